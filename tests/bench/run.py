"""How fast the game starts, answers and asks: a table of figures, each with its budget where it has one.

    python tests/bench/run.py             everything but the other programs: a quarter of an hour
    python tests/bench/run.py --quick     fewer runs, no pack of more than a thousand scenes, the quick audit
    python tests/bench/run.py --rivals    side by side with other quiz programs, installed for the purpose

Start-up is told in multiples of floors that are measured in the same run, turn by turn: P is `python -c pass`, T
imports Typer, Q imports Typer, questionary and Rich. A busy machine slows all of them alike. The Python that runs
this is the one that is measured. Exit 1 where a budget is missed.
"""

import compileall
import os
import platform
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

# The packs of any size stand among the tests.
sys.path.append(str(Path(__file__).parents[1]))

import startup
from audits import audits
from sizes import sizes
from table import Row, drawn

import questions
import quiz

TOOLS = ("typer", "questionary", "rich", "msgspec", "rtoml", "PyStemmer")


def main() -> int:
    quick, others = "--quick" in sys.argv[1:], "--rivals" in sys.argv[1:]
    for package in (quiz, questions):
        compileall.compile_dir(Path(package.__file__ or "").parent, quiet=1)
    with tempfile.TemporaryDirectory(prefix="bench ") as place:
        rows = []
        for row in _rows(Path(place), quick, others):
            rows.append(row)
            print(f"{row.figure}: {row.measured:.3g} {row.unit} {row.verdict}", file=sys.stderr, flush=True)
    print(_where())
    print(drawn(rows))
    return any(not row.holds for row in rows)


def _rows(place: Path, quick: bool, others: bool) -> Iterator[Row]:
    env = {"PATH": os.environ["PATH"], "HOME": str(place), "LANG": "C.UTF-8"}
    env |= {name: os.environ[name] for name in ("PYTHONPATH",) if name in os.environ}
    turns = 7 if quick else 21
    if others:
        yield from startup.beside(place, env, turns)
    else:
        yield from startup.alone(place, env, turns)
        yield from sizes(place, env, quick)
        yield from audits(env, quick)


def _where() -> str:
    day = subprocess.run(["date", "+%F"], capture_output=True, text=True, check=True).stdout.strip()
    tools = ", ".join(f"{tool} {version(tool)}" for tool in TOOLS)
    load = " ".join(f"{each:.1f}" for each in os.getloadavg())
    return f"{day}, {os.cpu_count()} cores, load {load}, Python {platform.python_version()}, {tools}\n"


if __name__ == "__main__":
    sys.exit(main())
