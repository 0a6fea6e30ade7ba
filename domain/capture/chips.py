"""What a line was understood to say, in a few words each: the live preview."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from domain.capture.dates import shown
from domain.capture.drafts import (
    AnswerDraft,
    AskDraft,
    AskStepDraft,
    ContactDraft,
    Draft,
    FieldDraft,
    FollowUpDraft,
    InteractionDraft,
    IntroductionDraft,
    KnowsDraft,
    Person,
    Role,
    Understood,
)
from domain.model import QUESTION_WORDS, FollowUpKind
from domain.text import clean, listed

_DUE: Final[dict[FollowUpKind, str]] = {"reminder": "follow-up", "promise": "promise", "waiting": "waiting"}


@dataclass(frozen=True, slots=True)
class Chip:
    """A few words of the preview, safe to show."""

    role: Role
    text: str


def chips(understood: Understood) -> tuple[Chip, ...]:
    """The preview of a line."""
    return tuple(Chip(role, clean(text)) for role, text in _chips(understood))


def _chips(understood: Understood) -> Iterator[tuple[Role, str]]:
    new = {draft.person: draft for draft in understood.made if isinstance(draft, ContactDraft)}
    said: set[Person] = set(new)
    for draft in understood.made:
        yield from _draft(draft, understood, said)
    for choice in understood.choices:
        yield "choice", f"which {choice.name}? {' · '.join(choice.candidates)}"
    for name in understood.guess:
        yield "choice", f"{name}?"
    if understood.unfiled is not None and not understood.choices:
        yield "unfiled", f"unfiled: {understood.unfiled.why}"
    for warning in understood.warnings:
        yield "warning", warning
    for hint in understood.hints:
        yield "hint", hint


def _draft(draft: Draft, understood: Understood, said: set[Person]) -> Iterator[tuple[Role, str]]:
    match draft:
        case ContactDraft():
            organisation = f", {draft.organisation}" if draft.organisation else ""
            yield "new person", f"new {draft.person.name}{organisation}"
            if draft.met_via is not None:
                yield "path", f"met via {understood.name(draft.met_via)}"
        case InteractionDraft():
            yield from _interaction(draft, understood, said)
        case AnswerDraft():
            yield from _people((draft.contact,), understood, said)
            yield "answer", f"{QUESTION_WORDS[draft.question]}: {draft.text}"
        case FollowUpDraft():
            yield from _follow_up(draft, understood, said)
        case IntroductionDraft():
            said.update((draft.a, draft.b))
            stage = "introduced" if draft.stage == "made" else draft.stage
            yield "introduction", f"{stage}: {understood.name(draft.a)} and {understood.name(draft.b)}"
        case AskDraft():
            yield "ask", f"I need: {draft.text}"
        case AskStepDraft():
            yield "ask", f"asked about: {draft.text}"
        case KnowsDraft():
            yield from _people((draft.a,), understood, said)
            yield "knows", f"knows {understood.name(draft.b)}"
        case FieldDraft():
            yield from _people((draft.contact,), understood, said)
            yield "field", f"{draft.field}: {draft.value}"


def _interaction(draft: InteractionDraft, understood: Understood, said: set[Person]) -> Iterator[tuple[Role, str]]:
    if draft.direction != "none":
        yield "direction", draft.direction
    yield ("note" if draft.kind == "note" else "kind"), draft.kind
    yield from _people(draft.people, understood, said)
    for person in draft.via:
        yield "path", f"via {understood.name(person)}"
    yield "date", shown(draft.day, understood.today)
    if draft.minutes:
        yield "kind", f"{draft.minutes} min"
    for tag in draft.tags:
        yield "tag", f"#{tag}"
    waited = [settled.person for settled in draft.settles if settled.what == "waiting"]
    if waited:
        yield "follow-up", f"closes what you wait for from {_names(waited, understood)}"
    if any(settled.what == "thanks owed" for settled in draft.settles):
        yield "follow-up", "settles the thanks owed"


def _follow_up(draft: FollowUpDraft, understood: Understood, said: set[Person]) -> Iterator[tuple[Role, str]]:
    yield from _people(draft.people, understood, said)
    day = shown(draft.due, understood.today)
    word = "to do" if draft.kind == "reminder" and draft.due == understood.today else _DUE[draft.kind]
    text = f": {draft.text}" if draft.text and draft.kind != "reminder" else ""
    yield "follow-up", f"{word} {day}{', no day said' if draft.due_is_default else ''}{text}"


def _people(people: Iterable[Person], understood: Understood, said: set[Person]) -> Iterator[tuple[Role, str]]:
    """Those who have not been named by an earlier chip."""
    for person in people:
        if person not in said:
            said.add(person)
            yield "person", understood.name(person)


def _names(people: Iterable[Person], understood: Understood) -> str:
    return listed([understood.name(person) for person in people])
