"""The page of keys: everything that works on the screen it was called from."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any, ClassVar

from textual.binding import BindingType
from textual.screen import Screen
from textual.widget import Widget

from tui.bindings import PAGE_BACK
from tui.keymap import Group, groups_on
from tui.screens.place import Frame
from tui.text import Span
from tui.widgets.keys import key_name
from tui.widgets.page import Page
from tui.widgets.shapes import Cells, Column, Rule, Shape

COLUMNS = (Column(width=13), Column(width=13), Column())


class KeysScreen(Frame):
    """Every key, its command and what it does."""

    BINDINGS: ClassVar[list[BindingType]] = [PAGE_BACK]

    def __init__(self, called_from: Screen[Any]) -> None:
        super().__init__(Span("Keys", "strong"))
        self._groups = groups_on(called_from)

    def compose_body(self) -> Iterable[Widget]:
        """The lines."""
        self.page = Page(glyphs=self.swell.glyphs)
        yield self.page

    def show(self) -> None:
        """A part for each group."""
        shapes: list[Shape] = []
        for group in self._groups:
            if shapes:
                shapes.append("")
            shapes.append(Rule(Span(group.title, "muted")))
            shapes.extend(self._rows(group))
        self.page.lines = shapes
        self.focus_body()

    def focus_body(self) -> None:
        """The page takes the keys."""
        self.page.focus()

    def _rows(self, group: Group) -> Iterable[Shape]:
        for entry in group.entries:
            keys = " ".join(
                key_name(replace(binding, key_display=None), self.swell.glyphs) for binding in entry.bindings
            )
            yield Cells(
                COLUMNS,
                (Span(keys, "accent"), entry.words, Span(entry.tooltip, "muted")),
            )
