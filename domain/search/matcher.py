"""The words of all people, and who fits one or several words of a query how well."""

from collections.abc import Iterator
from dataclasses import dataclass
from heapq import nsmallest
from typing import Final

from domain.search.fields import FIELDS, NAMES, TEXTS, Field, Person, indexed_words
from domain.search.fuzzy import SHORTEST, near_words
from domain.search.table import WordTable
from domain.search.words import name_words

EXACT: Final = 100.0
PREFIX: Final = 90.0
INITIALS: Final = 80.0
FIELD_PREFIX: Final = 70.0
SUBSTRING: Final = 60.0
FIELD_SUBSTRING: Final = 50.0
FUZZY: Final = 40.0
"""What the best fit of each sort is worth; a fuzzy one is this times how alike the words are."""

_EVERYBODY: Final = 1 << 60
_ENOUGH: Final = 50
"""Exact hits from which on nothing is looked for that is only nearly right."""


_Level = tuple[float, list[tuple[Field, set[int]]]]
"""What a fit of one sort is worth, and whom it has by field."""


@dataclass(frozen=True, slots=True)
class Match:
    """How one person fits one word of a query."""

    points: float
    field: Field
    word: str
    """The letters to look for in the field: what was typed, or the word it is near to."""


class Matcher:
    """People by number, a smaller number coming first among equals."""

    def __init__(self) -> None:
        self._tables: dict[Field, WordTable] = {field: WordTable() for field in FIELDS}
        self._initials = WordTable()
        self._wholes: dict[Field, WordTable] = {field: WordTable() for field in NAMES}
        self._known: dict[tuple[Field, str], list[str]] = {}

    def add(self, number: int, person: Person) -> None:
        """Let the person be found."""
        for field, text in person.texts():
            if text:
                self._tables[field].add(number, self._words(field, text))
        for field, key in _wholes(person):
            self._wholes[field].add(number, [key])
        self._initials.add(number, [initials(person.contact.name)])

    def remove(self, number: int, person: Person) -> None:
        """Let the person, as it was added, be found no longer."""
        for field, text in person.texts():
            self._tables[field].remove(number, indexed_words(field, text))
        for field, key in _wholes(person):
            self._wholes[field].remove(number, [key])
        self._initials.remove(number, [initials(person.contact.name)])

    def settle(self) -> Iterator[None]:
        """Get everything ready for the first search, a step at a time."""
        self._known.clear()
        for table in (*self._tables.values(), *self._wholes.values(), self._initials):
            table.settle()
            yield

    def having(self, field: Field, words: list[str]) -> set[int]:
        """Who has, in this field, a beginning of each of these words."""
        found = [self._tables[field].beginning(word) for word in words]
        return set.intersection(*found) if found else set()

    def exact(self, words: list[str]) -> dict[int, Match]:
        """Whose whole name or alias these words are."""
        key = " ".join(words)
        return {
            number: Match(EXACT, field, key) for field in reversed(NAMES) for number in self._wholes[field].equal(key)
        }

    def one(self, word: str, limit: int, among: set[int] | None = None) -> dict[int, Match]:
        """Who fits the word, best sorts first, until there are enough."""
        found: dict[int, Match] = {}
        for level in self._levels(word):
            found = _matches(word, level, among, limit + len(found)) | found
            if len(found) >= limit:
                return found
        if len(found) < _ENOUGH and (len(word) > SHORTEST or not found):
            self._add_near(word, found, among)
        return found

    def several(self, words: list[str], limit: int, among: set[int] | None = None) -> dict[int, list[Match]]:
        """The best of those who fit every one of the words; nearly right ones count where there is nobody else."""
        both = among
        each: dict[str, dict[int, Match]] = {}
        for word in sorted(words, key=len, reverse=True):
            each[word] = self._every(word, both)
            both = set(each[word])
        if not both:
            for word in words:
                each[word] = self._every(word, among)
                self._add_near(word, each[word], among)
            both = set.intersection(*[set(found) for found in each.values()])
        found = [each[word] for word in words]
        best = nsmallest(limit, ((-sum([by[number].points for by in found]), number) for number in both))
        return {number: [by[number] for by in found] for _, number in best}

    def _every(self, word: str, among: set[int] | None) -> dict[int, Match]:
        found: dict[int, Match] = {}
        for level in reversed(list(self._levels(word))):
            found.update(_matches(word, level, among))
        return found

    def _levels(self, word: str) -> Iterator[_Level]:
        """Who fits the word in each sort of way, from the best on."""
        tables = self._tables
        yield PREFIX, [(field, tables[field].beginning(word)) for field in NAMES]
        if len(word) > 1:
            yield INITIALS, [("name", self._initials.beginning(word))]
        yield FIELD_PREFIX, [(field, tables[field].beginning(word)) for field in TEXTS]
        if len(word) > 1 or not word.isascii():
            yield SUBSTRING, [(field, tables[field].containing(word)) for field in NAMES]
        if len(word) >= SHORTEST or not word.isascii():
            yield FIELD_SUBSTRING, [(field, tables[field].containing(word)) for field in TEXTS]

    def _add_near(self, word: str, found: dict[int, Match], among: set[int] | None) -> None:
        """Add those whose names are nearly the word, the nearest name of each."""
        near: dict[int, Match] = {}
        for field in NAMES:
            table = self._tables[field]
            for other, alike in near_words(word, table.words()):
                match = Match(FUZZY * alike, field, other)
                for number in table.equal(other):
                    if number not in near or near[number].points < match.points:
                        near[number] = match
        for number, match in near.items():
            if among is None or number in among:
                found.setdefault(number, match)

    def _words(self, field: Field, text: str) -> list[str]:
        """The indexed words of a text, remembered while the index is built: places and roles come again and again."""
        known = self._known.get((field, text))
        if known is None:
            known = self._known[field, text] = indexed_words(field, text)
        return known


def initials(name: str) -> str:
    """The first letters of a name's words: `gwc` for George Washington Carver."""
    return "".join(word[0] for word in name_words(name))


def _wholes(person: Person) -> Iterator[tuple[Field, str]]:
    yield "name", " ".join(name_words(person.contact.name))
    for alias in person.contact.aliases:
        yield "alias", " ".join(name_words(alias))


def _matches(word: str, level: _Level, among: set[int] | None, most: int = _EVERYBODY) -> dict[int, Match]:
    """The people of one level, each with the first field that fits; of each field at least the first `most`."""
    points, fields = level
    found: dict[int, Match] = {}
    for field, fitting in reversed(fields):
        numbers = fitting if among is None else fitting & among
        first = numbers if len(numbers) <= most else nsmallest(most, numbers)
        found.update(dict.fromkeys(first, Match(points, field, word)))
    return found
