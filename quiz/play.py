"""The loop of a round, and the two ports that it talks to: a player, and a keeper of what happened."""

from collections.abc import Callable
from typing import Protocol

from msgspec import Struct

from quiz.round import Round
from quiz.summary import Standing, Summary


class Verdict(Struct, frozen=True):
    """News: the round's latest answer, judged."""

    round: Round


class Ending(Struct, frozen=True):
    """News: the round is over. `again` is the command that asks the same questions; `standing` is None where
    the round could not be kept, and `trouble` says why.
    """

    round: Round
    summary: Summary
    again: str
    standing: Standing | None = None
    trouble: str | None = None


class Player(Protocol):
    """Who answers; both raise Left when they leave."""

    def ask(self, round_: Round) -> int | None:
        """The index of the option chosen for the round's open question, or None for "don't know"."""

    def tell(self, news: Verdict | Ending) -> None:
        """Shows what happened; comes back when the player has seen it."""


class Keeper(Protocol):
    """Where a round is kept; none of it raises for a place that cannot be written."""

    def keep(self, round_: Round) -> None:
        """Keeps the round's latest answer."""

    def finish(self, round_: Round) -> None:
        """Keeps that the round is over."""


def play(
    round_: Round, over: Callable[[Round], bool], player: Player, keeper: Keeper, clock: Callable[[], float]
) -> Round:
    """Plays a round from where it stands until it is `over`; `clock` counts seconds. Raises Left."""
    while not over(round_):
        since = clock()
        chosen = player.ask(round_)
        round_ = round_.answer(chosen, clock() - since)
        keeper.keep(round_)
        if over(round_):
            # Before the last verdict, since one who leaves there has finished the round all the same.
            keeper.finish(round_)
        player.tell(Verdict(round_))
    return round_
