"""Clauses in which people are brought together."""

from datetime import timedelta
from itertools import combinations
from typing import Final

from domain.capture.clause import Clause
from domain.capture.drafts import Draft, IntroductionDraft, Person
from domain.capture.forms.naming import listed
from domain.capture.lexicon import JOINS, ME_OBJECT, PRONOUN_OBJECTS, WAS
from domain.capture.reader import Reader, Subject
from domain.capture.verbs import Verb, verb_at

_BETWEEN: Final = frozenset({"to", "with", "in", "touch", "up", "<>", "<->", "->", "↔", "/"})
"""May stand between two people who are brought together."""


def introduction_idea(
    reader: Reader, clause: Clause, after: int, default: timedelta = timedelta(0)
) -> list[Draft] | None:  # fmt: skip
    """*intro A to B*: an idea, and the promise to do it."""
    pair = _pair(reader, clause, after)
    if pair is None:
        return None
    (a, b), typed, reason_start = pair
    due = reader.falls_due(clause, reason_start)
    reason = _reason(clause, reason_start)
    reader.token(after - 1, after, "introduction", "introduction, an idea")
    since = reader.day or reader.today
    text = f"introduce {typed[0]} to {typed[1]}"
    return [
        IntroductionDraft(a=a, b=b, stage="idea", reason=reason, since=since),
        reader.follow_up(clause, "promise", (a, b), text, due, default),
    ]


def _pair(
    reader: Reader, clause: Clause, start: int
) -> tuple[tuple[Person, Person], tuple[str, str], int] | None:  # fmt: skip
    """The two people brought together from this word on, as typed too, and the word after them."""
    people: list[Person | None] = []
    typed: list[str] = []
    after = start
    while after < clause.end and len(people) < 2:
        mention = clause.mention(after)
        if mention is not None and not mention.owner:
            people.append(reader.person(mention))
            words = reader.line.words[mention.first : mention.end]
            typed.append(" ".join(word.text.removesuffix(word.tail) for word in words))
            after = mention.after
        elif clause.key(after) in PRONOUN_OBJECTS and reader.last is not None:
            people.append(reader.last)
            typed.append(reader.name(reader.last).split()[0])
            after += 1
        elif people and (clause.key(after) in _BETWEEN or clause.key(after) in JOINS):
            after += 1
        else:
            return None
    if len(people) < 2:
        return None
    after += clause.begins(after, ("in", "touch"))
    a, b = people
    if a is None or b is None or a == b:
        return None
    return (a, b), (typed[0], typed[1]), after


def _reason(clause: Clause, start: int) -> str:
    if clause.key(start) in ("re", "about", "regarding", "because"):
        start += 1
    return clause.text(start)


def introduced(reader: Reader, clause: Clause, subject: Subject) -> list[Draft] | None:
    """*introduced A to B*, *put A in touch with B*, and the same done to you."""
    verb = verb_at(clause.keys, subject.end, "past")
    if verb is not None and verb.kind == "introduction":
        if subject.mine or subject.me:
            return _introduced_two(reader, clause, subject, verb)
        return _introduced_me(reader, clause, subject, subject.end + verb.size)
    passive = clause.key(subject.end) in WAS and clause.begins(subject.end + 1, ("introduced", "to"))
    return _was_introduced(reader, clause, subject.end + 3) if passive and subject.mine else None


def _introduced_two(reader: Reader, clause: Clause, subject: Subject, verb: Verb) -> list[Draft] | None:
    after = subject.end + verb.size
    pair = _pair(reader, clause, after)
    if pair is None:
        return None
    fixed = {"put": "touch", "set": "up"}.get(verb.words)
    if fixed is not None and fixed not in clause.keys[after : pair[2]]:
        return None
    (a, b), _, end = pair
    clause.drop(clause.first, end)
    day = reader.took_place(clause, end)
    all_alike = not any(clause.key(place) in ("to", "with") for place in range(after, end))
    more, end = listed(reader, clause, end + (clause.key(end) in JOINS))
    clause.drop(clause.first, end if more else clause.first)
    reason = _reason(clause, end if more else pair[2])
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
    people, end = listed(reader, clause, after + 1 + size)
    return _met_through(reader, clause, subject.people, people, end)


def _was_introduced(reader: Reader, clause: Clause, start: int) -> list[Draft] | None:
    people, end = listed(reader, clause, start)
    reader.token(start - 3, start, "introduction", "introduction")
    givers: tuple[Person, ...] = ()
    for place in range(end, clause.end):
        if clause.key(place) == "by" and clause.mention(place + 1) is not None:
            givers, after = listed(reader, clause, place + 1)
            clause.drop(place, after)
            break
    return _met_through(reader, clause, givers, people, end)


def _met_through(
    reader: Reader, clause: Clause, givers: tuple[Person, ...], people: tuple[Person, ...], end: int
) -> list[Draft]:
    """Somebody was introduced to you: a return from who did it."""
    clause.drop(clause.first, end)
    day = reader.took_place(clause, end)
    for person in people if len(givers) == 1 else ():
        reader.met_through(person, givers[0])
    reader.met_on(people, day)
    text = clause.text()
    everybody = tuple(dict.fromkeys((*givers, *people)))
    kept = reader.interaction(clause, direction="got", kind="introduction", people=everybody, day=day, text=text)
    reader.carry(people)
    return [kept]
