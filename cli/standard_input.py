"""The lines that `swell add -` reads, and what is said of each of them."""

import codecs
import sys
from collections.abc import Iterator, Sequence
from typing import Final

from cli.output import complain
from domain.capture.filing import Filed, label_of
from domain.capture.many import ManyLine
from domain.errors import BadInputError

_MOST_STRANGE: Final = 4
"""One letter in so many may be no text before the whole is taken for none."""
_WIDE: Final = {codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}


def lines_of_standard_input() -> list[str]:
    """Every line, blank ones too; raises BadInputError where there is no text to read."""
    if sys.stdin is None:
        raise BadInputError("Standard input is closed; pipe lines into swell add -")
    if sys.stdin.isatty():
        complain("one capture a line; ctrl+d keeps them all, ctrl+c none")
    data = sys.stdin.buffer.read()
    text = data.decode(_WIDE.get(data[:2], "utf-8-sig"), "replace")
    if (text.count("\0") + text.count("\ufffd")) * _MOST_STRANGE > len(text):
        raise BadInputError("Standard input is no text (it looks like a binary file), so nothing was kept.")
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def tell_of_marks(lines: Sequence[ManyLine]) -> None:
    """Say which marks hold for nothing."""
    for line in lines:
        for doubt in line.doubts:
            complain(f"line {line.number}: {doubt}")
    if lines and lines[-1].marks and not lines[-1].line:
        complain(f"line {lines[-1].number}: {lines[-1].marks} holds for no line after it")


def tell_of_each(lines: Sequence[ManyLine], filed: Sequence[Filed]) -> None:
    """Say what is doubtful: the number of the line, why, and the line in short."""
    for line, became in zip(lines, filed, strict=True):
        doubts = "; ".join(_doubts(became))
        if doubts:
            kept = " kept unfiled" if became.unfiled else ""
            complain(f"line {line.number}{kept}: {doubts} ({label_of(line.typed)})")


def _doubts(filed: Filed) -> Iterator[str]:
    if filed.unfiled:
        if filed.reason:
            yield filed.reason
        return
    for name in filed.guess:
        yield f"a guess: {name}"
    yield from filed.warnings
    yield from filed.hints
