"""The bar in which one line is written: what it is for, the line, what is understood of it, what the keys do."""

import asyncio
from collections.abc import Callable, Sequence
from time import monotonic
from typing import Final, Unpack

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.strip import Strip
from textual.widget import Widget

from tui.glyphs import UNICODE, Glyphs
from tui.prompt import NO_PREVIEW, Preview
from tui.text import Line, Span, Words, in_role
from tui.widgets.chips import MOST_ROWS, Chips, chip_rows, look_of, offer_rows
from tui.widgets.line_input import LineInput
from tui.widgets.lineview import Names
from tui.widgets.one_line import OneLine
from tui.widgets.shapes import Rule, Sides

BESIDE_CHIPS: Final = 3
"""Rows of the bar without its chips."""
REST: Final = 0.25
"""Seconds without a key after which the bar grows, which is more to send than any key should have to wait for."""
PIECES: Final = 4
"""Parts of a line that are sent by themselves."""


class Piece(Widget):
    """Stands out of sight behind a part of a line: Textual sends all that lies before a change in its part."""

    DEFAULT_CSS = """
    Piece { width: 1fr; height: 100%; }
    """

    def render_line(self, y: int) -> Strip:
        """Nothing."""
        del y
        return Strip.blank(self.size.width, self.rich_style)


class CaptureBar(Vertical):
    """Four to six lines over the bottom of a screen, which needs the layer `bar`; what is below does not move."""

    DEFAULT_CSS = """
    CaptureBar {
        layer: bar;
        dock: bottom;
        height: 4;
        display: none;
        background: $background;
        layers: pieces lines;
        & > * { layer: lines; }
        & > #pieces { layer: pieces; height: 100%; }
        & > .field { height: 1; }
        & .prompt { width: 3; }
    }
    """

    def __init__(self, preview: Callable[[str], Preview], *, glyphs: Glyphs = UNICODE, **names: Unpack[Names]) -> None:
        """`preview` says what is understood of a line, at every change of it."""
        super().__init__(**names)
        self._preview = preview
        self._glyphs = glyphs
        self._head: Words = ""
        self._told = False
        """Whether something was said in the stead of the title."""
        self._offers: tuple[Sequence[str], int] | None = None
        """What tab offers, and which of it the line shows; None while no list is open."""
        self._taking = False
        self._title = OneLine(glyphs=glyphs)
        self._prompt = OneLine(glyphs=glyphs, classes="prompt")
        self._prompt.set_reactive(OneLine.shape, Span(glyphs.prompt, "accent"))
        self._chips = Chips(glyphs=glyphs)
        self._rows = 1
        """Rows for chips."""
        self._shown = NO_PREVIEW
        self._shown_width = 0
        """Columns for which the chips were set."""
        self._changed = 0.0
        """When the chips last changed, on the monotonic clock."""
        self._waiting = False
        """Whether it waits to grow."""
        self._help = OneLine(glyphs=glyphs)
        self.field = LineInput(on_line=self._written, on_cursor=self.close_list)
        """Where the line is written; its messages come through the bar."""

    def compose(self) -> ComposeResult:
        """The title, the line, the chips, the help."""
        yield Horizontal(*(Piece() for _ in range(PIECES)), id="pieces")
        yield self._title
        with Horizontal(classes="field"):
            yield self._prompt
            yield self.field
        yield self._chips
        yield self._help

    @property
    def is_open(self) -> bool:
        """Whether the bar is shown."""
        return self.display

    @property
    def list_is_open(self) -> bool:
        """Whether the list of what tab offers is shown in the place of the chips."""
        return self._offers is not None

    def open(self, title: str, text: str = "", *, keys: Words = "", aside: Words = "") -> None:
        """Show the bar with a line to begin with, and take the keys."""
        self._head, self._told = Span(title, "muted"), False
        self._set_rows(1)
        self.say(keys, aside)
        self.field.write(text)
        self._grow()
        self.display = True
        self.screen.set_focus(self.field)

    def close(self) -> None:
        """Put the bar away."""
        self.display = False

    def say(self, keys: Words, aside: Words = "") -> None:
        """Say what the keys do, and at the right what comes next."""
        self._help.shape = Sides(in_role(keys, "muted"), in_role(aside, "muted"))

    def entitle(self, title: str) -> None:
        """Say what the line is for, unless something else is being said; shown with the next line."""
        if not self._told:
            self._head = Span(title, "muted")

    def tell(self, words: Words) -> None:
        """Say something in the stead of the title, until the bar is next opened."""
        self._head, self._told = words, True
        self._title.shape = Rule(words)

    def take(self, text: str, cursor: int, offers: Sequence[str], at: int) -> None:
        """Show the line with an offer taken, and all offers in a list with that one marked, if there are others."""
        self._offers = (offers, at) if len(offers) > 1 else None
        self._taking = True
        self.field.write(text, cursor)
        self._taking = False

    def close_list(self) -> None:
        """Show what is understood again in the place of a list."""
        if self._offers and not self._taking:
            self._offers = None
            self._show_rows()

    def on_resize(self) -> None:
        """Another width has room for other chips."""
        if self.is_open and self._shown_width != self.app.size.width:
            self._show_rows()

    def _written(self, text: str) -> None:
        """Show what is understood of the line, unless the list stays open."""
        if not self._taking:
            self._offers = None
        self._shown = shown = self._preview(text)
        self._title.shape = Rule(self._head, Span(shown.gain, "accent") if shown.gain and not self._told else "")
        looks = ((token.start, token.end, look_of(token.role)) for token in shown.tokens)
        self.field.ink([ink for ink in looks if ink[2] != "text"])
        self._show_rows()

    def _show_rows(self) -> None:
        """Show the chips, or the list, in the rows that there are; grow at rest where more are wanted."""
        self._shown_width = self.app.size.width
        self._chips.rows = self._in_rows(self._rows)
        self._changed = monotonic()
        if self._rows < len(self._in_rows(MOST_ROWS)) and not self._waiting:
            self._waiting = True
            self.run_worker(self._grow_at_rest(), group="rest")

    async def _grow_at_rest(self) -> None:
        """Grow once nothing has changed for a while; whoever waits until nothing is under way waits for this too."""
        while (left := self._changed + REST - monotonic()) > 0:
            await asyncio.sleep(left)
        self._waiting = False
        self._grow()

    def _in_rows(self, most: int) -> tuple[Line, ...]:
        if self._offers is not None:
            return offer_rows(*self._offers, most, self._shown_width, self._glyphs)
        return chip_rows(self._shown.chips, most, self._shown_width, self._glyphs)

    def _grow(self) -> None:
        """Take the rows that are wanted."""
        rows = self._in_rows(MOST_ROWS)
        self._set_rows(max(self._rows, len(rows)))
        self._chips.rows = rows

    def _set_rows(self, rows: int) -> None:
        """Give the chips so many rows; while a line is written the bar only grows, so that it does not jump."""
        if rows != self._rows:
            self._rows = rows
            self._chips.styles.height = rows
            self.styles.height = BESIDE_CHIPS + rows
