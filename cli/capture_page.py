"""Writes docs/capture.md from the tables of the grammar: `python -m cli.capture_page [--check] PATH`."""

import re
import sys
from collections.abc import Iterator
from datetime import UTC, datetime

from cli.generated import write_or_check
from domain.capture.explained import PEOPLE, Part, explained
from domain.capture.tables import Table
from domain.moment import Moment
from domain.settings import DEFAULT_WEIGHTS
from domain.text import listed

SUNDAY = Moment(datetime(2026, 11, 22, 9, 0, tzinfo=UTC))
"""The day on which the examples of the page are read."""

HEAD = f"""# The capture line

One line of plain English becomes records; marks only where words are not enough. This page is generated from the tables
by which a line is read; `swell help capture` prints it in a terminal, and `?`, then tab, shows it in the app. The
examples are read on Sunday 22 November 2026, by a book that knows {listed(PEOPLE)}.

How to get at the line with one key, and what a shell does to it: [hotkeys.md](hotkeys.md).
"""


def page() -> str:
    """The whole page as Markdown."""
    return "\n".join([HEAD, *(_part(part) for part in explained(DEFAULT_WEIGHTS, SUNDAY))])


def _part(part: Part) -> str:
    parts = [f"## {part.title}", _plain(part.says), *("\n".join(_table(table)) for table in part.tables)]
    examples = "\n".join(f"{example.line}\n    → {' · '.join(example.says)}" for example in part.examples)
    return "\n\n".join([*parts, f"```text\n{examples}\n```\n"])


def _table(table: Table) -> Iterator[str]:
    yield f"| {' | '.join(map(_plain, table.head))} |"
    yield "|" + "---|" * len(table.head)
    for row in table.rows:
        yield f"| {' | '.join(map(_plain, row))} |"


def _plain(text: str) -> str:
    """The text with nothing in it that Markdown reads."""
    return re.sub(r"([\\`*_|<>\[\]#])", r"\\\1", text)


if __name__ == "__main__":
    raise SystemExit(write_or_check(page(), sys.argv[1:], __doc__))
