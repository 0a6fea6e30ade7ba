"""The end of a review in lines: what went out, what moved, what waits, what the gauge does of itself."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from domain.inbox.item import Item
from domain.inbox.review import Entry, Review
from domain.text import listed
from domain.words import counted, number
from tui.glyphs import Glyphs
from tui.review_lines import labelled
from tui.text import Span, wrapped
from tui.walk import Walk
from tui.widgets.shapes import Cells, Column, Shape

LABEL: Final = 13
_ENTRY: Final = (Column(width=LABEL), Column(), Column(width=30, drop=1))
_OWED: Final = 2
"""How many things you wait for are named."""
_SOME: Final = (99, 8, 5, 3, 2, 1)
"""How many lines a part may take, the first that fits."""


class End(NamedTuple):
    """What the end of a review tells."""

    walk: Walk
    review: Review
    momentum: str
    """What the gauge does, in a sentence."""
    passed_over: Sequence[str]
    """The titles of what is still due."""
    first: Item | None
    """The first give of the day, where one is offered."""
    first_title: str = ""


def end_lines(end: End, width: int, height: int, glyphs: Glyphs) -> list[Shape]:
    """The page, with the longest parts cut where there is no room."""
    shown: list[Shape] = []
    for most in _SOME:
        shown = _page(end, most, width, glyphs)
        if len(shown) <= height:
            break
    return shown


def _page(end: End, most: int, width: int, glyphs: Glyphs) -> list[Shape]:
    shapes: list[Shape] = ["", Span(headline(end.walk), "strong")]
    done = list(_done(end.review, most, width, glyphs))
    if done:
        shapes.extend(("", *done))
    if done or end.walk.items:
        shapes.append("")
        shapes.extend(wrapped(glyphs.own(end.momentum), width - 2))
    left = list(_left(end, width, glyphs))
    if left:
        shapes.extend(("", *left))
    return shapes


def headline(walk: Walk) -> str:
    """How far it went."""
    if not walk.items:
        return "Nothing is due."
    total, passed = len(walk.items), len(walk.passed_over)
    if passed == total:
        return "It waits still." if total == 1 else f"All {number(total)} wait still."
    words = f"{number(total - passed)} of {number(total)}".capitalize()
    return f"{words}." if not passed else f"{words}; {number(passed)} {'waits' if passed == 1 else 'wait'} still."


def _done(review: Review, most: int, width: int, glyphs: Glyphs) -> Iterator[Shape]:
    """What has happened, by what it means."""
    yield from _entries("Went out", review.went_out, most, glyphs)
    yield from _entries("Came back", review.came_back, most, glyphs)
    yield from _entries("Moved", review.moved, most, glyphs)
    yield from _flowing("Later", _by_day(review.later), most, width, glyphs)
    dropped = (f"{one.what} ({one.aside})" if one.aside else one.what for one in review.dropped)
    yield from _flowing("Dropped", dropped, most, width, glyphs)
    yield from _flowing("Thought of", review.thought_of, most, width, glyphs)


def _by_day(later: Iterable[Entry]) -> Iterator[str]:
    """What was put off, with each day once: `Ana and Ben to Fri 27 Nov`."""
    days: dict[str, list[str]] = {}
    for entry in later:
        days.setdefault(entry.aside, []).append(entry.what)
    return (f"{listed(names)} to {day}" for day, names in days.items())


def _entries(label: str, entries: Sequence[Entry], most: int, glyphs: Glyphs) -> Iterator[Shape]:
    """A line for each."""
    left_out = len(entries) - most + 1 if len(entries) > most else 0
    for at, entry in enumerate(entries[: len(entries) - left_out]):
        name, aside = Span("" if at else label, "muted"), Span(glyphs.own(entry.aside), "muted")
        yield Cells(_ENTRY, (name, glyphs.own(entry.what), aside))
    if left_out:
        more = label if most == 1 else ""
        words = counted(left_out, "thing") if most == 1 else f"{glyphs.more} {left_out} more"
        yield Cells(_ENTRY, (Span(more, "muted"), Span(words, "muted")))


def _flowing(label: str, parts: Iterable[str], most: int, width: int, glyphs: Glyphs) -> Iterator[Shape]:
    """All in one, over as many lines as it takes."""
    words = glyphs.own(" · ".join(parts))
    if words:
        yield from labelled(label, words, width, min(most, 3))


def _left(end: End, width: int, glyphs: Glyphs) -> Iterator[Shape]:
    """What waits, what is not known, what to give first."""
    review, more = end.review, end.walk.more
    if end.passed_over:
        yield from labelled(
            "Passed over", glyphs.own(" · ".join(end.passed_over)), width, 2, Span("k goes back", "muted")
        )
    waiting = [f"{more} can wait, + brings five"] if more else []
    waiting.extend(review.owed[:_OWED])
    if waiting:
        yield from labelled("Waiting", glyphs.own(" · ".join(waiting)), width, 2)
    if review.not_known:
        verb = "is" if len(review.not_known) == 1 else "are"
        yield from labelled("Not known", f"what {listed(review.not_known)} {verb} looking for", width, 2)
    if end.first is not None:
        words = end.first.reason if not end.first_title else f"{end.first_title}: {end.first.reason}"
        yield from labelled("First give", glyphs.own(words), width, 2, Span("d does it", "muted"), role="accent")
