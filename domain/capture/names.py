"""An index of the names in the book, for finding people in running text."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Final

from domain.capture.guess import Company
from domain.model import Contact
from domain.text import fold, word_set

HONORIFICS: Final = word_set("dr mr mrs ms miss mx prof professor sir dame rev herr frau")
"""Titles that are no part of a name."""
_PUNCTUATION: Final = ',.;:()[]{}"“”'
_UNSPACED: Final = ("\u0e00\u0eff", "\u1000\u109f", "\u1780\u17ff", "\u3040\u30ff", "\u3400\u9fff", "\uf900\ufaff")
"""First and last letter of the blocks of scripts that put no blanks between words."""
_LETTERS: Final = "abcdefghijklmnopqrstuvwxyz"
_Called = tuple[str, list[str]]
"""A contact, and the folded words of one of the names."""


def is_unspaced(text: str) -> bool:
    """Whether it is written in a script that puts no blanks between words."""
    if text.isascii():
        return False
    return any(first <= letter <= last for letter in text for first, last in _UNSPACED)


_DEGREES: Final = word_set("phd md jr sr mba esq ma msc bsc cfa cpa ii iii iv")
"""What may follow a name after a comma."""


class Names:
    """Who is called what; built once from the contacts and kept as long as they do not change."""

    def __init__(self, contacts: Mapping[str, Contact]) -> None:
        self._contacts = contacts
        self._called: dict[str, list[_Called]] = {}
        """Every name by its first word."""
        self._unspaced: dict[str, list[str]] = {}
        self._surnames: dict[str, list[str]] = {}
        """Gathered when somebody is looked for by the last name alone."""
        self.company = Company()
        for contact in contacts.values():
            self.add(contact)

    def add(self, contact: Contact) -> None:
        """Learn one more contact, whom the contacts that the index was built from have by now."""
        self._add(contact.id, contact.name)
        for alias in contact.aliases:
            self._add(contact.id, alias)
        if self._surnames:
            self._surnames = {}

    def _add(self, contact: str, name: str) -> None:
        words = name_words(_turned(name) if "," in name else name)
        while len(words) > 1 and words[0] in HONORIFICS:
            del words[0]
        if not words:
            return
        first = words[0]
        if first in self._called:
            self._called[first].append((contact, words))
        else:
            self._called[first] = [(contact, words)]
        if len(words) == 1 and is_unspaced(name):
            self._unspaced.setdefault(name.strip()[0], []).append(name.strip())
        if "-" in first:
            apart = " ".join(words).replace("-", " ").split()
            self._called.setdefault(apart[0] if apart else "", []).append((contact, apart))

    def people(self) -> Iterable[Contact]:
        """Everybody of the book."""
        return self._contacts.values()

    def contact(self, contact: str) -> Contact:
        """The contact with that id."""
        return self._contacts[contact]

    def at(self, keys: Sequence[str], start: int) -> tuple[int, tuple[str, ...], bool]:
        """The longest name that begins at this word: how many words, whose it may be, whether it is a whole name.

        First and last name make a whole one, whatever stands between them in the book; so do they with an initial.
        """
        called = self._called.get(keys[start]) if start < len(keys) else None
        if called is None:
            return 0, (), False
        rest = list(keys[start:])
        wholes: dict[int, list[str]] = {}
        parts: dict[int, list[str]] = {}
        for contact, words in called:
            size = _shared(words, rest)
            if size == len(words):
                wholes.setdefault(size, []).append(contact)
            elif size == 1 and _left_out(words, rest):
                wholes.setdefault(_left_out(words, rest), []).append(contact)
            else:
                parts.setdefault(size, []).append(contact)
        found = wholes or parts
        size = max(found)
        return size, tuple(dict.fromkeys(found[size])), bool(wholes)

    def shortened(self, keys: Sequence[str]) -> tuple[int, tuple[str, ...]]:
        """Who may go by the short or the long form of this first name: how many words it takes, and whose it may be.

        A last name after it narrows them; words come folded. `Bob Hale` is Robert Hale, and so is `Bob`.
        """
        from domain.capture.nicknames import related

        found = [called for name in related(keys[0]) for called in self._called.get(name, ())] if keys else []
        same = [contact for contact, words in found if words[1:] and words[-1] == keys[1]] if len(keys) > 1 else []
        people = tuple(sorted(set(same or [contact for contact, _ in found])))
        return (2 if same else 1) if people else 0, people

    def initialled(self, initial: str, surname: str) -> tuple[str, ...]:
        """Whose first name begins with this letter and whose last name is this one: `j`, `smith`."""
        return tuple(one for one in self.by_surname(surname) if name_words(self._contacts[one].name)[0][0] == initial)

    def by_surname(self, surname: str) -> tuple[str, ...]:
        """Whose last name this is, folded; a name of one word has none."""
        if not self._surnames:
            for called in self._called.values():
                for contact, words in called:
                    if len(words) > 1:
                        self._surnames.setdefault(words[-1], []).append(contact)
        return tuple(dict.fromkeys(self._surnames.get(surname, ())))

    def with_initial(self, contacts: Sequence[str], initial: str) -> tuple[str, ...]:
        """Those of them whose last name begins with this letter."""
        return tuple(one for one in contacts if _last_word(self._contacts[one].name).startswith(initial))

    def meant(self, text: str) -> tuple[str, ...]:
        """Whom nobody of the book is called exactly, yet a short form or the last name may mean, as after `@`."""
        words = name_words(re.sub("[-_.]+", " ", text))
        if not words or len(words) > 2:
            return ()
        if len(words) == 2 and len(words[0]) == 1:
            return self.initialled(words[0], words[1])
        size, people = self.shortened(words)
        if size == len(words):
            return people
        return self.by_surname(words[0]) if len(words) == 1 and len(words[0]) > 1 else ()

    def named(self, text: str) -> tuple[str, ...]:
        """Who answers to the whole of a text, as after `@`; hyphens, dots and underlines may stand for blanks.

        An id answers to itself.
        """
        if text in self._contacts:
            return (text,)
        for form in (text, re.sub("[-_.]+", " ", text)):
            words = name_words(form)
            if not words:
                continue
            size, owners, _ = self.at(words, 0)
            if size == len(words):
                return owners
        return ()

    def exact(self, contact: str) -> str:
        """What to write after `@` so that only this contact is meant: the name, else an alias, else the id."""
        known = self._contacts[contact]
        forms = (form for form in (known.name, *known.aliases) if '"' not in form and form == " ".join(form.split()))
        sure = (form for form in forms if not form.endswith("'s") and self.named(fold(form)) == (contact,))
        return next(sure, contact)

    def near(self, word: str) -> str:
        """The one contact with a first name that is one slip of a finger away from this word; else empty."""
        if len(word) < 3 or not word.isalpha():
            return ""
        hits = {contact for form in _slips(word) for contact, _ in self._called.get(form, ())}
        return hits.pop() if len(hits) == 1 else ""

    def begun(self, text: str) -> str:
        """The one contact whose first name begins with this, as while it is typed; else empty."""
        word = fold(text)
        if len(word) < 3 or not word.isalpha():
            return ""
        hits = {contact for first, called in self._called.items() if first.startswith(word) for contact, _ in called}
        return hits.pop() if len(hits) == 1 else ""

    def only_meant(self, text: str) -> str:
        """The one contact whom a text may mean by a short form or a last name; else empty."""
        people = self.meant(text)
        return people[0] if len(people) == 1 else ""

    def inside(self, text: str) -> Iterator[tuple[int, int]]:
        """Where names of a script without blanks stand in a text, longest first at each place."""
        place = 0
        while place < len(text):
            here = [name for name in self._unspaced.get(text[place], ()) if text.startswith(name, place)]
            size = max(map(len, here), default=0)
            if size:
                yield place, place + size
            place += size or 1


@lru_cache(4096)
def _folded(word: str) -> str:
    """A word folded; first names come again and again."""
    return fold(word)


def name_words(name: str) -> list[str]:
    """The folded words of a name, the punctuation around them taken off."""
    if name.isascii():
        words = name.lower().split()
    else:
        words = " ".join(map(_folded, name.replace("’", "'").split())).split()
    if "".join(words).isalnum():
        return words
    return [stripped for word in words if (stripped := word.strip(_PUNCTUATION))]


def _turned(name: str) -> str:
    """A name that is written last name first, as it is said: `Smith, Jane`; a degree behind a comma goes."""
    last, _, first = name.partition(",")
    words = name_words(first)
    return last if not words or words[0] in _DEGREES else f"{first} {last}"


def _last_word(name: str) -> str:
    words = name_words(name)
    return words[-1] if len(words) > 1 else ""


def _left_out(words: Sequence[str], others: Sequence[str]) -> int:
    """How many words a name takes whose middle is left out or an initial; 0 where it is another name."""
    if len(words) < 3:
        return 0
    if others[1:2] == words[-1:]:
        return 2
    if len(others) > 2 and len(others[1]) == 1 and words[1].startswith(others[1]) and others[2] == words[-1]:
        return 3
    return 0


def _shared(words: Sequence[str], others: Sequence[str]) -> int:
    """With how many words both begin."""
    size = 1
    for word, other in zip(words[1:], others[1:], strict=False):
        if word != other:
            break
        size += 1
    return size


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
