"""Everything that a screen or a command asks, over one book, one clock and one set of settings.

What the first paint does not need is imported where it is used: capture, triage, search, import and the chart.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from operator import attrgetter
from typing import TYPE_CHECKING, Protocol, TypeVar

from domain.book import Book, Change, Put, Remove, Work, table_of
from domain.errors import BadInputError, BookError, NotFoundError, SwellError
from domain.inbox.day import Inbox, inbox
from domain.inbox.index import Index
from domain.inbox.item import Item
from domain.inbox.names import called
from domain.model import CIRCLES, Answer, Circle, Contact, Direction, Interaction, Rival
from domain.moment import Moment
from domain.momentum.gauge import Gauge, Momentum
from domain.people import Profile, profile
from domain.ports import Delivery, Operation, Repository, Step
from domain.settings import Settings
from domain.text import clean

if TYPE_CHECKING:
    from domain.capture.filing import Filed
    from domain.capture.names import Names
    from domain.capture.understanding import Understood
    from domain.editing import Answers, Edited, Form
    from domain.importing import Card, ImportReport, Problem
    from domain.inbox.conflicts import Dispute
    from domain.momentum.series import ChartDay
    from domain.search.hit import Hit
    from domain.search.index import SearchIndex

R = TypeVar("R")


class Sheet(Protocol):
    """What was read from an address file."""

    @property
    def cards(self) -> "Sequence[Card]":
        """Its entries."""
        ...

    @property
    def problems(self) -> "Sequence[Problem]":
        """What in it could not be read."""
        ...


class AddressFiles(Protocol):
    """The address files within reach."""

    def read(self, path: str, report: Callable[[int, int], None] | None = None) -> Sheet:
        """The entries of a file; raises BadInputError. `report` is told how far it is and may raise to stop it."""
        ...

    def found(self) -> list[str]:
        """Paths of files that look like exports, the newest first."""
        ...


class Desk:
    """The use cases; each change is decided on fresh data and is one undoable step.

    A change may run in a thread of its own; what is derived from the book stays as it was until `catch_up` is called
    by whoever reads it.
    """

    def __init__(
        self,
        repository: Repository,
        settings: Settings,
        now: Callable[[], Moment],
        ids: Callable[[], str],
        files: AddressFiles,
    ) -> None:
        """`now` gives the moment in the time zone of your day; `ids` makes ids of new records."""
        self.settings = settings
        self.moment = now
        self.files = files
        self._repository = repository
        self._ids = ids
        self._book = repository.whole_book()
        self._written: list[tuple[Book, tuple[Change, ...] | None]] = []
        self._index = Index(self._book, settings)
        self._momentum: Momentum | None = None
        self._chart: tuple[Book, tuple[date, date], list[ChartDay]] = (Book(), (date.min, date.min), [])
        self._names: Names | None = None
        self._search: SearchIndex | None = None
        self._forms: dict[str, Form] = {}
        """The forms that were opened and not kept, by contact."""

    @property
    def book(self) -> Book:
        """The book as it was last read."""
        return self._book

    def changed(self) -> bool:
        """Whether another process has written since."""
        return self._repository.changed()

    def read_again(self) -> None:
        """Read what another process wrote; raises BookError."""
        self._written.append((self._repository.whole_book(), None))

    def catch_up(self) -> bool:
        """Derive everything from the newest state that was written or read; whether there was another."""
        written, self._written = self._written, []
        for book, changes in written:
            self._take(book, changes)
        return bool(written)

    def inbox(self) -> Inbox:
        """What is due now."""
        return inbox(self._index, self.moment())

    def gauge(self) -> Gauge:
        """Momentum now."""
        return self.momentum().gauge(self.moment())

    def momentum(self) -> Momentum:
        """All that momentum is made of, for the answers and the chart; gathered when it is first asked for."""
        if self._momentum is None:
            interactions, pauses = self._book.interactions.values(), self._book.pauses.values()
            self._momentum = Momentum(interactions, self.moment(), self.settings, pauses)
        return self._momentum

    def chart(self, first: date) -> "list[ChartDay]":
        """The gauge of each day from that one to today, worked out once for a book and a day."""
        from domain.momentum.series import chart_of, returns_by_day

        book, moment, momentum = self._book, self.moment(), self.momentum()
        known, asked, days = self._chart
        if known is not book or asked != (first, moment.today):
            returns = returns_by_day(book.interactions.values(), first, moment)
            acts = momentum.acts(moment)
            days = chart_of(acts, returns, first, moment.today, moment, momentum.running, self.settings.full)
            self._chart = book, (first, moment.today), days
        return days

    def profile(self, contact: str, lines: int = 5) -> Profile:
        """One person as the screens show them, with so many of the last interactions; raises NotFoundError."""
        if contact not in self._book.contacts:
            raise NotFoundError("This person is no longer in the book.")
        return profile(self._index, self._book.contacts[contact], self.moment(), lines)

    def understand(self, line: str) -> "Understood":
        """What a line would make, nothing written."""
        from domain.capture.understanding import understand

        return understand(line, self._book, self.moment(), names=self._known_names(), settings=self.settings)

    def gain(self, understood: "Understood") -> float:
        """By how much a line, once kept, would raise the peak that the gauge will reach."""
        from domain.capture.drafts import InteractionDraft
        from domain.capture.filing import at_of

        moment = self.moment()
        acts = [draft for draft in understood.made if isinstance(draft, InteractionDraft)]
        made = [
            Interaction(id=f"{number}", at=at_of(draft.day, moment), direction=draft.direction, kind=draft.kind)
            for number, draft in enumerate(acts)
        ]
        momentum = self.momentum()
        before = momentum.gauge(moment).peak
        for act in made:
            momentum.replace(None, act)
        after = momentum.gauge(moment).peak
        for act in made:
            momentum.replace(act, None)
        return after - before

    def keep(self, line: str) -> "Filed":
        """Capture a line: it lands in the spool first, so that it is kept even where the book cannot be written.

        Raises BookError where nothing could be kept.
        """
        from domain.capture.keeping import keep_line

        moment = self.moment()
        return self._keep(line, moment, lambda ids: keep_line(line, moment, ids, self.settings))

    @property
    def read_only(self) -> str:
        """Why nothing can be written, in a sentence; empty where it can."""
        return self._repository.read_only

    def look_closely(self) -> str:
        """What is wrong with the book that reading does not show, in paragraphs; empty where it is sound.

        What it finds else is derived with the next `catch_up`.
        """
        told = self._repository.look_closely()
        known = self._written[-1][0] if self._written else self._book
        found = known if told else self._repository.whole_book()
        if found is not known:
            self._written.append((found, None))
        return told

    def deliveries(self) -> bool:
        """Whether captured lines wait in the spool."""
        return self._repository.deliveries()

    def file_deliveries(self) -> "dict[str, Filed]":
        """File what waits in the spool; what became of each, by its key. Raises BookError."""
        return self._file({})

    def proposal(self, item: Item) -> str:
        """The line that is offered when an item is done."""
        from domain.inbox.proposals import proposal

        return proposal(item, self._index, self.moment())

    def other_words(self, item: Item) -> tuple[str, ...]:
        """Other lines for it."""
        from domain.inbox.proposals import other_words

        return other_words(item, self._index, self.moment())

    def done(self, item: Item, line: str) -> "Filed":
        """Capture the line and close what is behind the item, in one step."""
        from domain.capture.keeping import keep_line
        from domain.inbox.triage import done_changes

        moment = self.moment()

        def close(book: Book) -> tuple[Change, ...]:
            return done_changes(book, item, moment, self._ids)

        def filing(ids: Callable[[], str]) -> "Operation[Filed]":
            keep = keep_line(line, moment, ids, self.settings)

            def operation(book: Book) -> "Work[Filed]":
                work = keep(book)
                return replace(work, changes=joined(work.changes, close(book)))

            return operation

        return self._keep(line, moment, filing, close)

    def snooze(self, item: Item, until: date) -> str:
        """Put an item away until a day; says so in words."""
        from domain.inbox.triage import snooze

        return self._apply(lambda book: snooze(book, item, until, self.moment(), self._ids))

    def drop(self, item: Item) -> str:
        """Drop an item, as its source has it; says so in words."""
        from domain.inbox.triage import dismiss

        return self._apply(lambda book: dismiss(book, item, self.moment(), self.settings, self._ids))

    def thought_of(self, item: Item) -> str:
        """Let an item rest with a thought; says so in words."""
        from domain.inbox.triage import thought_of

        return self._apply(lambda book: thought_of(book, item, self.moment(), self.settings, self._ids))

    def dispute(self, item: Item) -> "tuple[Dispute, list[str]]":
        """What two books say, and the values in words, the one in the book first; raises ChangedError."""
        from domain.inbox.conflicts import choices, dispute

        found = dispute(self._book, item)
        return found, choices(found, self._book)

    def settle(self, item: Item, chosen: Rival | None) -> str:
        """Take one of two values, or (None) keep the one that is there; says in words which that is."""
        from domain.inbox.conflicts import settle

        return self._apply(lambda book: settle(book, item, chosen))

    def called(self, contact: str) -> str:
        """Somebody as shortly as a capture line can tell them apart."""
        return called(contact, self._book.contacts)

    def days_since(self, contact: str) -> int | None:
        """Days since the last contact with somebody; None where there was none."""
        today = self.moment().today
        last = self._index.dealings.last(contact, today)
        return (today - last).days if last else None

    def ledger(self, directions: frozenset[Direction]) -> list[Interaction]:
        """What happened in these directions, newest first."""
        found = [one for one in self._book.interactions.values() if one.direction in directions]
        found.sort(key=attrgetter("at", "id"), reverse=True)
        return found

    def captured_lines(self, most: int = 50) -> list[str]:
        """The lines captured last, the newest at the end."""
        newest = sorted(self._book.interactions.values(), key=attrgetter("id"))[-most:]
        return list(dict.fromkeys(one.raw for one in newest if one.raw))

    def set_circle(self, contact: str, circle: str) -> Contact:
        """Say how close somebody is; raises BadInputError for what is no circle."""
        chosen = next((one for one in CIRCLES if one == circle), None)
        if chosen is None:
            raise BadInputError(f"“{circle}” is no circle: inner, close, active, wide or never.")

        def operation(book: Book) -> Work[Contact]:
            return _in_circle(book, contact, chosen, self.moment())

        return self._apply(operation)

    def form(self, contact: str, mention: str, goes_on: "Callable[[Form], bool]") -> "Form":
        """What the book says about somebody, as a line to change, in which those words mention them.

        The form opened before is given again where it goes on, so that its line is measured by what it began with.
        """
        from domain.editing import open_form

        begun = self._forms.get(contact)
        if begun is None or not goes_on(begun):
            begun = self._forms[contact] = open_form(self._book.contacts[contact], mention, self.moment())
        return begun

    def edit(self, form: "Form", line: str, answers: "Answers", *, bring_back: bool = False) -> "Edited":
        """Keep the line of a form, or say what has to be asked first, with nothing written."""
        from domain.editing import keep_edit, put_theirs_back

        keep = keep_edit(form, line, answers, self.moment(), self._ids, self.settings, bring_back=bring_back)
        edited = self._apply(keep)
        if edited.filed is not None:
            self._forms.pop(form.contact.id, None)
            if "theirs" in answers.values():
                self._apply(put_theirs_back(form, answers))
        return replace(edited, by=self._writer_since(form.opened)) if edited.clashes else edited

    def _writer_since(self, instant: str) -> str:
        """Who else has written since then, in words; empty where that was not one alone."""
        origins = {step.origin for step in self._repository.steps() if not step.here and step.at >= instant}
        return origins.pop() if len(origins) == 1 else ""

    def drop_entry(self, record: str) -> str:
        """Drop an answer or a follow-up, or delete an interaction; says what was dropped."""
        return self._apply(lambda book: drop_entry(book, record, self.moment().day))

    def bring_in(self, path: str, report: Callable[[int, int], None] | None = None) -> "ImportReport":
        """Import an address file; raises BadInputError."""
        from domain.importing import import_people

        sheet = self.files.read(path, report)
        return self._apply(import_people(sheet.cards, sheet.problems, self.settings, self._ids))

    def undo(self) -> Step:
        """Take back the last step made here; raises NotFoundError or ChangedError."""
        step = self._repository.undo()
        self.read_again()
        return step

    def redo(self) -> Step:
        """Make the step last taken back again; raises NotFoundError or ChangedError."""
        step = self._repository.redo()
        self.read_again()
        return step

    def steps(self) -> tuple[Step, ...]:
        """The undo history, newest first."""
        return self._repository.steps()

    def prepare_search(self) -> Iterator[None]:
        """Build the search index a few milliseconds at a time."""
        from domain.search.index import SearchIndex

        index = SearchIndex(self._book, self.moment())
        yield from index.build_in_slices()
        self._search = index

    def search(self, query: str, limit: int = 200) -> "list[Hit]":
        """Who fits the query, best first; the index is built now where that has not been done."""
        if self._search is None:
            for _ in self.prepare_search():
                pass
        assert self._search is not None
        return self._search.search(query, limit)

    def _keep(
        self,
        line: str,
        moment: Moment,
        filing: "Callable[[Callable[[], str]], Operation[Filed]]",
        close: Callable[[Book], tuple[Change, ...]] | None = None,
    ) -> "Filed":
        """Deliver a line and file it by an operation that is given the ids of what it makes.

        `close` is done alone where another process has filed the line in the meantime.
        """
        from domain.capture.filing import Filed, label_of
        from domain.ids import ids_from

        key = self._repository.deliver(line, moment.stamp)
        label = label_of(line)
        try:
            filed = self._file({key: filing(ids_from(key))})
        except BookError as error:
            return Filed(label=label, unfiled=True, reason=f"kept in the spool, to be filed later: {error}")
        except SwellError:
            self._repository.withdraw(key)
            raise
        if key not in filed and close is not None:
            self._apply(lambda book: Work(label, close(book), None))
        return filed.get(key) or Filed(label=label)

    def _file(self, own: "Mapping[str, Operation[Filed]]") -> "dict[str, Filed]":
        """File what waits; those whose key is named by their own operation."""
        from domain.capture.keeping import keep_delivery

        known = self._written[-1][0] if self._written else self._book
        moment = self.moment()
        made: list[tuple[Book, tuple[Change, ...]]] = []

        def filing(delivery: Delivery) -> "Operation[Filed]":
            operation = own.get(delivery.key) or keep_delivery(delivery, moment, self._ids, self.settings)

            def watched(book: Book) -> "Work[Filed]":
                work = operation(book)
                made.append((book, work.changes))
                return work

            return watched

        filed = self._repository.file_deliveries(filing)
        if filed:
            tried = made[-len(filed) :]
            changes = tuple(change for _, changes in tried for change in changes)
            self._written.append((self._repository.whole_book(), changes if tried[0][0] is known else None))
        return {one.delivery.key: one.result for one in filed}

    def _known_names(self) -> "Names":
        from domain.capture.names import Names

        if self._names is None:
            self._names = Names(self._book.contacts)
        return self._names

    def _apply(self, operation: Operation[R]) -> R:
        """Run an operation, and note what it made of the book; its changes too, where nobody else wrote meanwhile."""
        known = self._written[-1][0] if self._written else self._book
        made: list[tuple[bool, tuple[Change, ...]]] = []

        def watched(book: Book) -> Work[R]:
            work = operation(book)
            made.append((book is known, work.changes))
            return work

        result = self._repository.apply(watched)
        on_known, changes = made[-1]
        if changes:
            self._written.append((self._repository.whole_book(), changes if on_known else None))
        return result

    def _take(self, book: Book, changes: tuple[Change, ...] | None) -> None:
        """Go on with another state of the book, reached by these changes where they are known."""
        before, self._book = self._book, book
        if changes is None or any(table_of(change) == "pauses" for change in changes):
            self._index = Index(book, self.settings)
            self._momentum = self._names = self._search = None
            return
        self._index.make(changes, book)
        for change in changes:
            if self._momentum is not None and table_of(change) == "interactions":
                key = change.record.id if isinstance(change, Put) else change.id
                self._momentum.replace(before.interactions.get(key), book.interactions.get(key))
        people = touched_people(changes)
        if people:
            self._names = None
        if self._search is not None:
            for contact in people:
                self._search.update(book, contact)


def touched_people(changes: Sequence[Change]) -> set[str]:
    """The contacts whose own record or answers are among the changes."""
    found = set()
    for change in changes:
        if table_of(change) == "contacts":
            found.add(change.record.id if isinstance(change, Put) else change.id)
        elif isinstance(change, Put) and isinstance(change.record, Answer):
            found.add(change.record.contact)
    return found


def joined(captured: tuple[Change, ...], closing: tuple[Change, ...]) -> tuple[Change, ...]:
    """The changes of a captured line with those that close what it was about; of two to one record the first stays."""
    seen = {_place(change) for change in captured}
    return (*captured, *[change for change in closing if _place(change) not in seen])


def _place(change: Change) -> tuple[str, str]:
    return table_of(change), change.record.id if isinstance(change, Put) else change.id


def _in_circle(book: Book, contact: str, circle: Circle, moment: Moment) -> Work[Contact]:
    known = book.contacts.get(contact)
    if known is None:
        raise NotFoundError("This person is no longer in the book.")
    changed = replace(known, circle=circle, circle_on=moment.day)
    return Work(f"{known.name}: {circle}", (Put(changed),), changed)


def drop_entry(book: Book, record: str, day: str) -> Work[str]:
    """The work of dropping an answer or a follow-up, or of deleting an interaction; raises NotFoundError."""
    if record in book.answers:
        answer = book.answers[record]
        return _dropped(f"answer dropped: {answer.text}", Put(replace(answer, state="dropped")))
    if record in book.follow_ups:
        follow_up = book.follow_ups[record]
        return _dropped(
            f"{follow_up.kind} dropped: {follow_up.text}", Put(replace(follow_up, state="dropped", closed=day))
        )
    if record in book.interactions:
        return _dropped(f"deleted: {book.interactions[record].text}", Remove("interactions", record))
    raise NotFoundError("This entry is no longer in the book.")


def _dropped(words: str, change: Change) -> Work[str]:
    said = clean(words)
    return Work(said, (change,), said)
