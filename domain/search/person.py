"""The one person whom a name given on the command line means."""

from typing import Final

from domain.book import Book
from domain.errors import AmbiguousError, NotFoundError
from domain.model import Contact
from domain.search.fields import Person
from domain.search.matcher import FUZZY, Match, Matcher
from domain.search.query import parse_query
from domain.search.words import name_words
from domain.text import clean

_NUMBERS: Final = ("", "", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine")
_LISTED: Final = 6


def find_person(book: Book, name: str) -> Contact:
    """The contact with this id, name, alias, first name or clear beginning; raises AmbiguousError or NotFoundError."""
    if name.strip() in book.contacts:
        return book.contacts[name.strip()]
    asked = name_words(name)
    if not asked:
        raise NotFoundError("Say whom you mean: a name, an alias or an id.")
    people = list(book.contacts.values())
    for same in (_called(people, asked), _by_first_name(people, asked)):
        if same:
            return _the_one(name, same, "are called")
    return _by_search(people, name)


def _called(people: list[Contact], asked: list[str]) -> list[Contact]:
    return [one for one in people if any(name_words(each) == asked for each in (one.name, *one.aliases))]


def _by_first_name(people: list[Contact], asked: list[str]) -> list[Contact]:
    return [one for one in people if len(asked) == 1 and name_words(one.name)[:1] == asked]


def _by_search(people: list[Contact], name: str) -> Contact:
    """The one whose name the letters fit best; nobody is taken on a guess at the spelling."""
    matcher = Matcher()
    for number, contact in enumerate(people):
        matcher.add(number, Person(Contact(id=contact.id, name=contact.name, aliases=contact.aliases)))
    found = _ranked(matcher, list(parse_query(name).words) or name_words(name), len(people))
    if not found:
        raise NotFoundError(
            f"Nobody is called {_shown(name)}. `swell add @Name` adds somebody, `swell find` searches notes too."
        )
    best = found[0][0]
    if best <= FUZZY:
        near = clean(people[found[0][1]].name)
        raise NotFoundError(f"Nobody is called {_shown(name)}; did you mean {near}?")
    return _the_one(name, [people[number] for points, number in found if points == best], "fit")


def _ranked(matcher: Matcher, words: list[str], most: int) -> list[tuple[float, int]]:
    """Points and numbers, best first; the worst word of several decides."""
    found: dict[int, list[Match]]
    if len(words) == 1:
        found = {number: [match] for number, match in matcher.one(words[0], most).items()}
    else:
        found = matcher.several(words, most)
    worst = [(min(match.points for match in matches), number) for number, matches in found.items()]
    return sorted(worst, key=lambda pair: (-pair[0], pair[1]))


def _the_one(name: str, same: list[Contact], verb: str) -> Contact:
    if len(same) == 1:
        return same[0]
    count = _NUMBERS[len(same)] if len(same) < len(_NUMBERS) else str(len(same))
    listed = ", ".join(_told_apart(same)[:_LISTED]) + (", …" if len(same) > _LISTED else "")
    raise AmbiguousError(f"{count} people {verb} {_shown(name)}: {listed}")


def _told_apart(same: list[Contact]) -> list[str]:
    """Each name, with the id where another has the same one."""
    names = [contact.name for contact in same]
    return [
        clean(
            contact.name
            if names.count(contact.name) == 1
            else f"{contact.name} ({contact.organisation or contact.place or 'id'} {contact.id})"
        )
        for contact in same
    ]


def _shown(name: str) -> str:
    """What was typed, short enough for one line."""
    line = clean(" ".join(name.split()))
    return line if len(line) <= 40 else line[:39] + "…"
