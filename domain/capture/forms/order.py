"""The forms that a clause may have, in the order in which they are tried."""

from collections.abc import Callable, Sequence
from typing import Final

from domain.capture.clause import Clause
from domain.capture.drafts import Draft
from domain.capture.forms.acts import acted, shared_time, worded_around
from domain.capture.forms.answers import answer, ask, knows
from domain.capture.forms.due import promise, to_do, waiting
from domain.capture.forms.introductions import introduced
from domain.capture.forms.notes import asked, born, no_contact, noted, only_people, question
from domain.capture.forms.returns import got, thanked
from domain.capture.reader import Reader, Subject

Form = Callable[[Reader, Clause, Subject], list[Draft] | None]
"""Reads a clause of one form; nothing where the clause has another."""

FORMS: Final[Sequence[Form]] = (
    question,
    only_people,
    born,
    ask,
    promise,
    waiting,
    to_do,
    no_contact,
    introduced,
    thanked,
    got,
    answer,
    knows,
    asked,
    worded_around,
    acted,
    shared_time,
)
"""The first one that fits says what the clause makes."""


def read(reader: Reader, clause: Clause) -> list[Draft]:
    """What the clause makes; a clause of no form is a note."""
    subject = reader.subject(clause)
    for form in FORMS:
        drafts = form(reader, clause, subject)
        if drafts is not None:
            return drafts
    return noted(reader, clause, subject)
