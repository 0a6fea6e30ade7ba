"""The standard streams made fit to write on: none is missing, and no character stops them."""

import codecs
import io
import os
import sys

_LOOK_ALIKES = {
    "…": "...",
    "“": '"',
    "”": '"',
    "’": "'",
    "·": "-",
    "–": "-",
    "─": "-",
    "│": "|",
    "├": "|",
    "└": "`",
    "→": "->",
    "←": "<-",
    "↔": "<>",
    "↗": "/",
    "↘": "\\",
}
"""What stands in where the terminal's encoding lacks a character of ours; for any other it is a question mark."""


def prepare_streams() -> None:
    """Put the null device where a stream was closed, and a look-alike where a character cannot be written."""
    codecs.register_error("look-alike", _look_alike)
    if sys.stdout is None:
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115  # as long as the program runs
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="look-alike")


def drop_output() -> None:
    """Let go of what could not be written, so that the end of the program does not try again."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _look_alike(error: UnicodeError) -> tuple[str, int]:
    assert isinstance(error, UnicodeEncodeError)
    return "".join(_LOOK_ALIKES.get(letter, "?") for letter in error.object[error.start : error.end]), error.end
