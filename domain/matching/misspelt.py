"""The word that was meant by one that nobody else writes: with a letter more or less, or two swapped."""

from collections.abc import Container, Iterator
from typing import Final

LEAST: Final = 6
"""Letters that a word has at least to be taken for a misspelt one."""
_NEAREST: Final = 8
"""Words that are looked at closely."""


class Spellings:
    """The words that are offered, by their first letter."""

    def __init__(self) -> None:
        self._words: dict[str, set[str]] = {}

    def add(self, word: str) -> None:
        """Know a word."""
        if len(word) >= LEAST - 1 and word[0].isalnum():
            self._words.setdefault(word[0], set()).add(word)

    def remove(self, word: str) -> None:
        """Know it no longer."""
        self._words.get(word[:1], set()).discard(word)

    def nearest(self, word: str) -> str:
        """The known word that was meant by an unknown one; empty where none was."""
        known = self._words.get(word[:1])
        if not known or len(word) < LEAST:
            return ""
        from rapidfuzz import process
        from rapidfuzz.distance import OSA

        found = process.extract(word, known, scorer=OSA.distance, score_cutoff=1, limit=_NEAREST)
        return min((other for other, _, _ in found if _is_slip(word, other)), default="")

    def like(self, word: str, known: Container[str]) -> Iterator[str]:
        """The known words, of all that one slip can make of it, that may be misspelt for that word."""
        for other in _slips(word) if word[:1].isalnum() else ():
            if len(other) >= LEAST and other in known:
                yield other


def _is_slip(word: str, other: str) -> bool:
    """Whether a letter is missing or too much, or two are swapped; another letter makes another word."""
    return len(word) != len(other) or sorted(word) == sorted(other)


def _slips(word: str) -> Iterator[str]:
    """What one slip makes of a word, its first letter kept."""
    for at in range(1, len(word)):
        yield word[:at] + word[at + 1 :]
        if at + 1 < len(word) and word[at] != word[at + 1]:
            yield word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    for at in range(1, len(word) + 1):
        for letter in _LETTERS:
            yield word[:at] + letter + word[at:]


_LETTERS: Final = "abcdefghijklmnopqrstuvwxyz"
