"""What the prompt shows, as rows for a window of any size: the list, the line, what was understood, the keys."""

from cli.prompt.drawing import Row, Span
from cli.prompt.letters import glyphs, width
from cli.prompt.looks import Looks

WHOLE = 8
"""Rows up to which the window is ours alone, as a popup is; in a larger one only the rows that are needed are taken."""
ROOMY = 7
"""Rows from which a blank one is left above and below what was understood."""
USUAL = 5
"""Rows that are taken of a large window while there is no list."""
MARGIN = "   "


class Room:
    """How the rows of a window are shared out."""

    def __init__(self, rows: int, listed: int) -> None:
        """`listed` is how many lines there are in the list."""
        whole = rows <= WHOLE
        height = rows if whole else min(rows - 1, USUAL + listed)
        self.keys = height >= 4
        left = height - 1 - self.keys
        self.list = min(listed, max(0, left - (1 if whole else USUAL - 2)))
        self.gaps = whole and height >= ROOMY and not listed
        self.preview = left - self.list - 2 * self.gaps


def line_row(text: str, cursor: int, offset: int, columns: int, looks: Looks) -> tuple[Row, int, int]:
    """The row of the line, the column of its cursor, and the cell of the line that the row begins with.

    `offset` is the cell that it began with before: it is kept while the cursor is in view.
    """
    sign = f" {looks.prompt} " if columns >= 12 else looks.prompt if columns > 2 else ""
    room = max(1, columns - len(sign) - 1)
    seen = glyphs(text)
    before = width(text[:cursor])
    total = sum(cells for _, cells in seen)
    offset = _offset(offset, before, total, room)
    shown, place, cut = [], 0, ""
    for letter, cells in seen:
        if place >= offset and place + cells <= offset + room:
            shown.append(letter)
        elif place < offset < place + cells:
            cut = " "  # half of a wide letter
        place += cells
    head: list[Span] = [(sign, "accent")]
    if offset and len(sign) > 1:
        head = [(sign[:-1], "accent"), (looks.more[:1], "muted")]
    return [*head, (cut + "".join(shown), "")], min(len(sign) + before - offset, columns - 1), offset


def _offset(offset: int, before: int, total: int, room: int) -> int:
    """The first cell to show; the view moves by a third of its room, so that not every key moves it."""
    if total <= room:
        return 0
    step = max(1, room // 3)
    if before < offset:
        return max(0, before - step)
    if before > offset + room:
        return before - room + (step if total > before + step else 0)
    return min(offset, max(0, total - room + step))


def fitting(choices: list[str], columns: int) -> str:
    """The first of these that has room; the last one where none has."""
    return next((words for words in choices if width(words) <= columns), choices[-1])
