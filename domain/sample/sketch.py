"""The forms in which the sample book is written down before it has dates and ids."""

from dataclasses import dataclass
from typing import Literal

from domain.model import AnswerState, Circle, FollowUpKind, Outcome, Question, Stage
from domain.sample.lines import Line, read_line


@dataclass(frozen=True, slots=True, kw_only=True)
class Sketch:
    """One person, with what happened long ago in order and without dates."""

    key: str
    """The word by which the other sketches name them."""
    name: str
    called: str = ""
    """What one types, where that is not the first word of the name."""
    role: str = ""
    organisation: str = ""
    place: str = ""
    circle: Circle | Literal[""] = ""
    tags: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    mail: str = ""
    phone: str = ""
    birthday: str = ""
    birthday_in: int | None = None
    """Days from today to the next birthday, where that is to be told; `birthday` is then the year of birth."""
    met: str = ""
    """The key of who brought you together, or text."""
    met_ago: int = 0
    """Days since you met; 0 where that is not known."""
    notes: str = ""
    links: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    """Such as `gave call: about the move`; spread over the earlier part of the year."""


@dataclass(frozen=True, slots=True)
class Scene:
    """Something that happened lately."""

    ago: int
    """Days before today."""
    hour: float
    line: str
    """Such as `gave call: about the move`."""
    people: str = ""
    """Keys, with blanks between them."""
    via: str = ""
    because_of: str = ""
    """Keys of scenes."""
    key: str = ""
    minutes: int = 0
    tags: tuple[str, ...] = ()

    def read(self) -> Line:
        """What the line says."""
        return read_line(self.line)


@dataclass(frozen=True, slots=True)
class Said:
    """An answer to one of the five questions."""

    who: str
    question: Question
    text: str
    ago: int
    state: AnswerState = "open"


@dataclass(frozen=True, slots=True)
class Due:
    """A follow-up."""

    kind: FollowUpKind
    who: str
    text: str
    days: int
    """From today; less than 0 is late."""
    made_ago: int
    repeat: str = ""
    done: bool = False


@dataclass(frozen=True, slots=True)
class Pair:
    """An introduction."""

    a: str
    b: str
    reason: str
    stage: Stage
    ago: int
    outcome: Outcome = ""
