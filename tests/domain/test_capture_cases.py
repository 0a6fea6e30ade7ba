"""Every line of the specification makes exactly what it says."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

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
    Understood,
)
from domain.capture.understanding import understand
from domain.model import QUESTION_WORDS
from tests.domain.capture_book import BOOK, MOMENT, NAMES

TABLES = ("capture_cases.jsonl", "capture_lines.jsonl")
CASES = [
    json.loads(line)
    for table in TABLES
    for line in (Path(__file__).parent / table).read_text(encoding="utf-8").splitlines()
]
QUESTIONS = QUESTION_WORDS | {"offers": "offer"}
DEFAULTS: dict[str, Any] = {"tags": [], "minutes": 0, "via": [], "mentions": [], "due_is_default": False, "settles": ""}
SAID_ELSEWHERE = ("hint", "warn", "guess")


def told(draft: Draft, understood: Understood) -> dict[str, Any]:
    """A draft in the words of the specification."""
    name = understood.name

    def day(value: date | None) -> str:
        return value.isoformat() if value else ""

    match draft:
        case InteractionDraft():
            return {
                "type": "interaction",
                "direction": draft.direction,
                "kind": draft.kind,
                "people": [name(person) for person in draft.people],
                "text": draft.text,
                "date": day(draft.day),
                "tags": list(draft.tags),
                "minutes": draft.minutes,
                "via": [name(person) for person in draft.via],
                "settles": ", ".join(f"{settled.what}: {name(settled.person)}" for settled in draft.settles),
            }
        case AnswerDraft():
            return {
                "type": "answer",
                "question": QUESTIONS[draft.question],
                "contact": name(draft.contact),
                "text": draft.text,
                "learnt": day(draft.learnt),
            }
        case FollowUpDraft():
            return {
                "type": "follow_up",
                "people": [name(person) for person in draft.people],
                "text": draft.text,
                "due": day(draft.due),
                "due_is_default": draft.due_is_default,
                "kind": draft.kind,
                "mentions": [name(person) for person in draft.mentions],
            }
        case ContactDraft():
            return {
                "type": "contact",
                "name": draft.person.name,
                "organisation": draft.organisation,
                "role": draft.role,
                "tags": list(draft.tags),
                "met_via": name(draft.met_via) if draft.met_via else "",
            }
        case IntroductionDraft():
            return {
                "type": "introduction",
                "a": name(draft.a),
                "b": name(draft.b),
                "stage": draft.stage,
                "reason": draft.reason,
            }
        case AskDraft():
            return {"type": "ask", "text": draft.text, "stage": "open"}
        case AskStepDraft():
            return {"type": "ask-step", "ask": draft.text, "asked": ", ".join(name(person) for person in draft.asked)}
        case KnowsDraft():
            return {"type": "knows", "a": name(draft.a), "b": name(draft.b)}
        case FieldDraft():
            return {
                "type": "contact-field",
                "contact": name(draft.contact),
                "field": draft.field,
                "value": draft.value,
            }


def whole(expected: dict[str, Any]) -> dict[str, Any]:
    """What the specification says of one record, with what it leaves out at its default."""
    said = {key: value for key, value in expected.items() if key not in SAID_ELSEWHERE}
    kind = said["type"]
    defaults = {
        "interaction": ("tags", "minutes", "via", "settles"),
        "follow_up": ("due_is_default", "mentions"),
        "contact": ("tags",),
    }
    filled = {key: DEFAULTS[key] for key in defaults.get(kind, ())} | said
    return {"organisation": "", "role": "", "met_via": ""} | filled if kind == "contact" else filled


@pytest.mark.parametrize("case", CASES, ids=[case["line"] for case in CASES])
def test_line_makes_what_the_specification_says(case: dict[str, Any]) -> None:
    expected = case["expect"]["made"]
    understood = understand(case["line"], BOOK, MOMENT, shell=True, names=NAMES)
    assert understood.line == case["line"]
    if expected[0]["type"] == "unfiled":
        assert understood.unfiled is not None
        assert expected[0].get("why", understood.unfiled.why) == understood.unfiled.why
        assert expected[0].get("candidates", list(understood.unfiled.candidates)) == list(understood.unfiled.candidates)
        return
    assert understood.unfiled is None
    assert [told(draft, understood) for draft in understood.made] == [whole(record) for record in expected]
    for record in expected:
        assert record.get("hint", "") in ("", *understood.hints)
        assert record.get("warn", "") in ("", *understood.warnings)
        assert all(name in understood.guess for name in record.get("guess", ()))
