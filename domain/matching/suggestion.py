"""Two people who could be brought together, and why."""

from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from domain.inbox.item import Item, Term, match_key
from domain.inbox.score import Score
from domain.matching.fit import Fit
from domain.matching.said import Had, Said
from domain.model import QUESTION_WORDS
from domain.moment import Moment
from domain.text import clean
from domain.words import iso_of, span

WORDS: Final[Mapping[Had, str]] = {
    **dict[Had, str](QUESTION_WORDS.items()),
    "does": "does",
    "organisation": "is at",
}
"""How it is said where something is told."""


class Suggestion(NamedTuple):
    """One match."""

    need: Said
    """What the first of the two needs."""
    offer: Said
    """What the other has."""
    score: float
    """Where it stands among others."""
    fit: Fit
    """How well the words of the two fit."""
    cuts: tuple[tuple[str, float], ...]
    """What is taken off for being stale or far away: why, and which part of what is left by then."""

    @property
    def a(self) -> str:
        """Who needs it."""
        return self.need.contact

    @property
    def b(self) -> str:
        """Who has it."""
        return self.offer.contact

    @property
    def key(self) -> str:
        """Names the pair, whichever way round."""
        return pair_key(self.a, self.b)

    @property
    def common(self) -> tuple[str, ...]:
        """The words in common, as the need has them."""
        return tuple(word.text for word, _ in self.fit.met)

    @property
    def shared(self) -> tuple[str, ...]:
        """The same, with what the offer says for it where that is another word: `steinway (piano)`."""
        return tuple(
            f"{word.text} ({theirs})" if theirs != word.text and not word.key[0].isalnum() else word.text
            for (word, _), theirs in zip(self.fit.met, self.fit.theirs, strict=True)
        )

    @property
    def keys(self) -> tuple[str, ...]:
        """The same as they are compared."""
        return tuple(word.key for word, _ in self.fit.met)

    @property
    def is_fresh(self) -> bool:
        """Whether both were told not long ago."""
        return not any(name.endswith("stale") for name, _ in self.cuts)

    @property
    def terms(self) -> tuple[Term, ...]:
        """Why it stands where it stands: term × coefficient = points, which make the score."""
        terms, left = list(self.fit.terms), self.fit.score
        for name, takes in self.cuts:
            terms.append(Term(name, round(left, 3), takes))
            left += left * takes
        return tuple(terms)

    @property
    def reason(self) -> str:
        """The two phrases in a line."""
        need, offer = clean(self.need.text), clean(self.offer.text)
        return f"{WORDS[self.need.told]} {need}; {WORDS[self.offer.told]}: {offer}"

    def age(self, moment: Moment) -> int:
        """Days since the older of the two was told; 0 where neither ages."""
        told = [said.learnt for said in (self.need, self.offer) if said.learnt]
        return max(0, moment.today.toordinal() - min(told)) if told else 0

    def when(self, moment: Moment) -> str:
        """Short words for how fresh it is: `fresh`, `4 months`."""
        return "fresh" if self.is_fresh else span(self.age(moment))


pair_key = match_key
"""The key of the item about two people."""


def item_of(suggestion: Suggestion, score: Score, moment: Moment) -> Item:
    """The line of the inbox about a match."""
    learnt = max(suggestion.need.learnt, suggestion.offer.learnt)
    return Item(
        key=suggestion.key,
        source="match",
        reason=suggestion.reason,
        when=suggestion.when(moment),
        due=iso_of(learnt) if learnt else moment.day,
        terms=(score.once("match"), Term("how well their words fit", round(suggestion.score, 2), 1)),
        people=(suggestion.a, suggestion.b),
        record=suggestion.need.record,
    )


def best_first(suggestions: Sequence[Suggestion], each: int) -> list[Suggestion]:
    """One for each pair, the best first, and nobody is asked for what they have more than so many times."""
    asked: dict[str, int] = {}
    seen: set[str] = set()
    found: list[Suggestion] = []
    for one in sorted(suggestions, key=lambda one: (-round(one.score, 6), one.key, one.need.record)):
        if one.key in seen or asked.get(one.b, 0) >= each:
            continue
        seen.add(one.key)
        asked[one.b] = asked.get(one.b, 0) + 1
        found.append(one)
    return found
