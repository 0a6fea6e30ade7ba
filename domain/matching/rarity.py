"""How much a word tells: rare ones more than those that everybody uses."""

from collections.abc import Collection
from typing import Final

_STEPS: Final = ((0.0025, 1.0), (0.01, 0.85), (0.04, 0.65), (0.15, 0.4))
"""Up to which share of the phrases a word stands in it weighs so much."""
COMMONEST: Final = 0.2
"""What a word weighs that stands everywhere."""
FEW: Final = 6
"""Phrases in which a word may stand and still be rare, however small the book."""
_SMALLEST: Final = 8
"""Binary digits of the size by which a small book goes."""


class Rarity:
    """Counts in how many phrases each word stands; what it weighs goes in steps, so that few changes matter."""

    def __init__(self) -> None:
        self._counts: dict[str, int] = {}
        self._phrases = 0
        self._size = 1 << _SMALLEST
        self._limits = _limits(self._size)

    def count(self, keys: Collection[str], by: int) -> list[str]:
        """Take a phrase in (`by` 1) or out (-1); returns the words of it that weigh something else now."""
        self._phrases += by
        counts, limits = self._counts, self._limits
        moved: list[str] = []
        for key in keys:
            many = counts.get(key, 0)
            counts[key] = many + by
            if (many if by > 0 else many - 1) in limits:
                moved.append(key)
        return moved

    def resize(self) -> bool:
        """Go by as many phrases as there are now; whether any word may weigh something else for that."""
        size = 1 << max(_SMALLEST, self._phrases.bit_length())
        changed, self._size = size != self._size, size
        self._limits = _limits(size)
        return changed

    def weight(self, key: str) -> float:
        """From 0.2 for a word that stands everywhere to 1 for a rare one."""
        many = self._counts.get(key, 0)
        for limit, weight in self._limits.items():
            if many <= limit:
                return weight
        return COMMONEST


def _limits(size: int) -> dict[int, float]:
    """In how many phrases of so many a word stands at most that weighs so much, the fewest first."""
    limits: dict[int, float] = {}
    for share, weight in _STEPS:
        limits.setdefault(max(FEW, int(share * size)), weight)
    return limits
