"""The forms that a clause may have, in the order in which they are tried."""

from collections.abc import Callable, Sequence
from typing import Final

from domain.capture.clause import Clause
from domain.capture.drafts import Draft, InteractionDraft
from domain.capture.forms.acts import acted, again, done_for, going_on, shared_time, worded_around
from domain.capture.forms.answers import answer, ask, knows
from domain.capture.forms.due import arranged, promise, put_off, to_do, waiting, wanted_of_me
from domain.capture.forms.introductions import introduced
from domain.capture.forms.notes import asked, born, no_contact, noted, only_people, question
from domain.capture.forms.returns import got, thanked
from domain.capture.forms.spelled import spelled
from domain.capture.reader import Reader, Subject
from domain.capture.settling import fulfilled

Form = Callable[[Reader, Clause, Subject], list[Draft] | None]
"""Reads a clause of one form; nothing where the clause has another."""

FORMS: Final[Sequence[Form]] = (
    spelled,
    question,
    again,
    only_people,
    born,
    ask,
    promise,
    waiting,
    wanted_of_me,
    to_do,
    no_contact,
    arranged,
    introduced,
    thanked,
    done_for,
    got,
    answer,
    knows,
    asked,
    put_off,
    worded_around,
    acted,
    shared_time,
)
"""The first one that fits says what the clause makes."""


def read(reader: Reader, clause: Clause) -> list[Draft]:
    """What the clause makes; a clause of no form is a note."""
    subject = reader.subject(clause)
    actors, came, reader.actors, reader.came = reader.actors, reader.came, (), False
    if actors and going_on(reader, clause, subject, came=came):
        subject = subject._replace(people=actors)
    for form in FORMS:
        drafts = form(reader, clause, subject)
        if drafts is not None:
            return drafts if clause.spelled else _with_settled(reader, clause, drafts)
    return _with_settled(reader, clause, noted(reader, clause, subject))


def _with_settled(reader: Reader, clause: Clause, drafts: list[Draft]) -> list[Draft]:
    reader.told = drafts[-1] if drafts else None
    return [fulfilled(reader, clause, one) if isinstance(one, InteractionDraft) else one for one in drafts]
