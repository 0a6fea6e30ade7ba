"""The instant at which something is asked, in the time zone of your day; the domain never asks a clock."""

from datetime import date, datetime
from typing import NamedTuple


class Moment(NamedTuple):
    """An instant with its zone."""

    at: datetime
    """Aware, in the time zone of your day."""

    @property
    def today(self) -> date:
        """The local day."""
        return self.at.date()

    @property
    def day(self) -> str:
        """The local day as ISO text."""
        return self.at.date().isoformat()

    @property
    def stamp(self) -> str:
        """The instant as ISO text with its offset, to the second."""
        return self.at.isoformat(timespec="seconds")


def moment_of(stamp: str, now: Moment, *, zone_is_chosen: bool = False) -> Moment:
    """The moment of a stamp; the present one where the stamp is none.

    It keeps the offset that it was written with where the machine has moved to another zone since, unless the zone of
    your day was chosen.
    """
    try:
        at = datetime.fromisoformat(stamp)
    except ValueError:
        return now
    if at.tzinfo is None:
        return now
    local = at.astimezone(now.at.tzinfo)
    return Moment(local if zone_is_chosen or local.utcoffset() == at.utcoffset() else at)
