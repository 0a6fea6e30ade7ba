"""The ledger narrowed: what marks mean, what they leave, what tab offers after them, and what is said of bad ones."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.capture.names import Names
from domain.capture.vocabulary import Vocabulary, vocabulary_of
from domain.errors import BadInputError, SwellError
from domain.ledger import FEW, MARKS, Narrowing, first_day, gone_on, kind_of, last_day, ledger, offers, parsed
from domain.model import Interaction
from domain.text import clean
from tests.domain.diary import TODAY, Diary


def read(line: str) -> Narrowing:
    """A line of marks, in which a name is its own id."""
    return parsed(line, TODAY, str)


@pytest.mark.parametrize(
    ("line", "meant"),
    [
        ("", {}),
        ("out", {"ways": ("out",)}),
        ("BACK notes", {"ways": ("back", "notes")}),
        ("kind:call", {"kinds": ("call",)}),
        ("kind:intro kind:turn-up", {"kinds": ("introduction", "turn up")}),
        ('kind:"turn up"', {"kinds": ("turn up",)}),
        ("person:Ana person:@Ben", {"people": ("Ana", "Ben")}),
        ('person:"Ana Lopez"', {"people": ("Ana Lopez",)}),
        ("tag:#design TAG:x", {"tags": ("design", "x")}),
        ("since:2026-01 until:2026-02", {"since": "2026-01-01", "until": "2026-02-28"}),
        ("since:2025 since:2026-03-04", {"since": "2026-03-04"}),
        ("until:yesterday until:2026", {"until": "2026-11-21"}),
        ("a Flat", {"words": ("a", "flat")}),
        ('"out of" reach', {"words": ("out", "of", "reach")}),
        (
            "kind:call person:Ana tag:design since:2026-01 until:yesterday out back",
            {
                "kinds": ("call",), "people": ("Ana",), "tags": ("design",), "since": "2026-01-01",
                "until": "2026-11-21", "ways": ("out", "back"),
            },
        ),
    ],
)  # fmt: skip
def test_what_a_line_of_marks_means(line: str, meant: dict[str, Any]) -> None:
    assert read(line) == Narrowing(**meant)
    assert bool(read(line)) == bool(meant)


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("kidn:call", "“kidn:” is no mark here; there are kind:, person:, tag:, since: and until:."),
        ("kind:", "“kind:” says nothing yet; kind:call would."),
        ("person:@", "“person:” says nothing yet; person:Ana would."),
        ("tag:#", "“tag:” says nothing yet; tag:design would."),
        ("kind:m", "“m” may be message or meet."),
        ("kind:dance", "“dance” is no kind; there are smile, message,"),
        ("since:2026-13", "“2026-13” is no time here; write 2026-01, 2026-01-15, oct, 3m or yesterday."),
        ("since:2026-02-30", "is no time here"),
        ("until:9999y", "is no time here"),
        ("since:0000", "is no time here"),
        ("since:\x1b[31m", "is no time here"),
        ("since:2026-03 until:2026-02", "Nothing lies between 2026-03-01 and 2026-02-28: since comes after until."),
    ],
)
def test_what_makes_no_sense_is_one_sentence(line: str, told: str) -> None:
    with pytest.raises(BadInputError) as caught:
        read(line)
    assert told in str(caught.value)
    assert str(caught.value).isprintable()


@pytest.mark.parametrize(
    ("phrase", "first", "last"),
    [
        ("2026", "2026-01-01", "2026-12-31"),
        ("2024-2", "2024-02-01", "2024-02-29"),
        ("2026-01-15", "2026-01-15", "2026-01-15"),
        ("oct", "2026-10-01", "2026-10-31"),
        ("December", "2025-12-01", "2025-12-31"),
        ("3m", "2026-08-22", "2026-08-22"),
        ("1y", "2025-11-22", "2025-11-22"),
        ("2w", "2026-11-08", "2026-11-08"),
        ("10d", "2026-11-12", "2026-11-12"),
        ("yesterday", "2026-11-21", "2026-11-21"),
        ("fri", "2026-11-20", "2026-11-20"),
        ("3 weeks ago", "2026-11-01", "2026-11-01"),
    ],
)
def test_times_reach_from_their_first_day_to_their_last(phrase: str, first: str, last: str) -> None:
    assert (first_day(phrase, TODAY), last_day(phrase, TODAY)) == (date.fromisoformat(first), date.fromisoformat(last))


def test_the_last_day_of_a_month_is_kept_within_a_shorter_one() -> None:
    assert first_day("1m", date(2026, 3, 31)) == date(2026, 2, 28)


def test_marks_leave_what_fits_them_newest_first() -> None:
    diary = Diary()
    ana, ben = diary.person("Ana"), diary.person("Ben")
    call = diary.act(ana, ago=40, text="about the Flat")
    meet = diary.act(ana, ben, direction="mutual", kind="meet", ago=9)
    note = diary.act(ben, direction="none", kind="note", ago=8)
    lead = diary.add(
        Interaction(
            id=diary.id(), at="2026-11-20T10:00:00+00:00", direction="got", kind="lead", people=(ben.id,),
            via=(ana.id,), tags=("Design/logo",), text="a café",
        )
    )  # fmt: skip

    def left(line: str) -> list[str]:
        return [one.id for one in ledger(diary.book.interactions.values(), parsed(line, TODAY, ids.__getitem__))]

    ids = {"ana": ana.id, "ben": ben.id}
    assert left("") == [lead.id, note.id, meet.id, call.id]
    assert left("out") == [meet.id, call.id]
    assert left("back") == [lead.id]
    assert left("back notes") == [lead.id, note.id]
    assert left("kind:call kind:lead") == [lead.id, call.id]
    assert left("person:ana") == [lead.id, meet.id, call.id]
    assert left("person:ana person:ben") == [lead.id, meet.id]
    assert left("tag:design") == left("tag:design/logo") == left("cafe") == [lead.id]
    assert left("tag:desi") == []
    assert left("flat") == left("until:oct") == [call.id]
    assert left("since:2026-11-14 until:2026-11-14") == [note.id]
    assert left("out person:ben since:1m") == [meet.id]


def test_a_narrowing_is_said_in_words() -> None:
    narrowing = read('back notes kind:call kind:lead person:Ana person:Ben tag:x "the flat" since:2025 until:oct')
    assert narrowing.said(str.upper, TODAY) == (
        "what came back and notes, call or lead, with ANA and BEN, #x, “the”, “flat”, since 1 Jan 2025, until 31 Oct"
    )
    assert Narrowing().said(str, TODAY) == "out and back"


def _vocabulary() -> Vocabulary:
    diary = Diary()
    for name in ("Ana Lopez", "Ben Okafor", "Sam Hill", "Sam Hill"):
        diary.person(name, organisation="Acme")
    act = diary.act(ago=1)
    diary.change(act, tags=("design", "two-words"))
    return vocabulary_of(diary.book, Names(diary.book.contacts))


@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("", ["kind:", "person:", "tag:", "since:", "until:", "out", "back", "notes"]),
        ("since:2026 ", ["since:2026 kind:", "since:2026 person:", "since:2026 tag:", "since:2026 until:"]),
        ("o", ["out"]),
        ("out k", ["out kind:"]),
        ("an", ['person:"Ana Lopez"']),
        ("kind:t", ["kind:thanks", 'kind:"turn up"']),
        ("tag:d", ["tag:design"]),
        ("person:lop", ['person:"Ana Lopez"']),
        ('person:"Ana L', ['person:"Ana Lopez"']),
        ("since:20", ["since:2026-11", "since:2026-10", "since:2026"]),
        ("until:y", ["until:yesterday"]),
        ("kind:zzz", []),
    ],
)
def test_tab_offers_marks_and_what_may_stand_after_them(line: str, offered: list[str]) -> None:
    found = offers(line, len(line), _vocabulary(), TODAY)
    assert [one.line for one in found][: len(offered)] == offered
    assert all(one.cursor == len(one.line) for one in found)
    if not offered:
        assert not found


def test_who_shares_a_name_is_offered_by_id_and_the_rest_of_the_line_stays() -> None:
    found = offers("person:sam until:2026", len("person:sam"), _vocabulary(), TODAY)
    assert len(found) == 2
    for one in found:
        assert one.line.removeprefix("person:").removesuffix(" until:2026").isdecimal()
        assert one.line[one.cursor :] == " until:2026"
        assert one.words == "Sam Hill, Acme"


@given(st.text(max_size=60))
def test_any_line_is_read_or_refused_in_one_printable_sentence(line: str) -> None:
    try:
        told = read(line).said(str, TODAY)
    except SwellError as error:
        told = str(error)
    assert told
    assert clean(told) == told


@given(st.lists(st.sampled_from(["out", "back", "notes", "kind:call", "kind:lead", "tag:x", "since:1m", "flat"])))
def test_another_mark_for_people_tags_and_times_never_leaves_more(marks: list[str]) -> None:
    diary = Diary()
    ana = diary.person("Ana")
    for ago in (1, 40):
        diary.act(ana, ago=ago, text="the flat")
        diary.change(diary.act(ana, direction="got", kind="lead", ago=ago), tags=("x",))
    entries = diary.book.interactions.values()
    whole, narrower = (read(" ".join([*marks, *more])) for more in ([], ["tag:x", "until:yesterday", "flat"]))
    assert {one.id for one in narrower.fitting(entries)} <= {one.id for one in whole.fitting(entries)}


def test_every_kind_is_named_by_itself() -> None:
    assert [kind_of(word) for word in ("Thanks", "turn_up", "turnup", "listen")] == [
        "thanks", "turn up", "turn up", "listen",
    ]  # fmt: skip
    assert set(MARKS) == {"kind", "person", "tag", "since", "until"}


_DAYS = st.dictionaries(st.integers(0, 2 * FEW), st.sampled_from(["2026-11-20", "2026-11-21", "", "2026-11-21T09:00"]))


def _note(key: int, at: str) -> Interaction:
    return Interaction(id=f"{key}", at=at, direction="none", kind="note")


@given(_DAYS, _DAYS, st.booleans())
def test_a_ledger_that_has_gone_on_is_the_one_that_is_made_anew(
    before: dict[int, str], now: dict[int, str], is_one_book: bool
) -> None:
    made = {key: _note(key, at) for key, at in before.items()}
    after = {key: made[key] if is_one_book and before.get(key) == at else _note(key, at) for key, at in now.items()}
    old, new = ({one.id: one for one in some.values()} for some in (made, after))
    assert gone_on(ledger(old.values()), old, new) == ledger(new.values())
