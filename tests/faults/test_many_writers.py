"""Eight processes write one book at once, in every way there is: whatever they are told is kept is there, once."""

from collections import Counter
from pathlib import Path

import pytest

from domain.model import FollowUp
from store.spool import waiting
from tests.faults.book import ANA, BEN, Run, begin, lines_in, unfinished
from tests.faults.workers import PROCESSES, adding, at_the_desk, reading, start, starting

EACH = 250
REAL = 24
"""Processes that are started as a user would start them."""
DESKS = ("north", "east", "south")


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """Two people, and enough that is due for each open window."""
    path = tmp_path / "book.json"
    due = [
        FollowUp(id=f"2{at:01d}{number:020d}", kind="reminder", due="2026-11-20", people=(ANA,), text=f"till ({mark})")
        for at, mark in enumerate(DESKS)
        for number in range(EACH // 5)
    ]
    begin(path, *due)
    return path


def test_all_that_eight_processes_are_told_is_kept_is_there_once(book: Path) -> None:
    def lines(mark: str) -> list[str]:
        return [f"called Ana about {mark} {number}" for number in range(EACH)]

    stop = PROCESSES.Event()
    reader = start(reading, book, stop)
    workers = [
        start(adding, book, lines("one")),
        start(adding, book, lines("two")),
        start(adding, book, lines("three"), "--later"),
        start(adding, book, lines("four"), "--later"),
        start(starting, book, lines("five"), REAL),
        *(start(at_the_desk, book, mark, EACH, BEN) for mark in DESKS),
    ]
    told = [one for worker in workers for one in worker.all_told()]
    stop.set()
    ((reads, unreadable),) = reader.all_told()
    Run(book).desk().file_deliveries()

    acknowledged = [one for one in told if isinstance(one, str)]
    edits = sum(one[0] == "edit" for one in told)
    closed = {one[1] for one in told if one[0] == "done"}
    print(f"\n{len(acknowledged)} captures and {edits} edits of {8 * EACH}, {len(closed)} of them done; {reads} reads")
    assert len(acknowledged) + edits == 8 * EACH
    assert lines_in(book) == Counter(dict.fromkeys(acknowledged, 1))
    found = Run(book).repository.whole_book()
    assert found.contacts[BEN].rev == 1 + edits
    assert {key for key, one in found.follow_ups.items() if one.state == "done"} == closed
    assert len(closed) == len(DESKS) * EACH // 5
    assert (unreadable, reads > 10) == ([], True)
    assert (waiting(str(book)), unfinished(book)) == ([], [])
