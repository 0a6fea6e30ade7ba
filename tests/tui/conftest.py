"""Books for the stories of the screens."""

from pathlib import Path

import pytest

from tests.tui.desk_host import write_sample


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    """The sample book, at a path of its own."""
    return write_sample(tmp_path / "book.json")
