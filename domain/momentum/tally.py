"""What each act counts within its local day."""

from bisect import insort
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timezone
from functools import lru_cache
from operator import mul
from typing import Final, NamedTuple

from domain.model import Interaction, Kind

PLACES: Final = (1.0, 1.0, 1.0, 0.5, 0.5, 0.25, 0.25, 0.25, 0.25)
"""How much of its weight an act counts by its place among the heaviest of the day; the rest count nothing."""
_NONE: Final = 1.0
"""The lightest of those that have a place while one is free; weights are told below zero."""
POSTS_A_DAY: Final = 1.0
"""Points that all posts of a day count together at most."""


_GIVEN: Final = ("gave", "mutual")

Given = tuple[str, float, str, Kind]
"""A give: its instant as the book has it, its weight below zero so that the heavier comes first, its id, its kind."""


class Act(NamedTuple):
    """A give with what it counts; a tuple, because tens of thousands are made before the first paint."""

    at: float
    """Seconds since 1970."""
    weight: float
    """Points by its kind alone."""
    points: float
    """Points that it added to the total of its day."""
    kind: Kind
    day: str
    """The local day on which it was logged."""
    id: str


_new = tuple.__new__
"""Makes an act of its values in order, in a third of the time that calling its class takes."""


def is_give(interaction: Interaction) -> bool:
    """Whether it counts: what you gave and what was mutual, but no note."""
    return interaction.direction in _GIVEN and interaction.kind != "note"


def instant(at: str) -> float | None:
    """Seconds since 1970 of an ISO text, UTC where it names no offset; None where it cannot be read."""
    try:
        moment = datetime.fromisoformat(at)
    except ValueError:
        return None
    return (moment if moment.tzinfo else moment.replace(tzinfo=timezone.utc)).timestamp()  # noqa: UP017


def counted(gives: Iterable[Interaction], weights: Mapping[Kind, float]) -> tuple[Act, ...]:
    """What the gives of one local day added to its total: in order of time, heavier first, then by id."""
    return counted_given([given for one in gives if (given := _given(one, weights)) is not None])


def counted_logged(logged: Iterable[tuple[str, str, str]], weights: Mapping[Kind, float]) -> tuple[Act, ...]:
    """The same of gives that are told as instant, kind and id; a kind that is none counts nothing."""
    known = {str(kind): kind for kind in weights}
    found = [(at, -weights.get(known[kind], 0), number, known[kind]) for at, kind, number in logged if kind in known]
    return counted_given([one for one in found if one[1] < 0])


def counted_given(found: list[Given]) -> tuple[Act, ...]:
    """The same of what is known of each; the list may be put in order."""
    if not found:
        return ()
    first = found[0][0]
    offset = first[19:]
    if offset[:1] in ("+", "-", "Z") and [one[0][19:] for one in found].count(offset) == len(found):
        start = instant(f"{first[:11]}00:00:00{offset}")
        if start is None:
            return ()
        found.sort()
        return _placed(found, start)
    known = {one[0]: at for one in found if (at := instant(one[0])) is not None}
    found = sorted((one for one in found if one[0] in known), key=lambda one: (known[one[0]], *one[1:]))
    return _placed(found, 0.0, known)


@lru_cache(86_400)
def _seconds(clock: str) -> int | None:
    """Seconds from midnight to `09:15:00`; None where it is no time of day."""
    hours, minutes, seconds = clock[:2], clock[3:5], clock[6:]
    if not (clock[2:3] == clock[5:6] == ":" and len(clock) == 8 and (hours + minutes + seconds).isdecimal()):
        return None
    found = int(hours) * 3_600 + int(minutes) * 60 + int(seconds)
    return found if int(hours) < 24 and int(minutes) < 60 else None


def _placed(found: Sequence[Given], midnight: float, known: Mapping[str, float] | None = None) -> tuple[Act, ...]:
    """Each give with what it added to the day when it happened; those that added nothing are left out.

    Instants are clock times after a midnight, or those that are known by their texts.
    """
    acts: list[Act] = []
    heaviest: tuple[float, ...] = ()
    lightest = _NONE
    posted = False
    day = found[0][0][:10] if found else ""
    for text, below, number, kind in found:
        if kind == "post":
            if posted:
                continue
            below = max(below, -POSTS_A_DAY)
        if below >= lightest:
            continue
        clock = _seconds(text[11:19]) if known is None else known[text]
        if clock is None:
            continue
        at = midnight + clock
        posted = posted or kind == "post"
        heaviest, lightest, points = _with_one_more(heaviest, below)
        acts.append(_new(Act, (at, -below, points, kind, day, number)))
    return tuple(acts)


@lru_cache(16_384)  # days are alike: a handful of weights in nine places
def _with_one_more(heaviest: tuple[float, ...], below: float) -> tuple[tuple[float, ...], float, float]:
    """Those that have a place on a day, heaviest first, with one more; the lightest of them; the points it adds."""
    places = [*heaviest]
    insort(places, below)
    del places[len(PLACES) :]
    points = sum(map(mul, PLACES, heaviest)) - sum(map(mul, PLACES, places))
    return tuple(places), places[-1] if len(places) == len(PLACES) else _NONE, points


def day_total(of_a_day: Iterable[Interaction], weights: Mapping[Kind, float]) -> float:
    """The points of one local day, whatever the order of its acts."""
    return sum(act.points for act in counted(filter(is_give, of_a_day), weights))


def _given(one: Interaction, weights: Mapping[Kind, float]) -> Given | None:
    """What is known of a give that has a weight; None of anything else."""
    weight = weights.get(one.kind, 0) if is_give(one) else 0
    return (one.at, -weight, one.id, one.kind) if weight > 0 else None


def by_day(interactions: Iterable[Interaction], since: str, weights: Mapping[Kind, float]) -> dict[str, list[Given]]:
    """The gives that have a weight by local day, without those logged before the day `since`."""
    days: dict[str, list[Given]] = {}
    weighed: dict[Kind, float] = {k: -weight for k, weight in weights.items() if weight > 0 and k != "note"}
    weigh = weighed.get
    latest, of_latest = "", list[Given]()
    for one in interactions:  # a hundred thousand of them, most after one of the same day
        at = one.at
        if at >= since and one.direction in _GIVEN:
            below = weigh(one.kind)
            if below is not None:
                day = at[:10]
                if day != latest:
                    latest, of_latest = day, days.setdefault(day, [])
                of_latest.append((at, below, one.id, one.kind))
    return days
