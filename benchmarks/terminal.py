"""A stand-in terminal: runs a program on a pty, keeps its screen and times what it sends.

It answers none of the questions that a program may ask of its terminal, as many terminals do not, so what is timed is
the program alone.
"""

import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import TracebackType
from typing import Final

import pyte

_ESCAPES: Final = re.compile(rb"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|P[^\x1b]*\x1b\\|[^\[\]P])")
_UNKNOWN_TO_PYTE: Final = re.compile(rb"\x1b\[(?:[<=>][0-?]*[ -/]*[@-~]|\?[0-?]*[ -/]*[^hlJKn])|\x1bP[^\x1b]*\x1b\\")
_CHUNK: Final = 65536
_PAUSE: Final = 0.02
"""Seconds without output that part one paint from the next."""
_LOOK_EVERY: Final = 0.02
"""Seconds without output after which the screen itself is looked at."""


@dataclass(frozen=True, slots=True)
class Reply:
    """What a program sent after some keys."""

    first: float
    """Seconds to the first byte."""
    last: float
    """Seconds to the last byte."""
    size: int
    """Bytes in all."""
    painted: float
    """Seconds to the last byte of the first paint: all that came without a pause."""
    at_once: int
    """Bytes of the first paint."""


class Terminal:
    """A program on a pty of its own; use it in a `with`, at whose end the program is killed."""

    def __init__(self, argv: Sequence[str], env: Mapping[str, str], columns: int = 80, rows: int = 24) -> None:
        """Start the program `argv[0]`, a path, with nothing but this environment."""
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self._screen)
        self._unseen: list[bytes] = []
        """What was read and is not on the screen yet: drawing takes time that should not be measured."""
        self._arrived = 0.0
        self._ended = False
        self._reaped = False
        self._pty, inner = pty.openpty()
        try:
            self._set_size(columns, rows)
            name = os.ttyname(inner)
            self.started = time.perf_counter()
            """The instant at which the program was started, on `time.perf_counter`."""
            self.pid = os.posix_spawn(
                argv[0],
                list(argv),
                dict(env),
                file_actions=[
                    (os.POSIX_SPAWN_OPEN, 0, name, os.O_RDWR, 0),  # the first one opened becomes the terminal
                    (os.POSIX_SPAWN_DUP2, 0, 1),
                    (os.POSIX_SPAWN_DUP2, 0, 2),
                ],
                setsid=True,
            )
            """The process id of the program."""
        except OSError:
            os.close(self._pty)
            raise
        finally:
            os.close(inner)

    def __enter__(self) -> "Terminal":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def text(self) -> str:
        """The screen as lines of text."""
        self._draw()
        return "\n".join(self._screen.display)

    @property
    def cursor(self) -> tuple[int, int]:
        """Column and row of the cursor, from 0."""
        self._draw()
        return self._screen.cursor.x, self._screen.cursor.y

    def wait_for(self, words: str, limit: float = 20.0) -> float:
        """Seconds from the start of the program until the words are on the screen; raises TimeoutError."""
        wanted = words.encode()
        until = time.perf_counter() + limit
        look = True
        while True:
            if look and words in self.text:
                return self._arrived - self.started
            if time.perf_counter() > until or self._ended:
                raise TimeoutError(f"“{words}” did not come up; the screen shows:\n{self.text}")
            look = not self._read(_LOOK_EVERY) or wanted in _ESCAPES.sub(b"", b"".join(self._unseen))

    def send(self, keys: str) -> None:
        """Send keys and go on."""
        os.write(self._pty, keys.encode())

    def press(self, keys: str, quiet: float = 0.1, limit: float = 5.0) -> Reply:
        """Send keys and read until nothing has come for `quiet` seconds; raises TimeoutError where nothing comes."""
        self._draw()
        sent = time.perf_counter()
        self.send(keys)
        if not self._read(limit):
            raise TimeoutError(f"{keys!r} was not answered; the screen shows:\n{self.text}")
        first = self._arrived
        while self._read(_PAUSE) and self._arrived - sent < limit:
            pass
        painted, at_once = self._arrived, sum(map(len, self._unseen))
        while self._read(quiet) and self._arrived - sent < limit:
            pass
        size = sum(map(len, self._unseen))
        return Reply(first - sent, self._arrived - sent, size, painted - sent, at_once)

    def settle(self, quiet: float = 0.3, limit: float = 20.0) -> None:
        """Read until nothing has come for `quiet` seconds."""
        until = time.perf_counter() + limit
        while self._read(quiet) and time.perf_counter() < until:
            pass
        self._draw()

    def listen(self, seconds: float) -> int:
        """How many bytes come within so many seconds."""
        self._draw()
        until = time.perf_counter() + seconds
        while (rest := until - time.perf_counter()) > 0:
            self._read(rest)
        return sum(map(len, self._unseen))

    def resize(self, columns: int, rows: int) -> None:
        """Make the terminal another size, of which the program is told."""
        self._draw()
        self._screen.resize(rows, columns)
        self._set_size(columns, rows)

    def close(self) -> None:
        """Kill the program, wherever it is, and let go of the pty."""
        if not self._reaped:
            os.kill(self.pid, signal.SIGKILL)
            self._reap()
        os.close(self._pty)

    def wait(self, limit: float = 10.0) -> int:
        """The exit status of the program, once it has ended by itself; raises TimeoutError."""
        until = time.perf_counter() + limit
        while not self._ended:
            self._read(_LOOK_EVERY)
            if time.perf_counter() > until:
                raise TimeoutError(f"the program goes on; the screen shows:\n{self.text}")
        return self._reap()

    def _reap(self) -> int:
        self._reaped = True
        return os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])

    def _set_size(self, columns: int, rows: int) -> None:
        fcntl.ioctl(self._pty, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def _read(self, timeout: float) -> bool:
        """Read what comes within so many seconds; whether anything did."""
        if self._ended or not select.select([self._pty], [], [], timeout)[0]:
            return False
        try:
            data = os.read(self._pty, _CHUNK)
        except OSError:  # how Linux says that nobody holds the other side any longer
            data = b""
        self._ended = not data
        if data:
            self._arrived = time.perf_counter()
            self._unseen.append(data)
        return bool(data)

    def _draw(self) -> None:
        if self._unseen:
            self._stream.feed(_UNKNOWN_TO_PYTE.sub(b"", b"".join(self._unseen)))
            self._unseen.clear()
