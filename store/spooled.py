"""Reading what waits in the spool."""

import os
from typing import Final

from domain.ports import Delivery
from store.spool import HEAD, spool_of

MOST: Final = 100_000
"""Bytes of a file of another make; a larger one is no line that anybody typed."""


def read_delivery(book: str, name: str) -> Delivery:
    """One delivery; a file of another make is a line of plain text, or rubbish. Raises OSError."""
    with open(os.path.join(spool_of(book), "new", name), "rb") as file:
        data = file.read(MOST + 1)
        if data.startswith(f"{HEAD}\n".encode()):  # a line of ours is kept, however long it is
            data += file.read()
        elif len(data) > MOST:
            return Delivery(name, data[:MOST].decode("utf-8", "replace"), rubbish="it is too long for a line")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return Delivery(name, data.decode("utf-8", "replace"), rubbish="it is not UTF-8 text")
    head, found, line = text.partition("\n\n")
    first, *said = head.split("\n")
    if first != HEAD or not found:
        return _of_another_make(name, text)
    values = dict(part.split(" ", 1) for part in said if " " in part)
    return Delivery(
        name,
        line,
        at=values.get("at", ""),
        origin=values.get("origin", ""),
        session=values.get("session", ""),
        shell="shell" in values,
    )


def _of_another_make(name: str, text: str) -> Delivery:
    """A file that somebody else put there, such as a note from a telephone."""
    line = " ".join(text.split())
    if not line:
        return Delivery(name, text, rubbish="there is nothing in it")
    if "\0" in line:
        return Delivery(name, line, rubbish="it is not text")
    return Delivery(name, line, shell=True)
