"""The audit at the command line: a table, or JSON, and whether every gate holds."""

import sys
from importlib.util import find_spec

from questions.audit.table import Report
from questions.facts import Pack
from quiz.exits import Refused

_MARKS = {"holds": "✓ holds", "fails": "✗ fails", "not measured": "not measured"}


def run(pack: Pack, *, full: bool, progress: bool) -> Report:
    """The audit of a pack, its progress told on stderr; raises Refused where a library that it needs is missing."""
    missing = [name for name in ("sklearn",) if find_spec(name) is None]
    if missing:
        raise Refused('the audit needs scikit-learn: install the extra "audit" (pip install "unscripted[audit]")')
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    from questions.audit import audit

    columns = (TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True, disable=not progress) as bar:
        task = bar.add_task("", total=1.0)
        return audit(
            pack, full=full, progress=lambda what, share: bar.update(task, description=what, completed=share)
        )


def show(report: Report) -> None:
    """The table on stdout, and beneath it what failed."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    console = Console(width=None if sys.stdout.isatty() else 120)
    table = Table("figure", "gate", "measured", "verdict", box=None, pad_edge=False)
    for row in report.rows:
        table.add_row(*map(Text, (row.figure, row.gate, row.measured, _MARKS[row.verdict])))
    said = f"{report.pack} {report.version}, {report.extent}: {report.questions:,} questions in rounds"
    console.print(Text(said), table, sep="\n")
    for row in report.rows:
        for miss in row.misses if row.verdict == "fails" else ():
            console.print(Text(f"{row.figure}: {miss}"))
