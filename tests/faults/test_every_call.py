"""Every system call of a commit and of a capture that touches the book's folder: the process dies there, or it fails.

A dry run under strace tells which calls there are; then each in turn is the one that goes wrong. `KILL` ends the
process before the call is made. EINTR is given back without the call having been made, by calls to which POSIX allows
that and by some to which it does not (`rename`, `mkdir`). Python repeats those that may be repeated; not `close`, whose
handle is gone or not, as POSIX has it. What remains is an error like EIO: the command may say that it failed. Whatever
it says, the book must be the old one or the new one, and what was acknowledged must be there once.
"""

import json
import os
import re
import shutil
import signal
import subprocess
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from queue import SimpleQueue
from typing import Any, Final

import pytest

from domain.errors import SwellError
from store.spool import waiting
from tests.faults.book import Run, environment, lines_in, swell, unfinished
from tests.faults.ready import Ready

FAULTS: Final = {
    "KILL": "signal=KILL",
    "EIO": "error=EIO",
    "ENOSPC": "error=ENOSPC",
    "EINTR": "error=EINTR",
}
LINE: Final = "called Ana about the till"
AFTERWARDS: Final = "called Ana about what came afterwards"
_CALL: Final = re.compile(r"^\d+ +(\w+)\(")


@dataclass(frozen=True)
class Errand:
    """One run of the program in which something goes wrong."""

    words: tuple[str, ...]
    book: bool
    """Whether there is a book to begin with."""
    backed_up: bool = True
    """Whether the day's backup was made."""
    at_least: int = 0
    """Faults that there must be, so that the test cannot silently try none."""


ERRANDS: Final = {
    "a capture": Errand(("add", "--later", LINE), book=True, at_least=36),
    "the first capture of all": Errand(("add", "--later", LINE), book=False, at_least=160),
    "a commit": Errand(("add", LINE), book=True, at_least=300),
    "a commit before the day's backup": Errand(("add", LINE), book=True, backed_up=False, at_least=400),
    "the first commit of all": Errand(("add", LINE), book=False, at_least=360),
    "an undo": Errand(("undo",), book=True, at_least=160),
}


@dataclass(frozen=True)
class Call:
    """A system call that touches the folder: the how manieth of its name in the whole run."""

    name: str
    nth: int


@dataclass(frozen=True)
class Ended:
    """How a run ended."""

    status: int
    err: str
    log: list[str]


@pytest.fixture(scope="module", autouse=True)
def _strace() -> None:
    if shutil.which("strace") is None:
        pytest.skip("strace is not installed (Debian: apt install strace)")
    if subprocess.run(["strace", "-f", "-o", os.devnull, "true"], capture_output=True).returncode:
        pytest.skip("strace may not trace a process here")


@pytest.mark.parametrize("name", ERRANDS)
def test_leaves_the_old_book_or_the_new_one_and_loses_nothing(name: str, tmp_path: Path) -> None:
    errand = ERRANDS[name]
    base = _base(tmp_path / "base", errand)
    with ExitStack() as stack:
        bench = _Bench(tmp_path, base, errand, [stack.enter_context(Ready()) for _ in range(os.cpu_count() or 1)])
        bench.run("warm", "trace=none")
        calls = list(bench.calls())
        faults = list(product(calls, FAULTS))
        with ThreadPoolExecutor(os.cpu_count()) as pool:
            found = list(pool.map(lambda numbered: bench.wrong(numbered[0], *numbered[1]), enumerate(faults)))
    print(f"\n{name}: {len(faults)} faults in {len(calls)} system calls, {sum(map(bool, found))} of them wrong")
    assert [one for one in found if one] == []
    assert len(faults) >= errand.at_least


def _base(folder: Path, errand: Errand) -> Path:
    """The folder as the errand finds it."""
    book = folder / "data" / "book.json"
    folder.mkdir()
    if errand.book:
        for line in ("met Ana Lopez from Acme", "called Ana about the studio +2w", "Ana is looking for a barber"):
            assert swell(book, "add", line).returncode == 0
        if not errand.backed_up:
            shutil.rmtree(folder / "data" / "book.json.d" / "backups")
    return folder / "data"


class _Bench:
    """Runs the errand again and again, each time in a folder of its own."""

    def __init__(self, root: Path, base: Path, errand: Errand, ready: Sequence[Ready]) -> None:
        self._root, self._base, self._errand = root, base, errand
        self._ready = SimpleQueue[Ready]()
        for one in ready:
            self._ready.put(one)
        self._old = _content(base / "book.json")
        self._new = self._old
        self._lines = lines_in(base / "book.json")
        self._bytes = _bytes(base / "book.json")

    def calls(self) -> Iterator[Call]:
        """The calls that touch the folder, after a run in which nothing goes wrong."""
        folder = self._root / "dry" / "data"
        ended = self.run("dry", "trace=%file,%desc")
        assert ended.status == 0, ended.err
        self._new = _content(folder / "book.json")
        seen: Counter[str] = Counter()
        for line in ended.log:
            found = _CALL.match(line)
            if found:
                seen[found[1]] += 1
                if str(folder) in line:
                    yield Call(found[1], seen[found[1]])

    def run(self, name: str, *options: str) -> Ended:
        """Run the errand under strace in a new folder of that name."""
        folder = self._root / name
        folder.mkdir()
        if self._base.exists():
            shutil.copytree(self._base, folder / "data")
        log, err = folder / "log", folder / "err"
        tracing = [word for option in options for word in ("-e", option)]
        ready = self._ready.get()
        pid = ready.fork(self._errand.words, environment(folder / "data" / "book.json"), err)
        command = ["strace", "-f", "-y", "-o", log, *tracing, "-p", str(pid)]
        with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as tracer:
            assert tracer.stderr is not None
            assert "attached" in tracer.stderr.readline()
            os.kill(pid, signal.SIGUSR1)
            status = ready.ended()
            tracer.wait(60)
        self._ready.put(ready)
        return Ended(status, err.read_text(), log.read_text(errors="replace").splitlines())

    def wrong(self, number: int, call: Call, fault: str) -> str:
        """What is wrong after a fault, in words; empty where nothing is."""
        for again in range(3):  # a module that is edited meanwhile is read by other calls, once
            folder = self._root / f"f{number}-{again}"
            ended = self.run(folder.name, f"trace={call.name}", f"inject={call.name}:{FAULTS[fault]}:when={call.nth}")
            if _was_hit(folder / "data", fault, ended):
                break
        found = "; ".join(self._violations(folder / "data", fault, ended))
        shutil.rmtree(folder)
        return found and f"{fault} at {call.name} {call.nth}: {found}"

    def _violations(self, folder: Path, fault: str, ended: Ended) -> Iterator[str]:
        book = folder / "book.json"
        if not _was_hit(folder, fault, ended):
            yield "it was not tried"
        if ended.status not in ({-signal.SIGKILL, 128 + signal.SIGKILL} if fault == "KILL" else {0, 1}):
            yield f"it ended with {ended.status}"
        if "Traceback" in ended.err:
            yield f"it ended with {ended.err}"
        if fault != "KILL" and unfinished(book):
            yield f"unfinished files were left: {unfinished(book)}"
        acknowledged = ended.status == 0
        is_old = _bytes(book) == self._bytes
        if not is_old and _content(book) != self._new:
            yield f"the book is neither the old one nor the new one: {_bytes(book)!r}"
        if acknowledged and is_old and self._errand.words == ("undo",):
            yield "the undo was acknowledged and not done"
        yield from self._wrong_lines(book, acknowledged, is_old)

    def _wrong_lines(self, book: Path, acknowledged: bool, is_old: bool) -> Iterator[str]:
        """File everything and capture one more; each line counts."""
        try:
            spooled = Run(book).keep(AFTERWARDS)[0].spooled
            found = lines_in(book)
        except (SwellError, OSError) as error:
            yield f"it cannot be used afterwards: {error}"
            return
        if spooled or waiting(str(book)):
            yield f"the next line could not be filed: {spooled}"
        allowed = {line: {count} for line, count in self._lines.items()} | {AFTERWARDS: {1}}
        if self._errand.words == ("undo",):
            undone = "Ana is looking for a barber"
            allowed[undone] = {self._lines[undone] if is_old else 0}
        else:
            allowed[LINE] = {1} if acknowledged or not is_old else {0, 1}
        for line in {*allowed, *found}:
            if found[line] not in allowed.get(line, ()):
                yield f"“{line}” stands in the book {found[line]} times"


def _was_hit(folder: Path, fault: str, ended: Ended) -> bool:
    """Whether it was a call of this folder that went wrong."""
    if fault == "KILL":
        last = [line for line in ended.log if _CALL.match(line)][-1:]
        return bool(last) and str(folder) in last[0] and "killed by SIGKILL" in ended.log[-1]
    return any("(INJECTED)" in line and str(folder) in line for line in ended.log)


def _bytes(book: Path) -> bytes | None:
    return book.read_bytes() if book.exists() else None


def _content(book: Path) -> list[str]:
    """What the book says, apart from ids, instants and what it says of itself."""
    data = _bytes(book)
    document: dict[str, dict[str, dict[str, Any]]] = json.loads(data) if data else {}
    records = [
        json.dumps({"table": table, **{name: value for name, value in record.items() if name not in ("id", "at")}})
        for table, rows in document.items()
        if table not in ("steps", "meta")
        for record in rows.values()
    ]
    steps = [f"{step['label']}{' undone' if step.get('undone') else ''}" for step in document.get("steps", {}).values()]
    return sorted([*records, *steps])
