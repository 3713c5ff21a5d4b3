"""One person's sitting at one pack: deals rounds, has them played, ranks them."""

import shlex
from collections.abc import Callable

from msgspec import Struct

from questions import GENERATOR
from questions.bank import Bank
from questions.facts import Work
from quiz import modes
from quiz.config import PACK
from quiz.limits import Limits, read
from quiz.modes import MODES, Mode
from quiz.play import Ending, Player, play
from quiz.record import Record
from quiz.round import Round, Terms
from quiz.summary import summarise


class Choice(Struct, frozen=True):
    """What a player chose to play; `pack` as they named it, `timer` in seconds a question."""

    mode: Mode
    pack: str
    level: str
    count: int
    name: str
    timer: int | None = None
    limits: Limits = Limits()


class Sitting:
    """Rounds from `bank`; `clock` counts seconds."""

    def __init__(self, bank: Bank, clock: Callable[[], float]) -> None:
        self.bank, self._clock = bank, clock
        self._pack = bank.pack

    def deal(self, choice: Choice, seed: int) -> Round:
        """A round as it begins; it may have fewer questions than wished, or none, where the pack is small."""
        terms = Terms(
            pack=self._pack.name,
            version=self._pack.version,
            digest=self._pack.digest,
            generator=str(GENERATOR),
            mode=choice.mode.name,
            level=choice.level,
            count=choice.count,
            seed=seed,
            player=choice.name,
            timer=choice.timer,
            flags=choice.limits.flags,
        )
        return self.dealt(terms)

    def dealt(self, terms: Terms) -> Round:
        """The round that these terms deal."""
        dealt = MODES[terms.mode].deal(self.bank, terms, read(terms.flags).among(self._pack))
        return Round(terms, dealt.questions, spares=dealt.spares)

    def play(self, round_: Round, player: Player, record: Record, pack: str) -> Ending:
        """Plays a round to its end and says how it went; raises Left. `pack` as the player named it."""
        done = play(round_, player, record, self._clock)
        titles = {question.work: _titled(self._pack.works[question.work]) for question in done.questions}
        summary = summarise(done, titles)
        ending = Ending(done, summary, again(done, pack), record.standing, record.trouble)
        player.tell(ending)
        return ending


def again(round_: Round, pack: str) -> str:
    """The command that asks the same questions again."""
    named = "" if pack == PACK else f" --pack {shlex.quote(pack)}"
    flags = f" {round_.terms.flags}" if round_.terms.flags else ""
    return modes.of(round_).command(round_.terms) + flags + named


def _titled(work: Work) -> str:
    return f"{work.title} ({work.year})" if work.year else work.title
