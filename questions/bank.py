"""What a pack can be asked, sorted for drawing: for each template its pool, cut into blocks.

Every wrong option is the key of another question of the same template, level and block. That is what leaves
no trace of which one is the key: whatever a solver counts, key and wrong options are drawn alike. The blocks
are a fixed partition; neighbours of the key are never sought, since that would make the key their centre.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property

from msgspec import Struct

from questions.answers import Answer
from questions.facts import Pack
from questions.index import Index
from questions.question import DIFFICULTIES
from questions.streams import rank
from questions.subjects import OfRole, OfWork, bond
from questions.templates import TEMPLATES, Template

FEWEST = 12
MOST = 25
"""How many answers a block has, where there are enough."""

FEWEST_APART = 10
"""How many answers a template needs whose wrong options are never answers themselves: fewer are soon known."""

_WINDOW = 1024

LOTS = ((1,), (2, 1), (6, 2, 1))
"""For each level how often it asks what it is the first to ask, and what the levels below it ask already."""


class Entry(Struct, frozen=True):
    """One fact as a template sees it: its answer, the first level that asks it, and its place on the ring."""

    fact: str
    answer: Answer
    tier: int
    asks: bool
    ring: int

    def lot(self, step: int, *lot: object) -> int:
        """The entry's lot at a step of difficulty: what is new at the step comes up more often."""
        return rank(*lot, self.fact, lots=LOTS[step][step - self.tier])


class Shelf:
    """The entries of one template at one step of difficulty."""

    def __init__(self, entries: list[Entry], blocks: Iterable[list[Entry]], step: int) -> None:
        asked = [entry for entry in entries if entry.asks]
        self.step = step
        self.asked = asked if asked == entries or len(asked) >= FEWEST_APART else []
        self._rings = [entry.ring for entry in self.asked]
        self._blocks: dict[str, list[Entry]] = {}
        for block in blocks:
            for entry in block:
                self._blocks[entry.fact] = block

    def block(self, entry: Entry) -> list[Entry]:
        """The block that an entry is in, itself included."""
        return self._blocks[entry.fact]

    def window(self, *lot: object) -> Iterator[Entry]:
        """Entries to ask about in an order drawn by lot: a stretch of the ring, shuffled.

        A new fact takes its own place on the ring and moves no other, so that few draws ever change.
        """
        start = bisect_left(self._rings, rank("ring", *lot))
        stretch = (self.asked[start:] + self.asked[:start])[:_WINDOW]
        yield from sorted(stretch, key=lambda entry: entry.lot(self.step, "ask", *lot))

    def by_value(self, *lot: object) -> Iterator[Entry]:
        """Entries in an order that draws the answer first, each answer as likely as another."""
        yield from sorted(
            self.asked,
            key=lambda entry: (rank("value", *lot, entry.answer.text), rank("ask", *lot, entry.fact)),
        )


class Bank:
    """All that a pack can be asked; each pool is sorted when it is first drawn from."""

    def __init__(self, pack: Pack) -> None:
        self.pack = pack
        self.index = Index(pack)
        self._shelves: dict[tuple[str, int], Shelf] = {}
        self._pools: dict[str, list[Entry]] = {}

    @cached_property
    def templates(self) -> list[Template]:
        """The templates, in the order of their names."""
        return [TEMPLATES[name] for name in sorted(TEMPLATES)]

    def pool(self, template: Template) -> list[Entry]:
        """Every fact that the template has an answer for, in ring order."""
        if template.id not in self._pools:
            found = (self._entry(template, subject) for subject in template.walk(self.pack))
            entries = sorted((e for e in found if e), key=lambda entry: (entry.ring, entry.fact))
            self._pools[template.id] = entries
        return self._pools[template.id]

    def shelf(self, template: Template, step: int) -> Shelf:
        """The entries whose level is reached at `step`."""
        if (template.id, step) not in self._shelves:
            reached = [entry for entry in self.pool(template) if entry.tier <= step]
            depth = 0 if template.kind.closed else step + 1
            self._shelves[template.id, step] = Shelf(reached, _partition(reached, depth), step)
        return self._shelves[template.id, step]

    def _entry(self, template: Template, subject: OfWork) -> Entry | None:
        answer = template.kind.find(self.index, subject)
        if answer is None:
            return None
        fact = subject.fact
        tier = max(self.index.tiers[slug] for slug in subject.slugs)
        if isinstance(subject, OfRole) or answer.entity.startswith("person:"):
            tier = min(tier + (bond(subject) != "lead"), len(DIFFICULTIES) - 1)
        return Entry(fact, answer, tier, template.asks(subject), rank("fact", fact))


def _partition(entries: list[Entry], depth: int) -> Iterator[list[Entry]]:
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
