"""The search index: everybody in the book, found by a few letters, whom you deal with most first among equals."""

from collections.abc import Iterator
from heapq import nsmallest
from itertools import islice
from typing import Final

from domain.book import Book
from domain.model import Answer, Contact
from domain.moment import Moment
from domain.search.dealt import DealtWith, nearness
from domain.search.fields import Person
from domain.search.hit import Hit, hit_of
from domain.search.matcher import Match, Matcher
from domain.search.query import Query, parse_query
from domain.text import fold

_PEOPLE_A_SLICE: Final = 100
_INTERACTIONS_A_SLICE: Final = 5000


class SearchIndex:
    """Finds people; made empty, it finds everybody once `build_in_slices` has run to its end, and some before."""

    def __init__(self, book: Book, moment: Moment) -> None:
        self._book = book
        self._moment = moment
        self._matcher = Matcher()
        self._people: dict[int, Person] = {}
        self._numbers: dict[str, int] = {}
        self._dealt = DealtWith(moment)

    @classmethod
    def of(cls, book: Book, moment: Moment) -> "SearchIndex":
        """The whole index at once."""
        index = cls(book, moment)
        for _ in index.build_in_slices():
            pass
        return index

    def build_in_slices(self) -> Iterator[None]:
        """Build the index a few milliseconds at a time: go on with it whenever there is nothing better to do."""
        interactions = iter(self._book.interactions.values())
        while some := list(islice(interactions, _INTERACTIONS_A_SLICE)):
            self._dealt.add(some)
            yield
        answers = _open_answers(self._book)
        yield
        for number, contact in enumerate(self._in_order()):
            self._put(number, Person(contact, tuple(answers.get(contact.id, ())), self._dealt.notes(contact.id)))
            if number % _PEOPLE_A_SLICE == 0:
                yield
        yield from self._matcher.settle()

    def search(self, line: str, limit: int = 200) -> list[Hit]:
        """Who fits the line, best first; an empty line finds everybody, whom you deal with most first."""
        query = parse_query(line)
        among = self._narrowed(query)
        if query.only_signs:
            return []
        if not query.words:
            return self._everybody(among, query, limit)
        found = self._found(query, limit, among)
        best = nsmallest(limit, ((-sum([match.points for match in found[number]]), number) for number in found))
        return [hit_of(self._people[number], found[number]) for _, number in best]

    def right_person(self, line: str) -> Contact | None:
        """The one you deal with most among those whom the line fits."""
        hits = self.search(line, limit=1)
        return self._people[self._numbers[hits[0].contact]].contact if hits else None

    def update(self, book: Book, contact: str) -> None:
        """Take in one person as the book has them now: new, changed or gone; the order among equals stays as it was."""
        number = self._numbers.get(contact)
        if number is not None:
            self._matcher.remove(number, self._people.pop(number))
            del self._numbers[contact]
        record = book.contacts.get(contact)
        if record is None:
            return
        if number is None:
            number = min(self._people, default=0) - 1
        notes = [
            each.text for each in book.interactions.values() if each.direction == "none" and contact in each.people
        ]
        self._put(number, Person(record, tuple(_open_answers(book, contact).get(contact, ())), tuple(notes[::-1])))

    def _put(self, number: int, person: Person) -> None:
        self._people[number] = person
        self._numbers[person.contact.id] = number
        self._matcher.add(number, person)

    def _in_order(self) -> list[Contact]:
        """Everybody, whom you deal with most first; then by circle and name."""
        return sorted(
            self._book.contacts.values(),
            key=lambda contact: (
                -self._dealt.weight(contact.id),
                nearness(contact.circle),
                fold(contact.name),
                contact.id,
            ),
        )

    def _narrowed(self, query: Query) -> set[int] | None:
        """Who passes the filters; None where there are none."""
        among: set[int] | None = None
        for field, words in query.filters:
            having = self._matcher.having(field, list(words))
            among = having if among is None else among & having
        since = query.quiet_since(self._moment.today)
        if since:
            people = self._people if among is None else among
            among = {number for number in people if self._dealt.last(self._people[number].contact.id) <= since}
        return among

    def _everybody(self, among: set[int] | None, query: Query, limit: int) -> list[Hit]:
        matched = query.filters[0][0] if query.filters else "quiet" if query.quiet_days else ""
        numbers = sorted(self._people if among is None else among)[:limit]
        return [Hit(self._people[number].contact.id, 100.0 if matched else 0.0, matched) for number in numbers]

    def _found(self, query: Query, limit: int, among: set[int] | None) -> dict[int, list[Match]]:
        words = list(query.words)
        if len(words) == 1:
            found = {number: [match] for number, match in self._matcher.one(words[0], limit, among).items()}
        else:
            found = self._matcher.several(words, limit, among)
        for number, match in self._matcher.exact(words).items():
            if among is None or number in among:
                found[number] = [match]
        return found


def _open_answers(book: Book, only: str = "") -> dict[str, list[Answer]]:
    """The open answers by contact, newest first."""
    by_contact: dict[str, list[Answer]] = {}
    for answer in book.answers.values():
        if answer.state == "open" and (not only or answer.contact == only):
            by_contact.setdefault(answer.contact, []).append(answer)
    for answers in by_contact.values():
        answers.sort(key=lambda answer: answer.learnt, reverse=True)
    return by_contact
