"""What a record points at: the people and interactions it names, and the days it tells."""

from collections.abc import Container, Iterator
from typing import Final

from domain.ids import WIDTH
from domain.model import TABLE_OF, Contact, Interaction, Record
from domain.words import iso

PEOPLE: Final = {
    "interactions": ("people", "via"),
    "answers": ("contact",),
    "follow_ups": ("people",),
    "introductions": ("a", "b", "yes"),
    "asks": ("asked", "helped", "could_not"),
    "knows": ("a", "b"),
}
"""The fields that name people, by table."""

DAYS: Final = {
    "contacts": ("birthday", "circle_on"),
    "interactions": ("at",),
    "answers": ("learnt",),
    "follow_ups": ("due", "made", "closed"),
    "introductions": ("since",),
    "asks": ("opened", "closed"),
    "knows": ("said",),
    "captures": ("at",),
    "snoozes": ("until",),
    "pauses": ("first", "last"),
    "taught": ("on",),
}
"""The fields that hold a day or an instant, by table."""

NEEDED: Final = frozenset({"at", "learnt", "due", "first", "last"})
"""Those of them that may not be empty."""

ANY_YEAR: Final = "2000"
"""A leap year, for a birthday whose own is not known."""


def dangling(record: Record, people: Container[str], happened: Container[str]) -> Iterator[tuple[str, str]]:
    """Each name of a person or an interaction that is not there, with its field."""
    table = TABLE_OF[type(record)]
    for field in PEOPLE.get(table, ()):
        yield from ((field, one) for one in _values(record, field) if one not in people)
    if isinstance(record, Interaction):
        yield from (("because_of", one) for one in record.because_of if one not in happened)
    if isinstance(record, Contact) and _is_id(record.met_via):
        yield from (("met_via", one) for one in (record.met_via,) if one not in people and one not in happened)


def impossible(record: Record) -> Iterator[tuple[str, str]]:
    """Each field that should hold a day and holds none that the calendar has, with what it holds."""
    for field in DAYS[TABLE_OF[type(record)]]:
        for value in _values(record, field):
            if (value or field in NEEDED) and iso(_whole(value)) is None:
                yield field, value


def _values(record: Record, field: str) -> tuple[str, ...]:
    value: str | tuple[str, ...] = getattr(record, field)
    return (value,) if isinstance(value, str) else value


def _whole(day: str) -> str:
    """A day with a year, also where it is a birthday without one."""
    return ANY_YEAR + day[1:] if day.startswith("--") else day


def _is_id(text: str) -> bool:
    return len(text) == WIDTH and text.isascii() and text.isdigit()
