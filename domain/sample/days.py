"""The days of the sample book, counted back from the one on which it is opened."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo

from domain.sample.chance import Chance


@dataclass(frozen=True, slots=True)
class Days:
    """Turns days ago into days, instants and ids."""

    today: date
    zone: tzinfo
    chance: Chance

    def day(self, ago: int) -> str:
        """The day so many days ago; less than 0 lies ahead."""
        return (self.today - timedelta(days=ago)).isoformat()

    def at(self, ago: int, hour: float) -> datetime:
        """The instant at that hour of that day."""
        whole = int(hour)
        minute = round((hour - whole) * 60)
        return datetime.combine(self.today - timedelta(days=ago), time(whole, minute), self.zone)

    def stamp(self, ago: int, hour: float) -> str:
        """The instant as the book writes it."""
        return self.at(ago, hour).isoformat(timespec="seconds")

    def id(self, ago: int, hour: float = 12.0) -> str:
        """A new id for something written down then."""
        milliseconds = round(self.at(ago, hour).timestamp() * 1000)
        return f"{milliseconds:013d}{self.chance.below(10**9):09d}"

    def birthday(self, ahead: int, year: str) -> str:
        """A birthday that comes so many days from today."""
        born = (self.today + timedelta(days=ahead)).isoformat()[5:]
        return f"--{born}" if born == "02-29" else f"{year}-{born}"
