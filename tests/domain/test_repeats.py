"""How a repeat is typed, kept and said."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.errors import BadInputError
from domain.repeats import Rule, Unit, rule, said, written

UNITS: tuple[Unit, ...] = ("day", "week", "month", "year")


@pytest.mark.parametrize(
    ("typed", "kept", "words"),
    [
        ("2 weeks", "2 weeks", "every 2 weeks"),
        ("2w", "2 weeks", "every 2 weeks"),
        ("every 2 weeks", "2 weeks", "every 2 weeks"),
        ("every other week", "2 weeks", "every 2 weeks"),
        ("fortnightly", "2 weeks", "every 2 weeks"),
        ("two weeks", "2 weeks", "every 2 weeks"),
        ("2_weeks", "2 weeks", "every 2 weeks"),
        ("daily", "daily", "every day"),
        ("every day", "daily", "every day"),
        ("10d", "10 days", "every 10 days"),
        ("weekly", "weekly", "every week"),
        ("every week", "weekly", "every week"),
        ("every friday", "weekly on fri", "every Friday"),
        ("fri", "weekly on fri", "every Friday"),
        ("Mondays", "weekly on mon", "every Monday"),
        ("every other tue", "2 weeks on tue", "every 2 weeks on Tuesday"),
        ("weekly on thurs", "weekly on thu", "every Thursday"),
        ("monthly", "monthly", "every month"),
        ("monthly on the 3rd", "monthly on the 3rd", "every month on the 3rd"),
        ("every month on the 22", "monthly on the 22nd", "every month on the 22nd"),
        ("monthly_on_the_3rd", "monthly on the 3rd", "every month on the 3rd"),
        ("monthly on the last day", "monthly on the last", "every month on the last"),
        ("monthly on the 31st", "monthly on the last", "every month on the last"),
        ("quarterly", "3 months", "every 3 months"),
        ("every quarter on the 15th", "3 months on the 15th", "every 3 months on the 15th"),
        ("6mo", "6 months", "every 6 months"),
        ("yearly", "yearly", "every year"),
        ("annually", "yearly", "every year"),
        ("every year on 15 march", "yearly on 15 mar", "every year on 15 mar"),
        ("yearly on feb 29", "yearly on 29 feb", "every year on 29 feb"),
        ("yearly on the 3rd of march", "yearly on 3 mar", "every year on 3 mar"),
    ],
)
def test_a_repeat(typed: str, kept: str, words: str) -> None:
    found = rule(typed)
    assert (written(found), said(found)) == (kept, words)
    assert rule(kept) == rule(words) == found


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("0 weeks", "never comes again"),
        ("every 0 days", "never comes again"),
        ("101 years", "never comes again"),
        ("99999 days", "never comes again"),
        ("monthly on the 32nd", "never occurs"),
        ("yearly on 30 feb", "never occurs"),
        ("yearly on 31 april", "never occurs"),
        ("", "is no repeat"),
        ("now and then", "is no repeat"),
        ("2 moons", "is no repeat"),
        ("weekly on the 3rd", "is no repeat"),
        ("monthly on fri", "is no repeat"),
        ("monthly on 3 mar", "is no repeat"),
        ("yearly on the 3rd", "is no repeat"),
        ("monthly on the 0th", "is no repeat"),
        ("every fri on fri", "is no repeat"),
        ("-2 weeks", "is no repeat"),
        ("2", "is no repeat"),
        ("9" * 400 + "d", "is no repeat"),
    ],
)
def test_what_is_no_repeat_is_said_with_how_to_say_one(typed: str, told: str) -> None:
    with pytest.raises(BadInputError, match=told) as caught:
        rule(typed)
    assert "say `2 weeks`, `every fri`, `monthly on the 3rd` or `yearly`" in str(caught.value)


@given(st.text(max_size=40))
def test_anything_is_read_or_refused_in_a_sentence(text: str) -> None:
    try:
        found = rule(text)
    except BadInputError:
        return
    assert rule(written(found)) == found


@given(
    st.one_of(
        st.builds(lambda every, unit: Rule(every, unit), st.integers(1, 100), st.sampled_from(UNITS)),
        st.builds(lambda every, day: Rule(every, "week", weekday=day), st.integers(1, 50), st.integers(1, 7)),
        st.builds(lambda every, day: Rule(every, "month", day=day), st.integers(1, 50), st.integers(1, 31)),
    )
)
def test_what_is_kept_and_said_reads_back(found: Rule) -> None:
    assert rule(written(found)) == rule(said(found)) == found
