"""The same key for several items: each as its source has it, what changed meanwhile left out and said."""

from collections.abc import Sequence
from datetime import date, timedelta

import pytest

from domain.book import Book, Put, Remove, Work
from domain.errors import BadInputError
from domain.inbox.item import Item
from domain.inbox.names import called
from domain.inbox.proposals import proposal
from domain.inbox.together import Task, Together, close_many, done_many, drop_many, snooze_many, thought_of_many
from domain.model import FollowUp, Rival, Snooze
from tests.domain.diary import TODAY, Diary

FRIDAY = date(2026, 11, 27)


def mixed() -> Diary:
    """A morning with something from many sources."""
    diary = Diary()
    ana, ben = diary.person("Ana Lopez"), diary.person("Ben Okafor")
    eve, may = diary.person("Eve Novak", ""), diary.person("May Tanaka", "wide", birthday="--11-22")
    diary.act(ana, ago=50)
    diary.act(eve, direction="got", kind="lead", text="a job lead", ago=3)
    diary.follow_up("promise", ana, text="the gym list")
    diary.follow_up("waiting", ben, text="the contract")
    diary.follow_up("reminder", ben, text="call Ben", repeat="weekly")
    diary.introduced(ana, ben, "asked_b", ago=9)
    diary.told(ben, "working_on", "a podcast", ago=70)
    diary.act(may, ago=2)
    return diary


def everything(diary: Diary) -> list[Item]:
    found = diary.inbox()
    return [*found.today, *found.more]


def make(diary: Diary, work: Work[Together]) -> Together:
    diary.make(work.changes)
    return work.result


def tasks(diary: Diary, items: Sequence[Item]) -> list[Task]:
    """Each item with the line that is proposed for it."""
    return [Task(item, proposal(item, diary.index(), diary.now)) for item in items]


def test_all_put_away_until_one_day() -> None:
    diary = mixed()
    items = everything(diary)
    assert len(items) == 8
    told = make(diary, snooze_many(diary.book, items, FRIDAY, diary.now, diary.id))
    assert (len(told.done), told.left) == (8, ())
    assert told.words == "eight items later, Fri 27 Nov"
    assert [item.source for item in everything(diary)] == ["first"]
    assert {item.key for item in items} <= {item.key for item in everything(diary.to(FRIDAY))}


def test_all_dropped_each_as_its_source_has_it() -> None:
    diary = mixed()
    told = make(diary, drop_many(diary.book, everything(diary), diary.now, diary.id))
    assert told.words == "eight items dropped"
    assert {one.state for one in diary.book.follow_ups.values()} == {"dropped"}
    assert [one.stage for one in diary.book.introductions.values()] == ["declined"]
    assert [item.source for item in everything(diary)] == ["first"]


def test_all_thought_of_leave_a_note_only_where_somebody_was_thought_of() -> None:
    diary = mixed()
    make(diary, thought_of_many(diary.book, everything(diary), diary.now, diary.id))
    notes = [one for one in diary.book.interactions.values() if one.text == "thought of"]
    ana, _, _, may = diary.book.contacts
    assert sorted(note.people for note in notes) == [(ana,), (may,)]
    assert [item.source for item in everything(diary)] == ["first"]


def test_all_done_make_an_interaction_each() -> None:
    diary = mixed()
    before = set(diary.book.interactions)
    items = everything(diary)
    told = make(diary, done_many(diary.book, tasks(diary, items), diary.now, diary.id, diary.settings))
    assert told.words == "eight items done"
    new = [one for id_, one in diary.book.interactions.items() if id_ not in before]
    assert sorted(one.raw for one in new) == [
        "called Ana", "called Ben", "got the contract from Ben", "introduced Ana to Ben",
        "messaged May, happy birthday", "sent Ana the gym list", "thanked Eve for the job lead",
    ]  # fmt: skip
    assert [one.learnt for one in diary.book.answers.values()] == [diary.now.day]
    assert [one.due for one in diary.book.follow_ups.values() if one.state == "open"] == ["2026-11-29"]
    assert diary.inbox().today == ()


def test_one_line_for_all_of_them() -> None:
    diary = Diary()
    for name in ("Ana Lopez", "Ben Okafor", "Cara Weiss"):
        diary.act(diary.person(name, "inner"), ago=20)
    marked = [Task(item, f"messaged {called(item.people[0], diary.book.contacts)}") for item in everything(diary)]
    told = make(diary, done_many(diary.book, marked, diary.now, diary.id, diary.settings))
    assert len(told.done) == 3
    assert len({one.people for one in diary.book.interactions.values() if one.kind == "message"}) == 3


def test_what_changed_meanwhile_is_left_out_with_its_reason_and_the_rest_is_done() -> None:
    diary = mixed()
    items = everything(diary)
    marked = tasks(diary, items)
    promise = next(one for one in diary.book.follow_ups.values() if one.kind == "promise")
    diary.change(promise, state="done")
    pair = next(iter(diary.book.introductions.values()))
    diary.change(pair, stage="made")
    told = make(diary, done_many(diary.book, marked, diary.now, diary.id, diary.settings))
    assert [left.item.source for left in told.left] == ["promise", "intro"]
    assert told.words == (
        "six items done; two items left out: "
        "This promise was closed meanwhile. This introduction has moved on meanwhile."
    )
    raws = [one.raw for one in diary.book.interactions.values()]
    assert "sent Ana the gym list" not in raws
    assert "called Ben" in raws


@pytest.mark.parametrize("act", [drop_many, thought_of_many])
def test_a_person_who_is_gone_is_left_out(act: object) -> None:
    diary = Diary()
    people = [diary.person(name, "inner") for name in ("Ana Lopez", "Ben Okafor")]
    for who in people:
        diary.act(who, ago=20)
    items = everything(diary)
    diary.make((Remove("contacts", people[0].id),))
    told = make(diary, act(diary.book, items, diary.now, diary.id))  # type: ignore[operator]
    assert (len(told.done), len(told.left)) == (1, 1)
    assert told.left[0].why == "Somebody this is about is no longer in the book."


def test_nothing_is_put_away_until_a_day_that_is_past() -> None:
    diary = mixed()
    with pytest.raises(BadInputError, match="not ahead"):
        snooze_many(diary.book, everything(diary), TODAY, diary.now, diary.id)


def test_captures_are_filed_one_by_one_and_the_rest_is_done() -> None:
    diary = Diary()
    diary.unfiled("called Sam")
    diary.follow_up("promise", diary.person("Ana Lopez"), text="the gym list")
    told = make(diary, done_many(diary.book, tasks(diary, everything(diary)), diary.now, diary.id, diary.settings))
    assert told.words == "one item done; one item left out: Captures are filed one by one."
    assert len(diary.book.captures) == 1


def test_two_fields_of_one_person_are_both_settled() -> None:
    diary = Diary()
    rivals = (Rival(field="role", value="potter"), Rival(field="place", value="Leeds"))
    ana = diary.person("Ana Lopez", rivals=rivals)
    make(diary, drop_many(diary.book, everything(diary), diary.now, diary.id))
    assert diary.book.contacts[ana.id].rivals == ()


def test_the_same_item_twice_is_done_once() -> None:
    diary = Diary()
    diary.act(diary.person("Ana Lopez", "inner"), ago=20)
    item = diary.item("rhythm")
    told = make(diary, thought_of_many(diary.book, [item, item], diary.now, diary.id))
    assert len(told.done) == 1


def test_lines_filed_elsewhere_leave_only_the_closing() -> None:
    diary = mixed()
    marked = tasks(diary, everything(diary))
    before = len(diary.book.interactions)
    make(diary, close_many(diary.book, marked, diary.now, diary.id))
    assert len(diary.book.interactions) == before
    assert diary.items("promise") == diary.items("thanks") == []


def test_the_book_that_was_given_stays_as_it_was() -> None:
    diary = mixed()
    before = diary.copy()
    marked = tasks(diary, everything(diary))
    done_many(diary.book, marked, diary.now, diary.id, diary.settings)
    drop_many(diary.book, [task.item for task in marked], diary.now, diary.id)
    for name in ("contacts", "interactions", "follow_ups", "introductions", "snoozes", "answers"):
        assert diary.book.table(name) == before.table(name)


def test_ten_thousand_at_once() -> None:
    diary = Diary()
    ana = diary.person("Ana Lopez")
    due = [
        FollowUp(id=f"{n:022d}", kind="reminder", due="2026-11-22", text="call", people=(ana.id,))
        for n in range(10_000)
    ]
    old = [Snooze(id=f"1{n:021d}", key=f"reminder:{n:022d}:2026-11-22", until="2026-11-20") for n in range(10_000)]
    diary.book = Book({"contacts": {ana.id: ana}}).with_changes(tuple(map(Put, (*due, *old))))
    told = make(diary, snooze_many(diary.book, diary.inbox().today, FRIDAY, diary.now, diary.id))
    assert told.words == "10000 items later, Fri 27 Nov"
    assert len(diary.book.snoozes) == 10_000
    assert [item.source for item in diary.inbox().today] == ["first"]
    assert len(diary.to(TODAY + timedelta(days=5)).inbox().today) == 10_000
