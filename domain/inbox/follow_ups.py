"""The sources with an agreed day: promises of yours, what you wait for, reminders."""

from collections.abc import Iterator
from typing import Final

from domain.inbox.index import Index
from domain.inbox.item import Item
from domain.inbox.score import late, once
from domain.model import FollowUp, FollowUpKind
from domain.moment import Moment
from domain.text import clean
from domain.words import due as due_words
from domain.words import iso

_TERM: Final[dict[FollowUpKind, str]] = {
    "promise": "a promise of yours",
    "waiting": "something you wait for",
    "reminder": "a reminder",
}


def follow_ups(index: Index, moment: Moment) -> Iterator[Item]:
    """The open follow-ups whose day has come."""
    day = moment.day
    for record in index.book.follow_ups.values():
        if record.state == "open" and record.due[:10] <= day:
            yield _item(record, moment)


def _item(record: FollowUp, moment: Moment) -> Item:
    """The line of one follow-up; another day makes another situation."""
    day = iso(record.due) or moment.today
    return Item(
        key=f"{record.kind}:{record.id}:{record.due[:10]}",
        source=record.kind,
        reason=reason(record),
        when=due_words(day, moment.today),
        due=day.isoformat(),
        terms=(once(_TERM[record.kind]), late((moment.today - day).days)),
        people=record.people,
        record=record.id,
    )


def reason(record: FollowUp) -> str:
    """What is due, in words."""
    text = clean(record.text)
    if record.kind == "promise":
        return f"you promised: {text}" if text else "you promised something"
    if record.kind == "waiting":
        return f"owes you: {text}" if text else "owes you an answer"
    return text or "to remember"
