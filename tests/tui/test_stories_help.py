"""The page under `?`: the keys, and a key further what a captured line may say."""

from dataclasses import replace
from pathlib import Path

from domain.settings import DEFAULT_WEIGHTS, Settings
from tests.tui.desk_host import ascii_settings, swell_on


async def test_tab_turns_from_the_keys_to_the_capture_line_and_back(sample: Path) -> None:
    async with swell_on(sample) as user:
        await user.press("question_mark")
        assert user.lines[0].startswith(" Keys · The capture line")
        assert "tab turn over" in user.keys_line
        await user.press("tab")
        assert user.lines[0].startswith(" The capture line · Keys")
        assert "── What happened ──" in user.screen
        assert user.line("verbs").split() == ["kind", "way", "points", "verbs"]
        await user.press("tab")
        assert user.lines[0].startswith(" Keys")
        assert "Put it away until a day that you type" in user.screen
        await user.press("tab", "escape")
        assert "▸1 Today" in user.lines[0]


async def test_the_capture_line_scrolls_to_its_end_and_keeps_its_place(sample: Path) -> None:
    async with swell_on(sample) as user:
        await user.press("question_mark", "tab", "pagedown")
        assert "What happened" not in user.screen
        place = user.lines[2]
        await user.press("tab")
        assert user.lines[2].startswith("── Here")
        await user.press("tab")
        assert user.lines[2] == place
        await user.press("G")
        assert "── What stays unfiled ──" in user.screen
        assert "unfiled: nothing to keep but marks" in user.lines[-3]


async def test_the_capture_line_is_set_out_for_the_width_and_for_the_settings(sample: Path) -> None:
    settings = replace(Settings(), weights={**DEFAULT_WEIGHTS, "smile": 7.5})
    async with swell_on(sample, size=(40, 20), settings=settings) as user:
        await user.press("question_mark", "tab")
        assert max(map(len, user.lines)) <= 40
        await user.press("pagedown")
        assert "7.5" in user.screen
        await user.pilot.resize_terminal(100, 30)
        await user.pilot.pause()
        await user.press("g")
        assert "smile         gave    7.5     smiled, waved" in user.screen


async def test_where_only_ascii_is_wanted_nothing_else_is_shown(sample: Path) -> None:
    async with swell_on(sample, size=(80, 400), settings=ascii_settings()) as user:
        await user.press("question_mark", "tab")
        ours = "\n".join(user.lines[2:-2])
        assert ours.isascii()
        assert "-> gave - " in ours


async def test_in_a_field_a_question_mark_is_text(sample: Path) -> None:
    async with swell_on(sample) as user:
        await user.press("c")
        await user.type("?")
        assert "What happened ──" not in user.screen
        assert "?" in user.line("›")
