"""The cure for a byte on the keyboard that is no UTF-8, which would end the program: it is read as a sign instead.

Textual decodes its input strictly; this is the one place that touches what Textual keeps to itself.
"""

from codecs import IncrementalDecoder, getincrementaldecoder
from collections.abc import Callable
from functools import partial

from textual.drivers import linux_driver


def forgiving_decoder(encoding: str) -> Callable[[], IncrementalDecoder]:
    """A decoder that reads what it cannot decode as U+FFFD."""
    return partial(getincrementaldecoder(encoding), errors="replace")


def forgive_invalid_bytes() -> None:
    """Let the driver that reads the terminal use the forgiving decoder; to be called before an app runs."""
    vars(linux_driver)["getincrementaldecoder"] = forgiving_decoder
