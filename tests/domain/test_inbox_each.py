"""One text for several items: as proposed, of each, or once for all."""

from domain.inbox.each import lines_for_each
from domain.inbox.item import Item
from domain.inbox.proposals import proposal
from tests.domain.diary import Diary


def said(diary: Diary, text: str) -> list[str]:
    items: list[Item] = sorted(diary.inbox().today, key=lambda item: item.key)
    proposed = [(item, proposal(item, diary.index(), diary.now)) for item in items]
    return [line for _, line in lines_for_each(text, proposed, diary.book.contacts)]


def three() -> Diary:
    diary = Diary()
    diary.follow_up("promise", diary.person("Ana Lopez"), text="the gym list")
    diary.follow_up("promise", diary.person("Ben Okafor"), text="two names")
    diary.follow_up("reminder", text="water the plants")
    return diary


def test_nothing_takes_each_as_proposed() -> None:
    assert said(three(), " ") == ["sent Ana the gym list", "sent Ben two names", "water the plants"]


def test_marks_alone_are_added_to_each() -> None:
    assert said(three(), "+2w")[:2] == ["sent Ana the gym list +2w", "sent Ben two names +2w"]


def test_each_stands_for_the_person_and_who_has_none_is_as_proposed() -> None:
    assert said(three(), "called each about Leeds +2w") == [
        "called Ana about Leeds +2w",
        "called Ben about Leeds +2w",
        "water the plants",
    ]


def test_any_other_line_is_captured_once_for_all() -> None:
    assert said(three(), "met Ana and Ben") == ["met Ana and Ben", "", ""]
