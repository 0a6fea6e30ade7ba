"""The choices that pickers offer."""

from typing import NamedTuple

from domain.model import CIRCLES
from domain.settings import Settings


class Choice(NamedTuple):
    """One answer to a question that one key answers."""

    key: str
    value: str
    words: str


def circle_choices(settings: Settings) -> tuple[Choice, ...]:
    """The circles by their digits, each with its cadence."""
    circles = [
        Choice(str(at), circle, f"{circle} ({settings.cadences[circle]} d)")
        for at, circle in enumerate(CIRCLES[:-1], 1)
    ]
    return (*circles, Choice("0", "never", "never"))
