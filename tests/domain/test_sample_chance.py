"""The stream of numbers behind the sample book."""

from domain.sample.chance import Chance


def test_gives_the_published_numbers() -> None:
    chance = Chance(1234567)
    assert [chance.below(2**64) for _ in range(3)] == [6457827717110365317, 3203168211198807973, 9817491932198370423]


def test_stays_below_the_bound_and_reaches_all_of_it() -> None:
    chance = Chance(7)
    assert {chance.below(6) for _ in range(200)} == set(range(6))
