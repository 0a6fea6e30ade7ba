"""What to write in a line so that exactly one person is meant, and how people of the same name are told apart."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date

from domain.book import Book
from domain.capture.dates import shown
from domain.capture.names import HONORIFICS, Names
from domain.capture.people import find_people
from domain.capture.words import has_controls, one_line, words_of
from domain.model import Contact
from domain.text import fold


def marked(contact: str, names: Names) -> str:
    """`@"Priya Nair"`, `@"Sam Hill" (Monzo)`, an alias or the id behind an `@`: holds wherever it stands."""
    person = names.contact(contact)
    return next((form for form in _marked(person) if _means(form, contact, names)), f"@{contact}")


def short(contact: str, names: Names) -> str:
    """The first name behind an `@` where only this person answers to it, else as `marked`; for the end of a line."""
    every = names.contact(contact).name.split()
    form = next((f"@{word}" for word in every if fold(word.strip(".")) not in HONORIFICS), "")
    return form if form and _means(form, contact, names) else marked(contact, names)


def bare(contact: str, names: Names) -> str:
    """The full name where running text takes it for this person, else as `marked`."""
    name = names.contact(contact).name
    written = len(name.split()) > 1 or not name.isascii()
    return name if written and _means(name, contact, names) else marked(contact, names)


def _marked(person: Contact) -> Iterator[str]:
    yield f'@"{person.name}"'
    for more in (person.organisation, person.place):
        if more:
            yield f'@"{person.name}" ({more})'
    for alias in person.aliases:
        yield f'@"{alias}"'


def _means(form: str, contact: str, names: Names) -> bool:
    """Whether the whole of what is written names this person and nobody else."""
    plain = one_line(form)
    if plain != form or has_controls(plain):
        return False
    people = find_people(words_of(plain), names)
    if len(people.mentions) != 1 or people.mentions[0].guess:
        return False
    (mention,) = people.mentions
    return mention.ids == (contact,) and not mention.owner and (mention.first, mention.after) == (0, len(people.words))


def told_apart(contacts: Sequence[str], names: Names, book: Book, today: date) -> tuple[str, ...]:
    """The name of each; those of one name with the organisation, the place or when you last dealt with them."""
    people = [names.contact(contact) for contact in contacts]
    return tuple(_told(person, people, book, today) for person in people)


def _told(person: Contact, people: Sequence[Contact], book: Book, today: date) -> str:
    alike = [other for other in people if fold(other.name) == fold(person.name)]
    if len(alike) == 1:
        return person.name
    ways: tuple[Callable[[Contact], str], ...] = (
        lambda one: one.organisation,
        lambda one: one.place,
        lambda one: _last_dealt(one.id, book, today),
        lambda one: one.id,
    )
    for way in ways:
        if len({fold(way(other)) for other in alike}) == len(alike):
            return f"{person.name} ({way(person)})" if way(person) else person.name
    return person.name


def _last_dealt(contact: str, book: Book, today: date) -> str:
    """`last on Tue 3 Nov`; empty where nothing has happened."""
    until = today.isoformat()
    days = [each.at[:10] for each in book.interactions.values() if contact in each.people and each.at[:10] <= until]
    return f"last on {shown(date.fromisoformat(max(days)), today)}" if days else "nothing logged"
