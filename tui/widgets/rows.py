"""The list that most places are made of: one line a row, with a cursor that sends two cells when it moves."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import chain
from operator import indexOf
from typing import ClassVar, Final, Generic, NamedTuple, TypeVar, Unpack, overload

from textual.binding import Binding, BindingType
from textual.events import Click, MouseScrollDown, MouseScrollUp
from textual.message import Message
from textual.reactive import reactive, var

from tui.glyphs import UNICODE, Glyphs
from tui.text import Line, Role, Span, in_role
from tui.widgets.lineview import LineView, Names
from tui.widgets.shapes import Rule, Shape, drawn, inner

T = TypeVar("T")

WHEEL_ROWS: Final = 3


class Row(NamedTuple):
    """One line of a list."""

    id: str
    """Stable while the list lives; the cursor keeps to it. Headings and notes may have none."""
    shape: Shape = ""
    skip: bool = False
    """The cursor passes it by: a heading, a note, a blank line."""
    struck: bool = False
    """Done: it stays where it is, struck."""
    marked: bool = False
    """One of those that the next key is for: a sign stands in its last cell."""


def heading(title: str, right: str = "") -> Row:
    """A rule with a title between two parts of a list."""
    return Row("", Rule(Span(title, "muted"), Span(right, "muted") if right else ""), skip=True)


def note(shape: Shape) -> Row:
    """A line that the cursor passes by."""
    return Row("", shape, skip=True)


class LateRows(Sequence[Row], Generic[T]):
    """The rows of many things, each made when it comes into sight; a few rows may stand after them."""

    def __init__(
        self, things: Sequence[T], id_of: Callable[[T], str], make: Callable[[T], Row], after: Sequence[Row] = ()
    ) -> None:
        """`id_of` says which id the row that `make` makes will have."""
        self._things = things
        self._id_of = id_of
        self._make = make
        self._after = after
        self._made: dict[int, Row] = {}

    def __len__(self) -> int:
        return len(self._things) + len(self._after)

    @overload
    def __getitem__(self, at: int) -> Row: ...

    @overload
    def __getitem__(self, at: slice) -> Sequence[Row]: ...

    def __getitem__(self, at: int | slice) -> Row | Sequence[Row]:
        """The row of one thing, or those of a slice."""
        if isinstance(at, slice):
            return [self[each] for each in range(*at.indices(len(self)))]
        if at >= len(self._things):
            return self._after[at - len(self._things)]
        if at not in self._made:
            self._made[at] = self._make(self._things[at])
        return self._made[at]

    def place_of(self, row_id: str) -> int:
        """Where the row with this id stands, without making any; -1 where there is none."""
        try:
            return indexOf(chain(map(self._id_of, self._things), (row.id for row in self._after)), row_id)
        except ValueError:
            return -1


@dataclass
class RowsMessage(Message):
    """Something that a list tells."""

    rows: "RowList"

    @property
    def control(self) -> "RowList":
        """The list it happened in."""
        return self.rows


class RowList(LineView, can_focus=True):
    """A list of rows with a cursor."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j,down", "down", "next row", show=False, id="list.down", tooltip="Move to the next row"),
        Binding("k,up", "up", "row before", show=False, id="list.up", tooltip="Move to the row before"),
        Binding("g,home", "first", "first row", show=False, id="list.first", tooltip="Move to the first row"),
        Binding("G,end", "last", "last row", show=False, id="list.last", tooltip="Move to the last row"),
        Binding("ctrl+d", "half_down", "half down", show=False, id="list.half_down", tooltip="Move down half a page"),
        Binding("ctrl+u", "half_up", "half up", show=False, id="list.half_up", tooltip="Move up half a page"),
        Binding("pagedown", "page_down", "page down", show=False, id="list.page_down", tooltip="Move down a page"),
        Binding("pageup", "page_up", "page up", show=False, id="list.page_up", tooltip="Move up a page"),
        Binding("enter,l,right", "open", "open", id="list.open", tooltip="Open what is under the cursor"),
    ]

    cursor: reactive[int] = reactive(-1, repaint=False, init=False)
    """The row under the cursor, counted from 0; -1 where there is none to stand on."""
    current: var[Row | None] = var(None, init=False)
    """The row under the cursor; watching it keeps a detail pane in the same paint as the cursor."""

    @dataclass
    class Highlighted(RowsMessage):
        """Another row is under the cursor, or none."""

        row: Row | None

    @dataclass
    class Opened(RowsMessage):
        """A row was chosen, by enter or by a click on the row under the cursor."""

        row: Row

    def __init__(
        self,
        rows: Sequence[Row] = (),
        *,
        openable: bool = True,
        glyphs: Glyphs = UNICODE,
        **names: Unpack[Names],
    ) -> None:
        super().__init__(glyphs=glyphs, **names)
        self.openable = openable
        """Whether enter does something to a row."""
        self._rows: Sequence[Row] = ()
        self._top = 0
        self.set_rows(rows)

    @property
    def rows(self) -> Sequence[Row]:
        """What the list shows."""
        return self._rows

    def set_rows(self, rows: Sequence[Row], cursor_id: str | None = None) -> None:
        """Show other rows; the cursor stays on the same id, else on the same line, unless an id is named."""
        wanted = cursor_id or (self.current.id if self.current else "")
        self._rows = rows
        at = self._index_of(wanted) if wanted else -1
        self.cursor = self._standing(at if at >= 0 else self.cursor)
        self._top = self._top_for(self.cursor)
        self.current = self._rows[self.cursor] if self.cursor >= 0 else None
        self.repaint()

    def move_to(self, row_id: str) -> bool:
        """Put the cursor on the row with this id; whether there is one."""
        at = self._index_of(row_id)
        if at >= 0:
            self.cursor = at
        return at >= 0

    def compose_line(self, y: int, width: int) -> Line:
        """The row on this line of the widget, after its bar."""
        at = self._top + y
        if at >= len(self._rows):
            return ()
        row = self._rows[at]
        if isinstance(row.shape, Rule):
            return drawn(row.shape, width, self.glyphs)
        words = inner(row.shape, width - 2, self.glyphs)
        if row.struck:
            words = in_role(words, "done")
        elif at == self.cursor or row.marked:
            words = _opening_in("accent" if row.marked else "strong", words)
        mark = (Span(self.glyphs.mark, "accent"),) if row.marked else ()
        return (Span(self.glyphs.bar if at == self.cursor else " ", "accent"), *words, *mark)

    def validate_cursor(self, at: int) -> int:
        """The nearest row that the cursor can stand on."""
        return self._standing(at)

    def watch_cursor(self, before: int, after: int) -> None:
        """Keep the cursor in sight, and draw no more than has changed."""
        top = self._top_for(after)
        if top == self._top:
            self.repaint((before - top, after - top))
        else:
            self._top = top
            self.repaint()
        self.current = self._rows[after] if after >= 0 else None

    def on_mount(self) -> None:
        """Say what is under the cursor to begin with."""
        if self.current:
            self.post_message(self.Highlighted(self, self.current))

    def watch_current(self, before: Row | None, after: Row | None) -> None:
        """Say so where it is another row."""
        if self.is_mounted and (before.id if before else None) != (after.id if after else None):
            self.post_message(self.Highlighted(self, after))

    def check_action(self, action: str, _parameters: tuple[object, ...]) -> bool | None:
        """Opening only where there is a row, and something that it does."""
        if action == "open":
            return self.openable and self.current is not None
        return True

    def action_down(self) -> None:
        """Move to the next row."""
        self._step(1)

    def action_up(self) -> None:
        """Move to the row before."""
        self._step(-1)

    def action_first(self) -> None:
        """Move to the first row."""
        self.cursor = 0

    def action_last(self) -> None:
        """Move to the last row."""
        self.cursor = len(self._rows) - 1

    def action_half_down(self) -> None:
        """Move down half a page."""
        self._step(max(1, self.size.height // 2))

    def action_half_up(self) -> None:
        """Move up half a page."""
        self._step(-max(1, self.size.height // 2))

    def action_page_down(self) -> None:
        """Move down a page."""
        self._step(max(1, self.size.height - 1))

    def action_page_up(self) -> None:
        """Move up a page."""
        self._step(-max(1, self.size.height - 1))

    def action_open(self) -> None:
        """Choose the row under the cursor."""
        if self.current:
            self.post_message(self.Opened(self, self.current))

    def on_resize(self) -> None:
        """Keep the cursor in sight when the height changes."""
        super().on_resize()
        self._top = self._top_for(self.cursor)
        self.repaint()

    def on_click(self, event: Click) -> None:
        """Put the cursor where the click was; on the row under the cursor it opens."""
        at = self._top + event.y
        if at >= len(self._rows) or self._rows[at].skip:
            return
        if at == self.cursor:
            self.action_open()
        else:
            self.cursor = at

    def on_mouse_scroll_down(self, event: MouseScrollDown) -> None:
        """Move down a few rows."""
        event.stop()
        self._step(WHEEL_ROWS)

    def on_mouse_scroll_up(self, event: MouseScrollUp) -> None:
        """Move up a few rows."""
        event.stop()
        self._step(-WHEEL_ROWS)

    def _index_of(self, row_id: str) -> int:
        if isinstance(self._rows, LateRows):
            return self._rows.place_of(row_id)
        return next((at for at, row in enumerate(self._rows) if row.id == row_id and not row.skip), -1)

    def _step(self, rows: int) -> None:
        self.cursor = self._standing(self.cursor + rows, -1 if rows < 0 else 1)

    def _standing(self, at: int, towards: int = 1) -> int:
        """The row, or the nearest that the cursor can stand on, looking this way first; -1 where there is none."""
        at = min(max(at, 0), len(self._rows) - 1)
        for way in (towards, -towards):
            seen = at
            while 0 <= seen < len(self._rows):
                if not self._rows[seen].skip:
                    return seen
                seen += way
        return -1

    def _top_for(self, at: int) -> int:
        """The first row in sight so that the row is seen, with the headings above it and the notes at the end."""
        height = self.size.height
        if height <= 0 or at < 0:
            return 0
        first = at
        while first > 0 and self._rows[first - 1].skip and at - first + 1 < height:
            first -= 1
        last = at
        while last + 1 < len(self._rows) and self._rows[last + 1].skip and last + 1 - first < height:
            last += 1
        lowest = max(0, len(self._rows) - height)
        return min(max(self._top, last - height + 1), lowest, first)


def _opening_in(role: Role, words: Line) -> Line:
    """The words with their first plain span made to stand out."""
    if words and words[0].role == "text":
        return (Span(words[0].text, role), *words[1:])
    return words
