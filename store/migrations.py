"""The format of the book, and how a book of an older one becomes one of today's: pure functions, one a step."""

from collections.abc import Callable, Mapping
from typing import Any, Final

import msgspec

from domain.errors import BookError
from store import codec

FORMAT: Final = 2
"""The version of the format that this program writes."""

META: Final = "meta"
"""The table with what is said of the book as a whole, in its record `1`."""

Tables = dict[str, Any]
"""The document, its records undecoded."""


def rows_of(tables: Mapping[str, Any], name: str) -> codec.RawTable:
    """The records of a table, undecoded; none where the book has no such table. Raises BookError."""
    try:
        rows: codec.RawTable = tables[name]
    except KeyError:
        return {}
    return rows


def meta_of(tables: Mapping[str, Any]) -> dict[str, Any]:
    """What the book says of itself; nothing where it is new or was made by other hands. Raises BookError."""
    raw: Any = rows_of(tables, META).get("1")
    if raw is None:
        return {}
    try:
        found = msgspec.json.decode(raw, type=dict[str, Any]) if isinstance(raw, msgspec.Raw) else dict(raw)
    except (*codec.UNREADABLE, TypeError, ValueError) as error:
        raise BookError(f"its table “{META}” is damaged: {error}") from error
    return found


def format_of(tables: Mapping[str, Any]) -> int:
    """The format of the book: today's for a new one, the first for one that does not say. Raises BookError."""
    if not tables:
        return FORMAT
    found = meta_of(tables).get("format", 1)
    if not isinstance(found, int) or isinstance(found, bool) or found < 1:
        raise BookError(f"its table “{META}” is damaged: {found!r} is no format")
    return found


def migrate(tables: Tables) -> bool:
    """Bring a book of an older format to today's, in memory; whether anything had to be done. Raises BookError."""
    found = format_of(tables)
    if found >= FORMAT:
        return False
    for version in range(found, FORMAT):
        MIGRATIONS[version](tables)
    return True


def _number_the_commits(tables: Tables) -> None:
    """1 to 2: `meta` counts the commits, so that a writer sees that another was faster where a file system hides it."""
    meta = {"app": "swell", **meta_of(tables), "format": 2, "rev": len(rows_of(tables, "steps"))}
    tables[META] = {**rows_of(tables, META), "1": codec.encode(meta)}


MIGRATIONS: Final[dict[int, Callable[[Tables], None]]] = {1: _number_the_commits}
"""How a book of each past format becomes one of the next."""
