"""The line that is written: its text, its cursor, and what readline's keys do to them."""

from cli.prompt.letters import clusters


class Line:
    """Text with a cursor in it, which stands between letters as they are seen."""

    def __init__(self, text: str = "") -> None:
        self.text = text
        self.cursor = len(text)
        """Its place in the text, from 0."""
        self._killed = ""
        """What ctrl+y brings back."""
        self._killing = ""
        """The direction of the key before, where it cut something: what is cut next joins it."""

    def write(self, text: str, cursor: int | None = None) -> None:
        """Put another text in the place of this one, with the cursor at its end or at a place."""
        self.text = text
        self.cursor = len(text) if cursor is None else max(0, min(cursor, len(text)))
        self._killing = ""

    def insert(self, text: str) -> None:
        """Write at the cursor."""
        self.text = self.text[: self.cursor] + text + self.text[self.cursor :]
        self.cursor += len(text)
        self._killing = ""

    def press(self, key: str) -> bool:
        """Do what a key of the line does; False where it is none."""
        move = _MOVES.get(key)
        if move is not None:
            self.cursor = move(self.text, self.cursor)
            self._killing = ""
            return True
        cut = _CUTS.get(key)
        if cut is not None:
            self._cut(key, cut(self.text, self.cursor))
            return True
        if key == "ctrl+y":
            self.insert(self._killed)
            return True
        return False

    def _cut(self, key: str, other: int) -> None:
        """Take out what lies between the cursor and another place."""
        start, end = min(self.cursor, other), max(self.cursor, other)
        gone = self.text[start:end]
        self.text = self.text[:start] + self.text[end:]
        self.cursor = start
        direction = _KILLS.get(key, "")
        if direction and gone:
            joined = self._killed if direction == self._killing else ""
            self._killed = gone + joined if direction == "left" else joined + gone
        self._killing = direction


def left(text: str, place: int) -> int:
    """The place before the letter at the left."""
    return place - len(_last(text[:place]))


def right(text: str, place: int) -> int:
    """The place after the letter at the right."""
    rest = text[place : place + 64]
    return place + (len(clusters(rest)[0]) if rest else 0)


def word_left(text: str, place: int) -> int:
    """The beginning of the word at the left."""
    while place and not text[place - 1].isalnum():
        place -= 1
    while place and text[place - 1].isalnum():
        place -= 1
    return place


def word_right(text: str, place: int) -> int:
    """The end of the word at the right."""
    while place < len(text) and not text[place].isalnum():
        place += 1
    while place < len(text) and text[place].isalnum():
        place += 1
    return place


def blank_left(text: str, place: int) -> int:
    """The beginning of all that is written without a blank at the left."""
    while place and text[place - 1].isspace():
        place -= 1
    while place and not text[place - 1].isspace():
        place -= 1
    return place


def _start(_text: str, _place: int) -> int:
    return 0


def _end(text: str, _place: int) -> int:
    return len(text)


def _last(text: str) -> str:
    """The last letter, as it is seen."""
    found = clusters(text[-64:])
    return found[-1] if found else ""


_MOVES = {
    "left": left,
    "right": right,
    "home": _start,
    "end": _end,
    "word left": word_left,
    "word right": word_right,
    "ctrl+a": _start,
    "ctrl+b": left,
    "ctrl+e": _end,
    "ctrl+f": right,
}
_CUTS = {
    "backspace": left,
    "delete": right,
    "ctrl+d": right,
    "ctrl+k": _end,
    "ctrl+u": _start,
    "ctrl+w": blank_left,
    "delete word": word_right,
}
_KILLS = {"ctrl+k": "right", "delete word": "right", "ctrl+u": "left", "ctrl+w": "left"}
"""The cuts that ctrl+y brings back, with the side of the cursor that they take from."""
