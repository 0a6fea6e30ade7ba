"""What `swell add --later` makes of the words of a shell: the same line as `swell add`, with less imported for it."""

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cli.later import one_line
from domain.capture.words import line_of

WORDS = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"]), max_size=8),
    st.sampled_from(
        ["@", "@Mary Jane", "tag:a b", "NEED:a flat", "need: a", "text:a b", "Mary Jane", " ", "", "x:a b", "when:"]
    ),
)


@given(st.lists(WORDS, min_size=1, max_size=4))
def test_the_line_is_that_of_add(words: list[str]) -> None:
    assert one_line(words) == line_of(words)


@pytest.mark.parametrize(("word", "heavy"), [("Mary Jane", False), ("need:a flat", True)])
def test_a_name_of_two_words_costs_no_more(word: str, heavy: bool) -> None:
    code = f"import sys; from cli.later import one_line; one_line(['called', {word!r}]); print('re' in sys.modules)"
    told = subprocess.run([sys.executable, "-S", "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == str(heavy)
