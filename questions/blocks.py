"""The confusion blocks: a fixed partition of the answers of a kind, from which wrong options are drawn."""

from collections import defaultdict
from collections.abc import Iterator

from questions.pools import Entry
from questions.streams import rank

FEWEST = 12
MOST = 25
"""How many answers a block has, where there are enough."""


def partition(entries: list[Entry], depth: int) -> Iterator[list[Entry]]:
    """Blocks of one shape each, split by so many grades as the numbers allow; by shape alone at depth 0."""
    shapes: dict[tuple[str, ...], list[Entry]] = defaultdict(list)
    for entry in entries:
        shapes[entry.answer.shape].append(entry)
    for shaped in shapes.values():
        if depth:
            yield from _split(shaped, 0, depth)
        else:
            yield shaped


def _answers(entries: list[Entry]) -> int:
    return len({entry.answer.entity for entry in entries})


def _split(entries: list[Entry], level: int, depth: int) -> Iterator[list[Entry]]:
    """Split by one grade after another; small groups join their neighbour, large ones part by lot."""
    grades: dict[int, list[Entry]] = defaultdict(list)
    for entry in entries:
        if level < min(depth, len(entry.answer.grade)):
            grades[entry.answer.grade[level]].append(entry)
    if not grades:
        yield from _halve(entries, 1)
        return
    for group in _joined([grades[grade] for grade in sorted(grades)]):
        yield from _split(group, level + 1, depth)


def _joined(groups: list[list[Entry]]) -> list[list[Entry]]:
    """Neighbouring groups put together until none is too small."""
    out: list[list[Entry]] = []
    for group in groups:
        if out and _answers(out[-1]) < FEWEST:
            out[-1] = out[-1] + group
        else:
            out.append(group)
    if len(out) > 1 and _answers(out[-1]) < FEWEST:
        out[-2:] = [out[-2] + out[-1]]
    return out


def _halve(entries: list[Entry], bit: int) -> Iterator[list[Entry]]:
    """Parts of a size to draw from, by the bits of a lot, so that a newcomer moves nobody."""
    if _answers(entries) <= MOST:
        yield entries
        return
    parts: tuple[list[Entry], list[Entry]] = ([], [])
    for entry in entries:
        parts[rank("block", entry.answer.entity) >> bit & 1].append(entry)
    for part in parts:
        yield from _halve(part, bit + 1)
