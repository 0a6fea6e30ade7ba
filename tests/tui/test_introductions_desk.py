"""The use cases of introductions on a real book: one undoable step each, also where another window was quicker."""

from datetime import date
from pathlib import Path

import pytest

from domain.errors import BadInputError, ChangedError, NotFoundError
from domain.model import Answer, Contact, Interaction
from tests.tui.desk_host import NOW, Process, process


def on_book(path: Path) -> Process:
    """A book with Kofi, who needs a mentor, and Lena, who is one; each said so on a day of its own."""
    swell = process(path)
    day = NOW.day
    swell.put(
        "people",
        Contact(id="1" * 22, name="Kofi Mensah", emails=("kofi@example.org",)),
        Contact(id="2" * 22, name="Lena Fischer"),
        Contact(id="3" * 22, name="Tom Reed"),
        Answer(id="4" * 22, contact="1" * 22, question="looking_for", text="a mentor in Berlin", learnt=day),
        Answer(id="5" * 22, contact="2" * 22, question="offers", text="mentors engineers", learnt="2026-06-01"),
        Interaction(id="6" * 22, at=NOW.stamp, direction="gave", kind="call", people=("1" * 22,)),
    )
    again(swell)
    return swell


def again(*processes: Process) -> None:
    """Come up to date, with every match known."""
    for swell in processes:
        swell.desk.read_again()
        swell.desk.catch_up()
        for _ in swell.desk.prepare_matches():
            pass


KOFI, LENA, TOM = "1" * 22, "2" * 22, "3" * 22


def test_what_the_two_said_and_how(tmp_path: Path) -> None:
    desk = on_book(tmp_path / "book.json").desk
    part = desk.introductions
    found = part.phrases(LENA, KOFI)
    assert found is not None
    assert (found.a, found.b) == (KOFI, LENA)
    assert part.alike(KOFI, LENA) == "mentor = "
    assert part.how_told(found.need) == "today, by phone"
    assert part.how_told(found.offer) == "6 months, stale"
    assert part.suggestions() == []  # what Lena said has expired, and is good enough only for who is taken up
    assert part.phrases(KOFI, TOM) is None
    said = part.said(KOFI, needs=False)
    assert said is not None
    assert said.text == "a mentor in Berlin"
    assert part.said("nobody", needs=True) is None


def test_a_step_with_somebody_not_taken_up_yet_is_one_step(tmp_path: Path) -> None:
    swell = on_book(tmp_path / "book.json")
    part = swell.desk.introductions
    steps = len(swell.desk.steps())
    made = part.ask(part.current(LENA, KOFI), LENA)
    again(swell)
    assert (made.a, made.b, made.reason) == (KOFI, LENA, "a mentor in Berlin ↔ mentors engineers")
    assert len(swell.desk.steps()) == steps + 1
    assert part.told(made) == "Lena was asked; ask Kofi, Fri 27 Nov"
    swell.desk.undo()
    swell.desk.catch_up()
    assert part.current(KOFI, LENA).id == ""


def test_another_window_is_quicker(tmp_path: Path) -> None:
    mine = on_book(tmp_path / "book.json")
    other = process(tmp_path / "book.json")
    seen = mine.desk.introductions.current(KOFI, LENA)
    taken = other.desk.introductions.take_up(KOFI, LENA)
    with pytest.raises(ChangedError, match="taken up meanwhile"):
        mine.desk.introductions.make(seen)
    with pytest.raises(ChangedError, match="taken up meanwhile"):
        mine.desk.introductions.not_these(KOFI, LENA)
    again(mine, other)
    other.desk.introductions.make(taken)
    for step in (mine.desk.introductions.make, mine.desk.introductions.skip):
        with pytest.raises(ChangedError, match="moved on meanwhile"):
            step(taken)
    again(mine)
    with pytest.raises(ChangedError, match="brought together already"):
        mine.desk.introductions.make(mine.desk.introductions.current(KOFI, LENA))
    assert [one.kind for one in mine.desk.book.interactions.values()].count("introduction") == 1


def test_people_who_are_gone_or_one_are_said_so(tmp_path: Path) -> None:
    swell = on_book(tmp_path / "book.json")
    part = swell.desk.introductions
    with pytest.raises(BadInputError, match="themselves"):
        part.take_up(KOFI, KOFI)
    taken = part.take_up(KOFI, TOM, "tea")
    again(swell)
    swell.put("one", type(taken)(id=taken.id, a=KOFI, b=KOFI, stage="idea", since=taken.since))
    again(swell)
    now = part.as_it_stands(taken.id)
    assert now is not None
    assert part.told(now) == "both are one person now"
    with pytest.raises(ChangedError, match="x declines it"):
        part.make(now)
    with pytest.raises(NotFoundError, match="not two people"):
        part.draft(now)
    assert part.decline(now).stage == "declined"
    swell.put("gone", type(taken)(id=taken.id, a=KOFI, b="9" * 22, stage="made", since=taken.since))
    again(swell)
    now = part.as_it_stands(taken.id)
    assert now is not None
    assert part.told(now) == "somebody is no longer in the book"
    with pytest.raises(ChangedError, match="x declines it"):
        part.tell(now, "good")
    assert part.told(part.decline(now)) == "declined"


def test_what_is_put_off_comes_back_on_its_day(tmp_path: Path) -> None:
    swell = on_book(tmp_path / "book.json")
    part = swell.desk.introductions
    taken = part.take_up(KOFI, LENA)
    again(swell)
    assert str(part.due(taken)) == "2026-11-27"
    assert part.later(KOFI, LENA, date(2026, 12, 4)) == "later, Fri 4 Dec"
    again(swell)
    assert str(part.due(taken)) == "2026-12-04"
    assert part.to_do() == 0
    with pytest.raises(BadInputError, match="not ahead"):
        part.later(KOFI, LENA, date(2026, 11, 22))
    with pytest.raises(NotFoundError, match="not suggested"):
        part.later(KOFI, TOM, date(2026, 12, 4))


def test_how_it_went_can_be_said_once_it_was_taken_to_be_unknown(tmp_path: Path) -> None:
    swell = on_book(tmp_path / "book.json")
    part = swell.desk.introductions
    taken = part.take_up(KOFI, LENA)
    swell.put("long ago", type(taken)(id=taken.id, a=KOFI, b=LENA, stage="made", since="2026-01-01"))
    again(swell)
    (over,) = part.done()
    assert (over.stage, over.outcome) == ("outcome", "unknown")
    assert part.tell(over, "good").outcome == "good"
    again(swell)
    assert part.under_way() == []
    assert [one.outcome for one in part.done()] == ["good"]


def test_a_mail_is_addressed_and_says_what_it_is_about(tmp_path: Path) -> None:
    part = on_book(tmp_path / "book.json").desk.introductions
    pair = part.current(KOFI, LENA)
    link = part.mailto(pair, part.draft(pair, "ask_a"))
    assert link.startswith("mailto:kofi@example.org?subject=May%20I%20introduce%20you%20to%20Lena%3F&body=Kofi%2C")
    assert "subject=Kofi%2C%20meet%20Lena&" in part.mailto(pair, part.draft(pair, "introduce"))


def test_a_misspelt_word_is_offered_as_one_that_means_the_same(tmp_path: Path) -> None:
    swell = on_book(tmp_path / "book.json")
    day = NOW.day
    swell.put(
        "said",
        Answer(id="7" * 22, contact=TOM, question="looking_for", text="a bookkeper", learnt=day),
        Answer(id="8" * 22, contact=LENA, question="offers", text="bookkeeper", learnt=day),
    )
    again(swell)
    assert swell.desk.introductions.alike(TOM, LENA) == "bookkeper = bookkeeper"


def test_one_person_does_not_fill_the_first_rows(tmp_path: Path) -> None:
    swell = on_book(tmp_path / "book.json")
    mentors = [Contact(id=f"{number:022d}", name=f"Mentor {number}") for number in range(31, 35)]
    swell.put(
        "more mentors",
        *mentors,
        *(
            Answer(id=f"9{one.id[1:]}", contact=one.id, question="offers", text="a mentor in Berlin", learnt=NOW.day)
            for one in mentors
        ),
        Answer(id="7" * 22, contact=TOM, question="looking_for", text="a cello for a beginner", learnt="2026-09-20"),
        Contact(id="8" * 22, name="Zed"),
        Answer(id="9" * 22, contact="8" * 22, question="offers", text="a cello", learnt="2026-09-20"),
    )
    again(swell)
    part = swell.desk.introductions
    assert [KOFI in (one.a, one.b) for one in part.suggestions()[:3]] == [True, True, True]
    rows = part.in_turns()
    assert [KOFI in (one.a, one.b) for one in rows[:3]] == [True, True, False]
    assert sorted(one.key for one in rows) == sorted(one.key for one in part.suggestions())
