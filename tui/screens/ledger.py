"""Ledger: the time line of what went out and what came back."""

from collections.abc import Iterable
from operator import attrgetter
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.widget import Widget

from domain.inbox.names import full_name
from domain.lines import ARROWS, ASCII_ARROWS
from domain.model import Direction, Interaction, Kind
from domain.text import listed
from domain.words import iso, short_date
from tui.bindings import DROP
from tui.screens.place import Frame
from tui.text import Role, Span, Words
from tui.widgets.capture_bar import OneLine
from tui.widgets.page import Lines
from tui.widgets.rows import LateRows, Row, RowList, note
from tui.widgets.shapes import Cells, Column, Rule, Shape, Sides

COLUMNS = (
    Column(width=11, align="right"),
    Column(width=2),
    Column(width=12, drop=1),
    Column(width=22),
    Column(),
)
SHOWN: tuple[tuple[str, frozenset[Direction]], ...] = (
    ("out and back", frozenset(("gave", "got", "mutual", "none"))),
    ("what went out", frozenset(("gave", "mutual"))),
    ("what came back", frozenset(("got",))),
    ("notes", frozenset(("none",))),
)


NOBODY: dict[Kind, str] = {"post": "everybody"}
"""To whom something went that names nobody."""


class LedgerScreen(Frame):
    """What went out and what came back, newest first."""

    PLACE = "ledger"
    FIRST_KEYS = ("list.open", "ledger.narrow", "drop", "capture")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("F", "narrow", "narrow", id="ledger.narrow", tooltip="Show what went out, what came back, notes, all"),
        DROP,
    ]

    def __init__(self) -> None:
        super().__init__()
        self._shown = 0

    def compose_body(self) -> Iterable[Widget]:
        """A headline, the list, the entry in full."""
        glyphs = self.swell.glyphs
        self.headline = OneLine(glyphs=glyphs)
        self.rows = RowList(glyphs=glyphs)
        self.detail = Lines(glyphs=glyphs)
        yield self.headline
        yield Container(self.rows, self.detail, id="split", classes="tall")

    def on_mount(self) -> None:
        """Show the entry where the cursor rests."""
        super().on_mount()
        self.follow(self.rows, self._show_detail)

    def show(self) -> None:
        """The entries of the chosen directions."""
        words, directions = SHOWN[self._shown]
        entries = self.swell.desk.ledger(directions)
        went = (("went out", {"gave", "mutual"}), ("came back", {"got"}), ("notes", {"none"}))
        counts = [
            (sum(entry.direction in kinds for entry in entries), name) for name, kinds in went if kinds & directions
        ]
        told = f" {self.swell.glyphs.dot} ".join(f"{count} {name}" for count, name in counts if count)
        self.headline.shape = Sides(Span(words, "strong"), Span(told, "muted"))
        if entries:
            self.rows.set_rows(LateRows(entries, attrgetter("id"), self._row))
        else:
            self.rows.set_rows(
                [note(Span("Nothing yet. Press c and write what you gave: called Ana about the move", "muted"))]
            )
        self._show_detail()
        if not self.bar_is_open:
            self.focus_body()

    def focus_body(self) -> None:
        """The list takes the keys."""
        self.rows.focus()

    def _row(self, entry: Interaction) -> Row:
        """One entry as a row."""
        desk = self.swell.desk
        day = iso(entry.at)
        arrows = ARROWS if self.swell.glyphs.braille else ASCII_ARROWS
        role: Role = "accent" if entry.direction == "got" else "muted"
        cells = (
            Span(short_date(day, desk.moment().today) if day else "", "muted"),
            Span(arrows[entry.direction], role),
            Span(entry.kind, "muted"),
            listed([full_name(person, desk.book.contacts) for person in entry.people]) or NOBODY.get(entry.kind, ""),
            entry.text,
        )
        return Row(entry.id, Cells(COLUMNS, cells))

    def entry(self) -> Interaction | None:
        """The entry under the cursor."""
        row = self.rows.current
        return self.swell.desk.book.interactions.get(row.id) if row is not None else None

    def on_row_list_opened(self, message: RowList.Opened) -> None:
        """Open the first person of the entry."""
        message.stop()
        entry = self.entry()
        known = self.swell.desk.book.contacts
        person = next((one for one in entry.people if one in known), "") if entry else ""
        if person:
            self.swell.open_person(person)

    def check_action(self, action: str, _parameters: tuple[object, ...]) -> bool | None:
        """Only an entry can be deleted."""
        return self.entry() is not None if action == "drop" else True

    def action_narrow(self) -> None:
        """Show the next direction."""
        self._shown = (self._shown + 1) % len(SHOWN)
        self.show()

    async def action_drop(self) -> None:
        """Delete the entry under the cursor."""
        entry = self.entry()
        if entry is None:
            return
        words = await self.swell.change(lambda: self.swell.desk.drop_entry(entry.id))
        if words is not None:
            self.swell.tell(words, undoable=True)

    def _show_detail(self) -> None:
        entry = self.entry()
        self.detail.lines = list(self._in_full(entry)) if entry else [Rule()]

    def _in_full(self, entry: Interaction) -> Iterable[Shape]:
        contacts = self.swell.desk.book.contacts
        yield Rule(Span(entry.at[:16].replace("T", " "), "muted"))
        parts: tuple[tuple[str, Words], ...] = (
            ("with", listed([full_name(person, contacts) for person in entry.people])),
            ("via", listed([full_name(person, contacts) for person in entry.via])),
            ("text", entry.text),
            ("tags", " ".join(f"#{tag}" for tag in entry.tags)),
            ("took", f"{entry.minutes} minutes" if entry.minutes else ""),
            ("typed", Span(entry.raw, "muted")),
        )
        for label, words in parts:
            if words and words != Span("", "muted"):
                yield Cells((Column(width=6), Column()), (Span(label, "muted"), words))
        for earlier in entry.because_of:
            found = self.swell.desk.book.interactions.get(earlier)
            if found is not None:
                yield Cells((Column(width=6), Column()), (Span("from", "muted"), f"{found.at[:10]}  {found.text}"))
