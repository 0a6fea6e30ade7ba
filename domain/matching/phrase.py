"""What somebody needs or offers, taken apart into the words that can be compared."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from domain.matching import cues
from domain.matching.lexicon import (
    COMPANY,
    DOES_TO,
    FOLLOWERS,
    HIRES,
    JOBS,
    LIGHT,
    LINKS,
    MATTERS,
    NEARBY,
    NEGATIONS,
    OBJECTS,
    ROLES,
    SILENT,
    TOPICS,
)
from domain.matching.places import is_everywhere, is_known, places_of
from domain.matching.stems import Stems
from domain.matching.synonyms import Synonyms
from domain.matching.tokens import STOPS, Token, parts_of, tokens_of

PLAIN: Final = 1.0
FAINT: Final = 0.3
"""What a word of an offer weighs, and one that says little."""

LONGEST_WORD: Final = 40
"""Letters beyond which a word is none."""
_UNSAID: Final = SILENT | NEGATIONS | STOPS
_OWNED: Final = frozenset({"the", "my", "his", "her", "their", "our", "its"})


class Word(NamedTuple):
    """A word that a phrase can be found by."""

    key: str
    """Its root, or the name of its meaning."""
    stem: str
    text: str
    """As it was written, folded."""
    at: int
    """Its place among the words of the text."""
    part: int
    """In which part of the phrase it stands."""
    is_light: bool
    is_name: bool
    """Whether it was written as names are."""
    tail: str
    """The link after which it stands, as `for` in `insurance for childminders`; empty where it stands before any."""
    leads_on: bool
    """Whether another thing follows it at once, as in `nanny goat`."""
    is_head: bool
    """Whether it names the thing itself, rather than saying something about it."""


class Phrase(NamedTuple):
    """A text as it is compared with others."""

    words: tuple[Word, ...]
    keys: frozenset[str]
    """The keys of all its words."""
    telling: frozenset[str]
    """The keys of those that are not light."""
    had: Mapping[str, Word]
    """The words that name something to be had, by key; of two, the one that names the thing."""
    loads: Mapping[int, float]
    """What the words of each part weigh together, as those of an offer."""
    denied: frozenset[str]
    """The keys of words that it denies: `no CV yet`."""
    places: frozenset[str]
    everywhere: bool
    """Whether it says that the place does not matter."""
    seeks: frozenset[int]
    """The parts that name a need, whatever question they answer."""
    learns: bool
    """Whether it is of somebody who cannot do it yet."""
    hires: bool
    wants_job: bool
    wants_company: bool
    is_matter: bool
    """Whether a need is about a matter, as in `advice on a patent`, rather than for a thing."""
    is_gone: bool
    """Whether it takes back what it names: `apartment, let last week`."""
    does_to: bool
    """Whether it is about doing something to a thing, rather than having one."""


class _Form(NamedTuple):
    """What is known of a word wherever it stands."""

    root: str
    stem: str
    is_light: bool
    is_unsaid: bool
    """Whether nobody can be found by it, unless it is written in capitals."""


class _Spot(NamedTuple):
    """A word that means something, where it stands."""

    key: str
    at: int
    size: int
    """How many words of the text it is."""
    part: int
    is_light: bool
    text: str


class Reader:
    """Takes texts apart, each once."""

    def __init__(self, stems: Stems, synonyms: Synonyms, unwanted: Collection[str] = ()) -> None:
        """`unwanted` are keys by which nothing is to be found."""
        self._stems = stems
        self._synonyms = synonyms
        self._unwanted = unwanted
        self._known: dict[str, Phrase] = {}
        self._forms: dict[str, _Form] = {}

    def read(self, text: str) -> Phrase:
        """The phrase of a text."""
        known = self._known.get(text)
        if known is None:
            known = self._known[text] = self._read(text)
        return known

    def _read(self, text: str) -> Phrase:
        tokens = tokens_of(text)
        words = [token.folded for token in tokens]
        parts, every = parts_of(words), set(words)
        places = places_of(words, [token.is_capital for token in tokens], parts)
        is_denied = cues.denied(words, parts) if not NEGATIONS.isdisjoint(every) else ()
        spots = list(self._spots(words, tokens, parts, places))
        found = [spot for spot in spots if spot.key not in self._unwanted and not (is_denied and is_denied[spot.at])]
        built = tuple(self._built(found, words, tokens))
        seeks = cues.parts_that_seek(words, parts)
        return Phrase(
            words=built,
            keys=frozenset(word.key for word in built),
            telling=frozenset(word.key for word in built if not word.is_light),
            had=had_among(built, seeks),
            loads=_loads(built),
            denied=frozenset(spot.key for spot in spots if is_denied[spot.at]) if is_denied else frozenset(),
            places=frozenset(place for place, _ in places.values()),
            everywhere=is_everywhere(every),
            seeks=seeks,
            learns=cues.learns(words),
            hires=not HIRES.isdisjoint(every),
            wants_job=not JOBS.isdisjoint(every),
            wants_company=not COMPANY.isdisjoint(every),
            is_matter=not MATTERS.isdisjoint(every),
            is_gone=cues.is_gone(words, parts),
            does_to=not DOES_TO.isdisjoint(words[:2]),
        )

    def _spots(
        self, words: Sequence[str], tokens: Sequence[Token], parts: Sequence[int], places: Mapping[int, tuple[str, int]]
    ) -> Iterator[_Spot]:
        """The words, or groups of words, that mean something; what only says near what something is does not."""
        forms = [self._form(word) for word in words]
        roots = [form.root for form in forms]
        at, is_near = 0, False
        while at < len(words):
            word, size = words[at], 1
            if word in LINKS or word in STOPS or word in NEARBY:
                is_near = word in NEARBY
            if at in places and is_known(places[at][0]):
                size = places[at][1]
            elif not is_near:
                many, meaning = self._synonyms.at(roots, at)
                if many:
                    size = many
                    said = word if many == 1 else " ".join(words[at : at + many])
                    yield _Spot(meaning, at, many, parts[at], many == 1 and word in LIGHT, said)
                elif not forms[at].is_unsaid or (tokens[at].is_upper and 1 < len(word) <= LONGEST_WORD):
                    yield _Spot(roots[at], at, 1, parts[at], forms[at].is_light, word)
            at += size

    def _form(self, word: str) -> _Form:
        known = self._forms.get(word)
        if known is None:
            is_unsaid = not 1 < len(word) <= LONGEST_WORD or word in _UNSAID
            is_light = word in LIGHT or word.isdecimal()
            known = self._forms[word] = _Form(self._stems.root(word), self._stems.stem(word), is_light, is_unsaid)
        return known

    def _built(self, spots: Sequence[_Spot], words: Sequence[str], tokens: Sequence[Token]) -> Iterator[Word]:
        """The words with their place in their part: what names its thing, and what says more about that."""
        by_part: dict[int, list[_Spot]] = {}
        for spot in spots:
            by_part.setdefault(spot.part, []).append(spot)
        for part, mine in by_part.items():
            tails = _tails(mine, words)
            spots_here = _with_objects(mine, tails)
            heads = _heads(spots_here, tails)
            for spot, tail, follower in zip(spots_here, tails, (*spots_here[1:], None), strict=True):
                yield Word(
                    spot.key,
                    self._form(words[spot.at]).stem,
                    spot.text,
                    spot.at,
                    part,
                    spot.is_light,
                    tokens[spot.at].is_capital or tokens[spot.at].is_upper,
                    tail,
                    _leads_on(spot, follower, words),
                    spot.at in heads,
                )


def had_among(words: Sequence[Word], seeks: Collection[int] = ()) -> dict[str, Word]:
    """The words by key, without those of parts that name a need; of two, the one that names the thing."""
    found: dict[str, Word] = {}
    for word in words:
        if word.part not in seeks and not (word.key in found and found[word.key].is_head):
            found[word.key] = word
    return found


def _loads(words: Sequence[Word]) -> dict[int, float]:
    """What the words of each part weigh together."""
    found: dict[int, float] = {}
    for word in words:
        found[word.part] = found.get(word.part, 0.0) + (FAINT if word.is_light else PLAIN)
    return found


def _tails(mine: Sequence[_Spot], words: Sequence[str]) -> list[str]:
    """For each word of a part the link after which it stands, once something that is not light was named."""
    if len(mine) == 1:
        return [""]
    tail, is_named, last = "", False, mine[0].at
    found: list[str] = []
    for spot in mine:
        if tail or is_named:
            tail = next((words[at] for at in range(last, spot.at) if words[at] in LINKS), tail)
        found.append(tail)
        is_named = is_named or (not tail and not spot.is_light)
        last = spot.at
    return found


def _with_objects(mine: list[_Spot], tails: Sequence[str]) -> list[_Spot]:
    """The words of a part; where it names nothing but light ones, some of these are what is meant."""
    if any(not spot.is_light and not tail for spot, tail in zip(mine, tails, strict=True)):
        return mine
    return [spot._replace(is_light=spot.is_light and spot.text not in OBJECTS) for spot in mine]


def _heads(mine: Sequence[_Spot], tails: Sequence[str]) -> set[int]:
    """Where the words stand that name the thing of a part: the last, before it says more, that is not light."""
    if len(mine) == 1:
        return {mine[0].at}
    before = [spot for spot, tail in zip(mine, tails, strict=True) if not tail]
    named = [spot for spot in before if not spot.is_light] or before
    heads = {named[-1].at}
    if named[-1].text in ROLES and len(named) > 1:
        heads.add(named[-2].at)
    topics = [spot.at for spot, tail in zip(mine, tails, strict=True) if tail in TOPICS and not spot.is_light]
    heads.update(topics[-1:])
    return heads


def _leads_on(spot: _Spot, follower: _Spot | None, words: Sequence[str]) -> bool:
    """Whether a thing follows at once, about which the word only says something; a plural, or a verb, does not."""
    if follower is None or follower.at != spot.at + spot.size or follower.is_light or follower.key == spot.key:
        return False
    if follower.text in FOLLOWERS or spot.text.endswith(("s", "ing")) or follower.text.endswith(("ing", "ed")):
        return False
    is_owned = spot.at > 0 and words[spot.at - 1] in _OWNED
    return not (is_owned and follower.text.endswith("s") and not follower.text.endswith("ss"))
