"""The columns of address tables, known by the names that LinkedIn, Google and Outlook give them."""

import re
from dataclasses import dataclass
from typing import Final

from domain.text import fold

_NOT_LETTERS = re.compile(r"[\W\d_]+")

_NAMES: Final[dict[str, str]] = {
    "name": "name, full name, display name, contact name, vollstandiger name",
    "given": "first name, given name, firstname, forename, vorname",
    "middle": "middle name, additional name, weitere vornamen, zweiter vorname",
    "family": "last name, family name, lastname, surname, nachname, familienname",
    "suffix": "suffix, name suffix, namenssuffix",
    "nickname": "nickname, spitzname, rufname, alias, aliases",
    "email": "email, e mail, mail, email address, e mail address, e mail value, email value, e mail adresse, emails",
    "phone": "phone, phone number, phones, telephone, tel, mobile, mobile phone, cell, cell phone, phone value, "
    "primary phone, business phone, home phone, other phone, car phone, company main phone, telefon, telefonnummer, "
    "mobiltelefon, handy, telefon geschaftlich, telefon privat, weiteres telefon, haupttelefon, telefon firma",
    "organisation": "company, company name, organization, organisation, organization name, employer, firma"
    ", unternehmen",
    "role": "position, job title, organization title, role, occupation, jobtitle, title, berufsbezeichnung",
    "place": "city, place, address city, home city, business city, other city, ort, stadt, ort geschaftlich, "
    "ort privat, wohnort",
    "country": "country, address country, home country region, business country region, other country region, "
    "land, land region geschaftlich, land region privat",
    "tag": "labels, group membership, categories, tags, kategorien, gruppen",
    "birthday": "birthday, birth date, date of birth, geburtstag, geburtsdatum",
    "link": "url, linkedin, linkedin url, profile url, website, website value, web page, webseite, homepage",
    "notes": "notes, note, notizen, bemerkungen",
    "met_on": "connected on",
}
_FIELD_OF: Final[dict[str, str]] = {name: field for field, names in _NAMES.items() for name in names.split(", ")}

_SAY_WHO: Final = frozenset({"name", "given", "family", "nickname", "email"})
_SAY_MORE: Final = frozenset({"given", "family", "email", "phone", "organisation", "role", "birthday", "met_on"})
_PROOF_OF_HONORIFIC: Final = frozenset({"job title", "suffix", "position"})
_FORMAT_BY_COLUMN: Final[tuple[tuple[str, str], ...]] = (
    ("connected on", "LinkedIn connections"),
    ("e mail value", "Google contacts"),
    ("group membership", "Google contacts"),
    ("e mail display name", "Outlook contacts"),
    ("business phone", "Outlook contacts"),
    ("e mail adresse", "Outlook contacts"),
)


@dataclass(frozen=True, slots=True)
class Columns:
    """Which cell of a row is what."""

    format: str
    """What wrote the table, in words."""
    width: int
    places: dict[str, tuple[int, ...]]
    """The places of the cells of each field, from the left."""

    def first(self, cells: list[str], field: str) -> str:
        """The first cell of that field that holds something."""
        return next(iter(self.all(cells, field)), "")

    def all(self, cells: list[str], field: str) -> list[str]:
        """The cells of that field that hold something."""
        held = (cells[place].strip() for place in self.places.get(field, ()) if place < len(cells))
        return [cell for cell in held if cell]


def columns_of(cells: list[str]) -> Columns | None:
    """The columns that a row of names announces; none where it is no header of an address table."""
    names = [" ".join(_NOT_LETTERS.split(fold(cell))).strip() for cell in cells]
    places: dict[str, tuple[int, ...]] = {}
    for place, name in enumerate(names):
        field = _FIELD_OF.get(name)
        if field and not (name == "title" and not _PROOF_OF_HONORIFIC.isdisjoint(names)):
            places[field] = (*places.get(field, ()), place)
    if len(places) < 2 or _SAY_WHO.isdisjoint(places) or _SAY_MORE.isdisjoint(places):
        return None
    kinds = (kind for column, kind in _FORMAT_BY_COLUMN if column in names)
    return Columns(next(kinds, "address table"), len(cells), places)
