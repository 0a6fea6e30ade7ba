"""Settings: what is right is used, what is wrong names its line and falls back."""

from pathlib import Path

import pytest

from domain.settings import Settings
from store.settings_file import read_settings, zone_of


def write(tmp_path: Path, text: str) -> str:
    path = tmp_path / "config.toml"
    path.write_text(text)
    return str(path)


def test_no_file_means_the_defaults(tmp_path: Path) -> None:
    assert read_settings(str(tmp_path / "none.toml")) == (Settings(), ())


def test_every_setting_is_read(tmp_path: Path) -> None:
    settings, complaints = read_settings(
        write(
            tmp_path,
            """
name = "Robin Vale"
addresses = ["robin@vale.example"]
timezone = "Europe/Lisbon"
theme = "nord"
ascii = true
[momentum]
full = 8
mode = "in a job"
[momentum.weights]
call = 2.5
"turn up" = 0
[inbox]
cap = 5
fresh_days = 30
[inbox.cadences]
inner = 7
[keys]
capture = "ctrl+n"
""",
        )
    )
    assert complaints == ()
    assert (settings.name, settings.addresses) == ("Robin Vale", ("robin@vale.example",))
    assert (settings.theme, settings.ascii, settings.full, settings.mode, settings.aim) == (
        "nord",
        True,
        8,
        "in a job",
        33,
    )
    assert (settings.weights["call"], settings.weights["turn up"], settings.weights["help"]) == (2.5, 0, 3)
    assert (settings.cap, settings.fresh_days, settings.cadences["inner"], settings.cadences["close"]) == (5, 30, 7, 30)
    assert settings.keys == {"capture": "ctrl+n"}
    assert str(zone_of(settings)) == "Europe/Lisbon"


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("\n\nnmae = 'x'\n", 3, "no such setting"),
        ("[momentum]\nfull = 0\n", 2, "points a week"),
        ("[momentum]\nfull = true\n", 2, "points a week"),
        ("[momentum]\n\naim = 'high'\n", 3, "a number"),
        ("[momentum.weights]\ncall = -1\n", 2, "points from 0"),
        ("[momentum.weights]\nshout = 3\n", 2, "no such setting"),
        ("name = 3\n[inbox]\ncap = 1.5\n", 1, "text in quotes"),
        ("timezone = 'Mars/Olympus'\n", 1, "no time zone"),
        ("addresses = 'one@two.example'\n", 1, "a list"),
    ],
)
def test_a_bad_value_names_its_line_and_falls_back(tmp_path: Path, text: str, line: int, words: str) -> None:
    path = write(tmp_path, text)
    settings, complaints = read_settings(path)
    assert complaints[0].startswith(f"{path}:{line}: ")
    assert words in complaints[0]
    assert (settings.name, settings.full, settings.aim, settings.cap) == ("", 6, 60, 7)


@pytest.mark.parametrize("text", ["name = ", "[[[", "\x00"])
def test_a_file_that_is_no_toml_is_said(tmp_path: Path, text: str) -> None:
    settings, complaints = read_settings(write(tmp_path, text))
    assert settings == Settings()
    assert len(complaints) == 1


def test_a_file_that_is_no_text_is_said(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_bytes(b"name = '\xff'")
    assert "not UTF-8" in read_settings(str(path))[1][0]
