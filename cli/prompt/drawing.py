"""Drawing in place: rows below each other where the cursor is, of which only what has changed is sent again.

Where the cursor stands is counted, not asked for, because plain terminals do not answer.
"""

from cli.prompt.letters import glyphs

Span = tuple[str, str]
"""A text and its role."""
Row = list[Span]
Cell = tuple[str, str]
"""What stands in a cell, and in which role; after a wide letter comes an empty cell."""

CLEAR_BELOW, CLEAR_RIGHT = "\x1b[J", "\x1b[K"
CLEAR_ALL = "\x1b[H\x1b[2J"
PLAIN = "\x1b[m"


class Drawing:
    """What was drawn, and where in it the cursor stands."""

    def __init__(self, colours: dict[str, str], *, only_ascii: bool) -> None:
        self._colours = colours
        self._only_ascii = only_ascii
        self._rows: list[list[Cell]] = []
        self._row = 0
        self._column = 0

    @property
    def is_empty(self) -> bool:
        """Whether nothing is drawn."""
        return not self._rows

    def draw(self, rows: list[Row], cursor: tuple[int, int], columns: int) -> str:
        """What to send so that these rows are seen, with the cursor in this row and column."""
        wanted = [cells_of(row, columns) for row in rows]
        if len(wanted) != len(self._rows):
            return self._anew(wanted, cursor)
        parts: list[str] = []
        for number, (cells, drawn) in enumerate(zip(wanted, self._rows, strict=True)):
            if cells != drawn:
                self._redraw(parts, number, cells, drawn)
        self._rows = wanted
        self._move(parts, *cursor)
        return "".join(parts)

    def erase(self) -> str:
        """What to send so that nothing is left, with the cursor where the first row began."""
        if not self._rows:
            return ""
        up = f"\x1b[{self._row}A" if self._row else ""
        self.forget()
        return f"\r{up}{CLEAR_BELOW}"

    def erase_after_resize(self, columns: int) -> str:
        """The same after the terminal has become so many columns wide and has broken its rows anew."""
        wrapped = sum(max(0, len(row) - 1) // columns for row in self._rows[: self._row])
        self._row += wrapped + self._column // columns
        return self.erase()

    def forget(self) -> None:
        """Draw all anew from where the cursor stands."""
        self._rows, self._row, self._column = [], 0, 0

    def _anew(self, wanted: list[list[Cell]], cursor: tuple[int, int]) -> str:
        parts = [self.erase() or "\r"]
        for number, cells in enumerate(wanted):
            parts.append("\r\n" if number else "")
            parts.append(self._painted(cells) + CLEAR_RIGHT)
        self._rows = wanted
        self._row, self._column = len(wanted) - 1, len(wanted[-1])
        self._move(parts, *cursor)
        return "".join(parts)

    def _redraw(self, parts: list[str], number: int, cells: list[Cell], drawn: list[Cell]) -> None:
        """Send the cells of a row from the first to the last that differ."""
        start = 0
        while start < len(cells) and start < len(drawn) and cells[start] == drawn[start]:
            start += 1
        while start and start < len(cells) and not cells[start][0]:
            start -= 1
        end = len(cells)
        if len(cells) == len(drawn):
            while end > start and cells[end - 1] == drawn[end - 1]:
                end -= 1
            while end < len(cells) and not cells[end][0]:
                end += 1
        self._move(parts, number, start)
        parts.append(self._painted(cells[start:end]))
        self._column = end
        if len(drawn) > len(cells):
            parts.append(CLEAR_RIGHT)

    def _painted(self, cells: list[Cell]) -> str:
        parts: list[str] = []
        now = ""
        for place, (text, role) in enumerate(cells):
            look = self._colours.get(role, "")
            if look != now and text not in ("", " "):
                parts.append(f"\x1b[;{look}m" if look else PLAIN)
                now = look
            if self._only_ascii and not text.isascii():
                text = "??" if cells[place + 1 : place + 2] and not cells[place + 1][0] else "?"
            parts.append(text)
        if now:
            parts.append(PLAIN)
        return "".join(parts)

    def _move(self, parts: list[str], row: int, column: int) -> None:
        if row != self._row:
            up = self._row - row
            parts.append(f"\x1b[{up}A" if up > 0 else f"\x1b[{-up}B")
            self._row = row
        elif column == self._column:
            return
        parts.append(f"\r\x1b[{column}C" if column else "\r")
        self._column = column


def cells_of(row: Row, columns: int) -> list[Cell]:
    """A row as cells; what has no room in so many columns is left out."""
    cells: list[Cell] = []
    for text, role in row:
        for shown, width in glyphs(text):
            if len(cells) + width > columns:
                return cells
            if width:
                cells.append((shown, role))
                cells.extend([("", role)] * (width - 1))
    while cells and cells[-1][0] == " ":
        cells.pop()
    return cells
