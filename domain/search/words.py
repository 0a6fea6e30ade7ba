"""Text cut into the folded words that search compares."""

import re
from collections.abc import Sequence
from typing import Final

from domain.text import fold

HONORIFICS: Final = frozenset(
    [
        "mr",
        "mrs",
        "ms",
        "mx",
        "miss",
        "dr",
        "prof",
        "professor",
        "sir",
        "dame",
        "rev",
        "herr",
        "frau",
        "mme",
        "phd",
        "md",
    ]
)
"""Titles that are no part of a name when it is looked for."""

FILLERS: Final = frozenset(["from", "at", "in", "of", "the"])
"""Words of a query that say nothing when there are others."""

APOSTROPHES: Final = dict.fromkeys(map(ord, "'’ʼ‘`´"))
"""Signs that close up, for `str.translate`."""
_WORD: Final = re.compile(r"[^\W_]+")


def words_of(text: str) -> list[str]:
    """The folded words of a text, apostrophes closed up: `Mary-Jane O'Neil` makes mary, jane, oneil."""
    return _WORD.findall(fold(text.translate(APOSTROPHES)))


def name_words(name: str) -> list[str]:
    """The folded words of a name without honorifics, or with them where nothing else is left."""
    every = words_of(name)
    return [word for word in every if word not in HONORIFICS] or every


def placed_words(text: str) -> list[tuple[str, Sequence[int]]]:
    """The folded words of a text, each with the position in the text that every one of its letters came from."""
    if text.isascii() and "'" not in text and "`" not in text:
        return [(found[0], range(found.start(), found.end())) for found in _WORD.finditer(text.lower())]
    placed: list[tuple[str, Sequence[int]]] = []
    letters: list[str] = []
    places: list[int] = []
    for place, letter in enumerate(text):
        if ord(letter) in APOSTROPHES:
            continue
        for piece in fold(letter):
            if piece.isalnum():
                letters.append(piece)
                places.append(place)
        if letters and not (fold(letter) == "" or letter.isalnum()):
            placed.append(("".join(letters), places))
            letters, places = [], []
    if letters:
        placed.append(("".join(letters), places))
    return placed
