"""Other settings on trial: what they would make of the gauge, of its past too, and what to write for them."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta
from typing import Final, NamedTuple

from domain.model import KINDS, Interaction, Kind, Pause
from domain.moment import Moment
from domain.momentum.gauge import Gauge, Momentum
from domain.settings import AIM_OF_MODE, MODES, Mode, Settings

LEAST_FULL: Final = 0.5
MOST_WEIGHT: Final = 100.0


class Trial(NamedTuple):
    """Settings on trial beside those that hold."""

    now: Gauge
    tried: Gauge
    before: float
    """The gauge of four weeks ago as it stands."""
    before_tried: float
    """The same by the settings on trial: the past is told by the same weights as today."""

    @property
    def sentence(self) -> str:
        """What the change does to today's number."""
        old, new = round(self.now.value), round(self.tried.value)
        aim = f"; the aim moves to {self.tried.aim:g}" if self.tried.aim != self.now.aim else ""
        if old == new:
            return f"Today's number stays at {old}{aim}"
        past = f", that of four weeks ago from {round(self.before)} to {round(self.before_tried)}"
        return f"Today's number goes from {old} to {new}{past}{aim}"


def trial(
    interactions: Iterable[Interaction], pauses: Iterable[Pause], moment: Moment, settings: Settings, other: Settings
) -> Trial:
    """What other settings would make of the gauge, now and four weeks ago; nothing is changed."""
    acts, known = list(interactions), list(pauses)
    earlier = Moment(moment.at - timedelta(days=28))
    found = [Momentum(acts, earlier, one, known) for one in (settings, other)]
    now, tried = (one.gauge(moment) for one in found)
    before, before_tried = (one.gauge(earlier).value for one in found)
    return Trial(now, tried, before, before_tried)


def with_mode(settings: Settings, step: int) -> Settings:
    """The next mode, with its aim; the number stays, the mark moves. A mode of your own keeps the aim."""
    mode: Mode = MODES[(MODES.index(settings.mode) + step) % len(MODES)]
    return replace(settings, mode=mode, aim=AIM_OF_MODE.get(mode, settings.aim))


def with_aim(settings: Settings, step: int) -> Settings:
    """Another aim, from 1 on, which makes the mode your own unless it is that of a mode."""
    aim = max(1.0, settings.aim + step)
    mode: Mode = next((mode for mode, its in AIM_OF_MODE.items() if its == aim), "own")
    return replace(settings, aim=aim, mode=mode)


def with_full(settings: Settings, step: int) -> Settings:
    """Another *full*, half a point a week more or less."""
    return replace(settings, full=max(LEAST_FULL, settings.full + step / 2))


def with_weight(settings: Settings, kind: Kind, step: int) -> Settings:
    """Another weight of a kind, half a point more or less."""
    weight = min(MOST_WEIGHT, max(0.0, settings.weights[kind] + step / 2))
    return replace(settings, weights={**settings.weights, kind: weight})


def to_write(settings: Settings, other: Settings) -> list[str]:
    """The lines of config.toml that make the settings on trial hold; none where nothing differs."""
    lines: list[str] = []
    if other.full != settings.full:
        lines.append(f"full = {other.full:g}")
    if other.mode != settings.mode:
        lines.append(f'mode = "{other.mode}"')
    if (other.aim, other.mode) != (settings.aim, settings.mode):  # else a mode would bring the aim that it has
        lines.append(f"aim = {other.aim:g}")
    weights = [kind for kind in KINDS[:-1] if other.weights[kind] != settings.weights[kind]]
    if lines:
        lines.insert(0, "[momentum]")
    if weights:
        lines.append("[momentum.weights]")
        lines.extend(f"{_quoted(kind)} = {other.weights[kind]:g}" for kind in weights)
    return lines


def _quoted(kind: Kind) -> str:
    return f'"{kind}"' if " " in kind else kind
