"""Every need and every offer of the book by the words in it, kept up phrase by phrase."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from heapq import heapify, heappop, heappush, nsmallest
from typing import Final, NamedTuple

from domain.matching.fit import (
    AGREES,
    AMBIGUOUS,
    APART,
    BELONGS,
    COVERED,
    FOCUSED,
    FOR_IT,
    MEANS_IT,
    NOT_LIKED,
    OTHERWISE,
    SAME_PLACE,
    THE_THING,
    Fit,
    Need,
    can_meet,
    fit,
    kinds_of,
    likes_help,
    most,
    need_of,
)
from domain.matching.kin import MARK
from domain.matching.misspelt import Spellings
from domain.matching.offered import Offered, offered
from domain.matching.phrase import Phrase, Reader, Word
from domain.matching.rarity import COMMONEST, Rarity
from domain.matching.said import Had, Said
from domain.matching.synonyms import MARK as TAUGHT

MOST_WORDS: Final = 6
"""Words of a need, the rarest, that are looked for two at a time."""
MOST_CANDIDATES: Final = 16
"""Offers with the same two words that are looked at for one need: those that were heard last."""
ENOUGH: Final = 48
"""Offers with two words of a need from which on no other two of its words, that are less rare, are looked for."""
MOST_ALIKE: Final = 6
"""Offers with one word of a need, of those that answer one question, that are looked at: those that were heard last."""
MOST_RANKED: Final = 10
"""Offers that are ranked for one need: some may be of people who are of no help."""
_MOST_REMEMBERED: Final = 2000
"""Pairs of words whose offers are remembered."""
_NONE: Final[frozenset[str]] = frozenset()
NEAR: Final = 1e-6
"""More than the order of addends can make of a difference."""

READING: Final = 4
COMPARING: Final = 1
FINDING: Final = 5
"""What reading a text costs, comparing two, and finding what is to be compared: about ten microseconds each."""

Text = tuple[str, Had]
"""A text with the question that it answers; many people may say the same."""


class Ranked(NamedTuple):
    """An offer that fits, whoever has it."""

    offer: Offered
    fit: Fit


class Ranking(NamedTuple):
    """The offers that may fit a need."""

    need: Need
    bounds: dict[Offered, float]
    """The most points that each can have."""
    fits: dict[Offered, Fit | None]
    """Those that were compared."""


class _Front(NamedTuple):
    """An offer as one of its words leads to it."""

    points: float
    """What it makes of how much it is about that word."""
    less: float
    """What is taken off where the word names what is needed, but not what is offered."""
    beside: float
    """The same where it does not, and the offer names another thing."""
    is_placed: bool
    others: tuple[str, ...]
    """The other words that it has."""
    kinds: frozenset[str]
    """The kinds of these."""
    is_apart: bool
    """Whether none of them is one of the word itself."""
    offer: Offered


class Catalogue:
    """Finds the offers that may fit a need. Those who ask are told which needs a change has touched."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._rarity = Rarity()
        self._spellings = Spellings()
        self._needs: dict[Text, dict[str, Said]] = {}
        self._offers: dict[Text, Offered] = {}
        self._needs_with: dict[str, set[Text]] = {}
        self._offers_with: dict[str, set[Offered]] = {}
        self._front: dict[str, list[tuple[Had, list[_Front]]]] = {}
        self._both: dict[tuple[str, str], list[Offered]] = {}
        self._common: dict[str, set[tuple[str, str]]] = {}
        """The pairs among these in which each word is."""
        self._offered: dict[str, int] = {}
        """In how many offers each word stands."""
        self._rankings: dict[Text, Ranking] = {}
        """Those for needs that several people have."""
        self._is_asked = False
        """Whether anything was looked for, so that a change may touch what was found."""
        self.work = 0
        """What was done so far, in steps of about ten microseconds."""

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
        self._rankings.clear()
        return True

    def people_asking(self, needs: Iterable[Text]) -> Iterator[str]:
        """The contacts who have those needs."""
        for text in needs:
            yield from self._needs.get(text, ())

    def needs_near(self, offers: Iterable[Said]) -> set[Text]:
        """The needs that have a telling word in common with any of the offers."""
        return {need for one in offers for key in self._telling(one.text) for need in self._meaning(key)}

    def needs_by_rarest(self, offers: Iterable[Said], most: int) -> list[Text]:
        """The needs that have a telling word in common with any of the offers, those with the rarest first."""
        weight = self._rarity.weight
        keys = {key for one in offers for key in self._telling(one.text)}
        found: dict[Text, None] = {}
        for key in sorted(keys, key=lambda key: (-weight(key), len(self._needs_with.get(key, ())), key)):
            found.update(dict.fromkeys(nsmallest(most, self._meaning(key))))
            if len(found) >= most:
                break
        return list(found)[:most]

    def asking(self, need: Text) -> Iterable[Said]:
        """Everybody who has that need."""
        return self._needs.get(need, {}).values()

    def rank(self, text: str, asked: Had, least: float) -> tuple[Ranked, ...]:
        """The offers that fit a text from so many points on, the best first."""
        ranking = self._ranking(text, asked, least)
        waiting = [(-bound, offer) for offer, bound in ranking.bounds.items()]
        heapify(waiting)
        fitting: list[tuple[float, Offered, Fit]] = []
        ranked: list[Ranked] = []
        while (waiting or fitting) and len(ranked) < MOST_RANKED:
            if fitting and (not waiting or fitting[0][0] < waiting[0][0] - NEAR):
                _, offer, told = heappop(fitting)
                ranked.append(Ranked(offer, told))
                continue
            offer = heappop(waiting)[1]
            fits = self.compare(ranking, offer)
            if fits is not None and fits.score >= least:
                heappush(fitting, (-round(fits.score, 6), offer, fits))
        return tuple(ranked)

    def need(self, text: str, asked: Had) -> Need:
        """A need as it is compared, its words spelt as somebody offers them."""
        return need_of(self._spelt(self.phrase(text)), asked, self._rarity.weight)

    def fit(self, need: Need, offer: Text) -> Fit | None:
        """How well one offer fits a need."""
        self.work += COMPARING
        return fit(need, self.phrase(offer[0]), offer[1])

    def compare(self, ranking: Ranking, offer: Offered) -> Fit | None:
        """How well an offer fits the need of a ranking; each is compared once."""
        if offer not in ranking.fits:
            self.work += COMPARING
            ranking.fits[offer] = fit(ranking.need, offer.phrase, offer.told)
        return ranking.fits[offer]

    def ranking(self, text: str, asked: Had, least: float) -> Ranking:
        """The offers that may have so many points for a need of the book, always as many for one catalogue."""
        known = self._rankings.get((text, asked))
        if known is None:
            known = self._ranking(text, asked, least)
            if len(self._needs.get((text, asked), ())) > 1:
                self._rankings[text, asked] = known
        return known

    def _ranking(self, text: str, asked: Had, least: float) -> Ranking:
        self._is_asked = True
        need = self.need(text, asked)
        found = Ranking(need, self._bounds(need, least), {})
        self.work += FINDING + len(found.bounds) // 4
        return found

    def _bounds(self, need: Need, least: float) -> dict[Offered, float]:
        """The offers that may have so many points, with the most they may have.

        All with several words of a need, the newest with a single one.

        A common word only adds to what others have found.
        """
        shares: dict[str, float] = {}
        lead, twice, plain = set[str](), set[str](), set[str]()
        spots: dict[str, set[int]] = {}
        for word, share in need.shares:
            if word.key in spots:
                twice.add(word.key)
            spots.setdefault(word.key, set()).add(word.at)
            if not word.is_light:
                shares[word.key] = shares.get(word.key, 0.0) + share
                if word.is_head and not word.part:
                    lead.add(word.key)
                if not (word.tail or word.part):
                    plain.add(word.key)
        weight = self._rarity.weight
        rarest = sorted(shares, key=lambda key: (-weight(key), key))
        several = self._with_several(rarest, spots)
        phrase, is_liked = need.phrase, likes_help(need)
        bounds: dict[Offered, float] = {}
        for offer in several:
            bound = _most(need, offer, lead, is_liked=is_liked)
            if bound >= least:
                bounds[offer] = bound
        written = {word.at: word.key for word in phrase.words if not word.is_light and word.key[0].isalnum()}
        has_head = any(word.is_head and not word.part for word in phrase.words)
        has_several = bool(bounds)
        places = phrase.places
        for key in rarest:
            if has_several and weight(key) == COMMONEST:
                continue
            is_lead, share, is_twice = key in lead, COVERED * shares[key], key in twice
            rest = frozenset([other for other, at in spots.items() if not at <= spots[key]])
            own, more = _kinds_of(phrase, spots, key)
            is_meant = any(word.key[0] == TAUGHT and word.at in spots[key] for word in phrase.words)
            is_kin = key[0] == MARK and not is_meant
            sure = MEANS_IT if is_meant else BELONGS if is_kin else 0.0
            itself = written.get(min(spots[key]), "") if is_kin else ""
            is_ambiguous = key[0].isalnum() and not is_twice and len(phrase.kinds.get(min(spots[key]), ())) > 1
            for told, fronts in self._front.get(key) or self._fronts(key):
                top = share + most(need, 0.0, 1, is_lead, told, 0.0, known=sure)
                if not is_lead and key not in plain and need.asked != "working_on" and not phrase.receives:
                    top += FOR_IT
                is_unliked = told == "interested_in" and not is_liked
                for points, less, beside, is_placed, others, theirs, is_apart, offer in fronts:
                    if is_twice or not rest.isdisjoint(others):
                        if offer in bounds:
                            continue
                        bound = _most(need, offer, lead, is_liked=is_liked)
                    else:
                        bound = top + points + (AMBIGUOUS if is_ambiguous else 0.0)
                        if is_kin and itself in offer.keys:  # that word counts, not its kin
                            bound -= BELONGS
                        elif is_lead:
                            bound -= THE_THING if is_kin else 0.0 if phrase.wants_contact else less
                        elif has_head:
                            bound += beside
                        if not more or not theirs or more.isdisjoint(theirs):
                            bound -= AGREES
                            if is_apart and own is not None and more and own.isdisjoint(theirs):
                                bound += OTHERWISE
                        if places and not is_placed:
                            bound -= SAME_PLACE
                        if is_unliked and not offer.phrase.gives:
                            bound += NOT_LIKED
                    if bound < least or (is_placed and places and not can_meet(phrase, offer.phrase)):
                        continue
                    known = bounds.get(offer)
                    if known is None or known < bound:
                        bounds[offer] = bound
        return bounds

    def _with_several(self, keys: Sequence[str], spots: Mapping[str, set[int]]) -> set[Offered]:
        """The offers with at least two of these words, that stand at different spots of the need."""
        sets = [(key, found) for key in keys[:MOST_WORDS] if (found := self._offers_with.get(key))]
        several: set[Offered] = set()
        for at, (key, found) in enumerate(sets):
            for other, others in sets[at + 1 :]:
                if spots[key] == spots[other]:
                    continue
                if len(several) >= ENOUGH:
                    return several
                if min(len(found), len(others)) <= MOST_CANDIDATES:
                    several |= found & others
                else:
                    several.update(self._with_both(key, other))
        return several

    def _with_both(self, key: str, other: str) -> list[Offered]:
        """Of the offers with both of two common words those that were heard last."""
        pair = (key, other) if key < other else (other, key)
        known = self._both.get(pair)
        if known is None:
            if len(self._both) >= _MOST_REMEMBERED:
                self._both.clear()
                self._common.clear()
            both = self._offers_with[key] & self._offers_with[other]
            self.work += len(both) // 16
            known = self._both[pair] = nsmallest(MOST_CANDIDATES, both, key=_newest_first)
            for one in pair:
                self._common.setdefault(one, set()).add(pair)
        return known

    def _fronts(self, key: str) -> list[tuple[Had, list[_Front]]]:
        """Of the offers with a word, by the question that they answer, those that were heard last."""
        every = self._offers_with.get(key, ())
        told: dict[Had, list[Offered]] = {}
        for offer in every:
            told.setdefault(offer.told, []).append(offer)
        self.work += 1 + len(every) // 8
        known = self._front[key] = []
        for which, some in told.items():
            if len(some) > MOST_ALIKE:
                some = nsmallest(MOST_ALIKE, some, key=_newest_first)
            known.append((which, [_front(offer, key) for offer in some]))
        return known

    def _spelt(self, need: Phrase) -> Phrase:
        """A need whose misspelt words are those that somebody offers."""
        if self._offered.keys() >= need.keys:
            return need
        words = tuple([self._spelt_word(word) for word in need.words])
        return need._replace(words=words, keys=frozenset([word.key for word in (*words, *need.kin)]))

    def _spelt_word(self, word: Word) -> Word:
        if word.key in self._offered or word.is_light:
            return word
        return word._replace(key=self._spellings.nearest(word.key) or word.key)

    def _telling(self, text: str) -> Collection[str]:
        return self.phrase(text).telling

    def _count(self, phrase: Phrase, by: int) -> set[Text]:
        """Count the words of a phrase; returns the needs with a word that weighs something else for it."""
        moved = self._rarity.count(phrase.keys, by)
        return self._forget(moved) if moved and self._is_asked else set()

    def _forget(self, keys: Iterable[str]) -> set[Text]:
        """Rank the needs with these words anew when they are next asked for; none where nothing was looked for yet."""
        if not self._is_asked:
            return set()
        needs = {need for key in keys for need in self._meaning(key)}
        for need in needs:
            self._rankings.pop(need, None)
        return needs

    def _meaning(self, key: str) -> set[Text]:
        """The needs with a word, or with one that is misspelt for it."""
        found = set(self._needs_with.get(key, ()))
        for other in self._spellings.like(key, self._needs_with):
            found |= self._needs_with[other]
        return found

    def _add_need(self, said: Said) -> set[Text]:
        text, phrase = (said.text, said.told), self._read(said.text)
        people = self._needs.get(text)
        if people is None:
            people = self._needs[text] = {}
            for key in phrase.keys:
                known = self._needs_with.get(key)
                if known is None:
                    self._needs_with[key] = {text}
                else:
                    known.add(text)
        people[said.contact] = said
        return self._count(phrase, 1)

    def _remove_need(self, said: Said) -> set[Text]:
        text, phrase = (said.text, said.told), self._read(said.text)
        people = self._needs.get(text, {})
        people.pop(said.contact, None)
        if not people:
            self._needs.pop(text, None)
            self._rankings.pop(text, None)
            for key in phrase.keys:
                self._needs_with[key].discard(text)
        return self._count(phrase, -1)

    def _add_offer(self, said: Said) -> set[Text]:
        text = said.text, said.told
        phrase = self._read(said.text)
        touched = self._count(phrase, 1)
        known = self._offers.get(text)
        if known is None:
            known = self._offers[text] = offered(*text, phrase)
            fresh = [key for key in phrase.telling if self._offer_word(key)]
            for key in known.keys:
                found = self._offers_with.get(key)
                if found is None:
                    self._offers_with[key] = {known}
                else:
                    found.add(known)
            touched |= self._respell(fresh, self._spellings.add)
        known.take(said)
        return touched | self._moved(known)

    def _remove_offer(self, said: Said) -> set[Text]:
        known = self._offers[said.text, said.told]
        touched = self._count(known.phrase, -1)
        known.leave(said.contact)
        if not known.people:
            del self._offers[said.text, said.told]
            for key in known.keys:
                self._offers_with[key].discard(known)
            gone = [key for key in known.phrase.telling if self._withdraw_word(key)]
            touched |= self._respell(gone, self._spellings.remove)
        return touched | self._moved(known)

    def _read(self, text: str) -> Phrase:
        self.work += READING
        return self._reader.read(text)

    def _offer_word(self, key: str) -> bool:
        """Note that one more offer has a word; whether it is the first."""
        many = self._offered.get(key, 0)
        self._offered[key] = many + 1
        return not many

    def _withdraw_word(self, key: str) -> bool:
        """Note that one offer less has a word; whether it was the last."""
        self._offered[key] -= 1
        if self._offered[key]:
            return False
        del self._offered[key]
        return True

    def _moved(self, offer: Offered) -> set[Text]:
        """Look for an offer anew by its words; returns the needs for which it may be another than before."""
        if not self._is_asked:
            return set()
        for key in offer.keys:
            self._front.pop(key, None)
            for pair in self._common.pop(key, ()):
                self._both.pop(pair, None)
        return self._forget(offer.phrase.telling)

    def _respell(self, keys: Iterable[str], change: Callable[[str], None]) -> set[Text]:
        """Take words into the spellings or out of them; returns the needs that may have meant them."""
        for key in keys:
            change(key)
        return self._forget(keys)


def _newest_first(offer: Offered) -> tuple[int, str, Had]:
    return -offer.newest, offer.text, offer.told


def _front(offer: Offered, key: str) -> _Front:
    phrase = offer.phrase
    others = tuple([other for other in phrase.keys if other != key])
    mine = [word for word in (*phrase.words, *phrase.kin) if word.key == key]
    places, parts = {word.at for word in mine}, {word.part for word in mine}
    is_beside = len(places) == 1 and any(
        word.is_head and not word.is_light and word.part in parts and word.at not in places for word in phrase.words
    )
    return _Front(
        FOCUSED * offer.focus({key}),
        0.0 if offer.names(key) else THE_THING,
        APART if is_beside else 0.0,
        bool(phrase.places),
        others,
        *_kinds_beside(phrase, places),
        offer,
    )


def _kinds_beside(offer: Phrase, places: set[int]) -> tuple[frozenset[str], bool]:
    """The kinds of the words of an offer beside one, and whether none of these is one of its own."""
    if not offer.kinds:
        return _NONE, False
    if len(places) != 1:
        return frozenset[str]().union(*offer.kinds.values()), False
    own, others = kinds_of(offer, places)
    return others, bool(others) and own.isdisjoint(others)


def _kinds_of(need: Phrase, spots: Mapping[str, set[int]], key: str) -> tuple[frozenset[str] | None, frozenset[str]]:
    """The kinds of a word of a need, None where it was taught what it means, and of all beside it."""
    places = spots[key]
    if not need.kinds:
        return None, _NONE
    own, others = kinds_of(need, places)
    is_taught = any(key[0] == TAUGHT and spots[key] == places for key in spots)
    return None if is_taught or len(places) != 1 else own, others


def _most(need: Need, offer: Offered, lead: Collection[str], *, is_liked: bool) -> float:
    """The most points that an offer can have by the words that it has in common with a need."""
    phrase = offer.phrase
    keys = need.phrase.keys & phrase.keys
    shares: dict[int, float] = {}
    telling: set[int] = set()
    for word, part in need.shares:
        if word.key in keys:
            shares[word.at] = part
            if not word.is_light:
                telling.add(word.at)
    leading = keys.intersection(lead)
    share = sum(shares.values())
    known = MEANS_IT if any(key[0] == TAUGHT for key in keys) else BELONGS
    if any(word.key in keys and word.key[0].isalnum() and not word.is_light for word in need.phrase.words):
        known -= BELONGS
    bound = most(need, share, len(telling), bool(leading), offer.told, offer.focus(keys), known=known)
    if leading and not need.phrase.wants_contact and not any(map(offer.names, leading)):
        bound -= THE_THING
    if need.phrase.places and not phrase.places:
        bound -= SAME_PLACE
    if offer.told == "interested_in" and not is_liked and not phrase.gives:
        bound += NOT_LIKED
    return bound
