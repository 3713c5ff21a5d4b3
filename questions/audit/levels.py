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
_UNNAMED = 0.8


def chance_of_right(viewer: Viewer, question: Question, pack: Pack) -> float:
    """The chance of a right answer: known, or guessed among the options that are not ruled out."""
    seen = _seen(viewer, question, pack)
    detail = DETAIL[question.template] * _prominence(question, pack)
    if f"*{pack.works[question.work].title}*" not in question.stem and question.scene is not None:
        detail *= _UNNAMED
    knows = seen * viewer.memory * detail
    left = sum(1 - _ruled_out(seen * viewer.memory, o.entity, question, pack) for o in _foils(question))
    return knows + (1 - knows) / (1 + left)


def _foils(question: Question) -> list[Option]:
    return [o for i, o in enumerate(question.options) if i != question.answer]


def _seen(viewer: Viewer, question: Question, pack: Pack) -> float:
    fames = [pack.works[slug].fame for slug in _works(question)]
    fame = sum(UNKNOWN_FAME if f is None else f for f in fames) / len(fames)
    return 1 / (1 + exp((viewer.reach - fame) / viewer.spread))


def _works(question: Question) -> list[str]:
    return (
        [role.partition("@")[0] for role in question.fact.split("+")] if "@" in question.fact else [question.work]
    )


def _prominence(question: Question, pack: Pack) -> float:
    """Supporting players are known by fewer."""
    people = question.key.entity.removeprefix("person:").split("+")
    cast = pack.works[question.work].cast
    roles = [role.role for key, role in cast.items() if role.actor in people or question.fact.endswith(f"@{key}")]
    return 1.0 if not roles or "lead" in roles else _SUPPORT


def _ruled_out(familiar: float, entity: str, question: Question, pack: Pack) -> float:
    """Who knows a work knows who is not in it; a co-star is as likely as the key."""
    kind, _, rest = entity.partition(":")
    if kind == "person":
        cast = {role.actor for role in pack.works[question.work].cast.values()}
        return 0.0 if cast & set(rest.split("+")) else familiar * 0.7
    if kind in {"role", "act", "line", "script"}:
        return 0.0 if rest.partition("/")[0] == question.work else familiar * 0.4
    return familiar * 0.3 if kind == "work" else 0.0


def right(sample: Sample, pack: Pack) -> Mapping[str, Mapping[Difficulty, float]]:
    """Each player's expected share of right answers at each level of round."""
    sums: dict[str, dict[Difficulty, list[float]]] = {}
    for sitting in sample:
        for viewer in VIEWERS:
            cell = sums.setdefault(viewer.name, {}).setdefault(sitting.level, [0.0, 0.0])
            cell[0] += sum(chance_of_right(viewer, question, pack) for question in sitting.questions)
            cell[1] += len(sitting.questions)
    return {name: {level: a / n for level, (a, n) in cells.items() if n} for name, cells in sums.items()}


def least_gap(shares: Mapping[Difficulty, float]) -> float:
    """The smaller of the two falls, from easy to medium and from medium to hard."""
    return min(shares["easy"] - shares["medium"], shares["medium"] - shares["hard"])


def co_stars(question: Question, pack: Pack) -> int:
    """How many wrong options are people of the work's own cast."""
    cast = {role.actor for role in pack.works[question.work].cast.values()}
    people = [set(o.entity.removeprefix("person:").split("+")) for o in _foils(question)]
    return sum(bool(each & cast) for each in people)
