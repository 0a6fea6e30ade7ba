"""What each act counts within its local day."""

from bisect import insort
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime, timezone
from functools import lru_cache
from operator import mul
from typing import Final, NamedTuple

from domain.model import Interaction, Kind

FULL_PLACES: Final = 3
"""The heaviest acts of a day, which count in full."""
PLACES: Final = (1.0, 1.0, 1.0, 0.5, 0.5, 0.25, 0.25, 0.25, 0.25)
"""How much of its weight an act counts by its place among the heaviest of the day; the rest count nothing."""
POSTS_A_DAY: Final = 1.0
"""Points that all posts of a day count together at most."""


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


def is_give(interaction: Interaction) -> bool:
    """Whether it counts: what you gave and what was mutual, but no note."""
    return interaction.direction in ("gave", "mutual") and interaction.kind != "note"


def instant(at: str) -> float | None:
    """Seconds since 1970 of an ISO text, UTC where it names no offset; None where it cannot be read."""
    try:
        moment = datetime.fromisoformat(at)
    except ValueError:
        return None
    return (moment if moment.tzinfo else moment.replace(tzinfo=timezone.utc)).timestamp()  # noqa: UP017


def counted(gives: Iterable[Interaction], weights: Mapping[Kind, float]) -> tuple[Act, ...]:
    """What the gives of one local day added to its total: in order of time, heavier first, then by id."""
    found = [(one.at, -weight, one.id, one.kind) for one in gives if (weight := weights.get(one.kind, 0)) > 0]
    if not found:
        return ()
    offsets = {at[19:] for at, _, _, _ in found}
    if len(offsets) == 1 and found[0][0][19:20] in ("+", "-", "Z"):
        found.sort()
        when = _clock_of(found[0][0])
    else:
        known = {text: at for text, _, _, _ in found if (at := instant(text)) is not None}
        found = sorted((one for one in found if one[0] in known), key=lambda one: (known[one[0]], *one[1:]))
        when = known.get
    return tuple(_placed(found, when))


def _clock_of(first: str) -> Callable[[str], float | None]:
    """Reads instants of one day and offset, which differ by the clock alone."""
    start = instant(f"{first[:11]}00:00:00{first[19:]}")

    def when(at: str) -> float | None:
        minute = _minute(at[11:16])
        if start is None or minute is None or not at[17:19].isdecimal():
            return None
        return start + minute + int(at[17:19])

    return when


@lru_cache(1_440)
def _minute(clock: str) -> int | None:
    """Seconds from midnight to `09:15`; None where it is no time of day."""
    hours, _, minutes = clock.partition(":")
    if not (hours.isdecimal() and minutes.isdecimal() and int(hours) < 24 and int(minutes) < 60):
        return None
    return int(hours) * 3_600 + int(minutes) * 60


def _placed(found: Iterable[tuple[str, float, str, Kind]], when: Callable[[str], float | None]) -> Iterator[Act]:
    """Each give with what it added to the day when it happened; those that added nothing are left out."""
    heaviest: list[float] = []
    posted = False
    total = 0.0
    for text, below, number, kind in found:
        if kind == "post":
            below = max(below, -POSTS_A_DAY)
        if (len(heaviest) == len(PLACES) and below >= heaviest[-1]) or (kind == "post" and posted):
            continue
        at = when(text)
        if at is None:
            continue
        posted = posted or kind == "post"
        insort(heaviest, below)
        if len(heaviest) <= FULL_PLACES:
            points = -below
        else:
            del heaviest[len(PLACES) :]
            points = -sum(map(mul, PLACES, heaviest)) - total
        total += points
        yield Act(at, -below, points, kind, text[:10], number)


def day_total(of_a_day: Iterable[Interaction], weights: Mapping[Kind, float]) -> float:
    """The points of one local day, whatever the order of its acts."""
    return sum(act.points for act in counted(filter(is_give, of_a_day), weights))


def by_day(interactions: Iterable[Interaction], since: str) -> dict[str, list[Interaction]]:
    """The gives by local day, without those logged before the day `since`."""
    days: dict[str, list[Interaction]] = {}
    for one in interactions:
        at = one.at
        if at < since or not is_give(one):
            continue
        day = at[:10]
        if day in days:
            days[day].append(one)
        else:
            days[day] = [one]
    return days
