"""The instant at which something is asked, in the time zone of your day; the domain never asks a clock."""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class Moment:
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
