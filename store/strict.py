"""JSON read by the letter of RFC 8259: where each record stands, what stands twice, and where it goes wrong."""

import json
import re
from collections.abc import Generator, Iterator
from dataclasses import dataclass
from typing import Any, NoReturn

_BLANK = re.compile(r"[ \t\n\r]*")
_STRING_OR_NO_NUMBER = re.compile(r'"(?:[^"\\]|\\.)*"|NaN|-?Infinity', re.DOTALL)
_ESCAPE = re.compile(
    r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|(\\u[dD][89a-fA-F][0-9a-fA-F]{2})|\\."
)
"""Any escape; the group is half of a character, which the grammar allows and no text can hold."""

_REASONS = {
    "Expecting value": "a value is missing",
    "Expecting ',' delimiter": "a comma or a closing bracket is missing",
    "Expecting ':' delimiter": "a colon is missing",
    "Expecting property name enclosed in double quotes": "a name in quotes is missing",
    "Unterminated string starting at": "a text has no end",
    "Invalid control character at": "a control character stands in a text",
    "Invalid \\escape": "a backslash escapes nothing",
    "Invalid \\uXXXX escape": "a \\u escape lacks its four digits",
}
_CUT_LITERAL = re.compile(r"t|tr|tru|f|fa|fal|fals|n|nu|nul|-")


class NoJsonError(ValueError):
    """The text is no JSON; `reason` says why, in a clause, and `at` is where, as an offset into the text."""

    def __init__(self, reason: str, at: int) -> None:
        super().__init__(reason)
        self.reason, self.at = reason, at


@dataclass(frozen=True, slots=True)
class Value:
    """A value of the text, by its offsets."""

    start: int
    end: int
    doubled: tuple[str, ...] = ()
    """The names that stand more than once in one object of it."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A table, or a record of one."""

    table: str
    key: str | None
    """The id of the record; None for the table itself."""
    at: int
    """Where its name stands."""
    value: Value
    """For a table that is an object, only its beginning: the records follow as entries of their own."""


class _Doubled:
    """Notes which names stand twice while objects are read."""

    def __init__(self) -> None:
        self.names: list[str] = []

    def __call__(self, pairs: list[tuple[str, Any]]) -> None:
        if len({name for name, _ in pairs}) != len(pairs):
            seen: set[str] = set()
            for name, _ in pairs:
                if name in seen:
                    self.names.append(name)
                seen.add(name)


def _no_number(word: str) -> NoReturn:
    raise NoJsonError(f"{word} is no number of JSON", -1)


_doubled = _Doubled()
_decoder = json.JSONDecoder(object_pairs_hook=_doubled, parse_constant=_no_number, parse_int=str, parse_float=str)


def value_at(text: str, at: int) -> Value:
    """The value that begins at that offset; raises NoJsonError."""
    _doubled.names.clear()
    try:
        _, end = _decoder.raw_decode(text, at)
    except json.JSONDecodeError as error:
        raise _worded(error, text) from None
    except RecursionError:
        raise NoJsonError("lists or objects stand in each other deeper than any book has them", at) from None
    except NoJsonError as error:
        raise NoJsonError(error.reason, _of_no_number(text, at)) from None
    return Value(at, end, tuple(dict.fromkeys(_doubled.names)))


def walk(text: str) -> Iterator[Entry]:
    """Each table and each record, in the order of the text; raises NoJsonError where it goes wrong.

    A top-level value that is no object comes as a table without records.
    """
    at, first = _past(text, _blank(text, 0), "{", "it is no JSON object, as a book is"), True
    while (place := _next(text, at, first=first)) >= 0:
        name, start = _name(text, place)
        if text[start : start + 1] == "{":
            yield Entry(name, None, place, Value(start, start + 1))
            at = yield from records(text, name, start + 1)
        else:
            value = value_at(text, start)
            yield Entry(name, None, place, value)
            at = value.end
        first = False
    _nothing_more(text, _blank(text, at) + 1)


def records(text: str, table: str, at: int) -> Generator[Entry, None, int]:
    """Each record of the table whose first one begins at that offset; returns the offset after its end."""
    first = True
    while (place := _next(text, at, first=first)) >= 0:
        key, start = _name(text, place)
        value = value_at(text, start)
        yield Entry(table, key, place, value)
        at, first = value.end, False
    return _blank(text, at) + 1


def first_half(text: str) -> int:
    """Where half of a character is written as an escape, or -1."""
    return next((found.start() for found in _ESCAPE.finditer(text) if found[1]), -1)


def without_halves(text: str) -> str:
    """The text with U+FFFD where half of a character is written as an escape."""
    return _ESCAPE.sub(lambda found: "\\ufffd" if found[1] else found[0], text)


def is_blank(text: str) -> bool:
    """Whether there is nothing but what JSON takes for blanks."""
    return _BLANK.fullmatch(text) is not None


def _blank(text: str, at: int) -> int:
    found = _BLANK.match(text, at)
    assert found is not None
    return found.end()


def _past(text: str, at: int, letter: str, reason: str) -> int:
    """The offset after that letter; raises NoJsonError where another one stands."""
    if text[at : at + 1] == letter:
        return at + 1
    raise NoJsonError(_cut(text) if at >= len(text.rstrip()) else reason, at)


def _next(text: str, at: int, *, first: bool) -> int:
    """Where the next name of an object stands, or -1 at its closing bracket."""
    at = _blank(text, at)
    if text[at : at + 1] == "}":
        return -1
    if first:
        return at
    return _blank(text, _past(text, at, ",", "a comma or a closing bracket is missing"))


def _name(text: str, at: int) -> tuple[str, int]:
    """The name at that offset, and where its value begins."""
    if text[at : at + 1] != '"':
        _past(text, at, '"', "a name in quotes is missing")
    end = value_at(text, at).end
    name: str = json.loads(text[at:end])
    return name, _blank(text, _past(text, _blank(text, end), ":", "a colon is missing"))


def _nothing_more(text: str, end: int) -> None:
    """Raise NoJsonError where something follows the document, which ends there."""
    at = _blank(text, end)
    rest = text[at:].rstrip()
    if rest.strip("\0"):
        raise NoJsonError("it goes on after its end", at)
    if rest:
        raise NoJsonError(f"zero bytes follow its end ({len(rest)} of them)", at)


def _cut(text: str) -> str:
    return "it is empty" if is_blank(text) else "it is cut off"


def _worded(error: json.JSONDecodeError, text: str) -> NoJsonError:
    """The same error in words of ours, with the end of the text told apart."""
    end = len(text.rstrip())
    rest = text[error.pos : end]
    unfinished = error.msg.startswith(("Unterminated", "Invalid \\uXXXX")) and "\n" not in rest and len(rest) < 6
    if error.pos >= end or error.msg.startswith("Unterminated") or unfinished or _CUT_LITERAL.fullmatch(rest):
        return NoJsonError("it is cut off", end)
    return NoJsonError(_REASONS.get(error.msg, error.msg[:1].lower() + error.msg[1:]), error.pos)


def _of_no_number(text: str, at: int) -> int:
    """Where NaN or an infinity stands that is no part of a text."""
    return next((one.start() for one in _STRING_OR_NO_NUMBER.finditer(text, at) if one[0][0] != '"'), at)
