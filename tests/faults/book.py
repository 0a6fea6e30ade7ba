"""A book that things go wrong with: made on a fixed Sunday, used by real processes, and counted afterwards."""

import os
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from cli.context import Context
from cli.filing import Kept, keep_lines
from domain.book import Put, Work
from domain.desk import Desk, Sheet
from domain.errors import BadInputError
from domain.model import Contact, FollowUp
from domain.moment import Moment
from store.spool import spool_of

ROOT: Final = Path(__file__).parents[2]
NOW: Final = Moment(datetime(2026, 11, 22, 9, 30, tzinfo=UTC))
"""Sunday 22 November 2026, half past nine."""
ANA, BEN = f"1{1:021d}", f"1{2:021d}"
"""Two people, to be told of and to be changed."""


class Run(Context):
    """One run of the program on that Sunday, in whatever process this is."""

    def __init__(self, book: Path, origin: str = "swell add") -> None:
        super().__init__(str(book), origin, {"SWELL_CONFIG": str(book.with_name("none.toml")), "TZ": "UTC"})

    def moment(self) -> Moment:
        return NOW

    def keep(self, *lines: str) -> list[Kept]:
        """What `swell add` does."""
        return keep_lines(self, list(lines), NOW)

    def desk(self) -> Desk:
        """What an open window works with."""
        return Desk(self.repository, self.settings, self.moment, self.ids, _NoFiles())


class _NoFiles:
    def read(self, path: str, report: Callable[[int, int], None] | None = None) -> Sheet:
        raise BadInputError("There are no files here.")

    def found(self) -> list[str]:
        return []


def begin(book: Path, *more: FollowUp) -> None:
    """Make a book with the two people in it, and what else is given."""
    people: tuple[Contact | FollowUp, ...] = (Contact(id=ANA, name="Ana Lopez"), Contact(id=BEN, name="Ben Okafor"))
    Run(book).repository.apply(lambda _: Work("begun", tuple(Put(record) for record in (*people, *more)), None))


def lines_in(book: Path) -> Counter[str]:
    """How often each captured line stands in the book; raises BookError where the book cannot be read."""
    found = Run(book).repository.whole_book()
    return Counter(
        [one.raw for one in found.interactions.values() if one.raw] + [one.line for one in found.captures.values()]
    )


def unfinished(book: Path) -> list[str]:
    """Files that were begun beside the book, among its backups or in its spool, and neither finished nor removed."""
    begun = [*book.parent.glob(f".{book.name}.*.new"), *book.parent.glob(f"{book.name}.d/backups/.*")]
    return sorted(str(path) for path in (*begun, *Path(spool_of(str(book))).glob("tmp/*")))


def environment(book: Path) -> dict[str, str]:
    """All that a real process is told: the book, and nothing of yours."""
    return {
        "PATH": os.environ["PATH"],
        "HOME": str(ROOT / "nowhere"),
        "SWELL_FILE": str(book),
        "SWELL_CONFIG": str(ROOT / "nowhere" / "config.toml"),
        "PYTHONPATH": str(ROOT),
        "PYTHONHASHSEED": "0",
        "PYTHONDONTWRITEBYTECODE": "1",  # a limit on the size of files would cut ours short
        "LANG": "C.UTF-8",
        "TZ": "UTC",
    }


def swell(
    book: Path, *words: str, stdin: str = "", before: Callable[[], None] | None = None
) -> subprocess.CompletedProcess[str]:
    """Run a command as a process of its own; `before` is called in it first."""
    return subprocess.run(
        [sys.executable, "-m", "swell", *words],
        env=environment(book),
        input=stdin,
        capture_output=True,
        text=True,
        timeout=60,
        preexec_fn=before,
    )
