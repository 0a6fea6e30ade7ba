"""`swell momentum`: the gauge, its answers, and the line kept for a status line."""

import re
from datetime import datetime, timedelta
from math import exp, log

import pytest

from store.kept_gauge import kept_path
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


def test_a_first_introduction_shows_in_the_pipe(swell: Swell) -> None:
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
    told = kept.read_text().replace(" b 1", " f 1")
    kept.write_text(told)
    assert "↘" in sample("momentum", "--short").out  # it was read, not worked out anew


def test_changed_settings_make_the_kept_line_stale(sample: Swell) -> None:
    full = int(sample("momentum", "--short").out.split()[0])
    sample.settings.write_text("[momentum]\nfull = 12\n")
    half = int(sample("momentum", "--short").out.split()[0])
    assert half == pytest.approx(full / 2, abs=1)
    sample.settings.write_text("ascii = true\n")
    for _ in range(2):  # worked out, then kept
        assert sample("momentum", "--short").out.isascii()
    sample.settings.unlink()
    for _ in range(2):
        assert not sample("momentum", "--short").out.isascii()


@pytest.mark.parametrize(
    "damage",
    [
        b"",
        b"\n",
        b"nonsense",
        b"\xff\xfe\x00",
        b"%s\n",
        b"%s\n1 2 3\n",
        b"%s\n2 1.0 1.0 0.0 9e99 0.857 60 b 1\n",
        b"%s\n1 1.0 1.0 0.0 9e99 0.0 60 b 1\n",
        b"%s\n1 1.0 1.0 0.0 9e99 0.857 60 x 1\n",
        b"%s\n1 one 1.0 0.0 9e99 0.857 60 b 1\n",
        b"%s\n1 1.0 1.0 0.0 9e99 0.857 60 b 1 three weeks \x1b[31m\n",
        b"%s\n1 1.0 1.0 0.0 9e99 0.857 60 b 1\nmore\n",
    ],
)
def test_a_damaged_kept_line_is_worked_out_anew(sample: Swell, damage: bytes) -> None:
    right = sample("momentum", "--short").out
    kept = sample.book.with_name(".book.json.gauge")
    state = kept.read_bytes().split(b"\n")[0]
    kept.write_bytes(damage.replace(b"%s", state))
    answer = sample("momentum", "--short")
    assert (answer.status, answer.out, answer.err) == (0, right, "")


@pytest.mark.parametrize("number", ["nan", "inf"])
def test_a_kept_line_without_finite_numbers_is_worked_out_anew(sample: Swell, number: str) -> None:
    right = sample("momentum", "--short").out
    kept = sample.book.with_name(".book.json.gauge")
    state = kept.read_bytes().split(b"\n")[0]
    kept.write_bytes(state + f"\n1 {number} {number} 0.0 9e99 0.857 60 b 1\n".encode())
    assert sample("momentum", "--short").out == right


def test_a_gauge_that_cannot_be_kept_is_told_all_the_same(sample: Swell) -> None:
    sample.book.with_name(".book.json.gauge").mkdir()
    answer = sample("momentum", "--short")
    assert (answer.status, answer.err) == (0, "")
    assert sample("momentum", "--short").out == answer.out


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
