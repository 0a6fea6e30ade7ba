"""`swell log`: what went out and what came back, newest first."""

from argparse import Namespace
from collections.abc import Mapping, Sequence
from datetime import date

from cli.context import Context
from cli.output import say, say_json, say_prose, say_row
from cli.usage import CommandParser, count
from cli.words import typed
from domain.acquaintance import Acquaintance
from domain.book import Book
from domain.capture.as_json import record_json
from domain.inbox.names import full_name
from domain.ledger import WAYS, Narrowing, ledger, narrowing_of
from domain.lines import ARROWS, ASCII_ARROWS
from domain.model import Interaction, Kind
from domain.returns import Whence, origins, said
from domain.search.person import find_person
from domain.text import listed

SHOWN = 50
"""Entries that are printed unless another number is asked for; JSON has all."""
NOTHING = "Nothing yet; swell add called @Ana about the move writes the first line."
NOBODY: dict[Kind, str] = {"post": "everybody"}
"""Whom an act without people was for."""


def run(context: Context, words: list[str]) -> int:
    """Print the ledger, or what of it is asked for."""
    options = _parser().parse_intermixed_args(words)
    book, today = context.repository.book(), context.moment().today
    narrowing = _narrowing(options, book, today)
    entries = ledger(book.interactions.values(), narrowing)
    newest = entries[: options.limit or (len(entries) if options.json else SHOWN)]
    found = origins(book, Acquaintance(book), today) if options.whence else None
    came = found.whence if found is not None else {}
    if options.json:
        say_json([_as_json(one, book, came) for one in newest])
        return 0
    for one in newest:
        where = [(came.get(one.id, ""), 15)] if options.whence else []
        _print(one, book, where, ascii_only=context.settings.ascii)
    if not newest:
        say("Nothing of that." if narrowing else NOTHING)
    elif len(newest) < len(entries):
        say(f"{len(entries) - len(newest)} more; --limit shows them.")
    if found is not None and newest and not narrowing.people:
        for sentence in said(found.shares(entries), found.lag(entries)):
            say_prose(sentence, hanging=2)
    return 0


def _narrowing(options: Namespace, book: Book, today: date) -> Narrowing:
    """Which entries are asked for; raises SwellError."""
    return narrowing_of(
        today,
        lambda name: find_person(book, name).id,
        ways=[way for way in WAYS if getattr(options, way)],
        kinds=typed(options.kind or []),
        people=[*typed(options.person or []), *([" ".join(typed(options.contact))] if options.contact else [])],
        tags=typed(options.tag or []),
        since=typed(options.since or []),
        until=typed(options.until or []),
        words=typed(options.text or []),
    )


def _print(one: Interaction, book: Book, where: Sequence[tuple[str, int]], *, ascii_only: bool) -> None:
    """Print one entry, with where it came from if that was asked for."""
    names = listed([full_name(person, book.contacts) for person in one.people]) or NOBODY.get(one.kind, "")
    arrow = (ASCII_ARROWS[one.direction], 2) if ascii_only else (ARROWS[one.direction], 1)
    say_row((one.at[:10], 10), arrow, (names, 22), (one.kind, 7), *where, rest=one.text)


def _parser() -> CommandParser:
    parser = CommandParser("log", "What went out and what came back, newest first.")
    parser.add_argument("contact", nargs="*", help="only with this person, or what came by their way")
    parser.add_argument("--out", action="store_true", help="only what went out, mutual acts among it")
    parser.add_argument("--back", action="store_true", help="only what came back")
    parser.add_argument("--notes", action="store_true", help="only notes")
    parser.add_argument("--kind", action="append", metavar="KIND", help="only this kind, such as call; again: or that")
    parser.add_argument("--person", action="append", metavar="NAME", help="as CONTACT; again: and with this one too")
    parser.add_argument("--tag", action="append", metavar="TAG", help="only with this tag, or one nested in it")
    parser.add_argument("--text", action="append", metavar="WORDS", help="only with these words in the text")
    parser.add_argument("--since", action="append", metavar="WHEN", help="2026-01, 2026-01-15, oct, 3m, yesterday")
    parser.add_argument("--until", action="append", metavar="WHEN", help="the same; that day or month is included")
    parser.add_argument("--whence", action="store_true", help="say of each return where it came from")
    parser.add_argument("--limit", type=count, metavar="N", help="at most so many (JSON: all, else 50)")
    return parser


def _as_json(one: Interaction, book: Book, came: Mapping[str, Whence]) -> dict[str, object]:
    """An entry; a return with what it is said to have grown from, and where it came from if that was asked for."""
    told = record_json(one, lambda person: full_name(person, book.contacts))
    if one.direction == "got":
        told["because_of"] = list(one.because_of)
    return {**told, "whence": came[one.id]} if one.id in came else told
