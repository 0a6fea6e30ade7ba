"""What comes from outside and not from the keyboard: to end, to stop and go on, to have lost the terminal.

What is written in a terminal that has gone may wait for ever, and Textual reads from it for ever without a pause; so a
thread looks after it, which needs nothing of what may be waiting.
"""

import asyncio
import os
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Event, Thread
from typing import Final

ENDING: Final = (signal.SIGTERM, signal.SIGHUP, signal.SIGINT)
"""The signals at which the app leaves as it would by itself; ctrl+c on the keyboard is a key and none of them."""
TERMINAL: Final = 0
"""Standard input, from which Textual reads."""
TURN: Final = 0.05
"""Seconds after going on in which a signal that came with it is answered."""
LOOK_EVERY: Final = 0.5
"""Seconds between two looks at whether the terminal is there."""
GRACE: Final = 3.0
"""Seconds in which the app may leave by itself once the terminal has gone."""


def status_of(signal_number: int) -> int:
    """The exit status that shells give to a program which a signal ended, so that who waits for it can tell."""
    return 128 + signal_number


def end_on_signals(leave: Callable[[int], None]) -> None:
    """Let each of the signals call `leave` with the exit status that it asks for, even where it was ignored before."""
    for signal_number in ENDING:
        asyncio.get_running_loop().add_signal_handler(signal_number, leave, status_of(signal_number))


def stop_on_signals(stop: Callable[[], None], go_on: Callable[[], None]) -> None:
    """Let the signals of job control call these; Textual's own answer to SIGCONT begins to read a second time.

    To be called when the app runs: Textual sets its own while it starts.
    """
    asyncio.get_running_loop().add_signal_handler(signal.SIGTSTP, stop)
    asyncio.get_running_loop().add_signal_handler(signal.SIGCONT, go_on)


def is_there() -> bool:
    """Whether the terminal has not gone."""
    return os.isatty(TERMINAL)


def in_background() -> bool:
    """Whether the terminal belongs to another job, so that touching it would stop this process."""
    try:
        return os.tcgetpgrp(TERMINAL) != os.getpgrp()
    except OSError:  # it has gone, or is nobody's
        return False


async def brought_back() -> bool:
    """Stop this process; whether it has the terminal when it goes on, which it has not after `bg` or `kill`."""
    signal.raise_signal(signal.SIGSTOP)
    await asyncio.sleep(TURN)
    return not in_background()


@contextmanager
def watched(save: Callable[[], None]) -> Iterator[None]:
    """End the program when the terminal goes and nobody tells: by SIGHUP, else by force after `save`."""
    left = Event()
    Thread(target=_watch, args=(save, left), name="terminal", daemon=True).start()
    try:
        yield
    finally:
        left.set()
        if not is_there():
            _let_go()


def _let_go() -> None:
    """Let what is still to be written to the terminal go nowhere, so that the program ends as if it were there."""
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in range(3):
        os.dup2(nowhere, stream)


def _watch(save: Callable[[], None], left: Event) -> None:
    while is_there():
        if left.wait(LOOK_EVERY):
            return
    os.kill(os.getpid(), signal.SIGHUP)
    if not left.wait(GRACE):
        save()
        os._exit(status_of(signal.SIGHUP))
