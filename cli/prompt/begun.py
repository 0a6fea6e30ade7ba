"""The lines that were begun and not kept: saved while they are written, and offered by the next prompt."""

import os

from domain.ports import Draft
from store.drafts import DraftsOnDisk
from store.paths import beside

TITLE = "swell capture"
LISTED = "swell capture --many"
"""What drafts are called that were lines of a list."""


class Begun:
    """What ended runs have left, with what this one has begun."""

    def __init__(self, book: str, run: str) -> None:
        self._disk = DraftsOnDisk(book, run)
        self.left: list[Draft] = []
        """The lines to capture that wait to be gone on with, the oldest first."""
        self._others: tuple[Draft, ...] = ()
        """What was begun elsewhere and is no line to capture; it waits for the app."""

    def take_over(self) -> None:
        """Take over what ended runs have left."""
        found = self._disk.take_over()
        self.left = [draft for draft in found if draft.capture]
        self._others = tuple(draft for draft in found if not draft.capture)

    def listed(self) -> list[str]:
        """Take out the lines that were left in a list."""
        found = [draft.line for draft in self.left if draft.title == LISTED]
        self.left = [draft for draft in self.left if draft.title != LISTED]
        return found

    def save(self, left: list[str], listed: list[str], written: list[str]) -> None:
        """Save the lines of earlier runs as they stand by now, those of the list, and what else is written.

        Raises BookError.
        """
        drafts = [draft._replace(line=text) for draft, text in zip(self.left, left, strict=True) if text.strip()]
        drafts += [Draft(LISTED, "", text, capture=True) for text in listed]
        drafts += [Draft(TITLE, "", text, capture=True) for text in written]
        self._disk.save((*self._others, *drafts))


def may_wait(book: str) -> bool:
    """Whether any run has left drafts beside this book, as far as the names of its files tell."""
    try:
        return any(name.endswith(".json") for name in os.listdir(os.path.join(beside(book), "drafts")))
    except OSError:
        return False
