"""I have 5, 15 or 30 minutes: concrete gives that fit, from what is owed, known and quiet."""

from collections.abc import Iterator, Sequence
from itertools import islice
from operator import attrgetter
from typing import Final, NamedTuple

from domain.capture.verbs import verb_at
from domain.inbox.first import first_give
from domain.inbox.follow_ups import follow_up_item
from domain.inbox.index import Index
from domain.inbox.item import Item, in_words
from domain.inbox.names import all_called, called
from domain.inbox.opening import ask_about
from domain.inbox.proposals import for_what, proposal
from domain.inbox.stale import newest
from domain.inbox.thanks import thanks
from domain.inbox.ties import rhythm
from domain.model import Answer, Kind
from domain.moment import Moment
from domain.text import clean, fold
from domain.words import can_be_sent

CHOICES: Final = (5, 15, 30)
"""The minutes that one may have."""
MOST: Final = 6
"""Gives that are offered at once."""
OF_ONE: Final = 2
"""Gives from one source that are offered before those of another."""
AHEAD: Final = 7
"""Days ahead in which a promise is worth keeping early."""

MINUTES: Final[dict[Kind, int]] = {
    "smile": 2,
    "message": 5,
    "thanks": 5,
    "share": 5,
    "post": 10,
    "lead": 10,
    "introduction": 10,
    "chat": 15,
    "call": 15,
    "listen": 30,
    "help": 30,
    "meet": 60,
    "turn up": 60,
}
"""How long each kind of giving takes about."""
_UNKNOWN: Final = 15
_BY_TIME: Final = ((30, "listen to", "listened to"), (15, "call", "called"), (0, "message", "messaged"))
"""What one does with somebody in so many minutes, to be done and as it was done."""


class Give(NamedTuple):
    """Something that can be given now."""

    words: str
    """Such as `message Ana: ask how the studio hunt went`."""
    minutes: int
    """How long it takes about."""
    line: str
    """The line with which `d` opens."""
    people: tuple[str, ...]
    item: Item | None = None
    """The item that is done with it; None where the line is captured by itself."""


def gives_for(index: Index, moment: Moment, minutes: int, matches: Sequence[Item] = (), most: int = MOST) -> list[Give]:
    """The gives that fit into so many minutes, what is owed first; one for each person, nobody met today.

    At first two from each source, so that there is something to choose from; then more of what there is.
    """
    taken = _met_today(index, moment)
    found: list[Give] = []
    sources = [_fitting(source, minutes, taken) for source in _sources(index, moment, minutes, matches)]
    for many in (OF_ONE, most):
        for source in sources:
            found += islice(source, min(many, most - len(found)))
    return found


def _fitting(gives: Iterator[Give], minutes: int, taken: set[str]) -> Iterator[Give]:
    """Those that fit, for people of whom nothing else is offered."""
    for give in gives:
        if give.minutes <= minutes and not taken.intersection(give.people):
            taken.update(give.people)
            yield give


def _met_today(index: Index, moment: Moment) -> set[str]:
    """The people to whom something went out today, or with whom something happened."""
    today = (one for one in index.book.interactions.values() if one.at.startswith(moment.day))
    return {person for one in today if one.direction != "none" for person in one.people}


def _sources(index: Index, moment: Moment, minutes: int, matches: Sequence[Item]) -> list[Iterator[Give]]:
    """All there is to give: promises, thanks, introductions, what people told you, who is quiet, a post."""
    day = moment.day
    owed = (due for due in thanks(index, moment) if not index.put_away(due.key, day))
    return [
        _promises(index, moment),
        (_thanks(index, in_words(due), moment) for due in owed),
        (_match(index, match, moment) for match in matches if not index.put_away(match.key, day)),
        _answers(index, moment, minutes),
        _quiet(index, moment, minutes),
        (_post(index, item, moment) for item in first_give(index, moment) if not item.people),
    ]


def _post(index: Index, item: Item, moment: Moment) -> Give:
    """Write something for everybody."""
    return Give(item.reason, MINUTES["post"], proposal(item, index, moment), (), item)


def _promises(index: Index, moment: Moment) -> Iterator[Give]:
    """The open promises that are due or soon will be, the oldest first."""
    last = moment.today.toordinal() + AHEAD
    records = [
        one
        for one in index.book.follow_ups.values()
        if one.state == "open" and one.kind == "promise" and index.dealings.ordinal(one.due) <= last
    ]
    for record in sorted(records, key=attrgetter("due", "id")):
        item = follow_up_item(index, record, moment)
        if index.put_away(item.key, moment.day):
            continue
        who, text = all_called(record.people, index.book.contacts), clean(record.text)
        words = f"send {who} {text}" if who and can_be_sent(text) else f"keep your promise: {text or 'help'}"
        if who and not can_be_sent(text):
            words = f"keep your promise to {who}: {text or 'help'}"
        line = proposal(item, index, moment)
        yield Give(words, minutes_of(line), line, record.people, item)


def minutes_of(line: str) -> int:
    """How long the act that opens a line takes about."""
    verb = verb_at([fold(word).strip(",.;:!?") for word in line.split()], 0, "past")
    return MINUTES.get(verb.kind, _UNKNOWN) if verb else _UNKNOWN


def _thanks(index: Index, item: Item, moment: Moment) -> Give:
    """Say thanks for a return."""
    who = all_called(item.people, index.book.contacts)
    words = f"thank {who} {for_what(index.book.interactions[item.record])}"
    return Give(words, MINUTES["thanks"], proposal(item, index, moment), item.people, item)


def _match(index: Index, item: Item, moment: Moment) -> Give:
    """Introduce two people who can help each other."""
    a, b = (called(person, index.book.contacts) for person in item.people[:2])
    words = f"introduce {a} to {b}: {item.reason}"
    return Give(words, MINUTES["introduction"], proposal(item, index, moment), item.people, item)


def _answers(index: Index, moment: Moment, minutes: int) -> Iterator[Give]:
    """Ask about what people told you, who was not dealt with for longest first; what has expired is left out."""
    oldest = moment.today.toordinal() - 2 * index.settings.fresh_days
    found = []
    for contact, told in index.answers().items():
        if not index.cadence(contact):
            continue
        asked = [one for one in newest(told) if _worth_asking(one) and index.dealings.ordinal(one.learnt) > oldest]
        if asked:
            last = index.dealings.last(contact, moment.today)
            found.append((last.toordinal() if last else 0, contact, max(asked, key=attrgetter("learnt", "id"))))
    length, verb, past = _act_for(minutes)
    for _, contact, answer in sorted(found, key=lambda one: one[:2]):
        who = called(contact, index.book.contacts)
        line = f"{past} {who} about {clean(answer.text)}"
        yield Give(f"{verb} {who}: {ask_about(answer)}", length, line, (contact,))


def _worth_asking(answer: Answer) -> bool:
    """Whether an answer is one to ask about."""
    return answer.state == "open" and answer.question != "offers"


def _quiet(index: Index, moment: Moment, minutes: int) -> Iterator[Give]:
    """Turn to those out of rhythm, the longest quiet first."""
    dues = [due for due in rhythm(index, moment) if not index.put_away(due.key, moment.day)]
    dues.sort(key=lambda due: (-due.score, due.due, due.key))
    length, verb, past = _act_for(minutes)
    for due in dues:
        item = in_words(due)
        who = called(item.people[0], index.book.contacts)
        yield Give(f"{verb} {who}: {item.reason}", length, f"{past} {who}", item.people, item)


def _act_for(minutes: int) -> tuple[int, str, str]:
    """How long, what to do and how it is said once done, for so many minutes."""
    least, verb, past = next(one for one in _BY_TIME if minutes >= one[0])
    return least or MINUTES["message"], verb, past
