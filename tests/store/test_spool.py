"""The spool: a line that was delivered is there, whole and once, and what `add --later` keeps is what `add` keeps."""

import gc
import json
import os
import re
import stat
import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import mkdtemp
from types import SimpleNamespace
from typing import Final

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from domain.ids import is_id
from domain.ports import Delivery
from store.spool import STALE, deliver, local_time, set_aside, settle, spool_of, take_out, waiting
from store.spooled import MOST, read_delivery, together
from tests.cli.command_line import SUNDAY, Swell

ONE, TWO, THREE = (f"17953389000{number:011d}" for number in (1, 2, 3))
AT: Final = "2026-11-22T09:15:00+01:00"


@pytest.fixture
def book(tmp_path: Path) -> str:
    return str(tmp_path / "data" / "book.json")


def put_in(book: str, name: str, data: bytes) -> None:
    """Put a file into the spool, as another program may."""
    folder = Path(spool_of(book), "new")
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(data)


def test_a_line_comes_out_as_it_went_in(book: str) -> None:
    deliver(book, ONE, "called Ana about the move", at=AT, origin="swell add", session="s1", shell="yes")
    assert waiting(book) == [ONE]
    assert read_delivery(book, ONE) == Delivery(
        ONE, "called Ana about the move", at=AT, origin="swell add", session="s1", shell=True
    )


def test_lines_delivered_together_come_out_each_with_its_key(book: str) -> None:
    lines = ["called Ana", "  met Ben\nand Cara ", "", "123 called"]
    keys = [f"{int(ONE) + 1000 * number:022d}" for number in range(4)]
    deliver(book, ONE, together(keys, lines), at="now", together="yes")
    found = read_delivery(book, ONE)
    assert found.together == tuple(zip(keys, ["called Ana", "  met Ben and Cara ", "", "123 called"], strict=True))
    assert found.rubbish == ""


def test_what_only_says_that_it_is_several_lines_is_one(book: str) -> None:
    deliver(book, ONE, "called Ana\nmet Ben", together="yes")
    assert read_delivery(book, ONE).together == ()
    assert read_delivery(book, ONE).line == "called Ana\nmet Ben"


def test_what_was_not_said_is_empty(book: str) -> None:
    deliver(book, ONE, "called Ana", at="", shell="")
    assert read_delivery(book, ONE) == Delivery(ONE, "called Ana")


LETTERS = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)


@settings(
    max_examples=150, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(line=LETTERS, origin=LETTERS)
@example(line="", origin="")
@example(line="\n\nswell capture 1\n\n", origin="swell\n\nadd")
@example(line="\ufeffcalled Ana\r\n\0", origin="at 2026")
def test_any_line_comes_out_as_it_went_in(line: str, origin: str, tmp_path: Path) -> None:
    book = str(tmp_path / "book.json")
    deliver(book, ONE, line, at=AT, origin=origin)
    found = read_delivery(book, ONE)
    assert (found.line, found.at, found.rubbish, found.shell) == (line, AT, "", False)
    assert found.origin == " ".join(origin.split())
    take_out(book, [ONE])


def test_what_is_no_character_is_replaced_and_the_rest_is_kept(book: str) -> None:
    deliver(book, ONE, "called \ud800 Ana")
    assert read_delivery(book, ONE).line == "called ? Ana"


def test_a_line_of_ours_is_kept_however_long_it_is(book: str) -> None:
    line = "called Ana " + "very long " * MOST
    deliver(book, ONE, line)
    assert read_delivery(book, ONE) == Delivery(ONE, line)


def test_the_oldest_waits_first_and_what_is_taken_out_waits_no_more(book: str) -> None:
    assert waiting(book) == []
    for key in (TWO, THREE, ONE):
        deliver(book, key, key)
    put_in(book, ".hidden", b"half of a file that is being copied")
    assert waiting(book) == [ONE, TWO, THREE]
    take_out(book, [TWO, "never there"])
    assert waiting(book) == [ONE, THREE]


def test_what_is_in_the_spool_is_private_and_nothing_unfinished_is_left(book: str) -> None:
    os.umask(os.umask(0o022))
    deliver(book, ONE, "called Ana")
    spool = Path(spool_of(book))
    assert stat.S_IMODE((spool / "new" / ONE).stat().st_mode) == 0o600
    for folder in (spool, spool / "new", spool / "tmp", spool.parent, Path(book).parent):
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert os.listdir(spool / "tmp") == []


def test_a_key_is_delivered_once(book: str) -> None:
    deliver(book, ONE, "first")
    Path(spool_of(book), "tmp", TWO).write_bytes(b"of another process, under way")
    with pytest.raises(FileExistsError):
        deliver(book, TWO, "second")
    assert waiting(book) == [ONE]
    assert Path(spool_of(book), "tmp", TWO).read_bytes() == b"of another process, under way"


def test_where_the_disk_refuses_nothing_is_delivered_and_nothing_is_left(book: str) -> None:
    deliver(book, ONE, "called Ana")
    spool = Path(spool_of(book))
    (spool / "new" / ONE).rename(spool / "aside")
    (spool / "new").rmdir()
    (spool / "new").write_bytes(b"a file in the way")
    with pytest.raises(OSError, match="Not a directory"):
        deliver(book, TWO, "called Ben")
    assert os.listdir(spool / "tmp") == []
    assert waiting(book) == []


@pytest.mark.parametrize("gone", ["tmp", "new", "", ".."])
def test_folders_that_somebody_removed_are_made_again(book: str, gone: str) -> None:
    deliver(book, ONE, "called Ana")
    take_out(book, [ONE])
    folder = Path(spool_of(book), gone).resolve()
    folder.rename(folder.with_name("elsewhere"))
    deliver(book, TWO, "called Ben")
    settle(book)
    assert [read_delivery(book, name).line for name in waiting(book)] == ["called Ben"]


@pytest.mark.parametrize(
    ("data", "line"),
    [
        (b"called Ana\n", "called Ana"),
        (b"\xef\xbb\xbfcalled Ana\r\nabout  the\tmove", "called Ana about the move"),
        (b"swell capture 2\n\ncalled Ana", "swell capture 2 called Ana"),
        (b"swell capture 1\ncalled Ana", "swell capture 1 called Ana"),
        ("Łukasz".encode(), "Łukasz"),
    ],
)
def test_a_text_of_another_make_is_a_line_that_nobody_can_be_asked_about(book: str, data: bytes, line: str) -> None:
    put_in(book, "note from the phone.txt", data)
    assert waiting(book) == ["note from the phone.txt"]
    found = read_delivery(book, "note from the phone.txt")
    assert found == Delivery(found.key, line, shell=True)
    assert is_id(found.key)
    assert waiting(book) == [found.key]
    assert read_delivery(book, found.key) == found


def test_the_same_name_with_another_line_is_another_delivery_and_the_same_file_the_same(book: str) -> None:
    keys = []
    for line in (b"called Ana", b"called Ben", b"called Ana"):
        put_in(book, "note.txt", line)
        os.utime(Path(spool_of(book), "new", "note.txt"), (1_795_338_900, 1_795_338_900))
        keys.append(read_delivery(book, "note.txt").key)
    assert keys[0] == keys[2] != keys[1]


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "there is nothing in it"),
        (b" \n\t ", "there is nothing in it"),
        (b"\xff\xfe\x00", "it is not UTF-8 text"),
        (b"swell capture 1\n\n\xff", "it is not UTF-8 text"),
        (b"a\x00b", "it is not text"),
        (b"x" * (MOST + 1), "it is too long for a line"),
    ],
    ids=lambda value: ascii(value[:20]),
)
def test_rubbish_says_why_and_goes_aside_with_its_bytes(book: str, data: bytes, why: str) -> None:
    put_in(book, "x", data)
    found = read_delivery(book, "x")
    assert found.rubbish == why
    set_aside(book, found.key)
    assert Path(spool_of(book), "bad", found.key).read_bytes() == data
    assert waiting(book) == []


def test_what_is_no_file_is_rubbish_and_nobody_waits_for_a_pipe(book: str) -> None:
    put_in(book, "a file", b"called Ana")
    new = Path(spool_of(book), "new")
    (new / "folder").mkdir()
    os.mkfifo(new / "pipe")
    (new / "loop").symlink_to("loop")
    found = [read_delivery(book, name) for name in waiting(book)]
    assert sorted(bool(one.rubbish) for one in found) == [False, True, True, True]
    for one in found:
        set_aside(book, one.key)
    assert waiting(book) == []


def test_settling_gives_up_what_was_never_finished_and_nothing_else(book: str) -> None:
    deliver(book, ONE, "called Ana")
    unfinished = Path(spool_of(book), "tmp")
    for name, age in (("old", STALE + 60), ("young", STALE - 3600)):
        (unfinished / name).write_bytes(b"half")
        os.utime(unfinished / name, (time.time() - age,) * 2)
    settle(book)
    assert os.listdir(unfinished) == ["young"]
    assert waiting(book) == [ONE]


@pytest.fixture
def zone(monkeypatch: pytest.MonkeyPatch) -> Iterator[pytest.MonkeyPatch]:
    """Sets the zone of the machine through TZ, and puts it back."""
    yield monkeypatch
    monkeypatch.undo()
    time.tzset()


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("UTC0", "2026-11-22T09:30:00+0000"),
        ("NPT-5:45", "2026-11-22T15:15:00+0545"),
        ("EST5", "2026-11-22T04:30:00-0500"),
    ],
)
def test_the_local_time_has_the_offset_of_the_machine(zone: pytest.MonkeyPatch, name: str, told: str) -> None:
    zone.setenv("TZ", name)
    time.tzset()
    assert local_time(int(SUNDAY.timestamp() * 1000) + 999) == told


@pytest.fixture
def later(tmp_path: Path, capsys: pytest.CaptureFixture[str], zone: pytest.MonkeyPatch) -> Iterator[Swell]:
    """The command line, with `add --later` on the same Sunday as everything else."""
    swell = Swell(tmp_path, capsys, zone)
    time.tzset()
    clock = SimpleNamespace(time_ns=lambda: int(swell.now.timestamp()) * 10**9)
    zone.setattr("cli.later.time", clock)
    yield swell
    gc.enable()


def made(book: Path) -> str:
    """All that is in a book but its history, ids by their place in it."""
    if not book.exists():
        return ""
    tables = {name: table for name, table in json.loads(book.read_text()).items() if name not in ("steps", "meta")}
    numbers: dict[str, str] = {}
    text = json.dumps({name: tables[name] for name in sorted(tables) if tables[name]}, ensure_ascii=False)
    return re.sub(r"\d{22}", lambda match: numbers.setdefault(match[0], f"id {len(numbers)}"), text)


def same_later(swell: Swell, words: list[str], at: int, stdin: bytes = b"") -> str:
    """Add the words now to one book and later, with the option at that place, to another; what both have."""
    folder = Path(mkdtemp(dir=swell.folder))
    now, then = folder / "now.json", folder / "later.json"
    told = swell("--file", str(now), "add", *words, stdin=stdin)
    spooled = swell("--file", str(then), "add", *words[:at], "--later", *words[at:], stdin=stdin)
    assert spooled.status == told.status
    assert not then.exists()
    swell("--file", str(then), "inbox")
    assert waiting(str(then)) == []
    assert made(then) == made(now)
    return made(now)


FORMS = [
    (["called @Ana about the move"], ""),
    (["called", "@Ana", "about", "the", "move", "tag:design", "+2w"], ""),
    (["promised", "@Ana", "text:the gym list", "+fri"], ""),
    (["called", "@Ana Lopez", "about the", "move"], ""),
    (["--", "--at", "is", "no", "option", "--later", "--json"], ""),
    (["met", "--", "-", "@Ana"], ""),
    (["--at", "yesterday", "met", "@Ana"], "2026-11-21"),
    (["met", "@Ana", "--at=2026-11-20"], "2026-11-20"),
    (["--json", "met", "@Ana"], ""),
    (["-x", "--unknown", "-"], ""),
    (["yesterday:", "coffee with @Ben", "45m"], "2026-11-21"),
    (["met @Zoë, she’s “hiring” \u2028 rust devs"], ""),
]


@pytest.mark.parametrize(("words", "told"), FORMS, ids=lambda value: " ".join(value) if value else "")
def test_a_line_is_the_same_later(later: Swell, words: list[str], told: str) -> None:
    end = words.index("--") if "--" in words else len(words)
    found = {same_later(later, words, at) for at in range(end + 1) if words[at - 1 : at] != ["--at"]}
    assert len(found) == 1
    assert told in found.pop() != ""


def test_each_line_of_standard_input_is_the_same_later(later: Swell) -> None:
    lines = b"met @Ana\n\ncalled @Ben +2w\r\nthanked Ana\n"
    assert {same_later(later, ["-"], at, lines) for at in (0, 1)} != {""}
    assert "2026-11-20" in same_later(later, ["--at", "fri", "-"], 0, lines)


@pytest.mark.parametrize("words", [[], [""], [" ", ""], ["--"], ["--", " "], ["--at"], ["--at", "2099-01-01", "met"]])
def test_nothing_to_keep_is_refused_and_nothing_is_kept(later: Swell, words: list[str]) -> None:
    for at in range((words.index("--") if "--" in words else len(words)) + 1):
        answer = later("add", *words[:at], "--later", *words[at:])
        assert answer.status in (1, 2)
        assert answer.err.startswith("swell: ")
        assert waiting(str(later.book)) == []


WORDS_OF_LINES = """called met thanked promised @Ana @Ben Ana with about the move, and tag:x +2w +fri when:fri 45m : ; "
 “ ' text:a need:b -x --json --at=fri --att - -- yesterday: 李雷 é"""
PIECES = WORDS_OF_LINES.split()
WORDS = st.lists(
    st.one_of(
        st.sampled_from([*PIECES, "a gym list", "", " ", 'say "x y"', "line\nbreak", "\x1b[31m"]), st.text(max_size=6)
    ),
    max_size=7,
)


def usable(words: list[str]) -> list[str]:
    """The words without what asks for another thing than adding, and without what no shell can pass."""
    kept = [word.replace("\0", "").encode("utf-8", "ignore").decode() for word in words]
    return [word for word in kept if word not in ("-h", "--help")]


@settings(
    max_examples=120, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(words=WORDS.map(usable), place=st.integers(0, 7))
def test_any_words_are_the_same_later(later: Swell, words: list[str], place: int) -> None:
    before = words.index("--") if "--" in words else len(words)
    same_later(later, words, min(place, before), stdin=b"met @Ana\n")
