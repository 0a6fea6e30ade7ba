"""A follow-up written out as a line, and what a change of the line changes in it."""

from datetime import date

import pytest

from domain.agreed import Edit
from domain.agreed_line import changes_in, line_of
from domain.errors import BadInputError
from domain.model import FollowUp
from tests.domain.diary import TODAY

LIST = FollowUp(id="1", kind="promise", due="2026-11-20", text="the gym list")
CALL = FollowUp(id="2", kind="reminder", due="2026-11-27", text="call Ana", repeat="2 weeks")


def test_it_is_written_out_with_its_day_and_how_it_comes_again() -> None:
    assert line_of(LIST, TODAY) == "the gym list +2026-11-20 "
    assert line_of(CALL, TODAY) == 'call Ana +27nov every:"2 weeks" '
    assert line_of(FollowUp(id="3", kind="reminder", due="2026-12-03"), TODAY) == "+3dec "


@pytest.mark.parametrize(
    ("line", "changes"),
    [
        ('call Ana +27nov every:"2 weeks"', Edit()),
        ('call Ana +27nov every:"2 weeks" ', Edit()),
        ('call Ana about the move +27nov every:"2 weeks"', Edit(text="call Ana about the move")),
        ('call Ana +3 dec every:"2 weeks"', Edit(due=date(2026, 12, 3))),
        ('call Ana every:"2 weeks" +next tue', Edit(due=date(2026, 11, 24))),
        ("call Ana +27nov every:monthly", Edit(repeat="monthly")),
        ("call Ana +27nov", Edit(repeat="")),
        ('call Ana every:"2 weeks"', Edit()),
        ('C++ list for Ana +27nov every:"2 weeks"', Edit(text="C++ list for Ana")),
    ],
)
def test_only_what_was_changed_is_changed(line: str, changes: Edit) -> None:
    assert changes_in(line, CALL, TODAY) == changes


def test_a_past_day_stays_where_it_is_not_touched() -> None:
    assert changes_in("the gym lists +2026-11-20", LIST, TODAY) == Edit(text="the gym lists")


@pytest.mark.parametrize(
    ("line", "told"), [("the gym list +yesterday", "is past"), ("the gym list +soon", "is no day"), ("  ", "Nothing")]
)
def test_what_cannot_be_is_said(line: str, told: str) -> None:
    with pytest.raises(BadInputError, match=told):
        changes_in(line, LIST, TODAY)
