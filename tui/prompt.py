"""What the bar is opened for: its title, the line to begin with, what is understood of it, what the keys make of it."""

from collections.abc import Awaitable, Callable, Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from domain.capture.chips import Chip
    from domain.capture.completing import Offer
    from domain.capture.drafts import Token

KEEP_KEYS = "enter keep · tab complete · ↑↓ other lines · esc back, the draft stays"


class Preview(NamedTuple):
    """What is understood of a line."""

    chips: "Sequence[Chip]" = ()
    gain: str = ""
    """What it adds to the pipe, in words."""
    tokens: "Sequence[Token]" = ()
    """The words that were understood, by their places in the line."""


NO_PREVIEW: Final = Preview()


def no_preview(_line: str) -> Preview:
    """Nothing is understood of the line but the line."""
    return NO_PREVIEW


def _unchanged(_line: str, _step: int) -> None:
    return None


class Prompt(NamedTuple):
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
    offers: "Callable[[str, int], Sequence[Offer]] | None" = None
    """What tab offers at a place in the line, where that is no line to capture but is completed like one."""
    captures: bool = True
    """Whether it is a line to capture, in which tab completes and words can be taken as text."""
    several: Callable[[str], None] | None = None
    """Takes several lines that were pasted at once; without it they are joined by blanks."""
