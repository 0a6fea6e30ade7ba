"""Capture many: one line after the other into a list, then all of it kept at once."""

import asyncio
from collections.abc import Iterable, Sequence
from itertools import count
from typing import TYPE_CHECKING, ClassVar, Final, NamedTuple

from textual.binding import BindingType

from domain.capture.chips import Chip
from domain.capture.many import ManyLine, lines_of, row, with_standing_marks
from domain.capture.many import Row as Understanding
from domain.ports import Draft
from domain.words import counted
from tui.bindings import command
from tui.preview import preview_of
from tui.prompt import NO_PREVIEW, Preview, Prompt
from tui.screens.writing import WRITE, WritingPage
from tui.text import Span, Words, line
from tui.unfinished import MANY_TITLE
from tui.widgets.rows import Row, RowList, note
from tui.widgets.shapes import Cells, Column, Shape, Sides

if TYPE_CHECKING:
    from domain.capture.ahead import Ahead
    from domain.capture.drafts import Understood

COLUMNS: Final = (Column(width=3, align="right", drop=2), Column(), Column(gap=2, drop=1))
AT_ONCE: Final = 20
"""Lines that are understood before keys are answered again."""
FIELD_TITLE: Final = "capture many: one a line"
FIELD_KEYS: Final = "enter add, on an empty line keep all · ↑ the lines · esc back, all stays"


class _Written(NamedTuple):
    """One line of the list."""

    id: str
    typed: str


class ManyScreen(WritingPage):
    """The lines that were written so far, and the field for the next."""

    LIST_KEYS = "e change · x drop · u bring back · ctrl+o keep all · c write on · esc back"
    BINDINGS: ClassVar[list[BindingType]] = [
        command("ctrl+o", "keep_all", "keep all", "Keep every line of the list, as one step", name="many.keep"),
        WRITE,
        command("x", "drop", "drop", "Drop this line; u brings it back", name="many.drop"),
        command("u", "bring_back", "bring back", "Bring back the line dropped last", name="many.bring_back"),
        command("c,C", "write_on", "write on", "Go on writing in the field", name="many.write_on"),
        command("escape", "leave_page", "back", "Go back; every line stays as a draft", name="many.leave"),
    ]

    def __init__(self, lines: Sequence[str] = ()) -> None:
        """`lines` are added to those that were written before."""
        super().__init__(Span("Capture many", "strong"))
        self._ids = count()
        self._added = lines
        self._written: list[_Written] = []
        self._understood: list[Understanding] = []
        self._ahead: Ahead | None = None
        """What the book will say after the lines above the one that is written."""
        self._changing = ""
        """Which line is in the field to be changed; empty where a new one is written."""
        self._begun = ""
        """The line that was begun before another was taken to be changed."""
        self._dropped: list[tuple[int, _Written]] = []
        self._list_draft = Draft(MANY_TITLE, "", "")
        self._keeping = False
        self._news_for = ""
        """The line that the cursor goes to by what is just said, which its doubts do not displace."""

    async def begin(self) -> None:
        """Bring back what was written before, and open the field."""
        unfinished = self.swell.unfinished
        drafts = unfinished.of_title(MANY_TITLE)
        before = [text for draft in drafts for text in lines_of(draft.line)]
        self._keep_draft([*before, *self._added])
        for draft in drafts:
            if draft.start != self._list_draft.start:
                unfinished.kept(draft)
        await self._open()
        await self._add([*before, *self._added])

    async def _open(self) -> None:
        await self.ask(
            Prompt(
                FIELD_TITLE,
                self._preview,
                self._enter,
                keys=FIELD_KEYS,
                move=self._move,
                several=self._take_several,
            )
        )
        assert self._bar is not None
        self._bar.field.empties = True

    def show(self) -> None:
        """Understand every line on the book as it is now."""
        if self._keeping:
            return
        self._ahead = None
        self._understand_from(0)
        self._show_rows()

    @property
    def _place(self) -> int:
        """Where the line in the field will stand."""
        return next((at for at, one in enumerate(self._written) if one.id == self._changing), len(self._written))

    def _lines(self) -> list[ManyLine]:
        return with_standing_marks(one.typed for one in self._written)

    def _understand_from(self, first: int) -> None:
        """Understand the lines from this one on; those before it are known."""
        lines = self._lines()
        if self._ahead is None or first < len(self._understood):
            self._ahead = self.swell.desk.ahead()
            self._understood = []
        for each in lines[len(self._understood) :]:
            self._understood.append(row(each, self._ahead.read, self._ahead.moment.today))

    async def _add(self, typed: Sequence[str]) -> None:
        """Put lines at the end of the list, some at a time so that keys are answered."""
        for first in range(0, len(typed), AT_ONCE):
            self._written.extend(_Written(f"{next(self._ids)}", each) for each in typed[first : first + AT_ONCE])
            self._understand_from(len(self._understood))
            await asyncio.sleep(0)
        self._keep_draft([one.typed for one in self._written])
        self._show_rows(self._written[-1].id if self._written else "")

    def _keep_draft(self, typed: Iterable[str]) -> None:
        self.swell.unfinished.write(self._list_draft, "\n".join(typed))

    def _show_rows(self, cursor: str = "") -> None:
        rows = [self._row(one, known) for one, known in zip(self._written, self._understood, strict=False)]
        self.rows.set_rows(rows or self._nothing_yet(), cursor or None)
        self.headline.shape = self._headline()
        self._refresh_preview()

    def _row(self, written: _Written, known: Understanding) -> Row:
        glyphs = self.swell.glyphs
        number = Span(glyphs.prompt if written.id == self._changing else f"{known.line.number}", "muted")
        doubts = Span(" · ".join(known.doubts), "late")
        made = Span(glyphs.own(known.words), "muted" if known.line.line else "accent")
        between = Span(f" {glyphs.dot} ", "muted") if known.doubts and known.words else ""
        return Row(written.id, Cells(COLUMNS, (number, known.line.typed, line(doubts, between, made))))

    def _nothing_yet(self) -> list[Row]:
        return [
            note(""),
            note("Write one line after the other; each is shown here as it is understood."),
            note(Span("A line of marks alone holds for those after it: tag:pyleeds when:fri", "muted")),
            note(Span("tag: alone, or a dash, ends that.", "muted")),
        ]

    def _headline(self) -> Shape:
        captured = [one for one in self._understood if one.line.line]
        doubtful = sum(bool(one.doubts) for one in self._understood)
        words: Words = counted(len(captured), "capture") if captured else "no line yet"
        doubts = Span(f", {doubtful} in doubt", "late") if doubtful else ""
        holding = next((one.words for one in reversed(self._understood) if not one.line.line), "")
        return Sides(line(Span(str(words), "strong"), doubts), Span(self.swell.glyphs.own(holding), "muted"))

    def _preview(self, text: str) -> Preview:
        """What the line in the field would make after those above it."""
        if not text.strip() or self._ahead is None:
            return NO_PREVIEW
        if not self._marked(text).line:
            shown = row(self._marked(text), self._ahead.understand, self._ahead.moment.today)
            return Preview((Chip("tag", shown.words), *(Chip("warning", doubt) for doubt in shown.doubts)))
        return preview_of(self.understood(text), 0, self.swell.glyphs)

    def _marked(self, text: str) -> ManyLine:
        """The line in the field, with the marks that hold there."""
        above = self._understood[: self._place]
        marks = next((one.line.typed for one in reversed(above) if not one.line.line), "")
        return with_standing_marks([marks, text])[-1]

    def understood(self, text: str) -> "Understood":
        """What a line says after those above the field, with the marks that hold there."""
        assert self._ahead is not None
        marked = self._marked(text).line if text.strip() else ""
        return self._ahead.understand(marked if marked.startswith(text.rstrip()) else text)

    def _refresh_preview(self) -> None:
        if self._bar is not None and self.bar_is_open and not self._bar.list_is_open:
            self._bar.field.write(self._bar.field.value, self._bar.field.cursor_position)

    async def _enter(self, text: str) -> bool:
        """Add the line, or put it in the place of the one that was changed; an empty one keeps all."""
        if self._changing:
            await self._change(text)
        elif text.strip():
            await self._add([text])
        else:
            await self.action_keep_all()
        return False

    async def _change(self, text: str) -> None:
        at = self._place
        written = self._written[at]
        if text.strip():
            self._written[at] = written._replace(typed=text)
        else:
            self._dropped.append((at, self._written.pop(at)))
        self._stop_changing(written.id)

    def _stop_changing(self, cursor: str = "") -> None:
        self._changing = ""
        self._ahead = None
        self._understand_from(0)
        self._keep_draft(one.typed for one in self._written)
        self._write(self._begun)
        self._begun = ""
        self._show_rows(cursor)

    def _write(self, text: str) -> None:
        if self._bar is not None:
            self._bar.field.write(text)

    def _move(self, _text: str, step: int) -> None:
        if step < 0:
            self.to_list()

    def _take_several(self, text: str) -> None:
        """Several lines were pasted; the bar was closed for that."""

        async def take() -> None:
            if self._changing:
                self._stop_changing()
            await self._open()
            self._write("")
            await self._add(lines_of(text))

        self.run_worker(take())

    def on_row_list_highlighted(self, message: RowList.Highlighted) -> None:
        """Say all that is doubtful of a line, which its row may have no room for."""
        message.stop()
        current = message.row
        at = next((at for at, one in enumerate(self._written) if current is not None and one.id == current.id), -1)
        news, self._news_for = self._news_for, ""
        if self.focused is self.rows and 0 <= at < len(self._understood) and self._written[at].id != news:
            doubts = " · ".join(self._understood[at].doubts)
            self.say(Span(doubts, "late") if doubts else Span(FIELD_TITLE, "muted"))

    def on_row_list_opened(self, message: RowList.Opened) -> None:
        """Change the line under the cursor."""
        message.stop()
        self.action_write()

    def action_write(self) -> None:
        """Take the line under the cursor into the field."""
        current = self.rows.current
        if current is None or self._bar is None:
            return
        if not self._changing:
            self._begun = self._bar.field.value
        self._changing = current.id
        at = self._place
        self._ahead = self.swell.desk.ahead()
        for each in self._lines()[:at]:
            row(each, self._ahead.read, self._ahead.moment.today)
        self._write(self._written[at].typed)
        self._show_rows(current.id)
        self.to_field()

    def action_drop(self) -> None:
        """Drop the line under the cursor."""
        current = self.rows.current
        at = next((at for at, one in enumerate(self._written) if current is not None and one.id == current.id), -1)
        if at < 0:
            return
        dropped = self._written.pop(at)
        self._dropped.append((at, dropped))
        beside = self._written[min(at, len(self._written) - 1)].id if self._written else ""
        self._news_for = beside
        self._understood_anew(beside)
        self.say(Span(f"dropped: {dropped.typed}", "accent"))

    def action_bring_back(self) -> None:
        """Bring back the line dropped last."""
        if not self._dropped:
            self.say(Span("nothing was dropped here", "muted"))
            return
        at, written = self._dropped.pop()
        self._written.insert(at, written)
        self._news_for = written.id
        self._understood_anew(written.id)
        self.say(Span(f"brought back: {written.typed}", "accent"))

    def _understood_anew(self, cursor: str) -> None:
        if self._changing:
            self._stop_changing(cursor)
            return
        self._ahead = None
        self._understand_from(0)
        self._keep_draft(one.typed for one in self._written)
        self._show_rows(cursor)

    def action_write_on(self) -> None:
        """Go on writing."""
        self.to_field()

    def action_leave_page(self) -> None:
        """Leave the page."""
        self.leave()

    def leave(self) -> None:
        """Cancel the change of a line, else go back with every line kept as a draft."""
        if self._changing:
            self._stop_changing(self._changing)
            return
        many = len(self._written)
        stay = "stays: C brings it back" if many == 1 else "stay: C brings them back"
        self.pop_telling(f"{counted(many, 'line')} {stay}" if many else "")

    async def action_keep_all(self) -> None:
        """Keep every line as one step, and go back."""
        lines = [one.line for one in self._lines() if one.line]
        if not lines:
            self.say(Span("nothing to keep is written yet; esc goes back", "late"))
            return
        self._keeping = True
        told = await self.swell.keep_many(lines)
        self._keeping = False
        if told:
            self.swell.unfinished.kept(self._list_draft)
            self.pop_telling(told, undoable=True)
