"""A folder with a book and nothing else of anybody's, and the environment in which programs are measured there."""

import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Final

from benchmarks.book import big_book
from benchmarks.terminal import Terminal
from domain.model import Contact
from store.codec import encode, encode_record, layout
from store.migrations import FORMAT, META

LARGE: Final = 10_000
"""Contacts from which a book is large."""
FIRST_PAINT: Final = "you promised: "
"""Words in the first rows of Today."""


@dataclass(frozen=True, slots=True)
class Sandbox:
    """A place to measure in."""

    folder: Path
    contacts: int
    interactions: int
    name: str
    """A person of the book who shares the name with nobody."""

    @property
    def book(self) -> Path:
        """The file of the book."""
        return self.folder / "book.json"

    @property
    def environment(self) -> dict[str, str]:
        """All that programs are told: nothing of yours is read or written."""
        folder = str(self.folder)
        return {
            "HOME": folder,
            "XDG_DATA_HOME": folder,
            "XDG_CONFIG_HOME": folder,
            "SWELL_FILE": str(self.book),
            "PATH": "/usr/local/bin:/usr/bin:/bin",
            "LANG": "C.UTF-8",
            "TERM": "xterm-256color",
        }

    @property
    def megabytes(self) -> float:
        """The size of the book's file."""
        return self.book.stat().st_size / 1e6

    def at_most(self, usual: float | None, large: float | None) -> float | None:
        """The limit that holds for this book: the usual one, or that for a book of 10,000 contacts."""
        return large if self.contacts >= LARGE else usual

    def open_app(self) -> Terminal:
        """Start Swell as a user would; it has not painted anything yet."""
        return Terminal([swell()], self.environment)


def swell() -> str:
    """The command as it was installed beside the Python that runs this."""
    return str(Path(sys.executable).parent / "swell")


@contextmanager
def sandbox(contacts: int, interactions: int, today: date) -> Iterator[Sandbox]:
    """A sandbox with a book of that size which ends today; it is gone in the end."""
    with tempfile.TemporaryDirectory(prefix="swell-benchmark-") as folder:
        tables = big_book(contacts, interactions, today)
        raw = {
            name: {key: encode_record(replace(record, rev=1), None) for key, record in records.items()}
            for name, records in tables.items()
        }
        raw[META] = {"1": encode({"app": "swell", "format": FORMAT})}
        names = Counter(each.name for each in tables["contacts"].values() if isinstance(each, Contact))
        name = next(name for name, times in names.items() if times == 1)
        place = Sandbox(Path(folder), contacts, interactions, name)
        with place.book.open("wb") as file:
            file.writelines(layout(iter(raw.items())))
        yield place
