"""One interaction as a line on the page of one of its people."""

from datetime import date
from typing import Final, NamedTuple

from domain.book import Book
from domain.inbox.names import called, full_name
from domain.model import Direction, Interaction, Kind
from domain.text import clean, listed
from domain.words import goes_on, iso, names_thing, short_date

ARROWS: Final[dict[Direction, str]] = {"gave": "→", "got": "←", "mutual": "↔", "none": "·"}
"""The mark of each direction in front of an interaction."""
ASCII_ARROWS: Final[dict[Direction, str]] = {"gave": "->", "got": "<-", "mutual": "<>", "none": "."}

_GAVE: Final[dict[Kind, str]] = {
    "smile": "smiled",
    "message": "wrote",
    "post": "posted",
    "thanks": "said thanks",
    "turn up": "turned up",
    "listen": "listened",
    "chat": "chatted",
    "call": "called",
    "meet": "met",
    "share": "sent",
    "help": "helped",
    "lead": "gave a lead",
    "introduction": "introduced",
    "note": "note:",
}
_GOT: Final[dict[Kind, str]] = {
    **_GAVE,
    "message": "wrote to you",
    "listen": "listened to you",
    "call": "called you",
    "share": "sent you",
    "help": "helped you",
    "lead": "gave you a lead",
    "introduction": "introduced you",
    "thanks": "thanked you",
}
_BARE_MUTUAL: Final[dict[Kind, str]] = {"chat": "a chat", "call": "a call", "meet": "met"}


class Line(NamedTuple):
    """One interaction of a person as one line."""

    day: str
    """Such as `3 Nov`."""
    direction: Direction
    text: str
    kind: Kind
    record: str
    """The id of the interaction."""

    def arrow(self, ascii_only: bool = False) -> str:
        """The mark in front of it."""
        return (ASCII_ARROWS if ascii_only else ARROWS)[self.direction]


def line(record: Interaction, contact: str, book: Book, today: date) -> Line:
    """One interaction as a line on the page of one of its people."""
    day = iso(record.at)
    return Line(
        day=short_date(day, today) if day else clean(record.at[:10]),
        direction=record.direction,
        text=happened(record, contact, book),
        kind=record.kind,
        record=record.id,
    )


def happened(record: Interaction, contact: str, book: Book) -> str:
    """What happened, with who else was there and by whose path it came."""
    text = clean(record.text)
    others = [full_name(person, book.contacts) for person in record.people if person != contact]
    parts = [_act(record, text, others)]
    if record.minutes:
        parts.append(f"{record.minutes} min")
    if record.via:
        parts.append(f"via {listed([called(person, book.contacts) for person in record.via])}")
    return ", ".join(parts)


def _act(record: Interaction, text: str, others: list[str]) -> str:
    """The verb of a line with its text and the others."""
    if record.direction == "none":
        return f"note: {text}" if text else "note"
    joint = f" with {listed(others)}" if others else ""
    if record.kind == "introduction":
        return _introduced(record, text, others)
    if record.direction == "mutual":
        return f"{text or _BARE_MUTUAL.get(record.kind, record.kind)}{joint}"
    got = record.direction == "got"
    if record.kind in ("lead", "help") and names_thing(text):
        return f"{'gave you' if got else 'gave'} {text}{joint}"
    verb = (_GOT if got else _GAVE)[record.kind]
    return _joined(verb, text, plain=record.kind == "share") + joint


def _joined(verb: str, text: str, *, plain: bool = False) -> str:
    """A verb and what was written beside it, with a colon where the one does not go on from the other."""
    if not text:
        return verb
    return f"{verb} {text}" if plain or goes_on(text) else f"{verb}: {text}"


def _introduced(record: Interaction, text: str, others: list[str]) -> str:
    """An introduction that you made or were given."""
    gave = record.direction == "gave"
    verb = (_GAVE if gave else _GOT)[record.kind]
    whom = f" {'to' if gave else 'with'} {listed(others)}" if others else ""
    return _joined(verb + whom, text)
