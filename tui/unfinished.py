"""The lines that were begun in a bar and not kept: they outlast the bar, the screen, and the run of the program."""

import asyncio
from collections.abc import Callable, Iterable, Sequence
from threading import Lock
from typing import Final

from domain.errors import SwellError
from domain.ports import Draft, Drafts
from domain.text import clean

MANY_TITLE: Final = "capture many"
"""The title of a draft of several lines."""
AFTER: Final = 0.6
"""Seconds from a key to when what was written is saved, with the keys that came meanwhile."""


class NowhereSaved:
    """Drafts are let go with the run."""

    def take_over(self) -> tuple[Draft, ...]:
        """There are none."""
        return ()

    def save(self, drafts: Sequence[Draft]) -> None:
        """They are let go."""


NOWHERE_SAVED: Final = NowhereSaved()


class Unfinished:
    """Every draft of this run, and those that ended runs have left."""

    def __init__(self, drafts: Drafts, complain: Callable[[str], None]) -> None:
        """`complain` is told, once, where drafts cannot be saved."""
        self._drafts = drafts
        self._complain = complain
        self._complained = False
        self._lines: dict[tuple[str, str], Draft] = {}
        self._old: set[tuple[str, str]] = set()
        self._timer: asyncio.TimerHandle | None = None
        self._number = 0
        self._written = 0
        self._disk = Lock()

    def take_over(self) -> None:
        """Take over what ended runs have left."""
        for draft in self._drafts.take_over():
            key = (draft.title, self._free_start(draft))
            self._lines[key] = draft._replace(start=key[1])
            self._old.add(key)

    @property
    def waiting(self) -> list[Draft]:
        """The lines to capture that ended runs have left, the oldest first."""
        return [draft for key, draft in self._lines.items() if key in self._old and draft.capture]

    def of_title(self, title: str) -> list[Draft]:
        """Every draft of bars of that title, the oldest first."""
        return [draft for draft in self._lines.values() if draft.title == title]

    def begun(self, title: str, start: str, *, capture: bool) -> Draft:
        """The draft of a bar of that title that begins with `start`: as it was left, else nothing but the start."""
        return self.again(Draft(title, clean(start), clean(start), capture))

    def again(self, draft: Draft) -> Draft:
        """The draft as it stands by now."""
        return self._lines.get(_key(draft), draft._replace(line=draft.start if draft.start.strip() else ""))

    def to_capture(self, title: str, earlier: Iterable[str]) -> tuple[list[Draft], int]:
        """What a bar of that title can go on with, a new line at the end, and the place of what it opens with.

        Before the new line stand the drafts, the oldest first, and before them the lines that were kept earlier.
        """
        new = self.begun(title, "", capture=True)
        kept = [Draft(title, clean(line), clean(line), capture=True) for line in earlier]
        drafts = [draft for draft in self._lines.values() if _key(draft) != _key(new) and self._goes_on(draft, title)]
        lines = [*kept, *drafts, new]
        return lines, len(lines) - (2 if drafts and not new.line else 1)

    def _free_start(self, draft: Draft) -> str:
        """The start of a draft that was taken over; blanks tell it from others of the same bar, and from a new line."""
        start = draft.start or (" " if draft.capture else "")
        while (draft.title, start) in self._lines:
            start += " "
        return start

    def _goes_on(self, draft: Draft, title: str) -> bool:
        return draft.capture and (draft.title == title or _key(draft) in self._old)

    def write(self, draft: Draft, line: str) -> None:
        """The draft stands at this line now; a blank one, or one with nothing added to its start, is none."""
        key = _key(draft)
        known = self._lines.get(key)
        if line == (known.line if known else draft.start):
            return
        self._lines.pop(key, None)
        if line.strip() and line != draft.start:
            self._lines[key] = draft._replace(line=line)
        self._save_after(AFTER)

    def kept(self, draft: Draft) -> None:
        """The line is in the book now, and no draft any longer."""
        if self._lines.pop(_key(draft), None) is not None:
            self._save_after(0)

    def save(self) -> None:
        """Save what is not saved yet, before this returns; from any thread."""
        if self._number > self._written:
            try:
                self._put(self._number, tuple(self._lines.values()))
            except SwellError:  # it was said when the line was written, or nobody is there to be told
                return

    def _save_after(self, seconds: float) -> None:
        """Save in a thread, soon; a later change does not put it off, so that long typing is saved too."""
        self._number += 1
        if self._timer is not None and seconds:
            return
        if self._timer is not None:
            self._timer.cancel()
        self._timer = asyncio.get_running_loop().call_later(seconds, self._begin_to_save)

    def _begin_to_save(self) -> None:
        self._timer = None
        loop = asyncio.get_running_loop()
        loop.run_in_executor(None, self._put, self._number, tuple(self._lines.values())).add_done_callback(self._saved)

    def _put(self, number: int, drafts: tuple[Draft, ...]) -> None:
        """Save this state, unless a later one is saved already."""
        with self._disk:
            if number > self._written:
                self._drafts.save(drafts)
                self._written = number

    def _saved(self, saving: "asyncio.Future[None]") -> None:
        try:
            saving.result()
        except SwellError as error:
            if not self._complained:
                self._complained = True
                self._complain(str(error))


def _key(draft: Draft) -> tuple[str, str]:
    return draft.title, draft.start
