"""What the words after `swell capture` ask for."""

MANY, HIDE = "--many", "--hide"
HELP = ("--help", "-h")


class Asked:
    """One use of the prompt, as it was asked for."""

    def __init__(self, book: str | None, words: list[str]) -> None:
        """`book` is the one of `--file`. What is no option of ours is the beginning of the line."""
        at = words.index("--") if "--" in words else len(words)
        options, rest = words[:at], words[at + 1 :]
        self.book = book
        self.many = MANY in options
        self.hide = HIDE in options
        self.help = any(word in options for word in HELP)
        self.words = [word for word in options if word not in (MANY, HIDE, *HELP)] + rest

    def text(self) -> str:
        """What the line begins with; a blank after it, so that it can be gone on with."""
        if not self.words:
            return ""
        from cli.later import one_line
        from cli.words import typed

        return f"{one_line(typed(self.words))} "


def asked_in(arguments: list[str]) -> Asked | None:
    """What `swell [--file BOOK] capture …` asks for; None where it is another command, or wrong."""
    book: str | None = None
    rest = arguments
    if rest and rest[0].partition("=")[0] == "--file":
        _, equals, book = rest[0].partition("=")
        rest = rest[1:]
        if not equals:
            book, rest = (rest[:1] or [""])[0], rest[1:]
        if not book:
            return None
    return Asked(book, rest[1:]) if rest[:1] == ["capture"] else None
