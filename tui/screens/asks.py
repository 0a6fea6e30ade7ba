"""The tab of asks: what you need, whom to turn to with it, and what became of asking."""

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING, ClassVar, Final

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.events import DescendantFocus

from domain.agreed import due_on
from domain.inbox.names import called, full_name
from domain.model import Ask, AskStage
from domain.text import clean
from tui.asks_lines import (
    ELSE,
    OPENLY,
    age,
    ask_pane,
    ask_row,
    else_pane,
    nothing_yet,
    other_row,
    post_pane,
    turn_pane,
    turn_row,
)
from tui.bindings import LATER, TOMORROW, TREE, command
from tui.choices import Choice
from tui.glyphs import Glyphs
from tui.prompt import NO_PREVIEW, Preview, Prompt, no_preview
from tui.screens.tab import Tab
from tui.text import Span
from tui.widgets.page import Lines
from tui.widgets.rows import Row, RowList, heading, note
from tui.widgets.shapes import Rule, Shape

if TYPE_CHECKING:
    from domain.desks.asks import AsksDesk, Turn
    from domain.drafting import Draft

NARROWED: Final[tuple[tuple[AskStage | str, str], ...]] = (
    ("", ""),
    ("open", "nobody asked yet"),
    ("asked", "asked, no help yet"),
    ("helped", "somebody helped"),
    ("closed", "closed"),
)
"""The stages by which the list is narrowed, one after the other, in words."""
FOUND: Final = 4
"""People who are named while somebody is looked for."""
ANSWERS: Final = (
    Choice("1", "came", "it came: write what"),
    Choice("2", "helped", "helped, not there yet"),
    Choice("3", "could not", "could not help"),
)
"""What somebody may have said."""


class AsksTab(Tab):
    """What you need yourself, with whom to turn to below or beside."""

    TITLE = "Asks"
    FIRST_KEYS = ("next_step", "drop", "copy", "list.open", "edit", "need")
    BINDINGS: ClassVar[list[BindingType]] = [
        command("d", "step", "next step", "Asked this person; what they said; what came", name="next_step"),
        LATER,
        TOMORROW,
        command("x", "drop", "drop", "Drop this ask: you need it no more", name="drop"),
        command("e", "edit", "other words", "Say in other words what you need", name="edit"),
        command("y", "copy", "copy words", "Copy the words with which to ask", name="copy"),
        TREE,
        command("F", "narrow", "narrow", "Show the asks of one stage", name="narrow", show=False),
        command("escape,h,left", "out", "to the asks", "Go back to the list of asks", name="asks.out", show=False),
    ]
    SCOPED_CSS = False
    """The width of the screen decides, as of every tab."""
    DEFAULT_CSS = """
    AsksTab > RowList { height: 5; }
    AsksTab > Vertical { height: 1fr; }
    AsksTab > Vertical > RowList { height: 1fr; }
    AsksTab > Vertical > Lines { height: 6; }
    .-wide AsksTab > Vertical { width: 2fr; min-width: 46; margin-left: 1; }
    .-wide AsksTab > Vertical > Lines { height: 2fr; }
    """

    def __init__(self, glyphs: Glyphs) -> None:
        super().__init__(glyphs)
        self.rows = RowList(glyphs=glyphs)
        self.people = RowList(glyphs=glyphs)
        self.pane = Lines(glyphs=glyphs)
        self._inside = False
        """Whether the list of people has the keys."""
        self._listed: list[str] = []
        """The asks of the list, from when it was opened on."""
        self._met: dict[str, list[str]] = {}
        """Whom to turn to with each ask, in the order in which they stand."""
        self._turns: dict[str, Turn] = {}
        """Those of the ask in view."""
        self._narrowed = 0
        self._preparing = False

    def compose(self) -> ComposeResult:
        """The asks; the people of one of them over what is known of one of those."""
        yield self.rows
        with Vertical():
            yield self.people
            yield self.pane

    def on_mount(self) -> None:
        """Show whom to turn to where the cursor rests."""
        self.frame.follow(self.rows, self._another_ask)
        self.frame.follow(self.people, self._another_person)

    def on_resize(self) -> None:
        """The pane is laid out anew for another width."""
        if self._listed:
            self.call_after_refresh(self._show_pane)

    @property
    def asks(self) -> "AsksDesk":
        """The use cases."""
        return self.swell.desk.asks

    def begin(self) -> None:
        """Begin the list anew: what was closed goes down, people stand by what became of asking them."""
        self._listed = []
        self._met = {}
        self._narrowed = 0

    def show(self) -> None:
        """The asks as the book has them; a closed one stays where it stood until the list is opened anew."""
        self._take()
        self.rows.set_rows(list(self._rows()))
        self._show_people()
        self._look_up()
        self.post_message(self.Shown())

    def show_record(self, record: str) -> bool:
        """Put the cursor on an ask; whether there is one."""
        if record not in self.swell.desk.book.asks:
            return False
        self.begin()
        self._inside = False
        self.show()
        found = self.rows.move_to(record)
        self._show_people()
        return found

    def focus_body(self) -> None:
        """The list that had the keys takes them, at once: a bar may be opened next."""
        rows = self.people if self._inside else self.rows
        self.frame.set_focus(rows)
        if self.frame.focused is not rows:  # it is not in sight yet
            rows.focus()

    def counts(self) -> str:
        """How many are open, and of how many nobody was asked."""
        words = NARROWED[self._narrowed][1]
        if words:
            return f"only: {words}"
        open_ = [one for one in self.swell.desk.book.asks.values() if one.stage != "closed"]
        new = sum(one.stage == "open" for one in open_)
        parts = [f"{len(open_)} open" if open_ else "", f"{new} to ask" if new else ""]
        return f" {self.swell.glyphs.dot} ".join(part for part in parts if part)

    def person_in_view(self) -> str:
        """Whoever is under the cursor in the list of people."""
        turn = self._turn()
        return turn.contact if turn is not None and turn.contact in self.swell.desk.book.contacts else ""

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """A click may have given the keys to the other list."""
        inside = event.widget is self.people
        if inside != self._inside and event.widget in (self.people, self.rows):
            self._turn_to(inside)

    def _take(self) -> None:
        """Go on with the book as it is by now: asks in sight stay where they are, new ones come first."""
        book = self.swell.desk.book
        self._listed = [one for one in self._listed if one in book.asks]
        new = [one.id for one in self.asks.open() if one.id not in self._listed]
        self._listed = [*new, *self._listed]

    def _rows(self) -> Iterator[Row]:
        book, stage = self.swell.desk.book, NARROWED[self._narrowed][0]
        known = [book.asks[one] for one in self._listed]
        closed = [one for one in self.asks.closed() if one.id not in self._listed]
        self.set_class(not known and not closed, "-empty")
        if not known and not closed:
            yield from nothing_yet(self.frame.size.width)
            return
        shown = [one for one in known if stage in ("", one.stage)]
        yield from map(self._row, shown)
        if not shown and stage != "closed":
            yield note(Span("Nothing is asked for. N writes what you need.", "muted"))
        if closed and stage in ("", "closed"):
            yield heading("closed")
            yield from map(self._row, closed)

    def _row(self, record: Ask) -> Row:
        away = self.asks.away(record)
        stands = "later" if away is not None else self.asks.stands(record)
        when = age(record, self.swell.desk.moment().today, away)
        return ask_row(record, stands, when, struck=record.stage == "closed")

    def _ask(self) -> Ask | None:
        """The ask under the cursor."""
        row = self.rows.current
        return self.swell.desk.book.asks.get(row.id) if row is not None else None

    def _turn(self) -> "Turn | None":
        """Whom the cursor stands on in the list of people, where that has the keys."""
        row = self.people.current
        return self._turns.get(row.id) if self._inside and row is not None else None

    def _another_ask(self) -> None:
        self._show_people()
        self.frame.refresh_bindings()

    def _another_person(self) -> None:
        self._show_pane()
        self.frame.refresh_bindings()

    def _show_people(self) -> None:
        """Show whom to turn to with the ask in view; they stay where they stand while the list is open."""
        record = self._ask()
        if record is None:
            self._turns = {}
            self.people.set_rows([])
            self._show_pane()
            return
        turns = {one.contact: one for one in self.asks.turns(record)}
        met = self._met.setdefault(record.id, []) if self.asks.is_ready else []
        met.extend(one for one in turns if one not in met)
        self._turns = {one: turns[one] for one in met if one in turns}
        self.people.set_rows(list(self._people_rows(record)))
        self._show_pane()

    def _people_rows(self, record: Ask) -> Iterator[Row]:
        from domain.matching.suggestion import WORDS

        contacts = self.swell.desk.book.contacts
        skip = not self._inside
        yield heading(record.text, self.asks.stands(record))
        for turn in self._turns.values():
            yield turn_row(turn, contacts, skip=skip, says=WORDS)
        if record.stage == "closed":
            return
        if not self.asks.is_ready:
            yield note(Span(f"looking for people who could help{self.swell.glyphs.more}", "muted"))
            return
        openly = self.asks.plan(record.text).openly
        if openly:
            words = "nobody fits well: write a post" if self._turns else "nobody comes to mind: write a post"
            yield other_row(OPENLY, "openly", words, skip=skip)
        yield other_row(ELSE, "or", "somebody else", skip=skip)

    def _show_pane(self) -> None:
        self.pane.lines = list(self._pane())

    def _pane(self) -> Iterator[Shape]:
        record, turn = self._ask(), self._turn()
        if record is None:
            yield Rule()
            return
        desk = self.swell.desk
        contacts, today, width = desk.book.contacts, desk.moment().today, self.frame.pane_width
        row = self.people.current
        if turn is not None:
            from domain.matching.suggestion import WORDS

            draft = self._draft(record, turn).text if record.stage != "closed" else ""
            yield from turn_pane(turn, draft, contacts, self.swell.glyphs, width, WORDS)
        elif self._inside and row is not None and row.id == OPENLY:
            yield from post_pane(self.asks.plan(record.text).openly, self.asks.draft(record).text, width)
        elif self._inside and row is not None and row.id == ELSE:
            yield from else_pane(width)
        else:
            came = self.asks.came(record) if record.stage != "closed" else None
            yield from ask_pane(record, came, self.asks.draft(record).text, desk.book, today, width)

    def _look_up(self) -> None:
        """Find out, in slices between which keys are answered, what everybody has."""
        if self._listed and not self._preparing and not self.asks.is_ready:
            self._preparing = True
            self.run_worker(self._prepare(), group="asks", exclusive=True)

    async def _prepare(self) -> None:
        try:
            is_there = await self.swell.in_slices(self.asks.prepare())
        finally:
            self._preparing = False
        if is_there:
            self._show_people()
            self.frame.refresh_bindings()

    def _turn_to(self, inside: bool) -> None:
        """Give the keys to the people of the ask in view, or to the asks."""
        self._inside = inside
        self._show_people()
        self.focus_body()
        self.frame.refresh_bindings()

    def on_row_list_opened(self, message: RowList.Opened) -> None:
        """Go to the people of an ask; open one of them."""
        message.stop()
        if message.rows is self.rows:
            self._go_in()
        elif message.row.id in (OPENLY, ELSE):
            self.call_later(self.action_step)
        elif message.row.id in self.swell.desk.book.contacts:
            self.swell.open_person(message.row.id)
        else:
            self.swell.tell("This person is no longer in the book.", wrong=True)

    def _go_in(self) -> None:
        """Give the keys to the people; of an ask that is over with nobody in it, open what closed it."""
        record = self._ask()
        if any(row.id for row in self.people.rows):
            self._turn_to(inside=True)
            self.people.cursor = 0
            self._show_pane()
        elif record is not None and record.closed_by in self.swell.desk.book.interactions:
            self.swell.open_entry(record.closed_by)
        elif record is not None and record.stage == "closed":
            self.swell.tell("Nobody was asked, and nothing came back.", wrong=True)
        else:
            self.swell.tell("People who could help are still being looked for.", wrong=True)

    def action_out(self) -> None:
        """Give the keys back to the asks."""
        self._turn_to(inside=False)

    def check_action(self, action: str, _parameters: tuple[object, ...]) -> bool | None:
        """Only what makes sense for the ask or for the person in view."""
        record, turn = self._ask(), self._turn()
        if action == "out":
            return self._inside
        if action == "narrow":
            return not self._inside
        if record is None:
            return False
        is_open = record.stage != "closed"
        if action == "step":
            return is_open
        if action in ("later", "tomorrow"):
            waits = turn is not None and self.asks.waiting(record, turn.contact) is not None
            return is_open and (waits if self._inside else True)
        if action == "drop":
            return is_open and not self._inside
        if action == "tree":
            return turn is not None if self._inside else bool(record.closed_by)
        return is_open

    async def action_step(self) -> None:
        """The next step with the ask, or with the person in view."""
        record = self._ask()
        if record is None or record.stage == "closed":
            return
        if not self._inside:
            self._step_of_ask(record)
            return
        turn, row = self._turn(), self.people.current
        if turn is not None and turn.reply:
            self._ask_what_came(record, turn)
        elif turn is not None:
            await self._asked(record, turn.contact)
        elif row is not None and row.id == OPENLY:
            await self._post(record)
        elif row is not None and row.id == ELSE:
            await self._ask_whom(record)

    def _step_of_ask(self, record: Ask) -> None:
        """Offer what came back as what closes it; else go to the people."""
        came = self.asks.came(record)
        if came is None:
            self._go_in()
            return
        who = called(came.people[0], self.swell.desk.book.contacts) if came.people else "somebody"
        choices = (
            Choice("1", "close", f"closed by what {who} gave you"),
            Choice("2", "people", "not that; to the people"),
        )

        async def chosen(value: str) -> None:
            if value == "close":
                await self.swell.do(lambda: self.asks.close(record.id, came.id))
            else:
                self._go_in()

        self.frame.pick(f"is this over? {clean(record.text)}", choices, chosen)

    async def _asked(self, record: Ask, whom: str) -> bool:
        return await self.swell.do(lambda: self.asks.ask(record.id, whom))

    def _ask_what_came(self, record: Ask, turn: "Turn") -> None:
        """Ask what somebody who was asked has said."""

        async def chosen(value: str) -> None:
            if value == "came":
                await self._write_what_came(record, turn)
            else:
                helped = value == "helped"
                await self.swell.do(lambda: self.asks.answered(record.id, turn.contact, helped=helped))

        name = full_name(turn.contact, self.swell.desk.book.contacts)
        self.frame.pick(f"what did {name} say?", ANSWERS, chosen)

    async def _write_what_came(self, record: Ask, turn: "Turn") -> None:
        """Write what came back, which closes the ask; by way of somebody where that is how it was led to."""
        desk = self.asks
        own = desk.return_line(record, turn.contact)
        led = desk.return_line(record, turn.other, via=turn.contact)
        lines = [own] if not turn.other else [own, led] if turn.helps else [led, own]

        async def enter(text: str) -> bool:
            if not text.strip():
                self.swell.tell("Nothing was written; esc leaves the bar.", wrong=True)
                return False
            words = await self.swell.keep(lambda: desk.returned(record.id, text.strip()), closes=False)
            if words and self._is_closed(record.id):
                self._inside = False
                self._show_people()
                self.swell.tell(f"closes your ask for {clean(record.text)}", undoable=True)
            return bool(words)

        def move(text: str, step: int) -> str:
            at = lines.index(text) if text in lines else 0
            return lines[(at + step) % len(lines)]

        keys = "enter keep, and close the ask · ↑↓ by another way · esc back"
        await self.frame.ask(Prompt("what came back?", self.swell.preview, enter, lines[0], keys=keys, move=move))

    def _is_closed(self, record: str) -> bool:
        known = self.swell.desk.book.asks.get(record)
        return known is not None and known.stage == "closed"

    async def _post(self, record: Ask) -> None:
        """Write that it was asked for openly."""

        async def enter(text: str) -> bool:
            return bool(text.strip()) and await self.swell.keep_line(text)

        offered = self.asks.plan(record.text).openly
        await self.frame.ask(Prompt("asked openly: what was it?", self.swell.preview, enter, offered))

    async def _ask_whom(self, record: Ask) -> None:
        """Find somebody by a few letters, and note that they were asked."""
        from domain.capture.chips import Chip  # seldom wanted

        desk = self.swell.desk

        def preview(text: str) -> Preview:
            if not text.strip():
                return NO_PREVIEW
            hits = desk.search(text, FOUND)
            if not hits:
                return Preview([Chip("warning", "nobody of that name; c writes somebody new into the book")])
            return Preview([Chip("person", full_name(hit.contact, desk.book.contacts)) for hit in hits])

        async def enter(text: str) -> bool:
            hits = desk.search(text, 1) if text.strip() else []
            if not hits:
                self.swell.tell("Nobody in the book is called that.", wrong=True)
                return False
            return await self._asked(record, hits[0].contact)

        def complete(text: str, _step: int) -> str:
            hits = desk.search(text, 1) if text.strip() else []
            return full_name(hits[0].contact, desk.book.contacts) if hits else text

        keys = "enter the first one was asked · tab the whole name · esc back"
        await self.frame.ask(
            Prompt("whom did you ask? a few letters", preview, enter, keys=keys, complete=complete, captures=False)
        )

    async def action_later(self) -> None:
        """Ask until when, and put the ask away, or wait for somebody's answer till then."""
        from tui.putting_off import ask_until_when  # seldom wanted

        record = self._ask()
        if record is not None:
            await ask_until_when(self.frame, "later: until when?", partial(self._put_off, record, self._turn()))

    async def action_tomorrow(self) -> None:
        """Put it away until tomorrow."""
        record = self._ask()
        if record is not None:
            await self._put_off(record, self._turn(), "1d")

    async def _put_off(self, record: Ask, turn: "Turn | None", phrase: str) -> bool:
        """Put an ask, or what is waited for from somebody, off until the day that a phrase names."""

        def put_off() -> str:
            day = due_on(phrase, self.swell.desk.moment().today)
            return self.asks.wait_till(record, turn.contact, day) if turn is not None else self.asks.later(record, day)

        return await self.swell.do(put_off)

    async def action_drop(self) -> None:
        """Drop the ask; the cursor goes on to the next one."""
        record = self._ask()
        if record is not None and await self.swell.do(lambda: self.asks.close(record.id)):
            self.rows.action_down()

    async def action_edit(self) -> None:
        """Say in other words what is needed."""
        record = self._ask()
        if record is None:
            return

        async def enter(text: str) -> bool:
            made = await self.swell.change(lambda: self.asks.reword(record.id, text))
            if made is not None:
                self.swell.tell(f"I need {clean(made.text)}", undoable=made.text != record.text)
            return made is not None

        keys = "enter keep · esc back, the draft stays"
        await self.frame.ask(
            Prompt("what do you need?", no_preview, enter, clean(record.text), keys=keys, captures=False)
        )

    def _draft(self, record: Ask, turn: "Turn | None") -> "Draft":
        """The words to ask with: to somebody who could help, to somebody who could lead, to everybody."""
        if turn is None:
            return self.asks.draft(record)
        return self.asks.draft(record, turn.contact, "" if turn.helps else turn.other)

    def action_copy(self) -> None:
        """Send the words with which to ask to the terminal's clipboard."""
        record, turn = self._ask(), self._turn()
        if record is None:
            return
        contacts = self.swell.desk.book.contacts
        draft = self._draft(record, turn)
        self.app.copy_to_clipboard(draft.text)
        whom = full_name(draft.to[0], contacts) if draft.to else "everybody"
        self.swell.tell(draft.complaint or f"sent to the terminal: the words to {whom}", wrong=bool(draft.complaint))

    def action_tree(self) -> None:
        """Show the tree of the person in view, or that of what closed the ask."""
        record, turn = self._ask(), self._turn()
        start = turn.contact if turn is not None else record.closed_by if record is not None else ""
        if start:
            self.swell.open_tree(start)

    def action_narrow(self) -> None:
        """Show the next stage that there is something of."""
        stages = {one.stage for one in self.swell.desk.book.asks.values()}
        later = (*range(self._narrowed + 1, len(NARROWED)), 0)
        self._narrowed = next(at for at in later if NARROWED[at][0] in ("", *stages))
        self.show()
