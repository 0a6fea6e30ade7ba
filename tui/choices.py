"""The choices that pickers offer."""

from typing import Final, NamedTuple

from domain.model import CIRCLES
from domain.settings import Settings

DIGITS: Final = "123456789"
"""The keys of a picker whose answers are not known beforehand."""


class Choice(NamedTuple):
    """One answer to a question that one key answers."""

    key: str
    value: str
    words: str


MINUTES: Final = (Choice("1", "5", "five"), Choice("2", "15", "fifteen"), Choice("3", "30", "thirty"))
"""How many minutes one may have."""


def circle_choices(settings: Settings) -> tuple[Choice, ...]:
    """The circles by their digits, each with its cadence."""
    circles = [
        Choice(str(at), circle, f"{circle} ({settings.cadences[circle]} d)")
        for at, circle in enumerate(CIRCLES[:-1], 1)
    ]
    return (*circles, Choice("0", "never", "never"))
