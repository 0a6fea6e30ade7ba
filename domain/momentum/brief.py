"""The gauge in its smallest form: two numbers, the formula that moves them on, and one line of text that keeps them.

Nothing but `math` is imported, so that a status line can be answered from the kept line alone.
"""

from math import exp, isfinite, log

TAU1 = 7 / log(2)
"""Days in which energy falls to 1/e: a half-life of 7 days; a design choice, between 5 and 13 in kindred models."""
TAU2 = 21 / log(2)
"""Days in which momentum follows energy: a half-life of 21 days; a design choice as well."""
K = TAU1 / (TAU2 - TAU1)
"""How much of the energy is on its way to momentum (Bateman's equation for two first-order stages in a row): 1/2."""

DAY = 86_400
"""Seconds in a day."""

BUILDING, HOLDING, ROLLING, FADING = "building", "holding", "rolling on", "fading"
ARROWS = {BUILDING: "↗", HOLDING: "→", ROLLING: "~", FADING: "↘"}
"""The sign of each trend."""
ASCII_ARROWS = {BUILDING: "/", HOLDING: "-", ROLLING: "~", FADING: "\\"}
"""The sign of each trend with no character above 126."""

_FORMAT = "1"
"""The first word of a kept line; another form gets another one."""
_SIGNS = {BUILDING: "b", HOLDING: "h", ROLLING: "r", FADING: "f", "": "-"}
_TRENDS = {sign: trend for trend, sign in _SIGNS.items()}


def decayed(energy: float, momentum: float, days: float) -> tuple[float, float]:
    """Energy and momentum, in points a day, after that many days without a give; days below 0 count as none."""
    if days <= 0:
        return energy, momentum
    fast, slow = exp(-days / TAU1), exp(-days / TAU2)
    return energy * fast, momentum * slow + energy * K * (slow - fast)


def days_to_peak(energy: float, momentum: float) -> float:
    """Days until momentum turns if nothing more is given; 0 where it does not rise."""
    if energy <= momentum or energy <= 0:
        return 0.0
    coming = energy * K
    return log(coming * TAU2 / ((momentum + coming) * TAU1)) * TAU1 * TAU2 / (TAU2 - TAU1)


def peak(energy: float, momentum: float) -> float:
    """The most that momentum will be if nothing more is given."""
    return decayed(energy, momentum, days_to_peak(energy, momentum))[1]


def status(value: float, pipe: float, trend: str, warning: str, ascii_only: bool) -> str:
    """A status line: `56 ↗ +9`, with a warning at its end where there is one; a gauge nobody ever moved is `0`."""
    words = [f"{round(value)}"]
    if trend:
        words.append((ASCII_ARROWS if ascii_only else ARROWS)[trend])
    if round(pipe):
        words.append(f"+{round(pipe)}")
    if warning:
        words.append(f"! {warning}")
    return " ".join(words)


class Brief:
    """A gauge as it was at one instant, and how long it may be moved on by the formula alone."""

    __slots__ = ("aim", "at", "energy", "momentum", "moving", "rhythm", "trend", "until", "warning")

    def __init__(
        self,
        energy: float,
        momentum: float,
        *,
        at: float,
        until: float,
        rhythm: float,
        aim: float,
        trend: str,
        moving: bool,
        warning: str,
    ) -> None:
        """`at` and `until` are seconds since 1970; `rhythm` is full, in points a day; `moving` is false in a pause."""
        self.energy = energy
        self.momentum = momentum
        self.at = at
        self.until = until
        self.rhythm = rhythm
        self.aim = aim
        self.trend = trend
        self.moving = moving
        self.warning = warning

    def holds(self, now: float) -> bool:
        """Whether the formula still says what the book would."""
        return now < self.until

    def value_and_pipe(self, now: float) -> tuple[float, float]:
        """The gauge at that instant, and how much higher its coming peak is."""
        days = (now - self.at) / DAY if self.moving else 0
        energy, momentum = decayed(self.energy, self.momentum, days)
        return 100 * momentum / self.rhythm, 100 * (peak(energy, momentum) - momentum) / self.rhythm

    def status(self, now: float, ascii_only: bool = False) -> str:
        """The status line at that instant."""
        value, pipe = self.value_and_pipe(now)
        return status(value, pipe, self.trend, self.warning, ascii_only)


def packed(brief: Brief) -> str:
    """The gauge as one line of plain text; numbers come back to the last digit."""
    numbers = (brief.energy, brief.momentum, brief.at, brief.until, brief.rhythm, brief.aim)
    words = [_FORMAT, *(repr(float(number)) for number in numbers), _SIGNS[brief.trend], str(int(brief.moving))]
    return " ".join([*words, brief.warning]).rstrip()


def unpack(line: str) -> Brief | None:
    """The gauge that a line keeps; None where the line is damaged or of another form."""
    words = line.rstrip("\n").split(" ", 9)
    if len(words) < 9 or words[0] != _FORMAT or words[7] not in _TRENDS or words[8] not in ("0", "1"):
        return None
    try:
        energy, momentum, at, until, rhythm, aim = map(float, words[1:7])
    except ValueError:
        return None
    if not rhythm > 0 or not all(map(isfinite, (energy, momentum, at, until, rhythm, aim))):
        return None
    warning = words[9] if len(words) > 9 else ""
    return Brief(
        energy,
        momentum,
        at=at,
        until=until,
        rhythm=rhythm,
        aim=aim,
        trend=_TRENDS[words[7]],
        moving=words[8] == "1",
        warning=warning,
    )
