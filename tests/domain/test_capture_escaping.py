"""ctrl+t: the token under the cursor made plain text, and back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.capture.escaping import toggled
from domain.capture.understanding import understand
from domain.capture.words import tokens
from tests.domain.capture_book import BOOK, MOMENT, NAMES
from tests.domain.test_capture_cases import told
from tests.domain.test_capture_properties import LINES


@pytest.mark.parametrize(
    ("typed", "after"),
    [
        ("called Ana|", r"called \Ana|"),
        ("called An|a about rent", r"called \An|a about rent"),
        (r"called \Ana|", "called Ana|"),
        (r"called |\Ana", "called |Ana"),
        ("called Ana |", r"called \Ana |"),
        ("called |Ana", r"called \|Ana"),
        ('met @"Joe| Miller" today', r'met \@"Joe| Miller" today'),
        (r'met \@"Joe Mil|ler" today', 'met @"Joe Mil|ler" today'),
        ('need:"a flat| in Leeds" @Ana', r'need:"a flat| in Leeds" @Ana'.replace("need", r"\need")),
        ("call Ana +fri|", r"call Ana \+fri|"),
        ("|", "|"),
        (" | ", " | "),
        ("\\|", "\\|"),
        ("| called", "| called"),
        (r"\\word|", r"\\\word|"),
    ],
)
def test_the_token_at_the_cursor_is_toggled(typed: str, after: str) -> None:
    line, cursor = toggled(typed.replace("|", ""), typed.index("|"))
    assert line[:cursor] + "|" + line[cursor:] == after


@pytest.mark.parametrize(
    ("line", "text"),
    [
        (r"called Ana \@Ben", "@Ben"),
        (r"called Ana \#design", "#design"),
        (r"called Ana \+fri", "+fri"),
        (r'called Ana \need:"a flat for Ben"', 'need:"a flat for Ben"'),
        (r'called Ana \"Ben said so"', '"Ben said so"'),
        (r'called Ana \@"Cara Weiss"', '@"Cara Weiss"'),
        (r"called Ana \tag:x", "tag:x"),
    ],
)
def test_the_backslash_does_not_show(line: str, text: str) -> None:
    understood = understand(line, BOOK, MOMENT, names=NAMES)
    (draft,) = understood.made
    assert told(draft, understood)["text"] == text
    assert list(understood.people.values()) == ["Ana Lopez"]


def test_a_name_of_two_words_is_nobody_once_its_first_is_text() -> None:
    line, _ = toggled("called Ana Lopez", 8)
    understood = understand(line, BOOK, MOMENT, names=NAMES)
    assert (line, dict(understood.people)) == (r"called \Ana Lopez", {})


@given(LINES, st.integers(0, 90))
def test_twice_is_back(line: str, place: int) -> None:
    cursor = min(place, len(line))
    back, place = toggled(*toggled(line, cursor))
    assert back == line
    assert place == cursor or line[cursor : cursor + 1] == "\\"


@given(LINES, st.integers(0, 90))
def test_what_was_toggled_is_plain_text(line: str, place: int) -> None:
    after, cursor = toggled(line, min(place, len(line)))
    if len(after) <= len(line) or len(list(tokens(after))) != len(list(tokens(line))):
        return  # it is freed, or its quote has become that of one that was left open before it
    start, end = next(span for span in reversed(list(tokens(after))) if span[0] <= cursor)
    understood = understand(after, BOOK, MOMENT, names=NAMES)
    inside = [token for token in understood.tokens if start <= token.start < end]
    marks = {"person", "new person", "tag", "field", "choice", "path"}
    assert not {token.role for token in inside} & (marks | ({"follow-up"} if after[start + 1] == "+" else set()))
