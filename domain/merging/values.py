"""One field of a record in three books: what it holds after a merge, and the value that lost, in a form to keep."""

import json
from collections.abc import Iterable
from typing import Final, NamedTuple

Value = object
"""Anything that JSON can say, or `ABSENT`."""


class Absent:
    """What a field holds that a record has not."""


ABSENT: Final = Absent()


class Outcome(NamedTuple):
    """What a field holds after a merge."""

    value: Value
    conflict: bool = False
    """Whether both books changed it, each to something else; the value is then ours."""


def merged_value(base: Value, ours: Value, theirs: Value) -> Outcome:
    """What one side changed, or both alike; of two lists of plain values, what either added and neither took out."""
    if ours == theirs or theirs == base:
        return Outcome(ours)
    if ours == base:
        return Outcome(theirs)
    if _are_lists(ours, theirs):
        return Outcome(_merged_list(base, ours, theirs))
    return Outcome(ours, conflict=True)


def as_rival(value: Value, other: Value) -> str | int | list[str]:
    """A value in the form in which a record keeps a rival: text, a whole number, texts; anything else as JSON text.

    What is absent is the emptiness of what the other book says.
    """
    if isinstance(value, Absent):
        return 0 if _is_count(other) else ""
    if isinstance(value, str) or (isinstance(value, int) and not isinstance(value, bool)):
        return value
    if isinstance(value, list) and all(isinstance(one, str) for one in value):
        return value
    return json.dumps(value, ensure_ascii=False)


def mark(value: Value) -> str:
    """What tells one JSON value from another, so that it may stand in a set."""
    return json.dumps(value, sort_keys=True)


def united(base: Iterable[Value], ours: Iterable[Value], theirs: Iterable[Value]) -> list[Value]:
    """Our values, without those that they took out, then those that they added; each once."""
    before = {mark(one) for one in base}
    mine = {mark(one): one for one in ours}
    other = {mark(one): one for one in theirs}
    kept = {key: one for key, one in mine.items() if key in other or key not in before}
    added = {key: one for key, one in other.items() if key not in before}
    return list((kept | added).values())


def _merged_list(base: Value, ours: Value, theirs: Value) -> Value:
    left = united(_listed(base), _listed(ours), _listed(theirs))
    return left if left or (isinstance(ours, list) and isinstance(theirs, list)) else ABSENT


def _are_lists(ours: Value, theirs: Value) -> bool:
    """Whether both are lists of plain values, an absent one being an empty list."""
    return all(isinstance(one, Absent) or _is_plain_list(one) for one in (ours, theirs))


def _is_plain_list(value: Value) -> bool:
    return isinstance(value, list) and not any(isinstance(one, (list, dict)) for one in value)


def _listed(value: Value) -> list[Value]:
    return value if isinstance(value, list) else []


def _is_count(value: Value) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)
