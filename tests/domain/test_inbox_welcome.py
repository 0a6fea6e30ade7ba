"""Welcome back: when it is offered, what it would do, and that it does so."""

from collections import Counter
from datetime import timedelta

import pytest

from domain.book import Book, Put
from domain.inbox.day import inbox
from domain.inbox.index import Index
from domain.inbox.triage import snooze
from domain.inbox.welcome import Welcome, days_away, spread, welcome
from domain.model import Interaction
from tests.domain.diary import TODAY, Diary, moment


def away(days: int, many: int = 20) -> Diary:
    """Somebody who wrote all this down and then was away for some days."""
    diary = Diary(TODAY - timedelta(days=days))
    for number in range(many):
        who = diary.person(f"Person {number}", "close")
        diary.act(who, ago=60 + number)
    diary.follow_up("promise", who, text="the gym list", due=2)
    diary.follow_up("waiting", who, text="the contract", due=1)
    diary.follow_up("reminder", who, text="call", due=3, repeat="weekly")
    diary.follow_up("reminder", who, text="the venue", due=4)
    diary.told(who, "after", "her own practice", ago=70)
    return diary.to(TODAY)


def offered(diary: Diary) -> Welcome | None:
    return welcome(diary.index(), diary.now)


def test_it_is_offered_after_seven_days_and_says_what_it_would_do() -> None:
    found = offered(away(9))
    assert found == Welcome(away=9, waiting=25, today=1, spread=22, later=2)
    assert found.sentence == (
        "You were away for 9 d; 25 wait. Spread them: one item today, 22 over two weeks and 2 with their next turn."
    )


@pytest.mark.parametrize(("days", "many", "expected"), [(6, 20, False), (7, 20, True), (30, 9, False), (30, 10, True)])
def test_not_after_a_few_days_and_not_for_a_few_items(days: int, many: int, expected: bool) -> None:
    """With the promise, the two reminders, the wait and the answer, ten more are fifteen."""
    assert (offered(away(days, many)) is not None) == expected


@pytest.mark.parametrize("sign", ["act", "note", "unfiled", "snooze", "closed"])
def test_any_act_of_yours_says_that_you_are_here(sign: str) -> None:
    diary = away(9)
    if sign == "act":
        diary.act(diary.person("Ana Lopez", ""), ago=3)
    elif sign == "note":
        diary.act(diary.person("Ana Lopez", ""), direction="none", kind="note")
    elif sign == "unfiled":
        diary.unfiled("called Sam")
    elif sign == "snooze":
        item = diary.item("stale")
        diary.make(snooze(diary.book, item, TODAY + timedelta(days=3), diary.now, diary.id).changes)
    else:
        record = next(iter(diary.book.follow_ups.values()))
        diary.change(record, state="done", closed=diary.now.day)
    assert offered(diary) is None


def test_people_brought_in_meanwhile_say_nothing_about_you() -> None:
    diary = away(9)
    diary.person("Ana Lopez", "")
    assert offered(diary) is not None


def test_nobody_is_welcomed_to_an_empty_book_or_by_a_clock_that_went_backwards() -> None:
    assert offered(Diary()) is None
    assert days_away(Book({}), moment()) is None
    diary = away(9)
    assert days_away(diary.book, moment(TODAY - timedelta(days=20))) is None


def test_ids_of_another_make_are_read() -> None:
    record = Interaction(id="7", at="2026-01-01", direction="gave", kind="call")
    diary = away(9)
    assert days_away(diary.book.with_changes((Put(record),)), diary.now) == 9


def test_spreading_leaves_promises_today_and_the_rest_over_two_weeks() -> None:
    diary = away(9)
    index = diary.index()
    work = spread(index, diary.now, diary.id)
    diary.make(work.changes)
    assert work.label == "welcome back: 24 items spread"
    found = diary.inbox()
    assert [item.source for item in (*found.today, *found.more)] == ["promise"]
    came = Counter[int]()
    seen: set[str] = set()
    for day in range(1, 31):
        found = inbox(index := Index(diary.book, diary.settings), moment(TODAY + timedelta(days=day)))
        fresh = {item.key for item in (*found.today, *found.more)} - seen
        came[day] = len(fresh)
        seen |= fresh
    assert came[1] < 8
    assert max(came.values()) < 8
    assert sum(came[day] for day in range(1, 15)) >= 23
    assert offered(diary) is None


def test_a_repeat_goes_to_its_next_turn_and_a_wait_is_put_off() -> None:
    diary = away(9)
    diary.make(spread(diary.index(), diary.now, diary.id).changes)
    records = {one.text: one for one in diary.book.follow_ups.values()}
    assert (records["call"].due, records["the contract"].state) == ("2026-11-23", "open")
    assert records["the contract"].due == "2026-11-14"


def test_the_same_backlog_is_spread_in_the_same_way_everywhere() -> None:
    diary = away(9)
    one = spread(diary.index(), diary.now, diary.id).changes
    other = spread(Index(diary.copy(), diary.settings), diary.now, diary.id).changes
    days = [[(c.record.key, c.record.until) for c in changes if isinstance(c, Put) and hasattr(c.record, "key")]
            for changes in (one, other)]  # fmt: skip
    assert days[0] == days[1]


def test_ten_thousand_are_spread_as_one_step() -> None:
    diary = Diary(TODAY - timedelta(days=30))
    people = [diary.person(f"Person {number}", "close") for number in range(3)]
    for number in range(2_000):
        diary.follow_up("reminder", people[number % 3], text=f"thing {number}")
    diary.to(TODAY)
    work = spread(diary.index(), diary.now, diary.id)
    assert len(work.changes) == 2_003


def test_thanks_are_spread_no_further_than_they_are_owed() -> None:
    diary = Diary(TODAY - timedelta(days=9))
    for number in range(20):
        giver = diary.person(f"Giver {number}", "")
        diary.act(giver, direction="got", kind="help", ago=number)
    diary.to(TODAY)
    owed = {item.key for item in diary.items("thanks")}
    diary.make(spread(diary.index(), diary.now, diary.id).changes)
    assert diary.items("thanks") == []
    seen: set[str] = set()
    for _ in range(14):
        diary.to(1)
        seen |= {item.key for item in diary.items("thanks")}
    assert seen == owed
