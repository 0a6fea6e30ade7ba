"""What a line was understood to say, in a few words each: the live preview."""

from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

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

_CLOSED: Final[dict[FollowUpKind, str]] = {
    "reminder": "your reminder", "promise": "your promise", "waiting": "what you wait for"
}  # fmt: skip
_DUE: Final[dict[FollowUpKind, str]] = {"reminder": "follow-up", "promise": "promise", "waiting": "waiting"}


class Chip(NamedTuple):
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
        yield "choice", f"{name}, a guess"
    if understood.unfiled is not None and not understood.choices:
        yield "unfiled", f"unfiled: {understood.unfiled.why}"
    for warning in understood.warnings:
        yield "warning", warning
    for hint in understood.hints:
        yield "hint", hint


def _draft(draft: Draft, understood: Understood, said: set[Person]) -> Iterator[tuple[Role, str]]:
    match draft:
        case ContactDraft():
            yield "new person", ", ".join(filter(None, (f"new {draft.person.name}", _work(draft))))
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


def _work(draft: ContactDraft) -> str:
    """What somebody new does and where."""
    return " at ".join(filter(None, (draft.role, draft.organisation)))


def _interaction(draft: InteractionDraft, understood: Understood, said: set[Person]) -> Iterator[tuple[Role, str]]:
    if draft.direction != "none":
        yield "direction", _direction(draft, understood, said)
    yield ("note" if draft.kind == "note" else "kind"), draft.kind
    yield from _people(draft.people, understood, said)
    for person in draft.via:
        yield "path", f"via {understood.name(person)}"
    yield "date", shown(draft.day, understood.today)
    if draft.minutes:
        yield "kind", f"{draft.minutes} min"
    for tag in draft.tags:
        yield "tag", f"#{tag}"
    for settled in draft.settles:
        if settled.what != "thanks owed":
            whose = f" from {understood.name(settled.person)}" if settled.what == "waiting" else ""
            words = f": {settled.text}" if settled.text else ""
            yield "follow-up", f"closes {_CLOSED[settled.what]}{whose}{words}"
    if any(settled.what == "thanks owed" for settled in draft.settles):
        yield "follow-up", "settles the thanks owed"


def _direction(draft: InteractionDraft, understood: Understood, said: set[Person]) -> str:
    """Which way it went, and for a return from whom; of an introduction only the first one made it."""
    introduced = draft.kind == "introduction"
    givers = draft.people[:1] if introduced and len(draft.people) > 1 else () if introduced else draft.people
    if draft.direction != "got" or not givers:
        return draft.direction
    said.update(givers)
    return f"got from {listed([understood.name(person) for person in givers])}"


def _follow_up(draft: FollowUpDraft, understood: Understood, said: set[Person]) -> Iterator[tuple[Role, str]]:
    yield from _people(draft.people, understood, said)
    day = shown(draft.due, understood.today)
    word = "to do" if draft.kind == "reminder" and draft.due == understood.today else _DUE[draft.kind]
    text = f": {draft.text}" if draft.text and draft.kind != "reminder" else ""
    yield "follow-up", f"{word} {day}{', no day said' if draft.due_is_default else ''}{_again(draft)}{text}"


def _again(draft: FollowUpDraft) -> str:
    if not draft.repeat:
        return ""
    from domain.repeats import rule, said  # few follow-ups repeat

    return f", {said(rule(draft.repeat))}"


def _people(people: Iterable[Person], understood: Understood, said: set[Person]) -> Iterator[tuple[Role, str]]:
    """Those who have not been named by an earlier chip; who is a guess has a chip that says so."""
    for person in people:
        if person not in said and understood.name(person) not in understood.guess:
            said.add(person)
            yield "person", understood.name(person)
