"""A terminal in which the prompt is used as a user would, with a book of its own."""

import itertools
import sys
from dataclasses import dataclass
from pathlib import Path

from cli.prompt.looks import COLOURS, Looks
from domain.book import Book, Put, Work
from domain.model import Contact
from store.drafts import DraftsOnDisk
from store.reader import Reader
from store.repository import TinyBook
from tests.tui.real_terminal import ROOT, RealTerminal

UNICODE_LOOKS = Looks(ascii_signs=False, only_ascii=False, colours=COLOURS)

SWELL = [sys.executable, "-m", "swell"]
CAPTURE = [*SWELL, "capture"]

PEOPLE = {
    "Ana Lopez": "Studio Norte",
    "Ben Okafor": "",
    "Priya Nair": "Monzo",
    "Sam Hill": "",
    "Sam Okoro": "",
    "Łukasz Nowak": "",
    "李雷": "",
}

UP, DOWN, LEFT, HOME, DELETE = "\x1b[A", "\x1b[B", "\x1b[D", "\x1b[H", "\x1b[3~"
ENTER, ESC, TAB, BACK_TAB, BACKSPACE = "\r", "\x1b", "\t", "\x1b[Z", "\x7f"


def ctrl(letter: str) -> str:
    """A key with ctrl held down."""
    return chr(ord(letter) & 31)


def pasted(text: str) -> str:
    """What a terminal sends for a paste."""
    return f"\x1b[200~{text}\x1b[201~"


@dataclass(frozen=True)
class Desk:
    """A small book and nothing else of anybody's."""

    folder: Path

    @property
    def book(self) -> Path:
        return self.folder / "book.json"

    @property
    def environment(self) -> dict[str, str]:
        folder = str(self.folder)
        return {
            "HOME": folder,
            "XDG_DATA_HOME": folder,
            "XDG_CONFIG_HOME": folder,
            "SWELL_CONFIG": str(self.folder / "config.toml"),
            "TMPDIR": folder,
            "SWELL_FILE": str(self.book),
            "PATH": "/usr/local/bin:/usr/bin:/bin",
            "PYTHONPATH": str(ROOT),
            "LANG": "C.UTF-8",
            "TERM": "xterm-256color",
            "TZ": "UTC",
            "PS1": "ready$ ",
        }

    def capture(
        self, *words: str, size: tuple[int, int] = (80, 24), typed_ahead: str = "", **changed: str
    ) -> RealTerminal:
        """The prompt on a terminal of its own."""
        return RealTerminal([*CAPTURE, *words], self.environment | changed, size=size, typed_ahead=typed_ahead)

    def read(self) -> Book:
        """The book as it is on disk."""
        return Reader(str(self.book)).book()

    @property
    def captured(self) -> list[str]:
        """The lines that the book keeps, filed or not, in the order in which they came."""
        book = self.read()
        raws = {each.id: each.raw for each in (*book.interactions.values(), *book.follow_ups.values()) if each.raw}
        unfiled = {each.id: each.line for each in book.captures.values()}
        found = raws | unfiled
        return list(dict.fromkeys(found[key] for key in sorted(found)))

    def drafts(self) -> list[str]:
        """Take over the lines that runs which have ended left."""
        return [draft.line for draft in DraftsOnDisk(str(self.book), "9" * 22).take_over()]


def desk_in(folder: Path) -> Desk:
    """A desk with a few people in its book."""
    desk = Desk(folder)
    ids = (f"{1_790_000_000_000 + number:013d}000000001" for number in itertools.count())
    contacts = tuple(Put(Contact(id=next(ids), name=name, organisation=firm)) for name, firm in PEOPLE.items())
    book = TinyBook(
        str(desk.book), origin="test", session="s", stamp=lambda: "2026-09-22T09:00:00+00:00", ids=lambda: next(ids)
    )
    book.apply(lambda _: Work("people", contacts, None))
    return desk
