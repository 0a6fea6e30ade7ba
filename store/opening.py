"""Whether a document may be used, and what is said where it may only be looked at."""

import os

from domain.errors import BookError, DamagedError
from store.migrations import FORMAT, format_of, migrate
from store.storage import RawTables

SPOOLED = (
    "You can look at everything that could be read. A line that you capture (c) is kept in the spool beside the book, "
    "and is filed as soon as the book can be written again. Nothing else is changed."
)
MENDING = (
    "swell doctor says more; swell doctor --repair keeps the damaged file and saves what can be read; swell restore "
    "lists the backups and puts one back."
)
NOT_KEPT = (
    "You can look at everything; nothing can be kept here, not even a captured line. Make the folder writable, or "
    "choose another book with swell --file BOOK."
)


def newer(path: str, tables: RawTables) -> str:
    """That a later Swell wrote the book, in a clause; empty where none did. Raises DamagedError."""
    try:
        found = format_of(tables)
    except BookError as error:
        raise _unopened(path, error) from error
    return f"{path} was written by a newer Swell (format {found}; this one knows {FORMAT})" if found > FORMAT else ""


def is_of_today(path: str, tables: RawTables) -> bool:
    """Whether the document has the format of today; raises DamagedError where that cannot be told."""
    try:
        return format_of(tables) == FORMAT
    except BookError as error:
        raise _unopened(path, error) from error


def migrated(path: str, tables: RawTables) -> bool:
    """Bring the document to the format of today, in memory; whether it had another. Raises DamagedError."""
    try:
        return migrate(tables)
    except BookError as error:
        raise _unopened(path, error) from error


def refuse_newer(path: str, tables: RawTables) -> None:
    """Raise BookError where the book must not be written by this Swell."""
    found = newer(path, tables)
    if found:
        raise BookError(f"{found}, so nothing was changed: update Swell.")


def with_backup(path: str, error: DamagedError) -> str:
    """What is wrong, and what the newest good backup holds."""
    from store.backups import newest_good_words  # few books are damaged

    return f"{error} {newest_good_words(path)}".rstrip()


def damaged(told: str) -> str:
    """Why a damaged book is open for reading only, in paragraphs."""
    return "\n\n".join((told, SPOOLED, MENDING))


def of_newer(told: str) -> str:
    """Why the book of a newer Swell is open for reading only, in paragraphs."""
    return "\n\n".join((f"{told}, so nothing is changed here: update Swell.", SPOOLED))


def not_writable(path: str) -> str:
    """Why a book in a folder that may not be written is open for reading only, in paragraphs; empty where it may."""
    folder = os.path.dirname(os.path.realpath(path))
    if not os.path.isdir(folder) or os.access(folder, os.W_OK):
        return ""
    return "\n\n".join((f"{folder} cannot be written by you, so the book is open for reading only.", NOT_KEPT))


def _unopened(path: str, error: BookError) -> DamagedError:
    return DamagedError(f"{path} cannot be opened: {error}. It is left as it is.")
