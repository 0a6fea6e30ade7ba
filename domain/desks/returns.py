"""The use cases of returns: the ledger, where what came back came from, and the gives that it grew from."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import takewhile
from typing import TYPE_CHECKING

from domain import returns
from domain.acquaintance import Acquaintance
from domain.book import Book, Work
from domain.errors import NotFoundError
from domain.inbox.names import full_name
from domain.ledger import Narrowing, gone_on, ledger, parsed
from domain.model import Interaction
from domain.moment import Moment
from domain.momentum.months import Lag, Month, by_month, lag, lag_of, month_names
from domain.returns import Origins, Path, Shares, Whence, shares
from domain.text import clean

if TYPE_CHECKING:
    from domain.capture.completing import Offer
    from domain.capture.drafts import Understood
    from domain.desk import Desk
    from domain.entry import Form

ALL = Narrowing()


@dataclass(frozen=True, slots=True)
class Totals:
    """What is told of many entries together; never of those with somebody in particular."""

    months: tuple[Month, ...]
    """What went out and came back in each of the last months, oldest first; the points are left at nothing."""
    shares: Shares
    lag: Lag


class ReturnsDesk:
    """What can be done with what came back, and what went out before.

    What is derived from the whole book is gathered in slices, once for a book and a day, and given when it is ready.
    """

    def __init__(self, desk: "Desk") -> None:
        self._desk = desk
        self._entries: tuple[Book, Narrowing, list[Interaction]] = (Book(), ALL, [])
        self._whole: tuple[Mapping[str, Interaction], list[Interaction]] = ({}, [])
        self._acquaintance: tuple[Book, Acquaintance] | None = None
        self._origins: tuple[Book, date, Origins] | None = None
        self._totals: tuple[Origins, Narrowing, Totals] | None = None

    def entries(self, narrowing: Narrowing = ALL) -> list[Interaction]:
        """The ledger, newest first; the same list as long as the book is the same."""
        book = self._desk.book
        before, whole = self._whole
        if before is not book.interactions:
            self._whole = book.interactions, gone_on(whole, before, book.interactions)
        if not narrowing:
            return self._whole[1]
        known, asked, entries = self._entries
        if known is not book or asked != narrowing:
            entries = list(narrowing.fitting(self._whole[1]))
            self._entries = book, narrowing, entries
        return entries

    def narrowing(self, line: str) -> Narrowing:
        """What a line of marks means; raises SwellError."""
        from domain.search.person import find_person

        return parsed(line, self._desk.moment().today, lambda name: find_person(self._desk.book, name).id)

    def seen_in(self, line: str) -> Narrowing:
        """The same while it is being typed: people are as they were typed; raises BadInputError."""
        return parsed(line, self._desk.moment().today, str)

    def offers(self, line: str, cursor: int) -> "tuple[Offer, ...]":
        """What tab offers in such a line."""
        from domain.ledger import offers

        return offers(line, cursor, self._desk.vocabulary(), self._desk.moment().today)

    def said(self, narrowing: Narrowing) -> str:
        """A narrowing in words."""
        contacts = self._desk.book.contacts
        return narrowing.said(lambda person: full_name(person, contacts), self._desk.moment().today)

    def prepare(self) -> Iterator[None]:
        """Gather where all returns came from, a few milliseconds at a time; let go where the book changes meanwhile."""
        if self._ready() is not None:
            return
        book, today = self._desk.book, self._desk.moment().today
        if self._desk.matches_are_ready():
            acquaintance = self._desk.acquaintance()
        else:
            acquaintance = Acquaintance()
            yield from acquaintance.gather(book)
            self._acquaintance = book, acquaintance
        found = Origins()
        yield from found.gather(self.entries(), book, acquaintance, today)
        if book is self._desk.book:
            self._origins = book, today, found
            yield
            self.totals()

    @property
    def is_ready(self) -> bool:
        """Whether it is known where all returns of this book and this day came from."""
        return self._ready() is not None

    def totals(self, narrowing: Narrowing = ALL) -> Totals | None:
        """What is told of the entries of a narrowing; None while it is not ready, and where somebody is named in it."""
        origins = self._ready()
        if origins is None or narrowing.people:
            return None
        if self._totals is None or self._totals[:2] != (origins, narrowing):
            entries = self.entries(narrowing)
            counted = shares(origins.whence.values()) if not narrowing else origins.shares(entries)
            took = lag_of(origins.days.values()) if not narrowing else origins.lag(entries)
            moment = self._desk.moment()
            first = month_names(moment.today)[0]
            months = by_month((), takewhile(lambda one: one.at >= first, entries), moment)
            told = Totals(tuple(months), counted, took)
            self._totals = origins, narrowing, told
        return self._totals[2]

    def whence(self, entry: str) -> Whence | None:
        """Where a return came from; None while it is not ready, and for what is no return."""
        origins = self._ready()
        return origins.whence.get(entry) if origins is not None else None

    def explained(self, entry: Interaction) -> tuple[Whence, str]:
        """Where a return came from, and what the book has that says so."""
        return returns.explained(self._desk.book, self._desk.dealings, entry, self._known())

    def said_causes(self, entry: Interaction) -> list[Interaction]:
        """The gives that you have said a return grew from, newest first."""
        known = self._desk.book.interactions
        return ledger(known[give] for give in entry.because_of if give in known)

    def before(self, entry: Interaction) -> list[Interaction]:
        """The gives before a return, to its people or its path, that it may have grown from."""
        from domain.matching.taught import reader_of  # brings PyStemmer

        reader = reader_of(self._desk.settings, self._desk.book)
        return returns.grew_from(self._desk.dealings, entry, lambda text: reader.read(text).telling)

    def paths(self, entry: Interaction) -> list[Path]:
        """By whose way a return came or may have come."""
        return returns.paths(self._desk.book, self._desk.dealings, entry, self._known())

    def grown(self, give: str) -> list[Interaction]:
        """What is said to have grown from a give, newest first."""
        known, origins = self._desk.book.interactions, self._ready()
        if origins is not None:
            return ledger(known[one] for one in origins.grown.get(give, ()))
        return ledger(one for one in known.values() if give in one.because_of)

    def choose(self, entry: str, gives: Sequence[str] = (), people: Sequence[str] = ()) -> Interaction:
        """Say that a return grew from these gives and came by way of these people, or no longer where that was said.

        It is one step; raises NotFoundError or BadInputError.
        """

        def operation(book: Book) -> Work[Interaction]:
            known = book.interactions.get(entry)
            because = _turned(known.because_of if known is not None else (), gives)
            grew = returns.set_because(book, entry, because)
            if not people:
                return grew
            came = returns.set_via(book.with_changes(grew.changes), entry, _turned(grew.result.via, people))
            label = came.label if not gives else grew.label
            return Work(label, came.changes or grew.changes, came.result)

        return self._desk.apply(operation)

    def person(self, name: str) -> str:
        """The id of whom a name means; raises AmbiguousError or NotFoundError."""
        from domain.search.person import find_person

        return find_person(self._desk.book, name.strip().removeprefix("@").strip('"')).id

    def names(self, text: str) -> "tuple[Offer, ...]":
        """People whose name a line may be the beginning of, each as the whole line."""
        from domain.capture.completing import Offer

        found = self._desk.vocabulary().people(text.strip().removeprefix("@"))
        alike = [one.name for one in found]
        lines = [one.name if alike.count(one.name) == 1 else one.id for one in found]
        words = [clean(", ".join(filter(None, (one.name, one.organisation)))) for one in found]
        return tuple(Offer(line, len(line), told) for line, told in zip(lines, words, strict=True))

    def form(self, entry: str) -> "Form":
        """An entry written out to be changed; raises NotFoundError or BadInputError."""
        from domain.entry import open_form

        known = self._desk.book.interactions.get(entry)
        if known is None:
            raise NotFoundError("This entry is no longer in the book.")
        return open_form(self._desk.book, known, self._desk.moment(), self._desk.settings)

    def wrong_with(self, understood: "Understood") -> str:
        """Why a line does not say one entry; empty where it does."""
        from domain.entry import problem

        return problem(understood)

    def change(self, form: "Form", line: str) -> Interaction:
        """Change an entry by its line; raises BadInputError, NotFoundError or ChangedError."""
        from domain.entry import change

        return self._desk.apply(change(form, line, self._desk.moment(), self._desk.ids, self._desk.settings))

    def lag(self, moment: Moment) -> Lag:
        """How long after a give things came back, of all that had come back by then."""
        origins, known = self._ready(), self._desk.book.interactions
        if origins is None:
            return lag(known, moment)
        return lag_of(days for one, days in origins.days.items() if known[one].at[:10] <= moment.day)

    def _ready(self) -> Origins | None:
        """What was gathered, where it is of this book and this day."""
        if self._origins is None:
            return None
        book, today, found = self._origins
        return found if book is self._desk.book and today == self._desk.moment().today else None

    def _known(self) -> Acquaintance:
        """Who knows whom in this book."""
        if self._desk.matches_are_ready():
            return self._desk.acquaintance()
        if self._acquaintance is None or self._acquaintance[0] is not self._desk.book:
            self._acquaintance = self._desk.book, Acquaintance(self._desk.book)
        return self._acquaintance[1]


def _turned(said: Sequence[str], turned: Sequence[str]) -> list[str]:
    """What is said after this was turned: what was there is gone, what was not is there."""
    return [*(one for one in said if one not in turned), *(one for one in turned if one not in said)]
