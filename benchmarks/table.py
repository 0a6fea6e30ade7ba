"""The figures as a table in Markdown."""

from collections.abc import Iterable, Sequence
from typing import Final

from benchmarks.figures import Figure, Unit

MET: Final = {True: "yes", False: "**no**", None: ""}


def table(sizes: Sequence[tuple[str, Sequence[Figure]]]) -> str:
    """A row a figure, and for each size of book what was measured, what it may be at most and whether it is met."""
    by_size = [{figure.what: figure for figure in figures} for _, figures in sizes]
    rows = dict.fromkeys(what for figures in by_size for what in figures)
    return "\n".join(
        [
            _row(["what", *(cell for name, _ in sizes for cell in (name, "at most", "met"))]),
            _row(["---", *(cell for _ in sizes for cell in ("---:", "---:", ":---:"))]),
            *(_row([what, *(cell for figures in by_size for cell in _cells(figures.get(what)))]) for what in rows),
        ]
    )


def amount(value: float, unit: Unit) -> str:
    """A value with its unit, as exact as it deserves."""
    if unit in ("bytes", "MB"):
        return f"{value:,.0f} {unit}" if value >= 10 else f"{value:.1f} {unit}"
    return f"{value:.2f} {unit}" if unit == "×" or value < 1 else f"{value:.1f} {unit}"


def _cells(figure: Figure | None) -> Sequence[str]:
    if figure is None:
        return ("", "", "")
    beside = f" ({figure.beside})" if figure.beside else ""
    most = f"{figure.most:,g} {figure.unit}" if figure.most is not None else ""
    return (f"{amount(figure.value, figure.unit)}{beside}", most, MET[figure.met])


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"
