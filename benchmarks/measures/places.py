"""Going from place to place."""

from statistics import median
from typing import Final

from benchmarks.figures import Effort, Figure
from benchmarks.process import wait_until_idle
from benchmarks.sandbox import FIRST_PAINT, Sandbox
from benchmarks.terminal import Reply, Terminal

PLACES: Final = {"1": "Today", "2": "People", "3": "Intros", "4": "Ledger", "5": "Momentum"}
ESCAPE: Final = "\x1b"


def change_of_place(place: Sandbox, effort: Effort) -> list[Figure]:
    """The first visit of each place after a start, and later ones; what is told is the slowest place."""
    first: dict[str, list[Reply]] = {key: [] for key in PLACES if key != "1"}
    later: dict[str, list[Reply]] = {key: [] for key in PLACES}
    for _ in range(max(1, effort.starts // 3)):
        with place.open_app() as app:
            app.wait_for(FIRST_PAINT)
            app.settle()
            wait_until_idle(app.pid)
            for key, replies in first.items():
                replies.append(_go(app, key))
            for key in list(PLACES) * max(1, effort.presses // 10):
                later[key].append(_go(app, key))
    slowest = _most({key: median(reply.last * 1000 for reply in replies) for key, replies in later.items()})
    longest = _most({key: median(reply.size for reply in replies) for key, replies in later.items()})
    first_time = _most({key: median(reply.last * 1000 for reply in replies) for key, replies in first.items()})
    return [
        Figure("change of place, to the last byte: slowest", slowest[0], "ms", slowest[1], place.at_most(25, None)),
        Figure("change of place, bytes: longest", longest[0], "bytes", longest[1], place.at_most(4500, None)),
        Figure("first visit of a place: slowest", first_time[0], "ms", first_time[1], place.at_most(80, None)),
    ]


def _go(app: Terminal, key: str) -> Reply:
    reply = app.press(key)
    if f"▸{key} {PLACES[key]}" not in app.text:
        raise RuntimeError(f"{key} did not go to {PLACES[key]}; the screen shows:\n{app.text}")
    if PLACES[key] == "People":
        app.send(ESCAPE)  # out of the search field, where digits are text
        app.settle()
    return reply


def _most(medians: dict[str, float]) -> tuple[float, str]:
    key = max(medians, key=medians.__getitem__)
    return medians[key], PLACES[key]
