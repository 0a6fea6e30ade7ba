"""Short keys: stable, as long as it takes, and never taken for another."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.errors import AmbiguousError, NotFoundError
from domain.inbox.short_keys import FEWEST, LETTERS, code, key_meant, short_keys

PROMISE, WAITING = "promise:1795000000000000000007:2026-11-20", "waiting:1795000000000000000008:2026-11-21"


def test_a_code_says_the_same_everywhere() -> None:
    assert code(PROMISE) == code(PROMISE) != code(WAITING)
    assert len(LETTERS) == len(set(LETTERS)) == 32
    assert len(code(PROMISE)) == 7


@given(st.sets(st.text(min_size=1, max_size=6).map(lambda text: f"rhythm:{text}"), max_size=200))
def test_the_short_key_of_each_means_it_and_nothing_else(keys: set[str]) -> None:
    short = short_keys(sorted(keys))
    assert len(set(short.values())) == len(keys)
    for key, letters in short.items():
        assert len(letters) >= FEWEST
        assert key_meant(letters, keys) == key
        assert key_meant(key, keys) == key


def test_many_keys_take_more_letters() -> None:
    keys = [f"rhythm:{number}" for number in range(5_000)]
    short = short_keys(keys)
    assert {key_meant(short[key], keys) for key in keys[:40]} == set(keys[:40])
    assert 4 < max(map(len, short.values())) <= 7


def test_the_beginning_of_a_key_means_it_where_there_is_one() -> None:
    keys = [PROMISE, WAITING, "promise:1795000000000000000009:2026-11-20"]
    assert key_meant("waiting:", keys) == WAITING
    assert key_meant(code(WAITING).upper(), keys) == WAITING
    with pytest.raises(AmbiguousError, match="2 keys begin with “promise:1795”; write more of it"):
        key_meant("promise:1795", keys)


@pytest.mark.parametrize("words", ["", "w", "wai", "stale:", ":", "\x1b[31m"])
def test_a_key_of_nothing_is_refused(words: str) -> None:
    with pytest.raises(NotFoundError, match=r"Nothing due has the key “[^\x1b]*”; swell inbox --keys lists"):
        key_meant(words, [PROMISE, WAITING])
