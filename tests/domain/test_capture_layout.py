"""The chips of a preview, set in rows."""

from domain.capture.chips import Chip
from domain.capture.layout import in_rows


def rows(words: list[str], most: int, width: int) -> list[str]:
    chips = [Chip("kind", text) for text in words]
    return [" · ".join(chip.text for chip in row) for row in in_rows(chips, most, width, width_of=len)]


def test_chips_flow_into_the_next_row() -> None:
    assert rows(["met", "mutual", "today", "follow-up Sun 29 Nov"], 3, 24) == [
        "met · mutual · today",
        "follow-up Sun 29 Nov",
    ]


def test_what_has_no_room_is_counted() -> None:
    assert rows(["met", "mutual", "today", "follow-up Sun 29 Nov"], 1, 24) == ["met · mutual · +2"]


def test_a_chip_longer_than_a_row_is_cut() -> None:
    assert rows(["looking for: a studio in Leeds"], 1, 12) == ["looking for…"]


def test_doubts_come_first_where_not_all_fits() -> None:
    chips = [Chip("kind", "call"), Chip("date", "today"), Chip("choice", "which Sam? Hill · Okoro")]
    (row,) = in_rows(chips, 1, 30, width_of=len)
    assert [chip.text for chip in row] == ["which Sam? Hill · Okoro", "+2"]
    assert [chip.text for chip in in_rows(chips, 1, 50, width_of=len)[0]] == [
        "call", "today", "which Sam? Hill · Okoro",
    ]  # fmt: skip


def test_nothing_is_no_row() -> None:
    assert rows([], 3, 20) == []
