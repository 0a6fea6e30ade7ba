"""One text for several items that are done together: as proposed, the same words for each person, or one line."""

from collections.abc import Mapping, Sequence
from typing import Final

from domain.inbox.item import Item
from domain.inbox.names import all_called
from domain.model import Contact
from domain.text import fold

EACH: Final = "each"
"""Stands in a text for the person of each item."""
OTHER_WORDS: Final = ("", "messaged each", "called each", "met each", "thanked each")
"""What the arrows offer; nothing means each as proposed."""
_MARKS: Final = ("+", "tag:", "every:", "when:", "min:")
"""What may be added to each line as it is proposed."""


def lines_for_each(
    text: str, proposed: Sequence[tuple[Item, str]], contacts: Mapping[str, Contact]
) -> list[tuple[Item, str]]:
    """The line with which each item is done; empty for an item that is closed by the line of another.

    Nothing, or marks alone, takes each line as proposed; with the word `each` the text is said of everybody; any other
    text is captured once.
    """
    said = text.strip()
    words = said.split()
    if not words or words[0].lower().startswith(_MARKS):
        return [(item, f"{line} {said}".strip() if line else "") for item, line in proposed]
    if EACH in map(fold, words):
        return [(item, _of(item, words, contacts) or line) for item, line in proposed]
    return [(item, "" if at else said) for at, (item, _) in enumerate(proposed)]


def _of(item: Item, words: Sequence[str], contacts: Mapping[str, Contact]) -> str:
    """The text said of the people of an item; empty where it has none."""
    who = all_called(item.people, contacts)
    return " ".join(who if fold(word) == EACH else word for word in words) if who else ""
