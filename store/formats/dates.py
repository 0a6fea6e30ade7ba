"""Dates as address files write them, made ISO text."""

import re
from collections.abc import Iterable
from datetime import date

_ISO = re.compile(r"(\d{4})-?(\d\d)-?(\d\d)(?:[T ].*)?")
_NO_YEAR = re.compile(r"--(\d\d)-?(\d\d)")
_DOTS = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})")
_SLASHES = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")
_NAMED = re.compile(r"(\d{1,2})\.?[ -]([^\W\d_]{3,})\.?,?[ -](\d{4})")
_NAMED_FIRST = re.compile(r"([^\W\d_]{3,})\.? (\d{1,2}),? (\d{4})")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_OMITTED = "1604"
"""The year that some address books write where none is known."""


def is_no_date(text: str) -> bool:
    """Whether that is how a file says that there is no date."""
    return not text.strip("0/-. ")


def day_comes_first(texts: Iterable[str]) -> bool | None:
    """How a column orders dates like `3/4/1984`, as far as one of them shows it."""
    found = [match for match in map(_SLASHES.fullmatch, texts) if match]
    if any(int(match[1]) > 12 for match in found):
        return True
    return False if any(int(match[2]) > 12 for match in found) else None


def iso_date(text: str, day_first: bool | None = None) -> str:
    """`1984-03-15`, or `--03-15` without a year; empty where the text is no date, or two dates."""
    if match := _NO_YEAR.fullmatch(text):
        return _checked(_OMITTED, match[1], match[2])
    if match := _ISO.fullmatch(text):
        return _checked(match[1], match[2], match[3])
    if match := _DOTS.fullmatch(text):
        return _checked(match[3], match[2], match[1])
    if match := _SLASHES.fullmatch(text):
        return _slashed(match[1], match[2], match[3], day_first)
    if match := _NAMED.fullmatch(text):
        return _checked(match[3], _month(match[2]), match[1])
    if match := _NAMED_FIRST.fullmatch(text):
        return _checked(match[3], _month(match[1]), match[2])
    return ""


def _slashed(first: str, second: str, year: str, day_first: bool | None) -> str:
    if first != second and day_first is None:
        return ""
    return _checked(year, second, first) if day_first else _checked(year, first, second)


def _month(name: str) -> str:
    start = name[:3].casefold()
    return str(_MONTHS.index(start) + 1) if start in _MONTHS else "0"


def _checked(year: str, month: str, day: str) -> str:
    try:
        found = date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return ""
    return f"-{found[4:]}" if year == _OMITTED else found
