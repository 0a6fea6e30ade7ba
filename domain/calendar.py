"""Calendar arithmetic that minds the lengths of months and years; the one module that imports pendulum."""

from datetime import date, datetime, tzinfo

import pendulum

from domain.errors import BadInputError
from domain.repeats import Rule, rule, written


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
    start = due.toordinal() + ((known.weekday - due.isoweekday()) % 7 if known.weekday else 0)
    turns = (floor.toordinal() - start) // step + 1
    try:
        return date.fromordinal(start + turns * step)
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
    return written(known._replace(day=due.day, month=due.month if known.unit == "year" else 0))


def midnight(day: date, zone: tzinfo) -> datetime:
    """The first instant of the day in that zone, also where the clocks skip midnight."""
    return pendulum.datetime(day.year, day.month, day.day, tz=_known(zone))


def _known(zone: tzinfo) -> pendulum.Timezone | pendulum.FixedTimezone:
    """The zone as pendulum knows it."""
    return pendulum.instance(datetime(2000, 1, 1, tzinfo=zone)).timezone or pendulum.UTC
