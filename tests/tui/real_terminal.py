"""A terminal for stories of processes: runs a program on a pty, keeps both its screens and the modes it was put in."""

import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pyte

ROOT = Path(__file__).parents[2]
LIMIT = 60.0
"""Seconds to wait for what takes one on a machine at rest."""
COLUMNS, ROWS = 80, 24
ALTERNATE = "1049"
"""The private mode of the alternate screen."""
AT_FIRST = frozenset({"7", "25"})
"""The modes that are on before any program runs: lines wrap, the cursor is shown."""

_PRIVATE = re.compile(rb"\x1b\[([<=>?])([0-9;:]*)([ -/]*)([@-~])|\x1bP[^\x1b]*\x1b\\")
_UNFINISHED = re.compile(rb"\x1b(?:\[[0-?]*[ -/]*|P[^\x1b]*\x1b?)?\Z")


class RealTerminal:
    """A program on a terminal of its own; use it in a `with`, at whose end the program is killed."""

    def __init__(
        self,
        argv: Sequence[str],
        environment: Mapping[str, str],
        *,
        controlling: bool = True,
        size: tuple[int, int] = (COLUMNS, ROWS),
        typed_ahead: str = "",
    ) -> None:
        """Without `controlling` the terminal tells nobody that it has gone; `size` is columns and rows.

        What is `typed_ahead` waits in the terminal before the program is there.
        """
        self._screens = {False: pyte.Screen(*size), True: pyte.Screen(*size)}
        self._streams = {which: pyte.ByteStream(screen) for which, screen in self._screens.items()}
        self._rest = b""
        self.modes = set(AT_FIRST)
        """The private modes that are on."""
        self.sent = b""
        """All that the program has sent."""
        self.status: int | None = None
        self.seconds = 0.0
        """Of processor time that the program took, once it has ended."""
        self._pty: int | None
        self._pty, inner = pty.openpty()
        self._set_size(*size)
        if typed_ahead:
            self.send(typed_ahead)
        how = os.O_RDWR if controlling else os.O_RDWR | os.O_NOCTTY
        self.pid = os.posix_spawn(
            argv[0],
            list(argv),
            dict(environment),
            file_actions=[
                (os.POSIX_SPAWN_OPEN, 0, os.ttyname(inner), how, 0),
                (os.POSIX_SPAWN_DUP2, 0, 1),
                (os.POSIX_SPAWN_DUP2, 0, 2),
            ],
            setsid=True,
            setsigdef=[signal.SIGINT, signal.SIGHUP],
        )
        os.close(inner)

    def __enter__(self) -> "RealTerminal":
        return self

    def __exit__(self, *_: object) -> None:
        if self.status is None:
            os.kill(self.pid, signal.SIGKILL)
            self._reap(0)
        self.vanish()

    @property
    def text(self) -> str:
        """What is on the screen in view."""
        return "\n".join(self._screens[ALTERNATE in self.modes].display)

    @property
    def lines(self) -> list[str]:
        """The rows of the screen in view, without blanks at their ends."""
        return [row.rstrip() for row in self.text.split("\n")]

    @property
    def cursor(self) -> tuple[int, int]:
        """The row and the column of the cursor, from 0."""
        cursor = self._screens[ALTERNATE in self.modes].cursor
        return cursor.y, cursor.x

    def resize(self, columns: int, rows: int) -> None:
        """Make the terminal another size, of which the program is told."""
        for screen in self._screens.values():
            screen.resize(rows, columns)
        self._set_size(columns, rows)

    @property
    def is_sane(self) -> bool:
        """Whether a shell would find it as it was left: cooked, cursor shown, nothing on that reports to a program."""
        assert self._pty is not None
        cooked = termios.ECHO | termios.ICANON | termios.ISIG
        return termios.tcgetattr(self._pty)[3] & cooked == cooked and self.modes == AT_FIRST

    def wait_for(self, words: str) -> None:
        """Read until the words are on the screen; raises TimeoutError."""
        self._wait_until(lambda: words in self.text, f"“{words}”")

    def wait_for_mode(self, mode: str) -> None:
        """Read until the private mode is on; raises TimeoutError."""
        self._wait_until(lambda: mode in self.modes, f"mode {mode}")

    def wait_for_stop(self) -> None:
        """Read until the shell says that its job has stopped and every process of it has; raises TimeoutError.

        A process that was reading and has not been told yet would take the next key that is meant for the shell.
        """
        self.wait_for("Stopped")
        self._wait_until(lambda: all(state in "TZ" for state in _states_under(self.pid)), "a stop of the whole job")

    def settle(self) -> None:
        """Read until nothing has come for a while."""
        while self._read(0.4):
            pass

    def send(self, keys: str | bytes) -> None:
        """Send keys, reading meanwhile: a program that is not read does not read either."""
        assert self._pty is not None
        data = keys.encode() if isinstance(keys, str) else keys
        os.set_blocking(self._pty, False)
        while data:
            self._read(0)
            if select.select([], [self._pty], [], 0.05)[1]:
                data = data[os.write(self._pty, data[:1024]) :]
        os.set_blocking(self._pty, True)

    def signal(self, number: int) -> None:
        """Send a signal to the program."""
        os.kill(self.pid, number)

    def vanish(self) -> None:
        """Take the terminal away."""
        if self._pty is not None:
            os.close(self._pty)
            self._pty = None

    def ended(self) -> int:
        """The exit status of the program, once it has ended; raises TimeoutError."""
        until = time.monotonic() + LIMIT
        while self.status is None:
            if time.monotonic() > until:
                raise TimeoutError(f"the program goes on; the screen shows:\n{self.text}")
            if self._pty is None or not self._read(0.05):
                self._reap(os.WNOHANG)
                time.sleep(0.05)
        if self._pty is not None:
            self.settle()
        return self.status

    def _wait_until(self, reached: Callable[[], bool], what: str) -> None:
        until = time.monotonic() + LIMIT
        while not reached():
            if time.monotonic() > until or self.status is not None:
                raise TimeoutError(f"{what} did not come up; the screen shows:\n{self.text}")
            if not self._read(0.05):
                self._reap(os.WNOHANG)

    def _reap(self, how: int) -> None:
        pid, status, usage = os.wait4(self.pid, how)
        if pid:
            self.status = os.waitstatus_to_exitcode(status)
            self.seconds = usage.ru_utime + usage.ru_stime

    def _read(self, seconds: float) -> bool:
        """Read what comes within so many seconds; whether anything did."""
        if self._pty is None or not select.select([self._pty], [], [], seconds)[0]:
            return False
        try:
            data = os.read(self._pty, 65536)
        except OSError:  # nobody holds the other side any longer
            return False
        self.sent += data
        self._take(self._rest + data)
        return bool(data)

    def _take(self, data: bytes) -> None:
        whole = data[: match.start()] if (match := _UNFINISHED.search(data)) else data
        self._rest = data[len(whole) :]
        at = 0
        for found in _PRIVATE.finditer(whole):
            self._show(whole[at : found.start()])
            at = found.end()
            if found[1] == b"?" and not found[3] and found[4] in b"hl":
                for mode in found[2].decode().split(";"):
                    self._switch(mode, on=found[4] == b"h")
        self._show(whole[at:])

    def _switch(self, mode: str, *, on: bool) -> None:
        if mode == ALTERNATE and on:
            self._screens[True].reset()
        (self.modes.add if on else self.modes.discard)(mode)

    def _set_size(self, columns: int, rows: int) -> None:
        assert self._pty is not None
        fcntl.ioctl(self._pty, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def _show(self, data: bytes) -> None:
        self._streams[ALTERNATE in self.modes].feed(data)


def seconds_used(pid: int) -> float:
    """Of processor time that a running process took so far."""
    fields = _stat(pid)
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _states_under(pid: int) -> list[str]:
    """The state letters of all processes below one."""
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    return [state for child in map(int, children) for state in (_stat(child)[0], *_states_under(child))]


def _stat(pid: int) -> list[str]:
    """What the system says of a process, from its state on."""
    return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
