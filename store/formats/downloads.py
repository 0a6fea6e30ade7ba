"""Address files found in a folder of downloads, so that a first start can offer them."""

import os
from fnmatch import fnmatch
from pathlib import Path

from store.formats.decoding import decoded, lines_of
from store.formats.tables import find_header
from store.formats.vcards import is_vcards

_NAMES = ("*linkedindataexport*.zip", "connections*.csv", "contacts*.csv", "*.vcf")
_MOST_LOOKED_INTO = 20
_START = 8_192
"""Bytes of a file that are looked at."""


def find_exports(folder: str | os.PathLike[str]) -> list[Path]:
    """The address files directly in that folder, newest first; empty where there is no such folder."""
    newest = sorted(_named_alike(Path(folder)), reverse=True)[:_MOST_LOOKED_INTO]
    return [path for _, path in newest if _looks_right(path)]


def _named_alike(folder: Path) -> list[tuple[float, Path]]:
    try:
        with os.scandir(folder) as entries:
            named = [entry for entry in entries if any(fnmatch(entry.name.lower(), name) for name in _NAMES)]
            return [(entry.stat().st_mtime, folder / entry.name) for entry in named if entry.is_file()]
    except OSError:
        return []  # a folder that cannot be read offers nothing


def _looks_right(path: Path) -> bool:
    try:
        with path.open("rb") as stream:
            start = stream.read(_START)
    except OSError:
        return False
    if path.suffix.lower() == ".zip":
        return start.startswith(b"PK\x03\x04")
    lines = lines_of(decoded(start))
    return is_vcards(lines) or find_header(lines) is not None
