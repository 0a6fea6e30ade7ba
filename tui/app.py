"""The app: owns what every screen shows of the book, changes it through the desk, and moves between the places."""

import asyncio
import gc
import os
from collections.abc import Awaitable, Callable, Iterable, Iterator, Sequence
from functools import cached_property, partial
from importlib import import_module
from time import monotonic
from typing import TYPE_CHECKING, Any, ClassVar, Final, Protocol, TypeVar, cast

from textual.app import App, SuspendNotSupported, SystemCommand
from textual.binding import Binding, BindingType
from textual.dom import DOMNode
from textual.events import Key
from textual.reactive import Reactive
from textual.screen import Screen
from textual.theme import Theme

from domain.desk import Desk
from domain.errors import BadInputError, SwellError
from domain.momentum.kept import Brief
from domain.ports import Draft, Drafts
from domain.text import listed
from tui.bindings import EVERYWHERE
from tui.glyphs import ASCII, UNICODE
from tui.prompt import NO_PREVIEW, Preview, Prompt
from tui.screens.place import BEHIND, Frame
from tui.terminal_life import brought_back, end_on_signals, in_background, is_there, stop_on_signals
from tui.text import cut
from tui.theme import SWELL, THEMES, fitting_theme
from tui.unfinished import MANY_TITLE, NOWHERE_SAVED, Unfinished
from tui.widgets.gauge import GaugeView

if TYPE_CHECKING:
    from domain.capture.completing import Offer
    from domain.capture.filing import Filed
    from tui.screens.people import PeopleScreen
    from tui.screens.triage import Triage
    from tui.walk import Walk

R = TypeVar("R")

SAMPLE: Final = "sample"
"""What the app returns where the sample book was asked for."""


class Kept(Protocol):
    """The gauge kept from one run to the next."""

    def read(self) -> Brief | None:
        """The gauge that was kept for the book as it is; None where there is none."""
        ...

    def write(self, brief: Brief) -> None:
        """Keep the gauge of the book as it was last read or written here."""
        ...


class NotKept:
    """No gauge is kept."""

    def read(self) -> None:
        """There is none."""

    def write(self, brief: Brief) -> None:
        """It is let go."""


NOT_KEPT: Final = NotKept()


def no_editor(_text: str) -> str:
    """There is no editor; raises BadInputError."""
    raise BadInputError("There is no editor here.")


def no_mail_program(_link: str) -> None:
    """There is no other program; raises BadInputError."""
    raise BadInputError("No mail program can be opened from here; y copies the words instead.")


CAPTURE_TITLE: Final = "capture: what happened, what did they say, what is to do?"
OFFERED: Final = 24
"""Cells of a draft in the line of news that offers it."""

LOOK_EVERY = 0.7
"""Seconds between two looks at whether another process has written."""
AGAIN_AFTER = 2.0
"""Seconds until what could not be filed is tried again where the book has not changed."""
TICK_EVERY = 30.0
"""Seconds between two looks at the clock, for the gauge and for midnight."""


class SwellApp(App[str]):
    """Swell in the terminal."""

    TITLE = "Swell"
    BINDINGS: ClassVar[list[BindingType]] = list(EVERYWHERE)
    CSS_PATH = "styles/swell.tcss"

    theme: Reactive[str] = Reactive(SWELL.name)
    """Ours from the start: another one makes Textual read its style sheets a second time."""

    def __init__(
        self,
        desk: Desk,
        *,
        where: str = "",
        throw_away: bool = False,
        told: Sequence[str] = (),
        kept: Kept = NOT_KEPT,
        drafts: Drafts = NOWHERE_SAVED,
        pasted: Callable[[], str] = str,
        editor: Callable[[str], str] = no_editor,
        open_link: Callable[[str], None] = no_mail_program,
        review: bool = False,
    ) -> None:
        """`where` says where the book is kept, `throw_away` that nothing of it is, `told` what to say first.

        `pasted` gives what has come of a paste that has not ended. `editor` has the terminal while it is called, and
        gives a text back as the user has left it; it raises SwellError, as `open_link` does, which opens a link in
        another program. `review` goes straight to the review.
        """
        super().__init__(ansi_color="NO_COLOR" in os.environ)  # else Textual's filter makes black on black of it
        self.desk = desk
        self.where = where
        self.throw_away = throw_away
        self._told = told
        self._kept = kept
        self.unfinished = Unfinished(drafts, partial(self.tell, wrong=True))
        """Every line that was begun and not kept."""
        self._pasted = pasted
        self._editor = editor
        self.open_link = open_link
        self._review_first = review
        self._leaving: asyncio.Task[None] | None = None
        self._away = False
        """Whether it is stopped, or about to be."""
        self.glyphs = ASCII if desk.settings.ascii else UNICODE
        self.version = 0
        """Rises with every change of the book, so that a screen knows whether it is up to date."""
        self.made_here = 0
        """Rises with every change that was made in this window."""
        self.walk: Walk | None = None
        """The review that is under way, to be gone on with."""
        self.again: Callable[[Triage], Awaitable[bool]] | None = None
        """What was done to an item last, to be done to another."""
        self.gauge = GaugeView()
        """The gauge as every top line shows it."""
        self._writing = asyncio.Lock()
        self._told_once = desk.read_only.partition("\n")[0]
        self._file_from = 0.0
        """When what waits in the spool is next tried, on the monotonic clock."""
        self._finds_matches = False
        """Whether the matches are kept known, which begins when all else is there."""
        self.has_matches = False
        """Whether they were all found once; until then nothing is imported for them."""
        self._day = desk.moment().day
        for theme in THEMES:
            self.register_theme(theme)
        fitting = self._fitting_theme()
        if fitting != self.theme:
            self.theme = fitting
        self.set_keymap(desk.settings.keys)
        self._take_first_gauge()

    def get_theme(self, theme_name: str) -> Theme | None:
        """A theme by its name; ours are known before they are registered."""
        return next((theme for theme in THEMES if theme.name == theme_name), None) or super().get_theme(theme_name)

    def get_default_screen(self) -> Screen[None]:
        """Today lies below every other place, so that no empty screen is painted first."""
        return self._install("today")

    def on_load(self) -> None:
        """Be ready for a signal and for a draft before the terminal is touched."""
        end_on_signals(self.leave_at_once)
        self.unfinished.take_over()

    def on_unmount(self) -> None:
        """Save what is being written, however the app is left."""
        self.unfinished.save()

    def leave_at_once(self, status: int) -> None:
        """Leave with this exit status: drafts are saved first, and what is being written to the book is waited for."""
        if self._leaving is None:
            if self._pasted():
                self.frame.take_paste(self._pasted())
            self.unfinished.save()
            self._leaving = asyncio.create_task(self._leave(status))

    async def _leave(self, status: int) -> None:
        await self._all_done()
        async with self._writing:
            if in_background():  # the terminal is the shell's, and as the shell left it
                os._exit(status)
            self.exit(return_code=status)

    def on_mount(self) -> None:
        """Watch the book and the clock."""
        if self._review_first:
            self.action_review()
        self.set_interval(LOOK_EVERY, self._look)
        self.set_interval(TICK_EVERY, self.tick)
        self.call_after_refresh(self._settle)
        self.app_suspend_signal.subscribe(self, lambda _: self.unfinished.save(), immediate=True)
        stop_on_signals(self.action_suspend_process, self._continued)
        self.app_resume_signal.subscribe(self, lambda _: self.screen.refresh(layout=True))

    def _settle(self) -> None:
        """What the first paint did not need: search index, memory kept out of the collector's way."""
        strange = self._strange_keys()
        wanted = self.desk.settings.theme
        if wanted not in self.available_themes:
            self._told = (*self._told, f"theme: there is none called “{wanted}”; ours is used")
        if self._told:
            more = f" (and {len(self._told) - 1} more)" if len(self._told) > 1 else ""
            self.tell(f"{self._told[0]}{more}", wrong=True)
        elif strange:
            self.tell(f"keys: there is no command “{strange[0]}”; docs/keys.md lists them", wrong=True)
        elif self.throw_away:
            self.tell("a sample book: look round, change what you like, nothing of it is kept")
        elif self.unfinished.waiting:
            self.tell(_offer(self.unfinished.waiting))
        elif self.unfinished.of_title(MANY_TITLE):
            self.tell("lines that were not kept wait: C brings them back")
        expected = self.gauge.warning
        self._take_gauge()
        self.version += self.gauge.warning != expected
        self.frame.refresh_book()
        gc.freeze()
        gc.enable()
        self.run_worker(self._prepare_search(), group="search", exclusive=True)
        if self.desk.read_only:
            self._notice(self.desk.read_only)

    def _strange_keys(self) -> list[str]:
        """The ids under which the settings give keys and that no command has."""
        if not self.desk.settings.keys:
            return []
        from tui.commands import unknown

        return unknown(self.desk.settings.keys)

    async def _prepare_search(self) -> None:
        """Build the search index in slices, between which keys are answered; then what can wait longer."""
        for name in LATER:
            await asyncio.to_thread(import_module, name)
        for _ in self.desk.prepare_search():
            await asyncio.sleep(0)
        if len(self.desk.book.interactions) <= QUICKLY_DRAWN:
            self.desk.chart(import_module("tui.screens.momentum").first_day(self.desk.moment().today))
        gc.freeze()  # what was just built stays, so no key shall wait while the collector goes through it
        if not self.desk.read_only:
            await self._look_closely()
        self._finds_matches = True
        self._keep_matches()

    async def _look_closely(self) -> None:
        """See whether the book is sound."""
        async with self._writing:
            wrong = await asyncio.to_thread(self.desk.look_closely)
            another = self.desk.catch_up()
        if another:
            self.book_changed()
        if wrong:
            self._notice(wrong)

    async def _prepare_matches(self) -> None:
        """Find out who could be brought together, in slices between which keys are answered; then show it."""
        if not await self.in_slices(self.desk.prepare_matches()):
            return
        first, self.has_matches = not self.has_matches, True
        self.version += 1
        self._kept.write(self.desk.momentum().brief(self.desk.moment()))
        if first:
            self.frame.matches_found()
        self.frame.refresh_book()
        if first:
            await self.in_slices(self.desk.returns.prepare())

    async def in_slices(self, slices: Iterator[None]) -> bool:
        """Do something a few milliseconds at a time, whenever no key waits; whether the app is still there at the end.

        The collector sleeps meanwhile: it would go through all that is built, again and again.
        """
        gc.disable()
        try:
            for _ in slices:
                await asyncio.sleep(0)
                if not self.is_running:
                    return False
        finally:
            gc.freeze()
            gc.enable()
        return self.is_running

    def _keep_matches(self) -> None:
        """Have the matches found that are not known, once that has begun; whoever is at it gives way."""
        if self._finds_matches and not self.desk.matches_are_ready():
            self.run_worker(self._prepare_matches(), group="matches", exclusive=True)

    def _notice(self, reason: str) -> None:
        """Say on a page of its own what does not fit on a line."""
        from tui.screens.notice import NoticeScreen

        self.tell("the book is open for reading only", wrong=True)
        self.push_screen(NoticeScreen(reason))

    def on_key(self, event: Key) -> None:
        """A key typed before the field that it is meant for had the focus reaches that field all the same."""
        field = self.focused
        if field is not None and field.check_consume_key(event.key, event.character):
            event.stop()
            event.prevent_default()
            field.post_message(Key(event.key, event.character))

    async def action_go(self, name: str) -> None:
        """Show a place."""
        while self.on_a_page:
            self.pop_screen()
        if self.screen is self._install(name):
            return
        if name == HOME:
            await self.pop_screen()
        elif self.screen is self._install(HOME):
            await self.push_screen(name)
        else:
            await self.switch_screen(name)

    async def action_search(self) -> None:
        """Show the people with the cursor in the search field."""
        await self.action_go("people")
        cast("PeopleScreen", self._install("people")).search()

    async def action_capture(self) -> None:
        """Write one line, wherever you are; up brings what was begun, then earlier lines."""
        from domain.capture.many import lines_of  # no first paint asks for a line

        frame = self.frame
        lines, at = self.unfinished.to_capture(CAPTURE_TITLE, self.desk.captured_lines())

        def move(_text: str, step: int) -> str:
            nonlocal at
            at = min(max(at + step, 0), len(lines) - 1)
            frame.draft = self.unfinished.again(lines[at])
            return frame.draft.line

        async def enter(text: str) -> bool:
            return bool(text.strip()) and await self.keep_line(text)

        await frame.ask(
            Prompt(
                CAPTURE_TITLE,
                self.preview,
                enter,
                keys="enter keep · tab complete, date · ↑↓ earlier · ctrl+t as text · esc back",
                move=move,
                several=lambda text: self.capture_many(lines_of(text)),
            ),
            lines[at],
        )

    async def action_need(self) -> None:
        """Write something that you need, wherever you are, and see who could help."""
        from tui.needing import write_need  # seldom wanted

        await write_need(self)

    def action_capture_many(self) -> None:
        """Write many lines, and keep them at once."""
        self.capture_many(())

    def capture_many(self, lines: Sequence[str]) -> None:
        """Show these lines, after those that were left there, as a list to be kept at once."""
        from tui.screens.many import ManyScreen

        self.push_screen(ManyScreen(lines))

    def action_review(self) -> None:
        """Go through what is due, one item at a time; a review that was left is gone on with."""
        from tui.screens.review import ReviewScreen
        from tui.walk import walk_on

        self.walk = walk_on(self.walk, self.desk)
        self.push_screen(ReviewScreen(self.walk))

    def action_suspend_process(self) -> None:
        """Stop until the shell brings it back, with the terminal as it was found."""
        if not self._away:
            self._away = True
            self.run_worker(self._stop())

    async def _stop(self) -> None:
        try:
            with self.suspend():
                while self._leaving is None and not await brought_back():
                    pass
                if self._leaving is not None:
                    await self._leaving
        except SuspendNotSupported:
            self.tell("There is no shell here that could bring it back.", wrong=True)
        finally:
            self._away = False

    def _continued(self) -> None:
        """Take the terminal anew after a stop that could not be seen coming; the shell has had it meanwhile."""
        if not self._away and is_there() and not in_background():
            with self.suspend():
                pass

    def action_keys(self) -> None:
        """Show every key that works."""
        from tui.screens.keys import KeysScreen

        self.push_screen(KeysScreen(self.screen))

    def action_bring_in(self) -> None:
        """Bring people in from a file."""
        from tui.screens.bring_in import ImportScreen

        self.push_screen(ImportScreen())

    def action_sort_people(self) -> None:
        """Put people into circles."""
        from tui.screens.sort import SortScreen

        self.push_screen(SortScreen())

    async def action_leave(self) -> None:
        """Quit from a place, go back from a page."""
        if self.on_a_page:
            self.pop_screen()
        else:
            await self._all_done()
            self.exit()

    async def _all_done(self) -> None:
        """Wait for what was triaged and is not on disk yet."""
        behind = [worker for worker in self.workers if worker.group == BEHIND]
        if behind:
            await self.workers.wait_for_complete(behind)

    def action_stay(self) -> None:
        """Say how to quit: no single slip of the hand ends the app with a line half written."""
        self.tell("q quits from a place; in a field esc comes first")

    async def action_back(self) -> None:
        """Go back from a page; never quit."""
        if self.on_a_page:
            self.pop_screen()

    def action_redraw(self) -> None:
        """Draw the screen anew."""
        self.screen.refresh(layout=True)

    async def action_undo(self) -> None:
        """Take back the last step made in this window."""
        step = await self.change(self.desk.undo)
        if step is not None:
            self.frame.taken_back(step)

    async def action_redo(self) -> None:
        """Make the step last taken back again."""
        step = await self.change(self.desk.redo)
        if step is not None:
            self.frame.made_again(step)

    async def action_steps(self) -> None:
        """Show the undo history."""
        from tui.screens.steps import StepsScreen

        self.push_screen(StepsScreen())

    def action_sample(self) -> None:
        """Look round a sample book; offered while the book is empty."""
        self.exit(SAMPLE)

    def check_action(self, action: str, _parameters: tuple[object, ...]) -> bool | None:
        """The sample book is offered only while there is nothing to lose sight of; no capture inside a capture."""
        if action in ("sample", "sort_people"):
            return self.desk.book.is_empty() == (action == "sample")
        if action in ("capture", "capture_many", "need"):
            return not any(isinstance(screen, Frame) and screen.WRITES for screen in self.screen_stack)
        return True

    def open_person(self, contact: str) -> None:
        """Show the page of a person."""
        from tui.screens.person import PersonScreen

        self.push_screen(PersonScreen(contact))

    def open_entry(self, entry: str, *, at_whence: bool = False) -> None:
        """Show the page of an entry of the ledger, or (`at_whence`) where it came from."""
        from tui.screens.entry import EntryScreen

        self.push_screen(EntryScreen(entry, at_whence=at_whence))

    async def show_record(self, place: str, record: str) -> None:
        """Go to a place, with the cursor on a record."""
        await self.action_go(place)
        self.frame.show_record(record)

    def open_tree(self, start: str = "") -> None:
        """Show what a contact or an entry of the ledger led to; without one, those from whom most grew."""
        from tui.screens.tree import TreeScreen

        self.push_screen(TreeScreen(start))

    def action_week(self) -> None:
        """Show what became of the week."""
        from tui.screens.week import WeekScreen

        self.push_screen(WeekScreen())

    def preview(self, text: str) -> Preview:
        """What a line would make."""
        if not text.strip():
            return NO_PREVIEW
        from tui.preview import preview_of

        understood = self.desk.understand(text)
        return preview_of(understood, round(self.desk.gain(understood)), self.glyphs)

    def offers(self, text: str, cursor: int) -> "Sequence[Offer]":
        """What tab offers in a line."""
        from domain.capture.completing import offers

        return offers(text, cursor, self.desk.understand(text), self.desk.vocabulary())

    def written_elsewhere(self, text: str) -> list[str]:
        """The lines that the user's editor makes of a line; none, and said, where it gives nothing."""
        return [line.strip() for line in self.text_from_editor(text).splitlines() if line.strip()]

    def text_from_editor(self, text: str) -> str:
        """A text as the user's editor leaves it; empty, and said, where it gives nothing."""
        problem = ""
        back = ""
        self._away = True
        try:
            with self.suspend():
                try:
                    back = self._editor(text)
                except SwellError as error:
                    problem = str(error)
        except SuspendNotSupported:
            problem = "No editor can be opened here."
        finally:
            self._away = False
        if not back.strip():
            self.tell(problem or "Nothing came back; the line is as it was.", wrong=True)
            return ""
        return back

    async def keep_line(self, text: str) -> bool:
        """Capture a line and say what became of it; whether it was kept."""
        return bool(await self.keep(lambda: self.desk.keep(text)))

    async def keep(self, act: "Callable[[], Filed]", *, closes: bool = True) -> str:
        """Capture by this act; what became of it in words, empty where it was not kept.

        Where something came back that may close an ask, and `closes` says that this is not done yet, it is offered.
        """
        peak = self.desk.gauge().peak
        filed = await self.change(act)
        if filed is None:
            return ""
        words = filed.reason if filed.unfiled else filed.label
        gained = round(self.desk.gauge().peak - peak)
        self.tell(f"+{gained} · {words}" if gained > 0 else words, undoable=bool(filed.made))
        if closes and self.desk.book.asks and not filed.unfiled:
            from tui.needing import offer_to_close  # only where something is asked for

            offer_to_close(self, filed.made)
        return words

    async def keep_many(self, lines: Sequence[str]) -> str:
        """Capture several lines as one step; what became of them in words, empty where they were not kept."""
        peak = self.desk.gauge().peak
        filed = await self.change(lambda: self.desk.keep_many(lines))
        if filed is None:
            return ""
        unfiled = sum(one.unfiled for one in filed.each)
        words = f"{len(lines)} capture{'s' * (len(lines) > 1)} kept" + (f", {unfiled} unfiled" if unfiled else "")
        gained = round(self.desk.gauge().peak - peak)
        return filed.reason or (f"+{gained} · {words}" if gained > 0 else words)

    @cached_property
    def exports(self) -> list[str]:
        """Address files found in the folder of downloads."""
        return self.desk.files.found()

    async def change(self, act: Callable[[], R]) -> R | None:
        """Change the book in a thread, one change after the other; None, and said, where it could not be done."""
        async with self._writing:
            await asyncio.sleep(self.frame.PAINT_FIRST)
            try:
                result = await asyncio.to_thread(act)
            except SwellError as error:
                self.tell(str(error), wrong=True)
                return None
            finally:
                self.desk.catch_up()
        self.made_here += 1
        self.book_changed()
        return result

    async def do(self, act: Callable[[], str]) -> bool:
        """Change the book, and say in the words of the act what became of it; whether it was done."""
        words = await self.change(act)
        if words is not None:
            self.tell(words, undoable=True)
        return words is not None

    def book_changed(self) -> None:
        """Show on the screen in view that the book is another; the others follow when they are next seen."""
        self.version += 1
        self._take_gauge()
        self.frame.refresh_book()
        self._keep_matches()

    def tell(self, words: str, *, wrong: bool = False, undoable: bool = False) -> None:
        """Say something on the line above the keys."""
        self.frame.tell(words, wrong=wrong, undoable=undoable)

    @property
    def on_a_page(self) -> bool:
        """Whether a page stands over the place."""
        return not self.is_screen_installed(self.screen)

    @property
    def frame(self) -> Frame:
        """The nearest screen in our frame, below any dialog."""
        return next(screen for screen in reversed(self.screen_stack) if isinstance(screen, Frame))

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        """The palette: every command that works here, by its words."""
        seen: set[str] = set()
        for active in screen.active_bindings.values():
            binding = active.binding
            name = binding.id or binding.action
            if not binding.tooltip or name in seen or name == "palette":
                continue
            seen.add(name)
            yield SystemCommand(
                binding.description, binding.tooltip, partial(self._run_command, binding.action, active.node)
            )
        yield SystemCommand("theme", "Choose another theme", self.action_change_theme)
        if not self.desk.book.is_empty():
            words = "Those from whom most grew, and what they led to"
            yield SystemCommand("where most grew from", words, self.open_tree)
            yield from self._pauses()

    def _pauses(self) -> Iterable[SystemCommand]:
        """The commands for a holiday or an illness."""
        from tui.pausing import end_pause, is_paused, pause

        if is_paused(self):
            yield SystemCommand("end the pause", "Be asked about people again from today on", partial(end_pause, self))
        words = "For a holiday or an illness: only what was agreed comes, the gauge stands still"
        yield SystemCommand("pause", words, partial(pause, self))

    async def _run_command(self, action: str, node: DOMNode) -> None:
        await self.run_action(action, node)

    def handle_bindings_clash(self, clashed_bindings: set[Binding], node: DOMNode) -> None:
        """Say so where two commands were given one key; both keep their old keys."""
        del node
        names = listed(sorted(binding.id or binding.action for binding in clashed_bindings))
        self.tell(f"keys: {names} were given a key that is taken; they keep their own", wrong=True)

    def _install(self, name: str) -> Screen[None]:
        """The place of that name, made when it is first asked for."""
        if not self.is_screen_installed(name):
            module, _, kind = PLACE_SCREENS[name].partition(":")
            self.install_screen(getattr(import_module(module), kind)(), name)
        return cast("Screen[None]", self.get_screen(name))

    async def _look(self) -> None:
        """See what another process wrote, and file what waits in the spool."""
        if self._writing.locked():
            return
        changed = self.desk.changed()
        waiting = self.desk.deliveries() and (changed or monotonic() >= self._file_from)
        if not changed and not waiting:
            return
        async with self._writing:
            told = ""
            try:
                if changed:
                    await asyncio.to_thread(self.desk.read_again)
                if waiting and not self.desk.read_only:
                    await asyncio.to_thread(self.desk.file_deliveries)
            except SwellError as error:
                told = str(error)
                self._file_from = monotonic() + AGAIN_AFTER
            finally:
                self.desk.catch_up()
        self.book_changed()
        self._tell_once(told or self.desk.read_only.partition("\n")[0])

    def _tell_once(self, words: str) -> None:
        """Say what will be met again at every look only when it is new."""
        if words and words != self._told_once:
            self.tell(words, wrong=True)
        self._told_once = words

    def tick(self) -> None:
        """Let the gauge decay, and begin a new day where midnight has passed."""
        day = self.desk.moment().day
        if day != self._day:
            self._day = day
            self.version += 1
        self._take_gauge()
        self.frame.refresh_book()
        self._keep_matches()

    def _take_first_gauge(self) -> None:
        """The gauge as it was kept, where it still holds: the book's own is worked out after the first paint."""
        now = self.desk.moment().at.timestamp()
        kept = self._kept.read()
        if kept is None or not kept.holds(now):
            self.gauge = GaugeView(aim=self.desk.settings.aim, known=False)
            return
        value, pipe = kept.value_and_pipe(now)
        self.gauge = GaugeView(value, pipe, kept.aim, kept.trend(now), kept.warning(now))

    def _take_gauge(self) -> None:
        gauge = self.desk.gauge()
        self._kept.write(self.desk.momentum().brief(self.desk.moment()))
        trend = gauge.trend if gauge.begun else ""
        self.gauge = GaugeView(gauge.value, gauge.pipe, gauge.aim, trend, gauge.warning)

    def _fitting_theme(self) -> str:
        wanted = self.desk.settings.theme
        known = wanted if wanted in self.available_themes else "swell"
        return fitting_theme(known, self.console.color_system, self.no_color)


def _offer(drafts: Sequence[Draft]) -> str:
    """The line of news that offers what an earlier run has left."""
    newest = "".join(span.text for span in cut(drafts[-1].line, OFFERED))
    if len(drafts) == 1:
        return f"a draft waits: {newest} · c brings it back"
    return f"{len(drafts)} drafts wait: {newest} · c brings them back, ↑ the others"


HOME: Final = "today"
"""The place that lies below the others."""

PLACE_SCREENS: Final = {
    "today": "tui.screens.today:TodayScreen",
    "people": "tui.screens.people:PeopleScreen",
    "introductions": "tui.screens.introductions:IntroductionsScreen",
    "ledger": "tui.screens.ledger:LedgerScreen",
    "momentum": "tui.screens.momentum:MomentumScreen",
}
"""The class of each place, imported when it is first gone to or when there is nothing better to do."""

QUICKLY_DRAWN: Final = 20_000
"""Interactions whose chart is worked out beforehand: in so little time that no key waits for it."""

LATER: Final = (
    *(where.partition(":")[0] for where in PLACE_SCREENS.values()),
    "tui.screens.person",
    "tui.screens.keys",
    "tui.screens.review",
    "tui.screens.tree",
    "tui.screens.week",
    "domain.capture.keeping",
    "domain.capture.chips",
    "domain.capture.layout",
    "domain.capture.completing",
    "domain.capture.vocabulary",
    "tui.preview",
    "domain.inbox.triage",
    "domain.momentum.series",
    "domain.differing",
    "domain.matching.matches",
    "domain.desks.asks",
    "domain.desks.returns",
    "tui.needing",
    "rapidfuzz.distance",
)
"""What is imported after the first paint, one by one, so that no first key waits for it."""
