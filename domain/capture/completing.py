"""What tab offers in a captured line: people, tags, dates, marks, and other words for what may have been meant."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from domain.capture.drafts import Understood


class Offer(NamedTuple):
    """One way to go on with a line."""

    line: str
    """The whole line with the offer taken."""
    cursor: int
    """The place in it after what was taken."""
    words: str
    """What the offer is, in a few words: `Priya Nair, Monzo`, `#design`, `+fri, Fri 27 Nov`."""


class Vocabulary(NamedTuple):
    """What can be completed to, gathered from the book; all functions are cheap enough to be called at each key."""

    people: Callable[[str], Sequence[tuple[str, str, str]]]
    """Fuzzy search of people: id, name, organisation; best first."""
    tags: Callable[[], Sequence[str]]
    """Tags in use, the most used first."""


def offers(line: str, cursor: int, understood: Understood, vocabulary: Vocabulary) -> tuple[Offer, ...]:
    """What can be taken at the cursor, best first; empty where there is nothing to offer."""
    raise NotImplementedError


class Completion:
    """Going round the offers with tab and shift+tab; shared by the bar of the app and the hotkey prompt."""

    def __init__(self, ask: Callable[[str, int], Sequence[Offer]]) -> None:
        """`ask` gives the offers for a line and a cursor."""
        raise NotImplementedError

    @property
    def open(self) -> tuple[Offer, ...]:
        """The offers being gone round, for showing; empty while none are."""
        raise NotImplementedError

    @property
    def at(self) -> int:
        """Which of the open offers the line shows; -1 while none is open."""
        raise NotImplementedError

    def step(self, line: str, cursor: int, step: int) -> tuple[str, int] | None:
        """The line and the cursor with the next offer (1) or the one before (-1) taken; None where there is none.

        After the last offer comes the line as it was typed. A line that is not the one offered last begins anew.
        """
        raise NotImplementedError
