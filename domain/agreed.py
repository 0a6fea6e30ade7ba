"""Follow-ups changed and taken to their next turn, each decided on fresh data as one undoable step."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Final, NamedTuple

from domain.book import Book, Put, Work
from domain.errors import BadInputError, ChangedError, NotFoundError
from domain.model import FollowUp
from domain.moment import Moment
from domain.text import clean
from domain.words import dated, iso, near

_ONCE: Final = frozenset({"", "no", "never", "once", "none", "-"})
"""Words for a follow-up that does not come again."""
A_WEEK: Final = timedelta(days=7)
"""How much longer one waits after a nudge."""
_SAID: Final[dict[str, str]] = {
    "promise": "This promise",
    "waiting": "What you wait for",
    "reminder": "This reminder",
}


class Edit(NamedTuple):
    """What is to be changed in a follow-up; None leaves a field as it is."""

    due: date | None = None
    text: str | None = None
    repeat: str | None = None
    """As it was typed; `once` or nothing ends it."""
    people: tuple[str, ...] | None = None


def due_on(phrase: str, today: date) -> date:
    """The day that a phrase such as `fri`, `2w` or `3 dec` names; raises BadInputError for none or a past one."""
    from domain.capture.dates import due_date, past_date  # what is not typed as words needs none of it

    day = due_date(phrase, today)
    if day is None:
        past = past_date(phrase, today)
        if past is not None:
            raise BadInputError(f"{dated(past, today)} is past; name today or a later day.")
        raise BadInputError(f"“{clean(phrase)}” is no day; write fri, 2w, 3 dec or tomorrow.")
    return day


def repeat_of(phrase: str) -> str:
    """A repeat as the book keeps it; empty for none. Raises BadInputError."""
    from domain.repeats import rule, written

    return "" if phrase.strip().lower() in _ONCE else written(rule(phrase))


def edit(book: Book, seen: FollowUp, changes: Edit, moment: Moment) -> Work[FollowUp]:
    """Change fields of a follow-up as it was seen; raises BadInputError, NotFoundError, ChangedError."""
    record = open_follow_up(book, seen.id, seen.kind)
    asked = replace(
        seen,
        due=changes.due.isoformat() if changes.due is not None else seen.due,
        text=changes.text.strip() if changes.text is not None else seen.text,
        repeat=repeat_of(changes.repeat) if changes.repeat is not None else seen.repeat,
        people=changes.people if changes.people is not None else seen.people,
    )
    new = [name for name in ("due", "text", "repeat", "people") if getattr(asked, name) != getattr(seen, name)]
    for name in new:
        if getattr(record, name) != getattr(seen, name):
            field = "day" if name == "due" else name
            raise ChangedError(f"Its {field} was changed meanwhile; look at it again.")
    if "due" in new and changes.due is not None and changes.due < moment.today:
        raise BadInputError(f"{dated(changes.due, moment.today)} is past; name today or a later day.")
    _all_known(book, changes.people or ())
    changed = replace(
        record,
        due=asked.due if "due" in new else record.due,
        text=asked.text if "text" in new else record.text,
        repeat=asked.repeat if "repeat" in new else record.repeat,
        people=asked.people if "people" in new else record.people,
    )
    label = f"changed: {clean(changed.text) or changed.kind}"
    return Work(label, (Put(changed),) if changed != record else (), changed)


def skip(book: Book, seen: FollowUp, moment: Moment, from_day: date | None = None) -> Work[str]:
    """Take a repeating follow-up to its next turn, or to the first from a day on; says in words when that is.

    Raises BadInputError where it does not come again, and ChangedError.
    """
    record = open_follow_up(book, seen.id, seen.kind)
    if not record.repeat:
        raise BadInputError("This does not come again; s puts it off, x drops it.")
    day = next_day(record, moment, from_day)
    if day is None:
        raise BadInputError(f"“{clean(record.repeat)}” has no next turn; e changes how it comes again.")
    moved = replace(record, due=day.isoformat(), repeat=anchored_repeat(record, moment))
    words = f"this turn is skipped; next {near(day, moment.today)}"
    return Work(f"skipped: {clean(record.text) or record.kind}", (Put(moved),), words)


def next_turn(record: FollowUp, moment: Moment, ids: Callable[[], str]) -> FollowUp | None:
    """The follow-up that comes after a repeating one is done; None where none does."""
    day = next_day(record, moment) if record.repeat else None
    if day is None:
        return None
    repeat = anchored_repeat(record, moment)
    return replace(record, id=ids(), due=day.isoformat(), repeat=repeat, made=moment.stamp, rivals=(), rev=0)


def next_day(record: FollowUp, moment: Moment, from_day: date | None = None) -> date | None:
    """The first turn of a repeating follow-up after today, or from a later day on.

    None where its rule, which another program may have written, brings none.
    """
    from domain.calendar import next_due  # heavy to import, and few follow-ups repeat

    due = iso(record.due) or moment.today
    try:
        after = max(moment.today, date.fromordinal(from_day.toordinal() - 1)) if from_day else moment.today
        return next_due(record.repeat, due, after)
    except BadInputError:
        return None


def anchored_repeat(record: FollowUp, moment: Moment) -> str:
    """The repeat with the day that a shorter month would wear away."""
    from domain.calendar import anchored

    return anchored(record.repeat, iso(record.due) or moment.today)


def open_follow_up(book: Book, id_: str, kind: str) -> FollowUp:
    """The follow-up with that id, which must still be open; raises ChangedError."""
    record = book.follow_ups.get(id_)
    if record is None or record.state != "open":
        raise ChangedError(f"{_SAID.get(kind, 'This')} was closed meanwhile.")
    return record


def _all_known(book: Book, people: tuple[str, ...]) -> None:
    """Make sure that everybody is in the book."""
    if any(person not in book.contacts for person in people):
        raise NotFoundError("Somebody named here is no longer in the book.")
