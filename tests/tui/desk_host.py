"""The real app on a book of its own at a fixed moment: keys go in, and what is on the screen comes out."""

import html
import itertools
import re
import unicodedata
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time
from typing import Final

from rich.cells import cell_len
from textual.events import Key, Paste
from textual.keys import KEY_NAME_REPLACEMENTS
from textual.pilot import Pilot
from textual.worker import WorkerCancelled

from domain.book import Book, Put, Work
from domain.desk import Desk
from domain.ids import Ids
from domain.model import Record
from domain.moment import Moment
from domain.settings import Settings
from screenshots.take import NOW, NoFiles, desk_on
from store.repository import TinyBook
from tui.app import SwellApp

UNMATCHED: Final = replace(Settings(), matching_least=99.0)
"""Settings under which nobody is suggested to anybody, for stories of other things."""
SMALL: Final = (80, 24)
WIDE: Final = (120, 40)
CELL: Final = 12.2
"""Width of a cell in Textual's picture of the screen."""

NAP: Final = 0.002
"""Seconds between two looks at whether anything is under way; longer than the rests of `conftest.py`."""
CALM: Final = 0.003
"""Seconds of processor time that no answer to a key is so short as to fit into."""
CALM_LOOKS: Final = 2
LEAST_LOOKS: Final = 4

_TEXTS = re.compile(r'<text [^>]*? x="([\d.]+)" [^>]*?-line-(\d+)\)">(.*?)</text>', re.DOTALL)
_PROCESSES = itertools.count(1)


async def settle(pilot: Pilot[str]) -> None:
    """Wait until nothing is under way, here or on the disk, but for the bar, which grows at rest.

    Textual's own pause looks every 20 ms, which is most of what a story would take.
    """
    looks = calm = 0
    while calm < CALM_LOOKS or looks < LEAST_LOOKS:
        began = process_time()
        under_way = [worker for worker in pilot.app.workers if worker.group != "rest"]
        if under_way:
            with suppress(WorkerCancelled):  # as the palette does with the one for the letter before
                await pilot.app.workers.wait_for_complete(under_way)
        await pilot.pause(NAP)
        looks += 1
        calm = calm + 1 if process_time() - began < CALM else 0


class Clock:
    """The clock of a story; it stands until it is moved."""

    def __init__(self, moment: Moment = NOW) -> None:
        self.moment = moment

    def __call__(self) -> Moment:
        return self.moment

    def move_on(self, by: timedelta) -> None:
        self.moment = Moment(self.moment.at + by)


@dataclass(frozen=True, slots=True)
class Process:
    """One running Swell on a book: its repository and its desk."""

    repository: TinyBook
    desk: Desk

    def put(self, label: str, *records: Record) -> None:
        """Write records as one step."""
        self.repository.apply(lambda _: Work(label, tuple(map(Put, records)), None))


def process(
    path: Path,
    *,
    clock: Clock | None = None,
    settings: Settings | None = None,
    origin: str = "",
    salvaging: bool = False,
) -> Process:
    """A Swell of its own on the book at that path, as another process would be."""
    time = clock or Clock()
    number = next(_PROCESSES)
    milliseconds = itertools.count(int(NOW.at.timestamp()) * 1000 + number * 100_000)
    ids = Ids(lambda: next(milliseconds) + _passed(time), lambda below: below // 2)
    repository = TinyBook(
        str(path),
        origin=origin or "swell",
        session=f"process {number}",
        stamp=lambda: time().stamp,
        ids=ids,
        salvaging=salvaging,
    )
    return Process(repository, Desk(repository, settings or Settings(), time, ids, NoFiles()))


def _passed(clock: Clock) -> int:
    """Milliseconds by which a clock has been moved on."""
    return int((clock().at - NOW.at) / timedelta(milliseconds=1))


def book_in(path: Path) -> Book:
    """What a process that opens the book now finds in it."""
    return process(path).desk.book


@cache
def _sample_bytes() -> bytes:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "book.json"
        desk_on(path, Settings(), empty=False)
        return path.read_bytes()


def write_sample(path: Path) -> Path:
    """Put the sample book at that path."""
    path.write_bytes(_sample_bytes())
    return path


class User:
    """Somebody at the keyboard of the app, who reads the screen and may look into the book."""

    def __init__(self, pilot: Pilot[str], path: Path, clock: Clock) -> None:
        self.pilot = pilot
        assert isinstance(pilot.app, SwellApp)
        self.app = pilot.app
        self.path = path
        self.clock = clock

    async def press(self, *keys: str) -> None:
        """Press these keys, each after the app has answered the one before, also on the disk."""
        for key in keys:
            await self.hurry(key)

    async def type(self, text: str) -> None:
        """Type a text faster than the app answers, as a slow line delivers it."""
        await self.hurry(*text)

    async def hurry(self, *keys: str) -> None:
        """Press these keys faster than the app answers."""
        for key in keys:
            self.app.post_message(Key(_key(key), key) if len(key) == 1 else Key(key, None))
        await settle(self.pilot)

    async def paste(self, text: str) -> None:
        """Paste a text, as a terminal with bracketed paste sends it."""
        self.app.post_message(Paste(text))
        await settle(self.pilot)

    async def write(self, text: str) -> None:
        """Type a line and press enter."""
        await self.type(text)
        await self.press("enter")

    async def until(self, words: str, seconds: float = 10) -> None:
        """Wait until the words are on the screen; raises AssertionError where they never come."""
        for _ in range(int(seconds / 0.05)):
            if words in self.screen:
                return
            await self.pilot.pause(0.05)
        raise AssertionError(f"“{words}” did not come up; the screen shows:\n{self.screen}")

    @property
    def lines(self) -> list[str]:
        """The lines of the screen as a terminal shows them."""
        rows: dict[int, str] = {}
        for x, row, text in _TEXTS.findall(self.app.export_screenshot(simplify=True)):
            column = round(float(x) / CELL)
            written = rows.get(int(row), "")
            rows[int(row)] = written + " " * (column - cell_len(written)) + html.unescape(text).strip("\n")
        return [rows.get(row, "").replace("\xa0", " ").rstrip() for row in range(self.app.size.height)]

    @property
    def screen(self) -> str:
        """All that is on the screen."""
        return "\n".join(self.lines)

    def line(self, words: str) -> str:
        """The first line of the screen with these words; empty where there is none."""
        return next((line for line in self.lines if words in line), "")

    @property
    def under_cursor(self) -> str:
        """The row under the cursor."""
        return next((line[1:] for line in self.lines if line.startswith("▌")), "")

    @property
    def keys_line(self) -> str:
        """What the last line says about the keys."""
        return self.lines[-1]

    @property
    def news(self) -> str:
        """What was last said on the line above the keys, with a dot for the rule between its two ends."""
        return re.sub(" ─+ ", " · ", self.lines[-2].strip("─ "))

    @property
    def book(self) -> Book:
        """What is in the book on the disk."""
        return book_in(self.path)


def _key(letter: str) -> str:
    """The name that a terminal driver gives to the key of a character."""
    if letter.isalnum():
        return letter
    name = unicodedata.name(letter).lower().replace("-", "_").replace(" ", "_")
    return KEY_NAME_REPLACEMENTS.get(name, name)


@asynccontextmanager
async def swell_on(
    path: Path,
    *,
    size: tuple[int, int] = SMALL,
    settings: Settings | None = None,
    clock: Clock | None = None,
    salvaging: bool = False,
) -> AsyncIterator[User]:
    """The app in a terminal of that size on the book at that path; it is left at the end."""
    time = clock or Clock()
    running = process(path, clock=time, settings=settings, salvaging=salvaging)
    app = SwellApp(running.desk, where="~/book.json")
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        yield User(pilot, path, time)


def ascii_settings() -> Settings:
    """Settings for a terminal that knows no more than ASCII."""
    return replace(Settings(), ascii=True)
