"""The records of the book, as values.

Every record has an `id` (22 decimal digits, sortable by time) and a `rev` that the store raises with each write.
Dates are ISO text (`2026-11-22`); instants are ISO text with an offset (`2026-11-22T09:15:00+01:00`), so that the
first ten characters are the local day on which something was logged. People are named by the id of their contact.
"""

from dataclasses import dataclass
from typing import Final, Literal, get_args

Direction = Literal["gave", "got", "mutual", "none"]
Kind = Literal[
    "smile",
    "message",
    "post",
    "thanks",
    "turn up",
    "listen",
    "chat",
    "call",
    "meet",
    "share",
    "help",
    "lead",
    "introduction",
    "note",
]
Circle = Literal["inner", "close", "active", "wide", "never"]
Question = Literal["looking_for", "after", "working_on", "interested_in", "offers"]
AnswerState = Literal["open", "found", "dropped"]
FollowUpKind = Literal["promise", "waiting", "reminder"]
FollowUpState = Literal["open", "done", "dropped"]
Stage = Literal["idea", "asked_a", "asked_b", "made", "outcome", "thanked", "declined"]
Outcome = Literal["", "good", "none", "unknown"]
Teaching = Literal["same", "never"]
AskStage = Literal["open", "asked", "helped", "closed"]

KINDS: Final[tuple[Kind, ...]] = get_args(Kind)
CIRCLES: Final[tuple[Circle, ...]] = get_args(Circle)
QUESTIONS: Final[tuple[Question, ...]] = get_args(Question)

QUESTION_WORDS: Final[dict[Question, str]] = {
    "looking_for": "looking for",
    "after": "after",
    "working_on": "working on",
    "interested_in": "interested in",
    "offers": "can help",
}
"""How each question is said on screen."""


FieldValue = str | int | tuple[str, ...]
"""What a field of a record holds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rival:
    """The other value of a field that two books changed differently; the record itself has the first one."""

    field: str
    value: FieldValue
    origin: str = ""
    """Where the value came from, in words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """A person."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    organisation: str = ""
    role: str = ""
    place: str = ""
    tags: tuple[str, ...] = ()
    birthday: str = ""
    """`1984-03-15`, or `--03-15` where the year is not known."""
    links: tuple[str, ...] = ()
    notes: str = ""
    met_via: str = ""
    """The id of a contact or of an interaction, or free text."""
    met_on: str = ""
    circle: Circle | Literal[""] = ""
    """Empty until you say so; `never` is a choice too."""
    circle_on: str = ""
    """The day on which the circle was chosen, where that is known."""
    rivals: tuple[Rival, ...] = ()
    """Values of fields that a merge could not decide about; each waits in the inbox until you choose."""
    rev: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Interaction:
    """Something that happened at a time with zero or more contacts."""

    id: str
    at: str
    direction: Direction
    kind: Kind
    people: tuple[str, ...] = ()
    text: str = ""
    tags: tuple[str, ...] = ()
    minutes: int = 0
    via: tuple[str, ...] = ()
    """The contacts by whose path it came; no participants."""
    because_of: tuple[str, ...] = ()
    """The interactions that a return grew from."""
    raw: str = ""
    """The captured line, as it was typed."""
    rev: int = 0

    @property
    def rivals(self) -> tuple[Rival, ...]:
        """None: a book has a hundred thousand of these, and two books rarely differ about one."""
        return ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ContestedInteraction(Interaction):
    """Something about which two books say different things."""

    rivals: tuple[Rival, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a contact said to one of the five questions."""

    id: str
    contact: str
    question: Question
    text: str
    learnt: str
    """The day it was learnt."""
    state: AnswerState = "open"
    raw: str = ""
    rivals: tuple[Rival, ...] = ()
    rev: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUp:
    """Something due: a promise of yours, something you wait for, a reminder."""

    id: str
    kind: FollowUpKind
    due: str
    """A day."""
    people: tuple[str, ...] = ()
    text: str = ""
    repeat: str = ""
    """Empty, or a rule such as `2 weeks`, `monthly on the 3rd`, `yearly`."""
    state: FollowUpState = "open"
    made: str = ""
    """The instant at which it was captured."""
    closed: str = ""
    """The day on which it was done or dropped."""
    raw: str = ""
    rivals: tuple[Rival, ...] = ()
    rev: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Introduction:
    """Two contacts, a reason and a stage."""

    id: str
    a: str
    b: str
    reason: str = ""
    stage: Stage = "idea"
    since: str = ""
    """The day on which the stage was reached."""
    outcome: Outcome = ""
    asked_first: Literal["", "a", "b"] = ""
    """Who was asked first; empty means `a`. So `asked_b` means that both were asked, unless `b` was the first."""
    yes: tuple[str, ...] = ()
    """Who of the two has said yes."""
    raw: str = ""
    rivals: tuple[Rival, ...] = ()
    rev: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """Something you need yourself."""

    id: str
    text: str
    stage: AskStage = "open"
    opened: str = ""
    """A day."""
    asked: tuple[str, ...] = ()
    helped: tuple[str, ...] = ()
    """Who of those asked, or of others, has helped."""
    could_not: tuple[str, ...] = ()
    """Who of those asked could not help."""
    closed: str = ""
    """The day on which it was closed."""
    closed_by: str = ""
    """The id of the return that closed it; empty where none did."""
    raw: str = ""
    rivals: tuple[Rival, ...] = ()
    rev: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Knows:
    """A relation between two contacts, said by somebody."""

    id: str
    a: str
    b: str
    said: str = ""
    """A day."""
    raw: str = ""
    rivals: tuple[Rival, ...] = ()
    rev: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Capture:
    """A line that is kept unfiled until it is clear."""

    id: str
    at: str
    line: str
    why: str = ""
    candidates: tuple[str, ...] = ()
    rivals: tuple[Rival, ...] = ()
    rev: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Snooze:
    """An inbox item put away: until a day, or (`until` empty) for as long as its situation lasts."""

    id: str
    key: str
    until: str = ""
    rivals: tuple[Rival, ...] = ()
    rev: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Pause:
    """Days on which momentum stands still, first and last included."""

    id: str
    first: str
    last: str
    text: str = ""
    rivals: tuple[Rival, ...] = ()
    rev: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Taught:
    """What you taught about words: that they mean the same, or that nobody is to be brought together by one."""

    id: str
    kind: Teaching
    words: tuple[str, ...]
    """For `same` at least two, each one or several words long; for `never` one."""
    on: str = ""
    """A day."""
    rivals: tuple[Rival, ...] = ()
    rev: int = 0


Record = Contact | Interaction | Answer | FollowUp | Introduction | Ask | Knows | Capture | Snooze | Pause | Taught
"""Anything that the book keeps."""

TABLES: Final[dict[str, type[Record]]] = {
    "contacts": Contact,
    "interactions": Interaction,
    "answers": Answer,
    "follow_ups": FollowUp,
    "introductions": Introduction,
    "asks": Ask,
    "knows": Knows,
    "captures": Capture,
    "snoozes": Snooze,
    "pauses": Pause,
    "taught": Taught,
}
"""The tables of the book and what each holds."""

TABLE_OF: Final[dict[type[Record], str]] = {
    **{kind: name for name, kind in TABLES.items()},
    ContestedInteraction: "interactions",
}
