"""Well formed facts that would make questions read badly, or tell their answer: found, and left out."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from msgspec.structs import replace

from questions.clause_rules import RULES, WORD, Context
from questions.clauses import SLOT
from questions.facts import Person, Role, Scene, Work
from questions.references import Finding
from questions.words import FUNCTION_WORDS, content, tokens

NEEDED = {"moment", "act"}
"""Clauses that a scene cannot do without."""


def clause_findings(work: Work, people: Mapping[str, Person], language: str) -> Iterator[Finding]:
    """What breaks the grammar of clauses in one work, by dotted key."""
    titles = tuple(" ".join(tokens(title)) for title in (work.title, work.native_title or "", *work.aliases))
    context = Context(_names(work, people), titles, language)
    for key, role in work.cast.items():
        if role.described:
            yield from _broken(f"cast.{key}", "described", role, context)
    for scene in work.scenes:
        for field in RULES:
            if field != "described":
                yield from _broken(f"scenes.{scene.id}", field, scene, replace(context, moment=scene.moment))


def act_findings(works: Mapping[str, Work], language: str) -> Iterator[tuple[str, Finding]]:
    """Acts that are not told apart from another scene's by a word of their own, with the slug of the work."""
    words = {
        (slug, scene.id): content(SLOT.sub("", scene.act), language)
        for slug, work in works.items()
        for scene in work.scenes
    }
    having = defaultdict(set)
    for place, stems in words.items():
        for stem in stems:
            having[stem].add(place)
    for place, stems in words.items():
        alike = set.intersection(*sorted((having[stem] for stem in stems), key=len)) if stems else {place}
        twin = min(alike - {place}, default=None)
        if twin or not stems:
            where = "the act of {}/{}".format(*twin) if twin else "any act"
            what = f"every word of it is in {where} too: make it more specific"
            yield place[0], (f"scenes.{place[1]}.act", what)


def cost(key: str) -> str:
    """What a finding at this dotted key takes out of the pack, in words."""
    return "the scene is left out" if key.rpartition(".")[2] in NEEDED else "it is left out"


def without(work: Work, keys: Iterable[str]) -> Work:
    """The work without the facts at these dotted keys of `clause_findings` and `act_findings`."""
    lost: dict[str, set[str]] = defaultdict(set)
    for key in keys:
        place, _, field = key.rpartition(".")
        lost[place].add(field)
    cast = {
        key: replace(role, described=None) if f"cast.{key}" in lost else role for key, role in work.cast.items()
    }
    scenes = tuple(
        replace(scene, **dict.fromkeys(lost[f"scenes.{scene.id}"]))
        for scene in work.scenes
        if not lost[f"scenes.{scene.id}"] & NEEDED
    )
    return replace(work, cast=cast, scenes=scenes)


def _broken(place: str, field: str, record: Role | Scene, context: Context) -> Iterator[Finding]:
    clause = getattr(record, field)
    for rule in RULES[field] if clause else ():
        if wrong := rule(clause, context):
            yield f"{place}.{field}", wrong


def _names(work: Work, people: Mapping[str, Person]) -> frozenset[str]:
    """The words of every name that the cast has; initials and small words are nobody's."""
    names: list[str] = []
    for role in work.cast.values():
        names.append(role.character or "")
        if person := people.get(role.actor):
            names += [person.name, person.native or "", *person.aliases]
    words = {word for name in names for word in WORD.findall(name)}
    return frozenset(
        word
        for word in words
        if len(word) > 1 and word[0].isalpha() and not word[0].islower() and word.lower() not in FUNCTION_WORDS
    )
