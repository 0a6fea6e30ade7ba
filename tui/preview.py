"""What is understood of a line, made ready for the bar: the candidates of an unclear name one by one."""

import unicodedata
from collections.abc import Iterator, Sequence
from typing import Final

from domain.capture.chips import Chip, chips
from domain.capture.drafts import Understood
from tui.glyphs import Glyphs
from tui.prompt import Preview
from tui.widgets.chips import marked

TAB: Final = "(tab)"
"""What stands after the candidate that tab takes."""
MOST: Final = 8
"""Candidates that are named."""


def preview_of(understood: Understood, gained: int, glyphs: Glyphs) -> Preview:
    """The preview of a line that would add so many points to the pipe."""
    composed = unicodedata.is_normalized("NFC", understood.line)
    return Preview(
        chips=tuple(_chips(understood, glyphs)),
        gain=f"pipe +{gained}" if gained > 0 else "",
        tokens=understood.tokens if composed else (),  # else they stand elsewhere in the line as it is written
    )


def _chips(understood: Understood, glyphs: Glyphs) -> Iterator[Chip]:
    """The chips, with a choice between people opened out."""
    choices = list(understood.choices)
    for chip in chips(understood):
        if chip.role == "choice" and choices:
            choice = choices.pop(0)
            yield Chip("choice", f"which {choice.name}?")
            yield from _candidates(choice.candidates, glyphs, first=choice is understood.choices[0])
        else:
            yield chip


def _candidates(names: Sequence[str], glyphs: Glyphs, *, first: bool) -> Iterator[Chip]:
    for place, name in enumerate(names[:MOST]):
        yield marked(f"{name} {TAB}", glyphs) if first and place == 0 else Chip("choice", name)
    if len(names) > MOST:
        yield Chip("hint", f"{len(names) - MOST} others")
