"""Giving and returns beside each other, month by month, and how long the one came after the other; never a cause."""

from collections.abc import Iterable, Mapping
from datetime import date
from operator import attrgetter
from typing import Final, NamedTuple

from domain.dealings import givers
from domain.model import Interaction
from domain.moment import Moment
from domain.momentum.tally import Act, is_give
from domain.words import iso, span

ENOUGH: Final = 8
"""Returns below which nothing is said about how long they take."""
MONTHS: Final = 12
TOO_EARLY: Final = "too early to tell"


class Month(NamedTuple):
    """What went out and what came back in a month."""

    month: str
    """Such as `2026-11`."""
    gives: int
    """What you gave and what was mutual."""
    points: float
    returns: int


class Lag(NamedTuple):
    """How long after a give something came back, in days."""

    returns: int
    """How many returns have a give before them."""
    middle: float
    least: int
    most: int
    sentence: str

    @property
    def words(self) -> str:
        """In a few words: `5 weeks in the middle, the same day to 7 months`, or that it is too early to tell."""
        if self.returns < ENOUGH:
            return TOO_EARLY
        return f"{_said(round(self.middle))} in the middle, {_said(self.least)} to {_said(self.most)}"


class Given:
    """To whom something went out so far, and when last; told of every entry in the order of the ledger."""

    __slots__ = ("_interactions", "_last")

    def __init__(self, interactions: Mapping[str, Interaction]) -> None:
        self._interactions = interactions
        self._last: dict[str, str] = {}

    def take(self, one: Interaction) -> None:
        """Note what went out."""
        if is_give(one):
            at = one.at
            for person in one.people:
                self._last[person] = at

    def gave_to(self, person: str) -> bool:
        """Whether something has gone out to them by now."""
        return person in self._last

    def days_to(self, one: Interaction) -> int | None:
        """Days to a return from the newest give that it names, else from the last one to anybody it is from.

        None where there is no give before it.
        """
        known = self._interactions
        order = one.at, one.id
        named = [known[cause] for cause in one.because_of if cause in known]
        before = [give.at for give in named if (give.at, give.id) < order]
        if not named:
            last = self._last
            before = [last[person] for person in (*givers(one), *one.via) if person in last]
        given, day = iso(max(before, default="")), iso(one.at)
        return (day - given).days if given is not None and day is not None else None


def in_order(interactions: Iterable[Interaction]) -> list[Interaction]:
    """What happened in the order of the ledger, oldest first: by instant, then by when it was written down."""
    return sorted(interactions, key=attrgetter("at", "id"))


def by_month(
    acts: Iterable[Act], interactions: Iterable[Interaction], moment: Moment, many: int = MONTHS
) -> list[Month]:
    """The last months up to now, oldest first, by the local days on which things were logged."""
    names = month_names(moment.today, many)
    gives: dict[str, int] = dict.fromkeys(names, 0)
    points: dict[str, float] = dict.fromkeys(names, 0.0)
    returns: dict[str, int] = dict.fromkeys(names, 0)
    for act in acts:
        if act.day[:7] in points:
            points[act.day[:7]] += act.points
    now, day = names[-1], moment.day
    for one in interactions:
        month = one.at[:7]
        if month not in gives or (month == now and one.at[:10] > day):
            continue
        if one.direction == "got":
            returns[month] += 1
        elif is_give(one):
            gives[month] += 1
    return [Month(name, gives[name], points[name], returns[name]) for name in names]


def month_names(today: date, many: int = MONTHS) -> list[str]:
    """The last months up to that of a day, oldest first, such as `2026-11`."""
    number = today.year * 12 + today.month - 1
    return [f"{each // 12:04}-{each % 12 + 1:02}" for each in range(max(number - many + 1, 12), number + 1)]


def lag(interactions: Mapping[str, Interaction], moment: Moment) -> Lag:
    """From a give to a return, over all returns up to today."""
    given, found = Given(interactions), []
    for one in in_order(one for one in interactions.values() if one.at[:10] <= moment.day):
        given.take(one)
        if one.direction == "got" and (days := given.days_to(one)) is not None:
            found.append(days)
    return lag_of(found)


def lag_of(days: Iterable[int]) -> Lag:
    """The lag of returns of which each came so many days after a give."""
    found = sorted(days)
    if len(found) < ENOUGH:
        many = f"{len(found)} so far" if found else "none so far"
        middle = _median(found) if found else 0.0
        said = f"From a give to a return: {TOO_EARLY}, {many}"
        return Lag(len(found), middle, min(found, default=0), max(found, default=0), said)
    told = Lag(len(found), _median(found), found[0], found[-1], "")
    said = f"From a give to a return: {told.words}, over {len(found)} returns; that says when, not why"
    return told._replace(sentence=said)


def _median(ordered: list[int]) -> float:
    """The middle one of numbers in order; the module statistics would take longer to import than all else here."""
    half = len(ordered) // 2
    return float(ordered[half]) if len(ordered) % 2 else (ordered[half - 1] + ordered[half]) / 2


def _said(days: int) -> str:
    return span(days) if days > 0 else "the same day"
