"""Momentum: the gauge large, its year as a chart, and the answers to why, what if I stop, and what it takes."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import ClassVar, Final

from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.timer import Timer
from textual.widget import Widget

from domain.moment import Moment
from domain.momentum.ahead import WhatIf, most_rate, what_if
from domain.momentum.answers import if_i_stop
from domain.momentum.gauge import Gauge, Momentum
from domain.momentum.recent import said_points
from domain.momentum.series import ChartDay
from domain.words import dated, short_date
from tui.bindings import COPY_SENTENCE, COPY_SENTENCES, DROP_OFFER, SET_RHYTHM
from tui.momentum_answers import ANSWERS, DAYS, GROUPS, RHYTHM, WHY, Seen, answer_lines, sentence, sentences, tabs
from tui.screens.place import REST, WIDE, Frame
from tui.text import Role, Span, line
from tui.widgets.calendar import Calendar, CalendarView
from tui.widgets.chart import Chart, ChartView
from tui.widgets.gauge import BigGauge, BigGaugeView, GaugeView
from tui.widgets.one_line import OneLine
from tui.widgets.page import Lines
from tui.widgets.shapes import Sides

YEAR: Final = 53
"""Weeks that are known of the past."""
ZOOMS: Final = ((1, "a week"), (5, "five weeks"), (12, "twelve weeks"), (26, "half a year"), (52, "twelve months"))
"""How far back the chart goes in weeks, one zoom after the other, and what that is called."""
FIRST_ZOOM: Final = 2
AHEAD: Final = 1 / 6
"""The part of the chart that shows what comes if nothing more is given."""
TRIED_AHEAD: Final = 1.0
"""What a rhythm on trial shows of the time to come, in lengths of the time behind."""
WITH_CHART: Final = 18
"""Lines of a terminal from which on there is room for the chart."""
BESIDE: Final = 9
"""Lines of the place that are no chart and no answer: the frame, the gauge, a title, the names of the answers."""


def first_day(today: date) -> date:
    """The first day that the chart and the calendar can show."""
    return today - timedelta(weeks=YEAR) + timedelta(days=1)


class MomentumScreen(Frame):
    """The gauge and its answers."""

    PLACE = "momentum"
    FIRST_KEYS = ("momentum.answer", "momentum.back", "momentum.in", "momentum.more", "edit")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "answer(1)", "the answers", id="momentum.answer", tooltip="Show the next answer"),
        Binding(
            "shift+tab", "answer(-1)", "answer back", show=False, id="momentum.answer_back", tooltip="The one before"
        ),
        Binding(
            "w", "why", "why", show=False, id="momentum.why", tooltip="Why this number: by kind, week, act, circle"
        ),
        Binding("h", "day(-1)", "day by day", id="momentum.back", tooltip="Look at the day before", key_display="h l"),
        Binding("left", "day(-1)", "day back", show=False, id="momentum.left", tooltip="Look at the day before"),
        Binding("l,right", "day(1)", "day on", show=False, id="momentum.on", tooltip="Look at the day after"),
        Binding("plus", "zoom(-1)", "zoom", id="momentum.in", tooltip="Fewer weeks on the chart", key_display="+ -"),
        Binding("minus", "zoom(1)", "zoom out", show=False, id="momentum.out", tooltip="More weeks", key_display="-"),
        Binding(
            "up", "rhythm(1)", "try a rhythm", id="momentum.more", tooltip="Try a point a week more", key_display="↑ ↓"
        ),
        Binding("down", "rhythm(-1)", "try less", show=False, id="momentum.less", tooltip="Try a point a week less"),
        Binding(
            "escape", "now", "to now", show=False, id="momentum.now", tooltip="Back to today, with nothing on trial"
        ),
        Binding("j", "scroll(1)", "scroll down", show=False, id="momentum.down", tooltip="Scroll the answer down"),
        Binding("k", "scroll(-1)", "scroll up", show=False, id="momentum.up", tooltip="Scroll the answer up"),
        SET_RHYTHM,
        DROP_OFFER,
        COPY_SENTENCE,
        COPY_SENTENCES,
    ]

    def __init__(self) -> None:
        super().__init__()
        self._zoom = FIRST_ZOOM
        self._answer = WHY
        self._group = 0
        """By what the reason is parted."""
        self._back = 0
        """Days between the one that is looked at and today."""
        self._rate: float | None = None
        """Points a week of the rhythm on trial."""
        self._days: list[ChartDay] = []
        self._calendar: Calendar | None = None
        """The calendar, made when there is room for it beside the answers or when it is asked for."""
        self._past: tuple[int, Momentum, Moment] | None = None
        """The momentum of the day that is looked at, and how many days ago that is."""
        self._resting: Timer | None = None
        self._laid_out = (0, 0)
        """The width and the height that the answers were laid out for."""

    def compose_body(self) -> Iterable[Widget]:
        """The gauge, the chart, the answer and the calendar."""
        glyphs = self.swell.glyphs
        self.gauge = BigGauge(glyphs=glyphs)
        self.title_line = OneLine(glyphs=glyphs)
        self.chart = Chart(glyphs=glyphs, id="chart")
        self.tabs = OneLine(glyphs=glyphs)
        self.answers = Lines(glyphs=glyphs, id="answers")
        self.answers.can_focus = True
        yield self.gauge
        yield self.title_line
        yield self.chart
        yield self.tabs
        self.answer = Horizontal(self.answers, id="answer")
        yield self.answer

    def show(self) -> None:
        """The gauge as it is now, or as it was on the day that is looked at."""
        self._days = self.swell.desk.chart(first_day(self.swell.desk.moment().today))
        self._back = min(self._back, len(self._days) - 1)
        self._past = None
        self._show_chart()
        self._show_looked_at()
        if not self.bar_is_open:
            self.focus_body()

    def focus_body(self) -> None:
        """The answers take the keys."""
        self.answers.focus()

    def on_resize(self) -> None:
        """Sentences are broken anew for another width; a chart that finds no room leaves it to them."""
        self.chart.display = self.size.height >= WITH_CHART
        if self._days and tuple(self.size) != self._laid_out:
            self.call_after_refresh(self._show_answer)  # the answer has its new size by then

    def take_gauge(self, gauge: GaugeView) -> None:
        """The gauge decays while one looks; the large one follows where it is that of now."""
        before = self.top.gauge
        super().take_gauge(gauge)
        if before == gauge or not self._days or self._back:
            return
        seen = self._looking()
        self._show_gauge(seen)
        if (round(before.value), before.warning) != (round(gauge.value), gauge.warning):
            self._show_answer(seen)  # it is told of the number, which is another now

    def check_action(self, action: str, _parameters: tuple[object, ...]) -> bool | None:
        """The offer can be dropped where there is one."""
        if action == "drop_offer":
            return self._answer == RHYTHM and not self._back and self._looking().offer is not None
        return True

    def _looking(self) -> Seen:
        """What is looked at: now, or the end of a past day."""
        desk, glyphs = self.swell.desk, self.swell.glyphs
        momentum, moment = desk.momentum(), desk.moment()
        if self._back:
            if self._past is None or self._past[0] != self._back:
                self._past = (self._back, *desk.past(self._day_looked_at().day))
            _, momentum, moment = self._past
        self._laid_out = (self.size.width, self.size.height)
        rows = self.answers.size.height or self._rows_left()
        width = self.answers.size.width or self.size.width
        is_now = not self._back
        return Seen(desk, momentum, moment, momentum.gauge(moment), glyphs, width - 2, rows, is_now=is_now)

    def _rows_left(self) -> int:
        """Lines for an answer, before anything is laid out."""
        left = self.size.height - BESIDE
        return left * 2 // 5 if self.chart.display else left

    def _day_looked_at(self) -> ChartDay:
        return self._days[len(self._days) - 1 - self._back]

    def _show_looked_at(self) -> None:
        seen = self._looking()
        self._show_gauge(seen)
        self._show_answer(seen)

    def _show_gauge(self, seen: Seen) -> None:
        gauge, today = seen.gauge, seen.today
        number = gauge.reserve or f"{round(gauge.value)} of 100"
        role: Role = "late" if gauge.trend == "fading" else "accent"
        left = line(Span(number, "strong"), "   ", Span(_trend(seen) if gauge.begun else "nothing given yet", role))
        right = Span(f"full is {said_points(gauge.full)} a week", "muted")
        coming = if_i_stop(gauge, today)
        forecast = (
            f"{round(coming.peak)} on {short_date(coming.peak_day, today)} if you stop" if gauge.pipe >= 1 else ""
        )
        view = GaugeView(gauge.value, gauge.pipe, gauge.aim, gauge.trend if gauge.begun else "")
        self.gauge.view = BigGaugeView(view, Sides(left, right), Span(forecast, "muted"))

    def _show_chart(self) -> None:
        weeks, title = ZOOMS[self._zoom]
        days = self._days[-weeks * 7 :]
        gauge = self.swell.desk.gauge()
        tried = self._tried(gauge)
        if tried is not None:
            title = f"{said_points(tried.rate)} a week: {tried.short} · {tried.acts}"
        elif self._back:
            title = self._day_words(self._day_looked_at())
        self.title_line.shape = Span(self.swell.glyphs.own(title), "muted" if tried is None else "strong")
        coming = round(weeks * 7 * AHEAD)
        ahead = tuple(gauge.value_after(day) for day in range(1, coming + 1)) if tried is None else tried.values
        looked_at = len(days) - 1 - self._back if self._back else None
        self.chart.view = ChartView(
            values=tuple(day.value for day in days),
            ahead=ahead if gauge.begun or tried is not None else (),
            tried=tried is not None,
            gives=tuple(day.points for day in days),
            returns=tuple(day.returns > 0 for day in days),
            paused=tuple(day.paused for day in days),
            day=looked_at,
            ticks=_ticks(days, weeks),
        )
        self._show_calendar()

    def _show_calendar(self) -> None:
        """The calendar beside the answers, or in their place."""
        if self._calendar is None:
            if self._answer != DAYS and self.size.width < WIDE:
                return
            self._calendar = Calendar(glyphs=self.swell.glyphs, id="calendar")
            self.answer.mount(self._calendar)
        days = self._days
        self._calendar.view = CalendarView(
            last=days[-1].day,
            gives=[day.points for day in days],
            paused=[day.paused for day in days],
            day=len(days) - 1 - self._back if self._back else None,
        )

    def _tried(self, gauge: Gauge) -> WhatIf | None:
        """The rhythm on trial."""
        if self._rate is None:
            return None
        desk, weeks = self.swell.desk, ZOOMS[self._zoom][0]
        days = max(7, round(weeks * 7 * TRIED_AHEAD))
        return what_if(gauge, self._rate, days, desk.moment().today, desk.settings.weights)

    def _day_words(self, day: ChartDay) -> str:
        today = self.swell.desk.moment().today
        parts = [dated(day.day, today), f"gauge {round(day.value)}"]
        parts.append(f"{said_points(day.points)} went out" if day.gives else "nothing went out")
        if day.returns:
            parts.append(f"{day.returns} came back")
        if day.paused:
            parts.append("paused")
        return " · ".join(parts)

    def _show_answer(self, seen: Seen | None = None) -> None:
        seen = seen or self._looking()
        self.set_class(self._answer == DAYS, "-days")
        self._show_calendar()
        self.tabs.shape = tabs(seen.gauge, self._answer, seen.glyphs)
        self.answers.lines = list(answer_lines(seen, self._answer, self._group))

    def action_answer(self, step: int) -> None:
        """Show another answer."""
        self._answer = (self._answer + step) % len(ANSWERS)
        self._show_answer()

    def action_why(self) -> None:
        """Show why it is this number; once more parts it in another way."""
        self._group = (self._group + 1) % len(GROUPS) if self._answer == WHY else 0
        self._answer = WHY
        self._show_answer()

    def action_day(self, step: int) -> None:
        """Look at another day; its number at once, its reasons when the key rests."""
        back = min(max(self._back - step, 0), len(self._days) - 1)
        if back == self._back:
            return
        self._back, self._rate = back, None
        while self._back >= ZOOMS[self._zoom][0] * 7 and self._zoom < len(ZOOMS) - 1:
            self._zoom += 1
        self._show_chart()
        if self._resting is not None:
            self._resting.stop()
        self._resting = self.set_timer(REST, self._show_looked_at)

    def action_now(self) -> None:
        """Back to today, with nothing on trial."""
        self._rate = None
        back, self._back = self._back, 0
        self._show_chart()
        if back:
            self._show_looked_at()

    def action_zoom(self, step: int) -> None:
        """Show more weeks, or fewer; the day that is looked at stays where it is in sight."""
        zoom = min(max(self._zoom + step, 0), len(ZOOMS) - 1)
        if zoom == self._zoom:
            return
        self._zoom = zoom
        if self._back >= ZOOMS[zoom][0] * 7:
            self._back = 0
            self._show_looked_at()
        self._show_chart()

    def action_rhythm(self, step: int) -> None:
        """Try a rhythm from today on, first the one of the last three weeks."""
        gauge = self.swell.desk.gauge()
        if self._back:
            self.action_now()
        if self._rate is None:
            self._rate = float(round(gauge.points / 3))
        else:
            self._rate = min(max(self._rate + step, 0.0), float(round(most_rate(gauge.full))))
        self._show_chart()

    def action_scroll(self, step: int) -> None:
        """Scroll the answer."""
        self.answers.top += step

    def action_edit(self) -> None:
        """Try other settings, and set pauses."""
        from tui.screens.rhythm import RhythmScreen

        self.app.push_screen(RhythmScreen())

    async def action_drop_offer(self) -> None:
        """Make the offer to raise *full* no more."""
        said = await self.swell.change(self.swell.desk.drop_offer)
        if said is not None:
            self.swell.tell(said, undoable=True)

    def action_copy(self) -> None:
        """Send the answer in a sentence to the terminal's clipboard."""
        self._copy(sentence(self._looking(), self._answer))

    def action_copy_all(self) -> None:
        """Send all answers to the terminal's clipboard."""
        self._copy(sentences(self._looking()))

    def _copy(self, words: str) -> None:
        self.app.copy_to_clipboard(words)
        self.swell.tell(f"sent to the terminal: {words}")


def _trend(seen: Seen) -> str:
    """The trend, and what two weeks have brought."""
    word, moved = seen.gauge.trend, round(seen.momentum.gained(seen.moment))
    return f"{word}: {moved:+d} in two weeks" if moved else f"{word}: as two weeks ago"


def _ticks(days: list[ChartDay], weeks: int) -> tuple[tuple[int, str], ...]:
    """A tick a day, a week or a month, by how much is shown."""
    if weeks == 1:
        return tuple((at, f"{day.day:%a}") for at, day in enumerate(days))
    if weeks < 26:
        return tuple((at, "") for at in range((len(days) - 1) % 7, len(days), 7))
    return tuple((at, f"{day.day:%b}") for at, day in enumerate(days) if day.day.day == 1)
