"""The days of giving as a calendar: a column a week, a row a weekday, the newest week at the right."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from textual.reactive import reactive

from tui.glyphs import Glyphs
from tui.text import Line, Role, Span, line
from tui.widgets.lineview import WholeView

WEEKDAYS: Final = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
MONTHS: Final = "JFMAMJJASOND"
"""The letter of each month, which stands on its first day."""
LABEL_CELLS: Final = 5
MUCH: Final = 3.0
"""Points of a day from which on its mark is a full one."""


@dataclass(frozen=True, slots=True)
class CalendarView:
    """What a calendar shows, a value a day, oldest first."""

    last: date = date.min
    """The last day."""
    gives: Sequence[float] = ()
    """Points of each day."""
    paused: Sequence[bool] = ()
    day: int | None = None
    """The day that is looked at, counted in `gives`."""


def calendar_lines(view: CalendarView, width: int, glyphs: Glyphs) -> tuple[Line, ...]:
    """The seven lines of a calendar; weeks that find no room are left out."""
    if not view.gives:
        return ()
    step = 2 if (width - LABEL_CELLS) // 2 * 7 >= min(len(view.gives), 182) else 1
    weeks = max(1, min((width - LABEL_CELLS - 1) // step, len(view.gives) // 7 + 1))
    monday = view.last - timedelta(days=view.last.weekday() + 7 * (weeks - 1))
    return tuple(_row(view, monday, weekday, weeks, step, glyphs) for weekday in range(7))


def _row(view: CalendarView, monday: date, weekday: int, weeks: int, step: int, glyphs: Glyphs) -> Line:
    spans = [Span(f" {WEEKDAYS[weekday]:<{LABEL_CELLS - 1}}", "muted")]
    for week in range(weeks):
        spans.append(_cell(view, monday + timedelta(days=7 * week + weekday), glyphs))
        if step > 1:
            spans.append(Span(" "))
    return line(*spans)


def _cell(view: CalendarView, day: date, glyphs: Glyphs) -> Span:
    at = len(view.gives) - 1 - (view.last - day).days
    if not 0 <= at < len(view.gives):
        return Span(" ")
    points = view.gives[at]
    role: Role = "gauge3" if points else "muted"
    if at == view.day:
        role = "aimed"
    if day.day == 1:
        return Span(MONTHS[day.month - 1], role)
    if points:
        return Span(glyphs.bars[7 if points >= MUCH else 4], role)
    return Span(glyphs.paused if at < len(view.paused) and view.paused[at] else glyphs.dot, role)


class Calendar(WholeView):
    """A calendar that fills the width."""

    DEFAULT_CSS = """
    Calendar { height: 7; }
    """

    view: reactive[CalendarView] = reactive(CalendarView(), repaint=False, init=False)
    """What is shown."""

    def watch_view(self) -> None:
        """Draw what changed."""
        self.make_anew()

    def compose_lines(self, width: int, _height: int) -> tuple[Line, ...]:
        """All weekdays."""
        return calendar_lines(self.view, width, self.glyphs)
