"""The command line as a user meets it: one book, one configuration, one fixed Sunday."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, tzinfo
from io import BytesIO, TextIOWrapper
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from cli.main import run

SUNDAY = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)


@dataclass(frozen=True)
class Answer:
    """What a command answered."""

    status: int
    out: str
    err: str

    @property
    def lines(self) -> list[str]:
        return self.out.splitlines()

    @property
    def json(self) -> Any:
        assert self.out.isascii()
        assert self.out.replace("\n", "").isprintable()
        return json.loads(self.out)


class Swell:
    """The command line on a book of its own, at an instant that stands still until it is moved."""

    def __init__(self, folder: Path, capture: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
        self.folder = folder
        self.book = folder / "book.json"
        self.settings = folder / "config.toml"
        self.now = SUNDAY
        self._capture = capture
        self._monkeypatch = monkeypatch

        class Clock(datetime):
            @classmethod
            def now(cls, tz: tzinfo | None = None) -> Any:
                return self.now.astimezone(tz)

        monkeypatch.setattr("cli.context.datetime", Clock)
        time = SimpleNamespace(time=lambda: self.now.timestamp())
        for module in ("cli.short", "cli.count", "cli.refreshing"):
            monkeypatch.setattr(f"{module}.time", time)
        self.apart = 0
        monkeypatch.setattr("cli.refreshing.start", self._note_apart)
        for name, value in {
            "SWELL_FILE": str(self.book),
            "SWELL_CONFIG": str(self.settings),
            "TZ": "UTC",
            "HOME": str(folder),
        }.items():
            monkeypatch.setenv(name, value)

    def __call__(self, *words: str, stdin: bytes = b"") -> Answer:
        """Run one command."""
        self._monkeypatch.setattr("sys.stdin", TextIOWrapper(BytesIO(stdin), encoding="utf-8"))
        self._capture.readouterr()
        status = run(list(words))
        out, err = self._capture.readouterr()
        return Answer(status, out, err)

    def _note_apart(self, book: str, environment: Mapping[str, str]) -> None:
        """Count the processes that would be started apart; none is, since its clock would be another."""
        self.apart += 1

    def later(self, **span: float) -> None:
        """Let time pass."""
        self.now += timedelta(**span)

    def bytes(self) -> bytes:
        """The book as it is on disk."""
        return self.book.read_bytes()
