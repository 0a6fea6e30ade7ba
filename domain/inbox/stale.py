"""The source of answers gone stale, for people in a circle who are in season."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import partial
from typing import Final

from domain.inbox.index import Index
from domain.inbox.item import Due, Item, Term
from domain.inbox.score import late, once
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


def stale(index: Index, moment: Moment) -> Iterator[Due]:
    """The oldest stale answer of each person in season; one that is snoozed speaks for the person meanwhile."""
    today, day = moment.today.toordinal(), moment.day
    latest = iso_of(max(1, today - index.settings.fresh_days))
    expected = _expected(index, today)
    contacts = index.book.contacts
    for id_, told in index.answers().items():
        if told[-1].learnt > latest or not index.cadence(id_):
            continue
        if _in_season(index, contacts[id_], today, expected):
            answer = _oldest(index, told, latest, day)
            if answer is not None:
                yield _due(index, answer, today)


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


def _oldest(index: Index, told: Sequence[Answer], latest: str, day: str) -> Answer | None:
    """The answer to ask about again: the oldest that is open, stale and not dismissed."""
    asked = [answer for answer in newest(told) if answer.state == "open" and answer.learnt <= latest]
    for answer in sorted(asked, key=lambda answer: (answer.learnt, answer.id)):
        if not _dismissed(index, _key(answer)):
            return None if index.put_away(_key(answer), day) else answer
    return None


def _dismissed(index: Index, key: str) -> bool:
    """Whether this is never to be asked again."""
    return any(not snooze.until for snooze in index.snoozes().get(key, ()))


def _key(answer: Answer) -> str:
    """The situation: this answer, until another takes its place."""
    return f"stale:{answer.id}"


def _due(index: Index, answer: Answer, today: int) -> Due:
    """The line of one answer, not in words yet."""
    learnt = index.dealings.ordinal(answer.learnt) or today
    came_up = learnt + index.settings.fresh_days
    terms = (once("a question gone stale"), late(today - came_up, "days waiting"))
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
