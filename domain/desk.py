"""Everything that a screen or a command asks, over one book, one clock and one set of settings.

What the first paint does not need is imported where it is used: capture, triage, search, import and the chart.
"""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, tzinfo
from functools import cached_property
from operator import attrgetter
from typing import TYPE_CHECKING, Protocol, TypeVar

from domain.book import Book, Change, Put, Work, table_of
from domain.dealings import Dealings
from domain.errors import BadInputError, BookError, ChangedError, NotFoundError, SwellError
from domain.inbox.day import Inbox, inbox
from domain.inbox.index import Index
from domain.inbox.item import Item
from domain.inbox.names import called
from domain.model import CIRCLES, Answer, Capture, Circle, Contact, FollowUp, Interaction, Pause, Rival
from domain.moment import Moment, moment_of
from domain.people import Profile, profile
from domain.ports import Delivery, Operation, Repository, Step, Told
from domain.settings import Settings
from domain.text import clean
from domain.words import counted

if TYPE_CHECKING:
    from domain.acquaintance import Acquaintance
    from domain.agreed import Edit
    from domain.capture.ahead import Ahead
    from domain.capture.filing import Filed
    from domain.capture.names import Names
    from domain.capture.understanding import Understood
    from domain.capture.vocabulary import Vocabulary
    from domain.desks.asks import AsksDesk
    from domain.desks.introductions import IntroductionsDesk
    from domain.desks.paths import PathsDesk
    from domain.desks.returns import ReturnsDesk
    from domain.editing import Answers, Edited, Form
    from domain.importing import Card, ImportReport, Problem
    from domain.inbox.conflicts import Dispute
    from domain.inbox.gives import Give
    from domain.inbox.review import Review
    from domain.inbox.together import Together
    from domain.inbox.welcome import Welcome
    from domain.matching.matches import Matches
    from domain.momentum.gauge import Gauge, Momentum
    from domain.momentum.months import Lag, Month
    from domain.momentum.offer import Offer
    from domain.momentum.series import ChartDay
    from domain.momentum.trial import Trial
    from domain.search.hit import Hit
    from domain.search.index import SearchIndex

R = TypeVar("R")

MATCHED = frozenset({"contacts", "answers", "introductions", "knows", "interactions", "taught"})
"""The tables on which it depends who is a match."""
FEW = 50
"""People that the search and the matches take in one by one; for more they are made anew, which is quicker then."""


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
        self.ids = ids
        self._repository = repository
        self._book = repository.whole_book()
        self._written: list[tuple[Book, tuple[Change, ...] | None]] = []
        self._index = Index(self._book, settings)
        self._inbox: tuple[Book, tuple[str, tzinfo | None, int], Inbox] | None = None
        self._momentum: Momentum | None = None
        self._chart: tuple[Book, tuple[date, date], list[ChartDay]] = (Book(), (date.min, date.min), [])
        self._names: Names | None = None
        self._vocabulary: tuple[Book, Vocabulary] | None = None
        self._search: SearchIndex | None = None
        self._matches: Matches | None = None
        self._rounds = 0
        """Rises whenever there may be other matches: all were found, or the book says something else about them."""
        self._is_told = False
        """Whether these matches have been all known once."""
        self._told: tuple[Item, ...] = ()
        """The matches as items, as they were last told."""
        self._told_for: tuple[int, str, Sequence[str]] | None = None
        """What they were told for: the round, the day, and which of them were put away."""
        self._forms: dict[str, Form] = {}
        """The forms that were opened and not kept, by contact."""

    @property
    def book(self) -> Book:
        """The book as it was last read."""
        return self._book

    @property
    def dealings(self) -> Dealings:
        """Who was dealt with when."""
        return self._index.dealings

    @property
    def index(self) -> Index:
        """The book with its dealings, turns, answers and snoozes close at hand."""
        return self._index

    def changed(self) -> bool:
        """Whether another process has written since."""
        return self._repository.changed()

    def read_again(self) -> None:
        """Read what another process wrote; raises BookError."""
        self._note_read(self._repository.whole_book())

    def _note_read(self, book: Book) -> None:
        """Note a state of the book that was read, with what leads to it from the one before."""
        from domain.differing import changes_between

        self._written.append((book, changes_between(self._known, book)))

    @property
    def _known(self) -> Book:
        """The newest state of the book that was written or read here, whether it is derived from yet or not."""
        return self._written[-1][0] if self._written else self._book

    def catch_up(self) -> bool:
        """Derive everything from the newest state that was written or read; whether there was another."""
        written, self._written = self._written, []
        for book, changes in written:
            self._take(book, changes)
        return bool(written)

    def inbox(self) -> Inbox:
        """What is due now, derived once for a book and a day."""
        moment = self.moment()
        state = moment.day, moment.at.tzinfo, self._rounds
        if self._inbox is None or self._inbox[0] is not self._book or self._inbox[1] != state:
            self._inbox = self._book, state, inbox(self._index, moment, self.match_items(moment))
        return self._inbox[2]

    def matches(self) -> "Matches":
        """Who could be brought together; all is known once `prepare_matches` has run to its end."""
        if self._matches is None:
            from domain.matching.matches import Matches

            self._matches = Matches(self._book, self.settings)
        return self._matches

    def matches_are_ready(self) -> bool:
        """Whether all matches of this day are known."""
        return self._matches is not None and self._matches.is_ready(self.moment())

    def prepare_matches(self) -> Iterator[None]:
        """Find the matches that are not known yet, a few milliseconds at a time; then the inbox has them."""
        while not self.matches_are_ready():
            matches = self.matches()
            for _ in matches.prepare(self.moment()):
                yield
                if matches is not self._matches:
                    break
        self._rounds += 1
        self.match_items(self.moment())

    def match_items(self, moment: Moment) -> Sequence[Item]:
        """The matches as items of the inbox: none before all were found, then those that are known by now.

        Where they have to be found anew, those that still stand go on to be told.
        """
        matches = self._matches
        if matches is None or not (self._is_told or matches.is_ready(moment)):
            return [item for item in self._told if self._still_stands(item)]
        self._is_told = True
        away = sorted(key for key in self._index.away(moment.day) if key.startswith("match:"))
        if self._told_for != (self._rounds, moment.day, away):
            self._told_for = self._rounds, moment.day, away
            self._told = tuple(matches.items(moment, away))
        return self._told

    def _still_stands(self, match: Item) -> bool:
        """Whether the two of a match are in the book and nothing was begun between them."""
        both = set(match.people)
        return both <= self._book.contacts.keys() and all(
            {pair.a, pair.b} != both for pair in self._book.introductions.values()
        )

    def acquaintance(self) -> "Acquaintance":
        """Who knows whom; gathered now where that has not been done."""
        return self.matches().pairs.acquaintance

    def gauge(self) -> "Gauge":
        """Momentum now."""
        return self.momentum().gauge(self.moment())

    def momentum(self) -> "Momentum":
        """All that momentum is made of, for the answers and the chart; gathered when it is first asked for."""
        if self._momentum is None:
            from domain.momentum.gauge import Momentum

            interactions, pauses = self._book.interactions.values(), self._book.pauses.values()
            self._momentum = Momentum(interactions, self.moment(), self.settings, pauses)
        return self._momentum

    def past(self, day: date) -> "tuple[Momentum, Moment]":
        """All that momentum was made of at the end of a past day, and that instant."""
        from domain.momentum.gauge import Momentum

        zone = self.moment().at.tzinfo
        moment = Moment(datetime.combine(day, datetime.max.time(), zone))
        return Momentum(self._book.interactions.values(), moment, self.settings, self._book.pauses.values()), moment

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

    def offer(self, momentum: "Momentum", moment: Moment) -> "Offer | None":
        """The offer to raise *full* at that moment; None where there is none to make."""
        from domain.momentum.offer import offer

        return offer(momentum, momentum.gauge(moment), self._book.snoozes, moment)

    def drop_offer(self) -> str:
        """Make that offer no more; says so in words."""
        from domain.momentum.offer import drop_offer

        return self.apply(lambda book: drop_offer(book, self.settings.full, self.ids))

    def trial(self, other: Settings) -> "Trial":
        """What other settings would make of the gauge and of its past; nothing is changed."""
        from domain.momentum.trial import trial

        acts, pauses = self._book.interactions.values(), self._book.pauses.values()
        return trial(acts, pauses, self.moment(), self.settings, other)

    def months(self, momentum: "Momentum", moment: Moment) -> "tuple[list[Month], Lag]":
        """What went out and came back in each month up to that moment, and how long the one came after the other."""
        from domain.momentum.months import by_month

        months = by_month(momentum.acts(moment), self._book.interactions.values(), moment)
        return months, self.returns.lag(moment)

    def notes(self, momentum: "Momentum", moment: Moment) -> tuple[str, str]:
        """What went out in the seven days up to that moment, and a circle that was forgotten; empty where none is."""
        from domain.momentum.habits import notes

        return notes(self._index, moment, paused=momentum.running.stands(moment.at.timestamp()))

    def profile(self, contact: str, lines: int = 5) -> Profile:
        """One person as the screens show them, with so many of the last interactions; raises NotFoundError."""
        if contact not in self._book.contacts:
            raise NotFoundError("This person is no longer in the book.")
        return profile(self._index, self._book.contacts[contact], self.moment(), lines)

    def understand(self, line: str, moment: Moment | None = None) -> "Understood":
        """What a line would make, now or at the moment it was captured, nothing written."""
        from domain.capture.understanding import understand

        at = moment or self.moment()
        return understand(line, self._book, at, names=self._known_names(), settings=self.settings)

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

    def vocabulary(self) -> "Vocabulary":
        """What the words of a line can be completed to."""
        names = self._known_names()
        if self._vocabulary is None or self._vocabulary[0] is not self._book:
            from domain.capture.vocabulary import vocabulary_of

            self._vocabulary = self._book, vocabulary_of(self._book, names, self._people_called)
        return self._vocabulary[1]

    def _people_called(self, query: str) -> list[str]:
        """The ids of those whose name fits best."""
        from domain.search.fields import NAMES

        return [hit.contact for hit in self.search(query) if hit.matched in NAMES or not query.strip()]

    def keep(self, line: str) -> "Filed":
        """Capture a line: it lands in the spool first, so that it is kept even where the book cannot be written.

        Raises BookError where nothing could be kept.
        """
        from domain.capture.keeping import keep_line

        moment = self.moment()
        return self._keep(line, moment, lambda ids: keep_line(line, moment, ids, self.settings))

    def ahead(self) -> "Ahead":
        """What lines that follow one another would make, each on the book as those before leave it."""
        from domain.capture.ahead import Ahead

        return Ahead(self._book, self.moment(), self.settings)

    def keep_many(self, lines: Sequence[str]) -> "Filed":
        """Capture several lines as one step, all of them in the spool first; what became of each is in `each`.

        Raises BookError where nothing could be kept.
        """
        from domain.capture.filing import Filed

        keys = self._repository.deliver_together(lines, self.moment().stamp)
        label = counted(len(lines), "capture")
        try:
            filed = self._file({})
        except BookError as error:
            return Filed(label=label, unfiled=True, reason=f"kept in the spool, to be filed later: {error}")
        return filed.get(keys[0]) or Filed(label=label)

    def keep_with(self, line: str, more: "Callable[[Book, Filed], tuple[Change, ...]]") -> "Filed":
        """Capture a line together with the changes that follow from what it made, in one step.

        Raises BookError where nothing could be kept.
        """

        def changes(book: Book, work: "Work[Filed]") -> tuple[Change, ...]:
            return joined(work.changes, more(book, work.result))

        return self._keep_as(line, self.moment(), changes)

    def moment_of(self, capture: Capture) -> Moment:
        """When a line was captured, in the time zone of your day."""
        return moment_of(capture.at, self.moment(), zone_is_chosen=bool(self.settings.timezone))

    def mend(self, capture: str, line: str) -> "Filed":
        """File an unfiled capture by a better line, read as on the day it was captured, in one step.

        Where that is no clearer it stays unfiled, with the new line and its reason. Raises NotFoundError.
        """
        from domain.capture.keeping import mend

        return self.apply(lambda book: mend(book, capture, line, self.moment_of, self.ids, self.settings))

    def throw_away(self, capture: str) -> str:
        """Throw an unfiled capture away; says so in words. Raises NotFoundError."""
        from domain.capture.keeping import throw_away

        return self.apply(lambda book: throw_away(book, capture))

    @property
    def read_only(self) -> str:
        """Why nothing can be written, in a sentence; empty where it can."""
        return self._repository.read_only

    def look_closely(self) -> str:
        """What is wrong with the book that reading does not show, in paragraphs; empty where it is sound.

        What it finds else is derived with the next `catch_up`.
        """
        told = self._repository.look_closely()
        found = self._known if told else self._repository.whole_book()
        if found is not self._known:
            self._note_read(found)
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
        """Capture the line and close what is behind the item, in one step; an unfiled capture is mended by it.

        Raises ChangedError where the item does not stand any more.
        """
        from domain.inbox.stepping import with_reason
        from domain.inbox.triage import done_changes

        if item.source == "unfiled":
            return self.mend(item.record, line)
        moment = self.moment()
        settles, reason = item.source not in ("promise", "waiting", "reminder"), self._reason(item)

        def close(book: Book) -> tuple[Change, ...]:
            return done_changes(book, item, moment, self.ids, line, reason=reason)

        def mend(changes: tuple[Change, ...]) -> tuple[Change, ...]:
            return with_reason(changes, item, reason)

        return self._keep_and_close(line, moment, close, mend, settles=settles)

    def _reason(self, item: Item) -> str:
        """For what two people are to be brought together; empty where an item is no match."""
        from domain.inbox.stepping import is_match

        return self.introductions.current(*item.people[:2]).reason if is_match(item) else ""

    def nudge(self, item: Item) -> "Filed":
        """Log that somebody you wait for was reminded, and wait a week longer, in one step; raises SwellError."""
        from domain.inbox.proposals import nudge_line
        from domain.inbox.triage import nudge

        moment = self.moment()
        line = nudge_line(item, self._index)
        return self._keep_and_close(line, moment, lambda book: nudge(book, item, moment), settles=False)

    def done_many(self, items: Sequence[tuple[Item, str]]) -> "Together":
        """Capture a line for each item and close what is behind it, all as one step; what has changed is left out.

        The line of an item of which there is nothing to say is empty.
        """
        from domain.capture.filing import Filed
        from domain.inbox.together import Task, Together, close_many, done_many

        moment = self.moment()
        lines = [line for _, line in items if line.strip()]
        keys = self._repository.deliver_together(lines, moment.stamp) if lines else []
        waiting = iter(keys)
        tasks = [Task(item, line, next(waiting) if line.strip() else "", self._reason(item)) for item, line in items]
        told: list[Together] = []

        def operation(book: Book) -> "Work[Filed]":
            work = done_many(book, tasks, moment, self.ids, self.settings)
            told.append(work.result)
            return Work(work.label, work.changes, Filed(label=work.label))

        if not keys:
            self.apply(operation)
            return told[-1]
        try:
            filed = self._file({keys[0]: operation})
        except BookError as error:
            return Together((), (), f"kept in the spool, to be filed later: {error}")
        if keys[0] in filed:
            return told[-1]
        return self.apply(lambda book: close_many(book, tasks, moment, self.ids))

    def snooze(self, item: Item, until: date) -> str:
        """Put an item away until a day; says so in words."""
        from domain.inbox.triage import snooze

        return self.apply(lambda book: snooze(book, item, until, self.moment(), self.ids))

    def drop(self, item: Item) -> str:
        """Drop an item, as its source has it; says so in words."""
        from domain.inbox.triage import dismiss

        return self.apply(lambda book: dismiss(book, item, self.moment(), self.ids))

    def thought_of(self, item: Item) -> str:
        """Let an item rest with a thought; says so in words."""
        from domain.inbox.triage import thought_of

        return self.apply(lambda book: thought_of(book, item, self.moment(), self.ids))

    def snooze_many(self, items: Sequence[Item], until: date) -> "Together":
        """Put items away until a day, as one step; raises BadInputError."""
        from domain.inbox.together import snooze_many

        return self.apply(lambda book: snooze_many(book, items, until, self.moment(), self.ids))

    def drop_many(self, items: Sequence[Item]) -> "Together":
        """Drop items, each as its source has it, as one step."""
        from domain.inbox.together import drop_many

        return self.apply(lambda book: drop_many(book, items, self.moment(), self.ids))

    def thought_of_many(self, items: Sequence[Item]) -> "Together":
        """Let items rest with a thought, as one step."""
        from domain.inbox.together import thought_of_many

        return self.apply(lambda book: thought_of_many(book, items, self.moment(), self.ids))

    def skip(self, follow_up: FollowUp) -> str:
        """Take a repeating follow-up to its next turn; says so in words. Raises BadInputError or ChangedError."""
        from domain.agreed import skip

        return self.apply(lambda book: skip(book, follow_up, self.moment()))

    def edit_follow_up(self, seen: FollowUp, changes: "Edit") -> FollowUp:
        """Change fields of a follow-up as it was seen; raises BadInputError, NotFoundError or ChangedError."""
        from domain.agreed import edit

        return self.apply(lambda book: edit(book, seen, changes, self.moment()))

    def pause(self, first: date, last: date, text: str = "") -> Pause:
        """Pause from a day to another, both included; raises BadInputError."""
        from domain.pauses import pause

        return self.apply(lambda book: pause(book, first, last, text, self.moment(), self.ids))

    def end_pause(self) -> str:
        """End the pause that today lies in; says so in words. Raises NotFoundError."""
        from domain.pauses import end_pause

        return self.apply(lambda book: end_pause(book, self.moment()))

    def welcome(self) -> "Welcome | None":
        """What to offer to somebody who was away; None where nothing is to be offered."""
        from domain.inbox.welcome import welcome

        return welcome(self._index, self.moment())

    def spread(self) -> str:
        """Spread what has piled up over the coming weeks, as one step; says so in words."""
        from domain.inbox.welcome import spread

        return self.apply(lambda book: spread(Index(book, self.settings), self.moment(), self.ids))

    def gives(self, minutes: int) -> "list[Give]":
        """What can be given in so many minutes."""
        from domain.inbox.gives import gives_for

        moment = self.moment()
        return gives_for(self._index, moment, minutes, self.match_items(moment))

    def opening(self, contact: str) -> str:
        """What to open with, with one person; raises NotFoundError."""
        from domain.inbox.opening import opening

        return opening(self.profile(contact), self.moment())

    def review(self, before: Book) -> "Review":
        """What has changed since a review began with that book, in words."""
        from domain.inbox.review import summary

        moment = self.moment()
        points = {act.id: act.points for act in self.momentum().acts(moment)}
        return summary(before, self._index, moment, points, self.inbox())

    def item_of(self, follow_up: str) -> Item | None:
        """An open follow-up as an item, whether it is due or not; None where that id names none."""
        from domain.inbox.follow_ups import follow_up_item

        record = self._book.follow_ups.get(follow_up)
        is_open = record is not None and record.state == "open"
        return follow_up_item(self._index, record, self.moment()) if record is not None and is_open else None

    def meanwhile(self, item: Item) -> str:
        """Why an item does not stand any more, in a sentence; empty where what is behind it is as it saw it."""
        from domain.inbox.triage import still_stands

        try:
            still_stands(self._book, item)
        except ChangedError as error:
            return str(error)
        return ""

    def sort_queue(self, passed: Collection[str] = ()) -> list[str]:
        """The people in no circle, by id, whom to sort first in front; those passed over are left out."""
        from domain.inbox.sorting import sort_queue

        return sort_queue(self._index, self.moment(), passed)

    def why_now(self, contact: str) -> str:
        """Why somebody is asked about at their place in that queue."""
        from domain.inbox.sorting import why_now

        return why_now(self._index, self._book.contacts[contact], self.moment())

    def dispute(self, item: Item) -> "tuple[Dispute, list[str]]":
        """What two books say, and the values in words, the one in the book first; raises ChangedError."""
        from domain.inbox.conflicts import choices, dispute

        found = dispute(self._book, item)
        return found, choices(found, self._book)

    def settle(self, item: Item, chosen: Rival | None) -> str:
        """Take one of two values, or (None) keep the one that is there; says in words which that is."""
        from domain.inbox.conflicts import settle

        return self.apply(lambda book: settle(book, item, chosen))

    def called(self, contact: str) -> str:
        """Somebody as shortly as a capture line can tell them apart."""
        return called(contact, self._book.contacts)

    def days_since(self, contact: str) -> int | None:
        """Days since the last contact with somebody; None where there was none."""
        today = self.moment().today
        last = self._index.dealings.last(contact, today)
        return (today - last).days if last else None

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

        return self.apply(operation)

    def set_circles(self, contacts: Sequence[str], circle: Circle) -> tuple[Contact, ...]:
        """Put people into a circle, as one step; gives those who changed. Raises NotFoundError."""
        from domain.inbox.sorting import set_circles

        return self.apply(lambda book: set_circles(book, contacts, circle, self.moment()))

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

        keep = keep_edit(form, line, answers, self.moment(), self.ids, self.settings, bring_back=bring_back)
        edited = self.apply(keep)
        if edited.filed is not None:
            self._forms.pop(form.contact.id, None)
            if "theirs" in answers.values():
                self.apply(put_theirs_back(form, answers))
        return replace(edited, by=self._writer_since(form.opened)) if edited.clashes else edited

    def _writer_since(self, instant: str) -> str:
        """Who else has written since then, in words; empty where that was not one alone."""
        origins = {step.origin for step in self._repository.steps() if not step.here and step.at >= instant}
        return origins.pop() if len(origins) == 1 else ""

    def drop_entry(self, record: str) -> str:
        """Drop an answer or a follow-up, or delete an interaction; says what was dropped."""
        return self.apply(lambda book: drop_entry(book, record, self.moment().day))

    def bring_in(self, path: str, report: Callable[[int, int], None] | None = None) -> "ImportReport":
        """Import an address file; raises BadInputError."""
        from domain.importing import import_people

        sheet = self.files.read(path, report)
        return self.apply(import_people(sheet.cards, sheet.problems, self.settings, self.ids))

    def undo(self) -> Step:
        """Take back the last step made here; raises NotFoundError or ChangedError."""
        return self._exchange(self._repository.undo)

    def redo(self) -> Step:
        """Make the step last taken back again; raises NotFoundError or ChangedError."""
        return self._exchange(self._repository.redo)

    def _exchange(self, exchange: Callable[[Told], Step]) -> Step:
        """Take a step back or make it again, and note what that made of the book."""
        known = self._known
        made: list[tuple[Change, ...]] = []

        def told(before: Book, changes: tuple[Change, ...]) -> None:
            if before is known:
                made.append(changes)

        step = exchange(told)
        self._note_written(made[0] if made else None)
        return step

    def steps(self) -> tuple[Step, ...]:
        """The undo history, newest first."""
        return self._repository.steps()

    def prepare_search(self) -> Iterator[None]:
        """Build the search index a few milliseconds at a time; it is let go where the book has changed meanwhile."""
        from domain.search.index import SearchIndex

        book = self._book
        index = SearchIndex(book, self.moment())
        yield from index.build_in_slices()
        if book is self._book:
            self._search = index

    @cached_property
    def introductions(self) -> "IntroductionsDesk":
        """What can be done with two people who should know each other."""
        from domain.desks.introductions import IntroductionsDesk

        return IntroductionsDesk(self)

    @cached_property
    def asks(self) -> "AsksDesk":
        """What can be done with what you need yourself."""
        from domain.desks.asks import AsksDesk

        return AsksDesk(self)

    @cached_property
    def returns(self) -> "ReturnsDesk":
        """What can be done with what came back, and what went out before."""
        from domain.desks.returns import ReturnsDesk

        return ReturnsDesk(self)

    @cached_property
    def paths(self) -> "PathsDesk":
        """Who led to whom and to what, and what a week was made of."""
        from domain.desks.paths import PathsDesk

        return PathsDesk(self)

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
            self.apply(lambda book: Work(label, close(book), None))
        return filed.get(key) or Filed(label=label)

    def _keep_and_close(
        self,
        line: str,
        moment: Moment,
        close: Callable[[Book], tuple[Change, ...]],
        mend: Callable[[tuple[Change, ...]], tuple[Change, ...]] = lambda changes: changes,
        *,
        settles: bool,
    ) -> "Filed":
        """Capture a line together with what it closes, in one step; `mend` adds to what the line alone would make."""

        def changes(book: Book, work: "Work[Filed]") -> tuple[Change, ...]:
            return joined(mend(work.changes), close(book))

        return self._keep_as(line, moment, changes, close, settles=settles)

    def _keep_as(
        self,
        line: str,
        moment: Moment,
        changes: "Callable[[Book, Work[Filed]], tuple[Change, ...]]",
        close: Callable[[Book], tuple[Change, ...]] | None = None,
        *,
        settles: bool = True,
    ) -> "Filed":
        """Capture a line, with these changes in the place of those that it alone would make."""
        from domain.capture.keeping import keep_line

        def filing(ids: Callable[[], str]) -> "Operation[Filed]":
            keep = keep_line(line, moment, ids, self.settings, settles=settles)

            def operation(book: Book) -> "Work[Filed]":
                work = keep(book)
                return work._replace(changes=changes(book, work))

            return operation

        return self._keep(line, moment, filing, close)

    def _file(self, own: "Mapping[str, Operation[Filed]]") -> "dict[str, Filed]":
        """File what waits; those whose key is named by their own operation."""
        from domain.capture.keeping import keep_delivery

        known, moment = self._known, self.moment()
        made: list[tuple[Book, tuple[Change, ...]]] = []

        def filing(delivery: Delivery) -> "Operation[Filed]":
            operation = own.get(delivery.key) or keep_delivery(delivery, moment, self.ids, self.settings)

            def watched(book: Book) -> "Work[Filed]":
                work = operation(book)
                made.append((book, work.changes))
                return work

            return watched

        filed = self._repository.file_deliveries(filing)
        if filed:
            tried = made[-len(filed) :]
            changes = tuple(change for _, changes in tried for change in changes)
            self._note_written(changes if tried[0][0] is known else None)
        return {one.delivery.key: one.result for one in filed}

    def _known_names(self) -> "Names":
        from domain.capture.names import Names

        if self._names is None:
            self._names = Names(self._book.contacts)
        return self._names

    def apply(self, operation: Operation[R]) -> R:
        """Run an operation, and note what it made of the book; its changes too, where nobody else wrote meanwhile."""
        known = self._known
        made: list[tuple[bool, tuple[Change, ...]]] = []

        def watched(book: Book) -> Work[R]:
            work = operation(book)
            made.append((book is known, work.changes))
            return work

        result = self._repository.apply(watched)
        on_known, changes = made[-1]
        if changes:
            self._note_written(changes if on_known else None)
        return result

    def _note_written(self, changes: tuple[Change, ...] | None) -> None:
        """Note the book as it was just written; the changes are all there is where nobody else wrote meanwhile."""
        book = self._repository.whole_book()
        if changes is None:
            self._note_read(book)
        else:
            self._written.append((book, changes))

    def _take(self, book: Book, changes: tuple[Change, ...] | None) -> None:
        """Go on with another state of the book, reached by these changes where they are known."""
        before, self._book = self._book, book
        if changes is None or any(table_of(change) == "pauses" for change in changes):
            self._index = Index(book, self.settings)
            self._momentum = self._names = self._search = None
            self._follow_matches(changes, book)
            return
        self._index.make(changes, book)
        for change in changes:
            if self._momentum is not None and table_of(change) == "interactions":
                key = change.record.id if isinstance(change, Put) else change.id
                self._momentum.replace(before.interactions.get(key), book.interactions.get(key))
        self._follow_matches(changes, book)
        people = touched_people(changes, before)
        if people:
            self._names = None
        if len(people) > FEW:
            self._search = None
        if self._search is not None:
            for contact in sorted(people, reverse=True):  # of new people the first is to be found first
                self._search.update(book, contact)

    def _follow_matches(self, changes: tuple[Change, ...] | None, book: Book) -> None:
        """Take in the changes of a few people; where there are more, or where they are not known, begin anew."""
        if self._matches is None:
            return
        if changes is None or any(table_of(change) in MATCHED for change in changes):
            self._rounds += 1
        if changes is not None and len(touched_people(changes, self._matches.book)) <= FEW:
            self._matches.make(changes, book)
        else:
            self._matches, self._is_told = None, False


def touched_people(changes: Sequence[Change], before: Book) -> set[str]:
    """The contacts whose own record or answers are among the changes, or were before them."""
    found = set()
    for change in changes:
        table, id_ = table_of(change), change.record.id if isinstance(change, Put) else change.id
        if table == "contacts":
            found.add(id_)
        elif table == "answers":
            answers = (before.answers.get(id_), change.record if isinstance(change, Put) else None)
            found.update(answer.contact for answer in answers if isinstance(answer, Answer))
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
    return Work(f"{clean(known.name)}: {circle}", (Put(changed),), changed)


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
        from domain.entry import delete

        return delete(book, record)
    raise NotFoundError("This entry is no longer in the book.")


def _dropped(words: str, change: Change) -> Work[str]:
    said = clean(words)
    return Work(said, (change,), said)
