"""One line of the inbox, as a value."""

from collections.abc import Callable
from typing import Literal, NamedTuple

Source = Literal[
    "promise",
    "waiting",
    "reminder",
    "match",
    "intro",
    "conflict",
    "thanks",
    "rhythm",
    "birthday",
    "stale",
    "unfiled",
    "dormant",
    "first",
]
"""Where an item comes from, in the word that its row shows."""


class Term(NamedTuple):
    """One addend of an item's score."""

    name: str
    """What it stands for, in words."""
    term: float
    coefficient: float

    @property
    def points(self) -> float:
        """What it adds."""
        return self.term * self.coefficient


class Item(NamedTuple):
    """Something to do now, and why. Items have a sum; people have not."""

    key: str
    """Names the situation: it stays from day to day, and a new situation has a new one."""
    source: Source
    reason: str
    when: str
    """Short words for its time, such as `2 d late`."""
    due: str
    """The day on which it came up."""
    terms: tuple[Term, ...]
    people: tuple[str, ...] = ()
    """The contacts it is about, the first one being whom to turn to."""
    record: str = ""
    """The id of the follow-up, interaction, answer, capture or introduction behind it, where there is one."""
    turn: int = 0
    """The days of one turn of somebody's rhythm; 0 where no rhythm is behind it."""

    @property
    def score(self) -> float:
        """The sum of its terms, which gives the order."""
        return sum(term.points for term in self.terms)


class Due(NamedTuple):
    """An item that is not put into words yet: thousands may be due, and few are read."""

    score: float
    """The sum that its item will have."""
    due: str
    key: str
    source: Source
    words: Callable[[], Item]
    """Makes the item."""


def match_key(one: str, other: str) -> str:
    """The key of the item about two people who could be brought together, whichever way round."""
    return f"match:{':'.join(sorted((one, other)))}"


def in_words(due: Item | Due) -> Item:
    """The item itself."""
    return due if isinstance(due, Item) else due.words()


ALWAYS: frozenset[Source] = frozenset({"promise", "waiting", "reminder", "intro", "conflict"})
"""The sources whose items no cap hides: a day was agreed, or two books wait for you to decide between them."""
