"""The counts kept beside the book: whole or not at all, for one state of the files and one zone."""

import os
from pathlib import Path

import pytest

from store.kept_inbox import (
    NO_MATTER,
    SOON,
    files_state,
    forget_counts,
    keep_counts,
    kept_path,
    read_counts,
    zone_of_machine,
)
from store.surroundings import leftovers

LINES = [(1_000, "3"), (2_000, "5 ! three weeks: 4 points; holding 71 takes 13"), (3_000, "0")]
UNTIL = 4_000


@pytest.fixture
def book(tmp_path: Path) -> str:
    path = tmp_path / "book.json"
    path.write_text("{}")
    keep_counts(str(path), "the state", "a zone", LINES, UNTIL)
    return str(path)


@pytest.mark.parametrize(
    ("now", "line"),
    [(999.9, ""), (1_000, "3"), (1_999.9, "3"), (2_000, LINES[1][1]), (3_999.9, "0"), (4_000, ""), (9e9, "")],
)
def test_each_line_holds_from_its_instant_to_the_next(book: str, now: float, line: str) -> None:
    kept = read_counts(book)
    assert kept is not None
    assert kept.at(now) == line


def test_what_is_kept_is_private_and_of_one_state_and_zone(book: str) -> None:
    assert os.stat(kept_path(book)).st_mode & 0o777 == 0o600
    kept = read_counts(book)
    assert kept is not None
    assert kept.knows("the state", "a zone")
    assert not kept.knows("another", "a zone")
    assert not kept.knows("the state", "another")
    assert kept.ends_soon(UNTIL - SOON + 1)
    assert not kept.ends_soon(UNTIL - SOON - 1)
    keep_counts(book, "the state", NO_MATTER, LINES, UNTIL)
    kept = read_counts(book)
    assert kept is not None
    assert kept.knows("the state", "wherever")


def test_a_file_that_is_cut_off_anywhere_is_none(book: str) -> None:
    path = Path(kept_path(book))
    whole = path.read_bytes()
    for size in range(len(whole)):
        path.write_bytes(whole[:size])
        assert read_counts(book) is None, whole[:size]


@pytest.mark.parametrize(
    "damage",
    [
        b"",
        b"\n\n\n\n\n\n",
        b"\xff\xfe" * 40,
        b"\0" * 200,
        b"swell inbox 2\ns\nz\n1000 3\n4000\n",
        b"swell inbox 1\ns\nz\n1000 three\n4000\n",
        b"swell inbox 1\ns\nz\n1000 3 \x1b[31m\n4000\n",
        b"swell inbox 1\ns\nz\nnow 3\n4000\n",
        b"swell inbox 1\ns\nz\n1000 3\nnever\n",
        b"swell inbox 1\ns\nz\n4000\n",
    ],
)
def test_a_damaged_file_is_none(book: str, damage: bytes) -> None:
    Path(kept_path(book)).write_bytes(damage)
    assert read_counts(book) is None


def test_what_cannot_be_kept_stops_nothing(book: str) -> None:
    forget_counts(book)
    Path(kept_path(book)).mkdir()
    keep_counts(book, "s", "z", LINES, UNTIL)
    forget_counts(book)
    assert read_counts(book) is None
    assert read_counts("/nowhere/book.json") is None
    keep_counts("/nowhere/book.json", "s", "z", LINES, UNTIL)


def test_the_state_tells_each_file_from_what_it_was(book: str, tmp_path: Path) -> None:
    settings, spool = tmp_path / "config.toml", tmp_path / "book.json.d" / "spool" / "new"
    seen = {files_state(book, str(settings))}
    settings.write_text("[inbox]\ncap = 3\n")
    seen.add(files_state(book, str(settings)))
    Path(book).write_text('{"a": {}}')
    seen.add(files_state(book, str(settings)))
    spool.mkdir(parents=True)
    seen.add(files_state(book, str(settings)))
    os.utime(spool, ns=(1, 1))
    (spool / "1").write_text("a line")
    seen.add(files_state(book, str(settings)))
    assert len(seen) == 5


def test_a_zone_is_told_from_another() -> None:
    zones = {zone_of_machine({"TZ": name}) for name in ("", "Europe/Lisbon", ":/x\ny")} | {zone_of_machine({})}
    assert len(zones) == 3
    assert all(zone.isprintable() for zone in zones)


def test_what_a_dead_process_left_is_named(book: str) -> None:
    left = Path(f"{kept_path(book)}.999999999")
    left.touch()
    assert leftovers(book) == [str(left)]
