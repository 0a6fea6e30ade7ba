"""What went out and what came back in each month, a bar and a number each, one above the other."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from textual.reactive import reactive

from tui.glyphs import Glyphs
from tui.text import Line, Role, Span, line
from tui.widgets.chart import bar
from tui.widgets.lineview import WholeView

LABEL_CELLS: Final = 6
"""Cells before the first month: a blank, the word, a blank."""
LEAST: Final = 6
"""Cells of a month at least: a bar, a number, a blank."""
WIDEST: Final = 9


class MonthView(NamedTuple):
    """One month."""

    name: str
    """Three letters."""
    out: int
    back: int


def months_lines(months: Sequence[MonthView], width: int, glyphs: Glyphs) -> tuple[Line, ...]:
    """A line for what went out, one for what came back, one with the names, of the newest months that fit."""
    fitting = max(0, (width - LABEL_CELLS - 1) // LEAST)
    shown = months[-fitting:] if fitting else ()
    if not shown:
        return ()
    cells = min(WIDEST, (width - LABEL_CELLS - 1) // len(shown))
    most = max(1, *(max(one.out, one.back) for one in shown))
    names = "".join(f"{one.name:<{cells}}" for one in shown)
    return (
        _row("out", [one.out for one in shown], most, cells, "gauge3", glyphs),
        _row("back", [one.back for one in shown], most, cells, "accent", glyphs),
        line(" " * LABEL_CELLS, Span(names.rstrip(), "muted")),
    )


def _row(label: str, counts: Sequence[int], most: int, cells: int, role: Role, glyphs: Glyphs) -> Line:
    digits = len(f"{most}")
    width = max(1, cells - digits - 2)
    gap = " " * max(0, cells - digits - 1 - width)
    told = (f"{bar(count / most, glyphs) * width}{gap}{count or glyphs.dot:>{digits}} " for count in counts)
    return (Span(f" {label:<{LABEL_CELLS - 1}}{''.join(told)}", role),)  # one colour: each other one is sent


class Months(WholeView):
    """The months that fit into the width."""

    DEFAULT_CSS = """
    Months { height: 3; }
    """

    months: reactive[tuple[MonthView, ...]] = reactive((), repaint=False, init=False)
    """What is shown, oldest first."""

    def watch_months(self) -> None:
        """Draw what changed."""
        self.make_anew()

    def compose_lines(self, width: int, _height: int) -> tuple[Line, ...]:
        """The months at this size."""
        return months_lines(self.months, width, self.glyphs)
