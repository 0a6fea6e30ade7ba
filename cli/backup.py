"""`swell backup`: keeps the book as it is now, or lists what is kept."""

import os

from cli.context import Context
from cli.output import say, say_json, say_row
from cli.usage import CommandParser
from domain.errors import BookError, NotFoundError
from store.backups import Backup, Counted, backups, counted, make_backup, prune
from store.lock import locked
from store.storage import lock_path


def run(context: Context, words: list[str]) -> int:
    """Make a backup and say where it is, or with --list show all."""
    parser = CommandParser("backup", "Keep the book as it is now; swell restore puts it back.")
    parser.add_argument("--list", action="store_true", help="show the backups, newest first, and make none")
    options = parser.parse_args(words)
    if options.list:
        list_backups(context.path, as_json=options.json)
        return 0
    path = keep_now(context, "asked")
    made = next(backup for backup in backups(context.path) if backup.path == path)
    holds = counted(made)
    prune(context.path)
    if options.json:
        say_json({"ok": True, **_json(made, holds)})
    else:
        say(f"{made.path}: {holds.words}.")
    return 0


def keep_now(context: Context, reason: str) -> str:
    """Make a backup of the book under its lock; gives its path. Raises NotFoundError or BookError."""
    try:
        os.stat(context.path)
        with locked(lock_path(context.path)):
            return make_backup(context.path, reason, context.moment().stamp, replaced_next=False)
    except FileNotFoundError as error:
        raise NotFoundError(f"There is no book at {context.path} yet, so there is nothing to keep.") from error
    except OSError as error:
        where = error.filename or context.path
        raise BookError(f"{where} could not be used ({error.strerror}), so no backup was made.") from error


def list_backups(book: str, *, as_json: bool, numbered: bool = False) -> None:
    """Print the backups of a book, newest first, with what each holds."""
    found = [(backup, counted(backup)) for backup in backups(book)]
    if as_json:
        say_json([_json(*one) for one in found])
        return
    for number, (backup, holds) in enumerate(found, 1):
        first = ((str(number), 2),) if numbered else ()
        when = (backup.when[:16].replace("T", " "), 16)
        say_row(*first, when, (backup.reason, 9), (_bytes(holds.size), 8), rest=holds.words)
    if not found:
        say("There is no backup yet; swell backup makes one.")


def _json(backup: Backup, holds: Counted) -> dict[str, object]:
    return {
        "path": backup.path,
        "at": backup.when,
        "reason": backup.reason,
        "people": holds.people,
        "interactions": holds.interactions,
        "bytes": holds.size,
        "problem": holds.problem,
    }


def _bytes(size: int) -> str:
    """A size as one reads it."""
    return f"{size / 1e6:.1f} MB" if size >= 10**6 else f"{max(1, round(size / 1000))} kB" if size else "0 kB"
