"""The host: finds out who plays what and where, starts rounds, and offers another one."""

import secrets
import time
from datetime import UTC, date, datetime

from msgspec import Struct
from msgspec.structs import replace

from questions.bank import Bank
from questions.facts import Pack
from questions.question import DIFFICULTIES, Difficulty
from quiz import config, modes, names, wording
from quiz.exits import Ended, Left, Refused
from quiz.modes import CLASSIC, MODES, TIMED, Mode
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
    timer: int | None = None
    day: date | None = None


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


def today() -> date:
    """The day where the player is, by the machine's calendar."""
    return datetime.now().astimezone().date()


def store() -> Store:
    return Store(config.scores_file(), lambda: datetime.now(UTC))


def play(wish: Wish, player: Seat, asks: bool, mode: Mode = CLASSIC) -> None:
    """Plays rounds until the player has enough; `asks` where a person can be asked what was not said.

    Raises Refused, and Left where the player leaves.
    """
    refuse(wish, mode, player)
    bank, kept, now = open_bank(wish.pack), store(), today()
    choice = _choose(wish, mode, kept, player if asks else None)
    sitting = Sitting(bank, time.monotonic)
    seed = mode.day(wish.day or now) if mode.day else wish.seed
    while True:
        round_ = sitting.deal(choice, secrets.randbelow(SEEDS) if seed is None else seed)
        _announce(round_, player, now)
        record = Record(kept, round_, choice.pack, ranked=choice.mode.counts(round_.terms, now))
        _play(sitting, round_, player, record, choice.pack, asks)
        if not (asks and player.again()):
            return
        seed = None
        if choice.mode.day:
            # A day has one round; one who wants more gets a like one.
            choice = replace(choice, mode=CLASSIC)


def mode(said: str | None, timer: int | None) -> Mode:
    """The mode of this name; a timer alone says which, too."""
    return MODES[said] if said else TIMED if timer else CLASSIC


def refuse(wish: Wish, mode: Mode, player: Seat) -> None:
    """Raises Refused where the mode leaves no room for what was wished, or the player cannot play it."""
    if mode.timer and not player.draws:
        raise Refused("a clock needs a screen to run on: leave out --timer, or --plain and play at a terminal")
    if wish.timer and not mode.timer:
        raise Refused(f"{mode.name} has no clock: leave out --timer")
    fixed = (("--difficulty", wish.level, mode.level), ("--questions", wish.count, mode.count))
    for flag, said, set_ in (*fixed, ("--seed", wish.seed, mode.day)):
        if said is not None and set_ is not None:
            raise Refused(f"{mode.name} sets that itself: leave out {flag}")


def _announce(round_: Round, player: Seat, today: date) -> None:
    terms, length = round_.terms, len(round_.questions)
    if opening := modes.of(round_).opening(terms, today):
        player.say(opening)
    if not length:
        raise Refused(f'pack "{terms.pack}" has nothing to ask at level {terms.level}: choose another')
    if length < terms.count and not modes.of(round_).open_ended:
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
    of = "" if modes.of(round_).open_ended else f" of {len(round_.questions)}"
    return f"left after {record.kept}{of} questions; your answers are kept"


def _choose(wish: Wish, mode: Mode, kept: Store, player: Seat | None) -> Choice:
    """What was wished, the rest asked for where there is somebody to ask; last time's choice comes first."""
    name, level, count = _usual(kept) if player else (names.login(), LEVEL, COUNT)
    if player and wish.name is None:
        name = names.tidy(player.name("Your name?", name)) or name
    if player and wish.level is None and mode.level is None:
        level = player.choose("How hard?", [(each, LEVELS[each]) for each in DIFFICULTIES], level)
    if player and wish.count is None and mode.count is None:
        counts = sorted({*COUNTS, count})
        count = player.choose("How many questions?", [(n, str(n)) for n in counts], count)
    return Choice(
        mode=mode,
        pack=wish.pack,
        level=mode.level or wish.level or level,
        count=mode.count or wish.count or count,
        name=wish.name or name,
        timer=wish.timer or mode.timer,
    )


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
