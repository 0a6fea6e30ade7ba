"""What happens to a book on a small disk that others fill up, told as JSON: run inside a namespace of its own."""

import json
import os
import sys
from pathlib import Path

from tests.faults.book import Run, begin, lines_in, swell, unfinished
from tests.faults.test_full_disk import LINE, after

PAGE = os.sysconf("SC_PAGE_SIZE")


def fill(path: Path, free: int) -> None:
    """Take all room but so many pages."""
    with path.open("wb", buffering=0) as file:
        try:
            while True:
                file.write(bytes(PAGE))
        except OSError:
            file.truncate(max(0, file.tell() // PAGE * PAGE - free * PAGE))


def main(disk: Path) -> None:
    """Capture a line with more and more room, each time on a book of its own, and again once there is room."""
    told = []
    for free in range(8):
        book = disk / f"book{free}" / "book.json"
        begin(book)
        Run(book).keep(*(f"called Ana about matter {number} with a few words more" for number in range(20)))
        before = book.read_bytes()
        fill(disk / "filler", free)
        said = swell(book, "add", LINE)
        became = after(book, said, before)
        (disk / "filler").unlink()
        next_one = swell(book, "add", "called Ana about the attic")
        found = lines_in(book)
        wrong = next_one.returncode or found["called Ana about the attic"] != 1 or unfinished(book)
        told.append({"became": became, "undone": bool(wrong), "lost": (became != "said") - found[LINE]})
        for path in sorted(book.parent.rglob("*"), reverse=True):
            path.rmdir() if path.is_dir() else path.unlink()
    print(json.dumps(told))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
