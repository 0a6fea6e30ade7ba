"""What each source weighs in the order of the inbox: term × coefficient = points."""

from functools import cache
from typing import Final

from domain.inbox.item import Term
from domain.model import Circle

LONGEST_LATE = 14
"""Days late beyond which nothing gets more urgent."""
MOST_TIMES = 3.0
"""Times the usual beyond which silence gets no more urgent."""

COEFFICIENTS: Final[dict[str, float]] = {
    "a promise of yours": 5.0,
    "two books differ": 4.5,
    "a reminder": 4.0,
    "something you wait for": 3.5,
    "a step of an introduction": 2.5,
    "thanks owed": 2.7,
    "a birthday": 3.2,
    "a question gone stale": 0.5,
    "to be filed": 1.4,
    "a strong tie gone quiet": 1.25,
    "the first give": 0.1,
    "days late": 0.1,
    "days waiting": 0.05,
}
"""Points for one unit of each term."""

CIRCLE_COEFFICIENTS: Final[dict[Circle, float]] = {"inner": 1.1, "close": 0.8, "active": 0.55, "wide": 0.4}
"""Points for each time that somebody of the circle has been quiet for as long as usual."""


@cache
def once(name: str) -> Term:
    """A term that is there or is not."""
    return Term(name, 1, COEFFICIENTS[name])


@cache
def late(days: int, name: str = "days late") -> Term:
    """A term that grows with the days, up to two weeks."""
    return Term(name, max(0, min(days, LONGEST_LATE)), COEFFICIENTS[name])


def quiet(circle: Circle, ratio: float) -> Term:
    """A term that grows with the silence, up to three times the usual."""
    return Term(f"times the usual silence, {circle}", round(min(ratio, MOST_TIMES), 2), CIRCLE_COEFFICIENTS[circle])
