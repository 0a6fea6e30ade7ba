"""Asks at the desk, over a real book: paths that a line makes, the line that says what came, what is put away."""

from datetime import date
from pathlib import Path

import pytest

from domain.capture.drafts import InteractionDraft
from domain.desk import Desk
from domain.errors import BadInputError, ChangedError, NotFoundError
from domain.model import Ask
from tests.tui.desk_host import process


def ready(desk: Desk) -> Desk:
    """Once it is known what everybody has."""
    for _ in desk.asks.prepare():
        pass
    assert desk.asks.is_ready
    return desk


def keep(desk: Desk, *lines: str) -> None:
    for line in lines:
        assert not desk.keep(line).unfiled, line
        desk.catch_up()


def open_ask(desk: Desk, text: str) -> Ask:
    made = desk.asks.open_ask(text)
    desk.catch_up()
    return desk.book.asks[made.id]


@pytest.mark.parametrize(
    ("line", "way"),
    [
        ("Hana knows Zora", "Hana knows Zora"),
        ("introduced Hana to Zora", "Hana was introduced to Zora"),
        ("coffee with Hana and Zora", "Hana has met Zora"),
        ("got a lead from Zora via Hana", "Hana led you to Zora"),
    ],
)
def test_a_captured_line_makes_a_way_at_once_and_undo_takes_it_away(tmp_path: Path, line: str, way: str) -> None:
    desk = process(tmp_path / "book.json").desk
    keep(desk, "@Zora can help with honey", "called @Hana", "called Hana")
    ready(desk)
    assert desk.asks.plan("honey").leads == ()
    keep(desk, line)
    assert [one.way for one in desk.asks.plan("honey").leads] == [way]
    desk.undo()
    desk.catch_up()
    ready(desk)
    assert desk.asks.plan("honey").leads == ()


def test_somebody_met_through_another_is_a_way(tmp_path: Path) -> None:
    desk = process(tmp_path / "book.json").desk
    keep(desk, "called @Hana", "called Hana", "met @Zora via Hana", "Zora can help with honey")
    ready(desk)
    (lead,) = desk.asks.plan("honey").leads
    assert lead.path == tuple(one.id for one in sorted(desk.book.contacts.values(), key=lambda one: one.name))
    assert lead.ground.startswith("you called")


def test_the_line_of_a_return_says_that_alone(sample: Path) -> None:
    desk = process(sample).desk
    ana = next(one for one in desk.book.contacts.values() if one.name == "Ana Lopez")
    for text in (
        "a flat in Lisbon",
        "a research lead post, four days a week, Leeds or from home",
        "somebody to call about the roof tomorrow, then ask Ben",
        "£20, or @home #help",
    ):
        ask = open_ask(desk, text)
        for who in list(desk.book.contacts.values())[::4]:
            understood = desk.understand(desk.asks.return_line(ask, who.id, via=ana.id))
            (came,) = understood.made
            assert isinstance(came, InteractionDraft)
            assert (came.people, came.text) == ((who.id,), text), understood.line
            assert came.via == (() if who is ana else (ana.id,))


def test_what_was_led_to_closes_by_that_way(sample: Path) -> None:
    desk = process(sample).desk
    keep(desk, "@Zora can help with honey from the hills", "Hana knows Zora")
    ask = open_ask(ready(desk), "honey")
    zora, hana = desk.asks.turns(ask)
    assert (zora.helps, zora.other, zora.way) == (True, "", "")
    assert (hana.helps, hana.other, hana.way) == (False, zora.contact, "Hana knows Zora")
    desk.asks.ask(ask.id, hana.contact)
    desk.catch_up()
    assert [one.contact for one in desk.asks.turns(desk.book.asks[ask.id])] == [hana.contact, zora.contact]
    draft = desk.asks.draft(ask, hana.contact, hana.other)
    assert draft.text.startswith("Hana, I am looking for honey, and Zora may be the one to ask.")
    line = desk.asks.return_line(ask, hana.other, via=hana.contact)
    assert line == "Zora helped me via Hana: honey"
    filed = desk.asks.returned(ask.id, line)
    desk.catch_up()
    closed = desk.book.asks[ask.id]
    came = desk.book.interactions[closed.closed_by]
    assert (came.people, came.via) == ((zora.contact,), (hana.contact,))
    assert [one.id for one in filed.made] == [came.id]
    assert desk.asks.closed()[0] == closed
    assert desk.asks.waiting(closed, hana.contact) is None
    with pytest.raises(ChangedError, match="closed"):
        desk.asks.returned(ask.id, line)
    desk.undo()
    desk.catch_up()
    assert desk.book.asks[ask.id].stage == "asked"
    assert came.id not in desk.book.interactions


def test_a_line_that_is_no_return_leaves_it_open(sample: Path) -> None:
    desk = process(sample).desk
    ask = open_ask(desk, "a flat")
    desk.asks.returned(ask.id, "called Ana about the flat")
    desk.catch_up()
    assert desk.book.asks[ask.id].stage == "open"


def test_put_away_it_stands_last(sample: Path) -> None:
    desk = process(sample).desk
    ask = open_ask(desk, "a flat")
    assert desk.asks.open()[0] == ask
    desk.asks.later(ask, date(2026, 12, 1))
    desk.catch_up()
    assert desk.asks.open()[-1] == ask
    assert desk.asks.away(ask) == date(2026, 12, 1)
    with pytest.raises(BadInputError, match="not ahead"):
        desk.asks.later(ask, date(2026, 11, 22))
    with pytest.raises(NotFoundError, match="Nothing is waited for"):
        desk.asks.wait_till(ask, "nobody", date(2026, 12, 1))
