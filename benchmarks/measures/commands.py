"""Commands from start to end, against a Python that does nothing."""

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median

from benchmarks.figures import Effort, Figure, ratio
from benchmarks.sandbox import Sandbox, swell
from store.folders import sync_folder
from store.kept_gauge import forget_gauge
from store.kept_inbox import forget_counts
from store.spool import spool_of


def add(place: Sandbox, effort: Effort) -> list[Figure]:
    """A line is captured and on disk."""
    argv = [swell(), "add", "called", place.name, "about", "the", "studio", "in", "Leeds", "tag:design", "+2w"]
    told = json.loads(subprocess.check_output([*argv, "--json"], env=place.environment))
    if told["unfiled"]:
        raise RuntimeError(f"the line was not understood: {told['reason']}")
    return [_against_nothing("swell add", argv, place, effort, place.at_most(10, 40))]


def add_later(place: Sandbox, effort: Effort) -> list[Figure]:
    """A line is only spooled; the two syncs that it waits for are measured beside it and left out."""
    argv = [swell(), "add", "--later", "called", place.name, "about", "the", "studio", "in", "Leeds"]
    _run(argv, place)
    spool = Path(spool_of(str(place.book)))
    pairs, syncs = [], []
    for _ in range(effort.runs):
        took, nothing, disk = _run(argv, place), _run(_nothing(), place), _two_syncs(spool)
        pairs.append((took - disk, nothing))
        syncs.append(disk)
    shutil.rmtree(spool)  # nobody else shall file it
    value, beside = ratio(pairs)
    words = f"{beside}, without {median(syncs) * 1000:.1f} ms of the disk"
    return [Figure("swell add --later ÷ python -c pass", value, "×", words, 2.0)]


def momentum_short(place: Sandbox, effort: Effort) -> list[Figure]:
    """The gauge for a status line: as it was kept, after a line was added, and after somebody else changed the book."""
    argv, other = [swell(), "momentum", "--short"], [swell(), "add", "called", place.name, "about", "the", "move"]
    _run(argv, place)
    kept = _against_nothing("swell momentum --short", argv, place, effort, 2.2)
    added, changed = [], []
    for _ in range(effort.runs):
        _run(other, place)
        added.append((_run(argv, place), _run(_nothing(), place)))
    for _ in range(effort.runs):
        os.utime(place.book)
        changed.append((_run(argv, place), _run(_nothing(), place)))
        _run([swell(), "inbox", "--keep"], place)
    forget_gauge(str(place.book))  # nobody else shall keep it
    return [
        kept,
        _figure("swell momentum --short after swell add", added, 2.2),
        _figure("swell momentum --short after a change by others", changed, 2.2),
    ]


def inbox_count(place: Sandbox, effort: Effort) -> list[Figure]:
    """How many are due, for a shell prompt: as it was kept, and after somebody else has changed the book."""
    argv = [swell(), "inbox", "--count"]
    _run(argv, place)
    _run([swell(), "inbox", "--keep"], place)
    kept = _against_nothing("swell inbox --count", argv, place, effort, 2.2)
    pairs = []
    for _ in range(effort.runs):
        os.utime(place.book)
        pairs.append((_run(argv, place), _run(_nothing(), place)))
        _run([swell(), "inbox", "--keep"], place)
    changed = _figure("swell inbox --count after a change by others", pairs, 2.2)
    forget_counts(str(place.book))  # nobody else shall keep it
    return [kept, changed]


def _against_nothing(what: str, argv: Sequence[str], place: Sandbox, effort: Effort, most: float | None) -> Figure:
    return _figure(what, [(_run(argv, place), _run(_nothing(), place)) for _ in range(effort.runs)], most)


def _figure(what: str, pairs: Sequence[tuple[float, float]], most: float | None = None) -> Figure:
    value, beside = ratio(pairs)
    return Figure(f"{what} ÷ python -c pass", value, "×", beside, most)


def _nothing() -> Sequence[str]:
    return [sys.executable, "-c", "pass"]


def _two_syncs(spool: Path) -> float:
    """Seconds that the disk takes for a delivery: a small file, synced and renamed, and its folder."""
    began = time.perf_counter()
    with (spool / "tmp" / "beside").open("xb") as file:
        file.write(b"called Ana about the studio in Leeds")
        file.flush()
        os.fsync(file.fileno())
    (spool / "tmp" / "beside").rename(spool / "new" / ".beside")
    sync_folder(str(spool / "new"))
    return time.perf_counter() - began


def _run(argv: Sequence[str], place: Sandbox) -> float:
    """Seconds that a command takes."""
    began = time.perf_counter()
    subprocess.run(
        argv,
        env=place.environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        check=True,
    )
    return time.perf_counter() - began
