"""A Textual app with a DataTable, which many would take for a list of people."""

import sys

from textual.app import App, ComposeResult
from textual.widgets import DataTable


class Table(App[None]):
    """Shows so many rows."""

    def __init__(self, rows: int) -> None:
        super().__init__()
        self._rows = rows

    def compose(self) -> ComposeResult:
        """The table."""
        yield DataTable(cursor_type="row")

    def on_mount(self) -> None:
        """Fill it."""
        table = self.query_one(DataTable)
        table.add_columns("person", "why", "when")
        table.add_rows((f"Person {row}", "quiet for twice your usual", "8 weeks") for row in range(self._rows))


if __name__ == "__main__":
    Table(int(sys.argv[1])).run()
