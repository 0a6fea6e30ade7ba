"""Phone numbers compared by their digits, however they are written."""

_SHORTEST = 7
"""Fewer digits than this tell nobody apart."""

_LONGEST_NATIONAL = 9
"""Digits that have to agree where one of the two numbers has no country code."""


def phone_digits(phone: str) -> str:
    """The digits of a number, `+` in front where the country is known; an extension is no part of it."""
    written = phone.replace("(0)", "").strip()
    digits: list[str] = []
    for letter in written:
        if letter.isdecimal():
            digits.append(str(int(letter)))
        elif digits and (letter.isalpha() or letter in ";#,"):
            break
    number = "".join(digits)
    if written.startswith(("+", "\uff0b")):
        return f"+{number}"
    return f"+{number[2:]}" if number.startswith("00") else number


def phone_end(number: str) -> str:
    """The end that all spellings of one number share, of what `phone_digits` made; empty if it is too short."""
    end = number[-_SHORTEST:].lstrip("+")
    return end if len(end) == _SHORTEST else ""


def same_phone(one: str, other: str) -> bool:
    """Whether two numbers, as `phone_digits` made them, ring the same phone."""
    if not phone_end(one) or phone_end(one) != phone_end(other):
        return False
    if one.startswith("+") == other.startswith("+"):
        return one.lstrip("+0") == other.lstrip("+0")
    national, whole = (other, one) if one.startswith("+") else (one, other)
    return whole.endswith(national.lstrip("0")[-_LONGEST_NATIONAL:])
