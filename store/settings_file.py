"""Reading config.toml: a bad value names its line and falls back, a file that cannot be read stops nothing."""

import tomllib
from dataclasses import replace
from datetime import tzinfo

from domain.settings import Complaint, Settings, settings_from
from store.zone import zone_named


def read_settings(path: str) -> tuple[Settings, tuple[str, ...]]:
    """The settings in the file at `path`, with a sentence for each thing in it that could not be used."""
    try:
        with open(path, "rb") as file:
            text = file.read().decode("utf-8-sig")
    except FileNotFoundError:
        return Settings(), ()
    except OSError as error:
        return Settings(), (f"{path} cannot be read ({error.strerror}); the defaults are used.",)
    except UnicodeDecodeError:
        return Settings(), (f"{path} is not UTF-8 text; the defaults are used.",)
    try:
        values = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        return Settings(), (f"{path}: {error}; the defaults are used.",)
    settings, complaints = settings_from(values)
    settings, complaints = _with_known_zone(settings, complaints)
    return settings, tuple(f"{path}:{_line_of(text, one.key)}: {one.key}: {one.reason}." for one in complaints)


def zone_of(settings: Settings) -> tzinfo | None:
    """The zone that the settings name, or None for the machine's own."""
    return zone_named(settings.timezone) if settings.timezone else None


def _with_known_zone(settings: Settings, complaints: tuple[Complaint, ...]) -> tuple[Settings, tuple[Complaint, ...]]:
    if not settings.timezone or zone_of(settings) is not None:
        return settings, complaints
    unknown = Complaint("timezone", f"{settings.timezone!r} is no time zone; the machine's own is used")
    return replace(settings, timezone=""), (*complaints, unknown)


def _line_of(text: str, key: str) -> int:
    """The line on which a dotted key is set, counted from 1; 1 where it cannot be told."""
    section = ""
    for number, line in enumerate(text.splitlines(), 1):
        start, equals, _ = line.replace('"', "").replace("'", "").strip().partition("=")
        if start.startswith("["):
            section = start.strip("[] ") + "."
        elif equals and section + start.strip() == key:
            return number
    return 1
