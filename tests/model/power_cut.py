"""A disk on which a power cut may undo all that was not synced: what was done to it, and every state it may come up in.

After the idea of SQLite's test6.c: of a file that was not synced the data may be absent, partial, rubbish or whole; of
a folder that was not synced each change of a name may have happened or not, whatever happened to the others.
"""

import errno
import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import product
from pathlib import Path
from typing import Any, Final

import pytest

MODULES: Final = ("atomic", "folders", "spool", "spooled", "backups", "lock")
"""The modules of the store that change the disk."""
UNFINISHED: Final = "tmp"
"""The folder whose names nobody reads: of those that may linger there one at a time is tried."""

Tree = dict[str, bytes | None]
"""What is on the disk, by path: the bytes of a file, None for a folder."""


@dataclass(frozen=True, slots=True)
class Named:
    """A name in a folder was given to a file or folder, or (`node` 0) taken away."""

    folder: int
    name: str
    node: int


@dataclass(frozen=True, slots=True)
class Written:
    """Bytes were added to a file."""

    node: int
    data: bytes


@dataclass(frozen=True, slots=True)
class Synced:
    """What was written or named there will last."""

    node: int
    site: str
    """The functions that asked for it, the innermost first."""


Event = Named | Written | Synced


@dataclass(slots=True)
class Recorder:
    """Stands in for the module `os`: does what it is asked to, and notes what that does to the disk below `root`."""

    root: str
    events: list[Event] = field(default_factory=list)
    files: dict[int, bytes] = field(default_factory=dict)
    """The files that were there before anything was done, with their bytes."""
    names: dict[str, int] = field(default_factory=dict)
    """Each path that is there now."""
    folders: set[int] = field(default_factory=set)
    """Which of what is or was named is a folder."""
    fall_at: int = 0
    """The process dies instead of its sync of that number; 0 where it lives."""
    links: bool = True
    """Whether a file may have two names."""
    _open: dict[int, int] = field(default_factory=dict)
    _last: int = 1
    _first: dict[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.names[self.root] = 1
        self.folders.add(1)
        for path in sorted(map(str, Path(self.root).rglob("*"))):
            node = self.names[path] = self._new()
            if os.path.isdir(path):
                self.folders.add(node)
            else:
                self.files[node] = Path(path).read_bytes()
        self._first = dict(self.names)

    def __getattr__(self, name: str) -> Any:
        return getattr(os, name)

    @property
    def first(self) -> Mapping[str, int]:
        """The paths that were there before anything was done."""
        return self._first

    def open(self, path: str, flags: int, mode: int = 0o777) -> int:
        handle = os.open(path, flags, mode)
        if path not in self.names and flags & os.O_CREAT:
            self._name(path, self._new())
        self._open[handle] = self.names.get(path, 0)
        return handle

    def close(self, handle: int) -> None:
        os.close(handle)
        self._open.pop(handle, None)

    def write(self, handle: int, data: bytes) -> int:
        count = os.write(handle, data)
        self.events.append(Written(self._open[handle], bytes(data[:count])))
        return count

    def fsync(self, handle: int) -> None:
        if self.fall_at == 1 + sum(isinstance(event, Synced) for event in self.events):
            raise FellError
        if self._open[handle]:
            self._catch_up(self._open[handle])
            self.events.append(Synced(self._open[handle], _callers()))

    def mkdir(self, path: str, mode: int = 0o777) -> None:
        os.mkdir(path, mode)
        node = self._new()
        self.folders.add(node)
        self._name(path, node)

    def link(self, source: str, path: str) -> None:
        if not self.links:
            raise OSError(errno.EPERM, os.strerror(errno.EPERM), source)
        os.link(source, path)
        self._name(path, self.names[source])

    def unlink(self, path: str) -> None:
        os.unlink(path)
        self._forget(path)

    def rename(self, source: str, path: str) -> None:
        os.rename(source, path)
        self._name(path, self.names[source])
        self._forget(source)

    replace = rename

    def _catch_up(self, node: int) -> None:
        """Note what was written to a file by other calls than those of `os`."""
        noted = self.files.get(node, b"") + b"".join(
            event.data for event in self.events if isinstance(event, Written) and event.node == node
        )
        path = next(path for path, named in self.names.items() if named == node)
        if node not in self.folders and Path(path).read_bytes() != noted:
            self.events.append(Written(node, Path(path).read_bytes().removeprefix(noted)))

    def _new(self) -> int:
        self._last += 1
        return self._last

    def _name(self, path: str, node: int) -> None:
        self.names[path] = node
        folder, name = os.path.split(path)
        self.events.append(Named(self.names[folder], name, node))

    def _forget(self, path: str) -> None:
        del self.names[path]
        folder, name = os.path.split(path)
        self.events.append(Named(self.names[folder], name, 0))


class FellError(BaseException):
    """The process was killed."""


def _callers() -> str:
    """The functions of `store.folders` that a sync went through, and the first one outside of it."""
    frame = sys._getframe(2)
    names = [frame.f_code.co_name]
    while frame.f_globals["__name__"] == "store.folders" and frame.f_back is not None:
        frame = frame.f_back
        names.append(frame.f_code.co_name)
    return " < ".join(names)


class NoWaiting:
    """Stands in for the module `os` where nothing is to be proved of the disk: a sync takes no time."""

    def __getattr__(self, name: str) -> Any:
        return getattr(os, name)

    def fsync(self, handle: int) -> None:
        """Nothing is waited for."""


@contextmanager
def standing_in(stand_in: Any) -> Iterator[None]:
    """Put this in the place of `os` wherever the store changes the disk."""
    with pytest.MonkeyPatch.context() as patch:
        for module in MODULES:
            patch.setattr(f"store.{module}.os", stand_in)
        yield


class Disk:
    """What will last, and what may."""

    def __init__(self, before: Recorder) -> None:
        self._lasting: dict[int, dict[str, int]] = {}
        self._pending: dict[int, dict[str, set[int]]] = {}
        self._kept: dict[int, bytes] = dict(before.files)
        self._written: dict[int, bytes] = dict(before.files)
        self._latest: dict[int, dict[str, int]] = {}
        for path, node in before.first.items():
            if path != before.root:
                folder, name = os.path.split(path)
                self._lasting.setdefault(before.first[folder], {})[name] = node
        self._latest = {folder: dict(names) for folder, names in self._lasting.items()}
        self._folders = before.folders

    def happen(self, event: Event) -> None:
        """Take one more event."""
        if isinstance(event, Written):
            self._written[event.node] = self._written.get(event.node, b"") + event.data
        elif isinstance(event, Named):
            self._pending.setdefault(event.folder, {}).setdefault(event.name, set()).add(event.node)
            self._latest.setdefault(event.folder, {})[event.name] = event.node
        else:
            self._sync(event.node)

    def unsync(self, node: int) -> None:
        """Another program wrote this file, and did not wait for the disk."""
        self._kept[node] = b""

    def states(self) -> Iterator[Tree]:
        """Every state in which the disk may come up after a cut at this moment."""
        for names in self._namings():
            places = dict(_places(1, "", names))
            dirty = sorted({node for node in places.values() if self._may_differ(node)})
            for contents in product(*(self._contents(node) for node in dirty)):
                data = dict(zip(dirty, contents, strict=True))
                yield {path: self._bytes(node, data) for path, node in places.items()}

    def _sync(self, node: int) -> None:
        if node in self._written:
            self._kept[node] = self._written[node]
        if node in self._pending:
            self._lasting.setdefault(node, {}).update(
                {name: self._latest[node][name] for name in self._pending.pop(node)}
            )

    def _namings(self) -> Iterator[dict[int, dict[str, int]]]:
        folders = sorted(self._pending)
        for chosen in product(*(list(self._choices(folder)) for folder in folders)):
            names = {folder: dict(known) for folder, known in self._lasting.items()}
            for folder, changed in zip(folders, chosen, strict=True):
                names.setdefault(folder, {}).update(changed)
            yield names

    def _choices(self, folder: int) -> Iterator[dict[str, int]]:
        """The names of a folder that were not synced, as each may have come out."""
        base, pending = self._lasting.get(folder, {}), self._pending[folder]
        options = {name: sorted({base.get(name, 0), *nodes}) for name, nodes in pending.items()}
        if folder not in self._unread():
            yield from (dict(zip(options, chosen, strict=True)) for chosen in product(*options.values()))
            return
        latest = {name: self._latest[folder][name] for name in options}
        yield latest
        yield from (latest | {name: node} for name, nodes in options.items() for node in nodes if node != latest[name])

    def _unread(self) -> set[int]:
        return {node for names in self._latest.values() for name, node in names.items() if name == UNFINISHED}

    def _may_differ(self, node: int) -> bool:
        return node not in self._folders and self._kept.get(node, b"") != self._written.get(node, b"")

    def _contents(self, node: int) -> list[bytes]:
        kept, written = self._kept.get(node, b""), self._written.get(node, b"")
        return halves(kept, written)

    def _bytes(self, node: int, data: Mapping[int, bytes]) -> bytes | None:
        return None if node in self._folders else data.get(node, self._kept.get(node, b""))


def _places(folder: int, path: str, names: Mapping[int, Mapping[str, int]]) -> Iterator[tuple[str, int]]:
    for name, node in names.get(folder, {}).items():
        if node:
            place = f"{path}{name}"
            yield place, node
            yield from _places(node, f"{place}/", names)


def halves(kept: bytes, written: bytes) -> list[bytes]:
    """What may be found in a file that was not synced: what lasted, a part, rubbish, or all of it."""
    return [kept, written[: (len(kept) + len(written)) // 2], b"\0" * len(written), written]


def make(tree: Tree, folder: Path) -> None:
    """Put that state into an empty folder."""
    for path, data in sorted(tree.items()):
        if data is None:
            (folder / path).mkdir(parents=True, exist_ok=True)
        else:
            (folder / path).write_bytes(data)
