"""What the bar is opened for: its title, the line to begin with, and what the keys make of it."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from tui.widgets.capture_bar import Preview

KEEP_KEYS = "enter keep · tab complete · ↑↓ other lines · esc back, the draft stays"


def _unchanged(_line: str, _step: int) -> None:
    return None


@dataclass(frozen=True, slots=True)
class Prompt:
    """One use of the bar."""

    title: str
    preview: Callable[[str], Preview]
    """What is understood of the line."""
    enter: Callable[[str], Awaitable[bool]]
    """Keeps the line; whether the bar may close."""
    text: str = ""
    keys: str = KEEP_KEYS
    aside: str = ""
    move: Callable[[str, int], str | None] = _unchanged
    """The line to show after up (-1) or down (1), where no list is open."""
    complete: Callable[[str, int], str | None] | None = None
    """The line to show after tab (1) or shift+tab (-1); without it tab completes a line to capture."""
    captures: bool = True
    """Whether it is a line to capture, in which tab completes and words can be taken as text."""
    several: Callable[[str], None] | None = None
    """Takes several lines that were pasted at once; without it they are joined by blanks."""
