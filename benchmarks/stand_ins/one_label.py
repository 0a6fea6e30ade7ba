"""A Textual app with one label: the least that any Textual program needs to start."""

from textual.app import App, ComposeResult
from textual.widgets import Label


class OneLabel(App[None]):
    """Shows one word."""

    def compose(self) -> ComposeResult:
        """The word."""
        yield Label("ready")


if __name__ == "__main__":
    OneLabel().run()
