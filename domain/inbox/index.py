"""What the sources read: the book with its dealings, turns, answers and snoozes close at hand."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from operator import attrgetter
from typing import Final, NamedTuple

from domain.book import Book, Change, Put, table_of
from domain.dealings import Dealings
from domain.inbox.lot import lot
from domain.inbox.rhythm import Turn, turn
from domain.model import TABLES, Answer, Contact, Interaction, Record, Snooze
from domain.moment import Moment
from domain.settings import Settings

_MILLISECONDS = 13
"""Digits at the front of an id that tell when it was made."""
_DAY = 86_400_000
_EPOCH: Final = date(1970, 1, 1).toordinal()


class Standing(NamedTuple):
    """Somebody whom Swell asks about, with the days of their cadence and their turn."""

    contact: Contact
    cadence: int
    turn: Turn


class Index:
    """Built once from the book; after a change `make` follows it, so that the next inbox costs little."""

    def __init__(self, book: Book, settings: Settings, dealings: Dealings | None = None) -> None:
        self.book = book
        """The book, as it is now."""
        self.settings = settings
        """The settings that it was built for."""
        self.dealings = dealings if dealings is not None else Dealings(book.interactions)
        """Who was dealt with when."""
        self._cadences: dict[str, int] = {circle: max(1, days) for circle, days in settings.cadences.items()}
        self._day = 0
        self._standings: dict[str, Standing] = {}
        self._answers: dict[str, list[Answer]] | None = None
        self._snoozes: dict[str, list[Snooze]] | None = None
        self._birthdays: dict[str, list[Contact]] | None = None
        self._contested: dict[str, Record] | None = None

    def make(self, changes: Iterable[Change], book: Book) -> None:
        """Follow these changes, each once, which have led to this book."""
        told = tuple(changes)
        touched = {table_of(change) for change in told}
        self.book = book
        people = self.dealings.make(told)
        if "contacts" in touched:
            people |= {change.record.id if isinstance(change, Put) else change.id for change in told}
            self._birthdays = None
        if "answers" in touched:
            self._answers = None
        if "snoozes" in touched:
            self._snoozes = None
        for change in told if self._contested is not None else ():
            self._contest(change)
        for id_ in people if self._day else ():
            self._stand(id_)

    def standings(self, today: date) -> Collection[Standing]:
        """The people in a circle, as they stand on that day."""
        day = today.toordinal()
        if day != self._day:
            self._day = day
            known, self._standings = self._standings, {}
            cadences = self._cadences
            for id_, contact in self.book.contacts.items():
                if contact.circle in cadences:
                    self._standings[id_] = self._standing(contact, known.get(id_))
        return self._standings.values()

    def _stand(self, id_: str) -> None:
        """Tell anew how somebody stands."""
        contact = self.book.contacts.get(id_)
        if contact is not None and contact.circle in self._cadences:
            self._standings[id_] = self._standing(contact, None)
        else:
            self._standings.pop(id_, None)

    def _standing(self, contact: Contact, known: Standing | None) -> Standing:
        """How somebody stands; what is known and still lasts is kept."""
        today = self._day
        if known is not None and known.turn.last <= today < known.turn.ends:
            return known
        cadence = self._cadences[contact.circle]
        days = self.dealings.days(contact.id)
        first = 0 if days and days[0] <= today else self._first_due(contact, cadence)
        return Standing(contact, cadence, turn(days, cadence, first, today))

    def cadence(self, contact: str) -> int:
        """The days of the cadence of their circle; 0 for who is in none."""
        known = self.book.contacts.get(contact)
        return self._cadences.get(known.circle, 0) if known else 0

    def _first_due(self, contact: Contact, cadence: int) -> int:
        """The day, one of a cadence by their id, on which somebody without any contact first falls due."""
        start = self.dealings.ordinal(contact.circle_on) or made_on(contact.id)
        return start + 1 + lot(contact.id) % cadence

    def answers(self) -> Mapping[str, Sequence[Answer]]:
        """The answers of each contact, the newest first."""
        if self._answers is None:
            grouped: dict[str, list[Answer]] = defaultdict(list)
            for answer in self.book.answers.values():
                grouped[answer.contact].append(answer)
            for answers in grouped.values():
                if len(answers) > 1:
                    answers.sort(key=attrgetter("learnt", "id"), reverse=True)
            self._answers = grouped
        return self._answers

    def birthdays(self) -> Mapping[str, Sequence[Contact]]:
        """The people with a birthday, by its month and day as in `03-15`."""
        if self._birthdays is None:
            grouped: dict[str, list[Contact]] = defaultdict(list)
            for contact in self.book.contacts.values():
                if contact.birthday:
                    grouped[contact.birthday[-5:]].append(contact)
            self._birthdays = grouped
        return self._birthdays

    def snoozes(self) -> Mapping[str, Sequence[Snooze]]:
        """The snoozes of each key."""
        if self._snoozes is None:
            grouped: dict[str, list[Snooze]] = defaultdict(list)
            for snooze in self.book.snoozes.values():
                grouped[snooze.key].append(snooze)
            self._snoozes = grouped
        return self._snoozes

    def contested(self) -> Mapping[str, Record]:
        """The records of which two books say different things, by id."""
        if self._contested is None:
            tables = (self.book.table(name).values() for name in TABLES if name != "interactions")
            self._contested = {one.id: one for table in tables for one in filter(attrgetter("rivals"), table)}
            acts = self.book.interactions.values()
            self._contested.update((one.id, one) for one in acts if type(one) is not Interaction)
        return self._contested

    def _contest(self, change: Change) -> None:
        """Follow a change in what is contested."""
        assert self._contested is not None
        if isinstance(change, Put) and change.record.rivals:
            self._contested[change.record.id] = change.record
        else:
            self._contested.pop(change.record.id if isinstance(change, Put) else change.id, None)

    def put_away(self, key: str, day: str) -> bool:
        """Whether the situation of that key is snoozed on that day, or dismissed."""
        found = self.snoozes().get(key)
        return found is not None and any(not snooze.until or day < snooze.until for snooze in found)


def made_on(id_: str) -> int:
    """The number of the day on which a record was made, by its id."""
    return made_at(id_) // _DAY + _EPOCH


def made_at(id_: str) -> int:
    """The milliseconds since 1970 at which a record was made, by its id; 0 for an id of another make."""
    front = id_[:_MILLISECONDS]
    return int(front) if front.isdecimal() else 0


def today_began(moment: Moment) -> int:
    """The milliseconds since 1970 at the moment's last midnight."""
    return int(moment.at.replace(hour=0, minute=0, second=0, microsecond=0).timestamp() * 1000)
