"""Where things are: the same folders as platformdirs would give, unless the user says otherwise."""

import os

import platformdirs
import pytest

from store.paths import book_path, settings_path
from store.zone import machine_zone, zone_named


@pytest.mark.parametrize("variables", [{}, {"XDG_DATA_HOME": "/somewhere", "XDG_CONFIG_HOME": "/else"}])
def test_the_default_folders_are_those_of_platformdirs(
    variables: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert book_path(None, os.environ) == os.path.join(platformdirs.user_data_dir("swell"), "book.json")
    assert settings_path(os.environ) == os.path.join(platformdirs.user_config_dir("swell"), "config.toml")


def test_file_goes_before_the_variable() -> None:
    assert book_path("/a.json", {"SWELL_FILE": "/b.json"}) == "/a.json"
    assert book_path(None, {"SWELL_FILE": "/b.json"}) == "/b.json"
    assert settings_path({"SWELL_CONFIG": "/c.toml"}) == "/c.toml"


def test_the_zone_of_the_machine_follows_tz() -> None:
    assert str(machine_zone({"TZ": "Asia/Tokyo"})) == "Asia/Tokyo"
    assert machine_zone({"TZ": "No/Where"}) is not None
    assert zone_named("No/Where") is None
    assert zone_named("../etc/passwd") is None
