"""An app that holds the widgets under test and nothing else."""

from collections.abc import Callable, Sequence

from textual.app import App, ComposeResult
from textual.screen import Screen
from textual.widget import Widget

from tui.theme import THEMES
from tui.widgets.lineview import LineView


class Only(Screen[None]):
    """A screen of the given widgets."""

    CSS = "Only { layers: base bar; }"

    def __init__(self, widgets: Sequence[Widget]) -> None:
        super().__init__()
        self._widgets = widgets

    def compose(self) -> ComposeResult:
        yield from self._widgets


class Host(App[None]):
    """Shows the widgets in one of our themes."""

    ENABLE_COMMAND_PALETTE = False

    def __init__(
        self, *widgets: Widget, theme: str = "swell", screen: Callable[[], Screen[None]] | None = None
    ) -> None:
        super().__init__()
        self._widgets = widgets
        self._screen = screen
        self._theme_name = theme

    def on_mount(self) -> None:
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = self._theme_name
        self.push_screen(self._screen() if self._screen else Only(self._widgets))


def lines_of(widget: LineView) -> list[str]:
    """What the widget shows, line by line, without blanks at the end."""
    return [widget.render_line(y).text.rstrip() for y in range(widget.size.height)]
