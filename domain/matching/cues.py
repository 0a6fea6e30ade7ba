"""What the small words of a text tell of how it is meant."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from domain.matching.lexicon import (
    GIVES_AWAY,
    GONE,
    HARMLESS,
    LEARNERS,
    LEARNS,
    LIGHT,
    LINKS,
    NEGATIONS,
    RECEIVERS,
    REFUSALS,
    SEEKS,
    SILENT,
    WORKS_WITH,
)
from domain.matching.tokens import STOPS

_Openings = Mapping[str, Sequence[tuple[str, ...]]]
"""Sayings by their first word."""

_BEFORE_NEEDS: Final = frozenset({"he", "she", "they", "also", "still", "now", "really", "and", "badly", "just"})
_NONE_LEFT: Final = frozenset(
    {"full", "taken", "gone", "sold", "closed", "booked", "reserved", "unavailable", "finished"}
)
"""Words that take back what is offered where nothing else stands in their part."""
_LET_GO: Final = frozenset({"sold", "let", "rented", "lent", "given"})
_WHEN: Final = frozenset(
    {"easter", "christmas", "yesterday", "recently", "ago", "already", "last", "now", "week", "month", "year", "until"}
    | {"till", "spring", "summer", "autumn", "winter", "all", "since", "january", "february", "march", "april", "may"}
    | {"june", "july", "august", "september", "october", "november", "december"}
)
"""Words of when something was sold or let."""
_LEFT_OVER: Final = frozenset(
    {"needs", "need", "uses", "use", "wants", "want", "plays", "play", "rides", "fits", "wears"}
)
"""Words after `no longer` of who has a thing for others."""
_HAVING: Final = frozenset({"clear", "clearout", "sale", "yard", "garage", "jumble", "spare", "break"})
"""What somebody has who gives things away or sells them: `having a clear-out of garden tools`."""
_ONCE: Final = frozenset({"was", "trained", "started", "worked"})
"""Words that open what somebody did, which is over where it is told what they do now."""
_NOWADAYS: Final = frozenset({"now", "retrained", "turned", "became", "switched", "nowadays", "since"})
_HAS: Final = frozenset({"has", "have", "having", "takes", "taking", "gets", "getting"})
_LONE: Final = frozenset({"need", "needs", "wanted", "seeks"})
"""Words that name a need only where they open a part."""


def _by_first(sayings: Iterable[tuple[str, ...]]) -> _Openings:
    found: dict[str, list[tuple[str, ...]]] = {}
    for saying in sayings:
        found.setdefault(saying[0], []).append(saying)
    return found


def _signs(sayings: Iterable[tuple[str, ...]]) -> frozenset[str]:
    """The longest word of each saying, without any of which nobody says one of them."""
    return frozenset(max(saying, key=len) for saying in sayings)


_SEEKS: Final = _by_first(SEEKS)
_GIVES_AWAY: Final = _by_first(GIVES_AWAY)
_GONE: Final = _by_first(GONE)
_LEARNS: Final = _by_first(LEARNS)
_SEEK_SIGNS: Final = _signs(SEEKS)
_AWAY_SIGNS: Final = _signs(GIVES_AWAY)
_LEARN_SIGNS: Final = _signs(LEARNS)
_TAKES_BACK: Final = REFUSALS | _signs(GONE) | _NONE_LEFT | _LET_GO
_PAST: Final = frozenset({"had", "lost", "sold", "left", "quit", "closed", "dropped", "broke", "crashed", "gave"})
"""Words that open what is no longer so, before what was had: `sold the van`."""
PAST: Final = _PAST | _ONCE | {"used", "grew"}
"""Words without which nothing is told of what is no longer so."""
_TAUGHT_TO: Final = frozenset({"support", "difficulties", "disability", "disabilities", "designer", "design", "mentor"})
_AS: Final = frozenset({"a", "an", "as", "in", "the"})
_HIRES_OUT: Final = frozenset({"hires", "hiring", "having"})
_OPENING: Final = 6
"""Words of a need among which they are named for whom it is."""
_WANTED: Final = frozenset({"wanted", "needed", "to", "and", "or"})
_HOMES: Final = frozenset({"home", "homes"})
_EVERYTHING: Final = frozenset({"anything", "everything", "anyone", "everyone", "all", "any", "anywhere"})
"""Words after which a `but` leaves something out."""
_OF_SOMETHING: Final = frozenset(
    {"a", "an", "the", "her", "his", "their", "my", "our", "its", "all", "most", "one", "two", "that", "this"}
)
_NO_PARTS: Final[frozenset[int]] = frozenset()
_OF_DOING: Final = frozenset(
    {"tempted", "persuaded", "talked", "drawn", "budge", "asked", "helping", "doing", "touch", "consider", "accept"}
)
"""Words after a refusal that name nothing: `won't be tempted`, `doesn't do it any more`."""
_MEANS_NOTHING: Final = SILENT | LIGHT | STOPS


def parts_that_seek(words: Sequence[str], parts: Sequence[int]) -> frozenset[int]:
    """The parts that name a need; what is said about seeking, as in `a talk on hiring`, does not."""
    if _SEEK_SIGNS.isdisjoint(words):
        return _NO_PARTS
    found: set[int] = set()
    for at, word in enumerate(words):
        if word not in _SEEKS or not _says(words, at, _SEEKS):
            continue
        before = words[at - 1] if at and parts[at - 1] == parts[at] and words[at - 1] not in STOPS else ""
        if word in _HIRES_OUT and _gives_out(words, at):
            continue
        if before not in LINKS and (word not in _LONE or not before or before in _BEFORE_NEEDS):
            found.add(parts[at])
    return frozenset(found)


def _was_let_go(words: Sequence[str], at: int) -> bool:
    """Whether it is told when somebody let a thing go: `wetsuit, sold at Easter`, `flat, let all August`."""
    after = words[at + 1 : at + 4]
    return bool(after) and after[0] not in {"by", "from", "to", "as"} and not _WHEN.isdisjoint(after)


def _is_left(words: Sequence[str], at: int) -> bool:
    """Whether somebody has a thing left over: `a kiln she no longer needs`."""
    return words[at + 1] == "longer" and at + 2 < len(words) and words[at + 2] in _LEFT_OVER


def _gives_out(words: Sequence[str], at: int) -> bool:
    """Whether somebody lets others have a thing, or makes room for it: `hires out tents`, `having a clear-out`."""
    after = (*words[at + 1 : at + 3], "", "")[:2]
    return after[0] == "out" or (words[at] == "having" and after[1] in _HAVING)


def is_gone(words: Sequence[str], parts: Sequence[int]) -> bool:
    """Whether a text takes back what it offers: `let last week`, `used to cook`, `chef, but won't`."""
    for at, word in enumerate(words) if not _TAKES_BACK.isdisjoint(words) else ():
        if word in _GONE and _says(words, at, _GONE) and not (word == "no" and _is_left(words, at)):
            return True
        if (
            word in _NONE_LEFT
            and (not at or words[at - 1] in STOPS)
            and (at + 1 == len(words) or words[at + 1] in STOPS)
        ):
            return True
        if word in _LET_GO and at and words[at - 1] in STOPS and _was_let_go(words, at):
            return True
        if word in REFUSALS and _denies_nothing(words, parts, at):
            return True
    return False


def over(words: Sequence[str], parts: Sequence[int]) -> frozenset[int]:
    """The parts that say what somebody had or did and does no longer: `used to cook`, `had a boat`."""
    found: set[int] = set()
    for at, word in enumerate(words):
        if word not in PAST:
            continue
        after, next_but_one = (*words[at + 1 : at + 3], "", "")[:2]
        if word == "used":
            is_over = after == "to" and not _is_thing(next_but_one)
        elif word == "grew":
            is_over = after == "up" and next_but_one in LINKS
        elif word in _ONCE:
            opens = not at or parts[at - 1] != parts[at] or words[at - 1] in STOPS
            is_over = opens and after in _AS and not _NOWADAYS.isdisjoint(words[at:])
        else:
            opens = not at or parts[at - 1] != parts[at] or words[at - 1] in STOPS
            is_over = opens and after in _OF_SOMETHING and (word != "gave" or "away" in words[at:])
        if is_over:
            found.add(parts[at])
    return frozenset(found)


def _is_thing(word: str) -> bool:
    """Whether a word is no verb, so that one can only be accustomed to it: `used to schools`."""
    return word.endswith(("ing", "s")) or word in _OF_SOMETHING


def gives_away(words: Sequence[str]) -> int:
    """Before which word of a need they are named who are to take what somebody gives away; -1 where nobody does."""
    for at, word in enumerate(words) if not _AWAY_SIGNS.isdisjoint(words) else ():
        if word in _GIVES_AWAY and _says(words, at, _GIVES_AWAY):
            return at if word == "to" else at + 1 if word in _HOMES else 0
    return -1


def places_of_takers(words: Sequence[str]) -> tuple[int, ...]:
    """Where a need names those who take something, as `students for my course`; a patient teacher is none of them."""
    after = (*words[1:], "")
    return tuple(
        at
        for at, word in enumerate(words[:_OPENING])
        if word in RECEIVERS and (not after[at] or after[at] in LINKS or after[at] in STOPS or after[at] in _WANTED)
    )


def learns(words: Sequence[str]) -> bool:
    """Whether a text is of somebody who cannot do it yet."""
    if not LEARNERS.isdisjoint(words) and WORKS_WITH.isdisjoint(words):
        return True
    if "lessons" in words and not _HAS.isdisjoint(words[max(0, words.index("lessons") - 3) : words.index("lessons")]):
        return True
    if "learning" in words and _opens_with_learning(words):
        return True
    return not _LEARN_SIGNS.isdisjoint(words) and any(
        word in _LEARNS and _says(words, at, _LEARNS) for at, word in enumerate(words)
    )


def _opens_with_learning(words: Sequence[str]) -> bool:
    """Whether a part opens with it that somebody learns something."""
    at = words.index("learning")
    return (not at or words[at - 1] in STOPS) and at + 1 < len(words) and words[at + 1] not in _TAUGHT_TO


def denied(words: Sequence[str], parts: Sequence[int]) -> list[bool]:
    """Of each word, whether a negation stands before it in its part."""
    found: list[bool] = []
    part, negated, before = -1, False, ""
    for word, of in zip(words, parts, strict=True):
        if of != part:
            part, negated = of, False
        found.append(negated)
        negated = negated or word in NEGATIONS or (word == "but" and before in _EVERYTHING)
        before = word
    return found


def _says(words: Sequence[str], at: int, openings: _Openings) -> bool:
    """Whether one of the sayings stands at that place."""
    return any(tuple(words[at : at + len(saying)]) == saying for saying in openings[words[at]])


def _denies_nothing(words: Sequence[str], parts: Sequence[int], at: int) -> bool:
    """Whether a refusal names nothing in particular that is denied."""
    after = [words[other] for other in range(at + 1, len(words)) if parts[other] == parts[at]]
    return all(word in _MEANS_NOTHING or word in _OF_DOING for word in after) and HARMLESS.isdisjoint(after)
