"""The import of address entries into the book: whom it makes, whom it adds to, and what is left to you."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from domain.book import Book, Put, Work
from domain.identity import Match, People, Traits, link_key, name_words, traits
from domain.model import Contact
from domain.phones import phone_digits, same_phone
from domain.ports import Operation
from domain.settings import Settings
from domain.text import fold


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """One entry of an address file, cleaned; any field may be empty."""

    file: str
    line: int
    """The line on which the entry begins."""
    name: str = ""
    aliases: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    organisation: str = ""
    role: str = ""
    place: str = ""
    tags: tuple[str, ...] = ()
    birthday: str = ""
    """`1984-03-15`, or `--03-15` where the year is not known."""
    links: tuple[str, ...] = ()
    notes: str = ""
    met_on: str = ""
    """A day."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in a file that was not taken as it stands."""

    file: str
    line: int
    reason: str


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import did, or would do: people made, changed and left alone, entries left out."""

    created: int
    updated: int
    unchanged: int
    """People of the book whom the entries told nothing new about."""
    ambiguous: int
    """Entries that may be somebody known, or not: nothing was done with them."""
    skipped: int
    """Entries about yourself, and those without a name."""
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """What an import will do, worked out before anything is written."""

    created: tuple[Contact, ...]
    """New people in the order of the files, with no id yet."""
    updated: tuple[Contact, ...]
    unchanged: int
    ambiguous: int
    skipped: int
    problems: tuple[Problem, ...]
    files: tuple[str, ...]
    """The files that entries came from."""

    @property
    def report(self) -> ImportReport:
        """The plan in figures."""
        return ImportReport(
            len(self.created), len(self.updated), self.unchanged, self.ambiguous, self.skipped, self.problems
        )

    @property
    def label(self) -> str:
        """What the step is called in the undo history."""
        count = len(self.created) + len(self.updated)
        people = "1 person" if count == 1 else f"{count} people"
        source = self.files[0] if len(self.files) == 1 else f"{len(self.files)} files"
        return f"imported {people} from {source}"


def plan(book: Book, cards: Sequence[Card], settings: Settings, problems: Iterable[Problem] = ()) -> ImportPlan:
    """Work out an import; `problems` are those of reading, which come first in the plan."""
    entries = [(card, _traits_of_card(card)) for card in cards]
    planning = _Planning(book, settings, _names_of_several(sought for _, sought in entries))
    while planning.go_through(entries):
        pass
    return planning.outcome(tuple(problems), tuple(dict.fromkeys(card.file for card in cards)))


def import_work(plan: ImportPlan, ids: Callable[[], str]) -> Work[ImportReport]:
    """The plan as changes to the book, one undoable step."""
    made = (Put(replace(contact, id=ids())) for contact in plan.created)
    changed = (Put(contact) for contact in plan.updated)
    return Work(plan.label, (*made, *changed), plan.report, backup="import")


def import_people(
    cards: Sequence[Card], problems: Iterable[Problem], settings: Settings, ids: Callable[[], str]
) -> Operation[ImportReport]:
    """The operation that imports these entries; who is known is looked up only when it runs, on fresh data."""
    found = tuple(problems)

    def operation(book: Book) -> Work[ImportReport]:
        return import_work(plan(book, cards, settings, found), ids)

    return operation


def filled(contact: Contact, card: Card) -> Contact:
    """The contact with its gaps filled from the entry; what it says already stays, lists are united."""
    return replace(
        contact,
        aliases=_united(contact.aliases, (a for a in card.aliases if fold(a) != fold(contact.name)), fold),
        emails=_united(contact.emails, card.emails, fold),
        phones=_united_phones(contact.phones, card.phones),
        organisation=contact.organisation or card.organisation,
        role=contact.role or card.role,
        place=contact.place or card.place,
        tags=_united(contact.tags, card.tags, fold),
        birthday=contact.birthday or card.birthday,
        links=_united(contact.links, card.links, link_key),
        notes=contact.notes or card.notes,
        met_on=contact.met_on or card.met_on,
    )


def _united(known: tuple[str, ...], more: Iterable[str], key: Callable[[str], str]) -> tuple[str, ...]:
    seen = {key(each) for each in known}
    added: list[str] = []
    for each in more:
        folded = key(each)
        if folded not in seen:
            seen.add(folded)
            added.append(each)
    return (*known, *added) if added else known


def _united_phones(known: tuple[str, ...], more: tuple[str, ...]) -> tuple[str, ...]:
    for phone in more:
        number = phone_digits(phone)
        if not any(number == digits or same_phone(number, digits) for digits in map(phone_digits, known)):
            known = (*known, phone)
    return known


def _traits_of_card(card: Card) -> Traits:
    return traits(card.name, card.aliases, card.emails, card.phones, card.organisation, card.links, card.birthday)


def _names_of_several(entries: Iterable[Traits]) -> frozenset[tuple[str, ...]]:
    """The names that the entries give to people of different organisations."""
    organisation_of: dict[tuple[str, ...], tuple[str, ...]] = {}
    several: set[tuple[str, ...]] = set()
    for sought in entries:
        if not sought.names or not sought.organisation:
            continue
        if organisation_of.setdefault(sought.names[0], sought.organisation) != sought.organisation:
            several.add(sought.names[0])
    return frozenset(several)


class _Planning:
    """The people of the book and those to be made, while entries are gone through one by one."""

    def __init__(self, book: Book, settings: Settings, names_of_several: frozenset[tuple[str, ...]]) -> None:
        self._names_of_several = names_of_several
        self._known = tuple(book.contacts.values())
        self._people = People()
        for contact in self._known:
            self._people.add(contact)
        self._own_name = name_words(settings.name)
        self._own_addresses = frozenset(fold(address) for address in settings.addresses)
        self._asides: list[Problem] = []
        self._file_of: dict[int, str] = {}
        self._begin()

    def _begin(self) -> None:
        self._met: set[int] = set()
        self._doubts: list[Problem] = []
        self._nameless: list[Problem] = []
        self._skipped = 0

    def go_through(self, entries: Sequence[tuple[Card, Traits]]) -> bool:
        """Take every entry once; whether anything came of it that an earlier entry might have to know.

        Going through them until nothing comes of it any more makes a second import of the same files change nothing.
        """
        self._begin()
        changes = [self._take(card, sought) for card, sought in entries]
        return any(changes)

    def outcome(self, problems: tuple[Problem, ...], files: tuple[str, ...]) -> ImportPlan:
        """The plan after the last round."""
        before = len(self._known)
        updated = tuple(self._people[place] for place in range(before) if self._people[place] != self._known[place])
        return ImportPlan(
            created=tuple(self._people[place] for place in range(before, len(self._people))),
            updated=updated,
            unchanged=sum(place < before and self._people[place] == self._known[place] for place in self._met),
            ambiguous=len(self._doubts),
            skipped=self._skipped,
            problems=(*problems, *self._asides, *self._nameless, *self._doubts),
            files=files,
        )

    def _take(self, card: Card, sought: Traits) -> bool:
        """Whether the entry made or changed anybody."""
        if self._is_yourself(sought):
            self._skipped += 1
            return False
        match = self._resolved(self._people.find(sought), card)
        doubt = match.doubt
        if match.by_name_alone and sought.names[0] in self._names_of_several:
            doubt = "the files have several people of that name, and the book has one without an organisation"
        if doubt:
            self._doubts.append(Problem(card.file, card.line, f"{_called(card)} is left out: {doubt}"))
            return False
        if match.place is not None:
            return self._add_to(match.place, card)
        if not card.name:
            self._skipped += 1
            self._nameless.append(Problem(card.file, card.line, f"{_called(card)} is left out: it has no name"))
            return False
        if match.aside:
            self._asides.append(Problem(card.file, card.line, f"{_called(card)} {match.aside}"))
        place = self._people.add(filled(Contact(id="", name=card.name), card))
        self._file_of[place] = card.file
        self._met.add(place)
        return True

    def _resolved(self, match: Match, card: Card) -> Match:
        """The match, but no doubt about namesakes that one file lists side by side with addresses of their own."""
        if match.apart and all(self._file_of.get(place) == card.file for place in match.apart):
            return Match(aside="has the name of another entry of this file; kept as a person apart")
        return match

    def _add_to(self, place: int, card: Card) -> bool:
        self._met.add(place)
        contact = self._people[place]
        fuller = filled(contact, card)
        if fuller == contact:
            return False
        self._people.replace(place, fuller)
        return True

    def _is_yourself(self, sought: Traits) -> bool:
        named = bool(self._own_name) and self._own_name in sought.names[:1]
        return named or not self._own_addresses.isdisjoint(sought.emails)


def _called(card: Card) -> str:
    """The entry by the best it has for a name."""
    return card.name or next(iter((*card.emails, *card.phones, card.organisation)), "") or "an entry"
