"""The source of thanks owed for a return."""

from collections.abc import Iterator
from functools import partial
from typing import Final

from domain.dealings import givers
from domain.inbox.index import Index
from domain.inbox.item import Due, Item, Term
from domain.model import Interaction, Kind
from domain.moment import Moment
from domain.text import clean
from domain.words import iso_of, names_thing, span

OWED_FOR = 30
"""Days after which thanks for a return would only be odd."""

_VERBS: Final[dict[Kind, str]] = {
    "lead": "sent you",
    "share": "sent you",
    "help": "gave you",
    "introduction": "gave you",
}
_BARE: Final[dict[Kind, str]] = {
    "lead": "sent you a lead",
    "share": "sent you something",
    "help": "helped you",
    "introduction": "introduced you to somebody",
}


def thanks(index: Index, moment: Moment) -> Iterator[Due | Item]:
    """The returns of the last thirty days, from yesterday back, for which nobody was thanked since."""
    today, day = moment.today.toordinal(), moment.day
    oldest = iso_of(max(1, today - OWED_FOR))
    dealings = index.dealings

    def about(id_: str) -> tuple[Due, ...]:
        record = dealings.return_of(id_)
        if record is None or not oldest <= record.at < day:
            return ()
        people = owed(index, record)
        return (_due(index, record, people, today - (dealings.ordinal(record.at) or today)),) if people else ()

    recent = (record.id for record in dealings.returns() if oldest <= record.at < day)
    for items in index.each("thanks", moment.today, recent, about, lambda id_: _returns_of(index, id_)):
        yield from items


def _returns_of(index: Index, contact: str) -> Iterator[str]:
    """The returns that may look different once a contact has changed; an interaction is one itself."""
    yield contact
    for record in index.dealings.with_contact(contact):
        yield record.id


def owed(index: Index, record: Interaction) -> tuple[str, ...]:
    """The givers of a return who were not thanked since; of an introduction, only who made it."""
    contacts = index.book.contacts
    return tuple(
        giver
        for giver in givers(record)
        if giver in contacts and contacts[giver].circle != "never" and not _thanked(index, giver, record.at)
    )


def _thanked(index: Index, giver: str, since: str) -> bool:
    """Whether they were thanked since then."""
    for given in reversed(index.dealings.with_contact(giver)):
        if given.at < since:
            return False
        if given.kind == "thanks" and given.direction == "gave":
            return True
    return False


def _due(index: Index, record: Interaction, people: tuple[str, ...], age: int) -> Due:
    """The line of one return, not in words yet."""
    terms = (index.score.once("thanks"), index.score.late(age, "days waiting"))
    score = sum(term.points for term in terms)
    key, day = f"thanks:{record.id}", record.at[:10]
    return Due(score, day, key, "thanks", partial(_item, key, day, record, people, age, terms))


def _item(key: str, day: str, record: Interaction, people: tuple[str, ...], age: int, terms: tuple[Term, ...]) -> Item:
    """The line of one return."""
    return Item(
        key=key,
        source="thanks",
        reason=reason(record),
        when=span(age),
        due=day,
        terms=terms,
        people=people,
        record=record.id,
    )


def reason(record: Interaction) -> str:
    """What came back, in words."""
    text = clean(record.text)
    if not text:
        return _BARE[record.kind]
    if names_thing(text):
        return f"{_VERBS[record.kind]} {text}"
    return f"{_BARE[record.kind]}: {text}"
