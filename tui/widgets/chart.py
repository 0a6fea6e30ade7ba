"""The chart of momentum: a curve over its days, with what went out and what came back beneath."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from textual.reactive import reactive

from tui.glyphs import Glyphs
from tui.text import Line, Role, Span, line
from tui.widgets.lineview import WholeView

LABEL_CELLS: Final = 4
"""Cells before the axis: a blank and the number."""
ROWS_BENEATH: Final = 3
"""The floor, what went out, what came back."""

_DOTS: Final = ((0x40, 0x04, 0x02, 0x01), (0x80, 0x20, 0x10, 0x08))
"""The bits of a braille cell: its left and its right column, each from the bottom up."""

_STEPS: Final = tuple(step * 10**power for power in range(1, 9) for step in (2, 5, 10))
"""Points between two labels, from 20 on."""

Mark = tuple[str, Role]
"""One cell of the chart."""


@dataclass(frozen=True, slots=True)
class ChartView:
    """What a chart shows, a value a day, oldest first."""

    values: tuple[float, ...] = ()
    ahead: tuple[float, ...] = ()
    """What follows if nothing more is given, or by a rhythm on trial."""
    tried: bool = False
    """Whether it is a rhythm on trial that follows."""
    gives: tuple[float, ...] = ()
    """Points that went out on each day of `values`."""
    returns: tuple[bool, ...] = ()
    """Whether something came back on each day of `values`."""
    paused: tuple[bool, ...] = ()
    """Whether momentum stood still on each day of `values`."""
    day: int | None = None
    """The day that is looked at, counted in `values`."""
    ticks: tuple[tuple[int, str], ...] = ()
    """The days under which the lower edge has a tick, counted in `values`, with what stands beside it."""

    @property
    def days(self) -> int:
        """Days from edge to edge."""
        return len(self.values) + len(self.ahead)


def chart_lines(view: ChartView, width: int, height: int, glyphs: Glyphs) -> tuple[Line, ...]:
    """The chart as lines of one width."""
    rows = height - ROWS_BENEATH
    if rows < 2 or not view.values:
        return ()
    top = scale_top(max(*view.values, *view.ahead, 1))
    labels, label = _labels(top, rows), max(LABEL_CELLS, len(f"{top}") + 1)
    cells = width - label - 2
    if cells < 10:
        return ()
    curve = _curve(view, cells, rows, top, glyphs)
    days = [_days_of(cell, cells, view.days) for cell in range(cells)]
    _shade(curve, view, days, glyphs)
    drawn = [
        line(Span(f"{labels.get(row, ''):>{label - 1}}", "muted"), _axis(row in labels, glyphs), _runs(marks))
        for row, marks in enumerate(curve)
    ]
    return (
        *drawn,
        _floor(view, days, label, glyphs),
        _out(view, days, label, glyphs),
        _back(view, days, label, glyphs),
    )


def scale_top(highest: float) -> int:
    """The value at the upper edge: the next multiple of 20, or of 50 above 100."""
    step = 20 if highest <= 100 else 50
    return max(step, -int(-highest // step) * step)


def _labels(top: int, rows: int) -> dict[int, int]:
    """The value to write at each row, counted from above; round ones, none nearer to another than a row."""
    step = next(step for step in _STEPS if top // step < max(rows, 2))
    return {rows - 1 - round(value / top * (rows - 1)): value for value in range(step, top + 1, step)}


def _axis(labelled: bool, glyphs: Glyphs) -> Span:
    return Span(glyphs.tick if labelled else glyphs.axis, "muted")


def _days_of(cell: int, cells: int, days: int) -> range:
    """The days that a cell stands for; where there are fewer days than cells, each day has its first cell."""
    return range(-(-cell * days // cells), -(-(cell + 1) * days // cells))


def _curve(view: ChartView, cells: int, rows: int, top: int, glyphs: Glyphs) -> list[list[Mark]]:
    """The rows of the curve from above, cell by cell."""
    across, up = (2, 4) if glyphs.braille else (1, 1)
    series = (*view.values, *view.ahead)
    points = cells * across
    levels = [round(_at(series, point / (points - 1)) / top * (rows * up - 1)) for point in range(points)]
    now = (len(view.values) - 1) / max(1, view.days - 1) * (points - 1)
    grid = [[0] * cells for _ in range(rows)]
    ahead = [cell * across > now for cell in range(cells)]
    for point, level in enumerate(levels):
        cell = point // across
        if ahead[cell] and point % (3 * across):
            continue
        before = levels[point - 1] if point and not ahead[cell] else level
        for height in _between(before, level):
            row = rows - 1 - height // up
            grid[row][cell] |= _DOTS[point % across][height % up] if glyphs.braille else 1
    coming: Role = "strong" if view.tried else "muted"
    return [[_mark(bits, coming if ahead[cell] else "accent", glyphs) for cell, bits in enumerate(row)] for row in grid]


def _between(before: int, level: int) -> range:
    """The heights that a stroke from the height before takes, the old one left out."""
    if before < level:
        return range(before + 1, level + 1)
    return range(level, max(before, level + 1))


def _at(series: Sequence[float], share: float) -> float:
    """The value at a share of the way along, between its neighbours."""
    place = share * (len(series) - 1)
    left = min(int(place), len(series) - 1)
    right = min(left + 1, len(series) - 1)
    return series[left] + (series[right] - series[left]) * (place - left)


def _mark(bits: int, role: Role, glyphs: Glyphs) -> Mark:
    if not bits:
        return " ", "text"
    if glyphs.braille:
        return chr(0x2800 + bits), role
    return "*" if role == "accent" else ".", role


def _shade(curve: list[list[Mark]], view: ChartView, days: Sequence[range], glyphs: Glyphs) -> None:
    """Shade the paused days on the lowest row that is free, and draw a line at the day that is looked at."""
    for cell, span in enumerate(days):
        if _is_paused(view, span):
            free = next((row for row in reversed(curve) if row[cell][0] == " "), curve[-1])
            free[cell] = (glyphs.paused, "muted")
        if view.day is None or view.day not in span:
            continue
        for row in curve:
            if row[cell][0] == " ":
                row[cell] = (glyphs.axis, "muted")


def _is_paused(view: ChartView, days: range) -> bool:
    """Whether any of a cell's days is paused; a cell that stands for none lies between two days."""
    if days:
        return any(view.paused[day] for day in days if day < len(view.paused))
    return 0 < days.start < len(view.paused) and view.paused[days.start - 1] and view.paused[days.start]


def _floor(view: ChartView, days: Sequence[range], label_cells: int, glyphs: Glyphs) -> Line:
    """The lower edge, with its ticks and what stands beside them where there is room before the next."""
    label_of = dict(view.ticks)
    marks = [" "] * len(days)
    for cell, span in enumerate(days):
        label = next((label_of[day] for day in span if day in label_of), None)
        if label is None:
            continue
        marks[cell] = glyphs.floor_tick
        if label and cell + len(label) < len(days):
            marks[cell + 1 : cell + 1 + len(label)] = label
    return line(" " * (label_cells - 1), Span(glyphs.corner + "".join(marks[: len(days)]), "muted"))


def _out(view: ChartView, days: Sequence[range], label_cells: int, glyphs: Glyphs) -> Line:
    """A bar for the points that went out; the highest is the most of a day."""
    points = [sum(view.gives[day] for day in span if day < len(view.gives)) for span in days]
    most = max(*points, 4.0)
    marks: list[Mark] = [(bar(point / most, glyphs), "gauge3") for point in points]
    return line(Span(f"{' out':<{label_cells}}", "gauge3"), _runs(marks))


def bar(share: float, glyphs: Glyphs) -> str:
    """A bar of a cell for a share of the highest one; a blank for nothing."""
    return glyphs.bars[min(7, max(0, round(share * 8) - 1))] if share > 0 else " "


def _back(view: ChartView, days: Sequence[range], label_cells: int, glyphs: Glyphs) -> Line:
    """A mark for each day on which something came back."""
    came = [any(day < len(view.returns) and view.returns[day] for day in span) for span in days]
    marks: list[Mark] = [(glyphs.back[0] if back else " ", "accent") for back in came]
    return line(Span(f"{' in':<{label_cells}}", "accent"), _runs(marks))


def _runs(marks: Sequence[Mark]) -> Line:
    """Cells of one role in a row as one span."""
    return tuple(Span("".join(text for text, _ in run), role) for role, run in groupby(marks, key=lambda mark: mark[1]))


class Chart(WholeView):
    """A chart that fills the widget."""

    view: reactive[ChartView] = reactive(ChartView(), repaint=False, init=False)
    """What is shown."""

    def watch_view(self) -> None:
        """Draw what changed."""
        self.make_anew()

    def compose_lines(self, width: int, height: int) -> tuple[Line, ...]:
        """The chart at this size."""
        return chart_lines(self.view, width, height, self.glyphs)
