"""What the mark `as:` may say: the kind of thing that a clause spelled out makes.

A clause that begins with `as:` is read without inference: the people are those it names, the text is the rest, the
day is the one right after the mark. A canonical line falls back to it where plain words are not certain.
"""

from typing import Final

from domain.model import KINDS, QUESTIONS, Direction, FollowUpKind, Kind, Question, Stage

_DIRECTIONS: Final[tuple[Direction, ...]] = ("gave", "got", "mutual")

ACTS: Final[dict[str, tuple[Direction, Kind]]] = {
    f"{direction}/{kind.replace(' ', '-')}": (direction, kind)
    for direction in _DIRECTIONS
    for kind in KINDS
    if kind != "note"
} | {"note": ("none", "note")}
"""Something that happened: `gave/call`, `got/lead`, `mutual/turn-up`, `note`."""

QUESTION_OF: Final[dict[str, Question]] = {question.replace("_", "-"): question for question in QUESTIONS}
"""An answer: `looking-for`, `working-on`."""

DUE: Final[dict[str, FollowUpKind]] = {"reminder": "reminder", "promise": "promise", "waiting": "waiting"}
"""Something due."""

STAGES: Final[dict[str, Stage]] = {"idea": "idea", "introduction": "made"}
"""An introduction of the two people named."""

OTHERS: Final = frozenset({"contact", "field", "tagged", "ask", "asked", "knows"})
"""Somebody new; fields; tags for the people; something you need; whom you asked for it; two who know each other."""

SPELLED: Final = frozenset({*ACTS, *QUESTION_OF, *DUE, *STAGES, *OTHERS})
