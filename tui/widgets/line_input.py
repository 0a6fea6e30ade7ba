"""The field in which one line is written: every printable key is text, each other key tells the parent."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Final, Self, Unpack

from rich.cells import cell_len
from rich.highlighter import Highlighter
from rich.style import Style
from rich.text import Text
from textual.binding import Binding, BindingType
from textual.events import Key, Paste
from textual.geometry import Offset, Region
from textual.message import Message
from textual.strip import Strip
from textual.widgets import Input

from domain.text import clean
from tui.text import Role
from tui.theme import roles_of
from tui.widgets.lineview import Names, differing_cells

if TYPE_CHECKING:
    from textual.widgets.input import Selection

AHEAD: Final = 24
"""Cells by which a line that is longer than its field is scrolled."""
Ink = tuple[int, int, Role]
"""A part of the line, the end excluded, and how it looks."""


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
    """A line of text without a border, which sends only the cells that have changed."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,ctrl+j", "enter", "keep", id="field.enter", tooltip="Keep or take the line"),
        Binding("escape", "leave", "back", id="field.leave", tooltip="Close a list, else leave; the draft stays"),
        Binding("up,ctrl+p", "move(-1)", "earlier", show=False, id="field.up", tooltip="The choice or the line before"),
        Binding("down,ctrl+n", "move(1)", "later", show=False, id="field.down", tooltip="The next choice or line"),
        Binding(
            "tab",
            "complete(1)",
            "complete",
            id="field.complete",
            tooltip="Complete a name, a tag, a date; again: the next",
        ),
        Binding("shift+tab", "complete(-1)", "choice back", show=False, id="field.back", tooltip="The choice before"),
        Binding(
            "ctrl+t",
            "take_as_text",
            "as text",
            show=False,
            id="field.text",
            tooltip="Take a word as plain text, and back",
        ),
        Binding(
            "ctrl+g", "send_out", "editor", show=False, id="field.editor", tooltip="Write the line in your $EDITOR"
        ),
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

    class Toggled(LineMessage):
        """ctrl+t: the word at the cursor is to be plain text, or no longer."""

    class SentOut(LineMessage):
        """ctrl+g: the line is to be written elsewhere."""

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

    @dataclass
    class SeveralPasted(LineMessage):
        """Several lines were pasted into a field that takes several; they are not in it."""

        text: str
        """All of them, between what stands before the cursor and what stands after it."""

    def __init__(
        self,
        value: str = "",
        *,
        on_line: Callable[[str], None] | None = None,
        on_cursor: Callable[[], None] | None = None,
        placeholder: str = "",
        **names: Unpack[Names],
    ) -> None:
        """`on_line` is told each line in the same turn, `on_cursor` that only the cursor has moved."""
        self._on_line = on_line
        self._on_cursor = on_cursor
        self._writing = False
        self._drawn: Strip | None = None
        """The line as it was last drawn; none where it has to be drawn anew."""
        self._inked = Inked()
        self.empties = False
        """Whether enter begins a new line at once."""
        self.takes_several = False
        """Whether several pasted lines are told instead of joined."""
        self.captures = False
        """Whether it is a line to capture, of which words can be taken as text and which may be written elsewhere."""
        super().__init__(
            value, placeholder=placeholder, select_on_focus=False, compact=True, highlighter=self._inked, **names
        )
        self.cursor_blink = False

    def validate_value(self, value: str) -> str:
        """Whatever a terminal would obey is made visible."""
        return clean(value)

    def watch_value(self, value: str) -> None:
        """Hand the line on in the same turn, so that field and preview are painted together."""
        if self._on_line and not self._writing:
            self._on_line(value)

    def watch_selection(self, before: "Selection", after: "Selection") -> None:
        """Tell that the cursor has moved."""
        if self._on_cursor and not self._writing and before != after:
            self._on_cursor()

    @property
    def content_width(self) -> int:
        """Cells that the line takes, with those that it is scrolled ahead by; it grows by steps, and so seldom.

        There is always room for what stands in an empty field: with another width the first letter is drawn twice.
        """
        return (max(super().content_width, cell_len(self.placeholder)) // AHEAD + 2) * AHEAD

    def scroll_to_region(self, region: Region, **_: object) -> Offset:
        """Bring the cursor into sight, where it is not by many cells at once: scrolling sends the whole line."""
        width, before = self.size.width, self.scroll_offset.x
        if not width:
            return Offset()
        if cell_len(self.value) < width:
            after = 0
        elif region.x < before:
            after = max(0, region.x - AHEAD)
        else:
            after = before if region.x < before + width else region.x + AHEAD - width
        self.scroll_to(x=after, animate=False, force=True, immediate=True)
        return Offset(after - before, 0)

    def on_resize(self) -> None:
        """Another width may hide the cursor."""
        self.scroll_to_region(Region(cell_len(self.value[: self.cursor_position]), 0, 1, 1))

    async def on_key(self, event: Key) -> None:
        """Do what a key of ours is for in the order of typing; Textual would do it after letters typed ahead."""
        if event.is_printable:
            return
        active = self.screen.active_bindings.get(event.key)
        if active is not None and active.enabled and active.node is self:
            event.stop()
            event.prevent_default()
            await self.run_action(active.binding.action)

    def on_paste(self, event: Paste) -> None:
        """Tell several lines, or keep them joined by blanks."""
        event.stop()
        event.prevent_default()
        start, end = sorted(self.selection)
        text = f"{self.value[:start]}{event.text.rstrip()}{self.value[end:]}"
        if self.takes_several and len(_full_lines(text)) > 1:
            self.post_message(self.SeveralPasted(self, self.value, text))
        else:
            self.put_in(event.text)

    def put_in(self, text: str) -> None:
        """Put a text in at the cursor, its lines joined by blanks."""
        self.replace(" ".join(text.split()), *self.selection)

    def write(self, text: str, cursor: int | None = None) -> None:
        """Put another line into the field, the cursor at its end unless said."""
        self._writing = True
        self.value = text
        self.cursor_position = len(self.value) if cursor is None else cursor
        self._writing = False
        if self._on_line:
            self._on_line(self.value)

    def ink(self, inks: Sequence[Ink]) -> None:
        """Give parts of the line a look; in the turn in which the line changes it costs nothing more to send."""
        self._inked.inks = inks

    def check_action(self, action: str, _parameters: tuple[object, ...]) -> bool | None:
        """What makes no sense for a search or a day is not offered there."""
        return self.captures or action not in ("take_as_text", "send_out")

    def action_enter(self) -> None:
        """Keep or take the line; what is typed ahead begins a new one where enter empties the field."""
        self.post_message(self.Entered(self, self.value))
        if self.empties:
            self.write("")

    def action_leave(self) -> None:
        """Leave the field."""
        self.post_message(self.Left(self, self.value))

    def action_move(self, step: int) -> None:
        """Go to another choice or line."""
        self.post_message(self.Moved(self, self.value, step))

    def action_complete(self, step: int) -> None:
        """Complete the word."""
        self.post_message(self.Completed(self, self.value, step))

    def action_take_as_text(self) -> None:
        """Take the word at the cursor as plain text, or no longer."""
        self.post_message(self.Toggled(self, self.value))

    def action_send_out(self) -> None:
        """Write the line elsewhere."""
        self.post_message(self.SentOut(self, self.value))

    def render_line(self, y: int) -> Strip:
        """The line as Textual draws it."""
        if self._inked.looks is None:
            app = self.app
            self._inked.looks = roles_of(app.theme_variables, ansi=app.native_ansi_color, no_colour=app.no_color)
        strip = super().render_line(y)
        if y == 0:
            self._drawn = strip
        return strip

    def refresh(self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False) -> Self:
        """Draw again; of a whole line only the cells that come out different."""
        before, whole = self._drawn, self.size.region
        if before is None or not repaint or recompose or (regions and regions != (whole,)):
            return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)
        first, last = differing_cells(before, super().render_line(0), inked_blanks=True)
        changed = Region(first, 0, last - first, 1).intersection(whole)
        if changed:
            return super().refresh(changed, layout=layout)
        return super().refresh(repaint=False, layout=True) if layout else self

    def notify_style_update(self) -> None:
        """The theme or the style sheet may have changed."""
        super().notify_style_update()
        self._drawn = self._inked.looks = None


class Inked(Highlighter):
    """Gives parts of a line the look of their roles."""

    def __init__(self) -> None:
        self.inks: Sequence[Ink] = ()
        """The parts."""
        self.looks: dict[Role, Style] | None = None
        """How each role looks; none while that is not known."""

    def highlight(self, text: Text) -> None:
        """Give the parts of the text their looks."""
        if self.looks is not None:
            for start, end, role in self.inks:
                text.stylize(self.looks[role], start, end)


def _full_lines(text: str) -> list[str]:
    return [line for line in text.splitlines() if line.strip()]
