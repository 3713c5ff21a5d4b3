"""Packs of another world, made for the purpose, go through the same tests; and the generator knows no world."""

import re
from collections import Counter
from itertools import combinations
from pathlib import Path

import pytest
from dealing import OTHERWORLD, bank_of, every
from english import faults, names_of

import questions
from questions.audit.checker import check_all
from questions.deck import deal, enemies
from questions.question import DIFFICULTIES, Difficulty
from questions.reading import check_pack
from questions.templates import TEMPLATES

SKERRIES, LONE = (str(OTHERWORLD / name) for name in ("skerries", "lone-lantern"))
PACKS = [pytest.param(path, id=Path(path).name) for path in (SKERRIES, LONE)]


def test_the_other_world_has_what_misleads() -> None:
    made = bank_of(SKERRIES).pack
    works = made.works.values()
    titles = Counter(work.title for work in works)
    parts = [Counter(role.actor for role in work.cast.values()) for work in works]
    played = [Counter(role.character for role in work.cast.values() if role.character) for work in works]
    aliases = {alias for person in made.people.values() for alias in person.aliases}
    assert max(titles.values()) > 1, "remakes with one title"
    assert max(max(part.values()) for part in parts) > 1, "an actor in two roles"
    assert max(max(part.values()) for part in played) > 1, "two actors in one role"
    assert aliases & {person.name for person in made.people.values()}, "an alias that is another’s name"
    assert max(len(scene.by) for work in works for scene in work.scenes) == 5, "five improvisers"
    assert any(work.year is None for work in works), "no year"
    assert len(bank_of(LONE).pack.works) == 1, "one work only"


@pytest.mark.parametrize("path", PACKS)
def test_the_other_world_has_no_faults(path: str) -> None:
    assert check_pack(Path(path)) == ()


@pytest.mark.parametrize("path", PACKS)
def test_no_question_of_the_other_world_can_be_refuted(path: str) -> None:
    asked = list(every(path))
    assert asked
    assert [(question.id, defects) for question, defects in check_all(bank_of(path).pack, asked)] == []


@pytest.mark.parametrize("path", PACKS)
def test_every_question_of_the_other_world_reads_well(path: str) -> None:
    names = names_of(bank_of(path).pack)
    assert [fault for question in every(path) for fault in faults(question, names)] == []


def test_questions_speak_the_words_of_their_world() -> None:
    stems = " ".join(question.stem for question in every(SKERRIES))
    assert "serial" in stems
    assert "player" in stems
    assert not re.search(r"\b(?:actors?|dramas?|network)\b", stems)


@pytest.mark.parametrize("level", DIFFICULTIES)
def test_rounds_of_the_other_world_can_be_played(level: Difficulty) -> None:
    rounds = [deal(bank_of(SKERRIES), level=level, count=10, seed=seed) for seed in range(8)]
    assert set(map(len, rounds)) == {10}
    for round_ in rounds:
        assert max(Counter(question.work for question in round_).values()) <= 2
        assert not any(enemies(one, other) for one, other in combinations(round_, 2))


def test_a_question_that_names_somebody_names_all_who_go_by_the_name() -> None:
    told = [question.mentions for question in every(SKERRIES)]
    garrow, sandal = "person:ned-garrow", "person:kit-sandal"
    assert [garrow in mentions for mentions in told] == [sandal in mentions for mentions in told]
    assert any(garrow in mentions for mentions in told)


def test_every_template_is_asked_of_the_other_world() -> None:
    assert {question.template for question in every(SKERRIES)} == set(TEMPLATES)


def test_a_pack_of_one_work_gives_rounds_of_two() -> None:
    for level in DIFFICULTIES:
        rounds = [deal(bank_of(LONE), level=level, count=10, seed=seed) for seed in range(2)]
        assert {len(round_) for round_ in rounds} <= {1, 2}


def test_the_generator_knows_of_no_world() -> None:
    folder = Path(questions.__file__).parent
    named = re.compile(r"k-?drama|k-?film|korea|hangul|hallyu|seoul", re.IGNORECASE)
    told = [
        f"{path.relative_to(folder)}:{number}: {line.strip()}"
        for path in sorted(folder.rglob("*.py"))
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if named.search(line)
    ]
    assert told == []
