"""The pool of a template, and its shelves: what is asked at one step of difficulty, ready to be drawn from.

All of it lies in columns, so that a draw touches only what it draws, whether the pool was made just now or read
from a copy.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from heapq import heapify, heappop
from itertools import filterfalse

from msgspec import Struct, msgpack

from questions.answers import Answer
from questions.columns import Bytes, Column, Numbers, column, numbers, packed
from questions.streams import Lots, rank
from questions.subjects import slugs

FEWEST_APART = 10
"""How many answers a template needs whose wrong options are never answers themselves: fewer are soon known."""

WINDOW = 512

LOTS = ((1,), (6, 1), (12, 2, 1))
"""For each level how often it asks what it is the first to ask, and what the levels below it ask already."""

_NOWHERE = 2**32 - 1


def unheard(_: str) -> bool:
    """Nothing was told before."""
    return False


class Entry(Struct, frozen=True, array_like=True, gc=False):
    """One fact as a template sees it: its answer, the first level that asks it, and whether it is asked at all.

    `people` are those of the cast whom it is about, `motifs` the commonplaces in a wordy answer.
    """

    fact: str
    answer: Answer
    tier: int = 0
    asks: bool = True
    people: tuple[str, ...] = ()
    motifs: tuple[str, ...] = ()

    @property
    def work(self) -> str:
        return self.fact.partition("/")[0].partition("@")[0].partition("#")[0]


class _Pool(Struct, frozen=True, array_like=True):
    facts: bytes
    tiers: bytes
    rings: memoryview
    entries: memoryview


class _Shelf(Struct, frozen=True, array_like=True):
    asked: memoryview
    blocks: memoryview
    block_of: memoryview
    values: dict[str, memoryview]
    variety: int


class Pool:
    """Every fact that a template has an answer for, in ring order."""

    def __init__(self, data: Bytes) -> None:
        made = msgpack.decode(data, type=_Pool)
        self.facts, self.tiers, self.rings = Column(made.facts), made.tiers, numbers(made.rings, "Q")
        self._entries = Column(made.entries)
        self._made: dict[int, Entry] = {}
        self._places: dict[str, int] = {}

    def __len__(self) -> int:
        return len(self._entries)

    def __iter__(self) -> Iterator[Entry]:
        return map(self.__getitem__, range(len(self)))

    def __getitem__(self, at: int) -> Entry:
        if at not in self._made:
            made = self._made[at] = _decode(self._entries[at])
            self._places[made.fact] = at
        return self._made[at]

    def place(self, fact: str) -> int:
        """Where a fact of the pool stands."""
        if fact in self._places:
            return self._places[fact]
        at, wanted = bisect_left(self.rings, ring(fact)), fact.encode()
        while self.facts[at] != wanted:
            at += 1
        return at

    def get(self, fact: str) -> Entry | None:
        """The entry of a fact, or None where the pool does not have it."""
        first, wanted = ring(fact), fact.encode()
        at = bisect_left(self.rings, first)
        while at < len(self) and self.rings[at] == first:
            if self.facts[at] == wanted:
                return self[at]
            at += 1
        return None


_decode = msgpack.Decoder(Entry).decode


def ring(fact: str) -> int:
    """The place of a fact on the ring."""
    return rank("fact", fact)


def pool_of(entries: Iterable[Entry]) -> bytes:
    """The bytes of a Pool."""
    placed = sorted((ring(entry.fact), entry.fact, entry) for entry in entries)
    encode = msgpack.Encoder().encode
    return encode(
        _Pool(
            column(fact.encode() for _, fact, _ in placed),
            bytes(entry.tier for *_, entry in placed),
            memoryview(packed((place for place, *_ in placed), "Q")),
            memoryview(column(encode(entry) for *_, entry in placed)),
        )
    )


class Shelf:
    """The entries of one pool at one step of difficulty."""

    def __init__(self, pool: Pool, step: int, data: Bytes) -> None:
        made = msgpack.decode(data, type=_Shelf)
        self._pool, self._lots = pool, LOTS[step][::-1]
        self._asked, self._values = numbers(made.asked), made.values
        self.variety = made.variety
        """How many different answers are asked for."""
        self._blocks, self._block_of = Column(made.blocks), numbers(made.block_of)
        self._read: dict[int, _Block] = {}
        self._asked_about: dict[frozenset[str], Sequence[int]] = {}

    def __len__(self) -> int:
        """How much is asked."""
        return len(self._asked)

    @property
    def asked(self) -> list[Entry]:
        """All that is asked."""
        return [self._pool[at] for at in self._asked]

    @cached_property
    def answers(self) -> list[int]:
        """The numbers among the answers, in their order."""
        return sorted(map(int, self._values))

    def window(self, *lot: object, works: frozenset[str] | None = None) -> Iterator[Entry]:
        """Entries to ask about in an order drawn by lot: a stretch of the ring, shuffled.

        A new fact takes its own place on the ring and moves no other, so that few draws ever change. With
        `works`, only what is about these works and no other: of the same stretch, unless they are few.
        """
        stretch = self._stretch(self._asked, lot)
        if works is not None:
            left = self._about(stretch, works)
            stretch = left if 2 * len(left) > len(stretch) else self._stretch(self._all_about(works), lot)
        keys = Lots("ask", *lot).of_each(self._pool.facts.some(stretch), self._lots_of(stretch))
        return self._in_order(stretch, keys)

    def by_value(
        self, *lot: object, works: frozenset[str] | None = None, told: Callable[[str], bool] = unheard
    ) -> Iterator[Entry]:
        """Entries in an order that draws the answer first, each as likely as another; none that was `told`."""
        value, ask = Lots("value", *lot), Lots("ask", *lot)
        for text in sorted(filterfalse(told, self._values), key=lambda text: value.of(text.encode())):
            row: Sequence[int] | Numbers = numbers(self._values[text])
            if works is not None:
                row = self._about(row, works)
            stretch = self._stretch(row, lot)
            keys = ask.of_each(self._pool.facts.some(stretch), [1] * len(stretch))
            yield from self._in_order(stretch, keys)

    def lots(self, entry: Entry) -> int:
        """How often an entry of the pool is asked, against others of the shelf; 0 where it is not."""
        return self._lots[entry.tier] if entry.tier < len(self._lots) else 0

    def rivals(self, entry: Entry) -> int:
        """How many other answers are in the block of an entry."""
        return self._block(entry).answers - 1

    def block(self, entry: Entry, *lot: object) -> Iterator[Entry]:
        """The entries of the same block, the entry itself included, in an order drawn by lot.

        Each comes up as often as it is asked, so that an answer is shown as often as it is a key.
        """
        block = self._block(entry)
        return self._in_order(block.row, Lots(*lot).of_each(block.facts, block.lots))

    def values(self, entry: Entry, *lot: object) -> Iterator[Entry]:
        """One entry for each answer of the same block, in an order drawn by lot."""
        draw, others = Lots(*lot), [self._pool[at] for at in self._block(entry).row]
        yield from sorted(others, key=lambda other: draw.of(other.answer.entity.encode()))

    def _block(self, entry: Entry) -> "_Block":
        number = self._block_of[self._pool.place(entry.fact)]
        if number not in self._read:
            answers, *row = numbers(self._blocks[number])
            self._read[number] = _Block(answers, row, self._pool.facts.some(row), self._lots_of(row))
        return self._read[number]

    def _lots_of(self, row: Iterable[int]) -> list[int]:
        tiers, lots = self._pool.tiers, self._lots
        return [lots[tiers[at]] for at in row]

    def _all_about(self, works: frozenset[str]) -> Sequence[int]:
        if works not in self._asked_about:
            self._asked_about[works] = self._about(self._asked, works)
        return self._asked_about[works]

    def _about(self, row: Sequence[int] | Numbers, works: frozenset[str]) -> list[int]:
        return [at for at in row if works.issuperset(slugs(bytes(self._pool.facts[at]).decode()))]

    def _stretch(self, row: Sequence[int] | Numbers, lot: tuple[object, ...]) -> list[int]:
        start = bisect_left(row, rank("ring", *lot), key=self._pool.rings.__getitem__)
        end = start + WINDOW - len(row)
        return [*row[start : start + WINDOW], *row[: max(0, min(start, end))]]

    def _in_order(self, row: Sequence[int], keys: list[bytes]) -> Iterator[Entry]:
        """The entries by their keys, lowest first; as a rule only the first is wanted, or few."""
        if keys:
            yield self._pool[row[keys.index(min(keys))]]
        places = dict(zip(keys, row, strict=True))
        heapify(keys)
        for _ in keys[1:]:
            heappop(keys)
            yield self._pool[places[keys[0]]]


class _Block(Struct, frozen=True):
    """A confusion block: how many answers, its entries' places in the pool, and what their lots are drawn by."""

    answers: int
    row: list[int]
    facts: list[Bytes]
    lots: list[int]


def shelf_of(pool: Pool, step: int, blocks: Iterable[list[Entry]], *, closed: bool, by_value: bool) -> bytes:
    """The bytes of a Shelf: what of the pool is reached at a step, cut into blocks.

    Of a `closed` list each block keeps one entry for each answer; `by_value` sorts what is asked by its answer.
    """
    reached = [at for at, entry in enumerate(pool) if entry.tier <= step]
    asked = [at for at in reached if pool[at].asks]
    if len(asked) < min(len(reached), FEWEST_APART):
        asked = []
    places = {pool[at].fact: at for at in reached}
    block_of = [_NOWHERE] * len(pool)
    rows = []
    for number, block in enumerate(blocks):
        row = [places[entry.fact] for entry in block]
        firsts = {entry.answer.entity: at for entry, at in zip(reversed(block), reversed(row), strict=True)}
        rows.append(packed([len(firsts), *(sorted(firsts.values()) if closed else row)]))
        for at in row:
            block_of[at] = number
    values: dict[str, list[int]] = {}
    for at in asked if by_value else ():
        values.setdefault(pool[at].answer.text, []).append(at)
    numbered = {text: memoryview(packed(row)) for text, row in values.items()}
    variety = len({pool[at].answer.text for at in asked})
    made = _Shelf(
        memoryview(packed(asked)), memoryview(column(rows)), memoryview(packed(block_of)), numbered, variety
    )
    return msgpack.encode(made)
