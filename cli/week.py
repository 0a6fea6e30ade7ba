"""`swell week`: what went out, what came back, who waits and what to ask next, as Markdown."""

from datetime import timedelta

from cli.context import Context
from cli.output import say_json, say_prose
from cli.usage import CommandParser
from cli.words import UsageError, typed
from domain.book import Book
from domain.capture.as_json import record_json
from domain.errors import BadInputError
from domain.inbox.index import Index
from domain.inbox.names import full_name
from domain.momentum.gauge import Momentum
from domain.week import Line, Week, markdown, week_in_review, week_named, week_of

FARTHEST = 5_000
"""Weeks that --back goes at most."""


def run(context: Context, words: list[str]) -> int:
    """Print the week that runs, or an earlier one."""
    parser = CommandParser("week", "The week as Markdown: what went out, what came back, who waits, what to ask next.")
    which = parser.add_mutually_exclusive_group()
    which.add_argument("--week", metavar="YYYY-Www", help="another week by its ISO name, such as 2026-W47")
    which.add_argument("--back", metavar="N", help="so many weeks before this one")
    options = parser.parse_args(words)
    moment, settings = context.moment(), context.settings
    first = week_of(moment.today, settings.week_start)
    if options.back is not None:
        first -= timedelta(weeks=_number(typed([options.back])[0]))
    if options.week is not None:
        asked = week_named(typed([options.week])[0], settings.week_start)
        if asked > first:
            raise BadInputError("That week has not begun yet.")
        first = asked
    book = context.repository.book()
    momentum = Momentum(book.interactions.values(), moment, settings, book.pauses.values())
    found = week_in_review(Index(book, settings), first, momentum, moment)
    if options.json:
        say_json(_json(found, book))
        return 0
    for line in markdown(found).rstrip("\n").split("\n"):
        say_prose(line, hanging=2 if line.startswith("- ") else 0)
    return 0


def _number(word: str) -> int:
    if not (word.isascii() and word.isdecimal() and len(word) < 9):
        raise UsageError(f"“{word}” is no number of weeks; swell week --help tells more")
    if int(word) > FARTHEST:
        raise BadInputError(f"--back goes {FARTHEST} weeks back at most.")
    return int(word)


def _json(found: Week, book: Book) -> dict[str, object]:
    """The week; people are names, with their ids beside them."""
    return {
        "week": found.name,
        "first": found.first.isoformat(),
        "last": found.last.isoformat(),
        "running": found.is_running,
        "went_out": [_line(one, book) for one in found.went_out],
        "came_back": [_line(one, book) for one in found.came_back],
        "met_and_heard": [_line(one, book) for one in found.heard],
        "waits": [_line(one, book) for one in found.waits],
        "ask_next": [_line(one, book) for one in found.to_ask],
        "momentum": {"before": round(found.before, 3), "after": round(found.after, 3), "words": found.momentum},
        "paused": found.paused,
    }


def _line(line: Line, book: Book) -> dict[str, object]:
    """One thing of the week: what it is about in words, and for what happened all that the log says of it."""

    def name(person: str) -> str:
        return full_name(person, book.contacts)

    record = book.interactions.get(line.record)
    told = record_json(record, name) if record is not None else {"id": line.record}
    return {
        **told,
        "people": [name(person) for person in line.people],
        "people_ids": list(line.people),
        "words": line.what,
        "note": line.aside,
    }
