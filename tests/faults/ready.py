"""Runs of the program that are ready to begin: forked from a process that has imported what they need, and held.

What a run does to its folder is what a run of its own would do, without the tenth of a second before that.
"""

import ctypes
import json
import os
import signal
import subprocess
import sys
import traceback
from collections.abc import Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import Final

from tests.faults.book import ROOT, environment

NEEDED: Final = (
    "swell.__main__", "cli.add", "cli.undo", "cli.later", "cli.filing", "cli.following", "cli.refreshing", "cli.told",
    "domain.capture.keeping", "domain.capture.understanding", "store.backups", "store.repository",
)  # fmt: skip
_SET_PTRACER: Final = 0x59616D61
_ANYBODY: Final = ctypes.c_ulong(-1)


class Ready:
    """A process from which one run after the other is forked; use it in a `with`."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.faults.ready"],
            cwd=ROOT,
            env={**environment(Path("none.json")), "PYTHONHASHSEED": "0"},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def __enter__(self) -> "Ready":
        return self

    def __exit__(self, *_: object) -> None:
        self._process.kill()
        self._process.communicate()

    def fork(self, words: Sequence[str], told: Mapping[str, str], err: Path) -> int:
        """A run with these words and this environment, held until it gets SIGUSR1; the id of its process."""
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps([[*words], {**told}, str(err)]) + "\n")
        self._process.stdin.flush()
        return self._number()

    def ended(self) -> int:
        """The exit status of that run, once it has ended; less than 0 for a signal."""
        return self._number()

    def _number(self) -> int:
        assert self._process.stdout is not None
        return int(self._process.stdout.readline())


def serve() -> None:
    """Fork a run for each request, tell its id, and then how it has ended."""
    for name in NEEDED:
        import_module(name)
    signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGUSR1])
    there, here = os.pipe()
    for request in sys.stdin:
        pid = os.fork()
        if not pid:
            _run(here, *json.loads(request))
        os.read(there, 1)
        print(pid, flush=True)
        print(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]), flush=True)


def _run(here: int, words: list[str], told: dict[str, str], err: str) -> None:
    """Be the program, once that is allowed; a byte into the pipe `here` tells that all is ready for that."""
    from swell.__main__ import main

    nowhere = os.open(os.devnull, os.O_RDWR)
    os.dup2(nowhere, 0)
    os.dup2(nowhere, 1)
    os.dup2(os.open(err, os.O_WRONLY | os.O_CREAT, 0o600), 2)
    os.environ.clear()
    os.environ.update(told)
    sys.argv = ["swell", *words]
    ctypes.CDLL(None).prctl(_SET_PTRACER, _ANYBODY, 0, 0, 0)  # where only who started a process may trace it
    os.write(here, b".")
    signal.sigwait([signal.SIGUSR1])
    try:
        main()
    finally:  # it leaves by itself, unless something was raised
        traceback.print_exc()
        os._exit(1)


if __name__ == "__main__":
    serve()
