"""Takes every picture from the running app on the sample book: `python -m screenshots.take [--check]`."""

import argparse
import asyncio
import os
import re
import sys
import tempfile
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

os.environ.pop("NO_COLOR", None)
os.environ["TEXTUAL_ANIMATIONS"] = "none"

from textual.pilot import Pilot

from domain.book import Put, Work
from domain.desk import AddressFiles, Desk
from domain.ids import Ids
from domain.moment import Moment
from domain.sample.book import sample_book
from domain.settings import Settings
from store.formats.reading import Sheet, read_file
from store.repository import TinyBook
from tui.app import SwellApp

FOLDER = Path(__file__).parent
ZONE = ZoneInfo("Europe/London")
NOW = Moment(datetime(2026, 11, 22, 8, 30, tzinfo=ZONE))
"""A fixed day, so that a picture changes only when the app does."""
DEFAULTS = Settings()
SIZES = ((80, 24), (120, 40))
PROCESSES = (os.cpu_count() or 1) + 1
"""That take pictures at the same time; each rests a while before a picture is taken."""
AT_REST = 0.5
"""Seconds after which a screen has made what nobody waits for."""


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture: what is pressed before it is taken."""

    name: str
    keys: tuple[str, ...]
    settings: Settings = DEFAULTS
    empty: bool = False
    """Taken on an empty book instead of the sample."""
    sizes: tuple[tuple[int, int], ...] = SIZES
    days_later: int = 0
    """How many days after the sample book ends it is taken, with nothing done meanwhile."""


def typed(text: str) -> tuple[str, ...]:
    """The keys that type a text."""
    named = {" ": "space", "+": "plus", ":": "colon", ",": "comma", "@": "at", '"': "quotation_mark", ".": "full_stop"}
    return tuple(named.get(letter, "enter" if letter == "\n" else letter) for letter in text)


MEETUP = """tag:pyleeds
met Nadia Rahman from Shelter, she is looking for volunteers
called Sam about the venue
promised Nadia the flyer +fri
Ana can help with brand design
"""
"""What somebody writes down after an evening."""


PICTURES = (
    Picture("today", ()),
    Picture("today-done", ("d",)),
    Picture("capture", ("c", *typed("called Priya, she is looking for a data engineer +2w"))),
    Picture("capture-choice", ("c", *typed("met tom from monzo +fri"))),
    Picture("capture-many", ("C", *typed(MEETUP))),
    Picture("review", ("r",)),
    Picture("review-end", ("r", "d", "enter", "b", *"SxSSSSS")),
    Picture("today-zero", tuple("S" * 12)),
    Picture("welcome-back", (), days_later=9),
    Picture("sort", ("O",)),
    Picture("people", ("2", *typed("leeds"))),
    Picture("person", ("enter",)),
    Picture("introductions", ("3",)),
    Picture("introductions-step", ("3", "d"), sizes=SIZES[:1]),
    Picture("asks", ("3", "tab", "j", "l")),
    Picture("ledger", ("4",)),
    Picture("ledger-narrowed", ("4", "F", *typed("back since:3m\n")), sizes=SIZES[:1]),
    Picture("entry", ("4", "F", *typed("back kind:lead\n"), "w"), sizes=SIZES[:1]),
    Picture("tree", ("slash", *typed("eve novak"), "tab", "T")),
    Picture("week", ("R",)),
    Picture("momentum", ("5",)),
    Picture("momentum-rhythm", ("5", "e")),
    Picture("momentum-what-if", ("5", "up", "up"), sizes=SIZES[:1]),
    Picture("momentum-past", ("5", *"h" * 20), sizes=SIZES[:1]),
    Picture("keys", ("question_mark",)),
    Picture("first-start", (), empty=True),
    Picture("today-light", (), replace(Settings(), theme="swell-light")),
    Picture("momentum-ascii", ("5",), replace(Settings(), ascii=True, theme="swell-16"), sizes=SIZES[:1]),
)


class NoFiles(AddressFiles):
    """A machine without a folder of downloads."""

    def read(self, path: str, report: object = None) -> Sheet:
        """A file is read as ever."""
        del report
        return read_file(path)

    def found(self) -> list[str]:
        """Nothing lies about."""
        return []


def desk_on(book: Path, settings: Settings, *, empty: bool, days_later: int = 0) -> Desk:
    """A desk over a book at that path, with the sample in it unless it is to be empty."""
    now = Moment(NOW.at + timedelta(days=days_later))
    numbers = iter(range(10**9))
    ids = Ids(lambda: int(NOW.at.timestamp() * 1000) + next(numbers), lambda below: below // 2)
    repository = TinyBook(str(book), origin="swell", session="picture", stamp=lambda: NOW.stamp, ids=ids)
    if not empty:
        tables = sample_book(NOW.today, ZONE)
        changes = tuple(Put(record) for table in tables.values() for record in table.values())
        repository.apply(lambda _: Work("the sample book", changes, None))
    return Desk(repository, settings, lambda: now, ids, NoFiles())


async def take(picture: Picture, size: tuple[int, int], folder: Path) -> str:
    """The picture as SVG."""
    desk = desk_on(
        folder / f"{picture.name}-{size[0]}.json", picture.settings, empty=picture.empty, days_later=picture.days_later
    )
    app = SwellApp(desk, where="~/.local/share/swell/book.json")
    app.theme = picture.settings.theme  # without a terminal the app would take the sixteen colours
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        await pilot.pause(AT_REST)
        for key in picture.keys:
            await pilot.press(key)
        await settle(pilot)
        return self_contained(app.export_screenshot(title="Swell"))


def self_contained(svg: str) -> str:
    """The picture without the fonts that it would fetch from elsewhere, its blanks kept by every viewer."""
    svg = svg.replace("<text ", '<text xml:space="preserve" ')
    return re.sub(r"\s*@font-face \{.*?\}", "", svg, flags=re.DOTALL)


async def settle(pilot: Pilot[str]) -> None:
    """Wait until nothing is under way."""
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


def drawn_apart(picture: Picture, size: tuple[int, int]) -> str:
    """The picture, taken in a process that takes several, one after the other."""
    with tempfile.TemporaryDirectory() as folder:
        return asyncio.run(take(picture, size, Path(folder)))


def main(words: Sequence[str]) -> int:
    """Take the pictures, or with --check say which are stale."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="change nothing; fail where a picture would differ")
    parser.add_argument("names", nargs="*", help="only these pictures")
    options = parser.parse_args(words)
    chosen = [one for one in PICTURES if not options.names or one.name in options.names]
    wanted = [(picture, size) for picture in chosen for size in picture.sizes]
    stale: list[str] = []
    with ProcessPoolExecutor(PROCESSES) as pool:
        for (picture, size), drawn in zip(wanted, pool.map(drawn_apart, *zip(*wanted, strict=True)), strict=True):
            path = FOLDER / f"{picture.name}-{size[0]}x{size[1]}.svg"
            if not options.check:
                path.write_text(drawn, encoding="utf-8")
            elif not path.exists() or path.read_text(encoding="utf-8") != drawn:
                stale.append(path.name)
    if stale:
        print(f"Stale pictures: {', '.join(stale)}. Take them again with: make pictures", file=sys.stderr)
    return 1 if stale else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
