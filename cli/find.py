"""`swell find QUERY`: the people whom a query fits, best first."""

from cli.context import Context
from cli.output import say, say_json, say_row
from cli.usage import CommandParser, count
from cli.words import typed
from domain.capture.as_json import record_json
from domain.search.index import SearchIndex


def run(context: Context, words: list[str]) -> int:
    """Search; without a hit the list is empty, and that is no failure."""
    parser = CommandParser("find", "Search people by name, work, place, tags, answers and notes.")
    parser.add_argument(
        "query", nargs="+", help="letters of a name, or looking: offer: tag: org: place: circle: quiet:3m"
    )
    parser.add_argument("--limit", type=count, default=20, metavar="N", help="at most so many (20)")
    options = parser.parse_intermixed_args(words)
    book = context.repository.book()
    hits = SearchIndex.of(book, context.moment()).search(" ".join(typed(options.query)), options.limit)
    people = [(hit, book.contacts[hit.contact]) for hit in hits]
    if options.json:
        say_json([{**record_json(one, str), "score": hit.score, "matched": hit.matched} for hit, one in people])
        return 0
    for hit, one in people:
        about = ", ".join(part for part in (one.role, one.organisation, one.place) if part)
        say_row((one.name, 22), (about, 36), rest=hit.words or hit.matched)
    if not people:
        say("Nobody fits.")
    return 0
