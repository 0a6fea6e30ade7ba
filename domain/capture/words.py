"""A captured line cut into words, with its marks and its quoted text."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from domain.capture.spelled import SPELLED
from domain.text import fold

FIELDS: Final = ("circle", "org", "role", "place", "email", "phone", "birthday")
"""Field marks, in the words of the line."""

VALUED: Final = ("tag", "need", "offer", "via", "min", "text", "when", "every", "as", "settles", *FIELDS)
_NAMES: Final = "|".join(VALUED)
_TOKEN: Final = re.compile(
    rf'(?P<escape>\\*)(?P<mark>@|\+|(?:{_NAMES}):@?)?"(?P<quoted>(?:\\"|[^"])*)"(?P<tail>(?:\'s)?[^\s\w"@+#]*)(?=\s|$)|\S+',
    re.IGNORECASE,
)
_MARKED: Final = re.compile(rf"({_NAMES}):(@?)(\S+)", re.IGNORECASE)
_AT: Final = re.compile(r"@([^\W_][\w.\-’']*)")
_TAG: Final = re.compile(r"[^\W\d_][\w./-]*")
_INNER: Final = re.compile(r"\S+")
_SHORT: Final = {
    "w/": "with", "w": "with", "abt": "about", "thx": "thanks", "thanx": "thanks", "tmrw": "tomorrow",
    "tmr": "tomorrow", "tmw": "tomorrow", "bday": "birthday", "convo": "conversation", "mtg": "meeting",
    "msg": "message", "msged": "messaged", "didnt": "didn't", "dont": "don't", "doesnt": "doesn't",
    "isnt": "isn't", "wasnt": "wasn't", "couldnt": "couldn't", "cant": "can't", "wont": "won't", "havent": "haven't",
    "hasnt": "hasn't",
}  # fmt: skip
"""What people type for words of the grammar; the text stays as it was typed."""
_LEADS: Final = "([{'‘"
_TAILS: Final = ",.;:!?)]}'’…"
_DOUBLE: Final = str.maketrans("“”„‟", '"' * 4)
_STRAIGHT: Final = str.maketrans("“”„‟’ʼ", '""""\'\'')
_BLANKS: Final = dict.fromkeys(map(ord, "\t\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"), " ")


class Word(NamedTuple):
    """One word of the line."""

    start: int
    end: int
    text: str
    """As it is shown: without quotes and marks."""
    key: str
    """Folded, without the punctuation around it; a word that was said to be text by a `\\` keeps it here."""
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
        return self.key.endswith("'s") or (self.key.endswith("s") and self.tail.startswith(("'", "’")))

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
    straight, typed = plain.translate(_STRAIGHT), plain.translate(_DOUBLE)
    found: list[Word] = []
    for token in _TOKEN.finditer(straight):
        start, end = token.span()
        if token["quoted"] is None:
            found.append(_bare(typed[start:end], start))
        elif token["escape"]:
            found.extend(_escaped(typed[start:end], start))
        elif token["mark"] is None:
            quoted, tail = slice(*token.span("quoted")), slice(*token.span("tail"))
            found.extend(_quoted(typed[quoted], start, end, typed[tail]))
        else:
            value = typed[slice(*token.span("quoted"))].replace('\\"', '"').rstrip("\\")
            found.append(_marked(token["mark"], value, start, end, token["tail"]))
    return tuple(found)


def tokens(line: str) -> Iterator[tuple[int, int]]:
    """Where the tokens of a line begin and end: words, and quoted text in one with its mark."""
    return (token.span() for token in _TOKEN.finditer(line.translate(_STRAIGHT)))


def plain_word(text: str, start: int, end: int) -> Word:
    """A word without a mark."""
    body = text.lstrip(_LEADS) or text
    core = body.rstrip(_TAILS) or body
    key = _key(core)
    key = _SHORT.get(key, key)
    return Word(
        start, end, text, key, tail=body[len(core) :], capital=core[:1].isupper(), led=text[:1] in ("(", "[", "{")
    )


def _key(text: str) -> str:
    return fold(text if text.isascii() else text.translate(_STRAIGHT))


def as_text(word: Word, plain: str) -> Word:
    """A marked word taken back to text."""
    raw = " ".join(plain[word.start : word.end].translate(_DOUBLE).split())
    return _text(raw, word.start, word.end)


def _bare(text: str, start: int) -> Word:
    end = start + len(text)
    if text[0] == "\\" and len(text) > 1:
        return _literal(text[1:], start, end)
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
        value = match[3].lstrip('"').rstrip(_TAILS) or match[3]
        return _marked(f"{match[1]}:{match[2]}", value, start, end, match[3].lstrip('"')[len(value) :])
    return plain_word(text, start, end)


def _at(text: str, start: int, end: int) -> Word:
    match = _AT.match(text)
    if match is None:
        if text.strip("@"):
            return plain_word(text, start, end)
        return Word(start, end, "", "", mark="@")
    value = match[1].translate(_STRAIGHT).rstrip(".-_'")
    tail = text[1 + len(value) :]
    return Word(start, end, value, fold(value), mark="@", tail=tail, capital=value[:1].isupper(), at=True)


def _marked(mark: str, value: str, start: int, end: int, tail: str) -> Word:
    name, _, at = mark.casefold().partition(":")
    value = " ".join(value.split())
    if name == "text" or not value:
        return Word(start, end, value, _key(value), tail=tail, literal=True)
    if (name == "tag" and not _TAG.fullmatch(value)) or (name == "as" and value.casefold() not in SPELLED):
        return _text(f"{name}:{value}{tail}", start, end)
    value = value.translate(_STRAIGHT) if name == "@" else value
    owned = "'s" if name == "@" and tail.startswith("'s") else ""
    return Word(
        start, end, value, _key(value) + owned, mark=name, tail=tail.removeprefix(owned) if owned else tail,
        capital=value[:1].isupper(), at=bool(at) or name == "@",
    )  # fmt: skip


def _text(text: str, start: int, end: int) -> Word:
    """A word that was said to be text; no bracket of it leads to an organisation."""
    return plain_word(text, start, end)._replace(literal=True, led=False)


def _literal(text: str, start: int, end: int) -> Word:
    """A word behind a `\\`, which must be no name, no verb and no date."""
    word = _text(text, start, end)
    return word._replace(key="\\" + word.key)


def _escaped(token: str, start: int) -> list[Word]:
    """The words of a quoted token behind a `\\`; its mark and its quotes are text."""
    places = [(match[0], start + match.start(), start + match.end()) for match in _INNER.finditer(token)]
    first, begin, end = places[0]
    return [_literal(first[1:] or first, begin, end), *(_literal(*place) for place in places[1:])]


def _quoted(inside: str, start: int, end: int, tail: str) -> list[Word]:
    places = [(match[0], start + 1 + match.start(), start + 1 + match.end()) for match in _INNER.finditer(inside)]
    words = [_text(text.replace('\\"', '"'), first, last) for text, first, last in places]
    if words:
        words[0] = words[0]._replace(start=start)
        words[-1] = words[-1]._replace(end=end, text=words[-1].text + tail, tail=words[-1].tail + tail)
    return words
