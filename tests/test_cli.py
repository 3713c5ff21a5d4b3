"""The commands, without a terminal: what they print, refuse and keep."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from commands import PLAY, TEN, run

from questions.reading import find_pack, read_pack
from quiz import exporting

pytestmark = pytest.mark.usefixtures("home", "signals")


def questions_of(transcript: str) -> list[str]:
    """The questions with their options, without what depends on the answers."""
    marks = ("1. ", "2. ", "3. ", "4. ")
    lines = transcript.splitlines()
    stems = [lines[i + 1] for i, line in enumerate(lines[:-1]) if " · " in line and "/10 · " in line]
    return stems + [line for line in lines if line.startswith(marks)]


def test_ten_lines_play_a_round_of_ten_and_the_score_is_kept() -> None:
    played = run(*PLAY, typed=TEN)
    assert (played.exit_code, played.stderr) == (0, "")
    assert played.stdout.count("Enter a number from 1 to") == 10
    assert "10/10 · " in played.stdout
    assert "First on this board." in played.stdout
    assert "The same questions again: quiz play --difficulty medium --questions 10 --seed 7" in played.stdout
    (score,) = json.loads(run("scores", "--json").stdout)
    assert (score["player"], score["seed"], score["questions"], score["place"]) == ("Ada", 7, 10, 1)


def test_the_same_seed_asks_the_same_questions() -> None:
    first, second = (run(*PLAY, typed=TEN).stdout for _ in range(2))
    assert questions_of(first) == questions_of(second)
    assert "Not ranked: you have played this seed before." in second


def test_another_seed_asks_other_questions() -> None:
    other = (*PLAY[:6], "8", *PLAY[7:])
    assert questions_of(run(*PLAY, typed=TEN).stdout) != questions_of(run(*other, typed=TEN).stdout)


def test_with_nothing_said_defaults_serve_and_the_seed_is_told() -> None:
    played = run("play", typed=TEN)
    assert played.exit_code == 0
    assert "1/10 · 0 points · medium" in played.stdout
    (score,) = json.loads(run("scores", "--json").stdout)
    assert f"--seed {score['seed']}" in played.stdout


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["play", "--difficulty", "esay"], "'esay' is not one of 'easy', 'medium', 'hard', 'adaptive'."),
        (["play", "--questions", "0"], "no round of “0” questions; give a number from 1 to 50"),
        (["play", "--questions", "51"], "no round of “51” questions; give a number from 1 to 50"),
        (["play", "--questions", "ten"], "no round of “ten” questions; give a number from 1 to 50"),
        (["play", "--seed", "seven"], "no seed “seven”; give a whole number, such as 7"),
        (["play", "--seed", "-1"], "no seed “-1”; give a whole number, such as 7"),
        (["play", "--seed", "9" * 30], "give a whole number, such as 7"),
        (["play", "--name", " "], "a name has 1 to 40 letters, such as Ada"),
        (["play", "--name", "x" * 41], "a name has 1 to 40 letters, such as Ada"),
        (["play", "--name", "\x1b[2J"], "a name has 1 to 40 letters, such as Ada"),
        (["play", "--pack", "kdrma"], 'no pack "kdrma"; did you mean "kdrama"?'),
        (["play", "--pack", "./nowhere"], 'no folder "./nowhere"'),
        (["play", "--colour"], "No such option: --colour"),
        (["play", "--theme", "momo"], 'no theme “momo”; did you mean "mono"?'),
        (["daily", "--theme", "x"], "no theme “x”; give one of default, mono, high-contrast, colour-blind"),
        (["review", "--theme", "color-blind"], 'no theme “color-blind”; did you mean "colour-blind"?'),
        (["stats", "--theme", "momo"], 'no theme “momo”; did you mean "mono"?'),
        (["scores", "--theme", "momo"], 'no theme “momo”; did you mean "mono"?'),
        (["--theme", "momo"], 'no theme “momo”; did you mean "mono"?'),
        (["--theme", "mono", "play"], "that theme is the menu’s: say --theme after play"),
        (["play", "--names", "natvie"], 'no way to write names “natvie”; did you mean "native"?'),
        (["daily", "--names", "x"], "no way to write names “x”; give one of romanised, native, both"),
        (["review", "--names", "romanized"], 'no way to write names “romanized”; did you mean "romanised"?'),
        (["plya"], "No such command 'plya'. Did you mean 'play'?"),
        (["scores", "--difficulty", "esay"], "'esay' is not one of"),
        (["scores", "--pack", "kdrma"], 'no pack "kdrma"; did you mean "kdrama"?'),
        (["scores", "--mode", "clasic"], 'no mode "clasic"; did you mean "classic"?'),
        (["scores", "--limit", "0"], "'--limit': 0 is not in the range x>=1."),
        (["packs", "check", "kdrma"], 'no pack "kdrma"; did you mean "kdrama"?'),
        (["packs", "check"], "Missing argument 'PATH'."),
        (["export", "--to", "jsnol", "--all"], 'no format "jsnol"; did you mean "jsonl"?'),
        (["export"], "say how much to export: either --rounds NUMBER or --all"),
        (["export", "--all", "--rounds", "2"], "either --rounds NUMBER or --all"),
        (["export", "--all", "--difficulty", "easy"], "--all has every difficulty in it: leave out --difficulty"),
    ],
)
def test_bad_input_gets_one_line_that_says_what_to_do(arguments: list[str], said: str, home: Path) -> None:
    refused = run(*arguments, typed=TEN)
    assert refused.exit_code == 2
    assert refused.stdout == ""
    assert refused.stderr.startswith("quiz: ")
    assert said in refused.stderr
    assert refused.stderr.count("\n") == 1
    assert not home.exists()


def test_the_end_of_the_input_before_the_first_answer_is_wrong_usage(home: Path) -> None:
    refused = run("play")
    assert (refused.exit_code, (home / "scores.sqlite3").exists()) == (2, False)
    assert refused.stderr == "quiz: the input ended before the first answer: give one answer a line\n"


@pytest.mark.parametrize("last", ["", "q\n"])
def test_one_who_leaves_later_keeps_the_answers(last: str) -> None:
    left = run(*PLAY, typed=f"1\n2\n3\n{last}")
    assert left.exit_code == 130
    assert left.stderr == "quiz: left after 3 of 10 questions; your answers are kept: quiz play --resume goes on\n"
    assert json.loads(run("scores", "--json").stdout) == []
    assert "Not ranked" in run(*PLAY, typed=TEN).stdout


def test_a_data_folder_that_cannot_be_written_costs_only_the_record(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("QUIZ_HOME", str(tmp_path / "file" / "home"))
    played = run(*PLAY, typed=TEN)
    assert played.exit_code == 0
    assert "of 10 right." in played.stdout
    (line,) = [line for line in played.stdout.splitlines() if "could not be kept" in line]
    assert line == f"This round could not be kept: {tmp_path / 'file' / 'home'}: not a directory"


def test_quiz_alone_prints_help_where_nobody_sits_at_a_terminal() -> None:
    helped = run()
    assert helped.exit_code == 0
    for command in ("play", "scores", "export", "packs"):
        assert f"\n  {command}  " in helped.stdout


@pytest.mark.parametrize("command", [["play"], ["scores"], ["export"], ["packs"], ["packs", "check"]])
def test_every_command_has_help(command: list[str]) -> None:
    helped = run(*command, "--help")
    assert helped.exit_code == 0
    assert "Usage: quiz" in helped.stdout


def test_no_scores_say_how_to_make_one() -> None:
    assert run("scores").stdout == "No scores yet. Play a round to make the first: quiz play\n"
    assert run("scores", "--json").stdout == "[]\n"
    assert run("scores", "--difficulty", "hard").stdout == (
        "No scores match. Leave out a filter, or see them all: quiz scores\n"
    )


def test_scores_are_lines_by_board_with_ones_own_marked() -> None:
    run(*PLAY[:-1], "Grace", typed=TEN)
    run(*PLAY, typed=TEN)
    heading, first, second, *_ = run("scores").stdout.splitlines()
    assert heading == "kdrama · classic · medium · 10 questions"
    assert first.startswith("1. Grace: ")
    assert second.startswith("2. Ada (you): ")


def test_scores_are_limited_and_filtered() -> None:
    for name in ("Ada", "Grace", "Lin"):
        run(*PLAY[:-1], name, typed=TEN)
    assert [score["player"] for score in json.loads(run("scores", "--json", "--limit", "2").stdout)] == [
        "Ada",
        "Grace",
    ]
    (score,) = json.loads(run("scores", "--json", "--player", "lin").stdout)
    assert (score["player"], score["place"]) == ("Lin", 3)
    assert json.loads(run("scores", "--json", "--mode", "classic", "--pack", "kfilm").stdout) == []


def test_scores_that_cannot_be_read_are_refused(home: Path) -> None:
    home.mkdir()
    (home / "scores.sqlite3").write_text("not a database " * 100)
    refused = run("scores")
    assert refused.exit_code == 2
    assert refused.stderr == (
        f"quiz: the scores cannot be read: {home}/scores.sqlite3: file is not a database; "
        "move that file away to start afresh\n"
    )


def test_round_0_of_an_export_is_what_play_asks() -> None:
    exported = run("export", "--to", "jsonl", "--rounds", "2", "--seed", "7", "--difficulty", "medium")
    lines = [json.loads(line) for line in exported.stdout.splitlines()]
    assert [(line["round"], line["position"]) for line in lines] == [(r, p) for r in range(2) for p in range(10)]
    options = [line[3:] for line in run(*PLAY, typed=TEN).stdout.splitlines() if line[1:3] == ". "]
    assert options == [option["text"] for line in lines[:10] for option in line["options"]]


def test_everything_is_exported_once() -> None:
    lines = [json.loads(line) for line in run("export", "--all", "--pack", "kfilm").stdout.splitlines()]
    asked = {(line["fact"], line["template"], line["difficulty"]) for line in lines}
    assert len(asked) == len(lines) > 100


def test_an_export_counts_aloud_where_somebody_watches(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    asked = exporting.dealt(read_pack(find_pack("kfilm")), level="medium", count=3, seed=1, number=2)
    assert len("".join(exporting.pieces("jsonl", asked, progress=True)).splitlines()) > 3
    assert "questions" in capsys.readouterr().err


def shell(command: str, home: Path) -> subprocess.CompletedProcess[str]:
    quiz = f"{sys.executable} -m quiz"
    return subprocess.run(  # noqa: S602 - redirections are what is tested
        re.sub(r"\bquiz\b", quiz, command, count=1),
        shell=True,
        env={"QUIZ_HOME": str(home), "PATH": "/usr/bin:/bin", "PYTHONUTF8": "0", "LC_ALL": "C"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_a_closed_input_is_refused_in_one_line(home: Path) -> None:
    done = shell("quiz play <&-", home)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        "quiz: nobody to ask: standard input or output is closed; open it, or run quiz in a terminal\n"
    )


def test_a_reader_who_goes_away_is_no_bug(home: Path) -> None:
    done = shell("quiz export --rounds 20 | head -c 10", home)
    assert (done.returncode, done.stderr) == (0, "")


def test_a_locale_of_plain_letters_plays_too(home: Path) -> None:
    done = shell("yes 1 | quiz play --seed 7 --questions 10 --name Ada", home)
    assert (done.returncode, done.stderr) == (0, "")
    assert "?" in done.stdout
