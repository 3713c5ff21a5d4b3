"""What a template asks about: one fact with its surroundings, and the walks over all facts of a pack."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from itertools import combinations

from msgspec import Struct

from questions.clauses import Voice, listed, role_name, speak
from questions.facts import Billing, Pack, Person, Role, Scene, Work
from questions.streams import rank


class OfWork(Struct, frozen=True, kw_only=True, gc=False):
    """One field of a work."""

    pack: Pack
    slug: str
    work: Work
    field: str = ""

    @property
    def fact(self) -> str:
        return f"{self.slug}#{self.field}"

    @property
    def title(self) -> str:
        return f"*{self.work.title}*"

    @property
    def slugs(self) -> tuple[str, ...]:
        """The works that it is about."""
        return (self.slug,)

    @property
    def sources(self) -> tuple[str, ...]:
        return self.work.sources

    @property
    def people(self) -> tuple[str, ...]:
        """The keys of those of the cast whom it is about."""
        return ()

    def person(self, slot: str) -> Person:
        return self.pack.people[self.work.cast[slot].actor]


class OfScene(OfWork, frozen=True, kw_only=True):
    """One improvised moment."""

    scene: Scene

    @property
    def fact(self) -> str:
        return f"{self.slug}/{self.scene.id}"

    @property
    def sources(self) -> tuple[str, ...]:
        return self.scene.sources

    @property
    def improvisers(self) -> tuple[str, ...]:
        """The keys of those whose improvisation it was."""
        return tuple(sorted({self.work.cast[slot].actor for slot in self.scene.by}))

    @property
    def people(self) -> tuple[str, ...]:
        return self.improvisers

    @property
    def by(self) -> str:
        """Their names, as a phrase."""
        return listed([self.pack.people[key].name for key in self.improvisers])

    def say(self, clause: str, voice: Voice) -> str | None:
        return speak(clause, self.pack, self.work, voice)


class OfRole(OfWork, frozen=True, kw_only=True):
    """One role of a work's cast."""

    slot: str

    @property
    def fact(self) -> str:
        return f"{self.slug}@{self.slot}"

    @property
    def role(self) -> Role:
        return self.work.cast[self.slot]

    @property
    def people(self) -> tuple[str, ...]:
        return (self.role.actor,)

    @property
    def actor(self) -> Person:
        return self.pack.people[self.role.actor]

    def called(self, voice: Voice) -> str | None:
        return role_name(self.pack, self.work, self.slot, voice)

    @property
    def opposite(self) -> "OfRole | None":
        """Another lead of the work, played by somebody else: always the same one."""
        cast = self.work.cast.items()
        others = [s for s, r in cast if r.role == "lead" and r.character and r.actor != self.role.actor]
        if not others:
            return None
        slot = min(others, key=lambda slot: rank("opposite", self.fact, slot))
        return OfRole(pack=self.pack, slug=self.slug, work=self.work, slot=slot)


class OfPair(OfRole, frozen=True, kw_only=True):
    """Two roles at once: of one person in two works, or of two people in one."""

    other: OfRole

    @property
    def fact(self) -> str:
        return f"{self.slug}@{self.slot}+{self.other.fact}"

    @property
    def slugs(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys((self.slug, self.other.slug)))

    @property
    def sources(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys((*self.work.sources, *self.other.work.sources)))


Subject = OfWork | OfScene | OfRole | OfPair


def bond(s: Subject) -> Billing:
    """How close those whom a subject is about are to the work."""
    if isinstance(s, OfScene):
        return s.work.cast[s.scene.by[0]].role
    return s.role.role if isinstance(s, OfRole) else "lead"


def works(field: str) -> Callable[[Pack], Iterator[OfWork]]:
    """A walk over the works, for what `field` says of them."""

    def walk(pack: Pack) -> Iterator[OfWork]:
        for slug, work in pack.works.items():
            yield OfWork(pack=pack, slug=slug, work=work, field=field)

    return walk


def scenes(pack: Pack) -> Iterator[OfScene]:
    for slug, work in pack.works.items():
        for scene in work.scenes:
            yield OfScene(pack=pack, slug=slug, work=work, scene=scene)


def scenes_of(s: OfWork) -> Iterator[OfScene]:
    """The scenes of the same work."""
    return (OfScene(pack=s.pack, slug=s.slug, work=s.work, scene=scene) for scene in s.work.scenes)


def free_scenes(pack: Pack) -> Iterator[OfScene]:
    """The moments that were not in the script."""
    return (s for s in scenes(pack) if s.scene.origin != "scripted")


def spoken_scenes(pack: Pack) -> Iterator[OfScene]:
    """Those of them that have a line."""
    return (s for s in free_scenes(pack) if s.scene.line)


def planned_scenes(pack: Pack) -> Iterator[OfScene]:
    """Those of them for which something else had been planned."""
    return (s for s in free_scenes(pack) if s.scene.script)


def aired_scenes(pack: Pack) -> Iterator[OfScene]:
    return (s for s in scenes(pack) if s.scene.aired is not False)


def roles(pack: Pack) -> Iterator[OfRole]:
    """The roles that have a character's name."""
    for slug, work in pack.works.items():
        for slot, role in work.cast.items():
            if role.character:
                yield OfRole(pack=pack, slug=slug, work=work, slot=slot)


def _pair(a: OfRole, b: OfRole) -> OfPair:
    return OfPair(pack=a.pack, slug=a.slug, work=a.work, slot=a.slot, other=b)


def careers(pack: Pack) -> Iterator[OfPair]:
    """Pairs of roles of one person in two works."""
    by_person: dict[str, list[OfRole]] = defaultdict(list)
    for role in roles(pack):
        by_person[role.role.actor].append(role)
    for own in by_person.values():
        for a, b in combinations(own, 2):
            if a.slug != b.slug:
                yield _pair(a, b)


def couples(pack: Pack) -> Iterator[OfPair]:
    """Pairs of leads of one work, played by two people."""
    for slug, work in pack.works.items():
        leads = [s for s, r in work.cast.items() if r.role == "lead" and r.character]
        for a, b in combinations(leads, 2):
            if work.cast[a].actor != work.cast[b].actor:
                one, two = (OfRole(pack=pack, slug=slug, work=work, slot=s) for s in (a, b))
                yield _pair(one, two)


def leads(pack: Pack) -> Iterator[OfRole]:
    """The leads who have another lead beside them."""
    return (role for role in roles(pack) if role.role.role == "lead" and role.opposite)


def slugs(fact: str) -> tuple[str, ...]:
    """The works that a fact's name says it is about."""
    return tuple(re.split("[/@#]", part)[0] for part in fact.split("+"))


def works_of(fact: str) -> list[str]:
    """The works that a fact is of: two, where it is a pair of roles in two."""
    return list(dict.fromkeys(re.split("[/@#]", part)[0] for part in fact.split("+")))


def find(pack: Pack, fact: str) -> Subject:
    """The subject that a fact's name stands for."""
    if "+" in fact:
        one, two = (find(pack, part) for part in fact.split("+"))
        if isinstance(one, OfRole) and isinstance(two, OfRole):
            return _pair(one, two)
    if "/" in fact:
        slug, _, key = fact.partition("/")
        work = pack.works[slug]
        scene = next(scene for scene in work.scenes if scene.id == key)
        return OfScene(pack=pack, slug=slug, work=work, scene=scene)
    if "@" in fact:
        slug, _, slot = fact.partition("@")
        return OfRole(pack=pack, slug=slug, work=pack.works[slug], slot=slot)
    slug, _, field = fact.partition("#")
    return OfWork(pack=pack, slug=slug, work=pack.works[slug], field=field)
