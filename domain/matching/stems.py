"""A word without its endings: the stem that its forms share, and the root that it shares with who does it."""

from collections.abc import Callable, Sequence
from typing import Final

from Stemmer import Stemmer, algorithms

from domain.text import word_set

ENGLISH: Final = "english"
_ENDINGS: Final = ("ship", "ist", "ian", "ant", "anc", "ing", "er", "or", "ag", "i", "e")
_WHOLE: Final = word_set(
    """
    mother father number corner shower flower counter master letter poster tailor parti counti order paper water
    matter engine nurseri factori stori polici marketing ministri ministry housing clothing wedding building border
    charter leather weather physician physicians
    """
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
    "pianist": "piano", "pianists": "piano", "cellist": "cello", "cellists": "cello", "flautist": "flute",
    "flautists": "flute", "violist": "viola", "violists": "viola", "oboist": "oboe", "harpist": "harp",
    "orchestral": "orchestra", "dramatist": "drama",
}  # fmt: skip
_LEAST: Final = 4
"""Letters that a root has at least."""
_LEAST_ABROAD: Final = 5
"""Letters that a stem has at least of which a second language took the ending: `cat` is not what caterers do."""


_SPELT: Final = {
    "theatre": "theater", "theatres": "theaters", "centre": "center", "centres": "centers", "metre": "meter",
    "metres": "meters", "fibre": "fiber", "grey": "gray", "jewellery": "jewelry", "plough": "plow",
    "ploughs": "plows", "ploughing": "plowing", "mould": "mold", "moulds": "molds", "programme": "program",
    "programmes": "programs", "tyre": "tire", "tyres": "tires", "pyjamas": "pajamas", "aluminium": "aluminum",
    "catalogue": "catalog", "catalogues": "catalogs", "cheque": "check", "cheques": "checks", "defence": "defense",
    "licence": "license", "practise": "practice", "practises": "practices", "practising": "practicing",
    "traveller": "traveler", "travellers": "travelers", "travelling": "traveling", "counsellor": "counselor",
    "counsellors": "counselors", "counselling": "counseling", "modelling": "modeling", "labelling": "labeling",
    "woollen": "woolen", "maths": "math",
}  # fmt: skip
_SPELT_ENDINGS: Final = tuple(
    (ending, ending.replace("is", "iz", 1))
    for ending in ("isation", "isations", "ising", "isers", "iser", "ised", "ise")
)
_OURS: Final = word_set("behavi col fav flav harb hon hum lab neighb rum sav arm tum vap")
_OUR: Final = tuple((f"{opening}our", f"{opening}or") for opening in sorted(_OURS))
_LONG: Final = 7
"""Letters from which on a word may be spelt otherwise in Britain."""


def languages() -> tuple[str, ...]:
    """The languages whose endings are known."""
    return tuple(algorithms())


class Stems:
    """Takes the endings off, each word once."""

    def __init__(self, names: Sequence[str] = (ENGLISH,)) -> None:
        """`names` are languages: the endings of the first count, in longer words without one also those of others."""
        every: list[Callable[[str], str]] = [Stemmer(name).stemWord for name in names]
        self._first, *self._others = every
        self._stems: dict[str, str] = {}
        self._roots: dict[str, str] = {}

    def stem(self, word: str) -> str:
        """What the forms of one word share: `designs`, `designing`, `designer`."""
        known = self._stems.get(word)
        if known is None:
            known = _IRREGULAR.get(word, word)
            if known.endswith("s") and known[:-1] in _WHOLE:
                known = known[:-1]
            known = _american(known)
            if known not in _WHOLE:
                known = self._without_ending(known)
            if known.endswith("men"):
                known = f"{known[:-3]}man"
            self._stems[word] = known
        return known

    def _without_ending(self, word: str) -> str:
        """A word without its ending in the first language that takes one off, and another's only off a long word."""
        stem = self._first(word)
        if stem != word and stem + "s" != word:
            return stem
        for another in self._others:
            bare = another(stem)
            if len(stem) >= _LONG and len(bare) >= _LEAST_ABROAD:
                stem = bare
        return stem

    def root(self, word: str) -> str:
        """What a word shares with who does it: `invest`, `investor`, `investing`."""
        known = self._roots.get(word)
        if known is None:
            known = self._roots[word] = _root(self.stem(word))
        return known


def _american(word: str) -> str:
    """A word as it is spelt in America: `synthesizer`, `color`, `pediatrician`, `theater`."""
    if word in _SPELT:
        return _SPELT[word]
    if len(word) >= _LONG:
        word = word[0] + word[1:].replace("ae", "e")
        for ending, other in _SPELT_ENDINGS:
            if word.endswith(ending):
                return word.removesuffix(ending) + other
    for opening, other in _OUR:
        if word.startswith(opening):
            return other + word.removeprefix(opening)
    return word


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
