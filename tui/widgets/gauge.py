"""The momentum gauge: what it shows, as one short line and as the three lines of the Momentum place."""

from math import ceil
from typing import Final, NamedTuple

from textual.reactive import reactive

from tui.glyphs import Glyphs
from tui.text import Line, Role, Span, Words, cut, line, width_of
from tui.widgets.lineview import LineView
from tui.widgets.shapes import Shape, drawn

SHORT_CELLS: Final = 10
"""Cells of the gauge on the top line."""

_BANDS: Final[tuple[Role, ...]] = ("gauge1", "gauge2", "gauge3", "gauge4")


class GaugeView(NamedTuple):
    """What a gauge shows."""

    value: float = 0
    """Momentum now, from 0; above 100 the gauge is full and the number says the rest."""
    pipe: float = 0
    """How much higher the coming peak is."""
    aim: float = 60
    trend: str = ""
    """`building`, `fading`, `rolling on` or `holding`; empty where nothing was ever given."""
    warning: str = ""
    """The early warning in a sentence, which the Momentum place and Today say; empty where there is none."""
    known: bool = True
    """False until it is worked out, for which no first paint waits; then it is drawn without its number."""


def gauge_cells(view: GaugeView, cells: int, glyphs: Glyphs) -> Line:
    """The gauge without its ends: solid for now, hatched for what is in the pipe, a mark at the aim."""
    now = _cells(view.value, cells)
    solid, part = divmod(round(now * 8), 8)
    first = solid + (part > 0)
    peak = max(ceil(_cells(view.value + view.pipe, cells)), first + 1) if view.pipe >= 0.5 else first
    mark = min(int(_cells(view.aim, cells)), cells - 1)
    if mark == first == peak - 1:
        mark = -1  # the only cell of what is in the pipe is worth more than the mark
    return line(*(_cell(at, solid, part, peak, mark, cells, glyphs) for at in range(cells)))


def _cells(points: float, cells: int) -> float:
    return min(max(points, 0), 100) * cells / 100


def _cell(at: int, solid: int, part: int, peak: int, mark: int, cells: int, glyphs: Glyphs) -> Span:
    band = _BANDS[at * len(_BANDS) // cells]
    if at < solid:
        return Span(glyphs.aim, "aimed") if at == mark and at + 1 < solid else Span(glyphs.full, band)
    if at == solid and part:
        return Span(glyphs.eighths[part - 1], band)
    if at == mark:
        return Span(glyphs.aim, "muted")
    return Span(glyphs.pipe, band) if at < peak else Span(glyphs.empty, "muted")


def gauge_words(view: GaugeView, glyphs: Glyphs) -> Line:
    """The number, the arrow of the trend and what is in the pipe."""
    arrow = glyphs.trends.get(view.trend, "")
    late: Role = "late" if view.trend == "fading" else "accent"
    pipe = Span(f" +{round(view.pipe)}", "muted") if round(view.pipe) else ""
    warning = Span(" !", "late") if view.warning else ""
    number = f"{round(view.value):>3}" if view.known else ""
    return line(number, Span(f" {arrow}" if arrow else "", late), pipe, warning)


def short_gauge(view: GaugeView, glyphs: Glyphs) -> Line:
    """The gauge of the top line."""
    ends = (Span(glyphs.left_end, "muted"), Span(glyphs.right_end, "muted"))
    return line(ends[0], gauge_cells(view, SHORT_CELLS, glyphs), ends[1], gauge_words(view, glyphs))


class BigGaugeView(NamedTuple):
    """What the gauge of the Momentum place shows."""

    gauge: GaugeView = GaugeView()
    headline: Shape = ""
    """Stands above: the number in words at the left, the scale at the right."""
    forecast: Words = ""
    """Stands below, at the right: what becomes of it."""


class BigGauge(LineView):
    """Three lines: a headline, the gauge across the width, and a scale with now and the aim."""

    DEFAULT_CSS = """
    BigGauge { height: 3; }
    """

    view: reactive[BigGaugeView] = reactive(BigGaugeView(), repaint=False, init=False)
    """What is shown."""

    def watch_view(self) -> None:
        """Draw what changed."""
        self.repaint()

    def compose_line(self, y: int, width: int) -> Line:
        """The headline, the gauge or the scale."""
        if y == 0:
            return drawn(self.view.headline, width, self.glyphs)
        cells = max(1, width - 12)
        return self._gauge(cells) if y == 1 else self._scale(cells, width)

    def _gauge(self, cells: int) -> Line:
        ends = Span(f" {self.glyphs.left_end}", "muted"), Span(self.glyphs.right_end, "muted")
        return line(ends[0], gauge_cells(self.view.gauge, cells, self.glyphs), ends[1], Span(" 100", "muted"))

    def _scale(self, cells: int, width: int) -> Line:
        """`0`, now and the aim under their places, and the forecast where there is room after them."""
        gauge = self.view.gauge
        mark = 2 + min(int(_cells(gauge.aim, cells)), cells - 1)
        aim = Span(f"{self.glyphs.pointer} aim {gauge.aim:g}", "muted")
        now = Span(f"now {round(gauge.value)}", "muted")
        left = line(Span("  0", "muted"))
        place = 2 + int(_cells(gauge.value, cells))
        first, last = mark + width_of(aim) + 2, width - width_of(self.view.forecast) - width_of(now) - 3
        is_behind = place > mark and first <= last
        at = min(place - width_of(now) // 2, mark - width_of(now) - 2)
        if not is_behind and at > width_of(left) + 1:
            left = line(left, " " * (at - width_of(left)), now)
        left = line(left, " " * max(1, mark - width_of(left)), aim)
        if is_behind:
            at = min(max(place - width_of(now) // 2, first), last)
            left = line(left, " " * (at - width_of(left)), now)
        forecast = cut(self.view.forecast, max(0, width - 1 - width_of(left) - 2), self.glyphs.more)
        return line(left, " " * (width - 1 - width_of(left) - width_of(forecast)), forecast)


class ShortGauge(LineView):
    """The gauge at the right end of the top line."""

    DEFAULT_CSS = """
    ShortGauge { width: 21; height: 1; }
    """

    view: reactive[GaugeView] = reactive(GaugeView(), repaint=False, init=False)
    """What is shown."""

    def watch_view(self) -> None:
        """Draw what changed."""
        self.repaint()

    def compose_line(self, _y: int, width: int) -> Line:
        """The gauge, always in the same cells, and its words."""
        return cut(short_gauge(self.view, self.glyphs), width, self.glyphs.more)
