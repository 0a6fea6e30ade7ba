"""Drafts: what is begun in a bar is saved while it is written, and offered by the next run."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

from domain.errors import BookError
from domain.ports import Draft
from tests.tui.desk_host import SMALL, Clock, User, process, settle
from tui.app import CAPTURE_TITLE, SwellApp

ANA = Draft(CAPTURE_TITLE, "", "called Ana about", capture=True)
BEN = Draft("a note", "Ben: ", "Ben: likes early trains", capture=True)
DAY = Draft("later: until when?", "", "3 dec")


class FakeDrafts:
    """Drafts that ended runs have left, and each state that was saved."""

    def __init__(self, *left: Draft) -> None:
        self.left = left
        self.states: list[tuple[Draft, ...]] = []

    def take_over(self) -> tuple[Draft, ...]:
        return self.left

    def save(self, drafts: Sequence[Draft]) -> None:
        self.states.append(tuple(drafts))

    @property
    def lines(self) -> list[str]:
        """The lines that are saved now."""
        return [draft.line for draft in self.states[-1]] if self.states else []


class FullDisk(FakeDrafts):
    """A folder in which nothing can be kept."""

    def save(self, drafts: Sequence[Draft]) -> None:
        super().save(drafts)
        raise BookError("Drafts cannot be kept in /full (No space left on device).")


@asynccontextmanager
async def swell_with(path: Path, drafts: FakeDrafts) -> AsyncIterator[User]:
    """The app on the book at that path with these drafts; it is left at the end."""
    clock = Clock()
    app = SwellApp(process(path, clock=clock).desk, where="~/book.json", drafts=drafts)
    async with app.run_test(size=SMALL) as pilot:
        await settle(pilot)
        yield User(pilot, path, clock)


async def saved(user: User, drafts: FakeDrafts, *lines: str) -> bool:
    """Whether exactly these lines are saved, before long."""
    for _ in range(200):
        if drafts.lines == list(lines):
            return True
        await user.pilot.pause(0.05)
    return False


async def test_a_line_is_saved_while_it_is_written_and_gone_once_it_is_kept(sample: Path) -> None:
    drafts = FakeDrafts()
    async with swell_with(sample, drafts) as user:
        await user.press("c")
        await user.type("called Ana about")
        assert await saved(user, drafts, "called Ana about")
        await user.write(" the move")
        assert await saved(user, drafts)
        assert "called Ana about the move" in {one.raw for one in user.book.interactions.values()}


async def test_a_line_that_was_left_stays_saved_until_it_is_emptied(sample: Path) -> None:
    drafts = FakeDrafts()
    async with swell_with(sample, drafts) as user:
        await user.press("c")
        await user.type("called Ana")
        await user.press("escape")
        assert await saved(user, drafts, "called Ana")
        await user.press("2", "tab", "c")
        assert user.lines[-3] == " › called Ana"
        await user.press("ctrl+u")
        assert await saved(user, drafts)
        await user.press("escape", "c")
        assert user.lines[-3] == " ›"


async def test_the_app_is_left_with_an_open_bar(sample: Path) -> None:
    drafts = FakeDrafts()
    async with swell_with(sample, drafts) as user:
        await user.press("c")
        await user.type("called An")
        await user.hurry("a")
    assert drafts.lines == ["called Ana"]


async def test_what_a_bar_offers_is_no_draft_before_something_is_added(sample: Path) -> None:
    drafts = FakeDrafts()
    async with swell_with(sample, drafts) as user:
        await user.press("d", "escape", "n", "escape")
        await user.type("c  ")
        await user.press("escape")
    assert drafts.lines == []


async def test_a_draft_of_an_ended_run_is_offered_and_brought_back(sample: Path) -> None:
    drafts = FakeDrafts(ANA)
    async with swell_with(sample, drafts) as user:
        assert user.news == "a draft waits: called Ana about · c brings it back"
        await user.press("c")
        assert user.lines[-3] == " › called Ana about"
        await user.write(" the move")
        assert await saved(user, drafts)
        await user.press("c")
        assert user.lines[-3] == " ›"
        assert "called Ana about the move" in {one.raw for one in user.book.interactions.values()}


async def test_several_drafts_are_gone_through_and_each_is_kept_for_itself(sample: Path) -> None:
    another = Draft(ANA.title, ANA.start, "met Joe Miller from", capture=True)
    drafts = FakeDrafts(BEN, another, ANA)
    async with swell_with(sample, drafts) as user:
        assert user.news == "3 drafts wait: called Ana about · c brings them back, ↑ the others"
        await user.press("c")
        assert user.lines[-3] == " › called Ana about"
        await user.press("up")
        assert user.lines[-3] == " › met Joe Miller from"
        await user.type(" Acme")
        await user.press("up")
        assert user.lines[-3] == " › Ben: likes early trains"
        assert user.lines[-4].startswith("── capture, begun as: a note ──")
        await user.press("down")
        assert user.lines[-4].startswith("── capture: what happened")
        assert user.lines[-3] == " › met Joe Miller from Acme"
        await user.press("enter")
        assert await saved(user, drafts, BEN.line, ANA.line)
        await user.press("c", "down")
        assert user.lines[-3] == " ›"
        assert {BEN.line, ANA.line}.isdisjoint(one.raw for one in user.book.interactions.values())


async def test_a_draft_comes_back_in_the_bar_in_which_it_was_begun(sample: Path) -> None:
    first = FakeDrafts()
    async with swell_with(sample, first) as user:
        await user.press("n")
        await user.type("likes trains")
        begun = user.lines[-3]
        assert begun.endswith("likes trains")
    async with swell_with(sample, FakeDrafts(*first.states[-1])) as user:
        await user.press("n")
        assert user.lines[-3] == begun
        await user.press("escape", "j", "n")
        assert "likes trains" not in user.lines[-3]


async def test_a_day_that_was_begun_is_no_line_to_capture(sample: Path) -> None:
    async with swell_with(sample, FakeDrafts(DAY)) as user:
        assert "draft" not in user.news
        await user.press("c")
        assert user.lines[-3] == " ›"
        await user.press("escape", "s")
        assert user.lines[-3] == " › 3 dec"


async def test_an_earlier_line_that_is_only_looked_at_is_no_draft_and_spoils_none(sample: Path) -> None:
    drafts = FakeDrafts()
    async with swell_with(sample, drafts) as user:
        await user.press("c")
        await user.write("messaged Ben")
        await user.press("c")
        await user.type("called Ana")
        await user.press("up")
        assert user.lines[-3] == " › messaged Ben"
        await user.press("escape")
        assert await saved(user, drafts, "called Ana")
        await user.press("c")
        assert user.lines[-3] == " › called Ana"


async def test_that_drafts_cannot_be_saved_is_said_once_and_stops_nothing(sample: Path) -> None:
    drafts = FullDisk()
    async with swell_with(sample, drafts) as user:
        await user.press("c")
        await user.type("called Ana")
        await user.until("No space left")
        assert "Drafts cannot be kept in /full (No space left on device)." in user.screen
        await user.press("escape", "j", "c")
        tries = len(drafts.states)
        await user.type(" about")
        for _ in range(200):
            if len(drafts.states) > tries:
                break
            await user.pilot.pause(0.05)
        assert len(drafts.states) > tries
        assert "Drafts cannot be kept" not in user.screen
        await user.write(" the move")
        assert "called Ana about the move" in {one.raw for one in user.book.interactions.values()}


async def test_a_draft_that_would_command_the_terminal_is_only_text(sample: Path) -> None:
    hostile = Draft(CAPTURE_TITLE, "", "called Ana [@click=app.quit]x[/] \x1b]52;c;eA==\x07\x1b[2J", capture=True)
    async with swell_with(sample, FakeDrafts(hostile)) as user:
        assert "called Ana [@click=app." in user.news
        await user.press("c")
        assert "› called Ana [@click=app.quit]x[/] ␛]52;c;eA==␇␛[2J" in user.screen
        assert "\x1b" not in user.screen
