"""Setting the chips of a preview in rows."""

from collections.abc import Callable, Sequence
from typing import Final

from domain.capture.chips import Chip

FIRST: Final = ("unfiled", "choice", "warning")
"""What somebody must know before the line is kept, and so sees first where there is little room."""


def in_rows(
    chips: Sequence[Chip], rows: int, width: int, *, width_of: Callable[[str], int], dot: str = "·", more: str = "…"
) -> list[list[Chip]]:
    """The chips in at most so many rows of so many cells; between two of a row go a blank, the dot and a blank.

    `width_of` measures text in cells. What has no room is counted at the end of the last row, as `+3`; a chip that
    is longer than a row is cut. Where not everything fits, doubts come first.
    """
    whole = _flowed(chips, width, width_of, dot, more)
    if len(whole) <= rows:
        return whole
    doubts = [chip for chip in chips if chip.role in FIRST]
    rest = [chip for chip in chips if chip.role not in FIRST]
    ordered = [*doubts, *rest]
    for kept in range(len(ordered) - 1, 0, -1):
        tail = Chip("hint", f"+{len(ordered) - kept}")
        fitting = _flowed([*ordered[:kept], tail], width, width_of, dot, more)
        if len(fitting) <= rows:
            return fitting
    return _flowed(ordered[:1], width, width_of, dot, more)[:rows]


def _flowed(chips: Sequence[Chip], width: int, width_of: Callable[[str], int], dot: str, more: str) -> list[list[Chip]]:
    gap = width_of(dot) + 2
    rows: list[list[Chip]] = []
    used = 0
    for chip in chips:
        size = width_of(chip.text)
        if size > width:
            chip = Chip(chip.role, _cut(chip.text, width, width_of, more))
            size = width_of(chip.text)
        if rows and used + gap + size <= width:
            rows[-1].append(chip)
            used += gap + size
        else:
            rows.append([chip])
            used = size
    return rows


def _cut(text: str, width: int, width_of: Callable[[str], int], more: str) -> str:
    """The beginning of a text with the sign for more after it, in so many cells."""
    end = len(text)
    while end and width_of(text[:end]) + width_of(more) > width:
        end -= 1
    return text[:end].rstrip() + more
