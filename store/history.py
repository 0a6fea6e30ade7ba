"""The undo history: each step keeps, for every record it touched, the side of the change that is not in the book now.

A step that stands holds the records as they were before; once undone it holds them as they were after. So taking a
step back and making it again are the same exchange, and a step of thousands of new records holds only their ids.
"""

from collections.abc import Collection, Mapping, Sequence
from typing import Any, NamedTuple

import msgspec

from domain.book import Change, Put, Remove
from domain.errors import BookError, ChangedError, NotFoundError
from domain.model import TABLES
from domain.ports import Step
from store import codec
from store.storage import BookTable, RawTables

LENGTH = 100
"""Steps kept."""

TABLE = "steps"


class Touched(msgspec.Struct, array_like=True, frozen=True):
    """One record of a step."""

    table: str
    id: str
    rev: int | None
    """Its revision as the step left it; None where the step left no record."""
    other: msgspec.Raw
    """The record on the other side of the change, or null."""


class StepRecord(msgspec.Struct, frozen=True, kw_only=True):
    """One step as it is kept."""

    at: str
    label: str
    origin: str
    session: str
    size: int
    """How many records it touched."""
    changes: list[Touched]
    undone: bool = False


class _Headline(msgspec.Struct, frozen=True, kw_only=True):
    at: str
    label: str
    origin: str
    session: str
    size: int
    undone: bool = False


NULL = msgspec.Raw(b"null")


def read_step(raw: msgspec.Raw) -> StepRecord:
    """A step of the history; raises BookError where it has another shape."""
    try:
        return msgspec.json.decode(raw, type=StepRecord)
    except codec.UNREADABLE as error:
        raise BookError(f"This step of the history is damaged, so nothing was changed: {error}") from error


def headlines(tables: RawTables, session: str) -> tuple[Step, ...]:
    """The history, newest first, as the screens show it."""
    if TABLE not in tables:
        return ()
    found = []
    for key, raw in reversed(tables[TABLE].items()):
        step = _headline(raw)
        if step is None:
            continue
        found.append(
            Step(
                id=key,
                at=step.at,
                label=step.label,
                origin=step.origin,
                undone=step.undone,
                here=step.session == session,
                size=step.size,
            )
        )
    return tuple(found)


def choose(steps: Sequence[Step], *, undone: bool, anywhere: bool) -> Step:
    """The step to take back, or, `undone`, to make again: the last made here, or anywhere; raises NotFoundError."""
    candidates = [step for step in steps if step.undone == undone]
    mine = [step for step in candidates if step.here or anywhere]
    if mine:
        return mine[-1] if undone else mine[0]
    if undone or not candidates:
        raise NotFoundError("Nothing to make again." if undone else "Nothing to take back.")
    other = candidates[0]
    raise NotFoundError(
        f"Nothing more was done here; the last step is “{other.label}”, by {other.origin}: "
        "swell undo takes that one back."
    )


def exchange(step: StepRecord, table: Any) -> StepRecord:
    """Put the other side of the step into the book; `table` gives a BookTable by name.

    Raises ChangedError, with nothing written, where a record is no longer as the step left it.
    """
    for touched in step.changes:
        if codec.rev_of(table(touched.table).raw(touched.id)) != touched.rev:
            verb = "made again" if step.undone else "taken back"
            raise ChangedError(
                f"“{step.label}” is not {verb}: {describe(table(touched.table).raw(touched.id))} has changed since."
            )
    swapped = []
    put: dict[str, dict[str, msgspec.Raw]] = {}
    gone: dict[str, list[str]] = {}
    for touched in step.changes:
        now = table(touched.table).raw(touched.id)
        if bytes(touched.other) == b"null":
            gone.setdefault(touched.table, []).append(touched.id)
            rev = None
        else:
            put.setdefault(touched.table, {})[touched.id] = touched.other
            rev = codec.rev_of(touched.other)
        swapped.append(Touched(table=touched.table, id=touched.id, rev=rev, other=now if now is not None else NULL))
    for name, records in put.items():
        table(name).put(records)
    for name, ids in gone.items():
        table(name).take_out(ids)
    return msgspec.structs.replace(step, changes=swapped, undone=not step.undone)


def made_by(exchanged: StepRecord, table: Any) -> tuple[Change, ...] | None:
    """What an exchange, once made, has changed in the book; None where a record that it put there cannot be read."""
    put: dict[str, codec.RawTable] = {}
    changes: list[Change] = []
    for touched in exchanged.changes:
        now = table(touched.table).raw(touched.id)
        if touched.table not in TABLES:
            continue
        if now is None:
            changes.append(Remove(touched.table, touched.id))
        else:
            put.setdefault(touched.table, {})[touched.id] = now
    for name, records in put.items():
        good, bad = codec.decode_table(name, records)
        if bad:
            return None
        changes.extend(Put(record) for record in good.values())
    return tuple(changes)


def describe(raw: msgspec.Raw | None) -> str:
    """A record in a word or two, for a sentence."""
    if raw is None:
        return "a record that is gone"
    found = msgspec.json.decode(raw, type=dict[str, Any])
    return str(found.get("name") or found.get("text") or found.get("line") or "a record")


def append(steps: BookTable, made: Mapping[str, StepRecord]) -> None:
    """Add steps, drop the oldest beyond the length of the history and those undone in the same sessions."""
    if not made:
        return
    sessions = {step.session for step in made.values()}
    stale = [old for old, raw in steps.rows().items() if _is_undone(raw, sessions)]
    steps.put({key: codec.encode(step) for key, step in made.items()})
    left = [old for old in steps.rows() if old not in stale]
    steps.take_out(stale + left[: max(0, len(left) - LENGTH)])


def _is_undone(raw: msgspec.Raw, sessions: Collection[str]) -> bool:
    step = _headline(raw)
    return step is not None and step.undone and step.session in sessions


class Difference(NamedTuple):
    """A record that is to be another one."""

    id: str
    after: msgspec.Raw | None
    """What it will be, with the revision that follows; None where it will be gone."""
    touched: Touched


def differing(table: str, before: codec.RawTable, wanted: codec.RawTable) -> list[Difference]:
    """What has to change so that the records of a table are those wanted, revisions apart."""
    found = []
    for key in {**before, **wanted}:
        old, new = before.get(key), wanted.get(key)
        if new is None and old is not None:
            touched = Touched(table=table, id=key, rev=None, other=old)
            found.append(Difference(key, None, touched))
        elif new is not None and _bare(old) != _bare(new):
            rev = max(codec.rev_of(old) or 0, (codec.rev_of(new) or 0) - 1) + 1
            after = codec.with_rev(new, rev)
            other = old if old is not None else NULL
            found.append(Difference(key, after, Touched(table=table, id=key, rev=rev, other=other)))
    return found


def _bare(raw: msgspec.Raw | None) -> object:
    """A record without its revision."""
    if raw is None:
        return None
    found = msgspec.json.decode(raw)
    return {name: value for name, value in found.items() if name != "rev"} if isinstance(found, dict) else found


def _headline(raw: msgspec.Raw) -> _Headline | None:
    """A step without its changes; None where it is none, which is passed over and kept."""
    try:
        return msgspec.json.decode(raw, type=_Headline)
    except codec.UNREADABLE:
        return None
