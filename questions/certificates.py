"""Why a wrong option is wrong: for each relation the rule that certifies it, and its code.

Facts are open-world: that a pack does not say a thing proves nothing. A rule therefore looks at the subject of
the stem and at the subject that the option comes from, and says yes only where the facts exclude the option.
"""

from collections.abc import Callable
from typing import Any

from msgspec import Struct

from questions.answers import Answer, alike, credit, names_of, people
from questions.clauses import slots
from questions.facts import Role
from questions.index import Index
from questions.question import Certificate
from questions.subjects import OfPair, OfRole, OfScene, OfWork, scenes_of
from questions.words import fold, jaccard, season_less

DISTANCE = 0.12
"""The share of content words from which two scenes, acts or lines may be taken for each other."""

GAPS = (3, 2, 1)
"""How many years at least lie between the first of several works and the others, by step of difficulty."""

_NEVER = 9999
"""The year of a work that has none, where nothing may be later."""


class Option(Struct, frozen=True, gc=False):
    """An answer that could stand beside the key: `subject` is what it is the true answer of."""

    answer: Answer
    subject: OfWork


Ruling = Callable[[Option], bool]
Rule = Callable[[Index, Any, int], Ruling]
"""From the stem's subject and the step of difficulty to the judge of its wrong options."""


class Certifier(Struct, frozen=True):
    """A rule and its code; of `mutual` options each must be surely wrong where another is right."""

    code: Certificate
    judge: Rule
    mutual: bool = False


def _elsewhere(clause: str) -> Rule:
    """Documented of another scene, by other people in another work, and far from all that might be the key's."""

    def judge(index: Index, s: OfScene, _: int) -> Ruling:
        near, own, same = index.near(s), set(s.improvisers), index.namesakes(s.slug)

        def wrong(foil: Option) -> bool:
            other = foil.subject
            if not isinstance(other, OfScene) or other.slug in same or own & set(other.improvisers):
                return False
            words: frozenset[str] = getattr(index.words(other), clause)
            return all(jaccard(words, known) < DISTANCE for known in near)

        return wrong

    return judge


def _scripted(index: Index, s: OfScene, step: int) -> Ruling:
    far = _elsewhere("act")(index, s, step)
    return lambda foil: _is_adlib(foil.subject) and far(foil)


def _is_adlib(s: OfWork) -> bool:
    return isinstance(s, OfScene) and s.scene.origin == "ad-lib"


def _by(_: Index, s: OfScene, __: int) -> Ruling:
    """`by` is complete; who asked for the moment is no fair option either."""
    asked = {s.work.cast[slot].actor for slot in slots(s.scene.prompted_by or "")}
    return lambda foil: not people(foil.answer.entity) & ({*s.improvisers} | asked)


def _speaker(index: Index, s: OfScene, step: int) -> Ruling:
    """As above; and who said the same line elsewhere did say it."""
    others, not_by = set(index.speakers(s.scene.line or "")), _by(index, s, step)
    return lambda foil: not_by(foil) and not people(foil.answer.entity) & others


def _work_of_scene(index: Index, s: OfScene, __: int) -> Ruling:
    """A scene is in one work, and no scene of the option's work comes near the one that the stem tells."""
    own = index.told(s)

    def far(other: OfScene) -> bool:
        same_line = s.scene.line and other.scene.line and fold(s.scene.line) == fold(other.scene.line)
        return not same_line and all(jaccard(a, b) < DISTANCE for a, b in zip(own, index.told(other), strict=True))

    def wrong(foil: Option) -> bool:
        return foil.subject.slug != s.slug and all(far(scene) for scene in scenes_of(foil.subject))

    return wrong


def _actors_of(index: Index, s: OfRole) -> set[str]:
    """Everyone who plays the role, or one that goes by the same name in the work or a remake of it."""
    names = _called(s.role)
    return {role.actor for role in index.casts(s.slug) if names & _called(role)}


def _actor(index: Index, s: OfRole, __: int) -> Ruling:
    actors = _actors_of(index, s)
    return lambda foil: not people(foil.answer.entity) & actors


def _actor_of_both(index: Index, s: OfPair, __: int) -> Ruling:
    actors = _actors_of(index, s) | _actors_of(index, s.other)
    return lambda foil: not people(foil.answer.entity) & actors


def _character(index: Index, s: OfRole, __: int) -> Ruling:
    """The option goes by the name of none of the roles that the same person has in the work, or a remake of it.

    If it is of a remake, it is no role that the person has in a remake of that one.
    """
    own = {name for role in index.casts(s.slug) if role.actor == s.role.actor for name in _called(role)}
    same = index.namesakes(s.slug)

    def wrong(foil: Option) -> bool:
        other = foil.subject
        if not isinstance(other, OfRole) or not own.isdisjoint(_called(other.role)):
            return False
        return other.slug not in same or s.role.actor not in _actors_of(index, other)

    return wrong


def _called(role: Role) -> set[str]:
    return {fold(name) for name in (role.character, role.described) if name}


def _work_of_both(_: Index, s: OfPair, __: int) -> Ruling:
    """The option's work has neither of the two in a role that goes by either name, and is no other season."""
    actors = {s.role.actor, s.other.role.actor}
    names = _called(s.role) | _called(s.other.role)

    def wrong(foil: Option) -> bool:
        cast, title = foil.subject.work.cast.values(), foil.subject.work.title
        shared = any(r.actor in actors and names & _called(r) for r in cast)
        return not shared and season_less(title) != season_less(s.work.title)

    return wrong


def _credits(index: Index, s: OfWork, _: int) -> Ruling:
    works = (index.pack.works[slug] for slug in index.namesakes(s.slug))
    credited = {Answer(credit(index, name), name) for work in works for name in getattr(work, s.field)}
    names = frozenset[str]().union(*(names_of(index.pack, answer) for answer in credited))
    return lambda foil: names.isdisjoint(names_of(index.pack, foil.answer))


def _later(index: Index, s: OfWork, step: int) -> Ruling:
    """Whichever works the two titles may mean, the option's was first shown years after the key's."""
    own = [index.pack.works[slug].year for slug in index.namesakes(s.slug)]
    first = max(year or _NEVER for year in own) + GAPS[step]

    def wrong(foil: Option) -> bool:
        works = (index.pack.works[slug] for slug in index.namesakes(foil.subject.slug))
        return all((work.year or 0) >= first for work in works)

    return wrong


def _value(index: Index, s: OfWork, __: int) -> Ruling:
    """The work has one value, and the option is neither that nor the value of a remake, by whatever name."""
    works = (index.pack.works[slug] for slug in index.namesakes(s.slug))
    values = {str(getattr(work, s.field)) for work in works}
    taken = frozenset(map(fold, values)).union(*(alike(index.pack, f"basis:{value}") for value in values))

    def wrong(foil: Option) -> bool:
        names = alike(index.pack, foil.answer.entity) | {fold(foil.answer.text.removeprefix("a "))}
        return not names & taken

    return wrong


def _episode(index: Index, s: OfScene, __: int) -> Ruling:
    """An episode is one number, and no moment like it is in another."""
    moment = index.words(s).moment
    taken = {str(o.scene.episode) for o in scenes_of(s) if jaccard(index.words(o).moment, moment) >= DISTANCE}
    return lambda foil: foil.answer.text not in taken


ONE_VALUE = Certifier("F", _value)
ONE_EPISODE = Certifier("F", _episode)
ONE_WORK = Certifier("F", _work_of_scene)
ONE_ACTOR = Certifier("F", _actor)
ONE_ACTOR_OF_BOTH = Certifier("F", _actor_of_both)
ONE_CHARACTER = Certifier("F", _character)
ONE_WORK_OF_BOTH = Certifier("F", _work_of_both)
COMPLETE_BY = Certifier("C", _by)
COMPLETE_SPEAKERS = Certifier("C", _speaker)
COMPLETE_CREDITS = Certifier("C", _credits)
LATER = Certifier("T", _later)
OTHER_ACT = Certifier("E", _elsewhere("act"), mutual=True)
OTHER_LINE = Certifier("E", _elsewhere("line"), mutual=True)
OTHER_PLAN = Certifier("E", _elsewhere("script"), mutual=True)
NOT_SCRIPTED = Certifier("N", _scripted)
