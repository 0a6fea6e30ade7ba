"""Turning the token under the cursor into plain text, and back."""


def toggled(line: str, cursor: int) -> tuple[str, int]:
    r"""The line with the word at the cursor made plain text with a `\`, or freed of it; and where the cursor then is.

    The word at the cursor is the one it stands in or right after. Where there is none, the line stays as it is.
    """
    raise NotImplementedError
