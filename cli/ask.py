"""`swell ask NEED`: who could help you with something, and who could lead there."""

from cli.context import Context
from cli.output import say, say_json, say_row
from cli.usage import CommandParser
from cli.words import typed
from domain.asks import Helper, Lead, open_ask, plan
from domain.book import Book
from domain.dealings import Dealings
from domain.inbox.names import full_name
from domain.matching.matches import Matches
from domain.matching.suggestion import WORDS
from domain.text import clean

NAME = 22
PATH = 40


def run(context: Context, words: list[str]) -> int:
    """Print whom to turn to; nobody is an empty list, and that is no failure."""
    parser = CommandParser("ask", "Who could help you with something, and who could lead there.")
    parser.add_argument("need", nargs="+", help="what you need, such as: a flat in Lisbon")
    parser.add_argument("--open", action="store_true", help="note it as an ask of yours too")
    options = parser.parse_intermixed_args(words)
    need, moment = " ".join(typed(options.need)), context.moment()
    if options.open:
        context.repository.apply(lambda book: open_ask(book, need, moment, context.ids))
    book = context.repository.book()
    found = plan(need, Matches(book, context.settings), Dealings(book.interactions), moment)
    if options.json:
        helpers = [_helper(one, book) for one in found.helpers]
        say_json({"helpers": helpers, "leads": [_lead(one, book) for one in found.leads], "openly": found.openly})
        return 0
    for helper in found.helpers:
        said = f"{WORDS[helper.said.told]}: {clean(helper.said.text)}"
        say_row((full_name(helper.contact, book.contacts), NAME), (said, PATH), rest=helper.ground)
    for lead in found.leads:
        say_row(("could lead there", NAME), (_path(lead, book), PATH), rest=lead.ground)
    if found.openly:
        say(f"{'Ask openly too' if found.helpers else 'Nobody comes to mind; ask openly'}: {found.openly}")
    return 0


def _path(lead: Lead, book: Book) -> str:
    """A way in words: `Ana knows Ben, Ben was met through Cara`."""
    names = [full_name(one, book.contacts) for one in lead.path]
    steps = zip(names, lead.how, names[1:], strict=False)
    return ", ".join(f"{other} {how} {one}" if "was" in how else f"{one} {how} {other}" for one, how, other in steps)


def _helper(one: Helper, book: Book) -> dict[str, object]:
    return {
        "contact": book.contacts[one.contact].name,
        "contact_id": one.contact,
        "text": one.said.text,
        "question": one.said.told,
        "score": round(one.score, 3),
        "ground": one.ground,
    }


def _lead(one: Lead, book: Book) -> dict[str, object]:
    return {
        "people": [book.contacts[id_].name for id_ in one.path],
        "people_ids": list(one.path),
        "how": list(one.how),
        "text": one.said.text,
        "ground": one.ground,
    }
