"""The first start: nothing is asked, three ways to begin are offered."""

from typing import TYPE_CHECKING

from tui.text import Span, line
from tui.widgets.shapes import Shape

if TYPE_CHECKING:
    from tui.app import SwellApp


def first_start(swell: "SwellApp") -> list[Shape]:
    """What Today shows while the book is empty."""
    found = swell.exports[:1]
    day = swell.desk.moment()
    shapes: list[Shape] = [
        "",
        Span("  Nothing in your book yet. It starts with you.", "strong"),
        "",
        _offer("c", "Write one line about somebody you gave something to."),
        Span("        called @Ana about the move", "muted"),
        Span('        met @"Joe Miller" from Acme, he is looking for a designer', "muted"),
        "",
        _offer("I", "Bring your people: LinkedIn, Google, Outlook or any vCard file."),
    ]
    if found:
        more = f"  and {len(swell.exports) - 1} more" if len(swell.exports) > 1 else ""
        shapes.append(Span(f"        found in Downloads:  {found[0].rsplit('/', 1)[-1]}{more}", "muted"))
    shapes += [
        "",
        _offer("D", "Look round a sample book first. Nothing of it is kept."),
        "",
        "",
        line(Span("  Your book will be  ", "muted"), swell.where, Span("   (only you can read it)", "muted")),
        line(
            Span("  Today is ", "muted"),
            f"{day.at:%A} {day.today.day} {day.at:%B}",
            Span(f" in {day.at.tzinfo}", "muted"),
        ),
    ]
    return shapes


def _offer(key: str, words: str) -> Shape:
    return line(Span(f"  {key}", "accent"), f"   {words}")
