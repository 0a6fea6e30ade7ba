"""One record in three books: the fields of both sides in one, the values that lost kept on it as rivals."""

from typing import Final, NamedTuple

from domain.merging.values import ABSENT, Absent, Value, as_rival, mark, merged_value, united

Plain = dict[str, Value]
"""A record as JSON has it."""

REV: Final = "rev"
RIVALS: Final = "rivals"


class Difference(NamedTuple):
    """A field that both books changed, each to something else."""

    field: str
    ours: Value
    """The value that stays in the field; `ABSENT` where there is none."""
    theirs: Value


class Met(NamedTuple):
    """A record after a merge."""

    record: Plain | None
    """None where it is gone."""
    differences: tuple[Difference, ...] = ()
    saved: bool = False
    """Whether one book removed it and the other one changed it, so that it stayed."""


def merged_record(base: Plain | None, ours: Plain | None, theirs: Plain | None, origin: str) -> Met:
    """What one side changed, or the fields of both; a record changed on one side and removed on the other stays.

    `origin` says in words where theirs came from.
    """
    plain = _plainly_decided(base, ours, theirs)
    if plain is not None:
        return plain
    if ours is None or theirs is None:
        return Met(theirs if ours is None else ours, saved=True)
    record, differences = _both(base or {}, ours, theirs)
    _put_rivals(record, base or {}, ours, theirs, [_rival(one, origin) for one in differences])
    return Met(_revised(record, ours, theirs), tuple(differences))


def _plainly_decided(base: Plain | None, ours: Plain | None, theirs: Plain | None) -> Met | None:
    """The record where only one side changed it, or both did alike; None where both did."""
    if ours == theirs or theirs == base:
        return Met(ours)
    if ours == base:
        return Met(theirs)
    if _content(ours) == _content(theirs):
        return Met(theirs if rev_of(theirs) > rev_of(ours) else ours)
    if _content(theirs) == _content(base):
        return Met(ours)
    return Met(theirs) if _content(ours) == _content(base) else None


def _both(base: Plain, ours: Plain, theirs: Plain) -> tuple[Plain, list[Difference]]:
    """The fields of both, but for the revision and the rivals, and where they differ."""
    record: Plain = {}
    differences: list[Difference] = []
    for field in dict.fromkeys((*ours, *theirs)):
        if field in (REV, RIVALS):
            continue
        mine, other = ours.get(field, ABSENT), theirs.get(field, ABSENT)
        value, conflict = merged_value(base.get(field, ABSENT), mine, other)
        if conflict:
            differences.append(Difference(field, mine, other))
        if not isinstance(value, Absent):
            record[field] = value
    return record, differences


def _rival(found: Difference, origin: str) -> Plain:
    return {"field": found.field, "value": as_rival(found.theirs, found.ours), "origin": origin}


def _put_rivals(record: Plain, base: Plain, ours: Plain, theirs: Plain, fresh: list[Plain]) -> None:
    """Keep the rivals that neither side has settled, and the new ones; none that says what the record says."""
    before, mine, other = (_rivals(one) for one in (base, ours, theirs))
    told: dict[str, Value] = {}
    for rival in (*united(before, mine, other), *fresh):
        if not _is_moot(rival, record):
            told.setdefault(_said(rival), rival)
    if told:
        record[RIVALS] = list(told.values())


def _rivals(record: Plain) -> list[Value]:
    found = record.get(RIVALS, [])
    return found if isinstance(found, list) else [found]


def _said(rival: Value) -> str:
    """The field and the value, whoever said it."""
    return mark([rival.get("field"), rival.get("value")] if isinstance(rival, dict) else rival)


def _is_moot(rival: Value, record: Plain) -> bool:
    if not isinstance(rival, dict):
        return False
    value = rival.get("value")
    return bool(value == as_rival(record.get(str(rival.get("field")), ABSENT), value))


def _revised(record: Plain, ours: Plain, theirs: Plain) -> Plain:
    """The record of one side where it says the same, with that revision; else one later than both.

    Later, too, where the other side has that revision for something else: a step of its undo history would take this
    record for the one that it left.
    """
    for side, other in ((ours, theirs), (theirs, ours)):
        if record == _content(side) and rev_of(side) != rev_of(other):
            return side
    return record | {REV: max(rev_of(ours), rev_of(theirs)) + 1}


def _content(record: Plain | None) -> Plain | None:
    return None if record is None else {field: value for field, value in record.items() if field != REV}


def rev_of(record: Plain | None) -> int:
    """The revision of a record; 0 where it has none."""
    rev = record.get(REV, 0) if record is not None else 0
    return rev if isinstance(rev, int) else 0
