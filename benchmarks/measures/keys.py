"""Keys in the list of Today: what they send and how long that takes."""

import sys
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from typing import Final

from benchmarks.figures import Effort, Figure, ninety_fifth
from benchmarks.process import wait_until_idle
from benchmarks.sandbox import FIRST_PAINT, Sandbox
from benchmarks.terminal import Reply, Terminal

DOWN: Final = "\x1b[B"
PAGE_DOWN: Final = "\x1b[6~"
TO_THE_TOP: Final = "g"
STAND_INS: Final = {"OptionList": "option_list.py", "DataTable": "data_table.py"}
ROWS_BELOW: Final = 4
"""So many rows there are below the first one on any Today with something to do."""


def cursor(place: Sandbox, effort: Effort) -> list[Figure]:
    """One row down and one page down on Today at 80×24."""
    with place.open_app() as app:
        app.wait_for(FIRST_PAINT)
        app.settle()
        wait_until_idle(app.pid)
        down: list[Reply] = []
        while len(down) < effort.presses:
            down.extend(app.press(DOWN) for _ in range(ROWS_BELOW))
            app.press(TO_THE_TOP)
        page = []
        for _ in range(max(1, effort.presses // 3)):
            page.append(app.press(PAGE_DOWN))
            app.press(TO_THE_TOP)
    return [*_told("cursor down", down, place.at_most(500, None), place.at_most(8, None)), *_told("page down", page)]


def beside(place: Sandbox, effort: Effort) -> list[Figure]:
    """One row down in the two lists of Textual that hold everybody of the book."""
    return [figure for widget in STAND_INS for figure in _stand_in(widget, place, effort)]


def _stand_in(widget: str, place: Sandbox, effort: Effort) -> list[Figure]:
    program = Path(__file__).parents[1] / "stand_ins" / STAND_INS[widget]
    argv = [sys.executable, str(program), str(place.contacts)]
    with Terminal(argv, place.environment) as app:
        app.wait_for("Person 9 ")
        app.settle()
        wait_until_idle(app.pid)
        app.press(DOWN)
        down = [app.press(DOWN) for _ in range(effort.presses // 2)]
    return _told(f"for comparison: cursor down in Textual's {widget}", down)


def _told(
    what: str, replies: Sequence[Reply], most_bytes: float | None = None, most_time: float | None = None
) -> list[Figure]:
    """The paint that answers the key at once, and all with what follows once the cursor rests."""
    sizes, times = [reply.at_once for reply in replies], [reply.painted * 1000 for reply in replies]
    figures = [
        Figure(f"{what}, bytes", median(sizes), "bytes", f"95th {ninety_fifth(sizes):,.0f}", most_bytes),
        Figure(f"{what}, to the last byte", median(times), "ms", f"95th {ninety_fifth(times):.1f}", most_time),
    ]
    following = [reply.size - reply.at_once for reply in replies if reply.size > reply.at_once]
    if following:
        ends = f"until {median(reply.last * 1000 for reply in replies):.0f} ms after the key"
        figures.append(Figure(f"{what}, what follows where it rests", median(following), "bytes", ends))
    return figures
