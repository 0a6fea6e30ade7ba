"""Whom to turn to with something that you need: who could help, and who could lead there."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from heapq import nsmallest
from itertools import pairwise
from typing import Final, NamedTuple

from domain.acquaintance import Acquaintance
from domain.book import Book
from domain.dealings import Dealings
from domain.inbox.names import called
from domain.lines import happened
from domain.matching.matches import Matches
from domain.matching.said import Said
from domain.model import Contact, Interaction, Kind
from domain.moment import Moment
from domain.text import clean
from domain.words import ago, iso

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

_HOW: Final[Mapping[str, tuple[str, str]]] = {
    "knows": ("{} knows {}", "who knows {}"),
    "was introduced to": ("{} was introduced to {}", "who was introduced to {}"),
    "has met": ("{} has met {}", "who has met {}"),
    "led you to": ("{} led you to {}", "who led you to {}"),
    "was led to by": ("{} came by way of {}", "who came by way of {}"),
    "you met through them": ("you met {1} through {0}", "through whom you met {}"),
    "was met through": ("you met {} through {}", "whom you met through {}"),
}
"""Each tie between two people in words, as it opens a way and as it goes on."""

_TOGETHER: Final[Mapping[Kind, str]] = {"meet": "you met", "chat": "you chatted", "call": "you talked"}
"""What you did together, by its kind."""


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
    way: str
    """The whole way in words: `Ana knows Ben, who knows Cara`."""
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
    helpers = tuple(
        Helper(id_, found[id_][1], found[id_][0], ground(id_, dealings, moment, book)) for id_ in best[:MOST]
    )
    leads = _leads(best[:LOOKED_AT], found, matches.pairs.acquaintance, book, dealings, moment)
    strong = any(helper.score >= STRONG for helper in helpers)
    openly = "" if strong else f"posted: looking for {clean(text).strip()}"
    return Plan(helpers, tuple(leads), openly)


def ground(contact: str, dealings: Dealings, moment: Moment, book: Book) -> str:
    """How the ground lies: when you last gave to somebody, and what, in words."""
    for record in reversed(dealings.with_contact(contact)):
        day = iso(record.at)
        if record.direction in ("gave", "mutual") and day is not None and day <= moment.today:
            return f"{_given(record, contact, book)}, {ago((moment.today - day).days)}"
    return "nothing went out to them yet"


def _given(record: Interaction, contact: str, book: Book) -> str:
    """A give in words: `you called about the move`."""
    if record.direction == "mutual":
        verb = _TOGETHER.get(record.kind, "you were together")
        return f"{verb}: {clean(record.text)}" if record.text.strip() else verb
    words = happened(record, contact, book)
    return f"you introduced them{words.removeprefix('introduced')}" if record.kind == "introduction" else f"you {words}"


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

    ways = (_way(helper, acquaintance, book.contacts, nearness) for helper in helpers)
    leads: list[Lead] = []
    for path in nsmallest(MOST, filter(None, ways), key=len):
        how = tuple(_told(acquaintance, one, other, book) for one, other in pairwise(path))
        said = found[path[-1]][1]
        leads.append(Lead(path, how, way(path, how, book.contacts), said, ground(path[0], dealings, moment, book)))
    return leads


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


def _told(acquaintance: Acquaintance, one: str, other: str, book: Book) -> str:
    """How somebody knows the next one on a way."""
    tie = acquaintance.tie(one, other)
    if tie is None or tie.how == "said":
        return "knows"
    if tie.how == "introduced":
        return "was introduced to"
    if tie.how == "met through":
        return "you met through them" if tie.record == other else "was met through"
    act = book.interactions.get(tie.record)
    if tie.how == "by way of" and act is not None:
        return "led you to" if one in act.via else "was led to by"
    return "has met"


def way(path: Sequence[str], how: Sequence[str], contacts: Mapping[str, Contact]) -> str:
    """A way over people in words: `Ana knows Ben, through whom you met Cara`."""
    names = [called(one, contacts) for one in path]
    parts = [_HOW[how[0]][0].format(*names[:2])] if how else names
    parts += [_HOW[step][1].format(name) for step, name in zip(how[1:], names[2:], strict=False)]
    return ", ".join(parts)
