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
    zone = zone_named(named) if named else None
    return zone or _of_localtime() or UTC


def _of_localtime() -> tzinfo | None:
    _, found, name = os.path.realpath(LOCALTIME).partition("/zoneinfo/")
    zone = zone_named(name) if found else None
    if zone is not None:
        return zone
    try:
        with open(LOCALTIME, "rb") as file:
            return ZoneInfo.from_file(file)
    except (OSError, ValueError, KeyError):
        return None
