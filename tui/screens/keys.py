"""The page of help: every key that works on the screen it was called from, what a line may say, how the gauge works."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any, ClassVar, Final

from textual.binding import BindingType
from textual.screen import Screen
from textual.widget import Widget

from domain.capture.explained import explained
from domain.capture.set_out import Line, Look, set_out
from tui.bindings import HELP_OTHER, PAGE_BACK
from tui.keymap import Group, groups_on
from tui.screens.place import Frame
from tui.text import Role, Span, line, wrapped
from tui.widgets.keys import key_name
from tui.widgets.page import Page
from tui.widgets.shapes import Cells, Column, Rule, Shape

COLUMNS = (Column(width=13), Column(width=13), Column())
TITLES: Final = ("Keys", "The capture line")
"""What the page shows, one after the other."""
GAUGE_TITLE: Final = "The gauge"
"""What it shows after the keys of the Momentum place."""
PROSE_WIDTH: Final = 100
"""Cells beyond which a line of the explanation would be hard to read."""

_ROLES: Final[dict[Look, Role]] = {
    "prose": "muted",
    "head": "muted",
    "first": "accent",
    "cell": "text",
    "line": "strong",
    "says": "text",
}


class KeysScreen(Frame):
    """Every key with what it does; and, a key further, the verbs and marks of the capture line."""

    FIRST_KEYS = ("help.other",)
    BINDINGS: ClassVar[list[BindingType]] = [HELP_OTHER, PAGE_BACK]

    def __init__(self, called_from: Screen[Any]) -> None:
        super().__init__(Span(TITLES[0], "strong"))
        self._groups = groups_on(called_from)
        of_gauge = isinstance(called_from, Frame) and called_from.PLACE == "momentum"
        self._titles = (TITLES[0], GAUGE_TITLE, *TITLES[1:]) if of_gauge else TITLES
        self._shown = 0
        """Which of them is turned to."""
        self._tops = dict.fromkeys(self._titles, 0)
        """The first line in sight of those that are turned away."""
        self._width = 0
        """The width that the lines were set out for."""

    def compose_body(self) -> Iterable[Widget]:
        """The lines."""
        self.page = Page(glyphs=self.swell.glyphs)
        yield self.page

    def show(self) -> None:
        """Show what was turned to, at the place where it was left."""
        self._width = self.size.width
        title = self._titles[self._shown]
        others = "".join(f" {self.swell.glyphs.dot} {other}" for other in self._titles if other != title)
        self.top.title = line(Span(title, "strong"), Span(others, "muted"))
        top = self.page.top
        told = {TITLES[0]: self._keys, TITLES[1]: self._line, GAUGE_TITLE: self._gauge}
        self.page.lines = list(told[title]())
        self.page.top = top
        self.focus_body()

    def focus_body(self) -> None:
        """The page takes the keys."""
        self.page.focus()

    def on_resize(self) -> None:
        """Set the lines out for another width."""
        if self._width and self.size.width != self._width:
            self.show()

    def action_other(self) -> None:
        """Turn to the next one."""
        self._tops[self._titles[self._shown]] = self.page.top
        self._shown = (self._shown + 1) % len(self._titles)
        self.show()
        self.page.top = self._tops[self._titles[self._shown]]

    def _keys(self) -> Iterable[Shape]:
        for at, group in enumerate(self._groups):
            if at:
                yield ""
            yield Rule(Span(group.title, "muted"))
            yield from self._rows(group)

    def _rows(self, group: Group) -> Iterable[Shape]:
        for entry in group.entries:
            keys = " ".join(
                key_name(replace(binding, key_display=None), self.swell.glyphs) for binding in entry.bindings
            )
            yield Cells(
                COLUMNS,
                (Span(keys, "accent"), entry.words, Span(entry.tooltip, "muted")),
            )

    def _line(self) -> Iterable[Shape]:
        desk = self.swell.desk
        parts = explained(desk.settings.weights, desk.moment())
        for each in set_out(parts, min(self.size.width - 2, PROSE_WIDTH)):
            yield self._shape(each)

    def _gauge(self) -> Iterable[Shape]:
        from domain.momentum.explained import explained as gauge_explained

        desk, own, width = self.swell.desk, self.swell.glyphs.own, min(self.size.width - 2, PROSE_WIDTH)
        for part in gauge_explained(desk.gauge(), desk.settings):
            head, *others = wrapped(own(f"{part.title}. {part.text}"), width)
            yield line(Span(head[: len(part.title) + 1], "strong"), Span(head[len(part.title) + 1 :]))
            yield from others

    def _shape(self, each: Line) -> Shape:
        own = self.swell.glyphs.own
        if each and each[0].look == "title":
            return Rule(Span(own(each[0].text), "strong"))
        return line(*(Span(own(piece.text), _ROLES[piece.look]) for piece in each))
