"""How well something that is to be had fits a need, in named terms."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from domain.inbox.item import Term
from domain.matching import kin
from domain.matching.lexicon import ROLES
from domain.matching.phrase import FAINT, PLAIN, Phrase, Word, had_among
from domain.matching.places import can_be_one
from domain.matching.said import Had
from domain.matching.synonyms import MARK as TAUGHT

HEAD: Final = 2.0
"""What a word of a need weighs that names the thing; others as they do in an offer."""
LATER: Final = 0.5
TAIL: Final = 0.6
"""What is left of that in a later part, and after a link such as `for`."""

IN_COMMON: Final = 0.25
COVERED: Final = 0.06
FOCUSED: Final = 0.35
THE_THING: Final = 0.22
SEVERAL: Final = 0.76
MEANS_IT: Final = 0.39
BELONGS: Final = 0.22
AGREES: Final = 0.28
SAME_PLACE: Final = 0.29
WORK: Final = 0.58
"""The coefficients: that something is in common at all, how much of the need is met, how much of the offer meets it,
and what makes it surer."""
NOT_NAMED: Final = -0.09
ASIDE: Final = -0.39
FOR_IT: Final = -0.12
SEVERAL_OF_THEM: Final = -0.83
"""What makes it less sure: the needed thing is not named, or only to say something about another one, as in
`insurance for childminders`; one is needed, several are dealt with."""
OTHERWISE: Final = -0.36
OF_OTHERS: Final = -0.72
A_NAME: Final = -0.58
"""The same for a word that may be meant in another sense: what else is said is of other kinds of things, the word
before it is of another kind, or it is part of a name."""
ANOTHER_SENSE: Final = -0.72
AMBIGUOUS: Final = -0.34
APART: Final = -0.18
"""The same for one of several words that mean something of another kind together, as in `light bulbs`; for a word of
several kinds that is all that they share; and where both name a thing, and it is not the same."""
OF_TAUGHT: Final = 0.4
OF_SEVERAL: Final = 0.1
"""What is left of a doubt of the sense where the word was taught to mean it, and where they have several in common."""
DENIED: Final = -0.94
WRONG_WAY: Final = -1.1
OTHER_LEVEL: Final = -1.32
OTHER_SORT: Final = -1.08
NO_WORK: Final = -0.34
DONE_TO: Final = -0.61
LEARNS: Final = -0.1
"""The same for an offer that says it is not to be had, or is no help: both have the thing and want somebody who takes
it, it is for beginners or for others, work is wanted and they only do it, it is done to
the thing, or they are learning it themselves."""
TOLD: Final[Mapping[Had, tuple[str, float]]] = {
    "working_on": ("only at work on it", -0.35),
    "interested_in": ("only interested in it", -0.98),
    "organisation": ("only by the organisation", -0.34),
}
"""What is taken off for where it is told."""
IN_COMPANY: Final = 0.12
"""The same for who is interested in what is done together, or would give."""
LIKES_THE_WORK: Final = -0.33
"""The same for who is interested in what somebody works on."""
NOT_LIKED: Final = TOLD["interested_in"][1] - IN_COMPANY
"""How much less it is for who is only interested in something else."""
BY_NAME: Final = 0.0
"""The same for an organisation that a need calls by its name."""
_NONE: Final[frozenset[str]] = frozenset()
_OF_WHAT: Final = frozenset({"about", "on", "in", "with", "of"})
"""Links after which an offer of knowing something says what that is."""
_TO_WHOM: Final = frozenset({"for", "to"})
"""Links after which an offer says who is to have it."""
_DOERS: Final = ("er", "or", "ist", "ian", "ers", "ors", "ists", "ians")
_MANY_DOERS: Final = ("ers", "ors", "ists")
"""Endings of somebody who does something, and of several."""

Weigh = Callable[[str], float]
"""How much a word tells, by its key."""


class Need(NamedTuple):
    """A need, its words weighed."""

    phrase: Phrase
    asked: Had
    shares: tuple[tuple[Word, float], ...]
    """Each word with its share of the whole need, which make 1; after them their kin, with the share of the word."""


class Fit(NamedTuple):
    """Something that fits a need."""

    score: float
    met: tuple[tuple[Word, float], ...]
    """The words in common, as the need has them, each with its share of the need; kin where no word is the same."""
    theirs: tuple[str, ...]
    """The same as the offer has them."""
    addends: tuple[tuple[str, float, float], ...]
    """What else its points come from: the name, the term and the coefficient of each."""

    @property
    def terms(self) -> tuple[Term, ...]:
        """The points in words: term × coefficient."""
        every = [*((word.text, share, COVERED) for word, share in self.met), *self.addends]
        return tuple(Term(name, round(term, 3), coefficient) for name, term, coefficient in every)


def need_of(phrase: Phrase, asked: Had, weigh: Weigh) -> Need:
    """A need with its words weighed."""
    weights = [_weight(word, asked) * weigh(word.key) for word in phrase.words]
    whole = sum(weights) or 1.0
    shares = tuple((word, weight / whole) for word, weight in zip(phrase.words, weights, strict=True))
    if not phrase.kin:
        return Need(phrase, asked, shares)
    by_place = {word.at: share for word, share in shares}
    return Need(phrase, asked, shares + tuple((word, by_place[word.at]) for word in phrase.kin))


def most(need: Need, share: float, words: int, head: bool, told: Had, focus: float = 1.0, *, known: float) -> float:
    """The points that no offer exceeds which meets such a share of a need by so many words.

    `focus` is how much of the offer these are at most, `known` what it is worth if one was taught to mean it.
    """
    less = BY_NAME if told == "organisation" else IN_COMPANY if told == "interested_in" else _told(told)
    surer = (max(SEVERAL, MEANS_IT + AGREES) if words > 1 else AGREES + known) + (
        SAME_PLACE if need.phrase.places else 0
    )
    return (
        IN_COMMON
        + COVERED * share
        + FOCUSED * focus
        + surer
        + (WORK if need.asked == "working_on" else 0)
        + (THE_THING if head else NOT_NAMED)
        + less
    )


def fit(need: Need, offer: Phrase, told: Had) -> Fit | None:
    """How well the offer fits the need; None where it does not at all."""
    phrase = need.phrase
    if offer.is_gone or (phrase.places and offer.places and not can_meet(phrase, offer)):
        return None
    had = _had(need, offer)
    met = _met(need, had)
    if told == "organisation":  # what it is called need not be what it does
        met = tuple([pair for pair in met if pair[0].key[0] != kin.MARK])
    telling = [word for word, _ in met if not word.is_light]
    if not telling or (phrase.denied and not phrase.lacks and not phrase.denied.isdisjoint(had.keys() - phrase.keys)):
        return None
    used = [had[word.key] for word, _ in met]
    several = (
        len(telling) > 1 and len({word.at for word in telling}) > 1 and len({had[word.key].at for word in telling}) > 1
    )
    is_taught = False
    for word in telling:
        if word.key[0] == TAUGHT and _is_another(word.stem, had[word.key].stem):
            is_taught = True
    doubt = OF_SEVERAL if several else OF_TAUGHT if is_taught else 1.0
    said = [word for word in telling if word.key[0] != kin.MARK]
    head = _head(telling)
    is_said = head is not None and head.key[0] != kin.MARK
    addends = [("in common", 1.0, IN_COMMON), ("of what is offered", _focus(offer, used), FOCUSED)]
    if head is None:
        addends.append(("not what is needed itself", 1, NOT_NAMED))
        if _names_another(phrase, offer, used):
            addends.append(("another thing", 1, APART))
        if need.asked != "working_on" and not phrase.receives and all(word.tail or word.part for word in telling):
            addends.append(("only what it is for", 1, FOR_IT))
    elif (
        is_said
        and (had[head.key].is_head or phrase.wants_contact)
        and not _is_other_kind(phrase, head, offer, had[head.key])
    ):
        addends.append(("the thing itself", 1, THE_THING))
    elif not is_said and not had[head.key].is_head:
        addends.append(("another thing", 1, APART))
    if several:
        addends.append(("several words", 1, SEVERAL))
    elif is_taught or not said:
        addends.append(
            ("taught to mean the same", 1, MEANS_IT) if is_taught else ("known to belong together", 1, BELONGS)
        )
    elif len(phrase.kinds.get(telling[0].at, ())) > 1:
        addends.append(("a word of several kinds", 1, AMBIGUOUS))
    if not several and telling[0].text in ROLES and _is_of_something(phrase, telling[0]):
        addends.append(("only the role", doubt, OF_OTHERS))
    if phrase.places and offer.places:
        addends.append(("the same place", 1, SAME_PLACE))
    if need.asked == "working_on":
        addends.append(("company for what they work on", 1, WORK))
    asides = [other for word in said if _is_aside(phrase, word, offer, (other := had[word.key]), told)]
    if asides and not (offer.tells and all(word.tail in _OF_WHAT for word in asides)):
        addends.append(("said about something else", doubt, ASIDE))
    elif (
        head is not None
        and is_said
        and told == "offers"
        and not (offer.hires or offer.lends or phrase.is_matter)
        and _deals_with(head, had[head.key])
    ):
        addends.append(("deals with several of them", doubt, SEVERAL_OF_THEM))
    if phrase.wants_job and told == "offers" and not (offer.hires or offer.wants_job):
        addends.append(("does it, and has no such work", 1, NO_WORK))
    if told in TOLD:
        addends += _by_where(need, offer, told, telling)
    if offer.kinds:
        addends += _by_sense(
            phrase, offer, [word for word, _ in met], used, had[head.key] if head else None, doubt, alone=not several
        )
    for (word, _), other in zip(met, used, strict=True):
        if other.is_name and not word.is_light and _is_in_a_name(word, other, offer):
            addends.append(("part of a name", 1, A_NAME))
            break
    if offer.learns or offer.denied or offer.does_to or phrase.receives or phrase.sorts or phrase.levels:
        addends += _by_use(phrase, offer, had, told, telling)
    score = COVERED * sum([share for _, share in met]) + sum([term * coefficient for _, term, coefficient in addends])
    return Fit(score, met, tuple([word.text for word in used]), tuple(addends))


def _is_another(stem: str, other: str) -> bool:
    """Whether a word is no form of the other, but was taught to mean the same."""
    return not (stem.startswith(other) or other.startswith(stem))


def _met(need: Need, had: Mapping[str, Word]) -> tuple[tuple[Word, float], ...]:
    """The words of a need that an offer has too, and of the others those whose kin it has."""
    found = [pair for pair in need.shares if pair[0].key in had]
    if not found or found[-1][0].key[0] != kin.MARK:  # kin stand last
        return tuple(found)
    met: list[tuple[Word, float]] = []
    seen: set[int] = set()
    for pair in found:
        word = pair[0]
        if word.key[0] == kin.MARK:
            if word.at in seen or word.is_light or had[word.key].is_light:
                continue
            met = [one for one in met if one[0].at != word.at]
        if not word.is_light:
            seen.add(word.at)
        met.append(pair)
    return tuple(met)


def _head(words: Sequence[Word]) -> Word | None:
    """The first of these that names the thing itself."""
    for word in words:
        if word.is_head and not word.part:
            return word
    return None


def _told(told: Had) -> float:
    return TOLD[told][1] if told in TOLD else 0.0


def likes_help(need: Need) -> bool:
    """Whether who is only interested in it may be the one who is needed."""
    phrase = need.phrase
    return (
        phrase.wants_company
        or phrase.receives
        or need.asked == "working_on"
        or _names_many([word for word, _ in need.shares])
    )


def _names_many(words: Sequence[Word]) -> bool:
    """Whether several are needed who do something: `singers`."""
    return any(word.is_head and not word.part and word.text.endswith(_MANY_DOERS) for word in words)


def _by_where(asked: Need, offer: Phrase, told: Had, telling: Sequence[Word]) -> Iterator[tuple[str, float, float]]:
    """What is taken off for where it is told."""
    need = asked.phrase
    if told == "interested_in" and (need.wants_company or need.receives or offer.gives or _names_many(telling)):
        yield "interested in it", 1, IN_COMPANY
    elif told == "interested_in" and asked.asked == "working_on":
        yield "interested in what they work on", 1, LIKES_THE_WORK
    elif told == "organisation" and all(word.is_name for word in telling):
        yield "by the organisation", 1, BY_NAME
    elif told in TOLD:
        name, less = TOLD[told]
        yield name, 1, less


def _by_sense(
    need: Phrase,
    offer: Phrase,
    met: Sequence[Word],
    used: Sequence[Word],
    head: Word | None,
    doubt: float,
    *,
    alone: bool,
) -> Iterator[tuple[str, float, float]]:
    """What is taken off where a word may be meant in another sense; `head` is what is needed, as the offer has it."""
    mine, theirs = {word.at for word in met}, {word.at for word in used}
    about, others = kinds_of(need, mine)
    their_kinds, their_others = kinds_of(offer, theirs)
    about |= their_kinds
    if not (others and their_others):
        pass
    elif not their_others.isdisjoint(others):
        if alone:
            yield "the rest is of one kind", 1, AGREES
    elif their_others.isdisjoint(about):
        yield "the rest is of another kind", doubt, OTHERWISE
    if need.rows or offer.rows:
        for word, other in zip(met, used, strict=True):
            if word.key[0] == kin.MARK or word.is_light:
                continue
            if _is_called(need, word, mine, offer, other.at, their_others) or _is_called(
                offer, other, theirs, need, word.at, others
            ):
                yield "part of what means something else", doubt, ANOTHER_SENSE
                break
    if (
        head is not None
        and head.at - 1 in offer.kinds
        and any(
            word.at == head.at - 1
            and word.part == head.part
            and not word.tail
            and not word.is_light
            and word.at not in theirs
            and offer.kinds[word.at].isdisjoint(others | about | offer.kinds.get(head.at, _NONE))
            for word in offer.words
        )
    ):
        yield "called after another kind", doubt, OF_OTHERS


def _is_called(
    phrase: Phrase, word: Word, met: Collection[int], other: Phrase, there: int, others: frozenset[str]
) -> bool:
    """Whether a word is one of several that mean something together, of another kind than all that the other says."""
    row = phrase.rows.get(word.at)
    if row is None or " " in word.text or all(place in met for place in range(row.first, row.after)):
        return False
    own = other.rows[there].kinds if there in other.rows else other.kinds.get(there, _NONE)
    told = others | own if len(own) == 1 or there in other.rows else others or own
    return bool(told) and row.kinds.isdisjoint(told)


def _is_of_something(need: Phrase, role: Word) -> bool:
    """Whether a need says before a role of what it is one: a cello player is not met by who plays."""
    return role.is_head and any(word.is_head and word.part == role.part and word.at < role.at for word in need.words)


def _names_another(need: Phrase, offer: Phrase, used: Sequence[Word]) -> bool:
    """Whether both name a thing where they have only other words in common."""
    parts, theirs = {word.part for word in used}, {word.at for word in used}
    for word in offer.words:
        if word.is_head and not word.is_light and word.part in parts and word.at not in theirs:
            return any(word.is_head and not word.part for word in need.words)
    return False


def kinds_of(phrase: Phrase, places: set[int]) -> tuple[frozenset[str], frozenset[str]]:
    """The kinds of what stands at these places, where there is no doubt of them, and of what stands elsewhere."""
    here = elsewhere = _NONE
    for at, kinds in phrase.kinds.items():
        if at not in places:
            elsewhere = elsewhere | kinds if elsewhere else kinds
        elif len(kinds) == 1:
            here = here | kinds if here else kinds
    return here, elsewhere


def _is_in_a_name(word: Word, other: Word, offer: Phrase) -> bool:
    """Whether an offer has a word only in a name: `Van Gogh`."""
    if not other.is_name or word.is_name or not other.at:
        return False
    return any(near.is_name and abs(near.at - other.at) == 1 for near in offer.words)


def _by_use(
    need: Phrase, offer: Phrase, had: Mapping[str, Word], told: Had, telling: Sequence[Word]
) -> Iterator[tuple[str, float, float]]:
    """What is taken off where an offer is not to be had, or is of no use to who needs it."""
    if offer.learns:
        yield "still learning it", 1, LEARNS
    if offer.denied and not offer.denied.isdisjoint([word.key for word in need.words if not word.is_light]):
        yield "said not to be had", 1, DENIED
    if need.receives and told in ("offers", "does", "working_on") and not _receives(need, had):
        yield "has it too", 1, WRONG_WAY
    if need.sorts and offer.sorts and _is_of_another_sort(need.sorts, offer.sorts):
        yield "of another sort", 1, OTHER_SORT
    if need.levels and offer.levels and need.levels.isdisjoint(offer.levels):
        yield "on another level", 1, OTHER_LEVEL
    if offer.does_to and any(_is_done_to(word, had[word.key]) for word in telling):
        yield "done to it", 1, DONE_TO


def _is_of_another_sort(mine: frozenset[str], theirs: frozenset[str]) -> bool:
    """Whether two name different ones of a sort, such as languages."""
    shared = {name.partition(kin.SORT)[0] for name in mine & theirs}
    sorts = {name.partition(kin.SORT)[0] for name in mine} - shared
    return any(name.partition(kin.SORT)[0] in sorts for name in theirs)


def _receives(need: Phrase, had: Mapping[str, Word]) -> bool:
    """Whether an offer is of those who take what is given away."""
    return any(key in had and had[key].tail not in _TO_WHOM for key in need.takers)


def _is_done_to(word: Word, other: Word) -> bool:
    """Whether somebody is needed who does it, and the offer does something to the thing: a pianist, moves pianos."""
    is_same = word.key == other.key and word.stem != other.stem and (word.key[0].isalnum() or kin.SORT in word.key)
    return is_same and word.text.endswith(_DOERS) and not other.text.endswith(_DOERS)


def _deals_with(head: Word, word: Word) -> bool:
    """Whether one is needed, and the offer speaks of several in the same word."""
    is_one = not head.text.endswith(("s", *_DOERS))
    return is_one and word.at > 0 and word.text.endswith("s") and word.stem == head.stem


def can_meet(need: Phrase, offer: Phrase) -> bool:
    """Whether two places do not stand against each other."""
    return need.everywhere or offer.everywhere or can_be_one(need.places, offer.places)


def _had(need: Need, offer: Phrase) -> Mapping[str, Word]:
    """The words of an offer that name something to be had, by key."""
    phrase = need.phrase
    if offer.hires and phrase.wants_job:
        return had_among(offer.words)
    is_fellow = phrase.learns and (phrase.wants_company or need.asked == "working_on")
    return {} if offer.learns and not is_fellow else offer.had


def _weight(word: Word, asked: Had) -> float:
    """What a word of a need tells, however rare it is."""
    kind = FAINT if word.is_light else HEAD if word.is_head else PLAIN
    return kind * (TAIL if word.tail and asked != "working_on" else 1.0) * (LATER if word.part else 1.0)


def _focus(offer: Phrase, met: Sequence[Word]) -> float:
    """How much of the part of the offer that meets the need best does so."""
    if len(met) == 1:
        load = (FAINT if met[0].is_light else PLAIN) / offer.loads[met[0].part]
        return load if load < 1.0 else 1.0
    loads: dict[int, float] = {}
    for word in {word.at: word for word in met}.values():
        loads[word.part] = loads.get(word.part, 0.0) + (FAINT if word.is_light else PLAIN)
    return max([min(1.0, load / offer.loads[part]) for part, load in loads.items()])


def _is_aside(need: Phrase, head: Word, offer: Phrase, word: Word, told: Had) -> bool:
    """Whether an offer names the needed thing only to say something about another: `insurance for childminders`."""
    if not (word.leads_on or word.tail or offer.does_to):
        return False
    mine = [other for other in offer.words if other.part == word.part and other.key in need.keys]
    if word.leads_on and told != "does" and all(other.at <= word.at for other in mine):
        return True
    before = any(other.at < word.at for other in mine)
    if word.tail in ("for", "about", "to", "from") and not word.text.endswith("ing"):
        return not before
    return offer.does_to and head.stem == word.stem and not before


def _is_other_kind(need: Phrase, head: Word, offer: Phrase, word: Word) -> bool:
    """Whether both say of which kind the thing is, and say different things: a product and a garden designer."""
    kinds = _before(need, head)
    return bool(kinds) and kinds.isdisjoint(others := _before(offer, word)) and bool(others)


def _before(phrase: Phrase, head: Word) -> set[str]:
    """The words before a thing that say of which kind it is."""
    return {
        word.key
        for word in phrase.words
        if word.part == head.part and word.at < head.at and not word.is_light and not word.tail
    }
