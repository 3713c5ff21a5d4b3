"""The host: finds out who plays what and where, starts rounds, and offers another one."""

import time
from datetime import UTC, date, datetime

from msgspec import Struct
from msgspec.structs import replace

from questions.bank import Bank
from questions.facts import Pack
from questions.question import Difficulty, Names
from quiz import ability, config, modes, names, settings, starting, wording
from quiz.ability import ADAPTIVE, Level
from quiz.config import PACK
from quiz.exits import Ended, Left, Refused
from quiz.history import Past
from quiz.limits import Limits, made
from quiz.modes import CLASSIC, MODES, TIMED, TOGETHER, TURNS, Mode
from quiz.notebook import Notebook
from quiz.play import Ending
from quiz.record import Record
from quiz.round import Round
from quiz.seat import Seat
from quiz.sitting import Choice, Sitting
from quiz.store import Store, StoreError
from quiz.unfinished import Unfinished

LEVEL: Difficulty = "medium"
COUNT = 10
COUNTS = (5, 10, 20, 50)
LEVELS: dict[Level, str] = {
    "easy": "easy: what most people have met",
    "medium": "medium: for those who watch a lot",
    "hard": "hard: for those who have seen it all",
    "adaptive": "adaptive: a mix that fits you, four in five right",
}


class Wish(Struct, frozen=True):
    """What was said on the command line; None where nothing was."""

    pack: str
    level: Level | None = None
    count: int | None = None
    seed: int | None = None
    name: str | None = None
    timer: int | None = None
    day: date | None = None
    players: tuple[str, ...] = ()
    years: tuple[int, int] | None = None
    genres: tuple[str, ...] = ()
    works: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    mix: str = ""
    names: Names | None = None
    """How people and works are shown."""
    resume: bool | None = None
    """Whether to go on with the round that waits: True for nothing else, False for never, None to be asked."""


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
    if wish.mix:
        wish = replace(wish, count=ability.length(wish.mix))
    kept, now = store(), today()
    left = _waiting(wish, mode, kept, player if asks else None)
    shown = settings.shown_names(wish.names)
    sitting = Sitting(open_bank(left.pack if left else wish.pack), time.monotonic, shown)
    if left:
        choice = starting.choice(left)
    else:
        limits = limited(wish, sitting.bank.pack)
        choice = replace(choose(wish, mode, kept, player if asks else None), limits=limits)
    seed = mode.day(wish.day or now) if mode.day else wish.seed
    past = Past(kept, choice.name, sitting.bank.pack.name)
    player.notes = Notebook(past, sitting.bank.pack)
    if left and not starting.same(left, sitting):
        player.say(starting.CHANGED)
        left = None
    while True:
        round_ = starting.begun(sitting, choice, past, seed, left)
        sitting.bank.rest()
        _announce(round_, player, now)
        record = Record(kept, round_, choice.pack, left, ranked=_ranked(choice, round_, now))
        ending = _play(sitting, starting.stood(round_, left), player, record, choice.pack, asks)
        if seed is None:
            starting.foresee(sitting, choice, past)
        if not (asks and _again(sitting, ending, kept, player, choice.pack)):
            return
        seed = left = None
        if choice.mode.day:
            # A day has one round; one who wants more gets a like one.
            choice = replace(choice, mode=CLASSIC)


def _waiting(wish: Wish, mode: Mode, kept: Store, player: Seat | None) -> Unfinished | None:
    """The round to go on with: where that was said, or where somebody can be asked and wants to."""
    named = None if mode is CLASSIC else mode.name
    left = None if wish.resume is False else starting.waiting(kept, wish.name, named)
    if wish.resume:
        return starting.demanded(left)
    return left if left and player and _fits(wish, left) and starting.accepted(left, player) else None


def _fits(wish: Wish, left: Unfinished) -> bool:
    """Whether a round that waits is what was wished."""
    terms = left.terms
    said = (wish.level, wish.count, wish.seed, wish.timer)
    real = (terms.level, terms.count, terms.seed, terms.timer)
    narrow = wish.years or wish.genres or wish.works or wish.without
    return (
        not narrow
        and wish.pack in (PACK, left.pack)
        and all(a in (None, b) for a, b in zip(said, real, strict=True))
    )


def party(wish: Wish, player: Seat, asks: bool, mode: Mode) -> None:
    """Plays rounds of several players. Raises Refused, and Left where they leave."""
    from quiz import hotseat

    hotseat.play(wish, player, asks, mode)


def _ranked(choice: Choice, round_: Round, today: date) -> bool:
    """Whether a round stands on a board: one about what the player chose does not compare with others."""
    return not choice.limits.narrow and choice.mode.counts(round_.terms, today)


def limited(wish: Wish, pack: Pack) -> Limits:
    """What was wished to be asked about; raises Refused for what the pack does not have."""
    return made(pack, years=wish.years, genres=wish.genres, works=wish.works, without=wish.without, mix=wish.mix)


def mode(said: str | None, wish: Wish, together: bool) -> Mode:
    """The mode of this name; a timer, or who plays, says which too. Raises Refused where they disagree."""
    if together and not wish.players:
        raise Refused("--together is for several: say who plays, such as --players Ada,Grace")
    meant = TOGETHER if together else TURNS if wish.players else TIMED if wish.timer else CLASSIC
    found = MODES[said] if said else meant
    if wish.players and found is not meant and (together or not found.party):
        raise Refused(f"{found.name} is no game for several: leave out --mode {found.name}, or --players")
    if wish.players and wish.name:
        raise Refused("--players says who plays: leave out --name")
    return found


def refuse(wish: Wish, mode: Mode, player: Seat) -> None:
    """Raises Refused where the mode leaves no room for what was wished, or the player cannot play it."""
    if mode.party and not wish.players:
        raise Refused(f"{mode.name} is for several: say who plays, such as --players Ada,Grace")
    if mode.timer and not player.draws:
        raise Refused("a clock needs a screen to run on: leave out --timer, or --plain and play at a terminal")
    if wish.mix and wish.level != ADAPTIVE:
        raise Refused("--mix belongs to --difficulty adaptive: add it, or leave --mix out")
    if wish.mix and wish.count not in (None, ability.length(wish.mix)):
        raise Refused("--mix says how many questions there are: leave out --questions")
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
        within = f" within {terms.flags}: leave a filter out, or" if terms.flags else ":"
        raise Refused(f'pack "{terms.pack}" has nothing to ask at level {terms.level}{within} choose another level')
    if length < terms.count and not modes.of(round_).open_ended:
        left = f"{terms.flags} leaves" if terms.flags else "the pack has"
        player.say(f"This round has {wording.plural(length, 'question')}: {left} no more that go together.")


def _again(sitting: Sitting, ending: Ending, kept: Store, player: Seat, pack: str) -> bool:
    """Whether the player wants another round, having seen what they missed once more if they wished."""
    from quiz import reviewing

    done = ending.round
    while (wanted := player.again(len(reviewing.missed(done)))) == "missed":
        done = reviewing.once_more(sitting, done, kept, player, pack)
    return wanted == "round"


def _play(sitting: Sitting, round_: Round, player: Seat, record: Record, pack: str, asks: bool) -> Ending:
    try:
        return sitting.play(round_, player, record, pack)
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
    given = wording.plural(record.kept, "question")
    if not modes.of(round_).open_ended:
        given = f"{record.kept} of {wording.plural(len(round_.questions), 'question')}"
    how = "" if record.standing else ": quiz play --resume goes on"
    return f"left after {given}; your answers are kept{how}"


def choose(wish: Wish, mode: Mode, kept: Store, player: Seat | None) -> Choice:
    """What was wished, the rest asked for where there is somebody to ask; last time's choice comes first."""
    wish = _set(wish, mode)
    said = (wish.name, mode.level or wish.level, mode.count or wish.count)
    # Where all is said the scores need not be opened: that takes longer than to open the pack.
    name, level, count = _usual(kept) if player and None in said else (wish.name or names.login(), LEVEL, COUNT)
    if player and wish.name is None:
        name = names.tidy(player.name("Your name?", name)) or name
    if player and wish.level is None and mode.level is None:
        level = player.choose("How hard?", list(LEVELS.items()), level)
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


def _set(wish: Wish, mode: Mode) -> Wish:
    """The wish, with what was set once and for all where nothing was said and the mode leaves it open."""
    usual = settings.load()
    return replace(
        wish,
        name=wish.name or usual.name,
        level=wish.level or (usual.level if mode.level is None else None),
        count=wish.count or (usual.questions if mode.count is None else None),
        timer=wish.timer or (usual.timer if mode.timer else None),
    )


def me(kept: Store) -> str:
    """Whose lines are marked: the latest player's, or those of whoever sits here."""
    return settings.load().name or _usual(kept)[0]


def _usual(kept: Store) -> tuple[str, Level, int]:
    """The name, level and number chosen last time."""
    try:
        latest = kept.latest()
    except StoreError:
        latest = None
    return latest or (names.login(), LEVEL, COUNT)
