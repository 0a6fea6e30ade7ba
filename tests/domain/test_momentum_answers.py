"""The answers of the gauge: what it is made of, what comes, what it takes, and what other settings would make of it."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import settings as quick
from hypothesis import strategies as st

from domain.book import Book
from domain.model import CIRCLES, KINDS, Circle, Contact, Direction, Interaction, Kind, Pause, Snooze
from domain.moment import Moment
from domain.momentum.ahead import forecast, maintenance, what_if
from domain.momentum.answers import if_i_stop, rate_to_reach, steady, to_reach
from domain.momentum.attribution import by_circle, by_kind, by_week, in_tenths, why
from domain.momentum.brief import TAU1, decayed
from domain.momentum.explained import explained
from domain.momentum.gauge import Gauge, Momentum, gauge
from domain.momentum.habits import forgotten, this_week
from domain.momentum.months import by_month, lag
from domain.momentum.offer import drop_offer, key_of, offer
from domain.momentum.trial import to_write, trial, with_aim, with_full, with_mode, with_weight
from domain.settings import Settings, settings_from

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
TODAY = NOW.date()
MOMENT = Moment(NOW)
DEFAULTS = Settings()


def act(
    ago: float,
    kind: Kind = "introduction",
    number: int = 0,
    direction: Direction = "gave",
    people: Sequence[str] = (),
    because_of: Sequence[str] = (),
) -> Interaction:
    at = NOW - timedelta(days=ago)
    return Interaction(
        id=f"{number:022}",
        at=at.isoformat(),
        direction=direction,
        kind=kind,
        people=tuple(people),
        because_of=tuple(because_of),
    )


def seen(acts: Sequence[Interaction], days: float = 0, own: Settings = DEFAULTS) -> Gauge:
    return gauge(acts, Moment(NOW + timedelta(days=days)), own)


def person(name: str, circle: Circle | None = None, on: str = "") -> Contact:
    return Contact(id=name, name=name, circle=circle or "", circle_on=on)


WEEKLY = [act(7 * turn, "help", turn) for turn in range(30)]
PEOPLE = {name: person(name, circle) for name, circle in zip("abcd", (*CIRCLES[:3], None), strict=True)}

some_acts = st.lists(
    st.builds(
        act,
        st.floats(0, 200),
        st.sampled_from(KINDS[:-1]),
        st.integers(0, 10**9),
        people=st.lists(st.sampled_from("abcdx"), max_size=4, unique=True),
    ),
    max_size=25,
    unique_by=lambda one: one.id,
)


@quick(max_examples=60, deadline=None)
@given(some_acts)
def test_the_shares_of_kinds_weeks_and_circles_are_the_gauge(acts: list[Interaction]) -> None:
    found = why(Momentum(acts, MOMENT, DEFAULTS), MOMENT)
    value = seen(acts).value
    by_id = {one.id: one for one in acts}
    for shares in (by_kind(found), by_week(found), by_circle(found, by_id, PEOPLE)):
        assert sum(one.gauge for one in shares) == pytest.approx(value, abs=1e-9)
        assert sum(one.points for one in shares) == pytest.approx(sum(one.act.points for one in found), abs=1e-9)


@given(st.lists(st.floats(0, 500), max_size=40))
def test_what_is_shown_of_shares_adds_up_to_what_is_shown_of_the_sum(parts: list[float]) -> None:
    shown = in_tenths(parts)
    assert round(sum(shown), 1) == pytest.approx(round(sum(parts) * 10) / 10, abs=1e-9)
    assert all(abs(one - part) < 0.1 for one, part in zip(shown, parts, strict=True))


def test_shares_add_up_in_reserve_too() -> None:
    acts = [act(ago, "help", ago, people=("a", "d") if ago % 2 else ()) for ago in range(200)]
    found = why(Momentum(acts, MOMENT, DEFAULTS), MOMENT)
    shares = by_circle(found, {one.id: one for one in acts}, PEOPLE)
    assert {one.label for one in shares} == {"inner", "no circle", "nobody"}
    assert sum(one.gauge for one in shares) == pytest.approx(seen(acts).value, abs=1e-9)
    assert seen(acts).value > 300


@quick(max_examples=60, deadline=None)
@given(some_acts, some_acts)
def test_acts_of_different_days_add_up(acts: list[Interaction], others: list[Interaction]) -> None:
    days = {one.at[:10] for one in acts}
    apart = [one for one in others if one.at[:10] not in days and one.id not in {known.id for known in acts}]
    together, alone = seen([*acts, *apart]), [seen(acts), seen(apart)]
    assert together.value == pytest.approx(sum(one.value for one in alone), abs=1e-9)
    assert together.energy == pytest.approx(sum(one.energy for one in alone), abs=1e-9)


@quick(max_examples=40, deadline=None)
@given(some_acts, st.floats(0.5, 120), st.floats(0, 20))
def test_the_forecast_is_what_small_steps_come_to(acts: list[Interaction], days: float, rate: float) -> None:
    found = seen(acts)
    state = found.energy, found.momentum
    steps = 3000
    for _ in range(steps):  # half of a step's points at its begin and half at its end
        part = rate / 7 * days / steps / TAU1 / 2
        energy, momentum = decayed(state[0] + part, state[1], days / steps)
        state = energy + part, momentum
    assert forecast(found, rate, [days])[0] == pytest.approx(found.scaled(state[1]), abs=2e-3)


@quick(max_examples=40, deadline=None)
@given(some_acts, st.floats(0, 200))
def test_a_forecast_without_giving_is_the_gauge_of_that_day(acts: list[Interaction], days: float) -> None:
    assert forecast(seen(acts), 0, [days])[0] == pytest.approx(seen(acts, days).value, abs=1e-9)


def test_from_zero_the_forecast_gives_the_oracles() -> None:
    assert forecast(seen([]), 6, [32.0])[0] == pytest.approx(50, abs=0.1)
    assert forecast(seen([]), 6, [103.0])[0] == pytest.approx(95, abs=0.1)
    assert rate_to_reach(seen([]), 50, 60) == pytest.approx(3.78, abs=5e-3)
    assert steady((0, 0), 1, 32.0) == pytest.approx(0.5, abs=1e-3)


def test_what_if_says_the_rhythm_and_where_it_leads() -> None:
    found = what_if(seen(WEEKLY), 4, 30, TODAY, DEFAULTS.weights)
    assert len(found.values) == 30
    assert found.settles == pytest.approx(400 / 6)
    assert found.sentence == (
        "With a call, a message and a smile a week it is 60 in four weeks, 66 by 14 Feb 2027, and settles at 67"
    )
    stopped = what_if(seen(WEEKLY), -3, 30, TODAY, DEFAULTS.weights)
    assert stopped.rate == 0
    assert stopped.sentence.startswith("With nothing more it is ")
    assert stopped.values[6] == pytest.approx(seen(WEEKLY, 7).value, abs=1e-9)


def test_what_if_stands_still_in_a_pause_to_come() -> None:
    pause = Pause(id="1", first="2026-11-24", last="2026-11-30")
    paused = gauge(WEEKLY, MOMENT, DEFAULTS, [pause])
    values = what_if(paused, 0, 12, TODAY, DEFAULTS.weights).values
    assert values[2] == values[7]
    assert values[11] == pytest.approx(seen(WEEKLY, 5).value, abs=1e-9)


def test_a_maintenance_rhythm_has_its_level_and_its_bill() -> None:
    held = maintenance(seen(WEEKLY), 33, TODAY, DEFAULTS.weights)
    assert (held.level, held.rate) == (33, pytest.approx(1.98))
    assert held.sentence == (
        "33 holds with a call a week; "
        "from there four quiet weeks cost 14 points, won back in 16 days at 6 points a week"
    )
    assert held.bill.after == pytest.approx(18.62, abs=0.01)


def test_stopping_after_a_pause_to_come_is_dated_behind_it() -> None:
    pause = Pause(id="1", first="2026-12-01", last="2026-12-14")
    plain, paused = if_i_stop(seen(WEEKLY), TODAY), if_i_stop(gauge(WEEKLY, MOMENT, DEFAULTS, [pause]), TODAY)
    assert plain.half_day is not None
    assert paused.half_day == plain.half_day + timedelta(days=14)


@pytest.mark.parametrize("target", [1, 60, 100, 140, 1000])
@pytest.mark.parametrize("day", [TODAY - timedelta(days=400), TODAY, TODAY + timedelta(days=1), date(9999, 12, 30)])
def test_any_goal_by_any_day_is_a_sentence(target: float, day: date) -> None:
    for found in (seen([]), seen(WEEKLY)):
        reach = to_reach(found, target, day, TODAY, DEFAULTS.weights)
        assert reach.sentence
        if reach.earliest is not None:
            assert reach.earliest > TODAY


STRONG = [act(ago, "help", ago) for ago in range(200)]


def test_the_offer_to_raise_full_is_made_once() -> None:
    momentum = Momentum(STRONG, MOMENT, DEFAULTS)
    found = offer(momentum, momentum.gauge(MOMENT), {}, MOMENT)
    assert found is not None
    assert found.full == 23
    assert found.value == pytest.approx(90, abs=3)
    assert found.sentence.startswith("Four weeks above 120: full = 23 points a week would show 91 of 100")
    (change,) = drop_offer(Book({}), 6, lambda: "1").changes
    dropped = {"1": Snooze(id="1", key=key_of(6))}
    assert change.record == dropped["1"]  # type: ignore[union-attr]
    assert offer(momentum, momentum.gauge(MOMENT), dropped, MOMENT) is None
    again = Momentum(STRONG, MOMENT, Settings(full=7))
    assert offer(again, again.gauge(MOMENT), dropped, MOMENT) is not None


@pytest.mark.parametrize("acts", [[], WEEKLY, STRONG[:20]])
def test_no_offer_before_four_weeks_above_120(acts: list[Interaction]) -> None:
    momentum = Momentum(acts, MOMENT, DEFAULTS)
    assert offer(momentum, momentum.gauge(MOMENT), {}, MOMENT) is None


def test_other_weights_tell_the_past_by_the_same_measure() -> None:
    other = with_weight(DEFAULTS, "help", 3)
    assert other.weights["help"] == 4.5
    found = trial(WEEKLY, [], MOMENT, DEFAULTS, other)
    assert found.tried.value == pytest.approx(found.now.value * 1.5)
    assert found.before_tried == pytest.approx(found.before * 1.5)
    assert found.tried.value == pytest.approx(seen(WEEKLY, 0, other).value, abs=1e-9)
    assert found.before_tried == pytest.approx(seen(WEEKLY, -28, other).value, abs=1e-9)
    assert found.sentence.startswith("Today's number goes from ")
    assert to_write(DEFAULTS, other) == ["[momentum.weights]", "help = 4.5"]


def test_mode_and_aim_move_the_mark_and_never_the_number() -> None:
    job = with_mode(DEFAULTS, 1)
    assert (job.mode, job.aim) == ("in a job", 33)
    found = trial(WEEKLY, [], MOMENT, DEFAULTS, job)
    assert found.tried.value == found.now.value
    assert found.sentence == f"Today's number stays at {round(found.now.value)}; the aim moves to 33"
    own = with_aim(DEFAULTS, 5)
    assert (own.mode, own.aim) == ("own", 65)
    assert with_aim(own, -5).mode == "looking"
    assert with_aim(DEFAULTS, -500).aim == 1
    assert with_full(DEFAULTS, -100).full == 0.5


@pytest.mark.parametrize(
    "other",
    [
        with_mode(DEFAULTS, 1),
        with_mode(DEFAULTS, 2),
        with_aim(with_mode(DEFAULTS, 1), 4),
        with_full(with_weight(DEFAULTS, "turn up", 1), 3),
        DEFAULTS,
    ],
)
@pytest.mark.parametrize("held", [DEFAULTS, with_mode(DEFAULTS, 1), with_aim(DEFAULTS, 7)])
def test_what_is_to_be_written_makes_the_settings_on_trial_hold(held: Settings, other: Settings) -> None:
    import tomllib

    before = tomllib.loads("\n".join(to_write(DEFAULTS, held)))
    after = tomllib.loads("\n".join(to_write(held, other)))
    momentum = {**before.get("momentum", {}), **after.get("momentum", {})}
    found, complaints = settings_from({"momentum": momentum})
    assert complaints == ()
    assert (found.mode, found.aim, found.full, found.weights) == (other.mode, other.aim, other.full, other.weights)


def test_giving_and_returns_beside_each_other_by_month() -> None:
    acts = [act(0, "call", 1), act(21, "call", 2), act(23, "help", 3), act(23, "lead", 4, "got"), act(-1, "call", 5)]
    found = by_month(Momentum(acts, MOMENT, DEFAULTS).acts(MOMENT), acts, MOMENT)
    assert [one.month for one in found][::11] == ["2025-12", "2026-11"]
    assert [(one.gives, one.points, one.returns) for one in found[-2:]] == [(1, 3, 1), (2, 4, 0)]


def test_the_lag_is_too_early_to_tell_below_eight() -> None:
    gives = [act(100, "help", 1, people="a"), act(60, "call", 2, people="b"), act(90, "call", 3)]
    returns = [act(50 - turn, "lead", 10 + turn, "got", people="a") for turn in range(7)]
    strange = act(20, "help", 40, "got", people="c")
    some = {one.id: one for one in [*gives, *returns, strange]}
    assert lag(some, MOMENT).sentence == "From a give to a return: too early to tell, 7 so far"
    assert lag({}, MOMENT).sentence == "From a give to a return: too early to tell, none so far"
    named = act(10, "lead", 30, "got", because_of=(gives[2].id, gives[0].id))
    found = lag({**some, named.id: named}, MOMENT)
    assert (found.returns, found.middle, found.least, found.most) == (8, 53.5, 50, 80)
    assert found.sentence == (
        "From a give to a return: 7 weeks in the middle, 7 weeks to 3 months, over 8 returns; that says when, not why"
    )


def test_seven_days_in_words_without_a_streak() -> None:
    acts = [act(1, "call", 1, people="ab"), act(2, "call", 2, people="c"), act(3, "introduction", 3), act(9, "help", 4)]
    assert this_week(acts, MOMENT, str.upper) == "In seven days you gave an introduction and two calls: B, A and C"
    assert this_week([act(1, "post")], MOMENT, str) == "In seven days you gave a post"
    assert this_week([], MOMENT, str) == "Nothing went out in seven days; it starts with you"
    assert this_week([], MOMENT, str, paused=True) == "A pause: nothing is asked of you"


def test_a_circle_that_was_forgotten_is_said_quietly() -> None:
    close = [person(name, "close", "2026-01-01") for name in "ab"]
    days = {"a": TODAY - timedelta(days=63), "b": TODAY - timedelta(days=90)}

    def told(people: list[Contact], known: dict[str, date]) -> str:
        return forgotten(people, known.get, DEFAULTS.cadences, TODAY)

    assert told(close, days) == "Nobody in close has heard from you for 9 weeks"
    assert told(close, {**days, "b": TODAY - timedelta(days=20)}) == ""
    assert told(close[:1], days) == ""
    assert told([person(name, "close", "2026-11-10") for name in "ab"], days) == ""
    assert told([person(name, "never") for name in "ab"], days) == ""
    assert told([person(name, "wide") for name in "ab"], {}) == "Nobody in wide has heard from you yet"


def test_the_model_is_explained_with_the_numbers_of_the_user() -> None:
    parts = explained(seen(WEEKLY), DEFAULTS)
    told = " ".join(part.text for part in parts)
    for words in ("6 points a week", "The aim, 60", "introduction 4", "worth 9 in 17 days", "Hall 2019", "No study"):
        assert words in told
    assert parts[-1].title == "A choice, not a finding"


def test_gives_across_the_change_of_clocks_and_of_zones_are_exact() -> None:
    zone = ZoneInfo("Europe/London")
    texts = ("2026-10-25T01:30:00+01:00", "2026-10-25T01:30:00+00:00", "2026-10-25T12:00:00-11:00")
    acts = [Interaction(id=str(at), at=text, direction="gave", kind="call") for at, text in enumerate(texts)]
    found = gauge(acts, Moment(NOW.astimezone(zone)), DEFAULTS)
    assert found.value == pytest.approx(gauge(acts, MOMENT, DEFAULTS).value, abs=1e-9)
    shares = why(Momentum(acts, MOMENT, DEFAULTS), MOMENT)
    assert len({one.gauge for one in shares}) == 3
    assert sum(one.gauge for one in shares) == pytest.approx(found.value, abs=1e-9)


@pytest.mark.parametrize("at", ["0001-01-01T00:00:00+00:00", "1970-01-01", "2019-11-22T12:00:00Z", "nonsense"])
def test_gives_of_years_ago_and_times_that_are_none_move_nothing(at: str) -> None:
    odd = Interaction(id="9", at=at, direction="gave", kind="call")
    assert seen([*WEEKLY, odd]).value == pytest.approx(seen(WEEKLY).value, abs=1e-9)


@pytest.mark.parametrize("at", ["9999-12-31T23:59:59+00:00", "2050-01-01T00:00:00+00:00", "2026-11-22T12:00:01+00:00"])
def test_gives_of_the_future_wait_for_their_time(at: str) -> None:
    odd = Interaction(id="9", at=at, direction="gave", kind="call")
    assert seen([*WEEKLY, odd]).value == seen(WEEKLY).value
    known = Momentum([*WEEKLY, odd], MOMENT, DEFAULTS)
    assert known.gauge(MOMENT).pipe == seen(WEEKLY).pipe


@pytest.mark.parametrize("weight", [0, 1e-9, 100])
def test_any_weight_that_may_be_set_gives_plain_answers(weight: float) -> None:
    own = Settings(weights=dict.fromkeys(DEFAULTS.weights, weight), full=0.1)
    found = seen(STRONG, 0, own)
    assert found.value >= 0
    assert if_i_stop(found, TODAY).sentence
    assert what_if(found, 3, 5, TODAY, own.weights).sentence
    assert maintenance(found, 60, TODAY, own.weights).sentence
    assert to_reach(found, 60, TODAY + timedelta(days=50), TODAY, own.weights).sentence
    assert explained(found, own)


@pytest.mark.parametrize(
    ("key", "value"),
    [("aim", 0), ("aim", -5), ("full", 0), ("full", "much"), ("weights", {"call": -1}), ("weights", {"call": 1e9})],
)
def test_absurd_settings_are_refused_in_a_sentence(key: str, value: object) -> None:
    found, complaints = settings_from({"momentum": {key: value}})
    assert len(complaints) == 1
    assert "the default is used" in complaints[0].reason
    assert (found.aim, found.full, found.weights) == (60, 6, DEFAULTS.weights)
