"""A line written in the user's own editor."""

import os
import shlex
import signal
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Final

from domain.errors import BadInputError
from store.folders import forget, make_private

NONE_CHOSEN: Final = "No editor is chosen: say which one in EDITOR, such as EDITOR=nano; the line is as it was."
KEPT: Final = "the line is as it was."
KEYBOARD: Final = (signal.SIGINT, signal.SIGQUIT)
"""The signals of ctrl+c and of ctrl+\\, which are meant for the program that has the terminal."""


class Editor:
    """The editor that VISUAL or EDITOR names."""

    def __init__(self, folder: str, environment: Mapping[str, str]) -> None:
        """`folder` is private: editors leave files of their own beside the one that they are given."""
        self._folder = folder
        self._environment = environment

    def __call__(self, text: str) -> str:
        """The text as the user has left it; raises BadInputError where the editor failed."""
        command = self._command()
        path = os.path.join(self._folder, f"line-{os.getpid()}.txt")
        try:
            self._write(path, text)
            with leaving_signals_alone():
                status = self._run([*command, path])
            if status:
                raise BadInputError(f"{command[0]} ended with status {status}; {KEPT}")
            with open(path, encoding="utf-8", errors="replace") as file:
                return file.read()
        except OSError as error:
            raise BadInputError(f"{command[0]} could not be used ({error.strerror}); {KEPT}") from error
        finally:
            forget(path)

    def _command(self) -> list[str]:
        chosen = self._environment.get("VISUAL") or self._environment.get("EDITOR") or ""
        try:
            command = shlex.split(chosen)
        except ValueError as error:
            raise BadInputError(f"EDITOR cannot be read ({str(error).lower()}); {KEPT}") from error
        if not command:
            raise BadInputError(NONE_CHOSEN)
        return command

    def _run(self, command: list[str]) -> int:
        """The exit status of a program that has the terminal."""
        signals = [*KEYBOARD, signal.SIGTSTP]
        child = os.posix_spawnp(command[0], command, dict(self._environment), setsigdef=signals)
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])

    def _write(self, path: str, text: str) -> None:
        make_private(self._folder)
        forget(path)
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600)
        with open(handle, "w", encoding="utf-8", errors="replace") as file:
            file.write(f"{text}\n")


@contextmanager
def leaving_signals_alone() -> Iterator[None]:
    """Leave the signals of the keyboard to the program that has the terminal; a stop stops this one with it."""
    before = {number: signal.getsignal(number) for number in (*KEYBOARD, signal.SIGTSTP)}
    for number in before:
        signal.signal(number, signal.SIG_DFL if number == signal.SIGTSTP else signal.SIG_IGN)
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
