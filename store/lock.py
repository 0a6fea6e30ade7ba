"""The lock beside the book: held by one process for the length of one transaction, freed by the kernel if it dies."""

import errno
import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from domain.errors import BookError, BusyError

WAIT = 5.0
"""Seconds to wait for another process."""
POLL = 0.005


@contextmanager
def locked(path: str, wait: float | None = None) -> Iterator[None]:
    """Hold the lock file at `path`; raises BusyError when another process holds it for longer than `wait` seconds.

    Without `wait` that is WAIT.
    """
    handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        _acquire(handle, path, WAIT if wait is None else wait)
        yield
    finally:
        with suppress(OSError):  # nothing was written to it: what is done under the lock stays done
            os.close(handle)


def _acquire(handle: int, path: str, wait: float) -> None:
    deadline = time.monotonic() + wait
    while True:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() >= deadline:
                raise BusyError(
                    "Another Swell is writing the book and has not finished; nothing was changed, try again."
                ) from None
            time.sleep(POLL)
        except OSError as error:
            if error.errno in (errno.ENOLCK, errno.ENOSYS, errno.EOPNOTSUPP):
                raise BookError(
                    f"The file system of {path} has no locks, so the book is not written; move it to a local disk."
                ) from error
            raise
        else:
            return
