"""A Textual app with an OptionList, which many would take for a list of people."""

import sys

from textual.app import App, ComposeResult
from textual.widgets import OptionList


class Options(App[None]):
    """Shows so many lines."""

    def __init__(self, lines: int) -> None:
        super().__init__()
        self._lines = lines

    def compose(self) -> ComposeResult:
        """The list."""
        yield OptionList(*(f"Person {line:<12} quiet for twice your usual   8 weeks" for line in range(self._lines)))


if __name__ == "__main__":
    Options(int(sys.argv[1])).run()
