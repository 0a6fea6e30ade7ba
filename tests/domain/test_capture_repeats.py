"""What comes again: `every:2w`, and *every 2 weeks* at the end of what is to be done."""

from datetime import date

import pytest

from domain.capture.chips import chips
from domain.capture.drafts import FollowUpDraft
from domain.capture.understanding import Understood, understand
from tests.domain.capture_book import BOOK, MOMENT, NAMES


def read(line: str) -> Understood:
    return understand(line, BOOK, MOMENT, names=NAMES)


@pytest.mark.parametrize(
    ("line", "text", "due", "repeat"),
    [
        ("call Ana every 2 weeks", "call Ana", "2026-12-06", "2 weeks"),
        ("call Ana every friday", "call Ana", "2026-11-27", "weekly on fri"),
        ("call Ana every other fri", "call Ana", "2026-11-27", "2 weeks on fri"),
        ("call Ana every month on the 3rd", "call Ana", "2026-12-03", "monthly on the 3rd"),
        ("call Ana +fri every:2w", "call Ana", "2026-11-27", "2 weeks"),
        ("call Ana about rent tomorrow every:2w", "call about rent", "2026-11-23", "2 weeks"),
        ('call Ana every:"3 months"', "call Ana", "2027-02-22", "3 months"),
        ("promised Ana the minutes every:monthly_on_the_3rd", "the minutes", "2026-12-03", "monthly on the 3rd"),
        ("waiting on Ben for the figures every:month", "the figures", "2026-12-22", "monthly"),
        ("Ana every:2w", "", "2026-12-06", "2 weeks"),
        ("called Ana about rent every:2w", "about rent", "2026-12-06", "2 weeks"),
    ],
)
def test_what_comes_again(line: str, text: str, due: str, repeat: str) -> None:
    draft = read(line).made[-1]
    assert isinstance(draft, FollowUpDraft)
    assert (draft.text, draft.due, draft.repeat) == (text, date.fromisoformat(due), repeat)
    assert not draft.due_is_default


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        ("call Ana every:never", "every:never is kept as text: “never” is no repeat"),
        ("call Ana every:0d", "every:0d is kept as text: “0d” never comes again"),
        ("call Ana every:2w every:3w", "only one repeat a clause: every:3w is kept as text"),
    ],
)
def test_what_is_no_repeat_is_said_and_kept(line: str, kept: str) -> None:
    understood = read(line)
    assert any(warning.startswith(kept) for warning in understood.warnings)
    assert any("every:" in draft.text for draft in understood.made if isinstance(draft, FollowUpDraft))


@pytest.mark.parametrize(
    "line", ["called Ana every day last week", "call Ana about every flat", "send Ana every photo"]
)
def test_every_elsewhere_is_text(line: str) -> None:
    assert not any(isinstance(draft, FollowUpDraft) and draft.repeat for draft in read(line).made)


def test_the_preview_says_how_it_comes_again() -> None:
    assert "follow-up Fri 27 Nov, every 2 weeks" in [chip.text for chip in chips(read("call Ana +fri every:2w"))]
