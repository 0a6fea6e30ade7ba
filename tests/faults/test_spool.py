"""The spool under load and under rubbish: each line is filed once, nothing hangs, nothing is lost."""

import json
import os
from collections import Counter
from pathlib import Path
from typing import Final

import pytest

from cli.filing import file_waiting
from domain.ids import Ids
from store.filed import REMEMBERED
from store.spool import deliver, spool_of, take_out, waiting
from tests.faults.book import NOW, Run, lines_in, unfinished
from tests.faults.workers import Worker, filing, start


def key(number: int) -> str:
    return f"1795{number:018d}"


def line(number: int) -> str:
    return f"called Ana about matter {number}"


def deliver_all(book: Path, numbers: range) -> Counter[str]:
    """Deliver so many lines; what must stand in the book once they are filed."""
    for number in numbers:
        deliver(str(book), key(number * 1000), line(number), at=NOW.stamp, origin="swell add --later", shell="yes")
    return Counter(line(number) for number in numbers)


def commits(book: Path) -> int:
    """How often the book was written."""
    return int(json.loads(book.read_bytes())["meta"]["1"]["rev"])


def new_folder(book: Path) -> Path:
    """Where deliveries wait; made where there is none."""
    folder = Path(spool_of(str(book)), "new")
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def test_a_thousand_at_once_are_filed_in_one_commit(book: Path) -> None:
    expected, before = deliver_all(book, range(1000)), commits(book)
    assert len(file_waiting(Run(book))) == 1000
    assert (lines_in(book), waiting(str(book))) == (expected, [])
    assert commits(book) == before + 1
    assert file_waiting(Run(book)) == {}
    assert commits(book) == before + 1


def test_lines_kept_together_are_filed_once_and_as_one_step_whoever_does_it(book: Path) -> None:
    """The process that took them dies before it files them; after the filing the delivery is put back once more."""
    lines = [line(number) for number in range(200)]
    keys = Run(book).repository.deliver_together(lines, NOW.stamp)
    (delivery,) = new_folder(book).iterdir()
    data = delivery.read_bytes()
    before = commits(book)
    assert list(file_waiting(Run(book))) == keys
    delivery.write_bytes(data)
    assert file_waiting(Run(book)) == {}
    assert (lines_in(book), commits(book)) == (Counter(lines), before + 1)
    assert Run(book).repository.undo(anywhere=True).size == 200
    assert lines_in(book) == Counter()


def test_two_who_file_at_the_same_time_file_each_line_once(book: Path) -> None:
    expected = deliver_all(book, range(600))
    workers: list[Worker] = [start(filing, book, 100) for _ in range(3)]
    for number in range(600, 700):
        expected += deliver_all(book, range(number, number + 1))
    told = [one for worker in workers for one in worker.all_told()]
    told += file_waiting(Run(book))
    assert Counter(told) == Counter(key(number * 1000) for number in range(700))
    assert (lines_in(book), waiting(str(book)), unfinished(book)) == (expected, [], [])


def test_a_crash_between_the_commit_and_the_tidying_doubles_nothing(book: Path) -> None:
    """More lines than the book remembers in quiet times, put back as if they had never been taken out."""
    expected = deliver_all(book, range(REMEMBERED + 200))
    kept = {path.name: path.read_bytes() for path in new_folder(book).iterdir()}
    file_waiting(Run(book))
    for name, data in kept.items():
        (new_folder(book) / name).write_bytes(data)
    rev = Run(book).repository.book().interactions
    assert file_waiting(Run(book)) == {}
    assert Run(book).keep("called Ana about tomorrow")[0].spooled == ""
    assert lines_in(book) == expected + Counter(["called Ana about tomorrow"])
    assert {one: rev[one].rev for one in rev} == {one: Run(book).repository.book().interactions[one].rev for one in rev}
    assert waiting(str(book)) == []


def test_what_was_taken_back_does_not_come_again(book: Path) -> None:
    expected, run = deliver_all(book, range(3)), Run(book)
    kept = {path.name: path.read_bytes() for path in new_folder(book).iterdir()}
    file_waiting(run)
    run.repository.undo(anywhere=True)
    for name, data in kept.items():
        (new_folder(book) / name).write_bytes(data)
    file_waiting(run)
    assert lines_in(book) == expected - Counter([line(2)])


def test_a_crash_while_some_are_tidied_away_doubles_nothing_and_memory_stays_short(book: Path) -> None:
    expected: Counter[str] = Counter()
    for begun in range(0, 3 * REMEMBERED, REMEMBERED // 2):
        expected += deliver_all(book, range(begun, begun + REMEMBERED // 2))
        kept = {path.name: path.read_bytes() for path in new_folder(book).iterdir()}
        file_waiting(Run(book))
        for name, data in list(kept.items())[::2]:
            (new_folder(book) / name).write_bytes(data)
    file_waiting(Run(book))
    assert lines_in(book) == expected
    assert book.read_bytes().partition(b'"filed":[')[2].partition(b"]")[0].count(b",") < 2 * REMEMBERED


@pytest.mark.parametrize("at_once", [True, False])
def test_a_clock_that_goes_back_mixes_nothing_up(book: Path, at_once: bool) -> None:
    """The ids of a line's records follow that of its delivery, so the next delivery has to keep its distance."""
    run = Run(book)
    run.ids = Ids(iter(range(2_000_000, 0, -1)).__next__, lambda _: 0)
    lines = [f"met Person{number} Marsh and Other{number} Weiss from Acme +2w" for number in range(20)]
    if at_once:
        run.keep(*lines)
    else:
        for one in lines:
            run.keep(one)
    assert lines_in(book) == Counter(lines)
    found = run.repository.book()
    assert {one.rev for one in found.interactions.values()} == {1}
    assert len(found.contacts) == 42


RUBBISH: Final = {
    "binary": bytes(range(256)),
    "UTF-16": "called Ana about the till".encode("utf-16"),
    "nothing": b"",
    "blanks": b" \n\n ",
    "a megabyte": b"called Ana " * 100_000,
    "zeros": b"\0" * 4096,
    "a picture": b"\x89PNG\r\n\x1a\n" + bytes(1000),
}


@pytest.mark.parametrize("kind", RUBBISH)
def test_rubbish_becomes_an_unfiled_capture_and_keeps_its_bytes(book: Path, kind: str) -> None:
    (new_folder(book) / "note").write_bytes(RUBBISH[kind])
    (filed,) = file_waiting(Run(book)).values()
    run = Run(book)
    run.keep("called Ana about the till")
    assert lines_in(book)["called Ana about the till"] >= 1
    assert waiting(str(book)) == []
    aside = list(Path(spool_of(str(book)), "bad").glob("*"))
    assert [path.read_bytes() for path in aside] == [RUBBISH[kind]]
    (capture,) = run.repository.book().captures.values()
    assert capture.why.endswith(f"the bytes are kept in the spool under bad/{aside[0].name}")
    assert filed.filed.unfiled


@pytest.mark.parametrize("kind", ["folder", "full folder", "fifo", "dangling", "loop", "socket", "unreadable"])
def test_what_is_no_file_hangs_nothing_and_keeps_nothing_from_being_filed(book: Path, kind: str) -> None:
    odd = new_folder(book) / key(5)
    if "folder" in kind:
        odd.mkdir()
        if kind == "full folder":
            (odd / "note").write_text("called Ana")
    elif kind == "fifo":
        os.mkfifo(odd)
    elif kind == "socket":
        os.mknod(odd, 0o140600)
    elif kind == "unreadable":
        odd.write_text("called Ana about the cellar")
        odd.chmod(0)
    else:
        odd.symlink_to(odd if kind == "loop" else "nowhere")
    worker = start(filing, book, 1)
    worker.process.join(20)
    assert not worker.process.is_alive()
    worker.all_told()
    expected = deliver_all(book, range(3))
    run = Run(book)
    assert run.keep("called Ana about the till")[0].spooled == ""
    found = lines_in(book)
    assert {one: found[one] for one in expected} == expected
    assert found["called Ana about the till"] == 1
    assert len(waiting(str(book))) <= 1
    assert run.keep("called Ana about the attic")[0].spooled == ""
    captured = len(run.repository.book().captures)
    assert run.keep("called Ana about the roof")[0].spooled == ""
    assert len(run.repository.book().captures) == captured <= 1


def test_a_foreign_name_that_comes_again_is_another_line(book: Path) -> None:
    """A telephone that always calls its note `note.txt` loses none of them."""
    for number in range(3):
        (new_folder(book) / "note.txt").write_text(line(number))
        file_waiting(Run(book))
    assert lines_in(book) == Counter(line(number) for number in range(3))


def test_rubbish_of_the_same_name_displaces_none(book: Path) -> None:
    for number in range(3):
        (new_folder(book) / "picture").write_bytes(b"\xff\xfe\xfd" + bytes([number]))
        file_waiting(Run(book))
    aside = sorted(path.read_bytes()[-1] for path in Path(spool_of(str(book)), "bad").glob("*"))
    assert aside == [0, 1, 2]
    assert len(Run(book).repository.book().captures) == 3


def test_a_place_for_rubbish_that_cannot_be_made_stops_no_line(book: Path) -> None:
    Path(spool_of(str(book))).mkdir(parents=True)
    Path(spool_of(str(book)), "bad").write_text("somebody's file")
    (new_folder(book) / "picture").write_bytes(b"\xff\xfe\xfd")
    for words in ("one", "two"):
        assert Run(book).keep(f"called Ana about {words}")[0].spooled == ""
    assert lines_in(book)["called Ana about one"] == 1
    assert len(Run(book).repository.book().captures) == 1
    assert [path.read_bytes() for path in new_folder(book).iterdir()] == [b"\xff\xfe\xfd"]


def test_a_spool_made_by_another_hand_needs_no_more_than_one_folder(book: Path) -> None:
    """It has no `tmp`, which is looked through once the book remembers too much."""
    expected: Counter[str] = Counter()
    for begun in (0, REMEMBERED):
        for number in range(begun, begun + REMEMBERED + 1):
            (new_folder(book) / key(number * 1000)).write_text(line(number))
            expected[line(number)] = 1
        file_waiting(Run(book))
    assert lines_in(book) == expected


def test_what_was_taken_out_in_the_meantime_is_passed_over(book: Path) -> None:
    expected = deliver_all(book, range(3))
    names = waiting(str(book))
    file_waiting(Run(book))
    take_out(str(book), names)
    assert lines_in(book) == expected
