"""Sorting people into circles: whom you deal with first, then those of your own organisations, then the newest."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date
from typing import Final, NamedTuple

from domain.book import Book, Put, Work
from domain.errors import NotFoundError
from domain.inbox.index import Index, made_on
from domain.model import Circle, Contact
from domain.moment import Moment
from domain.search.dealt import HALF_LIFE
from domain.settings import Settings
from domain.text import clean, fold
from domain.words import ago, counted, iso, short_date

PORTION: Final = 20
"""People that are offered before a pause."""

_ANYBODY: Final = frozenset(
    (
        "gmail", "googlemail", "outlook", "hotmail", "live", "msn", "yahoo", "ymail", "icloud", "me", "mac", "gmx",
        "web", "proton", "protonmail", "aol", "mail", "fastmail", "zoho", "yandex", "qq", "163", "126", "posteo",
        "t-online", "orange", "free", "laposte", "libero",
    )
)  # fmt: skip
"""Hosts where anybody has an address; sharing one says nothing."""


class Own(NamedTuple):
    """What tells that somebody is from an organisation of yours, or is you."""

    organisations: frozenset[str]
    """Folded names."""
    hosts: frozenset[str]
    """Of addresses, such as `norte.example`."""
    name: str
    """Your own, folded."""
    addresses: frozenset[str]

    def has(self, contact: Contact) -> bool:
        """Whether somebody is from there."""
        return fold(contact.organisation) in self.organisations or not self.hosts.isdisjoint(
            _host(email) for email in contact.emails
        )

    def am(self, contact: Contact) -> bool:
        """Whether the contact is yourself."""
        return bool(self.name and fold(contact.name) == self.name) or not self.addresses.isdisjoint(
            fold(email) for email in contact.emails
        )


def own(settings: Settings) -> Own:
    """Your organisations, by name and by the hosts of your addresses."""
    hosts = {_host(address) for address in settings.addresses} - {""}
    return Own(
        frozenset(fold(name) for name in settings.organisations if name.strip()),
        frozenset(host for host in hosts if host.split(".", 1)[0] not in _ANYBODY),
        fold(settings.name).strip(),
        frozenset(map(fold, settings.addresses)),
    )


def _host(address: str) -> str:
    return fold(address).rpartition("@")[2] if "@" in address else ""


def sort_queue(index: Index, moment: Moment, passed: Collection[str] = ()) -> list[str]:
    """The ids of the people in no circle, whom to sort first in front; those passed over are left out."""
    mine = own(index.settings)
    found = [
        (_place(index, contact, mine, moment.today), contact.id)
        for contact in index.book.contacts.values()
        if not contact.circle and contact.id not in passed and not mine.am(contact)
    ]
    found.sort()
    return [id_ for _, id_ in found]


def _place(index: Index, contact: Contact, mine: Own, today: date) -> tuple[float, bool, int, str]:
    """Where somebody stands in the queue: dealt with lately and often, of your own, then by how new they are."""
    now = today.toordinal()
    weight = sum(0.5 ** ((now - day) / HALF_LIFE) for day in index.dealings.days(contact.id) if day <= now)
    return (-weight, not mine.has(contact), -_known_since(index, contact), contact.id)


def _known_since(index: Index, contact: Contact) -> int:
    """The day on which you met, or on which they came into the book, as a number."""
    return index.dealings.ordinal(contact.met_on) or made_on(contact.id)


def why_now(index: Index, contact: Contact, moment: Moment) -> str:
    """Why somebody is asked about at this place, in words."""
    last = index.dealings.last(contact.id, moment.today)
    if last is not None:
        many = sum(day <= moment.today.toordinal() for day in index.dealings.days(contact.id))
        often = "once" if many == 1 else counted(many, "time")
        return f"dealt with {often}, last {ago((moment.today - last).days)}"
    if own(index.settings).has(contact):
        return f"{clean(contact.organisation)}, as you" if contact.organisation else "an address as yours"
    met = iso(contact.met_on)
    day = met or date.fromordinal(max(1, _known_since(index, contact)))
    return f"{'met' if met else 'new'} {short_date(day, moment.today)}"


def set_circles(book: Book, contacts: Sequence[str], circle: Circle, moment: Moment) -> Work[tuple[Contact, ...]]:
    """Put people into a circle as one step; those who are gone or in it already are left out. Raises NotFoundError."""
    known = [book.contacts[id_] for id_ in dict.fromkeys(contacts) if id_ in book.contacts]
    if not known:
        raise NotFoundError("These people are no longer in the book.")
    moved = tuple(
        replace(contact, circle=circle, circle_on=moment.day) for contact in known if contact.circle != circle
    )
    whom = clean(known[0].name) if len(known) == 1 else counted(len(known), "person", "people")
    return Work(f"{whom}: {circle}", tuple(map(Put, moved)), moved)
