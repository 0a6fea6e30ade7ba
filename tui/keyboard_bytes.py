"""The cures for two things on the keyboard that would end or block the program.

A byte that is no UTF-8 is read as a sign instead, and a paste whose end does not come is ended by esc. Textual decodes
its input strictly and without a limit; this is the one place that touches what Textual keeps to itself.
"""

import time
from codecs import IncrementalDecoder, getincrementaldecoder
from collections.abc import Callable
from typing import Final

from textual.drivers import linux_driver

PASTE_BEGINS: Final = "\x1b[200~"
PASTE_ENDS: Final = "\x1b[201~"
WAY_OUT: Final = ("\x1b", "\x1b[27u", "\x03", "\x1b[99;5u")
"""Esc and ctrl+c, as terminals send them."""
SILENCE: Final = 1.0
"""Seconds without a character after which a lone esc is a key, and not the first part of the end of a paste."""


class Keyboard:
    """What came from the keyboard, as text."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        """`clock` gives seconds."""
        self._clock = clock
        self._last = clock()
        self.begin_anew()

    def begin_anew(self) -> None:
        """Forget what was under way."""
        self._decoder = getincrementaldecoder("utf-8")("replace")
        self._tail = ""
        """The last characters, in which a mark may have begun."""
        self._pasting = False
        self._parts: list[str] = []

    @property
    def pasted(self) -> str:
        """What has come of a paste that has not ended; empty where none is under way."""
        return "".join(self._parts)

    def decode(self, data: bytes, final: bool = False) -> str:
        """The text of these bytes; what cannot be decoded is U+FFFD."""
        text = self._decoder.decode(data, final)
        if not text:  # half a character, or for ever nothing, from a terminal that has gone
            return ""
        now = self._clock()
        if self._pasting and text in WAY_OUT and now - self._last >= SILENCE:
            text = PASTE_ENDS
        self._last = now
        self._follow(text)
        return text

    def _follow(self, text: str) -> None:
        """See whether a paste begins or ends in the text, and keep what belongs to it."""
        seen = self._tail + text
        self._tail = seen[1 - len(PASTE_BEGINS) :]
        if self._pasting:
            ended = seen.find(PASTE_ENDS)
            if ended < 0:
                self._parts.append(text)
                return
            self._pasting, self._parts = False, []
            seen = seen[ended + len(PASTE_ENDS) :]
        begun = seen.rfind(PASTE_BEGINS)
        if begun >= 0 and PASTE_ENDS not in seen[begun:]:
            self._pasting, self._parts = True, [seen[begun + len(PASTE_BEGINS) :]]


def forgive_invalid_bytes() -> Keyboard:
    """Let the driver that reads the terminal decode by a keyboard of ours; to be called before an app runs."""
    keyboard = Keyboard()

    class Decoder(IncrementalDecoder):
        """One use of the keyboard: the driver makes another after each stop, and forgets a paste that was under way."""

        def __init__(self) -> None:
            super().__init__()
            keyboard.begin_anew()

        def decode(self, data: object, final: bool = False) -> str:
            """The text of these bytes."""
            assert isinstance(data, bytes)
            return keyboard.decode(data, final)

    vars(linux_driver)["getincrementaldecoder"] = lambda _encoding: Decoder
    return keyboard
