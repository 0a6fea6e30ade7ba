"""A question that one key answers, on the line above the keys."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Unpack

from textual.binding import Binding, BindingType
from textual.events import Key
from textual.message import Message
from textual.reactive import reactive

from tui.choices import Choice
from tui.glyphs import UNICODE, Glyphs
from tui.text import Line, Span, joined, line, width_of
from tui.widgets.lineview import LineView, Names
from tui.widgets.shapes import Rule, drawn

GAPS = (3, 2, 1)
"""Blanks between two choices; fewer where there are many."""


class PickLine(LineView, can_focus=True):
    """Shows the choices with their keys; takes the keys until one is pressed."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "back", id="pick.leave", tooltip="Leave without choosing"),
    ]
    DEFAULT_CSS = """
    PickLine { layer: bar; dock: bottom; height: 2; display: none; }
    """

    choices: reactive[tuple[Choice, ...]] = reactive((), repaint=False, init=False)
    """What can be chosen."""

    @dataclass
    class Picked(Message):
        """A choice was made, or none (value None) where it was left."""

        value: str | None

    def __init__(self, *, glyphs: Glyphs = UNICODE, **names: Unpack[Names]) -> None:
        super().__init__(glyphs=glyphs, **names)
        self._title = ""

    def open(self, title: str, choices: Sequence[Choice]) -> None:
        """Ask, and take the keys."""
        self._title = title
        self.choices = tuple(choices)
        self._take_room()
        self.display = True
        self.forget_drawn()
        self.screen.set_focus(self)

    def on_resize(self) -> None:
        """Another width may take another number of lines."""
        super().on_resize()
        self._take_room()

    def _take_room(self) -> None:
        """Be as high as the choices need to be."""
        self.styles.height = 1 + len(self._rows(self.screen.size.width))

    def compose_line(self, y: int, width: int) -> Line:
        """A rule with the question, then the choices."""
        if y == 0:
            return drawn(Rule(Span(self._title, "muted")), width, self.glyphs)
        rows = self._rows(width)
        return rows[y - 1] if y <= len(rows) else ()

    def _rows(self, width: int) -> list[Line]:
        """The choices on one line where they fit, else on as many as it takes."""
        shown = [line(Span(one.key, "accent"), Span(f" {one.words}")) for one in self.choices]
        for gap in GAPS:
            words = line(" ", joined(shown, " " * gap))
            if width_of(words) <= width:
                return [words]
        rows: list[list[Line]] = [[]]
        room = width - 1
        for choice in shown:
            if rows[-1] and width_of(choice) > room:
                rows.append([])
                room = width - 1
            rows[-1].append(choice)
            room -= width_of(choice) + GAPS[0]
        return [line(" ", joined(row, " " * GAPS[0])) for row in rows]

    def check_consume_key(self, key: str, _character: str | None) -> bool:
        """Every key but escape is an answer or nothing."""
        return key != "escape"

    def on_key(self, event: Key) -> None:
        """Choose by the key of a choice; other keys do nothing."""
        if not self.check_consume_key(event.key, event.character):
            return
        event.stop()
        event.prevent_default()
        for choice in self.choices:
            if event.character == choice.key:
                self._close(choice.value)

    def action_leave(self) -> None:
        """Leave without choosing."""
        self._close(None)

    def _close(self, value: str | None) -> None:
        self.display = False
        self.post_message(self.Picked(value))
