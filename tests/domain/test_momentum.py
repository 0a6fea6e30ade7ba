"""The momentum model: its oracles, and what holds of any book."""

import ast
import inspect
from datetime import UTC, date, datetime, timedelta
from random import Random
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import settings as quick
from hypothesis import strategies as st

from domain.model import KINDS, Direction, Interaction, Kind, Pause
from domain.moment import Moment
from domain.momentum import answers, attribution, brief, halts, kept, recent
from domain.momentum.brief import TAU1, TAU2, K, decayed
from domain.momentum.gauge import Gauge, Momentum, gauge
from domain.momentum.kept import packed, unpack
from domain.momentum.series import chart
from domain.momentum.tally import counted, day_total
from domain.momentum.told import as_json, short
from domain.settings import Settings

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
TODAY = NOW.date()


def act(ago: float, kind: Kind = "introduction", number: int = 0, direction: Direction = "gave") -> Interaction:
    at = NOW - timedelta(days=ago)
    return Interaction(id=f"{number:022}", at=at.isoformat(), direction=direction, kind=kind)


def at_day(days: float) -> Moment:
    return Moment(NOW + timedelta(days=days))


def seen(acts: list[Interaction], days: float = 0, own: Settings | None = None) -> Gauge:
    return gauge(acts, at_day(days), own or Settings())


def steady_six() -> list[Interaction]:
    """Six points every seventh day, eight times, from day -56 on."""
    return [act(56 - 7 * turn, "help", turn) for turn in range(8)]


HEAVY = Settings(weights={**Settings().weights, "help": 6})


def test_the_constants_make_k_a_half() -> None:
    assert pytest.approx(0.5, abs=1e-12) == K
    assert pytest.approx(3, abs=1e-12) == TAU2 / TAU1


@pytest.mark.parametrize(
    ("day", "value"),
    [(0, 0), (1, 1.428), (3, 3.760), (7, 6.786), (11, 8.296), (14, 8.779), (16.642, 8.893)],
)
def test_one_introduction(day: float, value: float) -> None:
    assert seen([act(0)], day).value == pytest.approx(value, abs=1e-3)


@pytest.mark.parametrize(("day", "value"), [(21, 8.664), (28, 7.725), (42, 5.415), (56, 3.549), (84, 1.438)])
def test_one_introduction_later(day: float, value: float) -> None:
    assert seen([act(0)], day).value == pytest.approx(value, abs=1e-3)


@pytest.mark.parametrize(("day", "value"), [(0, 46.21), (1, 41.85), (7, 23.11), (28, 2.888), (84, 0.011)])
def test_the_energy_of_one_introduction(day: float, value: float) -> None:
    found = seen([act(0)], day)
    assert found.scaled(found.energy) == pytest.approx(value, abs=1e-2)


def test_a_first_introduction_shows_nothing_yet_and_nine_in_the_pipe() -> None:
    assert short(seen([act(0)])) == "0 ↗ +9"
    assert short(seen([act(0)]), ascii_only=True) == "0 / +9"
    assert short(seen([])) == "0"
    assert brief.days_to_peak(seen([act(0)]).energy, seen([act(0)]).momentum) == pytest.approx(16.642, abs=1e-3)


@pytest.mark.parametrize(
    ("day", "value"),
    [(0, 77.817), (3, 76.10), (7, 71.90), (14, 62.14), (28, 42.42), (60, 15.41), (90, 5.76), (-28.001, 47.93)],
)
def test_six_points_a_week_for_eight_weeks(day: float, value: float) -> None:
    assert seen(steady_six(), day, HEAVY).value == pytest.approx(value, abs=6e-3)


def test_the_peak_ahead_after_the_fifth_week() -> None:
    found = seen(steady_six(), -28, HEAVY)
    assert found.value == pytest.approx(47.932, abs=1e-3)
    assert found.scaled(found.energy) == pytest.approx(134.297, abs=1e-3)
    assert found.peak == pytest.approx(57.987, abs=1e-3)
    assert brief.days_to_peak(found.energy, found.momentum) == pytest.approx(8.481, abs=1e-3)


@pytest.mark.parametrize(("target", "days", "rate"), [(50, 30, 6.40), (50, 60, 3.78), (80, 60, 6.04), (80, 90, 5.20)])
def test_what_it_takes_from_zero(target: float, days: float, rate: float) -> None:
    assert answers.rate_to_reach(seen([]), target, days) == pytest.approx(rate, abs=6e-3)


@pytest.mark.parametrize(("target", "days", "rate"), [(80, 30, 5.13), (80, 60, 4.88), (90, 90, 5.48), (70, 14, 2.62)])
def test_what_it_takes_from_a_steady_start(target: float, days: float, rate: float) -> None:
    assert answers.rate_to_reach(seen(steady_six(), 0, HEAVY), target, days) == pytest.approx(rate, abs=6e-3)


@pytest.mark.parametrize(("day", "part"), [(32.0, 0.5), (60.9, 0.8), (103.0, 0.95)])
def test_from_zero_at_full_rhythm(day: float, part: float) -> None:
    assert answers.steady((0, 0), 1, day) == pytest.approx(part, abs=1e-3)


def level(value: float) -> Gauge:
    """A gauge that has long stood at a value."""
    rate = value / 100 * 6 / 7
    found = seen([])
    return Gauge(**{name: getattr(found, name) for name in found.__slots__} | {"energy": rate, "momentum": rate})


def test_the_bill_for_four_quiet_weeks() -> None:
    bill = answers.if_i_stop(level(70), TODAY)
    assert bill.after == pytest.approx(39.5, abs=0.05)
    assert bill.days_back == pytest.approx(38, abs=0.25)
    assert bill.half_day == TODAY + timedelta(days=32)
    assert bill.sentence == (
        "If you stop, it falls from 70, and is below 35 after Thu 24 Dec; "
        "four quiet weeks cost 31 points, won back in 38 days at 6 points a week"
    )


def test_an_empty_book_has_plain_answers() -> None:
    empty = seen([])
    assert (empty.value, empty.pipe, empty.warning, empty.begun) == (0, 0, "", False)
    assert answers.if_i_stop(empty, TODAY).sentence == "There is nothing to lose yet"
    assert answers.holding(0, 6, Settings().weights).sentence.startswith("There is nothing to hold yet")


@pytest.mark.parametrize(
    ("value", "sentence"),
    [
        (56, "56 holds with a call, a message and a smile a week"),
        (33, "33 holds with a call a week"),
        (100, "100 holds with two calls, a message and a smile a week"),
        (8, "8 holds with a message every two weeks"),
    ],
)
def test_what_holds_it(value: float, sentence: str) -> None:
    assert answers.holding(value, 6, Settings().weights).sentence == sentence


def test_a_goal_that_is_too_near_gets_the_earliest_honest_day() -> None:
    found = answers.to_reach(seen([]), 80, TODAY + timedelta(days=3), TODAY, Settings().weights)
    assert not found.honest
    assert found.earliest is not None
    days = (found.earliest - TODAY).days
    assert answers.rate_to_reach(seen([]), 80, days) <= 21 < answers.rate_to_reach(seen([]), 80, days - 1)
    assert answers.to_reach(level(70), 30, TODAY + timedelta(days=7), TODAY, Settings().weights).acts == "nothing"
    assert not answers.to_reach(level(70), 80, TODAY, TODAY, Settings().weights).honest


def test_contributions_of_four_acts() -> None:
    own = Settings(weights={"introduction": 4, "call": 2, "message": 1, "help": 6})
    acts = [act(10, "introduction", 1), act(3, "call", 2), act(1, "message", 3), act(40, "help", 4)]
    found = attribution.why(Momentum(acts, at_day(0), own), at_day(0))
    assert [round(one.gauge, 3) for one in found] == [8.595, 8.026, 1.880, 0.357]
    assert sum(one.gauge for one in found) == pytest.approx(seen(acts, 0, own).value, abs=1e-9)
    cut = attribution.top(attribution.by_kind(found), 2)
    assert [one.label for one in cut] == ["help", "introduction", "the rest"]
    assert sum(one.gauge for one in cut) == pytest.approx(18.858, abs=1e-3)


def test_a_day_of_twenty_meetings_counts_ten_points() -> None:
    assert day_total([act(0, "meet", number) for number in range(20)], Settings().weights) == 10


def test_posts_count_one_point_a_day_and_a_second_takes_no_place() -> None:
    acts = [act(0, "post", number) for number in range(4)] + [act(0, "call", number) for number in (5, 6)]
    assert day_total(acts, Settings().weights) == 5


def test_at_one_instant_the_heavier_comes_first_and_then_the_id() -> None:
    acts = [act(0, "call", number) for number in (3, 2, 1)] + [act(0, "introduction", 9)]
    assert [(one.id[-1], one.points) for one in counted(acts, Settings().weights)] == [
        ("9", 4),
        ("1", 2),
        ("2", 2),
        ("3", 1),
    ]


def test_what_does_not_count() -> None:
    acts = [act(1, "call", 1, "got"), act(1, "note", 2, "none"), act(-1, "call", 3)]
    assert seen(acts).value == 0
    assert seen([*acts, act(1, "call", 4, "mutual")]).value > 0
    assert seen(acts, 2).value > 0


def test_a_time_that_cannot_be_read_counts_nothing() -> None:
    broken = [Interaction(id="1", at=text, direction="gave", kind="call") for text in ("2026-11-20T99:00:00Z", "2026")]
    assert seen(broken).value == 0


def test_days_are_local_and_decay_goes_by_instants() -> None:
    def two(first: str, second: str) -> list[Interaction]:
        return [
            Interaction(id=str(number), at=text, direction="gave", kind="post")
            for number, text in enumerate((first, second))
        ]

    apart = two("2026-11-20T23:30:00+00:00", "2026-11-21T00:30:00+01:00")
    assert seen(apart).points == 2
    assert seen(two("2026-11-20T08:00:00+00:00", "2026-11-20T20:00:00-05:00")).points == 1


@pytest.mark.parametrize(
    ("acts", "trend"),
    [
        ([], "holding"),
        ([act(0)], "building"),
        ([act(ago, "call", ago) for ago in range(1, 40)], "building"),
        ([act(ago, "call", ago) for ago in range(20, 200)], "fading"),
        ([act(7.5 + 3.5 * turn, "call", turn) for turn in range(60)], "rolling on"),
        ([act(3.5 * turn, "call", turn) for turn in range(60)], "holding"),
    ],
)
def test_the_trend_in_words(acts: list[Interaction], trend: str) -> None:
    assert seen(acts).trend == trend


def test_the_early_warning_is_said_in_acts_and_shown_outside() -> None:
    quiet = seen([act(18 + ago, "call", ago) for ago in range(0, 130, 2)])
    assert quiet.warning == f"three weeks: 4 points; holding {quiet.value:.0f} takes {quiet.value * 0.18:.0f}"
    assert short(quiet).endswith(f"! {quiet.warning}")
    assert as_json(quiet, at_day(0))["warning"] == quiet.warning


@pytest.mark.parametrize("gap", [1, 2, 3, 5, 7, 10, 14])
def test_a_steady_giver_is_never_warned(gap: int) -> None:
    acts = [act(-turn * gap, "introduction", turn) for turn in range(700 // gap)]
    kept = Momentum(acts, at_day(0), Settings())
    found = [kept.gauge(at_day(day + 0.4)) for day in range(365)]
    assert {one.warning for one in found} == {""}
    assert "fading" not in {one.trend for one in found}


def test_a_pause_freezes_both_stages_up_to_28_days_a_year() -> None:
    holiday = [Pause(id="1", first="2026-11-23", last="2026-12-02")]
    after, before = at_day(20), at_day(10)
    paused = gauge([act(5)], after, Settings(), holiday)
    assert paused.value == pytest.approx(gauge([act(5)], before, Settings()).value, abs=1e-9)
    endless = [Pause(id="1", first="2026-01-01", last="2026-12-31")]
    assert gauge([act(400)], at_day(0), Settings(), endless).value == pytest.approx(seen([act(400 - 28)]).value)


def test_live_ticks_agree_with_the_records_and_a_clock_set_back_clamps() -> None:
    acts = [act(ago / 3, "call", ago) for ago in range(60)]
    start = seen(acts)
    assert start.later(at_day(0.4).at.timestamp()).value == pytest.approx(seen(acts, 0.4).value, abs=1e-9)
    assert start.later(start.at - 500) is start
    assert Momentum(acts, at_day(0), Settings()).gauge(at_day(-3)).value == pytest.approx(start.value, abs=1e-12)


def test_a_kept_line_says_what_the_book_would_for_two_months() -> None:
    acts = [act(ago / 3, "call", ago) for ago in range(90)] + [act(-0.25, "call", 99), act(-9, "introduction", 100)]
    pauses = [Pause(id="1", first="2026-12-20", last="2026-12-29")]
    line = packed(Momentum(acts, at_day(0), Settings(), pauses).brief(at_day(0)))
    assert "\n" not in line
    kept = unpack(line)
    assert kept is not None
    for quarter in range(236):
        moment = at_day(quarter / 4 + 0.1)
        found = gauge(acts, moment, Settings(), pauses)
        now = moment.at.timestamp()
        assert kept.holds(now)
        assert kept.status(now) == short(found)
        assert kept.value_and_pipe(now) == pytest.approx((found.value, found.pipe), abs=1e-9)
    assert not kept.holds(at_day(60).at.timestamp())


DAMAGED = (
    "",
    "1 a b",
    "2;1 1 60 6 1 1 1;0;;;;",
    "3;1 1 60 6 1 1;0;;;;",
    "3;1 1 60 0 1 1 1;0;;;;",
    "3;1 1 60 6 1 nan 1;0;;;;",
    "3;1 1 60 6 1 1 1;x;;;;",
    "3;1 1 60 6 1 1 1;0;5;;;",
    "3;1 1 60 6 1 1 1;0;;x;;",
    "3;1 1 60 6 1 1 1;0;;;2026-11-22;",
    "3;1 1 60 6 1 1 1;0;;;2026-11-22=9e99:4;",
    "3;1 1 60 6 1 1 1;0;;;;2026-11-22=one",
    "3;1 1 60 6 1 1 1;0;;;;;",
)


@pytest.mark.parametrize("line", DAMAGED)
def test_a_damaged_line_is_no_gauge(line: str) -> None:
    assert unpack("3;1 1 60 6 1 1 1;0;;;;") is not None
    assert unpack(line) is None


@pytest.mark.parametrize("module", [brief, halts, recent, kept])
def test_a_kept_line_is_read_with_little(module: ModuleType) -> None:
    parsed = ast.parse(inspect.getsource(module))
    names = {one.module for one in parsed.body if isinstance(one, ast.ImportFrom)}
    assert names <= {"math", "bisect", *(f"domain.momentum.{one}" for one in ("brief", "halts", "recent"))}


def test_the_chart_is_the_gauge_of_each_day() -> None:
    acts = [act(ago * 1.7, "call", ago) for ago in range(90)] + [act(3, "lead", 200, "got"), act(-2, "call", 201)]
    pauses = [Pause(id="1", first="2026-11-01", last="2026-11-05")]
    days = chart(acts, date(2026, 10, 20), date(2026, 12, 1), at_day(0), Settings(), pauses)
    assert (days[0].day, days[-1].day) == (date(2026, 10, 20), TODAY)
    for one in days[:-1]:
        end = datetime(one.day.year, one.day.month, one.day.day, tzinfo=UTC) + timedelta(days=1)
        assert one.value == pytest.approx(gauge(acts, Moment(end), Settings(), pauses).value, abs=1e-9)
    assert days[-1].value == pytest.approx(gauge(acts, at_day(0), Settings(), pauses).value, abs=1e-9)
    assert sum(one.returns for one in days) == 1
    assert [one.day.day for one in days if one.paused] == [1, 2, 3, 4, 5]


def test_above_100_the_rest_is_reserve() -> None:
    kinds: tuple[Kind, ...] = ("call", "message")
    full = [act(ago, kind, ago * 3 + place) for ago in range(200) for place, kind in enumerate(kinds)]
    found = seen(full)
    assert found.reserve == f"100, and {round(found.value) - 100} in reserve"
    assert Momentum(full, at_day(0), Settings()).may_raise_full(at_day(0))
    assert not Momentum([act(0)], at_day(0), Settings()).may_raise_full(at_day(0))


some_acts = st.lists(
    st.builds(act, st.floats(0, 200), st.sampled_from(KINDS[:-1]), st.integers(0, 10**9)),
    max_size=25,
    unique_by=lambda one: one.id,
)


@quick(max_examples=60, deadline=None)
@given(some_acts, st.randoms(use_true_random=False))
def test_order_does_not_matter(acts: list[Interaction], chance: Random) -> None:
    mixed = list(acts)
    chance.shuffle(mixed)
    assert seen(mixed).value == pytest.approx(seen(acts).value, abs=1e-9)


@quick(max_examples=60, deadline=None)
@given(some_acts, st.floats(0, 200), st.sampled_from(KINDS[:-1]))
def test_more_is_never_less_and_deleting_restores(acts: list[Interaction], ago: float, kind: Kind) -> None:
    kept = Momentum(acts, at_day(0), Settings())
    before = kept.gauge(at_day(0))
    one = act(ago, kind, 10**10)
    kept.replace(None, one)
    assert kept.gauge(at_day(0)).peak >= before.peak - 1e-9
    assert kept.gauge(at_day(0)).value == pytest.approx(seen([*acts, one]).value, abs=1e-9)
    assert day_total([*acts, one], Settings().weights) >= day_total(acts, Settings().weights)
    kept.replace(one, None)
    assert kept.gauge(at_day(0)).value == pytest.approx(before.value, abs=1e-9)
    assert kept.gauge(at_day(0)).trend == before.trend


some_changes = st.lists(
    st.tuples(st.integers(0, 30), st.none() | st.tuples(st.floats(-3, 60), st.sampled_from(KINDS[:-1]))), max_size=30
)


@quick(max_examples=60, deadline=None)
@given(some_acts, some_changes)
def test_after_any_changes_the_gauge_is_what_the_records_say(
    acts: list[Interaction], changes: list[tuple[int, tuple[float, Kind] | None]]
) -> None:
    book = {one.id: one for one in acts}
    kept = Momentum(acts, at_day(0), Settings())
    for number, (place, new) in enumerate(changes):
        before = dict(enumerate(book.values())).get(place)
        after = act(*new, int(before.id) if before else 10**10 + number) if new else None
        kept.replace(before, after)
        if before:
            del book[before.id]
        if after:
            book[after.id] = after
    fresh = Momentum(book.values(), at_day(0), Settings())
    for ahead in (0, 0.3, 2, 20):
        one, other = kept.gauge(at_day(ahead)), fresh.gauge(at_day(ahead))
        assert (one.value, one.pipe, one.points) == pytest.approx((other.value, other.pipe, other.points), abs=1e-9)
        assert (one.trend, one.warning, one.begun) == (other.trend, other.warning, other.begun)


@quick(max_examples=60, deadline=None)
@given(some_acts, st.floats(0, 60))
def test_contributions_add_up_and_small_steps_agree(acts: list[Interaction], ahead: float) -> None:
    found = seen(acts, ahead)
    kept = Momentum(acts, at_day(0), Settings())
    assert kept.gauge(at_day(ahead)).value == pytest.approx(found.value, abs=1e-9)
    contributions = attribution.why(kept, at_day(ahead))
    for group in (attribution.by_kind(contributions), attribution.by_week(contributions)):
        assert sum(one.gauge for one in group) == pytest.approx(found.value, abs=1e-9)
    state = (seen(acts).energy, seen(acts).momentum)
    for _ in range(50):
        state = decayed(*state, ahead / 50)
    assert found.scaled(state[1]) == pytest.approx(found.value, abs=1e-8)


@quick(max_examples=60, deadline=None)
@given(some_acts, st.sampled_from(KINDS[:-1]))
def test_the_gauge_does_not_jump_at_a_give(acts: list[Interaction], kind: Kind) -> None:
    assert seen([*acts, act(0, kind, 10**10)]).value == pytest.approx(seen(acts).value, abs=1e-9)


@quick(max_examples=40, deadline=None)
@given(some_acts, st.integers(-400, 400))
def test_a_shift_in_time_changes_nothing(acts: list[Interaction], days: int) -> None:
    moved = [
        Interaction(
            id=one.id,
            at=(datetime.fromisoformat(one.at) + timedelta(days=days)).isoformat(),
            direction="gave",
            kind=one.kind,
        )
        for one in acts
    ]
    assert seen(moved, days).value == pytest.approx(seen(acts).value, abs=1e-9)
