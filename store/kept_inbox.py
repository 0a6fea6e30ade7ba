"""How many are due, kept beside the book for the coming days as lines with the instant from which each holds."""

import os

from store.kept_gauge import put_beside, state_of, state_seen

TYPE_CHECKING = False  # the module typing would take longer than the answer
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

LOCALTIME = "/etc/localtime"
NO_MATTER = "-"
"""What is kept of the machine's zone where the settings name that of your day."""

SOON = 36 * 3600
"""Seconds before its end from which on there should be more of it."""

_FORMAT = "swell inbox 1"


class KeptCounts:
    """What was kept: for which state of the files and in which zone, and what holds from when."""

    __slots__ = ("_lines", "state", "until", "zone")

    def __init__(self, state: str, zone: str, lines: "list[tuple[int, str]]", until: int) -> None:
        """Instants are seconds since 1970, in order; `until` is the first one of which nothing is known."""
        self.state = state
        self.zone = zone
        self.until = until
        self._lines = lines

    def at(self, now: float) -> str:
        """The line that holds at that instant; empty where none was kept for it."""
        if now >= self.until:
            return ""
        return next((line for since, line in reversed(self._lines) if since <= now), "")

    def ends_soon(self, now: float) -> bool:
        """Whether more should be kept, so that the next morning finds some."""
        return self.until - now < SOON

    def knows(self, state: str, zone: str) -> bool:
        """Whether it was kept for that state of the files and that zone of the machine."""
        return self.state == state and self.zone in (zone, NO_MATTER)


def kept_path(book: str) -> str:
    """Where the counts of a book are kept."""
    folder, name = os.path.split(os.path.realpath(book))
    return os.path.join(folder, f".{name}.inbox")


def files_state(book: str, settings: str) -> str:
    """The state of the book and the settings, and of the spool, as text."""
    return f"{state_of(book, settings)} {spool_state(book)}"


def files_state_seen(book: str, inode: int, size: int, modified: int, settings: str) -> str:
    """The same for a book as it was read, which may be another by now; `modified` is in nanoseconds."""
    return f"{state_seen(inode, size, modified, settings)} {spool_state(book)}"


def spool_state(book: str) -> str:
    """Tells whether a line was put into the spool, or taken out of it."""
    try:
        return str(os.stat(os.path.join(f"{os.path.realpath(book)}.d", "spool", "new")).st_mtime_ns)
    except OSError:
        return "-"


def zone_of_machine(environment: "Mapping[str, str]") -> str:
    """Tells the zone of this machine from any other: what TZ says, and which file stands for local time."""
    try:
        found = os.stat(LOCALTIME)
        local = f"{found.st_ino}.{found.st_size}.{found.st_mtime_ns}"
    except OSError:
        local = "none"
    return f"{local} {environment.get('TZ', '')!a}"


def read_counts(book: str) -> KeptCounts | None:
    """What was kept for the book in whatever state; None where there is nothing, or nothing whole."""
    try:
        with open(kept_path(book), encoding="utf-8") as file:
            text = file.read()
    except (OSError, ValueError):
        return None
    form, *lines = text.split("\n")
    if form != _FORMAT or len(lines) < 5 or lines[-1]:
        return None
    state, zone, *timed, end, _ = lines
    try:
        found = [_line(one) for one in timed]
        return KeptCounts(state, zone, found, int(end))
    except ValueError:
        return None


def _line(text: str) -> tuple[int, str]:
    """One line with its instant; raises ValueError."""
    since, _, line = text.partition(" ")
    count = line.partition(" ")[0]
    if not (count.isdecimal() and line.isprintable()):
        raise ValueError
    return int(since), line


def keep_counts(book: str, state: str, zone: str, lines: "Iterable[tuple[int, str]]", until: int) -> None:
    """Keep these lines, in order; where that cannot be written, what was kept before stays."""
    told = "".join(f"{since} {line}\n" for since, line in lines)
    put_beside(kept_path(book), f"{_FORMAT}\n{state}\n{zone}\n{told}{until}\n")


def forget_counts(book: str) -> None:
    """Keep nothing any more."""
    try:
        os.unlink(kept_path(book))
    except OSError:
        return
