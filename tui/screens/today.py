"""Today: the inbox of follow-ups, triaged by one key an item, with the person in view beside it."""

from collections.abc import Callable, Iterable
from datetime import timedelta
from typing import ClassVar

from textual.binding import BindingType
from textual.containers import Container
from textual.widget import Widget

from domain.errors import ChangedError
from domain.inbox.conflicts import field_words
from domain.inbox.day import Inbox
from domain.inbox.item import Item
from domain.inbox.names import title
from domain.words import counted, dated, number
from tui.bindings import (
    ANSWER,
    CIRCLE,
    COPY,
    DONE,
    DROP,
    EDIT,
    FOLLOW_UP,
    LATER,
    MORE,
    NOTE,
    TAG,
    THOUGHT_OF,
    TOMORROW,
    WHY,
)
from tui.choices import Choice
from tui.person_lines import contested, detail, why
from tui.prompt import Prompt
from tui.screens.first import first_start
from tui.screens.person_actions import PersonActions
from tui.text import Role, Span, Words, line
from tui.widgets.capture_bar import OneLine
from tui.widgets.page import Lines
from tui.widgets.rows import Row, RowList, note
from tui.widgets.shapes import Cells, Column, Rule, Shape, Sides

COLUMNS = (Column(width=18), Column(), Column(width=9, align="right", drop=1), Column(width=8, drop=2))
DIGITS = "123456789"
"""The keys of a picker."""
FIVE = 5
A_WEEK = "1w"
"""For how long something is put away where no day is typed."""
LATER_KEYS = "enter put away, a week unless a day is typed: fri, 2w, 3 dec · esc back"
IDLE = 0.3
"""Seconds after the first paint in which nothing else is made."""
SHOWN = 8
"""Interactions that a high pane has room for."""


class TodayScreen(PersonActions):
    """The inbox."""

    PLACE = "today"
    FIRST_KEYS = ("done", "later", "thought_of", "drop", "answer", "capture")
    BINDINGS: ClassVar[list[BindingType]] = [
        DONE,
        LATER,
        TOMORROW,
        THOUGHT_OF,
        DROP,
        ANSWER,
        NOTE,
        FOLLOW_UP,
        EDIT,
        CIRCLE,
        TAG,
        COPY,
        WHY,
        MORE,
    ]

    def __init__(self) -> None:
        super().__init__()
        self._inbox: Inbox | None = None
        self._shown: list[Item] = []
        self._done: dict[str, str] = {}
        """What became of the rows that were dealt with since the list was opened, in words by key."""
        self._extra = 0
        self._opened = False
        self._day = ""
        self._why = False

    def compose_body(self) -> Iterable[Widget]:
        """A headline, the list, the person."""
        glyphs = self.swell.glyphs
        self.headline = OneLine(glyphs=glyphs)
        self.rows = RowList(glyphs=glyphs)
        self.detail = Lines(glyphs=glyphs)
        self.empty = Lines(glyphs=glyphs, id="empty")
        self.empty.display = False
        yield self.headline
        yield Container(self.rows, self.detail, id="split")
        yield self.empty

    def on_mount(self) -> None:
        """Show the person where the cursor rests, and make the bar before it is wanted."""
        super().on_mount()
        self.follow(self.rows, self._show_row)
        self.set_timer(IDLE, self.make_bar)

    def _show_row(self) -> None:
        self._why = False
        self._show_detail()
        self.refresh_bindings()

    def on_screen_resume(self) -> None:
        """Open the list anew: what was dealt with is gone from it."""
        if not self._opened:
            self._opened = True
            return
        self._shown, self._done, self._extra = [], {}, 0
        self._seen = -1
        super().on_screen_resume()

    def show(self) -> None:
        """The items of today; those already shown keep their lines."""
        desk = self.swell.desk
        moment = desk.moment()
        if moment.day != self._day:
            self._day, self._shown, self._done, self._extra = moment.day, [], {}, 0
        book_is_empty = desk.book.is_empty()
        self.empty.display = book_is_empty
        self.headline.display = self.query_one("#split").display = not book_is_empty
        if book_is_empty:
            self._inbox, self._shown = None, []
            self.rows.set_rows([])
            self.empty.lines = first_start(self.swell)
            self.set_focus(None)
            self.refresh_bindings()
            return
        self._inbox = desk.inbox()
        self._shown = self._merged(self._inbox)
        self.headline.shape = self._headline(self._inbox)
        self.rows.set_rows(self._rows(self._inbox))
        self._show_detail()
        if self.focused is None and not self.bar_is_open:
            self.focus_body()

    def on_resize(self) -> None:
        """The pane is laid out anew for another width."""
        self.call_after_refresh(self._show_detail)

    def focus_body(self) -> None:
        """The list takes the keys."""
        if not self.empty.display:
            self.rows.focus()

    def _merged(self, inbox: Inbox) -> list[Item]:
        """Rows stay where they are while the list is open; what is new comes after them."""
        fresh = {item.key: item for item in (*inbox.today, *inbox.more[: self._extra])}
        kept = [fresh.pop(item.key, item) for item in self._shown]
        return [*kept, *fresh.values()]

    def _headline(self, inbox: Inbox) -> Shape:
        moment = self.swell.desk.moment()
        day = Span(f"{moment.at:%A} {moment.today.day} {moment.at:%B}", "strong")
        here = [item for item in inbox.today if item.source != "first"]
        words = "nothing is due" if not here else f"{len(here)} today"
        if inbox.promises:
            words += f", {number(inbox.promises)} of them {'a promise' if inbox.promises == 1 else 'promises'}"
        if inbox.waiting > self._extra:
            words += f" · {inbox.waiting - self._extra} can wait"
        return Sides(day, Span(self.swell.glyphs.own(words), "muted"))

    def _rows(self, inbox: Inbox) -> list[Row]:
        due_now = {item.key for item in (*inbox.today, *inbox.more[: self._extra])}
        gone = {item.key for item in self._shown} - due_now
        gone -= set(inbox.more.keys()) if gone else set()
        self._done = {key: words for key, words in self._done.items() if key in gone}
        rows = [self._row(item, struck=item.key in gone) for item in self._shown]
        if inbox.waiting > self._extra:
            glyphs = self.swell.glyphs
            waiting = Span(f"{glyphs.dot} {inbox.waiting - self._extra} can wait", "muted")
            rows.append(note(Sides(waiting, Span("+ brings the next five", "muted"))))
        elif not inbox.today:
            rows.append(note(Span("Nothing is due, and something went out today. Enough.", "muted")))
        return rows

    def _row(self, item: Item, *, struck: bool) -> Row:
        book = self.swell.desk.book
        glyphs = self.swell.glyphs
        name = title(item, book.contacts, len(book.captures), glyphs.both)
        late: Role = "late" if item.when.endswith("late") else "text"
        reason: Words = self._done.get(item.key) or item.reason
        words = (name, glyphs.own(str(reason)), Span(item.when, late), Span(item.source, "muted"))
        return Row(item.key, Cells(COLUMNS, words), struck=struck)

    def on_row_list_opened(self, message: RowList.Opened) -> None:
        """Open the person of the row."""
        message.stop()
        contact = self.person_in_view()
        item = self.item()
        if item is not None and item.source == "conflict":
            self._decide(item)
        elif contact:
            self.swell.open_person(contact)
        else:
            self.run_worker(self.action_done())

    def item(self) -> Item | None:
        """The item under the cursor, unless it was dealt with."""
        row = self.rows.current
        if row is None or row.struck:
            return None
        return next((item for item in self._shown if item.key == row.id), None)

    def person_in_view(self) -> str:
        """The first person of the row under the cursor."""
        row = self.rows.current
        item = next((item for item in self._shown if row is not None and item.key == row.id), None)
        known = self.swell.desk.book.contacts
        return next((person for person in item.people if person in known), "") if item else ""

    def _show_detail(self) -> None:
        item = self.item()
        contact = self.person_in_view()
        shapes: list[Shape] = []
        if item is not None and self._why:
            shapes.extend(why(item, self.swell.glyphs))
        if item is not None and item.source == "conflict":
            shapes.extend(self._values(item))
        if contact:
            shapes.extend(detail(self.swell.desk.profile(contact, SHOWN), self.swell.glyphs, self.pane_width))
        elif item is not None and item.source == "unfiled":
            shapes.extend(self._captures())
        elif item is not None and item.source != "first":
            shapes.extend((Rule(Span(item.source, "muted")), item.reason, Span(item.when, "muted")))
        else:
            shapes.extend((Rule(), *self._beginning()))
        self.detail.lines = shapes

    def _beginning(self) -> Iterable[Shape]:
        """What to do where there is nobody in view."""
        if not any(contact.circle for contact in self.swell.desk.book.contacts.values()):
            yield "Swell asks only about people in a circle, and nobody is in one yet."
            yield Span("Find somebody you would be glad to hear from with /, open them, and press o.", "muted")
        elif not self._done:
            yield Span("It starts with you: c captures it.", "muted")

    def _captures(self) -> Iterable[Shape]:
        yield Rule(Span("to be filed", "muted"))
        for capture in self.swell.desk.book.captures.values():
            yield line(Span(f"{self.swell.glyphs.prompt} ", "accent"), capture.line)
            yield Span(f"  {capture.why}", "muted")
        yield ""
        yield Span("d opens the line, so that you can say what it means", "muted")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only what makes sense for the row under the cursor."""
        if action in ("done", "later", "tomorrow", "drop", "why", "thought_of"):
            item = self.item()
            return item is not None and not (action == "thought_of" and item.source == "unfiled")
        if action == "more":
            return self._inbox is not None and self._inbox.waiting > self._extra
        return super().check_action(action, parameters)

    def _values(self, item: Item) -> Iterable[Shape]:
        """What two books say."""
        try:
            found, words = self.swell.desk.dispute(item)
        except ChangedError as error:
            return [Span(str(error), "muted")]
        origins = ["in the book", *(rival.origin for rival in found.rivals)]
        values = [self.swell.glyphs.own(text) for text in words]
        return contested(field_words(found.field), list(zip(values, origins, strict=True)))

    def _decide(self, item: Item) -> None:
        """Ask which of the values it is to be."""
        desk = self.swell.desk
        try:
            found, words = desk.dispute(item)
        except ChangedError as error:
            self.swell.tell(str(error), wrong=True)
            return
        values = dict(zip(DIGITS, (None, *found.rivals), strict=False))
        choices = [Choice(key, key, self.swell.glyphs.own(text)) for key, text in zip(values, words, strict=False)]

        async def chosen(key: str) -> None:
            await self._put_away(item, lambda: desk.settle(item, values[key]))

        name = title(item, desk.book.contacts)
        self.pick(f"{name}: which {field_words(found.field)}?", choices, chosen)

    async def action_done(self) -> None:
        """Open the line that says what was done; of two values, ask which it is to be."""
        item = self.item()
        if item is None:
            return
        if item.source == "conflict":
            self._decide(item)
            return
        desk = self.swell.desk
        offered = desk.proposal(item)
        words = (offered, *desk.other_words(item))

        async def enter(text: str) -> bool:
            return await self._finish(item, text)

        def move(text: str, step: int) -> str:
            at = words.index(text) if text in words else 0
            return words[(at + step) % len(words)]

        name = title(item, desk.book.contacts, len(desk.book.captures), self.swell.glyphs.both)
        await self.ask(
            Prompt(
                f"done: {name}",
                self.swell.chips,
                enter,
                offered,
                keys="enter keep · tab +2w · ↑↓ other words · esc back",
                aside="then the next item",
                move=move,
                complete=self.swell.complete,
            )
        )

    async def _finish(self, item: Item, text: str) -> bool:
        if not text.strip():
            self.swell.tell("Nothing was written; esc leaves the bar.", wrong=True)
            return False
        told = await self.swell.keep(lambda: self.swell.desk.done(item, text))
        if not told:
            return False
        self._strike(item, told)
        return True

    async def action_later(self) -> None:
        """Ask until when, and put the item away."""
        item = self.item()
        if item is None:
            return
        from domain.capture.dates import due_date  # no first paint asks for a day

        today = self.swell.desk.moment().today

        def preview(text: str) -> list[Span]:
            day = due_date(text or A_WEEK, today)
            if day is None:
                return [Span("no day yet: fri, 2w, 3 dec, tomorrow, next tue", "muted")]
            if day <= today:
                return [Span(f"{dated(day, today)} is not ahead", "late")]
            return [Span(dated(day, today), "accent"), Span(f"in {counted((day - today).days, 'day')}", "muted")]

        async def enter(text: str) -> bool:
            day = due_date(text or A_WEEK, today)
            if day is None:
                self.swell.tell(f"“{text}” is no day; write fri, 2w, 3 dec or tomorrow.", wrong=True)
                return False
            return await self._put_away(item, lambda: self.swell.desk.snooze(item, day))

        await self.ask(Prompt("later: until when?", preview, enter, keys=LATER_KEYS))

    async def action_tomorrow(self) -> None:
        """Put the item away until tomorrow."""
        item = self.item()
        if item is not None:
            day = self.swell.desk.moment().today + timedelta(days=1)
            await self._put_away(item, lambda: self.swell.desk.snooze(item, day))

    async def action_drop(self) -> None:
        """Drop the item."""
        item = self.item()
        if item is not None:
            await self._put_away(item, lambda: self.swell.desk.drop(item))

    async def action_thought_of(self) -> None:
        """Let the item rest with a thought."""
        item = self.item()
        if item is not None:
            await self._put_away(item, lambda: self.swell.desk.thought_of(item))

    def action_why(self) -> None:
        """Show the sum behind the order, or take it away."""
        self._why = not self._why
        self._show_detail()

    def action_more(self) -> None:
        """Bring the next five, and go to the first of them."""
        known = {item.key for item in self._shown}
        self._extra += FIVE
        self._seen = -1
        self.refresh_book()
        brought = next((item.key for item in self._shown if item.key not in known), "")
        if brought:
            self.rows.move_to(brought)
        self.refresh_bindings()

    async def _put_away(self, item: Item, act: Callable[[], str]) -> bool:
        words = await self.swell.change(act)
        if words is None:
            return False
        self._strike(item, words)
        self.swell.tell(words, undoable=True)
        return True

    def _strike(self, item: Item, words: str) -> None:
        """Leave the row in place, struck, with what became of it, and go to the next."""
        self._done[item.key] = words
        self._seen = -1
        self.refresh_book()
        self._go_on(item.key)

    def _go_on(self, key: str) -> None:
        rows = [row for row in self.rows.rows if not row.skip]
        at = next((at for at, row in enumerate(rows) if row.id == key), 0)
        ahead = [row for row in (*rows[at + 1 :], *rows[:at]) if not row.struck]
        if ahead:
            self.rows.move_to(ahead[0].id)
        self.refresh_bindings()
