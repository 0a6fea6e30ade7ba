"""A text cut into folded words and stops, and into the parts that commas make."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from domain.matching.lexicon import CUTS
from domain.search.words import APOSTROPHES
from domain.text import fold

STOPS: Final = frozenset(",;:.!?()/")
"""Signs at which a part ends."""
_BREAKS: Final = STOPS | CUTS
LONGEST: Final = 60
"""Words of a text that are read."""

_TOKEN: Final = re.compile(r"[^\W_]+(?:[-+#][^\W_]+)*[+#]*|[,;:.!?()/&]")
_ELIDED: Final = re.compile(r"\b(?:[dljmntsc]|qu)['’](?=\w{3})", re.IGNORECASE)
_SHORTENED: Final = re.compile(r"(?<!n)['’](?:s|ll|d|ve|re|m)\b", re.IGNORECASE)
"""What is left of `his`, `will`, `would`, `have` and the like."""
_SHORT: Final = 2
"""Letters up to which a part before or after a hyphen belongs to one word: `co-founder`, `x-ray`."""
_JOINED: Final = frozenset({"pro", "pre", "sub", "mid", "bio", "eco", "geo", "neo", "tri", "uni", "out", "off", "ups"})
"""Longer ones that do: `mid-career`, `fit-out`."""
_FORMER: Final = frozenset({"ex", "non"})


class Token(NamedTuple):
    """A word of a text, or a stop."""

    folded: str
    is_capital: bool
    is_upper: bool
    """Whether all of it is in capitals, as in `IT`."""


def tokens_of(text: str) -> list[Token]:
    """The words and stops of a text; what hangs on a short word by a hyphen is one word with it."""
    if "'" in text or "’" in text:
        text = _SHORTENED.sub("", _ELIDED.sub("", text)).translate(APOSTROPHES)
    shouts = text.isupper()
    return [token for written in _TOKEN.findall(text)[:LONGEST] for token in _read(written, shouts)]


@lru_cache(20_000)
def _read(written: str, shouts: bool) -> tuple[Token, ...]:
    """The tokens of what stands without a blank; `shouts` is whether the whole text is in capitals."""
    is_upper = len(written) > 1 and written.isupper() and not shouts
    is_capital = written[:1].isupper() and not is_upper
    parts = written.split("-")
    if len(parts) > 1 and _is_one_word(parts):
        return (Token(fold("".join(parts)), is_capital, is_upper),)
    return tuple(Token(fold(part), is_capital, is_upper) for part in parts if part)


def words_in(phrase: str) -> list[str]:
    """The folded words of a text, without its stops."""
    return [token.folded for token in tokens_of(phrase) if token.folded[:1].isalnum()]


def parts_of(words: Sequence[str]) -> list[int]:
    """In which part each word stands: a comma, a stop or a `but` begins the next one."""
    if _BREAKS.isdisjoint(words):
        return [0] * len(words)
    part = 0
    found: list[int] = []
    for word in words:
        if word in _BREAKS:
            part += 1
        found.append(part)
    return found


def _is_one_word(parts: Sequence[str]) -> bool:
    if not all(parts) or parts[0].lower() in _FORMER:
        return False
    return any(len(part) <= _SHORT or part.lower() in _JOINED for part in (parts[0], parts[-1]))
