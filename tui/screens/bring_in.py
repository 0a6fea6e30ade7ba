"""Import: a path is typed or taken from Downloads, read with its progress shown, and may be stopped."""

import asyncio
import os
from collections.abc import Iterable
from threading import Event
from typing import ClassVar, Final

from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.widget import Widget

from domain.errors import SwellError
from domain.importing import ImportReport
from tui.import_lines import came_in, problem_lines
from tui.screens.five import FiveScreen
from tui.screens.place import Frame
from tui.text import Span, line, wrapped
from tui.widgets.line_input import LineInput
from tui.widgets.one_line import OneLine
from tui.widgets.page import Lines
from tui.widgets.rows import Row, RowList, heading

PROBLEMS: Final = 5
"""Lines for what in the files needs a look."""


class StoppedError(SwellError):
    """The import was stopped before anything was written."""


class PathField(LineInput):
    """The field of a path: its keys are said for what they do there."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,ctrl+j", "enter", "import", id="path.enter", tooltip="Import the file of that path"),
        Binding("down,ctrl+n", "move(1)", "files found", id="path.down", tooltip="Go to the files that were found"),
        Binding("tab", "move(1)", "files found", show=False, id="path.tab", tooltip="Go to the files that were found"),
        Binding("escape", "leave", "back", id="path.leave", tooltip="Stop what is under way, else go back"),
    ]


class ImportScreen(Frame):
    """Brings people in from a file."""

    FIRST_KEYS = ("path.enter", "path.down", "path.leave")

    def __init__(self) -> None:
        super().__init__(Span("Import", "strong"))
        self._stop = Event()
        self._busy = False
        self._people = 0
        """How many there were after the import that was told last; 0 where none is told."""

    def compose_body(self) -> Iterable[Widget]:
        """What can be read, the path, the files found, what is going on."""
        glyphs = self.swell.glyphs
        self.intro = Lines(glyphs=glyphs, id="intro")
        self.field = PathField(placeholder="path of a file, ~ is your home folder")
        prompt = OneLine(glyphs=glyphs)
        prompt.set_reactive(OneLine.shape, Span(glyphs.prompt, "accent"))
        self.rows = RowList(glyphs=glyphs)
        self.outcome = Lines(glyphs=glyphs)
        yield self.intro
        yield Horizontal(prompt, self.field, id="search")
        yield self.rows
        yield self.outcome

    def show(self) -> None:
        """The files that were found."""
        self.intro.lines = [
            "",
            "  LinkedIn (zip or Connections.csv), Google contacts, Outlook, any vCards.",
            Span("  Told by what is in it. Nobody is merged on a guess, and u takes it back.", "muted"),
            "",
        ]
        self.intro.styles.height = len(self.intro.lines)
        found = [Row(path, path) for path in self.swell.exports]
        self.rows.set_rows([heading("found in Downloads: down and enter take one"), *found] if found else [])
        self.rows.display = bool(found)
        if not self.field.value and self.swell.exports:
            self.field.write(self.swell.exports[0])
        if len(self.swell.desk.book.contacts) < self._people:  # the import was taken back
            self._people = 0
            self.outcome.lines = []
        if not self._people:
            self.focus_body()

    def focus_body(self) -> None:
        """The field takes the keys, unless letters act after an import."""
        if not self.bar_is_open:
            self.set_focus(None if self._people else self.field)

    async def on_line_input_entered(self, message: LineInput.Entered) -> None:
        """Import the file of that path."""
        if message.field is not self.field:
            await super().on_line_input_entered(message)
            return
        message.stop()
        path = os.path.expanduser(message.line.strip())
        if path and not self._busy:
            self.app.run_worker(self._import(path))

    def on_line_input_left(self, message: LineInput.Left) -> None:
        """Escape stops an import that is under way, else goes back."""
        if message.field is not self.field:
            super().on_line_input_left(message)
            return
        message.stop()
        if self._busy:
            self._stop.set()
        else:
            self.app.pop_screen()

    def on_line_input_moved(self, message: LineInput.Moved) -> None:
        """Down goes to the files that were found."""
        if message.field is not self.field:
            super().on_line_input_moved(message)
            return
        message.stop()
        if self.rows.display:
            self.rows.focus()

    def on_row_list_opened(self, message: RowList.Opened) -> None:
        """Take the path of the row."""
        message.stop()
        self.field.write(message.row.id)
        self.field.focus()

    async def _import(self, path: str) -> None:
        """Read and import in a thread; what is shown meanwhile comes from there."""
        self._stop.clear()
        self._busy = True
        loop = asyncio.get_running_loop()

        def report(done: int, total: int) -> None:
            if self._stop.is_set():
                raise StoppedError("Stopped. Nothing was imported; the book is as it was.")
            loop.call_soon_threadsafe(self._progress, done, total)

        told: ImportReport | None = None
        wrong = ""
        circles = any(contact.circle for contact in self.swell.desk.book.contacts.values())

        def act() -> ImportReport:
            nonlocal wrong
            try:
                return self.swell.desk.bring_in(path, report)
            except SwellError as error:
                wrong = str(error)
                raise

        try:
            told = await self.swell.change(act)
        finally:
            self._busy = False
        if told is None:
            self.outcome.lines = ["", *(Span(f"  {part}", "late") for part in wrapped(wrong, self.size.width - 4))]
            return
        if told.created or told.updated:
            self.app.run_worker(self._prepare_search())
        if told.created and not circles:
            self.app.switch_screen(FiveScreen(told))
        else:
            self._tell_outcome(told)

    async def _prepare_search(self) -> None:
        """Build what is searched in slices, between which keys are answered."""
        for _ in self.swell.desk.prepare_search():
            await asyncio.sleep(0)

    def _tell_outcome(self, told: ImportReport) -> None:
        """Say what came of it; where people came in, the field gives the keys away so that O and u act."""
        lines = [*came_in(told, "u takes it back"), *problem_lines(told, PROBLEMS), ""]
        if not told.created:
            self.outcome.lines = [*lines, Span("  esc goes back", "muted")]
            return
        self._people = len(self.swell.desk.book.contacts)
        self.outcome.lines = [
            *lines,
            line(Span("  O", "accent"), "    sort them, 20 at a time; until then none of them will nag you"),
            line(Span("  tab", "accent"), "  import another file"),
            line(Span("  esc", "accent"), "  go back"),
        ]
        self.set_focus(None)

    def _progress(self, done: int, total: int) -> None:
        cells = 30
        filled = cells * done // max(total, 1)
        glyphs = self.swell.glyphs
        bar = line(Span(glyphs.done_step * filled, "accent"), Span(glyphs.next_step * (cells - filled), "muted"))
        self.outcome.lines = [
            "",
            line("  reading  ", bar, f"  {done} of {total}", Span("   esc stops it", "muted")),
        ]
