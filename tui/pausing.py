"""Pauses for a holiday or an illness, from the palette: begun in a bar, ended by a command."""

from typing import TYPE_CHECKING

from domain.capture.chips import Chip
from domain.errors import BadInputError
from domain.pauses import days_of, lies_in
from domain.words import counted, near
from tui.prompt import Preview, Prompt

if TYPE_CHECKING:
    from datetime import date

    from tui.app import SwellApp

TITLE = "pause: until when, or from when to when?"
KEYS = "enter pause · fri, 2w, 23 dec to 2 jan · esc back"


def is_paused(swell: "SwellApp") -> bool:
    """Whether this day lies in a pause."""
    today = swell.desk.moment().today
    return any(lies_in(one, today) for one in swell.desk.book.pauses.values())


async def pause(swell: "SwellApp") -> None:
    """Ask for how long, and hold rhythms, questions and the gauge for so long."""
    today = swell.desk.moment().today

    async def enter(text: str) -> bool:
        try:
            first, last = days_of(text, today)
        except BadInputError as error:
            swell.tell(str(error), wrong=True)
            return False
        made = await swell.change(lambda: swell.desk.pause(first, last))
        if made is not None:
            swell.tell(f"a pause {_in_words(first, last, today)}", undoable=True)
        return made is not None

    def preview(text: str) -> Preview:
        if not text.strip():
            return Preview([Chip("hint", "until fri · 2w · 23 dec to 2 jan")])
        try:
            first, last = days_of(text, today)
        except BadInputError as error:
            return Preview([Chip("warning", str(error))])
        return Preview([
            Chip("date", _in_words(first, last, today)),
            Chip("hint", f"{counted((last - first).days + 1, 'day')}: only what was agreed still comes"),
        ])  # fmt: skip

    await swell.frame.ask(Prompt(TITLE, preview, enter, keys=KEYS, captures=False))


async def end_pause(swell: "SwellApp") -> None:
    """End the pause that this day lies in."""
    await swell.do(swell.desk.end_pause)


def _in_words(first: "date", last: "date", today: "date") -> str:
    return f"{'from ' if first != today else ''}{near(first, today)} to {near(last, today)}"
