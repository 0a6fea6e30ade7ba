"""`swell momentum --short` from the kept gauge: nothing is imported that a status line can do without."""

import os
import sys
import time

from domain.momentum.kept import Brief, packed, unpack
from store.kept_gauge import keep, read_kept, state_of
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
    """Print the gauge for a status line from what was kept; False where it must be worked out from the book."""
    if any(word not in OPTIONS for word in words):
        return False
    book = book_path(chosen, os.environ)
    if waiting(book):
        return False  # what waits in the spool moves the gauge once it is filed
    line = _kept_line(book, state_of(book, settings_path(os.environ)))
    kept = unpack(line.removeprefix(ASCII))
    now = time.time()
    if kept is None or not kept.holds(now):
        return False
    sys.stdout.write(kept.status(now, "--ascii" in words or line.startswith(ASCII)) + "\n")
    return True


def kept_brief(book: str, state: str) -> Brief | None:
    """The gauge that was kept for a book in that state."""
    return unpack(_kept_line(book, state).removeprefix(ASCII))


def keep_brief(book: str, state: str, brief: Brief, settings: "Settings") -> None:
    """Keep the gauge of a book as it was read in that state; pauses begin and end at the midnights of a zone."""
    moves = brief.recent.halts.starts and not settings.timezone
    zone = zone_of_machine(os.environ) if moves else NO_MATTER
    keep(book, f"{state} {zone}", (ASCII if settings.ascii else "") + packed(brief))


def _kept_line(book: str, state: str) -> str:
    """The line that was kept for that state and the zone of this machine, or for any zone."""
    return read_kept(book, f"{state} {NO_MATTER}") or read_kept(book, f"{state} {zone_of_machine(os.environ)}")
