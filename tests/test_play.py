"""The loop: what it asks, tells and keeps, and in which order."""

from collections.abc import Callable

import pytest
from asking import Kept, Script, game

from quiz.exits import Ended, Left
from quiz.play import Verdict, play
from quiz.round import Round


def ticking(step: float = 2.0) -> Callable[[], float]:
    """A clock that moves by `step` each time it is read."""
    now = [0.0]

    def read() -> float:
        now[0] += step
        return now[0]

    return read


def test_a_round_is_played_to_its_end() -> None:
    player, kept = Script([1, 0, None]), Kept()
    done = play(game(), player, kept, ticking())
    assert [answer.chosen for answer in done.answers] == [1, 0, None]


def test_every_answer_is_kept_before_it_is_judged_aloud() -> None:
    events: list[str] = []

    class Teller(Script):
        def tell(self, news: object) -> None:
            events.append("told")

    class Keeper(Kept):
        def keep(self, round_: Round) -> None:
            events.append("kept")

        def finish(self, round_: Round) -> None:
            events.append("finished")

    play(game(), Teller([1, 1, 1]), Keeper(), ticking())
    assert events == ["kept", "told", "kept", "told", "kept", "finished", "told"]


def test_the_time_of_an_answer_is_what_the_clock_says_between_question_and_answer() -> None:
    done = play(game(), Script([1, 1, 1]), Kept(), ticking(2.5))
    assert [answer.seconds for answer in done.answers] == [2.5, 2.5, 2.5]


def test_every_answer_gets_its_verdict() -> None:
    player = Script([1, 0, 1])
    done = play(game(), player, Kept(), ticking())
    assert [news.round.asked for news in player.news if isinstance(news, Verdict)] == [1, 2, 3]
    assert player.news[-1].round == done


@pytest.mark.parametrize("how", [Left, Ended])
def test_one_who_leaves_keeps_what_they_answered(how: type[Left]) -> None:
    kept = Kept()
    with pytest.raises(how):
        play(game(), Script([1, 0], end=how), kept, ticking())
    assert kept.rounds[-1].asked == 2
    assert kept.finished == []


def test_a_round_goes_on_from_where_it_stands() -> None:
    done = play(game(answers=[1, 1]), Script([1]), Kept(), ticking())
    assert done.points == 200 + 220 + 240
