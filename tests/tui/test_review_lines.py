"""The lines of a review: the end has room for a long one, and the progress for many items."""

import pytest

from domain.book import Book
from domain.inbox.day import Inbox, Later
from domain.inbox.item import Item
from domain.inbox.review import Entry, Review
from screenshots.take import NOW
from tui.glyphs import UNICODE
from tui.review_end import End, end_lines, headline
from tui.text import plain
from tui.walk import Walk, progress
from tui.widgets.shapes import Shape, drawn

NOTHING = Review((), (), (), (), (), (), 0, 0, 0, (), ())


def item(number: int) -> Item:
    return Item(
        key=f"promise:{number}", source="promise", reason="you promised it", when="today", due=NOW.day, terms=()
    )


def walk(count: int, *, waiting: int = 0) -> Walk:
    """A review of so many items, with more that can wait."""
    items = [item(number) for number in range(count + waiting)]
    return Walk(Book(), NOW.day, Inbox(tuple(items[:count]), Later(items[count:])))


def left(one: Walk, count: int) -> None:
    """Only the last of its items are due any more."""
    one.renew(Inbox(tuple(one.items[len(one.items) - count :]), Later(())))


def shown(shapes: list[Shape], width: int = 76) -> list[str]:
    return [plain(drawn(shape, width, UNICODE)).strip() for shape in shapes]


@pytest.mark.parametrize(
    ("count", "waits", "words"),
    [
        (0, 0, "Nothing is due."),
        (7, 0, "Seven of seven."),
        (7, 1, "Six of seven; one waits still."),
        (7, 7, "All seven wait still."),
        (1, 1, "It waits still."),
        (30, 2, "28 of 30; two wait still."),
    ],
)
def test_how_far_it_went(count: int, waits: int, words: str) -> None:
    one = walk(count)
    left(one, waits)
    assert headline(one) == words


def test_a_long_review_fits_on_the_page() -> None:
    many = tuple(Entry(f"a message to Person {number}", "after 9 weeks") for number in range(40))
    names = tuple(f"Person {number}" for number in range(40))
    review = replace_all(went_out=many, came_back=many, moved=many, later=many, dropped=many, thought_of=names)
    lines = shown(end_lines(End(walk(7), review, "40 points went out: 56 now.", names, None), 76, 20, UNICODE))
    assert len(lines) <= 20
    assert "Went out" in "\n".join(lines)
    assert "40 points went out: 56 now." in lines


def replace_all(**parts: tuple[Entry, ...] | tuple[str, ...]) -> Review:
    return NOTHING._replace(**parts)  # type: ignore[arg-type]


def test_a_day_is_said_once() -> None:
    later = (Entry("Ana", "Fri 27 Nov"), Entry("Ben", "Mon 30 Nov"), Entry("Cara", "Fri 27 Nov"))
    lines = shown(end_lines(End(walk(7), NOTHING._replace(later=later), "", (), None), 76, 20, UNICODE))
    assert "Later         Ana and Cara to Fri 27 Nov · Ben to Mon 30 Nov" in lines


def test_many_items_share_the_cells_of_the_progress() -> None:
    one = walk(7)
    left(one, 5)
    assert list(progress(one, 20)) == [True, True, False, False, False, False, False]
    one = walk(10_000)
    left(one, 5_000)
    assert list(progress(one, 20)) == [True] * 10 + [False] * 10


def test_five_more_at_a_time_until_all_are_there() -> None:
    one = walk(2, waiting=7)
    inbox = Inbox(tuple(one.items), Later([item(number) for number in range(2, 9)]))
    assert one.more == 7
    one.take_more(inbox)
    assert (len(one.items), one.more) == (7, 2)
    one.take_more(inbox)
    assert (len(one.items), one.more) == (9, 0)
    one.take_more(inbox)
    assert len(one.items) == 9
