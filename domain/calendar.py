"""Calendar arithmetic that minds the lengths of months and years; the one module that imports pendulum."""

import re
from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from typing import Final, Literal

import pendulum

from domain.errors import BadInputError

Unit = Literal["day", "week", "month", "year"]

_UNITS: Final[dict[str, Unit]] = {
    "day": "day",
    "days": "day",
    "daily": "day",
    "week": "week",
    "weeks": "week",
    "weekly": "week",
    "month": "month",
    "months": "month",
    "monthly": "month",
    "year": "year",
    "years": "year",
    "yearly": "year",
}
_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_RULE: Final = re.compile(r"(?:every\s+)?(?:(\d{1,4})\s*)?([a-z]+)(?:\s+on\s+(?:the\s+)?(.+))?")
_HOW: Final = "say `2 weeks`, `monthly on the 3rd` or `yearly`"


@dataclass(frozen=True, slots=True)
class Rule:
    """How a follow-up comes again."""

    every: int
    unit: Unit
    day: int = 0
    """The day of the month that is meant, 31 for the last; 0 means the day on which it was due."""
    month: int = 0
    """The month that is meant in a yearly rule; 0 means the month in which it was due."""


def rule(text: str) -> Rule:
    """Read `2 weeks`, `monthly on the 3rd`, `every 3 months`, `yearly on 29 feb`; raises BadInputError."""
    found = _RULE.fullmatch(text.strip().lower())
    unit = _UNITS.get(found[2]) if found else None
    if found is None or unit is None:
        raise BadInputError(f"'{text}' is no repeat; {_HOW}")
    every = int(found[1] or 1)
    if every == 0:
        raise BadInputError(f"'{text}' never comes again; {_HOW}")
    if found[3] is None:
        return Rule(every, unit)
    day, month = _on(found[3], text)
    if unit not in ("month", "year") or (unit == "month") == bool(month):
        raise BadInputError(f"'{text}' is no repeat; {_HOW}")
    return Rule(every, unit, day, month)


def _on(words: str, text: str) -> tuple[int, int]:
    """The day of the month and, where it is named, the month (else 0)."""
    first, _, last = words.removesuffix(" day").partition(" ")
    if first == "last" and not last:
        return 31, 0
    digits = first.rstrip("stndrh")
    month = _MONTHS.index(last[:3]) + 1 if last[:3] in _MONTHS else 0
    if not digits.isdecimal() or (last and not month):
        raise BadInputError(f"'{text}' is no repeat; {_HOW}")
    longest = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)[month - 1] if month else 31
    if not 1 <= int(digits) <= longest:
        raise BadInputError(f"'{text}' never occurs; {_HOW}")
    return int(digits), month


def plus(day: date, *, months: int = 0, years: int = 0) -> date:
    """The same day some months or years on, or the last of its month where that is shorter; raises BadInputError."""
    try:
        moved = pendulum.date(day.year, day.month, day.day).add(years=years, months=months)
    except (ValueError, OverflowError):
        raise BadInputError("that is beyond the calendar") from None
    return date(moved.year, moved.month, moved.day)


def next_due(repeat: str, due: date, after: date) -> date:
    """The first turn of the repeat that is later than both `due` and `after`; raises BadInputError."""
    known = rule(repeat)
    floor = max(due, after)
    if known.unit in ("day", "week"):
        return _next_of_days(known, due, floor)
    return _next_of_months(known, due, floor)


def _next_of_days(known: Rule, due: date, floor: date) -> date:
    """The next turn of a rule in days or weeks."""
    step = known.every * (7 if known.unit == "week" else 1)
    turns = (floor - due).days // step + 1
    try:
        return date.fromordinal(due.toordinal() + turns * step)
    except (ValueError, OverflowError):
        raise BadInputError("that is beyond the calendar") from None


def _next_of_months(known: Rule, due: date, floor: date) -> date:
    """The next turn of a rule in months or years, each counted from `due` so that short months do not stick."""
    step = known.every * (12 if known.unit == "year" else 1)
    start = due.replace(day=1, month=known.month or due.month)
    turns = max(0, ((floor.year - start.year) * 12 + floor.month - start.month) // step)
    while (turn := _in_month(plus(start, months=turns * step), known.day or due.day)) <= floor:
        turns += 1
    return turn


def _in_month(first: date, day: int) -> date:
    """That day of the month that begins on `first`, or its last."""
    return first.replace(day=min(day, pendulum.date(first.year, first.month, 1).days_in_month))


def anchored(repeat: str, due: date) -> str:
    """The repeat with its day said, where a shorter month would otherwise wear it away: 31 Jan, then 28 Feb."""
    known = rule(repeat)
    if known.day or known.unit in ("day", "week") or due.day <= 28:
        return repeat
    many = f"{known.every} {known.unit}s" if known.every > 1 else f"{known.unit}ly"
    if known.unit == "month":
        return f"{many} on the {due.day}{'st' if due.day == 31 else 'th'}"
    return f"{many} on {due.day} {_MONTHS[due.month - 1]}"


def midnight(day: date, zone: tzinfo) -> datetime:
    """The first instant of the day in that zone, also where the clocks skip midnight."""
    return pendulum.datetime(day.year, day.month, day.day, tz=_known(zone))


def _known(zone: tzinfo) -> pendulum.Timezone | pendulum.FixedTimezone:
    """The zone as pendulum knows it."""
    return pendulum.instance(datetime(2000, 1, 1, tzinfo=zone)).timezone or pendulum.UTC
