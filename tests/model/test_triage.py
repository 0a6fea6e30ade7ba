"""Keys on the inbox, one item or many, with undo, other writers and a clock that moves, against a model of the book."""

import shutil
from contextlib import ExitStack
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from tempfile import mkdtemp
from typing import Any, Final

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from domain.book import Book, Remove, Work
from domain.errors import ChangedError, NotFoundError, SwellError
from domain.inbox.day import inbox_of
from domain.inbox.item import Item
from domain.model import TABLES, Capture, Circle, Contact, FollowUp, Interaction, Record
from domain.moment import Moment
from tests.model.power_cut import NoWaiting, standing_in
from tests.tui.desk_host import NOW, Clock, Process, process

NAMES: Final = ("Ana", "Ben", "Cara", "Dee", "Eve", "Tom")
CIRCLES: Final[tuple[Circle, ...]] = ("inner", "close", "active", "wide", "close", "inner")
Tables = dict[str, dict[str, Record]]


def as_written(book: Book) -> Tables:
    """Every record without its revision, which each write raises."""
    return {name: {id_: replace(one, rev=0) for id_, one in book.table(name).items()} for name in TABLES}


class Triage(RuleBasedStateMachine):
    """Two windows: here keys are pressed, there somebody else writes."""

    @initialize()
    def begin(self) -> None:
        self.stack = ExitStack()
        self.stack.enter_context(standing_in(NoWaiting()))
        self.root = Path(mkdtemp())
        self.path = self.root / "book.json"
        self.clock = Clock()
        self.number = 0
        self.there = process(self.path, clock=self.clock)
        people = [
            Contact(id=self.id(), name=name, circle=circle, birthday="--11-25")
            for name, circle in zip(NAMES, CIRCLES, strict=True)
        ]
        self.people = [one.id for one in people]
        acts = [
            Interaction(id=self.id(), at=self.day(-days), direction=direction, kind=kind, people=(one.id,))
            for one in people
            for days, direction, kind in ((200, "gave", "call"), (60, "mutual", "meet"), (9, "got", "lead"))
        ]
        self.there.put("begin", *people, *acts[: -4 or None])
        self.here = process(self.path, clock=self.clock)
        self.before: list[Tables] = []
        """The book before each step made here that was not taken back, while nobody else has written."""
        self.after: list[Tables] = []
        """The book after each step taken back."""

    def teardown(self) -> None:
        self.stack.close()
        shutil.rmtree(self.root)

    def id(self) -> str:
        self.number += 1
        return f"{int(self.clock().at.timestamp() * 1000) - 900_000_000:013d}{self.number:09d}"

    def day(self, days: int) -> str:
        return Moment(self.clock().at + timedelta(days=days)).stamp

    def items(self) -> list[Item]:
        """What this window shows now."""
        if self.here.desk.changed():
            self.here.desk.read_again()
        self.here.desk.catch_up()
        found = self.here.desk.inbox()
        return [*found.today, *found.more]

    def pressed(self, act: Any) -> None:
        """Do something here; the model notes the book before it, or that nothing was done."""
        before = as_written(process(self.path).desk.book)
        try:
            act()
        except SwellError:
            assert as_written(process(self.path).desk.book) == before
            return
        if as_written(process(self.path).desk.book) != before:
            self.before.append(before)
            self.after.clear()

    @rule(data=st.data(), key=st.sampled_from("dsbxn"), days=st.integers(-2, 30))
    def press(self, data: st.DataObject, key: str, days: int) -> None:
        """One key on one item, that may not stand any more."""
        items = self.items()
        if not items:
            return
        item, desk = data.draw(st.sampled_from(items)), self.here.desk
        until = self.clock().today + timedelta(days=days)
        acts = {
            "d": lambda: desk.done(item, desk.proposal(item) or "posted something"),
            "s": lambda: desk.snooze(item, until),
            "b": lambda: desk.thought_of(item),
            "x": lambda: desk.drop(item),
            "n": lambda: desk.nudge(item),
        }
        self.pressed(acts[key])

    @rule(data=st.data(), key=st.sampled_from("dsbx"))
    def press_on_many(self, data: st.DataObject, key: str) -> None:
        """One key on several items, some of which somebody else has just seen to."""
        items = self.items()
        if not items:
            return
        marked, desk = data.draw(st.lists(st.sampled_from(items), min_size=1, max_size=6)), self.here.desk
        steps = len(desk.steps())
        until = self.clock().today + timedelta(days=3)
        acts = {
            "d": lambda: desk.done_many([(item, desk.proposal(item)) for item in marked]),
            "s": lambda: desk.snooze_many(marked, until),
            "b": lambda: desk.thought_of_many(marked),
            "x": lambda: desk.drop_many(marked),
        }
        self.pressed(acts[key])
        assert len(desk.steps()) <= steps + 1
        left = {item.key for item in self.items()}
        if key == "s":
            assert not left & {item.key for item in marked}

    @rule()
    def spread(self) -> None:
        self.items()
        self.pressed(self.here.desk.spread)
        assert all(item.source != "rhythm" for item in self.items())

    @rule()
    def undo(self) -> None:
        try:
            self.here.desk.undo()
        except (ChangedError, NotFoundError):
            self.before.clear()
            self.after.clear()
            return
        if self.before:
            now = as_written(process(self.path).desk.book)
            self.after.append(now)
            assert now == self.before.pop()

    @rule()
    def redo(self) -> None:
        before = as_written(process(self.path).desk.book)
        try:
            self.here.desk.redo()
        except (ChangedError, NotFoundError):
            return
        if self.after:
            assert before == self.after.pop()
            self.before.append(before)

    def elsewhere(self, *records: Record) -> None:
        """Somebody else writes; what was done here may not be taken back in full any more."""
        self.there.put("elsewhere", *records)
        self.before.clear()
        self.after.clear()

    @rule(who=st.integers(0, 5), days=st.integers(-90, 10))
    def somebody_logs(self, who: int, days: int) -> None:
        person = (self.people[who],)
        self.elsewhere(Interaction(id=self.id(), at=self.day(days), direction="gave", kind="call", people=person))

    @rule(who=st.integers(0, 5), kind=st.sampled_from(["promise", "waiting", "reminder"]), every=st.booleans())
    def somebody_promises(self, who: int, kind: Any, every: bool) -> None:
        due, repeat = self.day(-2)[:10], "2 weeks" if every else ""
        people = (self.people[who],)
        self.elsewhere(FollowUp(id=self.id(), kind=kind, due=due, people=people, text="the gym list", repeat=repeat))

    @rule()
    def somebody_captures(self) -> None:
        self.elsewhere(Capture(id=self.id(), at=self.day(0), line="called her"))

    @rule(data=st.data())
    def somebody_closes(self, data: st.DataObject) -> None:
        """What this window still shows is closed elsewhere."""
        records = [one for one in process(self.path).desk.book.follow_ups.values() if one.state == "open"]
        if records:
            self.elsewhere(replace(data.draw(st.sampled_from(records)), state="done"))

    @rule(who=st.integers(0, 5))
    def somebody_forgets(self, who: int) -> None:
        gone = self.people[who]
        self.there.repository.apply(lambda _: Work("forget", (Remove("contacts", gone),), None))
        self.before.clear()
        self.after.clear()

    @rule(hours=st.integers(-30, 24 * 20))
    def time_goes_on_or_back(self, hours: int) -> None:
        self.clock.move_on(timedelta(hours=hours))

    @invariant()
    def the_window_shows_what_the_book_says(self) -> None:
        shown = self.items()
        other: Process = process(self.path, clock=self.clock)
        fresh = inbox_of(other.desk.book, self.clock(), other.desk.settings)
        assert shown == [*fresh.today, *fresh.more]

    @invariant()
    def nothing_that_was_agreed_is_lost(self) -> None:
        """An open follow-up that is due is shown, unless it was put away."""
        book = process(self.path).desk.book
        shown = {item.record for item in self.items()}
        put_away = {one.key.split(":")[1] for one in book.snoozes.values() if ":" in one.key}
        for record in book.follow_ups.values():
            if record.state == "open" and record.due[:10] <= self.clock().day and record.id not in put_away:
                assert record.id in shown


TestTriage = Triage.TestCase
TestTriage.settings = settings(max_examples=25, stateful_step_count=30, deadline=None, derandomize=True)


def test_the_story_begins_with_something_to_do() -> None:
    one = Triage()
    one.begin()
    try:
        assert {item.source for item in one.items()} >= {"rhythm", "thanks"}
        assert NOW.day == one.clock().day
    finally:
        one.teardown()
