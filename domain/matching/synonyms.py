"""Words that mean the same, as the settings have them and as they were taught."""

from collections.abc import Callable, Iterable, Sequence
from typing import Final

MARK: Final = "="
"""What the name of a meaning opens with, which no word does."""


class Synonyms:
    """Groups of words, or of several words in a row; groups that share one are one group."""

    def __init__(self, groups: Iterable[Sequence[Sequence[str]]], root: Callable[[str], str]) -> None:
        """A group holds phrases as sequences of folded words."""
        self._meaning: dict[tuple[str, ...], str] = {}
        self._openings: dict[str, list[tuple[str, ...]]] = {}
        leader: dict[tuple[str, ...], tuple[str, ...]] = {}

        def first(phrase: tuple[str, ...]) -> tuple[str, ...]:
            while leader.setdefault(phrase, phrase) != phrase:
                phrase = leader[phrase]
            return phrase

        for group in groups:
            phrases = [tuple(map(root, phrase)) for phrase in group if phrase]
            for phrase in phrases:
                one, other = sorted((first(phrases[0]), first(phrase)))
                leader[other] = one
        for phrase in leader:
            self._meaning[phrase] = MARK + " ".join(first(phrase))
            self._openings.setdefault(phrase[0], []).append(phrase)
        for found in self._openings.values():
            found.sort(key=len, reverse=True)

    def opens(self, root: str) -> bool:
        """Whether words that mean something may begin with this one."""
        return root in self._openings

    def at(self, roots: Sequence[str], place: int) -> tuple[int, str]:
        """How many words from that place on mean one thing, and the name of the meaning; 0 where none do."""
        for phrase in self._openings.get(roots[place], ()):
            if tuple(roots[place : place + len(phrase)]) == phrase:
                return len(phrase), self._meaning[phrase]
        return 0, ""
