"""What a captured line made, as scripts read it."""

from collections.abc import Callable, Iterable

from domain.book import Book
from domain.capture.filing import Filed
from domain.model import (
    Answer,
    Ask,
    Capture,
    Contact,
    FollowUp,
    Interaction,
    Introduction,
    Knows,
    Pause,
    Record,
    Snooze,
    Taught,
)

Json = dict[str, object]


def as_json(filed: Filed, book: Book) -> Json:
    """The answer of `swell add --json`: people are names, with their ids beside them."""
    made = {record.id: record.name for record in filed.made if isinstance(record, Contact)}

    def name(person: str) -> str:
        known = book.contacts.get(person)
        return made.get(person) or (known.name if known is not None else "")

    return {
        "ok": True,
        "made": [record_json(record, name) for record in filed.made if not isinstance(record, Capture)],
        "settled": [record_json(record, name) for record in filed.settled],
        "guess": list(filed.guess),
        "unfiled": filed.unfiled,
        "reason": filed.reason,
        "candidates": list(filed.candidates),
        "hints": list(filed.hints),
        "warnings": list(filed.warnings),
        "canonical": _canonical(filed),
    }


def _canonical(filed: Filed) -> str:
    """The line that makes the same and can be understood in no other way; empty where there was none."""
    from domain.capture.canonical import canonical  # only JSON wants it

    return canonical(filed.understood) if filed.understood is not None else ""


def record_json(record: Record, name: Callable[[str], str]) -> Json:
    """One record; `name` says what a contact is called."""
    match record:
        case Contact():
            return _contact(record)
        case Interaction():
            return _interaction(record, name)
        case Answer():
            return _answer(record, name)
        case FollowUp():
            return _follow_up(record, name)
        case Introduction():
            return _pair("introduction", record, name) | {"stage": record.stage, "reason": record.reason}
        case Knows():
            return _pair("knows", record, name)
        case Ask():
            return _ask(record, name)
        case Capture():
            return {"type": "capture", "id": record.id, "line": record.line, "why": record.why}
        case Snooze() | Pause() | Taught():
            return {"type": type(record).__name__.lower(), "id": record.id}


def _contact(record: Contact) -> Json:
    return {
        "type": "contact",
        "id": record.id,
        "name": record.name,
        "aliases": list(record.aliases),
        "organisation": record.organisation,
        "role": record.role,
        "place": record.place,
        "emails": list(record.emails),
        "phones": list(record.phones),
        "birthday": record.birthday,
        "circle": record.circle,
        "tags": list(record.tags),
        "notes": record.notes,
        "met_on": record.met_on,
    }


def _interaction(record: Interaction, name: Callable[[str], str]) -> Json:
    return {
        "type": "interaction",
        "id": record.id,
        "at": record.at,
        "direction": record.direction,
        "kind": record.kind,
        "people": _names(record.people, name),
        "people_ids": list(record.people),
        "text": record.text,
        "tags": list(record.tags),
        "minutes": record.minutes,
        "via": _names(record.via, name),
        "via_ids": list(record.via),
        "raw": record.raw,
    }


def _answer(record: Answer, name: Callable[[str], str]) -> Json:
    return {
        "type": "answer",
        "id": record.id,
        "contact": name(record.contact),
        "contact_id": record.contact,
        "question": record.question,
        "text": record.text,
        "learnt": record.learnt,
        "state": record.state,
    }


def _follow_up(record: FollowUp, name: Callable[[str], str]) -> Json:
    first = record.people[0] if record.people else ""
    return {
        "type": "follow_up",
        "id": record.id,
        "contact": name(first) if first else "",
        "contact_id": first,
        "people": _names(record.people, name),
        "people_ids": list(record.people),
        "kind": record.kind,
        "text": record.text,
        "due": record.due,
        "repeat": record.repeat,
        "state": record.state,
    }


def _pair(kind: str, record: Introduction | Knows, name: Callable[[str], str]) -> Json:
    return {
        "type": kind,
        "id": record.id,
        "a": name(record.a),
        "a_id": record.a,
        "b": name(record.b),
        "b_id": record.b,
    }


def _ask(record: Ask, name: Callable[[str], str]) -> Json:
    return {
        "type": "ask",
        "id": record.id,
        "text": record.text,
        "stage": record.stage,
        "asked": _names(record.asked, name),
        "asked_ids": list(record.asked),
    }


def _names(people: Iterable[str], name: Callable[[str], str]) -> list[str]:
    return [name(person) for person in people]
