"""`swell inbox --count` from what was kept: nothing is imported that a shell prompt can do without."""

import os
import sys
import time

from store.kept_inbox import files_state, read_counts, zone_of_machine
from store.paths import book_path, settings_path

APART = "SWELL_APART"
"""Set in the environment of the process apart that works the counts out."""


def at_once(arguments: list[str]) -> int | None:
    """Carry out `swell [--file BOOK] inbox --count` and give the exit status; None where it takes more than was kept.

    Where the book has changed since, the last count is told all the same, and a process apart works out the next.
    """
    if arguments[-1:] == ["--keep"] and os.environ.get(APART):
        from cli.refreshing import settle_apart

        settle_apart()
        return None
    chosen, rest = None, arguments
    if rest[:1] == ["--file"]:
        chosen, rest = (rest[1:2] or [""])[0], rest[2:]
    elif rest and rest[0].startswith("--file="):
        chosen, rest = rest[0].removeprefix("--file="), rest[1:]
    if rest != ["inbox", "--count"] or chosen == "" or sys.stdout is None:
        return None
    book, now = book_path(chosen, os.environ), time.time()
    kept = read_counts(book)
    line = kept.at(now) if kept is not None else ""
    if kept is None or not line:
        return None
    settings = settings_path(os.environ)
    if kept.ends_soon(now) or not kept.knows(files_state(book, settings), zone_of_machine(os.environ)):
        from cli.refreshing import refresh_apart

        if not refresh_apart(book, settings):
            return None
    try:
        sys.stdout.write(line + "\n")
        sys.stdout.flush()
    except OSError as error:
        return _not_told(error)
    return 0


def _not_told(error: OSError) -> int:
    """Say why the line could not be written, where anybody reads on; the exit status."""
    from cli.output import complain
    from cli.streams import drop_output

    drop_output()
    if not isinstance(error, BrokenPipeError):
        complain(f"the output could not be used ({error.strerror}); nothing more was done.")
    return 1
