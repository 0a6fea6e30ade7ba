"""The weeks behind on a real book, also where its days are absurd."""

from pathlib import Path

import pytest

from domain.model import Contact, Interaction
from domain.week import OLDEST, markdown
from tests.tui.desk_host import process


@pytest.mark.parametrize("at", ["0001-01-01", "0001-01-03T10:00:00+00:00", "9999-12-31", "", "some day"])
def test_the_first_week_is_one_that_can_be_shown(tmp_path: Path, at: str) -> None:
    swell = process(tmp_path / "book.json")
    act = Interaction(id="2" * 22, at=at, direction="gave", kind="call", people=("1" * 22,))
    swell.put("a call", Contact(id="1" * 22, name="Ana Lopez"), act)
    swell.desk.read_again()
    swell.desk.catch_up()
    paths = swell.desk.paths
    first = paths.first_week()
    assert OLDEST - 1 <= first.year <= paths.this_week().year
    assert markdown(paths.week(first)).startswith("# Week ")
