"""The high scores, shown: as tables for people, as one array for tools."""

from itertools import groupby

from questions.faults import did_you_mean
from questions.reading import shipped
from quiz.exits import Refused
from quiz.modes import MODES
from quiz.store import Filters, Score, Store, StoreError
from quiz.themes import DEFAULT, Name

A_BOARD = 10
"""How many lines of each board are shown where nothing is said."""
EMPTY = "No scores yet. Play a round to make the first: quiz play"
NO_MATCH = "No scores match. Leave out a filter, or see them all: quiz scores"


def find(store: Store, filters: Filters, limit: int | None) -> list[Score]:
    """The scores that pass, best first; raises Refused for an unknown pack or mode, or unreadable scores."""
    if filters.mode is not None and filters.mode not in MODES:
        known = ", ".join(MODES)
        raise Refused(f'no mode "{filters.mode}"{did_you_mean(filters.mode, MODES) or f"; the modes are {known}"}')
    try:
        scores = store.scores(filters)
        if filters.pack and not scores:
            _known(filters.pack, {score.pack for score in store.scores(Filters())})
    except StoreError as error:
        raise Refused(f"the scores cannot be read: {error}; move that file away to start afresh") from error
    return scores[:limit]


def _known(pack: str, played: set[str]) -> None:
    names = sorted(played.union(shipped()))
    if pack not in names:
        raise Refused(f'no pack "{pack}"{did_you_mean(pack, names)}; the packs are {", ".join(names)}')


def as_json(scores: list[Score]) -> str:
    """One array, best first."""
    from msgspec import json

    return json.format(json.encode(scores), indent=2).decode()


def boards(scores: list[Score], limit: int | None) -> list[list[Score]]:
    """The scores of each pack, mode, level, length and timer by themselves, best first in each."""

    def board(score: Score) -> tuple[str, str, str, int, int]:
        return score.pack, score.mode, score.difficulty, score.questions, score.timer or 0

    groups = groupby(sorted(scores, key=board), key=board)
    return [list(group)[: limit or A_BOARD] for _, group in groups]


def show(boards: list[list[Score]], mine: str | None, drawn: bool, theme: Name = DEFAULT) -> None:
    """Prints the boards, as tables in a theme where they are to be `drawn`."""
    if drawn:
        from rich.console import Console

        from quiz import themes, view

        console = Console(highlight=False, theme=themes.for_rich(theme))
        for board in boards:
            console.print(view.board(board, mine))
    else:
        from quiz.plain import Plain

        Plain(str, print).boards(boards, mine)
