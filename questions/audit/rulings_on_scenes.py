"""The judges of what is asked about scenes."""

import re
from collections.abc import Iterator

from questions.audit.rulings import Case, ruling, wrong_key
from questions.audit.words import fold, likeness, stems
from questions.audit.world import SLOT
from questions.facts import Scene
from questions.question import Option

FAR = 0.12
"""Acts, lines and plans that share this much of their content words could be taken for one another."""


@ruling("who-improvised who-said", kinds="person", certificates="C")
def improviser(case: Case) -> Iterator[str]:
    """`by` is complete, so that whoever is not in it did not; whoever asked for it is no fair foil."""
    part = case.part
    yield from wrong_key(case, "person:" + "+".join(sorted(part.people)))
    yield from unscripted(case)
    if case.question.template == "who-said" and not part.scene.line:
        yield "the scene has no line"
    prompter = part.work.cast.get((part.scene.prompted_by or "").strip("{}"))
    for foil in case.foils:
        people = set(case.world.people(foil.entity))
        if people >= part.people or (len(people) != len(part.people) and people & part.people):
            yield f"{foil.text} improvised it too"
        if prompter and prompter.actor in people:
            yield f"{foil.text} asked for it"
        if case.question.template == "who-said" and _said(case, people):
            yield f"{foil.text} said the same line"


_IN_SCRIPT = re.compile(r"(?<!not )(?<!nowhere )\b(?:by|in|from) the script\b")


def unscripted(case: Case) -> Iterator[str]:
    """What was in the script is asked as such only."""
    if case.part.scene.origin == "scripted" and not _IN_SCRIPT.search(case.question.stem):
        yield "the scene was in the script, and the stem does not say so"


def _said(case: Case, people: set[str]) -> bool:
    """Whether these people said the line in another scene that the stem could mean: of a work of the title."""
    line, titled = fold(case.part.scene.line or ""), case.part.work.title in case.question.stem
    return any(
        fold(other.scene.line or "") == line and people <= other.people
        for other in case.world.parts
        if other.scene is not case.part.scene and (not titled or other.slug in case.namesakes())
    )


@ruling("which-work line-in-work", kinds="work", certificates="F")
def work_of_scene(case: Case) -> Iterator[str]:
    """A scene is in one work; but a work with a scene that comes near the stem could be meant as well."""
    part = case.part
    yield from wrong_key(case, f"work:{part.slug}")
    yield from unscripted(case)
    if case.question.template == "line-in-work" and not part.scene.line:
        yield "the scene has no line"
    if fold(part.work.title) in fold(case.question.stem) and len(fold(part.work.title)) > 5:
        yield "the stem names the work"
    for foil in case.foils:
        slug = foil.entity.removeprefix("work:")
        if slug == part.slug:
            yield f"{foil.text} is the work"
        for other in case.world.work(slug).scenes:
            if _told(case.question.template, other, part.scene):
                yield f"{foil.text} has a scene like it: {other.id}"


def _told(template: str, scene: Scene, asked: Scene) -> bool:
    """Whether what the stem tells of one scene, the moment with the act or the line, could be of the other."""
    if asked.line and scene.line and fold(asked.line) == fold(scene.line):
        return True
    clauses = [(s.act if template == "which-work" else s.line) or "" for s in (scene, asked)]
    whole = [clause_stems(f"{s.moment} {c}") for s, c in zip((scene, asked), clauses, strict=True)]
    return likeness(whole[0], whole[1]) >= FAR


def clause_stems(clause: str | None) -> frozenset[str]:
    return stems(SLOT.sub(" ", clause or ""))


@ruling("what-happened which-line what-was-planned", kinds="act line script", certificates="E")
def deed(case: Case) -> Iterator[str]:
    """What another person did in another work, far from all of this person and work."""
    part, kind = case.part, case.question.key.entity.partition(":")[0]
    wanted = {"what-happened": "act", "which-line": "line", "what-was-planned": "script"}
    if kind != wanted[case.question.template]:
        yield f"the key is a {kind}"
    yield from wrong_key(case, f"{kind}:{case.question.fact}")
    if case.question.template != "what-was-planned" and part.scene.origin == "scripted":
        yield "the scene was in the script"
    yield from few_of_a_sort(case)
    for foil in case.foils:
        yield from _deed_of_another(case, kind, foil)


def _deed_of_another(case: Case, kind: str, foil: Option) -> Iterator[str]:
    part, other = case.part, case.world.part(foil.entity.partition(":")[2])
    if other.slug in case.namesakes():
        yield f"“{foil.text}” is of the same work"
    if other.people & part.people:
        yield f"“{foil.text}” is of the same person"
    own = clause_stems(getattr(other.scene, kind))
    for near in case.world.parts:
        if near.slug == part.slug or near.people & part.people:
            share = likeness(own, clause_stems(getattr(near.scene, kind)))
            if share >= FAR:
                yield f"“{foil.text}” shares {share:.0%} with {near.slug}/{near.scene.id}"
    for clause in (part.scene.moment, part.scene.act, part.scene.line, part.scene.script):
        if (share := likeness(own, clause_stems(clause))) >= FAR:
            yield f"“{foil.text}” shares {share:.0%} with the scene that is asked about"


_SORTS = {
    "kiss": {"kiss", "peck"},
    "dance": {"danc", "dancer"},
    "song": {"song", "sing", "sang", "sung", "singer"},
}


def few_of_a_sort(case: Case) -> Iterator[str]:
    for sort, signs in _SORTS.items():
        count = sum(bool(stems(option.text) & signs) for option in case.question.options)
        if count > 1:
            yield f"{count} options with a {sort}"


@ruling("which-episode", kinds="episode", certificates="F")
def episode(case: Case) -> Iterator[str]:
    """An episode is one number, unless the work has a second moment that the stem would fit."""
    part = case.part
    yield from wrong_key(case, f"episode:{part.slug}/{part.scene.episode}")
    moment = clause_stems(part.scene.moment)
    for foil in case.foils:
        slug, _, number = foil.entity.removeprefix("episode:").rpartition("/")
        if slug != part.slug or not 1 <= int(number) <= (part.work.episodes or 10_000):
            yield f"{foil.text}: no such episode"
        for other in part.work.scenes:
            near = likeness(moment, clause_stems(other.moment)) > 0.5
            if near and other.episode == int(number):
                yield f"{foil.text} has a moment like it: {other.id}"


@ruling("scripted-after-all", kinds="work act line", certificates="N")
def scripted(case: Case) -> Iterator[str]:
    """Explicit facts on both sides: the key's scene was in the script, each foil's was an ad-lib."""
    part, kind = case.part, case.question.key.entity.partition(":")[0]
    yield from wrong_key(case, f"work:{part.slug}" if kind == "work" else f"{kind}:{case.question.fact}")
    if part.scene.origin != "scripted":
        yield f"the scene's origin is {part.scene.origin}"
    if kind != "work":
        yield from few_of_a_sort(case)
    for foil in case.foils:
        place = foil.entity.partition(":")[2]
        told = case.world.work(place).scenes if kind == "work" else (case.world.part(place).scene,)
        if not any(scene.origin == "ad-lib" for scene in told):
            yield f"{foil.text}: no fact says that it was an ad-lib"
        if any(scene.origin == "scripted" for scene in told):
            yield f"{foil.text} was in the script too"
