"""The captures that are not clear yet: each is opened, said better, and filed; then the next one opens."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar, Final, TypeVar

from textual.binding import BindingType

from domain.model import Capture
from domain.ports import Draft
from domain.text import clean
from domain.words import counted, dated, iso
from tui.bindings import command
from tui.preview import preview_of
from tui.prompt import NO_PREVIEW, Preview, Prompt
from tui.screens.writing import WRITE, WritingPage
from tui.text import Span
from tui.widgets.rows import Row, RowList
from tui.widgets.shapes import Cells, Column, Sides

if TYPE_CHECKING:
    from domain.capture.drafts import Understood

R = TypeVar("R")

COLUMNS: Final = (Column(), Column(gap=2, drop=1), Column(width=10, align="right", drop=2))
TITLE: Final = "to be filed"
GONE: Final = "it was filed or thrown away elsewhere"
FIELD_KEYS: Final = "enter file · tab who, date · ↑↓ the others · ctrl+t as text · esc back"


class UnfiledScreen(WritingPage):
    """The unfiled captures, the oldest first, and the field in which one is mended."""

    LIST_KEYS = "enter mend · x throw away · u undo · s esc back"
    BINDINGS: ClassVar[list[BindingType]] = [
        WRITE,
        command("d", "write", "mend", "Say in the field below what this line means", name="unfiled.mend"),
        command("x", "throw_away", "throw away", "Throw this line away; u takes that back", name="unfiled.drop"),
        command("s,escape", "leave_page", "back", "Go back; what is not filed waits", name="unfiled.leave"),
    ]

    def __init__(self) -> None:
        super().__init__(Span("To be filed", "strong"))
        self._capture: Capture | None = None
        """The one in the field."""
        self._busy = False

    def _waiting(self) -> list[Capture]:
        return sorted(self.swell.desk.book.captures.values(), key=lambda capture: capture.id)

    async def begin(self) -> None:
        """Open the oldest."""
        await self._open_next("")

    async def _open_next(self, after: str, told: str = "", *, wrong: bool = False) -> None:
        """Open the capture that comes after this one, else the oldest; with none left, go back."""
        waiting = self._waiting()
        if not waiting:
            words = f"{told} · nothing is left to be filed" if told else "Nothing is left to be filed."
            self.pop_telling(words, undoable=bool(told) and not wrong)
            return
        await self._open(next((one for one in waiting if one.id > after), waiting[0]))
        self.say(Span(told, "late" if wrong else "accent") if told else "")

    async def _open(self, capture: Capture) -> None:
        self._capture = capture
        self.rows.move_to(capture.id)
        draft = _draft_of(capture)
        await self.ask(
            Prompt(draft.title, self._preview, self._enter, keys=FIELD_KEYS, move=self._move),
            self.swell.unfinished.again(draft),
        )

    def show(self) -> None:
        """Every capture that waits; one that is gone gives way to the next."""
        self._show_rows()
        if self._capture is None or self._busy:
            return
        known = self.swell.desk.book.captures.get(self._capture.id)
        if known is None and self._is_as_it_was:
            self.call_later(self._open_next, self._capture.id, GONE, wrong=True)
        elif known is None:
            self.say(Span(GONE, "late"))
        elif known.line != self._capture.line and self._is_as_it_was:
            self.call_later(self._open, known)

    @property
    def _is_as_it_was(self) -> bool:
        """Whether nothing was changed in the field: what is being written is not taken from under your hands."""
        return self._bar is None or self._capture is None or self._bar.field.value == clean(self._capture.line)

    def _show_rows(self) -> None:
        waiting = self._waiting()
        self.rows.set_rows([self._row(one) for one in waiting], self._capture.id if self._capture else None)
        words = Span(f"{counted(len(waiting), 'capture')} to be filed", "strong")
        self.headline.shape = Sides(words, Span("as on the day it was captured", "muted"))

    def _row(self, capture: Capture) -> Row:
        today = self.swell.desk.moment().today
        day = iso(capture.at)
        when = Span(dated(day, today) if day else "", "muted")
        return Row(capture.id, Cells(COLUMNS, (clean(capture.line), Span(clean(capture.why), "late"), when)))

    def _preview(self, text: str) -> Preview:
        """What the line would make, as of when it was captured."""
        if not text.strip() or self._capture is None:
            return NO_PREVIEW
        desk = self.swell.desk
        understood = self.understood(text)
        seen_today = replace(understood, today=desk.moment().today)
        return preview_of(seen_today, round(desk.gain(understood)), self.swell.glyphs)

    def understood(self, text: str) -> "Understood":
        """What a line says, read as of when the capture was made."""
        desk = self.swell.desk
        return desk.understand(text, desk.moment_of(self._capture) if self._capture else None)

    async def _enter(self, text: str) -> bool:
        """File the line; where that is no clearer it stays, with the reason."""
        capture = self._capture
        if capture is None:
            return False
        if not text.strip():
            self.say(Span("nothing is written; ↑ then x throws the line away", "late"))
            return False
        draft = self.draft
        filed = await self._change(lambda: self.swell.desk.mend(capture.id, text))
        if filed is None:
            await self._see_what_is_there(capture)
        elif filed.unfiled:
            self.swell.unfinished.kept(draft)
            await self._open(self.swell.desk.book.captures[capture.id])
            self.say(Span(f"still unclear: {clean(filed.reason)}", "late"))
        else:
            self.swell.unfinished.kept(draft)
            await self._open_next(capture.id, f"filed: {filed.label}")
        return False

    async def action_throw_away(self) -> None:
        """Throw away the line under the cursor."""
        current = self.rows.current
        if current is None:
            return
        capture = self.swell.desk.book.captures.get(current.id)
        if capture is None:
            return
        told = await self._change(lambda: self.swell.desk.throw_away(capture.id))
        if told is None:
            await self._see_what_is_there(capture)
            return
        self.swell.unfinished.kept(_draft_of(capture))
        await self._open_next(capture.id, told)
        self.to_list()

    async def _see_what_is_there(self, capture: Capture) -> None:
        """After a refusal, which was said: where the line is gone, open the next."""
        await self._change(self.swell.desk.read_again)
        self._show_rows()
        if capture.id not in self.swell.desk.book.captures:
            await self._open_next(capture.id, GONE, wrong=True)

    async def _change(self, act: Callable[[], R]) -> R | None:
        self._busy = True
        try:
            return await self.swell.change(act)
        finally:
            self._busy = False

    def _move(self, _text: str, step: int) -> None:
        """From the field to the capture before or after, in the list."""
        (self.rows.action_up if step < 0 else self.rows.action_down)()
        self.to_list()

    async def on_row_list_opened(self, message: RowList.Opened) -> None:
        """Mend the line under the cursor."""
        message.stop()
        await self.action_write()

    async def action_write(self) -> None:
        """Take the line under the cursor into the field."""
        current = self.rows.current
        capture = self.swell.desk.book.captures.get(current.id) if current is not None else None
        if capture is not None:
            await self._open(capture)

    def action_leave_page(self) -> None:
        """Leave the page."""
        self.leave()

    def leave(self) -> None:
        """Go back; what is not filed waits, with what was written of it as a draft."""
        self.pop_telling("")


def _draft_of(capture: Capture) -> Draft:
    """The draft in which a capture is mended, under the reason why it is not clear."""
    line = clean(capture.line)
    return Draft(clean(capture.why) or TITLE, line, line)
