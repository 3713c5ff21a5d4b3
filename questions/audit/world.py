"""A pack as the checker reads it: what entities are called, and whose facts bear on whose."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from questions.audit.words import fold, sound
from questions.facts import Pack, Role, Scene, Work

SLOT = re.compile(r"\{[a-z0-9-]+\}")
_ROW = re.compile(rf"{SLOT.pattern}(?:(?:, | and |, and ){SLOT.pattern})+")
_ARTICLE = re.compile(r"^an? ", re.IGNORECASE)


class UnknownThingError(ValueError):
    """An entity or fact that the pack does not have."""


@dataclass(frozen=True, slots=True)
class Part:
    """One scene with its work: what `work/scene` points at."""

    slug: str
    work: Work
    scene: Scene

    @property
    def people(self) -> frozenset[str]:
        """The actors whose improvisation it was."""
        return frozenset(self.work.cast[key].actor for key in self.scene.by)


@dataclass(frozen=True)
class World:
    """A pack with its indexes, each built when first asked for."""

    pack: Pack

    def work(self, slug: str) -> Work:
        if slug not in self.pack.works:
            raise UnknownThingError(f"no work {slug!r} in the pack")
        return self.pack.works[slug]

    def role(self, place: str) -> tuple[str, Role]:
        """The work's slug and the role at `work@key` or `work/key`."""
        slug, _, key = place.replace("@", "/").partition("/")
        if key not in self.work(slug).cast:
            raise UnknownThingError(f"no role {place!r} in the pack")
        return slug, self.work(slug).cast[key]

    def part(self, place: str) -> Part:
        if place not in self._parts:
            raise UnknownThingError(f"no scene {place!r} in the pack")
        return self._parts[place]

    @cached_property
    def _parts(self) -> Mapping[str, Part]:
        return {f"{k}/{s.id}": Part(k, w, s) for k, w in self.pack.works.items() for s in w.scenes}

    @property
    def parts(self) -> Iterator[Part]:
        return iter(self._parts.values())

    @cached_property
    def _titled(self) -> Mapping[str, frozenset[str]]:
        found: dict[str, set[str]] = defaultdict(set)
        for slug, work in self.pack.works.items():
            for title in (work.title, work.native_title or work.title, *work.aliases):
                found[fold(title)].add(slug)
        return {title: frozenset(slugs) for title, slugs in found.items()}

    def namesakes(self, slug: str) -> frozenset[str]:
        """The works that a reader of this work's title could think of: itself, and remakes that share it."""
        return self._titled[fold(self.work(slug).title)]

    def bearers(self, place: str) -> frozenset[str]:
        """Every actor of the role at `work@key`: also who plays a part of the same name in it or a remake."""
        slug, role = self.role(place)
        shown = {fold(name) for name in (role.character or role.described,) if name}
        return frozenset({role.actor}) | frozenset(
            other.actor
            for namesake in self.namesakes(slug)
            for other in self.work(namesake).cast.values()
            if {fold(name) for name in (other.character, other.described) if name} & shown
        )

    @cached_property
    def _credited(self) -> Mapping[str, frozenset[str]]:
        found: dict[str, set[str]] = defaultdict(set)
        for work in self.pack.works.values():
            for name in (*work.writers, *work.directors):
                found[fold(name)].add(name)
        return {folded: frozenset(names) for folded, names in found.items()}

    def called(self, entity: str) -> frozenset[str]:
        """The names, as spelt, by which an option may show the entity; raises UnknownThingError."""
        kind, _, rest = entity.partition(":")
        if kind == "person":
            return self._person(rest)
        if kind == "work":
            work = self.work(rest)
            return frozenset(n for n in (work.title, work.native_title, *work.aliases) if n)
        if kind == "role":
            role = self.role(rest)[1]
            return frozenset({role.character or role.described or ""})
        if kind == "title":
            return frozenset({self.work(rest).native_title or ""})
        if kind in {"act", "line", "script"}:
            return frozenset({getattr(self.part(rest).scene, kind) or ""})
        if kind in {"year", "company", "basis"}:
            return frozenset({rest})
        if kind == "episode":
            return frozenset({rest.rpartition("/")[2]})
        raise UnknownThingError(f"unknown kind of entity: {entity!r}")

    def _person(self, key: str) -> frozenset[str]:
        names = set(self._credited.get(fold(key), ()))
        if (person := self.pack.people.get(key)) is not None:
            names |= {n for n in (person.name, person.native, *person.aliases) if n}
        if not names:
            raise UnknownThingError(f"nobody {key!r} in the pack")
        return frozenset(names)

    def people(self, entity: str) -> tuple[str, ...]:
        """The keys of a person or a pair; empty for anything else."""
        kind, _, rest = entity.partition(":")
        return tuple(rest.split("+")) if kind == "person" else ()

    def shows(self, text: str, entity: str) -> bool:
        """Whether the text can stand for the entity."""
        kind = entity.partition(":")[0]
        if kind == "person" and "+" in entity:
            return {self._whole(text, key) for key in self.people(entity)} == {True}
        names = self.called(entity)
        if kind in {"act", "script", "line"}:
            return all(_pieces_in_order(name, text) for name in names)
        if kind in {"year", "episode"}:
            return set(re.findall(r"\d+", text)) == names
        return fold(_ARTICLE.sub("", text)) in {fold(_ARTICLE.sub("", name)) for name in names}

    def _whole(self, text: str, key: str) -> bool:
        return any(fold(name) in fold(text) for name in self._person(key))

    def same(self, a: str, b: str) -> bool:
        """Whether two entities can be taken for one another: equal names in any spelling."""
        if a == b:
            return True
        if a.partition(":")[0] == "person" and ("+" in a or "+" in b):
            return False
        names, others = self.called(a), self.called(b)
        if {fold(n) for n in names} & {fold(n) for n in others}:
            return True
        return not self._apart(a, b) and bool({sound(n) for n in names} & {sound(n) for n in others})

    def _apart(self, a: str, b: str) -> bool:
        """Two people whose native names are known to differ; and only people are compared by sound."""
        keys = [self.pack.people.get(entity.removeprefix("person:")) for entity in (a, b)]
        if not a.startswith("person:") or not b.startswith("person:"):
            return True
        natives = {person.native for person in keys if person and person.native}
        return len(natives) == 2


def _pieces_in_order(clause: str, text: str) -> bool:
    """Whether the text is the clause with something in its slots; two slots in a row may have one filling."""
    pieces = SLOT.split(_ROW.sub("{row}", clause.rstrip(".")))
    pattern = ".+".join(re.escape(piece.casefold()) for piece in pieces)
    return re.search(pattern, text.casefold()) is not None
