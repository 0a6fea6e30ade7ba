"""What an import did, in lines."""

from domain.importing import ImportReport
from domain.words import counted
from tui.text import Span
from tui.widgets.shapes import Shape, Sides


def came_in(report: ImportReport, back: str) -> list[Shape]:
    """How many came in and how many rows need a look; where anything was done also how it is taken back."""
    parts = [f"{counted(report.created, 'person', 'people')} came in"]
    if report.updated:
        parts.append(f"{report.updated} were added to")
    if report.unchanged:
        parts.append(f"{report.unchanged} were known already")
    if report.problems:
        parts.append(f"{counted(len(report.problems), 'row needs', 'rows need')} a look")
    said = ", ".join(parts)
    done = report.created or report.updated
    return ["", Sides(Span(f"  {said[:1].upper()}{said[1:]}.", "strong"), Span(back if done else "", "muted"))]


def problem_lines(report: ImportReport, most: int) -> list[Shape]:
    """What in the files needs a look, on so many lines at most."""
    told = report.problems if len(report.problems) <= most else report.problems[: most - 1]
    shapes: list[Shape] = [Span(f"  {one.file}, line {one.line}: {one.reason}", "late") for one in told]
    left = len(report.problems) - len(told)
    if left:
        shapes.append(Span(f"  and {left} more; swell import --dry-run lists them", "muted"))
    return shapes
