"""Questions for other tools: whole rounds, or everything a pack can be asked, in one of the export formats."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from questions.bank import Bank
from questions.catalogue import everything, rounds
from questions.export import FORMATS, Dealt
from questions.facts import Pack
from questions.faults import did_you_mean
from questions.question import Difficulty
from quiz.exits import Refused

if TYPE_CHECKING:
    from rich.progress import Progress


def check(to: str, number: int | None, all_: bool, level: Difficulty | None) -> None:
    """Raises Refused for a format that there is not, or for wishes that contradict each other."""
    if to not in FORMATS:
        known = ", ".join(sorted(FORMATS))
        raise Refused(f'no format "{to}"{did_you_mean(to, FORMATS)}; the formats are {known}')
    if (number is None) != all_:
        raise Refused("say how much to export: either --rounds NUMBER or --all")
    if all_ and level:
        raise Refused("--all has every difficulty in it: leave out --difficulty")


def dealt(pack: Pack, *, level: Difficulty, count: int, seed: int, number: int | None) -> Iterator[Dealt]:
    """So many rounds, the first of them the one that `quiz play` asks with this seed; None for everything."""
    bank = Bank(pack)
    if number is None:
        return everything(bank, seed=seed)
    return rounds(bank, level=level, count=count, seed=seed, number=number)


def pieces(to: str, questions: Iterable[Dealt], progress: bool) -> Iterator[str]:
    """The export's text, with a count on stderr where somebody sees it."""
    if not progress:
        return FORMATS[to](questions)
    from rich.console import Console
    from rich.progress import Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.completed} questions"), TimeElapsedColumn())
    bar = Progress(*columns, console=Console(stderr=True), transient=True)
    return FORMATS[to](_counted(questions, bar))


def _counted(questions: Iterable[Dealt], bar: "Progress") -> Iterator[Dealt]:
    with bar:
        task = bar.add_task("", total=None)
        for one in questions:
            yield one
            bar.advance(task)
