"""Where the book and the settings are, unless the user says otherwise.

The folders are those that platformdirs gives on Linux and macOS; reading two variables costs nothing at start,
importing platformdirs would.
"""

import os
import sys
from collections.abc import Mapping


def book_path(chosen: str | None, environment: Mapping[str, str]) -> str:
    """The book: `--file`, else SWELL_FILE, else `swell/book.json` in the user's data folder."""
    given = chosen or environment.get("SWELL_FILE") or ""
    return os.path.abspath(os.path.expanduser(given)) if given else os.path.join(data_folder(environment), "book.json")


def beside(book: str) -> str:
    """The folder of what is kept beside a book: spool, backups, drafts. A symlink and its target share one."""
    return f"{os.path.realpath(book)}.d"


def settings_path(environment: Mapping[str, str]) -> str:
    """The settings: SWELL_CONFIG, else `swell/config.toml` in the user's configuration folder."""
    given = environment.get("SWELL_CONFIG") or ""
    if given:
        return os.path.abspath(os.path.expanduser(given))
    return os.path.join(_folder(environment, "XDG_CONFIG_HOME", ".config"), "swell", "config.toml")


def data_folder(environment: Mapping[str, str]) -> str:
    """Swell's folder in the user's data folder."""
    return os.path.join(_folder(environment, "XDG_DATA_HOME", ".local/share"), "swell")


def downloads_folder(environment: Mapping[str, str]) -> str:
    """Where a browser puts what it fetched."""
    return environment.get("XDG_DOWNLOAD_DIR") or os.path.join(os.path.expanduser("~"), "Downloads")


def _folder(environment: Mapping[str, str], variable: str, below_home: str) -> str:
    named = environment.get(variable, "")
    if os.path.isabs(named):
        return named
    if sys.platform == "darwin":
        return os.path.expanduser("~/Library/Application Support")
    return os.path.join(os.path.expanduser("~"), below_home)


def has_backup_of(book: str, day: str) -> bool:
    """Whether the book was backed up on that local day."""
    try:
        names = os.listdir(os.path.join(beside(book), "backups"))
    except OSError:
        return False
    return any(name.startswith(f"{day}T") for name in names)
