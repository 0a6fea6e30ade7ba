"""The gauge and its answers told to a script, and the gauge to a status line."""

from collections.abc import Iterable, Mapping
from typing import Final

from domain.book import Book
from domain.model import Kind
from domain.moment import Moment
from domain.momentum.ahead import WhatIf, maintenance
from domain.momentum.answers import Reaching, Stopping, holding, if_i_stop
from domain.momentum.attribution import Contribution, Share, by_circle, by_kind, by_week, why
from domain.momentum.brief import status
from domain.momentum.gauge import Gauge, Momentum

ACTS_TOLD: Final = 50
"""Acts that are told by themselves, those that make most of the gauge."""


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


def all_as_json(
    momentum: Momentum, gauge: Gauge, moment: Moment, book: Book, weights: Mapping[Kind, float]
) -> dict[str, object]:
    """What the gauge is made of, what holds it and what stopping costs."""
    found, today = why(momentum, moment), moment.today
    held, kept = holding(gauge.value, gauge.full, weights), maintenance(gauge, gauge.aim, today, weights)
    circles = by_circle(found, book.interactions, book.contacts)
    return {
        "why": {
            "kinds": _shares(by_kind(found)),
            "weeks": _shares(by_week(found)),
            "circles": _shares(circles),
            "acts": [_act(one) for one in found[:ACTS_TOLD]],
            "other_acts": sum(one.gauge for one in found[ACTS_TOLD:]),
        },
        "holding": {"points_per_week": held.rate, "acts": held.acts, "sentence": held.sentence},
        "aim_holds_with": {"points_per_week": kept.rate, "acts": kept.acts, "sentence": kept.sentence},
        "if_i_stop": stopping_as_json(if_i_stop(gauge, today)),
    }


def _shares(shares: Iterable[Share]) -> list[dict[str, object]]:
    return [
        {"label": one.label, "acts": one.acts, "points": one.points, "gauge": one.gauge} for one in shares if one.acts
    ]


def _act(one: Contribution) -> dict[str, object]:
    return {"id": one.act.id, "day": one.act.day, "kind": one.act.kind, "points": one.act.points, "gauge": one.gauge}


def stopping_as_json(stop: Stopping) -> dict[str, object]:
    """What becomes of the gauge if nothing more is given."""
    return {
        "peak": stop.peak,
        "peak_day": stop.peak_day.isoformat(),
        "half": stop.half,
        "half_day": stop.half_day.isoformat() if stop.half_day is not None else None,
        "after_four_weeks": stop.after,
        "cost": stop.cost,
        "days_to_win_back": stop.days_back,
        "at_points_per_week": stop.rate,
        "sentence": stop.sentence,
    }


def reaching_as_json(reach: Reaching) -> dict[str, object]:
    """What it takes to have the gauge at a value by a day; no rate where there is no time for one."""
    return {
        "target": reach.target,
        "by": reach.day.isoformat(),
        "points_per_week": reach.rate if reach.rate < float("inf") else None,
        "honest": reach.honest,
        "earliest": reach.earliest.isoformat() if reach.earliest is not None else None,
        "acts": reach.acts,
        "sentence": reach.sentence,
    }


def what_if_as_json(tried: WhatIf) -> dict[str, object]:
    """A rhythm and where it leads, a value for each coming day."""
    return {
        "points_per_week": tried.rate,
        "acts": tried.acts,
        "gauge": list(tried.values),
        "settles": tried.settles,
        "sentence": tried.sentence,
    }


def short(gauge: Gauge, ascii_only: bool = False) -> str:
    """A status line: `56 ↗ +9`, with the early warning at its end where there is one."""
    return status(gauge.value, gauge.pipe, gauge.trend if gauge.begun else "", gauge.warning, ascii_only)
