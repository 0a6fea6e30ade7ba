"""The widget under all of ours: it draws lines of spans and sends only the cells that have changed."""

from collections.abc import Iterable
from typing import TypedDict, Unpack

from rich.cells import split_graphemes
from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from tui.glyphs import UNICODE, Glyphs
from tui.text import Line, Role, cut, width_of
from tui.theme import roles_of

_DRAWN_THROUGH: frozenset[Role] = frozenset({"done", "match", "aimed"})
"""Roles whose look shows on a blank."""


class Names(TypedDict, total=False):
    """How a widget is found by queries and style sheets."""

    name: str | None
    id: str | None
    classes: str | None


class LineView(Widget):
    """A widget made of lines; a subclass says what stands on each, and calls `repaint` when that may have changed."""

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    LineView {
        width: 1fr;
        height: 1fr;
        background: $background;
        color: $foreground;
    }
    """

    def __init__(self, *, glyphs: Glyphs = UNICODE, **names: Unpack[Names]) -> None:
        super().__init__(**names)
        self.glyphs = glyphs
        """The characters to draw with."""
        self._drawn: dict[int, Strip] = {}
        self._inks: dict[Role, Style] = {}
        self._inks_known = False

    def compose_line(self, y: int, width: int) -> Line:
        """What stands on a line of the widget, counted from its top."""
        raise NotImplementedError

    def render_line(self, y: int) -> Strip:
        """The line as Textual draws it."""
        if not self._inks_known:
            self._refresh_inks()
        strip = self._drawn.get(y)
        if strip is None:
            strip = self._drawn[y] = self._strip(y)
        return strip

    def repaint(self, lines: Iterable[int] | None = None) -> None:
        """Draw the lines again (all of them unless said) and send those cells that came out different."""
        if not self._drawn:
            return
        if not self._inks_known and self._refresh_inks():
            self.refresh()
            return
        width, height = self.size
        if max(self._drawn) >= height:  # some are out of sight, as all are while the widget is hidden
            self.forget_drawn()
            return
        changed: list[Region] = []
        for y in range(height) if lines is None else lines:
            before = self._drawn.get(y)
            if before is None or not 0 <= y < height:
                continue
            after = self._strip(y)
            if after == before:
                continue
            self._drawn[y] = after
            first, last = differing_cells(before, after)
            changed.append(Region(first, y, last - first, 1).intersection(Region(0, 0, width, height)))
        if changed:
            self.refresh(*changed)

    def forget_drawn(self) -> None:
        """Draw everything anew."""
        self._drawn.clear()
        self.refresh()

    def notify_style_update(self) -> None:
        """The theme or the style sheet may have changed."""
        super().notify_style_update()
        self._inks_known = False

    def on_resize(self) -> None:
        """Lines of another width are void; others stand, since Textual itself paints what comes into sight."""
        if any(strip.cell_length != self.size.width for strip in self._drawn.values()):
            self.forget_drawn()

    def _refresh_inks(self) -> bool:
        """Take the looks of the roles from the theme; whether they have changed, so that what was drawn is void."""
        self._inks_known = True
        app = self.app
        base = self.rich_style
        looks = roles_of(app.theme_variables, ansi=app.native_ansi_color, no_colour=app.no_color)
        inks = {role: base + look for role, look in looks.items()}
        if inks == self._inks:
            return False
        self._inks = inks
        self._drawn.clear()
        return True

    def _strip(self, y: int) -> Strip:
        width = self.size.width
        line = cut(self.compose_line(y, width), width, self.glyphs.more)
        runs: list[tuple[str, Role]] = []
        for span in line:
            _append(runs, span.text, span.role)
        _append(runs, " " * (width - width_of(line)), "text")
        return Strip([Segment(text, self._inks[role]) for text, role in runs], width)


def _append(runs: list[tuple[str, Role]], text: str, role: Role) -> None:
    """Add text to the runs; a blank takes the role beside it, since fewer runs are fewer bytes."""
    if not text:
        return
    if not runs:
        runs.append((text, role))
        return
    before, last = runs[-1]
    if role == last or (text.isspace() and last not in _DRAWN_THROUGH and role not in _DRAWN_THROUGH):
        runs[-1] = (before + text, last)
    elif before.isspace() and last not in _DRAWN_THROUGH and role not in _DRAWN_THROUGH:
        runs[-1] = (before + text, role)
    else:
        runs.append((text, role))


class WholeView(LineView):
    """A widget whose lines belong together: a subclass makes all of them at once for a size."""

    _lines: tuple[Line, ...] = ()

    def compose_lines(self, width: int, height: int) -> tuple[Line, ...]:
        """Everything that stands on the widget."""
        raise NotImplementedError

    def compose_line(self, y: int, width: int) -> Line:
        """One of the lines that were made for this size."""
        if not self._lines:
            self._lines = self.compose_lines(width, self.size.height)
        return self._lines[y] if y < len(self._lines) else ()

    def make_anew(self) -> None:
        """Make the lines again, and send what came out different."""
        self._lines = ()
        self.repaint()

    def on_resize(self) -> None:
        """Another size holds other lines."""
        self._lines = ()
        super().on_resize()
        self.repaint()


def differing_cells(before: Strip, after: Strip, *, inked_blanks: bool = False) -> tuple[int, int]:
    """The first cell in which two strips differ and the one after the last; equal strips give the same cell twice.

    `inked_blanks` tells blanks of different ink apart, as where a cursor may stand on one.
    """
    old, new = _cells(before, inked_blanks), _cells(after, inked_blanks)
    if len(old) != len(new):
        return 0, max(len(old), len(new))
    differing = [x for x, (a, b) in enumerate(zip(old, new, strict=True)) if a != b]
    return (differing[0], differing[-1] + 1) if differing else (0, 0)


def _cells(strip: Strip, inked_blanks: bool) -> list[tuple[str, Style | None]]:
    """Each cell with what stands in it; the second cell of a wide letter repeats it."""
    cells: list[tuple[str, Style | None]] = []
    for text, style, _ in strip:
        if text.isascii():
            cells.extend((letter, None if letter == " " and not inked_blanks else style) for letter in text)
            continue
        spans, _ = split_graphemes(text)
        for start, end, width in spans:
            letter = text[start:end]
            cells.extend([(letter, None if letter == " " and not inked_blanks else style)] * width)
    return cells
