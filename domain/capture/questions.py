"""The phrases with which somebody answers one of the five questions."""

from collections.abc import Sequence
from typing import Final, Literal, NamedTuple

from domain.capture.lexicon import ADVERBS
from domain.model import Question

_Being = Literal["needed", "allowed", "never"]

TABLE: Final[tuple[tuple[Question, _Being, tuple[str, ...]], ...]] = (
    ("looking_for", "allowed", ("looking for", "searching for", "hiring", "in need of", "seeking",
                                "on the lookout for", "in the market for")),
    ("looking_for", "needed", ("searching", "recruiting")),
    ("looking_for", "never", ("needs", "need", "wants", "want", "would love", "would like", "is in need of",
                              "could use", "could do with", "asked if i know", "asked if i knew",
                              "asked whether i know", "asked if we know")),
    ("after", "needed", ("after", "aiming for")),
    ("after", "never", ("aims for", "aim for", "aims to", "wants to become", "want to become", "wants to be",
                        "dreams of")),
    ("working_on", "allowed", ("working on", "building", "writing", "launching")),
    ("working_on", "never", ("works on", "work on")),
    ("interested_in", "allowed", ("interested in",)),
    ("interested_in", "needed", ("into", "keen on", "fond of")),
    ("interested_in", "never", ("loves", "wants to get into", "want to get into")),
    ("offers", "needed", ("good at", "great at")),
    ("offers", "needed", ("happy to help with",)),
    ("offers", "never", ("can help with", "can help me with", "can help us with", "can help me",
                         "can help us", "can help", "could help with", "offers", "knows about", "knows all about",
                         "knows a lot about", "has a spare", "have a spare")),
)  # fmt: skip
"""Question, whether a form of *to be* comes before it, and the phrases."""

_BEING: Final = frozenset({"is", "are", "'s", "'re"})
_KEPT: Final = {"has a spare": 1, "have a spare": 1}
"""Of these phrases only the first word is no part of the answer."""
_PARTICIPLES: Final = frozenset(
    phrase for _, being, phrases in TABLE if being != "never" for phrase in phrases if phrase not in ("after", "into")
)


class Phrase(NamedTuple):
    """A question phrase found in a line."""

    question: Question
    size: int
    """How many words it takes, those of *to be* included."""
    participle: bool
    """Whether it stood there without any form of *to be*, such as *hiring*."""


def _index() -> dict[str, list[tuple[tuple[str, ...], Question, _Being, int]]]:
    found: dict[str, list[tuple[tuple[str, ...], Question, _Being, int]]] = {}
    for question, being, phrases in TABLE:
        for phrase in phrases:
            words = tuple(phrase.split())
            found.setdefault(words[0], []).append((words, question, being, _KEPT.get(phrase, len(words))))
    for rows in found.values():
        rows.sort(key=lambda row: -len(row[0]))
    return found


_BY_FIRST: Final = _index()


def question_at(keys: Sequence[str], start: int, *, being: bool = False, would: bool = False) -> Phrase | None:
    """The longest question phrase that begins at this word; `being`, `would`: *'s*, *'d* was glued to the subject."""
    if would and keys[start : start + 1] in (["love"], ["like"]):
        return Phrase("looking_for", 1, participle=False)
    place = start
    has_been = being
    while place < len(keys) and place < start + 4:
        if keys[place] in _BEING:
            has_been = True
        elif keys[place] not in ADVERBS or not (has_been or place - start < 2):
            break
        place += 1
    for words, question, needs, size in _BY_FIRST.get(keys[place], ()) if place < len(keys) else ():
        if tuple(keys[place : place + len(words)]) != words:
            continue
        if (needs == "needed" and not has_been) or (needs == "never" and has_been):
            continue
        return Phrase(question, place - start + size, not has_been and " ".join(words) in _PARTICIPLES)
    return None
