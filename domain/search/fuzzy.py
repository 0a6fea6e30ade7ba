"""Words that are nearly what was typed: one swap, one letter too many, too few or wrong is one edit."""

from collections import Counter
from collections.abc import Sequence
from typing import Final

SHORTEST: Final = 3
"""Letters below which nothing is near."""

_SHORT: Final = 5
_MOST: Final = 40


def near_words(word: str, words: Sequence[str]) -> list[tuple[str, float]]:
    """The words near this one with how alike they are, from 0 to 1; equal ones are told apart by shared letters."""
    if len(word) < SHORTEST or not words:
        return []
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    cutoff = 0.60 if len(word) < _SHORT else 0.66
    found = process.extract(word, words, scorer=OSA.normalized_similarity, score_cutoff=cutoff, limit=_MOST)
    return [(near, 0.95 * alike + 0.05 * _shared(word, near)) for near, alike, _ in found]


def _shared(one: str, other: str) -> float:
    """The share of letters that two words have in common, wherever they stand."""
    return (Counter(one) & Counter(other)).total() / max(len(one), len(other))
