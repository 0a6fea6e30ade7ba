"""The weights of the inbox: defaults, settings, and what is said about those that cannot be."""

import math

import pytest

from domain.inbox.score import LONGEST_LATE, NAMES, Score
from domain.settings import DEFAULT_CADENCES, DEFAULT_INBOX_WEIGHTS, Settings, settings_from
from tests.domain.diary import Diary


def test_a_weight_in_the_settings_changes_the_order_and_nothing_else() -> None:
    weighed, complaints = settings_from({"inbox": {"weights": {"close": 9, "days late": 0}}})
    assert complaints == ()
    orders = []
    for settings in (Settings(), weighed):
        diary = Diary(settings=settings)
        ana = diary.person("Ana Lopez")
        diary.act(ana, ago=60)
        diary.follow_up("promise", ana, text="the gym list", due=-2)
        found = diary.inbox().today
        orders.append([item.source for item in found])
        for item in found:
            assert item.score == pytest.approx(sum(term.points for term in item.terms))
    assert orders == [["promise", "rhythm"], ["rhythm", "promise"]]


def test_two_books_of_settings_do_not_share_their_weights() -> None:
    heavy, light = Score({**DEFAULT_INBOX_WEIGHTS, "promise": 50}), Score(DEFAULT_INBOX_WEIGHTS)
    assert (heavy.once("promise").points, light.once("promise").points) == (50, 5)


def test_every_source_and_circle_has_a_weight() -> None:
    assert set(DEFAULT_INBOX_WEIGHTS) == {*NAMES, *DEFAULT_CADENCES, "days late", "days waiting"}


def test_terms_grow_up_to_an_edge() -> None:
    score = Score(DEFAULT_INBOX_WEIGHTS)
    assert [score.late(days).term for days in (-3, 0, 5, LONGEST_LATE, 400)] == [0, 0, 5, 14, 14]
    assert score.quiet("inner", 180.0).points == pytest.approx(3.3)


@pytest.mark.parametrize(
    ("weights", "key", "reason"),
    [
        ({"promise": "much"}, "inbox.weights.promise", "is not a number of points from 0 to 100"),
        ({"promise": -1}, "inbox.weights.promise", "is not a number of points from 0 to 100"),
        ({"rhythm": 3}, "inbox.weights.rhythm", "no such setting"),
        ({"promise": True}, "inbox.weights.promise", "is not a number"),
        ({"promise": math.nan}, "inbox.weights.promise", "is not a number"),
        ({"promise": math.inf}, "inbox.weights.promise", "is not a number"),
    ],
)
def test_a_weight_that_cannot_be_is_said_and_the_default_is_used(
    weights: dict[str, object], key: str, reason: str
) -> None:
    settings, (complaint,) = settings_from({"inbox": {"weights": weights}})
    assert settings == Settings()
    assert complaint.key == key
    assert reason in complaint.reason
