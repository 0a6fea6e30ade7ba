"""The terminal of the prompt: put into raw mode without losing a key, read without waiting, and put back."""

import os
import select
import termios

TYPE_CHECKING = False  # the module typing would take longer than the first row
if TYPE_CHECKING:
    from typing import Any

KEYBOARD, SCREEN = 0, 1
CHUNK = 65536
PASTES_ON, PASTES_OFF = "\x1b[?2004h", "\x1b[?2004l"
"""Whether the terminal says where a paste begins and ends."""


class GoneError(Exception):
    """The terminal has gone."""


class Terminal:
    """Standard input and output, raw between `open` and `close`."""

    def __init__(self) -> None:
        self._before: list[Any] | None = None
        self._alarm = -1
        """A pipe that is written to when a signal comes; -1 while there is none."""

    def open(self) -> None:
        """Take each key as it is. What was typed before stays to be read, which `tty.setraw` would throw away."""
        before = self._before or termios.tcgetattr(KEYBOARD)
        raw = list(before)
        raw[0] &= ~(termios.ICRNL | termios.INLCR | termios.IGNCR | termios.IXON | termios.ISTRIP | termios.BRKINT)
        raw[3] &= ~(termios.ECHO | termios.ICANON | termios.ISIG | termios.IEXTEN)
        raw[6] = list(before[6])
        raw[6][termios.VMIN], raw[6][termios.VTIME] = 1, 0
        termios.tcsetattr(KEYBOARD, termios.TCSANOW, raw)
        self._before = before

    def close(self) -> None:
        """Put it back as it was found; a second time nothing happens."""
        before, self._before = self._before, None
        if before is None:
            return
        try:
            self.write(PASTES_OFF)
            termios.tcsetattr(KEYBOARD, termios.TCSANOW, before)
        except (GoneError, termios.error):  # nobody is left to be bothered
            return

    def is_waiting(self) -> bool:
        """Whether a key can be read at once."""
        return bool(select.select([KEYBOARD], [], [], 0)[0])

    def listen(self, alarm: int) -> None:
        """Let a wait for keys end when something can be read from this pipe."""
        self._alarm = alarm

    def size(self) -> tuple[int, int]:
        """Columns and rows, at least one of each."""
        try:
            columns, rows = os.get_terminal_size(SCREEN)
        except OSError:
            columns, rows = 80, 24
        return (columns, rows) if columns > 0 and rows > 0 else (80, 24)

    def write(self, text: str) -> None:
        """Send text to the terminal; raises GoneError."""
        view = memoryview(text.encode("utf-8", "replace"))
        try:
            while view:
                view = view[os.write(SCREEN, view) :]
        except OSError as error:
            raise GoneError from error

    def wait(self, seconds: float | None) -> tuple[bytes, bytes]:
        """What is typed and the signals that come within so many seconds, or whenever; raises GoneError.

        Keys come as bytes, and so do the numbers of signals.
        """
        wanted = [KEYBOARD] if self._alarm < 0 else [KEYBOARD, self._alarm]
        ready = select.select(wanted, [], [], seconds)[0]
        signals = os.read(self._alarm, CHUNK) if self._alarm in ready else b""
        return (self._keys() if KEYBOARD in ready else b""), signals

    def _keys(self) -> bytes:
        try:
            data = os.read(KEYBOARD, CHUNK)
        except OSError as error:
            raise GoneError from error
        if not data:
            raise GoneError
        return data


def can_show() -> bool:
    """Whether keys come from a terminal and what is shown goes to one."""
    try:
        return os.isatty(KEYBOARD) and os.isatty(SCREEN)
    except OSError:
        return False
