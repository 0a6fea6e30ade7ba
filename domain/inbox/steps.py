"""The source of introductions that wait at a stage."""

from collections.abc import Iterator
from typing import Final

from domain.inbox.index import Index, made_on
from domain.inbox.item import Item
from domain.inbox.score import late, once
from domain.model import Introduction, Stage
from domain.moment import Moment
from domain.text import clean
from domain.words import iso_of, span

REST: Final[dict[Stage, int]] = {"idea": 5, "asked_a": 5, "asked_b": 5, "made": 21}
"""Days that an introduction may rest at a stage before its next step is due."""


def steps(index: Index, moment: Moment) -> Iterator[Item]:
    """The introductions whose next step is due, once for each stage."""
    today = moment.today.toordinal()
    for record in index.book.introductions.values():
        rest = REST.get(record.stage)
        if rest is None or record.a not in index.book.contacts or record.b not in index.book.contacts:
            continue
        since = index.dealings.ordinal(record.since) or made_on(record.id)
        if since + rest <= today:
            yield _item(index, record, since, rest, today)


def _item(index: Index, record: Introduction, since: int, rest: int, today: int) -> Item:
    """The line of one introduction, the one to turn to first."""
    people = (record.b, record.a) if record.stage == "asked_a" else (record.a, record.b)
    return Item(
        key=f"intro:{record.id}:{record.stage}",
        source="intro",
        reason=_reason(index, record),
        when=span(today - since),
        due=iso_of(since + rest),
        terms=(once("a step of an introduction"), late(today - since - rest)),
        people=people,
        record=record.id,
    )


def _reason(index: Index, record: Introduction) -> str:
    """What the next step is."""
    a, b = (_first(index.book.contacts[id_].name) for id_ in (record.a, record.b))
    words: dict[Stage, str] = {
        "idea": f"an idea of yours; ask {a}",
        "asked_a": f"{a} was asked; ask {b}",
        "asked_b": f"{b} was asked; introduce them",
        "made": "you introduced them: how did it go?",
    }
    return words[record.stage]


def _first(name: str) -> str:
    """The first word of a name."""
    return clean(name).split(" ", 1)[0]
