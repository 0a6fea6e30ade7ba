"""`swell merge`: makes one book of two that went their own ways, by hand, for git, or for what a synchroniser left."""

import os

from cli.context import Context
from cli.output import complain, say, say_json
from cli.usage import CommandParser
from domain.errors import SwellError
from domain.merge import Merged
from domain.model import TABLES
from domain.words import counted
from store.elsewhere import conflict_copies
from store.merging import merge_copy, merge_files

DOES = """Without a FILE, merge every conflict copy that a synchroniser left beside the book; with one, merge that copy.
With three, BASE OURS THEIRS, put what became of them into OURS: a git merge driver."""


def run(context: Context, words: list[str]) -> int:
    """Merge, and say what came of it; the result is 1 where a copy could not be merged."""
    parser = CommandParser("merge", DOES)
    parser.add_argument("files", nargs="*", metavar="FILE", help="a copy of the book, or BASE OURS THEIRS")
    options = parser.parse_args(words)
    files = [os.path.abspath(os.path.expanduser(path)) for path in options.files]
    if len(files) == 3:
        base, ours, theirs = files
        merged = merge_files(base, ours, theirs, book=context.path, stamp=context.moment().stamp)
        _tell([(theirs, merged, "")], as_json=options.json)
        return 0
    if len(files) > 1:
        parser.error("it takes no file, one copy, or BASE OURS THEIRS")
    copies = files or conflict_copies(context.path)
    return _merge_copies(context, copies, named=bool(files), as_json=options.json)


def _merge_copies(context: Context, copies: list[str], *, named: bool, as_json: bool) -> int:
    """Merge one copy after the other; one that cannot be merged does not stop those found after it."""
    done: list[tuple[str, Merged, str]] = []
    failed = False
    for copy in copies:
        try:
            merged, place = merge_copy(context.path, copy, context.moment().stamp)
        except SwellError as error:
            if named:
                raise
            complain(str(error))
            failed = True
        else:
            done.append((copy, merged, place))
    if not copies and not as_json:
        say(f"No conflict copy lies beside {context.path}.")
    _tell(done, as_json=as_json, ok=not failed)
    return int(failed)


def _tell(done: list[tuple[str, Merged, str]], *, as_json: bool, ok: bool = True) -> None:
    if as_json:
        say_json({"ok": ok, "merged": [_json(*one) for one in done]})
        return
    for path, merged, place in done:
        words = in_words(merged)
        if place:
            say(f"{os.path.basename(path)}: {words}.")
            say(f"The copy is now {place}.")
        else:  # git lends its files under names that nobody knows
            say(f"{words[0].upper()}{words[1:]}.")


def in_words(merged: Merged) -> str:
    """What a merge did: `three records merged, one conflict waits in the inbox`."""
    parts = [f"{counted(merged.taken, 'record')} merged" if merged.taken else "nothing new in it"]
    if merged.saved:
        parts.append(f"{counted(len(merged.saved), 'record')} kept that one book had removed and the other changed")
    shown = sum(one.table in TABLES for one in merged.conflicts)
    if shown:
        parts.append(f"{counted(shown, 'conflict waits', 'conflicts wait')} in the inbox")
    if shown < len(merged.conflicts):
        others = len(merged.conflicts) - shown
        parts.append(f"{counted(others, 'conflict')} kept in tables that Swell does not know")
    return ", ".join(parts)


def _json(path: str, merged: Merged, place: str) -> dict[str, object]:
    return {
        "file": path,
        "moved_to": place,
        "records": merged.taken,
        "kept": [{"table": one.table, "id": one.id} for one in merged.saved],
        "conflicts": [{"table": one.table, "id": one.id, "field": one.field} for one in merged.conflicts],
    }
