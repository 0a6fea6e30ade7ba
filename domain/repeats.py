"""How a follow-up comes again, as it is typed, kept and said; when that is, the calendar works out."""

from typing import Final, Literal, NamedTuple

from domain.errors import BadInputError
from domain.text import fold

Unit = Literal["day", "week", "month", "year"]

_UNITS: Final[dict[str, tuple[int, Unit]]] = {
    **dict.fromkeys(("day", "days", "d", "daily"), (1, "day")),
    **dict.fromkeys(("week", "weeks", "w", "weekly"), (1, "week")),
    **dict.fromkeys(("month", "months", "m", "mo", "monthly"), (1, "month")),
    **dict.fromkeys(("year", "years", "y", "yearly", "annually"), (1, "year")),
    "fortnight": (2, "week"),
    "fortnights": (2, "week"),
    "fortnightly": (2, "week"),
    "quarter": (3, "month"),
    "quarters": (3, "month"),
    "quarterly": (3, "month"),
}
_ADVERBS: Final[dict[Unit, str]] = {"day": "daily", "week": "weekly", "month": "monthly", "year": "yearly"}
_COUNTS: Final = ("", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_WEEKDAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_LONGEST: Final = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_MOST: Final[dict[Unit, int]] = {"day": 36_500, "week": 5_200, "month": 1_200, "year": 100}
LAST: Final = 31
"""The day of a month that stands for its last."""
_HOW: Final = "say `2 weeks`, `every fri`, `monthly on the 3rd` or `yearly`"


class Rule(NamedTuple):
    """How a follow-up comes again."""

    every: int
    unit: Unit
    day: int = 0
    """The day of the month that is meant, 31 for the last; 0 means the day on which it was due."""
    month: int = 0
    """The month that is meant in a yearly rule; 0 means the month in which it was due."""
    weekday: int = 0
    """The day of the week that is meant in a weekly rule, from 1 for Monday; 0 means the one on which it was due."""


def rule(text: str) -> Rule:
    """Read `2 weeks`, `2w`, `every other fri`, `monthly on the 3rd`, `yearly on 29 feb`; raises BadInputError."""
    words = fold(text).replace("_", " ").replace(",", " ").split()
    front, on = (words[: words.index("on")], words[words.index("on") + 1 :]) if "on" in words else (words, [])
    every, named = _front(front, text)
    if isinstance(named, int):
        if on:
            raise _no_repeat(text)
        return _within(Rule(every, "week", weekday=named), text)
    times, unit = named
    found = Rule(every * times, unit)
    if on:
        found = _on(found, [word for word in on if word not in ("the", "of", "day")], text)
    return _within(found, text)


def _front(words: list[str], text: str) -> tuple[int, int | tuple[int, Unit]]:
    """How often, and the day of the week from 1, or how many of which unit; raises BadInputError."""
    rest = words[1:] if words[:1] in (["every"], ["each"]) else words
    every = 1
    if len(rest) == 1 and rest[0][:1].isdigit():
        digits = len(rest[0]) - len(rest[0].lstrip("0123456789"))
        rest = [rest[0][:digits], rest[0][digits:]]
    if len(rest) == 2:
        every, rest = _count(rest[0], text), rest[1:]
    if len(rest) != 1:
        raise _no_repeat(text)
    weekday = _weekday(rest[0])
    if weekday:
        return every, weekday
    if rest[0] not in _UNITS:
        raise _no_repeat(text)
    return every, _UNITS[rest[0]]


def _count(word: str, text: str) -> int:
    """A number of turns; raises BadInputError."""
    if word == "other":
        return 2
    if word in _COUNTS[1:]:
        return _COUNTS.index(word)
    if not (word.isascii() and word.isdecimal() and len(word) < 6):
        raise _no_repeat(text)
    return int(word)


def _weekday(word: str) -> int:
    """The day of the week, from 1; 0 where the word is none."""
    name = word.removesuffix("s")
    found = [at for at, day in enumerate(_WEEKDAYS, 1) if len(name) > 2 and day.lower().startswith(name)]
    return found[0] if found else 0


def _on(found: Rule, words: list[str], text: str) -> Rule:
    """The rule with the day that follows `on`; raises BadInputError."""
    weekday = _weekday(words[0]) if len(words) == 1 else 0
    if weekday:
        if found.unit != "week":
            raise _no_repeat(text)
        return found._replace(weekday=weekday)
    days = [_day_of_month(word) for word in words]
    months = [_MONTHS.index(word[:3]) + 1 if word[:3] in _MONTHS else 0 for word in words]
    day, month = max(days, default=0), max(months, default=0)
    if not day or len(words) != 1 + bool(month) or found.unit != ("year" if month else "month"):
        raise _no_repeat(text)
    if day > (_LONGEST[month - 1] if month else LAST):
        raise BadInputError(f"“{text}” never occurs; {_HOW}")
    return found._replace(day=day, month=month)


def _day_of_month(word: str) -> int:
    """The day that a word names, 31 for the last; 0 where it names none."""
    if word == "last":
        return LAST
    digits = word.rstrip("stndrh")
    return int(digits) if digits.isascii() and digits.isdecimal() and len(digits) < 4 else 0


def _within(found: Rule, text: str) -> Rule:
    """The rule, where it comes again within a life; raises BadInputError."""
    if not 0 < found.every <= _MOST[found.unit]:
        raise BadInputError(f"“{text}” never comes again; {_HOW}")
    return found


def _no_repeat(text: str) -> BadInputError:
    return BadInputError(f"“{text}” is no repeat; {_HOW}")


def written(found: Rule) -> str:
    """The rule as the book keeps it, the same for the same rule: `2 weeks`, `weekly on fri`, `monthly on the 3rd`."""
    many = _ADVERBS[found.unit] if found.every == 1 else f"{found.every} {found.unit}s"
    if found.weekday:
        return f"{many} on {_WEEKDAYS[found.weekday - 1][:3].lower()}"
    return f"{many} on {_day(found)}" if found.day else many


def said(found: Rule) -> str:
    """The rule in words: `every 2 weeks`, `every Friday`, `every month on the 3rd`."""
    many = found.unit if found.every == 1 else f"{found.every} {found.unit}s"
    if found.weekday:
        day = _WEEKDAYS[found.weekday - 1]
        return f"every {day}" if found.every == 1 else f"every {many} on {day}"
    return f"every {many} on {_day(found)}" if found.day else f"every {many}"


def _day(found: Rule) -> str:
    """The day of a rule: `the 3rd`, `the last`, `29 feb`."""
    if found.month:
        return f"{found.day} {_MONTHS[found.month - 1]}"
    if found.day == LAST:
        return "the last"
    ending = "th" if 10 < found.day < 14 else {1: "st", 2: "nd", 3: "rd"}.get(found.day % 10, "th")
    return f"the {found.day}{ending}"
