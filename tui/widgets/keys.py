"""The line of keys at the bottom: only what works here and now."""

from collections.abc import Iterable, Sequence
from typing import Final, Unpack

from textual.binding import Binding
from textual.keys import key_to_character
from textual.reactive import reactive
from textual.screen import Screen

from tui.glyphs import UNICODE, Glyphs
from tui.text import Line, Span, joined, line, width_of
from tui.widgets.lineview import LineView, Names

_SIGNS: Final = {"slash": "/", "backslash": "\\", "at": "@", "minus": "-", "plus": "+", "underscore": "_"}
"""Keys that Textual renames, and therefore no longer finds the character of."""
SHORT_NAMES: Final = {"escape": "esc", "pagedown": "pgdn", "pageup": "pgup", "delete": "del", "backspace": "bs"}


def character_of(key: str) -> str | None:
    """What a key writes in a field, if anything."""
    return _SIGNS.get(key) or key_to_character(key)


def key_name(binding: Binding, glyphs: Glyphs = UNICODE) -> str:
    """A key as the user reads it: `d`, `?`, `esc`, `ctrl+d`."""
    if binding.key_display:
        return glyphs.own(binding.key_display)
    character = character_of(binding.key)
    if character and character.isprintable() and character != " ":
        return character
    return SHORT_NAMES.get(binding.key, binding.key)


class KeysLine(LineView):
    """The keys that work now, the most important first; what does not fit is left out."""

    DEFAULT_CSS = """
    KeysLine { height: 1; width: 1fr; }
    """

    hints: reactive[tuple[Binding, ...]] = reactive((), repaint=False, init=False)
    """What is shown, in order."""

    def __init__(
        self, first: Sequence[str] = (), last: str = "keys", *, glyphs: Glyphs = UNICODE, **names: Unpack[Names]
    ) -> None:
        super().__init__(glyphs=glyphs, **names)
        self._first = tuple(first)
        self._last = last
        """The id of the binding that stands at the right."""

    def on_mount(self) -> None:
        """Follow the screen's bindings."""
        self.screen.bindings_updated_signal.subscribe(self, self._take)
        self._take(self.screen)

    def watch_hints(self) -> None:
        """Draw what changed."""
        self.repaint()

    def compose_line(self, _y: int, width: int) -> Line:
        """As many keys as fit."""
        last = [self._hint(binding) for binding in self.hints if binding.id == self._last]
        tail = line(*last[:1])
        room = width - 2 - (width_of(tail) + 2 if tail else 0)
        shown: list[Line] = []
        for binding in self.hints:
            hint = self._hint(binding)
            if binding.id == self._last:
                continue
            if room < width_of(hint):
                break
            shown.append(hint)
            room -= width_of(hint) + 2
        left = line(" ", joined(shown, "  "))
        return line(left, " " * (width - 1 - width_of(left) - width_of(tail)), tail)

    def _hint(self, binding: Binding) -> Line:
        return (Span(key_name(binding, self.glyphs), "text"), Span(f" {binding.description}", "muted"))

    def _take(self, screen: Screen[object]) -> None:
        active = [key.binding for key in screen.active_bindings.values() if key.enabled]
        field = screen.focused
        if field:
            active = [one for one in active if not field.check_consume_key(one.key, character_of(one.key))]
        self.hints = tuple(in_order(active, self._first))


def in_order(bindings: Iterable[Binding], first: Sequence[str]) -> list[Binding]:
    """The bindings to show, one for each action: those named first, then as declared."""
    seen: dict[str, Binding] = {}
    for binding in bindings:
        if binding.show and binding.description:
            seen.setdefault(binding.id or binding.action, binding)
    rank = {name: at for at, name in enumerate(first)}
    return sorted(seen.values(), key=lambda binding: rank.get(binding.id or "", len(rank)))
