"""One entry as a reader gathers it, raw, and the clean card it becomes."""

from dataclasses import dataclass, field
from unicodedata import normalize

from domain.importing import Card
from domain.text import clean, fold
from store.formats.dates import is_no_date, iso_date

_LONGEST = 300
"""Letters of one value that are kept."""

_LONGEST_NOTES = 10_000
_MOST_VALUES = 50
"""Values of one list that are kept."""

_NO_TAGS = frozenset({"my contacts", "mycontacts", "starred in android", "starred"})
"""Groups that say nothing, since programs put everybody into them."""

_KEPT_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
_IDEOGRAPHS = 0x2E80


@dataclass(slots=True)
class Entry:
    """What a row or a card says, as it is written there."""

    name: str = ""
    given: str = ""
    middle: str = ""
    family: str = ""
    suffix: str = ""
    nicknames: list[str] = field(default_factory=list)
    emails: list[str] = field(default_factory=list)
    phones: list[str] = field(default_factory=list)
    organisation: str = ""
    role: str = ""
    place: str = ""
    tags: list[str] = field(default_factory=list)
    birthday: str = ""
    links: list[str] = field(default_factory=list)
    notes: str = ""
    met_on: str = ""
    day_first: bool | None = None
    """How dates like `3/4/1984` are meant."""


def card_of(entry: Entry, file: str, line: int) -> tuple[Card, list[str]]:
    """The clean card, and what had to be left out of it."""
    reasons: list[str] = []
    nicknames = _each(entry.nicknames)
    emails = tuple(email for email in _each(entry.emails) if _is_email(email, reasons))
    name = _name(entry)
    card = Card(
        file=file,
        line=line,
        name=name if name and name not in emails else next(iter(nicknames), ""),
        aliases=nicknames,
        emails=emails,
        phones=tuple(phone for phone in _each(entry.phones) if _is_phone(phone, reasons)),
        organisation=one_line(entry.organisation),
        role=one_line(entry.role),
        place=one_line(entry.place),
        tags=tuple(_tag(tag) for tag in _each(entry.tags) if _is_tag(tag)),
        birthday=_date(entry.birthday, entry.day_first, reasons),
        links=_each(entry.links),
        notes=one_line(entry.notes, _LONGEST_NOTES),
        met_on=_date(entry.met_on, entry.day_first, reasons),
    )
    return card, reasons


def one_line(text: str, longest: int = _LONGEST) -> str:
    """The text cleaned, on one line, without needless blanks and of bounded length."""
    line = " ".join(clean(normalize("NFC", text[: longest * 2])).split())
    return line if len(line) <= longest else f"{line[: longest - 1]}…"


def _each(texts: list[str]) -> tuple[str, ...]:
    lines = (one_line(text) for text in texts[:_MOST_VALUES])
    return tuple(line for line in lines if line)


def _name(entry: Entry) -> str:
    """The name in full, or put together from its parts; scripts without blanks get none."""
    if entry.name:
        return one_line(entry.name)
    given, family = one_line(entry.given), one_line(entry.family)
    if given and family and all(ord(letter) >= _IDEOGRAPHS for letter in given + family):
        return family + given
    suffix = entry.suffix if fold(entry.suffix).strip(". ") in _KEPT_SUFFIXES else ""
    return one_line(f"{given} {entry.middle} {family} {suffix}")


def _is_email(text: str, reasons: list[str]) -> bool:
    local, at, domain = text.rpartition("@")
    if at and local and domain and " " not in text:
        return True
    if not text.casefold().startswith("/o="):  # how Exchange writes colleagues; no address outside of it
        reasons.append(f"“{text}” is no e-mail address")
    return False


def _is_phone(text: str, reasons: list[str]) -> bool:
    if any(letter.isdecimal() for letter in text):
        return True
    reasons.append(f"“{text}” is no phone number")
    return False


def _is_tag(text: str) -> bool:
    return not text.startswith("* ") and fold(text) not in _NO_TAGS


def _tag(text: str) -> str:
    """A tag is one word, so that `tag:` can name it."""
    return "-".join(text.split())


def _date(text: str, day_first: bool | None, reasons: list[str]) -> str:
    line = one_line(text)
    if is_no_date(line):
        return ""
    found = iso_date(line, day_first)
    if not found:
        reasons.append(f"“{line}” is not clear as a date")
    return found
