"""How hard a question is before anyone has answered it, and the levels.

The prior is read from the facts alone. What most people have met is easy: the works are ordered by popularity
and cut where a third and two thirds of all popularity lie, and a level asks about the works down to its cut.
Within its level a question is harder the rarer its work, its answer and the bond between the two.
"""

from collections.abc import Mapping

from questions.facts import Billing, Pack, Work
from questions.question import DIFFICULTIES, Difficulty

UNKNOWN_FAME = 40
"""The fame of a work whose fame nobody has measured: a little below the middle."""

ENOUGH = 60
"""How many scenes a level needs for varied rounds."""

_PER_SCENE = 3
_MOST_SCENES = 5
_BOND: Mapping[Billing, float] = {"lead": 0.0, "support": 0.7, "guest": 1.0}


def popularity(work: Work) -> int:
    """Fame, and a little for each scene of it that the pack tells (0-115)."""
    fame = UNKNOWN_FAME if work.fame is None else work.fame
    return fame + _PER_SCENE * min(len(work.scenes), _MOST_SCENES)


def tiers(pack: Pack) -> dict[str, int]:
    """For each work the first level that asks about it, as an index into DIFFICULTIES.

    Works of one popularity share a tier, so that the order of a file decides nothing. A level whose third holds
    fewer than ENOUGH scenes reaches further down: in a small pack that is most of it.
    """
    famous = sorted(pack.works, key=lambda slug: (-popularity(pack.works[slug]), slug))
    total = sum(popularity(work) for work in pack.works.values()) or 1
    found: dict[str, int] = {}
    above = here = scenes = told = 0
    last = None
    for slug in famous:
        own = popularity(pack.works[slug])
        if own != last:
            last, here, told = own, above, scenes
        found[slug] = min(here * len(DIFFICULTIES) // total, told // ENOUGH, len(DIFFICULTIES) - 1)
        above += own
        scenes += len(pack.works[slug].scenes)
    return found


def score(step: int, popular: int, answer_works: int, bond: Billing, toil: float) -> float:
    """The prior, from 0 (everybody knows) to 1.

    `step` is how fine the wrong options are drawn (0-2), `popular` the work's popularity, `answer_works` in
    how many works the answer is met, `toil` what the template asks of memory (0-1). Falls as either of the
    middle two rises, and rises with the rest: each weight has one sign.
    """
    rarity = 1 - min(popular, 115) / 115
    stranger = 1 / max(answer_works, 1)
    within = 0.5 * rarity + 0.15 * stranger + 0.1 * _BOND[bond] + 0.25 * toil
    return round((step + within) / len(DIFFICULTIES), 4)


def step(difficulty: Difficulty) -> int:
    return DIFFICULTIES.index(difficulty)
