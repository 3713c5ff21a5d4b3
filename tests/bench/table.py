"""What was measured, beside what it may be."""

from collections.abc import Iterable
from typing import NamedTuple


class Row(NamedTuple):
    """One figure; `limit` is the most it may be, or the least where `least`, or None where nothing is asked."""

    figure: str
    measured: float
    unit: str
    limit: float | None = None
    least: bool = False
    note: str = ""

    @property
    def holds(self) -> bool:
        if self.limit is None:
            return True
        return self.measured >= self.limit if self.least else self.measured <= self.limit

    @property
    def budget(self) -> str:
        return "" if self.limit is None else f"{'≥' if self.least else '≤'} {_number(self.limit)} {self.unit}"

    @property
    def verdict(self) -> str:
        return "" if self.limit is None else "holds" if self.holds else "MISSED"


def _number(value: float) -> str:
    return f"{value:,.0f}" if value >= 100 else f"{value:.1f}" if value >= 10 else f"{value:.2f}"


def drawn(rows: Iterable[Row]) -> str:
    """The rows as a table in Markdown."""
    cells = [("figure", "budget", "measured", "verdict", "note")]
    cells.extend((r.figure, r.budget, f"{_number(r.measured)} {r.unit}", r.verdict, r.note) for r in rows)
    widths = [max(len(row[i]) for row in cells) for i in range(len(cells[0]))]
    lines = [f"| {' | '.join(map(str.ljust, row, widths))} |" for row in cells]
    lines.insert(1, "|" + "|".join("-" * (width + 2) for width in widths) + "|")
    return "\n".join(lines)
