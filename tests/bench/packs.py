"""Reading, opening and drawing, measured inside a process of their own: one task a process, its figures as JSON.

python tests/bench/packs.py read FOLDER | open FOLDER CACHE | ask FOLDER CACHE
"""

import json
import resource
import sys
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from statistics import median
from time import perf_counter, process_time

TURNS = 5
ROUNDS = 25
ASKED = 4_000
"""Questions that the speed of writing them is measured over."""


def main() -> None:
    task, folder, *more = sys.argv[1:]
    figures = TASKS[task](Path(folder), *map(Path, more))
    figures["memory"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    json.dump(figures, sys.stdout)


def _least(work: Callable[[], object]) -> float:
    """Seconds of the processor that some work takes, the least of a few turns."""
    taken = []
    for _ in range(TURNS):
        start = process_time()
        work()
        taken.append(process_time() - start)
    return min(taken)


def read(folder: Path) -> dict[str, float]:
    """Reading a pack from its TOML, and what two parsers of TOML take for no more than parsing it."""
    import tomllib

    import rtoml
    from msgspec import convert

    from questions.checking import KINDS, digest
    from questions.facts import Work
    from questions.reading import read_pack

    def bare() -> None:
        files = {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*.toml")}
        digest(files)
        for name, content in files.items():
            convert(rtoml.loads(content.decode()), KINDS.get(name, Work))

    texts = [path.read_text("utf-8") for path in folder.rglob("*.toml")]
    return {
        "rtoml": _least(lambda: [rtoml.loads(text) for text in texts]),
        "tomllib": _least(lambda: [tomllib.loads(text) for text in texts]),
        "bare": _least(bare),
        "read": _least(lambda: read_pack(folder)),
    }


def open_(folder: Path, cache: Path) -> dict[str, float]:
    """Opening what a pack can be asked, and the first round of it: from a copy, where there is one."""
    from questions.deck import deal
    from questions.opening import open_bank

    start = perf_counter()
    bank = open_bank(folder, cache)
    opened = perf_counter()
    deal(bank, level="medium", count=10, seed=1)
    return {"open": opened - start, "first": perf_counter() - opened}


def ask(folder: Path, cache: Path) -> dict[str, float]:
    """Drawing rounds one after the other, and writing questions one after the other, once all is warm."""
    from questions.deck import deal
    from questions.opening import open_bank
    from questions.question import DIFFICULTIES

    bank, taken, asked = open_bank(folder, cache), [], 0
    for seed in range(ROUNDS + 5):
        start = process_time()
        dealt = deal(bank, level=DIFFICULTIES[seed % 3], count=10, seed=seed)
        taken.append(process_time() - start)
        asked += len(dealt)
    questions = _written(bank)
    start = process_time()
    written = sum(1 for _ in islice(questions, ASKED))
    return {"round": median(taken[5:]), "asked": asked, "rate": written / (process_time() - start)}


def _written(bank: object) -> Iterator[object]:
    """Finished questions: every template's turn, each fact and level once."""
    from questions.bank import Bank
    from questions.compose import compose
    from questions.question import DIFFICULTIES

    assert isinstance(bank, Bank)
    each = ASKED // (len(bank.templates) * len(DIFFICULTIES))
    while True:
        for step, level in enumerate(DIFFICULTIES):
            for template in bank.templates:
                entries = bank.shelf(template, step).window("bench")
                made = (compose(bank, template, entry, level, 0) for entry in entries)
                yield from islice((question for question in made if question), each)


TASKS: dict[str, Callable[..., dict[str, float]]] = {"read": read, "open": open_, "ask": ask}

if __name__ == "__main__":
    main()
