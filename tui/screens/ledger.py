"""Ledger: the time line of what went out and what came back, narrowed by a line of marks."""

from collections.abc import Iterable
from operator import attrgetter
from typing import ClassVar, Final

from textual.binding import BindingType
from textual.containers import Container, Vertical
from textual.widget import Widget

from domain.errors import BadInputError, SwellError
from domain.ledger import Narrowing
from domain.model import Interaction
from domain.ports import Step
from domain.words import counted
from tui.bindings import DELETE_ENTRY, EDIT_ENTRY, TREE, WEEK, command
from tui.ledger_lines import (
    EMPTY,
    NOT_OF_PEOPLE,
    counts_of,
    entry_row,
    in_full,
    month_views,
    whence_shapes,
)
from tui.prompt import NO_PREVIEW, Preview, Prompt
from tui.screens.place import Frame
from tui.text import Span, wrapped
from tui.widgets.months import Months
from tui.widgets.one_line import OneLine
from tui.widgets.page import Lines
from tui.widgets.rows import LateRows, Row, RowList, note
from tui.widgets.shapes import Rule, Sides

HIGH: Final = 20
"""Rows of a terminal in which there is room for totals."""
TITLE: Final = "show only"
KEYS: Final = "enter narrow · tab complete · ↑↓ out, back, notes · esc back"
QUICK: Final = ("out ", "back ", "notes ", "")
"""What up and down put into the field."""

NARROW: Final = command("F", "narrow", "narrow", "Show only some: a way, kind, person, tag, time", name="ledger.narrow")
WIDEN: Final = command("escape", "widen", "show all", "Show the whole ledger again", name="ledger.widen")
WHENCE: Final = command("w", "whence", "whence", "Where this came from, or what grew from it", name="ledger.whence")


class LedgerScreen(Frame):
    """What went out and what came back, newest first."""

    PLACE = "ledger"
    FIRST_KEYS = ("ledger.widen", "list.open", "ledger.whence", "ledger.narrow", "edit", "drop", "capture")
    BINDINGS: ClassVar[list[BindingType]] = [NARROW, WIDEN, WHENCE, EDIT_ENTRY, DELETE_ENTRY, TREE, WEEK]

    def __init__(self) -> None:
        super().__init__()
        self._line = ""
        """The marks by which it is narrowed, as they were typed."""
        self._narrowing = Narrowing()
        self._preparing = False
        """Whether what is told of all entries is being found out."""
        self._deleted: list[str] = []
        """The ids of the entries that were deleted here, and have not come back."""

    def compose_body(self) -> Iterable[Widget]:
        """A headline, the totals, the list, the entry in full."""
        glyphs = self.swell.glyphs
        self.headline = OneLine(glyphs=glyphs)
        self.months = Months(glyphs=glyphs)
        self.whence = (OneLine(glyphs=glyphs), OneLine(glyphs=glyphs))
        self.totals = Vertical(self.months, *self.whence, id="totals")
        self.rows = RowList(glyphs=glyphs)
        self.detail = Lines(glyphs=glyphs)
        yield self.headline
        yield self.totals
        yield Container(self.rows, self.detail, id="split", classes="long")

    def on_mount(self) -> None:
        """Show the entry where the cursor rests."""
        super().on_mount()
        self.follow(self.rows, self._show_detail)

    def on_resize(self) -> None:
        """Totals where there is room."""
        self._make_room()
        self._show_totals()

    def show(self) -> None:
        """The entries that are meant."""
        desk, glyphs = self.swell.desk, self.swell.glyphs
        entries = desk.returns.entries(self._narrowing)
        words = desk.returns.said(self._narrowing)

        of_people = bool(self._narrowing.people)
        told = _number(self._narrowing, len(entries)) if of_people else counts_of(entries, glyphs)
        self.headline.shape = Sides(Span(glyphs.own(words), "strong"), Span(told, "muted"))
        if entries:
            after = [note(Span(NOT_OF_PEOPLE, "muted"))] if of_people else []
            self.rows.set_rows(LateRows(entries, attrgetter("id"), self._row, after))
        else:
            none = "Nothing of that; esc shows all again." if self._narrowing else EMPTY
            self.rows.set_rows([note(Span(words, "muted")) for words in wrapped(none, self.size.width - 2)])
        self._make_room()
        self._show_totals()
        self._show_detail()
        self.refresh_bindings()
        if not self.is_asking:
            self.focus_body()

    def focus_body(self) -> None:
        """The list takes the keys."""
        self.rows.focus()

    def show_record(self, record: str) -> bool:
        """Put the cursor on an entry, with the narrowing away where that hides it; whether there is one."""
        found = self.rows.move_to(record)
        if not found and self._narrowing:
            self._narrow("", Narrowing())
            found = self.rows.move_to(record)
        self._show_detail()
        return found

    def _row(self, entry: Interaction) -> Row:
        return entry_row(entry, self.swell.desk, self.swell.glyphs)

    def entry(self) -> Interaction | None:
        """The entry under the cursor."""
        row = self.rows.current
        return self.swell.desk.book.interactions.get(row.id) if row is not None else None

    def _make_room(self) -> None:
        has_any = bool(self.swell.desk.book.interactions)
        self.totals.display = has_any and not self._narrowing.people and self.app.size.height >= HIGH

    def _show_totals(self) -> None:
        """Show what is told of all entries; where that is not known yet, find it out in slices between the keys."""
        returns = self.swell.desk.returns
        if not returns.is_ready:
            if not self._preparing:
                self._preparing = True
                self.run_worker(self._prepare(), group="totals")
            return
        told = returns.totals(self._narrowing) if self.totals.display else None
        if told is not None:
            self.months.months = month_views(told)
            for widget, shape in zip(self.whence, whence_shapes(told), strict=True):
                widget.shape = shape

    async def _prepare(self) -> None:
        """Find out what is told of all; a book that changes meanwhile is gone through anew."""
        returns = self.swell.desk.returns
        while not returns.is_ready:
            if not await self.swell.in_slices(returns.prepare()):
                return
        self._preparing = False
        self._show_totals()
        self._show_detail()

    def on_row_list_opened(self, message: RowList.Opened) -> None:
        """Open the entry."""
        message.stop()
        self._open(at_whence=False)

    def _open(self, *, at_whence: bool) -> None:
        entry = self.entry()
        if entry is not None:
            self.swell.open_entry(entry.id, at_whence=at_whence)

    def check_action(self, action: str, _parameters: tuple[object, ...]) -> bool | None:
        """Something can be done with an entry; all is shown again where it was narrowed."""
        if action in ("drop", "whence", "edit"):
            return self.entry() is not None
        return bool(self._narrowing) if action == "widen" else True

    async def action_narrow(self) -> None:
        """Write by what the list is narrowed."""

        async def enter(text: str) -> bool:
            try:
                self._narrow(text, self.swell.desk.returns.narrowing(text))
            except SwellError as error:
                self.tell(str(error), wrong=True)
                return False
            return True

        def move(text: str, step: int) -> str:
            at = QUICK.index(text) if text in QUICK else len(QUICK) - 1
            return QUICK[(at + step) % len(QUICK)]

        start = f"{self._line} " if self._line else ""
        offers = self.swell.desk.returns.offers
        await self.ask(Prompt(TITLE, self._preview, enter, start, keys=KEYS, move=move, offers=offers, captures=False))

    def _preview(self, text: str) -> Preview:
        """What the marks say by now."""
        from domain.capture.chips import Chip

        own = self.swell.glyphs.own
        if not text.strip():
            return NO_PREVIEW
        try:
            narrowing = self.swell.desk.returns.seen_in(text)
        except BadInputError as error:
            return Preview([Chip("warning", own(str(error)))])
        return Preview([Chip("note", own(part)) for part in narrowing.parts(str, self.swell.desk.moment().today)])

    def _narrow(self, line: str, narrowing: Narrowing) -> None:
        self._line, self._narrowing = " ".join(line.split()), narrowing
        self.show()
        self.rows.action_first()

    def action_widen(self) -> None:
        """Show the whole ledger; the cursor stays on its entry."""
        self._line, self._narrowing = "", Narrowing()
        self.show()

    def action_whence(self) -> None:
        """Show where the entry came from, or what grew from it."""
        self._open(at_whence=True)

    async def action_edit(self) -> None:
        """Write the entry out, to be changed."""
        from tui.screens.entry import change_entry

        entry = self.entry()
        if entry is not None:
            await change_entry(self, entry.id)

    async def action_drop(self) -> None:
        """Delete the entry under the cursor."""
        entry = self.entry()
        if entry is None:
            return
        if await self.swell.do(lambda: self.swell.desk.drop_entry(entry.id)):
            self._deleted.append(entry.id)

    def taken_back(self, step: Step) -> None:
        """Put the cursor on the entry that has come back."""
        super().taken_back(step)
        back = [one for one in self._deleted if one in self.swell.desk.book.interactions]
        if back:
            self._deleted = [one for one in self._deleted if one not in back]
            self.rows.move_to(back[-1])
            self._show_detail()

    def action_tree(self) -> None:
        """Show what the entry led to, and what led to it."""
        entry = self.entry()
        self.swell.open_tree(entry.id if entry is not None else "")

    def _show_detail(self) -> None:
        entry = self.entry()
        self.detail.lines = list(in_full(entry, self.swell.desk, self.swell.glyphs)) if entry else [Rule()]


def _number(narrowing: Narrowing, entries: int) -> str:
    """How many entries there are with somebody, both ways together: of one way alone it would be a balance."""
    return "" if narrowing.ways else counted(entries, "entry", "entries")
