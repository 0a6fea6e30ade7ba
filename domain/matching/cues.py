"""What the small words of a text tell of how it is meant."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from domain.matching.lexicon import GONE, HARMLESS, LEARNS, LIGHT, LINKS, NEGATIONS, REFUSALS, SEEKS, SILENT
from domain.matching.tokens import STOPS

_Openings = Mapping[str, Sequence[tuple[str, ...]]]
"""Sayings by their first word."""

_BEFORE_NEEDS: Final = frozenset({"he", "she", "they", "also", "still", "now", "really", "and", "badly", "just"})
_LONE: Final = frozenset({"need", "needs", "wanted", "seeks"})
"""Words that name a need only where they open a part."""


def _by_first(sayings: Iterable[tuple[str, ...]]) -> _Openings:
    found: dict[str, list[tuple[str, ...]]] = {}
    for saying in sayings:
        found.setdefault(saying[0], []).append(saying)
    return found


_SEEKS: Final = _by_first(SEEKS)
_GONE: Final = _by_first(GONE)
_LEARNS: Final = _by_first(LEARNS)
_TAKES_BACK: Final = REFUSALS | _GONE.keys() | {"used"}
_MEANS_NOTHING: Final = SILENT | LIGHT | STOPS


def parts_that_seek(words: Sequence[str], parts: Sequence[int]) -> frozenset[int]:
    """The parts that name a need; what is said about seeking, as in `a talk on hiring`, does not."""
    found: set[int] = set()
    for at, word in enumerate(words) if not _SEEKS.keys().isdisjoint(words) else ():
        if word not in _SEEKS or not _says(words, at, _SEEKS):
            continue
        before = words[at - 1] if at and parts[at - 1] == parts[at] and words[at - 1] not in STOPS else ""
        if before not in LINKS and (word not in _LONE or not before or before in _BEFORE_NEEDS):
            found.add(parts[at])
    return frozenset(found)


def is_gone(words: Sequence[str], parts: Sequence[int]) -> bool:
    """Whether a text takes back what it offers: `let last week`, `used to cook`, `chef, but won't`."""
    for at, word in enumerate(words) if not _TAKES_BACK.isdisjoint(words) else ():
        if word in _GONE and _says(words, at, _GONE):
            return True
        if (
            word == "used"
            and list(words[at + 1 : at + 2]) == ["to"]
            and not "".join(words[at + 2 : at + 3]).endswith("ing")
        ):
            return True
        if word in REFUSALS and _denies_nothing(words, parts, at):
            return True
    return False


def learns(words: Sequence[str]) -> bool:
    """Whether a text is of somebody who cannot do it yet."""
    return not _LEARNS.keys().isdisjoint(words) and any(
        word in _LEARNS and _says(words, at, _LEARNS) for at, word in enumerate(words)
    )


def denied(words: Sequence[str], parts: Sequence[int]) -> list[bool]:
    """Of each word, whether a negation stands before it in its part."""
    found: list[bool] = []
    part, negated = -1, False
    for word, of in zip(words, parts, strict=True):
        if of != part:
            part, negated = of, False
        found.append(negated)
        negated = negated or word in NEGATIONS
    return found


def _says(words: Sequence[str], at: int, openings: _Openings) -> bool:
    """Whether one of the sayings stands at that place."""
    return any(tuple(words[at : at + len(saying)]) == saying for saying in openings[words[at]])


def _denies_nothing(words: Sequence[str], parts: Sequence[int], at: int) -> bool:
    """Whether a refusal names nothing in particular that is denied."""
    after = [words[other] for other in range(at + 1, len(words)) if parts[other] == parts[at]]
    return all(word in _MEANS_NOTHING for word in after) and HARMLESS.isdisjoint(after)
