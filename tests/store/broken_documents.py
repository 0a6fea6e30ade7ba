"""Documents that are no book, by name: every way in which RFC 8259 can be broken, and every wrong shape of a table."""

import codecs

RECORD = b'{"id":"1","name":"Ana Lopez"}'
BOOK = b'{\n"contacts": {\n"1": ' + RECORD + b'\n},\n"meta": {\n"1": {"app":"swell","format":1}\n}\n}\n'
"""A small book that is whole."""


def inside(value: bytes) -> bytes:
    """A book with a record that has that value."""
    return b'{"contacts": {"1": {"id":"1","name":"Ana","more":' + value + b"}}}"


def text(letters: bytes) -> bytes:
    """A book with a record that has these bytes in a text."""
    return inside(b'"' + letters + b'"')


STRUCTURE = {
    "no bytes": b"",
    "a blank": b" ",
    "blanks": b" \t\r\n\n",
    "a zero byte": b"\0",
    "zero bytes": b"\0" * 512,
    "a form feed": b"\x0c{}",
    "a vertical tab": b"{\x0b}",
    "a no-break space": b"{\xc2\xa0}",
    "a word": b"book",
    "a sentence": b"not json at all",
    "a comma": b",",
    "a colon": b":",
    "an opening bracket": b"{",
    "a closing bracket": b"}",
    "a bracket closed twice": b"{}}",
    "the wrong bracket": b'{"contacts": {]',
    "a list closed as an object": inside(b"[1}"),
    "an object closed as a list": inside(b'{"a":1]'),
    "two documents": b"{}{}",
    "two documents on two lines": b"{}\n{}\n",
    "a word after its end": b"{} x",
    "a comma after its end": b"{},",
    "a list after its end": b"{}[]",
    "a number after its end": b"{}1",
    "zero bytes after its end": BOOK + b"\0" * 100,
    "a zero byte after its end": b"{}\0",
    "rubbish before its beginning": b"x{}",
    "a comma before its beginning": b",{}",
    "a comma alone in it": b"{,}",
    "a comma at its end": b'{"contacts": {},}',
    "two commas": b'{"contacts": {},, "asks": {}}',
    "a comma first": b'{,"contacts": {}}',
    "no comma": b'{"contacts": {} "asks": {}}',
    "a semicolon": b'{"contacts": {}; "asks": {}}',
    "no colon": b'{"contacts" {}}',
    "two colons": b'{"contacts":: {}}',
    "an equals sign": b'{"contacts"= {}}',
    "a comma for a colon": b'{"contacts", {}}',
    "no value": b'{"contacts":}',
    "no value and a comma": b'{"contacts":, "asks": {}}',
    "no name": b"{: {}}",
    "a name without quotes": b"{contacts: {}}",
    "a name in single quotes": b"{'contacts': {}}",
    "a number as a name": b"{1: {}}",
    "null as a name": b"{null: {}}",
    "a list as a name": b"{[]: {}}",
    "a name alone": b'{"contacts"}',
    "a value alone": b"{{}}",
    "a comma at the end of a table": b'{"contacts": {"1": {"name":"Ana"},}}',
    "a comma at the end of a record": b'{"contacts": {"1": {"name":"Ana",}}}',
    "two commas in a record": b'{"contacts": {"1": {"name":"Ana",,"id":"1"}}}',
    "no comma between records": b'{"contacts": {"1": {"name":"Ana"} "2": {"name":"Ben"}}}',
    "no colon in a record": b'{"contacts": {"1": {"name" "Ana"}}}',
    "a record without its end": b'{"contacts": {"1": {"name":"Ana"}',
    "a comma at the end of a list": inside(b"[1,]"),
    "a comma first in a list": inside(b"[,1]"),
    "two commas in a list": inside(b"[1,,2]"),
    "a comma alone in a list": inside(b"[,]"),
    "no comma in a list": inside(b"[1 2]"),
    "a colon in a list": inside(b"[1:2]"),
    "a list without its end": inside(b"[1, 2"),
    "a comment": b'{"contacts": {} /* none yet */}',
    "a comment to the end of the line": b"{} // none yet",
    "a comment as in a shell": b"# a book\n{}",
    "marks of a merge": b'<<<<<<< ours\n{"contacts": {}}\n=======\n{}\n>>>>>>> theirs\n',
    "marks of a merge inside": b'{\n"contacts": {\n<<<<<<< ours\n"1": {}\n=======\n>>>>>>> theirs\n}\n}\n',
    "a page of the web": b"<!DOCTYPE html><html><body>404</body></html>",
    "XML": b'<?xml version="1.0"?><book/>',
    "YAML": b"contacts:\n  1:\n    name: Ana\n",
    "TOML": b"[contacts.1]\nname = 'Ana'\n",
    "CSV": b"name,email\nAna,ana@example.org\n",
    "a row of documents": b'{"id":"1"}\n{"id":"2"}\n',
    "an archive": b"PK\x03\x04\x14\0\0\0\x08\0",
    "a compressed file": b"\x1f\x8b\x08\0\0\0\0\0",
    "a picture": b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
    "a data base": b"SQLite format 3\0\x10\0\x01\x01",
    "lists in lists without end": b"[" * 100_000,
    "objects in objects without end": b'{"a":' * 100_000,
    "lists in lists": inside(b"[" * 100_000 + b"]" * 100_000),
    "objects in objects": inside(b'{"a":' * 100_000 + b"1" + b"}" * 100_000),
    "lists in objects in a table": b'{"contacts": ' + b'[{"a":' * 50_000,
}
NUMBERS = {
    f"the number {word.decode()}": inside(word)
    for word in (
        *(b"01", b"00", b"-01", b"+1", b"-", b"--1", b"- 1", b"+", b".5", b"-.5", b"1.", b"-1.", b"1..2", b"1.2.3"),
        *(b"1e", b"1e+", b"1E-", b"1e1.5", b"1.e1", b"e1", b"1ee1", b"1e+-1", b"0x1F", b"0b1", b"0o7", b"1_000"),
        *(b"1,5 ", b"1/2", b"1L", b"1f", b"NaN", b"-NaN", b"nan", b"Infinity", b"-Infinity", b"+Infinity", b"inf"),
        *(b"$1", b"1%", b"(1)", b"2-1", b"0.1.", b".", b"-0x1", b"1 000"),
    )
} | {
    "a digit of another script": inside("١".encode()),
    "a digit of full width": inside("１".encode()),
    "a number that is cut off": b'{"contacts": {"1": -',
}
TEXTS = {
    "a text without its end": b'{"contacts": {"1": {"name":"Ana',
    "a text without its beginning": inside(b'Ana"'),
    "a text in single quotes": inside(b"'Ana'"),
    "a text in curly quotes": inside("“Ana”".encode()),
    "a text in back quotes": inside(b"`Ana`"),
    "a text without quotes": inside(b"Ana"),
    "two texts": inside(b'"Ana" "Ben"'),
    "a quote in a text": text(b'A"na'),
    "a tab in a text": text(b"A\tna"),
    "a new line in a text": text(b"A\nna"),
    "a carriage return in a text": text(b"A\rna"),
    "a zero byte in a text": text(b"A\0na"),
    "a bell in a text": text(b"A\x07na"),
    "an escape character in a text": text(b"\x1b[31mAna"),
    "the last control character in a text": text(b"A\x1fna"),
    "a tab in a name": b'{"con\ttacts": {}}',
    "a backslash at the end": text(b"Ana\\"),
}
ESCAPES = {
    f"the escape {word.decode(errors='replace')}": text(word)
    for word in (
        *(b"\\x41", b"\\a", b"\\v", b"\\0", b"\\'", b"\\ ", b"\\1", b"\\U00000041", b"\\N", b"\\e", b"\\B", b"\\\t"),
        *(b"\\u", b"\\u0", b"\\u00", b"\\u004", b"\\u00g1", b"\\uZZZZ", b"\\u 041", b"\\u-041", b"\\u+041", b"\\u{41}"),
        *(b"\\ud800\\u", b"\\ud800\\u1", b"\\ud83d\\x", b"\\u00\xc3\xa9", b"\\\xc3\xa9"),
    )
} | {"an escape outside of a text": inside(b"\\n"), "an escape that is cut off": b'{"contacts": {"1": {"name":"A\\u00'}
ENCODINGS = {
    "a byte order mark": codecs.BOM_UTF8 + BOOK,
    "UTF-16, low byte first": codecs.BOM_UTF16_LE + BOOK.decode().encode("utf-16-le"),
    "UTF-16, high byte first": codecs.BOM_UTF16_BE + BOOK.decode().encode("utf-16-be"),
    "UTF-16 without a mark": BOOK.decode().encode("utf-16-le"),
    "UTF-32": BOOK.decode().encode("utf-32"),
    "UTF-32 without a mark": BOOK.decode().encode("utf-32-be"),
    "a byte order mark alone": codecs.BOM_UTF8,
    "half a byte order mark": codecs.BOM_UTF8[:2] + BOOK,
    "a byte outside of a text": b"{\xff}",
    "EBCDIC": BOOK.decode().encode("cp500"),
    "UTF-7": b'+AHs "contacts": {} }',
}
LITERALS = {
    f"the word {word.decode()}": inside(word)
    for word in (
        *(b"True", b"TRUE", b"False", b"None", b"NULL", b"Null", b"nil", b"undefined", b"yes", b"tru", b"fals", b"nul"),
        *(b"truee", b"true1", b"nulls", b"t", b"void 0", b"new Date()", b"...", b"*", b"@", b"#", b"true false"),
    )
} | {"a word that is cut off": b'{"contacts": {"1": {"name":tru', "a word as a table": b'{"contacts": none}'}
SHAPES = {
    "a list": b"[]",
    "a list of records": b"[" + RECORD + b"]",
    "a number": b"17",
    "a text": b'"contacts"',
    "null": b"null",
    "true": b"true",
    "a table that is a list": b'{"contacts": []}',
    "a table that is a list of records": b'{"contacts": [' + RECORD + b"]}",
    "a table that is null": b'{"contacts": null}',
    "a table that is a number": b'{"contacts": 7}',
    "a table that is a text": b'{"contacts": "Ana"}',
    "a table that is true": b'{"contacts": true}',
    "one table of two that is a list": b'{"contacts": {"1": ' + RECORD + b'}, "interactions": []}',
}
BROKEN: dict[str, bytes] = STRUCTURE | NUMBERS | TEXTS | ESCAPES | ENCODINGS | LITERALS | SHAPES
"""All of them; each must be refused as a book, and keep its bytes."""

TWICE: dict[str, bytes] = {
    "a table": b'{"contacts": {"1": ' + RECORD + b'}, "contacts": {}}',
    "a record": b'{"contacts": {"1": ' + RECORD + b', "1": {"id":"1","name":"Ben Ito"}}}',
    "a field": b'{"contacts": {"1": {"id":"1","name":"Ana","name":"Ben"}}}',
    "a field of an unknown table": b'{"more": {"1": {"a":{"b":1,"b":2}}}}',
}
"""Documents that JSON allows and that say a thing twice, of which decoders keep the last in silence."""
