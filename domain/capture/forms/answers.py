"""Clauses in which somebody answers a question, and those about your own needs."""

from typing import Final

from domain.capture.clause import Clause
from domain.capture.drafts import AnswerDraft, AskDraft, Draft, KnowsDraft
from domain.capture.forms.naming import leave_in_text, listed
from domain.capture.questions import question_at
from domain.capture.reader import Reader, Subject

_ASKING: Final[tuple[tuple[str, ...], ...]] = (
    ("i'm", "looking", "for"), ("i", "am", "looking", "for"), ("we're", "looking", "for"), ("looking", "for"),
    ("i'm", "searching", "for"), ("i", "need"), ("we", "need"),
)  # fmt: skip

_SAID: Final[tuple[tuple[str, ...], ...]] = (
    ("told", "me", "that"), ("told", "me"), ("told", "us"), ("said", "that"), ("said",), ("says", "that"), ("says",),
    ("mentioned", "that"), ("mentioned",),
)  # fmt: skip


def ask(reader: Reader, clause: Clause, subject: Subject) -> list[Draft] | None:
    """*I'm looking for*, *I need*, with nobody named: something you need yourself."""
    size = clause.begins(subject.first, *_ASKING)
    after = subject.first + size
    if not size or clause.key(after) == "to" or (clause.key(subject.first) == "looking" and reader.carried):
        return None
    text = clause.text(after)
    if not text:
        return None
    reader.token(subject.first, after, "ask", "I need")
    return [AskDraft(text=text, opened=reader.day or reader.today)]


def answer(reader: Reader, clause: Clause, subject: Subject) -> list[Draft] | None:
    """*X is looking for Y* and the other questions."""
    people, start, being = subject.people, subject.end, subject.being
    said = clause.begins(start, *_SAID) if people else 0
    if said:
        start, being = _after_said(clause, start + said)
    if subject.me:
        return None
    people = people or reader.carried
    phrase = question_at(clause.keys, start, being=being)
    if phrase is None or not people:
        return None
    after = start + phrase.size
    if after >= clause.end:
        return None
    reader.token(start, after, "answer", phrase.question.replace("_", " "))
    day = reader.day or (clause.lead.past if clause.lead is not None else None)
    learnt = day or (reader.front.past if reader.front is not None else None) or reader.today
    text = clause.text(after)
    leave_in_text(reader, clause, after)
    if not text:
        return None
    reader.carry(people)
    return [AnswerDraft(contact=person, question=phrase.question, text=text, learnt=learnt) for person in people]


def _after_said(clause: Clause, start: int) -> tuple[int, bool]:
    """The word after the pronoun of what was said, and whether *'s* was glued to it."""
    key = clause.key(start)
    if key in ("she", "he", "they"):
        return start + 1, False
    return (start + 1, True) if key in ("she's", "he's", "they're") else (start, False)


def knows(reader: Reader, clause: Clause, subject: Subject) -> list[Draft] | None:
    """*X knows Y*."""
    people = subject.people or (reader.carried if not subject.me else ())
    if not people or clause.key(subject.end) not in ("knows", "know"):
        return None
    known, end = listed(reader, clause, subject.end + 1)
    if not known or clause.text(end):
        return None
    reader.token(subject.end, end, "knows", "knows")
    day = reader.day or reader.today
    pairs: list[Draft] = [KnowsDraft(a=a, b=b, said=day) for a in people for b in known if a != b]
    return pairs or None
