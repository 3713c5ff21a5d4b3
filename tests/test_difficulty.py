"""The prior: what each fact does to a question's difficulty, by law."""

import pytest
from dealing import ask, changed, crowd
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from packmaking import pack, scene, work

from questions.bank import Bank
from questions.difficulty import ENOUGH, UNKNOWN_FAME, popularity, score, step, tiers
from questions.facts import Billing, Pack
from questions.question import DIFFICULTIES, Difficulty
from questions.templates import TEMPLATES

FAMES = st.lists(st.integers(0, 100) | st.none(), min_size=1, max_size=12)
BONDS: list[Billing] = ["lead", "support", "guest"]
POPULAR, MET, TOIL = st.integers(0, 115), st.integers(0, 40), st.floats(0, 1)


def shelf(fames: list[int | None]) -> Pack:
    """One work for each fame, the third of them with three scenes."""
    known = [scene(f"scene-{i}") for i in range(3)]
    return pack(
        {f"w{i:02}": work(f"Play {i}", fame=fame, scenes=known[: 3 * (i == 2)]) for i, fame in enumerate(fames)}
    )


def risen(made: Pack, slug: str, by: int) -> Pack:
    raised = replace(made.works[slug], fame=min(100, (made.works[slug].fame or UNKNOWN_FAME) + by))
    return replace(made, works={**made.works, slug: raised})


@given(FAMES, st.integers(0, 100), st.data())
def test_a_more_famous_work_is_never_asked_about_later(
    fames: list[int | None], by: int, data: st.DataObject
) -> None:
    made = shelf(fames)
    slug = data.draw(st.sampled_from(sorted(made.works)))
    after = risen(made, slug, by)
    assert popularity(after.works[slug]) >= popularity(made.works[slug])
    assert tiers(after)[slug] <= tiers(made)[slug]


@given(FAMES)
def test_works_of_one_popularity_share_a_tier_and_the_more_popular_come_first(fames: list[int | None]) -> None:
    made = shelf(fames)
    found = sorted((-popularity(work), tiers(made)[slug]) for slug, work in made.works.items())
    assert [tier for _, tier in found] == sorted(tier for _, tier in found)
    assert len(dict(found)) == len(set(found))


@given(FAMES)
def test_the_tiers_cut_the_area_under_the_popularity_curve_in_thirds_where_scenes_are_enough(
    fames: list[int | None],
) -> None:
    crowded = {slug: replace(w, scenes=w.scenes * ENOUGH) for slug, w in shelf(fames).works.items()}
    made = replace(shelf(fames), works=crowded)
    found, area = tiers(made), sum(map(popularity, made.works.values()))
    for slug, tier in found.items():
        above = [w for w in made.works.values() if popularity(w) > popularity(made.works[slug])]
        seen = sum(map(popularity, above))
        assert seen >= area * tier / 3
        few = sum(len(w.scenes) for w in above) < ENOUGH * (tier + 1)
        assert few or seen < area * (tier + 1) / 3 or popularity(made.works[slug]) == 0


def test_a_level_reaches_down_until_it_has_scenes_enough() -> None:
    made = pack({f"w{i}": work(f"Play {i}", fame=90 - 10 * i, scenes=[scene()]) for i in range(8)})
    assert set(tiers(made).values()) == {0}


def test_a_pack_of_works_that_nobody_knows_is_easy() -> None:
    assert set(tiers(pack({f"w{i}": work(f"Play {i}", fame=0) for i in range(4)})).values()) == {0}


def test_unknown_fame_is_a_little_below_the_middle_and_scenes_add_to_it() -> None:
    assert popularity(work()) == UNKNOWN_FAME < 50
    assert popularity(work(fame=90, scenes=[scene()])) > popularity(work(fame=90))
    many = [scene(f"scene-{i}") for i in range(30)]
    assert popularity(work(fame=100, scenes=many)) == 115


@given(POPULAR, POPULAR, MET, MET, TOIL, st.sampled_from(BONDS), st.integers(0, 2))
def test_what_is_met_more_often_is_never_harder(
    a: int, b: int, m: int, n: int, toil: float, bond: Billing, at: int
) -> None:
    assert score(at, max(a, b), m, bond, toil) <= score(at, min(a, b), m, bond, toil)
    assert score(at, a, max(m, n), bond, toil) <= score(at, a, min(m, n), bond, toil)


@given(POPULAR, MET, TOIL, TOIL, st.integers(0, 2))
def test_what_is_remembered_worse_is_never_easier(popular: int, met: int, a: float, b: float, at: int) -> None:
    assert score(at, popular, met, "lead", min(a, b)) <= score(at, popular, met, "lead", max(a, b))
    by_bond = [score(at, popular, met, bond, a) for bond in BONDS]
    assert by_bond == sorted(by_bond)


@given(POPULAR, MET, TOIL, POPULAR, MET, TOIL, st.sampled_from(BONDS), st.sampled_from(BONDS), st.integers(0, 1))
def test_a_finer_step_is_never_easier(
    a: int, m: int, s: float, b: int, n: int, t: float, one: Billing, two: Billing, at: int
) -> None:
    assert 0 <= score(at, a, m, one, s) <= score(at + 1, b, n, two, t) <= 1


def test_the_steps_are_the_levels_in_order() -> None:
    assert [step(level) for level in DIFFICULTIES] == [0, 1, 2]


@pytest.mark.parametrize("template", ["who-played", "which-role", "which-came-first"])
@settings(max_examples=20, deadline=None)
@given(fames=st.lists(st.integers(0, 100), min_size=8, max_size=8), by=st.integers(1, 60))
def test_raising_fame_never_makes_a_question_harder(template: str, fames: list[int], by: int) -> None:
    made = changed(crowd(8), {f"w00{i}": {"fame": fame, "year": 1990 + 7 * i} for i, fame in enumerate(fames)})
    before, after = found(made, template), found(risen(made, "w003", by), template)
    for level, (tier, hardness) in before.items():
        assert after[level][0] <= tier
        assert after[level][1] <= hardness or after[level][1] == 2


def found(made: Pack, template: str) -> dict[Difficulty, tuple[int, float]]:
    """The tier and the score at each level of the question on the fourth work; 2 where it cannot be asked."""
    fact = "w003#year" if template == "which-came-first" else "w003@hero"
    bank = Bank(made)
    tier = next(entry.tier for entry in bank.pool(TEMPLATES[template]) if entry.fact == fact)
    asked = {level: ask(bank, template, fact, level) for level in DIFFICULTIES[tier:]}
    return {level: (tier, question.difficulty_score if question else 2) for level, question in asked.items()}
