"""The signals that concern a prompt, as bytes that a wait for keys can be woken by."""

import os
import signal
from contextlib import suppress

ENDING = (signal.SIGTERM, signal.SIGHUP, signal.SIGINT)
STOP, GO_ON, RESIZED = signal.SIGTSTP, signal.SIGCONT, signal.SIGWINCH


class Alarm:
    """Takes the signals between `set` and `unset`."""

    def __init__(self) -> None:
        self._before: dict[int, object] = {}
        self.pipe, self._wake = os.pipe()
        """What is read from when a signal has come."""
        os.set_blocking(self.pipe, False)
        os.set_blocking(self._wake, False)

    def set(self) -> None:
        """Let each signal write its number."""
        signal.set_wakeup_fd(self._wake, warn_on_full_buffer=False)
        for number in (*ENDING, STOP, GO_ON, RESIZED):
            self._before[number] = signal.signal(number, _taken)

    def unset(self) -> None:
        """Let each signal do again what it does by itself."""
        signal.set_wakeup_fd(-1)
        for number in self._before:
            signal.signal(number, signal.SIG_DFL)

    def stop(self) -> None:
        """Stop this process until it is told to go on; where nobody could tell it, the system does not stop it."""
        signal.signal(STOP, signal.SIG_DFL)
        os.kill(os.getpid(), STOP)
        with suppress(BlockingIOError):  # that it goes on is known
            os.read(self.pipe, 64)
        signal.signal(STOP, _taken)


def ending(signals: bytes) -> int:
    """The number of the signal at which the prompt has to end; 0 where none came."""
    return next((number for number in signals if number in ENDING), 0)


def _taken(_number: int, _frame: object) -> None:
    """The number is in the pipe already."""
