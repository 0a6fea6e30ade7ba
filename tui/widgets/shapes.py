"""What a line of a list or a page may be made of, and how each is laid out for a width."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal, NamedTuple

from tui.glyphs import Glyphs
from tui.text import Line, Span, Words, cut, fitted, line, width_of

LEAST_FLEXIBLE: Final = 12
"""Cells that a column without a width of its own keeps before other columns are dropped."""

LEAST_RIGHT: Final = 6
"""With less room than this, nothing is put at the right."""


class Column(NamedTuple):
    """One column of a list."""

    width: int = 0
    """Cells; 0 takes what the others leave."""
    align: Literal["left", "right"] = "left"
    drop: int = 0
    """Where there is no room the column with the highest number goes first; 0 always stays."""
    gap: int = 1
    """Blank cells before it."""


@dataclass(frozen=True, slots=True)
class Cells:
    """Words in columns."""

    columns: tuple[Column, ...]
    words: tuple[Words, ...]
    """One for each column; missing ones are blank."""


@dataclass(frozen=True, slots=True)
class Sides:
    """Words at the left and at the right edge; where there is no room the left ones keep three fifths."""

    left: Words
    right: Words = ""


@dataclass(frozen=True, slots=True)
class Rule:
    """A thin line across, with a title where it opens a part and a word at its end where that helps."""

    title: Words = ""
    right: Words = ""


Shape = Words | Cells | Sides | Rule
"""A line before its width is known."""


def drawn(shape: Shape, width: int, glyphs: Glyphs) -> Line:
    """The line, between a blank cell at either edge; a rule goes from edge to edge."""
    if isinstance(shape, Rule):
        return _rule(shape, width, glyphs)
    return (Span(" "), *inner(shape, width - 2, glyphs))


def inner(shape: Shape, width: int, glyphs: Glyphs) -> Line:
    """The line in exactly so many cells, without blanks at the edges."""
    if isinstance(shape, Rule):
        return _rule(shape, width, glyphs)
    if isinstance(shape, Cells):
        return _cells(shape, width, glyphs)
    if isinstance(shape, Sides):
        return _sides(shape, width, glyphs)
    return fitted(shape, width, more=glyphs.more)


def column_widths(columns: Sequence[Column], width: int) -> tuple[int, ...]:
    """Cells for each column, 0 for one that is dropped; flexible columns share what is left."""
    kept = [True] * len(columns)

    def needed() -> int:
        shown = [column for column, stays in zip(columns, kept, strict=True) if stays]
        return sum((column.width or LEAST_FLEXIBLE) + column.gap for column in shown) - (shown[0].gap if shown else 0)

    for at in sorted(range(len(columns)), key=lambda index: -columns[index].drop):
        if needed() <= width or not columns[at].drop:
            break
        kept[at] = False
    flexible = [at for at, column in enumerate(columns) if kept[at] and not column.width]
    left = width - needed() + LEAST_FLEXIBLE * len(flexible)
    widths = [column.width if stays else 0 for column, stays in zip(columns, kept, strict=True)]
    for rank, at in enumerate(flexible):
        widths[at] = max(0, left // len(flexible) + (rank < left % len(flexible)))
    return tuple(widths)


def _cells(shape: Cells, width: int, glyphs: Glyphs) -> Line:
    parts: list[Words] = []
    widths = column_widths(shape.columns, width)
    words = (*shape.words, *[""] * (len(shape.columns) - len(shape.words)))
    for column, cells, word in zip(shape.columns, widths, words, strict=True):
        if not cells:
            continue
        if parts and column.gap:
            parts.append(" " * column.gap)
        parts.append(fitted(word, cells, column.align, glyphs.more))
    return fitted(line(*parts), width, more=glyphs.more)


def _sides(shape: Sides, width: int, glyphs: Glyphs) -> Line:
    kept = min(width_of(shape.left) + 2, max(width * 3 // 5, LEAST_FLEXIBLE))
    right = cut(shape.right, width - kept, glyphs.more) if width - kept >= LEAST_RIGHT else ()
    if not right:
        return fitted(shape.left, width, more=glyphs.more)
    room = width - width_of(right)
    left = fitted(shape.left, room - 2, more=glyphs.more) if room > 2 else ()
    return line(left, " " * (room - width_of(left)), right)


def _rule(shape: Rule, width: int, glyphs: Glyphs) -> Line:
    if not shape.title:
        return (Span(glyphs.rule * width, "rule"),)
    head = (Span(glyphs.rule * 2 + " ", "rule"), *cut(shape.title, width - 6, glyphs.more), Span(" "))
    tail: Line = line(" ", shape.right, " ", Span(glyphs.rule * 3, "rule")) if shape.right else ()
    room = width - width_of(head) - width_of(tail)
    if room < 0:
        return cut(head, width, glyphs.more)
    return (*head, Span(glyphs.rule * room, "rule"), *tail)
