"""One person on a page of their own: what they told you, what is open, what went out and came back."""

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import BindingType
from textual.widget import Widget

from domain.errors import NotFoundError
from domain.inbox.item import Item
from tui.bindings import (
    ANSWER,
    CIRCLE,
    COPY,
    COPY_ALL_WORDS,
    DROP,
    EDIT,
    FOLLOW_UP,
    INTRODUCE,
    LATER,
    LOG,
    MAIL,
    NEVER_BY,
    NOTE,
    PAGE_BACK,
    SAME,
    TAG,
    TOMORROW,
    TREE,
    WORDS_ELSEWHERE,
)
from tui.person_lines import page_head, page_rows
from tui.screens.triage import Triage
from tui.widgets.page import Lines
from tui.widgets.rows import RowList

EVERYTHING = 100_000
"""More interactions than anybody has with one person."""


class PersonScreen(Triage):
    """The page of one contact; on the row of a follow-up, or of a match, the keys are for that."""

    PLACE = "people"
    FIRST_KEYS = ("log", "answer", "follow_up", "note", "introduce", "circle", "edit", "capture")
    BINDINGS: ClassVar[list[BindingType]] = [
        LOG,
        ANSWER,
        NOTE,
        FOLLOW_UP,
        INTRODUCE,
        EDIT,
        CIRCLE,
        TAG,
        TREE,
        COPY,
        DROP,
        LATER,
        TOMORROW,
        NEVER_BY,
        SAME,
        COPY_ALL_WORDS,
        WORDS_ELSEWHERE,
        MAIL,
        PAGE_BACK,
    ]

    def __init__(self, contact: str) -> None:
        super().__init__()
        self._contact = contact
        self._items: dict[str, Item] = {}
        """What is behind the rows of two people, by their keys."""

    def compose_body(self) -> Iterable[Widget]:
        """The head and the rows."""
        self.head = Lines(glyphs=self.swell.glyphs, id="head")
        self.rows = RowList(openable=False, glyphs=self.swell.glyphs)
        yield self.head
        yield self.rows

    def show(self) -> None:
        """The person as the book has them now; somebody who is gone is said so."""
        try:
            profile = self.swell.desk.profile(self._contact, EVERYTHING)
        except NotFoundError as error:
            self.rows.set_rows([])
            self.head.lines = [str(error)]
            return
        self.head.lines = page_head(profile, self.swell.glyphs, self.size.width)
        self.head.styles.height = len(self.head.lines)
        pairs = self.pairs_of(self._contact)
        self._items = {pair.key: item for pair, item in pairs}
        self.rows.set_rows(page_rows(profile, self.swell.glyphs, [pair for pair, _ in pairs]))
        if self.focused is None and not self.is_asking:
            self.focus_body()

    def focus_body(self) -> None:
        """The rows take the keys."""
        self.rows.focus()

    def person_in_view(self) -> str:
        """Whose page it is."""
        return self._contact if self._contact in self.swell.desk.book.contacts else ""

    def item(self) -> Item | None:
        """The follow-up, the match or the introduction under the cursor."""
        row = self.rows.current
        if row is None:
            return None
        return self._items.get(row.id) or self.swell.desk.item_of(row.id)

    def dealt_with(self, item: Item, words: str) -> None:
        """The rows are as the book has them."""

    def show_item(self) -> None:
        """The rows say all there is to say."""

    def on_row_list_highlighted(self) -> None:
        """Other rows have other keys."""
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only an answer, a follow-up or an entry can be dropped, and only a follow-up be put away."""
        if action == "drop":
            return self.rows.current is not None
        if action == "done":
            return bool(self.person_in_view())
        return super().check_action(action, parameters)

    async def action_done(self) -> None:
        """Say that what is agreed was done; else log something with this person."""
        if self.item() is not None:
            await super().action_done()
        else:
            await self._line("what happened?", f"called {self._called()} ", whole=True)

    async def action_drop(self) -> None:
        """Drop the answer or the follow-up, or delete the entry, under the cursor."""
        row = self.rows.current
        if row is None:
            return
        if self.item() is not None:
            await super().action_drop()
            return
        await self.swell.do(lambda: self.swell.desk.drop_entry(row.id))
