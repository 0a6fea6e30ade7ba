"""Days on which parts of the inbox keep quiet: days off each week, and pauses."""

from collections.abc import Iterable
from typing import Final

from domain.inbox.item import Source
from domain.model import Pause
from domain.moment import Moment
from domain.pauses import lies_in
from domain.settings import WEEKDAYS, Settings

IN_A_PAUSE: Final[frozenset[Source]] = frozenset({"rhythm", "stale", "dormant", "first"})
"""What a pause holds: whom to turn to again can wait until you are back."""
ON_A_DAY_OFF: Final[frozenset[Source]] = IN_A_PAUSE | {"match", "intro", "thanks"}
"""What waits for the next working day: all but what was agreed, key dates and what is to be filed or decided."""


def quiet_sources(pauses: Iterable[Pause], settings: Settings, moment: Moment) -> frozenset[Source]:
    """The sources that ask for nothing on this day; what they have can wait."""
    off = is_day_off(settings, moment)
    return (ON_A_DAY_OFF if off else frozenset()) | (IN_A_PAUSE if in_pause(pauses, moment) else frozenset())


def is_day_off(settings: Settings, moment: Moment) -> bool:
    """Whether this is one of the days off of each week."""
    return WEEKDAYS[moment.today.weekday()] in settings.days_off


def in_pause(pauses: Iterable[Pause], moment: Moment) -> bool:
    """Whether this day lies in a pause; one whose days cannot be read is none."""
    return any(lies_in(pause, moment.today) for pause in pauses)
