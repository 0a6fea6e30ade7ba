"""How people are called in a line: as shortly as the capture grammar can tell them apart."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from domain.model import Contact
from domain.text import clean, fold, listed
from domain.words import counted

if TYPE_CHECKING:
    from domain.inbox.item import Item

SOMEBODY = "somebody"
"""Who is no longer in the book."""


def full_name(contact: str, contacts: Mapping[str, Contact]) -> str:
    """Their whole name, safe to show."""
    known = contacts.get(contact)
    return clean(known.name) if known else SOMEBODY


def called(contact: str, contacts: Mapping[str, Contact]) -> str:
    """Their first name where only they have it, else the whole name."""
    name = full_name(contact, contacts)
    first = name.split(" ", 1)[0]
    if first == name or len(first) < 2 or "." in first:
        return name
    key = fold(first)
    others = (other for id_, other in contacts.items() if id_ != contact)
    return name if any(_answers_to(key, other) for other in others) else first


def _answers_to(key: str, contact: Contact) -> bool:
    """Whether a folded first name may mean this person too."""
    names = (contact.name, *contact.aliases)
    return any(fold(name).split(" ", 1)[0] == key for name in names if name)


def all_called(people: Iterable[str], contacts: Mapping[str, Contact]) -> str:
    """Several people in a line: `Ana and Ben`."""
    return listed([called(contact, contacts) for contact in people])


def title(item: "Item", contacts: Mapping[str, Contact], captures: int = 0, between: str = "↔") -> str:
    """Whom or what an item is about, as its row opens: `Ana Lopez`, `Cara ↔ Dee`, `two captures`."""
    if item.source == "unfiled":
        return counted(captures, "capture")
    names = [full_name(contact, contacts) for contact in item.people]
    if item.source in ("match", "intro") or (item.source == "first" and len(names) > 1):
        return f" {between} ".join(name.split(" ", 1)[0] for name in names)
    return listed(names) or "you"
