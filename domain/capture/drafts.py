"""What a line was understood to say, as values: drafts of records, tokens for the preview, and what was unclear.

They are named tuples, which cost a seventh of a dataclass to import: somebody waits at a prompt for this module.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal, NamedTuple

from domain.model import Direction, FollowUpKind, Kind, Question, Stage

Role = Literal[
    "person",
    "new person",
    "kind",
    "direction",
    "date",
    "tag",
    "follow-up",
    "answer",
    "path",
    "field",
    "introduction",
    "ask",
    "knows",
    "note",
    "choice",
    "unfiled",
    "warning",
    "hint",
]
FieldName = Literal["circle", "organisation", "role", "place", "email", "phone", "birthday", "tag"]


class NewPerson(NamedTuple):
    """Somebody who is not in the book yet."""

    name: str


Person = str | NewPerson
"""The id of a contact, or somebody new."""


class ContactDraft(NamedTuple):
    """A new contact."""

    person: NewPerson
    organisation: str = ""
    tags: tuple[str, ...] = ()
    met_via: Person | None = None
    met_on: date | None = None
    role: str = ""


class FieldDraft(NamedTuple):
    """A field of a contact to be set, or to be added to where it holds several values."""

    contact: Person
    field: FieldName
    value: str


class Settled(NamedTuple):
    """What an interaction closes."""

    what: FollowUpKind | Literal["thanks owed"]
    person: Person
    follow_up: str = ""
    """The id of the follow-up it closes; thanks owed are derived and have none."""
    text: str = ""
    """What the follow-up says."""


class InteractionDraft(NamedTuple):
    """Something that happened."""

    direction: Direction
    kind: Kind
    day: date
    people: tuple[Person, ...] = ()
    text: str = ""
    tags: tuple[str, ...] = ()
    minutes: int = 0
    via: tuple[Person, ...] = ()
    settles: tuple[Settled, ...] = ()


class AnswerDraft(NamedTuple):
    """What somebody said to one of the five questions."""

    contact: Person
    question: Question
    text: str
    learnt: date


class FollowUpDraft(NamedTuple):
    """Something due."""

    kind: FollowUpKind
    due: date
    people: tuple[Person, ...] = ()
    text: str = ""
    due_is_default: bool = False
    """Whether no day was said."""
    mentions: tuple[Person, ...] = ()
    """People who are named in the text and take no part."""
    repeat: str = ""
    """How it comes again, as the book keeps it: `2 weeks`, `weekly on fri`; empty where it does not."""


class IntroductionDraft(NamedTuple):
    """Two people brought together, or to be."""

    a: Person
    b: Person
    stage: Stage
    since: date
    reason: str = ""


class AskDraft(NamedTuple):
    """Something you need yourself."""

    text: str
    opened: date


class AskStepDraft(NamedTuple):
    """Somebody was asked about something you need."""

    ask: str
    """The id of the ask."""
    text: str
    asked: tuple[Person, ...]


class KnowsDraft(NamedTuple):
    """Two people who know each other."""

    a: Person
    b: Person
    said: date


Draft = (
    ContactDraft
    | FieldDraft
    | InteractionDraft
    | AnswerDraft
    | FollowUpDraft
    | IntroductionDraft
    | AskDraft
    | AskStepDraft
    | KnowsDraft
)


class Token(NamedTuple):
    """A part of the line that was understood."""

    start: int
    end: int
    """The place in the line, the end excluded."""
    role: Role
    words: str
    """What it was taken to be."""


class Choice(NamedTuple):
    """A name that may mean several people."""

    start: int
    end: int
    name: str
    """As it was typed."""
    candidates: tuple[str, ...]
    """Whom it may mean, in words."""
    forms: tuple[str, ...]
    """What to write in its place for each of them."""


class Unfiled(NamedTuple):
    """Why a line is kept as it is instead of being filed."""

    why: str
    candidates: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Understood:
    """One line and everything it was understood to say."""

    line: str
    """The line as it was typed."""
    today: date
    made: tuple[Draft, ...] = ()
    """What is to be filed; while `unfiled` is set, nothing of it is."""
    tokens: tuple[Token, ...] = ()
    """In the order of the line, for a preview; places are those of the composed (NFC) line."""
    people: Mapping[str, str]
    """The names of the contacts in the drafts, by id."""
    exact: Mapping[str, str] = field(default_factory=dict)
    """What to write after `@` for those of them whose name means others too."""
    busy: frozenset[str] = frozenset()
    """Those of them with something open, which a verb may close."""
    guess: tuple[str, ...] = ()
    """Names that were guessed from whom you deal with most."""
    choices: tuple[Choice, ...] = ()
    hints: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    offers: tuple[str, ...] = ()
    """The same line in other words, where something else may have been meant."""
    unfiled: Unfiled | None = None

    def name(self, person: Person) -> str:
        """What somebody is called."""
        return person.name if isinstance(person, NewPerson) else self.people.get(person, "")
