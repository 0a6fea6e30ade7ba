"""The words to two people as the user has changed them: kept with the unfinished lines until the step is taken."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from domain.introducing import UNDER_WAY, to_ask
from domain.model import Introduction
from domain.ports import Draft
from tui.unfinished import Unfinished

if TYPE_CHECKING:
    from domain.drafting import Words

TITLE: Final = "words"
ASK_A: "Final[Words]" = "ask_a"
ASK_B: "Final[Words]" = "ask_b"
INTRODUCE: "Final[Words]" = "introduce"


class PairDrafts:
    """The changed words of each pair, one text for each question and one for the message to both."""

    def __init__(self, unfinished: Unfinished) -> None:
        self._unfinished = unfinished

    def changed(self, pair: Introduction, words: "Words") -> str:
        """The text as the user has left it; empty where the drafted one stands."""
        known = self._unfinished.again(_begun(pair, words))
        return known.line if known.line != known.start else ""

    def keep(self, pair: Introduction, words: "Words", text: str) -> None:
        """Keep a text in the place of the drafted one; a blank one lets that stand again."""
        if text.strip():
            self._unfinished.write(_begun(pair, words), text)
        else:
            self._unfinished.kept(_begun(pair, words))

    def let_go_of_said(self, pairs: Iterable[Introduction]) -> None:
        """Let go of the texts that were said by now; the next time they are drafted anew."""
        for pair in pairs:
            waiting = to_ask(pair)
            for whom, words in ((pair.a, ASK_A), (pair.b, ASK_B)):
                if whom not in waiting:
                    self._unfinished.kept(_begun(pair, words))
            if pair.stage not in UNDER_WAY:
                self._unfinished.kept(_begun(pair, INTRODUCE))


def _begun(pair: Introduction, words: "Words") -> Draft:
    """Who is asked tells the words, not which of the two they are, so that a match keeps its words once taken up."""
    asked = {"ask_a": pair.a, "ask_b": pair.b, "introduce": "both"}[words]
    title = f"{TITLE} {':'.join(sorted((pair.a, pair.b)))}"
    return Draft(title, f"to {asked}", f"to {asked}")
