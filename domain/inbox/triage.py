"""What a key does to an item: later, drop, thought of, done; each decided on fresh data as one undoable step."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from domain.book import Book, Change, Put, Remove, Work
from domain.errors import BadInputError, ChangedError
from domain.inbox.conflicts import settle
from domain.inbox.first import first_key
from domain.inbox.item import Item, Source
from domain.inbox.names import full_name
from domain.model import FollowUp, Interaction, Introduction, Snooze, Stage
from domain.moment import Moment
from domain.settings import Settings
from domain.text import clean, listed
from domain.words import dated, iso

Ids = Callable[[], str]
"""Makes ids of new records."""

MATCH_RESTS = 30
STALE_RESTS = 30
DORMANT_RESTS = 180
UNKNOWN_RHYTHM = 30
"""Days for which a turn is skipped where somebody has left their circle meanwhile."""

_FOLLOW_UPS: Final[frozenset[Source]] = frozenset({"promise", "waiting", "reminder"})
_NEXT_STAGE: Final[dict[Stage, Stage]] = {"idea": "asked_a", "asked_a": "asked_b", "asked_b": "made", "made": "outcome"}


def snooze(book: Book, item: Item, until: date, moment: Moment, ids: Ids) -> Work[str]:
    """Put an item away until a day; the result says until when. Raises BadInputError for a day that is not ahead."""
    if until <= moment.today:
        raise BadInputError(f"{dated(until, moment.today)} is not ahead; name a later day.")
    when = dated(until, moment.today)
    return Work(f"later: {about(book, item)}", put_away(book, item.key, until, ids), f"later, {when}")


def put_away(book: Book, key: str, until: date | None, ids: Ids) -> tuple[Change, ...]:
    """Snooze a key until a day, or for as long as its situation lasts, in place of what was said of it before."""
    said = [Remove("snoozes", record.id) for record in book.snoozes.values() if record.key == key]
    return (*said, Put(Snooze(id=ids(), key=key, until=until.isoformat() if until else "")))


def dismiss(book: Book, item: Item, moment: Moment, settings: Settings, ids: Ids) -> Work[str]:
    """Drop an item, as its source has it; the result says what that means. Raises ChangedError."""
    who = about(book, item)
    if item.source in _FOLLOW_UPS:
        record = _open_follow_up(book, item)
        log = (Put(_note(item, moment, f"promise dropped: {record.text}", ids)),) if record.kind == "promise" else ()
        words = "no longer waiting" if record.kind == "waiting" else f"{record.kind} dropped"
        return Work(f"dropped: {who}", (Put(replace(record, state="dropped", closed=moment.day)), *log), words)
    if item.source == "intro":
        introduction = _introduction(book, item)
        declined = replace(introduction, stage="declined", since=moment.day)
        return Work(f"declined: {who}", (Put(declined),), "declined")
    if item.source == "match":
        a, b = item.people[:2]
        pair = Introduction(id=ids(), a=a, b=b, stage="declined", since=moment.day, reason=item.reason)
        return Work(f"not these two: {who}", (Put(pair),), "not these two")
    if item.source == "unfiled":
        _capture(book, item)
        return Work("threw a capture away", (Remove("captures", item.record),), "thrown away")
    if item.source == "conflict":
        return settle(book, item, None)
    if item.source in ("rhythm", "dormant"):
        turn = moment.today + timedelta(days=_turn_days(book, item, settings))
        return Work(f"skipped: {who}", put_away(book, item.key, turn, ids), "this turn is skipped")
    key = first_key(moment) if item.source == "first" else item.key
    return Work(f"dropped: {who}", put_away(book, key, None, ids), _DISMISSED[item.source])


_DISMISSED: Final[dict[Source, str]] = {
    "thanks": "no thanks needed",
    "birthday": "not this year",
    "stale": "not asked again",
    "first": "none today",
}


def thought_of(book: Book, item: Item, moment: Moment, settings: Settings, ids: Ids) -> Work[str]:
    """Let an item rest with a thought, which gives no points; the result says so. Raises SwellError."""
    who = about(book, item)
    if item.source == "unfiled":
        raise BadInputError("A capture is filed or thrown away; press d to file it, x to throw it away.")
    if item.source in ("rhythm", "dormant", "birthday"):
        until = None if item.source == "birthday" else moment.today + timedelta(_turn_days(book, item, settings))
        note = Put(_note(item, moment, "thought of", ids))
        return Work(f"thought of {who}", (note, *put_away(book, item.key, until, ids)), "thought of")
    days = {"match": MATCH_RESTS, "stale": STALE_RESTS}.get(item.source, 1)
    until = moment.today + timedelta(days=days)
    return Work(f"later: {who}", put_away(book, item.key, until, ids), f"later, {dated(until, moment.today)}")


def done_changes(book: Book, item: Item, moment: Moment, ids: Ids) -> tuple[Change, ...]:
    """What being done does to the records behind an item, to be joined with the captured line in one step."""
    if item.source in _FOLLOW_UPS:
        record = _open_follow_up(book, item)
        return (Put(replace(record, state="done", closed=moment.day)), *_next_turn(record, moment, ids))
    if item.source == "intro":
        record_ = _introduction(book, item)
        outcome = "unknown" if record_.stage == "made" else record_.outcome
        return (Put(replace(record_, stage=_NEXT_STAGE[record_.stage], since=moment.day, outcome=outcome)),)
    if item.source == "unfiled":
        _capture(book, item)
        return (Remove("captures", item.record),)
    if item.source == "conflict":
        return settle(book, item, None).changes
    if item.source in ("thanks", "birthday", "match"):
        return put_away(book, item.key, None, ids)
    if item.source == "stale":
        return put_away(book, item.key, moment.today + timedelta(days=STALE_RESTS), ids)
    return ()


def _next_turn(record: FollowUp, moment: Moment, ids: Ids) -> tuple[Change, ...]:
    """The follow-up that comes after a repeating one."""
    if not record.repeat:
        return ()
    from domain.calendar import anchored, next_due  # heavy to import, and few follow-ups repeat

    due = iso(record.due) or moment.today
    day = next_due(record.repeat, due, moment.today)
    repeat = anchored(record.repeat, due)
    return (Put(replace(record, id=ids(), due=day.isoformat(), repeat=repeat, made=moment.stamp, rev=0)),)


def about(book: Book, item: Item) -> str:
    """Whom or what an item is about, in words for a list of steps."""
    return listed([full_name(contact, book.contacts) for contact in item.people]) or clean(item.reason)


def _note(item: Item, moment: Moment, text: str, ids: Ids) -> Interaction:
    """A note about the people of an item; it is no contact and gives no points."""
    return Interaction(id=ids(), at=moment.stamp, direction="none", kind="note", people=item.people, text=text)


def _turn_days(book: Book, item: Item, settings: Settings) -> int:
    """The days of one turn: the cadence of a circle, or longer for a tie long dormant."""
    if item.source == "dormant":
        return DORMANT_RESTS
    known = book.contacts.get(item.people[0])
    if known is None:
        raise ChangedError("This person is no longer in the book.")
    return settings.cadences.get(known.circle, UNKNOWN_RHYTHM) if known.circle else UNKNOWN_RHYTHM


def _open_follow_up(book: Book, item: Item) -> FollowUp:
    """The follow-up behind an item, which must still be open."""
    record = book.follow_ups.get(item.record)
    if record is None or record.state != "open":
        raise ChangedError(f"This {item.source} was closed meanwhile.")
    return record


def _introduction(book: Book, item: Item) -> Introduction:
    """The introduction behind an item, which must still stand where the item saw it."""
    record = book.introductions.get(item.record)
    if record is None or item.key != f"intro:{record.id}:{record.stage}":
        raise ChangedError("This introduction has moved on meanwhile.")
    return record


def _capture(book: Book, item: Item) -> None:
    """Make sure that the capture behind an item still waits."""
    if item.record not in book.captures:
        raise ChangedError("This capture was filed meanwhile.")
