"""The table of the benchmark: what it says of a figure, and that its rows can be measured."""

import sys

import pytest

from benchmarks.__main__ import measure
from benchmarks.figures import Effort, Figure, ratio
from benchmarks.table import table

LEAST = Effort(starts=1, presses=1, runs=1, queries=1)


def test_says_of_each_size_what_was_measured_and_whether_that_will_do() -> None:
    small = [Figure("start", 1.5, "×", "3 / 2 ms", 1.6), Figure("sent", 1234, "bytes", "", 500)]
    large = [Figure("start", 0.5, "×")]
    assert table([("small", small), ("large", large)]).splitlines() == [
        "| what | small | at most | met | large | at most | met |",
        "| --- | ---: | ---: | :---: | ---: | ---: | :---: |",
        "| start | 1.50 × (3 / 2 ms) | 1.6 × | yes | 0.50 × |  |  |",
        "| sent | 1,234 bytes | 500 bytes | **no** |  |  |  |",
    ]


def test_a_ratio_is_that_of_the_two_measured_together() -> None:
    assert ratio([(2.0, 1.0), (6.0, 2.0), (40.0, 10.0)]) == (3.0, "6000 / 2000 ms")


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the benchmark reads /proc")
def test_measures_commands_and_the_search_on_a_small_book() -> None:
    subjects = ["search", "inbox", "later", "add", "momentum"]
    figures = {figure.what: figure for figure in measure(60, 200, subjects, LEAST)}
    assert list(figures) == [
        "the book",
        "the search itself: median",
        "the inbox, derived",
        "the inbox after a change",
        "the inbox of the next day",
        "swell add --later ÷ python -c pass",
        "swell add ÷ python -c pass",
        "swell momentum --short ÷ python -c pass",
        "swell momentum --short after swell add ÷ python -c pass",
        "swell momentum --short after a change by others ÷ python -c pass",
    ]
    assert all(figure.value > 0 for figure in figures.values())
    assert figures["swell add --later ÷ python -c pass"].most == 2
    assert figures["swell add ÷ python -c pass"].most == 10
