"""What would make a wrong option right, template by template, decided from the pack's facts alone."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property

from questions.audit.world import Part, UnknownThingError, World
from questions.question import Option, Question


@dataclass(frozen=True)
class Case:
    """A question before the checker."""

    world: World
    question: Question

    @property
    def foils(self) -> Iterator[Option]:
        return (o for i, o in enumerate(self.question.options) if i != self.question.answer)

    @cached_property
    def slug(self) -> str:
        """The work of the question's fact."""
        fact = self.question.fact
        for mark in "/@#":
            if mark in fact:
                return fact.partition(mark)[0]
        raise UnknownThingError(f"a fact of no known form: {fact!r}")

    @cached_property
    def part(self) -> Part:
        return self.world.part(self.question.fact)

    @cached_property
    def places(self) -> tuple[str, ...]:
        """The roles of a casting question: one, or two joined by a plus."""
        return tuple(self.question.fact.split("+"))

    def namesakes(self) -> frozenset[str]:
        return self.world.namesakes(self.slug)


Judge = Callable[[Case], Iterator[str]]


@dataclass(frozen=True, slots=True)
class Ruling:
    """A template's law: the kinds its key may have, its certificates, and the judge of its options."""

    kinds: frozenset[str]
    certificates: frozenset[str]
    judge: Judge


RULINGS: dict[str, Ruling] = {}


def ruling(templates: str, kinds: str, certificates: str) -> Callable[[Judge], Judge]:
    """Register a judge for templates; raises ValueError for a template that has one."""

    def register(judge: Judge) -> Judge:
        for template in templates.split():
            if template in RULINGS:
                raise ValueError(f"two rulings on {template}")
            RULINGS[template] = Ruling(frozenset(kinds.split()), frozenset(certificates), judge)
        return judge

    return register


def wrong_key(case: Case, expected: str) -> Iterator[str]:
    if case.question.key.entity != expected:
        yield f"the key is {case.question.key.entity}, the facts say {expected}"
