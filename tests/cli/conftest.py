"""The command line on an empty book, and on the sample book."""

import gc
from collections.abc import Iterator
from datetime import UTC
from pathlib import Path

import pytest

from domain.book import Put, Work
from domain.ids import Ids
from domain.sample.book import sample_book
from store.repository import TinyBook
from tests.cli.command_line import SUNDAY, Swell


@pytest.fixture
def swell(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Iterator[Swell]:
    """The command line on an empty book."""
    yield Swell(tmp_path, capsys, monkeypatch)
    gc.enable()


@pytest.fixture(scope="session")
def sample_bytes(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The sample book of that Sunday."""
    path = tmp_path_factory.mktemp("sample") / "book.json"
    counter = iter(range(10**6))
    ids = Ids(lambda: 1_795_000_000_000 + next(counter), lambda _: 7)
    book = TinyBook(str(path), origin="swell demo", session="s", stamp=lambda: "2026-11-22T09:00:00+00:00", ids=ids)
    tables = sample_book(SUNDAY.date(), UTC)
    changes = tuple(Put(record) for table in tables.values() for record in table.values())
    book.apply(lambda _: Work("the sample book", changes, None))
    return path.read_bytes()


@pytest.fixture
def sample(swell: Swell, sample_bytes: bytes) -> Swell:
    """The command line on the sample book."""
    swell.book.write_bytes(sample_bytes)
    return swell
