"""Lines to read: only what changed is drawn again, and what does not fit is scrolled."""

from textual.geometry import Region

from tests.tui.widget_host import Host, lines_of
from tui.text import Span
from tui.widgets.page import Lines, Page
from tui.widgets.shapes import Rule, Sides


class Counting(Lines):
    """Lines that keep what they ask to have drawn again."""

    asked: list[Region]

    def refresh(
        self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False
    ) -> "Counting":
        self.asked = [*getattr(self, "asked", []), *(regions or (Region(),))]
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)


def about(name: str, when: str) -> list[Rule | Sides]:
    return [
        Rule(Span(name, "muted")),
        Sides("looking for  a studio", Span(when, "muted")),
        Sides("can help", "2 months"),
    ]


async def test_another_person_draws_only_what_differs() -> None:
    lines = Counting(about("Ana", "9 d"))
    async with Host(lines).run_test(size=(60, 6)):
        assert lines_of(lines)[0].startswith("── Ana ──")
        lines.asked = []
        lines.lines = about("Ana", "9 d")
        assert lines.asked == []
        lines.lines = about("Eva", "8 d")
        assert lines.asked == [Region(3, 0, 2, 1), Region(56, 1, 1, 1)]


async def test_fewer_lines_leave_nothing_behind() -> None:
    lines = Lines(about("Ana", "9 d"))
    async with Host(lines).run_test(size=(60, 4)):
        lines.lines = ["nobody"]
        assert lines_of(lines) == [" nobody", "", "", ""]


async def test_lines_that_do_not_fit_say_so() -> None:
    lines = Lines(["one", "two"])
    async with Host(lines).run_test(size=(10, 2)) as pilot:
        assert [row.rstrip() for row in lines_of(lines)] == [" one", " two"]
        lines.lines = ["one", "two", "three"]
        await pilot.pause()
        assert [row.rstrip() for row in lines_of(lines)] == [" one", " two    …"]
        lines.lines = ["one", "the second", "three"]
        await pilot.pause()
        assert [row.rstrip() for row in lines_of(lines)] == [" one", " the sec…"]
        lines.lines = ["one", "two", "", ""]
        await pilot.pause()
        assert [row.rstrip() for row in lines_of(lines)] == [" one", " two"]


async def test_a_page_scrolls_by_keys_and_stops_at_its_ends() -> None:
    page = Page([f"line {at}" for at in range(30)])
    async with Host(page).run_test(size=(40, 10)) as pilot:
        await pilot.press("k", "j", "j")
        assert lines_of(page)[0] == " line 2"
        await pilot.press("G")
        assert lines_of(page)[-1] == " line 29"
        await pilot.press("j", "pageup", "g")
        assert lines_of(page)[0] == " line 0"


async def test_another_theme_draws_everything_in_its_colours() -> None:
    page = Page(["text"])
    app = Host(page)
    async with app.run_test(size=(40, 4)) as pilot:
        dark = page.render_line(0)
        app.theme = "swell-light"
        await pilot.pause()
        light = page.render_line(0)
        assert light.text == dark.text
        assert light != dark
