"""Momentum: the gauge large, its year as a chart, and the answers to why, what if I stop, and what it takes."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import ClassVar, Final

from textual.binding import Binding, BindingType
from textual.widget import Widget

from domain.inbox.names import full_name
from domain.momentum.answers import Contribution, by_kind, holding, if_i_stop, to_reach, top, why
from domain.momentum.gauge import Gauge, said_points
from domain.momentum.series import ChartDay
from domain.text import listed
from domain.words import dated, short_date
from tui.bindings import COPY
from tui.screens.place import Frame
from tui.text import Role, Span, Words, joined, line, wrapped
from tui.widgets.capture_bar import OneLine
from tui.widgets.chart import Chart, ChartView
from tui.widgets.gauge import BigGauge, BigGaugeView
from tui.widgets.page import Page
from tui.widgets.shapes import Cells, Column, Shape, Sides

WEEKS: Final = (6, 12, 26, 52)
"""How far back the chart goes, one zoom after the other."""
FIRST_ZOOM: Final = 1
AHEAD: Final = 1 / 6
"""The part of the chart that shows what comes if nothing more is given."""
KINDS_SHOWN: Final = 5
NAMES_SHOWN: Final = 20
"""More names than fit a line."""
FORTNIGHT: Final = 14
REACH_WEEKS: Final = (4, 8, 12)
CHOICE: Final = (
    "Half of the energy of a give is gone after 7 days, half of the momentum after 21: a choice, not a finding. "
    "Aim, full and weights are yours to set; swell config --example shows how."
)
ANSWERS: Final = ("Why {value}", "If I stop", "To reach {aim}", "Rhythm")
SHARES = (Column(width=24), Column(width=5, align="right"), Column(width=9, align="right"), Column(gap=3))


def first_day(today: date, zoom: int = FIRST_ZOOM) -> date:
    """The first day on the chart."""
    return today - timedelta(weeks=WEEKS[zoom]) + timedelta(days=1)


class MomentumScreen(Frame):
    """The gauge and its answers."""

    PLACE = "momentum"
    FIRST_KEYS = ("momentum.answer", "momentum.back", "momentum.in")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "answer(1)", "the answers", id="momentum.answer", tooltip="Show the next answer"),
        Binding(
            "shift+tab", "answer(-1)", "answer back", show=False, id="momentum.answer_back", tooltip="The one before"
        ),
        Binding("w", "why", "why", show=False, id="momentum.why", tooltip="Why this number"),
        Binding("h", "day(-1)", "day by day", id="momentum.back", tooltip="Look at the day before", key_display="h l"),
        Binding("left", "day(-1)", "day back", show=False, id="momentum.left", tooltip="Look at the day before"),
        Binding("l,right", "day(1)", "day on", show=False, id="momentum.on", tooltip="Look at the day after"),
        Binding("plus", "zoom(-1)", "zoom", id="momentum.in", tooltip="Fewer weeks on the chart", key_display="+ -"),
        Binding("minus", "zoom(1)", "zoom out", show=False, id="momentum.out", tooltip="More weeks", key_display="-"),
        COPY,
    ]

    def __init__(self) -> None:
        super().__init__()
        self._zoom = FIRST_ZOOM
        self._answer = 0
        self._back = 0
        """Days between the one that is looked at and today."""
        self._days: list[ChartDay] = []
        self._width = 0
        """The width that the sentences were broken for."""

    def compose_body(self) -> Iterable[Widget]:
        """The gauge, the chart, the answer."""
        glyphs = self.swell.glyphs
        self.gauge = BigGauge(glyphs=glyphs)
        self.title_line = OneLine(glyphs=glyphs)
        self.chart = Chart(glyphs=glyphs, id="chart")
        self.answers = Page(glyphs=glyphs, id="answers")
        yield self.gauge
        yield self.title_line
        yield self.chart
        yield self.answers

    def show(self) -> None:
        """The gauge as it is now, and the days behind it."""
        today = self.swell.desk.moment().today
        self._days = self.swell.desk.chart(first_day(today, self._zoom))
        self._show_gauge()
        self._show_chart()
        self._show_answer()
        if not self.bar_is_open:
            self.focus_body()

    def focus_body(self) -> None:
        """The answers take the keys."""
        self.answers.focus()

    def on_resize(self) -> None:
        """Sentences are broken anew for another width."""
        if self._days and self.size.width != self._width:
            self._show_answer()

    def _show_gauge(self) -> None:
        gauge = self.swell.desk.gauge()
        today = self.swell.desk.moment().today
        number = gauge.reserve or f"{round(gauge.value)} of 100"
        role: Role = "late" if gauge.trend == "fading" else "accent"
        left = line(
            Span(number, "strong"), "   ", Span(self._trend(gauge) if gauge.begun else "nothing given yet", role)
        )
        right = Span(f"full is {gauge.full:g} points a week", "muted")
        view = self.swell.gauge
        coming = if_i_stop(gauge, today)
        forecast = (
            f"{round(coming.peak)} on {short_date(coming.peak_day, today)} if you stop" if gauge.pipe >= 1 else ""
        )
        self.gauge.view = BigGaugeView(view, Sides(left, right), Span(forecast, "muted"))

    def _trend(self, gauge: Gauge) -> str:
        fortnight = next((day.value for day in self._days if day.day == self._days[-1].day - timedelta(days=14)), None)
        if fortnight is None:
            return gauge.trend
        moved = round(gauge.value - fortnight)
        return f"{gauge.trend}: {moved:+d} in two weeks" if moved else f"{gauge.trend}: as two weeks ago"

    def _show_chart(self) -> None:
        weeks = WEEKS[self._zoom]
        title = f"{weeks} weeks"
        looked_at: int | None = None
        if self._back:
            looked_at = max(0, len(self._days) - 1 - self._back)
            title = self._day_words(self._days[looked_at])
        self.title_line.shape = Span(self.swell.glyphs.own(title), "muted")
        gauge = self.swell.desk.gauge()
        ahead = tuple(gauge.value_after(day) for day in range(1, round(weeks * 7 * AHEAD) + 1))
        self.chart.view = ChartView(
            values=tuple(day.value for day in self._days),
            ahead=ahead if gauge.begun else (),
            gives=tuple(day.points for day in self._days),
            returns=tuple(day.returns > 0 for day in self._days),
            paused=tuple(day.paused for day in self._days),
            day=looked_at,
        )

    def _day_words(self, day: ChartDay) -> str:
        today = self.swell.desk.moment().today
        parts = [dated(day.day, today), f"gauge {round(day.value)}"]
        parts.append(f"{said_points(day.points)} went out" if day.gives else "nothing went out")
        if day.returns:
            parts.append(f"{day.returns} came back")
        if day.paused:
            parts.append("paused")
        return " · ".join(parts)

    def _show_answer(self) -> None:
        gauge = self.swell.desk.gauge()
        self._width = self.size.width
        self.answers.lines = [self._tabs(gauge), *self._answer_lines(gauge)]

    def _tabs(self, gauge: Gauge) -> Words:
        glyphs = self.swell.glyphs
        words = [name.format(value=round(gauge.value), aim=round(gauge.aim)) for name in ANSWERS]
        tabs = [
            line(Span(glyphs.here, "accent"), Span(name, "strong")) if at == self._answer else Span(name, "muted")
            for at, name in enumerate(words)
        ]
        return joined(tabs, Span(f" {glyphs.dot} ", "muted"))

    def _answer_lines(self, gauge: Gauge) -> Iterable[Shape]:
        today = self.swell.desk.moment().today
        if not gauge.begun:
            yield "The gauge moves when you give: a call, a message, listening, an introduction."
            yield Span("c writes the first line. It rises slowly, and rolls on when you pause.", "muted")
            return
        if gauge.warning:
            yield Span(f"A quiet spell. {gauge.warning[:1].upper()}{gauge.warning[1:]}.", "late")
        answer = (self._why, self._stopping, self._reaching, self._rhythm)[self._answer]
        yield from answer(gauge, today)

    def _why(self, gauge: Gauge, _today: date) -> Iterable[Shape]:
        desk = self.swell.desk
        contributions = why(desk.momentum(), desk.moment())
        of_kind: dict[str, list[Contribution]] = {}
        for one in contributions:
            of_kind.setdefault(one.act.kind, []).append(one)
        for share in top(by_kind(contributions), KINDS_SHOWN):
            named = self._named(of_kind.get(share.label, []))
            yield Cells(SHARES, (share.label, f"{share.acts}", f"{share.gauge:.1f}", named))
        since = gauge.instant_after(-FORTNIGHT)
        fresh = sum(one.gauge for one in contributions if one.act.at >= since)
        words = Span(f"of it, from the last two weeks {fresh:.1f}", "muted")
        yield Cells(SHARES, (Span("together", "strong"), "", Span(f"{gauge.value:.1f}", "strong"), words))
        yield from self._sentence(holding(gauge.value, gauge.full, desk.settings.weights).sentence)

    def _named(self, contributions: list[Contribution]) -> str:
        book = self.swell.desk.book
        names: dict[str, None] = {}
        for one in contributions:
            act = book.interactions.get(one.act.id)
            people = [full_name(person, book.contacts).split(" ", 1)[0] for person in act.people] if act else []
            if people:
                names["–".join(people) if one.act.kind == "introduction" else listed(people)] = None
            if len(names) == NAMES_SHOWN:
                break
        return self.swell.glyphs.own(", ".join(names))

    def _stopping(self, gauge: Gauge, today: date) -> Iterable[Shape]:
        stop = if_i_stop(gauge, today)
        yield from self._sentence(stop.sentence)
        yield ""
        for weeks in (1, 2, 4, 8, 12):
            day = today + timedelta(weeks=weeks)
            words = f"after {weeks} quiet week{'s' if weeks > 1 else ''}"
            yield Cells(
                (Column(width=24), Column(width=5, align="right"), Column(gap=3)),
                (words, f"{gauge.value_after(7 * weeks):.0f}", Span(short_date(day, today), "muted")),
            )

    def _reaching(self, gauge: Gauge, today: date) -> Iterable[Shape]:
        weights = self.swell.desk.settings.weights
        for weeks in REACH_WEEKS:
            day = today + timedelta(weeks=weeks)
            yield from self._sentence(to_reach(gauge, gauge.aim, day, today, weights).sentence)

    def _rhythm(self, gauge: Gauge, _today: date) -> Iterable[Shape]:
        settings = self.swell.desk.settings
        yield from self._sentence(holding(gauge.value, gauge.full, settings.weights).sentence)
        yield from self._sentence(holding(gauge.aim, gauge.full, settings.weights).sentence)
        yield ""
        weights = "  ".join(f"{kind} {points:g}" for kind, points in settings.weights.items())
        for words in (weights, CHOICE):
            yield from (Span(part, "muted") for part in wrapped(words, self.size.width - 2))

    def _sentence(self, words: str) -> list[str]:
        return wrapped(f"{words[:1].upper()}{words[1:]}.", self.size.width - 2)

    def action_answer(self, step: int) -> None:
        """Show another answer."""
        self._answer = (self._answer + step) % len(ANSWERS)
        self._show_answer()

    def action_why(self) -> None:
        """Show why it is this number."""
        self._answer = 0
        self._show_answer()

    def action_day(self, step: int) -> None:
        """Look at another day."""
        self._back = min(max(self._back - step, 0), max(0, len(self._days) - 1))
        self._show_chart()

    def action_zoom(self, step: int) -> None:
        """Show more weeks, or fewer."""
        zoom = min(max(self._zoom + step, 0), len(WEEKS) - 1)
        if zoom != self._zoom:
            self._zoom = zoom
            self._back = 0
            self.show()

    def action_copy(self) -> None:
        """Send the gauge in a sentence to the terminal's clipboard."""
        gauge = self.swell.desk.gauge()
        sentence = f"Momentum {round(gauge.value)} of 100, {gauge.trend}."
        self.app.copy_to_clipboard(sentence)
        self.swell.tell(f"sent to the terminal: {sentence}")
