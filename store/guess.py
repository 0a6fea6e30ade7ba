"""Which table is meant, told by the fields of a record or by a misspelt name, where the book is damaged."""

from collections.abc import Collection
from dataclasses import fields
from typing import Any, Final

import msgspec

from domain.model import TABLES
from store.history import TABLE as STEPS
from store.migrations import META

KNOWN: Final = (*TABLES, STEPS, META)
"""The tables that Swell reads; any other is kept as it is."""

_OTHERS: Final = {STEPS: {"at", "label", "session", "changes"}, META: {"app", "format"}}
"""What a record of the tables that are none of the domain has at least."""


def home_of(raw: bytes, current: str, seen: Collection[str]) -> str:
    """The table whose records look like this one; `current` where it may as well stay, which may be empty.

    `seen` are the tables that have a line of their own elsewhere: of two that fit, the one without is meant.
    """
    try:
        found = msgspec.json.decode(raw, type=dict[str, Any])
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return current
    for name, least in _OTHERS.items():
        if least <= found.keys():
            return name
    strange = {name: len(found.keys() - {one.name for one in fields(kind)}) for name, kind in TABLES.items()}
    fitting = [name for name, kind in TABLES.items() if _is_one(found, kind)]
    best = [name for name in fitting if strange[name] == min(strange[other] for other in fitting)]
    if current in best or not best:
        return current
    missing = [name for name in best if name not in seen]
    decided = best if len(best) == 1 else missing
    return decided[0] if len(decided) == 1 else current


def meant_by(name: str, present: Collection[str]) -> str:
    """The table that a misspelt name means, such as one with a flipped bit; empty where it means itself."""
    if name in KNOWN:
        return ""
    near = (known for known in KNOWN if known not in present and _differ(name, known) in (1, 2))
    return next(near, "")


def _differ(one: str, other: str) -> int:
    """In how many letters two names of one length differ; -1 where they have not one length."""
    return sum(map(str.__ne__, one, other)) if len(one) == len(other) else -1


def _is_one(found: dict[str, Any], kind: type) -> bool:
    try:
        msgspec.convert({"id": "", **found}, kind)
    except msgspec.ValidationError:
        return False
    return True
