"""Reading config.toml: a bad value names its line and falls back, a file that cannot be read stops nothing."""

from dataclasses import replace
from datetime import tzinfo
from typing import Any

from domain.settings import Complaint, Settings, flattened, settings_from
from store.zone import zone_named


def read_settings(path: str) -> tuple[Settings, tuple[str, ...]]:
    """The settings in the file at `path`, with a sentence for each thing in it that could not be used."""
    text, values, problem = _read(path)
    if problem:
        return Settings(), (f"{problem}; the defaults are used.",)
    if not values:
        return Settings(), ()
    settings, complaints = settings_from(values)
    settings, complaints = _with_known_zone(settings, complaints)
    return settings, tuple(f"{path}:{_line_of(text, one.key)}: {one.key}: {one.reason}." for one in complaints)


def used_lines(path: str) -> dict[str, int]:
    """The settings that the file at `path` makes, by dotted key, with the line on which each stands."""
    text, values, _ = _read(path)
    settings, complaints = settings_from(values)
    _, complaints = _with_known_zone(settings, complaints)
    unused = {one.key for one in complaints}
    return {key: _line_of(text, key) for key in flattened(values) if key not in unused}


def zone_of(settings: Settings) -> tzinfo | None:
    """The zone that the settings name, or None for the machine's own."""
    return zone_named(settings.timezone) if settings.timezone else None


def _read(path: str) -> tuple[str, dict[str, Any], str]:
    """The file as text and as values, and what is wrong with it as a whole; nothing of all that where it is absent."""
    try:
        with open(path, "rb") as file:
            text = file.read().decode("utf-8-sig")
    except FileNotFoundError:
        return "", {}, ""
    except OSError as error:
        return "", {}, f"{path} cannot be read ({error.strerror})"
    except UnicodeDecodeError:
        return "", {}, f"{path} is not UTF-8 text"
    import tomllib  # only where there is a file to read

    try:
        return text, tomllib.loads(text), ""
    except (ValueError, RecursionError) as error:
        reason, _, place = str(error).partition(" (at line ")
        line = place.split(",", 1)[0]
        return "", {}, f"{path}:{line if line.isdecimal() else 1}: {reason}"


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
            section = start.strip("[ ").partition("]")[0].strip() + "."
        elif equals and section + start.strip() == key:
            return number
    return 1
