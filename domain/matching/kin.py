"""Which fields of life words belong to, so that a Steinway is found by a piano technician."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from domain.matching.fields import FIELDS

MARK: Final = "~"
"""What the name of a field opens with, which no word does."""
SORT: Final = ":"
"""What the name of a field has that is one of a sort, of which none stands for another."""
_TELLS_ONLY: Final = "*"
_NO_FORMS: Final = frozenset(
    {"training", "trained", "trains", "ringing", "watching", "boarding", "stocking", "pressing", "swinging"}
)
"""Words that only look like forms of others: who trains somebody has no railway."""
_LEAST: Final = 4
"""Letters that a word has at least without its ending."""


class Belongs(NamedTuple):
    """Where a word belongs."""

    fields: tuple[str, ...]
    """The names of its fields."""
    kinds: frozenset[str]
    """The kinds of these, and those of which it only tells."""


NOWHERE: Final = Belongs((), frozenset())


class Kin:
    """The fields of words, or of several words in a row, whether there is one of a thing or more."""

    def __init__(self) -> None:
        self._words: dict[str, Belongs] = {}
        self._rows: dict[str, dict[tuple[str, ...], Belongs]] = {}
        known: dict[tuple[str, str], Belongs] = {}
        for kind, field, words in _lines():
            here = known.setdefault((kind, field), Belongs((field,) if field else (), frozenset({kind})))
            for word in words:
                if "-" in word:
                    row = tuple(map(one_of, word.split("-")))
                    rows = self._rows.setdefault(row[0], {})
                    rows[row] = both(rows.get(row, NOWHERE), here)
                    word = word.replace("-", "")
                word = one_of(word)
                self._words[word] = both(self._words.get(word, NOWHERE), here)

    def of(self, word: str) -> Belongs:
        """Where a folded word belongs by itself."""
        if word in _NO_FORMS:
            return NOWHERE
        for form in _forms(word):
            found = self._words.get(form)
            if found is not None:
                return found
        return NOWHERE

    def leads(self, word: str) -> bool:
        """Whether words in a row may belong somewhere together that begin with this one."""
        return one_of(word) in self._rows

    def at(self, words: Sequence[str], place: int) -> tuple[int, Belongs]:
        """How many words from that place on belong somewhere together, and where; 0 where none do."""
        best: tuple[int, Belongs] = 0, NOWHERE
        for row, found in self._rows.get(one_of(words[place]), {}).items():
            if len(row) > best[0] and tuple(map(one_of, words[place : place + len(row)])) == row:
                best = len(row), found
        return best


@lru_cache(1)
def kin() -> Kin:
    """What belongs together; read once."""
    return Kin()


def one_of(word: str) -> str:
    """A word as there is one of a thing: `loaves` stays, `boxes` is `box`."""
    if len(word) < _LEAST or not word.endswith("s") or word.endswith("ss"):
        return word
    if word.endswith("ies"):
        return f"{word[:-3]}y"
    if word.endswith(("ches", "shes", "xes", "sses", "zes")):
        return word[:-2]
    return word[:-1]


def _forms(word: str) -> Iterator[str]:
    """A word, and what it may be a form of."""
    yield (one := one_of(word))
    for ending in ("ing", "ed"):
        bare = one.removesuffix(ending)
        if _LEAST <= len(bare) < len(one):
            yield bare
            yield f"{bare}e"
            if bare[-1] == bare[-2]:
                yield bare[:-1]
    if len(one) > _LEAST:
        bare = one.removesuffix("e")
        yield f"{bare}ing"
        yield f"{bare}er"


def both(known: Belongs, more: Belongs) -> Belongs:
    """Where a word belongs that belongs to either."""
    if known is NOWHERE or known == more:
        return more
    fields = (*known.fields, *(field for field in more.fields if field not in known.fields))
    return Belongs(fields, known.kinds | more.kinds)


def _lines() -> Iterator[tuple[str, str, list[str]]]:
    """The kind, the name and the words of each field; the name is empty where they only tell of the kind."""
    kind = name = ""
    for line in FIELDS.strip().splitlines():
        if line.startswith("# "):
            kind = line[2:]
            continue
        opening, found, words = line.partition(": ")
        if found:
            name = "" if opening == _TELLS_ONLY else MARK + opening
        yield kind, name, (words if found else line).split()
