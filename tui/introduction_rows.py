"""Two people as one row of the list of introductions: who, what for, how far it is, what is next."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from domain.inbox.names import SOMEBODY, full_name
from domain.introducing import BOTH, asked, first_name
from domain.matching.suggestion import Suggestion
from domain.model import Introduction, Outcome
from domain.text import clean
from domain.words import iso, short_date
from tui.glyphs import Glyphs
from tui.text import Span, Words, side_by_side
from tui.widgets.rows import Row
from tui.widgets.shapes import Cells, Column, column_widths

if TYPE_CHECKING:
    from domain.desk import Desk

Part = Literal["under way", "suggested", "done", "declined"]
"""A part of the list."""

NAMES: Final = 23
"""Cells for both names."""
COLUMNS: Final = (
    Column(width=NAMES),
    Column(),
    Column(width=11, drop=2),
    Column(width=11, align="right", drop=1),
)
SUGGESTED: Final = (Column(width=NAMES), Column(), Column(width=11, align="right", drop=1))
"""The columns where nothing is under way yet."""
OUTCOMES: Final[dict[Outcome, str]] = {"good": "good", "none": "nothing", "unknown": "not known", "": "not known"}
"""How each outcome is said in a row."""
SHORT: Final = 6
"""Letters of a name in the column that says how far it is."""


@dataclass(frozen=True, slots=True)
class Entry:
    """Two people in the list, from when it was opened on."""

    id: str
    part: Part
    a: str
    b: str
    record: str = ""
    """The id of the introduction; empty for a suggestion."""
    found: Suggestion | None = None


class PairRows:
    """Makes the rows for one width of the list."""

    def __init__(self, desk: "Desk", glyphs: Glyphs, width: int) -> None:
        """`width` are the cells of the list."""
        self._desk = desk
        self._glyphs = glyphs
        self.width = width
        """Cells of the list."""
        self._today = desk.moment().today

    def row(self, entry: Entry, pair: Introduction | None, became: str) -> Row:
        """The row of two people whose introduction stands as it does; `became` says why it is struck."""
        a, b = (pair.a, pair.b) if pair is not None else (entry.a, entry.b)
        names = self._names(a, b)
        words: Words = Span(became, "muted") if became else self._phrases(pair, entry)
        ends = self._ends(pair, entry, became)
        return Row(entry.id, Cells(COLUMNS if len(ends) > 1 else SUGGESTED, (names, words, *ends)), struck=bool(became))

    def _names(self, a: str, b: str) -> str:
        """Both names in the room of their column, of which each has its share."""
        first = full_name(a, self._desk.book.contacts)
        return side_by_side(first, f" {self._glyphs.both} ", self._short_name(b), NAMES, self._glyphs.more)

    def _short_name(self, contact: str) -> str:
        """A first name with the initial of the last."""
        known = self._desk.book.contacts.get(contact)
        if known is None:
            return SOMEBODY
        first, *rest = clean(known.name).split() or [""]
        return f"{first} {rest[-1][0]}." if rest else first

    def _phrases(self, pair: Introduction | None, entry: Entry) -> Words:
        """What the one needs and the other has, each with its share of the room."""
        found = entry.found
        if found is None and pair is not None and BOTH not in pair.reason:
            found = self._desk.introductions.phrases(pair.a, pair.b)
        need, _, offer = clean(pair.reason).partition(BOTH) if pair is not None else ("", "", "")
        if found is not None:
            need, offer = clean(found.need.text), clean(found.offer.text)
        if not offer:
            return need
        columns = COLUMNS if pair is not None and pair.id else SUGGESTED
        room = column_widths(columns, self.width - 2)[1]
        return side_by_side(need, f" {self._glyphs.both} ", offer, room, self._glyphs.more)

    def _ends(self, pair: Introduction | None, entry: Entry, became: str) -> tuple[Words, ...]:
        """How far it is, and what is next or on which day it came to an end; of a suggestion how fresh it is."""
        if pair is None or (became and not pair.id):
            return ("",)
        if not pair.id:
            when = entry.found.when(self._desk.moment()) if entry.found is not None else ""
            return (Span("both fresh" if when == "fresh" else when, "muted"),)
        if pair.stage in ("outcome", "thanked", "declined"):
            day = iso(pair.since)
            since = Span(short_date(day, self._today) if day is not None else "", "muted")
            words = OUTCOMES[pair.outcome] if pair.stage == "outcome" else pair.stage
            return Span(words, "text" if pair.outcome == "good" else "muted"), since
        return Span(self._how_far(pair), "muted"), self._next(pair)

    def _how_far(self, pair: Introduction) -> str:
        done = asked(pair)
        if len(done) != 1:
            return pair.stage if not done else "both yes" if set(done) <= set(pair.yes) else "both asked"
        known = self._desk.book.contacts.get(done[0])
        if known is None:
            return "asked"
        name = first_name(known)[:SHORT]
        return f"{name}: yes" if done[0] in pair.yes else f"{name[: SHORT - 1]} asked"

    def _next(self, pair: Introduction) -> Words:
        """The next step where it is due, else its day."""
        step, due = self._desk.introductions.next_step(pair), self._desk.introductions.due(pair)
        if step is None:
            return Span("x declines", "muted")
        if due is None or due > self._today:
            return Span(short_date(due, self._today) if due is not None else "", "muted")
        day = iso(pair.since)
        words = step.words
        if step.act == "outcome":
            words = f"{(self._today - day).days} d: how?" if day is not None else "how?"
        elif step.act == "introduce":
            words = "introduce"
        return Span(words, "accent")
