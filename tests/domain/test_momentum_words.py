"""The words of the gauge: plain cases as they are defined, and a year of every steady rhythm without a false word."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta
from itertools import groupby
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import settings as quick
from hypothesis import strategies as st

from domain.model import Interaction, Kind, Pause
from domain.moment import Moment
from domain.momentum.gauge import Momentum, gauge
from domain.momentum.kept import packed, unpack
from domain.momentum.told import short
from domain.settings import Settings

START = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
DEFAULTS = Settings()
BUILDING_THEN_HOLDING = (["building"], ["building", "holding"], ["holding"])


def give(day: float, kind: Kind, number: int) -> Interaction:
    at = START + timedelta(days=day)
    return Interaction(id=f"{number:022}", at=at.isoformat(), direction="gave", kind=kind)


def gives(days: Iterable[float], kind: Kind = "call", each: int = 1) -> list[Interaction]:
    """Acts of one kind on these days; ids tell those of one day apart."""
    return [give(day, kind, place * 10 + number) for place, day in enumerate(days) for number in range(each)]


def every(gap: float, until: float = 365) -> list[float]:
    return [turn * gap for turn in range(int(until / gap) + 1)]


def words_of(acts: Sequence[Interaction], days: Iterable[float]) -> tuple[list[str], set[str]]:
    """The trends one after the other, and every warning that was given."""
    known = Momentum(acts, Moment(START), DEFAULTS)
    found = [known.gauge(Moment(START + timedelta(days=day))) for day in days]
    return [word for word, _ in groupby(one.trend for one in found)], {one.warning for one in found}


@pytest.mark.parametrize("kind", ["message", "call", "help", "introduction"])
@pytest.mark.parametrize("gap", range(1, 15))
def test_a_steady_giver_builds_then_holds_and_is_never_warned(gap: int, kind: Kind) -> None:
    trends, warnings = words_of(gives(every(gap), kind), [hour / 4 + 0.1 for hour in range(365 * 4)])
    assert trends in BUILDING_THEN_HOLDING
    assert warnings == {""}


@pytest.mark.parametrize("kind", ["message", "call", "introduction"])
@pytest.mark.parametrize("gap", range(1, 15))
def test_opened_on_any_day_of_the_year_the_words_are_steady_too(gap: int, kind: Kind) -> None:
    zone = ZoneInfo("Europe/Lisbon")  # its clocks change twice in the year
    for phase, hour in enumerate((0, 9, 23)):
        first = datetime(2026, 11, 22 + phase, hour, 30, tzinfo=zone)
        days = [first + timedelta(days=gap * turn) for turn in range(365 // gap + 1)]
        acts = [
            Interaction(id=f"{turn:022}", at=at.isoformat(), direction="gave", kind=kind)
            for turn, at in enumerate(days)
        ]
        opened = [Moment(first + timedelta(days=day, hours=day % 24)) for day in range(0, 364, 13)]
        found = [gauge(acts, moment, DEFAULTS) for moment in opened]
        assert [word for word, _ in groupby(one.trend for one in found)] in BUILDING_THEN_HOLDING
        assert {one.warning for one in found} == {""}


@pytest.mark.parametrize("points", [2, 4, 6])
@pytest.mark.parametrize("gap", [1, 2, 3.5, 5, 7, 10, 14])
def test_the_same_points_a_week_in_any_rhythm(gap: float, points: float) -> None:
    own = Settings(weights={**DEFAULTS.weights, "help": points * gap / 7})
    known = Momentum(gives(every(gap), "help"), Moment(START), own)
    found = [known.gauge(Moment(START + timedelta(days=hour / 4))) for hour in range(365 * 4)]
    assert [word for word, _ in groupby(one.trend for one in found)] in BUILDING_THEN_HOLDING
    assert {one.warning for one in found} == {""}


@quick(max_examples=40, deadline=None)
@given(st.integers(1, 14), st.sampled_from(["message", "call", "help", "introduction"]), st.floats(0, 1), st.data())
def test_a_rhythm_that_is_kept_about_right_is_steady_too(
    gap: int, kind: Kind, phase: float, data: st.DataObject
) -> None:
    most = min(0.4, gap / 7)
    off = data.draw(st.lists(st.floats(-most, most), min_size=40, max_size=40))
    days = [max(0.0, day + off[place % len(off)]) for place, day in enumerate(every(gap))]
    trends, warnings = words_of(gives(days, kind), [day + phase for day in range(364)])
    assert "fading" not in trends
    assert "rolling on" not in trends
    assert warnings == {""}


@pytest.mark.parametrize("pattern", [(0, 1), (0, 1, 2), (0, 5), (0, 2, 4)])
@pytest.mark.parametrize("period", [7, 14])
def test_days_of_giving_side_by_side_are_a_rhythm_too(pattern: tuple[int, ...], period: int) -> None:
    days = [start + day for start in range(0, 365, period) for day in pattern]
    trends, warnings = words_of(gives(days), [hour / 4 for hour in range(364 * 4)])
    assert trends in BUILDING_THEN_HOLDING
    assert warnings == {""}


def plain(acts: list[Interaction], moment: Moment) -> str:
    """The trend as it is defined, without regard to a rhythm."""
    now, before = (gauge(acts, Moment(moment.at - timedelta(days=days)), DEFAULTS) for days in (0, 14))
    gained = now.value - before.value
    if gained >= 5 or (now.value < 15 and now.energy > now.momentum + 1e-9):
        return "building"
    if gained <= -5:
        return "fading"
    quiet = all(START.timestamp() - datetime.fromisoformat(act.at).timestamp() > 7.1 * 86_400 for act in acts)
    return "rolling on" if quiet and now.value > 1e-9 else "holding"


@pytest.mark.parametrize("stopped", [0, 1, 3, 5, 6.5, 7.5, 8, 10, 12, 15, 20, 30, 60])
@pytest.mark.parametrize("length", [20, 40, 90, 200])
def test_who_gives_daily_gets_the_plain_words(stopped: float, length: int) -> None:
    acts = gives([-stopped - day for day in range(length)], "call")
    assert gauge(acts, Moment(START), DEFAULTS).trend == plain(acts, Moment(START))


@quick(max_examples=60, deadline=None)
@given(st.lists(st.integers(-120, 0), min_size=1, max_size=40, unique=True))
def test_five_up_is_building_and_five_down_is_never_holding(days: list[int]) -> None:
    acts = gives(sorted(days), "introduction")
    word, found = plain(acts, Moment(START)), gauge(acts, Moment(START), DEFAULTS)
    before = gauge(acts, Moment(START - timedelta(days=14)), DEFAULTS).value
    if found.value - before >= 5:
        assert found.trend == word == "building"
    if found.value - before <= -5:
        assert found.trend in (word, "fading")


def test_a_rhythm_that_ends_is_rolling_on_after_a_week_or_the_gap_and_a_quarter() -> None:
    for gap, rolls in ((1, 7.2), (3, 7.2), (7, 8.8), (10, 12.6)):
        own = Settings(weights={**DEFAULTS.weights, "help": 1.5 * gap / 7})
        known = Momentum(gives([-day for day in every(gap, 300)], "help"), Moment(START), own)
        assert known.gauge(Moment(START + timedelta(days=rolls - 0.2))).trend == "holding"
        assert known.gauge(Moment(START + timedelta(days=rolls))).trend == "rolling on"


def test_a_first_give_after_months_builds_again() -> None:
    acts = gives([-300, -290, -280, -100, 0], "introduction")
    assert gauge(acts, Moment(START), DEFAULTS).trend == "building"


def test_a_holiday_that_is_a_pause_changes_no_word() -> None:
    rhythm = [day for day in every(2, 300) if not 200 <= day < 214]
    pause = Pause(id="1", first="2027-06-10", last="2027-06-23")  # days 200 to 213
    known = Momentum(gives(rhythm), Moment(START), DEFAULTS, [pause])
    found = [known.gauge(Moment(START + timedelta(days=day / 2))) for day in range(360, 600)]
    assert {one.trend for one in found} == {"holding"}
    assert {one.warning for one in found} == {""}


KINDS_LOGGED: list[Kind] = ["call", "post", "introduction", "message", "help"]


@quick(max_examples=60, deadline=None)
@given(
    st.lists(st.tuples(st.floats(-40, 0), st.sampled_from(KINDS_LOGGED)), max_size=40),
    st.lists(st.tuples(st.floats(0, 1.4), st.sampled_from(KINDS_LOGGED)), min_size=1, max_size=14),
    st.integers(0, 50),
)
def test_a_kept_gauge_follows_what_is_logged_as_the_book_has_it(
    before: list[tuple[float, Kind]], after: list[tuple[float, Kind]], later: int
) -> None:
    acts = [give(day, kind, number) for number, (day, kind) in enumerate(before)]
    brief = unpack(packed(Momentum(acts, Moment(START), DEFAULTS).brief(Moment(START))))
    assert brief is not None
    for number, (day, kind) in enumerate(sorted(after), 1000):
        acts.append(give(day, kind, number))
        assert brief.logs([acts[-1]], DEFAULTS.weights)
        brief = unpack(packed(brief))
        assert brief is not None
    moment = Moment(START + timedelta(days=1.5 + later))
    found = gauge(acts, moment, DEFAULTS)
    assert brief.value_and_pipe(moment.at.timestamp()) == pytest.approx((found.value, found.pipe), abs=1e-9)
    assert brief.status(moment.at.timestamp()) == short(found)


def test_a_kept_gauge_follows_no_act_of_last_week_and_none_beside_too_many() -> None:
    acts = gives([0.0], each=3)
    brief = Momentum(acts, Moment(START), DEFAULTS).brief(Moment(START))
    assert not brief.logs([give(-7, "call", 99)], DEFAULTS.weights)
    assert brief.logs([], DEFAULTS.weights)
    ahead = Momentum([*acts, give(3, "call", 98)], Moment(START), DEFAULTS).brief(Moment(START))
    assert not ahead.logs([give(3, "call", 99)], DEFAULTS.weights)
    assert ahead.logs([give(2, "call", 99)], DEFAULTS.weights)
    many = unpack(packed(Momentum(gives([0.0], each=101), Moment(START), DEFAULTS).brief(Moment(START))))
    assert many is not None
    assert not many.logs([give(0, "call", 10**6)], DEFAULTS.weights)
