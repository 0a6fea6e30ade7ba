"""The preview of a line in the bar: the candidates of an unclear name, the gain, and the words that were understood."""

from datetime import date

from domain.capture.drafts import Choice, Token, Understood, Unfiled
from tui.glyphs import ASCII, UNICODE
from tui.preview import preview_of

DAY = date(2026, 11, 22)


def unclear(*candidates: str, line: str = "called sam") -> Understood:
    choice = Choice(7, 10, "sam", candidates, tuple(f'@"{name}"' for name in candidates))
    token = Token(7, 10, "choice", "which sam?")
    return Understood(
        line=line, today=DAY, people={}, choices=(choice,), tokens=(token,), unfiled=Unfiled("which sam?")
    )


def test_the_candidates_stand_one_by_one_with_the_one_that_tab_takes_marked() -> None:
    texts = [chip.text for chip in preview_of(unclear("Sam Hill", "Sam Okoro"), 0, UNICODE).chips]
    assert texts == ["which sam?", "▸Sam Hill (tab)", "Sam Okoro"]
    texts = [chip.text for chip in preview_of(unclear("Sam Hill", "Sam Okoro"), 0, ASCII).chips]
    assert texts == ["which sam?", ">Sam Hill (tab)", "Sam Okoro"]


def test_of_very_many_candidates_the_first_are_named() -> None:
    names = [f"Sam {number}" for number in range(160)]
    texts = [chip.text for chip in preview_of(unclear(*names), 0, UNICODE).chips]
    assert texts[1:3] == ["▸Sam 0 (tab)", "Sam 1"]
    assert texts[-1] == "152 others"
    assert len(texts) == 10


def test_a_gain_is_said_and_none_is_not() -> None:
    assert preview_of(unclear("Sam Hill"), 3, UNICODE).gain == "pipe +3"
    assert preview_of(unclear("Sam Hill"), 0, UNICODE).gain == ""


def test_words_are_coloured_only_where_their_places_hold() -> None:
    assert preview_of(unclear("Sam Hill"), 0, UNICODE).tokens
    assert not preview_of(unclear("Sam Hill", line="cafe\u0301 sam"), 0, UNICODE).tokens
