"""How many are due in the coming days: told beforehand as the moving clock tells it, in every zone."""

from bisect import bisect_right
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from domain.inbox.item import Item, Term
from domain.inbox.outside import DAYS_AHEAD, Ahead, days_told, due, today_told, told
from domain.model import Pause, Snooze
from domain.moment import Moment
from domain.momentum.gauge import Momentum
from domain.settings import Settings
from tests.domain.diary import Diary

HOURS = (0, 0.25, 3, 9.2, 15.7, 23.9)


def diary(day: date, settings: Settings | None = None) -> Diary:
    """A book in which much comes up by itself in the next two months."""
    book = Diary(day, settings)
    ana, ben = book.person("Ana", birthday=f"{day + timedelta(days=9):%m-%d}"), book.person("Ben", "inner")
    cara, dee = book.person("Cara", "wide"), book.person("Dee", "active")
    for who in (ana, ben, cara, dee):
        for ago in range(20, 320, 23):
            book.act(who, ago=ago, kind="help" if ago < 60 else "call")
    for ago in range(5, 45, 3):
        book.act(ben, ago=ago, kind="introduction")
    book.act(cara, ago=-20)
    book.act(dee, ago=12, direction="got", kind="lead", text="a lead")
    for number in range(12):
        book.person(f"Person {number}", "active", circle_on=day.isoformat())
    for in_days in (-2, 3, 3, 17, 30, 45):
        book.follow_up("promise", ana, text="the list", due=in_days)
    book.follow_up("waiting", ben, text="the contract", due=6)
    late = book.follow_up("promise", ben, text="a word", due=-4)
    book.add(Snooze(id=book.id(), key=f"promise:{late.id}:{late.due}", until=(day + timedelta(days=8)).isoformat()))
    book.introduced(ana, ben, "asked_a", ago=1)
    book.told(ana, "looking_for", "a studio", ago=50)
    book.add(Pause(id=book.id(), first=f"{day + timedelta(days=26)}", last=f"{day + timedelta(days=31)}"))
    return book


def momentum(book: Diary, at: Moment) -> Momentum:
    return Momentum(book.book.interactions.values(), at, book.settings, book.book.pauses.values())


def told_now(book: Diary, at: Moment) -> str:
    """The line as it is derived at a moment and at no other."""
    book.now = at
    return told(due(book.inbox()), momentum(book, at).gauge(at).warning)


def line_of(ahead: Ahead, at: Moment) -> str:
    place = bisect_right([since for since, _ in ahead.lines], at.at.timestamp())
    return ahead.lines[place - 1][1]


MATCH = Item(
    key="match:1:2",
    source="match",
    reason="looking for a studio; can help: a studio",
    when="fresh",
    due="2026-11-20",
    terms=(Term("a match", 1, 3.0),),
    people=("1", "2"),
)


def later(at: Moment, days: float) -> Moment:
    """The same moment moved on, in the time that everybody shares."""
    return Moment(datetime.fromtimestamp(at.at.timestamp() + days * 86_400, at.at.tzinfo))


@pytest.mark.parametrize(
    ("zone", "day"),
    [
        ("UTC", date(2026, 11, 22)),
        ("Europe/Lisbon", date(2026, 9, 20)),
        ("America/Havana", date(2027, 3, 1)),
        ("Asia/Beirut", date(2027, 3, 10)),
        ("Pacific/Kiritimati", date(2026, 12, 20)),
    ],
)
def test_sixty_days_are_told_beforehand_as_the_clock_tells_them(zone: str, day: date) -> None:
    book = diary(day, Settings(days_off=("sat",)))
    start = Moment(datetime(day.year, day.month, day.day, 9, 30, tzinfo=ZoneInfo(zone)))
    lines = set()
    ahead = days_told(book.index(), momentum(book, start), start)
    for days in range(60):
        for hours in HOURS:
            at = later(start, days + hours / 24)
            if at.at.timestamp() >= ahead.until:
                ahead = days_told(book.index(), momentum(book, at), at)
            lines.add(told_now(book, at))
            assert line_of(ahead, at) == told_now(book, at), at.stamp
    assert len(lines) > 10
    assert any("three weeks" in line for line in lines)


def test_each_wording_of_the_warning_begins_at_its_second() -> None:
    book = diary(date(2026, 11, 22))
    start = book.now
    ahead = days_told(book.index(), momentum(book, start), start)
    changes = [(since, line) for since, line in ahead.lines if since > start.at.timestamp()]
    assert len(changes) > DAYS_AHEAD
    for since, line in changes:
        at = Moment(datetime.fromtimestamp(since, start.at.tzinfo))
        assert told_now(book, later(at, 0.6 / 86_400)) == line
        assert told_now(book, later(at, -1.4 / 86_400)) != line


def test_today_is_told_up_to_midnight() -> None:
    book = diary(date(2026, 11, 22))
    ahead = today_told(book.inbox(), momentum(book, book.now), book.now)
    whole = days_told(book.index(), momentum(book, book.now), book.now)
    assert ahead.until == datetime(2026, 11, 23, tzinfo=book.now.at.tzinfo).timestamp()
    assert ahead.lines == tuple(one for one in whole.lines if one[0] < ahead.until)
    assert whole.until - ahead.until == DAYS_AHEAD * 86_400


def test_what_is_proposed_on_an_empty_day_is_not_counted() -> None:
    book = Diary()
    assert [item.source for item in book.inbox().today] == ["first"]
    assert today_told(book.inbox(), momentum(book, book.now), book.now).lines[0][1] == "0"


def test_a_match_is_counted_on_the_days_that_have_one() -> None:
    book = diary(date(2026, 11, 22))
    asked: list[date] = []

    def matches(day: Moment) -> list[Item]:
        asked.append(day.today)
        return [MATCH] if day.today >= date(2026, 11, 25) else []

    without = days_told(book.index(), momentum(book, book.now), book.now)
    ahead = days_told(book.index(), momentum(book, book.now), book.now, matches)
    assert asked == sorted(asked)
    for days in range(1, DAYS_AHEAD):
        at = later(book.now, days)
        plain, counted = (int(line_of(one, at).split()[0]) for one in (without, ahead))
        assert counted - plain == (at.today >= date(2026, 11, 25) and plain < book.settings.cap)
