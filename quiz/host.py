"""The host: finds out who plays what and where, starts rounds, and offers another one."""

import secrets
import time
from datetime import UTC, datetime

from msgspec import Struct

from questions.bank import Bank
from questions.facts import Pack
from questions.question import DIFFICULTIES, Difficulty
from quiz import config, names, wording
from quiz.exits import Ended, Left, Refused
from quiz.modes import CLASSIC, Mode
from quiz.record import Record
from quiz.round import Round
from quiz.seat import Seat
from quiz.sitting import Choice, Sitting
from quiz.store import Store, StoreError

LEVEL: Difficulty = "medium"
COUNT = 10
COUNTS = (5, 10, 20, 50)
SEEDS = 1_000_000
"""A seed drawn for the player is below this: short enough to type again."""
LEVELS: dict[Difficulty, str] = {
    "easy": "easy: what most people have met",
    "medium": "medium: for those who watch a lot",
    "hard": "hard: for those who have seen it all",
}


class Wish(Struct, frozen=True):
    """What was said on the command line; None where nothing was."""

    pack: str
    level: Difficulty | None = None
    count: int | None = None
    seed: int | None = None
    name: str | None = None


def open_pack(said: str) -> Pack:
    """The pack of this name or path; raises Refused with every fault of it."""
    return open_bank(said).pack


def open_bank(said: str) -> Bank:
    """All that the pack of this name or path can be asked; raises Refused with every fault of it."""
    from questions.opening import open_bank
    from questions.reading import PackError, UnknownPack, find_pack

    try:
        return open_bank(find_pack(said), config.cache_folder())
    except UnknownPack as error:
        raise Refused(str(error)) from error
    except PackError as error:
        raise Refused(*map(str, error.faults)) from error


def store() -> Store:
    return Store(config.scores_file(), lambda: datetime.now(UTC))


def play(wish: Wish, player: Seat, asks: bool, mode: Mode = CLASSIC) -> None:
    """Plays rounds until the player has enough; `asks` where a person can be asked what was not said.

    Raises Refused, and Left where the player leaves.
    """
    bank, kept = open_bank(wish.pack), store()
    choice = _choose(wish, kept, player if asks else None)
    sitting = Sitting(bank, mode, time.monotonic)
    seed = secrets.randbelow(SEEDS) if wish.seed is None else wish.seed
    while True:
        round_ = sitting.deal(choice, seed)
        _announce(round_, player)
        _play(sitting, round_, player, Record(kept), choice.pack, asks)
        if not (asks and player.again()):
            return
        seed = secrets.randbelow(SEEDS)


def _announce(round_: Round, player: Seat) -> None:
    terms, length = round_.terms, len(round_.questions)
    if not length:
        raise Refused(f'pack "{terms.pack}" has nothing to ask at level {terms.level}: choose another')
    if length < terms.count:
        player.say(f"This round has {wording.plural(length, 'question')}: the pack has no more that go together.")


def _play(sitting: Sitting, round_: Round, player: Seat, record: Record, pack: str, asks: bool) -> None:
    try:
        sitting.play(round_, player, record, pack)
    except Ended as end:
        if not (record.kept or record.trouble or asks):
            raise Refused("the input ended before the first answer: give one answer a line") from end
        raise Left(_farewell(record, round_)) from end
    except Left as end:
        raise Left(_farewell(record, round_)) from end


def _farewell(record: Record, round_: Round) -> str:
    if record.trouble:
        return f"left; {wording.unkept(record.trouble)}"
    if not record.kept:
        return "left before the first answer"
    return f"left after {record.kept} of {len(round_.questions)} questions; your answers are kept"


def _choose(wish: Wish, kept: Store, player: Seat | None) -> Choice:
    """What was wished, the rest asked for where there is somebody to ask; last time's choice comes first."""
    name, level, count = _usual(kept) if player else (names.login(), LEVEL, COUNT)
    if player and wish.name is None:
        name = names.tidy(player.name("Your name?", name)) or name
    if player and wish.level is None:
        level = player.choose("How hard?", [(each, LEVELS[each]) for each in DIFFICULTIES], level)
    if player and wish.count is None:
        counts = sorted({*COUNTS, count})
        count = player.choose("How many questions?", [(n, str(n)) for n in counts], count)
    return Choice(wish.pack, wish.level or level, wish.count or count, wish.name or name)


def me(kept: Store) -> str:
    """Whose lines are marked: the latest player's, or those of whoever sits here."""
    return _usual(kept)[0]


def _usual(kept: Store) -> tuple[str, Difficulty, int]:
    """The name, level and number chosen last time."""
    try:
        latest = kept.latest()
    except StoreError:
        latest = None
    return latest or (names.login(), LEVEL, COUNT)
