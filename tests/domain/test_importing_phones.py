"""Phone numbers are the same by their digits."""

import pytest

from domain.phones import phone_digits, phone_end, same_phone


@pytest.mark.parametrize(
    ("written", "digits"),
    [
        ("+46 70 123 45 67", "+46701234567"),
        ("0046-70-1234567", "+46701234567"),
        ("+46 (0)70 123 45 67", "+46701234567"),
        ("070/123 45 67", "0701234567"),
        ("(905) 555-1234 ext 7", "9055551234"),
        ("+1-418-656-9254;ext=102", "+14186569254"),
        ("٠٧٠ ١٢٣ ٤٥٦٧", "0701234567"),
        ("none", ""),
    ],
)
def test_digits(written: str, digits: str) -> None:
    assert phone_digits(written) == digits


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("+46 70 123 45 67", "070-123 45 67", True),
        ("+1 905 555 1234", "905-555-1234", True),
        ("+45 12 34 56 78", "12345678", True),
        ("070 123 45 67", "70 123 45 67", True),
        ("+46 70 123 45 67", "+47 70 123 45 67", False),
        ("+46 70 123 45 67", "070-123 45 68", False),
        ("+1 212 555 1234", "+1 415 555 1234", False),
        ("112", "112", False),
        ("", "", False),
    ],
)
def test_same(one: str, other: str, same: bool) -> None:
    assert same_phone(phone_digits(one), phone_digits(other)) is same
    assert same_phone(phone_digits(other), phone_digits(one)) is same


def test_a_short_number_has_no_end() -> None:
    assert phone_end(phone_digits("123456")) == ""
    assert phone_end(phone_digits("+4670123")) == "4670123"
