"""Finding the ask that a question to somebody belongs to."""

from collections import Counter
from collections.abc import Iterable
from typing import Final

from domain.capture.drafts import AskStepDraft, Person
from domain.capture.reader import Reader
from domain.text import fold, word_set

_COMMON: Final = word_set(
    "a an the in on at of for to with from about and or my her his their our some any new good who which that "
    "is are was if it asked"
)


def telling(keys: Iterable[str]) -> set[str]:
    """The words that say what something is about, without the `s` of a plural."""
    words = (key.strip("\0.,;:!?()\"'") for key in keys)
    return {
        word.removesuffix("s") if len(word) > 3 else word for word in words if len(word) > 2 and word not in _COMMON
    }


def ask_step(reader: Reader, people: tuple[Person, ...], keys: Iterable[str]) -> list[AskStepDraft]:
    """The step of the one open ask that shares a rare word with what somebody was asked; else a hint."""
    asks = [ask for ask in reader.book.asks.values() if ask.stage in ("open", "asked")]
    if not asks:
        return []
    words = {ask.id: telling(fold(ask.text).split()) for ask in asks}
    spread = Counter(word for said in words.values() for word in said)
    asked = {word for word in telling(keys) if spread[word] == 1}
    matching = [ask for ask in asks if asked & words[ask.id]]
    if len(matching) != 1:
        reader.hint("several of your asks fit this" if matching else "none of your asks fits this")
        return []
    return [AskStepDraft(ask=matching[0].id, text=matching[0].text, asked=people)]
