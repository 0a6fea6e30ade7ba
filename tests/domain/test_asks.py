"""What you need yourself: whom to turn to, over whom, and what became of it."""

import pytest

from domain.ask_returns import closing
from domain.asking import answered, asked, close, open_ask
from domain.asks import Plan, plan
from domain.book import Book
from domain.errors import BadInputError, ChangedError, NotFoundError
from domain.matching.matches import Matches
from domain.model import Ask, Knows
from tests.domain.diary import Diary


def planned(diary: Diary, text: str) -> Plan:
    matches = Matches(diary.book, diary.settings)
    return plan(text, matches, diary.index().dealings, diary.now)


def test_who_could_help_and_what_you_last_gave_them() -> None:
    diary = Diary()
    ana, ben = diary.person("Ana Lopez"), diary.person("Ben Okafor", role="estate agent, Lisbon")
    diary.told(ana, "offers", "lets a flat in Lisbon", ago=30)
    diary.act(ana, kind="call", ago=19, text="about the move")
    found = planned(diary, "a flat in Lisbon")
    assert [helper.contact for helper in found.helpers] == [ana.id]
    assert found.helpers[0].said.text == "lets a flat in Lisbon"
    assert found.helpers[0].ground == "you called about the move, 19 d ago"
    assert found.openly == ""
    assert ben.id not in {helper.contact for helper in found.helpers}


def test_who_could_lead_there_over_one_or_two_people() -> None:
    diary = Diary()
    ana, ben, cara = diary.person("Ana Lopez"), diary.person("Ben Okafor"), diary.person("Cara Weiss", circle="")
    diary.told(cara, "offers", "lets a flat in Lisbon", ago=3)
    diary.act(ana, kind="help", ago=2)
    diary.add(Knows(id=diary.id(), a=ana.id, b=ben.id))
    assert planned(diary, "a flat in Lisbon").leads == ()
    diary.change(cara, met_via=ben.id)
    (lead,) = planned(diary, "a flat in Lisbon").leads
    assert lead.path == (ana.id, ben.id, cara.id)
    assert lead.how == ("knows", "you met through them")
    assert lead.way == "Ana knows Ben, through whom you met Cara"
    assert lead.ground == "you helped, 2 d ago"
    diary.act(ben, kind="chat", direction="mutual", ago=400)
    diary.act(ben, kind="chat", direction="mutual", ago=1)
    (lead,) = planned(diary, "a flat in Lisbon").leads
    assert lead.path == (ben.id, cara.id)


def test_nobody_leads_to_somebody_nearer_than_they_are() -> None:
    diary = Diary()
    ana, cara = diary.person("Ana Lopez"), diary.person("Cara Weiss")
    diary.told(cara, "offers", "lets a flat in Lisbon", ago=3)
    diary.add(Knows(id=diary.id(), a=ana.id, b=cara.id))
    diary.act(cara, ago=1)
    assert planned(diary, "a flat in Lisbon").leads == ()


def test_where_nothing_fits_well_asking_openly_is_proposed() -> None:
    diary = Diary()
    diary.person("Ana Lopez", tags=("choir",))
    found = planned(diary, "a pony for a parade")
    assert (found.helpers, found.leads) == ((), ())
    assert found.openly == "posted: looking for a pony for a parade"


def test_an_ask_goes_its_way() -> None:
    diary = Diary()
    ana, ben = diary.person("Ana Lopez"), diary.person("Ben Okafor")
    work = open_ask(diary.book, "  a flat in  Lisbon ", diary.now, diary.id)
    diary.make(work.changes)
    one = work.result
    assert open_ask(diary.book, "a flat in Lisbon", diary.now, diary.id).changes == ()

    def now() -> Ask:
        return diary.book.asks[one.id]

    diary.make(asked(diary.book, one.id, ana.id, diary.now, diary.id).changes)
    with pytest.raises(BadInputError, match="already"):
        asked(diary.book, one.id, ana.id, diary.now, diary.id)
    diary.make(answered(diary.book, one.id, ana.id, diary.now, helped=False).changes)
    assert (now().stage, now().could_not) == ("asked", (ana.id,))
    diary.make(answered(diary.book, one.id, ben.id, diary.now, helped=True).changes)
    assert (now().stage, now().asked, now().helped) == ("helped", (ana.id, ben.id), (ben.id,))
    earlier = diary.act(ben, direction="got", kind="help", ago=5)
    came = diary.act(ben, direction="got", kind="lead", text="a flat")
    assert closing(diary.book, now(), diary.now.today) == [came]
    assert earlier not in closing(diary.book, now(), diary.now.today)
    diary.make(close(diary.book, one.id, diary.now, by=came.id).changes)
    assert (now().stage, now().closed, now().closed_by) == ("closed", "2026-11-22", came.id)
    for act in (
        lambda: asked(diary.book, one.id, ben.id, diary.now, diary.id),
        lambda: close(diary.book, one.id, diary.now),
    ):
        with pytest.raises(ChangedError, match="closed"):
            act()


def test_what_cannot_be_asked() -> None:
    diary = Diary()
    ana = diary.person("Ana Lopez")
    with pytest.raises(BadInputError, match="Say what you need"):
        open_ask(diary.book, "  ", diary.now, diary.id)
    with pytest.raises(NotFoundError):
        asked(diary.book, "none", ana.id, diary.now, diary.id)
    one = diary.add(Ask(id=diary.id(), text="a flat", opened="2026-11-20"))
    for act in (
        lambda: asked(diary.book, one.id, "nobody", diary.now, diary.id),
        lambda: answered(diary.book, one.id, "nobody", diary.now, helped=True),
        lambda: close(diary.book, one.id, diary.now, by="nothing"),
    ):
        with pytest.raises(NotFoundError):
            act()
    assert planned(Diary(), "").helpers == ()
    assert closing(Book({}), one, diary.now.today) == []
