"""The lines that were begun and not kept, beside the book: one file for each running Swell.

A lock file tells whether the run that wrote a file goes on: the kernel frees the lock when the process ends, however it
ends. Whoever starts next takes over what ended runs have left.
"""

import errno
import fcntl
import os
import re
import stat
from collections.abc import Iterator, Sequence
from contextlib import suppress
from typing import Final

import msgspec

from domain.errors import BookError
from domain.ports import Draft
from store.atomic import UnconfirmedError, replace_file
from store.folders import forget, make_private
from store.paths import beside

MOST: Final = 4_000_000
"""Bytes of a file of drafts; a larger one was not written by Swell."""

_NAME: Final = re.compile(r"(\d{22})\.(?:json|lock)")


class _Line(msgspec.Struct, frozen=True):
    title: str
    start: str
    line: str
    capture: bool = False


def drafts_folder(book: str) -> str:
    """Where the drafts of a book are kept."""
    return os.path.join(beside(book), "drafts")


class DraftsOnDisk:
    """The drafts of this run, and those that ended runs on the same book have left."""

    def __init__(self, book: str, run: str) -> None:
        """`run` is an id of 22 digits, which no other run has."""
        self._folder = drafts_folder(book)
        self._run = run
        self._lock: int | None = None

    def take_over(self) -> tuple[Draft, ...]:
        """The drafts of runs that have ended, the oldest run first; from now on they are this run's."""
        found: list[Draft] = []
        ended: list[tuple[str, int]] = []
        try:
            for run in self._runs():
                try:
                    lock = self._locked(run)
                except OSError:  # it goes on, or nobody can tell
                    continue
                ended.append((run, lock))
                found.extend(self._read(run))
            if self._keep_taken(found):
                self._remove([run for run, _ in ended])
        finally:
            for _, lock in ended:
                os.close(lock)
        return tuple(found)

    def save(self, drafts: Sequence[Draft]) -> None:
        """Keep these drafts of this run and no others, on disk before this returns; raises BookError."""
        if not drafts:
            self._let_go()
            return
        lines = [_Line(_text(one.title), _text(one.start), _text(one.line), one.capture) for one in drafts]
        try:
            self._hold()
            replace_file(self._file(self._run), [msgspec.json.encode(lines)])
        except UnconfirmedError:
            return  # written and in its place: a draft need not outlast the machine
        except OSError as error:
            raise BookError(
                f"Drafts cannot be kept in {self._folder} ({error.strerror}): enter keeps a line, "
                "leaving the window loses one that is only begun."
            ) from error

    def _keep_taken(self, found: list[Draft]) -> bool:
        """Make what was found this run's; whether that is on disk, so that the old files may go."""
        try:
            if found:
                self.save(found)
        except BookError:  # said when something is next written
            return False
        return True

    def _runs(self) -> Iterator[str]:
        """The ids of the runs that have left a file, the oldest first."""
        try:
            names = os.listdir(self._folder)
        except OSError:
            return
        matches = filter(None, map(_NAME.fullmatch, names))
        yield from sorted({match[1] for match in matches} - {self._run})

    def _read(self, run: str) -> list[Draft]:
        """The drafts in the file of a run; none where it is no file of ours, which is set aside as it is."""
        path = self._file(run)
        try:
            lines = msgspec.json.decode(_bytes_of(path), type=list[_Line])
        except FileNotFoundError:
            return []
        except (OSError, msgspec.DecodeError, UnicodeDecodeError, RecursionError):
            with suppress(OSError):
                os.rename(path, f"{path}.bad")
            return []
        return [Draft(one.title, one.start, one.line, one.capture) for one in lines]

    def _remove(self, runs: Sequence[str]) -> None:
        """Remove what ended runs have left, their unfinished files too."""
        for run in runs:
            for name in os.listdir(self._folder):
                if name.startswith(f".{run}.json."):
                    forget(os.path.join(self._folder, name))
            forget(self._file(run))
            forget(self._file(run, "lock"))

    def _hold(self) -> None:
        """Show that this run goes on, from its first draft on."""
        if self._lock is None or not os.path.exists(self._file(self._run, "lock")):
            make_private(self._folder)
            self._close_lock()
            self._lock = self._locked(self._run)

    def _let_go(self) -> None:
        """Leave nothing of this run."""
        if self._lock is not None:
            forget(self._file(self._run))
            forget(self._file(self._run, "lock"))
            self._close_lock()

    def _close_lock(self) -> None:
        if self._lock is not None:
            os.close(self._lock)
            self._lock = None

    def _locked(self, run: str) -> int:
        """The lock of a run, held until it is closed; raises OSError where its process holds it."""
        path = self._file(run, "lock")
        handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC | os.O_NONBLOCK, 0o600)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            if not os.path.samestat(os.fstat(handle), os.stat(path)):
                raise BlockingIOError(errno.EWOULDBLOCK, "the lock was taken over meanwhile", path)
        except OSError:
            os.close(handle)
            raise
        return handle

    def _file(self, run: str, kind: str = "json") -> str:
        return os.path.join(self._folder, f"{run}.{kind}")


def _bytes_of(path: str) -> bytes:
    """What is in a file; raises OSError where it is none, or too large to be ours."""
    found = os.stat(path)
    if not stat.S_ISREG(found.st_mode) or found.st_size > MOST:
        raise OSError(errno.EFBIG, "this is no file of drafts", path)
    with open(path, "rb") as file:
        return file.read()


def _text(text: str) -> str:
    """The text as UTF-8 can hold it."""
    return text.encode("utf-8", "replace").decode()
