"""`swell show CONTACT`: one person, in words."""

from cli.context import Context
from cli.output import padded, say, say_json, say_prose
from cli.usage import CommandParser
from cli.words import typed
from domain.book import Book
from domain.capture.as_json import record_json
from domain.inbox.index import Index
from domain.inbox.names import full_name
from domain.model import Contact
from domain.people import Profile, profile
from domain.search.person import find_person

HEADS = 13
"""Columns that the heads of a page take: `interested in` fits."""


def run(context: Context, words: list[str]) -> int:
    """Print the person whom the words mean."""
    parser = CommandParser("show", "One person: who it is, what they told you, what is open, what was last.")
    parser.add_argument("contact", nargs="+", help="a name, an alias or an id")
    parser.add_argument("--brief", action="store_true", help="one line")
    options = parser.parse_intermixed_args(words)
    book = context.repository.book()
    contact = find_person(book, " ".join(typed(options.contact)))
    if options.json:
        say_json(_json(book, contact))
        return 0
    found = profile(Index(book, context.settings), contact, context.moment(), 10)
    if options.brief:
        say_prose(
            " · ".join(part for part in (found.name, found.headline, found.rhythm, found.last, found.try_) if part),
            hanging=2,
        )
        return 0
    _print(found)
    return 0


def _print(found: Profile) -> None:
    say(found.name)
    for words in (
        found.headline,
        " · ".join((*found.emails, *found.phones)),
        found.met,
        " · ".join(part for part in (found.rhythm, found.last) if part),
        " ".join(f"#{tag}" for tag in found.tags),
        f"birthday {found.birthday}" if found.birthday else "",
        found.contact.notes,
    ):
        if words:
            say_prose(f"  {words}", hanging=2)
    for told in found.told:
        _entry(told.question, f"{told.text}  ({told.fresh})")
    for opened in found.open:
        _entry("open", f"{opened.text}  ({opened.when})")
    for entry in found.lines:
        _entry(f"{entry.day:>{HEADS}}", f"{entry.arrow()} {entry.text}")
    if found.earlier:
        _entry("", f"… {found.earlier}")
    if found.try_:
        _entry("try", found.try_)


def _entry(head: str, text: str) -> None:
    """Print what belongs to a head, in the column beside the heads."""
    say_prose(f"  {padded(head, HEADS)}  {text}", hanging=HEADS + 4)


def _json(book: Book, contact: Contact) -> dict[str, object]:
    def name(person: str) -> str:
        return full_name(person, book.contacts)

    mine = contact.id
    newest = sorted(book.interactions.values(), key=lambda one: (one.at, one.id), reverse=True)
    return {
        **record_json(contact, name),
        "answers": [record_json(one, name) for one in book.answers.values() if one.contact == mine],
        "follow_ups": [record_json(one, name) for one in book.follow_ups.values() if mine in one.people],
        "log": [record_json(one, name) for one in newest if mine in one.people],
    }
