"""Several players at one keyboard: who is asked what, what is told when, and who has won."""

import pytest
from asking import Kept, Script, game, question
from dealing import bank_of
from guest import Guest

from questions.question import Question
from quiz import host, hotseat
from quiz.exits import Left, Refused
from quiz.host import Wish
from quiz.modes import TOGETHER, TURNS, Mode
from quiz.play import Final, Reveal, Verdict
from quiz.round import Round
from quiz.sitting import Choice, Sitting
from quiz.store import Filters
from quiz.wording import replied, won

THREE = ("Ada", "Grace", "Lin")
pytestmark = pytest.mark.usefixtures("dramas")


def dealt(mode: Mode, count: int = 4, players: tuple[str, ...] = THREE) -> tuple[Round, ...]:
    choice = Choice(mode=mode, pack="kdrama", level="medium", count=count, name="Ada")
    return hotseat.deal(Sitting(bank_of("kdrama"), lambda: 0.0), choice, players, 7)


class Seen(Script):
    """Remembers who was asked what."""

    def __init__(self) -> None:
        super().__init__([])
        self.asked: list[tuple[str, Question]] = []

    def ask(self, round_: Round) -> int | None:
        self.asked.append((round_.terms.player, round_.question))
        return 0


@pytest.mark.parametrize("mode", [TURNS, TOGETHER], ids=["turns", "together"])
def test_everyone_is_asked_once_before_anybody_is_asked_again(mode: Mode) -> None:
    player = Seen()
    hotseat.run(dealt(mode), player, [Kept() for _ in THREE], lambda: 0.0)
    assert [name for name, _ in player.asked] == [*THREE] * 4


def test_in_turns_no_question_is_asked_twice() -> None:
    facts = [question.fact for round_ in dealt(TURNS) for question in round_.questions]
    assert len(facts) == len(set(facts)) == 12


def test_together_all_are_asked_the_questions_of_that_seed() -> None:
    rounds = dealt(TOGETHER)
    assert {round_.questions for round_ in rounds} == {rounds[0].questions}
    assert [round_.terms.player for round_ in rounds] == [*THREE]


def test_in_turns_a_verdict_follows_each_answer_and_together_the_last_of_them() -> None:
    for mode, news in ((TURNS, [Verdict] * 12), (TOGETHER, [Reveal] * 4)):
        player = Seen()
        hotseat.run(dealt(mode), player, [Kept() for _ in THREE], lambda: 0.0)
        assert [type(each) for each in player.told] == news


def test_every_answer_is_kept_and_every_round_finished() -> None:
    keepers = [Kept() for _ in THREE]
    hotseat.run(dealt(TURNS), Seen(), keepers, lambda: 0.0)
    assert [(len(each.rounds), len(each.finished), len(each.noted)) for each in keepers] == [(4, 1, 0)] * 3


def test_many_players_share_fifty_questions_evenly() -> None:
    rounds = dealt(TURNS, count=20, players=("A", "B", "C", "D", "E"))
    assert {len(round_.questions) for round_ in rounds} <= {8, 9, 10}
    assert len({len(round_.questions) for round_ in rounds}) == 1


def test_the_scoreboard_has_the_best_first_and_equals_share_a_place() -> None:
    rounds = [game(answers=[1, 0, 0], player="Ada"), game(answers=[1, 1, 1], player="Grace")]
    rounds.append(game(answers=[1, 0, 0], player="Lin"))
    places = hotseat.ranked(rounds)
    assert [(place, round_.terms.player) for place, round_ in places] == [(1, "Grace"), (2, "Ada"), (2, "Lin")]
    assert won(Final(places, (), "")) == "Grace wins"


@pytest.mark.parametrize(
    ("players", "said"),
    [(THREE, "Ada, Grace and Lin share the first place"), (("Ada", "Lin"), "Ada and Lin share the first place")],
)
def test_equals_share_the_first_place(players: tuple[str, ...], said: str) -> None:
    places = hotseat.ranked(game(answers=[1, 1, 1], player=name) for name in players)
    assert won(Final(places, (), "")) == said


@pytest.mark.parametrize(
    ("chosen", "said"),
    [
        (1, "✓ Grace: right · +200 points"),
        (0, "✗ Grace: wrong · 1. Gong Yoo"),
        (None, "✗ Grace: not known"),
    ],
)
def test_what_each_made_of_a_question_is_told(chosen: int | None, said: str) -> None:
    assert replied(game(answers=[chosen], player="Grace")) == said


SAID = Wish("kdrama", "easy", 2, 7, players=("Ada", "Grace"))


def test_the_whole_game_is_kept_and_ends_with_one_scoreboard() -> None:
    guest = Guest([0] * 4)
    host.party(SAID, guest, asks=False, mode=TOGETHER)
    final = guest.told[-1]
    assert isinstance(final, Final)
    assert {round_.terms.player for _, round_ in final.places} == {"Ada", "Grace"}
    again = "quiz play --difficulty easy --questions 2 --seed 7 --together --players Ada,Grace"
    assert final.again == again
    assert {score.player for score in host.store().scores(Filters(mode="together"))} == {"Ada", "Grace"}


def test_names_with_blanks_are_quoted_in_the_command_that_asks_again() -> None:
    rounds = [game(player="Ada L", mode="turns"), game(player="Lin", mode="turns")]
    assert hotseat.again(rounds, "kdrama").endswith("--players 'Ada L,Lin'")


def test_those_who_leave_are_told_what_is_kept() -> None:
    with pytest.raises(Left, match="left; what everyone has answered is kept"):
        host.party(SAID, Guest([0]), asks=True, mode=TURNS)


def test_nobody_goes_on_alone_with_a_round_of_several() -> None:
    with pytest.raises(Left):
        host.party(SAID, Guest([0, 0, 0]), asks=True, mode=TURNS)
    guest = Guest([0] * 10)
    host.play(Wish("kdrama", "easy", 2, 9, "Ada"), guest, asks=True)
    assert guest.asked == []


def test_works_that_anybody_missed_are_named_once() -> None:
    rounds = [
        game(question(0, work="goblin"), question(1, work="signal"), answers=answers)
        for answers in ([1, 0], [0, 0])
    ]
    assert hotseat.missed(rounds, Sitting(bank_of("kdrama"), lambda: 0.0)) == ("Goblin (2016)", "Signal (2016)")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((None, Wish("kdrama"), True), "--together is for several: say who plays, such as --players Ada,Grace"),
        (
            ("ladder", SAID, False),
            "ladder is no game for several: leave out --mode ladder, or --players",
        ),
        ((None, Wish("kdrama", name="Lin", players=THREE), False), "--players says who plays: leave out --name"),
    ],
)
def test_what_contradicts_itself_is_refused(arguments: tuple[str | None, Wish, bool], said: str) -> None:
    with pytest.raises(Refused) as refused:
        host.mode(*arguments)
    assert refused.value.lines == (said,)


def test_who_plays_says_which_mode() -> None:
    assert host.mode(None, SAID, together=False) is TURNS
    assert host.mode(None, SAID, together=True) is TOGETHER
    assert host.mode("together", SAID, together=False) is TOGETHER


def test_a_mode_for_several_is_not_played_alone() -> None:
    with pytest.raises(Refused, match="turns is for several: say who plays, such as --players Ada,Grace"):
        host.play(Wish("kdrama"), Guest(), asks=False, mode=TURNS)
