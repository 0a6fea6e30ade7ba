"""What is gathered from a damaged book: a record that stands twice is kept twice, one that had to be mended is told."""

import msgspec

from store import codec
from store.guess import KNOWN, meant_by
from store.strict import without_halves


class Rescued:
    """Tables as they grow, what was decided on the way, and the pieces that were not taken as they stood."""

    def __init__(self) -> None:
        self.notes: list[str] = []
        self.unread: list[bytes] = []
        self.seen: set[str] = set()
        """The tables that have a line of their own."""
        self._records: dict[str, dict[str, bytes]] = {}
        self._values: dict[str, bytes] = {}
        self._second: list[tuple[str, str, bytes]] = []

    def table(self, name: str) -> None:
        """There is such a table."""
        self.seen.add(_spelt(name))
        self._records.setdefault(_spelt(name), {})

    def value(self, name: str, piece: str) -> None:
        """Something stands where a table should."""
        if name in KNOWN or name in self._values or not is_text(name) or not _is_sound(_bytes(piece)):
            self.unread.append(_member(name, piece))
            self.notes.append(f"What stood as the table “{name}” is no table.")
        else:
            self._values[name] = _bytes(piece)

    def record(self, table: str, key: str, piece: str, doubled: tuple[str, ...] = ()) -> None:
        """Take a record whole, mended where a text of it cannot be one, or not at all."""
        table, raw = _spelt(table), _bytes(piece)
        if not is_text(key):
            self.unread.append(_member(key, piece))
            return
        if doubled:
            raw = _once(raw)
            self._mended(table, key, piece, f"had “{doubled[0]}” twice; the last one counts")
        if not _is_sound(raw):
            raw = _bytes(without_halves(piece))
            if not _is_sound(raw):
                self.unread.append(_member(key, piece))
                return
            self._mended(table, key, piece, "had half of a character in it, which is U+FFFD now")
        self._put(table, key, raw)

    def _mended(self, table: str, key: str, piece: str, how: str) -> None:
        self.unread.append(_member(key, piece))
        self.notes.append(f"{table} {key} {how}.")

    def _put(self, table: str, key: str, raw: bytes) -> None:
        records = self._records.setdefault(table, {})
        other = records.get(key)
        if other is None:
            records[key] = raw
        elif _plain(other) == _plain(raw):
            self.notes.append(f"{table} {key} stood twice, the same both times; it is kept once.")
        else:
            newer, older = (other, raw) if _rev(other) > _rev(raw) else (raw, other)
            records[key] = newer
            self._second.append((table, key, older))

    def tables(self) -> dict[str, codec.RawTable | msgspec.Raw]:
        """All of it, each table by the name that was meant; of two records with one id, the older gets a free one."""
        for name in list(self._records):
            self._rename(name, meant_by(name, self.seen))
        for table, key, raw in self._second:
            fresh = _free(key, self._records[table])
            self._records[table][fresh] = _under(fresh, raw)
            self.notes.append(f"{table} {key} stood twice with different contents; the older one is {fresh} now.")
        self._second.clear()
        found: dict[str, codec.RawTable | msgspec.Raw] = {
            name: {key: msgspec.Raw(raw) for key, raw in records.items()} for name, records in self._records.items()
        }
        for name, raw in self._values.items():
            found.setdefault(name, msgspec.Raw(raw))
        return found

    def _rename(self, table: str, meant: str) -> None:
        if not meant:
            return
        self.notes.append(f"The table “{table}” is “{meant}” again.")
        for key, raw in self._records.pop(table).items():
            self._put(meant, key, raw)
        self._second = [(meant if name == table else name, key, raw) for name, key, raw in self._second]


def _spelt(name: str) -> str:
    """The name of a table with U+FFFD for each byte of it that is no text."""
    return "".join("\ufffd" if "\ud800" <= letter <= "\udfff" else letter for letter in name)


def is_text(name: str) -> bool:
    """Whether it has no byte or half of a character in it that is no text."""
    return not any("\ud800" <= letter <= "\udfff" for letter in name)


def _is_sound(raw: bytes) -> bool:
    """Whether the book can hold these bytes as a value."""
    try:
        raw.decode()
        msgspec.json.decode(b"[" + raw + b"]", type=list[msgspec.Raw])
    except (UnicodeDecodeError, msgspec.DecodeError, RecursionError):
        return False
    return True


def _once(raw: bytes) -> bytes:
    """The value with each field once, the last one of those that stand twice."""
    try:
        return msgspec.json.encode(msgspec.json.decode(raw))
    except (ValueError, RecursionError):  # msgspec's errors are ValueErrors
        return raw


def _plain(raw: bytes) -> object:
    try:
        return msgspec.json.decode(raw)
    except (ValueError, RecursionError):
        return raw


def _rev(raw: bytes) -> int:
    found = _plain(raw)
    rev = found.get("rev") if isinstance(found, dict) else 0
    return rev if isinstance(rev, int) else 0


def _free(key: str, taken: dict[str, bytes]) -> str:
    """The next id after this one that no record has."""
    number = int(key) if key.isascii() and key.isdigit() and len(key) < 100 else 0
    while True:
        number += 1
        fresh = f"{number:0{len(key)}d}" if key.isascii() and key.isdigit() else f"{key}-{number + 1}"
        if fresh not in taken:
            return fresh


def _under(key: str, raw: bytes) -> bytes:
    """The record with another id."""
    try:
        found = msgspec.json.decode(raw, type=dict[str, msgspec.Raw])
    except msgspec.DecodeError:
        return raw
    return msgspec.json.encode({**found, "id": key} if "id" in found else found)


def _member(name: str, piece: str) -> bytes:
    return msgspec.json.encode(name.encode("utf-8", "replace").decode()) + b": " + _bytes(piece)


def _bytes(text: str) -> bytes:
    """The bytes of which the text was read."""
    return text.encode("utf-8", "surrogateescape")
