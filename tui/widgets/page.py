"""Lines to read: detail panes, pages of help, answers; only the cells that changed are sent."""

from collections.abc import Sequence
from typing import ClassVar, Final, Unpack

from rich.cells import cell_len
from textual.binding import Binding, BindingType
from textual.events import MouseScrollDown, MouseScrollUp
from textual.reactive import reactive

from tui.glyphs import UNICODE, Glyphs
from tui.text import Line, Span, cut, line, width_of
from tui.widgets.lineview import LineView, Names
from tui.widgets.shapes import Shape, drawn

WHEEL_LINES: Final = 3


class Lines(LineView):
    """A sequence of lines, scrolled where there are more than fit."""

    lines: reactive[Sequence[Shape]] = reactive((), repaint=False, init=False)
    """What is shown; setting it goes back to the first line unless the same lines were there."""
    top: reactive[int] = reactive(0, repaint=False, init=False)
    """The first line in sight."""

    def __init__(self, lines: Sequence[Shape] = (), *, glyphs: Glyphs = UNICODE, **names: Unpack[Names]) -> None:
        super().__init__(glyphs=glyphs, **names)
        self.set_reactive(Lines.lines, lines)

    def compose_line(self, y: int, width: int) -> Line:
        """The line at this height."""
        at = self.top + y
        if at >= len(self.lines):
            return ()
        if y < self.size.height - 1 or self.can_focus or not any(self.lines[at + 1 :]):
            return drawn(self.lines[at], width, self.glyphs)
        return _going_on(drawn(self.lines[at], width, self.glyphs), width, self.glyphs.more)

    def validate_top(self, top: int) -> int:
        """The last line stays at the bottom."""
        return max(0, min(top, len(self.lines) - self.size.height))

    def watch_lines(self) -> None:
        """Show the lines from the first on."""
        self.set_reactive(Lines.top, 0)
        self.repaint()

    def watch_top(self) -> None:
        """Show what is in sight now."""
        self.repaint()

    def on_resize(self) -> None:
        """Fill the new height."""
        super().on_resize()
        self.top = self.validate_top(self.top)

    def on_mouse_scroll_down(self, event: MouseScrollDown) -> None:
        """Scroll down a little."""
        event.stop()
        self.top += WHEEL_LINES

    def on_mouse_scroll_up(self, event: MouseScrollUp) -> None:
        """Scroll up a little."""
        event.stop()
        self.top -= WHEEL_LINES


def _going_on(words: Line, width: int, more: str) -> Line:
    """The last line in sight where more follow it: the sign of what is left out stands at its end."""
    room = width - cell_len(more) - 1
    text = "".join(span.text for span in words).rstrip()
    if cell_len(text) >= room:
        return cut(words, width - 1, more)
    kept = cut(words, room, "")
    return line(kept, " " * (room - width_of(kept)), Span(more, "muted"))


class Page(Lines, can_focus=True):
    """Lines that take the keys for scrolling: a page on its own, such as the help."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j,down", "scroll_lines(1)", "scroll down", show=False, id="page.down", tooltip="Scroll down a line"),
        Binding("k,up", "scroll_lines(-1)", "scroll up", show=False, id="page.up", tooltip="Scroll up a line"),
        Binding("g,home", "to_start", "first line", show=False, id="page.first", tooltip="Go to the first line"),
        Binding("G,end", "to_end", "last line", show=False, id="page.last", tooltip="Go to the last line"),
        Binding("ctrl+d", "scroll_pages(0.5)", "half down", show=False, id="page.half_down", tooltip="Half a page on"),
        Binding("ctrl+u", "scroll_pages(-0.5)", "half up", show=False, id="page.half_up", tooltip="Half a page up"),
        Binding("pagedown", "scroll_pages(1)", "page down", show=False, id="page.page_down", tooltip="A page down"),
        Binding("pageup", "scroll_pages(-1)", "page up", show=False, id="page.page_up", tooltip="A page up"),
    ]

    def action_scroll_lines(self, lines: int) -> None:
        """Scroll so many lines down, or up where negative."""
        self.top += lines

    def action_scroll_pages(self, pages: float) -> None:
        """Scroll so many heights down, or up where negative."""
        self.top += round(pages * max(1, self.size.height - 1))

    def action_to_start(self) -> None:
        """Go to the first line."""
        self.top = 0

    def action_to_end(self) -> None:
        """Go to the last line."""
        self.top = len(self.lines)
