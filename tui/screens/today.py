"""Today: the inbox of follow-ups, triaged by one key an item, with the person in view beside it."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType
from textual.containers import Container
from textual.widget import Widget

from domain.inbox.day import Inbox
from domain.inbox.item import Item, Source
from domain.ports import Step
from domain.text import clean
from tui.bindings import FEWER, MORE, NARROW, REVIEW, SPREAD, WEEK
from tui.choices import DIGITS, Choice
from tui.person_lines import detail, sum_of, why
from tui.screens.first import first_start
from tui.screens.marking import MARK_KEYS, Marking
from tui.screens.place import WIDE
from tui.screens.triage import FOLLOW_UPS, TRIAGE_KEYS
from tui.text import Role, Span, side_by_side
from tui.today_lines import View, headline, nothing_left, paused_until, welcome_lines
from tui.widgets.keys import key_name
from tui.widgets.one_line import OneLine
from tui.widgets.page import Lines
from tui.widgets.rows import LateRows, Row, RowList, note
from tui.widgets.shapes import Cells, Column, Rule, Shape, Sides, column_widths

if TYPE_CHECKING:
    from domain.inbox.welcome import Welcome

NAMES = 18
"""Cells for whom or what a row is about."""
COLUMNS = (Column(width=NAMES), Column(), Column(width=9, align="right", drop=1), Column(width=8, drop=2))
FIVE = 5
IDLE = 0.3
"""Seconds after the first paint in which nothing else is made."""
SHOWN = 8
"""Interactions that a high pane has room for."""
ONE_ROW = frozenset({"unfiled"})
"""The sources that have one row, whatever is behind it."""


class TodayScreen(Marking):
    """The inbox."""

    PLACE = "today"
    FIRST_KEYS = ("spread", "done", "later", "thought_of", "drop", "introduce", "answer", "capture")
    BINDINGS: ClassVar[list[BindingType]] = [
        *TRIAGE_KEYS,
        *MARK_KEYS,
        NARROW,
        MORE,
        FEWER,
        REVIEW,
        WEEK,
        SPREAD,
    ]

    def __init__(self) -> None:
        super().__init__()
        self._inbox: Inbox | None = None
        self._shown: list[Item] = []
        self._gone: set[str] = set()
        """The keys of the rows whose items are no longer due."""
        self._went: set[str] = set()
        """Those of them that went with the last change of the book."""
        self._extra = 0
        """How many of those that can wait are among the rows."""
        self._done: dict[str, str] = {}
        """What became of the rows that were dealt with since the list was opened, in words by key."""
        self._brought: list[tuple[str, ...]] = []
        """The keys of what could wait and was brought all the same, five by five."""
        self._only: Source | None = None
        self._opened = False
        self._day = ""
        self._paused = ""
        """Until when there is a pause, in words."""
        self._welcome: Welcome | None = None

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
        self.watch(self.rows, "current", self.follow_range, init=False)
        self.set_timer(IDLE, self._idle)

    async def _idle(self) -> None:
        await self.make_bar()
        self._see_who_was_away()

    def _see_who_was_away(self) -> None:
        """Offer to spread what has piled up, where somebody was away."""
        self._welcome = self.swell.desk.welcome()
        self.show_item()
        self.refresh_bindings()

    def _show_row(self) -> None:
        self.why_is_shown = False
        self.show_item()
        self.refresh_bindings()

    def on_screen_resume(self) -> None:
        """Open the list anew: what was dealt with is gone from it."""
        if not self._opened:
            self._opened = True
            return
        self._forget()
        self._only = None
        self._seen = -1
        super().on_screen_resume()

    def matches_found(self) -> None:
        """Bring the matches to their places where nobody has touched the list yet; else they come after the others."""
        touched = self._done or self._brought or self.marks or self.under_way or self.is_asking or self._only
        if not touched and self._shown and self.key_under_cursor == self._shown[0].key:
            self._forget()

    def _forget(self) -> None:
        """Begin the list anew."""
        self._shown, self._done, self._brought = [], {}, []

    def show(self) -> None:
        """The items of today; those already shown keep their lines."""
        desk = self.swell.desk
        moment = desk.moment()
        new_day = moment.day != self._day
        paused = paused_until(desk)
        if new_day or paused != self._paused:
            self._day, self._paused = moment.day, paused
            self._forget()
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
        self._take(desk.inbox())
        if self._welcome is not None or (new_day and self._bar is not None):
            self._welcome = desk.welcome()
        self.show_rows()
        self.show_item()
        if self.focused is None and not self.is_asking:
            self.focus_body()

    def _take(self, inbox: Inbox) -> None:
        """Go on with what is due by now."""
        waited = {item.key for item in self._shown} - self._gone
        self._inbox = inbox
        can_wait = inbox.more.keys()
        brought = {key for keys in self._brought for key in keys}
        extra = [inbox.more[at] for at, key in enumerate(can_wait) if key in brought] if brought else []
        self._shown = self._merged([*inbox.today, *extra])
        gone = {item.key for item in self._shown}.difference((item.key for item in inbox.today), can_wait)
        self._went, self._gone = gone - self._gone, gone
        self._extra = sum(item.key not in gone for item in self._shown) - sum(
            item.key not in gone for item in inbox.today
        )
        open_keys = [item.key for item in self._shown if item.key not in self._gone]
        self.came_back = [key for key in open_keys if key not in waited]
        self.marks.keep(open_keys)

    def _merged(self, due: Sequence[Item]) -> list[Item]:
        """Rows stay where they are while the list is open, also with another day; what is new comes after them."""
        fresh = {item.key: item for item in due}
        known = {item.key for item in self._shown}
        moved = {_thing(item): item for item in due if item.key not in known and _thing(item)}
        kept: list[Item] = []
        for item in self._shown:
            now = fresh.pop(item.key, None) or moved.pop(_thing(item), item)
            fresh.pop(now.key, None)
            kept.append(now)
        return [*kept, *fresh.values()]

    def shown_items(self) -> Sequence[Item]:
        """The items of the rows in sight."""
        if self._only is None:
            return self._shown
        return [item for item in self._shown if item.source == self._only]

    def waits(self, key: str) -> bool:
        """Whether the item of that key is due."""
        return key not in self._gone

    def show_rows(self) -> None:
        """A row each; after them how many can wait."""
        if self._inbox is None:
            return
        marked, items = set(self.marked()), self.shown_items()
        self.rows.set_rows(LateRows(items, _key, lambda item: self._row(item, marked), self._notes(self._inbox)))
        shown = sum(self.waits(item.key) for item in items)
        view = View(self._extra, len(marked), self.marks.follows, self._only, shown)
        self.headline.shape = headline(self.swell.desk, self._inbox, view, self.swell.glyphs)

    def _notes(self, inbox: Inbox) -> list[Row]:
        """What stands after the rows."""
        warning = self.swell.gauge.warning
        notes = [note(Span(f"{self.swell.glyphs.dot} a quiet spell: {warning}", "late"))] if warning else []
        can_wait = inbox.waiting - self._extra
        if can_wait > 0:
            waiting = Span(f"{self.swell.glyphs.dot} {can_wait} can wait", "muted")
            return [note(Sides(waiting, Span("+ brings the next five", "muted"))), *notes]
        if not inbox.today:
            return [note(Span("Nothing is due, and something went out today. Enough.", "muted")), *notes]
        return notes

    def _row(self, item: Item, marked: set[str]) -> Row:
        glyphs = self.swell.glyphs
        struck = not self.waits(item.key)
        late: Role = "late" if item.when.endswith("late") else "text"
        reason = self._done.get(item.key, "") if struck else ""
        words = (
            self._both_in_sight(self.title_of(item)),
            glyphs.own(str(reason)) or self._phrases(item) or glyphs.own(item.reason),
            Span(item.when, late),
            Span(item.source, "muted"),
        )
        return Row(item.key, Cells(COLUMNS, words), struck=struck, marked=item.key in marked)

    def _phrases(self, item: Item) -> str:
        """What the one of a match needs and the other has, each with its share of the room; of other items nothing."""
        found = self.swell.desk.introductions.between(*item.people) if item.source == "match" else None
        if found is None:
            return ""
        glyphs, room = self.swell.glyphs, column_widths(COLUMNS, self.rows.size.width - 2)[1]
        need, offer = (glyphs.own(clean(said.text)) for said in (found.need, found.offer))
        return side_by_side(need, f" {glyphs.both} ", offer, room, glyphs.more)

    def _both_in_sight(self, title: str) -> str:
        """Whom or what a row is about; of two people with long names both are seen."""
        between = f" {self.swell.glyphs.both} "
        first, found, second = title.partition(between)
        return side_by_side(first, between, second, NAMES, self.swell.glyphs.more) if found else title

    def on_resize(self) -> None:
        """The pane is laid out anew for another width."""
        self.call_after_refresh(self.show_item)

    def focus_body(self) -> None:
        """The list takes the keys."""
        if not self.empty.display:
            self.rows.focus()

    def on_row_list_opened(self, message: RowList.Opened) -> None:
        """Open the person of the row."""
        message.stop()
        self.run_worker(self.open_item(self.item()))

    def person_in_view(self) -> str:
        """The first person of the row under the cursor."""
        item = self._row_item()
        known = self.swell.desk.book.contacts
        return next((person for person in item.people if person in known), "") if item else ""

    def show_item(self) -> None:
        """The person of the row, with what the item itself says; what went out and what waits where none is left."""
        self.detail.lines = [*self._offer(), *self._pane()]

    def _offer(self) -> Iterable[Shape]:
        if self._welcome is None:
            return ()
        return welcome_lines(self._welcome, key_name(SPREAD, self.swell.glyphs), self.pane_width)

    def _pane(self) -> list[Shape]:
        item = self.item()
        contact = self.person_in_view()
        pair = self.pair_in_view()
        if pair is not None:
            return list(self._pair(pair, item))
        shapes: list[Shape] = []
        if item is not None and self.why_is_shown:
            shapes.extend(why(item, self.swell.glyphs, self.pane_width))
        if item is not None and item.source == "conflict":
            shapes.extend(self.values_of(item))
        if self._is_at_zero:
            shapes.extend(self._beginning())
        elif contact:
            shapes.extend(detail(self.swell.desk.profile(contact, SHOWN), self.swell.glyphs, self.pane_width))
        elif item is not None and item.source == "unfiled":
            shapes.extend((Rule(Span("to be filed", "muted")), *self.to_be_filed()))
        elif item is not None and item.source != "first":
            shapes.extend((Rule(Span(item.source, "muted")), item.reason, Span(item.when, "muted")))
        else:
            shapes.extend(self._beginning())
        return shapes

    def _pair(self, pair: tuple[str, str], item: Item | None) -> Iterable[Shape]:
        """Two people, with the words for what is next; or the sums behind the order and behind the match."""
        desk, glyphs, width = self.swell.desk, self.swell.glyphs, self.pane_width
        beside = self.size.width >= WIDE
        if item is not None and self.why_is_shown:
            yield from why(item, glyphs, width)
            found = desk.introductions.phrases(*pair)
            if found is not None:
                yield from sum_of("why this match", found.terms, found.score, glyphs, width)
            if not beside:
                return
        yield from self.pair_pane()
        for one in pair if beside else ():
            yield ""
            yield from detail(desk.profile(one, 1), glyphs, width)

    def pair_in_view(self) -> tuple[str, str] | None:
        """The two people of the row, also where they were dealt with: their words may still be wanted."""
        return self.pair_of(self._row_item()) if self.swell.has_matches else None

    def pair_changed(self, words: str) -> None:
        """Leave the row of a match that has gone by this, with what became of it; else show the two as they are now."""
        item = self._row_item()
        if item is not None and words and item.key in self._went:
            self.dealt_with(item, words)
        else:
            super().pair_changed(words)

    def _row_item(self) -> Item | None:
        """The item of the row under the cursor, also where it was dealt with."""
        key = self.key_under_cursor
        return next((item for item in self._shown if item.key == key), None)

    @property
    def _is_at_zero(self) -> bool:
        """Whether all that was due is seen to."""
        return not any(self.waits(item.key) for item in self._shown)

    def _beginning(self) -> Iterable[Shape]:
        """What there is to say where nobody is in view."""
        desk = self.swell.desk
        if not any(contact.circle for contact in desk.book.contacts.values()):
            yield Rule()
            yield "Swell asks only about people in a circle, and nobody is in one yet."
            yield Span("Find somebody you would be glad to hear from with /, open them, and press o;", "muted")
            yield Span("or O sorts people into circles, twenty at a time.", "muted")
            return
        if self._inbox is not None:
            yield from nothing_left(desk, self._inbox, self._extra, self.swell.glyphs)
        if not self._done:
            yield Span("It starts with you: c captures it.", "muted")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """More where there is more, less where more was brought."""
        if action == "more":
            return bool(self._more_keys())
        if action == "fewer":
            return bool(self._brought)
        if action == "narrow":
            return bool(self._shown)
        if action == "unmark":
            return bool(self.marks) or self._only is not None
        if action == "spread":
            return self._welcome is not None
        return super().check_action(action, parameters)

    def _more_keys(self) -> list[str]:
        """The keys of what can still be brought, of the one source where only that is shown."""
        if self._inbox is None:
            return []
        known = {item.key for item in self._shown}
        can_wait = self._inbox.more.keys()
        keys = [key for key in can_wait if key not in known]
        return [key for key in keys if key.startswith(f"{self._only}:")] if self._only else keys

    def action_more(self) -> None:
        """Bring the next five, and go to the first of them."""
        keys = tuple(self._more_keys()[:FIVE])
        if not keys:
            return
        self._brought.append(keys)
        self._draw_anew()
        self.rows.move_to(next(item.key for item in self._shown if item.key in keys))
        self.refresh_bindings()

    def action_fewer(self) -> None:
        """Let the five that were brought last wait again; what was dealt with stays in sight."""
        if not self._brought:
            return
        keys = {key for key in self._brought.pop() if self.waits(key)}
        self._shown = [item for item in self._shown if item.key not in keys]
        self._draw_anew()

    def _draw_anew(self) -> None:
        self._seen = -1
        self.refresh_book()
        self.refresh_bindings()

    def action_narrow(self) -> None:
        """Ask which source is to be shown alone."""
        found: dict[Source, int] = {}
        for item in self._shown:
            found[item.source] = found.get(item.source, 0) + self.waits(item.key)
        choices = [
            Choice(key, source, f"{source} {many}") for key, (source, many) in zip(DIGITS, found.items(), strict=False)
        ]

        async def chosen(source: str) -> None:
            self._show_only(next(one for one in found if one == source))

        self.pick("show only what comes from", choices, chosen)

    def _show_only(self, source: Source | None) -> None:
        """Show one source alone, or every one; marks are for what is in sight."""
        self._only = source
        self.marks.keep([item.key for item in self.shown_items()])
        self.show_rows()
        self.show_item()
        self.refresh_bindings()

    def action_unmark(self) -> None:
        """Take the marks away; where there are none show every source again."""
        if self.marks:
            super().action_unmark()
        else:
            self._show_only(None)

    async def action_spread(self) -> None:
        """Spread what has piled up over the coming weeks."""
        words = await self.swell.change(self.swell.desk.spread)
        if words is not None:
            self._forget()
            self._draw_anew()
            self.swell.tell(words, undoable=True)

    def taken_back(self, step: Step) -> None:
        """Offer again to spread what was spread."""
        if step.label.startswith("welcome back"):
            self._see_who_was_away()
        super().taken_back(step)

    def dealt_with(self, item: Item, words: str) -> None:
        """Leave the row in place, struck, with what became of it, and go to the next."""
        self.dealt_with_all([(item, words)])

    def dealt_with_all(self, done: Sequence[tuple[Item, str]]) -> None:
        """Leave the rows in place, struck, with what became of them, and go to the next."""
        self._done.update((item.key, words) for item, words in done)
        self.go_on()
        self._draw_anew()


def _key(item: Item) -> str:
    return item.key


def _thing(item: Item) -> str:
    """What is behind an item, where that keeps its row on another day."""
    if item.source in ONE_ROW:
        return item.source
    return f"{item.source}:{item.record}" if item.source in FOLLOW_UPS else ""
