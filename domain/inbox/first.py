"""The first give of the day: what is offered when nothing is due."""

from collections.abc import Iterator, Sequence

from domain.inbox.index import Index
from domain.inbox.item import Item
from domain.inbox.stale import newest
from domain.inbox.ties import Dormant, dormant_ties
from domain.model import Answer
from domain.moment import Moment
from domain.text import clean
from domain.words import span

_GIVEN = ("gave", "mutual")


def first_give(index: Index, moment: Moment, matches: Sequence[Item] = ()) -> Iterator[Item]:
    """One proposal, unless something went out today or none is wanted; those put away make room for the next."""
    if index.put_away(first_key(moment), moment.day) or _gave_today(index, moment):
        return
    for item in _proposals(index, moment, matches):
        if not index.put_away(item.key, moment.day):
            yield item
            return


def first_key(moment: Moment, about: str = "") -> str:
    """The situation: this day, or one proposal on it."""
    return f"first:{moment.day}:{about}" if about else f"first:{moment.day}"


def _gave_today(index: Index, moment: Moment) -> bool:
    """Whether something went out on this day."""
    return any(
        record.direction in _GIVEN and record.at.startswith(moment.day) for record in index.book.interactions.values()
    )


def _proposals(index: Index, moment: Moment, matches: Sequence[Item]) -> Iterator[Item]:
    """All there is to propose, the best first."""
    for match in matches:
        if not index.put_away(match.key, moment.day):
            yield _about_match(index, match, moment)
    for answer in _at_work(index):
        yield _about_work(index, answer, moment)
    for tie in dormant_ties(index, moment):
        yield _about_tie(index, tie, moment)
    yield Item(
        key=first_key(moment, "post"),
        source="first",
        reason="post one thing you learnt",
        when="today",
        due=moment.day,
        terms=(index.score.once("first"),),
    )


def _about_match(index: Index, match: Item, moment: Moment) -> Item:
    """Bring two people together."""
    return Item(
        key=first_key(moment, match.key),
        source="first",
        reason=f"introduce them: {match.reason}",
        when=match.when,
        due=moment.day,
        terms=(index.score.once("first"),),
        people=match.people,
        record=match.record,
    )


def _at_work(index: Index) -> list[Answer]:
    """What close people work on, what was learnt longest ago first."""
    answers = index.answers()
    close = {id_ for id_, contact in index.book.contacts.items() if contact.circle in ("inner", "close")}
    found = [
        answer
        for contact, told in answers.items()
        if contact in close
        for answer in newest(told)
        if answer.question == "working_on" and answer.state == "open"
    ]
    return sorted(found, key=lambda answer: (answer.learnt, answer.id))


def _about_work(index: Index, answer: Answer, moment: Moment) -> Item:
    """Ask how somebody's work goes."""
    age = moment.today.toordinal() - index.dealings.ordinal(answer.learnt)
    return Item(
        key=first_key(moment, answer.id),
        source="first",
        reason=f"working on {clean(answer.text)}: ask how it goes",
        when=span(age),
        due=moment.day,
        terms=(index.score.once("first"),),
        people=(answer.contact,),
        record=answer.id,
    )


def _about_tie(index: Index, tie: Dormant, moment: Moment) -> Item:
    """Write to somebody from long ago."""
    return Item(
        key=first_key(moment, tie.contact.id),
        source="first",
        reason="you were in touch often once: say hello",
        when=span(moment.today.toordinal() - tie.turn.last),
        due=moment.day,
        terms=(index.score.once("first"),),
        people=(tie.contact.id,),
    )
