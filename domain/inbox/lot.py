"""Draws that come out the same everywhere: small numbers from text, with no chance in them."""

_PRIME = 0x01000193
_START = 0x811C9DC5


def lot(text: str) -> int:
    """A number below 2**32 that looks drawn (FNV-1a over the UTF-8 bytes, stirred once more)."""
    value = _START
    for byte in text.encode():
        value = (value ^ byte) * _PRIME & 0xFFFFFFFF
    value ^= value >> 15
    value = value * 0x2C1B3C6D & 0xFFFFFFFF
    return value ^ value >> 13
