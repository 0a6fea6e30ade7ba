"""The week on one screen: what went out, what came back, who waits, what to ask next, how momentum moved."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import ClassVar, Final

from textual.binding import Binding, BindingType
from textual.widget import Widget

from domain.week import DAYS, Line, Week, markdown, sections
from tui.bindings import command
from tui.screens.place import WIDE, Frame
from tui.text import Role, Span, Words, line, wrapped
from tui.widgets.one_line import OneLine
from tui.widgets.page import Lines
from tui.widgets.rows import Row, RowList, heading, note
from tui.widgets.shapes import Cells, Column, Sides

COLUMNS: Final = (Column(width=18), Column(), Column(width=16, align="right", drop=1))
FRAME_ROWS: Final = 5
"""Lines of the screen that are neither sentence nor list: the frame and the headline."""


class WeekRows(RowList):
    """The things of a week: the keys that go sideways elsewhere go to another week here."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "h,left", "screen.week(-1)", "week by week", id="week.back", key_display="h l", tooltip="The week before"
        ),
        Binding("l,right", "screen.week(1)", "week on", show=False, id="week.on", tooltip="The week after"),
    ]


class WeekScreen(Frame):
    """What became of a week."""

    FIRST_KEYS = ("list.open", "week.back", "more", "fewer", "copy")
    BINDINGS: ClassVar[list[BindingType]] = [
        command("plus", "whole", "all of it", "Show every line of the week", name="more", shown_as="+"),
        command("minus", "short", "in short", "Show what fits on one screen", name="fewer", shown_as="-"),
        command("y", "copy", "copy", "Copy the week as Markdown", name="copy"),
    ]

    def __init__(self) -> None:
        super().__init__(Span("The week", "strong"))
        self._first: date | None = None
        """The first day of another week than the one that runs."""
        self._week: Week | None = None
        self._lines: dict[str, Line] = {}
        """What stands on each row, by its id: who was met in the week may be asked something too."""
        self._is_whole = False

    def compose_body(self) -> Iterable[Widget]:
        """Which week, how momentum moved, the rows."""
        glyphs = self.swell.glyphs
        self.headline = OneLine(glyphs=glyphs)
        self.told = Lines(glyphs=glyphs)
        self.rows = WeekRows(glyphs=glyphs)
        yield self.headline
        yield self.told
        yield self.rows

    def show(self) -> None:
        """The week as the book has it now."""
        paths = self.swell.desk.paths
        self._week = paths.week(self._first or paths.this_week())
        self._lay_out()

    def on_resize(self) -> None:
        """As much as fits into the new height."""
        self._lay_out()

    def focus_body(self) -> None:
        """The rows take the keys."""
        self.rows.focus()

    def check_action(self, action: str, _parameters: tuple[object, ...]) -> bool | None:
        """More where something is left out, less where all is shown."""
        if action == "whole":
            return not self._is_whole and self._is_cut
        if action == "short":
            return self._is_whole
        return True

    @property
    def _is_cut(self) -> bool:
        return self._week is not None and len(self._lines) < sum(len(lines) for _, lines, _ in sections(self._week))

    def _lay_out(self) -> None:
        week, glyphs = self._week, self.swell.glyphs
        if week is None:
            return
        told = "the week that runs" if week.is_running else ""
        self.headline.shape = Sides(Span(week.title, "strong"), Span(told, "muted"))
        said = wrapped(glyphs.own(week.momentum), self.size.width - 2)
        self.told.lines = said
        self.told.styles.height = len(said)
        room = self.size.height - FRAME_ROWS - len(said)
        self.rows.set_rows(list(self._rows_of(week, room)))
        self.refresh_bindings()
        if not self.is_asking:
            self.focus_body()

    def _rows_of(self, week: Week, room: int) -> Iterator[Row]:
        """Every part with its heading, each with as many lines as there is room for."""
        parts = [(at, *part) for at, part in enumerate(sections(week)) if part[1] or part[2]]
        counts = [len(lines) for _, _, lines, _ in parts]
        shown = counts if self._is_whole else shared(counts, room - len(parts) - counts.count(0))
        self._lines = {}
        for (at, title, lines, nothing), most in zip(parts, shown, strict=True):
            left = len(lines) - most
            yield heading(title[:1].lower() + title[1:], f"{left} more" if left else "")
            for one in lines[:most]:
                id_ = f"{at}:{one.record}"
                self._lines[id_] = one
                yield Row(id_, Cells(COLUMNS, self._cells(one)))
            if not lines:
                yield note(Span(nothing, "muted"))

    def _cells(self, one: Line) -> tuple[Words, ...]:
        glyphs = self.swell.glyphs
        when: Role = "late" if one.is_late else "muted"
        arrow: Words = Span(f"{one.arrow} ", "accent" if one.arrow in ("←", "<-") else "muted") if one.arrow else ""
        aside = Span(glyphs.own(one.aside), "accent" if one.day else when)
        if not (one.day and one.aside):
            return one.who, line(arrow, one.what), aside if one.aside else Span(one.day, when)
        if self.size.width < WIDE:  # the week is known, the day can be done without
            return one.who, line(arrow, one.what), aside
        return one.who, line(arrow, one.what, "  ", aside), Span(one.day, when)

    def action_week(self, by: int) -> None:
        """Show another week: none that has not begun, none before anything was."""
        paths, week = self.swell.desk.paths, self._week
        if week is None:
            return
        first = week.first + timedelta(days=by * DAYS)
        if first > paths.this_week():
            self.swell.tell("this is the week that runs")
        elif first < paths.first_week():
            self.swell.tell("nothing was written down before")
        else:
            self._first = first if first < paths.this_week() else None
            self._is_whole = False
            self.swell.tell("")
            self.show()
            self.rows.action_first()

    def action_whole(self) -> None:
        """Show every line."""
        self._is_whole = True
        self._lay_out()

    def action_short(self) -> None:
        """Show what fits on one screen."""
        self._is_whole = False
        self._lay_out()

    async def on_row_list_opened(self, message: RowList.Opened) -> None:
        """Open the introduction, the ask, the person, else the entry."""
        message.stop()
        one, book = self._lines.get(message.row.id), self.swell.desk.book
        if one is None:
            return
        person = next((id_ for id_ in one.people if id_ in book.contacts), "")
        if one.record in book.introductions or one.record in book.asks:
            await self.swell.show_record("introductions", one.record)
        elif person:
            self.swell.open_person(person)
        elif one.record in book.interactions:
            self.swell.open_entry(one.record)
        else:
            self.swell.tell("Nobody stands behind this.", wrong=True)

    def action_copy(self) -> None:
        """Send the week as Markdown to the terminal's clipboard."""
        if self._week is not None:
            self.app.copy_to_clipboard(markdown(self._week))
            self.swell.tell("sent to the terminal: the week as Markdown")


def shared(counts: Sequence[int], room: int) -> list[int]:
    """How many lines each part shows, one after the other given one more until there is no room; one at least."""
    shown = [min(1, count) for count in counts]
    left = room - sum(shown)
    while left > 0 and any(one < count for one, count in zip(shown, counts, strict=True)):
        for at, count in enumerate(counts):
            if left > 0 and shown[at] < count:
                shown[at] += 1
                left -= 1
    return shown
