"""The lines of the ledger: an entry as a row, in full, and the months and words that are told of many."""

from collections import Counter
from collections.abc import Iterator, Sequence
from operator import attrgetter
from typing import Final

from domain.desk import Desk
from domain.desks.returns import Totals
from domain.inbox.names import full_name
from domain.lines import ARROWS, ASCII_ARROWS
from domain.model import Interaction, Kind
from domain.momentum.months import ENOUGH
from domain.text import clean, listed
from domain.words import iso, month, short_date
from tui.glyphs import Glyphs
from tui.text import Role, Span, Words, line
from tui.widgets.months import MonthView
from tui.widgets.rows import Row
from tui.widgets.shapes import Cells, Column, Rule, Shape, Sides

COLUMNS: Final = (
    Column(width=11, align="right"),
    Column(width=2),
    Column(width=12, drop=1),
    Column(width=22),
    Column(),
)
FIELD: Final = (Column(width=6), Column())
NOBODY: Final[dict[Kind, str]] = {"post": "everybody"}
"""To whom something went that names nobody."""
EMPTY: Final = "Nothing yet. Press c and write what you gave: called Ana about the move"
NOT_OF_PEOPLE: Final = "no totals: nobody has a balance here"


def entry_row(entry: Interaction, desk: Desk, glyphs: Glyphs) -> Row:
    """One entry as a row."""
    return Row(entry.id, Cells(COLUMNS, entry_cells(entry, desk, glyphs)))


def entry_cells(entry: Interaction, desk: Desk, glyphs: Glyphs) -> tuple[Words, ...]:
    """The day, the arrow, the kind, the people and the text of an entry."""
    day = iso(entry.at)
    role: Role = "accent" if entry.direction == "got" else "muted"
    return (
        Span(short_date(day, desk.moment().today) if day else "", "muted"),
        Span((ARROWS if glyphs.braille else ASCII_ARROWS)[entry.direction], role),
        Span(entry.kind, "muted"),
        people_of(entry, desk) or NOBODY.get(entry.kind, ""),
        entry.text,
    )


def people_of(entry: Interaction, desk: Desk) -> str:
    """Who was there."""
    return listed([full_name(person, desk.book.contacts) for person in entry.people])


def in_full(entry: Interaction, desk: Desk, glyphs: Glyphs) -> Iterator[Shape]:
    """The entry in full, as far as it is known by now where it came from."""
    contacts, took = desk.book.contacts, f"{entry.minutes} minutes" if entry.minutes else ""
    yield Rule(Span(entry.at[:16].replace("T", " "), "muted"))
    parts: tuple[tuple[str, Words], ...] = (
        ("with", people_of(entry, desk)),
        ("via", listed([full_name(person, contacts) for person in entry.via])),
        ("text", entry.text),
        ("came", _came(entry, desk)),
        ("tags", " ".join([*(f"#{tag}" for tag in entry.tags), *([f"{glyphs.dot} {took}"] if took else [])])),
    )
    for label, words in parts:
        if words:
            yield Cells(FIELD, (Span(label, "muted"), words))
    today = desk.moment().today
    for label, others in (("from", desk.returns.said_causes(entry)), ("grew", _grown(entry, desk))):
        for other in others:
            day = iso(other.at)
            when = Span(f"{short_date(day, today)}  " if day else "", "muted")
            what = clean(other.text) or other.kind
            words = f"{people_of(other, desk)}: {what}" if other.people else what
            yield Cells(FIELD, (Span(label, "muted"), line(when, words)))
    if entry.raw:
        yield Cells(FIELD, (Span("typed", "muted"), Span(entry.raw, "muted")))


def _came(entry: Interaction, desk: Desk) -> str:
    """Where a return came from, in a word; empty where that is not known yet."""
    return desk.returns.whence(entry.id) or ""


def _grown(entry: Interaction, desk: Desk) -> Sequence[Interaction]:
    return desk.returns.grown(entry.id) if entry.direction in ("gave", "mutual") else ()


def month_views(totals: Totals) -> tuple[MonthView, ...]:
    """The months as they are drawn."""
    return tuple(MonthView(month(one.month)[:3], one.gives, one.returns) for one in totals.months)


def whence_shapes(totals: Totals) -> tuple[Shape, Shape]:
    """Where what came back came from, and how long it took, on a line each."""
    lag = totals.lag
    over = Span(f"over {lag.returns}" if lag.returns >= ENOUGH else f"{lag.returns or 'none'} so far", "muted")
    return Sides(totals.shares.words), Sides(f"give to return: {lag.words}", over)


def counts_of(entries: Sequence[Interaction], glyphs: Glyphs) -> str:
    """How many entries went out, came back and are notes."""
    directions = Counter(map(attrgetter("direction"), entries))
    went = (("went out", ("gave", "mutual")), ("came back", ("got",)), ("notes", ("none",)))
    counts = [(sum(directions[kind] for kind in kinds), name) for name, kinds in went]
    return f" {glyphs.dot} ".join(f"{count} {name}" for count, name in counts if count)
