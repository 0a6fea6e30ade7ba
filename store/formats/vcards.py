"""vCards 2.1, 3.0 and 4.0, each card parsed alone, so that a broken one costs nobody but itself."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from domain.importing import Card, Problem
from domain.text import fold
from store.formats.entry import Entry, card_of

_REPORT_EVERY = 200
_BEGIN = "BEGIN:VCARD"
_END = "END:VCARD"
_BEFORE = "BbEe \t\ufeff"
_AROUND = " \t\ufeff"
"""Files that were put together have a byte order mark in the middle."""

_WANTED = frozenset(
    {
        "FN",
        "N",
        "NICKNAME",
        "EMAIL",
        "TEL",
        "ADR",
        "ORG",
        "TITLE",
        "ROLE",
        "CATEGORIES",
        "BDAY",
        "URL",
        "X-SOCIALPROFILE",
        "NOTE",
        "KIND",
        "X-ADDRESSBOOKSERVER-KIND",
        "X-ABSHOWAS",
    }
)
"""The properties that are read; the others, photos above all, are passed over unparsed."""

_PROPERTY = re.compile(r"(?:[\w-]+\.)?([\w-]+) ?[;:]")
_VALUE = r'(?:"[^"]*"|[^";:,]*)'
_HEAD = re.compile(rf"(?:[A-Za-z0-9_-]+\.)?[A-Za-z0-9_-]+(?:;[A-Za-z0-9_-]+(?:={_VALUE}(?:,{_VALUE})*)?)*")
_LONGEST_HEAD = 1_000
_LONGEST_VALUE = 20_000
_QUOTED_PRINTABLE = re.compile(r";(?:ENCODING=)?\"?QUOTED-PRINTABLE\"?(?=[;:])", re.IGNORECASE)
_ENCODING = re.compile(r";ENCODING=[^;:]*", re.IGNORECASE)
_NO_PHONES = frozenset({"fax", "pager"})
_NO_PEOPLE = frozenset({"group", "org", "location", "company"})


@dataclass(slots=True)
class _Block:
    """The lines of one card."""

    line: int
    lines: list[tuple[int, str]] = field(default_factory=list)


@dataclass(slots=True)
class _Property:
    """One property of a card: what vobject made of its line."""

    name: str
    value: str
    params: dict[str, list[str]]
    marks: frozenset[str]
    """Its types, folded, whichever way they were written."""


def is_vcards(lines: list[str]) -> bool:
    """Whether the file begins like vCards do."""
    return any(line.strip(_AROUND).upper() == _BEGIN for line in lines[:50])


def read_vcards(lines: list[str], file: str, report: Callable[[int, int], None]) -> tuple[list[Card], list[Problem]]:
    """The entries of a file of vCards, and what could not be read of it."""
    cards: list[Card] = []
    problems: list[Problem] = []
    for count, block in enumerate(_blocks(lines, file, problems)):
        if count % _REPORT_EVERY == 0:
            report(block.line, len(lines))
        reasons: list[tuple[int, str]] = []
        entry = _entry(list(_properties(block, reasons)))
        card, left_out = card_of(entry, file, block.line)
        cards.append(card)
        problems.extend(Problem(file, line, f"{reason}; left out of this card") for line, reason in reasons)
        problems.extend(Problem(file, block.line, f"{reason}; left out of this card") for reason in left_out)
    return cards, problems


def _blocks(lines: list[str], file: str, problems: list[Problem]) -> Iterator[_Block]:
    """The cards as blocks of lines. A card that begins within another ends it: nothing nests."""
    block: _Block | None = None
    for number, line in enumerate(lines, 1):
        mark = line.strip(_AROUND).upper() if line[:1] in _BEFORE else ""
        if mark == _BEGIN:
            _unfinished(block, file, problems)
            block = _Block(number)
        elif block is not None and mark == _END:
            yield block
            block = None
        elif block is not None:
            block.lines.append((number, line))
    _unfinished(block, file, problems)


def _unfinished(block: _Block | None, file: str, problems: list[Problem]) -> None:
    if block is not None and any(line.strip() for _, line in block.lines):
        problems.append(Problem(file, block.line, f"the card that begins here has no {_END}; it is left out"))


def _properties(block: _Block, reasons: list[tuple[int, str]]) -> Iterator[_Property]:
    for number, line in _unfolded(block, reasons):
        found = _parsed(line, number)
        if found is None:
            reasons.append((number, "this line cannot be read"))
        else:
            yield found


def _unfolded(block: _Block, reasons: list[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    """The wanted lines in full, each with the number on which it begins."""
    parts: list[str] = []
    began = 0
    wanted = quoted = False
    for number, line in block.lines:
        if quoted and parts[-1].endswith("="):
            parts[-1] = parts[-1][:-1]
            parts.append(line)
            continue
        if line[:1] in (" ", "\t") and began:
            if wanted:
                parts.append(line[1:])
            continue
        start = _PROPERTY.match(line)
        if start is None:
            if line.strip() and (wanted or not began):
                reasons.append((number, "this line cannot be read"))
            continue  # else it belongs to a photo, whose lines nobody has to indent
        if parts:
            yield began, "".join(parts)
        began, wanted = number, start[1].upper() in _WANTED
        quoted = wanted and _QUOTED_PRINTABLE.search(line) is not None
        parts = [line] if wanted else []
    if parts:
        yield began, "".join(parts)


def _parsed(line: str, number: int) -> _Property | None:
    """The line as vobject reads it; none where it cannot be read."""
    from vobject.base import VObjectError, textLineToContentLine

    head, value = _parted(line)
    if not _HEAD.fullmatch(head):  # vobject takes time without end over a head that it cannot read
        return None
    for text in _spellings(head, value):
        try:
            found = textLineToContentLine(text, number)
        except (VObjectError, ValueError, LookupError):
            continue
        params: dict[str, list[str]] = found.params
        types = [*params.get("TYPE", ()), *found.singletonparams]
        marks = frozenset(fold(each) for kind in types for each in kind.split(","))
        return _Property(found.name, str(found.value), params, marks)
    return None


def _parted(line: str) -> tuple[str, str]:
    """What comes before the colon outside of quotes, and what after; the first empty where there is no such colon."""
    at = line.find(":", 0, _LONGEST_HEAD)
    while at >= 0 and line.count('"', 0, at) % 2:
        at = line.find(":", at + 1, _LONGEST_HEAD)
    return (line[:at].rstrip(), line[at + 1 :]) if at >= 0 else ("", "")


def _spellings(head: str, value: str) -> Iterator[str]:
    """The line in the ways to try: quoted-printable as vobject expects it, then as Windows wrote it unsaid."""
    if not _QUOTED_PRINTABLE.search(f"{head}:"):
        yield f"{head}:{value}"
        return
    bare = _ENCODING.sub("", _QUOTED_PRINTABLE.sub("", f"{head}:"))[:-1]
    yield f"{bare};ENCODING=QUOTED-PRINTABLE:{value}"
    name, _, params = bare.partition(";")
    yield f"{name};CHARSET=cp1252;{params}{';' if params else ''}ENCODING=QUOTED-PRINTABLE:{value}"


def _entry(properties: list[_Property]) -> Entry:
    """What the card says; a card of a group or of a firm has no name of a person."""
    of: dict[str, list[_Property]] = {}
    for each in properties:
        of.setdefault(each.name, []).append(each)
    parts = _fields(_first(of, "N"))
    family, given, middle, prefix, suffix = [*parts, *[""] * 5][:5]
    organisation = _fields(_first(of, "ORG"))[0]
    birthday = next(iter(of.get("BDAY", ())), None)
    entry = Entry(
        name=_full_name(_text(_first(of, "FN")).strip(), prefix, given, family),
        given=given,
        middle=middle,
        family=family,
        suffix=suffix,
        nicknames=[name for each in of.get("NICKNAME", ()) for name in _split(each.value, ",")],
        emails=[_text(each.value).removeprefix("mailto:") for each in _preferred(of.get("EMAIL", []))],
        phones=[_phone(each.value) for each in _preferred(of.get("TEL", [])) if not each.marks & _NO_PHONES],
        organisation=organisation,
        role=_text(_first(of, "TITLE") or _first(of, "ROLE")),
        place=_place([_fields(each.value) for each in of.get("ADR", ())]),
        tags=[tag for each in of.get("CATEGORIES", ()) for tag in _split(each.value, ",")],
        birthday=_birthday(birthday) if birthday else "",
        links=[_text(each.value) for name in ("URL", "X-SOCIALPROFILE") for each in of.get(name, ())],
        notes=" ".join(_text(each.value) for each in of.get("NOTE", ())),
    )
    return entry if _is_person(of, entry) else _nameless(entry)


def _is_person(of: dict[str, list[_Property]], entry: Entry) -> bool:
    kinds = {_first(of, name).strip().casefold() for name in ("KIND", "X-ADDRESSBOOKSERVER-KIND", "X-ABSHOWAS")}
    called_like_its_firm = bool(entry.name) and fold(entry.name) == fold(entry.organisation)
    return _NO_PEOPLE.isdisjoint(kinds) and not (called_like_its_firm and not entry.given and not entry.family)


def _nameless(entry: Entry) -> Entry:
    entry.organisation = entry.organisation or entry.name or entry.family
    entry.name = entry.given = entry.middle = entry.family = entry.suffix = ""
    entry.nicknames = []
    return entry


def _first(of: dict[str, list[_Property]], name: str) -> str:
    """The value of the first property of that name that has one."""
    return next((each.value for each in of.get(name, ()) if each.value.strip()), "")


def _full_name(formatted: str, prefix: str, given: str, family: str) -> str:
    """The formatted name without its honorific; empty where it has a comma and the parts tell the order better."""
    return "" if "," in formatted and given and family else formatted.removeprefix(prefix).strip()


def _preferred(properties: list[_Property]) -> list[_Property]:
    """Those that the card prefers first, else in its order."""
    return sorted(properties, key=lambda each: "pref" not in each.marks and "PREF" not in each.params)


def _phone(value: str) -> str:
    number, _, extension = _text(value).removeprefix("tel:").partition(";ext=")
    return f"{number} ext {extension}" if extension else number


def _place(addresses: list[list[str]]) -> str:
    """The first town of the addresses, else the first country."""
    for part in (3, 6):
        for address in addresses:
            if len(address) > part and address[part].strip():
                return address[part]
    return ""


def _birthday(born: _Property) -> str:
    value = born.value.strip()
    omitted = born.params.get("X-APPLE-OMIT-YEAR", [""])[0]
    return f"--{value[5:]}" if omitted and value.startswith(f"{omitted}-") else value


def _text(value: str) -> str:
    return _split(value, "")[0]


def _fields(value: str) -> list[str]:
    return _split(value, ";")


def _split(value: str, separator: str) -> list[str]:
    """The parts between separators that no backslash stands before, with the backslashes taken out."""
    parts: list[list[str]] = [[]]
    letters = iter(value[:_LONGEST_VALUE])
    for letter in letters:
        if letter == "\\":
            escaped = next(letters, "\\")
            parts[-1].append("\n" if escaped in "nN" else escaped)
        elif letter == separator:
            parts.append([])
        else:
            parts[-1].append(letter)
    return ["".join(part) for part in parts]
