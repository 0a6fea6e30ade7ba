"""The stages of an ask: opened, asked, answered, closed; each step is decided on fresh data."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Final

from domain.book import Book, Change, Put, Work
from domain.errors import BadInputError, ChangedError, NotFoundError
from domain.inbox.names import called, full_name
from domain.model import Ask, AskStage, Contact, FollowUp, Interaction
from domain.moment import Moment
from domain.text import clean, fold
from domain.words import number

Ids = Callable[[], str]
"""Makes ids of new records."""

ANSWER_AFTER: Final = 7
"""Days after which an answer of somebody who was asked is looked for."""

_OPENINGS: Final = re.compile(
    r"\s*(?:(?:i\s*['\u2019]?\s*m|i\s+am|we\s*['\u2019]?\s*re|we\s+are)\s+)?(?:looking|searching)\s+for(?:\s+|$)"
    r"|\s*(?:i|we)\s+need(?:\s+(?!to\b)|$)",
    re.IGNORECASE,
)
"""What may stand before the need itself."""


def key_of(id_: str) -> str:
    """The key under which an ask is put away until a later day."""
    return f"ask:{id_}"


def need_in(text: str) -> str:
    """The need alone: of `I'm looking for a flat in Lisbon` it is `a flat in Lisbon`."""
    words = " ".join(text.split())
    opening = _OPENINGS.match(words)
    return words[opening.end() :] if opening else words


def same_need(book: Book, text: str) -> Ask | None:
    """The open ask in the same words, but for case, accents and marks at the end."""
    key = _key(text)
    return next((one for one in book.asks.values() if one.stage != "closed" and _key(one.text) == key), None)


def _key(text: str) -> str:
    return fold(" ".join(text.split())).strip(" .!?")


def open_ask(book: Book, text: str, moment: Moment, ids: Ids) -> Work[Ask]:
    """Note something that you need; an open ask in the same words stays. Raises BadInputError."""
    words = _words(text)
    known = same_need(book, words)
    if known is not None:
        return Work("an ask", (), known)
    made = Ask(id=ids(), text=words, opened=moment.day, raw=" ".join(text.split()))
    return Work(f"I need {clean(words)}", (Put(made),), made)


def _words(text: str) -> str:
    """The need in a text; raises BadInputError where it holds none."""
    words = need_in(text)
    if not words.strip(" .,;:!?-"):
        raise BadInputError("Say what you need, such as: a flat in Lisbon.")
    return words


def reword(book: Book, id_: str, text: str) -> Work[Ask]:
    """Say in other words what is needed, also where it is waited for.

    Raises BadInputError, ChangedError or NotFoundError.
    """
    record, words = _open(book, id_), _words(text)
    known = same_need(book, words)
    if known is not None and known.id != id_:
        raise BadInputError(f"There is an ask in these words already: {clean(known.text)}.")
    if words == record.text:
        return Work("an ask", (), record)
    waiting = [Put(replace(one, text=words)) for one in waiting_for(book, record)]
    made = replace(record, text=words)
    return Work(f"I need {clean(words)}", (Put(made), *waiting), made)


def asked(book: Book, id_: str, whom: str, moment: Moment, ids: Ids) -> Work[Ask]:
    """Note that somebody was asked, and wait for their answer for a week.

    It is kept in the log as a note, since asking is no give. Raises ChangedError, NotFoundError or BadInputError.
    """
    record = _open(book, id_)
    if whom not in book.contacts:
        raise NotFoundError("This person is no longer in the book.")
    name = full_name(whom, book.contacts)
    if whom in record.asked:
        raise BadInputError(f"{name} was asked already.")
    stage: AskStage = "asked" if record.stage == "open" else record.stage
    made = replace(record, stage=stage, asked=(*record.asked, whom))
    note = Interaction(
        id=ids(), at=moment.stamp, direction="none", kind="note", people=(whom,), text=f"asked about {record.text}"
    )
    until = moment.today + timedelta(days=ANSWER_AFTER)
    waiting = FollowUp(
        id=ids(), kind="waiting", due=until.isoformat(), people=(whom,), text=record.text, made=moment.stamp
    )
    return _changed(f"asked {name}", made, (Put(note), Put(waiting)))


def open_and_ask(book: Book, text: str, whom: str, moment: Moment, ids: Ids) -> Work[Ask]:
    """Note something that you need, unless that is done, and that somebody was asked about it, as one step.

    Raises BadInputError or NotFoundError.
    """
    opened = open_ask(book, text, moment, ids)
    return asked(book.with_changes(opened.changes), opened.result.id, whom, moment, ids)


def waiting_for(book: Book, record: Ask, whom: str = "") -> list[FollowUp]:
    """What is waited for from those who were asked, or from one of them, the earliest due first."""
    people, key = {whom} if whom else {*record.asked}, _key(record.text)
    found = (
        one
        for one in book.follow_ups.values()
        if one.kind == "waiting" and one.state == "open" and people.intersection(one.people) and _key(one.text) == key
    )
    return sorted(found, key=lambda one: (one.due, one.id))


def answered(book: Book, id_: str, whom: str, moment: Moment, *, helped: bool) -> Work[Ask]:
    """Note how somebody answered, who counts as asked by that, and wait for them no more.

    Raises ChangedError or NotFoundError.
    """
    record = _open(book, id_)
    if whom not in book.contacts:
        raise NotFoundError("This person is no longer in the book.")
    name = full_name(whom, book.contacts)
    others = tuple(one for one in record.helped if one != whom)
    refused = tuple(one for one in record.could_not if one != whom)
    every = record.asked if whom in record.asked else (*record.asked, whom)
    over = _over(waiting_for(book, record, whom), moment)
    if helped:
        made = replace(record, stage="helped", asked=every, helped=(*others, whom), could_not=refused)
        return _changed(f"{name} helped", made, over)
    stage: AskStage = "helped" if others else "asked"
    made = replace(record, stage=stage, asked=every, helped=others, could_not=(*refused, whom))
    return _changed(f"{name} could not help", made, over)


def close(book: Book, id_: str, moment: Moment, by: str = "") -> Work[Ask]:
    """Close an ask, by a return or without one; who gave it has helped, and nobody is waited for any more.

    Raises ChangedError or NotFoundError.
    """
    record = _open(book, id_)
    over = _over(waiting_for(book, record), moment)
    if not by:
        return _changed("closed", replace(record, stage="closed", closed=moment.day), over)
    came = book.interactions.get(by)
    if came is None or came.direction != "got":
        raise NotFoundError("An ask is closed by something that came back; it is not in the book.")
    helped = tuple(dict.fromkeys((*record.helped, *came.people)))
    could_not = tuple(one for one in record.could_not if one not in helped)
    made = replace(
        record, stage="closed", closed=moment.day, closed_by=by, helped=helped, could_not=could_not,
        asked=tuple(dict.fromkeys((*record.asked, *came.people))),
    )  # fmt: skip
    return _changed("closed by what came back", made, over)


def _over(waiting: Iterable[FollowUp], moment: Moment) -> tuple[Change, ...]:
    """Wait for these no more."""
    return tuple(Put(replace(one, state="done", closed=moment.day)) for one in waiting)


def no_answer_from(record: Ask) -> tuple[str, ...]:
    """Who was asked and has not answered yet."""
    return tuple(one for one in record.asked if one not in record.helped and one not in record.could_not)


def where_it_stands(record: Ask, book: Book) -> str:
    """Who was asked and what came of it, in words: `asked three, Ana helped`."""
    contacts = book.contacts
    if record.stage == "closed":
        came = book.interactions.get(record.closed_by)
        if came is None:
            return "closed" if record.closed_by or record.helped else "dropped"
        return f"it came from {_some(came.people, contacts)}" if came.people else "it came"
    waiting = no_answer_from(record)
    parts = [
        f"{_some(record.helped, contacts)} helped" if record.helped else "",
        f"asked {_some(waiting, contacts)}" if waiting else "",
        f"{_some(record.could_not, contacts)} could not" if record.could_not else "",
    ]
    return ", ".join(part for part in parts if part) or "nobody asked yet"


def _some(people: Sequence[str], contacts: Mapping[str, Contact]) -> str:
    """One person by name, several by how many they are."""
    return called(people[0], contacts) if len(people) == 1 else number(len(people))


def _open(book: Book, id_: str) -> Ask:
    record = book.asks.get(id_)
    if record is None:
        raise NotFoundError("This ask is no longer in the book.")
    if record.stage == "closed":
        raise ChangedError("This ask is closed.")
    return record


def _changed(words: str, record: Ask, more: tuple[Change, ...] = ()) -> Work[Ask]:
    return Work(f"{words}: {clean(record.text)}", (Put(record), *more), record)
