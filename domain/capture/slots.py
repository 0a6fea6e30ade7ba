"""Where in a line a person would be named."""

from collections.abc import Sequence
from typing import Final

from domain.capture.lexicon import AUXILIARIES, JOINS, ME, PERSON_PREPOSITIONS, TRANSPARENT
from domain.capture.verbs import Verb, verb_at
from domain.capture.words import Word
from domain.text import word_set

_PERSONAL: Final = PERSON_PREPOSITIONS | {"&", "plus"}
_OWNED_AFTER: Final = _PERSONAL | {"and", "about", "re", "of", "on", "in"}
_OPENERS: Final = frozenset({"then", "but", "and"})
_BREAKS: Final = frozenset({",", ";", ".", ":"})
_OWING: Final = word_set("owe owes owed promise promised told tell asked ask remind nudge thank thanks")
"""Somebody follows these as after a verb of the table."""
_WAITING: Final = word_set("wait waiting waited")
_OF_PLACES: Final = frozenset({"at", "for"})
_MOVING: Final = word_set(
    "went go going moved move moving flew fly trip travelled back drove drive train flight visit commute road way"
)
"""Before *to*, a place follows."""


class Slots:
    """The words of a line, asked where a person would stand."""

    def __init__(self, words: Sequence[Word]) -> None:
        self._words = words
        self._keys = ["\0" + word.key if word.literal else word.key for word in words]

    def holds(self, first: int, end: int) -> bool:
        """Whether a name of these words would be a person: after a verb, after *with*, *from*, *to*, before a verb."""
        before = self._keys[first - 1] if first else ""
        owner = self._words[end - 1].owner
        if owner and (before in _OWNED_AFTER or self.opens(first)):
            return True
        if self.opens(first) and self._acts(first, end):
            return True
        return bool(first) and self._follows(first)

    def surely(self, first: int, end: int) -> bool:
        """The same for a last name alone or an unknown one, which after *at*, *for* or *went to* may be a place."""
        before = self._keys[first - 1] if first else ""
        earlier = self._keys[first - 2] if first > 1 else ""
        if before in _OF_PLACES and earlier not in _WAITING:
            return False
        if before == "to" and earlier in _MOVING:
            return False
        return not self._words[end - 1].owner and self.holds(first, end)

    def opens(self, place: int) -> bool:
        """Whether a clause may begin with this word."""
        return not place or self._words[place - 1].tail[-1:] in _BREAKS or self._keys[place - 1] in _OPENERS

    def verb_before(self, place: int) -> Verb | None:
        """The verb that ends just before this word."""
        for start in range(max(0, place - 5), place):
            verb = verb_at(self._keys, start, "past", "base")
            if verb is not None and start + verb.size == place:
                return verb
        return None

    def after_verb(self, place: int) -> bool:
        """Whether a verb ends just before this word, *up* and *back* apart."""
        if self._keys[place - 1] in TRANSPARENT and place > 1:
            place -= 1
        return self.verb_before(place) is not None

    def _acts(self, first: int, end: int) -> bool:
        """Whether what follows says something of the person: a verb, or *and I had*."""
        if first == 0 and self._words[end - 1].tail == ":":
            return True
        if self._words[end - 1].tail:
            return False
        following = self._keys[end] if end < len(self._keys) else ""
        if following in JOINS and end + 1 < len(self._keys):
            return self._keys[end + 1] in ME or (self._words[end + 1].capital and self._acts(end + 1, end + 2))
        return following in AUXILIARIES or following.endswith("n't") or verb_at(self._keys, end, "past") is not None

    def _follows(self, first: int) -> bool:
        before = self._keys[first - 1]
        if before == "and":
            return first > 1 and self._listed(first - 1)
        if before in _PERSONAL or before in _OWING:
            return True
        if before == "on" and first > 1 and self._keys[first - 2] in _WAITING:
            return True
        return self.after_verb(first)

    def _listed(self, join: int) -> bool:
        """Whether *and* goes on with a list of names."""
        return self._words[join - 1].capital or self._words[join - 1].mark == "@"
