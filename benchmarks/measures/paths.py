"""Who led to whom, and the week: from the book, for one person, for where most grew from."""

import gc
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import partial
from random import Random
from statistics import median

from benchmarks.figures import Effort, Figure
from benchmarks.sandbox import Sandbox
from domain.book import Book
from domain.inbox.index import Index
from domain.model import Contact, Interaction
from domain.moment import Moment
from domain.momentum.gauge import Momentum
from domain.settings import Settings
from domain.tree import Paths
from domain.week import days_around, week, week_of
from store.repository import TinyBook


def trees_and_weeks(place: Sandbox, effort: Effort) -> list[Figure]:
    """The tree of one person with all that it is read from, then when that is known; the week that runs."""
    book = TinyBook(str(place.book), origin="", session="", stamp=str, ids=str).whole_book()
    moment, settings = Moment(datetime.now(UTC)), Settings()
    grown = grown_book(book)
    gc.collect()
    gc.freeze()
    gc.disable()
    start = next(iter(grown.contacts))
    cold = [_timed(lambda: Paths(grown, moment.today).tree(start)) for _ in range(max(3, effort.starts))]
    paths = Paths(grown, moment.today)
    alone = [_timed(partial(paths.tree, one)) for one in Random(1).sample(sorted(grown.contacts), effort.queries)]
    starts = [_timed(Paths(grown, moment.today).starts) for _ in range(3)]
    index, momentum = Index(book, settings), Momentum(book.interactions.values(), moment, settings)
    first = week_of(moment.today, settings.week_start)
    weeks = [
        _timed(partial(_week, index, momentum, book, first - timedelta(weeks=back), moment))
        for back in range(max(3, effort.starts))
    ]
    gc.enable()
    gc.unfreeze()
    return [
        Figure("the tree of one person, from nothing", median(cold), "ms", f"{paths.under(start)} below",
               place.at_most(None, 100)),
        Figure("the tree of one person, then", median(alone), "ms", f"longest {max(alone):.1f}",
               place.at_most(None, 50)),
        Figure("where most grew from", median(starts), "ms"),
        Figure("the week in review", median(weeks), "ms", f"first {weeks[0]:.0f}", place.at_most(None, 150)),
    ]  # fmt: skip


def grown_book(book: Book) -> Book:
    """The book with seven in ten people met through another, and returns with a path or grown from a give."""
    random, ids = Random(len(book.contacts)), list(book.contacts)
    contacts = dict(_met(book, ids, random))
    acts: dict[str, Interaction] = {}
    gives: list[str] = []
    for id_, act in book.interactions.items():
        if act.direction == "got":
            via = (random.choice(ids),) if random.random() < 0.1 else ()
            grew = (random.choice(gives[-200:]),) if gives and random.random() < 0.1 else ()
            acts[id_] = replace(act, via=via, because_of=grew)
        else:
            acts[id_] = act
            gives.append(id_)
    return Book({"contacts": contacts, "interactions": acts})


def _met(book: Book, ids: list[str], random: Random) -> Iterator[tuple[str, Contact]]:
    """Everybody, the later ones met through earlier ones."""
    for number, id_ in enumerate(ids):
        via = ids[int(number * random.random() ** 2)] if number and random.random() < 0.7 else ""
        yield id_, replace(book.contacts[id_], met_via=via)


def _week(index: Index, momentum: Momentum, book: Book, first: date, moment: Moment) -> None:
    week(index, first, days_around(first, momentum, book, moment, index.settings), moment)


def _timed(act: Callable[[], object]) -> float:
    """How long something takes, in milliseconds."""
    began = time.perf_counter()
    act()
    return (time.perf_counter() - began) * 1000
