"""Bytes of an address file made lines of text, whatever wrote them."""

import codecs

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_LOOKED_AT = 512


def decoded(data: bytes) -> str:
    """The text: by its byte order mark, else UTF-16 by its zeros, else UTF-8, else Windows-1252."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, errors="replace")
    wide = _wide(data[:_LOOKED_AT])
    if wide:
        return data.decode(wide, errors="replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def _wide(start: bytes) -> str:
    """UTF-16 without a mark, which shows as a zero in most of every second byte."""
    enough = len(start) // 3
    if len(start) < 4:
        return ""
    if start[1::2].count(0) > enough and not start[0::2].count(0):
        return "utf-16-le"
    if start[0::2].count(0) > enough and not start[1::2].count(0):
        return "utf-16-be"
    return ""


def lines_of(text: str) -> list[str]:
    """The lines without their ends; a lone carriage return ends one only where there is no line feed at all."""
    if "\n" not in text:
        return text.split("\r")
    return [line.rstrip("\r") for line in text.split("\n")]
