"""The bar in which one line is written: what it is for, the line, what is understood of it, what the keys do."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar, Unpack

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.events import Paste
from textual.message import Message
from textual.reactive import reactive
from textual.widgets import Input

from domain.text import clean
from tui.glyphs import UNICODE, Glyphs
from tui.text import Line, Span, Words, in_role, joined, line
from tui.widgets.lineview import LineView, Names
from tui.widgets.shapes import Rule, Shape, Sides, drawn

Preview = Callable[[str], Sequence[Span]]
"""What is understood of a line, as chips."""


@dataclass
class LineMessage(Message):
    """Something that happened in a line of text."""

    field: "LineInput"
    line: str
    """The whole line as it stands."""

    @property
    def control(self) -> "LineInput":
        """The field it happened in."""
        return self.field


class LineInput(Input):
    """A line of text without a border, in which every printable key is text and each other key tells its parent."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,ctrl+j", "enter", "keep", id="field.enter", tooltip="Keep or take the line"),
        Binding("escape", "leave", "back", id="field.leave", tooltip="Leave; the draft stays"),
        Binding("up,ctrl+p", "move(-1)", "earlier", show=False, id="field.up", tooltip="The choice or the line before"),
        Binding("down,ctrl+n", "move(1)", "later", show=False, id="field.down", tooltip="The next choice or line"),
        Binding("tab", "complete(1)", "complete", id="field.complete", tooltip="Complete, or offer the next choice"),
        Binding("shift+tab", "complete(-1)", "choice back", show=False, id="field.back", tooltip="The choice before"),
    ]
    DEFAULT_CSS = """
    LineInput, LineInput:focus {
        border: none;
        height: 1;
        padding: 0;
        width: 1fr;
        background: $background;
        background-tint: $background 0%;
        & > .input--placeholder { color: $text-muted; }
        &:ansi > .input--cursor { background: ansi_default; color: ansi_default; text-style: reverse; }
    }
    """

    class Entered(LineMessage):
        """Enter: the line is to be kept or taken."""

    class Left(LineMessage):
        """Escape: the field is to be left; the line is its draft."""

    @dataclass
    class Moved(LineMessage):
        """Up or down: another choice, or an earlier line."""

        step: int
        """-1 up, 1 down."""

    @dataclass
    class Completed(LineMessage):
        """Tab: complete, or offer another choice."""

        step: int
        """1 onward, -1 back."""

    def __init__(
        self,
        value: str = "",
        *,
        on_line: Callable[[str], None] | None = None,
        placeholder: str = "",
        **names: Unpack[Names],
    ) -> None:
        self._on_line = on_line
        super().__init__(value, placeholder=placeholder, select_on_focus=False, compact=True, **names)
        self.cursor_blink = False

    def validate_value(self, value: str) -> str:
        """Whatever a terminal would obey is made visible."""
        return clean(value)

    def watch_value(self, value: str) -> None:
        """Hand the line on in the same turn, so that field and preview are painted together."""
        if self._on_line:
            self._on_line(value)

    def on_paste(self, event: Paste) -> None:
        """Keep every pasted line, joined by blanks."""
        event.stop()
        event.prevent_default()
        self.replace(" ".join(event.text.split()), *self.selection)

    def write(self, text: str) -> None:
        """Put another line into the field, the cursor at its end."""
        self.value = text
        self.cursor_position = len(self.value)

    def action_enter(self) -> None:
        """Keep or take the line."""
        self.post_message(self.Entered(self, self.value))

    def action_leave(self) -> None:
        """Leave the field."""
        self.post_message(self.Left(self, self.value))

    def action_move(self, step: int) -> None:
        """Go to another choice or line."""
        self.post_message(self.Moved(self, self.value, step))

    def action_complete(self, step: int) -> None:
        """Complete the word."""
        self.post_message(self.Completed(self, self.value, step))


class OneLine(LineView):
    """A single line that can be replaced."""

    DEFAULT_CSS = """
    OneLine { height: 1; width: 1fr; }
    """

    shape: reactive[Shape] = reactive("", repaint=False, init=False)
    """What it shows."""

    def watch_shape(self) -> None:
        """Draw what changed."""
        self.repaint()

    def compose_line(self, _y: int, width: int) -> Line:
        """The shape at this width."""
        return drawn(self.shape, width, self.glyphs)


class CaptureBar(Vertical):
    """Four lines over the bottom of a screen, which needs the layer `bar`; what is below does not move."""

    DEFAULT_CSS = """
    CaptureBar {
        layer: bar;
        dock: bottom;
        height: 4;
        display: none;
        background: $background;
        & > Horizontal { height: 1; }
        & .prompt { width: 3; }
    }
    """

    def __init__(self, preview: Preview, *, glyphs: Glyphs = UNICODE, **names: Unpack[Names]) -> None:
        super().__init__(**names)
        self._preview = preview
        self._glyphs = glyphs
        self._title = OneLine(glyphs=glyphs)
        self._prompt = OneLine(glyphs=glyphs, classes="prompt")
        self._prompt.set_reactive(OneLine.shape, Span(glyphs.prompt, "accent"))
        self._chips = OneLine(glyphs=glyphs)
        self._help = OneLine(glyphs=glyphs)
        self.field = LineInput(on_line=self.show_preview)
        """Where the line is written; its messages come through the bar."""

    def compose(self) -> ComposeResult:
        """The title, the line, the chips, the help."""
        yield self._title
        with Horizontal():
            yield self._prompt
            yield self.field
        yield self._chips
        yield self._help

    @property
    def is_open(self) -> bool:
        """Whether the bar is shown."""
        return self.display

    def open(self, title: str, text: str = "", *, keys: Words = "", aside: Words = "") -> None:
        """Show the bar with a line to begin with, and take the keys."""
        self._title.shape = Rule(Span(title, "muted"))
        self.say(keys, aside)
        self.field.write(text)
        self.show_preview(text)
        self.display = True
        self.screen.set_focus(self.field)

    def close(self) -> None:
        """Put the bar away."""
        self.display = False

    def say(self, keys: Words, aside: Words = "") -> None:
        """Say what the keys do, and at the right what comes next."""
        self._help.shape = Sides(in_role(keys, "muted"), in_role(aside, "muted"))

    def tell(self, words: Words) -> None:
        """Say something in the stead of the title, until the bar is next opened."""
        self._title.shape = Rule(words)

    def show_preview(self, text: str) -> None:
        """Show what is understood of the line."""
        dot = Span(f" {self._glyphs.dot} ", "muted")
        self._chips.shape = line("  ", joined(self._preview(text), dot))
