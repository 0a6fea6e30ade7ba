"""The bar that takes a line, its preview, and the line of keys."""

from collections.abc import Sequence

import pytest
from textual.app import ComposeResult
from textual.binding import Binding
from textual.events import Paste
from textual.screen import Screen

from tests.tui.widget_host import Host, lines_of
from tui.glyphs import ASCII, Glyphs
from tui.text import Span
from tui.widgets.capture_bar import CaptureBar, LineInput, OneLine
from tui.widgets.keys import KeysLine, key_name
from tui.widgets.rows import Row, RowList


def preview(text: str) -> Sequence[Span]:
    return [Span("gave", "accent"), *(Span(word) for word in text.split())]


class Today(Screen[None]):
    """A list, a bar over its last lines, and the keys."""

    CSS = "Today { layers: base bar; } "
    BINDINGS = [
        Binding("d", "done", "done", id="item.done"),
        Binding("s", "later", "later", id="item.later"),
        Binding("question_mark", "help", "keys", id="keys"),
        Binding("z", "hidden", "hidden", show=False),
    ]

    def __init__(self, glyphs: Glyphs | None = None) -> None:
        super().__init__()
        self.kept: list[str] = []
        self.left: list[str] = []
        self.moves: list[int] = []
        self.can_later = True
        self.rows = RowList([Row(str(at), f"row {at}") for at in range(30)])
        self.bar = CaptureBar(preview, glyphs=glyphs) if glyphs else CaptureBar(preview)
        self.keys = KeysLine(("item.done", "item.later"))

    def compose(self) -> ComposeResult:
        yield self.rows
        yield self.keys
        yield self.bar

    def check_action(self, action: str, _parameters: tuple[object, ...]) -> bool | None:
        return self.can_later if action == "later" else True

    def action_done(self) -> None:
        self.bar.open("done: Ana", "sent Ana", keys="enter keep · esc back", aside="then the next item")

    def on_line_input_entered(self, message: LineInput.Entered) -> None:
        self.kept.append(message.line)
        self._close()

    def on_line_input_left(self, message: LineInput.Left) -> None:
        self.left.append(message.line)
        self._close()

    def on_line_input_moved(self, message: LineInput.Moved) -> None:
        self.moves.append(message.step)

    def _close(self) -> None:
        self.bar.close()
        self.rows.focus()


def today_of(app: Host) -> Today:
    screen = app.screen
    assert isinstance(screen, Today)
    return screen


async def test_the_bar_opens_over_a_list_that_does_not_move() -> None:
    app = Host(screen=Today)
    async with app.run_test(size=(60, 12)) as pilot:
        today = today_of(app)
        before = lines_of(today.rows)
        await pilot.press("d", "!")
        assert lines_of(today.rows) == before
        shown = [lines_of(part)[0] for part in today.bar.query(OneLine)]
        assert shown[0].startswith("── done: Ana ──")
        assert shown[2] == "   gave · sent · Ana!"
        assert shown[3] == " enter keep · esc back                   then the next item"
        assert today.bar.region.y == 8
        await pilot.press("enter")
        assert today.kept == ["sent Ana!"]
        assert not today.bar.is_open
        assert today.focused is today.rows


async def test_escape_leaves_with_the_draft() -> None:
    app = Host(screen=Today)
    async with app.run_test(size=(60, 12)) as pilot:
        await pilot.press("d", "x", "escape")
        assert today_of(app).left == ["sent Anax"]


async def test_every_printable_key_is_text_and_arrows_ask_for_another_line() -> None:
    app = Host(screen=Today)
    async with app.run_test(size=(60, 12)) as pilot:
        await pilot.press("d", "ctrl+u", "d", "1", "?", "j", "up", "down", "ctrl+p")
        today = today_of(app)
        assert today.bar.field.value == "d1?j"
        assert today.moves == [-1, 1, -1]


@pytest.mark.parametrize(
    ("keys", "value"),
    [
        (("ctrl+w",), "sent "),
        (("ctrl+u", "a"), "a"),
        (("home", "ctrl+k", "b"), "b"),
        (("ctrl+a", "x", "ctrl+e", "y"), "xsent Anay"),
    ],
)
async def test_the_field_edits_as_readline_does(keys: tuple[str, ...], value: str) -> None:
    app = Host(screen=Today)
    async with app.run_test(size=(60, 12)) as pilot:
        await pilot.press("d", *keys)
        assert today_of(app).bar.field.value == value


async def test_pasted_lines_are_joined_and_made_safe() -> None:
    app = Host(screen=Today)
    async with app.run_test(size=(60, 12)) as pilot:
        await pilot.press("d", "ctrl+u")
        field = today_of(app).bar.field
        field.post_message(Paste("called Ana\r\nabout\x1b]52;c;aGk=\x07 the studio\n"))
        await pilot.pause()
        assert field.value == "called Ana about␛]52;c;aGk=␇ the studio"


async def test_a_linefeed_is_an_enter_typed_before_the_field_was_there() -> None:
    app = Host(screen=Today)
    async with app.run_test(size=(60, 12)) as pilot:
        await pilot.press("d", "ctrl+j")
        assert today_of(app).kept == ["sent Ana"]


async def test_the_keys_line_shows_only_what_works_now() -> None:
    app = Host(screen=Today)
    async with app.run_test(size=(60, 12)) as pilot:
        today = today_of(app)
        assert lines_of(today.keys) == [" d done  s later  enter open                         ? keys"]
        today.can_later = False
        today.refresh_bindings()
        await pilot.pause()
        assert lines_of(today.keys) == [" d done  enter open                                  ? keys"]
        today.rows.set_rows([])
        today.refresh_bindings()
        await pilot.pause()
        assert lines_of(today.keys) == [" d done                                              ? keys"]


async def test_the_keys_line_drops_what_does_not_fit() -> None:
    app = Host(screen=Today)
    async with app.run_test(size=(28, 12)):
        assert lines_of(today_of(app).keys) == [" d done  s later     ? keys"]


async def test_in_a_field_no_letter_is_offered_as_a_key() -> None:
    app = Host(screen=Today)
    async with app.run_test(size=(60, 12)) as pilot:
        await pilot.press("d")
        await pilot.pause()
        shown = lines_of(today_of(app).keys)[0]
        assert "enter keep" in shown
        assert "esc back" in shown
        assert "later" not in shown
        assert "? keys" not in shown


@pytest.mark.parametrize(
    ("binding", "name"),
    [
        (Binding("d", "x"), "d"),
        (Binding("G", "x"), "G"),
        (Binding("question_mark", "x"), "?"),
        (Binding("plus", "x"), "+"),
        (Binding("escape", "x"), "esc"),
        (Binding("ctrl+d", "x"), "ctrl+d"),
        (Binding("down", "x", key_display="↑↓"), "updown"),
    ],
)
def test_keys_have_short_names(binding: Binding, name: str) -> None:
    assert key_name(binding, ASCII) == name


async def test_in_ascii_mode_the_bar_is_ascii() -> None:
    app = Host(screen=lambda: Today(ASCII))
    async with app.run_test(size=(60, 12)) as pilot:
        await pilot.press("d")
        text = "".join(lines_of(part)[0] for part in today_of(app).bar.query(OneLine))
        assert "done: Ana" in text
        assert all(" " <= letter <= "~" for letter in text.replace("·", ""))
