"""The loop of a round, and the two ports that it talks to: a player, and a keeper of what happened."""

from collections.abc import Callable
from typing import Literal, Protocol

from msgspec import Struct

from questions.question import Question
from quiz import modes
from quiz.round import Round
from quiz.summary import Standing, Summary

Next = Literal["round", "missed"]
"""What a player wants after a round: another one, or once more what they missed in it."""


class Verdict(Struct, frozen=True):
    """News: the round's latest answer, judged; `dealt` is its question, where the round shows it in other words."""

    round: Round
    dealt: Question | None = None

    @property
    def question(self) -> Question:
        """The question that was answered, as it was dealt."""
        return self.dealt or self.round.questions[self.round.asked - 1]


class Reveal(Struct, frozen=True):
    """News: the latest answers of several players to one question, judged."""

    rounds: tuple[Round, ...]


class Final(Struct, frozen=True):
    """News: the rounds of several players are over; `places` has the best first, `missed` what anybody missed."""

    places: tuple[tuple[int, Round], ...]
    missed: tuple[str, ...]
    again: str
    trouble: str | None = None


class Ending(Struct, frozen=True):
    """News: the round is over. `again` is the command that asks the same questions; `standing` is None where
    the round could not be kept, and `trouble` says why.
    """

    round: Round
    summary: Summary
    again: str
    standing: Standing | None = None
    trouble: str | None = None


News = Verdict | Reveal | Ending | Final


class Player(Protocol):
    """Who answers; both raise Left when they leave."""

    def ask(self, round_: Round) -> int | str | None:
        """The index of the option chosen for the round's open question, None for "don't know" or where the time
        is up, or the name of a lifeline.
        """

    def tell(self, news: News) -> None:
        """Shows what happened; comes back when the player has seen it."""


class Keeper(Protocol):
    """Where a round is kept; none of it raises for a place that cannot be written."""

    def keep(self, round_: Round) -> None:
        """Keeps the round's latest answer."""

    def note(self, round_: Round) -> None:
        """Keeps that a lifeline has been used."""

    def finish(self, round_: Round) -> None:
        """Keeps that the round is over."""


def play(round_: Round, player: Player, keeper: Keeper, clock: Callable[[], float]) -> Round:
    """Plays a round from where it stands until its mode says it is over; `clock` counts seconds. Raises Left."""
    over = modes.of(round_).over
    if over(round_):
        # It went on from a last answer that was kept when the finish was not.
        keeper.finish(round_)
    while not over(round_):
        round_ = turn(round_, player, keeper, clock)
        if over(round_):
            # Before the last verdict, since one who leaves there has finished the round all the same.
            keeper.finish(round_)
        player.tell(Verdict(round_))
    return round_


def turn(round_: Round, player: Player, keeper: Keeper, clock: Callable[[], float]) -> Round:
    """The round with an answer to its open question, lifelines and all, which is kept. Raises Left."""
    since = clock()
    while isinstance(said := player.ask(round_), str):
        round_ = modes.use(round_, said)
        keeper.note(round_)
    round_ = modes.answer(round_, said, clock() - since)
    keeper.keep(round_)
    return round_
