"""The people of a line: where somebody is named, and who it may be."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from domain.capture.dates import MONTHS, WEEKDAYS
from domain.capture.lexicon import (
    AUXILIARIES,
    FUNCTION_WORDS,
    JOINS,
    NAMES_THAT_ARE_WORDS,
    NO_PLACE,
    PARTICLES,
    PERSON_PREPOSITIONS,
    TRANSPARENT,
)
from domain.capture.names import HONORIFICS, Names, is_unspaced
from domain.capture.verbs import is_verb_word, verb_at
from domain.capture.words import Word, plain_word
from domain.text import fold

_MAKING: Final = frozenset({"met", "met with", "met up with", "introduced"})
"""Verbs after which a capitalised name is somebody new."""
_INTRODUCING: Final = frozenset({"introduced", "intro'd", "introed"})
_LONGEST: Final = 8
"""Words of a name."""
_STRICT: Final = PERSON_PREPOSITIONS | JOINS
_OWNED_AFTER: Final = _STRICT | frozenset({"about", "re", "of", "on", "in"})


class Mention(NamedTuple):
    """A place of the line where somebody is named."""

    first: int
    end: int
    """The words it takes, the last one excluded."""
    ids: tuple[str, ...] = ()
    """Whose name it may be; empty for somebody new."""
    new: str = ""
    """The name of somebody new."""
    organisation: str = ""
    after: int = 0
    """The word after the name and the organisation that belongs to it."""
    owner: bool = False
    """Whether somebody is named only as the owner of something."""
    marked: bool = False
    """Whether it was written with `@`."""
    other: str = ""
    """The organisation said, where it is not that of the one person of this name."""


class People(NamedTuple):
    """What a line says about who is meant."""

    words: tuple[Word, ...]
    """The words of the line, split where a script has no blanks."""
    mentions: tuple[Mention, ...]
    unknown: tuple[tuple[int, int], ...]
    """Capitalised words that stand where a person would, yet are nobody of the book."""


def find_people(words: Sequence[Word], names: Names) -> People:
    """Everybody named in the words."""
    search = _Search(_split_unspaced(words, names), names)
    search.run()
    return People(search.words, tuple(search.mentions), tuple(search.unknown))


def _split_unspaced(words: Sequence[Word], names: Names) -> tuple[Word, ...]:
    """The words, with names taken out of the words of a script without blanks."""
    split: list[Word] = []
    for word in words:
        cuts = {edge for span in names.inside(word.text) for edge in span} if is_unspaced(word.text) else set()
        if not cuts or not word.plain:
            split.append(word)
            continue
        whole = len(word.text.rstrip(word.tail))
        edges = sorted({0, len(word.text)} | {cut for cut in cuts if cut < whole})
        split.extend(
            plain_word(word.text[first:last], word.start + first, word.start + last) for first, last in pairwise(edges)
        )
    return tuple(split)


class _Search:
    """One pass over the words of a line."""

    def __init__(self, words: tuple[Word, ...], names: Names) -> None:
        self.words = words
        self.names = names
        self.keys = [word.key for word in words]
        self.bare = [word.name for word in words]
        self.mentions: list[Mention] = []
        self.unknown: list[tuple[int, int]] = []

    def run(self) -> None:
        place = 0
        while place < len(self.words):
            place = self._step(place)

    def _step(self, place: int) -> int:
        mention = self._marked(place) if self.words[place].mark == "@" else self._named(place)
        if mention is None and self.words[place].plain:
            mention = self._somebody_new(place)
        if mention is None:
            return max(place + 1, self._note_unknown(place))
        mention = self._with_organisation(mention)
        self.mentions.append(mention)
        return mention.after

    def _marked(self, place: int) -> Mention | None:
        word = self.words[place]
        if not word.text:
            return None
        size, ids, whole = self.names.at(self.bare[place : self._reach(place)], 0)
        if not (whole and size > 1):
            size, ids = 1, self.names.named(word.name)
        owner = self.words[place + size - 1].owner
        new = "" if ids else (word.text[:-2] if word.owner and word.text.endswith("'s") else word.text)
        return Mention(place, place + size, ids, new, after=place + size, owner=owner, marked=True)

    def _reach(self, place: int) -> int:
        """The word before which a name that begins here must end."""
        end = place
        while end < min(len(self.words), place + _LONGEST):
            word = self.words[end]
            if word.mark and not (word.mark == "@" and end == place):
                return end
            end += 1
            if word.tail or word.owner:
                return end
        return end

    def _named(self, place: int) -> Mention | None:
        word = self.words[place]
        if word.mark:
            return None
        if word.key in HONORIFICS and place + 1 < len(self.words):
            mention = self._named(place + 1)
            return mention._replace(first=place) if mention is not None else None
        size, ids, whole = self.names.at(self.bare[place : self._reach(place)], 0)
        end = place + size
        if not size or all(self.words[i].literal for i in range(place, end)):
            return None
        if not whole and any(self.words[i].literal for i in range(place, end)):
            return None
        if size == 1 and self._is_word(place) and not self._in_slot(place):
            return None
        if (not whole or size == 1) and self._has_another_surname(end):
            return None
        return Mention(place, end, ids, after=end, owner=self.words[end - 1].owner)

    def _is_word(self, place: int) -> bool:
        key = self.bare[place]
        return key in NAMES_THAT_ARE_WORDS or key in FUNCTION_WORDS or is_verb_word(key) or _is_date_word(key)

    def _in_slot(self, place: int) -> bool:
        """Whether a capitalised word stands where a person would (a name that is a word counts only there)."""
        if not self.words[place].capital:
            return False
        before = self.keys[place - 1] if place else ""
        if self.words[place].owner and before in _OWNED_AFTER:
            return True
        opens = not place or self.words[place - 1].tail[-1:] in {",", ";", ".", ":"} or before in ("then", "but", "and")
        if opens:
            following = self.keys[place + 1] if place + 1 < len(self.keys) else ""
            return following in AUXILIARIES or verb_at(self.keys, place + 1, "past") is not None
        return before in _STRICT or self._after_verb(place)

    def _after_verb(self, place: int) -> bool:
        if self.keys[place - 1] in TRANSPARENT and place > 1:
            return self._verb_before(place - 1) != ""
        return self._verb_before(place) != ""

    def _verb_before(self, place: int) -> str:
        """The verb that ends just before this word."""
        for start in range(max(0, place - 5), place):
            verb = verb_at(self.keys, start, "past", "base")
            if verb is not None and start + verb.size == place:
                return verb.words
        return ""

    def _looks_like_name(self, place: int) -> bool:
        if place >= len(self.words) or not self.words[place].plain:
            return False
        word = self.words[place]
        if _is_date_word(word.name) or word.key in FUNCTION_WORDS | HONORIFICS or word.key.startswith("i'"):
            return False
        core = word.text.strip("([{'\"").rstrip(word.tail)
        shouted = len(core) > 1 and core.isupper()
        return (word.capital and not shouted and core[:1].isalpha()) or is_unspaced(core)

    def _has_another_surname(self, end: int) -> bool:
        before = self.words[end - 1]
        if before.tail or before.owner or not self._looks_like_name(end) or is_unspaced(before.text):
            return False
        return not is_verb_word(self.keys[end]) and not self.names.at(self.bare[end : self._reach(end)], 0)[0]

    def _somebody_new(self, place: int) -> Mention | None:
        if not self._looks_like_name(place) or self.words[place].owner or not self._makes_people(place):
            return None
        end = self._name_end(place)
        if self.words[end - 1].owner:
            return None
        return Mention(place, end, new=self._text(place, end), after=end)

    def _makes_people(self, place: int) -> bool:
        if not place:
            return False
        if self._verb_before(place) in _MAKING:
            return True
        before = self.keys[place - 1]
        if before in JOINS and self.mentions and self.mentions[-1].after == place - 1:
            return bool(self.mentions[-1].new) and not self.mentions[-1].marked
        if before != "to":
            return False
        for earlier in range(place - 2, -1, -1):
            if self.words[earlier].tail[-1:] in {";", "."}:
                return False
            if self.keys[earlier] in _INTRODUCING:
                return True
        return False

    def _name_end(self, place: int) -> int:
        """The word after a run of capitalised words, particles between them included."""
        end = place + 1
        while (
            end < len(self.words) and end < place + 5 and not self.words[end - 1].tail and not self.words[end - 1].owner
        ):
            if self.words[end].led:
                break
            if self._looks_like_name(end) and not is_verb_word(self.keys[end]):
                end += 1
            elif self.keys[end] in PARTICLES and self.words[end].plain and self._looks_like_name(end + 1):
                end += 2
            else:
                break
        return end

    def _text(self, first: int, end: int) -> str:
        words = [word.text for word in self.words[first:end]]
        words[-1] = words[-1].removesuffix(self.words[end - 1].tail) or words[-1]
        return " ".join(words).strip("([{")

    def _note_unknown(self, place: int) -> int:
        """Keep in mind a capitalised name after a verb or *with* that is nobody of the book; the word after it."""
        if not place or not self._looks_like_name(place) or self.words[place].owner:
            return 0
        if self.keys[place - 1] != "with" and not self._after_verb(place):
            return 0
        end = self._name_end(place)
        self.unknown.append((place, end))
        return end

    def _with_organisation(self, mention: Mention) -> Mention:
        """The mention with `from ORG`, `at ORG` or `(ORG)` after it taken in, where that says who it is."""
        if mention.owner:
            return mention
        organisation, end, bracket = self._organisation(mention.end, new=bool(mention.new))
        if not organisation:
            return mention
        if mention.new:
            return mention._replace(organisation=organisation, after=end)
        if not bracket and self.words[mention.first].literal:
            return mention
        fitting = tuple(person for person in mention.ids if self._fits(person, organisation))
        if len(fitting) == 1:
            return mention._replace(ids=fitting, organisation=organisation, after=end)
        whole = mention.end - mention.first > 1
        if len(mention.ids) > 1 or whole or not self._says_where(mention.ids[0]) or mention.marked:
            return mention
        return mention._replace(other=organisation, after=end)

    def _organisation(self, place: int, *, new: bool) -> tuple[str, int, bool]:
        """The organisation said from this word on, the word after it, whether it stood in brackets."""
        if place >= len(self.words) or self.words[place - 1].tail:
            return "", place, False
        if self.words[place].led:
            for end in range(place, min(place + 6, len(self.words))):
                if any(close in self.words[end].tail for close in ")]}"):
                    return self._text(place, end + 1), end + 1, True
            return "", place, False
        if self.keys[place] != "from" and not (new and self.keys[place] == "at"):
            return "", place, False
        start = place + 1
        if start >= len(self.words) or self.words[start].mark or self.keys[start] in NO_PLACE:
            return "", place, False
        end = start
        while end < len(self.words) and end < start + 4 and (self._looks_grand(end) or self.words[end].literal):
            end += 1
            if self.words[end - 1].tail:
                break
        if end == start:
            if self.keys[place] == "at" or _is_date_word(self.keys[start]) or not self.keys[start].isalpha():
                return "", place, False
            end = start + 1
        return self._text(start, end), end, False

    def _looks_grand(self, place: int) -> bool:
        word = self.words[place]
        return word.plain and word.capital and not _is_date_word(word.key)

    def _says_where(self, person: str) -> bool:
        return bool(self.names.contact(person).organisation)

    def _fits(self, person: str, organisation: str) -> bool:
        contact = self.names.contact(person)
        wanted = fold(organisation)
        places = (contact.organisation, contact.place, *contact.tags)
        return any(wanted in fold(place) or (place and fold(place) in wanted) for place in places)


def _is_date_word(key: str) -> bool:
    return key in WEEKDAYS or key in MONTHS or key in ("today", "yesterday", "tomorrow", "tonight")
