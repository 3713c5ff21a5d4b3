"""A player who sees people and works under the names that they wish; what is kept stays as it was dealt."""

from msgspec.structs import replace

from questions.facts import Pack
from questions.question import Names
from quiz.naming import renamed
from quiz.play import News, Player, Reveal, Verdict
from quiz.round import Round


class Renamed:
    """Stands between a round and its player."""

    def __init__(self, player: Player, pack: Pack, names: Names) -> None:
        self._player, self._pack, self._names = player, pack, names

    def ask(self, round_: Round) -> int | str | None:
        return self._player.ask(self._shown(round_, round_.asked))

    def tell(self, news: News) -> None:
        if isinstance(news, Verdict):
            news = Verdict(self._shown(news.round, news.round.asked - 1), dealt=news.question)
        elif isinstance(news, Reveal):
            news = Reveal(tuple(self._shown(round_, round_.asked - 1) for round_ in news.rounds))
        self._player.tell(news)

    def _shown(self, round_: Round, at: int) -> Round:
        """The round with its question at a place named so."""
        shown = renamed(round_.questions[at], self._pack, self._names)
        return replace(round_, questions=(*round_.questions[:at], shown, *round_.questions[at + 1 :]))
