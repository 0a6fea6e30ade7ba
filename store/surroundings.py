"""What lies about a book of ours: files that a process left which died, and what others may read."""

import os
import re
import stat
from collections.abc import Iterator

from store.backups import backups_folder
from store.paths import beside
from store.spool import spool_of

OTHERS = stat.S_IRWXG | stat.S_IRWXO
"""What the group and all others may do."""

_TEMPORARY = re.compile(r"\..+\.(\d{1,9})\.new|\..+\.(?:gauge|inbox)\.(\d{1,9})")


def open_to_others(book: str) -> list[tuple[str, str]]:
    """Each file or folder of the book that others may read, with the command that closes it."""
    return [
        (path, f"chmod {'700' if os.path.isdir(path) else '600'} {path}")
        for path in (os.path.realpath(book), beside(book))
        if _mode(path) & OTHERS
    ]


def leftovers(book: str) -> list[str]:
    """Unfinished files of processes that are dead."""
    folder, name = os.path.split(os.path.realpath(book))
    places = ((folder, f".{name}."), (backups_folder(book), "."))
    return sorted(os.path.join(place, one) for place, start in places for one in _names(place) if _is_left(one, start))


def set_aside_lines(book: str) -> list[str]:
    """What the spool had to set aside, as no text of a capture, by path."""
    bad = os.path.join(spool_of(book), "bad")
    return [os.path.join(bad, name) for name in sorted(_names(bad))]


def _is_left(name: str, start: str) -> bool:
    found = _TEMPORARY.fullmatch(name) if name.startswith(start) else None
    return found is not None and not _runs(int(found[1] or found[2]))


def _runs(process: int) -> bool:
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except PermissionError:
        return True
    return True


def _names(folder: str) -> Iterator[str]:
    try:
        yield from os.listdir(folder)
    except OSError:
        return


def _mode(path: str) -> int:
    try:
        return os.stat(path).st_mode
    except OSError:
        return 0
