"""A person in lines: what the detail pane shows, and the rows of their page."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from domain.inbox.item import Item, Term
from domain.lines import Line as Entry
from domain.people import Open, Profile, Told
from tui.glyphs import Glyphs
from tui.text import Role, Span, Words, joined, line, wrapped
from tui.widgets.rows import Row, heading, note
from tui.widgets.shapes import Cells, Column, Rule, Shape, Sides

LABEL = 13
"""Cells of the words in front of each line."""

FRESH = 20
"""Cells of the word at the right end, in a pane below a list."""
ASIDE = 9
"""The same in a pane beside it."""
NOTE_LINES = 4
"""Lines of notes on top of a page."""
NARROW = 60
"""Fewer cells than these make a pane narrow."""

_LABELLED = (Column(width=LABEL), Column(), Column(width=20, align="right", drop=1))
_ENTRY = (Column(width=11, align="right"), Column(width=2), Column(), Column(width=12, align="right", drop=1))


class Pair(NamedTuple):
    """Somebody whom a person could be brought together with, or is being."""

    key: str
    """Of its item."""
    label: str
    """`match`, or `intro` for what is under way."""
    words: str
    """Such as `Dee Marsh runs a studio in Leeds`."""
    aside: str
    is_late: bool = False


def detail(profile: Profile, glyphs: Glyphs, width: int, pairs: Sequence[Pair] = ()) -> list[Shape]:
    """The pane of a list: who it is, what they told you, what is open, whom they could meet, what was last.

    Below a list the pane is wide and low, beside it narrow and high: there each thing may take several lines.
    """
    beside = width < NARROW
    shapes: list[Shape] = [Rule(Span(profile.name, "strong"))]
    shapes.extend(_who(profile, glyphs, beside))
    for told in profile.told:
        fresh = "ask again" if told.again else told.age
        shapes.extend(_told(told.question, told.text, Span(fresh if beside else told.fresh, "muted"), width))
    for opened in profile.open:
        shapes.extend(_told("open", opened.text, _when(opened), width))
    for pair in pairs if beside else pairs[:1]:
        aside = Span("i introduce", "muted") if pair.label == "match" else _aside(pair)
        shapes.extend(_told(pair.label, glyphs.own(pair.words), aside, width))
    if profile.try_:
        shapes.extend(_told("try", profile.try_, None, width, "accent"))
    for number, entry in enumerate(profile.lines if beside else profile.lines[:2]):
        label = ("last", "before")[number] if number < 2 else ""
        words = f"{entry.day}  {_arrow(entry, glyphs)} {glyphs.own(entry.text)}"
        shapes.extend(_told(label, words, None, width))
    return shapes


def _told(label: str, words: str, right: Words | None, width: int, role: Role = "text") -> Iterator[Shape]:
    """A labelled line, with a word at its right end or none; in a narrow pane the words go on below."""
    columns = [Column(width=LABEL), Column()]
    room = width - LABEL - 3
    if right is not None:
        aside = ASIDE if width < NARROW else FRESH
        columns.append(Column(width=aside, align="right"))
        room -= aside + 1
    lines = wrapped(words, max(room, 8)) if width < NARROW else [words]
    for number, part in enumerate(lines or [""]):
        first = number == 0
        cells: list[Words] = [Span(label if first else "", "muted"), Span(part, role)]
        if right is not None:
            cells.append(right if first else "")
        yield Cells(tuple(columns), tuple(cells))


def page_head(profile: Profile, glyphs: Glyphs, width: int) -> list[Shape]:
    """The lines on top of a person's page."""
    between = Span(f" {glyphs.dot} ", "muted")
    ties = joined([Span(part, "muted") for part in (profile.circle, profile.rhythm, profile.last) if part], between)
    about = [part for part in (profile.work, " ".join(f"#{tag}" for tag in profile.tags)) if part]
    shapes: list[Shape] = [
        Sides(Span(profile.name, "strong"), ties or Span("in no circle yet", "muted")),
        Sides(joined(about, between), _reach(profile, glyphs)),
    ]
    born = f"birthday {profile.birthday}" if profile.birthday else ""
    if profile.met or born:
        shapes.append(Sides(Span(profile.met, "muted"), Span(born, "muted")))
    notes = wrapped(profile.contact.notes, width - 2)
    shapes.extend(Span(part, "muted") for part in notes[:NOTE_LINES])
    if len(notes) > NOTE_LINES:
        shapes.append(Span(f"{glyphs.more} swell show tells the rest", "muted"))
    return shapes


def page_rows(profile: Profile, glyphs: Glyphs, pairs: Sequence[Pair] = ()) -> list[Row]:
    """The rows of a person's page: answers, what is open and whom they could meet, what went out and came back."""
    rows = [heading("what they told you")]
    rows.extend(Row(told.answer.id, _labelled(told.question, told.text, _freshness(told))) for told in profile.told)
    if not profile.told:
        rows.append(note(Span("nothing yet: ask what they are looking for, then press a", "muted")))
    if profile.open or pairs:
        rows.append(heading("open"))
        rows.extend(Row(opened.record, Sides(opened.text, _when(opened))) for opened in profile.open)
        rows.extend(Row(pair.key, Sides(glyphs.own(f"{pair.label}: {pair.words}"), _aside(pair))) for pair in pairs)
    rows.append(heading("went out and came back"))
    rows.extend(Row(entry.record, _entry(entry, glyphs)) for entry in profile.lines)
    if not profile.lines:
        rows.append(note(Span("nothing yet: d logs the first thing", "muted")))
    if profile.earlier:
        rows.append(note(Span(f"{glyphs.more} {profile.earlier}", "muted")))
    if profile.try_:
        rows.extend((note(""), note(line(Span("try  ", "muted"), Span(profile.try_, "accent")))))
    return rows


def why(item: Item, glyphs: Glyphs, width: int) -> Iterator[Shape]:
    """The sum behind an item's place in the order."""
    yield from sum_of("why this order", item.terms, item.score, glyphs, width)


def sum_of(title: str, terms: Sequence[Term], score: float, glyphs: Glyphs, width: int) -> Iterator[Shape]:
    """A sum of named terms: term × coefficient = points."""
    yield Rule(Span(title, "muted"))
    name = Column() if width < NARROW else Column(width=30)
    columns = (name, Column(width=6, align="right"), Column(width=8), Column(width=9))
    for term in terms:
        by, points = f"{glyphs.own('×')} {term.coefficient:>5g}", f"= {term.points:>6.2f}"
        yield Cells(columns, (term.name, f"{term.term:.2f}", by, points))
    yield Cells(columns, (Span("together", "muted"), "", "", Span(f"{score:>8.2f}", "strong")))


def contested(field: str, values: Sequence[tuple[str, str]]) -> Iterator[Shape]:
    """The values between which you are to choose, each with its key, and with where it came from."""
    yield Rule(Span("two books differ", "muted"))
    for number, (value, origin) in enumerate(values, 1):
        label = Span(field if number == 1 else "", "muted")
        yield Cells(_LABELLED, (label, line(Span(f"{number} ", "accent"), value), Span(origin, "muted")))


def _who(profile: Profile, glyphs: Glyphs, beside: bool) -> Iterator[Shape]:
    headline = glyphs.own(profile.headline) or Span("in no circle yet: o puts them into one", "muted")
    between = Span(f" {glyphs.dot} ", "muted")
    ties = joined([Span(part, "muted") for part in (profile.rhythm, profile.last) if part], between)
    met = Span(profile.met, "muted")
    pairs = ((headline, _reach(profile, glyphs)), (met if profile.met else "", ties))
    for left, right in pairs:
        if beside:
            yield from (part for part in (left, right) if part)
        elif left or right:
            yield Sides(left, right)


def _reach(profile: Profile, glyphs: Glyphs) -> Words:
    found = [*profile.emails[:1], *profile.phones[:1]]
    return joined([Span(each, "muted") for each in found], Span(f" {glyphs.dot} ", "muted"))


def _labelled(label: str, words: Words, right: Words) -> Cells:
    return Cells(_LABELLED, (Span(label, "muted"), words, right))


def _freshness(told: Told) -> Span:
    return Span(told.fresh, "muted")


def _when(opened: Open) -> Span:
    return Span(opened.when, "late" if opened.late else "muted")


def _aside(pair: Pair) -> Span:
    return Span(pair.aside, "late" if pair.is_late else "muted")


def _arrow(entry: Entry, glyphs: Glyphs) -> str:
    return entry.arrow(ascii_only=not glyphs.braille)


def _entry(entry: Entry, glyphs: Glyphs) -> Cells:
    return Cells(_ENTRY, (Span(entry.day, "muted"), _arrow(entry, glyphs), entry.text, Span(entry.kind, "muted")))
