"""What ties the facts of a pack together: keys that must exist, what must be unique, what cannot both be.

Each rule takes a work and the tables around it, and yields a dotted key with what is wrong there.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from questions.clauses import SLOT, slots
from questions.facts import Header, Person, Scene, Source, Work
from questions.faults import did_you_mean

Finding = tuple[str, str]
"""A dotted key, and what is wrong there."""

VOICED = ("moment", "act", "script")
"""The clauses that speak of characters, and so need words for each role that they name."""


class Tables(Struct, frozen=True):
    """The parts of a pack; None for one whose file could not be read, so that nothing is held against it."""

    header: Header | None
    people: Mapping[str, Person] | None
    sources: Mapping[str, Source] | None
    works: Mapping[str, Work]


def work_findings(work: Work, tables: Tables) -> Iterator[Finding]:
    """Everything that is wrong between the facts of one work, and between it and the pack's tables."""
    for rule in WORK_RULES:
        yield from rule(work, tables)
    for scene in work.scenes:
        for key, what in scene_findings(scene, work, tables):
            yield f"scenes.{scene.id}.{key}", what


def scene_findings(scene: Scene, work: Work, tables: Tables) -> Iterator[Finding]:
    """The same for one scene; the keys are the scene's own."""
    for rule in SCENE_RULES:
        yield from rule(scene, work, tables)


def _unknown(names: Iterable[str], known: Iterable[str] | None, what: str, where: str) -> Iterator[str]:
    if known is not None:
        for name in names:
            if name not in known:
                yield f'no {what} "{name}" in {where}{did_you_mean(name, known)}'


def _sources(work: Work, tables: Tables) -> Iterator[Finding]:
    for what in _unknown(work.sources, tables.sources, "source", "sources.toml"):
        yield "sources", what


def _actors(work: Work, tables: Tables) -> Iterator[Finding]:
    for key, role in work.cast.items():
        for what in _unknown([role.actor], tables.people, "person", "people.toml"):
            yield f"cast.{key}.actor", what


def _company(work: Work, tables: Tables) -> Iterator[Finding]:
    known = tables.header.companies if tables.header else None
    for what in _unknown([work.company] if work.company else [], known, "company", "[companies] of pack.toml"):
        yield "company", what


def _births(work: Work, tables: Tables) -> Iterator[Finding]:
    for key, role in work.cast.items():
        person = (tables.people or {}).get(role.actor)
        if person and person.born and work.year and person.born > work.year:
            yield (
                "year",
                f"{work.year}, but {role.actor} in [cast.{key}] was born in {person.born}: mend one of them",
            )


def _descriptions(work: Work, tables: Tables) -> Iterator[Finding]:
    counted = Counter(role.described for role in work.cast.values() if role.described)
    for key, role in work.cast.items():
        if role.described and counted[role.described] > 1:
            yield f"cast.{key}.described", f'"{role.described}" describes another role too: tell them apart'


def _spoken_of(work: Work, tables: Tables) -> Iterator[Finding]:
    scenes = {
        slot: scene.id
        for scene in reversed(work.scenes)
        for key in VOICED
        for slot in slots(getattr(scene, key) or "")
    }
    for slot, scene in scenes.items():
        if slot in work.cast and work.cast[slot].described is None:
            yield f"cast.{slot}.described", f"missing: the scene {scene} speaks of {{{slot}}}, so say who that is"


def _leads(work: Work, tables: Tables) -> Iterator[Finding]:
    if work.leads_complete and all(role.role != "lead" for role in work.cast.values()):
        yield "leads_complete", "true, but no role of [cast] is a lead: name them, or leave the key out"


def _scene_ids(work: Work, tables: Tables) -> Iterator[Finding]:
    for scene, times in Counter(scene.id for scene in work.scenes).items():
        if times > 1:
            yield f"scenes.{scene}.id", f"{times} scenes have this id: give each its own"


def _film(work: Work, tables: Tables) -> Iterator[Finding]:
    if work.medium == "film" and work.episodes is not None:
        yield "episodes", "a film has none: leave the key out, or make the medium a series"


def _scene_sources(scene: Scene, work: Work, tables: Tables) -> Iterator[Finding]:
    for what in _unknown(scene.sources, tables.sources, "source", "sources.toml"):
        yield "sources", what


def _people(scene: Scene, work: Work, tables: Tables) -> Iterator[Finding]:
    for key, names in (("by", scene.by), ("with", scene.with_)):
        for what in _unknown(names, work.cast, "role", "[cast]"):
            yield key, what
    for name in sorted(set(scene.by) & set(scene.with_)):
        yield "with", f'"{name}" is in `by` already: leave it out here'


def _prompter(scene: Scene, work: Work, tables: Tables) -> Iterator[Finding]:
    asked = scene.prompted_by
    if asked is None or asked in ("the director", "the writer"):
        return
    if not SLOT.fullmatch(asked):
        yield (
            "prompted_by",
            f'must be "the director", "the writer" or a slot such as "{{key}}", not "{asked}"',
        )
    elif slots(asked)[0] in scene.by:
        yield "prompted_by", "is one of `by`: leave the key out where nobody else asked"


def _slots(scene: Scene, work: Work, tables: Tables) -> Iterator[Finding]:
    for key in (*VOICED, "aside", "prompted_by", "line"):
        clause: str = getattr(scene, key) or ""
        for what in _unknown(dict.fromkeys(slots(clause)), work.cast, "role", "[cast]"):
            yield key, what
        if set("{}") & set(SLOT.sub("", clause)):
            yield key, "has a brace that belongs to no slot: a slot is a key of [cast] in braces, {key}"


def _episode(scene: Scene, work: Work, tables: Tables) -> Iterator[Finding]:
    if scene.episode is not None and work.medium == "film":
        yield "episode", "a film has none: leave the key out"
    elif scene.episode and work.episodes and scene.episode > work.episodes:
        yield "episode", f"{scene.episode}, but the work has {work.episodes} episodes: mend one of them"


WORK_RULES = (_sources, _actors, _company, _births, _descriptions, _spoken_of, _leads, _scene_ids, _film)
SCENE_RULES = (_scene_sources, _people, _prompter, _slots, _episode)
