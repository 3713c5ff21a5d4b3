"""The golden catalogue: a thousand rounds by seed, and what each must be to the byte, on every machine.

python tests/golden.py            compare, and say which rounds differ
python tests/golden.py --write    take what is dealt now as the new catalogue: a change to tell in CHANGELOG.md
"""

import json
import sys
from collections.abc import Iterator
from hashlib import sha256
from itertools import product
from pathlib import Path

import msgspec

from questions.bank import Bank
from questions.deck import deal
from questions.question import DIFFICULTIES, Difficulty
from questions.reading import find_pack, read_pack

CATALOGUE = Path(__file__).with_name("golden.json")
PACKS = {"kdrama": 300, "kfilm": 34}
"""How many seeds of each pack are kept, at each of three levels."""


def rounds() -> Iterator[tuple[str, Difficulty, int]]:
    """The pack, level and seed of every round of the catalogue."""
    for pack, seeds in PACKS.items():
        yield from ((pack, level, seed) for level, seed in product(DIFFICULTIES, range(seeds)))


def digest(bank: Bank, level: Difficulty, seed: int) -> str:
    """The round, as twelve hexadecimal digits of the SHA-256 of its questions."""
    questions = [
        {**msgspec.to_builtins(question), "mentions": sorted(question.mentions)}
        for question in deal(bank, level=level, count=10, seed=seed)
    ]
    return sha256(msgspec.json.encode(questions)).hexdigest()[:12]


def dealt(which: Iterator[tuple[str, Difficulty, int]]) -> Iterator[tuple[str, str]]:
    """Each round's name and digest."""
    banks = {pack: Bank(read_pack(find_pack(pack))) for pack in PACKS}
    for pack, level, seed in which:
        yield f"{pack} {level} {seed}", digest(banks[pack], level, seed)


def known() -> dict[str, str]:
    """The catalogue, by the rounds' names."""
    catalogue: dict[str, str] = json.loads(CATALOGUE.read_text("utf-8"))
    return catalogue


def main() -> int:
    if "--write" in sys.argv[1:]:
        CATALOGUE.write_text(json.dumps(dict(dealt(rounds())), indent=0) + "\n", "utf-8")
        return 0
    golden = known()
    changed = [name for name, found in dealt(rounds()) if golden.get(name) != found]
    print(f"python {sys.version.split()[0]}: {len(golden)} rounds, {len(changed)} differ", *changed[:10])
    return bool(changed)


if __name__ == "__main__":
    sys.exit(main())
