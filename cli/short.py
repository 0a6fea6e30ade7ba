"""`swell momentum --short` from the kept gauge: nothing is imported that a status line can do without."""

import os
import sys
import time

from domain.momentum.kept import Brief, packed, unpack
from store.kept_gauge import keep, read_gauge, state_of
from store.kept_inbox import NO_MATTER, zone_of_machine
from store.paths import book_path, settings_path
from store.spool import waiting

TYPE_CHECKING = False  # the module typing would take longer than the answer
if TYPE_CHECKING:
    from domain.settings import Settings

OPTIONS = ("--short", "--ascii")
ASCII = "ascii "
"""What a kept line begins with where the settings ask for no character above 126."""


def print_kept(chosen: str | None, words: list[str]) -> bool:
    """Print the gauge for a status line from what was kept; False where it must be worked out from the book.

    Where the book or the settings have changed since, or lines wait in the spool, the gauge of before is told all the
    same, and a process apart works out the next.
    """
    if any(word not in OPTIONS for word in words):
        return False
    book, settings, now = book_path(chosen, os.environ), settings_path(os.environ), time.time()
    state, line = read_gauge(book)
    kept = unpack(line.removeprefix(ASCII))
    if kept is None or not kept.holds(now):
        return False
    if waiting(book) or not _is_kept_for(state, state_of(book, settings)):
        from cli.refreshing import refresh_apart

        if not refresh_apart(book, settings):
            return False
    sys.stdout.write(kept.status(now, "--ascii" in words or line.startswith(ASCII)) + "\n")
    return True


def kept_brief(book: str, state: str) -> Brief | None:
    """The gauge that was kept for a book in that state."""
    known, line = read_gauge(book)
    return unpack(line.removeprefix(ASCII)) if _is_kept_for(known, state) else None


def keep_brief(book: str, state: str, brief: Brief, settings: "Settings") -> None:
    """Keep the gauge of a book as it was read in that state; pauses begin and end at the midnights of a zone."""
    moves = brief.recent.halts.starts and not settings.timezone
    zone = zone_of_machine(os.environ) if moves else NO_MATTER
    keep(book, f"{state} {zone}", (ASCII if settings.ascii else "") + packed(brief))


def _is_kept_for(known: str, state: str) -> bool:
    """Whether what a gauge is kept under is that state of the files, in any zone or in that of this machine."""
    return known == f"{state} {NO_MATTER}" or known == f"{state} {zone_of_machine(os.environ)}"
