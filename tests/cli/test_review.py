"""`swell review` opens the app at what is due; where there is no terminal it says what to do instead."""

from tests.cli.command_line import Swell


def test_it_needs_a_terminal(swell: Swell) -> None:
    answer = swell("review")
    assert answer.status == 1
    assert "The app needs a terminal" in answer.err


def test_it_prints_no_json(swell: Swell) -> None:
    answer = swell("review", "--json")
    assert answer.status == 2
    assert "swell inbox --json lists what is due" in answer.err
    assert swell("review", "now").status == 2
