"""Whether an entry of an address file is somebody who is known already."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from domain.model import Contact
from domain.phones import phone_digits, phone_end, same_phone
from domain.text import fold, listed

_TITLES = frozenset(
    {
        "mr",
        "mrs",
        "ms",
        "miss",
        "mx",
        "dr",
        "prof",
        "professor",
        "sir",
        "dame",
        "rev",
        "herr",
        "frau",
        "mme",
        "mlle",
        "dipl",
        "ing",
    }
)
"""Words before a name that are no part of it."""

_LETTERS = frozenset({"phd", "md", "mba", "msc", "bsc", "dds", "esq", "cpa", "pmp", "cfa"})
"""Words after a name that are no part of it."""

_LEGAL_FORMS = frozenset(
    {
        "inc",
        "ltd",
        "llc",
        "plc",
        "gmbh",
        "ag",
        "ab",
        "as",
        "oy",
        "bv",
        "nv",
        "sa",
        "sas",
        "srl",
        "spa",
        "corp",
        "co",
        "kg",
        "ohg",
        "pty",
        "limited",
    }
)
_NOT_WORDS = re.compile(r"[^\w]+")
_IDEOGRAPHS = 0x2E80
"""From here on scripts write a whole name without a blank."""

_SWITCHBOARD = 20
"""A phone that more people have than this is nobody's own."""

_MOST_NAMESAKES = 50
"""Where more people have one name, none of them is told from the others by name."""


@dataclass(frozen=True, slots=True)
class Traits:
    """What tells one person from another, folded so that two spellings compare."""

    names: tuple[tuple[str, ...], ...]
    """The words of the name, then those of each alias."""
    emails: frozenset[str]
    phones: frozenset[str]
    """As `phone_digits` writes them; those that are too short are left out."""
    profiles: frozenset[str]
    """The links that lead to the page of one person."""
    organisation: tuple[str, ...]
    birthday: str


@dataclass(frozen=True, slots=True)
class Match:
    """What a search among the people came to: somebody, nobody, or a doubt that only the user can settle."""

    place: int | None = None
    """The place of that person among the people; none where it is nobody known or a doubt."""
    doubt: str = ""
    """Why it cannot be told who it is."""
    aside: str = ""
    """What is worth knowing although it decided nothing."""
    by_name_alone: bool = False
    """Whether only the name agrees, because one of the two has no organisation."""
    apart: frozenset[int] = frozenset()
    """The places of those who cause the doubt by a name in common alone, with other addresses or phones."""


def name_words(name: str) -> tuple[str, ...]:
    """The folded words of a name without honorifics; `Berg, Anna` is `Anna Berg`, a name of signs alone is one word."""
    family, comma, given = name.partition(",")
    words = _words(f"{given} {family}" if comma and not _LETTERS.issuperset(_words(given)) else name)
    while len(words) > 1 and words[0] in _TITLES:
        words = words[1:]
    while len(words) > 1 and words[-1] in _LETTERS:
        words = words[:-1]
    return words or tuple(fold(name).split())


def traits(
    name: str,
    aliases: Iterable[str],
    emails: Iterable[str],
    phones: Iterable[str],
    organisation: str,
    links: Iterable[str],
    birthday: str,
) -> Traits:
    """The traits of one entry."""
    numbers = (phone_digits(phone) for phone in phones)
    spellings = (name_words(each) for each in (name, *aliases))
    return Traits(
        tuple(words for words in spellings if words),
        frozenset(fold(email) for email in emails),
        frozenset(number for number in numbers if phone_end(number)),
        frozenset(profile for profile in map(profile_key, links) if profile),
        _organisation_words(organisation),
        birthday,
    )


def link_key(link: str) -> str:
    """A link without scheme, `www.` and what follows its path, so that two spellings compare."""
    bare = link.strip().partition("://")[2] or link.strip()
    return bare.removeprefix("www.").rstrip("/").casefold()


def profile_key(link: str) -> str:
    """The key of a page that belongs to one person; empty for any other link."""
    key = link_key(link).partition("?")[0].rstrip("/")
    at = key.find("linkedin.com/in/")
    return key[at:] if at >= 0 else ""


def _words(text: str) -> tuple[str, ...]:
    return tuple(word for word in _NOT_WORDS.split(fold(text).replace("'", "").replace("’", "")) if word)


def _organisation_words(organisation: str) -> tuple[str, ...]:
    words = _words(organisation)
    while len(words) > 1 and words[-1] in _LEGAL_FORMS:
        words = words[:-1]
    return words


def _is_full(words: tuple[str, ...]) -> bool:
    """Whether a name says more than one of the many people called Anna."""
    return len(words) > 1 or any(ord(letter) >= _IDEOGRAPHS for word in words for letter in word)


def _agree(one: Traits, other: Traits) -> bool:
    """Whether two entries may be one person by their names; no name agrees with any."""
    if not one.names or not other.names:
        return True
    return any(_spellings_agree(mine, theirs) for mine in one.names for theirs in other.names)


def _spellings_agree(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether one says nothing that the other does not, or both end alike and begin alike or with an initial."""
    if set(one) <= set(other) or set(other) <= set(one):
        return True
    short, long = sorted((one[0], other[0]), key=len)
    return one[-1] == other[-1] and (short == long or len(short) == 1) and long.startswith(short)


def _birthdays_differ(one: str, other: str) -> bool:
    if one.startswith("--") or other.startswith("--"):
        return bool(one and other) and one[-5:] != other[-5:]
    return bool(one and other) and one != other


class People:
    """Everybody known so far, found by e-mail address, phone, profile and name."""

    def __init__(self) -> None:
        self._contacts: list[Contact] = []
        self._traits: list[Traits] = []
        self._emails: dict[str, set[int]] = {}
        self._phones: dict[str, set[int]] = {}
        self._profiles: dict[str, set[int]] = {}
        self._names: dict[tuple[str, ...], set[int]] = {}
        self._employed: dict[tuple[tuple[str, ...], tuple[str, ...]], set[int]] = {}

    def __len__(self) -> int:
        return len(self._contacts)

    def __getitem__(self, place: int) -> Contact:
        return self._contacts[place]

    def add(self, contact: Contact) -> int:
        """One person more; the place is the answer."""
        self._contacts.append(contact)
        self._traits.append(traits_of(contact))
        self._index(len(self._contacts) - 1)
        return len(self._contacts) - 1

    def replace(self, place: int, contact: Contact) -> None:
        """The same person with more known; nothing that was known may be missing."""
        self._contacts[place] = contact
        self._traits[place] = traits_of(contact)
        self._index(place)

    def find(self, sought: Traits) -> Match:
        """Who that is: by e-mail address, then by phone, then by profile, then by name and organisation."""
        by_email = self._hits(self._emails, sought.emails)
        by_phone = self._by_phone(sought.phones)
        by_profile = self._hits(self._profiles, sought.profiles)
        if by_email:
            return self._by_address(sought, by_email, by_phone, by_profile)
        agreeing = {place for place in by_phone if _agree(sought, self._traits[place])}
        if agreeing:
            return self._only(agreeing, by_profile, "phone")
        if by_phone and not self._are_others(sought, by_phone):
            return Match(doubt=f"the phone is that of {self._listed(by_phone)}, but the name is another")
        found = self._by_profile(sought, by_profile) if by_profile else self._by_name(sought)
        if by_phone and found.place is None and not found.doubt:
            return Match(aside=f"has the phone of {self._listed(by_phone)}; kept as a person apart")
        return found

    def _by_address(self, sought: Traits, places: set[int], by_phone: set[int], by_profile: set[int]) -> Match:
        found = self._only(places, by_profile, "e-mail address")
        if found.place is None:
            return found
        if not _agree(sought, self._traits[found.place]):
            return Match(doubt=f"the e-mail address is that of {self._listed(places)}, but the name is another")
        if by_phone and found.place not in by_phone:
            owners = self._listed(by_phone)
            return Match(doubt=f"the e-mail address is that of {self._listed(places)}, the phone that of {owners}")
        return found

    def _only(self, places: set[int], by_profile: set[int], what: str) -> Match:
        """The one person at these places, if it is one and the profile does not say another."""
        if len(places) > 1:
            return Match(doubt=f"the {what} fits {self._listed(places)}")
        if by_profile and not places <= by_profile:
            owners = self._listed(by_profile)
            return Match(doubt=f"the {what} is that of {self._listed(places)}, the profile that of {owners}")
        return Match(min(places))

    def _by_profile(self, sought: Traits, places: set[int]) -> Match:
        if len(places) > 1:
            return Match(doubt=f"the profile fits {self._listed(places)}")
        if not _agree(sought, self._traits[min(places)]):
            return Match(doubt=f"the profile is that of {self._listed(places)}, but the name is another")
        return Match(min(places))

    def _by_name(self, sought: Traits) -> Match:
        if not sought.names:
            return Match()
        name = sought.names[0]
        same = self._named(name, sought.organisation)
        if not same and _is_full(name):
            same = self._named(name, ()) if sought.organisation else self._names.get(name, set())
        if len(same) > _MOST_NAMESAKES:
            return Match(doubt=f"more than {_MOST_NAMESAKES} people have that name")
        if not _is_full(name) and not sought.organisation:
            same = {place for place in same if not self._reached_elsewhere(sought, place)}
        if not same:
            return Match()
        if not sought.organisation or self._traits[min(same)].organisation != sought.organisation:
            apart = {place for place in same if self._reached_elsewhere(sought, place)}
            if apart == same:
                why = f"the name is that of {self._listed(same)}, but address or phone is another"
                return Match(doubt=why, apart=frozenset(same))
        if len(same) > 1:
            return Match(doubt=f"the name fits {self._listed(same)}")
        return self._namesake(sought, min(same))

    def _named(self, name: tuple[str, ...], organisation: tuple[str, ...]) -> set[int]:
        """The people of that name in that organisation, or in none."""
        indexed = self._employed.get((name, organisation), ())
        return {place for place in indexed if self._traits[place].organisation == organisation}

    def _namesake(self, sought: Traits, place: int) -> Match:
        """The person of the same name, unless something tells the two apart."""
        known = self._traits[place]
        if _birthdays_differ(sought.birthday, known.birthday):
            return Match(doubt=f"{self._listed({place})} has another birthday")
        if sought.profiles and known.profiles:
            return Match(doubt=f"{self._listed({place})} has another profile")
        return Match(place, by_name_alone=known.organisation != sought.organisation)

    def _reached_elsewhere(self, sought: Traits, place: int) -> bool:
        """Whether both have addresses or both have phones, and none is the same."""
        known = self._traits[place]
        addresses_differ = sought.emails and known.emails and sought.emails.isdisjoint(known.emails)
        phones_differ = sought.phones and known.phones and sought.phones.isdisjoint(known.phones)
        return bool(addresses_differ or phones_differ)

    def _are_others(self, sought: Traits, places: set[int]) -> bool:
        """Whether those with the same phone are plainly other people, as in one household or behind one switchboard."""
        if not _is_full(sought.names[0]):
            return False
        return all(_is_full(self._traits[place].names[0]) for place in places)

    def _hits(self, index: dict[str, set[int]], keys: Iterable[str]) -> set[int]:
        return {place for key in keys for place in index.get(key, ())}

    def _by_phone(self, numbers: Iterable[str]) -> set[int]:
        """Who has one of these phones; a switchboard says nothing."""
        found: set[int] = set()
        for number in numbers:
            places = self._phones.get(phone_end(number), set())
            if len(places) <= _SWITCHBOARD:
                found |= {p for p in places if any(same_phone(number, known) for known in self._traits[p].phones)}
        return found

    def _index(self, place: int) -> None:
        known = self._traits[place]
        for email in known.emails:
            self._emails.setdefault(email, set()).add(place)
        for number in known.phones:
            self._phones.setdefault(phone_end(number), set()).add(place)
        for profile in known.profiles:
            self._profiles.setdefault(profile, set()).add(place)
        for words in known.names:
            self._names.setdefault(words, set()).add(place)
            self._employed.setdefault((words, known.organisation), set()).add(place)

    def _listed(self, places: set[int]) -> str:
        """The names of these people, three at most."""
        shown = [_told(self._contacts[place]) for place in sorted(places)[:3]]
        more = len(places) - len(shown)
        return listed([*shown, f"{more} more"] if more else shown)


def traits_of(contact: Contact) -> Traits:
    """The traits of a contact."""
    return traits(
        contact.name,
        contact.aliases,
        contact.emails,
        contact.phones,
        contact.organisation,
        contact.links,
        contact.birthday,
    )


def _told(contact: Contact) -> str:
    return f"{contact.name} ({contact.organisation})" if contact.organisation else contact.name
