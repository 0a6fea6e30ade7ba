"""A writer is killed at a random moment, again and again: the book opens, and what was acknowledged is there once.

SWELL_KILLS says how often (300), SWELL_SEED which moments; the seed of a run is printed.
"""

import os
import random
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from cli.filing import file_waiting
from domain.errors import BookError
from tests.faults.book import BEN, Run, begin, lines_in
from tests.faults.workers import start, until_killed

KILLS = int(os.environ.get("SWELL_KILLS", "300"))
BOOKS = 3
"""Books that are worked on at the same time."""


def test_nothing_acknowledged_is_lost_or_doubled(tmp_path: Path) -> None:
    seed = os.environ.get("SWELL_SEED") or str(random.SystemRandom().randrange(10**6))
    print(f"\nSWELL_SEED={seed} SWELL_KILLS={KILLS}")
    lanes = [_Lane(tmp_path / f"book{number}.json", f"{seed}-{number}") for number in range(BOOKS)]
    with ThreadPoolExecutor(BOOKS) as pool:
        wrong = [each for lane in pool.map(lambda lane: list(lane.rounds(KILLS // BOOKS)), lanes) for each in lane]
    acknowledged, cut_short = sum(lane.acknowledged for lane in lanes), sum(lane.cut_short for lane in lanes)
    print(f"{acknowledged} operations acknowledged, {cut_short} cut short, {len(wrong)} rounds wrong")
    assert wrong == []
    assert acknowledged > KILLS
    assert cut_short > KILLS / 10


class _Lane:
    """One book, and what has to be in it."""

    def __init__(self, book: Path, seed: str) -> None:
        self.acknowledged = self.cut_short = 0
        self._book, self._seed, self._chance = book, seed, random.Random(seed)
        self._promised: dict[str, str | int] = {"notes": ""}
        begin(book)

    def rounds(self, count: int) -> Iterator[str]:
        """What is wrong after each of so many kills, in words."""
        for number in range(count):
            name = f"{self._seed}/{number}"
            worker = start(until_killed, self._book, name, name, number % 20 < 12)
            worker.told.recv()
            time.sleep(self._chance.uniform(0.005, 0.2))
            worker.process.kill()
            wrong = "; ".join(self._wrong(self._under_way(worker.all_told())))
            if wrong:
                yield f"{name}: {wrong}"

    def _under_way(self, told: list[dict[str, str | int] | str]) -> dict[str, str | int]:
        """What may have been done or not; what was acknowledged is promised from now on."""
        under_way: dict[str, str | int] = {}
        for one in told:
            if isinstance(one, str):
                self.acknowledged += 1
                self._promised |= under_way
                under_way = {}
            else:
                under_way = one
        self.cut_short += bool(under_way)
        return under_way

    def _wrong(self, under_way: dict[str, str | int]) -> Iterator[str]:
        try:
            file_waiting(Run(self._book))
            notes = Run(self._book).repository.book().contacts[BEN].notes
            found: dict[str, str | int] = {**lines_in(self._book), "notes": notes}
        except BookError as error:
            yield str(error)
            return
        for key in {*found, *self._promised, *under_way}:
            value, promised = found.get(key, 0), self._promised.get(key, 0)
            if value not in (promised, under_way.get(key, promised)):
                yield f"“{key}” is {value}, not {promised}"
        self._promised = found
