"""Putting what was written in the prompt into the spool: on disk at the cost of two syncs, whatever the book is."""

import os
import time

from domain.ids import Ids
from store.spool import deliver, local_time

ORIGIN = "swell capture"


def new_id() -> str:
    """An id of now."""
    return _ids()()


def put_into_spool(book: str, lines: list[str]) -> list[str]:
    """Deliver the lines, several of them as one, on disk before this returns; the key of each. Raises OSError."""
    ids = _ids()
    keys = [ids() for _ in lines]
    said = {"at": local_time(time.time_ns() // 10**6), "origin": ORIGIN, "session": os.urandom(8).hex()}
    if len(lines) == 1:
        deliver(book, keys[0], lines[0], **said)
    else:
        from store.spooled import together

        deliver(book, keys[0], together(keys, lines), **said, together="yes")
    return keys


def without_marks_alone(lines: list[str]) -> list[str]:
    """The lines of a list with the marks that hold for each, and without those that are nothing but marks."""
    from domain.capture.many import with_standing_marks

    return [one.line for one in with_standing_marks(lines) if one.line]


def _ids() -> Ids:
    return Ids(lambda: time.time_ns() // 10**6, lambda limit: int.from_bytes(os.urandom(8), "big") % limit)
