"""A rate of giving said in acts: `a call, a message and a smile a week`."""

from collections.abc import Mapping
from math import ceil
from typing import Final

from domain.model import Kind
from domain.momentum.recent import said_points
from domain.text import listed
from domain.words import number

_LARGE: Final[tuple[Kind, ...]] = ("introduction", "help", "lead")
_MIDDLE: Final[tuple[Kind, ...]] = ("call", "meet", "chat", "listen", "share")
_SMALL: Final[tuple[Kind, ...]] = ("message", "smile", "thanks", "turn up", "post")
_WORDS: Final[dict[Kind, tuple[str, str]]] = {
    "introduction": ("an introduction", "introductions"),
    "help": ("a help", "helps"),
    "lead": ("a lead", "leads"),
    "call": ("a call", "calls"),
    "meet": ("a meeting", "meetings"),
    "chat": ("a chat", "chats"),
    "listen": ("an hour of listening", "hours of listening"),
    "share": ("a share", "shares"),
    "message": ("a message", "messages"),
    "smile": ("a smile", "smiles"),
    "thanks": ("a thanks", "thanks"),
    "turn up": ("an evening out", "evenings out"),
    "post": ("a post", "posts"),
}
KINDS_BY_WEIGHT: Final[tuple[Kind, ...]] = (*_LARGE, *_MIDDLE, *_SMALL)
"""Every kind of giving, from the largest to the smallest."""
_PERIODS: Final = (("a week", 1.0), ("every two weeks", 2.0), ("a month", 30 / 7))
_NOTHING: Final = 0.01
"""Points a week below which nothing is asked."""


def in_acts(rate: float, weights: Mapping[Kind, float]) -> str:
    """The fewest everyday acts that bring so many points a week; points themselves where no kind has a weight."""
    if rate < _NOTHING:
        return "nothing"
    small = [kind for kind in _SMALL if weights.get(kind, 0) > 0][:2]
    middle = next((kind for kind in _MIDDLE + _LARGE if weights.get(kind, 0) > 0), None)
    large = next((kind for kind in _LARGE if weights.get(kind, 0) > 0), None)
    least = small[0] if small else middle
    if least is None:
        return f"{said_points(rate)} a week"
    period, weeks = next((one for one in _PERIODS if rate * one[1] > weights[least] / 2), _PERIODS[-1])
    left = ceil(round(rate * weeks, 6) * 4) / 4
    acts: dict[Kind, int] = {}
    if large and middle and large != middle and left >= 2 * weights[large]:
        acts[large] = int(left // (2 * weights[large]))
        left -= acts[large] * weights[large]
    light = sum(weights[kind] for kind in small)
    if middle and left > weights[least]:
        several = ceil((left - light) / weights[middle])
        acts[middle] = max(1, several)
        left -= acts[middle] * weights[middle]
    for kind in small:
        if left > 0:
            acts[kind] = 1
            left -= weights[kind]
    if not acts:
        acts[least] = 1
    return f"{said_acts(acts)} {period}"


def said_acts(acts: Mapping[Kind, int]) -> str:
    """Acts in words: `two calls, a message and a smile`."""
    return listed([_said(kind, many) for kind, many in acts.items()])


def _said(kind: Kind, many: int) -> str:
    one, several = _WORDS[kind]
    return one if many == 1 else f"{number(many)} {several}"
