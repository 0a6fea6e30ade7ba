"""The memory of the app."""

from typing import Final

from benchmarks.figures import Effort, Figure
from benchmarks.process import memory, wait_until_idle
from benchmarks.sandbox import FIRST_PAINT, Sandbox

A_WHILE: Final = 3.0
"""Seconds for which it is left alone once it has nothing more to do."""


def of_the_app(place: Sandbox, _effort: Effort) -> list[Figure]:
    """After the first paint, when everything is prepared, and the most it ever had."""
    with place.open_app() as app:
        app.wait_for(FIRST_PAINT)
        painted = memory(app.pid)
        app.settle()
        wait_until_idle(app.pid)
        app.settle(A_WHILE, A_WHILE)
        settled, peak = memory(app.pid), memory(app.pid, "VmHWM")
    beside = f"{painted:.0f} at first paint, {peak:.0f} at its most"
    return [Figure("memory of the app", settled, "MB", beside, place.at_most(90, 260))]
