"""`swell log`: what went out and what came back, newest first."""

from heapq import nlargest
from operator import attrgetter

from cli.context import Context
from cli.output import say, say_json, say_row
from cli.usage import CommandParser, count
from cli.words import typed
from domain.capture.as_json import record_json
from domain.inbox.names import full_name
from domain.lines import ARROWS
from domain.model import Kind
from domain.search.person import find_person
from domain.text import listed

SHOWN = 50
"""Entries that are printed unless another number is asked for; JSON has all."""
NOBODY: dict[Kind, str] = {"post": "everybody"}
"""Whom an act without people was for."""


def run(context: Context, words: list[str]) -> int:
    """Print the ledger, or that of one person."""
    parser = CommandParser("log", "What went out and what came back, newest first.")
    parser.add_argument("contact", nargs="*", help="only with this person")
    parser.add_argument("--limit", type=count, metavar="N", help="at most so many (JSON: all, else 50)")
    options = parser.parse_intermixed_args(words)
    book = context.repository.book()
    entries = list(book.interactions.values())
    if options.contact:
        contact = find_person(book, " ".join(typed(options.contact))).id
        entries = [one for one in entries if contact in one.people]
    most = options.limit or (len(entries) if options.json else SHOWN)
    newest = nlargest(most, entries, key=attrgetter("at", "id"))
    if options.json:
        say_json([record_json(one, lambda person: full_name(person, book.contacts)) for one in newest])
        return 0
    for one in newest:
        people = listed([full_name(person, book.contacts) for person in one.people]) or NOBODY.get(one.kind, "")
        say_row((one.at[:10], 10), (ARROWS[one.direction], 1), (people, 22), (one.kind, 7), rest=one.text)
    if not newest:
        say("Nothing yet; swell add called @Ana about the move writes the first line.")
    elif len(newest) < len(entries):
        say(f"{len(entries) - len(newest)} more; --limit shows them.")
    return 0
