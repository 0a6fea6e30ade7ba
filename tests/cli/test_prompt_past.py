"""Going up and down through earlier lines, drafts and the new line, each staying as it was left."""

from cli.prompt.past import Past


def past_of(kept: list[str], drafts: list[str]) -> Past:
    past = Past()
    past.take_drafts(drafts)
    past.take_kept(kept)
    return past


def test_up_goes_to_the_newest_draft_first_and_then_to_the_newest_line() -> None:
    past = past_of(["first", "second"], ["draft"])
    assert past.go(-1, "new") == "draft"
    assert past.go(-1, "draft") == "second"
    assert past.go(-1, "second") == "first"
    assert past.go(-1, "first") is None
    assert [past.go(1, line) for line in ("first", "second", "draft")] == ["second", "draft", "new"]
    assert past.go(1, "new") is None


def test_lines_stay_as_they_were_left() -> None:
    past = past_of(["first"], ["draft"])
    assert past.go(-1, "new") == "draft"
    assert past.go(-1, "draft, changed") == "first"
    assert past.go(1, "first, changed") == "draft, changed"
    assert past.standing("draft, changed") == (["draft, changed"], ["first, changed", "new"])


def test_a_line_that_was_only_looked_at_is_nothing_begun() -> None:
    past = past_of(["first"], [])
    past.go(-1, "")
    assert past.standing("first") == ([], [])


def test_what_is_kept_is_no_draft_any_longer() -> None:
    past = past_of([], ["older", "newer"])
    past.go(-1, "new")
    past.let_go()
    assert past.standing("") == (["older", ""], ["new"])


def test_the_lines_kept_earlier_are_asked_for_when_they_are_gone_to() -> None:
    past = Past()
    past.take_drafts(["draft"])
    assert not past.wants_kept
    past.go(-1, "")
    assert past.wants_kept
    past.take_kept(["first"])
    assert not past.wants_kept
    assert past.go(-1, "draft") == "first"


def test_drafts_that_are_found_late_leave_the_line_in_the_field() -> None:
    past = Past()
    past.take_kept(["first", "second"])
    assert past.go(-1, "new") == "second"
    past.take_drafts(["draft"])
    assert past.go(1, "second, changed") == "draft"
    assert past.standing("draft") == (["draft"], ["second, changed", "new"])
