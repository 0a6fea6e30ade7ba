"""A single line that can be replaced."""

from textual.reactive import reactive

from tui.text import Line
from tui.widgets.lineview import LineView
from tui.widgets.shapes import Shape, drawn


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
