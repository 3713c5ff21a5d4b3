"""What a pack can be asked, sorted for drawing: for each template its pool, cut into blocks.

Every wrong option is the key of another question of the same template, level and block. That is what leaves
no trace of which one is the key: whatever a solver counts, key and wrong options are drawn alike. The blocks
are a fixed partition; neighbours of the key are never sought, since that would make the key their centre.

What sorts and draws is imported where it is needed: a round that was dealt ahead is played without it.
"""

from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from msgspec import msgpack

from questions.columns import Bytes, Stored
from questions.compiled import Shelf as Records
from questions.facts import Pack
from questions.question import DIFFICULTIES

if TYPE_CHECKING:
    from questions.answers import Answer
    from questions.index import Index
    from questions.pools import Entry, Pool, Shelf
    from questions.templates import Template

KEPT = 64


class Draws(dict[tuple[object, ...], "list[Entry] | None"]):
    """The latest draws of options; the oldest fall away."""

    def __setitem__(self, draw: tuple[object, ...], options: "list[Entry] | None") -> None:
        if len(self) >= KEPT:
            del self[next(iter(self))]
        super().__setitem__(draw, options)


class Bank:
    """All that a pack can be asked; each pool is sorted when it is first drawn from, or `stored` has it."""

    def __init__(self, pack: Pack, stored: Stored | None = None) -> None:
        self.pack = pack
        self.draws = Draws()
        self._stored = stored
        self._shelves: dict[tuple[str, int], Shelf] = {}
        self._pools: dict[str, Pool] = {}
        self._names: dict[tuple[str, str], frozenset[str]] = {}

    @cached_property
    def index(self) -> "Index":
        """What can be looked up in the pack."""
        from questions.index import Index

        return Index(self.pack, self._stored)

    @cached_property
    def templates(self) -> "list[Template]":
        """The templates, in the order of their names."""
        from questions.templates import TEMPLATES

        return [TEMPLATES[name] for name in sorted(TEMPLATES)]

    def pool(self, template: "Template") -> "Pool":
        """Every fact that the template has an answer for, in ring order."""
        from questions.pools import Pool

        if template.id not in self._pools:
            self._pools[template.id] = Pool(self._found(f"pool {template.id}") or self._pool(template))
        return self._pools[template.id]

    def shelf(self, template: "Template", step: int) -> "Shelf":
        """The entries whose level is reached at `step`."""
        from questions.pools import Shelf

        if (template.id, step) not in self._shelves:
            data = self._found(f"shelf {template.id} {step}") or self._shelf(template, step)
            self._shelves[template.id, step] = Shelf(self.pool(template), step, data)
        return self._shelves[template.id, step]

    def variety(self, template: "Template", step: int) -> int:
        """How many different answers the template is asked for at `step`: known without a look at its shelf."""
        known = self._varieties.get(template.id)
        return known[step] if known else self.shelf(template, step).variety

    @cached_property
    def _varieties(self) -> dict[str, list[int]]:
        stored = self._found("variety")
        return msgpack.decode(stored, type=dict[str, list[int]]) if stored else {}

    def names(self, answer: "Answer") -> frozenset[str]:
        """The folded names that an answer goes by."""
        from questions.answers import names_of

        known = (answer.entity, answer.text)
        if known not in self._names:
            self._names[known] = names_of(self.pack, answer)
        return self._names[known]

    def rest(self) -> None:
        """Lets go of all that can be read again, for whoever needs the memory more."""
        if self._stored is None:
            return
        self.__dict__.pop("index", None)
        for kept in (self._pools, self._shelves, self._names, self.draws):
            kept.clear()
        for table in (self.pack.people, self.pack.sources, self.pack.works):
            if isinstance(table, Records):
                table.rest()

    def sections(self) -> Iterator[tuple[str, bytes]]:
        """All that it knows, made now, under the names by which another bank finds it."""
        from questions.filling import shelf
        from questions.pools import Pool, Shelf

        yield from self.index.sections()
        varieties: dict[str, list[int]] = {}
        for template in self.templates:
            # Not kept: of a large pack all of it together would not fit.
            data = self._pool(template)
            yield f"pool {template.id}", data
            pool, varieties[template.id] = Pool(data), []
            for step in range(len(DIFFICULTIES)):
                made = shelf(pool, template, step)
                varieties[template.id].append(Shelf(pool, step, made).variety)
                yield f"shelf {template.id} {step}", made
        yield "variety", msgpack.encode(varieties)

    def _found(self, name: str) -> Bytes | None:
        return self._stored.get(name) if self._stored else None

    def _pool(self, template: "Template") -> bytes:
        from questions.filling import pool

        return pool(self.index, template)

    def _shelf(self, template: "Template", step: int) -> bytes:
        from questions.filling import shelf

        return shelf(self.pool(template), template, step)
