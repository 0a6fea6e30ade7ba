"""The start of `swell capture`: the prompt is on the screen before anything is imported that it can do without."""

import gc
import os
from time import monotonic

from cli.prompt.asked import Asked, asked_in
from cli.prompt.drawing import CLEAR_ALL, Drawing
from cli.prompt.keys import Keyboard
from cli.prompt.looks import looks
from cli.prompt.picture import WHOLE
from cli.prompt.preview import Picture
from cli.prompt.session import EDIT, INTERRUPT, KEEP, LEAVE, REDRAW, SUSPEND, Session
from cli.prompt.terminal import PASTES_ON, GoneError, Terminal, can_show
from store.paths import beside, book_path, settings_path

TYPE_CHECKING = False  # the module typing would take longer than the first row
if TYPE_CHECKING:
    from collections.abc import Iterator

    from cli.prompt.alarm import Alarm
    from cli.prompt.begun import Begun
    from cli.prompt.reading import Reading

DONE, FAILED, INTERRUPTED, SIGNALLED, HANGUP = 0, 1, 130, 128, 1
SAVE_AFTER = 0.6
"""Seconds from a key to when what was written is saved, with the keys that came meanwhile."""

TO_UNDERSTAND = (
    "re", "dataclasses", "datetime", "domain.model", "domain.book", "domain.settings", "domain.capture.drafts",
    "domain.capture.words", "domain.capture.dates", "domain.capture.verbs", "domain.capture.people",
    "domain.capture.clauses", "domain.capture.reader", "domain.capture.forms.order", "domain.capture.understanding",
    "domain.capture.chips", "domain.capture.layout", "msgspec", "store.codec", "store.glimpse", "store.settings_file",
    "store.zone", "cli.prompt.reading",
)  # fmt: skip
"""Modules without which nothing is understood, in an order in which none takes long; between them keys are taken."""
TO_FILE = (
    "domain.capture.vocabulary", "domain.capture.completing", "tinydb", "store.storage", "store.history",
    "store.repository", "cli.context", "cli.filing", "cli.told", "cli.prompt.keeping", "cli.prompt.leaving",
    "store.drafts", "cli.prompt.begun",
)  # fmt: skip
"""Modules that are needed once something is completed, kept or left."""


def at_once(arguments: list[str]) -> int | None:
    """Carry out `swell [--file BOOK] capture …` and give the exit status; None where it takes more than this module."""
    asked = asked_in(arguments)
    if asked is None or asked.help or not can_show() or os.environ.get("TERM", "dumb") == "dumb":
        return None
    os.umask(0o077)  # whatever is made is yours alone
    return open_prompt(asked)


def open_prompt(asked: Asked) -> int:
    """Show the prompt until it is left; the exit status."""
    gc.disable()
    return Prompt(asked).run()


class Prompt:
    """One run: a session on a terminal, with the book and the drafts beside it."""

    def __init__(self, asked: Asked) -> None:
        self._asked = asked
        self._book = book_path(asked.book, os.environ)
        self._looks = looks(os.environ, settings_path(os.environ))
        self._terminal = Terminal()
        self._keyboard = Keyboard()
        self._session = Session("", many=asked.many)
        self._picture = Picture(self._session, self._looks)
        self._drawing = Drawing(self._looks.colours, only_ascii=self._looks.only_ascii)
        self._begun: Begun | None = None
        self._alarm: Alarm | None = None
        self._status: int | None = None
        """What it ends with, once it is to end."""
        self._keys: list[str] = []
        """The keys of what was put into the spool."""
        self._lost: tuple[OSError, list[str]] | None = None
        """Why the lines could not be put there."""
        self._unsaved = ""
        """Why what is written could not be saved as a draft; empty where it could."""
        self._save_at = 0.0
        """When what was written is to be saved, on the monotonic clock; 0 while all is saved."""
        self._last_byte = 0.0
        self._size = (0, 0)

    def run(self) -> int:
        """Show the prompt, take keys until it is to end, and leave the terminal as it was found."""
        self._open()
        try:
            text = self._asked.text()
            if text:
                self._session.line.write(text)
                self._session.changed = True
                self._draw()
            self._listen()
            self._look_at_keys(0)
            self._learn()
            while not self._is_over():
                self._look_at_keys(self._pause())
        except GoneError:
            self._session.take_rest(self._keyboard.pasting)
            return SIGNALLED + HANGUP
        finally:
            if not self._is_over():  # it ends by no key of the user: what is written is a draft
                self._save()
            self._close()
        return self._leave()

    def _is_over(self) -> bool:
        """Whether it is to end."""
        return self._status is not None

    def _open(self) -> None:
        self._terminal.open()
        self._size = self._terminal.size()
        self._send(PASTES_ON + (CLEAR_ALL if self._size[1] <= WHOLE else "") + self._drawn())

    def _close(self) -> None:
        """Take the rows away and put the terminal back."""
        try:
            self._send(self._drawing.erase())
        except GoneError:
            self._status = self._status or SIGNALLED + HANGUP
        self._terminal.close()
        if self._alarm is not None:
            self._alarm.unset()

    def _listen(self) -> None:
        """Let signals be answered; until here they end the process as they do any other."""
        from cli.prompt.alarm import Alarm

        self._alarm = Alarm()
        self._alarm.set()
        self._terminal.listen(self._alarm.pipe)

    def _learn(self) -> None:
        """Import what it takes to understand, read the names, then get ready for the rest; keys come between."""
        if not self._import(TO_UNDERSTAND):
            return
        reading = self._reading()
        if not self._go_through(reading.read_names()):
            return
        self._session.begin_to_read(reading)
        self._draw_understood()
        if (
            self._import(TO_FILE)
            and self._go_through(self._drafts_of_ended())
            and self._go_through(reading.read_rest())
        ):
            self._draw_understood()
            gc.freeze()  # what is there now stays
            gc.enable()

    def _go_through(self, work: "Iterator[None]") -> bool:
        """Do work that pauses, taking keys in its pauses; whether the prompt goes on after that."""
        for _ in work:
            self._look_at_keys(0)
            if self._is_over():
                return False
        return not self._is_over()

    def _import(self, names: tuple[str, ...]) -> bool:
        """Import these modules; whether the prompt goes on after that."""
        for name in names:
            __import__(name)
            self._look_at_keys(0)
            if self._is_over():
                return False
        return True

    def _reading(self) -> "Reading":
        from datetime import datetime

        from cli.prompt.reading import Reading
        from domain.moment import Moment
        from store.settings_file import read_settings, zone_of
        from store.zone import machine_zone

        settings, _ = read_settings(settings_path(os.environ))
        zone = zone_of(settings) or machine_zone(os.environ)
        self._looks.take(settings.ascii)
        return Reading(self._book, settings, lambda: Moment(datetime.now(zone)), hide=self._asked.hide)

    def _drafts_of_ended(self) -> "Iterator[None]":
        """Take over what ended runs have left."""
        from cli.prompt.begun import may_wait

        if may_wait(self._book):
            begun = self._drafts()
            begun.take_over()
            if self._asked.many:
                self._session.put_before(begun.listed())
            self._session.past.take_drafts([draft.line for draft in begun.left])
            self._draw_understood()
        yield

    def _drafts(self) -> "Begun":
        if self._begun is None:
            from cli.prompt.begun import Begun
            from cli.prompt.keeping import new_id

            self._begun = Begun(self._book, new_id())
        return self._begun

    def _pause(self) -> float | None:
        """Seconds until something is to be done without a key; None where nothing is."""
        waits = [] if self._keyboard.patience is None else [self._keyboard.patience]
        if self._save_at:
            waits.append(max(0.0, self._save_at - monotonic()))
        return min(waits, default=None)

    def _look_at_keys(self, seconds: float | None) -> None:
        """Do what the keys and signals ask for that come within so many seconds, or whenever."""
        if self._is_over():
            return
        data, signals = self._terminal.wait(seconds)
        now = monotonic()
        if signals:
            self._answer(signals)
        patience = self._keyboard.patience
        keys = self._keyboard.give_up() if not data and patience and now - self._last_byte >= patience else []
        if data:
            self._last_byte = now
            keys = self._keyboard.feed(data, now)
        for key in keys:
            self._session.take(key)
            if self._session.wish:
                self._grant()
            if self._is_over():
                return
        if keys:
            self._draw()
            if not self._terminal.is_waiting():
                self._draw_understood()
        self._save_in_time(now)

    def _draw(self) -> None:
        self._send(self._drawn())

    def _drawn(self) -> str:
        rows, cursor = self._picture.rows(*self._size)
        return self._drawing.draw(rows, cursor, self._size[0])

    def _draw_understood(self) -> None:
        """Read the line and show what it says."""
        if not self._is_over() and self._session.reading is not None:
            self._session.read()
            self._draw()

    def _send(self, text: str) -> None:
        if text:
            self._terminal.write(text)

    def _answer(self, signals: bytes) -> None:
        from cli.prompt import alarm

        number = alarm.ending(signals)
        if number:
            self._session.take_rest(self._keyboard.pasting)
            self._save()
            self._status = SIGNALLED + number
        elif alarm.STOP in signals:
            self._suspend()
        elif alarm.GO_ON in signals:
            self._begin_anew()
        elif alarm.RESIZED in signals:
            self._resize()

    def _resize(self) -> None:
        size = self._terminal.size()
        if size == self._size:
            return
        self._size = size
        if size[1] <= WHOLE:
            self._drawing.forget()
            self._send(CLEAR_ALL + self._drawn())
        else:
            self._send(self._drawing.erase_after_resize(size[0]) + self._drawn())

    def _suspend(self) -> None:
        """Stop, as ctrl+z does with any program, and come back as it was."""
        assert self._alarm is not None
        self._save()
        self._send(self._drawing.erase())
        self._terminal.close()
        self._alarm.stop()
        self._begin_anew()

    def _begin_anew(self) -> None:
        """Draw all of it where the cursor stands now, whoever has used the terminal meanwhile."""
        self._terminal.open()
        self._size = self._terminal.size()
        self._drawing.forget()
        self._send(PASTES_ON + (CLEAR_ALL if self._size[1] <= WHOLE else "") + self._drawn())

    def _grant(self) -> None:
        """Do what a key has asked for that concerns more than the line."""
        wish, self._session.wish = self._session.wish, ""
        if wish == KEEP:
            self._keep()
        elif wish in (LEAVE, INTERRUPT):
            self._save()
            self._status = INTERRUPTED if wish == INTERRUPT else DONE
        elif wish == SUSPEND and self._alarm is not None:
            self._suspend()
        elif wish == REDRAW:
            self._send(self._drawing.erase())
        elif wish == EDIT:
            self._edit()

    def _edit(self) -> None:
        """Open the line in your editor, and go on with what comes back."""
        from cli.editor import Editor
        from domain.errors import BadInputError

        self._save()
        self._send(self._drawing.erase())
        self._terminal.close()
        if self._alarm is not None:
            self._alarm.unset()
        try:
            text = Editor(os.path.join(beside(self._book), "drafts"), os.environ)(self._session.line.text)
            self._session.write_edited(text)
        except BadInputError as error:
            self._session.wrong = str(error)
        if self._alarm is not None:
            self._alarm.set()
        self._begin_anew()

    def _save_in_time(self, now: float) -> None:
        if self._session.changed:
            self._session.changed = False
            self._save_at = self._save_at or now + SAVE_AFTER
        if self._save_at and now >= self._save_at:
            self._save()

    def _save(self) -> None:
        """Save what is written and not kept, before this returns; where that is not possible it is said in the end."""
        self._save_at = 0.0
        left, listed, written = self._session.begun()
        if self._begun is None and not (listed or written):
            return
        from domain.errors import BookError

        try:
            self._drafts().save(left, listed, written)
            self._unsaved = ""
        except BookError as error:
            self._unsaved = str(error)

    def _keep(self) -> None:
        """Put what is written on disk, where nothing can happen to it any more."""
        from cli.prompt.keeping import put_into_spool, without_marks_alone

        lines = without_marks_alone(self._session.lines()) if self._session.listed else self._session.lines()
        if not lines:
            self._session.wrong = "nothing to keep but marks"
            return
        try:
            self._keys = put_into_spool(self._book, lines)
        except OSError as error:
            self._lost = (error, lines)
            self._save()
            self._status = FAILED
            return
        self._session.let_go()
        self._save()
        self._status = DONE

    def _leave(self) -> int:
        """Say in a line what became of what was written; the exit status."""
        from cli.prompt.leaving import file_and_say, say_begun, say_lost

        assert self._status is not None
        if self._keys:
            file_and_say(self._asked, self._keys, self._looks)
        elif self._lost is not None:
            say_lost(self._book, *self._lost, waits=self._size[1] <= WHOLE)
        else:
            say_begun(self._session, self._unsaved, self._looks, hide=self._asked.hide)
            return self._status or (FAILED if self._unsaved else DONE)
        return self._status
