"""Many lines at once: what marks alone hold for, and lines that speak of people whom the ones before have made."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.capture.ahead import Ahead
from domain.capture.keeping import keep_delivery, keep_together, mend, throw_away
from domain.capture.many import ManyLine, Row, lines_of, rows, with_standing_marks
from domain.errors import NotFoundError
from domain.model import Capture, Contact
from domain.moment import Moment, moment_of
from domain.ports import Delivery
from domain.settings import Settings
from tests.domain.capture_book import BOOK, IDS, MOMENT

KEYS = [f"{17_950_000_000_000 * 10**9 // 10 + number * 1000:022d}" for number in range(1, 60)]


def captured(*typed: str) -> list[str]:
    """What is captured of these lines."""
    return [one.line for one in with_standing_marks(typed) if one.line]


def shown(*typed: str) -> list[Row]:
    """The list in which they are shown."""
    return rows(with_standing_marks(typed), Ahead(BOOK, MOMENT, Settings()).read, MOMENT.today)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("called Ana\r\nmet Ben\rposted\n", ["called Ana", "met Ben", "posted"]),
        ("\n  \n\t\ncalled Ana\n\n", ["called Ana"]),
        ("- called Ana\n* met Ben\n• posted\n– smiled\n", ["called Ana", "met Ben", "posted", "smiled"]),
        ("1. called Ana\n2) met Ben\n - [ ] posted\n- [x] smiled", ["called Ana", "met Ben", "posted", "smiled"]),
        ("5. Dec met Ana\n-5 degrees at the fair\n-\n2.5 hours with Ana", [
            "5. Dec met Ana", "-5 degrees at the fair", "-", "2.5 hours with Ana",
        ]),
        ("a\u2028b\x1cc", ["a\u2028b\x1cc"]),
        ("", []),
    ],
)  # fmt: skip
def test_a_pasted_text_is_parted_into_lines_without_their_bullets(text: str, lines: list[str]) -> None:
    assert lines_of(text) == lines


@pytest.mark.parametrize(
    ("typed", "lines"),
    [
        (["called Ana", "tag:pyleeds when:fri", "met Ben"], ["called Ana", "met Ben tag:pyleeds when:fri"]),
        (["#a #b", "called Ana", "#c", "met Ben"], ["called Ana #a #b", "met Ben #c"]),
        (["#a", "called Ana", "tag:", "met Ben"], ["called Ana #a", "met Ben"]),
        (["#a", "called Ana", "-", "met Ben"], ["called Ana #a", "met Ben"]),
        (["#a", "called Ana", "---", "met Ben"], ["called Ana #a", "met Ben"]),
        (["#a when:fri", "tag:", "called Ana"], ["called Ana"]),
        (["#Design", "called Ana #design"], ["called Ana #design"]),
        (["#a", "called Ana #b"], ["called Ana #b #a"]),
        (["when:fri", "called Ana when:thu"], ["called Ana when:thu"]),
        (["when:fri", "yesterday: called Ana"], ["yesterday: called Ana"]),
        (["when:fri", "3 days ago: called Ana"], ["3 days ago: called Ana"]),
        (["when:fri", "Ana: likes tea"], ["Ana: likes tea when:fri"]),
        (["+2w", "called Ana", "called Ben +fri"], ["called Ana +2w", "called Ben +fri"]),
        (["+5 dec #a", "called Ana"], ["called Ana +5 dec #a"]),
        (["via:Ben", "got a lead from Cara", "got a lead from Cara via Dee"], [
            "got a lead from Cara via:Ben", "got a lead from Cara via Dee",
        ]),
        (["min:20", "chat with Ana", "chat with Ben 45m", "chat with Dee min:5"], [
            "chat with Ana min:20", "chat with Ben 45m", "chat with Dee min:5",
        ]),
        (['when:"last fri", #a', "called Ana"], ['called Ana when:"last fri" #a']),
        (["- #a", "- called Ana"], ["called Ana #a"]),
        (["@", "called Ana"], ["@", "called Ana"]),
        (["@Ana #a", "called Ben"], ["@Ana #a", "called Ben"]),
        (["circle:close", "org:Acme", "met Ana"], ["circle:close", "org:Acme", "met Ana"]),
        (['""', "called Ana"], ['""', "called Ana"]),
        (["+nonsense", "called Ana"], ["+nonsense", "called Ana"]),
    ],
)  # fmt: skip
def test_a_line_of_marks_alone_holds_for_the_lines_after_it(typed: list[str], lines: list[str]) -> None:
    assert captured(*typed) == lines


def test_a_line_keeps_its_number_and_how_it_was_typed() -> None:
    found = with_standing_marks(["", "- #a", "", "- called Ana"])
    assert found == [ManyLine(2, "- #a", "", "#a"), ManyLine(4, "- called Ana", "called Ana #a", "#a")]


@pytest.mark.parametrize(
    ("typed", "doubts"),
    [
        ("#a when:31nov", ("when:31nov is no date, so it does not hold",)),
        ("when:someday", ("when:someday is no date, so it does not hold",)),
        ("+31 nov", ("+31 is no date, so it does not hold",)),
        ("when:3/10", ("when:3/10 is no date, so it does not hold: write 3 Oct or 10 Mar",)),
        ("min:lots", ("min:lots is no number of minutes",)),
    ],
)
def test_a_mark_that_cannot_hold_is_said_and_does_not(typed: str, doubts: tuple[str, ...]) -> None:
    (marks, line) = with_standing_marks([typed, "called Ana"])
    assert marks.doubts == doubts
    assert line.line == ("called Ana #a" if "#a" in typed else "called Ana")


@given(st.lists(st.text(max_size=40), max_size=8))
def test_no_line_is_lost_whatever_it_is(typed: list[str]) -> None:
    found = with_standing_marks(typed)
    assert [one.typed for one in found] == [line for line in typed if line.strip()]
    for one in found:
        assert one.line or one.marks or one.doubts or not shown(one.typed)[0].unfiled


def test_the_list_says_what_each_line_makes_and_what_holds() -> None:
    marks, ana, sam, nov = shown(
        "#pyleeds when:fri via:Ben +2w min:5", "called Ana", "Sam wants a job", "met Dee 31 nov"
    )
    assert marks.words == "from here: #pyleeds, Fri 20 Nov, via Ben, follow-up Sun 6 Dec, 5 min"
    assert ana.words == "gave · call · Ana Lopez · via Ben Okafor"
    assert (ana.doubts, ana.unfiled) == ((), False)
    assert sam.unfiled
    assert sam.doubts == ("two people are called Sam: Sam Hill, Sam Okoro",)
    assert not nov.unfiled
    assert "31 Nov is no date, kept as text" in nov.doubts
    assert shown("-")[0].words == "from here: no marks"


def test_a_line_may_speak_of_somebody_whom_an_earlier_line_has_made() -> None:
    met, hiring, other, called = shown(
        'met @"Joe Miller" from Acme', "Joe is hiring rust devs", 'met @"Joe Bloggs"', "called Joe"
    )
    assert "new Joe Miller, Acme" in met.words
    assert hiring.words == "Joe Miller · looking for: rust devs"
    assert not other.unfiled
    assert called.unfiled
    assert "Joe Miller, Joe Bloggs" in called.doubts[0]
    assert "Joe Miller" not in {one.name for one in BOOK.contacts.values()}


def test_what_is_being_written_is_understood_after_the_lines_above_it() -> None:
    ahead = Ahead(BOOK, MOMENT, Settings())
    ahead.read('met @"Joe Miller"')
    assert ahead.understand("called Joe").unfiled is None
    assert ahead.understand("called Joe").made == ahead.understand("called Joe").made
    assert Ahead(BOOK, MOMENT, Settings()).understand("called Joe").people == {}


def together(*lines: str) -> Delivery:
    """Lines that were delivered together."""
    pairs = tuple(zip(KEYS, lines, strict=False))
    return Delivery(KEYS[0], "\n".join(lines), at=MOMENT.stamp, together=pairs)


def test_all_are_filed_as_one_step_and_each_as_the_list_has_shown_it() -> None:
    lines = captured(
        "#pyleeds", 'met @"Joe Miller" from Acme', "@Joe circle:close", "Joe is hiring rust devs", "call Sam"
    )
    work = keep_delivery(together(*lines), MOMENT, lambda: "unused", Settings())(BOOK)
    assert work.label.startswith('4 captures: met @"Joe Miller" from Acme #pyleeds')
    met, _, hiring, sam = work.result.each
    assert [one.unfiled for one in work.result.each] == [False, False, False, True]
    assert isinstance(sam.made[0], Capture)
    after = BOOK.with_changes(work.changes)
    (joe,) = [one for one in after.contacts.values() if one.name == "Joe Miller"]
    assert (joe.circle, joe.organisation, joe.tags) == ("close", "Acme", ("pyleeds",))
    assert [one.contact for one in after.answers.values()] == [joe.id]
    places = [change.record.id for change in work.changes]  # type: ignore[union-attr]
    assert len(places) == len(set(places))  # one record, one change: so that undo takes it back whole
    assert joe.id == KEYS[0]
    assert met.made[0].id == KEYS[0]
    assert hiring.made[0].id == KEYS[2]


def test_one_line_alone_is_called_as_it_is() -> None:
    work = keep_together([(KEYS[0], "called Ana")], MOMENT, Settings())(BOOK)
    assert work.label == "called Ana"


UNFILED = Capture(id=KEYS[5], at="2026-11-18T21:00:00+00:00", line="called sam yesterday", why="two people")


def mended(line: str) -> tuple[object, ...]:
    """The records that the mended line leaves, of a capture of Wednesday evening."""
    book = BOOK.with_changes(())
    book.table("captures")[UNFILED.id] = UNFILED

    def captured_at(capture: Capture) -> Moment:
        return moment_of(capture.at, MOMENT, zone_is_chosen=False)

    work = mend(book, UNFILED.id, line, captured_at, iter(KEYS[10:]).__next__, Settings())
    after = book.with_changes(work.changes)
    return work, after.captures.get(UNFILED.id), [one for one in work.result.made if one.id != UNFILED.id]


def test_a_mended_line_is_filed_as_of_the_day_it_was_captured() -> None:
    _, left, made = mended('called @"Sam Hill" yesterday')
    assert left is None
    assert made[0].at[:10] == "2026-11-17"  # type: ignore[index]
    assert made[0].raw == 'called @"Sam Hill" yesterday'  # type: ignore[index]
    assert made[0].people == (IDS["Sam Hill"],)  # type: ignore[index]


def test_a_line_that_is_no_clearer_stays_with_its_new_words_and_reason() -> None:
    _, left, made = mended("called sam twice")
    assert isinstance(left, Capture)
    assert (left.line, left.at, left.id) == ("called sam twice", UNFILED.at, UNFILED.id)
    assert left.why == "two people are called Sam: Sam Hill, Sam Okoro"
    assert made == []


def test_what_was_filed_elsewhere_can_neither_be_mended_nor_thrown_away() -> None:
    with pytest.raises(NotFoundError, match="elsewhere"):
        mend(BOOK, "gone", "called Ana", lambda _: MOMENT, str, Settings())
    with pytest.raises(NotFoundError, match="elsewhere"):
        throw_away(BOOK, "gone")


def test_nothing_of_the_book_is_changed_by_looking_ahead() -> None:
    before = {name: dict(BOOK.table(name)) for name in ("contacts", "interactions", "answers")}
    shown('met @"Joe Miller"', "Joe is hiring", "called Ana")
    assert before == {name: BOOK.table(name) for name in before}
    assert all(isinstance(one, Contact) for one in BOOK.contacts.values())
