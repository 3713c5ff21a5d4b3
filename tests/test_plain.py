"""The plain player: lines in, lines out."""

import pytest
from asking import game, question
from inline_snapshot import snapshot
from players import Lines

from questions.question import Option
from quiz.exits import Ended, Left
from quiz.plain import Plain
from quiz.play import Ending, Verdict
from quiz.summary import Standing, summarise


@pytest.mark.parametrize(("typed", "chosen"), [("1", 0), ("4", 3), ("b", 1), ("D", 3), (" 2 ", 1), ("0", None)])
def test_a_number_or_a_letter_answers(typed: str, chosen: int | None) -> None:
    assert Lines([f"{typed}\n"]).player.ask(game()) == chosen


def test_a_question_is_a_header_a_stem_and_numbered_options() -> None:
    lines = Lines(["1\n"])
    lines.player.ask(game(answers=[1, 1]))
    assert lines.said == snapshot(
        [
            "Answer with a number; 0 is don’t know, ? shows the keys, q leaves.",
            "",
            "3/3 · 420 points · streak 2 · medium",
            "In Goblin, in scene 2: which actor chose to hum?",
            "1. Gong Yoo",
            "2. Kim Go-eun",
            "3. Lee Dong-wook",
            "4. Yoo In-na",
            "Enter a number from 1 to 4:",
        ]
    )


def test_the_keys_are_told_once_in_a_sitting() -> None:
    lines = Lines(["1\n", "1\n"])
    lines.player.ask(game())
    lines.player.ask(game(answers=[1]))
    assert sum("0 is don’t know" in line for line in lines.said) == 1


def test_three_options_are_asked_for_by_three_numbers() -> None:
    lines = Lines(["4\n", "3\n"])
    assert lines.player.ask(game(question(texts=("A", "B", "C")))) == 2
    assert lines.said.count("Enter a number from 1 to 3:") == 2


@pytest.mark.parametrize("typed", ["", "5", "x", "11", "-1", "e", "²"])
def test_anything_else_is_asked_again(typed: str) -> None:
    lines = Lines([f"{typed}\n", "2\n"])
    assert lines.player.ask(game()) == 1
    assert lines.said.count("Enter a number from 1 to 4:") == 2


def test_a_question_mark_shows_the_keys_and_asks_again() -> None:
    lines = Lines(["?\n", "2\n"])
    assert lines.player.ask(game()) == 1
    assert lines.said[-5:] == snapshot(
        [
            "1-4 or a-d: answer",
            "0: don’t know: a miss, but an honest one",
            "?: show these keys",
            "q: leave; what you have answered is kept",
            "Enter a number from 1 to 4:",
        ]
    )


def test_q_leaves() -> None:
    with pytest.raises(Left):
        Lines(["q\n"]).player.ask(game())


def test_control_c_leaves_on_a_line_of_its_own() -> None:
    def interrupt() -> str:
        raise KeyboardInterrupt

    said: list[str] = []
    with pytest.raises(Left):
        Plain(interrupt, said.append).ask(game())
    assert said[-1] == ""


def test_the_end_of_the_input_is_told_from_leaving() -> None:
    with pytest.raises(Ended):
        Lines().player.ask(game())


def test_a_right_answer_is_told_with_its_points_the_story_and_the_source() -> None:
    lines = Lines()
    lines.player.tell(Verdict(game(answers=[1, 1])))
    assert lines.said == snapshot(
        [
            "Right · +220 points · streak 2.",
            "The answer: 2. Kim Go-eun",
            "Kim Go-eun hummed in Goblin, unasked.",
            "Source: The Herald: Ten moments nobody wrote https://example.org/ten-moments",
            "",
        ]
    )


@pytest.mark.parametrize(("chosen", "said"), [(0, "Wrong."), (None, "Not known.")])
def test_a_miss_is_told_in_words(chosen: int | None, said: str) -> None:
    lines = Lines()
    lines.player.tell(Verdict(game(answers=[chosen])))
    assert lines.said[:2] == [said, "The answer: 2. Kim Go-eun"]


def test_what_a_wrong_choice_is_the_truth_of_is_told() -> None:
    asked = question(
        options=(Option("Hum", "act:a", "E", "Lee Sun-kyun, in *Pasta*"), Option("Nod", "act:b", None))
    )
    lines = Lines()
    lines.player.tell(Verdict(game(asked, answers=[0])))
    assert "Your choice, “Hum”: Lee Sun-kyun, in Pasta." in lines.said


def ending(standing: Standing | None, trouble: str | None = None) -> Ending:
    round_ = game(question(0, "easy"), question(1), question(2, kind="work"), answers=[1, 1, 0])
    summary = summarise(round_, {"goblin": "Goblin (2016)"})
    return Ending(round_, summary, "quiz play --seed 7", standing, trouble)


def test_the_end_tells_the_score_the_place_the_course_and_what_to_watch() -> None:
    lines = Lines()
    lines.player.tell(ending(Standing(2, 9, 300)))
    assert lines.said == snapshot(
        [
            "The round is over.",
            "320 points · 2 of 3 right.",
            "2nd of 9 on this board · new best! (before: 300)",
            "Best streak: 2.",
            "Easy: 1 of 1.",
            "Medium: 1 of 2.",
            "People: 2 of 2.",
            "Titles: 0 of 1.",
            "To watch next: Goblin (2016).",
            "The same questions again: quiz play --seed 7",
            "To share: Unscripted #7 medium 2/3 ✓✓✗",
            "",
        ]
    )


@pytest.mark.parametrize(
    ("standing", "said"),
    [
        (Standing(1, 1, None), "First on this board."),
        (Standing(1, 2, None), "1st of 2 on this board."),
        (Standing(12, 12, 500), "12th of 12 on this board · your best: 500."),
        (Standing(None, 4, 320), "Not ranked: you have played this seed before."),
    ],
)
def test_the_place_is_told_in_words(standing: Standing, said: str) -> None:
    lines = Lines()
    lines.player.tell(ending(standing))
    assert lines.said[2] == said


def test_a_round_that_could_not_be_kept_says_why() -> None:
    lines = Lines()
    lines.player.tell(ending(None, "/data/scores.sqlite3: permission denied"))
    assert "This round could not be kept: /data/scores.sqlite3: permission denied" in lines.said


def test_an_empty_line_takes_the_default_of_a_choice() -> None:
    lines = Lines(["\n"])
    assert lines.player.choose("How hard?", [("a", "easy"), ("b", "hard")], "b") == "b"
    assert lines.said == ["1. easy", "2. hard (just press Enter)", "How hard? Enter a number from 1 to 2:"]


def test_a_choice_is_asked_again_until_it_is_one() -> None:
    assert Lines(["3\n", "x\n", "1\n"]).player.choose("How hard?", [("a", "easy"), ("b", "hard")], "b") == "a"


@pytest.mark.parametrize(("typed", "name"), [("\n", "Ada"), (" Grace \n", "Grace")])
def test_an_empty_name_takes_the_default(typed: str, name: str) -> None:
    assert Lines([typed]).player.name("Your name?", "Ada") == name


@pytest.mark.parametrize(
    ("typed", "missed", "wanted"),
    [(["r\n"], 0, "round"), (["\n"], 2, None), ([], 2, None), (["M\n"], 2, "missed"), (["m\n"], 0, None)],
)
def test_r_asks_for_another_round_and_m_for_what_was_missed(
    typed: list[str], missed: int, wanted: str | None
) -> None:
    assert Lines(typed).player.again(missed) == wanted


def test_what_can_come_after_a_round_is_said() -> None:
    for missed, said in (
        (0, "Another round? Enter r, or just press Enter to leave:"),
        (2, "Another round? Enter r; m for what you missed, once more, unscored; or just press Enter to leave:"),
    ):
        lines = Lines()
        lines.player.again(missed)
        assert lines.said == [said]


def test_nothing_it_says_has_an_escape_code_or_a_box_or_an_asterisk() -> None:
    lines = Lines(["?\n", "2\n"])
    lines.player.ask(game())
    lines.player.tell(Verdict(game(answers=[0])))
    lines.player.tell(ending(Standing(1, 1, None)))
    assert not set("\x1b\r\b*│─┌╭").intersection("".join(lines.said))
    assert not any("\n" in line for line in lines.said)
