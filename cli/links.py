"""A link opened in another program of the desktop, such as a draft in the mail program; Swell itself sends nothing."""

import os
import shutil
import sys
from collections.abc import Mapping
from typing import Final

from domain.errors import BadInputError

OPENERS: Final = ("xdg-open", "gio", "wslview")
"""What opens a link, the usual one first; `open` does on a Mac."""
NO_DESKTOP: Final = "No mail program can be opened from this terminal; y copies the words instead."


def open_link(environment: Mapping[str, str], link: str) -> None:
    """Open a link with what the desktop has for it; raises BadInputError where there is no desktop."""
    command = _command(environment)
    name = os.path.basename(command[0])
    quiet = [
        (os.POSIX_SPAWN_OPEN, 0, os.devnull, os.O_RDONLY, 0),
        (os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0),
        (os.POSIX_SPAWN_DUP2, 1, 2),
    ]
    try:
        child = os.posix_spawn(command[0], [*command, link], dict(environment), file_actions=quiet)
        status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    except OSError as error:
        raise BadInputError(f"{name} could not be used ({error.strerror}); y copies the words.") from error
    if status:
        raise BadInputError(f"{name} found no mail program (status {status}); y copies the words.")


def _command(environment: Mapping[str, str]) -> list[str]:
    """What opens a link here; raises BadInputError where nothing does."""
    if sys.platform == "darwin":
        if "SSH_CONNECTION" not in environment:
            return ["/usr/bin/open"]
        raise BadInputError(NO_DESKTOP)
    if not (environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY") or environment.get("WSL_DISTRO_NAME")):
        raise BadInputError(NO_DESKTOP)
    for name in OPENERS:
        found = shutil.which(name, path=environment.get("PATH"))
        if found:
            return [found, "open"] if name == "gio" else [found]
    raise BadInputError(NO_DESKTOP)
