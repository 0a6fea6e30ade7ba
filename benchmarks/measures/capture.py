"""The hotkey prompt: how soon it answers after it was started, what a key takes, and what it sends at rest."""

import gc
import shutil
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from typing import Final

from benchmarks.figures import Effort, Figure, ninety_fifth, ratio
from benchmarks.measures.start import ONE_LABEL
from benchmarks.process import wait_until_idle
from benchmarks.sandbox import Sandbox, swell
from benchmarks.terminal import Terminal
from domain.capture.chips import chips
from domain.capture.names import Names
from domain.capture.understanding import understand
from domain.moment import Moment
from store.paths import beside
from store.repository import TinyBook

PROMPT: Final = "› "
ENTER: Final = "\r"
A_WHILE: Final = 3.0
"""Seconds for which it is left alone."""
COLUMNS, ROWS = 70, 5
"""What a popup of tmux with 72 columns and 7 rows leaves inside its border."""


def prompt(place: Sandbox, effort: Effort) -> list[Figure]:
    """From the key that opens the prompt to the line being kept."""
    line = f"called {place.name} about the studio in Leeds tag:design +fri"
    return [*_start(place, effort), *_keys(place, line), _domain(place, line), _enter(place, effort, line)]


def _start(place: Sandbox, effort: Effort) -> list[Figure]:
    """The echo of keys that were typed as it was started, and the preview with a name; each against a Textual app."""
    echoes, previews = [], []
    for _ in range(effort.starts):
        with _prompt(place) as opened:
            opened.send("called ")
            echo = opened.wait_for(f"{PROMPT}called")
        with _prompt(place) as opened:
            opened.send(f"called {place.name}")
            preview = opened.wait_for(f"call · {place.name}")
        with Terminal([sys.executable, ONE_LABEL], place.environment) as app:
            label = app.wait_for("ready")
        echoes.append((echo, label))
        previews.append((preview, label))
    return [_against_one_label("echo", echoes, 0.2), _against_one_label("preview", previews, place.at_most(0.5, 1.0))]


def _against_one_label(what: str, pairs: list[tuple[float, float]], most: float | None) -> Figure:
    value, beside_it = ratio(pairs)
    return Figure(f"capture {what} ÷ a Textual app with one label", value, "×", beside_it, most)


def _keys(place: Sandbox, line: str) -> list[Figure]:
    """Each letter of a line typed at rest, and then nothing for a while."""
    with _prompt(place) as opened:
        opened.wait_for(PROMPT)
        opened.settle()
        wait_until_idle(opened.pid)
        replies = [opened.press(letter) for letter in line]
        wait_until_idle(opened.pid)
        opened.settle()
        idle = opened.listen(A_WHILE)
    times, sizes = [reply.last * 1000 for reply in replies], [reply.size for reply in replies]
    return [
        Figure("capture key, to the last byte", median(times), "ms", f"95th {ninety_fifth(times):.1f}", 15),
        Figure("capture key, bytes", ninety_fifth(sizes), "bytes", f"95th; median {median(sizes):.0f}", 600),
        Figure("capture idle, a second", idle / A_WHILE, "bytes", "", 0),
    ]


def _domain(place: Sandbox, line: str) -> Figure:
    """What a key takes in the domain: understanding the line so far, and its chips."""
    book = TinyBook(str(place.book), origin="", session="", stamp=str, ids=str).book()
    names, moment = Names(book.contacts), Moment(datetime.now(UTC))
    gc.collect()
    times = []
    for end in range(1, len(line) + 1):
        began = time.perf_counter()
        chips(understand(line[:end], book, moment, names=names))
        times.append((time.perf_counter() - began) * 1000)
    beside_it = f"95th {ninety_fifth(times):.1f}"
    return Figure("capture key, in the domain", median(times), "ms", beside_it, place.at_most(None, 5))


def _enter(place: Sandbox, effort: Effort, line: str) -> Figure:
    """From enter to the end of the program, the line being filed."""
    times = []
    for _ in range(effort.starts):
        with _prompt(place) as opened:
            opened.wait_for(PROMPT)
            opened.send(line)
            opened.settle()
            wait_until_idle(opened.pid)
            began = time.perf_counter()
            opened.send(ENTER)
            if opened.wait():
                raise RuntimeError(f"the line was not kept; the screen shows:\n{opened.text}")
            times.append((time.perf_counter() - began) * 1000)
    return Figure("capture enter, to the end of the program", median(times), "ms", "the line is filed")


@contextmanager
def _prompt(place: Sandbox) -> Iterator[Terminal]:
    """The prompt as its hotkey opens it, with no draft of an earlier one."""
    with Terminal([swell(), "capture"], place.environment, COLUMNS, ROWS) as opened:
        yield opened
    shutil.rmtree(Path(beside(str(place.book)), "drafts"), ignore_errors=True)
