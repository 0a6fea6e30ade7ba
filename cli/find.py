"""`swell find QUERY`: the people whom a query fits, best first."""

from cli.context import Context
from cli.output import command_parser, say, say_json
from domain.capture.as_json import record_json
from domain.search.index import SearchIndex


def run(context: Context, words: list[str]) -> int:
    """Search; without a hit the list is empty, and that is no failure."""
    parser = command_parser("find", "Search people by name, work, place, tags, answers and notes.")
    parser.add_argument(
        "query", nargs="+", help="letters of a name, or looking: offer: tag: org: place: circle: quiet:3m"
    )
    parser.add_argument("--limit", type=int, default=20, metavar="N", help="at most so many (20)")
    options = parser.parse_args(words)
    book = context.repository.book()
    hits = SearchIndex.of(book, context.moment()).search(" ".join(options.query), max(1, options.limit))
    people = [(hit, book.contacts[hit.contact]) for hit in hits]
    if options.json:
        say_json([{**record_json(one, str), "score": hit.score, "matched": hit.matched} for hit, one in people])
        return 0
    for hit, one in people:
        about = ", ".join(part for part in (one.role, one.organisation, one.place) if part)
        say(f"{one.name:<24}  {about:<40}  {hit.words or hit.matched}".rstrip())
    if not people:
        say("Nobody fits.")
    return 0
