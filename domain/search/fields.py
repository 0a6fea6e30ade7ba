"""The fields of a person that search looks into, with the texts each of them holds."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal, get_args

from domain.model import Answer, Contact, Question
from domain.search.words import name_words, words_of

Field = Literal[
    "name", "alias", "organisation", "role", "place", "tag",
    "looking for", "after", "working on", "interested in", "can help", "note", "circle",
]  # fmt: skip
"""A field by the word that says so on screen."""

FIELDS: Final[tuple[Field, ...]] = get_args(Field)

NAMES: Final[tuple[Field, ...]] = ("name", "alias")

TEXTS: Final[tuple[Field, ...]] = FIELDS[2:-1]
"""Every field that plain words are looked for in, beside the names."""

_FIELD_OF_QUESTION: Final[dict[Question, Field]] = {
    "looking_for": "looking for",
    "after": "after",
    "working_on": "working on",
    "interested_in": "interested in",
    "offers": "can help",
}


@dataclass(frozen=True, slots=True)
class Person:
    """What search knows of one contact."""

    contact: Contact
    answers: tuple[Answer, ...] = ()
    """The open ones, newest first."""
    notes: tuple[str, ...] = ()
    """The texts of notes that were logged, newest first."""

    def texts(self) -> Iterator[tuple[Field, str]]:
        """Each text with the field it belongs to."""
        contact = self.contact
        yield "name", contact.name
        for alias in contact.aliases:
            yield "alias", alias
        yield "organisation", contact.organisation
        yield "role", contact.role
        yield "place", contact.place
        for tag in contact.tags:
            yield "tag", tag
        yield "circle", contact.circle or "none"
        for answer in self.answers:
            yield _FIELD_OF_QUESTION[answer.question], answer.text
        yield "note", contact.notes
        for note in self.notes:
            yield "note", note

    def texts_of(self, field: Field) -> list[str]:
        """The texts of one field."""
        return [text for name, text in self.texts() if name == field]


def indexed_words(field: Field, text: str) -> list[str]:
    """The words of a text under which its person is found."""
    return name_words(text) if field in NAMES else words_of(text)
