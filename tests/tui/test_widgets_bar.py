"""The bar that takes a line, its preview, and the line of keys."""

import pytest
from textual.app import ComposeResult
from textual.binding import Binding
from textual.events import Key, Paste
from textual.screen import Screen

from domain.capture.chips import Chip
from domain.capture.drafts import Token
from tests.tui.widget_host import Host, lines_of
from tui.glyphs import ASCII, UNICODE, Glyphs
from tui.prompt import Preview
from tui.text import plain
from tui.widgets.capture_bar import CaptureBar
from tui.widgets.chips import Chips, chip_rows, marked, offer_rows
from tui.widgets.keys import KeysLine, key_name
from tui.widgets.line_input import LineInput
from tui.widgets.one_line import OneLine
from tui.widgets.rows import Row, RowList


def preview(text: str) -> Preview:
    chips = [Chip("direction", "gave"), *(Chip("person", word) for word in text.split())]
    return Preview(chips, f"pipe +{len(text)}" if text else "", [Token(0, 4, "person", text[:4])] if text else ())


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
        self.pasted: list[str] = []
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

    def on_line_input_several_pasted(self, message: LineInput.SeveralPasted) -> None:
        self.pasted.append(message.text)

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
        title, _, keys = (lines_of(part)[0] for part in today.bar.query(OneLine))
        assert title.startswith("── done: Ana ──")
        assert title.endswith(" pipe +9 ───")
        assert lines_of(today.bar.query_one(Chips)) == ["   gave · sent · Ana!"]
        assert keys == " enter keep · esc back                   then the next item"
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
        bar = today_of(app).bar
        text = "".join(lines_of(part)[0] for part in (*bar.query(OneLine), bar.query_one(Chips)))
        assert "done: Ana" in text
        assert all(" " <= letter <= "~" for letter in text.replace("·", ""))


LONG = "sent Ana the plan of the flat in Lisbon and then the list of those who may know somebody who lets one there"


async def test_the_bar_grows_at_rest_and_the_list_below_stays() -> None:
    app = Host(screen=Today)
    async with app.run_test(size=(60, 12)) as pilot:
        today = today_of(app)
        before = lines_of(today.rows)
        await pilot.press("d")
        today.bar.field.write(LONG)
        await pilot.pause()
        assert today.bar.region.height == 4
        assert lines_of(today.bar.query_one(Chips))[0].endswith("+16")
        await pilot.pause(0.4)
        await pilot.pause()
        assert today.bar.region.height == 6
        chips = lines_of(today.bar.query_one(Chips))
        assert len(chips) == 3
        assert all(word in " ".join(chips) for word in ("gave", "sent", "Lisbon"))
        assert lines_of(today.rows) == before
        await pilot.press("ctrl+u")
        assert today.bar.region.height == 6
        await pilot.press("escape", "d")
        assert today.bar.region.height == 4


async def test_a_long_line_is_scrolled_ahead_of_the_cursor() -> None:
    app = Host(screen=Today)
    async with app.run_test(size=(60, 12)) as pilot:
        field = today_of(app).bar.field
        await pilot.press("d", "ctrl+u")
        places = []
        for letter in LONG:
            app.post_message(Key(letter if letter != " " else "space", letter))
            for _ in range(3):
                await pilot.pause(0)  # as short as it can be: there are many letters
            places.append(int(field.scroll_offset.x))
            assert field.render_line(0).text.rstrip().endswith(LONG[len(places) - 1].strip())
        assert sorted(set(places)) == [0, 25, 49, 73]
        await pilot.press("home")
        await pilot.pause()
        assert field.render_line(0).text.startswith("sent Ana the plan")


async def test_the_words_that_were_understood_look_as_their_chips_do() -> None:
    app = Host(screen=Today)
    async with app.run_test(size=(60, 12)) as pilot:
        await pilot.press("d")
        looks = {segment.text: segment.style for segment in today_of(app).bar.field.render_line(0)}
        assert looks["sent"] is not None
        assert looks["sent"].bold
        assert looks[" Ana"] is not None
        assert not looks[" Ana"].bold


async def test_pasted_lines_are_told_where_the_field_takes_several() -> None:
    app = Host(screen=Today)
    async with app.run_test(size=(60, 12)) as pilot:
        await pilot.press("d")
        today = today_of(app)
        today.bar.field.takes_several = True
        today.bar.field.post_message(Paste(" the list\ncalled Ben\r\n\n"))
        await pilot.pause()
        assert today.pasted == ["sent Ana the list\ncalled Ben"]
        assert today.bar.field.value == "sent Ana"
        today.bar.field.post_message(Paste("!\n"))
        await pilot.pause()
        assert today.bar.field.value == "sent Ana!"


async def test_what_tab_offers_is_a_list_until_something_else_is_pressed() -> None:
    app = Host(screen=Today)
    async with app.run_test(size=(60, 12)) as pilot:
        await pilot.press("d")
        bar = today_of(app).bar
        bar.take("sent Ana Lopez", 14, ["Ana Lopez", "Ana Diaz"], 0)
        await pilot.pause()
        assert lines_of(bar.query_one(Chips)) == ["   ▸Ana Lopez · Ana Diaz"]
        bar.take("sent Ana Diaz", 13, ["Ana Lopez", "Ana Diaz"], 1)
        await pilot.pause()
        assert lines_of(bar.query_one(Chips)) == ["   Ana Lopez · ▸Ana Diaz"]
        for key in ("left", "x"):
            bar.take("sent Ana Diaz", 13, ["Ana Lopez", "Ana Diaz"], 1)
            assert bar.list_is_open
            await pilot.press(key)
            assert not bar.list_is_open
            assert "gave" in lines_of(bar.query_one(Chips))[0]


async def test_a_single_offer_is_taken_without_a_list() -> None:
    app = Host(screen=Today)
    async with app.run_test(size=(60, 12)) as pilot:
        await pilot.press("d")
        bar = today_of(app).bar
        bar.take("sent Ana Lopez", 14, ["Ana Lopez"], 0)
        assert not bar.list_is_open
        assert bar.field.value == "sent Ana Lopez"


def texts(rows: tuple[tuple[object, ...], ...]) -> list[str]:
    return [plain(row) for row in rows]  # type: ignore[arg-type]


def test_doubts_come_first_where_not_all_chips_have_room() -> None:
    chips = [Chip("direction", "gave"), Chip("answer", "x" * 40), Chip("warning", "31 Nov is no day, kept as text")]
    assert texts(chip_rows(chips, 3, 50, UNICODE)) == [
        "   gave",
        "   " + "x" * 40,
        "   31 Nov is no day, kept as text",
    ]
    assert texts(chip_rows(chips, 1, 50, UNICODE)) == ["   31 Nov is no day, kept as text · gave · +1"]
    assert texts(chip_rows(chips, 1, 20, UNICODE)) == ["   31 Nov is no da…"]


def test_the_list_shows_the_marked_one_and_says_what_is_out_of_sight() -> None:
    words = [f"somebody called {number}" for number in range(8)]
    assert texts(offer_rows(words, 0, 2, 50, UNICODE)) == [
        "   ▸somebody called 0 · somebody called 1",
        "   somebody called 2 · somebody called 3  +4",
    ]
    last = texts(offer_rows(words, 7, 2, 50, UNICODE))
    assert last[0].startswith(" … somebody called 4")
    assert last[1].endswith("▸somebody called 7")
    assert texts(offer_rows(words, -1, 1, 50, ASCII)) == ["   somebody called 0 - somebody called 1  +6"]
    assert all(" " <= letter <= "~" for row in texts(offer_rows(words, 7, 2, 50, ASCII)) for letter in row)


def test_the_marked_candidate_stands_out_in_ascii_too() -> None:
    chips = [Chip("choice", "which Sam?"), marked("Sam Hill", ASCII), Chip("choice", "Sam Okoro")]
    (row,) = chip_rows(chips, 3, 80, ASCII)
    assert plain(row) == "   which Sam? - >Sam Hill - Sam Okoro"
    assert [span.role for span in row if span.text.strip()] == ["late", "accent", "text"]


async def test_the_first_letter_leaves_the_size_of_the_field_so_that_it_is_drawn_once() -> None:
    field = LineInput(placeholder="type a name, a place, a word of a note")
    async with Host(field).run_test(size=(60, 3)) as pilot:
        await pilot.press("a", "backspace")
        empty = field.virtual_size
        await pilot.press("s")
        assert (field.value, field.virtual_size) == ("s", empty)
