"""An index of the names in the book, for finding people in running text."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from domain.capture.lexicon import word_set
from domain.model import Contact
from domain.text import fold

HONORIFICS: Final = word_set("dr mr mrs ms miss mx prof professor sir dame rev herr frau")
"""Titles that are no part of a name."""
_PUNCTUATION: Final = ',.;:()[]{}"“”'
_UNSPACED: Final = ("\u0e00\u0eff", "\u1000\u109f", "\u1780\u17ff", "\u3040\u30ff", "\u3400\u9fff", "\uf900\ufaff")
"""First and last letter of the blocks of scripts that put no blanks between words."""
_LETTERS: Final = "abcdefghijklmnopqrstuvwxyz"


def is_unspaced(text: str) -> bool:
    """Whether it is written in a script that puts no blanks between words."""
    if text.isascii():
        return False
    return any(first <= letter <= last for letter in text for first, last in _UNSPACED)


class Names:
    """Who is called what; built once from the contacts and kept as long as they do not change."""

    def __init__(self, contacts: Mapping[str, Contact]) -> None:
        self._contacts = contacts
        self._full: dict[str, list[str]] = {}
        self._first: dict[str, list[str]] = {}
        self._longest: dict[str, int] = {}
        self._unspaced: dict[str, list[str]] = {}
        for contact in contacts.values():
            for name in (contact.name, *contact.aliases):
                self._add(contact.id, name)

    def _add(self, contact: str, name: str) -> None:
        words = _name_words(name)
        if not words:
            return
        whole = " ".join(words)
        owners = self._full.setdefault(whole, [])
        if contact in owners:
            return
        owners.append(contact)
        if len(words) > self._longest.get(words[0], 0):
            self._longest[words[0]] = len(words)
        if len(words) == 1:
            if is_unspaced(name):
                self._unspaced.setdefault(name.strip()[0], []).append(name.strip())
            return
        if words[0] in HONORIFICS:
            self._add(contact, whole.partition(" ")[2])
            return
        for size in range(1, len(words)):
            same = self._first.setdefault(" ".join(words[:size]), [])
            if contact not in same:
                same.append(contact)

    def contact(self, contact: str) -> Contact:
        """The contact with that id."""
        return self._contacts[contact]

    def at(self, keys: Sequence[str], start: int) -> tuple[int, tuple[str, ...], bool]:
        """The longest name that begins at this word: how many words, whose it may be, whether it is a whole name."""
        if start >= len(keys):
            return 0, (), False
        longest = min(self._longest.get(keys[start], 0), len(keys) - start)
        for size in range(longest, 0, -1):
            owners = self._full.get(" ".join(keys[start : start + size]))
            if owners:
                return size, tuple(owners), True
        for size in range(longest, 0, -1):
            owners = self._first.get(" ".join(keys[start : start + size]))
            if owners:
                return size, tuple(owners), False
        return 0, (), False

    def named(self, text: str) -> tuple[str, ...]:
        """Who answers to the whole of a text, as after `@`; hyphens, dots and underlines may stand for blanks."""
        for form in (text, re.sub("[-_.]+", " ", text)):
            words = _name_words(form)
            if not words:
                continue
            size, owners, _ = self.at(words, 0)
            if size == len(words):
                return owners
        return ()

    def near(self, word: str) -> str:
        """The one contact with a first name that is one slip of a finger away from this word; else empty."""
        if len(word) < 3 or not word.isalpha():
            return ""
        hits = {
            owner
            for form in _slips(word)
            for table in (self._first, self._full)
            for owner in table.get(form, ())
        }  # fmt: skip
        return hits.pop() if len(hits) == 1 else ""

    def inside(self, text: str) -> Iterator[tuple[int, int]]:
        """Where names of a script without blanks stand in a text, longest first at each place."""
        place = 0
        while place < len(text):
            here = [name for name in self._unspaced.get(text[place], ()) if text.startswith(name, place)]
            size = max(map(len, here), default=0)
            if size:
                yield place, place + size
            place += size or 1


def _name_words(name: str) -> list[str]:
    folded = fold(name.replace("’", "'"))
    words = folded.split()
    if folded.replace(" ", "").isalnum():
        return words
    return [stripped for word in words if (stripped := word.strip(_PUNCTUATION))]


def _slips(word: str) -> Iterator[str]:
    """Every word one swap, loss, change or addition of a letter away, the first letter kept but in a swap."""
    for place in range(len(word)):
        head, rest = word[:place], word[place:]
        if len(rest) > 1:
            yield head + rest[1] + rest[0] + rest[2:]
        if not place:
            continue
        yield head + rest[1:]
        for letter in _LETTERS:
            yield head + letter + rest[1:]
            yield head + letter + rest
    for letter in _LETTERS:
        yield word + letter
