"""I have 5, 15 or 30 minutes: what could be given in them, each ready to be written down once it is done."""

from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING, ClassVar, Final

from textual.binding import BindingType
from textual.widget import Widget

from domain.words import number
from tui.bindings import PAGE_BACK, command
from tui.prompt import Prompt
from tui.screens.place import Frame
from tui.text import Span
from tui.widgets.one_line import OneLine
from tui.widgets.rows import Row, RowList, note
from tui.widgets.shapes import Cells, Column, Sides

if TYPE_CHECKING:
    from domain.inbox.gives import Give

COLUMNS: Final = (Column(), Column(width=12, align="right", gap=2))
KEYS: Final = "enter keep · tab +2w · esc back, the draft stays"
GIVEN: Final = command("d", "done", "done", "Done: what was it? A line is offered", name="gives.done")


class GivesScreen(Frame):
    """The gives that fit into so many minutes."""

    FIRST_KEYS = ("gives.done", "page.back")
    BINDINGS: ClassVar[list[BindingType]] = [GIVEN, PAGE_BACK]

    def __init__(self, minutes: int) -> None:
        super().__init__(Span(f"I have {number(minutes) if minutes < 13 else minutes} minutes", "strong"))
        self._minutes = minutes
        self._gives: list[Give] | None = None
        self._done: dict[str, str] = {}
        """What was given, in words by row."""

    def compose_body(self) -> Iterable[Widget]:
        """A headline and the list."""
        self.headline = OneLine(glyphs=self.swell.glyphs)
        self.rows = RowList(glyphs=self.swell.glyphs)
        yield self.headline
        yield self.rows

    def show(self) -> None:
        """The gives as they were found when the page was opened, so that nothing jumps; what was given is struck."""
        if self._gives is None:
            self._gives = self.swell.desk.gives(self._minutes)
        words = f"one of these fits into {self._minutes} minutes" if self._gives else "nothing is at hand"
        self.headline.shape = Sides(Span(words, "muted"), Span("enter or d writes down that it is done", "muted"))
        rows = [self._row(str(at), give) for at, give in enumerate(self._gives)]
        none = note(Span("Nothing known fits; what you give anyway c captures.", "muted"))
        self.rows.set_rows(rows or [none])
        self.rows.openable = bool(rows)
        if self.focused is None and not self.bar_is_open:
            self.focus_body()

    def _row(self, id_: str, give: "Give") -> Row:
        told = self._done.get(id_)
        words = self.swell.glyphs.own(told or give.words)
        return Row(id_, Cells(COLUMNS, (words, Span(f"{give.minutes} minutes", "muted"))), struck=told is not None)

    def focus_body(self) -> None:
        """The list takes the keys."""
        self.rows.focus()

    def check_action(self, action: str, _parameters: tuple[object, ...]) -> bool | None:
        """Done is what is not done yet."""
        if action == "done":
            return self._give() is not None
        return True

    def _give(self) -> "Give | None":
        row = self.rows.current
        return self._gives[int(row.id)] if row is not None and not row.struck and self._gives else None

    async def on_row_list_opened(self, message: RowList.Opened) -> None:
        """Open the line of the row."""
        message.stop()
        await self.action_done()

    async def action_done(self) -> None:
        """Open the line that says what was given."""
        give, row = self._give(), self.rows.current
        if give is None or row is None:
            return
        enter = partial(self._enter, row.id, give)
        line = f"{give.line.rstrip()} "  # tab offers a date behind it
        await self.ask(Prompt(f"done: {give.words}", self.swell.preview, enter, line, keys=KEYS))

    async def _enter(self, id_: str, give: "Give", text: str) -> bool:
        """Capture the line; with the item behind it, where there is one, in the same step."""
        if not text.strip():
            self.swell.tell("Nothing was written; esc leaves the bar.", wrong=True)
            return False
        desk, item, line = self.swell.desk, give.item, text.strip()
        told = await self.swell.keep(lambda: desk.done(item, line) if item is not None else desk.keep(line))
        if told:
            self._done[id_] = told
            self.show()
            self.rows.action_down()
            self.refresh_bindings()
        return bool(told)
