"""Triage on a real book: several items are one step of undo, and other processes may have been there before."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from domain.book import Book, Remove, Work
from domain.inbox.item import Item
from domain.model import Capture, Contact, FollowUp, Interaction, Snooze
from tests.tui.desk_host import NOW, Process, process

SEPTEMBER = "2026-09-01T09:00:00+00:00"


def called(number: int, who: Contact) -> Interaction:
    """A call in September, logged then."""
    return Interaction(id=f"1788253200000{number:09d}", at=SEPTEMBER, direction="gave", kind="call", people=(who.id,))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A book with five people out of rhythm, a promise and something waited for."""
    path = tmp_path / "book.json"
    people = [Contact(id=f"{n:022d}", name=f"Person{name}", circle="close") for n, name in enumerate("ABCDE", 1)]
    due = [
        FollowUp(id=f"{90:022d}", kind="promise", due="2026-11-20", people=(people[0].id,), text="the gym list"),
        FollowUp(id=f"{91:022d}", kind="waiting", due="2026-11-20", people=(people[1].id,), text="the contract"),
    ]
    process(path).put("begin", *people, *map(called, range(5), people), *due)
    return path


def items(one: Process) -> list[Item]:
    one.desk.read_again()
    one.desk.catch_up()
    found = one.desk.inbox()
    return [item for item in (*found.today, *found.more) if item.source != "first"]


def tables(path: Path) -> dict[str, dict[str, object]]:
    book = process(path).desk.book
    return {name: dict(book.table(name)) for name in ("interactions", "follow_ups", "snoozes", "contacts", "captures")}


def without_revisions(tables: dict[str, dict[str, object]]) -> dict[str, dict[str, object]]:
    return {name: {id_: replace(one, rev=0) for id_, one in table.items()} for name, table in tables.items()}  # type: ignore[type-var]


@pytest.mark.parametrize("key", ["d", "s", "b", "x"])
def test_several_items_are_one_step_and_one_undo_brings_all_back(path: Path, key: str) -> None:
    here = process(path)
    before, steps = tables(path), len(here.desk.steps())
    marked = items(here)
    assert len(marked) == 7
    if key == "d":
        told = here.desk.done_many([(item, here.desk.proposal(item)) for item in marked])
    elif key == "s":
        told = here.desk.snooze_many(marked, NOW.today + timedelta(days=5))
    elif key == "b":
        told = here.desk.thought_of_many(marked)
    else:
        told = here.desk.drop_many(marked)
    assert (len(told.done), told.left) == (7, ())
    assert items(here) == []
    assert len(here.desk.steps()) == steps + 1
    if key == "d":
        assert len(tables(path)["interactions"]) == len(before["interactions"]) + 7
    here.desk.undo()
    assert without_revisions(tables(path)) == without_revisions(before)
    here.desk.redo()
    assert items(here) == []


def test_what_another_process_closed_is_left_out_and_its_line_is_not_kept(path: Path) -> None:
    here, there = process(path), process(path)
    marked = items(here)
    promise = next(item for item in marked if item.source == "promise")
    there.desk.done(promise, there.desk.proposal(promise))
    told = here.desk.done_many([(item, here.desk.proposal(item)) for item in marked])
    assert [left.item.key for left in told.left] == [promise.key]
    assert "one item left out: This promise was closed meanwhile." in told.words
    raws = [one.raw for one in process(path).desk.book.interactions.values()]
    assert raws.count("sent PersonA the gym list") == 1


def test_a_contact_deleted_elsewhere_while_its_item_is_open(path: Path) -> None:
    here, there = process(path), process(path)
    quiet = [item for item in items(here) if item.source == "rhythm"]
    gone = quiet[0].people[0]
    there.repository.apply(lambda _: Work("forget", (Remove("contacts", gone),), None))
    told = here.desk.done_many([(item, here.desk.proposal(item)) for item in quiet])
    assert (len(told.done), len(told.left)) == (4, 1)
    assert not process(path).desk.book.captures
    assert gone not in {person for item in items(here) for person in item.people if item.source == "rhythm"}


def test_a_book_that_cannot_be_written_keeps_the_lines_in_the_spool(path: Path) -> None:
    here = process(path)
    marked = items(here)
    path.write_bytes(path.read_bytes()[:-200])
    told = here.desk.done_many([(item, f"called {item.people[0]}") for item in marked])
    assert told.done == ()
    assert told.words.startswith("kept in the spool, to be filed later")
    assert here.desk.deliveries()


def test_a_nudge_is_a_line_and_a_week_in_one_step(path: Path) -> None:
    here = process(path)
    waiting = next(item for item in items(here) if item.source == "waiting")
    filed = here.desk.nudge(waiting)
    assert filed.label == "nudged PersonB about the contract"
    record = here.repository.whole_book().follow_ups[waiting.record]
    assert (record.state, record.due) == ("open", "2026-11-29")
    here.desk.undo()
    assert process(path).desk.book.follow_ups[waiting.record].due == "2026-11-20"


def test_a_capture_done_is_mended_as_of_its_day(path: Path) -> None:
    line = Capture(id=f"{77:022d}", at="2026-11-20T08:00:00+00:00", line="called her")
    process(path).put("capture", line)
    here = process(path)
    unfiled = next(item for item in items(here) if item.source == "unfiled")
    here.desk.done(unfiled, "called PersonC")
    book: Book = process(path).desk.book
    assert book.captures == {}
    (record,) = [one for one in book.interactions.values() if one.raw == "called PersonC"]
    assert record.at.startswith("2026-11-20")


def test_a_backlog_is_spread_and_comes_back_with_one_undo(tmp_path: Path) -> None:
    path = tmp_path / "book.json"
    people = [Contact(id=f"{n:022d}", name=f"Person{n}", circle="close") for n in range(1, 21)]
    process(path).put("begin", *people, *map(called, range(20), people))
    here = process(path)
    offer = here.desk.welcome()
    assert offer is not None
    assert (offer.waiting, offer.spread) == (20, 20)
    assert here.desk.spread() == "20 items spread over the coming weeks; promises stay"
    assert items(here) == []
    assert here.desk.welcome() is None
    here.desk.undo()
    assert len(items(here)) == 20
    assert here.desk.welcome() == offer


def test_a_review_tells_what_this_window_and_others_did(path: Path) -> None:
    here, there = process(path), process(path)
    marked = items(here)
    began = here.desk.book
    promise = next(item for item in marked if item.source == "promise")
    here.desk.done(promise, here.desk.proposal(promise))
    there.desk.keep("called PersonE about the move")
    items(here)
    told = here.desk.review(began)
    assert [entry.what for entry in told.went_out] == ["the gym list to PersonA", "a call with PersonE"]
    assert told.went_out[0].aside == "promise kept"
    assert told.points == 4


def test_people_are_sorted_one_key_each_and_each_can_be_taken_back(path: Path) -> None:
    process(path).put("import", *(Contact(id=f"{n:022d}", name=f"New{n}") for n in range(200, 245)))
    here = process(path)
    queue = here.desk.sort_queue()
    assert len(queue) == 45
    assert here.desk.why_now(queue[0]).startswith("new ")
    for contact in queue[:3]:
        here.desk.set_circles([contact], "wide")
    items(here)
    assert len(here.desk.sort_queue()) == 42
    here.desk.undo()
    items(here)
    assert len(here.desk.sort_queue()) == 43
    assert here.desk.sort_queue(queue)[:1] == []
    assert [one.circle for one in here.desk.set_circles(queue[3:5], "never")] == ["never", "never"]


def test_gives_and_an_opening_come_from_the_same_book(path: Path) -> None:
    here = process(path)
    assert next(give.words for give in here.desk.gives(5)) == "send PersonA the gym list"
    assert here.desk.opening(f"{5:022d}") == "ask what PersonE is looking for"


def test_putting_the_same_item_away_twice_leaves_one_snooze(path: Path) -> None:
    here = process(path)
    item = items(here)[-1]
    here.desk.snooze(item, NOW.today + timedelta(days=3))
    here.desk.snooze(item, NOW.today + timedelta(days=9))
    snoozes: list[Snooze] = list(process(path).desk.book.snoozes.values())
    assert [one.until for one in snoozes] == ["2026-12-01"]
