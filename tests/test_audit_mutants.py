"""A fact that makes a question unsound is noticed: by the checker in old questions, by the generator in new."""

from collections.abc import Callable
from functools import cache

import pytest
from msgspec.structs import replace

from questions.audit.checker import check_all
from questions.audit.drawing import everything
from questions.bank import Bank
from questions.facts import Pack, Work
from questions.question import Question
from questions.reading import find_pack, read_pack


@cache
def films() -> Pack:
    return read_pack(find_pack("kfilm"))


@cache
def asked() -> tuple[Question, ...]:
    return tuple(everything(Bank(films())))


def with_work(slug: str, change: Callable[[Work], Work]) -> Pack:
    return replace(films(), works={**films().works, slug: change(films().works[slug])})


def refuted(mutant: Pack) -> set[str]:
    return {question.id for question, _ in check_all(mutant, asked())}


def two_shown_together() -> tuple[str, str]:
    """Two people who stand beside each other in some question."""
    for question in asked():
        people = [option.entity for option in question.options if option.entity.startswith("person:")]
        if len(people) > 1 and all(each.removeprefix("person:") in films().people for each in people):
            return people[0], people[1]
    raise LookupError("no two people beside each other")


def test_an_alias_refutes_exactly_the_questions_that_show_both() -> None:
    one, other = two_shown_together()
    person = films().people[one.removeprefix("person:")]
    named = replace(person, aliases=(films().people[other.removeprefix("person:")].name,))
    mutant = replace(films(), people={**films().people, one.removeprefix("person:"): named})
    both = {q.id for q in asked() if {one, other} <= {option.entity for option in q.options}}
    assert both
    assert refuted(mutant) == both
    assert list(check_all(mutant, everything(Bank(mutant)))) == []


@pytest.mark.parametrize("field", ["writers", "directors"])
def test_credits_that_are_taken_away_take_their_question_along(field: str) -> None:
    slug = next(q.work for q in asked() if q.template == field.removesuffix("s"))
    mutant = with_work(slug, lambda work: replace(work, **{field: ()}))
    about = {q.id for q in asked() if q.fact == f"{slug}#{field}"}
    gone = refuted(mutant)
    assert about
    assert about <= gone
    assert all("#" in name for name in gone)
    left = [*everything(Bank(mutant))]
    assert not {q.id for q in left} & about
    assert list(check_all(mutant, left)) == []


def test_a_scene_found_in_the_script_is_no_ad_lib_any_more() -> None:
    slug, name = next(q.fact.split("/") for q in asked() if q.template == "what-happened")

    def script(work: Work) -> Work:
        return replace(
            work, scenes=tuple(replace(s, origin="scripted") if s.id == name else s for s in work.scenes)
        )

    mutant = with_work(slug, script)
    told_as_ad_lib = {
        q.id
        for q in asked()
        if q.fact == f"{slug}/{name}" and q.template not in {"what-was-planned", "which-episode"}
    }
    assert told_as_ad_lib <= refuted(mutant)
    left = [*everything(Bank(mutant))]
    assert list(check_all(mutant, left)) == []
    assert not {q.template for q in left if q.fact == f"{slug}/{name}"} & {"what-happened", "which-line"}


def test_another_company_refutes_the_question_that_names_it() -> None:
    question = next(q for q in asked() if q.template == "company")
    other = next(o.text for o in question.options if o.certificate)
    mutant = with_work(question.work, lambda work: replace(work, company=other))
    assert {q.id for q in asked() if q.fact == question.fact} <= refuted(mutant)
    assert list(check_all(mutant, everything(Bank(mutant)))) == []
