"""The time zone of your day."""

import os
from collections.abc import Mapping
from datetime import UTC, tzinfo
from zoneinfo import ZoneInfo

LOCALTIME = "/etc/localtime"


def zone_named(name: str) -> tzinfo | None:
    """The zone with that IANA name, or None where there is none."""
    try:
        return ZoneInfo(name)
    except (OSError, ValueError, KeyError):
        return None


def machine_zone(environment: Mapping[str, str]) -> tzinfo:
    """The machine's own zone: TZ, else what /etc/localtime holds, else UTC."""
    named = environment.get("TZ", "").lstrip(":")
    return (zone_named(named) if named else None) or _of_file(named) or _of_file(LOCALTIME) or UTC


def _of_file(path: str) -> tzinfo | None:
    """The zone that a file holds, by its name where it stands among the zones of the machine."""
    if not os.path.isabs(path):
        return None
    _, found, name = os.path.realpath(path).partition("/zoneinfo/")
    zone = zone_named(name) if found else None
    if zone is not None:
        return zone
    try:
        with open(path, "rb") as file:
            return ZoneInfo.from_file(file)
    except (OSError, ValueError, KeyError):
        return None
