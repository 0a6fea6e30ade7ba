"""The words of the command line as they were typed."""

import os
from collections.abc import Iterable


class UsageError(Exception):
    """Words that the command does not take; the text says which, in a sentence without its end."""


def typed(words: Iterable[str]) -> list[str]:
    """The words as text: bytes that are no UTF-8 become U+FFFD, whatever the locale is."""
    return [os.fsencode(word).decode("utf-8", "replace") for word in words]
