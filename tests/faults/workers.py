"""What the processes of these tests do; each tells what it has done through a pipe, once it is done."""

import gc
import itertools
import os
import random
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass, replace
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerProcess
from multiprocessing.synchronize import Event
from pathlib import Path
from typing import Any, Final

from cli.filing import file_waiting
from cli.main import run
from domain.book import Put, Remove, Work
from domain.desk import Desk
from domain.errors import BookError, BusyError
from tests.faults.book import BEN, Run, lines_in, swell

PROCESSES: Final = get_context("forkserver")
PROCESSES.set_forkserver_preload([__name__])


@dataclass(frozen=True)
class Worker:
    """A process that works, and what it tells."""

    process: ForkServerProcess
    told: Connection

    def all_told(self) -> list[Any]:
        """What it has told until it ended, or was ended."""
        found = []
        while True:
            try:
                found.append(self.told.recv())
            except EOFError:
                self.process.join()
                return found


def start(work: Callable[..., None], *arguments: object) -> Worker:
    """A process that does that work with these arguments, after the end of its pipe."""
    here, there = PROCESSES.Pipe(duplex=False)
    process = PROCESSES.Process(target=work, args=(there, *arguments), daemon=True)
    process.start()
    there.close()
    return Worker(process, here)


def _words(book: Path, *words: str) -> int:
    """What the command line does, in this process; its exit status."""
    with open(os.devnull, "w") as nowhere, redirect_stdout(nowhere), redirect_stderr(nowhere):
        os.environ |= {"SWELL_FILE": str(book), "SWELL_CONFIG": str(book.with_name("none.toml"))}
        status = run(list(words))
    gc.collect()  # a command turns this off, as it ends the process
    return status


def adding(tell: Connection, book: Path, lines: list[str], *options: str) -> None:
    """Capture each line with `swell add`; tell those that are acknowledged."""
    for line in lines:
        if _words(book, "add", *options, line) == 0:
            tell.send(line)


def starting(tell: Connection, book: Path, lines: list[str], real: int) -> None:
    """The same, now and then later; so many of the lines by a real process each."""
    for number, line in enumerate(lines):
        if number % (len(lines) // real) == 0:
            status = swell(book, "add", line).returncode
        else:
            status = _words(book, "add", *(["--later"] if number % 3 else []), line)
        if status == 0:
            tell.send(line)


def at_the_desk(tell: Connection, book: Path, mark: str, count: int, person: str) -> None:
    """So many captures, edits and done items of an open window, which also files what others left in the spool."""
    desk = Run(book, "swell").desk()
    items = [one for one in desk.inbox().today if f"({mark})" in one.reason]
    for number in range(count):
        _look(desk)
        line = f"called Ana about {mark} {number}"
        if number % 5 == 1 and items:
            item = items.pop()
            if _kept(lambda: desk.done(item, line)):  # noqa: B023  # called at once
                tell.send(line)
                tell.send(("done", item.record))
        elif number % 5 in (2, 4):
            circle = ("close", "active")[number % 2]
            if _kept(lambda: desk.set_circle(person, circle)):  # noqa: B023
                tell.send(("edit", circle))
        elif _kept(lambda: desk.keep(line)):  # noqa: B023
            tell.send(line)


def _look(desk: Desk) -> None:
    """What an open window does twice a second."""
    try:
        if desk.changed():
            desk.read_again()
        if desk.deliveries():
            desk.file_deliveries()
    except BusyError:
        pass
    finally:
        desk.catch_up()


def _kept(act: Callable[[], object]) -> bool:
    """Whether a use case was done, at the second or third go where others were at it."""
    for _ in range(3):
        try:
            act()
        except BusyError:
            continue
        return True
    return False


def reading(tell: Connection, book: Path, stop: Event) -> None:
    """Read the book until told to stop; tell how often, and what could not be read or had become less."""
    count, most, wrong = 0, 0, []
    run = Run(book, "swell log")
    while not stop.is_set():
        try:
            found = len(run.repository.whole_book().interactions)
            fresh = sum(lines_in(book).values())
        except BookError as error:
            wrong.append(str(error))
            continue
        if found < most or fresh < found:
            wrong.append(f"{most} interactions became {found} and {fresh}")
        count, most = count + 1, max(most, found)
    tell.send((count, wrong))


def until_killed(tell: Connection, book: Path, round_: str, seed: str, growing: bool) -> None:
    """Capture, edit, undo and delete until the end; tell what each will have done, then that it is done."""
    chance, run = random.Random(seed), Run(book)
    undoable: list[dict[str, str | int]] = []
    spooled: list[str] = []
    tell.send("ready")
    for number in itertools.count():
        kinds = {"keep": 4, "later": 2, "edit": 1, "delete": 1 if growing else 6, "undo": 1 if growing else 3}
        kind = chance.choices(list(kinds), list(kinds.values()))[0]
        line = f"called Ana about {round_} {number}"
        if kind == "keep":
            tell.send({line: 1})
            run.keep(line)
            undoable += [{one: 0} for one in (*spooled, line)]
            spooled.clear()
        elif kind == "later":
            tell.send({line: 1})
            run.repository.deliver(line, run.moment().stamp)
            spooled.append(line)
        elif kind == "edit":
            ben = run.repository.book().contacts[BEN]
            tell.send({"notes": line})
            run.repository.apply(lambda _: Work("edit", (Put(replace(ben, notes=line)),), None))  # noqa: B023
            undoable.append({"notes": ben.notes})
        elif kind == "delete" and (there := list(run.repository.book().interactions.values())):
            gone = chance.choice(there)
            tell.send({gone.raw: 0})
            run.repository.apply(lambda _: Work("delete", (Remove("interactions", gone.id),), None))  # noqa: B023
            undoable.append({gone.raw: 1})
        elif kind == "undo" and undoable:
            tell.send(undoable.pop())
            run.repository.undo()
        else:
            continue
        tell.send("done")


def filing(tell: Connection, book: Path, times: int) -> None:
    """File what waits in the spool, so many times; tell the key of each line that was filed here."""
    for _ in range(times):
        for key in file_waiting(Run(book, "swell inbox")):
            tell.send(key)


def within(tell: Connection, act: Callable[..., object], *arguments: object) -> None:
    """Do something in a process of its own, because it changes what the process may do; tell what it gave."""
    tell.send(act(*arguments))
