"""The inbox after any changes and on any day is the one that a fresh reading of the book gives."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from hypothesis import settings as hypothesis
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from domain.book import Change, Put, Remove, table_of
from domain.inbox.day import inbox
from domain.inbox.index import Index
from domain.inbox.triage import dismiss, done_changes, snooze, thought_of
from domain.model import CIRCLES, QUESTIONS, Capture, Pause
from tests.domain.diary import TODAY, Diary, moment

PEOPLE = 5
KINDS = ("promise", "waiting", "reminder")
TABLES = ("contacts", "interactions", "answers", "follow_ups", "introductions", "snoozes", "captures", "pauses")


class Following(RuleBasedStateMachine):
    """Writes, triages and moves the clock, forth and back, with one index that follows."""

    @initialize()
    def begin(self) -> None:
        self.diary = Diary()
        self.people = [self.diary.person(f"Person {number}", "close") for number in range(PEOPLE)]
        for number, who in enumerate(self.people):
            for ago in range(number, 200, 30 + number):
                self.diary.act(who, ago=ago)
        self.index = self.diary.index()
        self.taken: list[tuple[Change, ...]] = []

    def write(self, *changes: Change) -> None:
        self.taken.append(tuple(self.inverse(change) for change in reversed(changes)))
        self.diary.make(changes)
        self.index.make(changes, self.diary.book)

    def put(self, record: Any) -> None:
        """Follow a record that the diary has just added."""
        self.taken.append((Remove(table_of(Put(record)), record.id),))
        self.index.make((Put(record),), self.diary.book)

    def inverse(self, change: Change) -> Change:
        """What takes a change back that is not made yet."""
        id_ = change.record.id if isinstance(change, Put) else change.id
        known = self.diary.book.table(table_of(change)).get(id_)
        return Put(known) if known is not None else Remove(table_of(change), id_)

    @rule()
    def undo(self) -> None:
        if self.taken:
            changes = self.taken.pop()
            self.diary.make(changes)
            self.index.make(changes, self.diary.book)

    @rule(one=st.integers(0, PEOPLE - 1), other=st.integers(0, PEOPLE - 1), ago=st.integers(-20, 300), data=st.data())
    def act(self, one: int, other: int, ago: int, data: st.DataObject) -> None:
        direction = data.draw(st.sampled_from(["gave", "got", "mutual", "none"]))
        kind = "note" if direction == "none" else data.draw(st.sampled_from(["call", "lead", "help", "thanks"]))
        people = {self.people[one].id: self.people[one], self.people[other].id: self.people[other]}
        self.put(self.diary.act(*people.values(), direction=direction, kind=kind, ago=ago))

    @rule(who=st.integers(0, PEOPLE - 1), kind=st.sampled_from(KINDS), due=st.integers(-20, 30), every=st.booleans())
    def agree(self, who: int, kind: Any, due: int, every: bool) -> None:
        repeat = "weekly" if every else ""
        self.put(self.diary.follow_up(kind, self.people[who], text="the list", due=due, repeat=repeat))

    @rule(who=st.integers(0, PEOPLE - 1), question=st.sampled_from(QUESTIONS), ago=st.integers(0, 200))
    def tell(self, who: int, question: Any, ago: int) -> None:
        self.put(self.diary.told(self.people[who], question, "a studio", ago=ago))

    @rule(a=st.integers(0, 1), b=st.integers(2, 4), stage=st.sampled_from(["idea", "asked_a", "made"]))
    def introduce(self, a: int, b: int, stage: Any) -> None:
        self.put(self.diary.introduced(self.people[a], self.people[b], stage, ago=25))

    @rule(who=st.integers(0, PEOPLE - 1), circle=st.sampled_from(("", *CIRCLES)), birthday=st.integers(-9, 9))
    def sort(self, who: int, circle: Any, birthday: int) -> None:
        known = self.diary.book.contacts.get(self.people[who].id, self.people[who])
        day = (self.diary.now.today + timedelta(days=birthday)).isoformat()
        self.write(Put(replace(known, circle=circle, circle_on=self.diary.now.day, birthday=day)))

    @rule(ago=st.integers(-5, 5), days=st.integers(0, 10))
    def pause(self, ago: int, days: int) -> None:
        first = self.diary.now.today + timedelta(days=ago)
        last = first + timedelta(days=days)
        self.write(Put(Pause(id=self.diary.id(), first=first.isoformat(), last=last.isoformat())))

    @rule()
    def keep_unfiled(self) -> None:
        self.write(Put(Capture(id=self.diary.id(), at=self.diary.now.stamp, line="called Sam")))

    @rule(data=st.data())
    def remove(self, data: st.DataObject) -> None:
        name = data.draw(st.sampled_from(TABLES))
        table = self.diary.book.table(name)
        if table:
            self.write(Remove(name, data.draw(st.sampled_from(sorted(table)))))

    @rule(data=st.data())
    def triage(self, data: st.DataObject) -> None:
        found = inbox(self.index, self.diary.now)
        items = [item for item in (*found.today, *found.more) if item.source != "unfiled"]
        if not items:
            return
        item = data.draw(st.sampled_from(items))
        book, now, ids = self.diary.book, self.diary.now, self.diary.id
        key = data.draw(st.sampled_from("sbxd"))
        if any(person not in book.contacts for person in item.people):
            return
        if key == "s":
            self.write(*snooze(book, item, now.today + timedelta(days=3), now, ids).changes)
        elif key == "b":
            self.write(*thought_of(book, item, now, ids).changes)
        elif key == "x":
            self.write(*dismiss(book, item, now, ids).changes)
        else:
            self.write(*done_changes(book, item, now, ids))

    @rule(days=st.integers(-40, 120))
    def move_the_clock(self, days: int) -> None:
        self.diary.to(days)

    @invariant()
    def nothing_is_remembered_wrongly(self) -> None:
        now, book = self.diary.now, self.diary.book
        followed, fresh = inbox(self.index, now), inbox(Index(book, self.diary.settings), now)
        assert followed.today == fresh.today
        assert list(followed.more) == list(fresh.more)


TestFollowing = Following.TestCase
TestFollowing.settings = hypothesis(max_examples=60, stateful_step_count=30, deadline=None, derandomize=True)


def test_a_clock_that_goes_backwards_brings_back_what_was_there() -> None:
    diary = Diary()
    for number in range(6):
        diary.act(diary.person(f"Person {number}", "close"), ago=25 + number)
    index = diary.index()
    days = [0, 40, 3, 200, 2, 1, 0]
    shown = [inbox(index, moment(TODAY + timedelta(days=day))).today for day in days]
    assert shown[0] == shown[-1]
    assert shown[2] == inbox(diary.index(), moment(TODAY + timedelta(days=3))).today


def test_the_edges_of_the_calendar_raise_nothing() -> None:
    diary = Diary()
    diary.act(diary.person("Ana Lopez", birthday="--01-01"))
    diary.told(diary.person("Ben Okafor"), "after", "a job")
    for day in (date(1, 1, 8), date(9999, 12, 30)):
        assert inbox(diary.index(), moment(day)) is not None
