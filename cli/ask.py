"""`swell ask [NEED]`: who could help you with something, and who could lead there; what you have asked for."""

from cli.context import Context
from cli.output import say, say_json, say_row
from cli.usage import CommandParser
from cli.words import typed
from domain.asking import need_in, open_and_ask, open_ask, same_need, where_it_stands
from domain.asks import Helper, Lead, Plan, plan
from domain.book import Book, Work
from domain.dealings import Dealings
from domain.errors import BadInputError
from domain.inbox.names import full_name
from domain.matching.matches import Matches
from domain.matching.suggestion import WORDS
from domain.model import Ask
from domain.moment import Moment
from domain.search.person import find_person
from domain.text import clean
from domain.words import ago, iso

NAME = 22
PATH = 40
STANDS = 24


def run(context: Context, words: list[str]) -> int:
    """Print whom to turn to; nobody is an empty list, and that is no failure."""
    parser = CommandParser("ask", "Who could help you with something; without NEED what you have asked for.")
    parser.add_argument("need", metavar="NEED", nargs="*", help="what you need, such as: a flat in Lisbon")
    parser.add_argument("--open", action="store_true", help="note it as an ask of yours too")
    parser.add_argument("--asked", metavar="WHO", help="note that you have asked this person about it")
    options = parser.parse_intermixed_args(words)
    need, moment = need_in(" ".join(typed(options.need))), context.moment()
    if not need and (options.need or options.open or options.asked is not None):
        raise BadInputError("Say what you need, such as: swell ask a flat in Lisbon.")
    if not need:
        _open_ones(context.repository.book(), moment, as_json=options.json)
        return 0
    noted = _note(context, need, options.asked, moment) if options.open or options.asked is not None else ""
    book = context.repository.book()
    found = plan(need, Matches(book, context.settings), Dealings(book.interactions), moment)
    known = same_need(book, need)
    if options.json:
        say_json({**_json(found, book), "ask": _ask(known, book) if known is not None else None})
        return 0
    if noted:
        say(noted)
    _print(found, book)
    return 0


def _note(context: Context, need: str, whom: str | None, moment: Moment) -> str:
    """Note the ask, and that somebody was asked about it; what was done in words."""
    if whom is None:
        return context.repository.apply(lambda book: _noted(open_ask(book, need, moment, context.ids)))
    contact = find_person(context.repository.book(), typed([whom])[0])
    known = context.repository.apply(lambda book: open_and_ask(book, need, contact.id, moment, context.ids))
    return f"asked {clean(contact.name)}: {clean(known.text)}"


def _noted(work: Work[Ask]) -> Work[str]:
    """The same work, with what is said of it."""
    text = clean(work.result.text)
    return Work(work.label, work.changes, f"noted: I need {text}" if work.changes else f"noted before: {text}")


def _open_ones(book: Book, moment: Moment, *, as_json: bool) -> None:
    """Print what is still asked for, the newest first."""
    known = sorted(book.asks.values(), key=lambda one: (one.opened, one.id), reverse=True)
    open_ = [one for one in known if one.stage != "closed"]
    if as_json:
        say_json([_ask(one, book) for one in open_])
        return
    for one in open_:
        day = iso(one.opened)
        since = ago((moment.today - day).days) if day is not None else ""
        say_row((clean(one.text), PATH), (where_it_stands(one, book), STANDS), rest=since)
    if not open_:
        say("You have asked for nothing: swell ask --open a flat in Lisbon notes what you need.")


def _print(found: Plan, book: Book) -> None:
    for helper in found.helpers:
        said = f"{WORDS[helper.said.told]}: {clean(helper.said.text)}"
        say_row((full_name(helper.contact, book.contacts), NAME), (said, PATH), rest=helper.ground)
    for lead in found.leads:
        say_row(("could lead there", NAME), (lead.way, PATH), rest=lead.ground)
    if found.openly:
        say(f"{'Ask openly too' if found.helpers else 'Nobody comes to mind; ask openly'}: {found.openly}")


def _json(found: Plan, book: Book) -> dict[str, object]:
    return {
        "helpers": [_helper(one, book) for one in found.helpers],
        "leads": [_lead(one, book) for one in found.leads],
        "openly": found.openly,
    }


def _ask(one: Ask, book: Book) -> dict[str, object]:
    """One ask; people are names, with their ids beside them."""
    return {
        "type": "ask",
        "id": one.id,
        "text": one.text,
        "stage": one.stage,
        "opened": one.opened,
        "asked": [full_name(who, book.contacts) for who in one.asked],
        "asked_ids": list(one.asked),
        "helped": [full_name(who, book.contacts) for who in one.helped],
        "helped_ids": list(one.helped),
        "could_not": [full_name(who, book.contacts) for who in one.could_not],
        "could_not_ids": list(one.could_not),
    }


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
        "way": one.way,
        "text": one.said.text,
        "ground": one.ground,
    }
