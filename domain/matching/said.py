"""What each person needs, and what each has that somebody may need."""

from collections.abc import Callable, Iterable, Iterator
from typing import Final, Literal, NamedTuple

from domain.model import Answer, Contact, Question

Had = Question | Literal["does", "organisation"]
"""Where it is told what somebody has: an answer, or what they do and for whom."""

NEEDS: Final[frozenset[Had]] = frozenset({"looking_for", "after", "working_on"})
"""The answers that name a need."""
OFFERS: Final[tuple[Had, ...]] = ("offers", "does", "working_on", "interested_in", "organisation")
"""What names something to be had."""


class Said(NamedTuple):
    """Something that somebody needs or has, in the words of the book."""

    contact: str
    told: Had
    text: str
    record: str = ""
    """The id of the answer; empty where no answer says it."""
    learnt: int = 0
    """The number of the day on which it was learnt; 0 for what does not age."""


def needs_of(answers: Iterable[Answer], ordinal: Callable[[str], int]) -> tuple[Said, ...]:
    """The open needs of one person."""
    return _newest(_said(answer, ordinal) for answer in answers if answer.question in NEEDS and _is_open(answer))


def offers_of(contact: Contact, answers: Iterable[Answer], ordinal: Callable[[str], int]) -> tuple[Said, ...]:
    """What one person has, open answers first, then what they do."""
    told = (_said(answer, ordinal) for answer in answers if answer.question in OFFERS and _is_open(answer))
    return (*_newest(told), *_doing(contact))


def _newest(every: Iterable[Said]) -> tuple[Said, ...]:
    """Of what is said twice in the same words, what was learnt last."""
    found: dict[tuple[str, Had], Said] = {}
    for said in every:
        known = found.get((said.text, said.told))
        if known is None or (known.learnt, known.record) < (said.learnt, said.record):
            found[said.text, said.told] = said
    return tuple(found.values())


def _doing(contact: Contact) -> Iterator[Said]:
    work = ", ".join(part for part in (contact.role, *contact.tags) if part.strip())
    if work:
        yield Said(contact.id, "does", work)
    if contact.organisation.strip():
        yield Said(contact.id, "organisation", contact.organisation)


def _is_open(answer: Answer) -> bool:
    return answer.state == "open" and bool(answer.text.strip())


def _said(answer: Answer, ordinal: Callable[[str], int]) -> Said:
    return Said(answer.contact, answer.question, answer.text, answer.id, ordinal(answer.learnt))
