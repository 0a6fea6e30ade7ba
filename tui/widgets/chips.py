"""The chips under a line: what is understood of it, or what tab offers, in a few rows."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from rich.cells import cell_len
from textual.reactive import reactive

from tui.glyphs import Glyphs
from tui.text import Line, Role, Span, line
from tui.widgets.lineview import LineView

if TYPE_CHECKING:
    from domain.capture.chips import Chip
    from domain.capture.drafts import Role as ChipRole

MOST_ROWS: Final = 3
"""Rows that chips may take."""
INDENT: Final = "   "
EDGE: Final = 1
"""Blank cells at the right."""

LOOKS: Final[dict["ChipRole", Role]] = {
    "person": "strong",
    "new person": "accent",
    "date": "gauge3",
    "tag": "gauge3",
    "field": "gauge3",
    "follow-up": "accent",
    "answer": "accent",
    "ask": "accent",
    "introduction": "strong",
    "knows": "strong",
    "path": "strong",
    "note": "muted",
    "hint": "muted",
    "choice": "late",
    "unfiled": "late",
    "warning": "late",
}
"""The look of each kind of chip and of the words in the line that it comes from, where it is not plain."""


def look_of(role: "ChipRole") -> Role:
    """How a kind of chip looks; its words say what it is without that."""
    return LOOKS.get(role, "text")


class Chips(LineView):
    """Rows of chips."""

    DEFAULT_CSS = """
    Chips { height: 1; width: 1fr; }
    """

    rows: reactive[tuple[Line, ...]] = reactive((), repaint=False, init=False)
    """What it shows."""

    def watch_rows(self) -> None:
        """Draw what changed."""
        self.repaint()

    def compose_line(self, y: int, _width: int) -> Line:
        """One row."""
        return self.rows[y] if y < len(self.rows) else ()


def chip_rows(chips: Sequence["Chip"], most: int, width: int, glyphs: Glyphs) -> tuple[Line, ...]:
    """The chips in so many rows of that width; doubts first where not all have room, `+3` for those that have none."""
    if not chips:
        return ()
    from domain.capture.layout import in_rows  # no first paint shows a line

    rows = in_rows(chips, most, _room(width), width_of=cell_len, dot=glyphs.dot, more=glyphs.more)
    return tuple(line(INDENT, _row(row, glyphs)) for row in rows)


def offer_rows(words: Sequence[str], at: int, most: int, width: int, glyphs: Glyphs) -> tuple[Line, ...]:
    """What tab offers in so many rows, with the one at that place marked and in view; signs tell of more."""
    from domain.capture.chips import Chip
    from domain.capture.layout import in_rows

    chips = [marked(word, glyphs) if place == at else Chip("choice", word) for place, word in enumerate(words)]
    room = _room(width) - len(_more(len(words)))
    rows = in_rows(chips, len(chips), room, width_of=cell_len, dot=glyphs.dot, more=glyphs.more)
    here = next((y for y, row in enumerate(rows) for chip in row if _is_marked(chip, glyphs)), 0)
    first = max(0, min(here - most // 2, len(rows) - most))
    after = sum(map(len, rows[first + most :]))
    shown = [line(INDENT, _row(row, glyphs)) for row in rows[first : first + most]]
    if first:
        shown[0] = line(Span(f"{glyphs.more:>2} "[: len(INDENT)], "muted"), *shown[0][1:])
    if after:
        shown[-1] = line(shown[-1], Span(_more(after), "muted"))
    return tuple(shown)


def marked(words: str, glyphs: Glyphs) -> "Chip":
    """The chip of what tab takes."""
    from domain.capture.chips import Chip

    return Chip("choice", f"{glyphs.here}{words}")


def _is_marked(chip: "Chip", glyphs: Glyphs) -> bool:
    return chip.role == "choice" and chip.text.startswith(glyphs.here)


def _row(chips: Sequence["Chip"], glyphs: Glyphs) -> Line:
    """The chips of a row; a dot looks as what stands before it, since fewer changes of colour are fewer bytes."""
    dot = f" {glyphs.dot} "
    looks = [(chip.text, _look(chip, glyphs)) for chip in chips]
    return tuple(Span(text if at == len(looks) else text + dot, look) for at, (text, look) in enumerate(looks, 1))


def _look(chip: "Chip", glyphs: Glyphs) -> Role:
    """How a chip looks; of a choice only the question is a doubt."""
    if chip.role == "choice" and not chip.text.endswith("?"):
        return "accent" if _is_marked(chip, glyphs) else "text"
    return look_of(chip.role)


def _more(count: int) -> str:
    return f"  +{count}"


def _room(width: int) -> int:
    return max(width - len(INDENT) - EDGE, 1)
