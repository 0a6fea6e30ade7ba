"""Follow-ups changed and taken to their next turn."""

from datetime import date
from typing import Any

import pytest

from domain.agreed import Edit, due_on, edit, repeat_of, skip
from domain.book import Remove
from domain.errors import BadInputError, ChangedError, NotFoundError
from domain.inbox.triage import dismiss, done_changes, snooze
from domain.model import FollowUp, Rival
from tests.domain.diary import TODAY, Diary


def changed(diary: Diary, seen: FollowUp, **fields: Any) -> FollowUp:
    work = edit(diary.book, seen, Edit(**fields), diary.now)
    diary.make(work.changes)
    return work.result


def still_open(diary: Diary) -> FollowUp:
    (record,) = [one for one in diary.book.follow_ups.values() if one.state == "open"]
    return record


@pytest.mark.parametrize(
    ("phrase", "day"),
    [("fri", "2026-11-27"), ("2w", "2026-12-06"), ("3 dec", "2026-12-03"), ("tomorrow", "2026-11-23"),
     ("in 3 days", "2026-11-25"), ("next tue", "2026-11-24"), ("today", "2026-11-22")],
)  # fmt: skip
def test_a_day_by_any_phrase(phrase: str, day: str) -> None:
    assert due_on(phrase, TODAY).isoformat() == day


@pytest.mark.parametrize(
    ("phrase", "told"),
    [("yesterday", "is past"), ("2026-11-20", "is past"), ("3 days ago", "is past"), ("soon", "is no day"),
     ("", "is no day"), ("30 feb", "is no day"), ("\x1b[2J", "is no day")],
)  # fmt: skip
def test_what_is_no_day_ahead_is_said(phrase: str, told: str) -> None:
    with pytest.raises(BadInputError, match=told) as caught:
        due_on(phrase, TODAY)
    assert "\x1b" not in str(caught.value)


@pytest.mark.parametrize(("phrase", "kept"), [("2w", "2 weeks"), ("once", ""), ("", ""), (" No ", "")])
def test_a_repeat_by_any_phrase(phrase: str, kept: str) -> None:
    assert repeat_of(phrase) == kept


def test_each_field_is_changed_by_itself() -> None:
    diary = Diary()
    ana, ben = diary.person("Ana Lopez"), diary.person("Ben Okafor")
    record = diary.follow_up("promise", ana, text="the gym list", due=-2)
    record = changed(diary, record, due=date(2026, 12, 1))
    record = changed(diary, record, text="the swimming list ")
    record = changed(diary, record, repeat="every 2 weeks")
    record = changed(diary, record, people=(ben.id,))
    assert diary.book.follow_ups[record.id] == record
    assert (record.due, record.text, record.repeat) == ("2026-12-01", "the swimming list", "2 weeks")
    assert record.people == (ben.id,)
    assert changed(diary, record, repeat="once").repeat == ""
    assert edit(diary.book, still_open(diary), Edit(), diary.now).changes == ()


def test_an_edit_that_would_lose_what_another_wrote_is_declined() -> None:
    diary = Diary()
    seen = diary.follow_up("promise", diary.person("Ana Lopez"), text="the gym list")
    diary.change(seen, due="2026-12-24")
    with pytest.raises(ChangedError, match="Its day was changed meanwhile"):
        changed(diary, seen, due=date(2026, 12, 1))
    assert changed(diary, seen, text="the swimming list").due == "2026-12-24"
    diary.change(still_open(diary), state="done")
    with pytest.raises(ChangedError, match="This promise was closed meanwhile"):
        changed(diary, seen, text="another list")


def test_an_edit_needs_a_day_ahead_a_repeat_that_occurs_and_people_of_the_book() -> None:
    diary = Diary()
    seen = diary.follow_up("promise", diary.person("Ana Lopez"), text="the gym list", due=-2)
    with pytest.raises(BadInputError, match="is past"):
        changed(diary, seen, due=date(2026, 11, 21))
    with pytest.raises(BadInputError, match="never occurs"):
        changed(diary, seen, repeat="yearly on 30 feb")
    with pytest.raises(NotFoundError):
        changed(diary, seen, people=("nobody",))
    assert changed(diary, seen, due=date(2026, 11, 20), text="x").text == "x"


@pytest.mark.parametrize(
    ("repeat", "due", "today", "turn"),
    [
        ("2 weeks", "2026-11-20", "2026-11-22", "2026-12-04"),
        ("weekly on fri", "2026-11-20", "2026-11-22", "2026-11-27"),
        ("2 weeks on fri", "2026-11-20", "2026-11-28", "2026-12-04"),
        ("weekly on fri", "2026-11-22", "2026-11-22", "2026-11-27"),
        ("monthly on the 3rd", "2026-11-03", "2026-11-22", "2026-12-03"),
        ("monthly", "2026-01-31", "2026-01-31", "2026-02-28"),
        ("monthly on the last", "2026-02-28", "2026-02-28", "2026-03-31"),
        ("yearly on 29 feb", "2028-02-29", "2028-03-01", "2029-02-28"),
        ("daily", "2026-03-28", "2026-03-28", "2026-03-29"),
        ("daily", "2026-10-24", "2026-10-24", "2026-10-25"),
        ("daily", "2020-01-01", "2026-11-22", "2026-11-23"),
    ],
)
def test_skipping_takes_it_to_its_next_turn(repeat: str, due: str, today: str, turn: str) -> None:
    diary = Diary(date.fromisoformat(today))
    record = diary.follow_up("reminder", text="post", repeat=repeat)
    record = diary.change(record, due=due)
    work = skip(diary.book, record, diary.now)
    diary.make(work.changes)
    assert still_open(diary).due == turn
    assert still_open(diary).id == record.id
    assert work.result.startswith("this turn is skipped; next ")


def test_what_does_not_repeat_has_no_turn_to_skip() -> None:
    diary = Diary()
    record = diary.follow_up("reminder", text="post")
    with pytest.raises(BadInputError, match="does not come again"):
        skip(diary.book, record, diary.now)


def test_later_than_the_next_turn_skips_in_step() -> None:
    """Put off for a month, a fortnightly call stays fortnightly."""
    diary = Diary()
    diary.follow_up("reminder", diary.person("Ana Lopez", ""), text="call Ana", repeat="2 weeks")
    work = snooze(diary.book, diary.item("reminder"), date(2026, 12, 22), diary.now, diary.id)
    diary.make(work.changes)
    assert still_open(diary).due == "2027-01-03"
    assert work.result == "this turn is skipped; next 3 Jan 2027"
    assert diary.book.snoozes == {}


def test_sooner_than_the_next_turn_is_only_put_off() -> None:
    diary = Diary()
    diary.follow_up("reminder", text="post", repeat="2 weeks")
    diary.make(snooze(diary.book, diary.item("reminder"), date(2026, 11, 24), diary.now, diary.id).changes)
    assert still_open(diary).due == "2026-11-22"
    assert diary.items("reminder") == []
    assert diary.to(2).item("reminder")


def test_dropping_a_repeat_drops_all_its_turns() -> None:
    diary = Diary()
    diary.follow_up("reminder", text="post", repeat="weekly")
    work = dismiss(diary.book, diary.item("reminder"), diary.now, diary.id)
    diary.make(work.changes)
    assert work.result == "reminder dropped, and it does not come again"
    assert diary.to(30).items("reminder") == []


@pytest.mark.parametrize("repeat", ["now and then", "0 weeks", "yearly on 30 feb", "monthly on the 99th"])
def test_a_repeat_that_another_program_wrote_badly_is_still_done(repeat: str) -> None:
    diary = Diary()
    record = diary.follow_up("reminder", text="post", repeat=repeat)
    with pytest.raises(BadInputError, match="has no next turn"):
        skip(diary.book, record, diary.now)
    diary.make(done_changes(diary.book, diary.item("reminder"), diary.now, diary.id))
    assert {one.state for one in diary.book.follow_ups.values()} == {"done"}


def test_the_next_turn_takes_no_dispute_along() -> None:
    diary = Diary()
    record = diary.follow_up("reminder", text="post", repeat="weekly")
    diary.change(record, rivals=(Rival(field="text", value="post the talk"),))
    diary.make(done_changes(diary.book, diary.item("reminder"), diary.now, diary.id))
    assert still_open(diary).rivals == ()


def test_who_forgets_a_follow_up_is_told() -> None:
    diary = Diary()
    record = diary.follow_up("waiting", text="the contract", repeat="weekly")
    diary.make((Remove("follow_ups", record.id),))
    with pytest.raises(ChangedError, match="What you wait for was closed meanwhile"):
        skip(diary.book, record, diary.now)
