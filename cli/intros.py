"""`swell intros [CONTACT]`: who could be brought together, and what is under way."""

from cli.context import Context
from cli.output import say, say_json, say_row
from cli.usage import CommandParser, count
from cli.words import typed
from domain.book import Book
from domain.inbox.names import full_name
from domain.introducing import UNDER_WAY, next_step, where_it_stands
from domain.matching.matches import Matches
from domain.matching.suggestion import WORDS, Suggestion
from domain.model import Introduction
from domain.moment import Moment
from domain.search.person import find_person

NAMES = 34


def run(context: Context, words: list[str]) -> int:
    """Print what is under way, then what is suggested; as JSON the suggestions alone."""
    parser = CommandParser("intros", "Who could be brought together, and what is under way.")
    parser.add_argument("contact", nargs="*", help="only about this person")
    parser.add_argument("--limit", type=count, default=20, metavar="N", help="at most so many (20)")
    options = parser.parse_intermixed_args(words)
    book, moment = context.repository.book(), context.moment()
    matches = Matches(book, context.settings)
    about = find_person(book, " ".join(typed(options.contact))).id if options.contact else ""
    for _ in matches.prepare(moment) if not about else ():
        pass
    found = (matches.of(about, moment) if about else matches.all(moment))[: options.limit]
    if options.json:
        say_json([_json(one, book) for one in found])
        return 0
    under_way = [
        one
        for one in sorted(book.introductions.values(), key=lambda one: (one.since, one.id))
        if one.stage in UNDER_WAY and (not about or about in (one.a, one.b))
    ]
    for pair in under_way:
        _print_pair(pair, book, moment)
    for suggestion in found:
        names = _names(suggestion.a, suggestion.b, book)
        say_row((names, NAMES), (suggestion.when(moment), 9), rest=suggestion.reason)
    if not found and not under_way:
        say("Nobody to bring together yet: ask people what they are looking for, and what they can help with.")
    return 0


def _print_pair(pair: Introduction, book: Book, moment: Moment) -> None:
    """Print one introduction that is under way."""
    step = next_step(pair, book.contacts, moment.today)
    stands = where_it_stands(pair, book.contacts, moment.today)
    rest = ": ".join(part for part in (stands, step.words if step else "") if part)
    say_row((_names(pair.a, pair.b, book), NAMES), ("under way", 9), rest=rest)


def _names(a: str, b: str, book: Book) -> str:
    return f"{full_name(a, book.contacts)} – {full_name(b, book.contacts)}"


def _json(one: Suggestion, book: Book) -> dict[str, object]:
    """One suggestion; people are names, with their ids beside them."""
    return {
        "key": one.key,
        "a": book.contacts[one.a].name,
        "a_id": one.a,
        "b": book.contacts[one.b].name,
        "b_id": one.b,
        "reason": one.reason,
        "need": {"question": one.need.told, "text": one.need.text},
        "offer": {"question": WORDS[one.offer.told], "text": one.offer.text},
        "common": list(one.common),
        "fresh": one.is_fresh,
        "score": round(one.score, 3),
        "terms": [
            {"name": term.name, "term": term.term, "coefficient": term.coefficient, "points": round(term.points, 3)}
            for term in one.terms
        ],
    }
