"""What a key does to an item: later, drop, thought of, nudged, done; decided on fresh data as one undoable step."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from domain.agreed import A_WEEK, next_day, next_turn, open_follow_up, skip
from domain.book import Book, Change, Put, Remove, Work
from domain.errors import BadInputError, ChangedError
from domain.inbox.conflicts import settle
from domain.inbox.first import first_key
from domain.inbox.item import Item, Source, match_key
from domain.inbox.names import full_name
from domain.inbox.stepping import is_match, stepped, taken_up
from domain.introducing import not_these
from domain.model import Interaction, Snooze
from domain.moment import Moment
from domain.text import clean, listed
from domain.words import dated

Ids = Callable[[], str]
"""Makes ids of new records."""

MATCH_RESTS = 30
STALE_RESTS = 30
DORMANT_RESTS = 180

_FOLLOW_UPS: Final[frozenset[Source]] = frozenset({"promise", "waiting", "reminder"})
_ABOUT_SOMEBODY: Final[frozenset[Source]] = frozenset({"match", "thanks", "rhythm", "dormant", "birthday", "stale"})
"""Sources whose items mean nothing without their people."""
_RESTS: Final[dict[Source, int]] = {"match": MATCH_RESTS, "stale": STALE_RESTS, "dormant": DORMANT_RESTS}
"""Days for which an item rests; what is not named rests until tomorrow, and rhythm for a turn."""


Said = Mapping[str, Collection[str]]
"""The ids of the snoozes of each key, for who puts many items away at once."""


def snooze(book: Book, item: Item, until: date, moment: Moment, ids: Ids, said: Said | None = None) -> Work[str]:
    """Put an item away until a day; a repeating follow-up whose next turn comes before is taken to a later turn.

    The result says until when. Raises BadInputError for a day that is not ahead, and ChangedError.
    """
    if until <= moment.today:
        raise BadInputError(f"{dated(until, moment.today)} is not ahead; name a later day.")
    still_stands(book, item)
    if item.source in _FOLLOW_UPS:
        record = book.follow_ups[item.record]
        turn = next_day(record, moment) if record.repeat else None
        if turn is not None and turn <= until:
            return skip(book, record, moment, until)
    when = dated(until, moment.today)
    return Work(f"later: {about(book, item)}", put_away(book, item.key, until, ids, said), f"later, {when}")


def put_away(book: Book, key: str, until: date | None, ids: Ids, said: Said | None = None) -> tuple[Change, ...]:
    """Snooze a key until a day, or for as long as its situation lasts, in place of what was said of it before."""
    before = said.get(key, ()) if said is not None else said_of(book).get(key, ())
    return (
        *(Remove("snoozes", id_) for id_ in before),
        Put(Snooze(id=ids(), key=key, until=until.isoformat() if until else "")),
    )


def said_of(book: Book) -> dict[str, list[str]]:
    """The ids of the snoozes of each key."""
    said: dict[str, list[str]] = {}
    for record in book.snoozes.values():
        said.setdefault(record.key, []).append(record.id)
    return said


def dismiss(book: Book, item: Item, moment: Moment, ids: Ids, said: Said | None = None) -> Work[str]:
    """Drop an item, as its source has it; the result says what that means. Raises ChangedError."""
    still_stands(book, item)
    who = about(book, item)
    if item.source in _FOLLOW_UPS:
        return _drop_follow_up(book, item, moment, ids)
    if item.source == "intro":
        declined = replace(book.introductions[item.record], stage="declined", since=moment.day)
        return Work(f"declined: {who}", (Put(declined),), "declined")
    if item.source == "match":
        a, b = item.people[:2]
        gone = not_these(book, a, b, item.reason, moment, ids)
        return Work(gone.label, gone.changes, "not these two")
    if item.source == "unfiled":
        return Work("threw a capture away", (Remove("captures", item.record),), "thrown away")
    if item.source == "conflict":
        return settle(book, item, None)
    if item.source in ("rhythm", "dormant"):
        turn = put_away(book, item.key, _rested(item, moment), ids, said)
        return Work(f"skipped: {who}", turn, "this turn is skipped")
    key = first_key(moment) if item.source == "first" else item.key
    return Work(f"dropped: {who}", put_away(book, key, None, ids, said), _DISMISSED[item.source])


_DISMISSED: Final[dict[Source, str]] = {
    "thanks": "no thanks needed",
    "birthday": "not this year",
    "stale": "not asked again",
    "first": "none today",
}


def _drop_follow_up(book: Book, item: Item, moment: Moment, ids: Ids) -> Work[str]:
    """Drop a follow-up, all its turns with it; a promise is kept in the log."""
    record = book.follow_ups[item.record]
    log = (Put(_note(item, moment, f"promise dropped: {record.text}", ids)),) if record.kind == "promise" else ()
    words = "no longer waiting" if record.kind == "waiting" else f"{record.kind} dropped"
    turns = ", and it does not come again" if record.repeat else ""
    dropped = Put(replace(record, state="dropped", closed=moment.day))
    return Work(f"dropped: {about(book, item)}", (dropped, *log), words + turns)


def thought_of(book: Book, item: Item, moment: Moment, ids: Ids, said: Said | None = None) -> Work[str]:
    """Let an item rest with a thought, which gives no points; the result says so. Raises SwellError."""
    if item.source == "unfiled":
        raise BadInputError("A capture is filed or thrown away; press d to file it, x to throw it away.")
    still_stands(book, item)
    who = about(book, item)
    if item.source in ("rhythm", "dormant", "birthday"):
        until = None if item.source == "birthday" else _rested(item, moment)
        note = Put(_note(item, moment, THOUGHT_OF, ids))
        return Work(f"thought of {who}", (note, *put_away(book, item.key, until, ids, said)), THOUGHT_OF)
    if item.source == "first":
        return Work(
            "another first give", put_away(book, item.key, _rested(item, moment), ids, said), "another proposal"
        )
    return snooze(book, item, _rested(item, moment), moment, ids, said)


THOUGHT_OF: Final = "thought of"
"""The text of the note that a thought leaves in the log."""


def nudge(book: Book, item: Item, moment: Moment) -> tuple[Change, ...]:
    """Wait for something a week longer after a nudge, to be joined with its line in one step; raises SwellError."""
    if item.source != "waiting":
        raise BadInputError("Only somebody you wait for is nudged; n writes a note here.")
    still_stands(book, item)
    return (Put(replace(book.follow_ups[item.record], due=(moment.today + A_WEEK).isoformat())),)


def done_changes(
    book: Book, item: Item, moment: Moment, ids: Ids, line: str = "", said: Said | None = None, reason: str = ""
) -> tuple[Change, ...]:
    """What being done does to the records behind an item, to be joined with the captured line in one step.

    `reason` says for what two people are to be brought together, where the item is a match. Raises ChangedError.
    """
    still_stands(book, item)
    if item.source in _FOLLOW_UPS:
        record = book.follow_ups[item.record]
        following = next_turn(record, moment, ids)
        closed = Put(replace(record, state="done", closed=moment.day))
        return (closed, Put(following)) if following else (closed,)
    if item.source == "intro":
        return (Put(stepped(book.introductions[item.record], book.contacts, moment, line)),)
    if item.source == "unfiled":
        return (Remove("captures", item.record),)
    if item.source == "conflict":
        return settle(book, item, None).changes
    if item.source in ("thanks", "birthday"):
        return put_away(book, item.key, None, ids, said)
    if is_match(item):
        until = moment.today + timedelta(days=MATCH_RESTS)
        asked = taken_up(item, book, moment, ids, line, reason)
        return asked or put_away(book, match_key(*item.people[:2]), until, ids, said)
    if item.source == "stale":
        return put_away(book, item.key, _rested(item, moment), ids, said)
    return ()


def about(book: Book, item: Item) -> str:
    """Whom or what an item is about, in words for a list of steps."""
    return listed([full_name(contact, book.contacts) for contact in item.people]) or clean(item.reason)


def _note(item: Item, moment: Moment, text: str, ids: Ids) -> Interaction:
    """A note about the people of an item; it is no contact and gives no points."""
    return Interaction(id=ids(), at=moment.stamp, direction="none", kind="note", people=item.people, text=text)


def _rested(item: Item, moment: Moment) -> date:
    """The day until which an item rests."""
    return moment.today + timedelta(days=item.turn or _RESTS.get(item.source, 1))


def still_stands(book: Book, item: Item) -> None:
    """Make sure that what is behind an item is still as the item saw it; raises ChangedError."""
    if item.source in _FOLLOW_UPS:
        record = open_follow_up(book, item.record, item.source)
        if item.key != f"{record.kind}:{record.id}:{record.due[:10]}":
            raise ChangedError("This was put off meanwhile.")
    elif item.source == "intro":
        introduction = book.introductions.get(item.record)
        if introduction is None or item.key != f"intro:{introduction.id}:{introduction.stage}":
            raise ChangedError("This introduction has moved on meanwhile.")
    elif item.source == "unfiled":
        if item.record not in book.captures:
            raise ChangedError("This capture was filed meanwhile.")
    elif item.source in _ABOUT_SOMEBODY and any(contact not in book.contacts for contact in item.people):
        raise ChangedError("Somebody this is about is no longer in the book.")
    elif item.source == "stale" and not _is_open_answer(book, item.record):
        raise ChangedError("This was answered meanwhile.")


def _is_open_answer(book: Book, id_: str) -> bool:
    answer = book.answers.get(id_)
    return answer is not None and answer.state == "open"
