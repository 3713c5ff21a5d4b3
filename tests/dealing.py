"""What the tests of the generator share: worlds to draw from, and what was drawn from them, once a process."""

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from msgspec.structs import replace
from packmaking import pack, person, role, scene, work

from questions.bank import Bank
from questions.catalogue import ATTEMPTS
from questions.compose import compose
from questions.deck import deal
from questions.facts import Pack, Work
from questions.pools import Entry
from questions.question import DIFFICULTIES, Difficulty, Question
from questions.reading import find_pack, read_pack
from questions.templates import TEMPLATES, Template

OTHERWORLD = Path(__file__).with_name("otherworld")
SEEDS = range(40)
"""The seeds of the rounds of each level that are looked at."""


_NAMES = """\
Ada Ben Cy Dot Eve Flo Gus Hal Ida Joy Kit Lou Max Nan Otto Pip Rae Sam Tom Una
Ash Bell Cole Dunn Elm Frost Gale Hart Ivy Jay Kerr Lund Moor Nash Orr Penn Quill Reed Shaw Todd
"""
_FIRST, _LAST = (row.split() for row in _NAMES.splitlines())


def name(number: int) -> str:
    """One of 400 names, each of two short words."""
    return f"{_FIRST[number % 20]} {_LAST[(number // 20 + number) % 20]}"


def crowd(size: int, *, cast: int = 2, scenes: int = 0, **facts: Any) -> Pack:
    """So many works of `cast` women each, all of different names; `facts` are each work's own.

    The slots are hero, friend, third, fourth, fifth; the scenes are the hero's.
    """
    slots = ("hero", "friend", "third", "fourth", "fifth")[:cast]
    works: dict[str, Work] = {}
    for i in range(size):
        last, first = _LAST[i % 20], _FIRST[i // 20]
        parts = {
            slot: role(_key(cast * i + j), f"{last}{'aoeiu'[j]} {first}{_ENDS[j]}", f"the {last.lower()}{_ENDS[j]}")
            for j, slot in enumerate(slots)
        }
        known = [scene(f"{last.lower()}-{_FIRST[j].lower()}") for j in range(scenes)]
        works[f"w{i:03}"] = work(f"{last}wood {first}mere", cast=parts, scenes=known, **facts)
    return pack(works, people=[person(name(i), gender="f") for i in range(cast * size)])


_ENDS = ("ine", "ert", "olf", "ick", "und")


def _key(number: int) -> str:
    return name(number).lower().replace(" ", "-")


def spread(counts: Counter[Any], cells: int) -> float:
    """Pearson's chi-square against an even spread over so many cells, by degree of freedom."""
    even = counts.total() / cells
    missing = (cells - len(counts)) * even
    return (missing + sum((seen - even) ** 2 / even for seen in counts.values())) / (cells - 1)


def changed(made: Pack, works: Mapping[str, Mapping[str, Any]]) -> Pack:
    """The pack with other facts for some works, by slug."""
    new = {slug: replace(made.works[slug], **facts) for slug, facts in works.items()}
    return replace(made, works={**made.works, **new})


def ask(
    bank: Bank, template: str, fact: str, level: Difficulty = "easy", seed: int = 0, *, attempts: int = 16
) -> Question | None:
    """The question of a fact, or None where no draw gives one."""
    made = TEMPLATES[template]
    entry = next((entry for entry in bank.pool(made) if entry.fact == fact), None)
    draws = (compose(bank, made, entry, level, seed, i) for i in range(attempts) if entry)
    return next((question for question in draws if question), None)


@cache
def bank_of(name_or_path: str) -> Bank:
    return Bank(read_pack(find_pack(name_or_path)))


@cache
def all_of(name_or_path: str, template: str) -> tuple[Question, ...]:
    """Everything that a pack can be asked by a template, at each level."""
    bank, known = bank_of(name_or_path), TEMPLATES[template]
    found = (
        drawn(bank, known, entry, level, attempts=16)
        for step, level in enumerate(DIFFICULTIES)
        for entry in bank.shelf(known, step).asked
    )
    return tuple(question for question in found if question)


def drawn(
    bank: Bank, template: Template, entry: Entry, level: Difficulty, *, attempts: int = ATTEMPTS
) -> Question | None:
    """The first question that comes of so many draws."""
    draws = (compose(bank, template, entry, level, 0, attempt) for attempt in range(attempts))
    return next((question for question in draws if question), None)


def every(name_or_path: str) -> Iterator[Question]:
    """Everything that a pack can be asked."""
    return (question for template in sorted(TEMPLATES) for question in all_of(name_or_path, template))


@cache
def rounds_of(name_or_path: str, level: Difficulty) -> tuple[tuple[Question, ...], ...]:
    """Rounds of ten of successive seeds."""
    return tuple(deal(bank_of(name_or_path), level=level, count=10, seed=seed) for seed in SEEDS)
