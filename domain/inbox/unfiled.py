"""The source of captures that wait to be filed, all in one row."""

from collections.abc import Iterator

from domain.inbox.index import Index
from domain.inbox.item import Item
from domain.moment import Moment
from domain.text import clean
from domain.words import in_short, iso, span

_SHOWN = 2


def unfiled(index: Index, moment: Moment) -> Iterator[Item]:
    """One row for all unfiled captures, about the oldest; a new capture makes a new situation."""
    waiting = list(index.book.captures.values())
    if not waiting:
        return
    oldest = min(waiting, key=lambda capture: capture.id)
    day = iso(oldest.at) or moment.today
    age = max(0, (moment.today - day).days)
    yield Item(
        key=f"unfiled:{max(capture.id for capture in waiting)}",
        source="unfiled",
        reason=f"to be filed: {in_short([clean(capture.line) for capture in waiting], _SHOWN)}",
        when=span(age),
        due=day.isoformat(),
        terms=(index.score.once("unfiled"), index.score.late(age, "days waiting")),
        record=oldest.id,
    )
