"""What the user may set, with its defaults; reading the file is the store's."""

from dataclasses import dataclass, field
from typing import Final, Literal

from domain.model import Circle, Kind

DEFAULT_WEIGHTS: Final[dict[Kind, float]] = {
    "smile": 1,
    "message": 1,
    "post": 1,
    "thanks": 1,
    "turn up": 1,
    "listen": 2,
    "chat": 2,
    "call": 2,
    "meet": 2,
    "share": 2,
    "help": 3,
    "lead": 3,
    "introduction": 4,
}
"""Points for each kind of giving; a note has none."""

DEFAULT_CADENCES: Final[dict[Circle, int]] = {"inner": 14, "close": 30, "active": 90, "wide": 180}
"""Days between contacts for each circle; `never` has none."""

Mode = Literal["looking", "in a job", "own"]
AIM_OF_MODE: Final[dict[Mode, float]] = {"looking": 60, "in a job": 33}


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Every setting, as the program uses it."""

    name: str = ""
    """Your own name, to skip yourself on import and to sign drafts."""
    addresses: tuple[str, ...] = ()
    """Your own e-mail addresses."""
    timezone: str = ""
    """An IANA name; empty means the machine's own."""
    week_start: Literal["monday", "sunday", "saturday"] = "monday"
    full: float = 6
    """Points a week that make the gauge 100."""
    mode: Mode = "looking"
    aim: float = 60
    """The mark on the gauge; follows the mode unless set."""
    weights: dict[Kind, float] = field(default_factory=lambda: dict(DEFAULT_WEIGHTS))
    cadences: dict[Circle, int] = field(default_factory=lambda: dict(DEFAULT_CADENCES))
    cap: int = 7
    """Items that a day's list shows beside what is always shown."""
    fresh_days: int = 60
    """An answer is fresh for this long, stale after, expired at twice this."""
    theme: str = "swell"
    ascii: bool = False
    """Draw with no character above 126."""
    keys: dict[str, str] = field(default_factory=dict)
    """Key by binding id, where it differs from the built-in one."""
