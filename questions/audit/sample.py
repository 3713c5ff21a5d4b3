"""Rounds as the audit sees them, and what anybody may know of an option before seeing the question."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import nan

from msgspec.structs import replace

from questions.facts import Pack, Work
from questions.question import Difficulty, Option, Question
from questions.streams import Stream


@dataclass(frozen=True, slots=True)
class Sitting:
    """One round: its level, its number in the sample, its questions in order."""

    level: Difficulty
    number: int
    questions: tuple[Question, ...]


Sample = Sequence[Sitting]


@dataclass(frozen=True, slots=True)
class Known:
    """What is generally known of an option; nan and "" where it is not.

    `works` counts its appearances in the pack, `fame` is a percentile, `premiere` and `born` are years.
    """

    works: float = nan
    fame: float = nan
    premiere: float = nan
    born: float = nan
    gender: str = ""
    medium: str = ""


NOTHING = Known()


@dataclass(frozen=True)
class Almanac:
    """The public facts of a pack's people, works and companies, by entity."""

    pack: Pack

    def known(self, option: Option, template: str) -> Known:
        kind, _, rest = option.entity.partition(":")
        if kind == "work" and rest in self.pack.works:
            return _of_works([self.pack.works[rest]])
        if kind == "person":
            people = [self._person(key, template) for key in rest.split("+")]
            return people[0] if len(people) == 1 else _together(people)
        if kind in {"company", "basis"}:
            return Known(works=float(len(self._by_value[kind, rest])))
        return NOTHING

    def _person(self, key: str, template: str) -> Known:
        works = self._by_value[template if template in {"writer", "director"} else "actor", key]
        person = self.pack.people.get(key)
        if person is None or template in {"writer", "director"}:
            return _of_works(works, works=len(works))
        born = nan if person.born is None else float(person.born)
        return _of_works(works, works=len(works), born=born, gender=person.gender or "")

    @cached_property
    def _by_value(self) -> Mapping[tuple[str, str], list[Work]]:
        found: dict[tuple[str, str], list[Work]] = defaultdict(list)
        for work in self.pack.works.values():
            for actor in {role.actor for role in work.cast.values()}:
                found["actor", actor].append(work)
            found["company", work.company or ""].append(work)
            found["basis", work.based_on or ""].append(work)
            for field, names in (("writer", work.writers), ("director", work.directors)):
                for name in names:
                    found[field, _slug(name)].append(work)
        return found


def _slug(name: str) -> str:
    return "-".join("".join(c if c.isalnum() else " " for c in name.casefold()).split())


def _of_works(found: Sequence[Work], works: float = nan, born: float = nan, gender: str = "") -> Known:
    years = [float(w.year) for w in found if w.year is not None]
    fames = [float(w.fame) for w in found if w.fame is not None]
    return Known(
        works=works,
        fame=max(fames, default=nan),
        premiere=min(years, default=nan),
        born=born,
        gender=gender,
        medium=found[0].medium if len({w.medium for w in found}) == 1 else "",
    )


def _together(people: Sequence[Known]) -> Known:
    """A pair: as busy as both, as famous as the better known, as old as the first."""
    return Known(
        works=sum(p.works for p in people),
        fame=max(p.fame for p in people),
        premiere=min(p.premiere for p in people),
        gender="".join(sorted(p.gender or "?" for p in people)),
    )


def null(sample: Sample) -> Sample:
    """The same rounds with the key of every question drawn anew: nothing can be told from their form."""
    return [
        Sitting(sitting.level, sitting.number, tuple(_rekeyed(sitting, i) for i in range(len(sitting.questions))))
        for sitting in sample
    ]


def _rekeyed(sitting: Sitting, position: int) -> Question:
    question = sitting.questions[position]
    answer = Stream("null", sitting.level, sitting.number, position).below(len(question.options))
    return replace(question, answer=answer)


def questions_of(sample: Sample) -> Iterable[Question]:
    return (question for sitting in sample for question in sitting.questions)
