"""The host and the menu, with somebody who answers from a script in the seat."""

from pathlib import Path

import pytest
from guest import Guest

from quiz import host, menu, names
from quiz.exits import Ended, Left
from quiz.host import Wish
from quiz.modes import CLASSIC, LADDER, TOGETHER
from quiz.play import Ending, Final, News, Verdict
from quiz.store import Filters

pytestmark = pytest.mark.usefixtures("dramas")
ONES = [0] * 100
SAID = Wish("kdrama", "easy", 3, 7, "Ada")


def test_nothing_is_asked_of_one_who_has_said_it_all() -> None:
    guest = Guest(ONES)
    host.play(SAID, guest, asks=True)
    assert guest.asked == []
    assert isinstance(guest.news[-1], Ending)


def test_only_what_was_not_said_is_asked() -> None:
    guest = Guest(ONES, choices=["hard"])
    host.play(Wish("kdrama", None, 3, 7, "Ada"), guest, asks=True)
    assert guest.asked == [("How hard?", "medium")]
    assert guest.news[-1].round.terms.level == "hard"


def test_nothing_is_asked_where_nobody_can_be_and_defaults_serve() -> None:
    guest = Guest(ONES)
    host.play(Wish("kdrama"), guest, asks=False)
    terms = guest.news[-1].round.terms
    assert (guest.asked, terms.player, terms.level, terms.count) == ([], "login", "medium", 10)


def test_the_last_choice_is_the_next_default() -> None:
    host.play(Wish("kdrama"), Guest(ONES, choices=["Grace", "hard", 5]), asks=True)
    guest = Guest(ONES)
    host.play(Wish("kdrama"), guest, asks=True)
    assert guest.asked == [("Your name?", "Grace"), ("How hard?", "hard"), ("How many questions?", 5)]


def test_a_name_that_is_typed_is_tidied() -> None:
    guest = Guest(ONES, choices=["  Ada\x1b[2J  Lovelace " + "x" * 60, None, 5])
    host.play(Wish("kdrama"), guest, asks=True)
    assert guest.news[-1].round.terms.player == ("Ada[2J Lovelace " + "x" * 60)[:40]


def test_another_round_has_another_seed_even_where_the_first_was_said() -> None:
    guest = Guest(ONES, rounds=3)
    host.play(SAID, guest, asks=True)
    assert guest.seeds()[0] == 7
    assert len(set(guest.seeds())) == 3


def test_another_round_is_not_offered_where_nobody_can_be_asked() -> None:
    guest = Guest(ONES, rounds=3)
    host.play(SAID, guest, asks=False)
    assert guest.seeds() == [7]


def test_one_who_leaves_is_told_what_is_kept() -> None:
    with pytest.raises(Left, match="left before the first answer"):
        host.play(SAID, Guest([]), asks=True)
    with pytest.raises(
        Left, match="left after 2 of 3 questions; your answers are kept: quiz play --resume goes on"
    ):
        host.play(SAID, Guest([0, 0]), asks=True)


def test_control_d_before_the_first_answer_is_leaving_for_one_who_sits_there() -> None:
    with pytest.raises(Left, match="left before the first answer"):
        host.play(SAID, Guest([], end=Ended), asks=True)


def test_one_who_leaves_a_round_that_cannot_be_kept_is_told_so(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home.mkdir()
    (home / "file").write_text("")
    monkeypatch.setenv("QUIZ_HOME", str(home / "file"))
    with pytest.raises(Left, match=r"left; This round could not be kept: .*: not a folder"):
        host.play(SAID, Guest([0], end=Ended), asks=False)


def test_one_who_leaves_at_the_last_verdict_has_finished_the_round() -> None:
    class Hasty(Guest):
        def tell(self, news: News) -> None:
            if isinstance(news, Verdict) and news.round.spent:
                raise Left

    with pytest.raises(Left, match=r"left after 3 of 3 questions; your answers are kept$"):
        host.play(SAID, Hasty(ONES), asks=True)
    assert [score.player for score in host.store().scores(Filters())] == ["Ada"]


def test_the_verdicts_and_the_end_are_told_in_order() -> None:
    guest = Guest(ONES)
    host.play(SAID, guest, asks=False)
    assert [type(news) for news in guest.news] == [Verdict, Verdict, Verdict, Ending]


def test_the_menu_plays_shows_and_quits() -> None:
    guest = Guest(ONES, choices=["scores", "packs", "play", CLASSIC, "Ada", "easy", 5, "scores", "quit"])
    menu.run(guest, "kdrama")
    assert guest.said[0] == "No scores yet. Play a round to make the first: quiz play"
    assert guest.said[1].startswith("kdrama ")
    assert guest.boards_seen == ["Ada"]


def test_the_menu_has_the_round_of_the_day_reviews_and_statistics() -> None:
    guest = Guest(ONES, choices=["review", "statistics", "today", "Ada", "statistics", "quit"])
    menu.run(guest, "kdrama")
    nothing = "To review: nothing; what you miss comes back the next day"
    assert guest.said[:3] == [nothing, "login 0/0", nothing]
    ending = next(news for news in guest.news if isinstance(news, Ending))
    assert ending.round.terms.mode == "daily"
    assert guest.said[-2] == f"Ada {ending.round.right}/10"
    assert guest.said[-1] == "To review: nothing until tomorrow"


def test_the_menu_asks_which_game_and_of_a_game_for_several_who_plays() -> None:
    guest = Guest(ONES, choices=["play", TOGETHER, "Ada, Lin", "easy", 5, "play", LADDER, "Ada", "quit"])
    menu.run(guest, "kdrama")
    assert ("Which game?", CLASSIC) in guest.asked
    assert ("Who plays? Names, with commas between", "login, Guest") in guest.asked
    final = next(news for news in guest.told if isinstance(news, Final))
    assert {round_.terms.player for _, round_ in final.places} == {"Ada", "Lin"}
    assert guest.news[-1].round.terms.mode == "ladder"


def test_players_that_cannot_be_told_apart_are_refused_in_the_menu() -> None:
    guest = Guest(ONES, choices=["play", TOGETHER, "Ada, ada", "quit"])
    menu.run(guest, "kdrama")
    assert guest.said == ["no players “Ada, ada”; give 2 to 8 different names, such as Ada,Grace,Lin"]


@pytest.mark.parametrize(
    ("said", "players"),
    [
        ("Ada,Grace", ("Ada", "Grace")),
        (" Ada  L , Lin ", ("Ada L", "Lin")),
        ("Ada", None),
        ("Ada,,Lin", None),
        ("Ada,ADA", None),
        (",".join("abcdefghi"), None),
    ],
)
def test_several_players_have_names_of_their_own(said: str, players: tuple[str, ...] | None) -> None:
    assert names.several(said) == players


def test_one_who_leaves_a_round_comes_back_to_the_menu_and_is_told_what_is_kept() -> None:
    guest = Guest([0], choices=["play", None, "Ada", "easy", 5, "quit"])
    menu.run(guest, "kdrama")
    assert guest.said == ["left after 1 of 5 questions; your answers are kept: quiz play --resume goes on"]


def test_what_cannot_be_done_is_said_in_the_menu() -> None:
    guest = Guest(choices=["play", None, "quit"])
    menu.run(guest, "nowhere")
    assert guest.said == ["no nowhere"]


def test_leaving_the_menu_quits() -> None:
    menu.run(Guest(choices=[Left]), "kdrama")


def test_no_round_is_ranked_that_was_not_finished() -> None:
    with pytest.raises(Left):
        host.play(SAID, Guest([0, 0]), asks=False)
    assert host.store().scores(Filters()) == []


@pytest.mark.parametrize("error", [OSError, KeyError, ImportError])
def test_one_without_a_login_is_a_player(error: type[Exception], monkeypatch: pytest.MonkeyPatch) -> None:
    def fail() -> str:
        raise error

    monkeypatch.undo()
    monkeypatch.setattr("getpass.getuser", fail)
    assert names.login() == "player"
