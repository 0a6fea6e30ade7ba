"""What the bar is opened for: its title, the line to begin with, and what the keys make of it."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

from tui.text import Span

KEEP_KEYS = "enter keep · tab complete · ↑↓ other lines · esc back, the draft stays"


def _unchanged(_line: str, _step: int) -> None:
    return None


@dataclass(frozen=True, slots=True)
class Prompt:
    """One use of the bar."""

    title: str
    preview: Callable[[str], Sequence[Span]]
    """What is understood of the line, as chips."""
    enter: Callable[[str], Awaitable[bool]]
    """Keeps the line; whether the bar may close."""
    text: str = ""
    keys: str = KEEP_KEYS
    aside: str = ""
    move: Callable[[str, int], str | None] = _unchanged
    """The line to show after up (-1) or down (1)."""
    complete: Callable[[str, int], str | None] = _unchanged
    """The line to show after tab (1) or shift+tab (-1)."""
