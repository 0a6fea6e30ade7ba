"""Words for days: `yesterday`, `fri`, `next tue`, `5 dec`, `3 days ago`, `2w`."""

import re
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final, NamedTuple

from domain.text import fold

WEEKDAYS: Final[dict[str, int]] = {
    name: number
    for number, names in enumerate(
        ("mon monday", "tue tues tuesday", "wed weds wednesday", "thu thur thurs thursday", "fri friday",
         "sat saturday", "sun sunday")
    )
    for name in names.split()
}  # fmt: skip
MONTHS: Final[dict[str, int]] = {
    name: number
    for number, names in enumerate(
        ("jan january", "feb february", "mar march", "apr april", "may", "jun june", "jul july", "aug august",
         "sep sept september", "oct october", "nov november", "dec december"),
        1,
    )
    for name in names.split()
}  # fmt: skip
_MONTH_NAMES: Final = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
_DAY_NAMES: Final = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
_COUNTS: Final[dict[str, int]] = {
    word: number
    for number, word in enumerate(
        ["a", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
    )
} | {"a": 1, "an": 1}
_UNITS: Final[dict[str, tuple[int, str]]] = {
    form: (count, unit)
    for forms, count, unit in (
        ("minute minutes min mins hour hours hr hrs h", 0, "d"),
        ("day days", 1, "d"),
        ("week weeks wk wks", 1, "w"),
        ("fortnight fortnights", 2, "w"),
        ("month months", 1, "m"),
        ("year years yr yrs", 1, "y"),
    )
    for form in forms.split()
}
"""How many days, weeks, months or years each unit is; what is shorter than a day is within today."""
SOLID: Final[dict[tuple[str, ...], int]] = {
    ("today",): 0,
    ("tonight",): 0,
    ("this", "morning"): 0,
    ("this", "afternoon"): 0,
    ("this", "evening"): 0,
    ("earlier", "today"): 0,
    ("later", "today"): 0,
    ("yesterday",): -1,
    ("last", "night"): -1,
    ("day", "before", "yesterday"): -2,
    ("the", "day", "before", "yesterday"): -2,
    ("tomorrow",): 1,
    ("day", "after", "tomorrow"): 2,
    ("the", "day", "after", "tomorrow"): 2,
    ("last", "week"): -7,
}
PARTS_OF_DAY: Final = frozenset({"morning", "afternoon", "evening", "night"})
"""May follow a day; they belong to it and say nothing more."""
_LONGEST: Final = 5
"""Words of a day."""
_BEFORE_A_DAY: Final = frozenset({"on", "by", "before", "until", "till"})
_ISO: Final = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})", re.ASCII)
_NUMBERED: Final = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?", re.ASCII)
_ORDINAL: Final = re.compile(r"(\d{1,2})(?:st|nd|rd|th)", re.ASCII)
_SHORT_AGO: Final = re.compile(r"(\d{1,4})(h|hr|hrs|min|mins)", re.ASCII)
_GLUED: Final = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?[-.]?([a-z]+)", re.ASCII)
_SLASHED: Final = re.compile(r"(\d{1,2})(?:/(\d{1,2})(?:/(\d{2,4}))?|([.-])(\d{1,2})\4(\d{4}))", re.ASCII)
_OFFSET: Final = re.compile(r"(\d{1,4})(d|w|m|mo|y)", re.ASCII)


class DatePhrase(NamedTuple):
    """Words that name a day, read backwards and forwards."""

    size: int
    """How many words they take."""
    past: date | None
    """The most recent such day, today included."""
    future: date | None
    """The next such day."""
    sure: bool
    """Whether the words themselves say which of the two is meant."""


class NoDate(NamedTuple):
    """Words that look like a day and are none."""

    size: int
    warning: str
    """Why the day cannot exist; empty where it could."""
    hint: str = ""
    """How to say what may have been meant."""


def shown(day: date, today: date) -> str:
    """`today`, `yesterday`, `tomorrow`, `Sun 6 Dec`, and the year where it is another one."""
    near = {0: "today", -1: "yesterday", 1: "tomorrow"}.get((day - today).days)
    if near:
        return near
    year = "" if day.year == today.year or 0 < (day - today).days < 180 else f" {day.year}"
    return f"{_DAY_NAMES[day.weekday()]} {day.day} {_MONTH_NAMES[day.month - 1]}{year}"


def date_at(keys: Sequence[str], start: int, today: date) -> DatePhrase | NoDate | None:
    """The longest day that begins at this word; words come folded and without punctuation."""
    rest = list(keys[start : start + _LONGEST])
    if not rest:
        return None
    for read in (_solid, _ago_or_ahead, _weekday, _day_and_month, _iso, _slashed):
        found = read(rest, today)
        if found is not None:
            return found
    if start and keys[start - 1] in _BEFORE_A_DAY and rest[0] == "the":
        return _day_of_month(rest, 1, today)
    return None


def date_ending(keys: Sequence[str], first: int, end: int, today: date) -> tuple[int, DatePhrase | NoDate] | None:
    """The longest day that ends just before `end`, with the word it begins at."""
    for start in range(max(first, end - _LONGEST), end):
        found = date_at(keys[:end], start, today)
        if found is not None and start + found.size == end:
            return start, found
    return None


def plus_date(keys: Sequence[str], start: int, today: date) -> DatePhrase | NoDate | None:
    """The day of a `+DATE` whose word, without the plus, is at `start`: also `2w`, `1m`, `1y`, `2 weeks`, `3rd`."""
    if start >= len(keys):
        return None
    offset = _offset(keys[start], today)
    if offset is not None:
        return DatePhrase(1, None, offset, True)
    rest = list(keys[start : start + _LONGEST])
    return (
        date_at(keys, start, today) or _ago_or_ahead(["in", *rest], today, said=False) or _day_of_month(rest, 0, today)
    )


def due_date(phrase: str, today: date) -> date | None:
    """The day that a phrase such as `3d`, `fri`, `tomorrow`, `next tue`, `2w` or `5 dec` means for something due."""
    keys = [word.strip(".,") for word in fold(phrase).removeprefix("+").split()]
    if keys and keys[0] in _BEFORE_A_DAY:
        keys = keys[1:]
    if len(keys) == 2 and keys[0] == "the":
        keys = keys[1:]
    if len(keys) == 2 and keys[0] == "in":
        keys = keys[1:]
    found = plus_date(keys, 0, today)
    if not isinstance(found, DatePhrase) or found.size != len(keys):
        return None
    return found.future


def past_date(phrase: str, today: date) -> date | None:
    """The most recent day, today included, that a phrase such as `yesterday`, `fri` or `2026-11-20` names."""
    keys = [word.strip(".,") for word in fold(phrase).split()]
    start = int(keys[:1] == ["on"])
    found = date_at(keys, start, today)
    return found.past if isinstance(found, DatePhrase) and start + found.size == len(keys) else None


def birthday(phrase: str) -> str:
    """`1984-03-15` or `--03-15` from `15 mar`, `mar 15 1984`, `1984-03-15`, `--03-15`; empty where it is none."""
    text = phrase.strip()
    if text.startswith("--"):
        text = "2000" + text[1:]
        found = _iso([text], date(2000, 1, 1))
        return f"--{_day_of(found):%m-%d}" if isinstance(found, DatePhrase) else ""
    keys = [word.strip(".,") for word in fold(text).split()]
    iso = _iso(keys, date.max) if len(keys) == 1 else None
    if isinstance(iso, DatePhrase):
        return _day_of(iso).isoformat()
    numbers = _day_month_year(keys)
    if numbers is None or numbers[3] != len(keys):
        return ""
    year, month, day, _ = numbers
    if _made(year or 2000, month, day) is None:
        return ""
    return f"{year:04d}-{month:02d}-{day:02d}" if year else f"--{month:02d}-{day:02d}"


def moved(day: date, count: int, unit: str) -> date | None:
    """The day so many days (d), weeks (w), months (m) or years (y) away, at the latest the last of the month."""
    try:
        if unit in "dw":
            return day + timedelta(days=count * (7 if unit == "w" else 1))
        months = day.year * 12 + day.month - 1 + count * (12 if unit == "y" else 1)
        year, month = divmod(months, 12)
        return date(year, month + 1, min(day.day, _days_in(year, month + 1)))
    except (ValueError, OverflowError):
        return None


def _days_in(year: int, month: int) -> int:
    """The days of a month; the module calendar would load the locales."""
    return (date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)).day


def _day_of(found: DatePhrase) -> date:
    return found.past or found.future or date.min


def _made(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _offset(key: str, today: date) -> date | None:
    match = _OFFSET.fullmatch(key)
    return moved(today, int(match[1]), match[2][0]) if match else None


def _solid(keys: list[str], today: date) -> DatePhrase | None:
    if keys[:1] == ["next"] and keys[1:2] in (["week"], ["month"], ["year"]):
        return DatePhrase(2, None, _next(keys[1], today), True)
    for size in range(min(4, len(keys)), 0, -1):
        offset = SOLID.get(tuple(keys[:size]))
        if offset is None:
            continue
        day = moved(today, offset, "d")
        after = size + (size == 1 and keys[1:2] != [] and keys[1] in PARTS_OF_DAY)
        return DatePhrase(after, day if offset <= 0 else None, day if offset >= 0 else None, True)
    return None


def _next(unit: str, today: date) -> date | None:
    """The first day of the next week, month or year."""
    if unit == "week":
        return moved(today, 7 - today.weekday(), "d")
    ahead = moved(today, 1, "m" if unit == "month" else "y")
    return ahead.replace(day=1, month=ahead.month if unit == "month" else 1) if ahead is not None else None


def _ago_or_ahead(keys: list[str], today: date, *, said: bool = True) -> DatePhrase | None:
    """`in 3 days`, `a week ago`; `said` tells whether the *in* is a word of the line."""
    ahead = keys[0] == "in"
    words = keys[1:] if ahead else keys
    stretch = _stretch(words)
    if stretch is None:
        return None
    count, unit, size = stretch
    if ahead:
        return DatePhrase(size + said, None, moved(today, count, unit), True)
    if words[size : size + 1] == ["ago"]:
        return DatePhrase(size + 1, moved(today, -count, unit), None, True)
    return None


def _stretch(words: list[str]) -> tuple[int, str, int] | None:
    """A stretch of time as a count, its unit and how many words it takes: `2w`, `2 weeks`, `a couple of weeks`."""
    if not words:
        return None
    short = _SHORT_AGO.fullmatch(words[0])
    if short:
        return 0, "d", 1
    glued = _OFFSET.fullmatch(words[0])
    if glued:
        return int(glued[1]), glued[2][0], 1
    lead = int(words[:1] == ["a"])
    if words[lead : lead + 2] == ["couple", "of"] and len(words) > lead + 2 and words[lead + 2] in _UNITS:
        count, unit = _UNITS[words[lead + 2]]
        return 2 * count, unit, lead + 3
    if len(words) < 2 or words[1] not in _UNITS:
        return None
    if words[0] not in _COUNTS and not re.fullmatch("[0-9]{1,4}", words[0]):
        return None
    count, unit = _UNITS[words[1]]
    return count * (_COUNTS[words[0]] if words[0] in _COUNTS else int(words[0])), unit, 2


def _day_of_month(keys: list[str], place: int, today: date) -> DatePhrase | None:
    """`3rd` as the last and the next such day of a month."""
    match = _ORDINAL.fullmatch(keys[place]) if place < len(keys) else None
    if match is None or not 1 <= int(match[1]) <= 31:
        return None
    months = [moved(today.replace(day=1), count, "m") for count in range(-2, 3)]
    days = [day for month in months if month and (day := _made(month.year, month.month, int(match[1])))]
    past, future = [day for day in days if day <= today], [day for day in days if day >= today]
    return DatePhrase(place + 1, past[-1] if past else None, future[0] if future else None, False)


def _weekday(keys: list[str], today: date) -> DatePhrase | NoDate | None:
    which = keys[0] if keys[0] in ("last", "next", "this") else ""
    place = 1 if which else 0
    number = WEEKDAYS.get(keys[place]) if place < len(keys) else None
    if number is None:
        return None
    if not which and len(keys) > 1:
        named = _day_and_month(keys[1:], today)
        if isinstance(named, DatePhrase):
            return DatePhrase(named.size + 1, named.past, named.future, named.sure)
        if named is not None:
            return NoDate(named.size + 1, named.warning)
        numbered = _day_of_month(keys, 1, today)
        days = [day for day in numbered[1:3] if day and day.weekday() == number] if numbered else []
        if days:
            return _fixed(days[0], 2, today)
    back = (today.weekday() - number) % 7
    size = place + 1 + (keys[place + 1 : place + 2] != [] and keys[place + 1] in PARTS_OF_DAY)
    if which == "last":
        return DatePhrase(size, moved(today, -(back or 7), "d"), None, True)
    if which == "next":
        return DatePhrase(size, None, moved(today, 7 - today.weekday() + number, "d"), True)
    ahead = (7 - back) if back or not which else 0
    return DatePhrase(size, moved(today, -back, "d"), moved(today, ahead, "d"), False)


def _day_month_year(keys: Sequence[str]) -> tuple[int, int, int, int] | None:
    """Year (0 where none is said), month, day, and how many words they take."""
    if not keys:
        return None
    glued = _GLUED.fullmatch(keys[0])
    if glued and glued[2] in MONTHS:
        day, month, size = int(glued[1]), MONTHS[glued[2]], 1
    elif len(keys) < 2:
        return None
    else:
        front, back = _NUMBERED.fullmatch(keys[0]), _NUMBERED.fullmatch(keys[1])
        if front and keys[1] in MONTHS:
            day, month, size = int(front[1]), MONTHS[keys[1]], 2
        elif back and keys[0] in MONTHS:
            day, month, size = int(back[1]), MONTHS[keys[0]], 2
        else:
            return None
    year = keys[size] if size < len(keys) else ""
    if re.fullmatch("(?:19|20)[0-9]{2}", year):
        return int(year), month, day, size + 1
    return 0, month, day, size


def _day_and_month(keys: list[str], today: date) -> DatePhrase | NoDate | None:
    the = int(keys[:1] == ["the"] and len(keys) > 1 and bool(_ORDINAL.fullmatch(keys[1])))
    of = the + 1 if keys[the + 1 : the + 2] == ["of"] else 0
    numbers = _day_month_year(keys[the:of] + keys[of + 1 :] if of else keys[the:])
    if numbers is None:
        return None
    year, month, day, size = numbers
    size += the + bool(of)
    if year:
        made = _made(year, month, day)
        return _fixed(made, size, today) if made else _impossible(size, f"{day} {_MONTH_NAMES[month - 1]} {year}")
    if not 1 <= day <= _days_in(2000, month):
        return _impossible(size, f"{day} {_MONTH_NAMES[month - 1]}")
    days = [made for near in range(today.year - 8, today.year + 9) if (made := _made(max(near, 1), month, day))]
    past = [made for made in days if made <= today]
    future = [made for made in days if made >= today]
    return DatePhrase(size, past[-1] if past else None, future[0] if future else None, False)


def _iso(keys: list[str], today: date) -> DatePhrase | NoDate | None:
    match = _ISO.fullmatch(keys[0]) if keys else None
    if match is None:
        return None
    made = _made(int(match[1]), int(match[2]), int(match[3]))
    return _fixed(made, 1, today) if made else _impossible(1, match[0])


def _slashed(keys: list[str], _: date) -> NoDate | None:
    match = _SLASHED.fullmatch(keys[0])
    if match is None:
        return None
    first, second = int(match[1]), int(match[2] or match[5])
    year = match[3] or match[6] or ""
    ways = [
        f"{day} {_MONTH_NAMES[month - 1]}" + (f" {year}" if len(year) == 4 else "")
        for day, month in ((first, second), (second, first))
        if 1 <= month <= 12 and _made(2000, month, day)
    ]
    if not ways:
        return None
    return NoDate(1, "", f"{match[0]} is kept as text: write {' or '.join(dict.fromkeys(ways))}")


def _fixed(day: date, size: int, today: date) -> DatePhrase:
    return DatePhrase(size, day if day <= today else None, day if day >= today else None, True)


def _impossible(size: int, shown: str) -> NoDate:
    return NoDate(size, f"{shown} is no date, kept as text")
