"""Every need and every offer of the book by the words in it, kept up phrase by phrase."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from heapq import nlargest, nsmallest
from typing import Final, NamedTuple

from domain.matching.fit import Fit, Need, fit, most, need_of
from domain.matching.misspelt import Spellings
from domain.matching.phrase import FAINT, PLAIN, Phrase, Reader, Word
from domain.matching.rarity import COMMONEST, Rarity
from domain.matching.said import OFFERS, Had, Said

MOST_CANDIDATES: Final = 200
"""Offers with the same two words that are looked at for one need."""
MOST_COMPARED: Final = 50
"""Of those, offers that are compared word by word: those that may fit best."""
MOST_ALIKE: Final = 8
"""Offers with one word of a need that are compared."""

MOST_RANKED: Final = 10
"""Offers that are kept for one need: three are wanted, and some may be of people who are known already."""

Text = tuple[str, Had]
"""A text with the question that it answers; many people may say the same."""


class Ranked(NamedTuple):
    """An offer that fits, whoever has it."""

    offer: Text
    fit: Fit


def _points(one: Ranked) -> float:
    return one.fit.score


def _sum(shares: Mapping[str, float], keys: Iterable[str]) -> float:
    return sum([shares[key] for key in keys])


class Catalogue:
    """Finds the offers that fit a need. Those who ask are told which needs a change has touched."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._rarity = Rarity()
        self._spellings = Spellings()
        self._needs: dict[Text, dict[str, Said]] = {}
        self._offers: dict[Text, dict[str, Said]] = {}
        self._needs_with: dict[str, set[Text]] = {}
        self._offers_with: dict[tuple[str, Had], set[str]] = {}
        self._first: dict[tuple[str, Had], list[tuple[str, float]]] = {}
        self._offered: Counter[str] = Counter()
        """In how many offers each word stands."""
        self._ranked: dict[Text, tuple[Ranked, ...]] = {}
        self._holders: dict[Text, list[Said]] = {}

    def phrase(self, text: str) -> Phrase:
        """A text as it is compared."""
        return self._reader.read(text)

    def add(self, said: Iterable[Said], *, needs: bool) -> set[Text]:
        """Take needs or offers of one person in; returns the needs for which another offer may be the best now."""
        touched: set[Text] = set()
        for one in said:
            touched |= self._add_need(one) if needs else self._add_offer(one)
        return touched

    def remove(self, said: Iterable[Said], *, needs: bool) -> set[Text]:
        """Leave needs or offers of one person out; returns what `add` does."""
        touched: set[Text] = set()
        for one in said:
            touched |= self._remove_need(one) if needs else self._remove_offer(one)
        return touched

    def resize(self) -> bool:
        """Go by the size that the book has now; whether everything is to be told anew for that."""
        if not self._rarity.resize():
            return False
        self._ranked.clear()
        return True

    def people_asking(self, needs: Iterable[Text]) -> Iterator[str]:
        """The contacts who have those needs."""
        for text in needs:
            yield from self._needs.get(text, ())

    def needs_near(self, offers: Iterable[Said]) -> set[Text]:
        """The needs that have a telling word in common with any of the offers."""
        return {need for one in offers for key in self._telling(one.text) for need in self._meaning(key)}

    def asking(self, need: Text) -> Iterable[Said]:
        """Everybody who has that need."""
        return self._needs.get(need, {}).values()

    def holders(self, offer: Text) -> list[Said]:
        """Everybody who has that to offer, what was learnt last first."""
        known = self._holders.get(offer)
        if known is None:
            every = self._offers.get(offer, {}).values()
            known = self._holders[offer] = sorted(every, key=lambda one: (-one.learnt, one.contact))
        return known

    def ranked(self, need: Text, least: float) -> tuple[Ranked, ...]:
        """The offers that fit a need from so many points on, always as many for one catalogue, the best first."""
        known = self._ranked.get(need)
        if known is None:
            known = self.rank(*need, least)
            if need in self._needs:
                self._ranked[need] = known
        return known

    def rank(self, text: str, asked: Had, least: float) -> tuple[Ranked, ...]:
        """The offers that fit a text from so many points on, the best first."""
        need = self.need(text, asked)
        found: list[Ranked] = []
        for bound, offer in sorted(self._candidates(need, least), reverse=True):
            if len(found) >= MOST_RANKED and bound <= nlargest(MOST_RANKED, found, key=_points)[-1].fit.score:
                break
            told = fit(need, self.phrase(offer[0]), offer[1])
            if told is not None and told.score >= least:
                found.append(Ranked(offer, told))
        found.sort(key=lambda one: (-round(one.fit.score, 6), one.offer))
        return tuple(found[:MOST_RANKED])

    def need(self, text: str, asked: Had) -> Need:
        """A need as it is compared, its words spelt as somebody offers them."""
        return need_of(self._spelt(self.phrase(text)), asked, self._rarity.weight)

    def fit(self, need: Need, offer: Text) -> Fit | None:
        """How well one offer fits a need."""
        return fit(need, self.phrase(offer[0]), offer[1])

    def _candidates(self, need: Need, least: float) -> Iterator[tuple[float, Text]]:
        """The offers that may have so many points, with the most they may have.

        All with several words of a need, the newest with a single one.

        A common word only adds to what others have found.
        """
        lead = {word.key for word, _ in need.shares if word.is_head and not word.part}
        shares: dict[str, float] = {}
        for word, share in need.shares:
            if not word.is_light:
                shares[word.key] = shares.get(word.key, 0.0) + share
        faint = 1.0 - sum(shares.values())
        rarest = sorted(shares, key=lambda key: (-self._rarity.weight(key), key))
        for told in OFFERS:
            several = self._with_several(rarest, told)
            best = nlargest(
                MOST_COMPARED,
                (
                    (bound, (text, told))
                    for text, keys in several.items()
                    if (bound := most(need, faint + _sum(shares, keys), 2, not lead.isdisjoint(keys), told)) >= least
                ),
            )
            yield from best
            for key in rarest:
                if best and self._rarity.weight(key) == COMMONEST:
                    continue
                for text, focus in self._newest(key, told):
                    bound = most(need, faint + shares[key], 1, key in lead, told, focus)
                    if bound >= least and text not in several:
                        yield bound, (text, told)

    def _with_several(self, keys: Sequence[str], told: Had) -> dict[str, list[str]]:
        """The offers with at least two of these words, each with those."""
        sets = [(key, found) for key in keys if (found := self._offers_with.get((key, told)))]
        several: dict[str, list[str]] = {}
        for at, (key, found) in enumerate(sets):
            for other, others in sets[at + 1 :]:
                both = found & others
                for text in both if len(both) <= MOST_CANDIDATES else nsmallest(MOST_CANDIDATES, both):
                    mine = several.setdefault(text, [])
                    mine += [one for one in (key, other) if one not in mine]
        return several

    def _newest(self, key: str, told: Had) -> list[tuple[str, float]]:
        """Of the offers with a word, those that somebody was last heard to have, each with how much it is about it."""
        known = self._first.get((key, told))
        if known is None:
            every = self._offers_with.get((key, told), ())
            newest = nsmallest(MOST_ALIKE, every, key=lambda text: (-self.holders((text, told))[0].learnt, text))
            known = self._first[key, told] = [(text, self._most_focus(text, key)) for text in newest]
        return known

    def _most_focus(self, text: str, key: str) -> float:
        """How much of an offer is about one word, light ones of the need counted in."""
        phrase = self.phrase(text)
        faint = sum(FAINT for word in phrase.words if word.is_light)
        return max(
            (min(1.0, (PLAIN + faint) / phrase.loads[word.part]) for word in phrase.words if word.key == key),
            default=0.0,
        )

    def _spelt(self, need: Phrase) -> Phrase:
        """A need whose misspelt words are those that somebody offers."""
        if all(word.key in self._offered for word in need.words):
            return need
        words = tuple(self._spelt_word(word) for word in need.words)
        return need._replace(words=words, keys=frozenset(word.key for word in words))

    def _spelt_word(self, word: Word) -> Word:
        if word.key in self._offered or word.is_light:
            return word
        return word._replace(key=self._spellings.nearest(word.key) or word.key)

    def _telling(self, text: str) -> Collection[str]:
        return self.phrase(text).telling

    def _count(self, text: str, by: int) -> set[Text]:
        """Count the words of a phrase; returns the needs with a word that weighs something else for it."""
        touched: set[Text] = set()
        for key in self._rarity.count(self.phrase(text).keys, by):
            touched |= self._forget(key)
        return touched

    def _forget(self, key: str) -> set[Text]:
        """Rank the needs with a word anew when they are next asked for; none where nothing was ranked yet."""
        if not self._ranked:
            return set()
        needs = self._meaning(key)
        for need in needs:
            self._ranked.pop(need, None)
        return needs

    def _meaning(self, key: str) -> set[Text]:
        """The needs with a word, or with one that is misspelt for it."""
        found = set(self._needs_with.get(key, ()))
        for other in self._spellings.like(key, self._needs_with):
            found |= self._needs_with[other]
        return found

    def _add_need(self, said: Said) -> set[Text]:
        text = said.text, said.told
        if text not in self._needs:
            for key in self.phrase(said.text).keys:
                self._needs_with.setdefault(key, set()).add(text)
        self._needs.setdefault(text, {})[said.contact] = said
        return self._count(said.text, 1)

    def _remove_need(self, said: Said) -> set[Text]:
        text = said.text, said.told
        people = self._needs.get(text, {})
        people.pop(said.contact, None)
        if not people:
            self._needs.pop(text, None)
            self._ranked.pop(text, None)
            for key in self.phrase(said.text).keys:
                self._needs_with[key].discard(text)
        return self._count(said.text, -1)

    def _add_offer(self, said: Said) -> set[Text]:
        text = said.text, said.told
        touched = self._count(said.text, 1)
        is_new = text not in self._offers
        self._offers.setdefault(text, {})[said.contact] = said
        self._holders.pop(text, None)
        for key in self._telling(said.text):
            if is_new:
                self._offered[key] += 1
                if self._offered[key] == 1:
                    touched |= self._respell(key, self._spellings.add)
                self._offers_with.setdefault((key, said.told), set()).add(said.text)
            self._first.pop((key, said.told), None)
            touched |= self._forget(key)
        return touched

    def _remove_offer(self, said: Said) -> set[Text]:
        text = said.text, said.told
        touched = self._count(said.text, -1)
        people = self._offers[text]
        del people[said.contact]
        self._holders.pop(text, None)
        for key in self._telling(said.text):
            touched |= self._forget(key)
            self._first.pop((key, said.told), None)
            if not people:
                self._offers_with[key, said.told].discard(said.text)
                self._offered[key] -= 1
                if not self._offered[key]:
                    del self._offered[key]
                    touched |= self._respell(key, self._spellings.remove)
        if not people:
            del self._offers[text]
        return touched

    def _respell(self, key: str, change: Callable[[str], None]) -> set[Text]:
        """Take a word into the spellings or out of them; returns the needs that may have meant it."""
        change(key)
        return self._forget(key)
