"""The words to two people as the user has changed them: kept from one run to the next, until they are said."""

from collections.abc import Sequence
from dataclasses import replace

from domain.drafting import ALL_WORDS
from domain.model import Introduction
from domain.ports import Draft
from tui.pair_drafts import PairDrafts
from tui.unfinished import Unfinished

PAIR = Introduction(id="", a="1", b="2")


class Drawer:
    """Keeps the drafts of a run for the next one."""

    def __init__(self) -> None:
        self.drafts: tuple[Draft, ...] = ()

    def take_over(self) -> tuple[Draft, ...]:
        """What the last run has left."""
        return self.drafts

    def save(self, drafts: Sequence[Draft]) -> None:
        """Keep these."""
        self.drafts = tuple(drafts)


def a_run(drawer: Drawer) -> tuple[Unfinished, PairDrafts]:
    unfinished = Unfinished(drawer, print)
    unfinished.take_over()
    return unfinished, PairDrafts(unfinished)


async def test_they_outlast_the_run_and_are_no_lines_to_capture() -> None:
    drawer = Drawer()
    unfinished, drafts = a_run(drawer)
    drafts.keep(PAIR, "ask_b", "Dee, tea?\n\nRobin")
    unfinished.save()
    unfinished, drafts = a_run(drawer)
    assert drafts.changed(PAIR, "ask_b") == "Dee, tea?\n\nRobin"
    assert drafts.changed(PAIR, "ask_a") == ""
    assert unfinished.waiting == []
    drafts.keep(PAIR, "ask_b", " \n")
    assert drafts.changed(PAIR, "ask_b") == ""


async def test_they_belong_to_who_is_asked_whichever_way_round_the_two_stand() -> None:
    _, drafts = a_run(Drawer())
    drafts.keep(PAIR, "ask_b", "Dee, tea?")
    turned = Introduction(id="9", a="2", b="1")
    assert (drafts.changed(turned, "ask_a"), drafts.changed(turned, "ask_b")) == ("Dee, tea?", "")


async def test_what_was_said_is_let_go() -> None:
    _, drafts = a_run(Drawer())
    for words in ALL_WORDS:
        drafts.keep(PAIR, words, f"my {words}")
    idea = replace(PAIR, id="9")
    drafts.let_go_of_said([idea])
    assert drafts.changed(idea, "ask_b") == "my ask_b"
    drafts.let_go_of_said([replace(idea, stage="asked_b", asked_first="b")])
    assert (drafts.changed(idea, "ask_b"), drafts.changed(idea, "ask_a")) == ("", "my ask_a")
    drafts.let_go_of_said([replace(idea, stage="made")])
    assert not any(drafts.changed(idea, words) for words in ALL_WORDS)
