"""Clauses about what came to you, and the thanks for it."""

from typing import Final

from domain.capture.clause import Clause
from domain.capture.drafts import Draft, Person, Settled
from domain.capture.forms.naming import leave_in_text, listed
from domain.capture.lexicon import ADVERBS, DETERMINERS, FILLERS
from domain.capture.reader import Reader, Subject
from domain.capture.settling import waiting_settled
from domain.capture.verbs import thing_kind, verb_at

GOT: Final[tuple[tuple[str, ...], ...]] = (
    ("was", "given"), ("were", "given"), ("have", "got"), ("got",), ("received",), ("won",), ("landed",), ("borrowed",),
)  # fmt: skip

HEARD: Final[tuple[tuple[str, ...], ...]] = (("heard", "back", "from"), ("heard", "from"))
_NOTHING: Final = frozenset({"no", "nothing", "none", "back", "up", "home", "away", "stuck", "lost", "out"})
"""After *got*, nothing came from anybody."""


def got(reader: Reader, clause: Clause, subject: Subject) -> list[Draft] | None:
    """*got a lead from X*, *heard back from X*, *thanks to X for Y*, *a call from X*: a return."""
    if not subject.mine:
        return None
    heard = clause.begins(subject.end, *HEARD)
    if heard:
        return _heard(reader, clause, subject.end, subject.end + heard)
    thanks = clause.begins(subject.first, ("thanks", "to"), ("thanks",))
    if thanks:
        return _thanks_to(reader, clause, subject.first, thanks)
    start = subject.end
    size = clause.begins(start, *GOT)
    after = start + size
    while size and clause.key(after) in ADVERBS:
        after += 1
    if size and not _is_got(clause, start, after):
        return None
    if not size:
        after = start + (clause.key(start) in ("a", "an"))
        come = next((place for place in range(after + 1, after + 4) if clause.key(place) == "from"), 0)
        if not come or clause.mention(come + 1) is None or not _is_thing(clause.key(come - 1)):
            return None
        if any(verb_at(clause.keys, place, "past", "base") for place in range(after, come - 1)):
            return None
    clause.drop(clause.first, after if size else start)
    givers = _givers(reader, clause, after)
    day = reader.took_place(clause, after)
    text = clause.text()
    won = clause.key(start) in ("won", "landed")
    kind = thing_kind([clause.key(place) for place in clause.left()], got=True, won=won)
    reader.token(start, max(after, start + 1), "direction", "got")
    if not givers and not clause.via:
        givers = reader.carried
    settles = waiting_settled(reader, givers, text, only_alike=True)
    kept = reader.interaction(
        clause, direction="got", kind=kind, people=givers, day=day, text=text, settles=settles
    )  # fmt: skip
    return [kept]


def _is_thing(key: str) -> bool:
    return thing_kind([key], got=True) != "share"


def _is_got(clause: Clause, start: int, after: int) -> bool:
    """Whether *got* and the like bring a thing: not *got coffee with*, *got married*, *got to know*."""
    place = after
    while clause.key(place) in FILLERS:
        place += 1
    noun = verb_at(clause.keys, place, "noun")
    if noun is not None and clause.key(place + noun.size) == "with":
        return False
    if clause.key(after) == "to" or clause.key(after) in _NOTHING:
        return False
    mention = clause.mention(after)
    if mention is not None and mention.owner:
        return clause.key(start) == "received" or _is_thing(clause.key(mention.after))
    if clause.key(start) == "got" and mention is not None:
        return False
    if clause.key(start) != "got" or clause.key(after) in DETERMINERS or clause.key(after)[:1].isdigit():
        return True
    gives = ("from", "thanks")
    return any(clause.key(i) in gives for i in range(after, clause.end)) or _is_thing(clause.key(after))


def _givers(reader: Reader, clause: Clause, start: int) -> tuple[Person, ...]:
    """Who is named after *from*, *by* or *thanks to*; who is named after *via* or *through* is the path."""
    givers: list[Person] = []
    place = start
    first = clause.mention(start)
    if first is not None and first.owner:
        person = reader.person(first)
        givers.extend([person] if person is not None else [])
        place = first.after
    while place < clause.end:
        lead = clause.begins(place, ("thanks", "to"), ("from",), ("by",))
        mention = clause.mention(place + 1)
        if lead and clause.mention(place + lead) is not None:
            people, after = listed(reader, clause, place + lead)
            givers.extend(person for person in people if person not in givers)
            if after > place + lead:
                clause.drop(place, after)
            place = max(after, place + 1)
        elif clause.key(place) in ("via", "through") and mention is not None and not mention.owner:
            reader.take_path(clause, mention)
            place = mention.after
        else:
            place += 1
    leave_in_text(reader, clause, start)
    return tuple(givers)


def _heard(reader: Reader, clause: Clause, start: int, after: int) -> list[Draft]:
    people, end = listed(reader, clause, after)
    clause.drop(clause.first, end)
    day = reader.took_place(clause, end)
    text = clause.text(end)
    reader.token(start, after, "direction", "got")
    settles = waiting_settled(reader, people, text, only_alike=False)
    kept = reader.interaction(
        clause, direction="got", kind="message", people=people, day=day, text=text, settles=settles
    )  # fmt: skip
    return [kept]


def _thanks_to(reader: Reader, clause: Clause, start: int, size: int) -> list[Draft] | None:
    """*thanks to X*; without *to* it says for what: *thanks X* alone gave nothing back."""
    after = start + size
    people, end = listed(reader, clause, after)
    if not people or (size == 1 and clause.key(end) != "for"):
        return None
    thing = end + (clause.key(end) == "for")
    clause.drop(clause.first, thing)
    day = reader.took_place(clause, thing)
    kind = thing_kind([clause.key(place) for place in clause.left()], got=True)
    reader.token(start, after, "direction", "got")
    reader.offer(start, after, "thanked")
    text = clause.text(thing)
    return [reader.interaction(clause, direction="got", kind=kind, people=people, day=day, text=text)]


def thanked(reader: Reader, clause: Clause, subject: Subject) -> list[Draft] | None:
    """*thanked X*, *sent thanks to X*: settles the thanks owed."""
    verb = verb_at(clause.keys, subject.end, "past")
    if not subject.mine or verb is None or verb.kind != "thanks" or clause.key(subject.end + verb.size) == "by":
        return None
    after = subject.end + verb.size
    clause.drop(clause.first, after)
    named, end = listed(reader, clause, after)
    clause.drop(after, end)
    people = named or reader.carried
    day = reader.took_place(clause, after)
    text = clause.text(after)
    if verb.size > 1:
        text = f"thanks {text}".strip()
    reader.token(subject.end, after, "kind", "thanks")
    settles = tuple(Settled(what="thanks owed", person=person) for person in people)
    kept = reader.interaction(
        clause, direction="gave", kind="thanks", people=people, day=day, text=text, settles=settles
    )  # fmt: skip
    return [kept]
