"""Merging books in files: read and checked, merged, and written so that an untouched record keeps its bytes."""

import os
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

import msgspec

from domain.errors import BadInputError, BookError, DamagedError
from domain.merge import META, STEPS, Document, Merged, in_order, merge
from store import codec
from store.atomic import UnconfirmedError, replace_file
from store.backups import backups_folder, make_backup, prune
from store.codec import RawTable
from store.common_past import common_past
from store.folders import make_private, sync_folder
from store.migrations import FORMAT, format_of, migrate
from store.storage import BookStorage, OvertakenError, RawTables, load, lock_path, read_bytes

Tables = dict[str, RawTable]

TRIES: Final = 5
"""How often a merge is begun when somebody who takes no lock is faster."""

_record: Final = msgspec.json.Decoder(dict[str, Any])


@dataclass(frozen=True, slots=True)
class Sides:
    """The books of one merge, their records undecoded."""

    base: Tables
    ours: Tables
    theirs: Tables
    origin: str
    """Where theirs came from, in words."""

    def merged(self) -> tuple[Merged, Tables]:
        """What became of them, and its tables as they are to be written."""
        alike = {name: _alike(name, table, self.theirs.get(name, {})) for name, table in self.ours.items()}
        base, ours, theirs = (_decoded(side, alike) for side in (self.base, self.ours, self.theirs))
        found = merge(base, ours, theirs, self.origin)
        sides = ((ours, self.ours), (theirs, self.theirs))
        laid = {name: _laid(name, table, sides) for name, table in found.book.items()}
        return found, {name: _in_order(alike.get(name, {}) | table) for name, table in laid.items()}


def merge_files(base: str, ours: str, theirs: str, *, book: str, stamp: str) -> Merged:
    """Merge three files into `ours`; raises BookError with that file untouched.

    `base` may be empty or absent. Where `ours` is the book at `book`, or a file that Swell has locked before, it is
    read and written under its lock, and backed up first; a file that git lends gets neither, for it would stay behind.
    `stamp` is the ISO instant of now.
    """
    before, other = _read(base, may_be_empty=True), _read(theirs)

    def sides_of(mine: Tables) -> Sides:
        return Sides(before or common_past(mine, other), mine, other, "the other book")

    if os.path.realpath(ours) == os.path.realpath(book) or os.path.exists(lock_path(ours)):
        return _merge_under_lock(ours, sides_of, stamp)
    merged, tables = sides_of(_read(ours)).merged()
    try:
        replace_file(ours, list(codec.layout(iter(tables.items()))))
    except UnconfirmedError as error:
        raise BookError(f"{ours} is written, but the disk did not confirm it ({error.strerror}).") from error
    except OSError as error:
        raise BookError(f"{ours} could not be written ({error.strerror}); it is as it was.") from error
    return merged


def merge_copy(book: str, copy: str, stamp: str) -> tuple[Merged, str]:
    """Merge a copy of the book into it, then move the copy to the backups; gives its new path. Raises SwellError."""
    if os.path.exists(book) and os.path.exists(copy) and os.path.samefile(book, copy):
        raise BadInputError(f"{copy} is the book itself; name a copy of it.")
    if not os.path.exists(book):
        raise BookError(f"There is no book at {book}; to use the copy as your book, move it there.")
    theirs = _read(copy)
    name = os.path.basename(copy)
    merged = _merge_under_lock(book, lambda mine: Sides(common_past(mine, theirs), mine, theirs, name), stamp)
    return merged, _set_aside(copy, book)


def _merge_under_lock(path: str, sides_of: Callable[[Tables], Sides], stamp: str) -> Merged:
    """Read the book fresh under its lock, merge, and commit if anything is other than it was."""
    for _ in range(TRIES):
        try:
            return _merge_once(path, sides_of, stamp)
        except OvertakenError as error:
            overtaken = error
        except OSError as error:
            raise BookError(f"{path} could not be written ({error.strerror}); the book is as it was.") from error
    raise overtaken


def _merge_once(path: str, sides_of: Callable[[Tables], Sides], stamp: str) -> Merged:
    storage = BookStorage(path, lambda: _back_up(path, stamp))
    with storage.transaction() as document:
        sides = sides_of(_checked(path, document))
        merged, tables = sides.merged()
        if tables != sides.ours:
            for name in document.keys() | tables.keys():
                _put(document, name, tables.get(name, {}))
            storage.write(document)
    prune(path)
    return merged


def _back_up(path: str, stamp: str) -> None:
    """Keep the book as it still is; a merge touches much, so without that nothing is written."""
    try:
        make_backup(path, "merge", stamp)
    except OSError as error:
        raise BookError(
            f"No backup could be made in {backups_folder(path)} ({error.strerror}), so nothing was changed."
        ) from error


def _put(document: RawTables, name: str, table: RawTable) -> None:
    """Put a table in the place of what the document has; what the merge removed is meant to go."""
    if name in document:
        document.note_taken_out(name, document[name].keys() - table.keys())
    document[name] = table


def _read(path: str, *, may_be_empty: bool = False) -> Tables:
    """The tables of the book in a file, in today's format; raises BookError where there is none that can be used."""
    data = read_bytes(path)
    if may_be_empty and not (data or b"").strip():
        return {}
    if data is None:
        raise BookError(f"There is no file {path}; nothing was changed.")
    return _checked(path, load(path, data))


def _checked(path: str, document: RawTables) -> Tables:
    """The tables of a document, brought to today's format; raises BookError where they cannot be merged."""
    try:
        found = format_of(document)
        if found > FORMAT:
            raise BookError(f"it was written by a newer Swell (format {found}; this one knows {FORMAT}): update Swell")
        migrate(document)
        return {name: document[name] for name in document}
    except BookError as error:
        raise DamagedError(f"{path} cannot be merged: {error}. Nothing was changed.") from error


def _alike(name: str, ours: RawTable, theirs: RawTable) -> RawTable:
    """The records that both sides have with the same bytes: most of a book, and nothing to merge."""
    if name in (STEPS, META):
        return {}
    return {key: raw for key, raw in ours.items() if key in theirs and theirs[key] == raw}


def _in_order(table: RawTable) -> RawTable:
    return {key: table[key] for key in sorted(table, key=in_order)}


def _decoded(tables: Tables, without: Tables) -> Document:
    """The records as JSON values, without those records."""
    return {
        name: {key: _decoded_record(name, key, raw) for key, raw in table.items() if key not in without.get(name, {})}
        for name, table in tables.items()
    }


def _decoded_record(name: str, key: str, raw: msgspec.Raw) -> dict[str, Any]:
    try:
        return _record.decode(raw)
    except codec.UNREADABLE as error:
        raise DamagedError(
            f"A record of the books is damaged, so nothing was merged: {name} {key}: {error}. swell doctor tells more."
        ) from error


def _laid(name: str, table: Mapping[str, Any], sides: Iterable[tuple[Document, Tables]]) -> RawTable:
    """A merged table; a record that one side has as it is keeps the bytes that it has there."""
    known = [(plain.get(name, {}), raw.get(name, {})) for plain, raw in sides]
    return {key: _bytes_of(key, record, known) for key, record in table.items()}


def _bytes_of(key: str, record: Mapping[str, Any], known: Iterable[tuple[Mapping[str, Any], RawTable]]) -> msgspec.Raw:
    for plain, raw in known:
        if key in plain and plain[key] == record:
            return raw[key]
    return codec.encode(record)


def _set_aside(copy: str, book: str) -> str:
    """Move a merged copy to the backups; gives its new path. Raises BookError, which says that all is merged."""
    folder = backups_folder(book)
    try:
        make_private(folder)
        place = _free(os.path.join(folder, f"merged-{os.path.basename(copy)}"))
        os.rename(copy, place)
        sync_folder(folder)
    except OSError as error:
        raise BookError(
            f"The copy is merged, but could not be moved to {folder} ({error.strerror}); it may be removed."
        ) from error
    return place


def _free(path: str) -> str:
    """That path, or the first of its kind that is not taken."""
    stem, extension = os.path.splitext(path)
    taken, number = path, 1
    while os.path.lexists(taken):
        number += 1
        taken = f"{stem}-{number}{extension}"
    return taken
