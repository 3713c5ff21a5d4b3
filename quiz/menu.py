"""The menu that `quiz` alone opens at a terminal."""

from quiz import boards, host, seat, shelf
from quiz.exits import Left, Refused
from quiz.store import Filters

PLAY, SCORES, PACKS, QUIT = "play", "scores", "packs", "quit"
ENTRIES = (
    (PLAY, "Play a round"),
    (SCORES, "High scores"),
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
        host.play(host.Wish(pack), player, asks=True)
    elif entry == SCORES:
        store = host.store()
        found = boards.find(store, Filters(), None)
        if found:
            player.boards(boards.boards(found, None), host.me(store))
        else:
            player.read([boards.EMPTY])
    else:
        player.read(list(shelf.listed()))
