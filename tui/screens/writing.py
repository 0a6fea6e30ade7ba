"""A page with a list of lines above and the bar always open below it, in which one of them is written."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.reactive import reactive
from textual.widget import Widget

from tui.bindings import command
from tui.screens.place import Frame
from tui.text import Words
from tui.widgets.line_input import LineInput
from tui.widgets.one_line import OneLine
from tui.widgets.rows import RowList
from tui.widgets.shapes import Shape

if TYPE_CHECKING:
    from domain.capture.completing import Offer
    from domain.capture.drafts import Understood

WRITE = command("e", "write", "change", "Change this line in the field below", name="writing.write")


class WrittenRows(RowList):
    """The lines above the field; below the last of them comes the field."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j,down", "down", "next row", show=False, id="list.down", tooltip="Move to the next row"),
    ]

    def action_down(self) -> None:
        """Move to the next row; from the last one into the field."""
        before = self.cursor
        super().action_down()
        if self.cursor == before and isinstance(self.screen, WritingPage):
            self.screen.to_field()


class WritingPage(Frame):
    """A list of lines with the bar below it."""

    WRITES = True
    LIST_KEYS: ClassVar[str] = ""
    """What the keys do while the list has them."""
    DEFAULT_CSS = """
    WritingPage #body { padding-bottom: 3; }
    """

    focused: reactive[Widget | None] = reactive(None, repaint=False)

    def compose_body(self) -> Iterable[Widget]:
        """A headline and the list."""
        glyphs = self.swell.glyphs
        self.headline = OneLine(glyphs=glyphs)
        self.headline.set_reactive(OneLine.shape, self.first_headline())
        self.rows = WrittenRows(glyphs=glyphs)
        yield self.headline
        yield self.rows

    def first_headline(self) -> Shape:
        """What stands above the list before anything is known."""
        return ""

    def on_mount(self) -> None:
        """Fill the list, then open the bar."""
        super().on_mount()
        self.watch(self, "focused", self._say_keys, init=False)
        self.call_later(self.begin)

    async def begin(self) -> None:
        """Open the bar."""
        raise NotImplementedError

    def leave(self) -> None:
        """Go back to where this page was opened."""
        raise NotImplementedError

    def understood(self, text: str) -> "Understood":
        """What a line says here."""
        raise NotImplementedError

    def offers(self, text: str, cursor: int) -> "Sequence[Offer]":
        """What tab offers in a line, by what it says here."""
        from domain.capture.completing import offers

        return offers(text, cursor, self.understood(text), self.swell.desk.vocabulary())

    def focus_body(self) -> None:
        """The field takes the keys."""
        self.to_field()

    def to_field(self) -> None:
        """The field takes the keys."""
        if self._bar is not None and self.bar_is_open:
            self.set_focus(self._bar.field)

    def to_list(self) -> None:
        """The list takes the keys, where there is a row to stand on."""
        if self.rows.current is not None:
            self.set_focus(self.rows)

    def say(self, words: Words) -> None:
        """Say something where the eye is: above the field."""
        if self._bar is not None and words:
            self._bar.tell(words)

    def on_line_input_left(self, message: LineInput.Left) -> None:
        """Close the list of what tab offers, else leave the page."""
        message.stop()
        if self._bar is not None and self._bar.list_is_open:
            self._bar.close_list()
        else:
            self.leave()

    def pop_telling(self, words: str, *, undoable: bool = False) -> None:
        """Go back to where this page was opened, and say something there."""
        if not self.is_current:
            return
        self.swell.pop_screen()
        below = self.swell.frame
        below.call_later(lambda: below.tell(words, undoable=undoable))

    def _say_keys(self) -> None:
        """Say what the keys do where they go."""
        if self._bar is None or self._prompt is None:
            return
        in_list = self.focused is self.rows
        self._bar.say(self.swell.glyphs.own(self.LIST_KEYS if in_list else self._prompt.keys), self._prompt.aside)
