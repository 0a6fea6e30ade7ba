"""Two who change one thing: the inbox asks which value it is to be, and no form is saved over what it has not seen."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from domain.model import Contact, Rival
from tests.tui.desk_host import WIDE, User, book_in, process, swell_on

RIVAL = Rival(field="organisation", value="Norte Studio", origin="book.sync-conflict-20261121.json")


def ana_in(path: Path) -> Contact:
    return next(one for one in process(path).desk.book.contacts.values() if one.name == "Ana Lopez")


def contested(path: Path) -> Contact:
    """Ana, of whom two books say different things."""
    ana = replace(ana_in(path), rivals=(RIVAL,))
    process(path).put("merged", ana)
    return ana


async def go_to_conflict(user: User) -> None:
    for _ in range(12):
        if "two books say" in user.under_cursor:
            return
        await user.press("j")


async def test_a_conflict_is_in_the_inbox_and_one_key_keeps_what_is_there(sample: Path) -> None:
    ana = contested(sample)
    async with swell_on(sample, size=WIDE) as user:
        await go_to_conflict(user)
        assert user.under_cursor.startswith("Ana Lopez          two books say: organisation")
        await user.until("two books differ")
        assert "1 Studio Norte" in user.screen
        assert "2 Norte Studio" in user.screen
        await user.press("d")
        assert "Ana Lopez: which organisation?" in user.screen
        assert "1 Studio Norte   2 Norte Studio" in user.screen
        await user.press("1")
        assert user.news == "organisation: Studio Norte · u takes it back"
        assert user.book.contacts[ana.id] == replace(ana, rivals=(), rev=ana.rev + 2)
        await user.press("u")
        assert user.book.contacts[ana.id].rivals == (RIVAL,)
        assert "two books say: organisation" in user.screen


async def test_enter_asks_too_and_the_other_value_is_taken(sample: Path) -> None:
    ana = contested(sample)
    async with swell_on(sample, size=WIDE) as user:
        await go_to_conflict(user)
        await user.press("enter", "2")
        assert user.news == "organisation: Norte Studio · u takes it back"
        found = user.book.contacts[ana.id]
        assert (found.organisation, found.rivals) == ("Norte Studio", ())
        await user.press("u")
        assert user.book.contacts[ana.id].organisation == "Studio Norte"


async def test_x_keeps_what_is_there_and_esc_leaves_it_open(sample: Path) -> None:
    ana = contested(sample)
    async with swell_on(sample, size=WIDE) as user:
        await go_to_conflict(user)
        await user.press("d", "escape")
        assert user.book.contacts[ana.id].rivals == (RIVAL,)
        await user.press("x")
        assert user.news == "organisation: Studio Norte · u takes it back"
        assert user.book.contacts[ana.id].rivals == ()


async def test_what_was_settled_elsewhere_meanwhile_is_said(sample: Path) -> None:
    ana = contested(sample)
    async with swell_on(sample, size=WIDE) as user:
        await go_to_conflict(user)
        await user.press("d")
        process(sample).put("settled", replace(ana, rivals=()))
        before = sample.read_bytes()
        await user.press("2")
        assert "This was settled meanwhile." in user.screen
        assert sample.read_bytes() == before


async def edit(user: User, line: str, meanwhile: str, path: Path) -> None:
    """Open Ana's form, let another process write, and keep the line."""
    user.clock.move_on(timedelta(minutes=5))
    await user.press("enter", "e")
    assert 'org:"Studio Norte"' in user.screen
    process(path, clock=user.clock, origin="swell add").desk.keep(meanwhile)
    await user.press("ctrl+u")
    await user.write(line)


async def test_a_form_leaves_alone_what_it_does_not_change(sample: Path) -> None:
    async with swell_on(sample, size=WIDE) as user:
        line = '@"Ana Lopez" org:"Studio Norte" role:"painter"'
        await edit(user, line, '@"Ana Lopez" org:"Norte Studio"', sample)
        found = ana_in(sample)
        assert (found.organisation, found.role) == ("Norte Studio", "painter")
        assert "which" not in user.screen


async def test_what_both_changed_is_asked_and_mine_is_written(sample: Path) -> None:
    async with swell_on(sample, size=WIDE) as user:
        await edit(user, '@"Ana Lopez" org:"Own Studio"', '@"Ana Lopez" org:"Norte Studio"', sample)
        assert "organisation of Ana Lopez? esc keeps both" in user.screen
        assert "1 Own Studio (yours)   2 Norte Studio (written meanwhile by swell add)" in user.screen
        assert ana_in(sample).organisation == "Norte Studio"
        await user.press("1")
        assert ana_in(sample).organisation == "Own Studio"
        assert user.news.endswith("u takes it back")
        await user.press("u")
        assert ana_in(sample).organisation == "Norte Studio"


async def test_theirs_is_taken_and_mine_is_one_undo_away(sample: Path) -> None:
    async with swell_on(sample, size=WIDE) as user:
        await edit(user, '@"Ana Lopez" org:"Own Studio" role:"painter"', '@"Ana Lopez" org:"Norte Studio"', sample)
        await user.press("2")
        found = ana_in(sample)
        assert (found.organisation, found.role) == ("Norte Studio", "painter")
        await user.press("u")
        assert ana_in(sample).organisation == "Own Studio"
        await user.press("u")
        found = ana_in(sample)
        assert (found.organisation, found.role) == ("Norte Studio", "designer")


async def test_esc_keeps_both_and_the_inbox_asks_later(sample: Path) -> None:
    async with swell_on(sample, size=WIDE) as user:
        await edit(user, '@"Ana Lopez" org:"Own Studio" role:"painter"', '@"Ana Lopez" org:"Norte Studio"', sample)
        await user.press("escape", "1")
        await user.until("two books say")
        found = ana_in(sample)
        assert (found.organisation, found.role) == ("Norte Studio", "painter")
        assert [(one.field, one.value) for one in found.rivals] == [("organisation", "Own Studio")]
        await go_to_conflict(user)
        await user.press("d", "2")
        assert ana_in(sample).organisation == "Own Studio"


async def test_two_fields_are_asked_one_after_the_other(sample: Path) -> None:
    async with swell_on(sample, size=WIDE) as user:
        line = '@"Ana Lopez" org:"Own Studio" role:"painter"'
        await edit(user, line, '@"Ana Lopez" org:"Norte Studio" role:"potter"', sample)
        await user.press("1")
        assert "role of Ana Lopez? esc keeps both" in user.screen
        await user.press("2")
        found = ana_in(sample)
        assert (found.organisation, found.role) == ("Own Studio", "potter")


async def test_a_draft_of_a_form_is_measured_by_what_it_began_with(sample: Path) -> None:
    async with swell_on(sample, size=WIDE) as user:
        await user.press("enter", "e")
        await user.type('tag:"paints" role:"painter"')
        await user.press("escape")
        process(sample, origin="swell add").desk.keep('@"Ana Lopez" org:"Norte Studio"')
        await user.until("Norte Studio")
        await user.press("e")
        assert 'org:"Studio Norte"' in user.line('role:"painter"')
        await user.press("enter")
        found = ana_in(sample)
        assert (found.organisation, found.role) == ("Norte Studio", "painter")
        await user.press("e")
        assert 'org:"Norte Studio"' in user.line('role:"painter"')


@pytest.fixture
def zora(sample: Path) -> str:
    """The id of somebody new in the book."""
    process(sample, origin="swell add").desk.keep('met @"Zora Quist" from Acme')
    return next(one.id for one in book_in(sample).contacts.values() if one.name == "Zora Quist")


async def keep_form_of_zora(user: User, path: Path) -> None:
    """Keep a change of somebody whom another process deletes while the bar is open."""
    await user.press("slash")
    await user.type("zora")
    await user.press("enter", "e")
    assert "change Zora Quist" in user.screen
    process(path).repository.undo(anywhere=True)
    await user.write('role:"potter"')
    assert "Zora Quist was deleted meanwhile" in user.screen
    assert "Zora Quist" not in {one.name for one in user.book.contacts.values()}


async def test_whoever_was_deleted_meanwhile_is_brought_back_with_the_changes(sample: Path, zora: str) -> None:
    async with swell_on(sample, size=WIDE) as user:
        await keep_form_of_zora(user, sample)
        await user.press("1")
        found = user.book.contacts[zora]
        assert (found.name, found.organisation, found.role) == ("Zora Quist", "Acme", "potter")


async def test_whoever_was_deleted_meanwhile_stays_so_on_esc_and_the_line_is_a_draft(sample: Path, zora: str) -> None:
    async with swell_on(sample, size=WIDE) as user:
        await keep_form_of_zora(user, sample)
        await user.press("escape")
        await user.until("the line stays as a draft")
        assert "the line stays as a draft" in user.news
        assert zora not in user.book.contacts
        process(sample).repository.redo(anywhere=True)
        await user.until("Zora Quist")
        await user.press("e")
        assert 'role:"potter"' in user.screen
