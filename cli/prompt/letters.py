"""Letters as they are seen: what belongs together, how many cells it takes, and how it is shown everywhere alike.

Terminals do not agree on how wide joined emoji are. So they are shown without what joins them, which every terminal
draws in the same cells; in the line they stay as they were typed.
"""

_JOINER = "\u200d"
_MARKS = ("Mn", "Me", "Mc")
_VARIANTS = ("\ufe0e", "\ufe0f")
_TONES = ("\U0001f3fb", "\U0001f3ff")
_FLAGS = ("\U0001f1e6", "\U0001f1ff")

Glyph = tuple[str, int]
"""What is shown of a letter, and in how many cells."""


def clusters(text: str) -> list[str]:
    """The letters of a text with all that belongs to each: marks, joined emoji, the two halves of a flag."""
    if text.isascii():
        return list(text)
    from unicodedata import category

    found: list[str] = []
    for letter in text:
        if found and _goes_with(letter, found[-1], category(letter)):
            found[-1] += letter
        else:
            found.append(letter)
    return found


def _goes_with(letter: str, before: str, kind: str) -> bool:
    if kind in _MARKS or letter == _JOINER or before[-1] == _JOINER:
        return before >= " "
    if _TONES[0] <= letter <= _TONES[1]:
        return ord(before[0]) > 0x2000
    if _FLAGS[0] <= letter <= _FLAGS[1]:
        return len(before) == 1 and _FLAGS[0] <= before <= _FLAGS[1]
    return "\u1160" <= letter <= "\u11ff" and "\u1100" <= before[0] <= "\u11ff"


def glyphs(text: str) -> list[Glyph]:
    """What is shown of each cluster of a text; nothing in it is obeyed by a terminal."""
    if text.isascii() and text.isprintable():
        return [(letter, 1) for letter in text]
    return [_glyph(cluster) for cluster in clusters(text)]


def width(text: str) -> int:
    """Cells that a text takes as it is shown."""
    if text.isascii():
        return len(text)
    return sum(cells for _, cells in glyphs(text))


def cut(text: str, room: int, more: str) -> str:
    """The beginning of a text in so many cells, with a sign at its end where something is left out."""
    if width(text) <= room:
        return text
    kept, taken = [], len(more)
    for shown, cells in glyphs(text):
        taken += cells
        if taken > room:
            break
        kept.append(shown)
    return "".join(kept).rstrip() + more[: max(0, room)]


def _glyph(cluster: str) -> Glyph:
    from unicodedata import category

    from domain.text import clean

    shown = "".join(letter for place, letter in enumerate(clean(cluster)) if not _is_unseen(letter, place))
    cells = sum(_cells(letter) for place, letter in enumerate(shown) if not _is_mark(letter, place))
    if shown and not cells and category(shown[0]) in _MARKS:
        return f"\u25cc{shown}", 1
    return shown, cells


def _is_unseen(letter: str, place: int) -> bool:
    from unicodedata import category

    return category(letter) == "Cf" or letter in _VARIANTS or (place > 0 and _TONES[0] <= letter <= _TONES[1])


def _is_mark(letter: str, place: int) -> bool:
    from unicodedata import category

    kind = category(letter)
    return kind in ("Mn", "Me") or (place > 0 and (kind == "Mc" or "\u1160" <= letter <= "\u11ff"))


def _cells(letter: str) -> int:
    from unicodedata import east_asian_width

    return 2 if east_asian_width(letter) in "WF" else 1
