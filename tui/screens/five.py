"""After a first import: a few people you would be glad to hear from, each put into a circle, and what one looks for."""

from collections.abc import Iterable, Sequence
from typing import ClassVar, Final

from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.widget import Widget

from domain.importing import ImportReport
from domain.model import CIRCLES, Circle, Contact
from domain.words import month
from tui.bindings import ANSWER, command
from tui.choices import circle_choices
from tui.import_lines import came_in, problem_lines
from tui.screens.person_actions import PersonActions
from tui.text import Line, Span, Words, cut, joined, line, width_of
from tui.widgets.line_input import LineInput
from tui.widgets.one_line import OneLine
from tui.widgets.page import Lines
from tui.widgets.rows import Row, RowList, note
from tui.widgets.shapes import Cells, Column, Shape

ENOUGH: Final = 5
COLUMNS: Final = (Column(width=24), Column(), Column(width=24, drop=1))
CANDIDATES: Final = 4
"""Rows for those who fit, or for what was wrong in the file."""
CHOSEN: Final = "  chosen   "
CHOSEN_LINES: Final = 2


class NameField(LineInput):
    """The field of a name: its keys are said for what they do there."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,ctrl+j", "enter", "how close", id="name.enter", tooltip="Say how close this person is"),
        Binding("up,ctrl+p", "move(-1)", "before", show=False, id="name.up", tooltip="The person before"),
        Binding("down,ctrl+n", "move(1)", "choose", id="name.down", tooltip="The next person", key_display="↑↓"),
        Binding("tab", "complete(1)", "what comes then", id="name.tab", tooltip="Go to what comes then: a, O"),
        Binding("escape", "leave", "to Today", id="name.leave", tooltip="Clear the field, then go to Today"),
    ]


class FiveScreen(PersonActions):
    """Asks for a few names, and then for one thing that somebody is looking for."""

    FIRST_KEYS = ("name.enter", "name.down", "name.tab", "name.leave", "list.open", "answer", "sort_people")
    BINDINGS: ClassVar[list[BindingType]] = [
        ANSWER,
        command("O", "sort_more", "sort more", "Sort more of them, twenty at a time", name="sort_people"),
        command("tab,shift+tab", "to_field", "a name", "Go back to the field", name="five.field"),
        command("escape,q", "to_today", "to Today", "Enough: go to Today", name="five.today"),
    ]

    def __init__(self, report: ImportReport) -> None:
        super().__init__(Span("The first five", "strong"))
        self._report = report
        self._chosen_people: list[str] = []
        self._part: Widget | None = None
        """The part that the keys go to."""

    def compose_body(self) -> Iterable[Widget]:
        """What came in, the field, who fits, who was chosen, what comes then."""
        glyphs = self.swell.glyphs
        self.told = Lines(glyphs=glyphs, id="told")
        self.field = NameField(on_line=self._search_for, placeholder="a name you would be glad to hear from")
        prompt = OneLine(glyphs=glyphs)
        prompt.set_reactive(OneLine.shape, Span(glyphs.prompt, "accent"))
        self.rows = RowList(glyphs=glyphs, id="few")
        self.rows.styles.height = CANDIDATES
        self.chosen = Lines(glyphs=glyphs)
        self.then = RowList(glyphs=glyphs)
        yield self.told
        yield Horizontal(prompt, self.field, id="search")
        yield self.rows
        yield self.chosen
        yield self.then

    def on_mount(self) -> None:
        """The field has the keys at first."""
        self._part = self.field
        super().on_mount()
        self.watch(self, "focused", self._show_then, init=False)

    def on_resize(self) -> None:
        """The chosen are laid out anew for another width."""
        self._show_chosen()

    def show(self) -> None:
        """What came in, and how far the choosing is; where the import was taken back there is nothing to choose."""
        if self.swell.desk.book.is_empty():
            self.call_later(self.action_to_today)
            return
        self.told.lines = [
            *came_in(self._report, "esc, then u takes it back"),
            "",
            "  None of them will nag you. Swell asks only about people you choose.",
            "  Type a name you would be glad to hear from; five are enough for a start.",
            "",
        ]
        self.told.styles.height = len(self.told.lines)
        self._show_chosen()
        self._show_then()
        self._search_for(self.field.value)
        if not self.bar_is_open and self.focused is None:
            self.focus_body()

    def focus_body(self) -> None:
        """The field takes the keys, or what comes then."""
        self.set_focus(self._part)

    def _search_for(self, text: str) -> None:
        desk = self.swell.desk
        if not text.strip():
            self.rows.set_rows([note(shape) for shape in problem_lines(self._report, CANDIDATES)])
            return
        hits = desk.search(text, CANDIDATES)
        self.rows.set_rows([self._row(hit.contact) for hit in hits] or [note(Span("  nobody fits", "muted"))])
        if hits:
            self.rows.action_first()

    def _row(self, contact: str) -> Row:
        one = self.swell.desk.book.contacts[contact]
        work = ", ".join(part for part in (one.role, one.organisation) if part)
        met = f"connected {month(one.met_on)}" if one.met_on else ""
        return Row(contact, Cells(COLUMNS, (one.name, work, Span(one.circle or met, "muted"))))

    def _people(self) -> list[Contact]:
        """Those who were chosen and are in a circle still."""
        contacts = self.swell.desk.book.contacts
        return [contacts[one] for one in self._chosen_people if one in contacts and contacts[one].circle]

    def _show_chosen(self) -> None:
        glyphs = self.swell.glyphs
        people = self._people()
        done = min(len(people), ENOUGH)
        bar = line(Span(glyphs.done_step * done, "accent"), Span(glyphs.next_step * (ENOUGH - done), "muted"), "   ")
        head = line(CHOSEN, bar)
        room = self.size.width - width_of(head) - 2
        names = [line(one.name, Span(f", {one.circle}", "muted")) for one in people]
        between = Span(f" {glyphs.dot} ", "muted")
        rows = in_lines(names or [Span("nobody yet", "muted")], between, room, CHOSEN_LINES, glyphs.more)
        shapes: list[Shape] = [line(head, rows[0]), *(line(" " * width_of(head), each) for each in rows[1:])]
        self.chosen.lines = ["", self._ways(), "", *shapes, *[""] * (CHOSEN_LINES - len(shapes))]
        self.chosen.styles.height = len(self.chosen.lines)

    def _ways(self) -> Words:
        """How close somebody can be, by the digit that says so once they are chosen."""
        choices = circle_choices(self.swell.desk.settings)[:-1]
        return line(
            Span("  enter, then  ", "muted"),
            joined([line(Span(one.key, "accent"), Span(f" {one.words}", "muted")) for one in choices], "  "),
        )

    def _show_then(self) -> None:
        """What comes after the choosing; rows to stand on while the keys go there."""
        glyphs = self.swell.glyphs
        here = self.focused is self.then
        rows: list[Row] = [note("")]
        asked = self.person_in_view()
        if asked:
            rows.append(note("  Then tell Swell what one of them is looking for:"))
            rows.append(_way("answer", "a", f"{self.swell.desk.called(asked)} is looking for {glyphs.more}", here))
        rows.append(_way("sort", "O", f"sort {'more of ' if asked else ''}them, 20 at a time", here))
        self.then.set_rows(rows)

    def person_in_view(self) -> str:
        """The first of the chosen of whom it is not known what they look for, else the first."""
        people = [one.id for one in self._people()]
        known = {answer.contact for answer in self.swell.desk.book.answers.values()} if people else set()
        return next((one for one in people if one not in known), people[0] if people else "")

    async def on_line_input_entered(self, message: LineInput.Entered) -> None:
        """Ask how close the person under the cursor is."""
        if message.field is not self.field:
            await super().on_line_input_entered(message)
            return
        message.stop()
        if self.rows.current is not None:
            self._choose(self.rows.current.id)

    async def on_row_list_opened(self, message: RowList.Opened) -> None:
        """Ask how close somebody is, or do what comes then."""
        message.stop()
        if message.rows is self.rows:
            self._choose(message.row.id)
        elif message.row.id == "answer":
            await self.action_answer()
        else:
            self.action_sort_more()

    def _choose(self, contact: str) -> None:
        desk = self.swell.desk

        async def chosen(value: str) -> None:
            circle: Circle = next(one for one in CIRCLES if one == value)
            self.field.write("")  # before the next name is typed, which may be at once
            if await self.swell.change(lambda: desk.set_circles([contact], circle)) is None:
                return
            if contact not in self._chosen_people:
                self._chosen_people.append(contact)
            if len(self._people()) == ENOUGH:
                self._part = self.then
                self.focus_body()
            self._show_chosen()
            self._show_then()

        self.pick(f"how close is {desk.book.contacts[contact].name}?", circle_choices(desk.settings), chosen)

    def on_line_input_moved(self, message: LineInput.Moved) -> None:
        """Up and down move through who fits."""
        if message.field is not self.field:
            super().on_line_input_moved(message)
            return
        message.stop()
        (self.rows.action_down if message.step > 0 else self.rows.action_up)()

    def on_line_input_completed(self, message: LineInput.Completed) -> None:
        """Tab goes to what comes then, where letters act."""
        if message.field is not self.field:
            super().on_line_input_completed(message)
            return
        message.stop()
        self._part = self.then
        self.focus_body()

    def on_line_input_left(self, message: LineInput.Left) -> None:
        """Escape clears the field, then goes to Today: enough."""
        if message.field is not self.field:
            super().on_line_input_left(message)
            return
        message.stop()
        if self.field.value:
            self.field.write("")
        else:
            self.action_to_today()

    def action_to_field(self) -> None:
        """Go back to the field."""
        self._part = self.field
        self.focus_body()

    def action_to_today(self) -> None:
        """Go to Today."""
        self.app.call_later(self.swell.action_go, "today")

    def action_sort_more(self) -> None:
        """Go on with sorting, in the place of this page."""
        from tui.screens.sort import SortScreen

        self.app.switch_screen(SortScreen())


def _way(name: str, key: str, words: str, here: bool) -> Row:
    """One thing that comes then; where the keys go elsewhere it is only told."""
    shape = line(Span(f"        {key}", "accent"), f"   {words}")
    return Row(name, shape) if here else note(shape)


def in_lines(parts: Sequence[Words], between: Span, width: int, most: int, more: str) -> list[Line]:
    """The parts side by side on so many lines at most, broken only between parts."""
    lines: list[Line] = []
    for part in parts:
        together = line(lines[-1], between, part) if lines else line(part)
        if lines and (width_of(together) <= width or len(lines) == most):
            lines[-1] = together
        else:
            lines.append(line(part))
    return [cut(each, width, more) for each in lines]
