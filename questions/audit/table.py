"""The rows of the audit's table."""

from collections.abc import Sequence
from typing import Literal

from msgspec import Struct

Verdict = Literal["holds", "fails", "not measured"]


class Row(Struct, frozen=True):
    """One figure beside its gate; `misses` says in words what failed, worst first."""

    figure: str
    gate: str
    measured: str
    verdict: Verdict
    misses: tuple[str, ...] = ()


class Report(Struct, frozen=True):
    """The audit of one pack."""

    pack: str
    version: str
    digest: str
    extent: Literal["quick", "full"]
    questions: int
    rows: tuple[Row, ...]

    @property
    def holds(self) -> bool:
        """Whether nothing failed; a full audit must have measured everything."""
        allowed = {"holds"} if self.extent == "full" else {"holds", "not measured"}
        return all(row.verdict in allowed for row in self.rows)


MOST_MISSES = 12


def row(figure: str, gate: str, measured: str, misses: Sequence[str] | bool) -> Row:
    """A row that fails if there are misses, or if `misses` is True."""
    told = () if isinstance(misses, bool) else tuple(misses)
    return Row(figure, gate, measured, "fails" if misses else "holds", told[:MOST_MISSES])


def unmeasured(figure: str, gate: str, why: str) -> Row:
    return Row(figure, gate, why, "not measured")
