"""Asks in lines: the rows of what you need, those of whom to turn to, and the pane of one of them."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Final

from domain.inbox.names import called, full_name
from domain.lines import happened
from domain.model import Ask, Contact, Interaction
from domain.text import clean
from domain.words import ago, dated, iso, near
from tui.glyphs import Glyphs
from tui.person_lines import LABEL, NARROW
from tui.text import Role, Span, Words, joined, line, taught_in, wrapped
from tui.widgets.rows import Row, note
from tui.widgets.shapes import Cells, Column, Rule, Shape

if TYPE_CHECKING:
    from datetime import date

    from domain.book import Book
    from domain.desks.asks import Turn
    from domain.matching.said import Had

    Says = Mapping[Had, str]

ASKS: Final = (Column(), Column(width=24, drop=2), Column(width=13, align="right", drop=1))
TURNS: Final = (Column(width=11, drop=1), Column(width=17), Column())
OTHERS: Final = (Column(width=11), Column())
OPENLY: Final = "openly"
"""The id of the row that asks in a post."""
ELSE: Final = "else"
"""The id of the row for somebody who was not thought of."""

EMPTY: Final = (
    "Once you have given, it is easy to ask.",
    "",
    "N   write what you need yourself:",
    "      a flat in Lisbon",
    "    Swell looks up who could help with it, and who could lead you there.",
    "",
    "What comes back closes it: got help from Ana: a flat in Lisbon",
)
"""What stands where nothing was ever asked for."""


def ask_row(record: Ask, stands: str, when: str, *, struck: bool) -> Row:
    """One thing that you need, with what came of asking."""
    return Row(record.id, Cells(ASKS, (record.text, Span(stands, "muted"), Span(when, "muted"))), struck=struck)


def age(record: Ask, today: "date", away: "date | None") -> str:
    """When it was opened or closed, or until when it was put away."""
    if away is not None:
        return dated(away, today)
    day = iso(record.closed or record.opened)
    return ago((today - day).days) if day is not None else ""


def turn_row(turn: "Turn", contacts: Mapping[str, Contact], *, skip: bool, says: "Says") -> Row:
    """Somebody to turn to, whom the cursor passes by where `skip`; `says` has the words of what somebody told."""
    helps = "perhaps" if turn.is_weak else "could help"
    label = "asked" if turn.reply else helps if turn.helps else "could lead"
    words: Words = turn.way
    if turn.reply:
        words = Span(turn.reply, "late" if turn.is_late else "text")
    elif turn.said is not None and turn.helps:
        words = line(Span(f"{says[turn.said.told]}: ", "muted"), turn.said.text)
    cells = (Span(label, "muted"), full_name(turn.contact, contacts), words)
    return Row(turn.contact, Cells(TURNS, cells), skip=skip)


def other_row(row: str, label: str, words: str, *, skip: bool) -> Row:
    """A row that is about nobody in the book."""
    return Row(row, Cells(OTHERS, (Span(label, "muted"), words)), skip=skip)


def nothing_yet(width: int) -> Iterator[Row]:
    """The rows of an empty list of so many cells."""
    for words in taught_in(EMPTY, width - 4):
        yield note(Span(f"  {words}" if words else "", "muted"))


def turn_pane(
    turn: "Turn", draft: str, contacts: Mapping[str, Contact], glyphs: Glyphs, width: int, says: "Says"
) -> Iterator[Shape]:
    """What is known of somebody to turn to, and the words to ask them with."""
    known = contacts.get(turn.contact)
    yield Rule(Span(full_name(turn.contact, contacts), "strong"), Span(turn.reply, "muted") if turn.reply else "")
    if turn.said is not None and turn.helps:
        yield from _labelled(says[turn.said.told], glyphs.quoted(clean(turn.said.text)), width)
    if turn.way:
        there = ""
        if turn.said is not None and not turn.helps:
            there = f": {says[turn.said.told]} {glyphs.quoted(clean(turn.said.text))}"
        yield from _labelled("could lead", f"{turn.way}{there}", width)
    yield from _labelled("last", turn.ground, width)
    found = [*known.emails[:1], *known.phones[:1]] if known is not None else []
    if found:
        reach = joined([Span(each, "muted") for each in found], Span(f" {glyphs.dot} ", "muted"))
        yield Cells((Column(width=LABEL), Column()), (Span("reach", "muted"), reach))
    if draft:
        if width < NARROW:  # below a list there is no room for blank lines
            yield ""
        yield from (Span(words, "muted") for part in draft.splitlines() for words in wrapped(part, width - 2))


def ask_pane(
    record: Ask, came: Interaction | None, draft: str, book: "Book", today: "date", width: int
) -> Iterator[Shape]:
    """What is to be done about something that you need."""
    yield Rule(Span("next" if record.stage != "closed" else "closed", "muted"))
    if record.stage == "closed":
        yield from _closed(record, book, today, width)
        return
    if came is not None:
        yield from _labelled("came back", _what_came(came, book, today), width)
        yield from _labelled("d", "closes the ask by it", width, "accent")
    elif record.stage == "open":
        yield from _labelled("enter", "choose whom to ask; d there notes that you did, y copies the words", width)
    else:
        yield from _labelled("enter", "who was asked; d there notes what they said", width)
    if draft:
        yield from _labelled("y copies", " ".join(draft.split()), width)


def post_pane(words: str, draft: str, width: int) -> Iterator[Shape]:
    """What asking everybody is about."""
    yield Rule(Span("ask openly", "strong"))
    yield from _labelled("why", "nobody fits well; a post reaches people whom you do not think of", width)
    yield from _labelled("d", words, width, "accent")
    if draft:
        yield from _labelled("y copies", " ".join(draft.split()), width)


def else_pane(width: int) -> Iterator[Shape]:
    """What the row for somebody else is for."""
    yield Rule(Span("somebody else", "strong"))
    yield from _labelled("d", "write whom you asked, by a few letters of the name", width)


def _closed(record: Ask, book: "Book", today: "date", width: int) -> Iterator[Shape]:
    came = book.interactions.get(record.closed_by)
    day = iso(record.closed)
    if day is not None:
        label = "closed" if record.closed_by or record.helped else "dropped"
        yield from _labelled(label, f"{near(day, today)}, asked for since {_since(record, today)}", width)
    if came is not None:
        yield from _labelled("came back", _what_came(came, book, today), width)
        yield from _labelled("T", "the tree it stands in", width)


def _since(record: Ask, today: "date") -> str:
    day = iso(record.opened)
    return near(day, today) if day is not None else "earlier"


def _what_came(came: Interaction, book: "Book", today: "date") -> str:
    """A return in words, with who it came from."""
    whom = came.people[0] if came.people else ""
    name = f"{called(whom, book.contacts)} " if whom else ""
    day = iso(came.at)
    when = f", {ago((today - day).days)}" if day is not None else ""
    return f"{name}{happened(came, whom, book)}{when}"


def _labelled(label: str, words: str, width: int, role: Role = "text") -> Iterator[Shape]:
    """A labelled text over as many lines as it takes."""
    for number, part in enumerate(wrapped(words, max(width - LABEL - 3, 12)) or [""]):
        head = Span("" if number else label, "muted")
        yield Cells((Column(width=LABEL), Column()), (head, Span(part, role)))
