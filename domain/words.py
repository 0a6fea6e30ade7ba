"""Spans of time, days and counts in words, as the screens say them; plain letters only."""

from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from typing import Final

_WEEKDAYS: Final = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS: Final = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_NUMBERS: Final = (
    "no",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
)
_TIMES: Final = ("", "", "twice", "three times", "four times")


def iso(text: str) -> date | None:
    """The day that opens this ISO text, or nothing where it holds none."""
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None


_DETERMINERS: Final = frozenset(
    "a an the my our some his her their this that these those one two three four five".split()  # noqa: SIM905
)
_LINKS: Final = frozenset("about re regarding on for with at to from in into through by over after before".split())  # noqa: SIM905
_NOT_SENT: Final = frozenset("word hand call talk chat coffee lunch dinner introduction intro favour lift".split())  # noqa: SIM905


@lru_cache(4096)
def iso_of(day: int) -> str:
    """The ISO text of a day by its number."""
    return date.fromordinal(day).isoformat()


def span(days: int) -> str:
    """A length of time: `19 d`, `9 weeks`, `4 months`, `2 years`; nothing is `today`."""
    if days <= 0:
        return "today"
    if days < 28:
        return f"{days} d"
    if days < 70:
        return f"{days // 7} weeks"
    if days < 730:
        return f"{round(days * 12 / 365)} months"
    return f"{days // 365} years"


def ago(days: int) -> str:
    """How long ago: `19 d ago`, `today`."""
    return "today" if days <= 0 else f"{span(days)} ago"


def due(day: date, today: date) -> str:
    """When something is due: `2 d late`, `today`, `tomorrow`, `Fri 27 Nov`."""
    late = (today - day).days
    return f"{span(late)} late" if late > 0 else near(day, today)


def near(day: date, today: date) -> str:
    """A day as one says it: `yesterday`, `today`, `tomorrow`, else as `dated`."""
    words = {-1: "yesterday", 0: "today", 1: "tomorrow"}
    return words.get((day - today).days) or dated(day, today)


def dated(day: date, today: date) -> str:
    """A day: `Fri 20 Nov`, or `20 Nov 2025` where the year is another."""
    month = _MONTHS[day.month - 1][:3]
    if day.year != today.year:
        return f"{day.day} {month} {day.year}"
    return f"{_WEEKDAYS[day.weekday()]} {day.day} {month}"


def short_date(day: date, today: date) -> str:
    """A day in a column: `3 Nov`, or `3 Nov 2025` where the year is another."""
    year = "" if day.year == today.year else f" {day.year}"
    return f"{day.day} {_MONTHS[day.month - 1][:3]}{year}"


def birthday(text: str) -> str:
    """A birthday without its year, `15 Mar`; empty where there is none."""
    _, _, rest = text.rpartition("-") if text.count("-") >= 2 else ("", "", "")
    month = text[-5:-3]
    if not (rest.isdecimal() and month.isdecimal() and 1 <= int(month) <= 12):
        return ""
    return f"{int(rest)} {_MONTHS[int(month) - 1][:3]}"


def month(text: str) -> str:
    """The month of an ISO day or month, `March 2025`; a year alone stays, and anything else too."""
    year, _, rest = text.partition("-")
    number = rest[:2]
    if not (year.isdecimal() and number.isdecimal() and 1 <= int(number) <= 12):
        return text
    return f"{_MONTHS[int(number) - 1]} {year}"


def number(count: int) -> str:
    """A count in words up to twelve, then in digits."""
    return _NUMBERS[count] if 0 <= count < len(_NUMBERS) else str(count)


def counted(count: int, one: str, several: str = "") -> str:
    """A count with its noun: `one person`, `two people`, `13 captures`."""
    return f"{number(count)} {one if count == 1 else several or one + 's'}"


def times(ratio: float) -> str:
    """How many times as long, in words; empty below one and a half."""
    if ratio < 1.5:
        return ""
    whole = int(ratio + 0.5)
    return _TIMES[whole] if whole < len(_TIMES) else "many times"


def in_short(texts: Sequence[str], most: int) -> str:
    """The first few texts, and how many more there are: `which Sam?; who is tom?; 3 more`."""
    rest = len(texts) - most
    return "; ".join([*texts[:most], *([f"{rest} more"] if rest > 0 else [])])


def names_thing(text: str) -> bool:
    """Whether a text opens as the name of a thing does: `the gym list`, `two names`, but not `with my CV`."""
    first = text[:12].lower().split(" ", 1)[0]
    return first in _DETERMINERS or first.isdecimal()


def can_be_sent(text: str) -> bool:
    """Whether a text names a thing that one sends: `the gym list`, but not `a word with Priya`."""
    words = text.lower().split(" ", 2)
    return names_thing(text) and len(words) > 1 and words[1].strip(",.") not in _NOT_SENT


def goes_on(text: str) -> bool:
    """Whether a text goes on from a verb as it is: `about the move`."""
    return text[:12].lower().split(" ", 1)[0] in _LINKS
