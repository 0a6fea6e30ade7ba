"""The explanation of the capture line set out in lines of a width."""

from collections.abc import Iterator, Sequence
from typing import Final, Literal, NamedTuple

from domain.capture.explained import INTRODUCTION, Example, Part
from domain.capture.tables import Table

Look = Literal["title", "prose", "head", "first", "cell", "line", "says"]
"""What a piece of a line is: a title, a sentence, the head of a table, its first column or another, an example and
what it makes."""


class Piece(NamedTuple):
    """A piece of a line."""

    look: Look
    text: str


Line = tuple[Piece, ...]

_INDENT: Final = "  "
_GAP: Final = "  "
_WIDEST: Final = 20
"""Cells of a column; where a cell has more, what comes after it begins on the next line."""
_LEAST: Final = 24
"""Cells that the last column of a table needs; with less, it stands below the others."""
_ARROW: Final = "→ "


def set_out(parts: Sequence[Part], width: int) -> Iterator[Line]:
    """The introduction and the parts in lines of at most so many cells, a blank one before each title."""
    yield from _prose(INTRODUCTION, width, "")
    for part in parts:
        yield ()
        yield (Piece("title", part.title),)
        yield from _prose(part.says, width, _INDENT)
        for table in part.tables:
            yield ()
            yield from _table(table, width)
        if part.examples:
            yield ()
        for example in part.examples:
            yield from _example(example, width)


def broken(text: str, width: int) -> list[str]:
    """The text broken between words; a word that is longer than a line is cut."""
    width = max(1, width)
    lines: list[str] = []
    for word in text.split():
        if lines and len(lines[-1]) + 1 + len(word) <= width:
            lines[-1] += f" {word}"
        else:
            while len(word) > width:
                lines.append(word[:width])
                word = word[width:]
            lines.append(word)
    return lines


def _prose(text: str, width: int, indent: str) -> Iterator[Line]:
    for words in broken(text, width - len(indent)):
        yield (Piece("prose", indent + words),)


def _table(table: Table, width: int) -> Iterator[Line]:
    widths = [
        min(_WIDEST, max(len(row[column]) for row in (table.head, *table.rows)))
        for column in range(len(table.head) - 1)
    ]
    margin = len(_INDENT) + sum(room + len(_GAP) for room in widths)
    row_of = _row if width - margin >= _LEAST else _stacked
    yield from row_of(table.head, widths, width, "head", "head")
    for row in table.rows:
        yield from row_of(row, widths, width, "first", "cell")


def _stacked(row: tuple[str, ...], _: list[int], width: int, first: Look, rest: Look) -> Iterator[Line]:
    *columns, last = row
    for words in broken(_GAP.join(columns), width - len(_INDENT)):
        yield (Piece(first, _INDENT + words),)
    for words in broken(last, width - 2 * len(_INDENT)):
        yield (Piece(rest, 2 * _INDENT + words),)


def _row(row: tuple[str, ...], widths: list[int], width: int, first: Look, rest: Look) -> Iterator[Line]:
    *columns, last = row
    margin = _INDENT + "".join(" " * room + _GAP for room in widths)
    looks: list[Look] = [first, *(rest for _ in columns[1:])]
    cells = [Piece(look, f"{cell:<{room}}{_GAP}") for look, cell, room in zip(looks, columns, widths, strict=True)]
    if any(len(cell) > room for cell, room in zip(columns, widths, strict=True)):
        yield (Piece(rest, _INDENT), *cells)
        cells = [Piece(rest, margin.removeprefix(_INDENT))]
    for words in broken(last, width - len(margin)):
        yield (Piece(rest, _INDENT), *cells, Piece(rest, words))
        cells = [Piece(rest, margin.removeprefix(_INDENT))]


def _example(example: Example, width: int) -> Iterator[Line]:
    for words in broken(example.line, width - len(_INDENT)):
        yield (Piece("line", _INDENT + words),)
    margin = _INDENT * 2 + _ARROW
    for words in _flowed(example.says, width - len(margin)):
        yield (Piece("says", margin + words),)
        margin = " " * len(margin)


def _flowed(chips: Sequence[str], width: int) -> list[str]:
    """The chips with a dot between two, as many on a line as fit."""
    lines: list[str] = []
    for chip in chips:
        if lines and len(lines[-1]) + 3 + len(chip) <= width:
            lines[-1] += f" · {chip}"
        else:
            lines.extend(broken(chip, width))
    return lines
