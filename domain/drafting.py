"""The words of an introduction: both questions and the message to both, from the templates of the settings.

`string.Template` fills in names and nothing else: no code in a template, and no package for it.
"""

from collections.abc import Mapping
from string import Template
from typing import Final, Literal, NamedTuple

from domain.book import Book
from domain.introducing import BOTH, UNDER_WAY, first_name, to_ask
from domain.matching.said import Had, Said
from domain.matching.suggestion import Suggestion
from domain.model import Contact, Introduction
from domain.settings import DEFAULT_TEMPLATES, Settings
from domain.text import clean

Words = Literal["ask_a", "ask_b", "introduce"]
"""Which words: the question to who needs something, the one to who has it, or the message to both."""

ALL_WORDS: Final[tuple[Words, ...]] = ("ask_b", "ask_a", "introduce")
"""Every text for a pair, in the order in which they are wanted."""

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
    {
        "has",
        "can",
        "could",
        "knows",
        "is",
        "was",
        "would",
        "runs",
        "lets",
        "lends",
        "gives",
        "teaches",
        "mentors",
        "works",
        "lives",
        "speaks",
        "writes",
        "plays",
        "sits",
        "invests",
        "helps",
        "looks",
        "talks",
        "consults",
        "cares",
    }
)
_PLURALS: Final = ("ss", "us", "ics", "ions", "ments", "ings", "ities")
"""Ends of words that are no verbs."""
_NO_VERBS: Final = frozenset(
    {"as", "sales", "sports", "arts", "news", "maths", "taxes", "events", "jobs", "his", "this"}
)
_AFTER_PLURALS: Final = frozenset({"and", "or", "for", "from", "of", "in", "on", "about", "with", "to", "at", "by"})
"""Words that come after a plural rather than after what somebody does: translations from Portuguese."""
_FOLLOWS_HELP: Final = frozenset({"as", "by", "in", "on", "when", "where", "if", "at", "to"})
"""Words that follow “can help” without a “with”: as a CTO."""
_MAILTO_KEEPS: Final = frozenset(b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~@")


class Draft(NamedTuple):
    """A text to be sent by you; Swell sends nothing."""

    to: tuple[str, ...]
    """The contacts it is for."""
    text: str
    complaint: str = ""
    """What is wrong with the template of the settings, where the built-in one had to do."""


def idea_of(a: str, b: str, found: Suggestion | None) -> Introduction:
    """What an introduction of two people would be, not in the book yet: who needs something is the first of them."""
    if found is None:
        return Introduction(id="", a=a, b=b)
    return Introduction(id="", a=found.a, b=found.b, reason=f"{found.need.text}{BOTH}{found.offer.text}")


def next_words(pair: Introduction) -> Words | None:
    """Which words are wanted next; None where nothing is to be sent any more."""
    waiting = to_ask(pair)
    if waiting:
        return "ask_a" if waiting[0] == pair.a else "ask_b"
    return "introduce" if pair.stage in UNDER_WAY else None


def draft(words: Words, pair: Introduction, found: Suggestion | None, book: Book, settings: Settings) -> Draft:
    """The words for a pair, in the two people's own phrases where a match was found between them.

    Where it is the second of the two who needs something, the question to them is that of who needs something.
    """
    a, b = book.contacts[pair.a], book.contacts[pair.b]
    needs, has = (b, a) if found is not None and found.a == pair.b else (a, b)
    asked = {"ask_a": a, "ask_b": b, "introduce": needs}[words]
    template: Words = "introduce" if words == "introduce" else "ask_a" if asked is needs else "ask_b"
    fields = {
        "name": first_name(asked),
        "other": first_name(has if asked is needs else needs),
        "a": first_name(needs),
        "b": first_name(has),
        "wants": _wants(found, pair),
        "has": _has(found, pair),
        "about": clean(pair.reason),
        "me": clean(settings.name).split(" ", 1)[0],
    }
    text, complaint = filled(template, settings, fields)
    people = (pair.a, pair.b) if words == "introduce" else (asked.id,)
    return Draft(people, text.strip(), complaint)


def mailto(draft: Draft, contacts: Mapping[str, Contact], subject: str = "") -> str:
    """A link that opens the draft in a mail program; without an address for who has none."""
    to = ",".join(_quoted(contacts[one].emails[0]) for one in draft.to if one in contacts and contacts[one].emails)
    head = f"subject={_quoted(subject)}&" if subject else ""
    return f"mailto:{to}?{head}body={_quoted(draft.text.replace(chr(10), chr(13) + chr(10)))}"


def subject(draft: Draft, pair: Introduction, contacts: Mapping[str, Contact]) -> str:
    """What a mail with the draft is about: `Cara, meet Dee`, `May I introduce you to Cara?`."""
    names = {one: first_name(contacts[one]) for one in (pair.a, pair.b) if one in contacts}
    others = [name for one, name in names.items() if one not in draft.to]
    return f"May I introduce you to {others[0]}?" if others else ", meet ".join(names.values())


def filled(words: str, settings: Settings, fields: Mapping[str, str]) -> tuple[str, str]:
    """A template of the settings filled in, and what is wrong with it where the built-in one had to do."""
    try:
        return Template(settings.templates.get(words) or DEFAULT_TEMPLATES[words]).substitute(fields), ""
    except (KeyError, ValueError):
        names = ", ".join(f"${name}" for name in fields)
        complaint = f"templates.{words}: each $ wants one of {names}; the built-in words are used."
        return Template(DEFAULT_TEMPLATES[words]).substitute(fields), complaint


def _wants(found: Suggestion | None, pair: Introduction) -> str:
    """What the one needs, as it follows their name."""
    if found is None:
        about, _, _ = clean(pair.reason).partition(BOTH)
        return f"would like to talk about {about}" if about else "would like to meet you"
    return _phrase(found.need, _NEEDS)


def _has(found: Suggestion | None, pair: Introduction) -> str:
    """What the other has, as it follows their name."""
    if found is None:
        need, _, offer = clean(pair.reason).partition(BOTH)
        about = offer or need
        return f"knows about {about}" if about else "is somebody you should know"
    return _phrase(found.offer, _HAS)


def _phrase(said: Said, openings: Mapping[Had, str]) -> str:
    """Somebody's own words as they follow a name."""
    text = clean(said.text).strip(" .")
    if said.told == "offers" and is_deed(text):
        return text
    opening = openings[said.told]
    if text.lower().split(" ", 1)[0] in _FOLLOWS_HELP:
        opening = opening.removesuffix(" with")
    return f"{opening} {text}"


def is_deed(offer: str) -> bool:
    """Whether what somebody has begins with what they do, as in “mentors engineers”, rather than with a plural."""
    first, _, rest = offer.lower().partition(" ")
    if first in _VERBS:
        return True
    second = rest.partition(" ")[0]
    is_plural = first.endswith(_PLURALS) or first in _NO_VERBS or second in _AFTER_PLURALS
    return first.endswith("s") and bool(second) and not is_plural


def _quoted(text: str) -> str:
    """A text as it stands in a link."""
    return "".join(chr(one) if one in _MAILTO_KEEPS else f"%{one:02X}" for one in text.encode())
