"""A word without its endings: the stem that its forms share, and the root that it shares with who does it."""

from collections.abc import Sequence
from typing import Final

from Stemmer import Stemmer, algorithms

ENGLISH: Final = "english"
_ENDINGS: Final = ("ship", "ist", "ian", "ant", "anc", "ing", "er", "or", "ag", "i", "e")
_WHOLE: Final = frozenset(
    """
    mother father number corner shower flower counter master letter poster tailor parti counti order paper water
    matter engine engines nurseri factori stori polici marketing housing clothing wedding building border charter
    leather weather
    """.split()  # noqa: SIM905
)
"""Words, or stems, that are nobody's doing."""
_IRREGULAR: Final = {
    "marketer": "marketing", "marketers": "marketing", "men": "man", "women": "woman", "children": "child",
    "wrote": "write", "written": "write", "sold": "sell", "bought": "buy", "built": "build", "taught": "teach",
    "ran": "run", "sang": "sing", "spoke": "speak", "drove": "drive", "driven": "drive", "grew": "grow",
    "grown": "grow", "kept": "keep", "swam": "swim", "drew": "draw", "drawn": "draw", "shot": "shoot", "flew": "fly",
    "flown": "fly", "dug": "dig", "lent": "lend", "rode": "ride", "sewn": "sew", "wove": "weave", "woven": "weave",
    "baked": "bake", "knives": "knife", "loaves": "loaf", "shelves": "shelf", "analyses": "analysis",
    "kids": "child", "kid": "child", "wives": "wife", "mice": "mouse", "feet": "foot", "teeth": "tooth",
}  # fmt: skip
_LEAST: Final = 4
"""Letters that a root has at least."""


def languages() -> tuple[str, ...]:
    """The languages whose endings are known."""
    return tuple(algorithms())


class Stems:
    """Takes the endings off, each word once."""

    def __init__(self, names: Sequence[str] = (ENGLISH,)) -> None:
        """`names` are languages, each of which takes its endings off in turn."""
        self._stemmers = [Stemmer(name) for name in names]
        self._stems: dict[str, str] = {}
        self._roots: dict[str, str] = {}

    def stem(self, word: str) -> str:
        """What the forms of one word share: `designs`, `designing`, `designer`."""
        known = self._stems.get(word)
        if known is None:
            known = _IRREGULAR.get(word, word)
            for stemmer in self._stemmers if known not in _WHOLE else ():
                known = stemmer.stemWord(known)
            if known.endswith("men"):
                known = f"{known[:-3]}man"
            self._stems[word] = known
        return known

    def root(self, word: str) -> str:
        """What a word shares with who does it: `invest`, `investor`, `investing`."""
        known = self._roots.get(word)
        if known is None:
            known = self._roots[word] = _root(self.stem(word))
        return known


def _root(stem: str) -> str:
    """The stem without what makes a doer or a deed of it, as long as enough of it is left: `carer`, `care`."""
    for _ in range(3):
        if stem in _WHOLE:
            break
        if len(stem) == _LEAST + 1 and stem.endswith("er"):
            return stem[:-1]
        for ending in _ENDINGS:
            if stem.endswith(ending) and len(stem) - len(ending) >= _LEAST:
                stem = _undoubled(stem[: -len(ending)])
                break
        else:
            break
    return stem


def _undoubled(stem: str) -> str:
    """The stem without a letter that was doubled before an ending: `drumm` of `drummer`."""
    return stem[:-1] if len(stem) > _LEAST and stem[-1] == stem[-2] and stem[-1] in "bdglmnprt" else stem
