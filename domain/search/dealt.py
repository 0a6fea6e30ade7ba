"""How recently and how often you deal with each person."""

from collections.abc import Iterable
from datetime import date
from typing import Final

from domain.model import Interaction
from domain.moment import Moment

HALF_LIFE: Final = 90
"""Days after which having dealt with somebody counts half."""

_NEARNESS: Final[dict[str, int]] = {"inner": 0, "close": 1, "active": 2, "wide": 3, "": 4, "never": 5}


class DealtWith:
    """Sums up interactions: for each person a weight that halves with time, the last day, and the notes."""

    def __init__(self, moment: Moment) -> None:
        self._today = moment.today
        self._day = moment.day
        self._weights: dict[str, float] = {}
        self._by_day: dict[str, float] = {}
        self._last: dict[str, str] = {}
        self._notes: dict[str, list[str]] = {}

    def add(self, interactions: Iterable[Interaction]) -> None:
        """Count these; notes are no dealings, and what lies ahead has not happened."""
        weights, last, by_day, today = self._weights, self._last, self._by_day, self._day
        for each in interactions:
            if each.direction == "none":
                self._keep_note(each)
                continue
            day = each.at[:10]
            if day > today:
                continue
            weight = by_day.get(day)
            if weight is None:
                weight = by_day[day] = 0.5 ** ((self._today - date.fromisoformat(day)).days / HALF_LIFE)
            for person in each.people:
                weights[person] = weights.get(person, 0.0) + weight
                if last.get(person, "") < day:
                    last[person] = day

    def weight(self, contact: str) -> float:
        """How much you deal with somebody; more is sooner and oftener."""
        return self._weights.get(contact, 0.0)

    def last(self, contact: str) -> str:
        """The last day of contact, or nothing."""
        return self._last.get(contact, "")

    def notes(self, contact: str) -> tuple[str, ...]:
        """The notes about somebody, newest first."""
        return tuple(reversed(self._notes.get(contact, ())))

    def _keep_note(self, note: Interaction) -> None:
        if not note.text:
            return
        for person in note.people:
            self._notes.setdefault(person, []).append(note.text)


def nearness(circle: str) -> int:
    """The place of a circle from the inside out."""
    return _NEARNESS.get(circle, 4)
