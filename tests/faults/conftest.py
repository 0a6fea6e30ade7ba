"""The command line of the command tests, and a book with two people."""

from pathlib import Path

import pytest

from tests.cli.conftest import swell
from tests.faults.book import begin

__all__ = ["swell"]


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """A book with two people in a folder of its own."""
    path = tmp_path / "data" / "book.json"
    begin(path)
    return path
