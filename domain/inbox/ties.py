"""The sources of people gone quiet: out of rhythm, and the one dormant tie of the day."""

from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

from domain.inbox.index import Index, Standing, made_at, today_began
from domain.inbox.item import Due, Item, Term
from domain.inbox.lot import lot
from domain.inbox.rhythm import NEVER, Turn, turn
from domain.model import Contact
from domain.moment import Moment
from domain.words import iso_of, span, times

DRAWN_FROM = 10
"""The strongest dormant ties, one of which is drawn each day."""


def rhythm(index: Index, moment: Moment) -> Iterator[Due | Item]:
    """Everybody in a circle who is out of rhythm and not dormant."""
    today = moment.today.toordinal()
    standings = index.standings(moment.today)

    def about(id_: str) -> tuple[Due, ...]:
        standing = standings.get(id_)
        due = standing.turn.due(today) if standing else 0
        return (_due(index, standing, due, today),) if standing and due else ()

    for dues in index.each("rhythm", moment.today, standings, about):
        yield from dues


def rhythm_key(contact: str, last: int) -> str:
    """The situation: the silence since that contact."""
    return f"rhythm:{contact}:{iso_of(last) if last else 'new'}"


def _due(index: Index, standing: Standing, due: int, today: int) -> Due:
    """The line of somebody out of rhythm, not in words yet."""
    contact, cadence, now = standing
    assert contact.circle  # who stands is in a circle
    term = index.score.quiet(contact.circle, _ratio(now, cadence, today))
    day = iso_of(due)
    return Due(term.points, day, rhythm_key(contact.id, now.last), "rhythm", partial(_item, standing, term, day, today))


def _ratio(now: Turn, cadence: int, today: int) -> float:
    """How many times their usual somebody has been quiet for."""
    if not now.last:
        return 1.0
    return (today - now.last) / (now.gap if now.own(today) else cadence)


def _item(standing: Standing, term: Term, due: str, today: int) -> Item:
    """The line of somebody out of rhythm."""
    contact, cadence, now = standing
    return Item(
        key=rhythm_key(contact.id, now.last),
        source="rhythm",
        reason=_reason(contact.circle, now, now.own(today), _ratio(now, cadence, today)),
        when=span(today - now.last) if now.last else "new",
        due=due,
        terms=(term,),
        people=(contact.id,),
        turn=min(cadence, now.by_gap - now.last) if now.own(today) else cadence,
    )


def _reason(circle: str, now: Turn, own: bool, ratio: float) -> str:
    """Why somebody is out of rhythm."""
    if not now.last:
        return f"{circle}, and no contact yet"
    usual = "your usual" if own else f"your rhythm for {circle}"
    much = times(ratio)
    return f"quiet for {much} {usual}" if much else f"quiet for longer than {usual}"


class Dormant(NamedTuple):
    """A tie that was strong once."""

    contact: Contact
    turn: Turn

    @property
    def key(self) -> str:
        """The situation: the silence since the last contact."""
        return f"dormant:{self.contact.id}:{iso_of(self.turn.last)}"


def dormant_ties(index: Index, moment: Moment) -> list[Dormant]:
    """The dormant ties as this day found them, whatever was done since, the strongest first."""
    today, began = moment.today.toordinal(), today_began(moment)
    found = [
        tie
        for standing in index.standings(moment.today).values()
        if (standing.turn.dormant <= today or standing.turn.last == today)
        and (tie := _dormant(index, standing, today))
        and not _rested(index, tie.key, moment.day, began)
    ]
    found.sort(key=lambda tie: (-tie.turn.strength, tie.contact.id))
    return found


def _dormant(index: Index, standing: Standing, today: int) -> Dormant | None:
    """This person as a dormant tie, were there no contact today."""
    now = _yesterday(index, standing, today) if standing.turn.last == today else standing.turn
    return Dormant(standing.contact, now) if now.dormant <= today else None


def _yesterday(index: Index, standing: Standing, today: int) -> Turn:
    """Their turn as the last day left it."""
    return turn(index.dealings.days(standing.contact.id), standing.cadence, NEVER, today - 1)


def _rested(index: Index, key: str, day: str, began: int) -> bool:
    """Whether the tie was put away before this day began."""
    return any(
        (not snooze.until or day < snooze.until) and made_at(snooze.id) < began
        for snooze in index.snoozes().get(key, ())
    )


def dormant(index: Index, moment: Moment) -> Iterator[Item]:
    """One dormant tie, drawn by the date from the strongest; a day has one, done or not."""
    best = dormant_ties(index, moment)[:DRAWN_FROM]
    if not best:
        return
    drawn = min(best, key=lambda tie: (lot(f"{moment.day} {tie.contact.id}"), tie.contact.id))
    if index.dealings.last(drawn.contact.id, moment.today) != moment.today:
        yield dormant_item(index, drawn, moment)


def dormant_item(index: Index, tie: Dormant, moment: Moment) -> Item:
    """The line of a dormant tie."""
    return Item(
        key=tie.key,
        source="dormant",
        reason="you were in touch often once",
        when=span(moment.today.toordinal() - tie.turn.last),
        due=iso_of(tie.turn.dormant),
        terms=(index.score.once("dormant"),),
        people=(tie.contact.id,),
    )


def met_today(index: Index, moment: Moment) -> Iterator[str]:
    """The keys of the people gone quiet who have been met since the day began."""
    today, began = moment.today.toordinal(), today_began(moment)
    for standing in index.standings(moment.today).values():
        if standing.turn.last == today:
            before = _yesterday(index, standing, today)
            key = rhythm_key(standing.contact.id, before.last)
            if before.dormant <= today:
                yield Dormant(standing.contact, before).key
            elif before.due(today) and not _rested(index, key, moment.day, began):
                yield key
