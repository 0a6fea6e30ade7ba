"""The gauge kept beside the book in one line, so that a status line need not read the book."""

import os

_ABSENT = "-"
"""The state of a file that is not there."""


def state_of(book: str, settings: str) -> str:
    """The state of the two files, as text; a file that is not there has a state too."""
    return f"{_state(book)} {_state(settings)}"


def state_seen(inode: int, size: int, modified: int, settings: str) -> str:
    """The same for a book as it was read, which may be another by now; `modified` is in nanoseconds.

    The inode 0 is that of a book that was not there yet.
    """
    return f"{_told(inode, size, modified) if inode else _ABSENT} {_state(settings)}"


def kept_path(book: str) -> str:
    """Where the gauge of a book is kept."""
    folder, name = os.path.split(os.path.realpath(book))
    return os.path.join(folder, f".{name}.gauge")


def keeps_gauge(book: str) -> bool:
    """Whether a gauge is kept for the book in whatever state, since somebody has asked for it."""
    return os.path.exists(kept_path(book))


def knows_gauge(book: str, state: str) -> bool:
    """Whether the gauge was kept for the book in this state of the files, in whatever zone."""
    try:
        with open(kept_path(book), encoding="utf-8") as file:
            return file.readline().startswith(f"{state} ")
    except (OSError, ValueError):
        return False


def read_gauge(book: str) -> tuple[str, str]:
    """The state that a line is kept for, and the line; both empty where there is none."""
    try:
        with open(kept_path(book), encoding="utf-8") as file:
            state, _, line = file.read().partition("\n")
    except (OSError, ValueError):
        return "", ""
    line = line.removesuffix("\n")
    return (state, line) if line.isprintable() else ("", "")


def keep(book: str, state: str, line: str) -> None:
    """Keep a line for this state of the files; where it cannot be written, nothing is kept."""
    put_beside(kept_path(book), f"{state}\n{line}\n")


def forget_gauge(book: str) -> None:
    """Keep nothing any more."""
    _forget(kept_path(book))


def put_beside(path: str, text: str) -> None:
    """Put a text in the place of a file that is kept beside the book; where it cannot be written, nothing changes."""
    fresh = f"{path}.{os.getpid()}"
    try:
        with open(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8") as file:
            file.write(text)
        os.replace(fresh, path)
    except OSError:
        _forget(fresh)


def _forget(path: str) -> None:
    try:
        os.unlink(path)
    except OSError:
        return


def _state(path: str) -> str:
    try:
        found = os.stat(path)
    except OSError:
        return _ABSENT
    return _told(found.st_ino, found.st_size, found.st_mtime_ns)


def _told(inode: int, size: int, modified: int) -> str:
    return f"{inode}.{size}.{modified}"
