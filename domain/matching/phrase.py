"""What somebody needs or offers, taken apart into the words that can be compared."""

from collections.abc import Collection, Mapping, Sequence
from typing import Final, NamedTuple

from domain.matching import cues
from domain.matching.kin import NOWHERE, SORT, Belongs, both, kin
from domain.matching.lexicon import (
    CIRCLES,
    COMPANY,
    CONTACTS,
    DOES_TO,
    FOLLOWERS,
    GIVES,
    HIRES,
    JOBS,
    LENDS,
    LEVELS,
    LIGHT,
    LINKS,
    MATTERS,
    NEARBY,
    NEGATIONS,
    OBJECTS,
    RECEIVERS,
    ROLES,
    SILENT,
    TELLS,
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
_MAY_DENY: Final = NEGATIONS | {"but"}
_NOWHERE: Final[frozenset[str]] = frozenset()
_NO_LEVELS: Final[frozenset[int]] = frozenset()
_NO_KINDS: Final[Mapping[int, frozenset[str]]] = {}
_NO_ROWS: Final[Mapping[int, "Row"]] = {}
"""One of each is enough: nobody changes them, and a book has tens of thousands of phrases."""
_LEVELLED: Final = frozenset[str]().union(*LEVELS)
_LOADS: Final[dict[tuple[tuple[int, float], ...], dict[int, float]]] = {}
_AFTER_DIGITS: Final = "stndrhamp"
"""Letters of which the endings of numbers are: `14th`, `1950s`, `3pm`."""
_CIRCLES: Final = CIRCLES | {
    "class",
    "classes",
    "course",
    "courses",
    "school",
    "lessons",
    "services",
    "service",
    "work",
    "practice",
    "repairs",
}
"""Words after which it is named what a club is about, or a course."""
_MAY: Final = frozenset({"can", "could", "will", "would", "to"})
"""Words before what somebody does: `can conduct choirs`."""
_OF: Final = frozenset({"of", "in", "on", "with", "who", "that"})
"""Links after which it says in what somebody is a teacher, or a guide."""
_OWNED: Final = frozenset({"the", "my", "his", "her", "their", "our", "its"})


class Word(NamedTuple):
    """A word that a phrase can be found by."""

    key: str
    """Its root, the name of its meaning, or of a field that it belongs to."""
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


class Row(NamedTuple):
    """Several words that mean something together, such as `light bulb`."""

    kinds: frozenset[str]
    """The kinds of fields to which they belong."""
    first: int
    after: int
    """From which place on they stand, and before which."""


class Phrase(NamedTuple):
    """A text as it is compared with others."""

    words: tuple[Word, ...]
    kin: tuple[Word, ...]
    """These words once more for each field of life that they belong to, with its name as their key."""
    kinds: Mapping[int, frozenset[str]]
    """The kinds of fields to which the words belong, by their places."""
    rows: Mapping[int, Row]
    """The several words that mean something together, by the place of each."""
    keys: frozenset[str]
    """The keys of all its words and kin."""
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
    wants_contact: bool
    """Whether a need is for who has to do with it, as in `a contact at a publisher`."""
    is_gone: bool
    """Whether it takes back what it names: `apartment, let last week`."""
    receives: bool
    """Whether a need is for those who take something, as in `students for a course`."""
    takers: frozenset[str]
    """The keys of what it calls them."""
    levels: frozenset[int]
    """How far those have come of whom it is: 0 at the beginning, 1 well beyond."""
    gives: bool
    """Whether it says that somebody would give, or lend a hand."""
    sorts: frozenset[str]
    """The fields among them of which one does not stand for another, such as languages."""
    lacks: bool
    """Whether what it denies is wanted: `no score yet`."""
    tells: bool
    """Whether it is about what somebody knows of a thing."""
    does_to: bool
    """Whether it is about doing something to a thing, rather than having one."""
    lends: bool
    """Whether it says that others may have it, be it one or several."""


class _Form(NamedTuple):
    """What is known of a word wherever it is written like that."""

    word: str
    """Folded."""
    root: str
    stem: str
    is_light: bool
    is_said: bool
    """Whether somebody can be found by it."""
    is_name: bool
    """Whether it is written as names are."""
    is_capital: bool
    opens: bool
    """Whether words that mean something together may begin with it."""
    turns: bool
    """Whether what follows may be said of something else, such as after a link."""
    belongs: Belongs
    """The fields that it belongs to by itself."""
    leads: bool
    """Whether it may be the first of several words that belong somewhere together."""


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
        self._kin = kin()
        self._unwanted = unwanted
        self._known: dict[str, Phrase] = {}
        self._forms: dict[Token, _Form] = {}

    def read(self, text: str) -> Phrase:
        """The phrase of a text."""
        known = self._known.get(text)
        if known is None:
            known = self._known[text] = self._read(text)
        return known

    def _read(self, text: str) -> Phrase:
        known = self._forms
        forms = [known.get(token) or self._form(token) for token in tokens_of(text)]
        words = [form.word for form in forms]
        parts = parts_of(words)
        places = places_of(words, [form.is_capital for form in forms], parts)
        spots = self._spots(words, forms, parts, places)
        denied = _NOWHERE
        if not _MAY_DENY.isdisjoint(words):
            is_denied = cues.denied(words, parts)
            denied = frozenset(spot.key for spot in spots if is_denied[spot.at])
            spots = [spot for spot in spots if not is_denied[spot.at]]
        if self._unwanted:
            spots = [spot for spot in spots if spot.key not in self._unwanted]
        built = _built(spots, words, forms)
        kin, kinds, rows = self._kin_of(built, forms)
        every = built + kin
        seeks = cues.parts_that_seek(words, parts)
        gives = cues.gives_away(words)
        taken = cues.places_of_takers(words) if not RECEIVERS.isdisjoint(words) else ()
        takers = _NOWHERE
        if taken or gives > 0:
            takers = frozenset(
                [word.key for word in built if word.at in taken or (word.at < gives and not word.is_light)]
            )
        keys = frozenset([word.key for word in every])
        telling = [word.key for word in every if not word.is_light]
        lends = not LENDS.isdisjoint(words)
        unhad = seeks if cues.PAST.isdisjoint(words) else seeks | cues.over(words, parts)
        return Phrase(
            words=built,
            kin=kin,
            kinds=kinds,
            rows=rows,
            keys=keys,
            telling=keys if len(telling) == len(every) else frozenset(telling),
            had=had_among(every, unhad),
            loads=_loads(built),
            denied=denied,
            places=frozenset([place for place, _ in places.values()]) if places else _NOWHERE,
            everywhere=is_everywhere(words),
            seeks=seeks,
            learns=cues.learns(words),
            hires=not HIRES.isdisjoint(words),
            wants_job=not JOBS.isdisjoint(words),
            wants_company=not COMPANY.isdisjoint(words)
            or (not CIRCLES.isdisjoint(words) and any(word.text in CIRCLES and not word.tail for word in built)),
            is_matter=not MATTERS.isdisjoint(words),
            wants_contact=not CONTACTS.isdisjoint(words),
            is_gone=cues.is_gone(words, parts),
            receives=gives >= 0 or bool(taken),
            takers=takers,
            levels=_levels(words),
            gives=not GIVES.isdisjoint(words),
            sorts=frozenset([word.key for word in kin if SORT in word.key]) if kin else _NOWHERE,
            lacks="yet" in words or "still" in words,
            tells=not TELLS.isdisjoint(words),
            does_to=not (lends or DOES_TO.isdisjoint(words[:2])),
            lends=lends,
        )

    def _spots(
        self, words: Sequence[str], forms: Sequence[_Form], parts: Sequence[int], places: Mapping[int, tuple[str, int]]
    ) -> list[_Spot]:
        """The words, or groups of words, that mean something; what only says near what something is does not."""
        found: list[_Spot] = []
        free, is_near = 0, False
        for at, form in enumerate(forms):
            if at < free:
                continue
            if form.turns:
                is_near = form.word in NEARBY
            if at in places and is_known(places[at][0]):
                free = at + places[at][1]
            elif is_near:
                continue
            elif form.opens and (meant := self._synonyms.at([one.root for one in forms], at))[0]:
                many, meaning = meant
                free = at + many
                said = form.word if many == 1 else " ".join(words[at:free])
                found.append(_Spot(meaning, at, many, parts[at], many == 1 and form.word in LIGHT, said))
            elif form.is_said:
                found.append(_Spot(form.root, at, 1, parts[at], form.is_light, form.word))
        return found

    def _kin_of(
        self, built: Sequence[Word], forms: Sequence[_Form]
    ) -> tuple[tuple[Word, ...], Mapping[int, frozenset[str]], Mapping[int, Row]]:
        """The words once more for each field that they belong to, the kinds of these, and rows, by their places."""
        found: list[Word] = []
        kinds: dict[int, frozenset[str]] = {}
        rows: dict[int, Row] = {}
        free, row = 0, NOWHERE
        for word in built:
            at, many = word.at, 0
            form = forms[at]
            if form.leads and at >= free:
                many, row = self._kin.at([one.word for one in forms], at)
                free = at + many
                if many:
                    rows.update(dict.fromkeys(range(at, free), Row(row.kinds, at, free)))
            belongs = form.belongs
            if at < free and not belongs.kinds <= row.kinds:  # what several words mean together, each may not mean
                belongs = NOWHERE
            if many:
                belongs = both(belongs, row)
            if not belongs.kinds:
                continue
            if many or at < free or not word.is_light:
                kinds[at] = belongs.kinds
            is_light = word.is_light and not many
            found += [Word(field, *word[1:5], is_light, *word[6:]) for field in belongs.fields]
        return tuple(found), kinds or _NO_KINDS, rows or _NO_ROWS

    def _form(self, token: Token) -> _Form:
        """What is known of a word, each looked up once."""
        word = token.folded
        is_word = 1 < len(word) <= LONGEST_WORD
        root = self._stems.root(word)
        made = self._forms[token] = _Form(
            word,
            root,
            self._stems.stem(word),
            is_light=word in LIGHT or (word[:1].isdecimal() and word.rstrip(_AFTER_DIGITS).isdecimal()),
            is_said=is_word and (word not in _UNSAID or token.is_upper),
            is_name=token.is_capital or token.is_upper,
            is_capital=token.is_capital,
            opens=self._synonyms.opens(root),
            turns=word in LINKS or word in STOPS or word in NEARBY,
            belongs=self._kin.of(word),
            leads=self._kin.leads(word),
        )
        return made


def _built(spots: Sequence[_Spot], words: Sequence[str], forms: Sequence[_Form]) -> tuple[Word, ...]:
    """The words with their place in their part: what names its thing, and what says more about that."""
    built: list[Word] = []
    first = 0
    while first < len(spots):
        part, after = spots[first].part, first + 1
        while after < len(spots) and spots[after].part == part:
            after += 1
        if after - first == 1:
            spot = spots[first]
            form, is_light = forms[spot.at], spot.is_light and spot.text not in OBJECTS
            name = form.is_name
            built.append(
                Word(
                    spot.key, form.stem, spot.text, spot.at, part, is_light, name, tail="", leads_on=False, is_head=True
                )
            )
            first = after
            continue
        tails = _tails(spots[first:after], words)
        mine = _with_objects(spots[first:after])
        heads = _heads(mine, tails)
        last = len(mine) - 1
        for number, (spot, tail) in enumerate(zip(mine, tails, strict=True)):
            form = forms[spot.at]
            leads_on = number < last and _leads_on(spot, mine[number + 1], words)
            built.append(
                Word(
                    spot.key,
                    form.stem,
                    spot.text,
                    spot.at,
                    part,
                    spot.is_light,
                    form.is_name,
                    tail,
                    leads_on,
                    spot.at in heads,
                )
            )
        first = after
    return tuple(built)


def _levels(words: Sequence[str]) -> frozenset[int]:
    """How far those have come of whom these words tell."""
    if _LEVELLED.isdisjoint(words):
        return _NO_LEVELS
    return frozenset([level for level, those in enumerate(LEVELS) if not those.isdisjoint(words)])


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
    return _LOADS.setdefault(tuple(found.items()), found) if len(found) == 1 else found


def _tails(mine: Sequence[_Spot], words: Sequence[str]) -> list[str]:
    """For each word of a part the link after which it stands, once something that is not light was named."""
    if len(mine) == 1 or LINKS.isdisjoint(words[mine[0].at : mine[-1].at]):
        return [""] * len(mine)
    tail, is_named, last = "", False, mine[0].at
    found: list[str] = []
    for spot in mine:
        if tail or is_named:
            for at in range(last, spot.at):
                if words[at] in LINKS:
                    tail = words[at]
                    break
        found.append(tail)
        is_named = is_named or (not tail and not spot.is_light)
        last = spot.at
    return found


def _with_objects(mine: Sequence[_Spot]) -> Sequence[_Spot]:
    """The words of a part; where it names nothing but light ones, some of these are what is meant."""
    for spot in mine:
        if not spot.is_light:
            return mine
    return [spot._replace(is_light=spot.text not in OBJECTS) for spot in mine]


def _heads(mine: Sequence[_Spot], tails: Sequence[str]) -> set[int]:
    """Where the words stand that name the thing of a part: the last, before it says more, that is not light."""
    if len(mine) == 1:
        return {mine[0].at}
    if tails[-1]:
        before = [spot for spot, tail in zip(mine, tails, strict=True) if not tail]
        topics = [spot.at for spot, tail in zip(mine, tails, strict=True) if tail in TOPICS and not spot.is_light]
    else:
        before, topics = list(mine), []
    named = [spot for spot in before if not spot.is_light] or before
    heads = {named[-1].at}
    if len(named) > 1 and (named[-1].text in ROLES or named[-1].text in _CIRCLES):
        heads.add(named[-2].at)
    elif named[-1].text in ROLES and tails[-1]:
        heads.update([spot.at for spot, tail in zip(mine, tails, strict=True) if tail in _OF and not spot.is_light][:1])
    heads.update(topics[-1:])
    return heads


def _leads_on(spot: _Spot, follower: _Spot, words: Sequence[str]) -> bool:
    """Whether a thing follows at once, about which the word only says something; a plural, or a verb, does not."""
    if spot.at and words[spot.at - 1] in _MAY:
        return False
    if follower.at != spot.at + spot.size or follower.is_light or follower.key == spot.key:
        return False
    if follower.text in FOLLOWERS or spot.text.endswith(("s", "ing")) or follower.text.endswith(("ing", "ed")):
        return False
    is_owned = spot.at > 0 and words[spot.at - 1] in _OWNED
    return not (is_owned and follower.text.endswith("s") and not follower.text.endswith("ss"))
