"""The disk is really full, or nothing more may be opened or written: the book stays whole, the line is kept or said.

The means: a limit on the size of files (which gives short writes), a small file system of memory, no handle left, and a
folder that may only be read.
"""

import errno
import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from store.spool import waiting
from tests.faults.book import ROOT, Run, begin, environment, lines_in, swell, unfinished
from tests.faults.workers import start, within

LINE = "called Ana about the till"
NOBODY = 65534


def after(book: Path, said: subprocess.CompletedProcess[str], before: bytes) -> str:
    """What became of a line that was captured when there was no room; it may have been filed."""
    assert unfinished(book) == []
    assert "Traceback" not in said.stderr
    if said.returncode:
        assert (said.returncode, said.stdout) == (1, "")
        assert said.stderr.rstrip().endswith(f"so this is not kept: {LINE}")
        assert waiting(str(book)) == []
        assert book.read_bytes() == before
        return "said"
    if book.read_bytes() == before:
        assert said.stderr.startswith("swell: kept in the spool, to be filed later: ")
        assert len(waiting(str(book))) == 1
        return "spooled"
    return "filed"


def test_a_limit_on_the_size_of_files(tmp_path: Path) -> None:
    base = tmp_path / "base" / "book.json"
    begin(base)
    Run(base).keep("called Ana about the studio +2w", "Ana is looking for a barber")
    size, seen = base.stat().st_size, []
    for limit in (0, 1, 40, 90, size // 2, size - 1, size, size + 100, size + 5000):
        book = tmp_path / str(limit) / "book.json"
        shutil.copytree(base.parent, book.parent)
        before = book.read_bytes()
        said = swell(book, "add", LINE, before=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit)))  # noqa: B023
        seen.append(after(book, said, before))
        assert swell(book, "add", "called Ana about the attic").returncode == 0
        found = lines_in(book)
        assert found[LINE] == (seen[-1] != "said")
        assert found["called Ana about the attic"] == 1
        assert waiting(str(book)) == []
    assert [*dict.fromkeys(seen)] == ["said", "spooled", "filed"]


def test_each_line_of_standard_input_is_kept_or_said(tmp_path: Path) -> None:
    book = tmp_path / "book.json"
    begin(book)
    lines = ["called Ana about one", f"called Ana about {'two ' * 500}".strip(), "called Ana about three"]
    said = swell(
        book,
        "add",
        "-",
        stdin="\n".join(lines),
        before=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000)),
    )
    assert said.returncode == 1
    Run(book).keep("called Ana about the attic")
    found = lines_in(book)
    assert [line for line in lines if (found[line] == 1) == (line in said.stderr)] == []


def test_a_small_disk_that_is_full_and_then_is_not(tmp_path: Path) -> None:
    if shutil.which("unshare") is None or subprocess.run(["unshare", "-Urm", "true"], capture_output=True).returncode:
        pytest.skip("unshare may not make a user namespace here")
    disk = tmp_path / "disk"
    disk.mkdir()
    command = f"mount -t tmpfs -o size=256k tmpfs {disk} && exec {sys.executable} -m tests.faults.small_disk {disk}"
    done = subprocess.run(
        ["unshare", "-Urm", "sh", "-c", command], cwd=ROOT, env=environment(disk), capture_output=True, text=True
    )
    if "mount:" in done.stderr:
        pytest.skip("a user namespace may not mount a tmpfs here")
    assert (done.returncode, done.stderr) == (0, "")
    seen: list[dict[str, Any]] = json.loads(done.stdout)
    assert [one["became"] for one in seen if one["undone"]] == []
    assert [*dict.fromkeys(one["became"] for one in seen)] == ["said", "spooled", "filed"]
    assert {one["lost"] for one in seen} == {0}


def without_handles(book: Path, spare: int) -> list[object]:
    """Keep a line where only so many more files may be open; then with all of them."""
    run = Run(book)
    run.keep("called Ana about the studio")  # all that is imported late is imported
    before = book.read_bytes()
    limit = max(map(int, os.listdir("/dev/fd"))) + 8
    resource.setrlimit(resource.RLIMIT_NOFILE, (limit, limit))
    taken = []
    with suppress(OSError):
        while True:
            taken.append(os.open(os.devnull, os.O_RDONLY))
    for handle in taken[len(taken) - spare :]:
        os.close(handle)
    kept = run.keep(LINE)[0]
    said = "said" if kept.lost.endswith(f"so this is not kept: {LINE}") else kept.lost
    became = said or ("spooled" if kept.spooled else "filed")
    for handle in taken[: len(taken) - spare]:
        os.close(handle)
    assert became == "filed" or book.read_bytes() == before
    return [became, unfinished(book), run.keep("called Ana about the attic")[0].spooled]


def test_no_handle_left(tmp_path: Path) -> None:
    seen = []
    for spare in range(5):
        book = tmp_path / str(spare) / "book.json"
        begin(book)
        ((became, left, spooled),) = start(within, without_handles, book, spare).all_told()
        assert (left, spooled) == ([], "")
        assert lines_in(book)[LINE] == (became != "said")
        assert lines_in(book)["called Ana about the attic"] == 1
        seen.append(became)
    assert [*dict.fromkeys(seen)] == ["said", "spooled", "filed"]


def as_nobody(book: Path, act: Callable[[Path], object]) -> object:
    """Do something as a user who may not write what may not be written, which root may."""
    if os.getuid() == 0:
        with tempfile.TemporaryDirectory() as folder:
            act(Path(folder, "book.json"))  # what is imported late may be out of the reach of nobody
        os.setgid(NOBODY)
        os.setuid(NOBODY)
    return act(book)


def keep_line(book: Path) -> str:
    """What becomes of a line."""
    kept = Run(book).keep(LINE)[0]
    return kept.lost or kept.spooled or "filed"


@pytest.mark.parametrize("spool", [True, False])
def test_a_folder_that_may_only_be_read(spool: bool) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        book = folder / "data" / "book.json"
        begin(book)
        if spool:
            Run(book).keep("called Ana about the studio")
        for path in (book.parent, *book.parent.rglob("*")):
            if os.getuid() == 0:
                os.chown(path, NOBODY, NOBODY)
        before = book.read_bytes()
        book.parent.chmod(0o500)
        try:
            (became,) = start(within, as_nobody, book, keep_line).all_told()
            assert book.read_bytes() == before
            assert unfinished(book) == []
        finally:
            book.parent.chmod(0o700)
        if spool:
            assert became.startswith(f"{book.parent}")
            assert "written" in became
        else:
            assert became == (
                f"{book}.d/spool cannot be written ({os.strerror(errno.EACCES)}), so this is not kept: {LINE}"
            )
        assert start(within, as_nobody, book, keep_line).all_told() == ["filed"]
        assert lines_in(book)[LINE] == (2 if spool else 1)
