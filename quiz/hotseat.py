"""The hot seat: several players at one keyboard, in turns or on the same questions, and a scoreboard at the end."""

import shlex
import time
from collections.abc import Callable, Iterable, Sequence

from msgspec.structs import replace

from quiz import host, settings, sitting, starting, wording
from quiz.exits import Left, Refused
from quiz.host import Wish
from quiz.modes import TURNS, Mode
from quiz.play import Final, Keeper, Player, Reveal, Verdict, turn
from quiz.record import Record
from quiz.round import Round
from quiz.seat import Seat
from quiz.sitting import Choice, Sitting

MOST = 50
"""How many questions there are at most in turns, for all players together."""


def play(wish: Wish, player: Seat, asks: bool, mode: Mode) -> None:
    """Plays rounds until the wish’s players have enough. Raises Refused, and Left where they leave."""
    names = wish.players
    host.refuse(wish, mode, player)
    player.notes = None
    kept = host.store()
    table = Sitting(host.open_bank(wish.pack), time.monotonic, settings.shown_names(wish.names))
    choice = host.choose(replace(wish, name=names[0]), mode, kept, player if asks else None)
    seed = wish.seed
    while True:
        rounds = deal(table, choice, names, starting.any_seed() if seed is None else seed)
        _announce(rounds, choice, player)
        # Without what the rest follows from: nobody goes on alone with a round of several.
        records = [Record(kept) for _ in rounds]
        try:
            done = run(rounds, table.shown_to(player), records, time.monotonic)
        except Left as left:
            raise Left("left; what everyone has answered is kept") from left
        trouble = next((record.trouble for record in records if record.trouble), None)
        player.tell(Final(ranked(done), missed(done, table), again(done, wish.pack), trouble))
        if not (asks and player.again()):
            return
        seed = None


def deal(table: Sitting, choice: Choice, names: Sequence[str], seed: int) -> tuple[Round, ...]:
    """A round for each player: all of the questions or, in turns, every so-manieth of them."""
    if choice.mode is not TURNS:
        dealt = table.deal(choice, seed)
        return tuple(replace(dealt, terms=replace(dealt.terms, player=name)) for name in names)
    each, players = max(1, min(choice.count, MOST // len(names))), len(names)
    dealt = table.deal(replace(choice, count=each * players), seed)
    length = len(dealt.questions) // players
    return tuple(
        Round(replace(dealt.terms, player=name, count=each), dealt.questions[i::players][:length])
        for i, name in enumerate(names)
    )


def _announce(rounds: Sequence[Round], choice: Choice, player: Seat) -> None:
    length = len(rounds[0].questions)
    if not length:
        raise Refused("the pack has too few questions at this level for so many players")
    if length < choice.count:
        player.say(f"Everyone gets {wording.plural(length, 'question')}: the pack has no more that go together.")


def run(
    rounds: Sequence[Round], player: Player, keepers: Sequence[Keeper], clock: Callable[[], float]
) -> tuple[Round, ...]:
    """Has the rounds played side by side, question by question. Raises Left."""
    now = list(rounds)
    in_turns = now[0].terms.mode == TURNS.name
    for _ in now[0].questions:
        for i, keeper in enumerate(keepers):
            now[i] = turn(now[i], player, keeper, clock)
            if now[i].spent:
                keeper.finish(now[i])
            if in_turns:
                player.tell(Verdict(now[i]))
        if not in_turns:
            # Nobody learns the answer before everyone has given theirs.
            player.tell(Reveal(tuple(now)))
    return tuple(now)


def ranked(rounds: Iterable[Round]) -> tuple[tuple[int, Round], ...]:
    """The rounds with their places, best first; equals share a place."""
    order = sorted(rounds, key=lambda round_: (-round_.points, -round_.right))
    worth = [(round_.points, round_.right) for round_ in order]
    return tuple((worth.index(each) + 1, round_) for each, round_ in zip(worth, order, strict=True))


def missed(rounds: Sequence[Round], table: Sitting) -> tuple[str, ...]:
    """The works that anybody missed, in the order that they were asked about."""
    named = table.titles(question for round_ in rounds for question in round_.questions)
    turns = [(at, round_) for at in range(rounds[0].asked) for round_ in rounds]
    works = (round_.questions[at].work for at, round_ in turns if not round_.answers[at].right)
    return tuple(dict.fromkeys(named[work] for work in works))


def again(rounds: Sequence[Round], pack: str) -> str:
    """The command that asks these players the same questions again."""
    names = shlex.quote(",".join(round_.terms.player for round_ in rounds))
    return f"{sitting.again(rounds[0], pack)} --players {names}"
