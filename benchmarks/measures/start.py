"""The start of the app: from the command to the list on the screen."""

import sys
from pathlib import Path
from typing import Final

from benchmarks.figures import Effort, Figure, ratio
from benchmarks.sandbox import FIRST_PAINT, Sandbox
from benchmarks.terminal import Terminal

ONE_LABEL: Final = str(Path(__file__).parents[1] / "stand_ins" / "one_label.py")


def first_paint(place: Sandbox, effort: Effort) -> list[Figure]:
    """The first paint of Today against a Textual app with one label, each started in turn."""
    pairs = []
    for _ in range(effort.starts):
        with place.open_app() as app:
            ours = app.wait_for(FIRST_PAINT)
        with Terminal([sys.executable, ONE_LABEL], place.environment) as app:
            pairs.append((ours, app.wait_for("ready")))
    value, beside = ratio(pairs)
    return [Figure("first paint of Today ÷ a Textual app with one label", value, "×", beside, place.at_most(1.6, 3.5))]
