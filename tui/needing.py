"""The bar in which you write what you need, and the question whether something that came back was it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from domain.capture.chips import Chip
from domain.model import Ask, Interaction, Record
from domain.text import clean
from tui.choices import Choice
from tui.prompt import NO_PREVIEW, Preview, Prompt

if TYPE_CHECKING:
    from tui.app import SwellApp

TITLE: Final = "I need: what are you looking for?"
KEYS: Final = "enter keep, and see who could help · esc back, the draft stays"
ASKS: Final = 3
"""Asks that are offered at most as what a return may close."""


async def write_need(app: "SwellApp") -> None:
    """Write something that you need, wherever you are; then its place shows who could help."""

    def preview(text: str) -> Preview:
        from domain.asking import need_in, same_need

        words = need_in(text)
        if not words:
            return NO_PREVIEW
        known = same_need(app.desk.book, words)
        more = (Chip("hint", "asked for already"),) if known is not None else ()
        return Preview((Chip("ask", f"I need {clean(words)}"), *more))

    async def enter(text: str) -> bool:
        before = len(app.desk.book.asks)
        made = await app.change(lambda: app.desk.asks.open_ask(text))
        if made is None:
            return False
        is_new = len(app.desk.book.asks) > before
        app.call_later(_show, app, made, is_new)  # once the bar is put away
        return True

    await app.frame.ask(Prompt(TITLE, preview, enter, keys=KEYS, captures=False))


async def _show(app: "SwellApp", record: Ask, is_new: bool) -> None:
    await app.show_record("introductions", record.id)
    words = f"I need {clean(record.text)}" if is_new else f"asked for already: {clean(record.text)}"
    app.tell(words, undoable=is_new)


def offer_to_close(app: "SwellApp", made: Sequence[Record]) -> None:
    """Where a line that was kept tells of a return which may close an ask, ask whether it does, by one key."""
    is_return = any(isinstance(one, Interaction) and one.direction == "got" for one in made)
    if not is_return or all(one.stage == "closed" for one in app.desk.book.asks.values()):
        return
    found = app.desk.asks.closes(made)
    if found is not None:
        app.call_after_refresh(_ask_whether, app, *found)  # once the bar has given the keys back


async def _ask_whether(app: "SwellApp", came: Interaction, asks: list[Ask]) -> None:
    """Ask which of the asks a return closes, if any; where another line was begun by then, its tab asks later."""
    if app.frame.is_asking:
        return
    desk = app.desk
    if len(asks) == 1:
        whom = next((one for one in (*came.people, *came.via) if one in desk.book.contacts), "")
        choices = [Choice("1", f"close:{asks[0].id}", "closes it")]
        if whom:
            choices.append(Choice("2", f"helped:{asks[0].id}:{whom}", "helped, not there yet"))
        choices.append(Choice("0", "", "no"))
        title = f"does it close your ask for {clean(asks[0].text)}?"
    else:
        numbered = enumerate(asks[:ASKS], 1)
        choices = [Choice(str(at), f"close:{one.id}", clean(one.text)) for at, one in numbered]
        choices.append(Choice("0", "", "none"))
        title = "which of your asks does it close?"

    async def chosen(value: str) -> None:
        act, _, rest = value.partition(":")
        record, _, whom = rest.partition(":")
        if act == "close":
            await app.do(lambda: desk.asks.close(record, came.id))
        elif act == "helped":
            await app.do(lambda: desk.asks.answered(record, whom, helped=True))

    app.frame.pick(title, choices, chosen)
