"""`swell restore`: puts a backup back, as one step that swell undo takes back."""

import os
import re

from cli.backup import list_backups
from cli.context import Context
from cli.output import say, say_json
from cli.usage import CommandParser
from domain.errors import BookError, NotFoundError
from store.backups import Backup, Counted, backups, counted_bytes
from store.health import examine
from store.migrations import migrate
from store.repair import put_in_place
from store.storage import load, read_bytes


def run(context: Context, words: list[str]) -> int:
    """Put a backup back and say what changed; without a name, list them."""
    parser = CommandParser("restore", "Put a backup back; swell undo takes that back.")
    parser.add_argument(
        "backup", nargs="?", help="its number in the list, its day (2026-11-20) or its path; without one, the list"
    )
    options = parser.parse_args(words)
    if options.backup is None:
        list_backups(context.path, as_json=options.json, numbered=True)
        return 0
    path, said = _chosen(context.path, options.backup)
    wanted = _wanted(path)
    present = read_bytes(context.path)
    before = Counted() if present is None else counted_bytes(present)
    changed, kept = _put_back(context, said, wanted, path)
    after = counted_bytes(read_bytes(context.path) or b"")
    if options.json:
        counts = {"before": _json(before), "after": _json(after), "changed": changed, "kept": kept}
        say_json({"ok": True, "restored": path, **counts, "undoable": changed is not None})
    else:
        _print(path, before, after, changed, kept)
    return 0


def _chosen(book: str, word: str) -> tuple[str, str]:
    """The path of the backup that is meant, and when it was made, in words; raises NotFoundError."""
    found = backups(book)
    if word.isascii() and word.isdigit() and len(word) < 5:
        if not 1 <= int(word) <= len(found):
            raise NotFoundError(f"There is no backup {word}; swell restore lists them.")
        return _named(found[int(word) - 1])
    if re.fullmatch(r"\d{4}-\d\d-\d\d", word):
        of_day = [backup for backup in found if backup.day == word]
        if not of_day:
            raise NotFoundError(f"There is no backup of {word}; swell restore lists them.")
        return _named(of_day[0])
    path = os.path.abspath(os.path.expanduser(word))
    if not os.path.isfile(path):
        raise NotFoundError(f"There is no backup “{word}”; swell restore lists them.")
    known = [backup for backup in found if os.path.realpath(backup.path) == os.path.realpath(path)]
    return _named(known[0]) if known else (path, os.path.basename(path))


def _named(backup: Backup) -> tuple[str, str]:
    return backup.path, f"the backup of {backup.said}"


def _wanted(path: str) -> bytes:
    """The bytes of a backup that is whole; raises BookError."""
    data = read_bytes(path) or b""
    health = examine(data)
    if health.newer:
        raise BookError(f"{path} was written by a newer Swell (format {health.newer}), so nothing was changed.")
    if health.fatal:
        raise BookError(
            f"{path} cannot be put back: {health.fatal[0].clause}. Choose another; swell restore lists them."
        )
    return data


def _put_back(context: Context, said: str, wanted: bytes, path: str) -> tuple[int | None, str]:
    """Records changed in one step, or None where the book was replaced whole, with where the damaged one is kept."""
    present = read_bytes(context.path)
    if present is None:
        return None, put_in_place(context.path, wanted, context.moment().stamp)
    health = examine(present)
    if health.newer:
        raise BookError(f"{health.fatal[0].sentence.removesuffix('.')}, so nothing was changed: update Swell.")
    if health.fatal:
        return None, put_in_place(context.path, wanted, context.moment().stamp)
    tables = load(path, wanted)
    migrate(tables)
    return context.repository.replace_records(f"restored {said}", tables, "restore"), ""


def _print(path: str, before: Counted, after: Counted, changed: int | None, kept: str) -> None:
    if changed == 0:
        say(f"The book holds what {path} holds; nothing was changed.")
        return
    say(f"{path} is put back.")
    say(f"before: {'no book' if before == Counted() else before.words}")
    say(f"after:  {after.words}")
    if changed is not None:
        say(f"{changed} record{'' if changed == 1 else 's'} changed; swell undo takes it back.")
    elif kept:
        say(f"The damaged book is kept as {kept}.")


def _json(holds: Counted) -> dict[str, object]:
    return {"people": holds.people, "interactions": holds.interactions, "problem": holds.problem}
