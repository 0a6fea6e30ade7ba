"""What you need yourself: written anywhere, asked of people, answered, and closed by what comes back."""

from pathlib import Path

from domain.book import Remove, Work
from domain.model import Ask
from tests.tui.desk_host import WIDE, User, ascii_settings, process, swell_on
from tui.app import SwellApp
from tui.needing import offer_to_close


def ask_called(user: User, words: str) -> Ask:
    return next(one for one in user.book.asks.values() if words in one.text)


async def at_the_asks(user: User) -> None:
    """Go to the tab, and wait until it is known who could help."""
    await user.press("3", "tab")
    await user.until("could help")


async def test_an_ask_goes_from_a_key_anywhere_to_what_came_back_and_all_of_it_is_taken_back(sample: Path) -> None:
    for line in ('@"Zora Quist" can help with honey from the hills', "Hana knows Zora"):
        process(sample).desk.keep(line)
    async with swell_on(sample) as user:
        before = len(user.book.asks)
        await user.press("N", "enter")
        assert "Say what you need" in user.screen
        await user.type("I'm looking for honey from the hills")
        assert user.line("I need honey from the hills")
        await user.press("enter")
        await user.until("could help  Zora Quist")
        assert user.news == "I need honey from the hills · u takes it back"
        assert "▸Asks" in user.screen
        assert user.under_cursor.startswith("honey from the hills")
        assert "nobody asked yet" in user.under_cursor
        assert "Hana knows Zora" in user.line("could lead  Hana Kim")

        await user.press("l")
        assert user.line("▌could help  Zora Quist")
        assert "“honey from the hills”" in user.screen
        await user.press("d")
        assert user.news.startswith("asked Zora; an answer is waited for till Sun 29 Nov")
        assert user.line("▌asked       Zora Quist").endswith("no answer yet, till Sun 29 Nov")
        waiting = next(one for one in user.book.follow_ups.values() if one.text == "honey from the hills")
        assert (waiting.kind, waiting.state, waiting.due) == ("waiting", "open", "2026-11-29")

        await user.press("s")
        await user.write("3 dec")
        assert user.line("▌asked       Zora Quist").endswith("no answer yet, till Thu 3 Dec")
        await user.press("d", "2")
        assert user.line("▌asked       Zora Quist").endswith("helped")
        assert user.book.follow_ups[waiting.id].state == "done"

        await user.press("d", "1")
        assert "› Zora helped me: honey from the hills" in user.screen
        await user.press("enter")
        assert user.news == "closes your ask for honey from the hills · u takes it back"
        assert "it came from Zora" in user.under_cursor
        assert "2 open" in user.lines[2]
        closed = ask_called(user, "honey")
        came = user.book.interactions[closed.closed_by]
        assert (closed.stage, came.direction, came.kind, came.text) == ("closed", "got", "help", "honey from the hills")

        await user.press("T")
        assert "Zora" in user.under_cursor
        await user.press("escape")
        await user.press("u")
        assert ask_called(user, "honey").stage == "helped"
        assert came.id not in user.book.interactions
        await user.press("u", "u", "u", "u")
        assert len(user.book.asks) == before
        assert user.book.follow_ups.get(waiting.id) is None


async def test_who_was_asked_elsewhere_stands_with_what_came_of_it(sample: Path) -> None:
    async with swell_on(sample) as user:
        await at_the_asks(user)
        assert "2 open · 1 to ask" in user.lines[2]
        await user.press("y")
        assert user.news == "sent to the terminal: the words to everybody"
        await user.press("j")
        await user.until("Ngozi")
        assert "Eve gave you a research lead at Harbour Pay" in user.screen
        await user.press("d", "1")
        assert user.news.startswith("closes your ask for a research lead post")
        await user.press("u")
        await user.press("d", "2", "j", "d", "3")
        assert user.line("▌asked       Eve Novak").endswith("could not help")
        await user.press("y")
        assert user.news == "sent to the terminal: the words to Eve Novak"
        assert str(user.app.clipboard).startswith("Eve, I am looking for a research lead post")
        await user.press("G", "d")
        await user.type("hana")
        assert user.line("Hana Kim")
        await user.press("enter")
        assert user.line("asked       Hana Kim")
        await user.press("escape", "e", "ctrl+u")
        await user.write("a desk by a window, two days a week")
        assert "There is an ask in these words already" in user.screen
        await user.press("ctrl+u")
        await user.write("a research post")
        assert user.under_cursor.startswith("a research post")
        assert any(one.text == "a research post" for one in user.book.follow_ups.values())


async def test_put_away_dropped_narrowed_and_written_by_another(sample: Path) -> None:
    async with swell_on(sample) as user:
        await at_the_asks(user)
        await user.press("S")
        assert user.line("a desk by a window").endswith("Mon 23 Nov")
        await user.press("u", "x")
        assert user.news.startswith("dropped: a desk by a window")
        assert ask_called(user, "a desk").stage == "closed"
        assert user.under_cursor.startswith("a research lead post")
        await user.press("F")
        assert "only: asked, no help yet" in user.lines[2]
        assert "a desk by a window" not in "".join(user.lines[3:8])
        await user.press("F")
        assert "only: closed" in user.lines[2]
        await user.press("F", "u", "N")
        await user.write("A desk by a window, two days a week")
        assert user.news == "asked for already: a desk by a window, two days a week"

        other, gone = process(sample), ask_called(user, "a research")
        cara = gone.asked[0]
        other.repository.apply(lambda _: Work("forgotten", (Remove("contacts", cara),), None))
        await user.press("j", "l")
        await user.until("somebody  ")
        assert user.line("asked       somebody")
        await user.press("d", "2")
        assert user.news == "This person is no longer in the book."


async def test_something_that_comes_back_is_offered_as_what_closes_an_ask(sample: Path) -> None:
    async with swell_on(sample, size=WIDE) as user:
        await user.press("c")
        await user.write("Eve sent me a birthday card")
        assert "does it close" not in user.screen
        await user.press("c")
        await user.write("got a research post in Leeds from Jas via Eve")
        assert "does it close your ask for a research lead post" in user.screen
        await user.press("2")
        assert ask_called(user, "research").stage == "helped"
        await user.press("u", "c")
        await user.write("got a desk by the window from Jas")
        await user.press("1")
        assert user.news.startswith("closes your ask for a desk by a window")
        came = max(user.book.interactions.values(), key=lambda one: one.id)
        assert ask_called(user, "a desk").closed_by == came.id
        await user.press("u")
        assert ask_called(user, "a desk").stage == "open"
        assert came.id in user.book.interactions


async def test_a_line_makes_paths_at_once_in_plain_ascii_too(sample: Path) -> None:
    async with swell_on(sample, settings=ascii_settings()) as user:
        await user.press("N")
        await user.write("honey from the hills")
        await user.until("somebody else")
        await user.press("c")
        await user.write("@Zora can help with honey")
        await user.until("could help")
        assert "Zora" in user.line("could help")
        await user.press("l")
        assert '"honey"' in user.screen
        assert "“" not in user.screen
        await user.press("h", "c")
        await user.write("Hana knows Zora")
        await user.until("could lead")
        assert "Hana knows Zora" in user.line("could lead")
        assert all(letter < "\x7f" for letter in user.line("could lead"))


async def test_an_empty_place_teaches_and_a_word_that_fits_everybody_names_a_few(tmp_path: Path) -> None:
    async with swell_on(tmp_path / "book.json") as user:
        await user.press("3", "tab")
        assert "Once you have given, it is easy to ask." in user.screen
        for number in range(30):
            process(tmp_path / "book.json").desk.keep(f"@Person{number} can help with money")
        await user.press("N")
        await user.write("money")
        await user.until("could help  Person", 5)
        await user.press("l")
        assert sum("could help  Person" in line for line in user.lines) == 7


async def test_a_question_does_not_take_the_keys_from_a_line_that_was_begun(sample: Path) -> None:
    async with swell_on(sample) as user:
        await user.press("c")
        await user.write("got a research post in Leeds from Jas via Eve")
        await user.press("0", "c")
        await user.type("called")
        assert isinstance(user.app, SwellApp)
        offer_to_close(user.app, list(user.app.desk.book.interactions.values())[-1:])  # as the line before this one may
        await user.type(" Ana")
        assert "› called Ana" in user.screen


async def test_of_an_ask_that_is_over_enter_opens_what_closed_it(sample: Path) -> None:
    async with swell_on(sample) as user:
        await at_the_asks(user)
        await user.press("x", "g", "enter")
        assert user.news == "Nobody was asked, and nothing came back."
        await user.press("u", "c")
        await user.write("got a desk by the window from Jas")
        await user.press("1")
        await user.press("g", "enter")
        assert user.lines[0].startswith(" An entry")
        assert "a desk by the window" in user.screen
