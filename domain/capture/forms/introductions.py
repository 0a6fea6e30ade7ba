"""Clauses in which people are brought together."""

from datetime import timedelta
from itertools import combinations
from typing import Final, NamedTuple

from domain.capture.clause import Clause
from domain.capture.drafts import Draft, IntroductionDraft, Person
from domain.capture.forms.naming import listed
from domain.capture.lexicon import JOINS, ME_OBJECT, PRONOUN_OBJECTS, WAS
from domain.capture.people import is_describing
from domain.capture.reader import Reader, Subject
from domain.capture.verbs import Verb, verb_at

_TO_SOMEBODY: Final = (("introduced", "to"), ("intro'd", "to"), ("introed", "to"))
_ONLY_WITH_WAS: Final = (("connected", "to"), ("connected", "with"), ("put", "in", "touch", "with"))
_GIVING: Final = frozenset({"by", "via", "through"})
"""Before whoever made an introduction to you."""
_SELVES: Final = frozenset({"herself", "himself", "themselves", "themself"})
_BETWEEN: Final = frozenset({"to", "with", "in", "touch", "up", "<>", "<->", "->", "↔", "/"})
"""May stand between two people who are brought together."""


def introduction_idea(
    reader: Reader, clause: Clause, after: int, default: timedelta = timedelta(0)
) -> list[Draft] | None:  # fmt: skip
    """*intro A to B*: an idea, and the promise to do it."""
    pair = _pair(reader, clause, after)
    if pair is None:
        return None
    (a, b), typed, reason_start, described = pair
    if a == b:
        return _to_themselves(reader, clause, a)
    due = reader.falls_due(clause, reason_start)
    reason = _reason(clause, reason_start, described)
    reader.token(after - 1, after, "introduction", "introduction, an idea")
    since = reader.day or reader.today
    text = f"introduce {typed[0]} to {typed[1]}"
    return [
        IntroductionDraft(a=a, b=b, stage="idea", reason=reason, since=since),
        reader.follow_up(clause, "promise", (a, b), text, due, default),
    ]


class _Pair(NamedTuple):
    """Two people brought together."""

    people: tuple[Person, Person]
    typed: tuple[str, str]
    end: int
    """The word after them."""
    described: str
    """What stood between them to say who the second one is: *her boss*."""


def _pair(reader: Reader, clause: Clause, start: int) -> _Pair | None:
    """The two people brought together from this word on, who may be one and the same."""
    people: list[Person | None] = []
    typed: list[str] = []
    described: list[int] = []
    after = start
    while after < clause.end and len(people) < 2:
        mention = clause.mention(after)
        if mention is not None and not mention.owner:
            people.append(reader.person(mention))
            words = reader.line.words[mention.first : mention.end]
            typed.append(" ".join(word.text.removesuffix(word.tail) for word in words))
            after = mention.after
        elif people and clause.key(after) in _SELVES:
            people.append(people[-1])
            typed.append(typed[-1])
            after += 1
        elif clause.key(after) in PRONOUN_OBJECTS and reader.last is not None:
            people.append(reader.last)
            typed.append(reader.name(reader.last).split()[0])
            after += 1
        elif people and (clause.key(after) in _BETWEEN or clause.key(after) in JOINS):
            after += 1
        elif people and (is_describing(clause.key(after)) or reader.line.words[after].owner):
            described.append(after)
            after += 1
        else:
            return None
    if len(people) < 2:
        return None
    after += clause.begins(after, ("in", "touch"))
    a, b = people
    if a is None or b is None:
        return None
    who = clause.text(described[0], described[-1] + 1) if described else ""
    return _Pair((a, b), (typed[0], typed[1]), after, who)


def _to_themselves(reader: Reader, clause: Clause, person: Person) -> list[Draft]:
    """Somebody brought together with nobody else: a note, since nothing was given."""
    reader.warn("nobody is introduced to themselves")
    return reader.note(clause, (person,), clause.text())


def _reason(clause: Clause, start: int, described: str = "") -> str:
    """Why they are brought together, with who the second one is."""
    if clause.key(start) in ("re", "about", "regarding", "because"):
        start += 1
    said = clause.text(start)
    whole = said[:1] == "(" and said.find(")") == len(said) - 1
    return ", ".join(filter(None, (described, said[1:-1] if whole else said)))


def introduced(reader: Reader, clause: Clause, subject: Subject) -> list[Draft] | None:
    """*introduced A to B*, *put A in touch with B*, and the same done to you."""
    passive = _passive(clause, subject.end) if subject.mine else 0
    if passive:
        return _was_introduced(reader, clause, subject.end, subject.end + passive)
    verb = verb_at(clause.keys, subject.end, "past")
    if verb is not None and verb.kind == "introduction":
        if subject.mine or subject.me:
            return _introduced_two(reader, clause, subject, verb)
        return _introduced_me(reader, clause, subject, subject.end + verb.size)
    return None


def _passive(clause: Clause, start: int) -> int:
    """How many words say that you were introduced: *was introduced to*, and *introduced to* right before somebody."""
    was = int(clause.key(start) == "have")
    while clause.key(start + was) in WAS:
        was += 1
    size = clause.begins(start + was, *_TO_SOMEBODY, *(_ONLY_WITH_WAS if was else ()))
    return was + size if size else 0


def _introduced_two(reader: Reader, clause: Clause, subject: Subject, verb: Verb) -> list[Draft] | None:
    after = subject.end + verb.size
    pair = _pair(reader, clause, after)
    if pair is None:
        return None
    fixed = {"put": "touch", "set": "up"}.get(verb.words)
    if fixed is not None and fixed not in clause.keys[after : pair.end]:
        return None
    (a, b), _, end, described = pair
    if a == b:
        return _to_themselves(reader, clause, a)
    clause.drop(clause.first, end)
    day = reader.took_place(clause, end)
    all_alike = not any(clause.key(place) in ("to", "with") for place in range(after, end))
    more, end = listed(reader, clause, end + (clause.key(end) in JOINS))
    clause.drop(clause.first, end if more else clause.first)
    reason = _reason(clause, end if more else pair.end, described)
    people = tuple(dict.fromkeys((a, b, *more)))
    reader.token(subject.end, after, "introduction", "introduction")
    reader.met_on(people, day)
    kept = reader.interaction(clause, direction="gave", kind="introduction", people=people, day=day, text=reason)
    pairs = combinations(people, 2) if all_alike else ((a, other) for other in people[1:])
    return [kept, *(IntroductionDraft(a=one, b=other, stage="made", reason=reason, since=day) for one, other in pairs)]


def _introduced_me(reader: Reader, clause: Clause, subject: Subject, after: int) -> list[Draft] | None:
    if clause.key(after) not in ME_OBJECT:
        return None
    size = clause.begins(after + 1, ("to",), ("with",), ("in", "touch", "with"), ("up", "with"))
    if not size:
        return None
    reader.token(subject.end, after, "introduction", "introduction")
    clause.drop(clause.first, after + 1 + size)
    people, end = _described(reader, clause, after + 1 + size)
    return _met_through(reader, clause, subject.people, people, end)


def _described(reader: Reader, clause: Clause, start: int) -> tuple[tuple[Person, ...], int]:
    """The people from this word on, taken out of the text, and the word after them; *to her boss* stays before them."""
    place = start
    while place < clause.end and (is_describing(clause.key(place)) or reader.line.words[place].owner):
        place += 1
    people, end = listed(reader, clause, place)
    clause.drop(place, end)
    if place > start or not people:
        clause.gone.discard(start - 1)
    return people, end if people else start


def _was_introduced(reader: Reader, clause: Clause, start: int, after: int) -> list[Draft] | None:
    """*was introduced to X by Y*; where nobody is named who did it, you met."""
    clause.drop(clause.first, after)
    people, end = _described(reader, clause, after)
    givers: tuple[Person, ...] = ()
    for place in range(end, clause.end):
        if clause.key(place) in _GIVING and clause.mention(place + 1) is not None and place not in clause.gone:
            givers, last = listed(reader, clause, place + 1)
            clause.drop(place, last)
            break
    if not givers and clause.via:
        givers, clause.via = tuple(clause.via), []
    if not givers:
        day = reader.took_place(clause, end)
        reader.token(start, after, "kind", "meet")
        reader.met_on(people, day)
        text = clause.text()
        return [reader.interaction(clause, direction="mutual", kind="meet", people=people, day=day, text=text)]
    reader.token(start, after, "introduction", "introduction")
    return _met_through(reader, clause, givers, people, end)


def _met_through(
    reader: Reader, clause: Clause, givers: tuple[Person, ...], people: tuple[Person, ...], end: int
) -> list[Draft]:
    """Somebody was introduced to you: a return from who did it."""
    day = reader.took_place(clause, end)
    for person in people if len(givers) == 1 else ():
        reader.met_through(person, givers[0])
    reader.met_on(people, day)
    text = clause.text()
    everybody = tuple(dict.fromkeys((*givers, *people)))
    kept = reader.interaction(clause, direction="got", kind="introduction", people=everybody, day=day, text=text)
    reader.carry(people)
    return [kept]
