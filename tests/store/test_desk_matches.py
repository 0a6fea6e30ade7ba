"""The desk keeps its matches while the book changes: here, elsewhere, by many people at once, and with the day."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from domain.desk import Desk
from domain.model import TABLES, Answer, Contact, Question
from tests.tui.desk_host import Clock, Process, process


def said(number: int, who: Contact, question: Question, text: str) -> Answer:
    return Answer(id=f"18{number:020d}", contact=who.id, question=question, text=text, learnt="2026-11-13")


def person(number: int, name: str) -> Contact:
    return Contact(id=f"17{number:020d}", name=name)


CARA, DEE, BEN, MAY = (person(at, name) for at, name in enumerate(("Cara Weiss", "Dee Marsh", "Ben Okafor", "May Ho")))


@pytest.fixture
def here(tmp_path: Path) -> Process:
    """A book in which Cara looks for what Dee has."""
    one = process(tmp_path / "book.json")
    one.put("a book", CARA, DEE, BEN, MAY, said(1, CARA, "looking_for", "a studio"), said(2, DEE, "offers", "a studio"))
    one.desk.read_again()
    one.desk.catch_up()
    return one


def other(here: Process, clock: Clock | None = None) -> Process:
    return process(Path(here.repository.path), clock=clock)


def find(desk: Desk) -> None:
    for _ in desk.prepare_matches():
        pass


def pairs(desk: Desk) -> list[set[str]]:
    """Who the inbox would bring together."""
    found = desk.inbox()
    known = desk.book.contacts
    return [{known[one].name.split()[0] for one in item.people} for item in (*found.today, *found.more)
            if item.source == "match"]  # fmt: skip


def test_the_inbox_has_them_once_all_are_found_and_follows_what_is_written_here(here: Process) -> None:
    desk = here.desk
    assert pairs(desk) == []
    rounds = desk.prepare_matches()
    next(rounds)
    assert pairs(desk) == []
    assert not desk.matches_are_ready()
    for _ in rounds:
        pass
    assert pairs(desk) == [{"Cara", "Dee"}]
    desk.keep("Ben is looking for a bakery")
    desk.keep("May can help with a bakery")
    desk.catch_up()
    assert {"Ben", "May"} in pairs(desk)
    desk.undo()
    desk.catch_up()
    assert pairs(desk) == [{"Cara", "Dee"}]
    desk.redo()
    desk.catch_up()
    assert {"Ben", "May"} in pairs(desk)
    assert [hit.contact for hit in desk.search("looking:bakery")] == [BEN.id]
    desk.undo()
    desk.undo()
    desk.catch_up()
    assert desk.search("looking:bakery") == []


def test_what_another_process_writes_is_followed_by_what_differs(here: Process) -> None:
    desk = here.desk
    find(desk)
    kept = desk.matches()
    other(here).put("more", said(3, BEN, "looking_for", "a bakery"), said(4, MAY, "offers", "a bakery"))
    desk.read_again()
    desk.catch_up()
    assert desk.matches() is kept
    assert sorted(map(sorted, pairs(desk))) == [["Ben", "May"], ["Cara", "Dee"]]
    other(here).put("never", replace(DEE, circle="never"))
    desk.read_again()
    desk.catch_up()
    assert pairs(desk) == [{"Ben", "May"}]


def test_where_many_people_change_what_still_stands_is_told_until_all_are_found_anew(
    here: Process,
) -> None:
    desk = here.desk
    other(here).put("more", said(3, BEN, "looking_for", "a bakery"), said(4, MAY, "offers", "a bakery"))
    desk.read_again()
    desk.catch_up()
    find(desk)
    desk.introductions.not_these(BEN.id, MAY.id)
    crowd = [person(100 + number, f"P{number} Q") for number in range(60)]
    other(here).put("many", *crowd, said(5, BEN, "after", "a studio"))
    desk.read_again()
    desk.catch_up()
    assert not desk.matches_are_ready()
    assert pairs(desk) == [{"Cara", "Dee"}]
    find(desk)
    assert {"Ben", "Dee"} in pairs(desk)


def test_another_day_has_others(tmp_path: Path, here: Process) -> None:
    clock = Clock()
    desk = other(here, clock).desk
    find(desk)
    desk.introductions.not_these(CARA.id, DEE.id)
    desk.catch_up()
    assert pairs(desk) == []
    clock.move_on(timedelta(days=181))
    assert pairs(desk) == []
    clock.move_on(timedelta(days=-181))
    desk.undo()
    desk.catch_up()
    assert pairs(desk) == [{"Cara", "Dee"}]
    clock.move_on(timedelta(days=130))
    find(desk)
    assert pairs(desk) == []


def test_an_undo_and_a_redo_tell_what_they_change(here: Process) -> None:
    repository = here.repository
    here.put("three", replace(CARA, name="Cara W"), said(9, MAY, "offers", "a boat"))
    told = []
    for act in (repository.undo, repository.redo):
        known = repository.whole_book()
        act(lambda before, changes: told.append((before, before.with_changes(changes))))
        before, after = told[-1]
        assert before is known
        assert all(after.table(name) == other(here).desk.book.table(name) for name in TABLES)
    assert repository.whole_book().contacts[CARA.id].name == "Cara W"
