"""What the sources read: the book with its dealings, turns, answers and snoozes close at hand."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import date
from operator import attrgetter
from typing import Final, NamedTuple

from domain.book import Book, Change, Put, table_of
from domain.dealings import Dealings
from domain.inbox.item import Due, Item
from domain.inbox.lot import lot
from domain.inbox.rhythm import Turn, turn
from domain.inbox.score import Score
from domain.model import TABLES, Answer, Contact, FollowUp, Interaction, Record, Snooze
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


class _Said:
    """What a source says on one day about each person or record; what a change has touched is asked for again."""

    __slots__ = ("day", "items", "touched")

    def __init__(self, day: int) -> None:
        self.day = day
        self.items: dict[str, tuple[Due | Item, ...]] = {}
        self.touched: set[str] = set()


class Index:
    """Built once from the book; after a change `make` follows it, so that the next inbox costs little."""

    def __init__(self, book: Book, settings: Settings, dealings: Dealings | None = None) -> None:
        self.book = book
        """The book, as it is now."""
        self.settings = settings
        """The settings that it was built for."""
        self.dealings = dealings if dealings is not None else Dealings(book.interactions)
        """Who was dealt with when."""
        self.score = Score(settings.inbox_weights)
        """What makes the terms of the items."""
        self.cadences: dict[str, int] = {circle: max(1, days) for circle, days in settings.cadences.items()}
        """The days of each circle that asks about its people."""
        self._said: dict[str, _Said] = {}
        self._day = 0
        self._standings: dict[str, Standing] = {}
        self._answers: dict[str, list[Answer]] | None = None
        self._snoozes: dict[str, list[Snooze]] | None = None
        self._away: tuple[str, set[str]] = ("", set())
        self._birthdays: dict[str, list[Contact]] | None = None
        self._contested: dict[str, Record] | None = None

    def make(self, changes: Iterable[Change], book: Book) -> None:
        """Follow these changes, each once, which have led to this book."""
        told = tuple(changes)
        tables = {table_of(change) for change in told}
        before, self.book = self.book, book
        people = self.dealings.make(told)
        if "contacts" in tables:
            people |= {_id_of(change) for change in told}
            self._birthdays = None
        if "snoozes" in tables:
            self._snoozes = None
            self._away = "", set()
        for change in told if self._answers is not None and "answers" in tables else ():
            self._answer(change, before)
        touched = people.union(*(_touched(change, before) for change in told))
        for said in self._said.values():
            said.touched |= touched
        for change in told if self._contested is not None else ():
            self._contest(change)
        for id_ in people if self._day else ():
            self._stand(id_)

    def each(
        self,
        source: str,
        today: date,
        everybody: Iterable[str],
        about: Callable[[str], tuple[Due | Item, ...]],
        widened: Callable[[str], Iterable[str]] = lambda id_: (id_,),
    ) -> "Collection[tuple[Due | Item, ...]]":
        """What a source says today, by what it is about; `everybody` is asked once a day, then only what has changed.

        `about` is given an id and answers nothing for one that means nothing to it; `widened` gives the ids of which
        the source may say something else once that contact or record has changed.
        """
        said = self._said.get(source)
        asked: Iterable[str] = everybody
        if said is None or said.day != today.toordinal():
            said = self._said[source] = _Said(today.toordinal())
        else:
            asked = {other for id_ in said.touched for other in widened(id_)}
        for id_ in asked:
            found = about(id_)
            if found:
                said.items[id_] = found
            else:
                said.items.pop(id_, None)
        said.touched.clear()
        return said.items.values()

    def standings(self, today: date) -> Mapping[str, Standing]:
        """The people in a circle, by id, as they stand on that day."""
        day = today.toordinal()
        if day != self._day:
            self._day = day
            known, self._standings = self._standings, {}
            cadences = self.cadences
            for id_, contact in self.book.contacts.items():
                if contact.circle in cadences:
                    self._standings[id_] = self._standing(contact, known.get(id_))
        return self._standings

    def _stand(self, id_: str) -> None:
        """Tell anew how somebody stands."""
        contact = self.book.contacts.get(id_)
        if contact is not None and contact.circle in self.cadences:
            self._standings[id_] = self._standing(contact, None)
        else:
            self._standings.pop(id_, None)

    def _standing(self, contact: Contact, known: Standing | None) -> Standing:
        """How somebody stands; what is known and still lasts is kept."""
        today = self._day
        if known is not None and known.turn.last <= today < known.turn.ends:
            return known
        cadence = self.cadences[contact.circle]
        days = self.dealings.days(contact.id)
        first = 0 if days and days[0] <= today else self._first_due(contact, cadence)
        return Standing(contact, cadence, turn(days, cadence, first, today))

    def cadence(self, contact: str) -> int:
        """The days of the cadence of their circle; 0 for who is in none."""
        known = self.book.contacts.get(contact)
        return self.cadences.get(known.circle, 0) if known else 0

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

    def _answer(self, change: Change, before: Book) -> None:
        """Follow a change of an answer, which may have come from one contact to another."""
        if table_of(change) != "answers":
            return
        assert self._answers is not None
        id_ = _id_of(change)
        record = change.record if isinstance(change, Put) else None
        for answer in (before.answers.get(id_), record):
            if isinstance(answer, Answer):
                kept = [one for one in self._answers.get(answer.contact, ()) if one.id != id_]
                if answer is record:
                    kept.append(answer)
                    kept.sort(key=attrgetter("learnt", "id"), reverse=True)
                self._answers[answer.contact] = kept

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
            if not {Interaction}.issuperset(map(type, acts)):
                self._contested.update((one.id, one) for one in acts if type(one) is not Interaction)
        return self._contested

    def _contest(self, change: Change) -> None:
        """Follow a change in what is contested."""
        assert self._contested is not None
        if isinstance(change, Put) and change.record.rivals:
            self._contested[change.record.id] = change.record
        else:
            self._contested.pop(_id_of(change), None)

    def put_away(self, key: str, day: str) -> bool:
        """Whether the situation of that key is snoozed on that day, or dismissed."""
        return key in self.away(day)

    def away(self, day: str) -> Collection[str]:
        """The keys of all situations that are snoozed on that day, or dismissed."""
        if self._away[0] != day:
            found = {
                key
                for key, said in self.snoozes().items()
                if any(not snooze.until or day < snooze.until for snooze in said)
            }
            self._away = day, found
        return self._away[1]

    def dismissed(self, key: str) -> bool:
        """Whether the situation of that key is put away for as long as it lasts."""
        return any(not snooze.until for snooze in self.snoozes().get(key, ()))


def _id_of(change: Change) -> str:
    """The id of the record that a change concerns."""
    return change.record.id if isinstance(change, Put) else change.id


def _touched(change: Change, before: Book) -> set[str]:
    """The record of a change, and the people of its answer or follow-up."""
    id_ = _id_of(change)
    found = {id_}
    for record in (before.table(table_of(change)).get(id_), change.record if isinstance(change, Put) else None):
        if isinstance(record, FollowUp):
            found.update(record.people)
        elif isinstance(record, Answer):
            found.add(record.contact)
    return found


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
