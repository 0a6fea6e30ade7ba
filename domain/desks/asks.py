"""The use cases of asks: what you need, who could help, what became of asking."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import islice
from typing import TYPE_CHECKING, Final, NamedTuple

from domain import asking
from domain.ask_returns import closing, may_close
from domain.ask_words import asking_words
from domain.asking import no_answer_from, waiting_for, where_it_stands
from domain.asks import STRONG, Helper, Lead, Plan, ground, plan
from domain.book import Book, Change, Put, Work
from domain.capture.drafts import InteractionDraft
from domain.capture.filing import Filed
from domain.dealings import Dealings
from domain.drafting import Draft
from domain.errors import BadInputError, ChangedError, NotFoundError
from domain.inbox.names import called
from domain.inbox.proposals import literal
from domain.inbox.triage import put_away
from domain.matching.said import Said
from domain.model import Ask, FollowUp, Interaction, Record
from domain.text import clean
from domain.words import dated, iso, near

if TYPE_CHECKING:
    from domain.desk import Desk

A_SLICE: Final = 250
"""People who are counted in one slice."""


class Turn(NamedTuple):
    """Somebody to turn to with an ask, or somebody who was asked."""

    contact: str
    said: Said | None
    """What of theirs fits, else of the one whom they could lead to; None where nothing is known that does."""
    helps: bool
    """Whether they could help themselves."""
    is_weak: bool
    """Whether what of theirs fits does not fit well."""
    other: str
    """Whom they could lead to; empty where that is nobody."""
    way: str
    """The way there in words."""
    ground: str
    """When you last gave to them, in words."""
    reply: str = ""
    """What became of asking: `helped`, `could not help`, `no answer yet, till Thu 3 Dec`; empty where nobody asked."""
    waits: bool = False
    """Whether they were asked, and no answer has come."""
    is_late: bool = False
    """Whether that answer is due."""


class AsksDesk:
    """What can be done with what you need yourself."""

    def __init__(self, desk: "Desk") -> None:
        self._desk = desk
        self._known: tuple[Book, date] = Book(), date.min
        """For which book and day the following was found out."""
        self._plans: dict[str, Plan] = {}
        self._came: dict[str, Interaction | None] = {}
        """The newest return that may close each ask."""
        self._dealings: Dealings | None = None
        """Those in which it has been counted how much everybody is dealt with."""

    @property
    def is_ready(self) -> bool:
        """Whether it is known what everybody has, and who is dealt with how much, so that a plan is made at once."""
        return self._desk.matches().is_read and self._dealings is self._desk.dealings

    def prepare(self) -> Iterator[None]:
        """Find that out, a few milliseconds at a time."""
        desk = self._desk
        while not desk.matches().is_read:
            matches = desk.matches()
            for _ in matches.read():
                yield
                if matches is not desk.matches():
                    break
        while self._dealings is not (dealings := desk.dealings):
            contacts = iter(tuple(desk.book.contacts))
            while some := tuple(islice(contacts, A_SLICE)):
                for contact in some:
                    dealings.days(contact)
                yield
            self._dealings = dealings

    def plan(self, text: str) -> Plan:
        """Who could help with something, and who could lead there; it takes longer where it `is_ready` not."""
        self._begin_anew()
        desk = self._desk
        if text not in self._plans:
            self._plans[text] = plan(text, desk.matches(), desk.dealings, desk.moment())
        return self._plans[text]

    def _begin_anew(self) -> None:
        """Let go of what was found out for another book or day."""
        desk = self._desk
        book, day = self._known
        if book is not desk.book or day != desk.moment().today:
            self._known = desk.book, desk.moment().today
            self._plans, self._came = {}, {}

    def open(self) -> list[Ask]:
        """What is not closed, the newest first; what was put away until later comes at the end."""
        known = [one for one in self._desk.book.asks.values() if one.stage != "closed"]
        newest = sorted(known, key=lambda one: (one.opened, one.id), reverse=True)
        return sorted(newest, key=lambda one: self.away(one) or date.min)

    def closed(self) -> list[Ask]:
        """What is closed, the newest first."""
        known = [one for one in self._desk.book.asks.values() if one.stage == "closed"]
        return sorted(known, key=lambda one: (one.closed, one.id), reverse=True)

    def stands(self, record: Ask) -> str:
        """Who was asked and what came of it, in words."""
        return where_it_stands(record, self._desk.book)

    def turns(self, record: Ask) -> list[Turn]:
        """Everybody who was asked, those without an answer first; then who could help, then who could lead there.

        The last two once it `is_ready`, and while the ask is open. Nobody comes twice.
        """
        found = self.plan(record.text) if self.is_ready and record.stage != "closed" else Plan((), (), "")
        helpers = {one.contact: one for one in found.helpers}
        leads: dict[str, Lead] = {}
        for lead in found.leads:
            if lead.path[-1] not in record.could_not:
                leads.setdefault(lead.path[0], lead)
        asked = dict.fromkeys((*no_answer_from(record), *record.helped, *record.could_not))
        return [
            self._turn(record, contact, helpers.get(contact), leads.get(contact))
            for contact in dict.fromkeys((*asked, *helpers, *leads))
        ]

    def _turn(self, record: Ask, contact: str, helper: Helper | None, lead: Lead | None) -> Turn:
        desk, moment = self._desk, self._desk.moment()
        said = helper.said if helper is not None else lead.said if lead is not None else None
        turn = Turn(
            contact,
            said,
            helps=helper is not None,
            is_weak=helper is not None and helper.score < STRONG,
            other=lead.path[-1] if lead is not None else "",
            way=lead.way if lead is not None else "",
            ground=ground(contact, desk.dealings, moment, desk.book),
        )
        if contact in record.helped:
            return turn._replace(reply="helped")
        if contact in record.could_not:
            return turn._replace(reply="could not help")
        if contact not in record.asked:
            return turn
        follow_up = self.waiting(record, contact)
        due = iso(follow_up.due) if follow_up is not None else None
        until = f", till {near(due, moment.today)}" if due is not None and due > moment.today else ""
        late = due is not None and due <= moment.today
        return turn._replace(reply=f"no answer yet{until}", waits=True, is_late=late)

    def waiting(self, record: Ask, whom: str) -> FollowUp | None:
        """What is waited for from somebody who was asked."""
        return next(iter(waiting_for(self._desk.book, record, whom)), None)

    def came(self, record: Ask) -> Interaction | None:
        """What came back since and may close an ask: the newest."""
        self._begin_anew()
        desk = self._desk
        if record.id not in self._came:
            self._came[record.id] = next(iter(closing(desk.book, record, desk.moment().today)), None)
        return self._came[record.id]

    def closes(self, made: Iterable[Record]) -> tuple[Interaction, list[Ask]] | None:
        """Of the records that a line made a return, and the asks that it may close; None where it may close none."""
        book, today = self._desk.book, self._desk.moment().today
        for came in made:
            if isinstance(came, Interaction) and (found := may_close(book, came, today)):
                return came, found
        return None

    def open_ask(self, text: str) -> Ask:
        """Note something that you need; an open ask in the same words stays. Raises BadInputError."""
        desk = self._desk
        return desk.apply(lambda book: asking.open_ask(book, text, desk.moment(), desk.ids))

    def reword(self, record: str, text: str) -> Ask:
        """Say in other words what is needed; raises BadInputError, ChangedError or NotFoundError."""
        return self._desk.apply(lambda book: asking.reword(book, record, text))

    def ask(self, record: str, whom: str) -> str:
        """Note that somebody was asked, and wait for their answer; says so in words. Raises SwellError."""
        desk = self._desk
        desk.apply(lambda book: asking.asked(book, record, whom, desk.moment(), desk.ids))
        until = dated(desk.moment().today + timedelta(days=asking.ANSWER_AFTER), desk.moment().today)
        return f"asked {called(whom, desk.book.contacts)}; an answer is waited for till {until}"

    def answered(self, record: str, whom: str, *, helped: bool) -> str:
        """Note how somebody answered; says so in words. Raises ChangedError or NotFoundError."""
        desk = self._desk
        made = desk.apply(lambda book: asking.answered(book, record, whom, desk.moment(), helped=helped))
        name = called(whom, desk.book.contacts)
        return f"{name} helped: {clean(made.text)}" if helped else f"{name} could not help: {clean(made.text)}"

    def close(self, record: str, by: str = "") -> str:
        """Close an ask by something that came back, or let it go; says so in words. Raises SwellError."""
        desk = self._desk
        made = desk.apply(lambda book: asking.close(book, record, desk.moment(), by))
        return f"closes your ask for {clean(made.text)}" if by else f"dropped: {clean(made.text)}"

    def return_line(self, record: Ask, whom: str, via: str = "") -> str:
        """The line that says that somebody has helped, by way of another one where that is named.

        The need stands in quotes where the line would not be understood else.
        """
        contacts, text = self._desk.book.contacts, clean(record.text)
        path = f" via {called(via, contacts)}" if via in contacts and via != whom else ""
        name = called(whom, contacts)
        plain, quoted = f"{name} helped me{path}: {text}", f"{name} helped me{path}: {literal(text)}"
        return plain if self._says(plain, whom, text) else quoted

    def _says(self, line: str, whom: str, text: str) -> bool:
        """Whether a line is understood to say that this came from somebody, and nothing else."""
        match self._desk.understand(line).made:
            case (InteractionDraft(direction="got", people=people, text=said),):
                return people == (whom,) and said == text
        return False

    def returned(self, record: str, line: str) -> Filed:
        """Capture what came back, and close an ask by it, in one step; it stays open where the line is no return.

        Raises ChangedError or NotFoundError where it is closed or gone.
        """
        desk = self._desk

        def close(book: Book, filed: Filed) -> tuple[Change, ...]:
            came = next((one for one in filed.made if isinstance(one, Interaction) and one.direction == "got"), None)
            if came is None:
                return ()
            after = book.with_changes(tuple(Put(one) for one in (*filed.made, *filed.settled)))
            return asking.close(after, record, desk.moment(), came.id).changes

        return desk.keep_with(line, close)

    def draft(self, record: Ask, whom: str = "", other: str = "") -> Draft:
        """The text to send to somebody who could help or (with `other`) lead to another one; else to everybody."""
        return asking_words(record, self._desk.settings, self._desk.book.contacts, whom, other)

    def away(self, record: Ask) -> date | None:
        """The day until which an ask was put away; None where it was not."""
        said = self._desk.index.snoozes().get(asking.key_of(record.id), ())
        day = iso(max((one.until for one in said), default=""))
        return day if day is not None and day > self._desk.moment().today else None

    def later(self, record: Ask, until: date) -> str:
        """Put an ask away until a day; says so in words. Raises BadInputError or ChangedError."""
        desk, today = self._desk, self._desk.moment().today
        if until <= today:
            raise BadInputError(f"{dated(until, today)} is not ahead; name a later day.")

        def operation(book: Book) -> Work[str]:
            if record.id not in book.asks or book.asks[record.id].stage == "closed":
                raise ChangedError("This ask is closed.")
            when = dated(until, today)
            return Work(f"later: {clean(record.text)}", put_away(book, asking.key_of(record.id), until, desk.ids), when)

        return f"later, {desk.apply(operation)}: {clean(record.text)}"

    def wait_till(self, record: Ask, whom: str, until: date) -> str:
        """Look for the answer of somebody who was asked on another day; says so in words. Raises SwellError."""
        from domain.agreed import Edit

        follow_up, today = self.waiting(record, whom), self._desk.moment().today
        if follow_up is None:
            raise NotFoundError("Nothing is waited for from this person.")
        if until <= today:
            raise BadInputError(f"{dated(until, today)} is not ahead; name a later day.")
        self._desk.edit_follow_up(follow_up, Edit(due=until))
        return f"waiting for {called(whom, self._desk.book.contacts)} till {dated(until, today)}"
