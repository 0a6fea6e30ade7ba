"""The week in review: which days it has, what stands in it, what is said of momentum, and its Markdown."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.errors import BadInputError
from domain.model import Ask, Kind, Pause, Snooze
from domain.momentum.gauge import Momentum
from domain.settings import WEEKDAYS, Settings, Weekday
from domain.week import Week, days_around, days_of, markdown, name_of, week, week_named, week_of
from tests.domain.diary import TODAY, Diary

MONDAY = date(2026, 11, 16)


def week_in(diary: Diary, first: date = MONDAY, trend: str = "") -> Week:
    book, settings = diary.book, diary.settings
    momentum = Momentum(book.interactions.values(), diary.now, settings, book.pauses.values())
    return week(diary.index(), first, days_around(first, momentum, book, diary.now, settings), diary.now, trend)


def told(found: Week, part: str) -> list[tuple[str, str, str]]:
    return [(line.who, line.what, line.aside) for line in getattr(found, part)]


@pytest.mark.parametrize(
    ("start", "first", "name"),
    [("mon", "2026-11-16", "2026-W47"), ("sun", "2026-11-22", "2026-W48"), ("sat", "2026-11-21", "2026-W48"),
     ("thu", "2026-11-19", "2026-W47"), ("fri", "2026-11-20", "2026-W48")],
)  # fmt: skip
def test_a_week_begins_on_the_day_that_is_set(start: Weekday, first: str, name: str) -> None:
    assert week_of(TODAY, start).isoformat() == first
    assert name_of(week_of(TODAY, start)) == name


@given(st.dates(date(1990, 1, 1), date(2100, 1, 1)), st.sampled_from(WEEKDAYS))
def test_every_day_lies_in_one_week_whose_name_leads_back_to_it(day: date, start: Weekday) -> None:
    first = week_of(day, start)
    assert WEEKDAYS[first.weekday()] == start
    assert first <= day < first + timedelta(days=7)
    assert week_named(name_of(first), start) == first
    assert week_named(name_of(first).lower(), start) == first


@pytest.mark.parametrize(
    "name", ["", "47", "2026-47", "2026-W60", "2026-W0", "2025-W53", "W47-2026", "0001-W01", "a\x1bb"]
)
def test_what_names_no_week_is_said_so(name: str) -> None:
    with pytest.raises(BadInputError, match="2026-W47"):
        week_named(name, "mon")


def test_the_days_of_a_week_in_words() -> None:
    assert days_of(MONDAY, date(2026, 11, 22)) == "16 to 22 November 2026"
    assert days_of(date(2026, 11, 30), date(2026, 12, 6)) == "30 November to 6 December 2026"
    assert days_of(date(2026, 12, 28), date(2027, 1, 3)) == "28 December 2026 to 3 January 2027"


def test_what_went_out_and_came_back_in_the_week() -> None:
    diary = Diary()
    ana, ben = diary.person("Ana Lopez"), diary.person("Ben Okafor")
    diary.act(ana, ago=60)
    diary.act(ana, kind="message", ago=7, text="the week before")
    diary.act(kind="post", text="what I learnt")
    diary.act(ben, ago=1, text="about the lease")
    diary.act(ana, ben, kind="introduction", ago=2, text="a studio")
    diary.act(ben, direction="none", kind="note", ago=1, text="a note")
    diary.act(ana, direction="got", kind="lead", ago=3, text="a job lead")
    diary.act(ben, direction="got", kind="smile", ago=5)
    promise = diary.follow_up("promise", ben, text="to call")
    diary.change(promise, state="done", closed="2026-11-21")
    found = week_in(diary)
    assert found.title == "Week 47, 16 to 22 November 2026"
    assert told(found, "went_out") == [
        ("Ana Lopez", "introduced to Ben Okafor: a studio", ""),
        ("Ben Okafor", "called about the lease", "promise kept"),
        ("everybody", "posted: what I learnt", ""),
    ]
    assert [line.day for line in found.went_out] == ["Fri 20 Nov", "Sat 21 Nov", "Sun 22 Nov"]
    assert found.acts == "an introduction, a call and a post: 7 points"
    assert told(found, "came_back") == [
        ("Ana Lopez", "gave you a job lead", "say thanks"),
        ("Ben Okafor", "smiled", ""),
    ]
    diary.act(ana, kind="thanks", text="for the lead")
    assert told(week_in(diary), "came_back")[0][2] == ""
    assert [line.what for line in week_in(diary, MONDAY - timedelta(days=7)).went_out] == ["wrote: the week before"]


def test_the_end_of_a_long_silence_is_worth_saying() -> None:
    diary = Diary()
    ana = diary.person("Ana")
    diary.act(ana, ago=64)
    diary.act(ana, ago=1)
    assert told(week_in(diary), "went_out") == [("Ana", "called", "after 9 weeks")]


def test_what_was_met_and_heard() -> None:
    diary = Diary()
    ana = diary.person("Ana")
    diary.told(ana, "looking_for", "a studio", ago=3)
    diary.told(ana, "offers", "old news", ago=8)
    diary.told(ana, "after", "not any more", ago=1, state="dropped")
    diary.person("Joe Miller", organisation="Acme", met_on="2026-11-19")
    diary.person("Imported")
    assert told(week_in(diary), "heard") == [("Ana", "looking for: a studio", ""), ("Joe Miller", "new: Acme", "")]


def test_who_waits_the_soonest_first() -> None:
    diary = Diary()
    ana, ben, cara = diary.person("Ana"), diary.person("Ben"), diary.person("Cara")
    diary.follow_up("promise", ana, text="the gym list", due=-2)
    diary.follow_up("waiting", ben, text="the contract", due=1)
    diary.follow_up("reminder", ben, text="call Ben", due=0)
    diary.introduced(ana, cara, "asked_a", ago=10)
    diary.change(diary.follow_up("promise", ana, text="kept"), state="done", closed=diary.now.day)
    found = week_in(diary)
    assert told(found, "waits") == [
        ("Ana ↔ Cara", "Ana was asked: ask Cara", found.waits[0].aside),
        ("Ana", "you promised: the gym list", "2 d late"),
        ("Ben", "owes you: the contract", "tomorrow"),
    ]
    assert [line.is_late for line in found.waits] == [True, True, False]
    in_ascii = replace(Settings(), ascii=True)
    diary.settings = in_ascii
    assert week_in(diary).waits[0].who == "Ana <> Cara"
    earlier = week_in(diary, MONDAY - timedelta(days=7))
    assert [line.who for line in earlier.waits] == ["Ana <> Cara"]
    assert earlier.to_ask == ()


def test_what_to_ask_next() -> None:
    diary = Diary()
    ana, ben = diary.person("Ana"), diary.person("Ben", circle="inner")
    cara, _ = diary.person("Cara"), diary.person("Dee", circle="wide")
    diary.person("Eve", circle="never")
    diary.told(ana, "looking_for", "a studio", ago=70)
    diary.told(ana, "offers", "logos", ago=90)
    diary.told(cara, "looking_for", "a flat", ago=3)
    diary.act(ben, ago=20)
    diary.act(ana, ago=2)
    diary.add(Ask(id=diary.id(), text="a flat in Lisbon", opened="2026-11-01", asked=(ana.id,)))
    diary.add(Ask(id=diary.id(), text="a desk", opened="2026-11-02"))
    diary.add(Ask(id=diary.id(), text="done", opened="2026-11-02", stage="closed"))
    later = diary.add(Ask(id=diary.id(), text="a piano", opened="2026-11-02"))
    diary.add(Snooze(id=diary.id(), key=f"ask:{later.id}", until="2026-12-24"))
    assert told(week_in(diary), "to_ask") == [
        ("you", "look for a flat in Lisbon", "asked Ana"),
        ("you", "look for a desk", "nobody asked yet"),
        ("Ana", "can still help: logos?", "3 months ago"),
        ("Ben", "what are they looking for?", "not known"),
    ]


@pytest.mark.parametrize(
    ("days_paused", "given", "words"),
    [
        (0, ["help", "introduction", "call"], "Momentum went from 52 to 61, up 9; it is building."),
        (0, ["smile"], "Momentum went from 52 to 50, down 2; it is building."),
        (0, [], "Nothing went out; momentum rolled on from 52 to 48. One message sets it going again."),
        (5, [], "Nothing went out; momentum rolled on from 52 to 51. Five days of pause, on which it stood still."),
        (7, [], "A week of pause: momentum stood still at 52, and nothing was asked of you."),
    ],
)
def test_how_momentum_moved_in_words(days_paused: int, given: list[Kind], words: str) -> None:
    diary = Diary()
    ana = diary.person("Ana")
    for ago in range(12, 90, 6):
        diary.act(ana, kind="help", ago=ago)
    for kind in given:
        diary.act(ana, kind=kind, ago=5)
    if days_paused:
        last = MONDAY + timedelta(days=days_paused - 1)
        diary.add(Pause(id=diary.id(), first=MONDAY.isoformat(), last=last.isoformat()))
    found = week_in(diary, trend="building")
    assert found.paused == days_paused
    assert found.momentum == words


def test_the_gauge_of_a_past_week_is_that_of_its_days() -> None:
    diary = Diary()
    ana = diary.person("Ana")
    for ago in range(0, 900, 5):
        diary.act(ana, kind="help", ago=ago)
    for weeks in (0, 1, 50, 104, 105, 110):
        first = MONDAY - timedelta(weeks=weeks)
        found = week_in(diary, first)
        then = Diary(first + timedelta(days=6))
        gauge = Momentum(diary.book.interactions.values(), then.now, Settings()).gauge(then.now).value
        assert found.after == pytest.approx(gauge, abs=1.5)
        assert found.name == name_of(first)


def test_an_empty_book_has_a_week_too() -> None:
    found = week_in(Diary())
    assert found.momentum == "Nothing has gone out yet; it starts with you."
    diary = Diary()
    diary.act(diary.person("Ana"), kind="smile")
    assert week_in(diary).momentum == "Momentum stands at 0 yet: what goes out moves it in the days to come."
    text = markdown(found)
    assert text.startswith("# Week 47, 16 to 22 November 2026\n\nNothing has gone out yet")
    assert "## Came back\n\nNothing yet; that takes its time." in text
    assert week_in(Diary(), MONDAY - timedelta(days=7)).momentum == "Nothing was written down."


def test_nothing_that_people_wrote_is_taken_for_markdown() -> None:
    diary = Diary()
    bad = diary.person("*Ana* <b>[x](http://evil)\x1b[2J\n# head")
    diary.act(bad, text="`code` _so_ | ~~that~~\n\n# more \u202e &copy; &#169; Q&A")
    text = markdown(week_in(diary))
    assert sum(line.startswith("#") for line in text.splitlines()) == text.count("\n## ") + 1
    assert "\x1b" not in text
    assert "\u202e" not in text
    assert "\\*Ana\\* \\<b\\>\\[x\\](http://evil)" in text
    assert "\\`code\\` \\_so\\_" in text
    assert "\\&copy; &\\#169; Q&A" in text
