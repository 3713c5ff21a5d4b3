"""The host: finds out who plays what and where, starts rounds, and offers another one."""

import getpass
import os
import secrets
import signal
import sys
import time
from collections.abc import Sequence
from datetime import UTC, datetime
from types import FrameType
from typing import NoReturn, Protocol, TypeVar

from msgspec import Struct

from questions.facts import Pack
from questions.question import DIFFICULTIES, Difficulty
from quiz import config, wording
from quiz.modes import CLASSIC, Mode
from quiz.play import Ended, Left, Player
from quiz.refusal import Refused
from quiz.round import Round
from quiz.sitting import Choice, Sitting
from quiz.store import Record, Score, Store, StoreError

T = TypeVar("T")
LEVEL: Difficulty = "medium"
COUNT = 10
NAME_LENGTH = 40
COUNTS = (5, 10, 20, 50)
SEEDS = 1_000_000
"""A seed drawn for the player is below this: short enough to type again."""
LEVELS: dict[Difficulty, str] = {
    "easy": "easy: dramas that most have met",
    "medium": "medium: for those who watch a lot",
    "hard": "hard: for those who watch it all",
}


class Seat(Player, Protocol):
    """A player who can also be asked what to play."""

    def choose(self, prompt: str, choices: Sequence[tuple[T, str]], default: T) -> T: ...

    def name(self, prompt: str, default: str) -> str: ...

    def say(self, line: str) -> None: ...

    def read(self, lines: Sequence[str]) -> None: ...

    def boards(self, boards: Sequence[Sequence[Score]], mine: str | None) -> None: ...

    def again(self) -> bool: ...


class Wish(Struct, frozen=True):
    """What was said on the command line; None where nothing was."""

    pack: str
    level: Difficulty | None = None
    count: int | None = None
    seed: int | None = None
    name: str | None = None


def at_terminal() -> bool:
    """Whether a person sits at both ends."""
    return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout))


def draws() -> bool:
    """Whether to draw: a person sits here, and neither they nor their terminal ask for plain lines."""
    accessible = os.environ.get("ACCESSIBLE", "") not in ("", "0")
    return at_terminal() and not accessible and os.environ.get("TERM") not in ("dumb", "unknown")


def seat(plain: bool) -> Seat:
    """The player at hand; raises Refused where nobody can be asked."""
    if sys.stdin is None or sys.stdout is None:
        raise Refused("nobody to ask: standard input or output is closed; open it, or run quiz in a terminal")
    if plain or not draws():
        from quiz.plain import Plain

        return Plain(sys.stdin.readline, lambda line: print(line, flush=True))  # noqa: T201
    return _terminal()


def _terminal() -> Seat:
    from rich.console import Console

    from quiz import view
    from quiz.terminal import Terminal

    console = Console(highlight=False)
    (width, height), (least_width, least_height) = console.size, view.SMALLEST
    if width < least_width or height < least_height:
        least = f"{least_width}x{least_height}"
        raise Refused(f"this window is {width}x{height}: make it {least} or larger, or add --plain")
    return Terminal(console)


def open_pack(said: str) -> Pack:
    """The pack of this name or path; raises Refused with every fault of it."""
    from questions.reading import PackError, UnknownPack, find_pack, read_pack

    try:
        return read_pack(find_pack(said))
    except UnknownPack as error:
        raise Refused(str(error)) from error
    except PackError as error:
        raise Refused(*map(str, error.faults)) from error


def store() -> Store:
    return Store(config.scores_file(), lambda: datetime.now(UTC))


def heed_signals() -> None:
    """Turns a closed window or a polite kill into an orderly exit, so that the terminal is put right."""
    for name in ("SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, _exit)


def _exit(number: int, frame: FrameType | None) -> NoReturn:
    raise SystemExit(128 + number)


def play(wish: Wish, player: Seat, asks: bool, mode: Mode = CLASSIC) -> None:
    """Plays rounds until the player has enough; `asks` where a person can be asked what was not said.

    Raises Refused, and Left where the player leaves.
    """
    pack, kept = open_pack(wish.pack), store()
    choice = _choose(wish, kept, player if asks else None)
    sitting = Sitting(pack, mode, time.monotonic)
    seed = secrets.randbelow(SEEDS) if wish.seed is None else wish.seed
    while True:
        round_ = sitting.deal(choice, seed)
        _announce(round_, player)
        _play(sitting, round_, player, kept.record(), choice.pack)
        if not (asks and player.again()):
            return
        seed = secrets.randbelow(SEEDS)


def _announce(round_: Round, player: Seat) -> None:
    terms, length = round_.terms, len(round_.questions)
    if not length:
        raise Refused(f'pack "{terms.pack}" has nothing to ask at level {terms.level}: choose another')
    if length < terms.count:
        player.say(f"This pack has {length} questions for such a round, not {terms.count}.")


def _play(sitting: Sitting, round_: Round, player: Seat, record: Record, pack: str) -> None:
    try:
        sitting.play(round_, player, record, pack)
    except Ended as end:
        if not record.kept and not at_terminal():
            raise Refused("the input ended before the first answer: give one answer a line") from end
        raise Left(_farewell(record, round_)) from end
    except (Left, KeyboardInterrupt) as end:
        raise Left(_farewell(record, round_)) from end


def _farewell(record: Record, round_: Round) -> str:
    if record.trouble:
        return f"left; {wording.unkept(record.trouble)}"
    if not record.kept:
        return "left before the first answer"
    return f"left after {record.kept} of {len(round_.questions)} questions; your answers are kept"


def _choose(wish: Wish, kept: Store, player: Seat | None) -> Choice:
    """What was wished, the rest asked for where there is somebody to ask; last time's choice comes first."""
    name, level, count = _usual(kept) if player else (login(), LEVEL, COUNT)
    if player and wish.name is None:
        name = tidy(player.name("Your name?", name)) or name
    if player and wish.level is None:
        level = player.choose("How hard?", [(each, LEVELS[each]) for each in DIFFICULTIES], level)
    if player and wish.count is None:
        counts = sorted({*COUNTS, count})
        count = player.choose("How many questions?", [(n, str(n)) for n in counts], count)
    return Choice(wish.pack, wish.level or level, wish.count or count, wish.name or name)


def tidy(name: str) -> str:
    """A name as the boards can show it, or nothing where there is nothing to show."""
    return " ".join("".join(letter for letter in name if letter.isprintable()).split())[:NAME_LENGTH].strip()


def me(kept: Store) -> str:
    """Whose lines are marked: the latest player's, or those of whoever sits here."""
    return _usual(kept)[0]


def _usual(kept: Store) -> tuple[str, Difficulty, int]:
    """The name, level and number chosen last time."""
    try:
        latest = kept.latest()
    except StoreError:
        latest = None
    return latest or (login(), LEVEL, COUNT)


def login() -> str:
    """The name that the player has on this machine."""
    try:
        return tidy(getpass.getuser()) or "player"
    except (OSError, KeyError, ImportError):
        return "player"
