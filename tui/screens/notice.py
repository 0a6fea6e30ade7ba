"""A page that says in full why the book is open for reading only, and what can be done."""

from collections.abc import Iterable
from typing import ClassVar, Final

from textual.binding import BindingType
from textual.widget import Widget

from tui.bindings import PAGE_BACK
from tui.screens.place import Frame
from tui.text import Span, wrapped
from tui.widgets.page import Page
from tui.widgets.shapes import Shape

MARGIN: Final = 4


class NoticeScreen(Frame):
    """The reason in paragraphs: what is wrong, what still works, what can be done."""

    FIRST_KEYS = ("page.back", "capture")
    BINDINGS: ClassVar[list[BindingType]] = [PAGE_BACK]

    def __init__(self, reason: str) -> None:
        super().__init__(Span("Read only", "late"))
        self._reason = reason

    def compose_body(self) -> Iterable[Widget]:
        """The text."""
        self.page = Page(glyphs=self.swell.glyphs)
        yield self.page

    def show(self) -> None:
        """A paragraph each, between margins."""
        self.page.lines = list(self._shapes())
        self.focus_body()

    def on_resize(self) -> None:
        """Sentences are broken anew for another width."""
        self.page.lines = list(self._shapes())

    def focus_body(self) -> None:
        """The page takes the keys."""
        self.page.focus()

    def _shapes(self) -> Iterable[Shape]:
        width = self.size.width - 2 * MARGIN
        own = self.swell.glyphs.own
        for words in self._reason.split("\n\n"):
            yield ""
            yield from (f"{' ' * MARGIN}{part}" for part in wrapped(own(words), width))
