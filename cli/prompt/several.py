"""The list of lines that are kept together: what each makes, on the book as those before it leave it."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import Final, NamedTuple

from cli.prompt.reading import NOTHING, Shown, initials, shown_of
from domain.book import Book
from domain.capture.ahead import Ahead
from domain.capture.chips import Chip
from domain.capture.drafts import Understood
from domain.capture.many import ManyLine, row, with_standing_marks
from domain.moment import Moment
from domain.settings import Settings
from domain.text import clean


class Listed(NamedTuple):
    """A line that waits in the list to be kept."""

    words: str
    """What it makes, safe to show."""
    doubts: str
    """What is unclear about it, safe to show; empty where nothing is."""
    unfiled: bool
    captured: bool
    """Whether something is kept of it; False for a line of marks alone."""


NO_LINE: Final = Listed("", "nothing to keep", unfiled=True, captured=False)


class Several:
    """Lines that are read one after the other, each on the book as those before leave it."""

    def __init__(self, book: Book, moment: Moment, settings: Settings, *, hide: bool) -> None:
        self._anew = partial(Ahead, book, moment, settings)
        self._today = moment.today
        self._hide = hide
        self._ahead = self._anew()
        self._lines: list[str] = []
        self._listed: list[Listed] = []
        self._standing = ""
        """The line of marks alone that holds for what comes next."""

    def shown(self, line: str, before: Sequence[str]) -> Shown:
        """What is shown of a line that comes after others."""
        self.listed(before)
        marked = with_standing_marks([self._standing, line])
        last = marked[-1] if marked and marked[-1].number == 2 else None
        if last is None:
            return NOTHING
        if last.line:
            return shown_of(self._ahead.understand(last.line), hide=self._hide)
        found = row(last, self._ahead.understand, self._today)
        seen = (Chip("tag", clean(found.words)), *(Chip("warning", clean(doubt)) for doubt in found.doubts))
        return Shown(seen, unfiled=False, choices=False)

    def listed(self, lines: Sequence[str]) -> list[Listed]:
        """What each line makes; only those are read that have come at the end, where nothing else has changed."""
        if self._lines != lines[: len(self._lines)]:
            self._ahead, self._lines, self._listed, self._standing = self._anew(), [], [], ""
        for line in lines[len(self._lines) :]:
            marked = with_standing_marks([self._standing, line])
            self._listed.append(self._one(marked[-1]) if marked and marked[-1].number == 2 else NO_LINE)
            if marked and marked[-1].number == 2 and not marked[-1].line:
                self._standing = line
        self._lines = list(lines)
        return self._listed

    def _read(self, line: str) -> Understood:
        understood = self._ahead.read(line)
        if not self._hide:
            return understood
        people = {key: initials(name) for key, name in understood.people.items()}
        return replace(understood, people=people)

    def _one(self, line: ManyLine) -> Listed:
        found = row(line, self._read, self._today)
        doubts = "unclear" if self._hide and found.doubts else "; ".join(found.doubts)
        return Listed(clean(found.words), clean(doubts), found.unfiled, bool(line.line))
