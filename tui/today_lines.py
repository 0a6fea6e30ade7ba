"""What Today says beside its rows: the headline, and what stands in the pane where nothing is left to do."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

from domain.inbox.day import Inbox
from domain.inbox.item import Source
from domain.lines import line as entry_of
from domain.pauses import lies_in
from domain.text import clean
from domain.words import counted, iso, near, number
from tui.glyphs import Glyphs
from tui.person_lines import LABEL
from tui.text import Line, Span, joined, line, wrapped
from tui.widgets.shapes import Cells, Column, Rule, Shape, Sides

if TYPE_CHECKING:
    from domain.desk import Desk
    from domain.inbox.welcome import Welcome

WENT_OUT: Final = 5
"""Lines of what went out today."""
OWED: Final = 3
_LABELLED: Final = (Column(width=LABEL), Column())


class View(NamedTuple):
    """How the inbox is looked at."""

    extra: int
    """Items that were brought to those of today."""
    marked: int
    ranging: bool
    """Whether a range follows the cursor."""
    only: Source | None
    """The one source that is shown."""
    shown: int
    """Rows in sight that wait."""


def headline(desk: "Desk", inbox: Inbox, view: View, glyphs: Glyphs) -> Shape:
    """The day, with a pause while one lasts, and how much there is to do."""
    moment = desk.moment()
    left: Line = (Span(f"{moment.at:%A} {moment.today.day} {moment.at:%B}", "strong"),)
    until = paused_until(desk)
    if until:
        left = (*left, Span(glyphs.own(f" · paused until {until}"), "accent"))
    here = sum(item.source != "first" for item in inbox.today)
    parts: list[Span] = []
    if view.marked or view.ranging:
        parts.append(Span(f"{number(view.marked)} marked" + (", v ends the range" if view.ranging else ""), "accent"))
    if view.only:
        parts.append(Span(f"only {view.only}: {view.shown}, esc shows all", "accent"))
    words = "nothing is due" if not here else f"{here} today"
    if inbox.promises and not parts:
        words += f", {number(inbox.promises)} of them {'a promise' if inbox.promises == 1 else 'promises'}"
    parts.append(Span(words, "muted"))
    if inbox.waiting > view.extra:
        parts.append(Span(f"{inbox.waiting - view.extra} can wait", "muted"))
    return Sides(left, joined(parts, Span(glyphs.own(" · "), "muted")))


def paused_until(desk: "Desk") -> str:
    """The last day of the pause that this day lies in, in words; empty where there is none."""
    today = desk.moment().today
    ends = [iso(one.last) for one in desk.book.pauses.values() if lies_in(one, today)]
    last = max((day for day in ends if day is not None), default=None)
    return near(last, today) if last else ""


def welcome_lines(found: "Welcome", key: str, width: int) -> Iterator[Shape]:
    """The offer to somebody who was away."""
    yield Rule(Span("welcome back", "accent"))
    yield from wrapped(found.sentence, width - 2)
    yield line(Span(key, "accent"), Span(" spreads them, u takes that back; or just go on", "muted"))


def nothing_left(desk: "Desk", inbox: Inbox, extra: int, glyphs: Glyphs) -> Iterator[Shape]:
    """What went out today, what waits, and what there is time for."""
    yield Rule(Span("nothing is due", "muted"))
    went_out = gone_out(desk)
    rows = went_out[:WENT_OUT]
    if len(went_out) > WENT_OUT:
        rows = [*went_out[: WENT_OUT - 1], f"and {number(len(went_out) - WENT_OUT + 1)} more"]
    yield from _labelled("went out", [f"{glyphs.prompt} {each}" for each in rows] or ["nothing yet today"])
    waits = [f"{owed}" for owed in desk.review(desk.book).owed[:OWED]]
    can_wait = inbox.waiting - extra
    if can_wait > 0:
        waits.insert(0, f"{counted(can_wait, 'item')} can wait: + brings the next five")
    yield from _labelled("waits", waits or ["nothing"])
    yield from _labelled("time left", ["m shows what you could give in 5, 15 or 30 minutes"])


def gone_out(desk: "Desk") -> Sequence[str]:
    """What went out today, the last first, in the words in which it was captured."""
    day = desk.moment().day
    records = [
        one for one in desk.book.interactions.values() if one.at.startswith(day) and one.direction in ("gave", "mutual")
    ]
    records.sort(key=lambda one: (one.at, one.id), reverse=True)
    today = desk.moment().today
    return [
        clean(one.raw) or entry_of(one, one.people[0] if one.people else "", desk.book, today).text for one in records
    ]


def _labelled(label: str, words: Sequence[str]) -> Iterator[Shape]:
    for at, each in enumerate(words):
        yield Cells(_LABELLED, (Span("" if at else label, "muted"), each))
