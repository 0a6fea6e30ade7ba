"""Search as you type: what one key takes on the screen, and what the search takes in the domain."""

import gc
import time
from datetime import UTC, datetime
from itertools import islice
from statistics import median
from typing import Final

from benchmarks.figures import Effort, Figure, ninety_fifth
from benchmarks.process import wait_until_idle
from benchmarks.sandbox import FIRST_PAINT, Sandbox
from domain.moment import Moment
from domain.search.index import SearchIndex
from store.repository import TinyBook

QUERIES: Final = (
    "ana lo", "okafor", "jurgen", "jhon", "leeds", "priya n", "desinger", "kowal", "sm", "choir trip", "siobhan m",
    "works",
)  # fmt: skip
"""What people type: first names, surnames, places, words of a note, without accents, with slips."""
CLEAR: Final = "\x15"


def keys(place: Sandbox, effort: Effort) -> list[Figure]:
    """Typical queries typed letter by letter into the search field."""
    times: list[float] = []
    with place.open_app() as app:
        app.wait_for(FIRST_PAINT)
        app.settle()
        wait_until_idle(app.pid)
        app.press("/")
        for query in islice(QUERIES, effort.queries):
            times.extend(app.press(letter).last * 1000 for letter in query)
            app.press(CLEAR)
    usual, slow = place.at_most(None, 20), place.at_most(None, 40)
    return [
        Figure("one search key, to the last byte: median", median(times), "ms", f"{len(times)} keys", usual),
        Figure("one search key, to the last byte: 95th percentile", ninety_fifth(times), "ms", "", slow),
    ]


def domain(place: Sandbox, effort: Effort) -> list[Figure]:
    """The same queries asked of the index itself, which is built before."""
    repository = TinyBook(str(place.book), origin="", session="", stamp=str, ids=str)
    index = SearchIndex.of(repository.book(), Moment(datetime.now(UTC)))
    gc.collect()
    times = []
    for query in islice(QUERIES, effort.queries):
        for end in range(1, len(query) + 1):
            began = time.perf_counter()
            index.search(query[:end])
            times.append((time.perf_counter() - began) * 1000)
    beside = f"95th {ninety_fifth(times):.1f}"
    return [Figure("the search itself: median", median(times), "ms", beside, place.at_most(None, 5))]
