"""The lock is held by a process that has stopped, that dies, or that leaves children behind."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from domain.book import Put, Work
from domain.errors import BusyError
from domain.model import Contact
from store.spool import waiting
from store.storage import lock_path
from tests.cli.command_line import Swell
from tests.faults.book import ROOT, Run, begin, lines_in

HOLD = """
import sys
from store.lock import locked
with locked(sys.argv[1]):
    print("held", flush=True)
    sys.stdin.read()
"""
WAIT_FOR_IT = """
import sys
from pathlib import Path
from tests.faults.book import Run
print("waits", flush=True)
print(Run(Path(sys.argv[1])).keep("called Ana")[0].spooled or "filed")
"""
LEAVE_A_CHILD = """
import subprocess, sys
from store.lock import locked
with locked(sys.argv[1]):
    child = subprocess.Popen(["sleep", "60"], close_fds=False, stdout=subprocess.DEVNULL)
print(child.pid, flush=True)
"""


@contextmanager
def holder(book: Path) -> Iterator[subprocess.Popen[str]]:
    """A process that holds the lock."""
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD, lock_path(str(book))],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    with process:
        assert process.stdout is not None
        assert process.stdout.readline() == "held\n"
        yield process
        process.kill()


def test_a_holder_that_has_stopped_is_said_and_the_line_waits_in_the_spool(
    swell: Swell, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("store.lock.WAIT", 0.05)
    begin(swell.book)
    before = swell.bytes()
    with holder(swell.book) as process:
        process.send_signal(signal.SIGSTOP)
        answer = swell("add", "called", "Ana", "about", "the", "till")
        assert (answer.status, answer.out) == (0, "")
        assert answer.err.startswith("swell: kept in the spool, to be filed later: Another Swell is writing the book")
        assert swell("undo").status == 1
        assert swell.bytes() == before
        assert len(waiting(str(swell.book))) == 1
        with pytest.raises(BusyError):
            Run(swell.book).repository.apply(lambda _: Work("x", (Put(Contact(id="1", name="X")),), None))
        assert swell("log").status == 0
    assert swell("inbox").err == ""
    assert lines_in(swell.book) == {"called Ana about the till": 1}
    assert waiting(str(swell.book)) == []


def test_a_holder_that_dies_lets_go_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("store.lock.WAIT", 0.0)
    book = tmp_path / "book.json"
    begin(book)
    with holder(book) as process:
        assert Run(book).keep("called Ana about one")[0].spooled
        process.send_signal(signal.SIGSTOP)
        process.kill()
        process.wait()
        assert Run(book).keep("called Ana about two")[0].spooled == ""
    assert lines_in(book) == {"called Ana about one": 1, "called Ana about two": 1}


def test_who_waits_goes_on_when_the_holder_dies(tmp_path: Path) -> None:
    book = tmp_path / "book.json"
    begin(book)
    with holder(book) as process:
        words = [sys.executable, "-c", WAIT_FOR_IT, str(book)]
        command = subprocess.Popen(words, cwd=ROOT, stdout=subprocess.PIPE, text=True)
        assert command.stdout is not None
        assert command.stdout.readline() == "waits\n"
        process.kill()
        assert command.communicate(timeout=30)[0] == "filed\n"
    assert lines_in(book) == {"called Ana": 1}


def test_a_program_that_the_holder_started_does_not_hold_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("store.lock.WAIT", 0.0)
    book = tmp_path / "book.json"
    begin(book)
    told = subprocess.check_output([sys.executable, "-c", LEAVE_A_CHILD, lock_path(str(book))], cwd=ROOT, text=True)
    child = int(told)
    try:
        assert Run(book).keep("called Ana")[0].spooled == ""
        os.kill(child, 0)  # it is still there
    finally:
        os.kill(child, signal.SIGKILL)
