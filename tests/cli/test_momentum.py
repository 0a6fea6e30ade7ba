"""`swell momentum`: the gauge, its answers, and the line kept for a status line."""

import re
from datetime import datetime, timedelta
from math import exp, log

import pytest

from store.kept_gauge import kept_path, knows_gauge, state_of
from store.spool import deliver
from tests.cli.command_line import SUNDAY, Swell
from tests.cli.shapes import MOMENTUM, misfits


def test_momentum_as_json(sample: Swell) -> None:
    told = sample("momentum", "--json").json
    assert misfits(told, MOMENTUM) == []
    assert (told["full_per_week"], told["aim"], told["at"]) == (6, 60, "2026-11-22T09:30:00+00:00")
    assert told["trend"] in ("building", "holding", "rolling on", "fading")
    assert told["gauge"] > 0


def test_momentum_says_the_number_why_and_what_becomes_of_it(sample: Swell) -> None:
    told = sample("momentum", "--json").json
    answer = sample("momentum")
    assert answer.lines[0] == f"Momentum {round(told['gauge'])} of 100, {told['trend']}"
    shares = [float(share) for share in re.findall(r"(\d+\.\d)  from \d+ acts?$", answer.out, re.MULTILINE)]
    assert sum(shares) == pytest.approx(told["gauge"], abs=0.3)
    for words in ("holds with", "If you stop", "60 by "):
        assert any(words in line for line in answer.lines)


def test_an_empty_book_says_what_moves_the_gauge(swell: Swell) -> None:
    assert swell("momentum").lines == [
        "Momentum 0 of 100, nothing given yet",
        "It moves when you give: swell add called @Ana about the move",
    ]
    assert swell("momentum", "--short").out == "0\n"
    assert swell("momentum", "--json").json["gauge"] == 0
    assert not swell.book.exists()


@pytest.mark.parametrize("asked", [True, False])
def test_a_first_introduction_shows_in_the_pipe(swell: Swell, asked: bool) -> None:
    if asked:
        swell("momentum", "--short")  # the gauge of a book that is not there yet is kept, and followed
    swell("add", "introduced @Ana to @Ben")
    assert swell("momentum", "--short").out == "0 ↗ +9\n"
    assert swell("momentum", "--short", "--ascii").out == "0 / +9\n"
    told = swell("momentum", "--json").json
    assert (told["gauge"], round(told["pipe"], 3)) == (0, 8.893)


def test_the_gauge_of_a_past_day(swell: Swell) -> None:
    swell("add", "introduced @Ana to @Ben")
    swell.later(days=28)
    assert swell("momentum", "--json").json["gauge"] == pytest.approx(7.725, abs=5e-4)
    past = swell("momentum", "--json", "--at", "2026-11-29").json
    assert past["at"].startswith("2026-11-29T23:59:59")
    days = (datetime.fromisoformat(past["at"]) - SUNDAY) / timedelta(days=1)
    quick, slow = 7 / log(2), 21 / log(2)
    expected = 100 * 4 / (6 / 7 * (slow - quick)) * (exp(-days / slow) - exp(-days / quick))
    assert past["gauge"] == pytest.approx(expected, abs=1e-4)
    assert swell("momentum", "--json", "--at", "2026-11-21").json["gauge"] == 0
    assert swell("momentum", "--at", "2026-11-21").out.startswith("Momentum 0 of 100, nothing given yet")


@pytest.mark.parametrize("when", ["tomorrow", "2026-11-23", "next fri", "soon", "", "31 nov"])
@pytest.mark.parametrize("form", [(), ("--short",), ("--json",)])
def test_a_day_that_is_not_past_is_refused(sample: Swell, when: str, form: tuple[str, ...]) -> None:
    answer = sample("momentum", *form, "--at", when)
    assert (answer.status, answer.out) == (1, "")
    assert answer.err.endswith("is no day up to today (a day, not a time); write 2026-03-01, yesterday or fri.\n")


def test_today_is_now(sample: Swell) -> None:
    assert sample("momentum", "--json", "--at", "today").json == sample("momentum", "--json").json


def short_from_the_book(swell: Swell) -> str:
    """The status line with nothing kept."""
    kept = swell.book.with_name(".book.json.gauge")
    was = kept.read_bytes() if kept.exists() else None
    kept.unlink(missing_ok=True)
    line = swell("momentum", "--short").out
    if was is not None:
        kept.write_bytes(was)
    return line


@pytest.mark.parametrize("hours", [0, 1, 5.5, 13, 14, 14.6, 24, 24 * 9, 24 * 21])
def test_the_kept_line_answers_as_the_book_does(sample: Swell, hours: float) -> None:
    sample("momentum", "--short")
    sample.later(hours=hours)
    assert sample("momentum", "--short").out == short_from_the_book(sample)


def test_the_kept_line_is_used_and_private(sample: Swell) -> None:
    first = sample("momentum", "--short").out
    kept = sample.book.with_name(".book.json.gauge")
    assert str(kept) == kept_path(str(sample.book))
    assert kept.stat().st_mode & 0o777 == 0o600
    sample("add", "introduced @Zed to @Yan")
    assert sample("momentum", "--short").out == short_from_the_book(sample) != first
    mark = kept.read_text().replace(";1;", ";0;", 1).split(";")
    mark[1] = " ".join([*mark[1].split()[:3], "600.0", *mark[1].split()[4:]])
    kept.write_text(";".join(mark))
    assert int(sample("momentum", "--short").out.split()[0]) < 5  # it was read, not worked out anew


def short_once_refreshed(swell: Swell) -> str:
    """The status line after the one that is told while a process apart works it out anew."""
    before, swell.apart = swell.book.with_name(".book.json.gauge").read_text(), 0
    swell("momentum", "--short")
    assert (swell.apart, swell.book.with_name(".book.json.gauge").read_text()) == (1, before)
    swell("inbox", "--keep")
    swell.apart = 0
    line = swell("momentum", "--short").out
    assert swell.apart == 0
    return line


def test_changed_settings_make_the_kept_line_stale(sample: Swell) -> None:
    full = int(sample("momentum", "--short").out.split()[0])
    sample.settings.write_text("[momentum]\nfull = 12\n")
    half = int(short_once_refreshed(sample).split()[0])
    assert half == pytest.approx(full / 2, abs=1)
    sample.settings.write_text("ascii = true\n")
    assert short_once_refreshed(sample).isascii()
    sample.settings.unlink()
    assert not short_once_refreshed(sample).isascii()


@pytest.mark.parametrize(
    "damage",
    [
        b"",
        b"\n",
        b"nonsense",
        b"\xff\xfe\x00",
        b"%s\n",
        b"%s\n1 2 3\n",
        b"%s\n2;1 9e99 60 6 1 1 1;0;;;;\n",
        b"%s\n3;1 9e99 60 0 1 1 1;0;;;;\n",
        b"%s\n3;1 9e99 60 6 1 1 one;0;;;;\n",
        b"%s\n3;1 9e99 60 6 1 1 1;0;;;;\x1b[31m\n",
        b"%s\n3;1 9e99 60 6 1 1 1;0;;;;\nmore\n",
        b"%s\n3;1 9e99 60 6 1 nan 1;0;;;;\n",
        b"%s\n3;1 inf 60 6 1 1 1;0;;;;\n",
    ],
)
def test_a_damaged_kept_line_is_worked_out_anew(sample: Swell, damage: bytes) -> None:
    right = sample("momentum", "--short").out
    kept = sample.book.with_name(".book.json.gauge")
    state = kept.read_bytes().split(b"\n")[0]
    kept.write_bytes(damage.replace(b"%s", state))
    answer = sample("momentum", "--short")
    assert (answer.status, answer.out, answer.err) == (0, right, "")


def test_a_gauge_that_cannot_be_kept_is_told_all_the_same(sample: Swell) -> None:
    sample.book.with_name(".book.json.gauge").mkdir()
    answer = sample("momentum", "--short")
    assert (answer.status, answer.err) == (0, "")
    assert sample("momentum", "--short").out == answer.out
    assert not list(sample.book.parent.glob(".book.json.gauge.*"))  # nothing is left of the attempt


def test_a_clock_that_was_wrong_for_once_leaves_no_wrong_line(sample: Swell) -> None:
    right = sample("momentum", "--short").out
    sample.book.with_name(".book.json.gauge").unlink()
    sample.later(days=2_000)
    assert sample("momentum", "--short").out != right
    sample.later(days=-2_000)
    assert sample("momentum", "--short").out == right
    sample.later(minutes=-30)  # within the hour it stands still
    assert sample("momentum", "--short").out == right


def test_the_gauge_of_a_past_day_is_not_kept(sample: Swell) -> None:
    now = sample("momentum", "--short").out
    past = sample("momentum", "--short", "--at", "2026-03-01").out
    assert past != now
    sample.book.with_name(".book.json.gauge").unlink()
    assert sample("momentum", "--short", "--at", "2026-03-01").out == past
    assert sample("momentum", "--short").out == now


def test_an_act_dated_ahead_counts_from_its_day_on(swell: Swell) -> None:
    swell("add", "called @Ana")
    text = swell.book.read_text().replace("2026-11-22T09:30:00+00:00", "2026-11-22T21:00:00+00:00")
    swell.book.write_text(text)
    assert swell("momentum", "--short").out == "0\n"
    swell.later(hours=12)
    assert swell("momentum", "--short").out == "0 ↗ +4\n"


def test_json_goes_before_short(sample: Swell) -> None:
    assert misfits(sample("momentum", "--short", "--json").json, MOMENTUM) == []


def test_the_warning_shows_in_the_status_line(sample: Swell) -> None:
    sample.later(days=24)
    warning = sample("momentum", "--json").json["warning"]
    for _ in range(2):
        assert sample("momentum", "--short").out.endswith(f"! {warning}\n")
    assert f"a quiet spell: {warning}" in sample("momentum").out


LINES = (
    "introduced @Ana to @Ben",
    "called @Ana",
    "posted a thing",
    "posted another",
    "@Ana sent me a lead",
    "note: rain",
)


@pytest.mark.parametrize("asked", [True, False])
def test_what_is_added_moves_the_kept_gauge_without_the_book(sample: Swell, asked: bool) -> None:
    sample("momentum", "--short")
    if not asked:
        sample.book.with_name(".book.json.gauge").unlink()
    sample.apart = 0
    for number, line in enumerate(LINES):
        sample.later(hours=5 if number else 0)
        sample("add", line)
        assert kept_of(sample) == asked
    assert sample.apart == 0
    for hours in (0, 30, 24 * 20):
        sample.later(hours=hours)
        assert sample("momentum", "--short").out == short_from_the_book(sample)


def kept_of(swell: Swell) -> bool:
    """Whether what is kept is of the book as it is."""
    return knows_gauge(str(swell.book), state_of(str(swell.book), str(swell.settings)))


def test_done_keeps_the_gauge_and_undo_has_it_worked_out(sample: Swell) -> None:
    sample("momentum", "--short")
    key = next(one["key"] for one in sample("inbox", "--json").json if one["source"] == "promise")
    sample("done", key)
    assert kept_of(sample)
    sample.apart = 0
    sample("undo")
    assert (kept_of(sample), sample.apart) == (False, 1)
    sample("inbox", "--keep")
    assert kept_of(sample)
    assert not sample.book.with_name(".book.json.inbox").exists()
    assert sample("momentum", "--short").out == short_from_the_book(sample)


def test_what_happened_last_week_has_the_gauge_worked_out(sample: Swell) -> None:
    sample("momentum", "--short")
    sample.apart = 0
    sample("add", "--at", "2026-11-14", "called @Ana")
    assert (kept_of(sample), sample.apart) == (False, 1)
    assert short_once_refreshed(sample) == short_from_the_book(sample)


def test_after_a_change_by_somebody_else_the_one_before_is_told_and_then_the_next(sample: Swell) -> None:
    before = sample("momentum", "--short").out
    text = sample.book.read_text(encoding="utf-8")
    sample.book.write_text(text.replace('"direction":"gave"', '"direction":"got"'), encoding="utf-8")
    assert sample("momentum", "--short").out == before
    sample("add", "called @Ana")
    assert short_once_refreshed(sample) == short_from_the_book(sample) != before


def test_what_waits_in_the_spool_is_filed_apart_and_then_counts(sample: Swell) -> None:
    before = sample("momentum", "--short").out
    line = "introduced @Zed to @Yan"
    deliver(str(sample.book), "1795000000000123456789", line, at="2026-11-22T08:00:00+00:00", origin="swell add")
    assert sample("momentum", "--short").out == before
    assert short_once_refreshed(sample) == short_from_the_book(sample) != before


def test_a_book_that_cannot_be_read_is_told_after_one_more_line(sample: Swell) -> None:
    before = sample("momentum", "--short").out
    sample.book.write_text('{"contacts": {"1": ')
    assert sample("momentum", "--short").out == before
    sample("inbox", "--keep")
    answer = sample("momentum", "--short")
    assert (answer.status, answer.out) == (1, "")
    assert "book.json" in answer.err


def test_where_nothing_can_be_kept_the_book_is_asked(sample: Swell, monkeypatch: pytest.MonkeyPatch) -> None:
    before = sample("momentum", "--short").out
    monkeypatch.setattr("cli.refreshing.os.access", lambda *_: False)
    sample("add", "--at", "2026-11-14", "called @Ana")
    assert sample("momentum", "--short").out == short_from_the_book(sample) != before


def test_a_pause_in_another_zone_is_kept_for_that_zone(sample: Swell, monkeypatch: pytest.MonkeyPatch) -> None:
    sample("momentum", "--short")
    monkeypatch.setenv("TZ", "Pacific/Kiritimati")
    sample.later(hours=30)
    assert sample("momentum", "--short").out == short_from_the_book(sample)


def test_what_stopping_costs(sample: Swell) -> None:
    assert sample("momentum", "--if-i-stop").out.startswith("If you stop, it ")
    told = sample("momentum", "--if-i-stop", "--json").json
    assert told["peak"] >= told["after_four_weeks"] > 0
    assert told["sentence"] in sample("momentum", "--if-i-stop").out
    assert told == sample("momentum", "--json").json["if_i_stop"]


def test_what_a_goal_takes(sample: Swell) -> None:
    plain = sample("momentum", "--reach", "80")
    assert plain.out == f"{sample('momentum', '--reach', '80', '--json').json['sentence']}.\n"
    assert plain.out.startswith("80 by 17 Jan 2027 takes ")
    soon = sample("momentum", "--reach", "80", "--by", "wed").out
    assert soon.startswith("Not by Wed 25 Nov; the earliest honest date for 80 is ")
    told = sample("momentum", "--reach", "90.5", "--by", "2027-02-01", "--json").json
    assert (told["target"], told["by"], told["honest"]) == (90.5, "2027-02-01", True)
    assert told["points_per_week"] > 3


def test_a_rhythm_on_trial(sample: Swell) -> None:
    assert sample("momentum", "--what-if", "5").out.startswith("With two calls and a message a week it is ")
    told = sample("momentum", "--what-if", "0", "--json").json
    assert (told["points_per_week"], told["settles"], len(told["gauge"])) == (0, 0, 84)
    assert told["gauge"][-1] < told["gauge"][6]


def test_everything_as_json_adds_up(sample: Swell) -> None:
    told = sample("momentum", "--json").json
    for part in ("kinds", "weeks", "circles"):
        assert sum(one["gauge"] for one in told["why"][part]) == pytest.approx(told["gauge"], abs=1e-9)
    acts = sum(one["gauge"] for one in told["why"]["acts"]) + told["why"]["other_acts"]
    assert acts == pytest.approx(told["gauge"], abs=1e-9)
    assert len(told["months"]) == 12
    assert told["lag"]["sentence"].startswith("From a give to a return: ")
    assert told["seven_days"].startswith("In seven days you gave ")
    assert told["aim_holds_with"]["sentence"].startswith("60 holds with ")
    assert told["offer"] is None


@pytest.mark.parametrize(
    ("words", "status", "complaint"),
    [
        (("--reach", "0"), 2, "“0” is no number from 1 to 1000"),
        (("--reach", "nan"), 2, "“nan” is no number from 1 to 1000"),
        (("--reach", "much"), 2, "“much” is no number from 1 to 1000"),
        (("--by", "fri"), 2, "--by goes with --reach"),
        (("--reach", "70", "--by", "yesterday"), 1, "“yesterday” is no day to come"),
        (("--reach", "70", "--by", "today"), 1, "“today” is no day to come"),
        (("--reach", "70", "--by", "soon"), 1, "“soon” is no day to come"),
        (("--what-if", "-1"), 2, "is no number of points from 0 to 1000"),
        (("--what-if", "inf"), 2, "is no number of points from 0 to 1000"),
        (("--what-if", "500"), 1, "500 points a week are more than anybody keeps up; try up to 21."),
    ],
)
def test_what_makes_no_sense_is_refused_in_a_sentence(
    sample: Swell, words: tuple[str, ...], status: int, complaint: str
) -> None:
    answer = sample("momentum", *words)
    assert (answer.status, answer.out) == (status, "")
    assert complaint in answer.err


def test_the_offer_to_raise_full_is_made_where_the_gauge_is_long_above_it(sample: Swell) -> None:
    sample.settings.write_text("[momentum]\nfull = 1\n")
    offer = sample("momentum", "--json").json["offer"]
    assert offer["full"] > 1
    assert f"full = {offer['full']} points a week" in sample("momentum").out


@pytest.mark.parametrize(
    "line", ["aim = 0", "full = -1", "[momentum.weights]\ncall = -2", "[momentum.weights]\ncall = 1e9"]
)
def test_absurd_settings_are_said_and_the_defaults_hold(sample: Swell, line: str) -> None:
    right = sample("momentum").out
    sample.settings.write_text(f"[momentum]\n{line}\n" if not line.startswith("[") else f"{line}\n")
    answer = sample("momentum")
    assert (answer.status, answer.out) == (0, right)
    assert "the default is used" in answer.err
