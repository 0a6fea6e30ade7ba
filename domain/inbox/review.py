"""The end of a review in words: what went out, what came back, what moved, what waits, whom it thought of."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import islice
from typing import Final, NamedTuple, TypeVar

from domain.book import Book
from domain.inbox.day import Inbox
from domain.inbox.follow_ups import reason
from domain.inbox.index import Index
from domain.inbox.names import all_called, called, full_name
from domain.inbox.triage import THOUGHT_OF
from domain.introducing import next_step, where_it_stands
from domain.model import QUESTION_WORDS, Contact, FollowUp, Interaction, Introduction, Kind, Record
from domain.moment import Moment
from domain.momentum.brief import days_to_peak
from domain.momentum.gauge import Gauge
from domain.momentum.recent import said_points
from domain.text import clean, listed
from domain.words import counted, dated, iso, names_thing, span

R = TypeVar("R", bound=Record)

_LONG: Final = 28
"""Days of silence whose end is worth saying."""
_SHOWN: Final = 3
"""People of whom it is said that something is not known."""

_GAVE: Final[dict[Kind, str]] = {
    "smile": "a smile for {}",
    "message": "a message to {}",
    "post": "a post",
    "thanks": "thanks to {}",
    "turn up": "turned up for {}",
    "listen": "an ear for {}",
    "chat": "a chat with {}",
    "call": "a call with {}",
    "meet": "time with {}",
    "share": "something for {}",
    "help": "help for {}",
    "lead": "a lead for {}",
    "introduction": "an introduction of {}",
    "note": "a note on {}",
}
_GOT: Final[dict[Kind, str]] = {
    **_GAVE,
    "message": "a message from {}",
    "thanks": "thanks from {}",
    "share": "something from {}",
    "help": "help from {}",
    "lead": "a lead from {}",
    "introduction": "an introduction by {}",
    "call": "a call from {}",
}


class Entry(NamedTuple):
    """One line of the summary."""

    what: str
    """Such as `the gym list to Ana`."""
    aside: str = ""
    """Such as `promise kept`."""


class Review(NamedTuple):
    """What became of a review."""

    went_out: tuple[Entry, ...]
    came_back: tuple[Entry, ...]
    moved: tuple[Entry, ...]
    """Introductions, what people told you, captures filed, new people."""
    later: tuple[Entry, ...]
    """What was put off, each with its day."""
    dropped: tuple[Entry, ...]
    thought_of: tuple[str, ...]
    """Names."""
    points: float
    """Points that went out, as they count."""
    left: int
    """Items that today still asks for."""
    waiting: int
    """Items that can wait."""
    owed: tuple[str, ...]
    """What you wait for, the soonest first: `Ben owes you the contract`."""
    not_known: tuple[str, ...]
    """People dealt with lately of whom you do not know what they are looking for."""


def summary(before: Book, index: Index, moment: Moment, points: Mapping[str, float], found: Inbox) -> Review:
    """What has changed between the book as a review began and the book of the index, in words.

    `points` has what each act counts, by the id of its interaction; `found` is what is due by now.
    """
    book = index.book
    new = [book.interactions[id_] for id_ in book.interactions.keys() - before.interactions.keys()]
    new.sort(key=lambda record: record.id)
    closed = [record for record in _changed(before.follow_ups, book.follow_ups) if record.state == "done"]
    gave = [record for record in new if record.direction in ("gave", "mutual")]
    met = {person for record in new if record.direction != "none" for person in record.people}
    thought = [record for record in new if record.direction == "none" and record.text == THOUGHT_OF]
    away = dict.fromkeys(person for record in thought for person in record.people)
    return Review(
        went_out=tuple(_went_out(index, gave, closed)),
        came_back=tuple(_got(record, book) for record in new if record.direction == "got"),
        moved=tuple(_moved(before, book, moment)),
        later=tuple(_later(before, book, moment, met.union(away))),
        dropped=tuple(_dropped(before, book, met.union(away))),
        thought_of=tuple(full_name(person, book.contacts) for person in away),
        points=sum(points.get(record.id, 0.0) for record in gave),
        left=sum(item.source != "first" for item in found.today),
        waiting=found.waiting,
        owed=tuple(_owed(book)),
        not_known=tuple(islice(_not_known(index, moment), _SHOWN)),
    )


def momentum_words(points: float, gauge: Gauge, today: date) -> str:
    """What went out, and where the gauge goes by itself: `4 points went out: 56 now, 73 by Wed 2 Dec`."""
    first = f"{said_points(points)} went out".capitalize() if points else "Nothing went out this time"
    now, peak = round(gauge.value), round(gauge.peak)
    if peak <= now:
        return f"{first}: {now} now."
    day = gauge.day_after(days_to_peak(gauge.energy, gauge.momentum))
    return f"{first}: {now} now, {peak} by {dated(day, today)} if you give nothing more."


def _changed(before: Mapping[str, R], after: Mapping[str, R]) -> Iterator[R]:
    """The records that are new or other than they were."""
    for id_, record in after.items():
        known = before.get(id_)
        if known is not record and known != record:
            yield record


def _who(record: Interaction, book: Book) -> str:
    return all_called(record.people, book.contacts)


def _went_out(index: Index, gave: Iterable[Interaction], closed: Iterable[FollowUp]) -> Iterator[Entry]:
    """What went out; each promise is kept by the first of it that went to its people."""
    promises = [record for record in closed if record.kind == "promise"]
    for record in gave:
        kept = next((one for one in promises if set(one.people) & set(record.people)), None)
        if kept is not None:
            promises.remove(kept)
        yield _gave(index, record, kept is not None)


def _gave(index: Index, record: Interaction, keeps: bool) -> Entry:
    """One thing that went out, and what there is to say of it."""
    text, who = clean(record.text), _who(record, index.book)
    named = record.kind == "share" and names_thing(text)
    what = (f"{text} to {who}" if who else text) if named else _GAVE[record.kind].format(who or "nobody in particular")
    if keeps:
        return Entry(what, "promise kept")
    quiet = max((_silence(index, person, record) for person in record.people), default=0)
    if quiet >= _LONG and record.kind != "thanks":
        return Entry(what, f"after {span(quiet)}")
    return Entry(what, "" if named else text)


def _silence(index: Index, person: str, record: Interaction) -> int:
    """The days between an interaction and the contact before it."""
    day = index.dealings.ordinal(record.at)
    before = [known for known in index.dealings.days(person) if known < day]
    return day - before[-1] if before else 0


def _got(record: Interaction, book: Book) -> Entry:
    """What came back."""
    text, who = clean(record.text), _who(record, book) or "somebody"
    if names_thing(text):
        return Entry(f"{text} from {who}")
    return Entry(_GOT[record.kind].format(who), text)


def _moved(before: Book, book: Book, moment: Moment) -> Iterator[Entry]:
    """Introductions that went on, what was told, captures filed, people who are new."""
    for pair in _changed(before.introductions, book.introductions):
        if pair.stage != "declined":
            yield Entry(_pair(pair.a, pair.b, book), _stage_words(pair, book, moment))
    for answer in _changed(before.answers, book.answers):
        known = before.answers.get(answer.id)
        if answer.state == "open":
            what = f"{called(answer.contact, book.contacts)}, {QUESTION_WORDS[answer.question]}: {clean(answer.text)}"
            yield Entry(what, "still true" if known else "")
    filed = len(before.captures.keys() - book.captures.keys())
    people = [_introduced(book.contacts[id_]) for id_ in sorted(book.contacts.keys() - before.contacts.keys())]
    new = f"{counted(len(people), 'new person', 'new people')}, {listed(people[:_SHOWN])}" if people else ""
    if filed:
        yield Entry(f"{counted(filed, 'capture')} seen to", new)
    elif new:
        yield Entry(new)


def _introduced(contact: Contact) -> str:
    """Somebody new, with where they are from: `Tom (Monzo)`."""
    return f"{clean(contact.name)} ({clean(contact.organisation)})" if contact.organisation else clean(contact.name)


def _pair(a: str, b: str, book: Book) -> str:
    return " ↔ ".join(full_name(person, book.contacts).split(" ", 1)[0] for person in (a, b))


def _stage_words(pair: Introduction, book: Book, moment: Moment) -> str:
    """Where an introduction stands, and when it is looked at again."""
    stands = where_it_stands(pair, book.contacts, moment.today)
    step = next_step(pair, book.contacts, moment.today)
    if step is None or step.due is None or step.due <= moment.today:
        return stands
    return f"{stands}; again {dated(step.due, moment.today)}"


def _later(before: Book, book: Book, moment: Moment, met: set[str]) -> Iterator[Entry]:
    """What was put off, with its day; what was also done or thought of is left out."""
    for snooze in _changed(before.snoozes, book.snoozes):
        people, words = _behind(snooze.key, book)
        day = iso(snooze.until)
        if day and words and not met.intersection(people):
            yield Entry(words, dated(day, moment.today))
    for record in _changed(before.follow_ups, book.follow_ups):
        known, day = before.follow_ups.get(record.id), iso(record.due)
        if known is not None and day and record.state == "open" and known.due < record.due:
            yield Entry(all_called(record.people, book.contacts) or reason(record), dated(day, moment.today))


def _dropped(before: Book, book: Book, met: set[str]) -> Iterator[Entry]:
    """What was dropped; what was put away for good because it was done is left out."""
    for record in _changed(before.follow_ups, book.follow_ups):
        if record.state == "dropped":
            yield Entry(all_called(record.people, book.contacts) or "you", reason(record))
    for pair in _changed(before.introductions, book.introductions):
        if pair.stage == "declined":
            known = before.introductions.get(pair.id)
            yield Entry(_pair(pair.a, pair.b, book), "declined" if known is not None else "not these two")
    for snooze in _changed(before.snoozes, book.snoozes):
        people, words = _behind(snooze.key, book)
        if not snooze.until and words and not met.intersection(people):
            yield Entry(words, snooze.key.split(":", 1)[0])


def _behind(key: str, book: Book) -> tuple[tuple[str, ...], str]:
    """The people of the situation of a key, and in words whom or what it is about; empty where nothing is behind it."""
    source, _, rest = key.partition(":")
    id_ = rest.split(":", 1)[0]
    people: tuple[str, ...] = ()
    if source == "match":
        a, _, b = rest.partition(":")
        return (a, b), _pair(a, b, book)
    if id_ in book.contacts:
        people = (id_,)
    elif id_ in book.follow_ups:
        record = book.follow_ups[id_]
        people = record.people
        return people, all_called(people, book.contacts) or reason(record)
    elif id_ in book.introductions:
        pair = book.introductions[id_]
        return (pair.a, pair.b), _pair(pair.a, pair.b, book)
    elif id_ in book.answers:
        people = (book.answers[id_].contact,)
    elif id_ in book.interactions:
        people = book.interactions[id_].people
    elif source == "unfiled":
        return (), "what is to be filed"
    return people, all_called(people, book.contacts)


def _owed(book: Book) -> Iterator[str]:
    """What you wait for, the soonest first."""
    waiting = [record for record in book.follow_ups.values() if record.state == "open" and record.kind == "waiting"]
    for record in sorted(waiting, key=lambda record: (record.due, record.id)):
        who = all_called(record.people, book.contacts)
        yield f"{who} {reason(record)}" if who else f"you wait for {clean(record.text) or 'an answer'}"


def _not_known(index: Index, moment: Moment) -> Iterator[str]:
    """People in a circle, the last dealt with first, of whom nothing says what they are looking for."""
    today = moment.today.toordinal()
    told = {one.contact for one in index.book.answers.values() if one.question == "looking_for" and one.state == "open"}
    people = [one for one in index.standings(moment.today).values() if one.contact.id not in told]
    for standing in sorted(people, key=lambda one: (today - one.turn.last, one.contact.id)):
        yield called(standing.contact.id, index.book.contacts)
