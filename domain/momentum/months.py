"""Giving and returns beside each other, month by month, and how long the one came after the other; never a cause."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Final, NamedTuple

from domain.model import Interaction
from domain.moment import Moment
from domain.momentum.tally import Act, is_give
from domain.words import iso, span

ENOUGH: Final = 8
"""Returns below which nothing is said about how long they take."""
MONTHS: Final = 12


class Month(NamedTuple):
    """What went out and what came back in a month."""

    month: str
    """Such as `2026-11`."""
    gives: int
    """Acts that counted."""
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


def by_month(
    acts: Iterable[Act], interactions: Iterable[Interaction], moment: Moment, many: int = MONTHS
) -> list[Month]:
    """The last months up to now, oldest first, by the local days on which things were logged."""
    names = list(_months(moment.today, many))
    gives: dict[str, int] = dict.fromkeys(names, 0)
    points: dict[str, float] = dict.fromkeys(names, 0.0)
    returns: dict[str, int] = dict.fromkeys(names, 0)
    for act in acts:
        if act.day[:7] in gives:
            gives[act.day[:7]] += 1
            points[act.day[:7]] += act.points
    for one in interactions:
        if one.direction == "got" and one.at[:7] in returns and one.at[:10] <= moment.day:
            returns[one.at[:7]] += 1
    return [Month(name, gives[name], points[name], returns[name]) for name in names]


def _months(today: date, many: int) -> Iterator[str]:
    number = today.year * 12 + today.month - 1
    for each in range(max(number - many + 1, 12), number + 1):
        yield f"{each // 12:04}-{each % 12 + 1:02}"


def lag(interactions: Mapping[str, Interaction], moment: Moment) -> Lag:
    """From a give to a return: to the newest give that the return names, else to the last one to anybody it is from."""
    found = sorted(_lags(interactions, moment))
    if len(found) < ENOUGH:
        many = f"{len(found)} so far" if found else "none so far"
        middle = _median(found) if found else 0.0
        said = f"From a give to a return: too early to tell, {many}"
        return Lag(len(found), middle, min(found, default=0), max(found, default=0), said)
    middle, least, most = _median(found), found[0], found[-1]
    said = (
        f"From a give to a return: {_said(round(middle))} in the middle, {_said(least)} to {_said(most)}, "
        f"over {len(found)} returns; that says when, not why"
    )
    return Lag(len(found), middle, least, most, said)


def _median(ordered: list[int]) -> float:
    """The middle one of numbers in order; the module statistics would take longer to import than all else here."""
    half = len(ordered) // 2
    return float(ordered[half]) if len(ordered) % 2 else (ordered[half - 1] + ordered[half]) / 2


def _said(days: int) -> str:
    return span(days) if days else "the same day"


def _lags(interactions: Mapping[str, Interaction], moment: Moment) -> Iterator[int]:
    last: dict[str, date] = {}
    for one in sorted(interactions.values(), key=lambda one: (one.at[:10], one.direction == "got", one.id)):
        day = iso(one.at)
        if day is None or day > moment.today:
            continue
        if is_give(one):
            last.update(dict.fromkeys(one.people, day))
        elif one.direction == "got":
            named = [iso(interactions[cause].at) for cause in one.because_of if cause in interactions]
            before = [give for give in named or map(last.get, (*one.people, *one.via)) if give is not None]
            before = [give for give in before if give <= day]
            if before:
                yield (day - max(before)).days
