"""An introduction from the idea to thanks: its stages, the next step with its day, and how each is taken.

Both are asked first, in either order, unless they would not mind; then they are brought together; three weeks on you
ask once how it went. It can be declined at any stage. The second of the two is the one of whom something is wanted, and
is asked first unless you choose otherwise.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Final, Literal, NamedTuple

from domain.book import Book, Put, Work
from domain.errors import BadInputError, ChangedError, NotFoundError
from domain.ids import is_id
from domain.model import Contact, Interaction, Introduction, Outcome, Stage
from domain.moment import Moment
from domain.text import clean
from domain.words import iso

Ids = Callable[[], str]
"""Makes ids of new records."""
Act = Literal["ask", "introduce", "outcome", "thank"]
"""What the next step is."""

RESTS: Final[Mapping[Stage, int]] = {"idea": 5, "asked_a": 5, "asked_b": 5, "made": 21}
"""Days that an introduction rests at a stage before its next step is due."""
BOTH: Final = " ↔ "
"""Stands in a reason between what the one needs and what the other has."""
ASKED_FOR: Final = 14
"""Days for which you are asked how it went; then that is unknown."""
UNDER_WAY: Final[frozenset[Stage]] = frozenset({"idea", "asked_a", "asked_b"})
"""Stages before the two have been brought together."""
OPEN: Final[frozenset[Stage]] = UNDER_WAY | {"made"}
"""Stages after which something is still to be asked or told."""


class Step(NamedTuple):
    """What is to be done next."""

    act: Act
    words: str
    """Such as `ask Dee`."""
    whom: str
    """The contact to turn to first."""
    due: date | None
    """The day on which it comes into the inbox; None where it is only offered."""


def asked(record: Introduction) -> tuple[str, ...]:
    """Who of the two has been asked, in order."""
    first, second = (record.b, record.a) if record.asked_first == "b" else (record.a, record.b)
    if record.stage not in ("asked_a", "asked_b"):
        return ()
    is_first = record.stage == ("asked_b" if record.asked_first == "b" else "asked_a")
    return (first,) if is_first else (first, second)


def to_ask(record: Introduction) -> tuple[str, ...]:
    """Who of the two is still to be asked, the next one first."""
    done = asked(record)
    return tuple(one for one in (record.b, record.a) if one not in done) if record.stage in UNDER_WAY else ()


def standing(record: Introduction, today: date) -> Introduction:
    """An introduction as it stands on a day: how it went is unknown once you were asked and have not said."""
    since = reached(record, today)
    over = since + timedelta(days=RESTS["made"] + ASKED_FOR)
    if record.stage != "made" or today < over:
        return record
    return replace(record, stage="outcome", outcome="unknown", since=over.isoformat())


def next_step(record: Introduction, contacts: Mapping[str, Contact], today: date) -> Step | None:
    """What is to be done next; None where all is done, or where the two are not two people of the book any more."""
    now = standing(record, today)
    if now.a == now.b or now.a not in contacts or now.b not in contacts:
        return None
    names = {id_: first_name(contacts[id_]) for id_ in (now.a, now.b)}
    heard = bool(asked(now)) and set(asked(now)) <= set(now.yes)
    due = reached(now, today) + timedelta(days=0 if heard else RESTS.get(now.stage, 0))
    waiting = to_ask(now)
    if waiting:
        return Step("ask", f"ask {names[waiting[0]]}", waiting[0], due)
    if now.stage in UNDER_WAY:
        return Step("introduce", f"introduce {names[now.a]} to {names[now.b]}", now.a, due)
    if now.stage == "made":
        return Step("outcome", "how did it go?", now.a, due)
    if now.stage == "outcome" and now.outcome == "good":
        return Step("thank", f"thank {names[now.a]} and {names[now.b]}, if you like", now.a, None)
    return None


def where_it_stands(record: Introduction, contacts: Mapping[str, Contact], today: date) -> str:
    """The stage in words: `Kofi said yes`, `Kofi was asked`, `made`, `went well`."""
    now = standing(record, today)
    if now.stage == "declined":
        return "declined"
    if now.a == now.b:
        return "both are one person now"
    if now.a not in contacts or now.b not in contacts:
        return "somebody is no longer in the book"
    said = [first_name(contacts[id_]) for id_ in asked(now) if id_ in now.yes]
    waiting = [first_name(contacts[id_]) for id_ in asked(now) if id_ not in now.yes]
    if len(said) > 1:
        return "both said yes"
    if len(waiting) > 1:
        return "both were asked"
    parts = [*(f"{name} said yes" for name in said), *(f"{name} was asked" for name in waiting)]
    outcomes: dict[Outcome, str] = {"good": "went well", "none": "nothing came of it"}
    words = {"idea": "an idea", "made": "made", "thanked": "thanked"}
    return ", ".join(parts) or words.get(now.stage) or outcomes.get(now.outcome, "not known how it went")


def reached(record: Introduction, today: date) -> date:
    """The day on which the stage was reached, none ahead: as it is said, else when the record was made, else today."""
    said = iso(record.since)
    if said is None and is_id(record.id):
        said = date(1970, 1, 1) + timedelta(days=int(record.id[:13]) // 86_400_000)
    return min(said, today) if said is not None else today


def first_name(contact: Contact) -> str:
    """The first word of a name, safe to show."""
    return clean(contact.name).split(" ", 1)[0]


def begin(book: Book, a: str, b: str, reason: str, moment: Moment, ids: Ids) -> Work[Introduction]:
    """Take two people up as an idea; the one under way between them stays. Raises BadInputError or NotFoundError."""
    if a == b:
        raise BadInputError("Nobody is introduced to themselves; choose two people.")
    for contact in (a, b):
        if contact not in book.contacts:
            raise NotFoundError("This person is no longer in the book.")
    known = between(book.introductions.values(), a, b)
    if known is not None:
        return Work("taken up", (), known)
    made = Introduction(id=ids(), a=a, b=b, reason=" ".join(reason.split()), stage="idea", since=moment.day)
    return Work(f"an idea: {_both(made, book)}", (Put(made),), made)


def not_these(book: Book, a: str, b: str, reason: str, moment: Moment, ids: Ids) -> Work[Introduction]:
    """Let a suggestion go, so that the two are not suggested for a while; raises NotFoundError or ChangedError."""
    if a not in book.contacts or b not in book.contacts:
        raise NotFoundError("This person is no longer in the book.")
    if between(book.introductions.values(), a, b) is not None:
        raise ChangedError("They were taken up meanwhile; x on the introduction declines it.")
    made = Introduction(id=ids(), a=a, b=b, reason=" ".join(reason.split()), stage="declined", since=moment.day)
    return Work(f"not these two: {_both(made, book)}", (Put(made),), made)


def between(introductions: Iterable[Introduction], a: str, b: str) -> Introduction | None:
    """The introduction that is under way between two people."""
    return next((one for one in introductions if {one.a, one.b} == {a, b} and one.stage in UNDER_WAY), None)


def ask(book: Book, seen: Introduction, whom: str, moment: Moment) -> Work[Introduction]:
    """Note that one of the two was asked; raises BadInputError or ChangedError."""
    record = _as_seen(book, seen)
    if whom not in (record.a, record.b):
        raise BadInputError("This person has no part in the introduction.")
    if whom not in to_ask(record):
        raise ChangedError(f"{_name(whom, book)} was asked already; the next step is another one.")
    return _moved(book, f"asked {_name(whom, book)}", asked_now(record, whom, moment.day))


def asked_now(record: Introduction, whom: str, day: str) -> Introduction:
    """An introduction in which somebody is asked; the first one is remembered."""
    side: Literal["a", "b"] = "a" if whom == record.a else "b"
    first = side if record.stage == "idea" else record.asked_first or "a"
    stage: Stage = "asked_a" if side == "a" else "asked_b"
    return replace(record, stage=stage, asked_first="b" if first == "b" else "", since=day)


def say_yes(book: Book, seen: Introduction, whom: str) -> Work[Introduction]:
    """Note that one of those asked has said yes; raises BadInputError or ChangedError."""
    record = _as_seen(book, seen)
    if whom not in asked(record):
        raise BadInputError(f"{_name(whom, book)} was not asked yet.")
    if whom in record.yes:
        raise ChangedError(f"{_name(whom, book)} has said yes already.")
    return _moved(book, f"{_name(whom, book)} said yes", replace(record, yes=(*record.yes, whom)))


def skip(book: Book, seen: Introduction, moment: Moment) -> Work[Introduction]:
    """Leave out the next question: they would not mind; raises ChangedError where nobody is to be asked."""
    record = _as_seen(book, seen)
    waiting = to_ask(record)
    if not waiting:
        raise ChangedError("Nobody is left to be asked; the next step is to introduce them.")
    passed = asked_now(record, waiting[0], moment.day)
    words = f"{_name(waiting[0], book)} would not mind"
    return _moved(book, words, replace(passed, yes=(*passed.yes, waiting[0])))


def make(book: Book, seen: Introduction, moment: Moment, ids: Ids) -> Work[Introduction]:
    """Bring the two together now, also where not both were asked; it is a give. Raises ChangedError."""
    record = _as_seen(book, seen)
    if record.stage not in UNDER_WAY:
        raise ChangedError("They were brought together already.")
    made = replace(record, stage="made", since=moment.day)
    give = Interaction(
        id=ids(),
        at=moment.stamp,
        direction="gave",
        kind="introduction",
        people=(record.a, record.b),
        text=record.reason,
    )
    return Work(f"introduced {_both(record, book)}", (Put(give), Put(made)), made)


def tell(book: Book, seen: Introduction, outcome: Outcome, moment: Moment) -> Work[Introduction]:
    """Say how it went, also where that was taken to be unknown; raises BadInputError or ChangedError."""
    record = _as_seen(book, seen)
    if not outcome:
        raise BadInputError("It went well, nothing came of it, or it is not known.")
    if record.stage not in ("made", "outcome"):
        raise ChangedError("They were not brought together yet.")
    return _moved(book, "how it went", replace(record, stage="outcome", outcome=outcome, since=moment.day))


def thank(book: Book, seen: Introduction, moment: Moment) -> Work[Introduction]:
    """Note that they were thanked; raises ChangedError where it is not said how it went."""
    record = _as_seen(book, seen)
    if record.stage != "outcome":
        raise ChangedError("First say how it went.")
    return _moved(book, "thanked", replace(record, stage="thanked", since=moment.day))


def decline(book: Book, seen: Introduction, moment: Moment) -> Work[Introduction]:
    """Let it go, at whatever stage: one of them, or you, has said no; raises ChangedError."""
    record = _as_seen(book, seen, alive=False)
    if record.stage == "declined":
        raise ChangedError("This was declined already.")
    return _moved(book, "declined", replace(record, stage="declined", since=moment.day))


def _as_seen(book: Book, seen: Introduction, *, alive: bool = True) -> Introduction:
    """The introduction as the book has it; raises ChangedError where it is another one than was seen."""
    record = book.introductions.get(seen.id)
    if record is None:
        raise ChangedError("This introduction is no longer in the book.")
    if (record.stage, record.yes, {record.a, record.b}) != (seen.stage, seen.yes, {seen.a, seen.b}):
        raise ChangedError("This introduction has moved on meanwhile.")
    if alive and (record.a == record.b or record.a not in book.contacts or record.b not in book.contacts):
        raise ChangedError("These are not two people of the book any more; x declines it.")
    return record


def _moved(book: Book, words: str, record: Introduction) -> Work[Introduction]:
    return Work(f"{words}: {_both(record, book)}", (Put(record),), record)


def _both(record: Introduction, book: Book) -> str:
    return f"{_name(record.a, book)} and {_name(record.b, book)}"


def _name(contact: str, book: Book) -> str:
    known = book.contacts.get(contact)
    return first_name(known) if known is not None else "somebody"
