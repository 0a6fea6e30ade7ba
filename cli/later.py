"""`swell add --later`: a line into the spool and nothing more, at the cost of starting Python."""

import os
import sys
import time

from cli.words import typed
from domain.ids import Ids
from store.paths import book_path
from store.spool import deliver, local_time, not_kept

OPTION = "--later"
NEEDS_MORE = ("--at", "--json", "--help", "-h", "-")
"""Words that make it a longer errand."""


def at_once(arguments: list[str]) -> int | None:
    """Carry out `swell [--file BOOK] add --later TEXT…` and give the exit status; None where it is anything else."""
    chosen, rest = None, arguments
    if rest[:1] == ["--file"]:
        chosen, rest = (rest[1:2] or [""])[0], rest[2:]
    if rest[:1] != ["add"] or chosen == "" or sys.stdout is None:
        return None
    return deliver_later(chosen, rest[1:])


def deliver_later(chosen: str | None, words: list[str]) -> int | None:
    """Deliver the line of `swell add` and give the exit status; None where that takes more than this module knows."""
    options, text = _parted(words)
    if OPTION not in options:
        return None
    rest = [word for word in options if word != OPTION]
    if any(word.partition("=")[0] in NEEDS_MORE for word in rest) or (not rest and not text):
        return None
    line = one_line(typed([*rest, *text]))
    if not line.strip():
        return None
    book = book_path(chosen, os.environ)
    now = time.time_ns() // 10**6
    key = Ids(lambda: now, lambda limit: int.from_bytes(os.urandom(8), "big") % limit)()
    try:
        deliver(book, key, line, at=local_time(now), origin="swell add --later", shell="yes")
    except OSError as error:
        from cli.output import complain

        complain(not_kept(book, error, line))
        return 1
    sys.stdout.write("Kept; it is filed when Swell is next open.\n")
    return 0


def one_line(words: list[str]) -> str:
    """The line that shell arguments make."""
    if len(words) == 1:
        return words[0]
    if any((word.startswith("@") or ":" in word) and len(word.split()) > 1 for word in words):
        from domain.capture.words import line_of  # a value with blanks gets its quotes back

        return line_of(words)
    return " ".join(word for word in words if word.strip())


def _parted(words: list[str]) -> tuple[list[str], list[str]]:
    """The words before `--`, and those after it, which are text whatever they look like."""
    at = words.index("--") if "--" in words else len(words)
    return words[:at], words[at + 1 :]
