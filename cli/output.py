"""What the command line prints: clean text for people, ASCII-safe JSON for programs."""

import os
import sys
import unicodedata
from typing import Any

from domain.text import clean


def say(line: str = "") -> None:
    """Print one line, with nothing in it that a terminal would obey."""
    sys.stdout.write(clean(line) + "\n")


def say_row(*columns: tuple[str, int], rest: str) -> None:
    """Print one line of a list, each column with its width: on a terminal all is cut to fit, elsewhere it is whole."""
    width = _columns()
    cells_of_row = [(cut(clean(text), room) if width else text, room) for text, room in columns]
    line = "  ".join([*(padded(text, room) for text, room in cells_of_row), clean(rest)]).rstrip()
    say(cut(line, width) if width else line)


def say_prose(text: str, hanging: int = 0) -> None:
    """Print a sentence: on a terminal folded between words, later lines set in; elsewhere on one line."""
    width = min(_columns(), 80)
    if width <= hanging + 20 or cells(text) <= width:
        say(text)
        return
    from textwrap import wrap

    for line in wrap(clean(text), width, subsequent_indent=" " * hanging, drop_whitespace=True):
        say(line)


def complain(line: str) -> None:
    """Print one line for the person at the terminal, apart from the output."""
    sys.stderr.write(f"swell: {clean(line)}\n")


def say_json(value: Any) -> None:
    """Print a value as JSON in which everything but plain ASCII is escaped."""
    import json

    sys.stdout.write(json.dumps(value, ensure_ascii=True, indent=2) + "\n")


def cells(text: str) -> int:
    """How many columns of a terminal a clean text takes."""
    if text.isascii():
        return len(text)
    return sum(_cells_of(letter) for letter in text)


def padded(text: str, width: int) -> str:
    """A text with blanks after it, so that the next column of a list begins where it should."""
    shown = clean(text)
    return shown + " " * (width - cells(shown))


def cut(text: str, width: int) -> str:
    """A clean text within so many columns, with `…` where something is left out."""
    if cells(text) <= width:
        return text
    kept, taken = [], 1
    for letter in text:
        taken += _cells_of(letter)
        if taken > width:
            break
        kept.append(letter)
    return "".join(kept) + "…"


def _cells_of(letter: str) -> int:
    if unicodedata.combining(letter):
        return 0
    return 2 if unicodedata.east_asian_width(letter) in "WF" else 1


def _columns() -> int:
    """The width of the terminal that is written to; 0 where it is none."""
    return os.get_terminal_size(sys.stdout.fileno()).columns if sys.stdout.isatty() else 0
