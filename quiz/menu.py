"""The menu that `quiz` alone opens at a terminal."""

from quiz import boards, host, modes, names, reviewing, seat, shelf
from quiz.desk import Desk
from quiz.exits import Left, Refused
from quiz.store import Filters

PLAY, TODAY, REVIEW, SCORES = "play", "today", "review", "scores"
STATISTICS, PACKS, QUIT = "statistics", "packs", "quit"
ENTRIES = (
    (PLAY, "Play a round"),
    (TODAY, "Today’s round, the same for everyone"),
    (REVIEW, "Review what you missed"),
    (SCORES, "High scores"),
    (STATISTICS, "Statistics"),
    (PACKS, "Packs of facts"),
    (QUIT, "Quit"),
)


def run(player: seat.Seat, pack: str) -> None:
    """Shows the menu until the player quits; one who leaves a round comes back to it."""
    entry = PLAY
    while True:
        try:
            entry = player.choose("What shall it be?", ENTRIES, entry)
        except Left:
            return
        if entry == QUIT:
            return
        try:
            _open(entry, player, pack)
        except Left as left:
            player.say(" ".join(left.args))
        except Refused as refused:
            player.say("\n".join(refused.lines))


def _open(entry: str, player: seat.Seat, pack: str) -> None:
    if entry == PLAY:
        _play(player, pack)
    elif entry == TODAY:
        host.play(host.Wish(pack), player, asks=True, mode=modes.DAILY)
    elif entry == REVIEW:
        reviewing.review(_desk(pack), host.store(), player, pack)
    elif entry == SCORES:
        _scores(player)
    elif entry == STATISTICS:
        desk = _desk(pack)
        player.statistics(desk.statistics(), desk.review())
    else:
        player.read(list(shelf.listed()))


def _play(player: seat.Seat, pack: str) -> None:
    """Asks which game, and of a game for several who plays."""
    games = [mode for mode in modes.MODES.values() if mode.scored and not mode.day]
    game = player.choose("Which game?", [(mode, f"{mode.name}: {mode.about}") for mode in games], modes.CLASSIC)
    if not game.party:
        host.play(host.Wish(pack), player, asks=True, mode=game)
        return
    said = player.name("Who plays? Names, with commas between", f"{host.me(host.store())}, Guest")
    players = names.several(said)
    if players is None:
        raise Refused(f"no players “{said}”; give {names.SEVERAL}")
    host.party(host.Wish(pack, players=players), player, asks=True, mode=game)


def _desk(pack: str) -> Desk:
    store = host.store()
    return Desk(store, host.me(store), host.open_bank(pack), host.today())


def _scores(player: seat.Seat) -> None:
    store = host.store()
    found = boards.find(store, Filters(), None)
    if found:
        player.boards(boards.boards(found, None), host.me(store))
    else:
        player.read([boards.EMPTY])
