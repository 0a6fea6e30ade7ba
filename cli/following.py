"""The kept gauge follows what a command has just filed, by formula: the book is not read for it."""

from collections.abc import Sequence

from cli.context import Context
from cli.short import ASCII
from domain.book import Change, Put, table_of
from domain.model import Interaction
from domain.momentum.kept import packed, unpack
from store.kept_gauge import keep, kept_path, state_seen
from store.paths import settings_path
from store.storage import Signature


def follow(context: Context, changes: Sequence[Change]) -> bool:
    """Keep the gauge with what was just written, where it was kept for the book as it was before; whether it is kept.

    Only new acts of today and yesterday can be taken in; for anything else the gauge is worked out from the book.
    """
    path, acts = kept_path(context.path), _new_acts(changes)
    if acts is None:
        return False
    try:
        with open(path, encoding="utf-8") as file:
            known, _, line = file.read().removesuffix("\n").partition("\n")
    except (OSError, ValueError):
        return False
    state = _state(context, context.repository.found)
    if not known.startswith(f"{state} "):
        return False
    brief = unpack(line.removeprefix(ASCII))
    if brief is None or not brief.logs(acts, context.settings.weights):
        return False
    zone = known.removeprefix(f"{state} ")
    mark = ASCII if line.startswith(ASCII) else ""
    keep(context.path, f"{_state(context, context.repository.seen)} {zone}", mark + packed(brief))
    return True


def _state(context: Context, signature: Signature) -> str:
    _, inode, size, modified, _ = signature
    return state_seen(inode, size, modified, settings_path(context.environment))


def _new_acts(changes: Sequence[Change]) -> list[Interaction] | None:
    """The acts among what was written; None where it did more to the gauge than adding to it."""
    acts: list[Interaction] = []
    for change in changes:
        table = table_of(change)
        if table == "pauses":
            return None
        if table != "interactions":
            continue
        if not isinstance(change, Put) or not isinstance(change.record, Interaction) or change.record.rev:
            return None
        acts.append(change.record)
    return acts
