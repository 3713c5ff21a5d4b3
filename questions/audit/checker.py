"""The soundness checker: given a pack and a question, it tries to refute the question.

It shares no code with the making of questions: it knows what an entity's name means and what the facts are,
and decides from them alone whether a wrong option could be right.
"""

from collections.abc import Iterable, Iterator
from itertools import combinations

from questions.audit import rulings_on_facts, rulings_on_scenes  # noqa: F401 - they register
from questions.audit.rulings import RULINGS, Case
from questions.audit.world import UnknownThingError, World
from questions.facts import Pack
from questions.question import Question


def check(pack: Pack | World, question: Question) -> list[str]:
    """Every defect of the question, in plain words; an empty list if it stands."""
    world = pack if isinstance(pack, World) else World(pack)
    try:
        return list(_defects(Case(world, question)))
    except UnknownThingError as gone:
        return [str(gone)]


def check_all(pack: Pack, questions: Iterable[Question]) -> Iterator[tuple[Question, list[str]]]:
    """The questions that have defects, each with them."""
    world = World(pack)
    for question in questions:
        if defects := check(world, question):
            yield question, defects


def _defects(case: Case) -> Iterator[str]:
    question = case.question
    if question.template not in RULINGS:
        yield f"nothing is known of the template {question.template!r}"
        return
    if not 0 <= question.answer < len(question.options):
        yield f"there is no option {question.answer}"
        return
    yield from _options(case)
    yield from _certificates(case)
    yield from _frame(case)
    yield from RULINGS[question.template].judge(case)


def _options(case: Case) -> Iterator[str]:
    options = case.question.options
    if len(options) not in {3, 4}:
        yield f"{len(options)} options"
    for option in options:
        if not case.world.shows(option.text, option.entity):
            yield f"“{option.text}” does not name {option.entity}"
    for a, b in combinations(options, 2):
        if a.text.casefold() == b.text.casefold() or case.world.same(a.entity, b.entity):
            yield f"“{a.text}” and “{b.text}” name the same thing"


def _certificates(case: Case) -> Iterator[str]:
    question, law = case.question, RULINGS[case.question.template]
    if question.key.certificate is not None:
        yield "the key has a certificate that it is wrong"
    for foil in case.foils:
        if foil.certificate not in law.certificates:
            yield f"“{foil.text}” is certified {foil.certificate}, which cannot hold here"
    kinds = {option.entity.partition(":")[0] for option in question.options}
    if len(kinds) != 1 or not kinds <= law.kinds:
        yield f"options of the kinds {', '.join(sorted(kinds))}"


def _frame(case: Case) -> Iterator[str]:
    question, pack = case.question, case.world.pack
    if (question.pack, question.version) != (pack.name, pack.version):
        yield f"made from {question.pack} {question.version}"
    if question.work not in pack.works or (question.work != case.slug and "+" not in question.fact):
        yield f"the work is {question.work}, the fact {question.fact}"
    if question.scene is not None and question.fact.partition("/")[2] not in {
        "",
        question.scene.rpartition("/")[2],
    }:
        yield f"the scene is {question.scene}, the fact {question.fact}"
    known = {(s.publisher, s.title, s.url) for s in pack.sources.values()}
    if not question.sources:
        yield "no source"
    for source in question.sources:
        if (source.publisher, source.title, source.url) not in known:
            yield f"the source {source.publisher} is not in the pack"
    if not question.stem.strip() or not question.explanation.strip():
        yield "no stem or no explanation"
