"""The rounds of days: the same everywhere, as good as any round, and little moved by a new fact."""

import os
import subprocess
import sys
from datetime import date, timedelta
from hashlib import sha256
from itertools import pairwise
from pathlib import Path

import msgspec
import pytest
from dealing import OTHERWORLD, bank_of, changed

from questions.almanac import deal_of_day
from questions.bank import Bank
from questions.deck import enemies
from questions.question import Question
from questions.streams import rank
from quiz import days

TODAY = date(2026, 11, 23)
DAYS = [TODAY + timedelta(n) for n in range(-60, 61)]


def rounds(bank: Bank, which: list[date]) -> list[tuple[Question, ...]]:
    return [deal_of_day(bank, level="medium", count=10, seed=days.seed(day)) for day in which]


def digest() -> str:
    """All that is asked on sixty days past and sixty to come."""
    asked = [
        {**msgspec.to_builtins(question), "mentions": sorted(question.mentions)}
        for round_ in rounds(bank_of("kdrama"), DAYS)
        for question in round_
    ]
    return sha256(msgspec.json.encode(asked)).hexdigest()


def test_sixty_days_past_and_sixty_to_come_are_the_same_on_every_machine() -> None:
    told = set()
    for hash_seed, zone, language in (("99", "America/Adak", "C"),):
        environment = {**os.environ, "PYTHONHASHSEED": hash_seed, "TZ": zone, "LC_ALL": language}
        program = "import test_almanac; print(test_almanac.digest())"
        told.add(
            subprocess.run(
                [sys.executable, "-c", program],
                env={**environment, "PYTHONPATH": str(Path(__file__).parent)},
                capture_output=True,
                text=True,
                check=True,
            ).stdout
        )
    assert told == {digest() + "\n"}


def test_a_day_is_as_good_a_round_as_any() -> None:
    for asked in rounds(bank_of("kdrama"), DAYS[:40]):
        assert len(asked) == 10
        assert len({question.template for question in asked}) >= 4
        assert len({question.key.entity.partition(":")[0] for question in asked}) >= 3
        assert sum(question.scene is not None for question in asked) >= 6
        assert all(a.template != b.template for a, b in pairwise(asked))
        assert not any(enemies(a, b) for i, a in enumerate(asked) for b in asked[:i])
        works = [question.work for question in asked]
        assert max(map(works.count, works)) <= 2


def test_no_day_is_like_the_day_before() -> None:
    for one, next_ in pairwise(rounds(bank_of("kdrama"), DAYS[:40])):
        assert len({question.fact for question in one} & {question.fact for question in next_}) <= 3


def test_one_scene_more_changes_what_is_asked_on_at_most_one_day_in_ten() -> None:
    """Each of some scenes is taken away by itself: what it was to add it to a pack without it."""
    bank, some = bank_of("kdrama"), DAYS[::6]
    works = bank.pack.works
    scenes = [(slug, at) for slug in works for at in range(len(works[slug].scenes))]
    before = [[question.id for question in round_] for round_ in rounds(bank, some)]
    moved = []
    for slug, at in sorted(scenes, key=lambda scene: rank("taken away", scene))[:16]:
        rest = (*works[slug].scenes[:at], *works[slug].scenes[at + 1 :])
        less = Bank(changed(bank.pack, {slug: {"scenes": rest}}))
        after = [[question.id for question in round_] for round_ in rounds(less, some)]
        moved.append(sum(a != b for a, b in zip(before, after, strict=True)) / len(some))
    assert sum(moved) / len(moved) <= 0.1


@pytest.mark.parametrize("pack", ["kfilm", str(OTHERWORLD / "skerries")])
def test_a_small_pack_has_its_days_too(pack: str) -> None:
    assert all(rounds(bank_of(pack), DAYS[:10]))


@pytest.mark.parametrize(
    ("seed", "day", "number"),
    [(20260101, date(2026, 1, 1), 1), (20261123, TODAY, 327), (20280229, date(2028, 2, 29), 790)],
)
def test_a_seed_is_a_day_and_has_a_number(seed: int, day: date, number: int) -> None:
    assert days.seed(day) == seed
    assert days.day(seed) == day
    assert days.number(seed) == number


def test_days_are_spoken_of_in_english_whatever_the_machine_speaks() -> None:
    assert days.spoken(TODAY) == "Monday, 23 November 2026"


@pytest.mark.parametrize(
    ("played", "run"),
    [
        ([], 0),
        ([20261123], 1),
        ([20261122], 0),
        ([20261123, 20261122, 20261120], 2),
        ([20270101, 20261231, 20261230], 0),
    ],
)
def test_days_in_a_row_end_with_the_day_that_is_asked_about(played: list[int], run: int) -> None:
    assert days.in_a_row(played, 20261123) == run


def test_days_run_over_the_end_of_a_year() -> None:
    assert days.in_a_row([20270101, 20261231, 20261230], 20270101) == 3
