"""What a whole pack knows of its people and works: counts and places, each made once, when first asked for."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from itertools import chain
from typing import Generic, TypeVar

from msgspec import Struct, msgpack

from questions.clauses import SLOT
from questions.columns import Bytes, Stored, Table, table
from questions.difficulty import popularity, tiers
from questions.facts import Pack, Role
from questions.subjects import OfScene, find, scenes, scenes_of
from questions.words import content, fold

T = TypeVar("T")
Told = tuple[frozenset[str], ...]

_ERA = 4


class SceneWords(Struct, frozen=True, array_like=True, gc=False):
    """The content words of a scene's clauses, without the people in their slots; empty where there is no clause."""

    moment: frozenset[str]
    act: frozenset[str]
    line: frozenset[str]
    script: frozenset[str]


class _Ledger(Generic[T]):
    """Values by key: read one by one from the bytes of a table, or made all at once."""

    def __init__(
        self, kind: type[T], make: Callable[[], Mapping[str, T]], stored: Callable[[], Bytes | None]
    ) -> None:
        self._decode, self._make, self._stored = msgpack.Decoder(kind).decode, make, stored
        self._read: dict[str, T | None] = {}

    @cached_property
    def _table(self) -> Table | None:
        data = self._stored()
        return Table(data) if data else None

    @cached_property
    def _made(self) -> Mapping[str, T]:
        return self._make()

    def get(self, key: str) -> T | None:
        if self._table is None:
            return self._made.get(key)
        if key not in self._read:
            record = self._table.get(key)
            self._read[key] = None if record is None else self._decode(record)
        return self._read[key]

    def bytes(self) -> bytes:
        encode = msgpack.Encoder(order="deterministic").encode
        return table({key: encode(value) for key, value in self._make().items()})


class Index:
    """Look-ups over one pack, of which some may be `stored`."""

    def __init__(self, pack: Pack, stored: Stored | None = None) -> None:
        self.pack = pack

        def ledger(name: str, kind: type[T], make: Callable[[], Mapping[str, T]]) -> _Ledger[T]:
            return _Ledger(kind, make, lambda: stored.get(name) if stored else None)

        self._named = ledger("named", str, self._all_named)
        self._works_of = ledger("works of", int, self._all_works_of)
        self._scenes_of = ledger("scenes of", tuple[str, ...], self._all_scenes_of)
        self._namesakes = ledger("namesakes", tuple[str, ...], self._all_namesakes)
        self._same_name = ledger("same name", tuple[str, ...], self._all_same_name)
        self._speakers = ledger("speakers", tuple[str, ...], self._all_speakers)
        self._words = ledger("words", SceneWords, dict)
        self._said: dict[str, SceneWords] = {}
        self._near: dict[str, set[frozenset[str]]] = {}
        self._told: dict[str, Told] = {}

    def sections(self) -> Iterator[tuple[str, bytes]]:
        """All that can be stored, under the names by which another index finds it."""
        yield "named", self._named.bytes()
        yield "works of", self._works_of.bytes()
        yield "scenes of", self._scenes_of.bytes()
        yield "namesakes", self._namesakes.bytes()
        yield "same name", self._same_name.bytes()
        yield "speakers", self._speakers.bytes()
        encode = msgpack.Encoder(order="deterministic").encode
        yield "words", table({scene.fact: encode(self.words(scene)) for scene in scenes(self.pack)})

    @cached_property
    def tiers(self) -> dict[str, int]:
        return tiers(self.pack)

    def named(self, name: str) -> str | None:
        """The person who goes by a name."""
        return self._named.get(fold(name))

    def works_of(self, person: str) -> int:
        """In how many works of the pack a person is cast."""
        return self._works_of.get(person) or 0

    def improvised(self, person: str) -> bool:
        """Whether a person improvised any scene of the pack."""
        return bool(self._scenes_of.get(person))

    def scenes_of(self, person: str) -> list[OfScene]:
        """The scenes that a person improvised."""
        found = (find(self.pack, fact) for fact in self._scenes_of.get(person) or ())
        return [scene for scene in found if isinstance(scene, OfScene)]

    def speakers(self, line: str) -> tuple[str, ...]:
        """Everyone who improvised a line, in whatever work."""
        return self._speakers.get(fold(line)) or ()

    def namesakes(self, slug: str) -> tuple[str, ...]:
        """The works that a title may mean: the work itself, and remakes that share the title."""
        return self._namesakes.get(slug) or (slug,)

    def same_name(self, person: str) -> tuple[str, ...]:
        """Whom else a person's name may mean: a name of one may be an alias of another."""
        return self._same_name.get(person) or ()

    def casts(self, slug: str) -> list[Role]:
        """Every role of the works that the title may mean."""
        return [role for same in self.namesakes(slug) for role in self.pack.works[same].cast.values()]

    def words(self, s: OfScene) -> SceneWords:
        if s.fact not in self._said:
            self._said[s.fact] = self._words.get(s.fact) or _said(s)
        return self._said[s.fact]

    def near(self, s: OfScene) -> set[frozenset[str]]:
        """The words of all that might be taken for a scene's: its own, and each act, line and plan of its people
        and work."""
        if s.fact not in self._near:
            own = self.words(s)
            near = {own.moment | own.act | own.line | own.script, own.moment}
            for other in chain(scenes_of(s), *map(self.scenes_of, s.improvisers)):
                words = self.words(other)
                near |= {words.act, words.line, words.script}
            self._near[s.fact] = near - {frozenset()}
        return self._near[s.fact]

    def told(self, s: OfScene) -> Told:
        """The words of what a stem may tell of a scene: its moment with the act, with the line, with both."""
        if s.fact not in self._told:
            words = self.words(s)
            self._told[s.fact] = tuple(
                words.moment | rest for rest in (words.act, words.line, words.act | words.line)
            )
        return self._told[s.fact]

    @cached_property
    def _credits(self) -> Counter[str]:
        names = ({*work.writers, *work.directors} for work in self.pack.works.values())
        return Counter(fold(name) for credited in names for name in credited)

    def credits(self, name: str) -> int:
        """On how many works a name is credited as writer or director."""
        return self._credits[fold(name)]

    def era(self, slug: str) -> int:
        """The years of first showing, in spans of four; -1 where unknown."""
        year = self.pack.works[slug].year
        return year // _ERA if year else -1

    def renown(self, slug: str) -> int:
        """The work's popularity, in steps of twenty."""
        return popularity(self.pack.works[slug]) // 20

    def _all_named(self) -> dict[str, str]:
        return {fold(person.name): key for key, person in self.pack.people.items()}

    def _all_works_of(self) -> Counter[str]:
        casts = ({role.actor for role in work.cast.values()} for work in self.pack.works.values())
        return Counter(key for cast in casts for key in cast)

    def _all_scenes_of(self) -> dict[str, tuple[str, ...]]:
        found: dict[str, list[str]] = defaultdict(list)
        for scene in scenes(self.pack):
            for key in scene.improvisers:
                found[key].append(scene.fact)
        return {key: tuple(facts) for key, facts in found.items()}

    def _all_speakers(self) -> dict[str, tuple[str, ...]]:
        found: dict[str, list[str]] = defaultdict(list)
        for scene in scenes(self.pack):
            if scene.scene.line:
                found[fold(scene.scene.line)] += scene.improvisers
        return {line: tuple(keys) for line, keys in found.items() if len(set(keys)) > 1}

    def _all_namesakes(self) -> dict[str, tuple[str, ...]]:
        """Of each work whose title another one goes by too."""
        works = self.pack.works.items()
        titles = {slug: (work.title, work.native_title or "", *work.aliases) for slug, work in works}
        called = _called(titles)
        same = {slug: tuple(called[fold(work.title)]) for slug, work in works}
        return {slug: all_ for slug, all_ in same.items() if len(all_) > 1}

    def _all_same_name(self) -> dict[str, tuple[str, ...]]:
        """Of each person whose name, or other name, somebody else goes by too."""
        names = {key: (person.name, *person.aliases) for key, person in self.pack.people.items()}
        called = _called(names)
        same = {
            key: sorted({other for name in own for other in called[fold(name)]} - {key})
            for key, own in names.items()
        }
        return {key: tuple(others) for key, others in same.items() if others}


def _called(names: Mapping[str, Iterable[str]]) -> Mapping[str, list[str]]:
    """Everything that goes by a name, by folded name."""
    found: dict[str, list[str]] = defaultdict(list)
    for key, own in names.items():
        for name in {fold(name) for name in own if name}:
            found[name].append(key)
    return found


def _said(s: OfScene) -> SceneWords:
    scene = s.scene
    clauses = (scene.moment, scene.act, scene.line, scene.script)
    return SceneWords(*(content(SLOT.sub(" ", clause or ""), s.pack.language) for clause in clauses))
