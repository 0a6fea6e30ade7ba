"""A list of items in which several can be marked, and which goes on to the next before the last is on disk."""

import asyncio
from collections.abc import Awaitable, Callable, Collection, Sequence
from typing import Final

from textual.binding import BindingType

from domain.inbox.item import Item
from domain.ports import Draft, Step
from domain.words import number
from tui.bindings import MARK, MARK_ALL, MARK_RANGE, UNMARK
from tui.marks import Marks
from tui.prompt import Preview, Prompt
from tui.screens.place import BEHIND
from tui.screens.triage import Triage
from tui.widgets.rows import RowList
from tui.widgets.shapes import Rule

EACH_KEYS: Final = "enter keep each · tab +2w · ↑↓ other words, one line for all · esc back"
DATES: Final = ("", "+2w", "+1m", "+1w")
"""What tab puts behind each line, in turn."""
SHOWN: Final = 9
"""Lines of several items that are shown before they are kept."""

MARK_KEYS: Final[tuple[BindingType, ...]] = (MARK, MARK_RANGE, MARK_ALL, UNMARK)


class Marking(Triage):
    """A list of items; a subclass says which it shows (`shown_items`, `waits`) and draws them (`show_rows`)."""

    PAINT_FIRST = 0.02
    rows: RowList

    def __init__(self) -> None:
        super().__init__()
        self.marks = Marks()
        self.under_way: set[str] = set()
        """The keys of items to which something is being done."""
        self.came_back: list[str] = []
        """The keys of items that the last change of the book has brought back, in the order of the list."""

    def shown_items(self) -> Sequence[Item]:
        """The items of the rows in sight, in order, those that were dealt with among them."""
        raise NotImplementedError

    def waits(self, key: str) -> bool:
        """Whether the item of that key waits to be dealt with."""
        raise NotImplementedError

    def show_rows(self) -> None:
        """Draw the rows anew, with their marks."""
        raise NotImplementedError

    def follow_range(self) -> None:
        """Draw a range that follows the cursor, once that has moved."""
        if self.marks.follows:
            self.show_rows()

    def item(self) -> Item | None:
        """The item under the cursor, unless it was dealt with."""
        key = self.key_under_cursor
        return next((item for item in self.shown_items() if item.key == key), None) if self.is_open(key) else None

    def items(self) -> Sequence[Item]:
        """The marked items, else the one under the cursor."""
        marked = set(self.marked())
        return [item for item in self.shown_items() if item.key in marked] if marked else super().items()

    @property
    def key_under_cursor(self) -> str:
        """The key of the row under the cursor; empty where there is none."""
        return self.rows.current.id if self.rows.current is not None else ""

    def is_open(self, key: str) -> bool:
        """Whether something can be done to the item of that key."""
        return key not in self.under_way and self.waits(key)

    def marked(self) -> list[str]:
        """The keys of the marked items, in the order of the list."""
        if not self.marks:
            return []
        keys = [item.key for item in self.shown_items()]
        return [key for key in self.marks.among(keys, self.key_under_cursor) if self.is_open(key)]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Marks where there are rows."""
        if action in ("mark", "mark_range", "mark_all"):
            return any(self.is_open(item.key) for item in self.shown_items())
        if action == "unmark":
            return bool(self.marks)
        return super().check_action(action, parameters)

    def action_mark(self) -> None:
        """Mark the row, or take its mark away, and move on."""
        if self.marks.follows:
            self.action_mark_range()
        elif self.is_open(self.key_under_cursor):
            self.marks.turn(self.key_under_cursor)
        self.rows.action_down()
        self._show_marks()

    def action_mark_range(self) -> None:
        """Begin a range here that follows the cursor, or end it here."""
        self.marks.turn_range([item.key for item in self.shown_items()], self.key_under_cursor)
        self._show_marks()

    def action_mark_all(self) -> None:
        """Mark all in sight, or none."""
        self.marks.turn_all([item.key for item in self.shown_items() if self.is_open(item.key)])
        self._show_marks()

    def action_unmark(self) -> None:
        """Take all marks away."""
        self.marks.clear()
        self._show_marks()

    def _show_marks(self) -> None:
        self.show_rows()
        self.refresh_bindings()

    async def action_done(self) -> None:
        """Open the line that says what was done; for several items each as proposed, or in words for all."""
        items = self.items()
        if len(items) < 2:
            await super().action_done()
            return
        from domain.inbox.each import OTHER_WORDS  # no first paint asks for it

        def move(text: str, step: int) -> str:
            words = text.partition("+")[0].strip()
            at = OTHER_WORDS.index(words) if words in OTHER_WORDS else 0
            return OTHER_WORDS[(at + step) % len(OTHER_WORDS)]

        def complete(text: str, step: int) -> str:
            words, plus, date = text.partition("+")
            at = DATES.index(plus + date.strip()) if plus + date.strip() in DATES else 0
            return f"{words.strip()} {DATES[(at + step) % len(DATES)]}".strip()

        async def enter(text: str) -> bool:
            return await self.finish_each(items, text)

        await self.ask(
            Prompt(
                f"done, {number(len(items))} marked: each as proposed",
                lambda text: self._preview_of_each(items, text),
                enter,
                keys=EACH_KEYS,
                move=move,
                complete=complete,
                captures=False,
            )
        )

    def _preview_of_each(self, items: Sequence[Item], text: str) -> Preview:
        """The lines that would be captured."""
        from domain.capture.chips import Chip

        lines = [line for _, line in self.lines_for_each(items[:SHOWN], text) if line]
        chips = [Chip("note", line) for line in lines]
        return Preview(chips or [Chip("hint", "nothing is captured; they are closed")])

    async def carry_out(self, items: Sequence[Item], work: Callable[[], Awaitable[bool]]) -> bool:
        """Go on to the next item at once, and have it done behind; the bar is put away here."""
        prompt, draft = (self._prompt, self.draft) if self.bar_is_open else (None, self.draft)
        if prompt is not None:
            self.close_bar()
        keys = [item.key for item in items]
        left = self.key_under_cursor
        self.under_way.update(keys)
        self.marks.clear()
        self.go_on()
        self.show_rows()
        self.show_item()
        self.refresh_bindings()
        self.run_worker(self._behind(keys, work, prompt, draft, left), group=BEHIND)
        await asyncio.sleep(0)  # so that it has its turn at the book before the next key
        return False

    async def _behind(
        self,
        keys: Collection[str],
        work: Callable[[], Awaitable[bool]],
        prompt: Prompt | None,
        draft: Draft,
        left: str,
    ) -> None:
        """Do it; where it cannot be done the line comes back, and the cursor where nothing else was done since."""
        landed = self.key_under_cursor
        try:
            done = await work()
        finally:
            self.under_way.difference_update(keys)
        if done:
            if prompt is not None:
                self.swell.unfinished.kept(draft)
            return
        self.show_rows()
        if self.key_under_cursor == landed and not self.bar_is_open:
            self.rows.move_to(left)
            if prompt is not None and self.is_current:
                told = self.news.shape
                await self.ask(prompt, self.swell.unfinished.again(draft))
                if self._bar is not None and isinstance(told, Rule):
                    self._bar.tell(told.title)
        self.show_item()
        self.refresh_bindings()

    def go_on(self) -> None:
        """Put the cursor on the next item that waits, unless it is on one."""
        keys = [item.key for item in self.shown_items()]
        here = self.key_under_cursor
        if self.is_open(here) or here not in keys:
            return
        at = keys.index(here)
        ahead = next((key for key in (*keys[at + 1 :], *keys[:at]) if self.is_open(key)), "")
        if ahead:
            self.rows.move_to(ahead)

    def taken_back(self, step: Step) -> None:
        """Put the cursor on the row that has come back."""
        super().taken_back(step)
        if self.came_back:
            self.rows.move_to(self.came_back[0])
        self.show_item()
        self.refresh_bindings()

    def made_again(self, step: Step) -> None:
        """Go on from the row that was dealt with again."""
        super().made_again(step)
        self.go_on()
        self.show_item()
        self.refresh_bindings()
