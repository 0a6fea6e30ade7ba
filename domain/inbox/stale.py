"""The source of answers gone stale, for people in a circle who are in season."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import partial
from typing import Final

from domain.inbox.index import Index
from domain.inbox.item import Due, Item, Term
from domain.model import QUESTION_WORDS, Answer, Contact, Question
from domain.moment import Moment
from domain.text import clean
from domain.words import iso_of, span

_STILL: Final[dict[Question, str]] = {
    **{question: f"still {words}" for question, words in QUESTION_WORDS.items()},
    "offers": "can still help",
}

SEASON = 14
"""Days either side of an interaction or an open item in which somebody is in season."""


def stale(index: Index, moment: Moment) -> Iterator[Due | Item]:
    """The oldest stale answer of each person in season; one that is snoozed speaks for the person meanwhile."""
    today, day = moment.today.toordinal(), moment.day
    latest = iso_of(max(1, today - index.settings.fresh_days))
    expected = _expected(index, today)
    answers, contacts = index.answers(), index.book.contacts

    def about(id_: str) -> tuple[Due, ...]:
        told, contact = answers.get(id_), contacts.get(id_)
        if not told or told[-1].learnt > latest or contact is None or contact.circle not in index.cadences:
            return ()
        asked = _in_season(index, contact, today, expected)
        return tuple(_due(index, answer, today) for answer in _stale(told, latest)) if asked else ()

    for dues in index.each("stale", moment.today, answers, about):
        due = next((due for due in dues if not index.dismissed(due.key)), None)
        if due is not None and not index.put_away(due.key, day):
            yield due


def _expected(index: Index, today: int) -> set[str]:
    """The people with an open follow-up near this day."""
    near: set[str] = set()
    for record in index.book.follow_ups.values():
        if record.state == "open" and abs(index.dealings.ordinal(record.due) - today) <= SEASON:
            near.update(record.people)
    return near


def _in_season(index: Index, contact: Contact, today: int, expected: set[str]) -> bool:
    """Whether this is a time to ask them."""
    if contact.circle in ("inner", "close") or contact.id in expected:
        return True
    days = index.dealings.days(contact.id)
    near = bisect_left(days, today - SEASON)
    return near < len(days) and days[near] <= today + SEASON


def newest(answers: Sequence[Answer]) -> list[Answer]:
    """The newest answer to each question, of answers that come newest first."""
    found: dict[str, Answer] = {}
    for answer in answers:
        found.setdefault(answer.question, answer)
    return list(found.values())


def _stale(told: Sequence[Answer], latest: str) -> list[Answer]:
    """The answers that are open and were learnt no later than that day, the oldest first."""
    asked = [answer for answer in newest(told) if answer.state == "open" and answer.learnt <= latest]
    return sorted(asked, key=lambda answer: (answer.learnt, answer.id))


def _key(answer: Answer) -> str:
    """The situation: this answer, until another takes its place."""
    return f"stale:{answer.id}"


def _due(index: Index, answer: Answer, today: int) -> Due:
    """The line of one answer, not in words yet."""
    learnt = index.dealings.ordinal(answer.learnt) or today
    came_up = learnt + index.settings.fresh_days
    terms = (index.score.once("stale"), index.score.late(today - came_up, "days waiting"))
    score = terms[0].points + terms[1].points
    due = iso_of(came_up)
    return Due(score, due, _key(answer), "stale", partial(_item, answer, due, terms, today - learnt))


def _item(answer: Answer, due: str, terms: tuple[Term, ...], age: int) -> Item:
    """The line of one answer."""
    return Item(
        key=_key(answer),
        source="stale",
        reason=f"{_STILL[answer.question]}: {clean(answer.text)}?",
        when=span(age),
        due=due,
        terms=terms,
        people=(answer.contact,),
        record=answer.id,
    )
