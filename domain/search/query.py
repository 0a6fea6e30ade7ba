"""A line of search taken apart: plain words, and filters such as `tag:design` or `quiet:3m`."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from domain.search.fields import Field
from domain.search.words import FILLERS, HONORIFICS, words_of

_FIELD_OF_MARK: Final[dict[str, Field]] = {
    "looking": "looking for",
    "offer": "can help",
    "tag": "tag",
    "org": "organisation",
    "place": "place",
    "circle": "circle",
}
_FILTER: Final = re.compile(r'(?<!\S)(looking|offer|tag|org|place|circle|quiet):(?:"([^"]*)"?|(\S*))', re.IGNORECASE)
_QUIET: Final = re.compile(r">?=?(\d{1,4})([dwmy]?)")
_DAYS: Final = {"": 1.0, "d": 1.0, "w": 7.0, "m": 365.25 / 12, "y": 365.25}

_LONGEST: Final = 200
_MOST_WORDS: Final = 8


@dataclass(frozen=True, slots=True)
class Query:
    """What is looked for."""

    words: tuple[str, ...]
    """Folded, without fillers and honorifics where something else was typed."""
    filters: tuple[tuple[Field, tuple[str, ...]], ...]
    """Words that a field must have."""
    quiet_days: int = 0
    """Days without contact; 0 asks for none."""
    only_signs: bool = False
    """Whether something was typed that has no letter or digit in it, such as `[/]`: nobody is called that."""

    def quiet_since(self, today: date) -> str:
        """The last day on which somebody may have been dealt with, or nothing where it does not matter."""
        if not self.quiet_days:
            return ""
        return (today - timedelta(days=min(self.quiet_days, today.toordinal() - 1))).isoformat()


def parse_query(line: str) -> Query:
    """Read a line of search; a filter without a value, or with one that makes no sense, narrows nothing."""
    typed = line[:_LONGEST]
    filters: list[tuple[Field, tuple[str, ...]]] = []
    quiet = 0
    for found in _FILTER.finditer(typed):
        mark, value = found[1].lower(), found[2] or found[3] or ""
        if mark == "quiet":
            quiet = max(quiet, _days(value))
        elif words := words_of(value):
            filters.append((_FIELD_OF_MARK[mark], tuple(words)))
    rest = _FILTER.sub(" ", typed)
    words = words_of(rest)
    return Query(_telling(words), tuple(filters), quiet, only_signs=bool(rest.strip()) and not words)


def _days(value: str) -> int:
    found = _QUIET.fullmatch(value.lower())
    return round(int(found[1]) * _DAYS[found[2]]) if found else 0


def _telling(words: list[str]) -> tuple[str, ...]:
    """The words that say something, each once; all of them where none does."""
    telling = [word for word in words if word not in FILLERS and word not in HONORIFICS] or words
    return tuple(dict.fromkeys(telling))[:_MOST_WORDS]
