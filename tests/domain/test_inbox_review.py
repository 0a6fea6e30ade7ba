"""The end of a review: what it says about what was done, from the book before and the book after."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from domain.book import Remove
from domain.inbox.item import Item, Term, match_key
from domain.inbox.review import Entry, Review, momentum_words, summary
from domain.inbox.triage import dismiss, done_changes, snooze, thought_of
from domain.momentum.gauge import Momentum
from domain.settings import Settings
from tests.domain.diary import TODAY, Diary


class Morning(Diary):
    """A review that began with what was written so far."""

    def begin(self) -> None:
        self.before = self.copy()

    def end(self, points: dict[str, float] | None = None) -> Review:
        return summary(self.before, self.index(), self.now, points or {}, self.inbox())


def test_what_went_out() -> None:
    diary = Morning()
    ana, eve, lukasz = diary.person("Ana Lopez"), diary.person("Eve Novak", ""), diary.person("Łukasz Nowak", "active")
    diary.act(ana, ago=3)
    diary.act(lukasz, ago=63)
    diary.act(eve, direction="got", kind="lead", text="a job lead", ago=3)
    diary.follow_up("promise", ana, text="the gym list")
    diary.begin()
    diary.make(done_changes(diary.book, diary.item("promise"), diary.now, diary.id))
    diary.act(ana, kind="share", text="the gym list")
    diary.act(lukasz, kind="message")
    diary.act(eve, kind="thanks", text="for the job lead")
    diary.act(ana, direction="mutual", kind="meet", text="coffee")
    diary.act(kind="post", text="what I learnt")
    assert diary.end().went_out == (
        Entry("the gym list to Ana", "promise kept"),
        Entry("a message to Łukasz", "after 9 weeks"),
        Entry("thanks to Eve", "for the job lead"),
        Entry("time with Ana", "coffee"),
        Entry("a post", "what I learnt"),
    )


def test_what_came_back() -> None:
    diary = Morning()
    ben = diary.person("Ben Okafor")
    diary.begin()
    diary.act(ben, direction="got", kind="share", text="the contract")
    diary.act(ben, direction="got", kind="message", text="about the move")
    assert diary.end().came_back == (Entry("the contract from Ben"), Entry("a message from Ben", "about the move"))


def test_what_moved() -> None:
    diary = Morning()
    cara, dee = diary.person("Cara Weiss"), diary.person("Dee Marsh")
    diary.told(dee, "looking_for", "a tenant", ago=70)
    pair = diary.introduced(cara, dee, "asked_a", ago=6)
    captures = [diary.unfiled("met tom from monzo"), diary.unfiled("x")]
    diary.begin()
    diary.change(pair, stage="asked_b", since=diary.now.day)
    for capture in captures:
        diary.make((Remove("captures", capture.id),))
    diary.person("Tom", "", organisation="Monzo")
    diary.change(next(iter(diary.book.answers.values())), learnt=diary.now.day)
    diary.told(cara, "after", "a quiet desk")
    assert diary.end().moved == (
        Entry("Cara ↔ Dee", "both were asked; again Fri 27 Nov"),
        Entry("Dee, looking for: a tenant", "still true"),
        Entry("Cara, after: a quiet desk"),
        Entry("two captures seen to", "one new person, Tom (Monzo)"),
    )


def test_later_dropped_and_thought_of() -> None:
    diary = Morning()
    ana, ben, hana, may = (diary.person(name) for name in ("Ana Lopez", "Ben Okafor", "Hana Kim", "May Tanaka"))
    diary.act(hana, ago=40)
    diary.act(may, ago=50)
    diary.act(ana, direction="got", kind="lead", ago=3)
    diary.follow_up("waiting", ben, text="the contract")
    pair = diary.introduced(ana, ben, "made", ago=30)
    diary.begin()
    quiet = {item.people[0]: item for item in diary.items("rhythm")}
    diary.make(snooze(diary.book, diary.item("waiting"), TODAY + timedelta(days=2), diary.now, diary.id).changes)
    diary.make(thought_of(diary.book, quiet[hana.id], diary.now, diary.id).changes)
    diary.make(dismiss(diary.book, diary.item("thanks"), diary.now, diary.id).changes)
    diary.make(dismiss(diary.book, diary.item("intro"), diary.now, diary.id).changes)
    told = diary.end()
    assert diary.book.introductions[pair.id].stage == "declined"
    assert told.later == (Entry("Ben", "Tue 24 Nov"),)
    assert told.dropped == (Entry("Ana ↔ Ben", "declined"), Entry("Ana", "thanks"))
    assert told.thought_of == ("Hana Kim",)
    assert (told.went_out, told.moved) == ((), ())
    assert told.owed == ("Ben owes you: the contract",)
    assert (told.left, told.waiting) == (1, 0)
    assert told.not_known == ("Ana", "Hana", "May")


def test_a_birthday_that_was_thought_of_is_not_dropped() -> None:
    diary = Morning()
    may = diary.person("May Tanaka", birthday="1980-11-22")
    diary.act(may, ago=3)
    diary.begin()
    diary.make(thought_of(diary.book, diary.item("birthday"), diary.now, diary.id).changes)
    told = diary.end()
    assert told.thought_of == ("May Tanaka",)
    assert told.dropped == ()


def test_what_was_nudged_or_skipped_comes_later() -> None:
    diary = Morning()
    ben = diary.person("Ben Okafor")
    record = diary.follow_up("waiting", ben, text="the contract")
    diary.begin()
    diary.add(replace(record, due="2026-11-29"))
    assert diary.end().later == (Entry("Ben", "Sun 29 Nov"),)


def test_what_was_taken_back_is_not_told() -> None:
    diary = Morning()
    ana = diary.person("Ana Lopez")
    diary.begin()
    record = diary.act(ana)
    diary.make((Remove("interactions", record.id),))
    told = diary.end()
    assert (told.went_out, told.points) == ((), 0)


def test_a_book_read_anew_in_which_nothing_changed_tells_nothing() -> None:
    diary = Morning()
    diary.unfiled("x")
    diary.told(diary.person("Ana Lopez"), "after", "a job")
    diary.begin()
    diary.book = diary.copy()
    told = diary.end()
    assert told.went_out == told.moved == told.later == told.dropped == ()


def test_the_points_are_those_that_counted() -> None:
    diary = Morning()
    ana = diary.person("Ana Lopez")
    diary.act(ana, kind="meet")
    diary.begin()
    one, other = diary.act(ana), diary.act(ana, direction="got", kind="help")
    assert diary.end({one.id: 2.0, other.id: 9.0}).points == 2.0


def test_momentum_in_a_sentence() -> None:
    diary = Diary()
    ana = diary.person("Ana Lopez")
    for ago in range(1, 60, 3):
        diary.act(ana, ago=ago)
    gauge = Momentum(diary.book.interactions.values(), diary.now, Settings()).gauge(diary.now)
    assert momentum_words(0, gauge, TODAY).startswith("Nothing went out this time: ")
    diary.act(ana, kind="introduction")
    gauge = Momentum(diary.book.interactions.values(), diary.now, Settings()).gauge(diary.now)
    words = momentum_words(4, gauge, TODAY)
    assert words.startswith("4 points went out: ")
    assert words.endswith(" if you give nothing more.")


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"stage": "asked_a", "asked_first": "b"}, "both were asked; again Fri 27 Nov"),
        ({"stage": "idea", "since": "9999-12-31"}, "an idea; again Fri 27 Nov"),
        ({"stage": "made"}, "made; again Sun 13 Dec"),
        ({"stage": "outcome", "outcome": "good"}, "went well"),
        ({"stage": "outcome", "outcome": "unknown"}, "not known how it went"),
        ({"stage": "thanked", "outcome": "good"}, "thanked"),
    ],
)
def test_where_an_introduction_stands_is_said_as_everywhere_else(changed: dict[str, Any], words: str) -> None:
    diary = Morning()
    pair = diary.introduced(diary.person("Cara Weiss"), diary.person("Dee Marsh"), "asked_b", ago=6)
    diary.begin()
    diary.change(pair, **{"since": diary.now.day, **changed})
    assert diary.end().moved == (Entry("Cara ↔ Dee", words),)


def test_what_became_of_two_people() -> None:
    diary = Morning()
    cara, dee, kofi, lena = (diary.person(name, "") for name in ("Cara Weiss", "Dee Marsh", "Kofi M", "Lena F"))
    pair = diary.introduced(kofi, lena, "asked_a", ago=6)
    diary.begin()
    term = Term("a match", 1, 3.0)
    people = (cara.id, dee.id)
    match = Item(
        key=match_key(*people), source="match", reason="", when="fresh", due=diary.now.day, terms=(term,), people=people
    )
    diary.make(done_changes(diary.book, match, diary.now, diary.id, "asked Dee about meeting Cara"))
    diary.make(done_changes(diary.book, diary.item("intro"), diary.now, diary.id, "Kofi said yes"))
    told = diary.end()
    assert diary.book.introductions[pair.id].yes == (kofi.id,)
    assert told.moved == (
        Entry("Kofi ↔ Lena", "Kofi said yes"),
        Entry("Cara ↔ Dee", "Dee was asked; again Fri 27 Nov"),
    )
    assert (told.later, told.dropped) == ((), ())
    diary.begin()
    diary.make(thought_of(diary.book, match, diary.now, diary.id).changes)
    diary.make(dismiss(diary.book, diary.item("intro"), diary.now, diary.id).changes)
    assert diary.end().later == (Entry("Cara ↔ Dee", "Tue 22 Dec"),)
    assert diary.end().dropped == (Entry("Kofi ↔ Lena", "declined"),)
