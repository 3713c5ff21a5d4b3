"""Three simulated players, who know what their kind of viewer would know: levels must tell on each of them.

Nobody has played yet, so that the numbers are assumptions, not measurements. They look only at facts: how
widely a work is known, whether a role is a lead, what sort of detail is asked, whether the stem names the
work. The difficulty that the generator gives a question is not looked at, nor how it comes to it.

- `reach`: the fame (a percentile) of the work that a player has seen with even odds: of 100 works the casual
  viewer has seen about the 15 best known, the fan about 45, the expert about 75.
- `spread`: how many percentiles of fame the odds take to fall from 1 in 2 to about 1 in 4.
- `memory`: what is kept of a work once seen, scaled by how memorable the asked detail is.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from math import exp

from questions.audit.sample import Sample
from questions.facts import Pack
from questions.question import Difficulty, Option, Question

UNKNOWN_FAME = 30


@dataclass(frozen=True, slots=True)
class Viewer:
    """A kind of player."""

    name: str
    reach: float
    spread: float
    memory: float


VIEWERS = (
    Viewer("casual", reach=85, spread=12, memory=0.75),
    Viewer("fan", reach=55, spread=16, memory=0.85),
    Viewer("expert", reach=25, spread=20, memory=0.95),
)

DETAIL: Mapping[str, float] = {
    "which-work": 0.9,
    "line-in-work": 0.8,
    "who-improvised": 0.85,
    "who-said": 0.8,
    "what-happened": 0.6,
    "which-line": 0.55,
    "what-was-planned": 0.35,
    "scripted-after-all": 0.35,
    "which-episode": 0.2,
    "who-played": 0.9,
    "who-played-opposite": 0.85,
    "which-role": 0.8,
    "shared-actor": 0.8,
    "shared-work": 0.85,
    "year": 0.45,
    "company": 0.5,
    "writer": 0.35,
    "director": 0.3,
    "native-title": 0.6,
    "which-came-first": 0.6,
    "based-on": 0.55,
}
"""How memorable the sort of thing is that a template asks for: faces and plots before numbers and credits."""

_SUPPORT = 0.65
"""A supporting part against a lead."""

_UNNAMED = 0.8
"""A stem on a scene that leaves out the title, or the names of the characters, against one that has them."""

_CAST, _CAREER = 0.7, 0.5
"""Who has seen a work knows who is not in it; who knows a person’s best work places them."""

FALLIBLE = ("person", "work", "role", "act", "line", "script")


@dataclass(frozen=True)
class Audience:
    """The viewers of one pack."""

    pack: Pack

    @cached_property
    def _best_known(self) -> Mapping[str, str]:
        """Each person’s most famous work."""
        fame = {slug: work.fame or 0 for slug, work in self.pack.works.items()}
        order = sorted(self.pack.works, key=lambda slug: (fame[slug], slug))
        return {role.actor: slug for slug in order for role in self.pack.works[slug].cast.values()}

    def seen(self, viewer: Viewer, *slugs: str) -> float:
        fames = [self.pack.works[slug].fame for slug in slugs]
        fame = sum(UNKNOWN_FAME if f is None else f for f in fames) / len(fames)
        return 1 / (1 + exp((viewer.reach - fame) / viewer.spread))

    def right(self, viewer: Viewer, question: Question) -> float:
        """The chance of a right answer: known, or guessed among the options that are not ruled out."""
        seen = self.seen(viewer, *works_of(question)) * viewer.memory
        knows = seen * DETAIL[question.template] * self._prominence(question) * self._voice(question)
        left = sum(1 - self._ruled_out(viewer, seen, option, question) for option in foils(question))
        return knows + (1 - knows) / (1 + left)

    def _prominence(self, question: Question) -> float:
        cast = self.pack.works[question.work].cast
        people = question.key.entity.removeprefix("person:").split("+")
        facts = question.fact.split("+")
        asked = [r.role for k, r in cast.items() if r.actor in people or f"{question.work}@{k}" in facts]
        return 1.0 if not asked or "lead" in asked else _SUPPORT

    def _voice(self, question: Question) -> float:
        if question.scene is None:
            return 1.0
        work = self.pack.works[question.work]
        names = [name for role in work.cast.values() for name in (role.character,) if name]
        titled = f"*{work.title}*" in question.stem
        named = any(name in question.stem for name in names)
        return (1.0 if titled else _UNNAMED) * (1.0 if named else _UNNAMED)

    def _ruled_out(self, viewer: Viewer, seen: float, option: Option, question: Question) -> float:
        """How likely the viewer knows of a wrong option that it belongs elsewhere; a co-star does not."""
        kind, _, rest = option.entity.partition(":")
        if kind == "person":
            cast = {role.actor for role in self.pack.works[question.work].cast.values()}
            people = rest.split("+")
            if cast & set(people):
                return 0.0
            best = self._best_known.get(people[0])
            career = self.seen(viewer, best) * viewer.memory * _CAREER if best else 0.0
            return 1 - (1 - seen * _CAST) * (1 - career)
        home = rest.partition("/")[0]
        if kind in FALLIBLE and home != question.work:
            return self.seen(viewer, home) * viewer.memory * DETAIL[question.template]
        return 0.0


def foils(question: Question) -> list[Option]:
    return [o for i, o in enumerate(question.options) if i != question.answer]


def works_of(question: Question) -> list[str]:
    """The works that a question asks about: two where one person links them."""
    if "@" not in question.fact:
        return [question.work]
    return [role.partition("@")[0] for role in question.fact.split("+")]


def right(sample: Sample, pack: Pack) -> Mapping[str, Mapping[Difficulty, float]]:
    """Each player's expected share of right answers at each level of round."""
    audience = Audience(pack)
    sums: dict[str, dict[Difficulty, list[float]]] = {}
    for sitting in sample:
        for viewer in VIEWERS:
            cell = sums.setdefault(viewer.name, {}).setdefault(sitting.level, [0.0, 0.0])
            cell[0] += sum(audience.right(viewer, question) for question in sitting.questions)
            cell[1] += len(sitting.questions)
    return {name: {level: a / n for level, (a, n) in cells.items() if n} for name, cells in sums.items()}


def least_gap(shares: Mapping[Difficulty, float]) -> float:
    """The smaller of the two falls, from easy to medium and from medium to hard."""
    return min(shares["easy"] - shares["medium"], shares["medium"] - shares["hard"])


def co_stars(question: Question, pack: Pack) -> int:
    """How many wrong options are people of the work's own cast."""
    cast = {role.actor for role in pack.works[question.work].cast.values()}
    people = [set(o.entity.removeprefix("person:").split("+")) for o in foils(question)]
    return sum(bool(each & cast) for each in people)
