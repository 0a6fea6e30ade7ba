"""The bar in which a day is typed until which something is put away."""

from collections.abc import Awaitable, Callable
from typing import Final

from domain.agreed import due_on
from domain.capture.chips import Chip
from domain.capture.dates import due_date
from domain.errors import BadInputError
from domain.words import counted, dated
from tui.prompt import Preview, Prompt
from tui.screens.place import Frame

A_WEEK: Final = "1w"
"""For how long something is put away where no day is typed."""
KEYS: Final = "enter put away, a week unless a day is typed: fri, 2w, 3 dec · esc back"


async def ask_until_when(frame: Frame, title: str, put_off: Callable[[str], Awaitable[bool]]) -> None:
    """Ask for a day ahead; `put_off` gets the phrase that names it, and says whether the bar may close."""
    today = frame.swell.desk.moment().today

    def preview(text: str) -> Preview:
        day = due_date(text or A_WEEK, today)
        if day is None:
            return Preview([Chip("hint", "no day yet: fri, 2w, 3 dec, tomorrow, next tue")])
        if day <= today:
            return Preview([Chip("warning", f"{dated(day, today)} is not ahead")])
        ahead = f"in {counted((day - today).days, 'day')}"
        return Preview([Chip("follow-up", dated(day, today)), Chip("hint", ahead)])

    async def enter(text: str) -> bool:
        try:
            day = due_on(text or A_WEEK, today)
        except BadInputError as error:
            frame.swell.tell(str(error), wrong=True)
            return False
        if day <= today:
            frame.swell.tell(f"{dated(day, today)} is not ahead; name a later day.", wrong=True)
            return False
        return await put_off(text or A_WEEK)

    await frame.ask(Prompt(title, preview, enter, keys=KEYS, captures=False))
