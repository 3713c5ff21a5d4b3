"""The whole audit of a pack: the rounds are drawn, and every chapter measures them."""

from collections.abc import Callable, Iterator

from questions.audit import chapters
from questions.audit.drawing import Progress, everything, rounds, silent
from questions.audit.sample import Almanac, Sample, questions_of
from questions.audit.table import Report, Row
from questions.bank import Bank
from questions.facts import Pack

QUICK, FULL = 200, 600
"""Rounds of each level: 2,000 questions, or 6,000."""

MORE = 3_000
"""The further rounds of each level, for a full audit, in which nothing but pairs and variety is looked at."""


def audit(pack: Pack, *, full: bool = False, progress: Progress = silent) -> Report:
    """Every figure beside its gate."""
    bank = Bank(pack)
    sample = rounds(bank, FULL if full else QUICK, progress)
    rows = [*chapters.soundness("Every question", everything(bank, progress), pack)]
    rows += measure(pack, sample, full=full, progress=progress)
    if full:
        more = rounds(bank, MORE, progress, first=FULL)
        rows += [*chapters.places(more), *chapters.variety(more, pack)]
    count = sum(len(sitting.questions) for sitting in sample)
    return Report(pack.name, pack.version, pack.digest, "full" if full else "quick", count, tuple(rows))


def measure(pack: Pack, sample: Sample, *, full: bool = False, progress: Progress = silent) -> list[Row]:
    """All that can be said of the rounds given."""
    almanac = Almanac(pack)
    steps: list[tuple[str, Callable[[], Iterator[Row]]]] = [
        ("checking soundness", lambda: chapters.soundness("Rounds", questions_of(sample), pack)),
        ("solving by form", lambda: chapters.form(sample, almanac)),
        ("solving the null sample", lambda: chapters.null_form(sample, almanac)),
        ("looking at shapes", lambda: chapters.shape(sample, almanac)),
        ("counting keys", lambda: chapters.keys(sample)),
        ("learning", lambda: chapters.learned(sample, almanac)),
        ("reading rounds", lambda: chapters.variety(sample, pack)),
        ("playing levels", lambda: chapters.levels(sample, pack)),
    ]
    if full:
        steps.append(("weighing meanings", lambda: chapters.meaning(sample, almanac)))
    rows: list[Row] = []
    for i, (what, chapter) in enumerate(steps):
        progress(what, i / len(steps))
        rows += chapter()
    return rows
