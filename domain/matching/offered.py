"""What people have in the same words, with what is asked about it for every need."""

from collections.abc import Set
from dataclasses import dataclass, field
from typing import Final

from domain.matching.phrase import FAINT, PLAIN, Phrase, Word, had_among
from domain.matching.said import Had, Said

_ALWAYS: Final = 10**7
"""A day that does not come: what is not of a day is always as if it was just heard."""


@dataclass(slots=True, eq=False)
class Offered:
    """One text of one question, and everybody who says it; two of the same are the same one."""

    text: str
    told: Had
    phrase: Phrase
    words: tuple[Word, ...]
    """The words by which it may be had."""
    keys: frozenset[str]
    """The keys by which it is found: those of them that tell something, none where it is gone."""
    people: dict[str, Said] = field(default_factory=dict)
    newest: int = 0
    """The number of the day on which it was last heard; beyond all days where it is not of a day."""
    known: list[Said] | None = None
    """Those who say it in order, once that was asked for."""

    def __lt__(self, other: "Offered") -> bool:
        """The order in which those with the same points come."""
        return (self.text, self.told) < (other.text, other.told)

    @property
    def holders(self) -> list[Said]:
        """Everybody who has it, what was learnt last first."""
        if self.known is None:
            self.known = sorted(self.people.values(), key=lambda one: (-heard(one), one.contact))
        return self.known

    def take(self, said: Said) -> None:
        """Somebody says it."""
        self.people[said.contact] = said
        self.known = None
        self.newest = max(self.newest, heard(said))

    def leave(self, contact: str) -> None:
        """Somebody says it no longer."""
        del self.people[contact]
        self.known = None
        self.newest = max(map(heard, self.people.values()), default=0)

    def focus(self, keys: Set[str]) -> float:
        """How much of the part of it that is most about these words is about them."""
        found: dict[int, float] = {}
        for word in {word.at: word for word in self.words if word.key in keys}.values():
            found[word.part] = found.get(word.part, 0.0) + (FAINT if word.is_light else PLAIN)
        loads = self.phrase.loads
        return min(1.0, max([weight / loads[part] for part, weight in found.items()], default=0.0))

    def names(self, key: str) -> bool:
        """Whether a word of it names the thing."""
        return any(word.is_head and word.key == key for word in self.words)


def offered(text: str, told: Had, phrase: Phrase) -> Offered:
    """What nobody says yet."""
    words = {**had_among((*phrase.words, *phrase.kin)), **phrase.had} if phrase.hires else phrase.had
    keys = phrase.telling.intersection(words) if not phrase.is_gone else frozenset[str]()
    return Offered(text, told, phrase, tuple(words.values()), keys)


def heard(said: Said) -> int:
    """The number of the day on which something was heard, for what has none beyond all days."""
    return said.learnt or _ALWAYS
