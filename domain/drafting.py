"""The words of an introduction: both questions and the message to both, from the templates of the settings.

`string.Template` fills in names and nothing else: no code in a template, and no package for it.
"""

from collections.abc import Mapping
from string import Template
from typing import Final, Literal, NamedTuple

from domain.book import Book
from domain.introducing import first_name
from domain.matching.said import Had, Said
from domain.matching.suggestion import Suggestion
from domain.model import Contact, Introduction
from domain.settings import DEFAULT_TEMPLATES, Settings
from domain.text import clean

Words = Literal["ask_a", "ask_b", "introduce"]
"""Which words: the question to who needs something, the one to who has it, or the message to both."""

_NEEDS: Final[Mapping[Had, str]] = {
    "looking_for": "is looking for",
    "after": "is after",
    "working_on": "is working on",
}
_HAS: Final[Mapping[Had, str]] = {
    "offers": "can help with",
    "working_on": "is working on",
    "interested_in": "is interested in",
    "does": "works as",
    "organisation": "is at",
}
_VERBS: Final = frozenset(
    {"has", "can", "knows", "is", "was", "would", "runs", "lets", "lends", "gives", "teaches", "mentors"}
)
_MAILTO_KEEPS: Final = frozenset(b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~@")


class Draft(NamedTuple):
    """A text to be sent by you; Swell sends nothing."""

    to: tuple[str, ...]
    """The contacts it is for."""
    text: str
    complaint: str = ""
    """What is wrong with the template of the settings, where the built-in one had to do."""


def draft(words: Words, pair: Introduction, found: Suggestion | None, book: Book, settings: Settings) -> Draft:
    """The words for a pair, in the two people's own phrases where a match was found between them."""
    a, b = book.contacts[pair.a], book.contacts[pair.b]
    to = {"ask_a": (a, b), "ask_b": (b, a), "introduce": (a, b)}[words]
    fields = {
        "name": first_name(to[0]),
        "other": first_name(to[1]),
        "a": first_name(a),
        "b": first_name(b),
        "wants": _wants(found, pair, a),
        "has": _has(found, pair, b),
        "about": clean(pair.reason),
        "me": clean(settings.name).split(" ", 1)[0],
    }
    text, complaint = _filled(words, settings.templates.get(words, ""), fields)
    people = (pair.a, pair.b) if words == "introduce" else (to[0].id,)
    return Draft(people, text.strip(), complaint)


def mailto(draft: Draft, contacts: Mapping[str, Contact], subject: str = "") -> str:
    """A link that opens the draft in a mail program; without an address for who has none."""
    to = ",".join(_quoted(contacts[one].emails[0]) for one in draft.to if one in contacts and contacts[one].emails)
    head = f"subject={_quoted(subject)}&" if subject else ""
    return f"mailto:{to}?{head}body={_quoted(draft.text.replace(chr(10), chr(13) + chr(10)))}"


def _filled(words: Words, template: str, fields: Mapping[str, str]) -> tuple[str, str]:
    """The template filled in, and what is wrong with it where the built-in one had to do."""
    try:
        return Template(template or DEFAULT_TEMPLATES[words]).substitute(fields), ""
    except (KeyError, ValueError):
        names = ", ".join(f"${name}" for name in fields)
        complaint = f"templates.{words}: each $ wants one of {names}; the built-in words are used."
        return Template(DEFAULT_TEMPLATES[words]).substitute(fields), complaint


def _wants(found: Suggestion | None, pair: Introduction, a: Contact) -> str:
    """What the first of the two needs, as it follows their name."""
    said = _said_by(found, a.id)
    if said is None:
        return f"would like to talk about {clean(pair.reason)}" if pair.reason else "would like to meet you"
    return _phrase(said, _NEEDS if found is not None and found.a == a.id else _HAS)


def _has(found: Suggestion | None, pair: Introduction, b: Contact) -> str:
    """What the second has, as it follows their name."""
    said = _said_by(found, b.id)
    if said is None:
        return f"knows about {clean(pair.reason)}" if pair.reason else "is somebody you should know"
    return _phrase(said, _HAS if found is not None and found.b == b.id else _NEEDS)


def _said_by(found: Suggestion | None, contact: str) -> Said | None:
    if found is None or contact not in (found.a, found.b):
        return None
    return found.need if contact == found.a else found.offer


def _phrase(said: Said, openings: Mapping[Had, str]) -> str:
    """Somebody's own words as they follow a name."""
    text = clean(said.text).strip(" .")
    first = text.split(" ", 1)[0].lower()
    opens = said.told == "offers" and (
        first in _VERBS or (first.endswith("s") and not first.endswith("ss") and " " in text)
    )
    return text if opens else f"{openings[said.told]} {text}"


def _quoted(text: str) -> str:
    """A text as it stands in a link."""
    return "".join(chr(one) if one in _MAILTO_KEEPS else f"%{one:02X}" for one in text.encode())
