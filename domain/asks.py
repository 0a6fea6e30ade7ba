"""What you need yourself: who could help, who could lead there, and what became of asking."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from heapq import nsmallest
from itertools import pairwise
from typing import Final, NamedTuple

from domain.acquaintance import Acquaintance, How
from domain.book import Book, Put, Work
from domain.dealings import Dealings
from domain.errors import BadInputError, ChangedError, NotFoundError
from domain.inbox.names import full_name
from domain.matching.matches import Matches
from domain.matching.said import Said
from domain.model import Ask, AskStage, Contact, Interaction
from domain.moment import Moment
from domain.text import clean
from domain.words import ago, iso

Ids = Callable[[], str]
"""Makes ids of new records."""

WEAK: Final = 0.3
"""The points from which somebody is named at all."""
STRONG: Final = 0.6
"""The points from which a fit is good; where there is none, asking openly is proposed."""
MOST: Final = 7
"""People who are named at most, of each sort."""
STEPS: Final = 2
"""People between you and who could help, at most."""
LOOKED_AT: Final = 40
"""People who could help for whom a way is looked for."""

_HOW: Final[Mapping[How, str]] = {
    "said": "knows",
    "introduced": "was introduced to",
    "met through": "was met through",
    "by way of": "led to",
    "together": "was there with",
}


class Helper(NamedTuple):
    """Somebody who could help."""

    contact: str
    said: Said
    """What of theirs fits."""
    score: float
    ground: str
    """When you last gave to them, in words."""


class Lead(NamedTuple):
    """A way to somebody who could help."""

    path: tuple[str, ...]
    """Contacts, the one to turn to first, the one who could help last."""
    how: tuple[str, ...]
    """Between each two of them, in words: `knows`."""
    said: Said
    """What of the last one's fits."""
    ground: str
    """When you last gave to the first one, in words."""


class Plan(NamedTuple):
    """Whom to turn to with an ask."""

    helpers: tuple[Helper, ...]
    """Who could help, the best first."""
    leads: tuple[Lead, ...]
    """Who could lead there, the shortest ways to the best first."""
    openly: str
    """A post that asks openly, where no fit is good; else empty."""


def plan(text: str, matches: Matches, dealings: Dealings, moment: Moment) -> Plan:
    """Who could help with something, and who could lead there over people who know each other."""
    book = matches.book
    found: dict[str, tuple[float, Said]] = {}
    for said, score in matches.who_has(text, WEAK, moment):
        if said.contact not in found or found[said.contact][0] < score:
            found[said.contact] = score, said
    best = sorted(found, key=lambda id_: (-round(found[id_][0], 6), -dealings.count(id_, moment.today), id_))
    helpers = tuple(Helper(id_, found[id_][1], found[id_][0], ground(id_, dealings, moment)) for id_ in best[:MOST])
    leads = _leads(best[:LOOKED_AT], found, matches.pairs.acquaintance, book, dealings, moment)
    strong = any(helper.score >= STRONG for helper in helpers)
    openly = "" if strong else f"posted: looking for {clean(text).strip()}"
    return Plan(helpers, tuple(leads), openly)


def ground(contact: str, dealings: Dealings, moment: Moment) -> str:
    """How the ground lies: when you last gave to somebody, and what, in words."""
    for record in reversed(dealings.with_contact(contact)):
        day = iso(record.at)
        if record.direction in ("gave", "mutual") and day is not None and day <= moment.today:
            return f"{_given(record)}, {ago((moment.today - day).days)}"
    return "nothing went out to them yet"


def _given(record: Interaction) -> str:
    """A give in short words."""
    text = clean(record.text)
    kind = {"meet": "you met", "chat": "you chatted"}.get(record.kind) if record.direction == "mutual" else None
    return f"{kind or f'you gave: {record.kind}'}{f' ({text})' if text else ''}"


def _leads(
    helpers: Iterable[str],
    found: Mapping[str, tuple[float, Said]],
    acquaintance: Acquaintance,
    book: Book,
    dealings: Dealings,
    moment: Moment,
) -> list[Lead]:
    """Of each who could help the best way to them, over people whom you deal with more."""

    def nearness(contact: str) -> int:
        return dealings.count(contact, moment.today, 365)

    leads: list[tuple[int, int, Lead]] = []
    for place, helper in enumerate(helpers):
        path = _way(helper, acquaintance, book.contacts, nearness)
        if path:
            said = found[helper][1]
            how = tuple(_told(acquaintance, one, other) for one, other in pairwise(path))
            leads.append((len(path), place, Lead(path, how, said, ground(path[0], dealings, moment))))
    return [lead for _, _, lead in nsmallest(MOST, leads)]


def _way(
    helper: str, acquaintance: Acquaintance, contacts: Mapping[str, Contact], nearness: Callable[[str], int]
) -> tuple[str, ...]:
    """The way to somebody over one or two people, the first one dealt with more than they are; empty without one."""
    least = nearness(helper)
    reached: dict[str, tuple[str, ...]] = {helper: (helper,)}
    edge = [helper]
    for _ in range(STEPS):
        beyond: dict[str, tuple[str, ...]] = {}
        for one in edge:
            for other in acquaintance.known_to(one):
                if other not in reached and other in contacts and contacts[other].circle != "never":
                    beyond.setdefault(other, (other, *reached[one]))
        near = [one for one in beyond if nearness(one) > least]
        if near:
            return beyond[min(near, key=lambda one: (-nearness(one), one))]
        reached.update(beyond)
        edge = list(beyond)
    return ()


def _told(acquaintance: Acquaintance, one: str, other: str) -> str:
    tie = acquaintance.tie(one, other)
    return _HOW[tie.how] if tie else "knows"


def open_ask(book: Book, text: str, moment: Moment, ids: Ids) -> Work[Ask]:
    """Note something that you need; an open ask in the same words stays. Raises BadInputError."""
    words = " ".join(text.split())
    if not words:
        raise BadInputError("Say what you need, such as: a flat in Lisbon.")
    known = next((one for one in book.asks.values() if one.text == words and one.stage != "closed"), None)
    if known is not None:
        return Work("an ask", (), known)
    made = Ask(id=ids(), text=words, opened=moment.day)
    return Work(f"I need {clean(words)}", (Put(made),), made)


def asked(book: Book, id_: str, whom: str) -> Work[Ask]:
    """Note that somebody was asked; raises ChangedError, NotFoundError or BadInputError."""
    record = _open(book, id_)
    if whom not in book.contacts:
        raise NotFoundError("This person is no longer in the book.")
    if whom in record.asked:
        raise BadInputError(f"{full_name(whom, book.contacts)} was asked already.")
    stage: AskStage = "asked" if record.stage == "open" else record.stage
    return _changed(
        f"asked {full_name(whom, book.contacts)}", replace(record, stage=stage, asked=(*record.asked, whom))
    )


def answered(book: Book, id_: str, whom: str, *, helped: bool) -> Work[Ask]:
    """Note how somebody answered, who counts as asked by that; raises ChangedError or NotFoundError."""
    record = _open(book, id_)
    if whom not in book.contacts:
        raise NotFoundError("This person is no longer in the book.")
    name = full_name(whom, book.contacts)
    others = tuple(one for one in record.helped if one != whom)
    refused = tuple(one for one in record.could_not if one != whom)
    every = record.asked if whom in record.asked else (*record.asked, whom)
    if helped:
        made = replace(record, stage="helped", asked=every, helped=(*others, whom), could_not=refused)
        return _changed(f"{name} helped", made)
    stage: AskStage = "helped" if others else "asked"
    made = replace(record, stage=stage, asked=every, helped=others, could_not=(*refused, whom))
    return _changed(f"{name} could not help", made)


def close(book: Book, id_: str, moment: Moment, by: str = "") -> Work[Ask]:
    """Close an ask, by a return or without one; who gave it has helped. Raises ChangedError or NotFoundError."""
    record = _open(book, id_)
    if not by:
        return _changed("closed", replace(record, stage="closed", closed=moment.day))
    came = book.interactions.get(by)
    if came is None or came.direction != "got":
        raise NotFoundError("An ask is closed by something that came back; it is not in the book.")
    helped = tuple(dict.fromkeys((*record.helped, *came.people)))
    could_not = tuple(one for one in record.could_not if one not in helped)
    made = replace(
        record, stage="closed", closed=moment.day, closed_by=by, helped=helped, could_not=could_not,
        asked=tuple(dict.fromkeys((*record.asked, *came.people))),
    )  # fmt: skip
    return _changed("closed by what came back", made)


def closing(book: Book, record: Ask, today: date) -> list[Interaction]:
    """The returns that may close an ask: since it was opened, from those asked or by way of them, the newest first."""
    circle = {*record.asked, *record.helped}
    return sorted(_returns(book, record, circle, today), key=lambda one: (one.at, one.id), reverse=True)


def _returns(book: Book, record: Ask, circle: set[str], today: date) -> Iterator[Interaction]:
    for one in book.interactions.values():
        is_since = record.opened <= one.at[:10] <= today.isoformat()
        if one.direction == "got" and is_since and circle.intersection((*one.people, *one.via)):
            yield one


def _open(book: Book, id_: str) -> Ask:
    record = book.asks.get(id_)
    if record is None:
        raise NotFoundError("This ask is no longer in the book.")
    if record.stage == "closed":
        raise ChangedError("This ask is closed.")
    return record


def _changed(words: str, record: Ask) -> Work[Ask]:
    return Work(f"{words}: {clean(record.text)}", (Put(record),), record)
