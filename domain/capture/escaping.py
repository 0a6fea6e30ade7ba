"""Turning the token under the cursor into plain text, and back."""

from domain.capture.words import tokens


def toggled(line: str, cursor: int) -> tuple[str, int]:
    r"""The line with the token at the cursor made plain text with a `\`, or freed of it; and where the cursor then is.

    The token at the cursor is the one it stands in or right after, else the last one before it: a word, or quoted
    text with its mark. Where there is none, the line stays as it is. Toggling twice gives the line back.
    """
    before = [span for span in tokens(line) if span[0] <= cursor]
    if not before:
        return line, cursor
    start, end = before[-1]
    token = line[start:end]
    body = token.lstrip("\\")
    if not body:
        return line, cursor
    if (len(token) - len(body)) % 2:
        return line[:start] + line[start + 1 :], max(start, cursor - 1)
    return line[:start] + "\\" + line[start:], cursor + 1
