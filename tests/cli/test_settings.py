"""`swell config`, and settings where they matter: what is set counts, what is wrong is said and stops nothing."""

import tomllib
from dataclasses import replace

import pytest

from cli.context import Context
from domain.settings import EXAMPLE, Settings, settings_from
from store.zone import machine_zone
from tests.cli.command_line import Swell
from tui.bindings import CAPTURE


def uncommented(text: str) -> str:
    """The example with every setting switched on."""
    lines = []
    for line in text.splitlines():
        setting = line.removeprefix("# ")
        lines.append(setting if "=" in setting and line.startswith("# ") else line)
    return "\n".join(lines)


def test_the_example_parses_as_it_stands_and_sets_nothing(swell: Swell) -> None:
    answer = swell("config", "--example")
    assert (answer.status, answer.out, answer.err) == (0, EXAMPLE, "")
    assert settings_from(tomllib.loads(answer.out)) == (Settings(), ())


def test_the_example_means_the_defaults_once_every_line_is_switched_on() -> None:
    settings, complaints = settings_from(tomllib.loads(uncommented(EXAMPLE)))
    assert complaints == ()
    assert settings.keys == {CAPTURE.id: CAPTURE.key}
    assert replace(settings, keys={}) == Settings()


def test_the_example_names_every_setting(swell: Swell) -> None:
    swell.settings.write_text(uncommented(EXAMPLE), encoding="utf-8")
    answer = swell("config", "--json")
    assert answer.err == ""
    assert [key for key, one in answer.json["settings"].items() if one["line"] is None] == []


def test_config_says_where_each_setting_comes_from(swell: Swell) -> None:
    swell.settings.write_text('name = "Robin"\n[momentum] # points\nfull = 6\n[momentum.weights]\n"turn up" = 2\n')
    answer = swell("config")
    assert answer.lines[0].split() == ["book", str(swell.book)]
    assert answer.lines[1].split() == ["settings", str(swell.settings)]
    rows = {line.split("  ")[1]: line.split()[-2:] for line in answer.lines[2:]}
    assert rows["name"] == ["line", "1"]
    assert rows["momentum.full"] == ["line", "3"]
    assert rows["momentum.weights.turn up"] == ["line", "5"]
    assert rows["momentum.aim"][-1] == "default"
    told = swell("config", "--json").json
    assert (told["file"], told["book"]) == (str(swell.settings), str(swell.book))
    assert told["settings"]["name"] == {"value": "Robin", "line": 1}
    assert told["settings"]["inbox.cap"] == {"value": 7, "line": None}


def test_config_fits_80_columns_and_works_without_a_book(swell: Swell) -> None:
    answer = swell("config")
    assert "not there" in answer.lines[1]
    assert max(map(len, answer.lines[2:])) <= 80
    assert len({line.index("default") for line in answer.lines[2:]}) == 1
    assert not swell.book.exists()
    swell.book.write_text("no book")
    assert swell("config").status == 0


@pytest.mark.parametrize(
    ("text", "line", "told"),
    [
        ("[momentum]\nfull = 'much'\n", 2, "momentum.full: 'much' is not a number of points"),
        ("\n[inbox.cadences]   # days = many\nclose = 0\n", 3, "inbox.cadences.close: 0 is not a whole number"),
        ("colour = 'blue'\n", 1, "colour: Swell has no such setting"),
        ("timezone = 'Mars/Olympus'\n", 1, "'Mars/Olympus' is no time zone"),
        ("name = 'x'\nname = 'y'\n", 2, "Cannot overwrite a value"),
        ("\n\nname = \n", 3, "Invalid value"),
        ("momentum = " + "[" * 3000, 1, "the defaults are used"),
        ("full = " + "9" * 5000, 1, "the defaults are used"),
    ],
)
@pytest.mark.parametrize("command", ["inbox", "momentum", "config"])
def test_bad_settings_are_said_with_their_line_and_stop_nothing(
    sample: Swell, command: str, text: str, line: int, told: str
) -> None:
    right = sample(command).lines
    sample.settings.write_text(text)
    answer = sample(command)
    assert answer.status == 0
    assert answer.err.startswith(f"swell: {sample.settings}:{line}: ")
    assert told in answer.err
    assert answer.err.count("\n") == 1
    assert answer.lines[2:] == right[2:]


def test_what_is_said_of_settings_holds_no_escape_sequence(sample: Swell) -> None:
    sample.settings.write_text('"\\u001b[31m\\u009b" = 1\nname = 3\n')
    answer = sample("inbox")
    assert answer.err.count("\n") == 2
    assert answer.err.replace("\n", "").isprintable()


def test_settings_that_cannot_be_read_are_said(sample: Swell, monkeypatch: pytest.MonkeyPatch) -> None:
    sample.settings.mkdir()
    assert "Is a directory" in sample("inbox").err
    sample.settings.rmdir()
    sample.settings.write_bytes(b"name = '\xff'")
    assert "is not UTF-8 text" in sample("inbox").err
    assert sample("inbox").status == 0


def test_settings_are_complained_about_once(sample: Swell) -> None:
    sample.settings.write_text("nmae = 1\n")
    assert sample("demo", "--into", str(sample.folder / "look.json")).err.count("nmae") == 1
    assert sample("add", "called Ana").err.count("nmae") == 1


def test_another_book_has_the_same_settings_and_no_second_complaint(
    swell: Swell, capsys: pytest.CaptureFixture[str]
) -> None:
    swell.settings.write_text('nmae = 1\nname = "Robin"\n')
    context = Context(None, origin="swell demo")
    other = context.elsewhere(str(swell.folder / "other.json"))
    assert (context.settings.name, other.settings.name) == ("Robin", "Robin")
    assert other.complaints == context.complaints
    assert capsys.readouterr().err.count("nmae") == 1


@pytest.mark.parametrize(
    ("settings", "zone", "day"),
    [
        ("", "UTC", "2026-11-22"),
        ("", "Asia/Tokyo", "2026-11-23"),
        ("", ":Asia/Tokyo", "2026-11-23"),
        ("", "/usr/share/zoneinfo/Asia/Tokyo", "2026-11-23"),
        ("timezone = 'Asia/Tokyo'", "America/Lima", "2026-11-23"),
        ("timezone = 'America/Lima'", "Asia/Tokyo", "2026-11-22"),
        ("timezone = 'No/Where'", "Asia/Tokyo", "2026-11-23"),
    ],
)
def test_the_time_zone_of_your_day_decides_the_day(
    sample: Swell, monkeypatch: pytest.MonkeyPatch, settings: str, zone: str, day: str
) -> None:
    sample.settings.write_text(settings)
    monkeypatch.setenv("TZ", zone)
    sample.later(hours=9)  # 18:30 in UTC
    made = sample("add", "--json", "called Ana +1d").json["made"]
    assert made[0]["at"][:10] == day
    assert made[1]["due"] == f"2026-11-{int(day[-2:]) + 1}"
    assert sample("momentum", "--json").json["at"][:10] == day


def test_a_zone_that_is_none_is_the_machines() -> None:
    assert machine_zone({"TZ": "No/Where"}) == machine_zone({})


def test_full_and_weights_move_the_gauge(swell: Swell) -> None:
    swell("add", "called @Ana")
    pipe = swell("momentum", "--json").json["pipe"]
    swell.settings.write_text("[momentum]\nfull = 3\n")
    assert swell("momentum", "--json").json["pipe"] == pytest.approx(2 * pipe)
    swell.settings.write_text("[momentum.weights]\ncall = 6\n")
    assert swell("momentum", "--json").json["pipe"] == pytest.approx(3 * pipe)
    swell.settings.write_text("[momentum]\nmode = 'in a job'\n")
    told = swell("momentum", "--json").json
    assert (told["pipe"], told["aim"]) == (pytest.approx(pipe), 33)
    swell.settings.write_text("[momentum]\naim = 45\n")
    assert swell("momentum", "--json").json["aim"] == 45


def test_the_cap_bounds_the_day_promises_aside(sample: Swell) -> None:
    sample.settings.write_text("[inbox]\ncap = 1\n")
    today = sample("inbox", "--json").json
    assert {item["source"] for item in today} <= {"promise", "waiting", "intro", "birthday"}
    total = len(sample("inbox", "--all", "--json").json)
    sample.settings.write_text("[inbox]\ncap = 12\n")
    assert len(today) < len(sample("inbox", "--json").json) <= 12
    assert len(sample("inbox", "--all", "--json").json) == total


def test_cadences_decide_who_is_out_of_rhythm(sample: Swell) -> None:
    def out_of_rhythm() -> int:
        return sum(item["source"] == "rhythm" for item in sample("inbox", "--all", "--json").json)

    few = out_of_rhythm()
    sample.settings.write_text("[inbox.cadences]\ninner = 1\nclose = 1\nactive = 1\nwide = 1\n")
    assert out_of_rhythm() > few
