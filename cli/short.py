"""`swell momentum --short` from the kept gauge: nothing is imported that a status line can do without."""

import os
import sys
import time

from domain.momentum.brief import unpack
from store.kept_gauge import read_kept, state_of
from store.paths import book_path, settings_path


def print_kept(chosen: str | None, words: list[str]) -> bool:
    """Print the gauge for a status line from what was kept; False where it must be worked out from the book."""
    if any(word not in ("--short", "--ascii") for word in words):
        return False
    book = book_path(chosen, os.environ)
    line = read_kept(book, state_of(book, settings_path(os.environ)))
    kept = unpack(line) if line else None
    now = time.time()
    if kept is None or not kept.holds(now):
        return False
    sys.stdout.write(kept.status(now, "--ascii" in words) + "\n")
    return True
