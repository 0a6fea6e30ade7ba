"""What is worth noticing without counting streaks: what went out in seven days, and a circle that was forgotten."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from datetime import date, timedelta
from typing import Final

from domain.inbox.index import Index
from domain.inbox.names import full_name
from domain.model import CIRCLES, Circle, Contact, Interaction, Kind
from domain.moment import Moment
from domain.momentum.rhythm import KINDS_BY_WEIGHT, said_acts
from domain.momentum.tally import is_give
from domain.text import listed
from domain.words import iso, span

DAYS: Final = 7
NAMED: Final = 3
"""People who are named; of more it is said how many."""
LEAST: Final = 2
"""People in a circle below which it is nobody's habit: the inbox asks about each of them."""


def notes(index: Index, moment: Moment, *, paused: bool) -> tuple[str, str]:
    """Both for a book; in a pause no circle is forgotten."""
    book, today = index.book, moment.today
    week = this_week(book.interactions.values(), moment, lambda one: full_name(one, book.contacts), paused=paused)
    if paused:
        return week, ""
    cadences = index.settings.cadences
    return week, forgotten(book.contacts.values(), lambda one: index.dealings.last(one, today), cadences, today)


def this_week(
    interactions: Iterable[Interaction], moment: Moment, named: Callable[[str], str], *, paused: bool = False
) -> str:
    """What went out in the last seven days, in words without a stop; `named` gives the name of a contact."""
    first, today = (moment.today - timedelta(days=DAYS - 1)).isoformat(), moment.day
    gives = [one for one in interactions if first <= one.at[:10] <= today and is_give(one)]
    if not gives:
        return "A pause: nothing is asked of you" if paused else "Nothing went out in seven days; it starts with you"
    kinds: Counter[Kind] = Counter(one.kind for one in gives)
    acts = said_acts({kind: kinds[kind] for kind in KINDS_BY_WEIGHT if kinds[kind]})
    people = list(dict.fromkeys(person for one in sorted(gives, key=_newest_last) for person in one.people))[::-1]
    if not people:
        return f"In seven days you gave {acts}"
    names = [named(person) for person in people]
    shown = names[:NAMED] + ([f"{len(names) - NAMED} more"] if len(names) > NAMED else [])
    return f"In seven days you gave {acts}: {listed(shown)}"


def _newest_last(one: Interaction) -> tuple[str, str]:
    return one.at, one.id


def forgotten(
    contacts: Iterable[Contact],
    last_contact: Callable[[str], date | None],
    cadences: Mapping[Circle, int],
    today: date,
) -> str:
    """A circle of which nobody has heard from you for longer than any one of them should wait; empty where none is.

    The closest one alone is named, and none whose people were all put there within that time.
    """
    of_circle: dict[Circle, list[Contact]] = {}
    for contact in contacts:
        if contact.circle and contact.circle != "never":
            of_circle.setdefault(contact.circle, []).append(contact)
    for circle in CIRCLES[:-1]:
        people = of_circle.get(circle, [])
        if len(people) < LEAST:
            continue
        known = [
            day for person in people for day in (last_contact(person.id), iso(person.circle_on)) if day is not None
        ]
        newest = max(known, default=None)
        if newest is None:
            return f"Nobody in {circle} has heard from you yet"
        if (today - newest).days > cadences[circle]:
            return f"Nobody in {circle} has heard from you for {span((today - newest).days)}"
    return ""
