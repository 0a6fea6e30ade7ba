"""Clauses about what came to you, and the thanks for it."""

from typing import Final

from domain.capture.clause import Clause
from domain.capture.drafts import Draft, Person, Settled
from domain.capture.forms.naming import leave_in_text, listed
from domain.capture.lexicon import ADVERBS, DETERMINERS, FILLERS
from domain.capture.reader import Reader, Subject
from domain.capture.settling import waiting_settled
from domain.capture.verbs import thing_kind, verb_at

_GOT: Final[tuple[tuple[str, ...], ...]] = (
    ("was", "given"), ("were", "given"), ("have", "got"), ("got",), ("received",), ("won",), ("landed",),
)  # fmt: skip

_HEARD: Final[tuple[tuple[str, ...], ...]] = (("heard", "back", "from"), ("heard", "from"))


def got(reader: Reader, clause: Clause, subject: Subject) -> list[Draft] | None:
    """*got a lead from X*, *heard back from X*, *thanks to X for Y*, *a call from X*: a return."""
    if not subject.mine:
        return None
    heard = clause.begins(subject.end, *_HEARD)
    if heard:
        return _heard(reader, clause, subject.end, subject.end + heard)
    if clause.begins(subject.first, ("thanks", "to")):
        return _thanks_to(reader, clause, subject.first + 2)
    start = subject.end
    size = clause.begins(start, *_GOT)
    after = start + size
    while size and clause.key(after) in ADVERBS:
        after += 1
    if size and not _is_got(clause, start, after):
        return None
    if not size:
        after = start + (clause.key(start) in ("a", "an"))
        if clause.key(after + 1) != "from" or clause.mention(after + 2) is None or not _is_thing(clause.key(after)):
            return None
    clause.drop(clause.first, after if size else start)
    givers = _givers(reader, clause, after)
    day = reader.took_place(clause, after)
    text = clause.text()
    kind = thing_kind([clause.key(place) for place in clause.left()], got=True)
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
    if clause.key(after) == "to":
        return False
    if clause.key(start) != "got" or clause.key(after) in DETERMINERS or clause.key(after)[:1].isdigit():
        return True
    gives = ("from", "thanks")
    return any(clause.key(i) in gives for i in range(after, clause.end)) or _is_thing(clause.key(after))


def _givers(reader: Reader, clause: Clause, start: int) -> tuple[Person, ...]:
    """Who is named after *from*, *by* or *thanks to*; who is named after *via* or *through* is the path."""
    givers: list[Person] = []
    place = start
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


def _thanks_to(reader: Reader, clause: Clause, after: int) -> list[Draft] | None:
    people, end = listed(reader, clause, after)
    if not people:
        return None
    start = end + (clause.key(end) == "for")
    clause.drop(clause.first, start)
    day = reader.took_place(clause, start)
    kind = thing_kind([clause.key(place) for place in clause.left()], got=True)
    reader.token(after - 2, after, "direction", "got")
    reader.offer(after - 2, after, "thanked")
    text = clause.text(start)
    return [reader.interaction(clause, direction="got", kind=kind, people=people, day=day, text=text)]


def thanked(reader: Reader, clause: Clause, subject: Subject) -> list[Draft] | None:
    """*thanked X*, *sent thanks to X*: settles the thanks owed."""
    sent = clause.begins(subject.end, ("sent", "thanks", "to"), ("sent", "thanks"), ("sent", "many", "thanks", "to"))
    verb = verb_at(clause.keys, subject.end, "past")
    if not subject.mine or not (sent or (verb is not None and verb.kind == "thanks")):
        return None
    after = subject.end + (sent or (verb.size if verb else 0))
    clause.drop(clause.first, after)
    named, end = listed(reader, clause, after)
    clause.drop(after, end)
    people = named or reader.carried
    day = reader.took_place(clause, after)
    text = clause.text(after)
    if sent:
        text = f"thanks {text}".strip()
    reader.token(subject.end, after, "kind", "thanks")
    settles = tuple(Settled(what="thanks owed", person=person) for person in people)
    kept = reader.interaction(
        clause, direction="gave", kind="thanks", people=people, day=day, text=text, settles=settles
    )  # fmt: skip
    return [kept]
