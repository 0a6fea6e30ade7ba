"""What each source weighs in the order of the inbox: term × coefficient = points."""

from collections.abc import Mapping
from typing import Final, Literal

from domain.inbox.item import Source, Term
from domain.model import Circle

LONGEST_LATE = 14
"""Days late beyond which nothing gets more urgent."""
MOST_TIMES = 3.0
"""Times the usual beyond which silence gets no more urgent."""

NAMES: Final[dict[Source, str]] = {
    "promise": "a promise of yours",
    "conflict": "two books differ",
    "reminder": "a reminder",
    "waiting": "something you wait for",
    "intro": "a step of an introduction",
    "match": "a match",
    "thanks": "thanks owed",
    "birthday": "a birthday",
    "stale": "a question gone stale",
    "unfiled": "to be filed",
    "dormant": "a strong tie gone quiet",
    "first": "the first give",
}
"""The term that an item of each source has at least, in words; the silence of rhythm is told by `quiet`."""

Days = Literal["days late", "days waiting"]


class Score:
    """Makes the terms of items, with the coefficients of the settings."""

    def __init__(self, weights: Mapping[str, float]) -> None:
        """`weights` has a coefficient for each source, circle and kind of days, as the settings name them."""
        self._weights = weights
        self._once = {source: Term(name, 1, weights[source]) for source, name in NAMES.items()}
        self._days: dict[tuple[int, Days], Term] = {}

    def once(self, source: Source) -> Term:
        """What an item of that source weighs whenever it is there."""
        return self._once[source]

    def late(self, days: int, name: Days = "days late") -> Term:
        """A term that grows with the days, up to two weeks."""
        many = max(0, min(days, LONGEST_LATE))
        known = self._days.get((many, name))
        if known is None:
            known = self._days[many, name] = Term(name, many, self._weights[name])
        return known

    def quiet(self, circle: Circle, ratio: float) -> Term:
        """A term that grows with the silence, up to three times the usual."""
        return Term(f"times the usual silence, {circle}", round(min(ratio, MOST_TIMES), 2), self._weights[circle])
