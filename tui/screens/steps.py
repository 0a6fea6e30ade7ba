"""The undo history on a page: what was done, when, and by whom."""

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import BindingType
from textual.widget import Widget

from domain.errors import SwellError
from tui.bindings import PAGE_BACK
from tui.screens.place import Frame
from tui.text import Span
from tui.widgets.rows import Row, RowList, note
from tui.widgets.shapes import Cells, Column

COLUMNS = (Column(width=17), Column(), Column(width=10, drop=2), Column(width=18, drop=1))


class StepsScreen(Frame):
    """The steps, newest first."""

    BINDINGS: ClassVar[list[BindingType]] = [PAGE_BACK]

    def __init__(self) -> None:
        super().__init__(Span("What was done", "strong"))

    def compose_body(self) -> Iterable[Widget]:
        """The list."""
        self.rows = RowList(openable=False, glyphs=self.swell.glyphs)
        yield self.rows

    def show(self) -> None:
        """One row a step."""
        try:
            steps = self.swell.desk.steps()
        except SwellError as error:
            self.rows.set_rows([note(Span(str(error), "late"))])
            return
        rows = [
            Row(
                step.id,
                Cells(
                    COLUMNS,
                    (
                        Span(step.at[:16].replace("T", " "), "muted"),
                        step.label,
                        Span("undone" if step.undone else "", "muted"),
                        Span("this window" if step.here else step.origin, "muted"),
                    ),
                ),
                struck=step.undone,
            )
            for step in steps
        ]
        self.rows.set_rows(rows or [note(Span("Nothing was done yet.", "muted"))])
        self.focus_body()

    def focus_body(self) -> None:
        """The list takes the keys."""
        self.rows.focus()
