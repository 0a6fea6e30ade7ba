"""The list: its cursor, and how little it sends."""

import pytest
from rich.cells import cell_len
from textual.geometry import Region

from tests.tui.widget_host import Host, lines_of
from tui.glyphs import ASCII
from tui.text import Span
from tui.widgets.rows import Row, RowList, heading, note
from tui.widgets.shapes import Cells, Column

COLUMNS = (Column(12), Column(), Column(9, "right"))


class Counting(RowList):
    """A list that keeps what it asks to have drawn again."""

    def refresh(
        self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False
    ) -> "Counting":
        self.asked = [*getattr(self, "asked", []), *(regions or (Region(),))]
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)


def row(name: str, why: str = "you promised: the gym list", when: str = "today") -> Row:
    return Row(name, Cells(COLUMNS, (name, why, Span(when, "muted"))))


def people(count: int) -> list[Row]:
    return [row(f"p{at}") for at in range(count)]


async def test_the_cursor_passes_headings_by_and_stays_in_the_list() -> None:
    rows = RowList([heading("under way"), row("Kofi"), note("… 8 more"), row("Ana"), heading("done")])
    async with Host(rows).run_test(size=(60, 6)) as pilot:
        assert rows.current is not None
        assert rows.current.id == "Kofi"
        await pilot.press("j")
        assert rows.current.id == "Ana"
        await pilot.press("j", "down", "G", "k", "k", "g")
        assert rows.current.id == "Kofi"


async def test_the_cursor_keeps_to_its_id_when_rows_come_and_go() -> None:
    rows = RowList(people(6))
    async with Host(rows).run_test(size=(60, 6)) as pilot:
        await pilot.press("j", "j")
        rows.set_rows([row("new"), *people(6)])
        assert rows.current is not None
        assert (rows.current.id, rows.cursor) == ("p2", 3)
        rows.set_rows([one for one in rows.rows if one.id != "p2"])
        assert (rows.current.id, rows.cursor) == ("p3", 3)
        rows.set_rows([])
        assert rows.current is None


async def test_the_cursor_is_a_bar_in_the_first_cell() -> None:
    rows = RowList(people(2))
    async with Host(rows).run_test(size=(40, 4)):
        assert lines_of(rows) == [
            "▌p0           you promised:…      today",
            " p1           you promised:…      today",
            "",
            "",
        ]


async def test_moving_the_cursor_draws_two_lines_up_to_the_name() -> None:
    rows = Counting(people(6))
    async with Host(rows).run_test(size=(60, 6)) as pilot:
        rows.asked = []
        await pilot.press("j")
        assert rows.asked == [Region(0, 0, 3, 1), Region(0, 1, 3, 1)]


async def test_equal_rows_draw_nothing_and_changed_rows_their_line() -> None:
    rows = Counting(people(6))
    async with Host(rows).run_test(size=(60, 6)):
        rows.asked = []
        rows.set_rows(people(6))
        assert rows.asked == []
        rows.set_rows([one._replace(struck=one.id == "p3") for one in rows.rows])
        assert [region.y for region in rows.asked] == [3]


async def test_ten_thousand_rows_compose_only_those_in_sight() -> None:
    composed: list[int] = []

    class Watching(RowList):
        def compose_line(self, y: int, width: int):  # type: ignore[no-untyped-def]
            composed.append(y)
            return super().compose_line(y, width)

    rows = Watching(people(10_000))
    async with Host(rows).run_test(size=(60, 10)) as pilot:
        await pilot.press("G")
        assert lines_of(rows)[-1].startswith("▌p9999")
        assert len(composed) < 60
        await pilot.press("pageup", "ctrl+u")
        assert rows.current is not None
        assert rows.current.id == "p9985"


@pytest.mark.parametrize("name", ["[/]", "[@click=app.quit]x[/]", "\x1b]52;c;aGk=\x07", "\x9b2J"])
async def test_a_hostile_name_is_shown_as_text_and_does_nothing(name: str) -> None:
    rows = RowList([row("Ana"), Row("x", name)])
    app = Host(rows)
    async with app.run_test(size=(60, 4)) as pilot:
        await pilot.click(rows, offset=(3, 1))
        await pilot.click(rows, offset=(3, 1))
        assert app.is_running
        shown = rows.render_line(1)
        assert name.replace("\x1b", "␛").replace("\x07", "␇").replace("\x9b", "\ufffd") in shown.text
        assert not any(segment.style and segment.style.meta for segment in shown)


async def test_wide_letters_keep_the_columns_in_line() -> None:
    rows = RowList([row("Ana"), row("渡辺直美", "東京でスタジオを探しています、早めに"), row("e\u0301va")])
    async with Host(rows).run_test(size=(50, 4)):
        lines = lines_of(rows)[:3]
        assert {cell_len(text[: text.rindex("today")]) for text in lines} == {44}


async def test_enter_and_a_second_click_open_the_row() -> None:
    opened: list[str] = []

    class Listening(Host):
        def on_row_list_opened(self, message: RowList.Opened) -> None:
            opened.append(message.row.id)

    rows = RowList(people(3))
    async with Listening(rows).run_test(size=(60, 6)) as pilot:
        await pilot.press("enter", "l")
        await pilot.click(rows, offset=(5, 2))
        await pilot.click(rows, offset=(5, 2))
        assert opened == ["p0", "p0", "p2"]


async def test_who_is_highlighted_is_told_once_for_each_row() -> None:
    told: list[str] = []

    class Listening(Host):
        def on_row_list_highlighted(self, message: RowList.Highlighted) -> None:
            told.append(message.row.id if message.row else "-")

    rows = RowList(people(3))
    async with Listening(rows).run_test(size=(60, 6)) as pilot:
        await pilot.press("j")
        rows.set_rows(people(3))
        rows.set_rows([])
        await pilot.pause()
        assert told == ["p0", "p1", "-"]


async def test_in_ascii_mode_everything_of_ours_is_ascii() -> None:
    rows = RowList(
        [heading("done"), row("Ana", "a very long reason that has to be cut somewhere"), row("Ben")],
        glyphs=ASCII,
    )
    async with Host(rows).run_test(size=(40, 4)):
        text = "".join(lines_of(rows))
        assert "..." in text
        assert all(" " <= letter <= "~" for letter in text)
