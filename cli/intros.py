"""`swell intros [CONTACT]`: who could be brought together, what is under way, and the words for two people."""

from cli.context import Context
from cli.output import complain, say, say_json, say_row
from cli.usage import CommandParser, count
from cli.words import typed
from domain.book import Book
from domain.drafting import ALL_WORDS, Draft, Words, draft, idea_of, mailto, next_words, subject
from domain.errors import BadInputError
from domain.inbox.names import full_name
from domain.introducing import OPEN, between, next_step, standing, where_it_stands
from domain.matching.matches import Matches
from domain.matching.suggestion import WORDS, Suggestion
from domain.matching.taught import reader_of
from domain.matching.two import for_each_other
from domain.model import Introduction
from domain.moment import Moment
from domain.search.person import find_person
from domain.text import listed

NAMES = 34


def run(context: Context, words: list[str]) -> int:
    """Print what is under way, then what is suggested, or the words for two people; as JSON the suggestions alone."""
    parser = CommandParser("intros", "Who could be brought together, and what is under way.")
    parser.add_argument("contact", nargs="*", help="only about this person")
    parser.add_argument("--limit", type=count, default=20, metavar="N", help="at most so many (20)")
    parser.add_argument("--draft", nargs=2, metavar=("A", "B"), help="print the words to send next about two people")
    parser.add_argument("--all", action="store_true", help="with --draft: both questions and the message to both")
    options = parser.parse_intermixed_args(words)
    if options.draft is not None:
        one, other = typed(options.draft)
        return _print_drafts(context, one, other, every=options.all, as_json=options.json)
    book, moment = context.repository.book(), context.moment()
    matches = Matches(book, context.settings)
    about = find_person(book, " ".join(typed(options.contact))).id if options.contact else ""
    for _ in matches.prepare(moment) if not about else ():
        pass
    found = (matches.of(about, moment) if about else matches.all(moment))[: options.limit]
    if options.json:
        say_json([_json(one, book) for one in found])
        return 0
    known = [standing(one, moment.today) for one in book.introductions.values()]
    under_way = [one for one in known if one.stage in OPEN and (not about or about in (one.a, one.b))]
    dash = " - " if context.settings.ascii else " – "
    for pair in sorted(under_way, key=lambda one: (one.since, one.id)):
        _print_pair(pair, book, moment, dash)
    for suggestion in found:
        names = dash.join(full_name(person, book.contacts) for person in (suggestion.a, suggestion.b))
        say_row((names, NAMES), (suggestion.when(moment), 9), rest=suggestion.reason)
    if not found and not under_way:
        say("Nobody to bring together yet: ask people what they are looking for, and what they can help with.")
    return 0


def _print_drafts(context: Context, one: str, other: str, *, every: bool, as_json: bool) -> int:
    """Print the text to send next about two people, or all of them; nothing is sent and nothing is written."""
    book, settings = context.repository.book(), context.settings
    a, b = find_person(book, one).id, find_person(book, other).id
    if a == b:
        raise BadInputError("Nobody is introduced to themselves; name two people.")
    found = for_each_other(a, b, book, reader_of(settings, book))
    pair = between(book.introductions.values(), a, b) or idea_of(a, b, found)
    wanted = next_words(pair) or "introduce"
    drafts = {
        words: draft(words, pair, found, book, settings) for words in (ALL_WORDS if every or as_json else (wanted,))
    }
    for complaint in dict.fromkeys(one.complaint for one in drafts.values() if one.complaint):
        complain(complaint)
    if as_json:
        say_json([_draft_json(words, one, pair, book, is_next=words == wanted) for words, one in drafts.items()])
        return 0
    for number, told in enumerate(drafts.values()):
        if every:
            whom = listed([full_name(person, book.contacts) for person in told.to])
            if number:
                say()
                say()
            say(f"To {whom}:")
            say()
        for line in told.text.split("\n"):
            say(line)
    return 0


def _draft_json(words: Words, one: Draft, pair: Introduction, book: Book, *, is_next: bool) -> dict[str, object]:
    """One text; people are names, with their ids beside them."""
    return {
        "words": words,
        "next": is_next,
        "to": [book.contacts[person].name for person in one.to],
        "to_ids": list(one.to),
        "text": one.text,
        "mailto": mailto(one, book.contacts, subject(one, pair, book.contacts)),
    }


def _print_pair(pair: Introduction, book: Book, moment: Moment, dash: str) -> None:
    """Print one introduction that is under way, with a dash between the two names."""
    step = next_step(pair, book.contacts, moment.today)
    stands = where_it_stands(pair, book.contacts, moment.today)
    rest = ": ".join(part for part in (stands, step.words if step else "") if part)
    names = dash.join(full_name(person, book.contacts) for person in (pair.a, pair.b))
    say_row((names, NAMES), ("under way", 9), rest=rest)


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
