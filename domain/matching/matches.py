"""The matches of the book: built in slices, then kept up change by change."""

from bisect import bisect_left, insort
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import islice
from typing import Final

from domain.book import Book, Change, Put, table_of
from domain.inbox.item import Item
from domain.inbox.score import Score
from domain.matching.catalogue import Catalogue
from domain.matching.pairs import Pairs
from domain.matching.said import Said, needs_of, offers_of
from domain.matching.suggestion import Suggestion, best_first, item_of, pair_key
from domain.matching.taught import reader_of
from domain.matching.weighing import HALF, LOOKED_AT, Weighing
from domain.model import Answer
from domain.moment import Moment
from domain.settings import Settings
from domain.words import iso

AN_OFFER: Final = 3
"""How often one person is suggested for what they have, at most."""
NEEDS_LOOKED_AT: Final = 80
"""Needs of others that are compared with what one person has."""
IN_THE_INBOX: Final = 5
"""Matches that the inbox is given at most; the place for them has all."""
A_SLICE: Final = 300
"""Steps of work between two answers to a key, of about ten microseconds each."""
_PEOPLE: Final = 64
_ANSWERS: Final = 4000
_SORTED: Final = 6000
"""People who are taken together; answers that are sorted by person, and suggestions that are ranked, in one slice."""
_AT_ONCE: Final = 10
"""People who are told anew on the spot after a change; where it concerns more, `prepare` goes on."""
_ORDER: Final = ("inner", "close", "active", "wide")

_Placed = tuple[float, str, str, Suggestion]
"""A suggestion after what decides where it stands among others."""


class Matches:
    """Who could be brought together. Made empty, it knows all once `prepare` has run to its end, and some before."""

    def __init__(self, book: Book, settings: Settings) -> None:
        self.book = book
        """The book, as it is now."""
        self._settings = settings
        self._score = Score(settings.inbox_weights)
        self._day = 0
        self._pairs: Pairs | None = None
        self._found: dict[str, tuple[_Placed, ...]] = {}
        """What was found for each who needs something."""
        self._best: list[_Placed] = []
        """All of it, the best first."""
        self._sorted: list[Suggestion] | None = None
        self._state = 0
        """How often something changed of what was found."""
        self._begin()

    def _begin(self) -> None:
        """Read everybody's words anew; what was found stays until it is told anew."""
        self._catalogue = Catalogue(reader_of(self._settings, self.book))
        self._answers: dict[str, dict[str, Answer]] | None = None
        self._needs: dict[str, tuple[Said, ...]] = {}
        self._offers: dict[str, tuple[Said, ...]] = {}
        self._unread: dict[str, None] = dict.fromkeys(sorted(self.book.contacts, key=self._rank_of))
        self._due: dict[str, None] = {}
        self._until: dict[str, int] = {}
        self._unsort()
        self._is_read = False

    @property
    def pairs(self) -> Pairs:
        """Who is not to be brought together, and who knows whom."""
        if self._pairs is None:
            for _ in self._gather():
                pass
        assert self._pairs is not None
        return self._pairs

    def prepare(self, moment: Moment) -> Iterator[None]:
        """Find out what is not known yet, a few milliseconds at a time, whenever nothing else is to do."""
        yield from self._read()
        self._turn_to(moment)
        begun = self._catalogue.work
        while self._due or self._sorted is None:
            for contact in list(islice(self._due, _PEOPLE)):
                if contact in self._due:
                    self._tell(contact)
                if self._catalogue.work - begun >= A_SLICE:
                    yield
                    begun = self._catalogue.work
            if not self._due:
                yield from self._sort()

    def read(self) -> Iterator[None]:
        """Find out what everybody needs and has, a few milliseconds at a time; `who_has` is quick after that."""
        yield from self._read()

    @property
    def is_read(self) -> bool:
        """Whether that is known."""
        return self._is_read

    @property
    def work(self) -> int:
        """What was done so far to find matches, in steps of about ten microseconds."""
        return self._catalogue.work

    def is_ready(self, moment: Moment) -> bool:
        """Whether everything is known for that day."""
        return self._is_read and not self._due and self._day == moment.today.toordinal()

    def all(self, moment: Moment) -> Sequence[Suggestion]:
        """What is known so far, the best first; a few people whom a change has touched are told anew before."""
        self._catch_up(moment)
        if self._sorted is None:
            self._sorted = [one for one in self._each_pair(()) if one is not None]
        return self._sorted

    def of(self, contact: str, moment: Moment) -> Sequence[Suggestion]:
        """The suggestions about one person, what they need and what they have for others, the best first."""
        for _ in self._read():
            pass
        self._turn_to(moment)
        if contact in self._due:
            self._tell(contact)
        mine = [placed[-1] for placed in self._found.get(contact, ())]
        return best_first([*mine, *self._for_others(contact)], LOOKED_AT)

    def items(self, moment: Moment, away: Collection[str] = ()) -> list[Item]:
        """The best of what is known as items of the inbox, without those whose key is away."""
        self._catch_up(moment)
        best = islice(filter(None, self._each_pair(away)), IN_THE_INBOX)
        return [item_of(one, self._score, moment) for one in best]

    def who_has(self, text: str, least: float, moment: Moment) -> Iterator[tuple[Said, float]]:
        """Everybody who has something that fits a need of yours, from so many points on; nobody twice for one thing."""
        for _ in self._read():
            pass
        self._turn_to(moment)
        weighing = self._weighing()
        for ranked in self._catalogue.rank(text, "looking_for", least):
            for said in islice(ranked.offer.holders, LOOKED_AT):
                fresh = weighing.freshness(said)
                if fresh is not None and said.contact in self.book.contacts:
                    yield said, ranked.fit.score * (1 if fresh else 1 + HALF)

    def between(self, one: str, other: str, moment: Moment) -> Suggestion | None:
        """The suggestion about these two; None where there is none."""
        key = pair_key(one, other)
        return next((found for found in self.of(one, moment) if found.key == key), None)

    def make(self, changes: Iterable[Change], book: Book) -> None:
        """Follow these changes, each once, which have led to this book."""
        told = tuple(changes)
        before, self.book = self.book, book
        if self._pairs is not None:
            suggested, moved = self._pairs.make(told, before, book)
            self._touch(suggested)
            self._due.update(dict.fromkeys(one for one in moved if one in self._needs))
        if any(table_of(change) == "taught" for change in told):
            self._begin()
            self._leave_out()
            return
        people = {_id_of(change) for change in told if table_of(change) == "contacts"}
        for change in told:
            if table_of(change) == "answers":
                people |= self._answer(change, before)
        for contact in sorted(people):
            if self._is_read or contact in self._needs:
                self._read_again(contact)
            elif contact in book.contacts:
                self._unread[contact] = None
            else:
                self._unread.pop(contact, None)
        if self._is_read:
            self._resize()
        self._unsort()

    def _read(self) -> Iterator[None]:
        """Take everybody in who was not read yet; what was taught meanwhile has all read anew."""
        begun = self._catalogue.work
        while not self._is_read:
            if self._answers is None:
                yield from self._sort_answers()
            yield from self._gather()
            for contact in list(islice(self._unread, _PEOPLE)) if self._answers is not None else ():
                if contact in self._unread:
                    del self._unread[contact]
                    self._read_again(contact)
                if not 0 <= self._catalogue.work - begun < A_SLICE:
                    yield
                    begun = self._catalogue.work
            if not self._unread and self._answers is not None:
                self._is_read = True
                self._resize()
                yield

    def _sort_answers(self) -> Iterator[None]:
        """Find out who said what; where the book changes meanwhile it begins again."""
        book, found = self.book, dict[str, dict[str, Answer]]()
        answers = iter(book.answers.values())
        while some := list(islice(answers, _ANSWERS)):
            for answer in some:
                found.setdefault(answer.contact, {})[answer.id] = answer
            yield
        if book is self.book:
            self._answers = found

    def _gather(self) -> Iterator[None]:
        """Find out who knows whom; where the book changes meanwhile it begins again."""
        while self._pairs is None:
            book, pairs = self.book, Pairs(self.book)
            for _ in pairs.gather(book):
                yield
            if book is self.book:
                self._pairs = pairs

    def _resize(self) -> None:
        """Go by the size that the book has now."""
        if self._catalogue.resize():
            self._due.update(dict.fromkeys(contact for contact, needs in self._needs.items() if needs))

    def _read_again(self, contact: str) -> None:
        """Take in what somebody needs and has now, in place of what was known."""
        old_needs, old_offers = self._needs.pop(contact, ()), self._offers.pop(contact, ())
        needs, offers = self._said(contact)
        if contact in self.book.contacts:
            self._needs[contact], self._offers[contact] = needs, offers
        catalogue = self._catalogue
        texts = catalogue.remove(old_needs, needs=True) | catalogue.add(needs, needs=True)
        if old_offers != offers:
            texts |= catalogue.remove(old_offers, needs=False) | catalogue.add(offers, needs=False)
        if self._is_read:
            texts |= catalogue.needs_near({*old_offers, *offers})
            self._due.update(dict.fromkeys(catalogue.people_asking(texts)))
        if needs:
            self._due[contact] = None
        else:
            self._drop(contact)

    def _said(self, contact: str) -> tuple[tuple[Said, ...], tuple[Said, ...]]:
        """What somebody needs and has; nothing for who is not in the book or not to be asked about."""
        record = self.book.contacts.get(contact)
        if record is None or record.circle == "never":
            return (), ()
        answers = (self._answers or {}).get(contact, {}).values()
        return needs_of(answers, _ordinal), offers_of(record, answers, _ordinal)

    def _answer(self, change: Change, before: Book) -> set[str]:
        """Follow a change of an answer; returns whose it was and is."""
        people: set[str] = set()
        id_ = _id_of(change)
        for book, is_new in ((before, False), (self.book, True)):
            answer = book.answers.get(id_)
            if answer is None:
                continue
            people.add(answer.contact)
            if self._answers is not None:
                mine = self._answers.setdefault(answer.contact, {})
                mine.pop(id_, None)
                if is_new:
                    mine[id_] = answer
        return people

    def _touch(self, people: Iterable[str]) -> None:
        """Tell anew what these need, and what others need that these have."""
        for contact in people:
            near = self._catalogue.needs_near(self._offers.get(contact, ()))
            every = {*self._catalogue.people_asking(near), *({contact} if contact in self._needs else ())}
            self._due.update(dict.fromkeys(sorted(every)))

    def _turn_to(self, moment: Moment) -> None:
        """Go by that day: who has said something that is stale, expired or free again since is told anew."""
        day = moment.today.toordinal()
        if day == self._day:
            return
        back = day < self._day
        self._day = day
        self._unsort()
        over = [contact for contact, until in self._until.items() if back or until <= day]
        self._due.update(dict.fromkeys(over))

    def _leave_out(self) -> None:
        """Leave out at once what was found by a word by which nobody is to meet any more."""
        phrase = self._catalogue.phrase
        for contact, found in list(self._found.items()):
            self._found[contact] = tuple(
                placed
                for placed in found
                if not {word.text for word in phrase(placed[-1].need.text).words}.isdisjoint(placed[-1].common)
            )
        self._best = sorted(placed for found in self._found.values() for placed in found)

    def _drop(self, contact: str) -> None:
        """Forget what was found for what one person needs."""
        self._due.pop(contact, None)
        self._until.pop(contact, None)
        for placed in self._found.pop(contact, ()):
            del self._best[bisect_left(self._best, placed)]
            self._unsort()

    def _tell(self, contact: str) -> None:
        """Find the suggestions for what one person needs."""
        self._drop(contact)
        weighing = self._weighing()
        least = self._settings.matching_least
        found = [one for need in self._needs.get(contact, ()) for one in weighing.best(need, least)]
        self._until[contact] = weighing.until
        if found:
            told = self._found[contact] = tuple(
                [(-round(one.score, 6), one.key, one.need.record, one) for one in found]
            )
            for placed in told:
                insort(self._best, placed)
            self._unsort()

    def _sort(self) -> Iterator[None]:
        """Put the best first, some at a time; where something changes meanwhile it begins again, or is left."""
        while self._sorted is None and not self._due:
            state, found = self._state, list[Suggestion]()
            each = self._each_pair(())
            while some := list(islice(each, _SORTED)):
                found += filter(None, some)
                yield
                if state != self._state:
                    break
            else:
                self._sorted = found

    def _each_pair(self, away: Collection[str]) -> Iterator[Suggestion | None]:
        """One for each pair, the best first, and nothing for what is left out.

        Nobody is asked for what they have more than a few times.
        """
        asked: dict[str, int] = {}
        seen = set(away)
        for _, key, _, one in self._best:
            many = asked.get(one.offer.contact, 0)
            if many >= AN_OFFER or key in seen or (one.need.contact in self._due and not self._may_be(one)):
                yield None
                continue
            seen.add(key)
            asked[one.offer.contact] = many + 1
            yield one

    def _unsort(self) -> None:
        """Something changed of what was found."""
        self._sorted = None
        self._state += 1

    def _catch_up(self, moment: Moment) -> None:
        """Go by that day, and tell a few people anew whom a change has touched."""
        if self._is_read:
            self._turn_to(moment)
            for contact in list(islice(self._due, _AT_ONCE)):
                self._tell(contact)

    def _may_be(self, one: Suggestion) -> bool:
        """Whether a suggestion that was not told anew yet still stands."""
        known = self.book.contacts
        return one.a in known and one.b in known and self.pairs.rest(one.a, one.b) is not None

    def _for_others(self, contact: str) -> Iterator[Suggestion]:
        """What others need that this person has."""
        offers, weighing = self._offers.get(contact, ()), self._weighing()
        for need in self._catalogue.needs_by_rarest(offers, NEEDS_LOOKED_AT):
            asked = self._catalogue.need(*need)
            fits = [(told, one) for one in offers if (told := self._catalogue.fit(asked, (one.text, one.told)))]
            if not fits:
                continue
            told, offer = max(fits, key=lambda pair: (pair[0].score, pair[1].learnt))
            if told.score < self._settings.matching_least:
                continue
            for said in islice(self._catalogue.asking(need), LOOKED_AT):
                suggestion = weighing.suggestion(said, offer, told)
                if suggestion is not None:
                    yield suggestion

    def _weighing(self) -> Weighing:
        return Weighing(self.book.contacts, self.pairs, self._catalogue, self._settings.fresh_days, self._day)

    def _rank_of(self, contact: str) -> int:
        """The inner circles first."""
        circle = self.book.contacts[contact].circle
        return _ORDER.index(circle) if circle in _ORDER else len(_ORDER)


@lru_cache(4096)
def _ordinal(text: str) -> int:
    """The number of the day that opens this ISO text; 0 where it holds none."""
    day = iso(text)
    return day.toordinal() if day else 0


def _id_of(change: Change) -> str:
    return change.record.id if isinstance(change, Put) else change.id
