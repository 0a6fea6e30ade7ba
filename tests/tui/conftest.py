"""Books for the stories of the screens."""

from pathlib import Path

import pytest

from tests.tui.desk_host import write_sample

RESTS = {
    "tui.screens.place.REST": 0.001,
    "tui.screens.momentum.REST": 0.001,
    "tui.screens.rhythm.REST": 0.001,
    "tui.screens.today.IDLE": 0.01,
    "tui.screens.review.IDLE": 0.01,
}
"""Seconds for which the app waits in a story to see whether another key comes."""


@pytest.fixture(autouse=True)
def _short_rests(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, seconds in RESTS.items():
        monkeypatch.setattr(name, seconds)


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    """The sample book, at a path of its own."""
    return write_sample(tmp_path / "book.json")
