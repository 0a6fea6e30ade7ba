"""The gauge in its smallest form, as one line of text: exact by formula at any later instant while nothing changes.

Only `math` is imported beside what says the words, so that a status line can be answered from the line alone.
"""

from math import isfinite

from domain.momentum.brief import DAY, peak, status
from domain.momentum.halts import Halts
from domain.momentum.recent import Recent, early_warning

TYPE_CHECKING = False  # the module typing would take longer than a status line
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from domain.model import Interaction, Kind

LASTS = 60 * DAY
"""Seconds for which a kept gauge says what the book would: of the days after that no acts and pauses are kept."""
SET_BACK = 3_600
"""Seconds by which a clock may be set back before the gauge is worked out anew; within them it stands still."""
_FORMAT = "3"
"""The first word of a kept line; another form gets another one."""
_MOST_LOGGED = 100
"""Acts of the last two days beyond which they are not kept, so that the next one has the book read."""
_SECTIONS = 7

Logged = tuple[str, str, str]
"""What was logged, as the book has it: its instant, its kind, its id."""


class Brief:
    """What the gauge and its words are made of, from an instant on."""

    __slots__ = ("aim", "at", "logged", "recent", "until")

    def __init__(
        self,
        recent: Recent,
        *,
        at: float,
        aim: float,
        logged: "Mapping[str, Sequence[Logged]] | None" = None,
        until: float | None = None,
    ) -> None:
        """`at` is seconds since 1970, as is `until`; `logged` are the acts of the last two local days, by day."""
        self.recent = recent
        self.at = at
        self.until = at + LASTS if until is None else until
        self.aim = aim
        self.logged: dict[str, Sequence[Logged]] = dict(logged or {})

    def holds(self, now: float) -> bool:
        """Whether the formula says what the book would; not where the clock was set back by more than a little."""
        return self.at - SET_BACK <= now < self.until

    def value_and_pipe(self, now: float) -> tuple[float, float]:
        """The gauge at that instant, and how much higher its coming peak is."""
        energy, momentum = self.recent.state(max(now, self.at))
        scale = 700 / self.recent.full
        return scale * momentum, scale * (peak(energy, momentum) - momentum)

    def trend(self, now: float) -> str:
        """The trend in a word; empty where nothing was ever given."""
        now = max(now, self.at)
        return self.recent.trend(now) if self.recent.begun(now) else ""

    def warning(self, now: float) -> str:
        """The early warning in a sentence; empty where there is none."""
        recent, now = self.recent, max(now, self.at)
        if recent.halts.stands(now):
            return ""
        return early_warning(recent.value(now), recent.points(now), recent.full)

    def status(self, now: float, ascii_only: bool = False) -> str:
        """The status line at that instant."""
        value, pipe = self.value_and_pipe(now)
        return status(value, pipe, self.trend(now), self.warning(now), ascii_only)

    def logs(self, acts: "Sequence[Interaction]", weights: "Mapping[Kind, float]") -> bool:
        """Take in what was logged just now; whether all of it is of the days of which enough is known for that."""
        from domain.momentum.tally import counted_logged, is_give

        gives = [act for act in acts if is_give(act)]
        days = {act.at[:10] for act in gives}
        for day in days - self.logged.keys():  # nothing was logged since, but for what is dated ahead
            if not self.logged or day < max(self.logged) or self.recent.knows(day):
                return False
            self.logged[day] = ()
        for day in days:
            fresh = [(act.at, act.kind, act.id) for act in gives if act.at[:10] == day]
            known = {one[2] for one in fresh}
            self.logged[day] = [*(one for one in self.logged[day] if one[2] not in known), *fresh]
            found = counted_logged(self.logged[day], weights)
            self.recent.put({day}, [(act.at, act.points, act.day) for act in found])
        return True


def packed(brief: Brief) -> str:
    """The gauge as one line of plain text; numbers come back to the last digit."""
    recent = brief.recent
    numbers = (brief.at, brief.until, brief.aim, recent.full, recent.origin, recent.fast, recent.slow)
    stretches = zip(recent.halts.starts, recent.halts.ends, strict=True)
    days: dict[str, list[str]] = {}
    for at, points, label in recent.acts(brief.until):
        days.setdefault(label, []).append(f"{at!r}:{points!r}")
    sections = (
        _FORMAT,
        " ".join(repr(float(number)) for number in numbers),
        str(int(recent.older)),
        " ".join(f"{start!r}:{end!r}" for start, end in stretches if start < brief.until),
        " ".join(map(repr, recent.earlier)),
        " ".join(f"{label}={','.join(acts)}" for label, acts in days.items()),
        _logged(brief.logged),
    )
    return ";".join(sections)


def _logged(logged: "Mapping[str, Sequence[Logged]]") -> str:
    """The acts of the last two days; none at all where one of them could not be told apart from the line around it."""
    told = []
    for day, acts in logged.items():
        if len(acts) > _MOST_LOGGED or not all(_is_plain(at) and _is_plain(number) for at, _, number in acts):
            continue
        kinds = ((at, kind.replace(" ", "_"), number) for at, kind, number in acts)
        told.append(f"{day}={','.join(map('/'.join, kinds))}")
    return " ".join(told)


def _is_plain(text: str) -> bool:
    return text.isascii() and text.replace(":", "").replace("-", "").replace("+", "").replace(".", "").isalnum()


def unpack(line: str) -> Brief | None:
    """The gauge that a line keeps; None where the line is damaged or of another form."""
    sections = line.split(";")
    if len(sections) != _SECTIONS or sections[0] != _FORMAT:
        return None
    try:
        return _unpacked(*sections[1:])
    except (ValueError, OverflowError):
        return None


def _unpacked(head: str, older: str, stretches: str, earlier: str, days: str, logged: str) -> Brief:
    """The gauge of these sections; raises ValueError or OverflowError."""
    at, until, aim, full, origin, fast, slow = _numbers(head.split(" "))
    if not full > 0 or older not in ("0", "1"):
        raise ValueError
    halts = Halts([_two(one) for one in stretches.split()])
    recent = Recent(halts, full, origin, fast, slow, older=older == "1")
    recent.earlier = tuple(_numbers(earlier.split()))
    acts = []
    for day in days.split():
        label, _, told = day.partition("=")
        acts += [(*_two(one), label) for one in told.split(",")]
    recent.take(acts)
    known: dict[str, list[Logged]] = {}
    for day in logged.split():
        label, _, told = day.partition("=")
        known[label] = [_three(one) for one in told.split(",")] if told else []
    return Brief(recent, at=at, aim=aim, logged=known, until=until)


def _numbers(words: "Sequence[str]") -> list[float]:
    found = [float(word) for word in words]
    if not all(map(isfinite, found)):
        raise ValueError
    return found


def _two(text: str) -> tuple[float, float]:
    one, other = _numbers(text.split(":"))
    return one, other


def _three(text: str) -> Logged:
    at, kind, number = text.split("/")
    return at, kind.replace("_", " "), number
