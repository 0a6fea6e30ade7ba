"""Drafts beside the book: those of ended runs are taken over, those of a run that goes on are left alone."""

import os
import signal
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from domain.errors import BookError
from domain.ports import Draft
from store.drafts import MOST, DraftsOnDisk

ROOT = Path(__file__).parents[2]
ANA = Draft("capture", "", "called Ana about the move", capture=True)
BEN = Draft("a note", "Ben: ", 'Ben: likes "early" trains, für immer ↔ \\', capture=True)
DAY = Draft("later: until when?", "", "fri")
OTHER_RUN = """
import sys
from domain.ports import Draft
from store.drafts import DraftsOnDisk
drafts = DraftsOnDisk(sys.argv[1], sys.argv[2])
for length in range(1, int(sys.argv[3]) + 1):
    drafts.save([Draft("capture", "", "called Ana " + "a" * 40 * length, True)])
    print(length, flush=True)
sys.stdin.read()
"""


@pytest.fixture
def book(tmp_path: Path) -> Path:
    return tmp_path / "book.json"


def run(book: Path, number: int) -> DraftsOnDisk:
    """The drafts of a run; the runs began in the order of their numbers."""
    return DraftsOnDisk(str(book), f"{number:022}")


def folder(book: Path) -> Path:
    return Path(f"{book}.d") / "drafts"


def names(book: Path) -> list[str]:
    return sorted(os.listdir(folder(book)))


def write(book: Path, number: int, draft: Draft) -> None:
    """Leave a draft as a run does that was killed."""
    drafts = run(book, number)
    drafts.save([draft])
    left = (folder(book) / f"{number:022}.json").read_bytes()
    drafts.save([])
    (folder(book) / f"{number:022}.json").write_bytes(left)


@contextmanager
def another_process(book: Path, number: int, saves: int) -> Iterator["subprocess.Popen[bytes]"]:
    """A process that saves a draft so many times and says so each time; it is killed at the end."""
    argv = [sys.executable, "-c", OTHER_RUN, str(book), f"{number:022}", str(saves)]
    with subprocess.Popen(argv, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        try:
            yield process
        finally:
            process.send_signal(signal.SIGKILL)


def test_nothing_is_made_before_something_is_begun(book: Path) -> None:
    drafts = run(book, 1)
    assert drafts.take_over() == ()
    drafts.save([])
    assert not os.path.lexists(f"{book}.d")


def test_what_is_saved_is_private(book: Path) -> None:
    drafts = run(book, 1)
    drafts.save([ANA])
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in (folder(book), folder(book).parent)}
    assert set(modes.values()) == {0o700}
    assert {stat.S_IMODE((folder(book) / name).stat().st_mode) for name in names(book)} == {0o600}


def test_kept_or_emptied_means_gone(book: Path) -> None:
    drafts = run(book, 1)
    drafts.save([ANA, BEN])
    drafts.save([])
    assert names(book) == []
    drafts.save([BEN])
    assert run(book, 2).take_over() == ()
    assert len(names(book)) == 2


def test_drafts_of_a_live_process_are_left_alone_and_those_of_a_killed_one_taken_over(book: Path) -> None:
    with another_process(book, 1, saves=1) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"1\n"
        assert run(book, 2).take_over() == ()
    here = run(book, 2)
    assert here.take_over() == (Draft("capture", "", "called Ana " + "a" * 40, capture=True),)
    assert run(book, 3).take_over() == ()
    assert names(book) == [f"{2:022}.json", f"{2:022}.lock"]
    here.save([])
    assert names(book) == []


@pytest.mark.parametrize("acknowledged", [1, 2, 7, 20])
def test_a_kill_in_the_middle_of_saving_leaves_a_whole_draft(book: Path, acknowledged: int) -> None:
    with another_process(book, 1, saves=10_000) as process:
        assert process.stdout is not None
        for _ in range(acknowledged):
            process.stdout.readline()
    (found,) = run(book, 2).take_over()
    letters = len(found.line.removeprefix("called Ana "))
    assert letters % 40 == 0
    assert letters >= 40 * acknowledged
    assert not [name for name in names(book) if f"{1:022}" in name]


def test_drafts_come_in_the_order_in_which_their_runs_began(book: Path) -> None:
    for number, draft in ((2, BEN), (1, ANA), (3, DAY)):
        write(book, number, draft)
    assert run(book, 4).take_over() == (ANA, BEN, DAY)


def test_a_run_that_could_not_take_drafts_over_offers_them_and_leaves_them_where_they_are(book: Path) -> None:
    write(book, 1, ANA)
    (folder(book) / f"{2:022}.json").mkdir()  # nothing can be put in its place
    assert run(book, 2).take_over() == (ANA,)
    assert f"{1:022}.json" in names(book)
    assert run(book, 3).take_over() == (ANA,)


def surrogate(path: Path) -> None:
    path.write_bytes(b'[{"title":"\\ud800","start":"","line":"x"}]')


RUBBISH: dict[str, Callable[[Path], object]] = {
    "nothing": lambda path: path.write_bytes(b""),
    "no JSON": lambda path: path.write_bytes(b"[{"),
    "no UTF-8": lambda path: path.write_bytes(b'[{"title":"\xff","start":"","line":"x"}]'),
    "another shape": lambda path: path.write_bytes(b'{"title": []}'),
    "numbers": lambda path: path.write_bytes(b'[{"title":1,"start":"","line":"x"}]'),
    "a lone surrogate": surrogate,
    "nested": lambda path: path.write_bytes(b"[" * 100_000),
    "too large": lambda path: path.write_bytes(b"[" + b" " * MOST + b"]"),
    "a folder": lambda path: path.mkdir(),
    "a pipe": lambda path: os.mkfifo(path),
    "a link to itself": lambda path: path.symlink_to(path.name),
}


@pytest.mark.parametrize("make", [pytest.param(make, id=name) for name, make in RUBBISH.items()])
def test_rubbish_stops_nothing_and_is_set_aside_as_it_is(book: Path, make: Callable[[Path], object]) -> None:
    write(book, 2, ANA)
    path = folder(book) / f"{1:022}.json"
    make(path)
    before = path.read_bytes() if path.is_file() else b""
    here = run(book, 3)
    assert here.take_over() == (ANA,)
    here.save([BEN])
    aside = folder(book) / f"{1:022}.json.bad"
    assert os.path.lexists(aside)
    assert (aside.read_bytes() if aside.is_file() else b"") == before


def test_files_of_other_names_are_not_touched(book: Path) -> None:
    write(book, 1, ANA)
    for name in ("notes.json", ".DS_Store", "1.json", f"{5:022}.json.bad", f"{5:022}.json~"):
        (folder(book) / name).write_text("mine")
    run(book, 2).take_over()
    assert len([name for name in names(book) if (folder(book) / name).read_bytes() == b"mine"]) == 5


def test_a_folder_that_cannot_be_made_is_said(book: Path) -> None:
    Path(f"{book}.d").write_text("in the way")
    drafts = run(book, 1)
    assert drafts.take_over() == ()
    with pytest.raises(BookError, match=r"Drafts cannot be kept in .*book\.json\.d/drafts \(Not a directory\)"):
        drafts.save([ANA])


def test_a_folder_that_vanishes_is_made_again(book: Path) -> None:
    drafts = run(book, 1)
    drafts.save([ANA])
    for name in names(book):
        (folder(book) / name).unlink()
    folder(book).rmdir()
    drafts.save([BEN])
    assert names(book) == [f"{1:022}.json", f"{1:022}.lock"]


def test_what_utf_8_cannot_hold_does_not_stop_a_draft(book: Path) -> None:
    write(book, 1, Draft("capture", "", "called \ud800Ana", capture=True))
    assert [draft.line for draft in run(book, 2).take_over()] == ["called ?Ana"]


def test_a_link_and_its_target_share_their_drafts(book: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    real = tmp_path / "elsewhere" / "real.json"
    real.write_text("{}")
    book.symlink_to(real)
    write(real, 1, ANA)
    assert run(book, 2).take_over() == (ANA,)
