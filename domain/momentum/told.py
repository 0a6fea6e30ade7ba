"""The gauge told to a script and to a status line."""

from domain.moment import Moment
from domain.momentum.brief import status
from domain.momentum.gauge import Gauge


def as_json(gauge: Gauge, moment: Moment) -> dict[str, float | str]:
    """The gauge with the keys that scripts may rely on."""
    return {
        "gauge": gauge.value,
        "pipe": gauge.pipe,
        "trend": gauge.trend,
        "full_per_week": gauge.full,
        "aim": gauge.aim,
        "at": moment.stamp,
        "warning": gauge.warning,
        "reserve": gauge.reserve,
        "energy": gauge.scaled(gauge.energy),
    }


def short(gauge: Gauge, ascii_only: bool = False) -> str:
    """A status line: `56 ↗ +9`, with the early warning at its end where there is one."""
    return status(gauge.value, gauge.pipe, gauge.trend if gauge.begun else "", gauge.warning, ascii_only)
