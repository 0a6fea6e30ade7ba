"""Keeping the count of what is due and the gauge up to date, by a process apart where whoever asks must not wait."""

import os
import sys
import time

from cli.count import APART
from store.kept_gauge import forget_gauge, keeps_gauge, knows_gauge, state_of
from store.kept_inbox import (
    NO_MATTER,
    files_state,
    forget_counts,
    keep_counts,
    kept_path,
    read_counts,
    zone_of_machine,
)
from store.paths import settings_path

TYPE_CHECKING = False  # the module typing would take longer than the answer
if TYPE_CHECKING:
    from collections.abc import Mapping

    from cli.context import Context
    from domain.inbox.outside import Ahead

TRIES = 5
"""How often it begins anew because somebody has written meanwhile; then the next one who asks starts another."""
_GENTLY = 10
_HANDLES = 256
"""File handles below which one may have been inherited; a pipe among them would keep its reader waiting."""


def refresh_apart(book: str, settings: str) -> bool:
    """Have the counts of a book worked out by a process that nobody waits for; whether they can be kept at all."""
    if not os.access(os.path.dirname(kept_path(book)), os.W_OK):
        return False
    if not _is_at_work(book):
        start(book, {**os.environ, "SWELL_CONFIG": settings, APART: "yes"})
    return True


def start(book: str, environment: "Mapping[str, str]") -> None:
    """Start the process apart: in a session of its own, with the null device for its streams."""
    null = os.devnull
    streams = [(os.POSIX_SPAWN_OPEN, 0, null, os.O_RDONLY, 0)]
    streams += [(os.POSIX_SPAWN_OPEN, stream, null, os.O_WRONLY, 0) for stream in (1, 2)]
    command = [sys.executable, "-P", launcher(), "--file", book, "inbox", "--keep"]
    try:
        try:
            os.posix_spawn(sys.executable, command, environment, file_actions=streams, setsid=True)
        except NotImplementedError:  # an older system has no sessions here; a group of its own will do
            os.posix_spawn(sys.executable, command, environment, file_actions=streams, setpgroup=0)
    except OSError:
        return  # nothing is lost: whoever asks next tries again


def launcher() -> str:
    """The file that starts Swell: beside the packages, or above them where they are installed from a wheel."""
    packages = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    beside = os.path.join(packages, "swell", "__main__.py")
    return beside if os.path.exists(beside) else os.path.join(os.path.dirname(packages), "__main__.py")


def settle_apart() -> None:
    """Let go of what was inherited, and make way for all others; only for the process that was started apart."""
    os.closerange(3, _HANDLES)
    os.nice(_GENTLY)


def refresh_if_needed(book: str, environment: "Mapping[str, str]") -> None:
    """Have the counts and the gauge worked out anew where they are kept and a command has made them stale."""
    kept, settings = read_counts(book), settings_path(environment)
    stale = kept is not None and (
        kept.ends_soon(time.time()) or not kept.knows(files_state(book, settings), zone_of_machine(environment))
    )
    if stale or (keeps_gauge(book) and not knows_gauge(book, state_of(book, settings))):
        refresh_apart(book, settings)


def refresh(context: "Context") -> None:
    """Work the counts out and keep them: those of today first, then those of the days ahead.

    One process does that at a time. It begins anew where the book has changed meanwhile; where that cannot be read,
    nothing is kept any more, so that whoever asks next is told why.
    """
    from domain.errors import BookError

    for _ in range(TRIES):
        handle = alone(context.path)
        if handle is None:
            return
        try:
            state = _work_out(context)
        except BookError:
            forget_counts(context.path)
            forget_gauge(context.path)
            return
        finally:
            os.close(handle)
        if state == states(context):
            return


def states(context: "Context") -> tuple[str, str]:
    """The state of the files of a book, and the zone of this machine where that matters."""
    return files_state(context.path, settings_path(context.environment)), zone_that_matters(context)


def zone_that_matters(context: "Context") -> str:
    """The zone of this machine where no other was chosen for your day."""
    return NO_MATTER if context.settings.timezone else zone_of_machine(context.environment)


def keep(context: "Context", state: tuple[str, str], ahead: "Ahead") -> None:
    """Keep the lines for a book as it was in that state."""
    keep_counts(context.path, *state, ahead.lines, ahead.until)


def _work_out(context: "Context") -> tuple[str, str]:
    """Work out and keep; the state of the files that it was for. What cannot be kept is forgotten."""
    from domain.momentum.gauge import Momentum

    state, moment, settings = states(context), context.moment(), context.settings
    gauge_state = state_of(context.path, settings_path(context.environment))
    book = context.repository.book()
    momentum = Momentum(book.interactions.values(), moment, settings, book.pauses.values())
    if keeps_gauge(context.path):
        from cli.short import keep_brief

        keep_brief(context.path, gauge_state, momentum.brief(moment), settings)
        if read_counts(context.path) is None:  # nobody has asked how many are due
            return state
    from cli.matching import finder
    from domain.inbox.day import inbox
    from domain.inbox.index import Index
    from domain.inbox.outside import days_told, today_told

    index = Index(book, settings)
    matches = finder(index)
    keep(context, state, today_told(inbox(index, moment, matches(moment)), momentum, moment))
    keep(context, state, days_told(index, momentum, moment, matches))
    kept = read_counts(context.path)
    if kept is None or not kept.knows(*state):
        forget_counts(context.path)
    return state


def alone(book: str) -> int | None:
    """The handle of the lock that one process at a time holds while it works the counts out; None where one does."""
    import fcntl

    handle = -1
    try:
        handle = os.open(kept_path(book) + ".lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        if handle >= 0:
            os.close(handle)
        return None
    return handle


def _is_at_work(book: str) -> bool:
    """Whether a process works the counts out; it looks at the book once more after it has let go of the lock."""
    handle = alone(book)
    if handle is None:
        return True
    os.close(handle)
    return False
