"""Clauses about what has not happened: to-dos, promises, and what is waited for."""

from typing import Final

from domain.capture.clause import Clause
from domain.capture.drafts import Draft, Person
from domain.capture.forms.introductions import introduction_idea
from domain.capture.forms.naming import leave_in_text, listed
from domain.capture.lexicon import (
    ADVERBS,
    FILLERS,
    JOINS,
    LEADS,
    MODAL,
    PERSON_PREPOSITIONS,
    PROMISING_LEADS,
    PRONOUN_OBJECTS,
    TO_DO_FILLERS,
)
from domain.capture.reader import A_WEEK, Reader, Subject
from domain.capture.verbs import FIXED_PAST, Verb, verb_at

_PROMISED: Final[tuple[tuple[str, ...], ...]] = (("promised",), ("owe",), ("told",))

_WOULD: Final[tuple[tuple[str, ...], ...]] = (
    ("that", "i'd"), ("that", "i", "would"), ("that", "i'll"), ("that", "i", "will"), ("i'd",), ("i", "would"),
    ("i'll",), ("i", "will"), ("to",),
)  # fmt: skip

_WAITING: Final[tuple[tuple[str, ...], ...]] = (
    ("waiting", "on"), ("waiting", "for"), ("am", "waiting", "on"), ("am", "waiting", "for"),
)  # fmt: skip

_OWING: Final[tuple[tuple[str, ...], ...]] = (("owes", "me"), ("owes", "us"), ("promised", "me"), ("promised", "us"),
                                              ("promised",), ("owe", "me"))  # fmt: skip


def promise(reader: Reader, clause: Clause, subject: Subject) -> list[Draft] | None:
    """*promised X Y*, *told X I'd Y*, *owe X Y*."""
    size = clause.begins(subject.end, *_PROMISED) if subject.mine else 0
    if not size:
        return None
    start = after = subject.end + size
    people: list[Person] = []
    while after < clause.end:
        mention = clause.mention(after)
        person = reader.person(mention) if mention is not None and not mention.owner else None
        if person is not None and mention is not None:
            people.append(person)
            after = mention.after
        elif clause.key(after) in PRONOUN_OBJECTS and reader.last is not None and after == start:
            people.extend(reader.carried if clause.key(after) == "them" else (reader.last,))
            after += 1
        elif clause.key(after) in JOINS and people and clause.mention(after + 1) is not None:
            after += 1
        else:
            break
    would = clause.begins(after, *_WOULD)
    if clause.key(subject.end) == "told" and (not would or clause.key(after) == "to"):
        return None
    clause.drop(clause.first, after + would)
    if not people:
        people.extend(_receiver(reader, clause, after + would))
    reader.token(subject.end, start, "follow-up", "promise")
    due = reader.falls_due(clause, after + would)
    text = clause.text(after + would)
    leave_in_text(reader, clause, after + would)
    return [reader.follow_up(clause, "promise", tuple(people) or reader.carried, text, due, A_WEEK)]


def _receiver(reader: Reader, clause: Clause, start: int) -> tuple[Person, ...]:
    """Who is named after the verb of what was promised, or after *to*."""
    verb = verb_at(clause.keys, start, "base")
    if verb is not None:
        return reader.participants(clause, start + verb.size, start + verb.size)
    for place in range(start, clause.end - 1):
        mention = clause.mention(place + 1)
        if clause.key(place) == "to" and mention is not None and not mention.owner:
            person = reader.person(mention)
            clause.drop_mention(mention)
            return (person,) if person is not None else ()
    return ()


def waiting(reader: Reader, clause: Clause, subject: Subject) -> list[Draft] | None:
    """*waiting on X for Y*, *X owes me Y*, *X promised me Y*."""
    size = clause.begins(subject.end, *_WAITING) if subject.mine else 0
    if size:
        after = subject.end + size
        people, after = listed(reader, clause, after)
        after += clause.key(after) in ("for", "to") and bool(people)
    else:
        size = clause.begins(subject.end, *_OWING) if subject.people else 0
        if not size or (size == 1 and clause.mention(subject.end + 1) is not None):
            return None
        after = subject.end + size
        after += clause.key(after) == "to"
        people = subject.people
    clause.drop(clause.first, after)
    reader.token(subject.end, subject.end + size, "follow-up", "waiting")
    due = reader.falls_due(clause, after)
    leave_in_text(reader, clause, after)
    return [reader.follow_up(clause, "waiting", people, clause.text(after), due, A_WEEK)]


def to_do(reader: Reader, clause: Clause, subject: Subject) -> list[Draft] | None:
    """A base form, *need to*, *should*, *I'll*: it has not happened."""
    if not subject.mine:
        return None
    promising = clause.begins(subject.first, *PROMISING_LEADS)
    lead = promising or clause.begins(subject.first, *LEADS, MODAL)
    start = subject.first + lead if lead else subject.end
    while lead and clause.key(start) in ADVERBS:
        start += 1
    if not lead:
        start = _base_start(clause, start)
    if start >= clause.end:
        return None
    verb = verb_at(clause.keys, start, "base") or (verb_at(clause.keys, start, "past") if lead else None)
    if verb is None and clause.key(subject.first) == "to" and lead == 1:
        return None
    clause.drop(clause.first, start)
    after = start + (verb.size if verb else 0)
    if verb is not None and verb.kind == "introduction":
        idea = introduction_idea(reader, clause, after)
        if idea is not None:
            return idea
    default = A_WEEK if promising else A_WEEK * 0
    due = reader.falls_due(clause, after)
    text, people = _to_do_text(reader, clause, start, after)
    reader.token(start, max(after, start + 1), "follow-up", "promise" if promising else "to do")
    if verb is not None and not lead and due is None:
        reader.offer(start, after, verb.past)
    return [reader.follow_up(clause, "promise" if promising else "reminder", people or _carried_for(reader, verb), text,
                             due, default)]  # fmt: skip


def _carried_for(reader: Reader, verb: Verb | None) -> tuple[Person, ...]:
    return () if verb is not None and verb.kind == "post" else reader.carried


def _base_start(clause: Clause, start: int) -> int:
    """The word at which a base form begins; the end of the clause where it is no to-do."""
    if clause.key(start) in TO_DO_FILLERS:
        noun = start + 1
        while clause.key(noun) in FILLERS:
            noun += 1
        if verb_at(clause.keys, noun, "noun") is not None:
            return noun
    verb = verb_at(clause.keys, start, "base")
    if verb is None or verb.words in FIXED_PAST:
        return clause.end
    following = clause.key(start + verb.size)
    if verb_at(clause.keys, start, "noun") is not None and following in ("with", "from"):
        return clause.end
    if verb.size == 1 and following in ("at", "was", "is", "went", "wanted", "from", "of", "in"):
        return clause.end
    return start


def _to_do_text(reader: Reader, clause: Clause, start: int, after: int) -> tuple[str, tuple[Person, ...]]:
    """The words of a to-do and its people: names go where the words can do without them."""
    whole = set(clause.gone)
    plain = clause.text(start)
    people = reader.participants(clause, after, after)
    rest = clause.text(after)
    before = clause.key(after - 1)
    if not rest or rest == clause.text(start) or before in PERSON_PREPOSITIONS:
        clause.gone = whole
        return plain, people
    return clause.text(start), people
