"""The JSON that scripts rely on: the keys of each object with the types of their values."""

from typing import Any

NUMBER = (int, float)
PEOPLE = {"people": list, "people_ids": list}
CONTACT = {
    "id": str,
    "name": str,
    "aliases": list,
    "emails": list,
    "phones": list,
    "organisation": str,
    "role": str,
    "place": str,
    "circle": str,
    "tags": list,
}
INTERACTION = {
    "type": str,
    "id": str,
    "at": str,
    "direction": str,
    "kind": str,
    **PEOPLE,
    "text": str,
    "tags": list,
    "minutes": int,
    "via": list,
    "raw": str,
}
ANSWER = {
    "type": str,
    "contact": str,
    "contact_id": str,
    "question": str,
    "text": str,
    "learnt": str,
    "state": str,
}
FOLLOW_UP = {"type": str, "contact": str, "contact_id": str, "kind": str, "text": str, "due": str}
INTRODUCTION = {"type": str, "a": str, "a_id": str, "b": str, "b_id": str, "stage": str}
ASK = {"type": str, "text": str}
KNOWS = {"type": str, "a": str, "b": str}
ADDED = {"ok": bool, "made": list, "guess": list, "unfiled": bool, "reason": str}
ITEM = {
    "key": str,
    "source": str,
    "contact": str,
    "contact_id": str,
    "reason": str,
    "score": NUMBER,
    "terms": list,
    "due": str,
}
MOMENTUM = {
    "gauge": NUMBER,
    "pipe": NUMBER,
    "trend": str,
    "full_per_week": NUMBER,
    "aim": NUMBER,
    "at": str,
    "warning": str,
}
IMPORTED = {
    "created": int,
    "updated": int,
    "unchanged": int,
    "ambiguous": int,
    "skipped": int,
    "problems": list,
}


def misfits(value: dict[str, Any], shape: dict[str, Any]) -> list[str]:
    """What of the shape is missing in a value or has another type."""
    return [key for key, kind in shape.items() if key not in value or not isinstance(value[key], kind)]
