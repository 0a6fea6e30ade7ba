"""`swell help momentum`: the model with the numbers of the book."""

import pytest

from domain.settings import DEFAULT_WEIGHTS
from tests.cli.command_line import Swell


def test_it_tells_the_model_with_the_numbers_of_the_book(sample: Swell) -> None:
    value = sample("momentum", "--json").json["gauge"]
    told = sample("help", "momentum").out
    assert f"{round(value)} now" in told
    assert "A choice, not a finding." in told
    assert "Half of it is gone after 7 days" in told
    for kind, weight in DEFAULT_WEIGHTS.items():
        assert kind in told, weight
    sample.settings.write_text("[momentum]\nfull = 12\n")
    assert "12 points a week." in sample("help", "momentum").out


def test_it_works_before_anything_was_given(swell: Swell) -> None:
    assert "Your energy: 0." in swell("help", "momentum").out


def test_as_json_it_is_the_same_parts(sample: Swell) -> None:
    told = sample("help", "momentum").out
    parts = sample("help", "momentum", "--json").json
    assert len(parts) == told.count("\n\n") + 1
    assert all(f"{part['title']}. " in told for part in parts)


def test_where_only_ascii_is_wanted_nothing_else_is_printed(sample: Swell, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "C")
    assert sample("help", "momentum").out.isascii()


def test_how_it_is_called_is_told_and_a_word_too_many_is_wrong_usage(sample: Swell) -> None:
    assert "swell help momentum" in sample("help", "momentum", "--help").out
    assert sample("help", "momentum", "days").status == 2
