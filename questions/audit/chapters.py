"""The audit's chapters: each measures one thing and gives its rows of the table."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from questions.audit import learned as learning
from questions.audit import meaning as embedding
from questions.audit.checker import check_all
from questions.audit.drawing import LENGTH
from questions.audit.gains import Gain, Group, gains, ranks, variation
from questions.audit.levels import co_stars, least_gap, right
from questions.audit.rounds import LEAST_SCENES, Reader, complaints, enemies
from questions.audit.sample import Almanac, Sample, null, questions_of
from questions.audit.shape import clang, key_rate, lengths, misshapen
from questions.audit.table import Row, row, unmeasured
from questions.facts import Pack
from questions.question import DIFFICULTIES, Question

GAIN, ERRORS = 0.03, 3.1
CELL_GAIN, CELL_ERRORS = 0.05, 3.5
CELL = 100
"""Questions that a cell needs: in smaller ones a mean is not normal, and even random keys stray beyond."""
VARIATION, ENOUGH = 0.05, 5_000
LEARNED = 0.03
MEANING, MEANING_OF_DEEDS = 0.05, 0.10
DEEDS = ("what-happened", "which-line", "what-was-planned")
TRACKER, MOST_ONE, LEAST_THINGS = 0.40, 0.03, 0.40
GAP = 0.10
MOST_OPTIONS, UNEVEN = 4, 0.02
LARGE = 100
"""Scenes that a pack needs for every round to be whole; a smaller one may give shorter rounds."""


def soundness(figure: str, questions: Iterable[Question], pack: Pack) -> Iterator[Row]:
    counted = Counter[str]()

    def count(question: Question) -> Question:
        counted[question.template] += 1
        return question

    refuted = [
        f"{question.id}: {'; '.join(defects)}" for question, defects in check_all(pack, map(count, questions))
    ]
    total = sum(counted.values())
    yield row(f"{figure}: defects", "0", f"{len(refuted)} of {total:,}", refuted)


def form(sample: Sample, almanac: Almanac) -> Iterator[Row]:
    found = gains(sample, almanac)
    yield _solvers("Form, all rounds", found, [()])
    for level in DIFFICULTIES:
        yield _solvers(f"Form, {level} rounds", found, [(level,)])
    yield _cells("Form, each template and difficulty", found)
    yield _ranks(sample, almanac)


def _solvers(figure: str, found: Mapping[str, Mapping[Group, Gain]], groups: Sequence[Group]) -> Row:
    gained = [(name, by[group]) for name, by in found.items() for group in groups if group in by]
    misses = [_told(name, gain) for name, gain in _worst(gained) if gain.over(GAIN, ERRORS)]
    return row(figure, f"gain ≤ {GAIN} or ≤ {ERRORS} SE", misses[0] if misses else _worst_told(gained), misses)


def _cells(figure: str, found: Mapping[str, Mapping[Group, Gain]]) -> Row:
    gained = [
        (f"{' '.join(group)}: {name}", gain)
        for name, by in found.items()
        for group, gain in by.items()
        if len(group) == 2 and gain.n >= CELL
    ]
    misses = [_told(name, gain) for name, gain in _worst(gained) if gain.over(CELL_GAIN, CELL_ERRORS)]
    worst = max(gained, key=lambda item: item[1].mean / (item[1].error or 1), default=None)
    told = f"{len(misses)} gains over it" if misses else _told(*worst) if worst else "-"
    return row(figure, f"gain ≤ {CELL_GAIN} or ≤ {CELL_ERRORS} SE", told, misses)


def _worst(gained: Iterable[tuple[str, Gain]]) -> list[tuple[str, Gain]]:
    return sorted(gained, key=lambda item: -item[1].mean)


def _worst_told(gained: Sequence[tuple[str, Gain]]) -> str:
    """The largest gain among those whose own error is no larger than the bound."""
    sure = [item for item in gained if item[1].error <= GAIN / 2]
    return _told(*_worst(sure or gained)[0]) if gained else "-"


def _told(name: str, gain: Gain) -> str:
    return f"{name} {gain.mean:+.3f} ± {gain.error:.3f} (n {gain.n})"


def _ranks(sample: Sample, almanac: Almanac) -> Row:
    found = {key: counts for key, counts in ranks(sample, almanac).items() if sum(counts) >= ENOUGH}
    apart = sorted(((variation(counts), *key, counts) for key, counts in found.items()), reverse=True)
    misses = [_rank_told(*each) for each in apart if each[0] > VARIATION]
    figure, gate = "Rank of the key in each scalar", f"variation ≤ {VARIATION} (n ≥ {ENOUGH:,})"
    return row(figure, gate, _rank_told(*apart[0]), misses) if apart else unmeasured(figure, gate, "too few")


def _rank_told(apart: float, name: str, k: int, counts: Sequence[float]) -> str:
    shares = "/".join(f"{count / sum(counts):.2f}" for count in counts)
    return f"{name} {apart:.3f} ({shares})"


def null_form(sample: Sample, almanac: Almanac) -> Iterator[Row]:
    rows = [*form(null(sample), almanac)]
    misses = [f"{r.figure}: {miss}" for r in rows for miss in r.misses]
    yield row("Null sample (random keys)", "passes the same gates", f"{len(misses)} misses", misses)


def shape(sample: Sample, almanac: Almanac) -> Iterator[Row]:
    asked = list(questions_of(sample))
    bent = [f"{q.id}: {', '.join(found)}" for q in asked if (found := misshapen(q, almanac))]
    yield row("Options of one shape", "all", f"{len(bent)} are not", bent)
    clangs = [f"{q.id}: {', '.join(sorted(shared))}" for q in asked if (shared := clang(q))]
    yield row("Key’s words in the stem", "0", str(len(clangs)), clangs)
    size = lengths(sample)
    yield row("Key’s length off by over 30 %", "0", f"{size.far} of {size.n}", size.far > 0)
    over = size.longest > CELL_GAIN
    yield row("Key longest by over 15 %", "≤ 1/k + 0.05", f"1/k {size.longest:+.3f}", over)


def places(sample: Sample) -> Iterator[Row]:
    """Where the key stands, over so many questions that its place must be uniform almost exactly."""
    answers = Counter(q.answer for q in questions_of(sample) if len(q.options) == MOST_OPTIONS)
    counts = [answers[place] for place in range(MOST_OPTIONS)]
    told = f"{variation(counts):.3f} (n {sum(counts):,})" if sum(counts) else "-"
    far = variation(counts) > UNEVEN if sum(counts) else False
    yield row("Place of the key", f"variation ≤ {UNEVEN}", told, far)


def keys(sample: Sample) -> Iterator[Row]:
    rate = key_rate(sample)
    for what, share in (("most often", rate.often), ("not yet", rate.fresh)):
        told = f"{share:.3f} (n {rate.n})"
        yield row(f"Guessing who was {what} right", f"≤ {TRACKER}", told, share > TRACKER)
    yield row("Most keys of one person", f"≤ {MOST_ONE:.0%}", f"{rate.top:.1%}", rate.top > MOST_ONE)
    few = rate.things < LEAST_THINGS
    yield row("Keys that are no persons", f"≥ {LEAST_THINGS:.0%}", f"{rate.things:.0%}", few)


def learned(sample: Sample, almanac: Almanac) -> Iterator[Row]:
    figure, gate = "Learned solver (upper limit)", f"≤ {LEARNED}"
    if not learning.available():
        yield unmeasured(figure, gate, "needs pip install 'unscripted[audit]'")
        return
    gain = learning.learned(sample, almanac)
    yield row(figure, gate, f"{gain.limit:+.3f} (gain {gain.mean:+.3f})", gain.limit > LEARNED)


def meaning(sample: Sample, almanac: Almanac) -> Iterator[Row]:
    if not embedding.available():
        gate = f"≤ {MEANING}, deeds ≤ {MEANING_OF_DEEDS}"
        yield unmeasured("Solvers by meaning", gate, "needs pip install 'unscripted[meaning]'")
        return
    bounds: dict[Group, float] = {(): MEANING, **{(deed,): MEANING_OF_DEEDS for deed in DEEDS}}
    for name, by in embedding.meaning(sample, almanac).items():
        for group, bound in bounds.items():
            if (gain := by.get(group)) is not None:
                figure = ", ".join((name.capitalize(), *group))
                told = f"{gain.limit:+.3f} (gain {gain.mean:+.3f}, n {gain.n})"
                yield row(f"{figure} (upper limit)", f"≤ {bound}", told, gain.limit > bound)


def variety(sample: Sample, pack: Pack) -> Iterator[Row]:
    reader = Reader(pack)
    found = [(s, enemies(s, reader)) for s in sample]
    pairs = [f"{s.level} {s.number}: {pair}" for s, pairs in found for pair in pairs]
    yield row("Enemy pairs", "0", f"{len(pairs)} in {len(sample):,} rounds", pairs)
    dull = [f"{s.level} {s.number}: {what}" for s in sample for what in complaints(s)]
    kinds = Counter(line.partition(": ")[2] for line in dull)
    told = [f"{what}: {n} rounds" for what, n in kinds.most_common()]
    yield row("Rounds that break a rule of variety", "0", f"{len(dull)} breaches", [*told, *dull])
    asked = list(questions_of(sample))
    scenes = sum(q.scene is not None for q in asked) / (len(asked) or 1)
    yield row("Questions on scenes", f"≥ {LEAST_SCENES:.0%}", f"{scenes:.1%}", scenes < LEAST_SCENES)
    short = [f"{s.level} {s.number}: {len(s.questions)}" for s in sample if len(s.questions) < LENGTH]
    large = sum(len(work.scenes) for work in pack.works.values()) >= LARGE
    yield row("Rounds shorter than asked", f"0 from {LARGE} scenes on", str(len(short)), short if large else [])


def levels(sample: Sample, pack: Pack) -> Iterator[Row]:
    for name, shares in right(sample, pack).items():
        told = " → ".join(f"{shares[level]:.2f}" for level in DIFFICULTIES if level in shares)
        flat = len(shares) < len(DIFFICULTIES) or least_gap(shares) < GAP
        yield row(f"Right answers, {name} player", f"fall ≥ {GAP} twice", told, flat)
    asked = [(q, co_stars(q, pack)) for q in questions_of(sample) if q.template in _WHO]
    more = [f"{q.id}: {n} co-stars" for q, n in asked if n > MOST_CO_STARS[q.difficulty]]
    yield row("Co-stars among wrong options", "easy 0, medium ≤ 1", f"{len(more)} have more", more)


_WHO = ("who-improvised", "who-said")
MOST_CO_STARS = {"easy": 0, "medium": 1, "hard": 3}
