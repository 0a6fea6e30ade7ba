"""`python -m benchmarks`: measures what the README claims and prints one table."""

import argparse
import json
import signal
import sys
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from datetime import date
from importlib.metadata import version
from platform import python_version
from typing import Final

from benchmarks.figures import QUICK, THOROUGH, Effort, Figure, Measure
from benchmarks.measures import (
    bar,
    capture,
    commands,
    inbox,
    keys,
    matching,
    memory,
    momentum,
    paths,
    places,
    search,
    start,
    triage,
)
from benchmarks.process import load
from benchmarks.sandbox import sandbox
from benchmarks.table import table

SIZES: Final = ((1_000, 10_000), (10_000, 100_000))
"""Contacts and interactions of the books that are measured on."""

MEASURES: Final[dict[str, Measure]] = {
    "first-paint": start.first_paint,
    "cursor": keys.cursor,
    "places": places.change_of_place,
    "search-key": search.keys,
    "search": search.domain,
    "inbox": inbox.derived,
    "triage": triage.next_item,
    "matching": matching.suggestions,
    "matching-quality": matching.quality,
    "paths": paths.trees_and_weeks,
    "add": commands.add,
    "later": commands.add_later,
    "capture": capture.prompt,
    "capture-bar": bar.typing,
    "momentum": commands.momentum_short,
    "gauge": momentum.of_the_book,
    "at-rest": momentum.at_rest,
    "count": commands.inbox_count,
    "memory": memory.of_the_app,
    "beside": keys.beside,
}
"""What can be measured by name, in the order of the table."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure what was asked for; the exit status."""
    options = _options(arguments)
    if not sys.platform.startswith("linux"):
        print("The benchmark reads /proc, so it runs on Linux only.", file=sys.stderr)
        return 1
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # so that nothing is left behind then either
    effort, sizes = (QUICK, SIZES[:1]) if options.quick else (THOROUGH, SIZES)
    before = load()
    names: list[str] = options.only or list(MEASURES)
    measured = [(f"{size[0]:,} + {size[1]:,}", list(measure(*size, names, effort))) for size in sizes]
    surroundings = f"Python {python_version()}, Textual {version('textual')}, load {before} at first, {load()} at last"
    if options.json:
        told = {name: [{**asdict(figure), "met": figure.met} for figure in figures] for name, figures in measured}
        print(json.dumps({"surroundings": surroundings, "books": told}, ensure_ascii=False, indent=2))
    else:
        print(table(measured))
        print(f"\nContacts + interactions; {surroundings}.")
    return 0


def measure(contacts: int, interactions: int, names: Sequence[str], effort: Effort) -> Iterator[Figure]:
    """Measure these subjects on a book of that size."""
    with sandbox(contacts, interactions, date.today()) as place:
        yield Figure("the book", place.megabytes, "MB")
        for name in names:
            print(f"{name}, {contacts:,} + {interactions:,} …", file=sys.stderr)
            yield from MEASURES[name](place, effort)


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="the small book only, each thing a few times")
    parser.add_argument("--json", action="store_true", help="print JSON instead of a table")
    parser.add_argument("--only", action="append", choices=list(MEASURES), help="measure this alone; may be repeated")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    raise SystemExit(main())
