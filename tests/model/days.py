"""Days of use on a recorded disk, and what has to be true of a book after a power cut at any moment of them."""

import itertools
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final

from domain.book import Book, Put, Work
from domain.capture.keeping import keep_delivery
from domain.errors import SwellError
from domain.ids import Ids
from domain.model import Contact
from domain.settings import Settings
from store.repository import TinyBook
from tests.domain.capture_book import MOMENT
from tests.model.power_cut import (
    Disk,
    Event,
    FellError,
    NoWaiting,
    Recorder,
    Synced,
    Tree,
    halves,
    make,
    standing_in,
)

PLACE: Final = "data/book.json"
_PROCESSES = itertools.count(1)


@dataclass(slots=True)
class Window:
    """One process on the book below a folder."""

    root: Path
    book: TinyBook
    ids: Ids
    session: str

    def capture(self, line: str) -> None:
        """Keep a line; it is acknowledged once this returns."""
        self.book.deliver(line, MOMENT.stamp, shell=True)

    def file(self, meanwhile: Callable[[], None] = lambda: None) -> None:
        """File what waits; `meanwhile` happens while the first line is filed."""
        waiting = iter([meanwhile])

        def filing(delivery: object) -> object:
            next(waiting, lambda: None)()
            return keep_delivery(delivery, MOMENT, self.ids, Settings())  # type: ignore[arg-type]

        self.book.file_deliveries(filing)  # type: ignore[arg-type]

    def put(self, name: str) -> None:
        """Add a person."""
        record = Contact(id=self.ids(), name=name)
        self.book.apply(lambda _: Work(name, (Put(record),), None))


def window(root: Path) -> Window:
    """A process of its own on the book below that folder."""
    number = next(_PROCESSES)
    ids = Ids(lambda: number * 1000, lambda below: below // 2)
    place = str(root / PLACE)
    book = TinyBook(place, origin="test", session=f"s{number}", stamp=lambda: MOMENT.stamp, ids=ids)
    return Window(root, book, ids, f"s{number}")


@dataclass(frozen=True, slots=True)
class Promise:
    """What may be found once so much has been acknowledged."""

    books: frozenset[bytes | None] = frozenset([None])
    """The bytes of the book, None where there is none."""
    lines: dict[str, frozenset[int]] = field(default_factory=dict)
    """How often each captured line may stand in the book once everything is filed."""
    backups: dict[bytes | None, bytes] = field(default_factory=dict)
    """For each book that may be found, the one that then has to be among the backups."""
    torn: frozenset[bytes] = frozenset()
    """What may be found instead of the book while another program has not written it to the end."""

    def of(self, root: Path) -> "Promise":
        """The same of the book as it is below that folder."""
        return replace(self, books=frozenset([book_below(root)]))

    def until(self, later: "Promise") -> "Promise":
        """What may be found while the next is under way."""
        lines = {line: self.lines.get(line, frozenset([0])) | counts for line, counts in later.lines.items()}
        return Promise(self.books | later.books, lines, {**self.backups, **later.backups}, self.torn)


@dataclass(slots=True)
class Day:
    """What was done, as events on the disk, and what was promised when."""

    before: Recorder
    promises: list[Promise]
    """One for the moment after each event."""
    unsynced: tuple[int, ...] = ()
    """Files that another program had written, and had not synced, when the day began."""

    @property
    def events(self) -> list[Event]:
        """What was done to the disk."""
        return self.before.events

    def syncs(self) -> list[int]:
        """The places of the syncs among the events."""
        return [at for at, event in enumerate(self.events) if isinstance(event, Synced)]

    def site(self, at: int) -> str:
        """Who asked for a sync."""
        event = self.events[at]
        assert isinstance(event, Synced)
        return event.site

    def cuts(self, without: int = -1) -> Iterator[tuple[Tree, Promise]]:
        """Every state that a cut at any moment may leave, with what was promised; a sync may be left out."""
        disk = Disk(self.before)
        for node in self.unsynced:
            disk.unsync(node)
        seen: set[int] = set()
        for at, promise in enumerate(self.promises):
            if at and at - 1 != without:
                disk.happen(self.events[at - 1])
            for tree in disk.states():
                mark = hash((frozenset(tree.items()), id(promise)))
                if mark not in seen:
                    seen.add(mark)
                    yield tree, promise


class Diary:
    """Records a day, step by step."""

    def __init__(
        self, root: Path, promise: Promise | None = None, *, fall_at: int = 0, torn: bool = False, links: bool = True
    ) -> None:
        """`torn` says that another program had written the book and had not waited for the disk."""
        self.root = root
        self.recorder = Recorder(str(root), fall_at=fall_at, links=links)
        book = book_below(self.root)
        self._promise = promise or Promise(frozenset([book]), torn=frozenset(halves(b"", book or b"") if torn else ()))
        self._promises = [self._promise]
        self._unsynced = (self.recorder.first[str(root / PLACE)],) if torn else ()

    def step(self, act: Callable[[], None], **lines: int) -> None:
        """Do one thing; `lines` says how often each line is to stand in the book once it is done."""
        with standing_in(self.recorder):
            self._noted(act, lines)

    def _noted(self, act: Callable[[], None], lines: dict[str, int]) -> None:
        before = self._promise
        old = book_below(self.root)
        fell = False
        try:
            act()
        except FellError:
            fell = True
        new = book_below(self.root)
        counts = {line: frozenset([count, 0] if fell else [count]) for line, count in lines.items()}
        backups: dict[bytes | None, bytes] = {}
        if new != old and self._backups():
            backups[new] = self._newest_backup()
        after = Promise(frozenset([new]), {**before.lines, **counts}, {**before.backups, **backups})
        meanwhile = before.until(after)
        after = meanwhile if fell else after
        self._promises += [meanwhile] * (len(self.recorder.events) + 1 - len(self._promises))
        self._promises[-1] = after
        self._promise = after

    def day(self) -> Day:
        """All of it."""
        return Day(self.recorder, self._promises, self._unsynced)

    def _backups(self) -> int:
        return len(list(self.root.glob(f"{PLACE}.d/backups/2*.json")))

    def _newest_backup(self) -> bytes:
        return max(self.root.glob(f"{PLACE}.d/backups/2*.json")).read_bytes()


class Bench:
    """Looks at states with the real code, in a folder of its own."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.seen = 0
        """How many states were looked at."""
        self._known: dict[int, str] = {}

    def violation(self, tree: Tree, promise: Promise) -> str:
        """What of the promise is not kept in that state; empty where all is."""
        mark = hash((frozenset(tree.items()), id(promise)))
        if mark not in self._known:
            self.seen += 1
            root = self._folder / "state"
            shutil.rmtree(root, ignore_errors=True)
            root.mkdir(parents=True)
            make(tree, root)
            with standing_in(NoWaiting()):
                self._known[mark] = "; ".join(_violations(root, promise))
        return self._known[mark]


def _violations(root: Path, promise: Promise) -> Iterator[str]:
    found = book_below(root)
    if found in promise.torn:
        return
    if found not in promise.books:
        yield "the book is neither the old one nor the new one"
        return
    kept = promise.backups.get(found)
    if kept is not None and kept not in [one.read_bytes() for one in root.glob(f"{PLACE}.d/backups/2*.json")]:
        yield "the backup is not there"
    try:
        yield from _wrong_lines(root, promise)
    except (SwellError, OSError) as error:
        yield f"it cannot be used: {error}"


def _wrong_lines(root: Path, promise: Promise) -> Iterator[str]:
    """File everything, capture one more, and do it again in another process; each line counts each time."""
    more = "called @Zoe about the ferry"
    for again in (False, True):
        one = window(root)
        if not again:
            one.book.book().load_all()
            one.file()
            one.capture(more)
        one.file()
        found = lines_in(one.book.book())
        allowed = promise.lines | {more: frozenset([1])}
        for line in {*found, *allowed}:
            if found.count(line) not in allowed.get(line, ()):
                yield f"“{line}” stands in the book {found.count(line)} times"


def book_below(root: Path) -> bytes | None:
    """The bytes of the book, None where there is none."""
    path = root / PLACE
    return path.read_bytes() if path.exists() else None


def lines_in(book: Book) -> list[str]:
    """Every captured line in the book, as often as it is there."""
    return [one.raw for one in book.interactions.values()] + [one.line for one in book.captures.values()]
