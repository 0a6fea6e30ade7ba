"""Between the bytes of the book and records: what is known is decoded with its types, what is not known is kept."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import MISSING, fields
from typing import Any, cast

import msgspec

from domain.errors import BookError
from domain.model import TABLES, ContestedInteraction, Interaction, Record

RawTable = dict[str, msgspec.Raw]
"""The records of one table, undecoded, by id; one that plain TinyDB code put there is a dict until it is written."""

UNREADABLE = (msgspec.DecodeError, UnicodeDecodeError, RecursionError)
"""What decoding raises where there is no JSON, no UTF-8, or no end of brackets."""

RIVALS = b'"rivals":'
"""What stands in a record about which two books say different things."""

_raw_book = msgspec.json.Decoder(dict[str, msgspec.Raw])
_raw_table = msgspec.json.Decoder(RawTable)
_encoder = msgspec.json.Encoder()


def split_book(data: bytes) -> dict[str, msgspec.Raw]:
    """The tables of the document, undecoded; raises BookError where it is no JSON object, or has a table twice."""
    try:
        tables = _raw_book.decode(data)
    except UNREADABLE as error:
        raise BookError(f"it is not a book: {error}") from error
    ours = 3 + sum(4 + len(_encoder.encode(name)) + len(raw) for name, raw in tables.items())
    if len(data) != ours and has_twice(data):
        raise BookError("it is not a book: a table or a record stands in it twice")
    return tables


def decode_whole(data: bytes, raw: str) -> dict[str, Any] | None:
    """Every known table, decoded in one pass over the document, and the undecoded one called `raw`, by name.

    None where anything is not of its shape: table by table it is then found out what. This takes a quarter less time
    than `split_book` with `decode_table`, which has to find the end of each table first.
    """
    shapes: dict[str, Any] = {name: dict[str, kind] for name, kind in TABLES.items()}  # type: ignore[valid-type]
    fields: list[tuple[str, Any, Any]] = [
        (name, shape, msgspec.field(default_factory=dict)) for name, shape in (shapes | {raw: RawTable}).items()
    ]
    try:
        return msgspec.structs.asdict(msgspec.json.decode(data, type=msgspec.defstruct("Whole", fields)))
    except UNREADABLE:
        return None


def split_table(name: str, raw: msgspec.Raw) -> RawTable:
    """The records of a table, undecoded; raises BookError where it is no JSON object, or has a record twice."""
    try:
        table = _raw_table.decode(raw)
    except UNREADABLE as error:
        raise BookError(f"its table “{name}” is damaged: {error}") from error
    ours = 2 + 6 * len(table) + len("".join(table).encode()) + sum(map(len, table.values()))
    if len(raw) != ours and has_twice(bytes(raw)):
        raise BookError(f"its table “{name}” is damaged: a record stands in it twice")
    return table


def says_twice(table: msgspec.Raw | RawTable, records: int) -> bool:
    """Whether a table, of which so many records were decoded, has one of them twice."""
    if not isinstance(table, msgspec.Raw):
        return False
    data = bytes(table)
    return data.count(b'\n"') != records and has_twice(data)


def has_twice(data: bytes) -> bool:
    """Whether any object in this JSON has a name twice, of which decoders silently keep the last.

    Slow, so it is asked only of what we did not lay out: there a record that is missing shows in the length.
    """
    import json

    def once(pairs: list[tuple[str, Any]]) -> None:
        if len({name for name, _ in pairs}) != len(pairs):
            raise _TwiceError

    try:
        json.loads(data, object_pairs_hook=once)
    except _TwiceError:
        return True
    except (ValueError, RecursionError):
        return False
    return False


class _TwiceError(Exception):
    pass


def decode_table(name: str, raw: msgspec.Raw | RawTable) -> tuple[dict[str, Record], dict[str, str]]:
    """The records of a known table by id, and what is wrong with each one that could not be read, by id.

    One bad record hides no other. Raises BookError where the table as a whole is no JSON object.
    """
    kind = TABLES[name]
    if not isinstance(raw, msgspec.Raw):
        return _decode_one_by_one(kind, raw)
    try:
        good = cast("dict[str, Record]", msgspec.json.decode(raw, type=dict[str, kind]))  # type: ignore[valid-type]
        return (good | contested(raw) if kind is Interaction else good), {}
    except UNREADABLE:
        return _decode_one_by_one(kind, split_table(name, raw))


def contested(interactions: msgspec.Raw | bytes) -> dict[str, Record]:
    """Those interactions of a table about which two books say different things, by id.

    They are of another kind than the rest, so that the rest need no room for that.
    """
    if RIVALS not in bytes(interactions):
        return {}
    rows = _raw_table.decode(interactions)
    found, _ = _decode_one_by_one(ContestedInteraction, {key: raw for key, raw in rows.items() if RIVALS in bytes(raw)})
    return found


def _decode_one_by_one(kind: type[Record], table: RawTable) -> tuple[dict[str, Record], dict[str, str]]:
    good: dict[str, Record] = {}
    bad: dict[str, str] = {}
    for key, raw in table.items():
        try:
            found = msgspec.json.decode(raw, type=dict[str, Any])
            known = ContestedInteraction if kind is Interaction and "rivals" in found else kind
            good[key] = msgspec.convert({**found, "id": key}, known)
        except UNREADABLE as error:
            bad[key] = str(error)
    return good, bad


def encode_record(record: Record, before: msgspec.Raw | None) -> msgspec.Raw:
    """The record as JSON without its empty fields; fields of `before` that Swell does not know are kept."""
    written: dict[str, Any] = {}
    known = set()
    for field in fields(record):
        known.add(field.name)
        value = getattr(record, field.name)
        if field.default is MISSING or value != field.default:
            written[field.name] = value
    if before is not None:
        strange = _raw_table.decode(before)
        written.update({name: value for name, value in strange.items() if name not in known})
    return encode(written)


def encode(value: object) -> msgspec.Raw:
    """Any plain value as JSON; raises BookError where it has no JSON form."""
    try:
        return msgspec.Raw(_encoder.encode(value))
    except (TypeError, ValueError, RecursionError) as error:
        raise BookError(f"This cannot be written as JSON, so nothing was changed: {error}") from error


def rev_of(raw: msgspec.Raw | None) -> int | None:
    """The revision of a stored record: 0 where it has none, None where there is no record."""
    if raw is None:
        return None
    found = msgspec.json.decode(raw) if isinstance(raw, msgspec.Raw) else raw
    rev = found.get("rev", 0) if isinstance(found, dict) else 0
    return rev if isinstance(rev, int) else 0


def with_rev(raw: msgspec.Raw, rev: int) -> msgspec.Raw:
    """The record with another revision; what is no object has none and stays as it is."""
    found = msgspec.json.decode(raw) if isinstance(raw, msgspec.Raw) else raw
    return encode({**found, "rev": rev}) if isinstance(found, dict) else encode(found)


def layout(
    tables: Iterable[tuple[str, RawTable | msgspec.Raw]], appended: Mapping[str, RawTable] | None = None
) -> Iterator[bytes | memoryview]:
    """The document, one record a line; a table that is still undecoded is written as it stands.

    `appended` has new records for such tables; `can_be_appended_to` says of which.
    """
    opening = b"{\n"
    for name, table in tables:
        yield opening + _encoder.encode(name) + b": "
        if isinstance(table, dict):
            yield _lines(table)
        elif appended and name in appended:
            yield memoryview(table)[: -len(b"\n}")]
            yield b",\n" + _lines(appended[name])[len(b"{\n") :]
        else:
            yield memoryview(table)
        opening = b",\n"
    yield b"\n}\n" if opening != b"{\n" else b"{}\n"


def _lines(table: RawTable) -> bytes:
    if not table:
        return b"{}"
    keys = [key.encode() for key in table] if "".join(table).isdigit() else [encode_key(key) for key in table]
    pieces: list[Any] = [b',\n"'] * (4 * len(table) + 1)
    pieces[0], pieces[-1] = b'{\n"', b"\n}"
    pieces[1::4] = keys
    pieces[2::4] = [b'": '] * len(table)
    pieces[3::4] = table.values()
    try:
        return b"".join(pieces)
    except TypeError:  # records that plain TinyDB code put there
        pieces[3::4] = [record if isinstance(record, msgspec.Raw) else encode(record) for record in table.values()]
        return b"".join(pieces)


def can_be_appended_to(table: msgspec.Raw) -> bool:
    """Whether records stand on lines of their own in this table, and one of them last."""
    return len(table) > len(b"{\n\n}") and bytes(memoryview(table)[-3:]) == b"}\n}"


def encode_key(key: str) -> bytes:
    """A record's id as it stands between the quotes of the document."""
    return _encoder.encode(key)[1:-1]
