"""What a whole pack knows of its people and works: counts and places, each built once, when first asked for."""

from collections import Counter, defaultdict
from functools import cached_property

from questions.difficulty import popularity, tiers
from questions.facts import Pack, Role
from questions.subjects import OfScene, scenes
from questions.words import fold

_ERA = 4


class Index:
    """Look-ups over one pack."""

    def __init__(self, pack: Pack) -> None:
        self.pack = pack

    @cached_property
    def tiers(self) -> dict[str, int]:
        return tiers(self.pack)

    @cached_property
    def named(self) -> dict[str, str]:
        """The person of each folded name."""
        return {fold(person.name): key for key, person in self.pack.people.items()}

    @cached_property
    def _works_of(self) -> Counter[str]:
        casts = ({role.actor for role in work.cast.values()} for work in self.pack.works.values())
        return Counter(key for cast in casts for key in cast)

    @cached_property
    def _credits(self) -> Counter[str]:
        names = ({*work.writers, *work.directors} for work in self.pack.works.values())
        return Counter(fold(name) for credited in names for name in credited)

    @cached_property
    def scenes_by(self) -> dict[str, list[OfScene]]:
        """The scenes that each person improvised."""
        found: dict[str, list[OfScene]] = defaultdict(list)
        for scene in scenes(self.pack):
            for key in scene.improvisers:
                found[key].append(scene)
        return found

    @cached_property
    def _titled(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for slug, work in self.pack.works.items():
            for title in {fold(title) for title in (work.title, work.native_title or "", *work.aliases) if title}:
                found[title].append(slug)
        return found

    def namesakes(self, slug: str) -> list[str]:
        """The works that a title may mean: the work itself, and remakes that share the title."""
        return self._titled[fold(self.pack.works[slug].title)]

    def casts(self, slug: str) -> list[Role]:
        """Every role of the works that the title may mean."""
        return [role for same in self.namesakes(slug) for role in self.pack.works[same].cast.values()]

    def works_of(self, person: str) -> int:
        """In how many works of the pack a person is cast."""
        return self._works_of[person]

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
