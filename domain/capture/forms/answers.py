"""Clauses in which somebody answers a question, and those about your own needs."""

from itertools import combinations
from typing import Final

from domain.capture.clause import Clause
from domain.capture.dates import date_at
from domain.capture.drafts import AnswerDraft, AskDraft, Draft, KnowsDraft
from domain.capture.forms.naming import leave_in_text, listed
from domain.capture.lexicon import DETERMINERS, ME_OBJECT
from domain.capture.questions import question_at
from domain.capture.reader import Reader, Subject
from domain.capture.verbs import verb_at

ASKING: Final[tuple[tuple[str, ...], ...]] = (
    ("i'm", "looking", "for"), ("i", "am", "looking", "for"), ("we're", "looking", "for"), ("looking", "for"),
    ("i'm", "searching", "for"), ("i", "need"), ("we", "need"), ("im", "looking", "for"),
    ("we", "are", "looking", "for"), ("searching", "for"), ("in", "need", "of"),
)  # fmt: skip

_SAID: Final[tuple[tuple[str, ...], ...]] = (
    ("told", "me", "that"), ("told", "us", "that"), ("told", "me"), ("told", "us"), ("said", "that"), ("said",),
    ("says", "that"), ("says",), ("mentioned", "that"), ("mentioned",), ("thinks",), ("reckons",),
)  # fmt: skip
HEARSAY: Final[tuple[tuple[str, ...], ...]] = (
    ("heard", "that"), ("heard",), ("apparently",), ("turns", "out", "that"), ("turns", "out"), ("sounds", "like"),
    ("looks", "like"), ("seems", "like"), ("seems",), ("btw",), ("fyi",), ("found", "out", "that"), ("found", "out"),
    ("learned", "that"), ("learnt", "that"), ("remember",), ("i", "think"), ("it", "seems"),
)  # fmt: skip
"""Before what somebody wants or knows, they say where you have it from."""


def ask(reader: Reader, clause: Clause, subject: Subject) -> list[Draft] | None:
    """*I'm looking for*, *I need*, with nobody named: something you need yourself."""
    size = clause.begins(subject.first, *ASKING) or _bare_need(reader, clause, subject.first)
    after = subject.first + size
    of_somebody = reader.carried and clause.key(subject.first) in ("looking", "searching", "in")
    if not size or clause.key(after) == "to" or of_somebody:
        return None
    text = clause.text(after)
    if not text:
        return None
    reader.token(subject.first, after, "ask", "I need")
    return [AskDraft(text=text, opened=reader.day_said(clause))]


def _bare_need(reader: Reader, clause: Clause, start: int) -> int:
    """*need a plumber*, with nobody it could be the need of."""
    return int(clause.key(start) == "need" and clause.key(start + 1) in DETERMINERS and not reader.carried)


def answer(reader: Reader, clause: Clause, subject: Subject) -> list[Draft] | None:
    """*X is looking for Y* and the other questions."""
    subject = _spoken_of(reader, clause, subject)
    if subject.me:
        return None
    people = subject.people or reader.carried
    phrase = question_at(clause.keys, subject.end, being=subject.being, would=subject.would)
    if phrase is None or not people:
        return None
    after = subject.end + phrase.size
    if after >= clause.end or clause.key(after) in ME_OBJECT or _wants_to_meet(reader, clause, after):
        return None
    reader.token(subject.end, after, "answer", phrase.question.replace("_", " "))
    learnt = reader.day_said(clause)
    text = clause.text(after)
    leave_in_text(reader, clause, after)
    if not text:
        return None
    reader.carry(people)
    return [AnswerDraft(contact=person, question=phrase.question, text=text, learnt=learnt) for person in people]


def _wants_to_meet(reader: Reader, clause: Clause, start: int) -> bool:
    """Whether what somebody wants is no more than your company: *wants to catch up in January*."""
    verb = verb_at(clause.keys, start + 1, "base") if clause.key(start) == "to" else None
    if verb is None or verb.kind not in ("chat", "meet", "call"):
        return False
    after = start + 1 + verb.size
    after += clause.key(after) == "with"
    if after > start + 1 + verb.size or clause.key(after) in ME_OBJECT:
        return clause.key(after) in ME_OBJECT
    ends = after >= clause.last_left() or date_at(clause.keys, after, reader.today) is not None
    return ends or clause.key(after) in ("in", "next", "again", "some", "soon", "sometime")


def _spoken_of(reader: Reader, clause: Clause, subject: Subject) -> Subject:
    """Of whom it is said: in *X said Y is …* that is Y, in *X said she is …* it is X."""
    hearsay = clause.begins(subject.first, *HEARSAY)
    if hearsay and clause.key(subject.first + hearsay) != "from":
        subject = reader.subject(clause, subject.first + hearsay)
    said = clause.begins(subject.end, *_SAID) if subject.people and not subject.me else 0
    if not said:
        return subject
    reader.carry(subject.people)
    about = reader.subject(clause, subject.end + said)
    return about if about.people or about.me else about._replace(people=subject.people)


def knows(reader: Reader, clause: Clause, subject: Subject) -> list[Draft] | None:
    """*X knows Y*, *X and Y know each other*; what else is said of it is a note."""
    subject = _spoken_of(reader, clause, subject)
    people = subject.people or (reader.carried if not subject.me else ())
    if not people or clause.key(subject.end) not in ("knows", "know", "knew"):
        return None
    start = subject.end + 1
    each_other = clause.begins(start, ("each", "other"), ("one", "another"))
    known, end = (people[1:], start + each_other) if each_other else listed(reader, clause, start)
    if not known or clause.key(end) in ("'s",):
        return None
    reader.token(subject.end, end, "knows", "knows")
    day = reader.day_said(clause)
    pairs = combinations(people, 2) if each_other else ((a, b) for a in people for b in known)
    drafts: list[Draft] = [KnowsDraft(a=a, b=b, said=day) for a, b in pairs if a != b]
    reader.carry(people)
    more = clause.text(end)
    if drafts and more:
        drafts.extend(reader.note(clause, people, clause.text(subject.end)))
    return drafts or None
