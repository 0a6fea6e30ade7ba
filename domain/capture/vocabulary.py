"""What the words of a line can be completed to: the people of a book and the tags in use."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from itertools import islice
from typing import Final, Literal, NamedTuple

from domain.book import Book
from domain.capture.calling import bare, marked, short
from domain.capture.names import Names, name_words

_MOST: Final = 8
_FEW: Final = 2
_IN_ORDER: Final = 3
"""The first of the levels, in which the words stand in the name as they were typed."""
_NEARNESS: Final = ("inner", "close", "active", "wide", "", "never")
_FORMS: Final = {"short": short, "marked": marked, "bare": bare}


class Named(NamedTuple):
    """Somebody who can be completed to."""

    id: str
    name: str
    organisation: str


class Vocabulary(NamedTuple):
    """What can be completed to; everything in it is gathered when it is first asked for."""

    people: Callable[[str], Sequence[Named]]
    """Fuzzy search of people by a few letters, best first; for no letter at all, those you keep closest."""
    begun: Callable[[str], Sequence[Named]]
    """People with a name of which these words, or what is there of them, are the beginning of a part."""
    written: Callable[[str, Literal["short", "marked", "bare"]], str]
    """What to write so that the person with this id is meant, as `calling` says."""
    tags: Callable[[], Sequence[str]]
    """Tags in use, the most used first."""


def vocabulary_of(book: Book, names: Names, search: Callable[[str], Sequence[str]] | None = None) -> Vocabulary:
    """The vocabulary of a book; `search` finds the ids of people where there is an index already."""
    finder = _Finder(names)
    find = search if search is not None else finder.found

    def named(contacts: Sequence[str]) -> Sequence[Named]:
        known = [names.contact(contact) for contact in contacts[:_MOST]]
        return tuple(Named(contact.id, contact.name, contact.organisation) for contact in known)

    return Vocabulary(
        lambda query: named(find(query)),
        lambda query: named(finder.begun(query)),
        lambda contact, form: _FORMS[form](contact, names),
        cache(lambda: _tags(book)),
    )


def _tags(book: Book) -> tuple[str, ...]:
    uses = Counter(tag for each in book.interactions.values() for tag in each.tags)
    uses.update(tag for each in book.contacts.values() for tag in each.tags)
    return tuple(sorted(uses, key=lambda tag: (-uses[tag], tag)))


class _Finder:
    """Finds people by their names and aliases without an index: it looks through them all, which takes a few ms."""

    def __init__(self, names: Names) -> None:
        self._names = names
        self._entries: list[tuple[str, str]] = []
        """A blank and the folded words of a name, with the contact; those you keep closest come first."""
        self._words: list[str] = []

    def found(self, query: str) -> Sequence[str]:
        """The ids of those whom the letters fit best."""
        self._gather()
        words = _plain_words(query)
        if not words:
            return [contact for _, contact in self._entries[:_MOST] if self._is_kept(contact)]
        found = self._fitting(_levels(words))
        if len(found) < _FEW:
            found.update(dict.fromkeys(self._near(words)))
        return list(found)[:_MOST]

    def begun(self, query: str) -> Sequence[str]:
        """The ids of those with a name in which these words follow one another, the last of them perhaps cut short."""
        self._gather()
        words = _plain_words(query)
        return list(self._fitting(islice(_levels(words), _IN_ORDER))) if words else []

    def _fitting(self, levels: Iterable[Callable[[str], bool]]) -> dict[str, None]:
        found: dict[str, None] = {}
        for fits in levels:
            for text, contact in self._entries:
                if fits(text):
                    found[contact] = None
                    if len(found) == _MOST:
                        return found
        return found

    def _gather(self) -> None:
        if self._entries:
            return
        found = [
            (_NEARNESS.index(one.circle), f" {' '.join(_plain_words(name))}", one.id)
            for one in self._names.people()
            for name in (one.name, *one.aliases)
        ]
        self._entries = [(text, contact) for _, text, contact in sorted(found)]
        self._words = sorted({word for text, _ in self._entries for word in text.split()})

    def _is_kept(self, contact: str) -> bool:
        return self._names.contact(contact).circle not in ("", "never")

    def _near(self, words: Sequence[str]) -> Iterator[str]:
        """Those with a word that is nearly the longest one typed, and the beginnings of the others."""
        from domain.search.fuzzy import near_words

        longest = max(words, key=len)
        others = [f" {word}" for word in words if word != longest]
        for near, _ in sorted(near_words(longest, self._words), key=lambda pair: -pair[1]):
            for text, contact in self._entries:
                if f" {near} " in f"{text} " and all(other in text for other in others):
                    yield contact


def _plain_words(text: str) -> list[str]:
    """The words of a name, hyphens between them and apostrophes in them closed up."""
    return [word for word in name_words(text.replace("-", " ").replace("'", "").replace("’", "")) if word]


def _levels(words: Sequence[str]) -> Iterator[Callable[[str], bool]]:
    """Ways in which a name may fit what was typed, the best first."""
    whole = " " + " ".join(words)
    begun = [f" {word}" for word in words]
    yield whole.__eq__
    yield lambda text: text.startswith(whole)
    yield lambda text: whole in text
    if len(words) > 1:
        yield lambda text: all(word in text for word in begun)
    elif len(words[0]) > 1:
        yield lambda text: "".join(word[0] for word in text.split()).startswith(words[0])
    yield lambda text: all(word in text for word in words)
