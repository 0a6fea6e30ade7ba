"""After an import: five people you would be glad to hear from, each put into a circle with one key."""

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.widget import Widget

from domain.importing import ImportReport
from domain.text import listed
from domain.words import month
from tui.choices import circle_choices
from tui.screens.place import Frame
from tui.text import Span, Words, line
from tui.widgets.capture_bar import LineInput, OneLine
from tui.widgets.page import Lines
from tui.widgets.rows import Row, RowList, note
from tui.widgets.shapes import Cells, Column, Shape

ENOUGH = 5
COLUMNS = (Column(width=24), Column(), Column(width=22, drop=1))


class NameField(LineInput):
    """The field of a name: its keys are said for what they do there."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,ctrl+j", "enter", "how close", id="name.enter", tooltip="Say how close this person is"),
        Binding("up,ctrl+p", "move(-1)", "before", show=False, id="name.up", tooltip="The person before"),
        Binding("down,ctrl+n", "move(1)", "choose", id="name.down", tooltip="The next person", key_display="↑↓"),
        Binding("tab", "move(1)", "choose", show=False, id="name.tab", tooltip="The next person"),
        Binding("escape", "leave", "to Today", id="name.leave", tooltip="Enough: go to Today"),
    ]


class FiveScreen(Frame):
    """Asks for a few names, and nothing else."""

    FIRST_KEYS = ("name.enter", "name.down", "name.leave")

    def __init__(self, report: ImportReport) -> None:
        super().__init__(Span("The first five", "strong"))
        self._report = report
        self._chosen_people: list[str] = []

    def compose_body(self) -> Iterable[Widget]:
        """What came in, the field, who fits, who was chosen."""
        glyphs = self.swell.glyphs
        self.told = Lines(glyphs=glyphs, id="told")
        self.field = NameField(on_line=self._search_for, placeholder="a name you would be glad to hear from")
        prompt = OneLine(glyphs=glyphs)
        prompt.set_reactive(OneLine.shape, Span(glyphs.prompt, "accent"))
        self.rows = RowList(glyphs=glyphs, id="few")
        self.chosen = Lines(glyphs=glyphs)
        yield self.told
        yield Horizontal(prompt, self.field, id="search")
        yield self.rows
        yield self.chosen

    def show(self) -> None:
        """What came in, and how far the choosing is."""
        from tui.screens.bring_in import outcome

        self.told.lines = [
            *outcome(self._report),
            "",
            "  None of them will nag you. Swell asks only about people you choose.",
            "  Type a name you would be glad to hear from; five are enough for a start.",
            "",
        ]
        self.told.styles.height = len(self.told.lines)
        self._show_chosen()
        self._search_for(self.field.value)
        if not self.bar_is_open and self.focused is None:
            self.focus_body()

    def focus_body(self) -> None:
        """The field takes the keys."""
        self.field.focus()

    def _search_for(self, text: str) -> None:
        desk = self.swell.desk
        hits = desk.search(text, 5) if text.strip() else []
        nobody = [note(Span("nobody fits", "muted"))] if text.strip() and not hits else []
        self.rows.set_rows([self._row(hit.contact) for hit in hits] or nobody)
        if hits:
            self.rows.action_first()

    def _row(self, contact: str) -> Row:
        one = self.swell.desk.book.contacts[contact]
        work = ", ".join(part for part in (one.role, one.organisation) if part)
        met = f"connected {month(one.met_on)}" if one.met_on else ""
        return Row(contact, Cells(COLUMNS, (one.name, work, Span(one.circle or met, "muted"))))

    def _show_chosen(self) -> None:
        glyphs = self.swell.glyphs
        contacts = self.swell.desk.book.contacts
        people = [contacts[one] for one in self._chosen_people if one in contacts]
        done = min(len(people), ENOUGH)
        bar = line(Span(glyphs.done_step * done, "accent"), Span(glyphs.next_step * (ENOUGH - done), "muted"))
        names: Words = listed([f"{one.name}, {one.circle}" for one in people])
        shapes: list[Shape] = ["", line("  chosen   ", bar, "   ", names)]
        if people:
            first = self.swell.desk.called(people[0].id)
            shapes += ["", "  Then tell Swell what one of them is looking for: esc, then", ""]
            shapes.append(line(Span("        c", "accent"), f"   {first} is looking for {glyphs.more}"))
        self.chosen.lines = shapes

    async def on_line_input_entered(self, message: LineInput.Entered) -> None:
        """Ask how close the person under the cursor is."""
        if message.field is not self.field:
            await super().on_line_input_entered(message)
            return
        message.stop()
        row = self.rows.current
        if row is None:
            return
        contact = row.id
        name = self.swell.desk.book.contacts[contact].name

        async def chosen(circle: str) -> None:
            if await self.swell.change(lambda: self.swell.desk.set_circle(contact, circle)) is None:
                return
            if contact not in self._chosen_people:
                self._chosen_people.append(contact)
            self.field.write("")
            self._show_chosen()

        self.pick(f"how close is {name}?", circle_choices(self.swell.desk.settings), chosen)

    def on_line_input_moved(self, message: LineInput.Moved) -> None:
        """Up and down move through who fits."""
        if message.field is not self.field:
            super().on_line_input_moved(message)
            return
        message.stop()
        (self.rows.action_down if message.step > 0 else self.rows.action_up)()

    def on_line_input_left(self, message: LineInput.Left) -> None:
        """Escape goes to Today: enough."""
        if message.field is not self.field:
            super().on_line_input_left(message)
            return
        message.stop()
        self.app.call_later(self.swell.action_go, "today")
