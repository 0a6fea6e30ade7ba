"""The source of fields about which two books say different things, and how one of the values is chosen."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Final, Literal, NamedTuple, get_args, get_origin, get_type_hints

from domain.book import Book, Put, Work
from domain.errors import BadInputError, ChangedError
from domain.inbox.index import Index
from domain.inbox.item import Item
from domain.inbox.names import full_name
from domain.model import TABLES, Contact, FieldValue, Record, Rival
from domain.moment import Moment
from domain.text import clean, listed

NONE: Final = "none"
"""How an empty value is said."""
_LONGEST: Final = 40
"""Letters of a value in a line."""
_PEOPLE_FIELDS: Final = ("people", "asked", "via", "candidates", "contact", "a", "b")
"""The fields that tell whom a record is about."""


class Dispute(NamedTuple):
    """A field, the value that is in it, and its rivals."""

    record: Record
    field: str
    rivals: tuple[Rival, ...]


def conflicts(index: Index, moment: Moment) -> Iterator[Item]:
    """One item for each field that has rivals."""
    for record in index.contested().values():
        for field in dict.fromkeys(rival.field for rival in record.rivals):
            yield _item(_dispute(record, field), index, moment)


def dispute(book: Book, item: Item) -> Dispute:
    """What there is to choose from, as the book has it now; raises ChangedError where that is settled."""
    field = item.key.removeprefix(_key(item.record, ""))
    for name in TABLES:
        record = book.table(name).get(item.record)
        if record is not None and any(rival.field == field for rival in record.rivals):
            return _dispute(record, field)
    raise ChangedError("This was settled meanwhile.")


def settle(book: Book, item: Item, chosen: Rival | None) -> Work[str]:
    """Take a rival into the field, or (None) keep what is there; the result says what is there now.

    The other values stay in the undo history. Raises ChangedError, or BadInputError where the rival does not fit.
    """
    found = dispute(book, item)
    left = tuple(rival for rival in found.record.rivals if rival.field != found.field)
    settled: Record = replace(found.record, rivals=left)  # type: ignore[arg-type]  # what has rivals has the field
    if chosen is not None:
        if chosen not in found.rivals:
            raise ChangedError("This was settled meanwhile.")
        settled = _with_value(settled, chosen)
    words = f"{field_words(found.field)}: {_here(settled, found.field, book)}"
    return Work(f"{_whose(found.record, book)}{words}", (Put(settled),), words)


def choices(found: Dispute, book: Book) -> list[str]:
    """The values in words, the one that is there first."""
    rivals = [value_words(rival.value, book) for rival in found.rivals]
    return [_here(found.record, found.field, book), *rivals]


def field_words(field: str) -> str:
    """A field as it is said."""
    return clean(field.replace("_", " "))


def value_words(value: FieldValue, book: Book) -> str:
    """A value in short; people by their names."""
    values = value if isinstance(value, tuple) else (str(value),)
    words = listed([_named(one, book) for one in values]) or NONE
    return words if len(words) <= _LONGEST else words[: _LONGEST - 1].rstrip() + "…"


def _key(record: str, field: str) -> str:
    """The situation: this field of this record, for as long as it has a rival."""
    return f"conflict:{record}:{field}"


def _dispute(record: Record, field: str) -> Dispute:
    return Dispute(record, field, tuple(rival for rival in record.rivals if rival.field == field))


def _item(found: Dispute, index: Index, moment: Moment) -> Item:
    record, book = found.record, index.book
    text = "" if isinstance(record, Contact) else _text(record)
    of = f" of “{text}”" if text else ""
    values = ", or ".join(choices(found, book))
    return Item(
        key=_key(record.id, found.field),
        source="conflict",
        reason=f"two books say{of}: {field_words(found.field)} {values}",
        when="",
        due=moment.day,
        terms=(index.score.once("conflict"),),
        people=_people(record, book.contacts),
        record=record.id,
    )


def _people(record: Record, contacts: Mapping[str, Contact]) -> tuple[str, ...]:
    """The contacts that a record is about."""
    if isinstance(record, Contact):
        return (record.id,)
    for field in _PEOPLE_FIELDS[:4]:
        named = tuple(person for person in getattr(record, field, ()) if person in contacts)
        if named:
            return named
    return tuple(person for field in _PEOPLE_FIELDS[4:] if (person := getattr(record, field, "")) in contacts)


def _text(record: Record) -> str:
    found = next((str(text) for field in ("text", "reason", "line") if (text := getattr(record, field, ""))), "")
    words = clean(found)
    return words if len(words) <= _LONGEST else words[: _LONGEST - 1].rstrip() + "…"


def _whose(record: Record, book: Book) -> str:
    people = [full_name(person, book.contacts) for person in _people(record, book.contacts)]
    return f"{listed(people)}, " if people else ""


def _here(record: Record, field: str, book: Book) -> str:
    return value_words(getattr(record, field, ""), book)


def _named(value: str, book: Book) -> str:
    return clean(book.contacts[value].name) if value in book.contacts else clean(value)


def _with_value(record: Record, chosen: Rival) -> Record:
    """The record with the value of a rival; raises BadInputError where its field could not hold it."""
    hint: object = get_type_hints(type(record)).get(chosen.field)
    if hint is None or chosen.field in ("id", "rev", "rivals") or not _fits(chosen.value, hint):
        raise BadInputError(
            f"Swell does not know what “{field_words(chosen.field)}” may hold; x keeps what is there, "
            "and the other value can be taken only by the program that wrote it."
        )
    return replace(record, **{chosen.field: chosen.value})  # type: ignore[arg-type]


def _fits(value: FieldValue, hint: object) -> bool:
    """Whether a field of that type may hold the value."""
    if get_origin(hint) is Literal:
        return value in get_args(hint)
    if get_origin(hint) is tuple:
        return isinstance(value, tuple)
    if hint in (str, int):
        return type(value) is hint
    return any(_fits(value, one) for one in get_args(hint))
