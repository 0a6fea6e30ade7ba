"""Text from outside made safe to show, and folded so that it can be compared."""

import unicodedata

_MAPPED = str.maketrans({"ß": "ss", "ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d", "ı": "i"})

_CONTROLS = {code: chr(0x2400 + code) for code in range(0x20)} | {0x7F: "\u2421", 0x09: " ", 0x0A: " ", 0x0D: " "}
_UNSHOWN = (
    "\u061c\u200e\u200f\u2028\u2029\ufeff"  # direction marks, line and paragraph separators, byte order mark
    "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"  # embeddings, overrides and isolates
    "\ufff9\ufffa\ufffb"  # annotations
)
_REPLACED = (
    _CONTROLS
    | dict.fromkeys(map(ord, _UNSHOWN), "\ufffd")
    | dict.fromkeys(range(0x80, 0xA0), "\ufffd")  # C1 controls
    | dict.fromkeys(range(0xD800, 0xE000), "\ufffd")  # lone surrogates
    | dict.fromkeys(range(0xE0000, 0xE0080), "\ufffd")  # tags
)

_IGNORED_IN_SEARCH = {0x00AD: None, 0x200B: None, 0x200C: None, 0x200D: None, 0xFE0F: None}

_MOST_MARKS = 8
"""Combining marks kept on one character."""


def word_set(text: str) -> frozenset[str]:
    """The words of a text, as a set."""
    return frozenset(text.split())


def clean(text: str) -> str:
    """The text on one line, with nothing in it that a terminal would obey: controls are made visible."""
    if text.isascii() and text.isprintable():
        return text
    safe = text.translate(_REPLACED)
    return _calm(safe) if not safe.isascii() else safe


def _calm(text: str) -> str:
    """At most eight combining marks on one character."""
    run = 0
    kept: list[str] = []
    for letter in text:
        run = run + 1 if unicodedata.combining(letter) else 0
        if run <= _MOST_MARKS:
            kept.append(letter)
    return "".join(kept)


def fold(text: str) -> str:
    """The text without case, accents and invisible characters, for comparing and searching."""
    lowered = text.casefold()
    if lowered.isascii():
        return lowered
    apart = unicodedata.normalize("NFKD", lowered.translate(_IGNORED_IN_SEARCH).translate(_MAPPED))
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def listed(words: list[str] | tuple[str, ...], last: str = "and") -> str:
    """`a`, `a and b`, `a, b and c`."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"
