"""The bar in which a follow-up is changed: its text, its day, how it comes again."""

from domain.agreed import repeat_of
from domain.agreed_line import changes_in, line_of
from domain.capture.chips import Chip
from domain.errors import BadInputError
from domain.model import FollowUp
from domain.repeats import rule, said
from domain.text import clean
from domain.words import dated, iso, near
from tui.prompt import Preview, Prompt
from tui.screens.place import Frame

KEYS = "enter keep · +fri or +3dec the day · every:2w how it comes again · esc back"


async def change_follow_up(frame: Frame, record: FollowUp) -> None:
    """Write a follow-up out, to be changed; what is written elsewhere meanwhile is not overwritten."""
    desk, swell = frame.swell.desk, frame.swell
    today = desk.moment().today
    offered = line_of(record, today)

    async def enter(text: str) -> bool:
        try:
            changes = changes_in(text, record, today)
        except BadInputError as error:
            swell.tell(str(error), wrong=True)
            return False
        if not any(field is not None for field in changes):
            swell.tell("Nothing was changed in the line; esc leaves the bar.", wrong=True)
            return False
        changed = await swell.change(lambda: desk.edit_follow_up(record, changes))
        if changed is None:
            return False
        swell.tell(f"changed: {_in_words(changed, frame)}", undoable=True)
        return True

    def preview(text: str) -> Preview:
        try:
            changes = changes_in(text, record, today)
            repeat = record.repeat if changes.repeat is None else repeat_of(changes.repeat)
        except BadInputError as error:
            return Preview([Chip("warning", str(error))])
        day = changes.due or iso(record.due)
        words = clean(record.text) if changes.text is None else changes.text
        chips = [Chip("follow-up", record.kind), Chip("note", words)]
        if day is not None:
            chips.append(Chip("date", dated(day, today)))
        if repeat:
            chips.append(Chip("date", said(rule(repeat))))
        return Preview(chips)

    await frame.ask(Prompt(f"change this {record.kind}", preview, enter, offered, keys=KEYS, captures=False))


def _in_words(record: FollowUp, frame: Frame) -> str:
    day, today = iso(record.due), frame.swell.desk.moment().today
    return f"{clean(record.text) or record.kind}, {near(day, today)}" if day else clean(record.text)
