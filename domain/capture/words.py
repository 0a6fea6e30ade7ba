"""A captured line cut into words, with its marks and its quoted text."""

import re
import unicodedata
from collections.abc import Sequence
from typing import Final, NamedTuple

from domain.text import fold

FIELDS: Final = ("circle", "org", "role", "place", "email", "phone", "birthday")
"""Field marks, in the words of the line."""

_VALUED: Final = ("tag", "need", "offer", "via", "min", "text", "when", *FIELDS)
_NAMES: Final = "|".join(_VALUED)
_TOKEN: Final = re.compile(
    rf'(?P<mark>@|\+|(?:{_NAMES}):@?)?"(?P<quoted>[^"]*)"(?P<tail>(?:\'s)?[^\s\w"@+#]*)(?=\s|$)|\S+', re.IGNORECASE
)
_MARKED: Final = re.compile(rf"({_NAMES}):(@?)(\S+)", re.IGNORECASE)
_AT: Final = re.compile(r"@([^\W_][\w.\-’']*)")
_TAG: Final = re.compile(r"[^\W\d_][\w./-]*")
_INNER: Final = re.compile(r"\S+")
_SHORT: Final = {"w/": "with", "W/": "with"}
_LEADS: Final = "([{'‘"
_TAILS: Final = ",.;:!?)]}'’…"
_STRAIGHT: Final = str.maketrans("“”„‟’ʼ", '""""\'\'')
_BLANKS: Final = dict.fromkeys(map(ord, "\t\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"), " ")


class Word(NamedTuple):
    """One word of the line."""

    start: int
    end: int
    text: str
    """As it is shown: without quotes and marks."""
    key: str
    """Folded, without the punctuation around it."""
    tail: str = ""
    """The punctuation after it."""
    mark: str = ""
    """`@`, `+`, or the name of a mark such as `tag`; empty for a plain word."""
    literal: bool = False
    """Whether it was said to be nothing but text."""
    capital: bool = False
    """Whether it begins with a capital letter."""
    at: bool = False
    """Whether the value of a mark is itself an `@name`."""
    led: bool = False
    """Whether a bracket opens before it."""

    @property
    def plain(self) -> bool:
        """Whether it is neither marked nor literal."""
        return not self.mark and not self.literal

    @property
    def owner(self) -> bool:
        """Whether it ends in the `'s` of an owner."""
        return self.key.endswith("'s") or (self.key.endswith("s") and self.tail.startswith("'"))

    @property
    def name(self) -> str:
        """The key without the `'s` of an owner."""
        return self.key.removesuffix("'s")


def one_line(text: str) -> str:
    """The text as the grammar reads it: composed (NFC) and on one line."""
    return unicodedata.normalize("NFC", text).translate(_BLANKS)


def has_controls(plain: str) -> bool:
    """Whether there are control characters or halves of characters in it."""
    return not plain.isprintable() and any(unicodedata.category(letter) in ("Cc", "Cs") for letter in plain)


def line_of(arguments: Sequence[str]) -> str:
    """The line that shell arguments make: one stands as it is; among several, a marked one keeps its blanks."""
    if len(arguments) == 1:
        return arguments[0]
    return " ".join(_as_one_value(argument) for argument in arguments if argument.strip())


def _as_one_value(argument: str) -> str:
    match = re.match(rf"(@|(?:{_NAMES}):@?)(?=\S)", argument, re.IGNORECASE)
    if match is None or not re.search(r"\s", argument.strip()) or '"' in argument[match.end() : match.end() + 1]:
        return argument
    value = " ".join(argument[match.end() :].replace('"', "'").split())
    return f'{match[0]}"{value}"'


def words_of(plain: str) -> tuple[Word, ...]:
    """The words of a line that `one_line` made."""
    straight = plain.translate(_STRAIGHT)
    found: list[Word] = []
    for token in _TOKEN.finditer(straight):
        if token["quoted"] is None:
            found.append(_bare(token[0], token.start()))
        elif token["mark"] is None:
            found.extend(_quoted(token["quoted"], token.start(), token.end(), token["tail"]))
        else:
            found.append(_marked(token["mark"], token["quoted"], token.start(), token.end(), token["tail"]))
    return tuple(found)


def plain_word(text: str, start: int, end: int) -> Word:
    """A word without a mark."""
    body = text.lstrip(_LEADS) or text
    core = body.rstrip(_TAILS) or body
    key = _SHORT.get(core, fold(core))
    return Word(
        start, end, text, key, tail=body[len(core) :], capital=core[:1].isupper(), led=text[:1] in ("(", "[", "{")
    )


def as_text(word: Word, plain: str) -> Word:
    """A marked word taken back to text."""
    raw = plain[word.start : word.end]
    return plain_word(raw, word.start, word.end)._replace(literal=True)


def _bare(text: str, start: int) -> Word:
    end = start + len(text)
    if text[0] == "\\" and len(text) > 1:
        return plain_word(text[1:], start, end)._replace(literal=True)
    if text[0] == "@":
        return _at(text, start, end)
    if text[0] == "#":
        tag = _TAG.match(text, 1)
        if tag and not text[tag.end() :].strip(_TAILS):
            value = tag[0].rstrip("./-")
            return Word(start, end, value, fold(value), mark="tag", tail=text[1 + len(value) :])
    if text[0] == "+" and len(text) > 1:
        value = text[1:].rstrip(_TAILS)
        return Word(start, end, value, fold(value), mark="+", tail=text[1 + len(value) :])
    match = _MARKED.fullmatch(text)
    if match:
        value = match[3].rstrip(_TAILS) or match[3]
        return _marked(f"{match[1]}:{match[2]}", value, start, end, match[3][len(value) :])
    return plain_word(text, start, end)


def _at(text: str, start: int, end: int) -> Word:
    match = _AT.match(text)
    if match is None:
        if text.strip("@"):
            return plain_word(text, start, end)
        return Word(start, end, "", "", mark="@")
    value = match[1].rstrip(".-_'")
    tail = text[1 + len(value) :]
    return Word(start, end, value, fold(value), mark="@", tail=tail, capital=value[:1].isupper(), at=True)


def _marked(mark: str, value: str, start: int, end: int, tail: str) -> Word:
    name, _, at = mark.casefold().partition(":")
    if name == "text" or not value.strip():
        return Word(start, end, value, fold(value), tail=tail, literal=True)
    if name == "tag" and not _TAG.fullmatch(value):
        return plain_word(f"{name}:{value}{tail}", start, end)._replace(literal=True)
    value = value.strip()
    owned = "'s" if name == "@" and tail.startswith("'s") else ""
    return Word(
        start, end, value, fold(value) + owned, mark=name, tail=tail.removeprefix(owned) if owned else tail,
        capital=value[:1].isupper(), at=bool(at) or name == "@",
    )  # fmt: skip


def _quoted(inside: str, start: int, end: int, tail: str) -> list[Word]:
    places = [(match[0], start + 1 + match.start(), start + 1 + match.end()) for match in _INNER.finditer(inside)]
    words = [plain_word(text, first, last)._replace(literal=True) for text, first, last in places]
    if words:
        words[0] = words[0]._replace(start=start)
        words[-1] = words[-1]._replace(end=end, text=words[-1].text + tail, tail=words[-1].tail + tail)
    return words
