"""The sources with an agreed day: promises of yours, what you wait for, reminders."""

from collections.abc import Iterator

from domain.inbox.index import Index
from domain.inbox.item import Due, Item
from domain.model import FollowUp
from domain.moment import Moment
from domain.text import clean
from domain.words import due as due_words
from domain.words import iso


def follow_ups(index: Index, moment: Moment) -> Iterator[Due | Item]:
    """The open follow-ups whose day has come."""
    day = moment.day

    def about(id_: str) -> tuple[Item, ...]:
        record = index.book.follow_ups.get(id_)
        is_due = record is not None and record.state == "open" and record.due[:10] <= day
        return (follow_up_item(index, record, moment),) if record is not None and is_due else ()

    for items in index.each("follow_ups", moment.today, index.book.follow_ups, about):
        yield from items


def follow_up_item(index: Index, record: FollowUp, moment: Moment) -> Item:
    """The line of one follow-up; another day makes another situation."""
    day = iso(record.due) or moment.today
    return Item(
        key=f"{record.kind}:{record.id}:{record.due[:10]}",
        source=record.kind,
        reason=reason(record),
        when=due_words(day, moment.today),
        due=day.isoformat(),
        terms=(index.score.once(record.kind), index.score.late((moment.today - day).days)),
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
