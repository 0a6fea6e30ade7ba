"""People: search as you type, with the person under the cursor below or beside."""

from collections.abc import Iterable
from operator import attrgetter
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Container, Horizontal
from textual.widget import Widget

from domain.search.hit import Hit
from domain.words import span
from tui.bindings import ANSWER, CIRCLE, COPY, EDIT, FOLLOW_UP, INTRODUCE, LOG, NOTE, TAG, TREE
from tui.person_lines import detail
from tui.prompt import Prompt
from tui.screens.person_actions import PersonActions
from tui.text import Span, Words, line
from tui.widgets.line_input import LineInput
from tui.widgets.one_line import OneLine
from tui.widgets.page import Lines
from tui.widgets.rows import LateRows, Row, RowList, note
from tui.widgets.shapes import Cells, Column, Rule

COLUMNS = (
    Column(width=19),
    Column(),
    Column(width=10, drop=2),
    Column(width=15, drop=1),
    Column(width=8, align="right", drop=3),
)
SHOWN = 8
"""Interactions that a high pane has room for."""
MOST = 200
"""Hits of a search that are shown."""
NEW = "new"
"""The id of the row that makes somebody new."""
NARROW = "narrow: looking: offer: tag: org: place: circle: quiet:3m"


class SearchField(LineInput):
    """The field of a search: its keys are said for what they do there."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,ctrl+j", "enter", "open", id="search.enter", tooltip="Open the person under the cursor"),
        Binding("up,ctrl+p", "move(-1)", "before", show=False, id="search.up", tooltip="The person before"),
        Binding("down,ctrl+n", "move(1)", "choose", id="search.down", tooltip="The next person", key_display="↑↓"),
        Binding("tab", "complete(1)", "to the list, where letters act", id="search.tab", tooltip="Go to the list"),
        Binding("escape", "leave", "clear", id="search.leave", tooltip="Clear the field, then go to the list"),
    ]


class PeopleScreen(PersonActions):
    """Everybody, found by a few letters."""

    PLACE = "people"
    FIRST_KEYS = ("search.enter", "search.down", "search.tab", "list.open", "log", "answer", "circle", "capture")
    BINDINGS: ClassVar[list[BindingType]] = [LOG, ANSWER, NOTE, FOLLOW_UP, INTRODUCE, EDIT, CIRCLE, TAG, TREE, COPY]

    def compose_body(self) -> Iterable[Widget]:
        """The field, the hits, the person."""
        glyphs = self.swell.glyphs
        self.field = SearchField(on_line=self._search_for, placeholder="type a name, a place, a word of a note")
        self.slash = OneLine(glyphs=glyphs)
        self.slash.set_reactive(OneLine.shape, Span("/", "accent"))
        self.count = OneLine(glyphs=glyphs, classes="count")
        self.rows = RowList(glyphs=glyphs)
        self.detail = Lines(glyphs=glyphs)
        yield Horizontal(self.slash, self.field, self.count, id="search")
        yield Container(self.rows, self.detail, id="split")

    def on_mount(self) -> None:
        """The field has the keys at first."""
        super().on_mount()
        self.follow(self.rows, self._show_detail)
        self.search()

    def search(self) -> None:
        """Give the keys to the field, at once: letters may be on their way."""
        self.set_focus(self.field)

    def on_resize(self) -> None:
        """The pane is laid out anew for another width."""
        self.call_after_refresh(self._show_detail)

    def focus_body(self) -> None:
        """The list takes the keys."""
        self.rows.focus()

    def show(self) -> None:
        """Search again for what stands in the field."""
        self._search_for(self.field.value)

    def _search_for(self, text: str) -> None:
        desk = self.swell.desk
        hits = desk.search(text, MOST if text.strip() else len(desk.book.contacts))
        rows = LateRows(hits, attrgetter("contact"), self._row, tuple(self._after(text, len(hits))))
        self.rows.set_rows(rows, hits[0].contact if text and hits else None)
        shown = f"{MOST} or more" if text.strip() and len(hits) == MOST else len(hits)
        self.count.shape = Span(f"{shown} of {len(desk.book.contacts)}", "muted")
        self._show_detail()

    def _after(self, text: str, hits: int) -> Iterable[Row]:
        words = text.strip()
        if words and ":" not in words:
            yield Row(NEW, line(Span("+ somebody new: ", "muted"), words))
        if not hits and not words:
            yield note(Span("Nobody is in the book yet: c writes a line, I brings people in.", "muted"))
        yield note("")
        yield note(Span(NARROW, "muted"))

    def _row(self, hit: Hit) -> Row:
        desk = self.swell.desk
        contact = desk.book.contacts[hit.contact]
        name = _marked(contact.name, hit.spans)
        work = ", ".join(part for part in (contact.role, contact.organisation) if part)
        matched = Span(hit.words or hit.matched, "muted")
        days = desk.days_since(contact.id)
        ago = Span(span(days) if days is not None else "", "muted")
        return Row(contact.id, Cells(COLUMNS, (name, work, contact.place, matched, ago)))

    async def on_row_list_opened(self, message: RowList.Opened) -> None:
        """Open the person under the cursor, or make somebody new."""
        message.stop()
        await self._open()

    async def on_line_input_entered(self, message: LineInput.Entered) -> None:
        """Enter in the field opens the person under the cursor."""
        if message.field is not self.field:
            await super().on_line_input_entered(message)
            return
        message.stop()
        await self._open()

    def on_line_input_moved(self, message: LineInput.Moved) -> None:
        """Up and down move through the hits while the field keeps the keys."""
        if message.field is not self.field:
            super().on_line_input_moved(message)
            return
        message.stop()
        (self.rows.action_down if message.step > 0 else self.rows.action_up)()

    def on_line_input_completed(self, message: LineInput.Completed) -> None:
        """Tab goes to the list, where letters act."""
        if message.field is not self.field:
            super().on_line_input_completed(message)
            return
        message.stop()
        self.rows.focus()

    def on_line_input_left(self, message: LineInput.Left) -> None:
        """Escape clears the field, then goes to the list."""
        if message.field is not self.field:
            super().on_line_input_left(message)
            return
        message.stop()
        if self.field.value:
            self.field.write("")
        else:
            self.rows.focus()

    async def _open(self) -> None:
        row = self.rows.current
        if row is None:
            return
        if row.id == NEW:
            await self._somebody_new(self.field.value.strip())
        else:
            self.swell.open_person(row.id)

    async def _somebody_new(self, name: str) -> None:
        async def enter(text: str) -> bool:
            return bool(await self.swell.keep_line(text))

        mention = f'@"{name}"' if " " in name else f"@{name}"
        await self.ask(Prompt("somebody new", self.swell.preview, enter, f"{mention} "))

    def person_in_view(self) -> str:
        """The person under the cursor."""
        row = self.rows.current
        return row.id if row is not None and row.id in self.swell.desk.book.contacts else ""

    def _show_detail(self) -> None:
        contact = self.person_in_view()
        if contact:
            profile = self.swell.desk.profile(contact, SHOWN)
            pairs = [pair for pair, _ in self.pairs_of(contact)]
            self.detail.lines = detail(profile, self.swell.glyphs, self.pane_width, pairs)
        else:
            self.detail.lines = [Rule()]

    async def action_done(self) -> None:
        """Log something with the person in view."""
        await self._line("what happened?", f"called {self._called()} ", whole=True)


def _marked(name: str, spans: Iterable[tuple[int, int]]) -> Words:
    """The name with the letters that were found made to stand out."""
    parts: list[Words] = []
    at = 0
    for start, end in spans:
        parts.extend((name[at:start], Span(name[start:end], "match")))
        at = end
    return line(*parts, name[at:])
