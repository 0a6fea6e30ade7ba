"""The capture line explained: what may be written, and what it makes."""

from collections.abc import Callable
from typing import Final, NamedTuple

from domain.book import Book
from domain.capture import tables
from domain.capture.chips import chips
from domain.capture.tables import Table, Weights
from domain.capture.understanding import understand
from domain.model import Contact
from domain.moment import Moment
from domain.text import listed


class Example(NamedTuple):
    """A line, and what it makes in the book of the examples."""

    line: str
    says: tuple[str, ...]
    """The chips of its preview."""


class Part(NamedTuple):
    """One part of the explanation."""

    title: str
    says: str
    tables: tuple[Table, ...]
    examples: tuple[Example, ...]


class _Sketch(NamedTuple):
    """A part before its tables are made and its examples read."""

    title: str
    says: str
    tables: Callable[[Weights], tuple[Table, ...]]
    lines: tuple[str, ...]


PEOPLE: Final = ("Ana Lopez", "Ben Okafor", "Cara Weiss", "Dee Marsh", "Sam Hill", "Sam Okoro")
"""Whom the book of the examples knows."""

INTRODUCTION: Final = (
    "One line of plain English; marks only where words are not enough. What a line will make is shown while you type. "
    f"The examples are read today, by a book that knows {listed(PEOPLE)}."
)

_SKETCHES: Final = (
    _Sketch(
        "What happened",
        "A verb in the past happened, and says what it was. With nobody before it, or I, it went out (gave). "
        "Points are what it weighs on the gauge; what was mutual weighs like a give.",
        tables.happened,
        (
            "called Ana about the move 45m",
            "lunch with Ana and Ben yesterday",
            "introduced Ana to Ben re: studio space",
            "posted what I learned at the meetup",
        ),
    ),
    _Sketch(
        "What came back",
        "Somebody before the verb did it for you: it came back (got). What came back weighs nothing.",
        tables.came_back,
        (
            "Ben helped me with my CV",
            "got a job lead from Cara via Ana",
            "introduced to Nia by Dee",
            "was recommended by Dee for the panel",
            "heard back from Ben about the lease",
        ),
    ),
    _Sketch(
        "What they told you",
        "Five questions, answered by whoever stands before the phrase. Each answer is dated, and goes stale.",
        tables.told,
        (
            "Ana is looking for a fintech CTO",
            "Ben told me he's working on a podcast",
            "Dee can help with pitch decks",
            "I'm looking for a flat in Lisbon",
        ),
    ),
    _Sketch(
        "Promises and waiting",
        "A promise is yours, waiting is for something of theirs. Without a +DATE both fall due in a week.",
        tables.promised,
        (
            "promised Ana the gym list +fri",
            "waiting on Ben for the contract +1w",
            "Cara owes me an answer",
            "Dee will send the numbers tomorrow",
        ),
    ),
    _Sketch(
        "Not yet done",
        "A verb in its plain form, or after one of these words, is to be done: a follow-up, due today unless a day "
        "is said.",
        tables.to_do,
        ("call Ana tomorrow", "need to email Ben about the lease by thu", "intro Ana to Ben"),
    ),
    _Sketch(
        "Notes",
        "What did not happen, a question, and whatever has no verb of these are notes. They weigh nothing.",
        tables.noted,
        ("tried to call Ben, no answer", "Ana: works at Studio Norte now"),
    ),
    _Sketch(
        "People",
        "Names are never guessed at by their letters: a misspelt one stays text.",
        tables.people,
        ("met Joe Miller, CTO at Acme, he's hiring rust devs", 'emailed @"Eve Stone" about the flat'),
    ),
    _Sketch(
        "Days",
        "At the beginning or end of a clause, after on, a name or an hour. What happened takes the last such day, what "
        "is to be done the next.",
        tables.days,
        ("2026-10-03: coffee with Ben", "called Ana 3 days ago about the lease +2w", "met Ben on 31 nov"),
    ),
    _Sketch(
        "Marks",
        "Each may stand anywhere in its clause. In an unquoted shell line all work but #, \\ and text in quotes.",
        tables.marks,
        ('@ana circle:close org:"Studio Norte"', 'coffee with Dee need:"a bookkeeper" tag:leeds min:30'),
    ),
    _Sketch(
        "Tricks",
        "One clause, one thing.",
        tables.tricks,
        ("called Ana, sent her the deck, thanked Ben +1w", 'emailed Ana "call me tomorrow"'),
    ),
    _Sketch(
        "What stays unfiled",
        "Kept as it was typed, and waiting in the inbox to be mended. Nothing typed is ever lost.",
        tables.unfiled,
        ("called Sam about the flat", "tag:design +fri"),
    ),
)
"""The parts in their order."""

TITLES: Final = tuple(sketch.title for sketch in _SKETCHES)


def explained(weights: Weights, moment: Moment, titles: tuple[str, ...] = TITLES) -> tuple[Part, ...]:
    """The parts so entitled, with the weights of the settings and the examples as they are read at this moment."""
    book = example_book()

    def read(line: str) -> Example:
        return Example(line, says(line, book, moment))

    return tuple(
        Part(sketch.title, sketch.says, sketch.tables(weights), tuple(map(read, sketch.lines)))
        for sketch in _SKETCHES
        if sketch.title in titles
    )


def example_book() -> Book:
    """The book of the examples."""
    ids = {f"{number:022d}": name for number, name in enumerate(PEOPLE, 1)}
    return Book({"contacts": {key: Contact(id=key, name=name) for key, name in ids.items()}})


def says(line: str, book: Book, moment: Moment) -> tuple[str, ...]:
    """The chips of the preview of a line, as a shell reads it."""
    return tuple(chip.text for chip in chips(understand(line, book, moment, shell=True)))
