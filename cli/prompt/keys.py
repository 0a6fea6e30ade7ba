"""From the bytes of a keyboard to keys: text, names of keys, pastes; what is none of these is swallowed whole."""

from codecs import getincrementaldecoder

TEXT, KEY, PASTE = "text", "key", "paste"

ESCAPE = 0.05
"""Seconds after which a lone esc is a key, and not the first byte of another one."""
SILENCE = 1.0
"""Seconds without a byte after which esc or ctrl+c ends a paste whose end has not come."""
LONGEST = 64
"""Bytes of a sequence for one key; a longer one is none."""

PASTE_BEGINS, PASTE_ENDS = "\x1b[200~", "\x1b[201~"

_CONTROLS = {
    "\r": "enter",
    "\n": "enter",  # an enter that was typed before the terminal was raw
    "\t": "tab",
    "\x7f": "backspace",
    "\x08": "backspace",
}
_AFTER_ESCAPE = {"b": "word left", "f": "word right", "d": "delete word", "\x7f": "ctrl+w", "\x08": "ctrl+w"}
_SEQUENCES = {
    "A": "up",
    "B": "down",
    "C": "right",
    "D": "left",
    "H": "home",
    "F": "end",
    "Z": "shift+tab",
    "1~": "home",
    "7~": "home",
    "4~": "end",
    "8~": "end",
    "3~": "delete",
    "M": "enter",  # of the keypad
}
_WORDWISE = {"left": "word left", "right": "word right", "delete": "delete word"}
_OPENS_STRING = "]P_^X"
"""What follows esc where an answer of the terminal begins, which ends with BEL or with esc and a backslash."""

Key = tuple[str, str]
"""What it is, and which one: the text, the name of the key, or all that was pasted."""


class Keyboard:
    """Takes bytes as they come; a sequence may come in pieces."""

    def __init__(self) -> None:
        self._decode = getincrementaldecoder("utf-8")("replace").decode
        self._rest = ""
        self._pasted: list[str] | None = None
        self._quiet_since = 0.0

    @property
    def patience(self) -> float | None:
        """Seconds after which `give_up` is to be called; None where nothing is begun."""
        return ESCAPE if self._rest and self._pasted is None else None

    @property
    def pasting(self) -> str:
        """What has come of a paste that has not ended; empty where none is under way."""
        return "".join(self._pasted or ()) + (self._rest if self._pasted is not None else "")

    def feed(self, data: bytes, now: float) -> list[Key]:
        """The keys that are whole with these bytes; `now` is in seconds, on any clock."""
        text = self._decode(data)
        if self._pasted is not None and text in ("\x1b", "\x03") and now - self._quiet_since >= SILENCE:
            text = PASTE_ENDS
        self._quiet_since = now
        self._rest += text
        return self._whole()

    def give_up(self) -> list[Key]:
        """What was begun and does not go on: esc alone is a key, the rest is swallowed."""
        rest, self._rest = self._rest, ""
        return [(KEY, "esc")] if rest == "\x1b" else []

    def _whole(self) -> list[Key]:
        keys: list[Key] = []
        while self._rest:
            if self._pasted is not None:
                if not self._paste(keys):
                    break
                continue
            if self._rest[0] != "\x1b":
                self._typed(keys)
                continue
            size = _size(self._rest)
            if not size:
                break
            sequence, self._rest = self._rest[:size], self._rest[size:]
            if sequence == PASTE_BEGINS:
                self._pasted = []
            elif name := _name(sequence):
                keys.append((KEY, name))
        return keys

    def _typed(self, keys: list[Key]) -> None:
        """Take letters up to the next key that is none."""
        size = 0
        while size < len(self._rest) and self._rest[size] >= " " and self._rest[size] != "\x7f":
            size += 1
        if size:
            keys.append((TEXT, self._rest[:size]))
        else:
            size, letter = 1, self._rest[0]
            keys.append((KEY, _CONTROLS.get(letter) or f"ctrl+{chr(ord(letter) | 0x60)}"))
        self._rest = self._rest[size:]

    def _paste(self, keys: list[Key]) -> bool:
        """Take what belongs to the paste; whether it has ended."""
        assert self._pasted is not None
        end = self._rest.find(PASTE_ENDS)
        if end < 0:
            begun = self._rest.rfind("\x1b", -len(PASTE_ENDS) + 1)
            keep = len(self._rest) - begun if begun >= 0 and PASTE_ENDS.startswith(self._rest[begun:]) else 0
            self._pasted.append(self._rest[: len(self._rest) - keep])
            self._rest = self._rest[len(self._rest) - keep :]
            return False
        keys.append((PASTE, "".join(self._pasted) + self._rest[:end]))
        self._pasted, self._rest = None, self._rest[end + len(PASTE_ENDS) :]
        return True


def _size(text: str) -> int:
    """How many letters the sequence at the beginning takes; 0 where it is not whole yet."""
    if len(text) < 2:
        return 0
    kind = text[1]
    if kind == "\x1b":
        return 1
    if kind == "O":
        return 3 if len(text) > 2 else 0
    if kind in _OPENS_STRING:
        return _string(text)
    if kind != "[":
        return 2
    if text[2:3] == "[":  # the function keys of the Linux console
        return 4 if len(text) > 3 else 0
    for place in range(2, min(len(text), LONGEST)):
        if "@" <= text[place] <= "~":
            return place + 1
        if not " " <= text[place] <= "?":
            return place
    return LONGEST if len(text) >= LONGEST else 0


def _string(text: str) -> int:
    ends = [place + len(end) for end in ("\x07", "\x1b\\") if (place := text.find(end, 2)) >= 0]
    return min(ends, default=0)


def _name(sequence: str) -> str:
    """What the key is called; empty where nobody asked for it."""
    if sequence == "\x1b":
        return "esc"
    if sequence[1] not in "[O":
        return _AFTER_ESCAPE.get(sequence[1], "")
    body, final = sequence[2:-1], sequence[-1]
    if sequence[1] == "O" and final in "cd":  # ctrl and an arrow in rxvt
        return "word right" if final == "c" else "word left"
    number, _, modifier = body.partition(";")
    name = _SEQUENCES.get(f"{number}~" if final == "~" else final, "") if number in ("", "1") or final == "~" else ""
    return _WORDWISE.get(name, name) if modifier in ("3", "5") else name
