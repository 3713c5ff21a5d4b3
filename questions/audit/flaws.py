"""Known flaws, put into good rounds on purpose: the audit must notice each.

An injector returns the sample with its flaw in about a tenth of the questions, or in all where it is a flaw
of the whole sample. It draws by its own stream, so that the same sample is spoilt in the same way each time.
"""

from collections import defaultdict
from collections.abc import Callable, Mapping
from itertools import groupby

from msgspec.structs import replace

from questions.audit.sample import Almanac, Sample, Sitting, questions_of
from questions.audit.shape import people_of
from questions.audit.words import trigrams
from questions.facts import Pack
from questions.question import Option, Question
from questions.streams import Stream

SHARE = 10
"""One question in so many is spoilt."""

Spoil = Callable[["Spoiler", Question, Stream], Question | None]
"""Returns the question with the flaw, or None where this one cannot have it."""

FLAWS: dict[str, Callable[[Sample, Pack], Sample]] = {}


class Spoiler:
    """What an injector may draw foils from: every option of the sample, by kind of entity."""

    def __init__(self, sample: Sample, pack: Pack) -> None:
        self.pack = pack
        self.almanac = Almanac(pack)
        pools: dict[tuple[str, int], dict[str, Option]] = defaultdict(dict)
        for question in questions_of(sample):
            for option in question.options:
                pools[_sort(option)][option.entity] = option
        self._pools = {sort: tuple(options.values()) for sort, options in pools.items()}

    def like(self, option: Option) -> tuple[Option, ...]:
        """The other options of the same kind that the sample shows."""
        return tuple(o for o in self._pools[_sort(option)] if o.entity != option.entity)


def _sort(option: Option) -> tuple[str, int]:
    return option.entity.partition(":")[0], people_of(option.entity)


def flaw(name: str, one_in: int = SHARE) -> Callable[[Spoil], Spoil]:
    """Register a flaw of single questions; raises ValueError for a name that is taken."""

    def register(spoil: Spoil) -> Spoil:
        def inject(sample: Sample, pack: Pack) -> Sample:
            return _spread(sample, Spoiler(sample, pack), name, spoil, one_in)

        _add(name, inject)
        return spoil

    return register


def _add(name: str, inject: Callable[[Sample, Pack], Sample]) -> None:
    if name in FLAWS:
        raise ValueError(f"two flaws called {name}")
    FLAWS[name] = inject


def _spread(sample: Sample, spoiler: Spoiler, name: str, spoil: Spoil, one_in: int) -> Sample:
    """Spoil questions in random order until one in so many has the flaw, as far as there are fit ones."""
    places = [(i, j) for i, sitting in enumerate(sample) for j in range(len(sitting.questions))]
    wanted = len(places) // one_in
    rows = [list(sitting.questions) for sitting in sample]
    for i, j in Stream("flaw", name).shuffled(places):
        spoilt = spoil(spoiler, rows[i][j], Stream("flaw", name, i, j)) if wanted else None
        if spoilt is not None:
            rows[i][j] = spoilt
            wanted -= 1
    return [Sitting(s.level, s.number, tuple(row)) for s, row in zip(sample, rows, strict=True)]


def _with_foils(question: Question, foils: list[Option]) -> Question | None:
    """The question with other wrong options, the key in its place; None if there are too few."""
    wanted = len(question.options) - 1
    if len(foils) < wanted:
        return None
    code = next(o.certificate for o in question.options if o.certificate)
    options = [replace(option, certificate=code) for option in foils[:wanted]]
    options.insert(question.answer, question.key)
    return replace(question, options=tuple(options))


@flaw("longest key")
def longest_key(_: Spoiler, question: Question, __: Stream) -> Question | None:
    longest = max(len(option.text) for option in question.options)
    key = replace(question.key, text=question.key.text.ljust(longest + 1, "a"))
    options = list(question.options)
    options[question.answer] = key
    return replace(question, options=tuple(options))


@flaw("odd gender")
def odd_gender(spoiler: Spoiler, question: Question, draw: Stream) -> Question | None:
    """Every wrong option is of the gender that the key is not."""
    own = spoiler.almanac.known(question.key, question.template).gender
    known = {o.entity: spoiler.almanac.known(o, "").gender for o in spoiler.like(question.key)}
    others = [o for o in spoiler.like(question.key) if known[o.entity] not in {"", own}]
    return _with_foils(question, draw.shuffled(others)) if own in {"m", "f"} else None


@flaw("clang")
def clang(_: Spoiler, question: Question, __: Stream) -> Question | None:
    """A word of the key stands in the stem."""
    word = max(question.key.text.split(), key=len)
    return replace(question, stem=f"{question.stem} ({word})")


@flaw("centre")
def centre(spoiler: Spoiler, question: Question, __: Stream) -> Question | None:
    """The wrong options are those nearest to the key."""
    if not question.key.text.isascii() or question.key.text.isdigit():
        return None
    own = trigrams(question.key.text)

    def far(option: Option) -> float:
        grams = trigrams(option.text)
        return -len(own & grams) / len(own | grams)

    return _with_foils(question, sorted(spoiler.like(question.key), key=far))


@flaw("offset numbers")
def offset_numbers(_: Spoiler, question: Question, draw: Stream) -> Question | None:
    """Key plus or minus a bit: the key is in the middle."""
    stem = question.key.entity.removesuffix(question.key.text)
    if not question.key.text.isdigit():
        return None
    steps = [-1, 1, draw.choice((-2, 2))]
    numbers = [str(int(question.key.text) + step) for step in steps]
    return _with_foils(question, [Option(n, f"{stem}{n}", "F") for n in numbers])


@flaw("a second right option")
def second_right(spoiler: Spoiler, question: Question, __: Stream) -> Question | None:
    """One wrong option is right as well: another credit, another deed, another spelling."""
    foils = [option for option in question.options if option is not question.key]
    return _with_foils(question, [_also_right(spoiler, question), *foils[1:]])


def _also_right(spoiler: Spoiler, question: Question) -> Option:
    kind, _, place = question.key.entity.partition(":")
    work = spoiler.pack.works[question.work]
    if question.template in {"writer", "director"}:
        for name in getattr(work, f"{question.template}s"):
            if name != question.key.text:
                return Option(name, f"person:{'-'.join(name.lower().split())}", "C")
    if kind in {"act", "line", "script"}:
        for scene in work.scenes:
            text = getattr(scene, kind)
            if text and f"{question.work}/{scene.id}" != place:
                return Option(text.replace("{", "").replace("}", ""), f"{kind}:{question.work}/{scene.id}", "E")
    return Option(question.key.text.upper(), question.key.entity, "F")


def enemy_pairs(sample: Sample, _: Pack) -> Sample:
    """In every round, which is one question in ten, an explanation ends with the answer of a later one."""
    found = []
    for sitting in sample:
        row = list(sitting.questions)
        if len(row) > 1:
            told = f"{row[0].explanation} So was *{row[-1].key.text}* in *{row[-1].work}*: {row[-1].key.text}."
            row[0] = replace(row[0], explanation=told, mentions=row[0].mentions | {row[-1].key.entity})
        found.append(Sitting(sitting.level, sitting.number, tuple(row)))
    return found


def balanced_places(sample: Sample, _: Pack) -> Sample:
    """Every place holds the key equally often in a round, in random order."""
    found = []
    for sitting in sample:
        bag: list[int] = []
        for i, question in enumerate(sitting.questions):
            k = len(question.options)
            draw = Stream("flaw", "balanced", sitting.level, sitting.number, i)
            place = next((p for p in bag if p < k), None)
            if place is None:
                bag = draw.shuffled([0, 1, 2, 3])
                place = next(p for p in bag if p < k)
            bag.remove(place)
            found_key, rest = question.key, [o for o in question.options if o is not question.key]
            rest.insert(place, found_key)
            row = replace(question, options=tuple(rest), answer=place)
            found.append((sitting, row))
    return _regrouped(found)


def _regrouped(rows: list[tuple[Sitting, Question]]) -> Sample:
    grouped = groupby(rows, key=lambda row: (row[0].level, row[0].number))
    return [Sitting(level, number, tuple(q for _, q in group)) for (level, number), group in grouped]


@flaw("uniform foils", one_in=1)
def uniform_foils(spoiler: Spoiler, question: Question, draw: Stream) -> Question | None:
    """Wrong people are drawn from the whole pack, each as likely, however often they are right."""
    person = spoiler.pack.people.get(question.key.entity.removeprefix("person:"))
    if person is None or not question.key.entity.startswith("person:"):
        return None
    pool: Mapping[str, object] = {
        key: other
        for key, other in spoiler.pack.people.items()
        if other.gender == person.gender and other != person
    }
    chosen = draw.shuffled(sorted(pool))[: len(question.options) - 1]
    return _with_foils(question, [Option(spoiler.pack.people[k].name, f"person:{k}", "F") for k in chosen])


_add("enemy pairs", enemy_pairs)
_add("balanced places", balanced_places)
