"""How well something that is to be had fits a need, in named terms."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from domain.inbox.item import Term
from domain.matching.phrase import FAINT, PLAIN, Phrase, Word, had_among
from domain.matching.places import can_be_one
from domain.matching.said import Had

HEAD: Final = 2.0
"""What a word of a need weighs that names the thing; others as they do in an offer."""
LATER: Final = 0.5
TAIL: Final = 0.6
"""What is left of that in a later part, and after a link such as `for`."""

COVERED: Final = 0.3
FOCUSED: Final = 0.83
THE_THING: Final = 0.24
SEVERAL: Final = 0.48
SAME_PLACE: Final = 0.45
WORK: Final = 0.3
"""The coefficients: how much of the need is met, how much of the offer meets it, and what makes it surer."""
NOT_NAMED: Final = -0.1
ASIDE: Final = -0.56
OTHER_KIND: Final = -0.28
SEVERAL_OF_THEM: Final = -0.3
"""What makes it less sure: the needed thing is not named, or only to say something about another one, as in
`insurance for childminders`; both say of which kind it is, and do not agree; one is needed, several are dealt with."""
TOLD: Final[Mapping[Had, tuple[str, float]]] = {
    "working_on": ("only at work on it", -0.54),
    "interested_in": ("only interested in it", -1.1),
    "organisation": ("only by the organisation", -0.6),
}
"""What is taken off for where it is told."""
IN_COMPANY: Final = -0.3
"""The same for who is interested in what is to be done together."""
BY_NAME: Final = -0.1
"""The same for an organisation that a need calls by its name."""

Weigh = Callable[[str], float]
"""How much a word tells, by its key."""


class Need(NamedTuple):
    """A need, its words weighed."""

    phrase: Phrase
    asked: Had
    shares: tuple[tuple[Word, float], ...]
    """Each word with its share of the whole need; the shares make 1."""


class Fit(NamedTuple):
    """Something that fits a need."""

    score: float
    met: tuple[tuple[Word, float], ...]
    """The words in common, as the need has them, each with its share of the need."""
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
    return Need(phrase, asked, shares)


def most(need: Need, share: float, words: int, head: bool, told: Had, focus: float = 1.0) -> float:
    """The points that no offer exceeds which meets such a share of a need by so many words.

    `focus` is how much of the offer these are at most.
    """
    less = (
        BY_NAME if told == "organisation" else IN_COMPANY if told == "interested_in" else TOLD.get(told, ("", 0.0))[1]
    )
    if told == "interested_in" and not need.phrase.wants_company:
        less = TOLD[told][1]
    surer = (SEVERAL if words > 1 else 0) + (SAME_PLACE if need.phrase.places else 0)
    return (
        COVERED * share
        + FOCUSED * focus
        + surer
        + (WORK if need.asked == "working_on" else 0)
        + (THE_THING if head else NOT_NAMED)
        + less
    )


def fit(need: Need, offer: Phrase, told: Had) -> Fit | None:
    """How well the offer fits the need; None where it does not at all."""
    phrase = need.phrase
    if offer.is_gone or (phrase.places and offer.places and not _can_meet(phrase, offer)):
        return None
    had = _had(phrase, offer)
    met = tuple(pair for pair in need.shares if pair[0].key in had)
    telling = [word for word, _ in met if not word.is_light]
    if not telling or (phrase.denied and not phrase.denied.isdisjoint(had.keys() - phrase.keys)):
        return None
    head = next((word for word in telling if word.is_head and not word.part), None)
    is_other = head is not None and _is_other_kind(phrase, head, offer, had[head.key])
    addends = [("of what is offered", _focus(offer, [had[word.key] for word, _ in met]), FOCUSED)]
    if head is None:
        addends.append(("not what is needed itself", 1, NOT_NAMED))
    elif is_other:
        addends.append(("of another kind", 1, OTHER_KIND))
    elif had[head.key].is_head:
        addends.append(("the thing itself", 1, THE_THING))
    if len(telling) > 1:
        addends.append(("several words", 1, SEVERAL))
    if phrase.places and offer.places:
        addends.append(("the same place", 1, SAME_PLACE))
    if need.asked == "working_on":
        addends.append(("company for what they work on", 1, WORK))
    if any(_is_aside(phrase, word, offer, had[word.key], told) for word in telling):
        addends.append(("said about something else", 1, ASIDE))
    elif head is not None and told == "offers" and _deals_with(head, had[head.key]):
        addends.append(("deals with several of them", 1, SEVERAL_OF_THEM))
    addends += _by_where(phrase, told, telling)
    score = COVERED * sum([share for _, share in met]) + sum([term * coefficient for _, term, coefficient in addends])
    return Fit(score, met, tuple(addends))


def _by_where(need: Phrase, told: Had, telling: Sequence[Word]) -> Iterator[tuple[str, float, float]]:
    """What is taken off for where it is told."""
    if told == "interested_in" and need.wants_company:
        yield "interested in it", 1, IN_COMPANY
    elif told == "organisation" and all(word.is_name for word in telling):
        yield "by the organisation", 1, BY_NAME
    elif told in TOLD:
        name, less = TOLD[told]
        yield name, 1, less


def _deals_with(head: Word, word: Word) -> bool:
    """Whether one is needed, and the offer speaks of several in the same word."""
    return word.at > 0 and word.text.endswith("s") and not head.text.endswith("s") and word.stem == head.stem


def _can_meet(need: Phrase, offer: Phrase) -> bool:
    """Whether two places do not stand against each other."""
    return need.everywhere or offer.everywhere or can_be_one(need.places, offer.places)


def _had(need: Phrase, offer: Phrase) -> Mapping[str, Word]:
    """The words of an offer that name something to be had, by key."""
    if offer.hires and need.wants_job:
        return had_among(offer.words)
    return {} if offer.learns and not need.learns else offer.had


def _weight(word: Word, asked: Had) -> float:
    """What a word of a need tells, however rare it is."""
    kind = FAINT if word.is_light else HEAD if word.is_head else PLAIN
    return kind * (TAIL if word.tail and asked != "working_on" else 1.0) * (LATER if word.part else 1.0)


def _focus(offer: Phrase, met: Sequence[Word]) -> float:
    """How much of the part of the offer that meets the need best does so."""
    if len(met) == 1:
        return (FAINT if met[0].is_light else PLAIN) / offer.loads[met[0].part]
    loads: dict[int, float] = {}
    for word in met:
        loads[word.part] = loads.get(word.part, 0.0) + (FAINT if word.is_light else PLAIN)
    return max(load / offer.loads[part] for part, load in loads.items())


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
    kinds = _kinds(need, head)
    return bool(kinds) and kinds.isdisjoint(others := _kinds(offer, word)) and bool(others)


def _kinds(phrase: Phrase, head: Word) -> set[str]:
    """The words before a thing that say of which kind it is."""
    return {
        word.key
        for word in phrase.words
        if word.part == head.part and word.at < head.at and not word.is_light and not word.tail
    }
