"""A year of mornings: what comes, how long it stays, and that somebody who does everything reaches zero each day."""

import itertools
from collections import Counter, defaultdict
from collections.abc import Callable
from datetime import date, timedelta

import pytest

from domain.book import Put
from domain.inbox.day import RHYTHM_A_DAY, inbox
from domain.inbox.index import Index
from domain.inbox.item import Item
from domain.inbox.triage import dismiss, done_changes, snooze, thought_of
from domain.model import Interaction, Kind
from domain.settings import Settings
from tests.domain.diary import TODAY, Diary, moment

YEAR = 365


def shown_over(diary: Diary, source: str, days: int = YEAR) -> dict[str, list[int]]:
    """For each key of a source the days, from 0, on which it is there; nobody touches the book."""
    index = diary.index()
    shown: dict[str, list[int]] = defaultdict(list)
    for day in range(days):
        found = inbox(index, moment(diary.now.today + timedelta(days=day)))
        for item in (*found.today, *found.more):
            if item.source == source:
                shown[item.key].append(day)
    return dict(shown)


def spans(diary: Diary, source: str) -> list[tuple[int, int]]:
    """For each situation of a source its first and its last day in the year; it is there on all days between."""
    shown = shown_over(diary, source)
    for days in shown.values():
        assert days == list(range(days[0], days[-1] + 1))
    return sorted((days[0], days[-1]) for days in shown.values())


def promise(diary: Diary) -> None:
    diary.follow_up("promise", diary.person("Ana Lopez", ""), text="the gym list", due=20)


def waiting(diary: Diary) -> None:
    diary.follow_up("waiting", diary.person("Ana Lopez", ""), text="the contract", due=7)


def reminder(diary: Diary) -> None:
    diary.follow_up("reminder", text="post the talk", due=200)


def idea(diary: Diary) -> None:
    diary.introduced(diary.person("Kofi Mensah", ""), diary.person("Lena Fischer", ""), "idea")


def made(diary: Diary) -> None:
    diary.introduced(diary.person("Kofi Mensah", ""), diary.person("Lena Fischer", ""), "made")


def lead(diary: Diary) -> None:
    diary.act(diary.person("Eve Novak", ""), direction="got", kind="lead", text="a job lead")


def quiet_friend(diary: Diary) -> None:
    diary.act(diary.person("Łukasz Nowak", "close"))


def finished_internship(diary: Diary) -> None:
    """Daily company for three months that has ended, in a wide circle."""
    who = diary.person("Tom Reed", "wide")
    for ago in range(90):
        diary.act(who, ago=ago)


def strong_tie(diary: Diary) -> None:
    who = diary.person("Hana Kim", "active")
    for ago in range(0, 500, 100):
        diary.act(who, ago=ago)


def birthday(diary: Diary) -> None:
    diary.person("May Tanaka", "wide", birthday="1990-12-30")


def told(diary: Diary) -> None:
    diary.told(diary.person("Ana Lopez", "inner"), "looking_for", "a studio")


def told_by_somebody_far(diary: Diary) -> None:
    """In season only near what happens: an interaction 14 days either side, one of them dated ahead."""
    who = diary.person("Ben Okafor", "wide")
    diary.told(who, "after", "a job", ago=60)
    diary.act(who, ago=10)
    diary.act(who, ago=-100)


def unfiled(diary: Diary) -> None:
    diary.unfiled("called Sam")


@pytest.mark.parametrize(
    ("begin", "source", "expected"),
    [
        (promise, "promise", [(20, 364)]),
        (waiting, "waiting", [(7, 364)]),
        (reminder, "reminder", [(200, 364)]),
        (idea, "intro", [(5, 364)]),
        (made, "intro", [(21, 34)]),
        (lead, "thanks", [(1, 30)]),
        (quiet_friend, "rhythm", [(30, 364)]),
        (finished_internship, "dormant", [(360, 364)]),
        (strong_tie, "rhythm", [(90, 179)]),
        (strong_tie, "dormant", [(180, 364)]),
        (birthday, "birthday", [(38, 43)]),
        (told, "stale", [(60, 364)]),
        (unfiled, "unfiled", [(0, 364)]),
    ],
)
def test_when_it_comes_and_when_it_ends(
    begin: Callable[[Diary], None], source: str, expected: list[tuple[int, int]]
) -> None:
    diary = Diary()
    begin(diary)
    assert spans(diary, source) == expected


def test_what_has_ended_is_not_late_for_ever() -> None:
    """By their own rhythm an internship is over after 91 days; then only the circle asks, and no more than it may."""
    diary = Diary()
    finished_internship(diary)
    (days,) = shown_over(diary, "rhythm").values()
    assert days == [*range(15, 92), *range(180, 360)]
    assert diary.to(180).item("rhythm").reason == "quiet for longer than your rhythm for wide"


def test_somebody_far_is_asked_in_season_and_not_between() -> None:
    diary = Diary()
    told_by_somebody_far(diary)
    (days,) = shown_over(diary, "stale").values()
    assert days == [0, 1, 2, 3, 4, *range(86, 115)]


def a_life(settings: Settings | None = None) -> Diary:
    """A book with everything in it: thirty people, circles, promises, answers, birthdays, old ties."""
    diary = Diary(settings=settings)
    circles = ("inner", "close", "close", "active", "active", "wide")
    people = [
        diary.person(f"Person {number}", circles[number % 6], birthday=f"--{1 + number % 12:02d}-{1 + number % 28:02d}")
        for number in range(30)
    ]
    for number, who in enumerate(people[:24]):
        for ago in range(number * 3, 600, 17 + 5 * number):
            diary.act(who, ago=ago)
        diary.told(who, ("looking_for", "after", "working_on")[number % 3], "a studio", ago=number * 9)
    for number, who in enumerate(people[:6]):
        diary.follow_up("promise", who, text="the list", due=number * 20)
        diary.follow_up("reminder", who, text="call", due=number * 11, repeat="monthly")
    diary.introduced(people[0], people[1], "idea")
    diary.introduced(people[2], people[3], "made")
    return diary


def log(diary: Diary, item: Item, kind: Kind) -> None:
    """What the line of an item would make."""
    record = Interaction(
        id=diary.id(), at=diary.now.stamp, direction="gave", kind=kind, people=item.people, text="hello"
    )
    diary.add(record)


def do(diary: Diary, item: Item) -> None:
    """Press d and enter."""
    diary.make(done_changes(diary.book, item, diary.now, diary.id))
    if item.source == "stale":
        answer = diary.book.answers[item.record]
        diary.make((Put(diary.change(answer, learnt=diary.now.day)),))
    elif item.source == "intro":
        return
    else:
        log(diary, item, "thanks" if item.source == "thanks" else "message")


def test_who_does_everything_reaches_zero_each_day_and_is_asked_about_nobody_too_often() -> None:
    diary = a_life()
    asked: dict[str, list[date]] = defaultdict(list)
    answers: dict[str, list[date]] = defaultdict(list)
    presses = []
    for _ in range(YEAR):
        many = 0
        while found := diary.inbox().today:
            item = found[0]
            many += 1
            assert many <= 25
            if item.source in ("rhythm", "dormant"):
                asked[item.people[0]].append(diary.now.today)
            if item.source == "stale":
                answers[item.record].append(diary.now.today)
            do(diary, item)
        assert diary.inbox().today == ()
        presses.append(many)
        diary.to(1)
    assert sum(presses) / YEAR < diary.settings.cap
    cadences = diary.settings.cadences
    for contact, days in asked.items():
        circle = diary.book.contacts[contact].circle
        gaps = [(later - before).days for before, later in itertools.pairwise(days)]
        assert min(gaps, default=99) >= min(14, cadences[circle])  # type: ignore[index]
    for days in answers.values():
        gaps = [(later - before).days for before, later in itertools.pairwise(days)]
        assert min(gaps, default=99) >= diary.settings.fresh_days


@pytest.mark.parametrize("key", ["S", "s", "b", "x"])
def test_any_one_key_brings_a_day_to_its_end(key: str) -> None:
    """Whichever key is pressed on every item, no day goes on for ever, and the first give comes last."""
    diary = a_life()
    for _ in range(60):
        seen = Counter[str]()
        while found := diary.inbox().today:
            item = found[0]
            seen[item.key] += 1
            assert seen[item.key] == 1
            book, now = diary.book, diary.now
            if key in "Ss":
                until = now.today + timedelta(days=1 if key == "S" else 9)
                diary.make(snooze(book, item, until, now, diary.id).changes)
            elif key == "b":
                diary.make(thought_of(book, item, now, diary.id).changes)
            else:
                diary.make(dismiss(book, item, now, diary.id).changes)
        diary.to(1)


def test_a_year_untouched_keeps_to_the_limits_of_a_day() -> None:
    diary = a_life()
    index = diary.index()
    before: set[str] = set()
    for day in range(YEAR):
        found = inbox(index, moment(TODAY + timedelta(days=day)))
        many = Counter(item.source for item in found.today)
        agreed = sum(many[source] for source in ("promise", "waiting", "reminder", "intro", "conflict"))
        assert many["rhythm"] <= RHYTHM_A_DAY
        assert sum(many.values()) <= max(agreed, diary.settings.cap)
        everything = {item.key for item in (*found.today, *found.more)}
        assert {key for key in before - everything if key.split(":")[0] in ("promise", "waiting", "reminder")} == set()
        before = everything


def test_the_same_book_has_the_same_year_in_another_process() -> None:
    diary = a_life()
    other = Index(diary.copy(), diary.settings)
    index = diary.index()
    for day in range(0, YEAR, 7):
        now = moment(TODAY + timedelta(days=day))
        assert inbox(index, now).today == inbox(other, now).today
