"""The source of key dates: the birthdays of people in a circle."""

from collections.abc import Iterator
from datetime import date, timedelta

from domain.inbox.index import Index
from domain.inbox.item import Item
from domain.model import Contact
from domain.moment import Moment
from domain.words import span

BELATED = 5
"""Days for which a birthday may still be wished."""


def birthdays(index: Index, moment: Moment) -> Iterator[Item]:
    """The birthdays of today and of the last days, unless there was contact since."""
    for since in range(BELATED + 1):
        day = moment.today - timedelta(days=since)
        for contact in _born_on(index, day):
            last = index.dealings.last(contact.id, moment.today)
            if index.cadence(contact.id) and (last is None or last < day):
                yield _item(index, contact, day, since)


def _born_on(index: Index, day: date) -> Iterator[Contact]:
    """The people with a birthday on that day; one of 29 February is kept on the 28th where there is no 29th."""
    born = index.birthdays()
    yield from born.get(f"{day:%m-%d}", ())
    if (day.month, day.day) == (2, 28) and (day + timedelta(days=1)).day == 1:
        yield from born.get("02-29", ())


def _item(index: Index, contact: Contact, day: date, since: int) -> Item:
    """The line of one birthday; the next year is another situation."""
    return Item(
        key=f"birthday:{contact.id}:{day.year}",
        source="birthday",
        reason="birthday today" if since == 0 else "had a birthday",
        when="today" if since == 0 else f"{span(since)} late",
        due=day.isoformat(),
        terms=(index.score.once("birthday"), index.score.late(since)),
        people=(contact.id,),
    )
