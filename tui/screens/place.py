"""What every place and page has: the top line with the gauge, a body, one line for news, the keys, the capture bar."""

import re
from collections.abc import Awaitable, Callable, Iterable, Sequence
from typing import TYPE_CHECKING, ClassVar, cast

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.reactive import reactive
from textual.screen import Screen
from textual.timer import Timer
from textual.widget import Widget

from domain.ports import Draft, Step
from tui.bindings import PLACE_NAMES, PLACES
from tui.choices import Choice
from tui.prompt import NO_PREVIEW, Preview, Prompt
from tui.text import Role, Span, Words, cut, width_of
from tui.widgets.gauge import GaugeView
from tui.widgets.keys import KeysLine
from tui.widgets.one_line import OneLine
from tui.widgets.rows import RowList
from tui.widgets.shapes import Rule
from tui.widgets.top import TopLine

if TYPE_CHECKING:
    from domain.capture.completing import Completion, Offer
    from tui.app import SwellApp
    from tui.widgets.capture_bar import CaptureBar
    from tui.widgets.line_input import LineInput
    from tui.widgets.pick import PickLine

NO_DRAFT = Draft("", "", "")
LEAST_PANE = 46
PATH = re.compile(r"(?:/[^\s/]+)+/([^\s/]+)")
"""A path, which a line that is too long for the screen names by its last part."""
UNDO_HINT = "u takes it back"
RULE_CELLS = 9
"""Cells of a rule around its title and the words at its end."""
REST = 0.04
"""Seconds after which a cursor that does not move is at rest: longer than the gap between repeats of a held key."""
BEHIND = "behind"
"""The group of workers that change the book while the keys go on; nobody leaves before they are done."""
WIDE = 110
"""From so many columns on, detail panes stand beside the list."""


class Frame(Screen[None]):
    """A screen in the one frame; a subclass composes the body and fills it in `show`."""

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (WIDE, "-wide")]
    PLACE: ClassVar[str] = ""
    """Which place is marked on the top line."""
    WRITES: ClassVar[bool] = False
    """Whether its bar is always open for lines of its own."""
    PAINT_FIRST: ClassVar[float] = 0
    """Seconds for a paint before the book is written, which would hold it up."""
    FIRST_KEYS: ClassVar[tuple[str, ...]] = ()
    """The ids of the keys to name first on the line of keys."""

    focused: reactive[Widget | None] = reactive(None, repaint=False)
    """What has the keys; Textual's own would paint the whole screen again whenever it changes."""

    def __init__(self, title: Words = "") -> None:
        super().__init__()
        self._title = title
        self._seen = -1
        self._bar: CaptureBar | None = None
        self._prompt: Prompt | None = None
        self.draft = NO_DRAFT
        """The draft that is being written in the bar."""
        self._completion: Completion | None = None
        """Where tab is in what it offers for the line; made when it is first pressed."""
        self._picker: PickLine | None = None
        self._chosen: Callable[[str], Awaitable[None]] | None = None

    @property
    def swell(self) -> "SwellApp":
        """The app, by its own type."""
        return cast("SwellApp", self.app)

    def compose(self) -> ComposeResult:
        """The frame round the body, styled for the width before there is anything in it to be styled a second time."""
        self.add_class("-wide" if self.app.size.width >= WIDE else "-narrow")
        glyphs = self.swell.glyphs
        here = PLACE_NAMES.index(self.PLACE) if self.PLACE else 0
        self.top = TopLine(PLACES, here, self.swell.gauge, title=self._title, glyphs=glyphs)
        self.news = OneLine(glyphs=glyphs, classes="news")
        self.news.set_reactive(OneLine.shape, Rule())
        yield self.top
        rule = OneLine(glyphs=glyphs)
        rule.set_reactive(OneLine.shape, Rule())
        yield rule
        with Vertical(id="body"):
            yield from self.compose_body()
        yield self.news
        yield KeysLine(self.FIRST_KEYS, glyphs=glyphs)

    def compose_body(self) -> Iterable[Widget]:
        """What stands between the two rules."""
        raise NotImplementedError

    def show(self) -> None:
        """Show the book as it is now; the cursor stays where it can."""
        raise NotImplementedError

    def on_mount(self) -> None:
        """Fill the body before the first paint."""
        self.refresh_book()

    def on_screen_resume(self) -> None:
        """Come up to date where the book or the gauge has changed meanwhile; old news is no news."""
        if self._seen >= 0:
            self.tell("")
        self.refresh_book()

    def follow(self, rows: RowList, show: Callable[[], None]) -> None:
        """Show something else once the cursor of the rows rests: a held key sends only the cursor."""
        rest: Timer | None = None

        def moved() -> None:
            nonlocal rest
            if rest is not None:
                rest.stop()
            rest = self.set_timer(REST, show)

        self.watch(rows, "current", moved, init=False)

    def refresh_book(self) -> None:
        """Show the book as it is now, unless this screen shows that already."""
        self.take_gauge(self.swell.gauge)
        if self._seen != self.swell.version:
            self._seen = self.swell.version
            self.show()

    def show_record(self, record: str) -> bool:
        """Put the cursor on the row of a record; whether this place has one."""
        del record
        return False

    def matches_found(self) -> None:
        """What follows where all matches have just become known for the first time, before the book is shown anew."""

    @property
    def pane_width(self) -> int:
        """Cells of the pane below a list, or beside it where there is room; known before it is laid out."""
        width = self.size.width
        return width if width < WIDE else max(LEAST_PANE, width * 2 // 5) - 1

    def take_gauge(self, gauge: GaugeView) -> None:
        """Show the gauge as it is now."""
        if self.top.gauge != gauge:
            self.top.gauge = gauge

    def tell(self, words: str, *, wrong: bool = False, undoable: bool = False) -> None:
        """Say something on the line above the keys; it stands until something else is said."""
        role: Role = "late" if wrong else "accent"
        right = Span(UNDO_HINT, "muted") if undoable else ""
        room = self.size.width - RULE_CELLS - width_of(right)
        shown = self.swell.glyphs.own(words)
        if width_of(Span(shown)) > room:
            shown = PATH.sub(r"\1", shown)
        said = cut(Span(shown, role), room, self.swell.glyphs.more)
        self.news.shape = Rule(said, right) if words else Rule()
        if wrong and self.bar_is_open and self._bar is not None:  # the bar stands over the news
            self._bar.tell(said)

    def taken_back(self, step: Step) -> None:
        """What follows where a step was taken back with a key; the book is up to date."""
        self.tell(f"taken back: {step.label}")

    def made_again(self, step: Step) -> None:
        """What follows where a step was made again with a key; the book is up to date."""
        self.tell(f"made again: {step.label}")

    async def make_bar(self) -> "CaptureBar":
        """The bar of this screen, made when it is first wanted or when there is nothing better to do."""
        if self._bar is None:
            from tui.widgets.capture_bar import CaptureBar  # no first paint has a line to write

            self._bar = CaptureBar(self._noted, glyphs=self.swell.glyphs)
            await self.mount(self._bar)
        return self._bar

    async def ask(self, prompt: Prompt, draft: Draft | None = None) -> None:
        """Open the bar for a line of text, with this draft or with what was left unfinished there before."""
        bar = await self.make_bar()
        self._prompt = prompt
        self._completion = None
        self.draft = draft or self.swell.unfinished.begun(prompt.title, prompt.text, capture=prompt.captures)
        bar.field.captures, bar.field.takes_several = prompt.captures, prompt.several is not None
        bar.open(
            self._bar_title(prompt),
            self.draft.line,
            keys=self.swell.glyphs.own(prompt.keys),
            aside=prompt.aside,
        )

    @property
    def bar_is_open(self) -> bool:
        """Whether a line is being written."""
        return self._bar is not None and self._bar.is_open

    @property
    def is_asking(self) -> bool:
        """Whether a line is being written, or a question waits for its key, so that nothing else may take the keys."""
        return self.bar_is_open or (self._picker is not None and self._picker.display)

    def close_bar(self) -> None:
        """Put the bar away and give the keys back to the body."""
        if self._bar is not None:
            self._bar.close()
            self._prompt = None
            self.focus_body()

    def focus_body(self) -> None:
        """Give the keys to what the place is about."""
        raise NotImplementedError

    async def on_line_input_entered(self, message: "LineInput.Entered") -> None:
        """Keep the line that was written in the bar."""
        if self._prompt is None or not self._is_of_bar(message.field):
            return
        message.stop()
        prompt, draft = self._prompt, self.draft
        if not await prompt.enter(message.line):
            return
        still_here = self._prompt is prompt
        if still_here or self.swell.unfinished.again(draft).line == message.line:
            self.swell.unfinished.kept(draft)
        if still_here:
            self.close_bar()

    def on_line_input_left(self, message: "LineInput.Left") -> None:
        """Leave the bar; the draft stays for the next time."""
        if self._prompt is None or not self._is_of_bar(message.field):
            return
        message.stop()
        if self._bar is not None and self._bar.list_is_open:
            self._bar.close_list()
            self._completion = None
        else:
            self.close_bar()

    def on_line_input_moved(self, message: "LineInput.Moved") -> None:
        """Go through the list that is open, else show an earlier line."""
        if self._prompt is None or self._bar is None or not self._is_of_bar(message.field):
            return
        message.stop()
        if self._bar.list_is_open:
            self._complete(message.field, message.step)
        else:
            another = self._prompt.move(message.line, message.step)
            self._bar.entitle(self._bar_title(self._prompt))
            self._replace(another)

    def on_line_input_completed(self, message: "LineInput.Completed") -> None:
        """Complete the line, or take the next offer."""
        if self._prompt is None or not self._is_of_bar(message.field):
            return
        message.stop()
        if self._prompt.complete is not None:
            self._replace(self._prompt.complete(message.line, message.step))
        elif self._prompt.captures or self._prompt.offers is not None:
            self._complete(message.field, message.step)

    def on_line_input_toggled(self, message: "LineInput.Toggled") -> None:
        """Take the word at the cursor as plain text, or no longer."""
        if self._prompt is None or not self._is_of_bar(message.field):
            return
        message.stop()
        from domain.capture.escaping import toggled

        message.field.write(*toggled(message.line, message.field.cursor_position))

    def on_line_input_sent_out(self, message: "LineInput.SentOut") -> None:
        """Write the line in the user's editor; several lines that come back are as good as pasted."""
        if self._prompt is None or not self._is_of_bar(message.field):
            return
        message.stop()
        lines = self.swell.written_elsewhere(message.line)
        if self._prompt.several is not None and len(lines) > 1:
            self._hand_over("\n".join(lines))
        elif lines:
            message.field.write(" ".join(lines))

    def on_line_input_several_pasted(self, message: "LineInput.SeveralPasted") -> None:
        """Hand several lines on."""
        if self._prompt is not None and self._is_of_bar(message.field):
            message.stop()
            self._hand_over(message.text)

    def take_paste(self, text: str) -> None:
        """Put into the line what has come of a paste that has not ended."""
        if self.bar_is_open and self._bar is not None:
            self._bar.field.put_in(text)

    def pick(self, title: str, choices: Sequence[Choice], chosen: Callable[[str], Awaitable[None]]) -> None:
        """Ask something that one key answers."""
        if self._picker is None:
            from tui.widgets.pick import PickLine  # no first paint asks anything

            self._picker = PickLine(glyphs=self.swell.glyphs)
            self.mount(self._picker)
        self._chosen = chosen
        self._picker.open(title, choices)

    async def on_pick_line_picked(self, message: "PickLine.Picked") -> None:
        """Go on with the choice, if one was made."""
        message.stop()
        self.focus_body()
        if message.value is not None and self._chosen is not None:
            await self._chosen(message.value)

    def offers(self, text: str, cursor: int) -> "Sequence[Offer]":
        """What tab offers in the line that is being written here."""
        own = self._prompt.offers if self._prompt is not None else None
        return (own or self.swell.offers)(text, cursor)

    def _bar_title(self, prompt: Prompt) -> str:
        """What the bar is for; of a draft from another bar also what it was begun as, since enter does as this one."""
        if self.draft.title == prompt.title:
            return prompt.title
        return f"{prompt.title.partition(':')[0]}, begun as: {self.draft.title}"

    def _complete(self, field: "LineInput", step: int) -> None:
        """Take the next offer for the line, and show what else there is."""
        if self._completion is None:
            from domain.capture.completing import Completion

            self._completion = Completion(self.offers)
        taken = self._completion.step(field.value, field.cursor_position, step)
        if taken is not None and self._bar is not None:
            offers = [offer.words for offer in self._completion.open]
            self._bar.take(*taken, offers, self._completion.at)

    def _hand_over(self, text: str) -> None:
        """Give several lines to whoever takes them; the line in the bar is among them."""
        prompt, draft = self._prompt, self.draft
        if prompt is not None and prompt.several is not None:
            self.close_bar()
            prompt.several(text)
            self.swell.unfinished.kept(draft)

    def _replace(self, text: str | None) -> None:
        if text is not None and self._bar is not None:
            self._bar.field.write(text)

    def _is_of_bar(self, field: "LineInput") -> bool:
        return self._bar is not None and field is self._bar.field

    def _noted(self, text: str) -> Preview:
        """Note the line as it stands, and say what is understood of it."""
        if self._prompt is None:
            return NO_PREVIEW
        self.swell.unfinished.write(self.draft, text)
        return self._prompt.preview(text)
