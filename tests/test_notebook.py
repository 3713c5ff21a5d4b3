"""What is noted after a verdict: by keys at a terminal, by lines in plain, and what the commands make of it."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from asking import game, question
from commands import run
from dealing import bank_of
from players import Desk, Lines
from prompt_toolkit.application import create_app_session
from prompt_toolkit.input import PipeInput, create_pipe_input
from prompt_toolkit.output import DummyOutput

from quiz import host
from quiz.history import Past, flags
from quiz.notebook import LONGEST, Notebook
from quiz.play import Verdict

FACTS = bank_of("kdrama").pack
ASKED = question()
JUDGED = Verdict(game(answers=[1]))
PLAY = ("play", "--difficulty", "easy", "--questions", "3", "--seed", "7", "--name", "Ada")
pytestmark = pytest.mark.usefixtures("home", "signals")


@pytest.fixture
def past() -> Past:
    return Past(host.store(), "Ada", "kdrama")


@pytest.fixture
def notes(past: Past) -> Notebook:
    return Notebook(past, FACTS)


@pytest.fixture
def desk(notes: Notebook) -> Iterator[Desk]:
    with create_pipe_input() as keyboard, create_app_session(input=keyboard, output=DummyOutput()):
        made = desk_at(keyboard)
        made.player.notes = notes
        yield made


def desk_at(keyboard: PipeInput) -> Desk:
    return Desk(keyboard)


def test_a_flag_is_kept_tidied_and_cut(notes: Notebook) -> None:
    assert notes.flag(ASKED, "  it was\x1b 2017 " + "x" * 300).startswith("Flagged for the author of the pack")
    (flag,) = flags(host.store())
    assert flag.word.startswith("it was 2017 xxx")
    assert len(flag.word) == LONGEST


def test_both_works_of_a_pair_are_marked(notes: Notebook, past: Past) -> None:
    said = notes.unwatched(question(fact="goblin@shin+signal@soo"))
    assert said == "“Goblin” and “Signal” are not asked about from the next round on: quiz watched undoes it."
    assert past.unwatched() == {"goblin", "signal"}


def test_a_note_that_cannot_be_kept_is_said(notes: Notebook, home: Path) -> None:
    home.write_text("a file where the folder should be")
    assert notes.flag(ASKED, "").startswith("This could not be noted: ")
    assert notes.unwatched(ASKED).startswith("This could not be noted: ")


def test_a_key_after_a_verdict_marks_what_is_unwatched_and_says_so(desk: Desk, past: Past) -> None:
    desk.page.on("“Goblin” is not asked about", lambda: desk.keyboard.send_text(" "))
    drawn = desk.tell(JUDGED, "u")
    assert past.unwatched() == {"goblin"}
    assert drawn.count("✓ right · +200 points") == 1
    assert "✓ right · the answer: Kim Go-eun" in drawn


@pytest.mark.parametrize(("typed", "word"), [("it was 2017\r", "it was 2017"), ("\r", ""), ("no\x1b", "")])
def test_a_key_after_a_verdict_flags_the_question_with_a_word_or_without(
    desk: Desk, typed: str, word: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    ask = desk.player._word

    def type_it() -> str:
        desk.keyboard.send_text(typed)
        return ask()

    monkeypatch.setattr(desk.player, "_word", type_it)
    desk.page.on("Flagged for the author of the pack", lambda: desk.keyboard.send_text(" "))
    desk.tell(JUDGED, "!")
    assert [flag.word for flag in flags(host.store())] == [word]


def test_without_a_notebook_the_keys_go_on_like_any_other(desk: Desk) -> None:
    desk.player.notes = None
    desk.tell(JUDGED, "u")
    desk.tell(JUDGED, "!")
    assert flags(host.store()) == []


def plain(typed: list[str], notes: Notebook | None) -> Lines:
    lines = Lines(typed)
    lines.player.notes = notes
    return lines


def test_in_plain_a_line_says_it_before_the_next_answer(notes: Notebook, past: Past) -> None:
    lines = plain(["u\n", "! it was 2017\n", "!\n", "2\n"], notes)
    lines.player.tell(JUDGED)
    assert lines.player.ask(game(answers=[1])) == 1
    assert past.unwatched() == {"goblin"}
    assert [flag.word for flag in flags(host.store())] == ["it was 2017", ""]
    assert sum(line.startswith("Flagged") for line in lines.said) == 2


def test_in_plain_the_last_question_can_be_noted_too(notes: Notebook, past: Past) -> None:
    lines = plain(["!\n", "u\n", "r\n"], notes)
    lines.player.tell(JUDGED)
    assert lines.player.again() == "round"
    assert past.unwatched() == {"goblin"}


def test_in_plain_there_is_nothing_to_note_before_the_first_verdict(notes: Notebook) -> None:
    lines = plain(["!\n", "u\n", "2\n"], notes)
    assert lines.player.ask(game()) == 1
    assert flags(host.store()) == []


def test_in_plain_the_keys_tell_how_to_note(notes: Notebook) -> None:
    lines = plain(["?\n", "2\n"], notes)
    lines.player.ask(game())
    assert "u: after a verdict: not watched yet, so leave it out of later rounds" in lines.said
    assert "!: after a verdict: the question is wrong or unclear; a word may follow" in lines.said


def test_flags_are_printed_for_the_author() -> None:
    assert run("packs", "flags").stdout == "No question is flagged. To flag one: ! after its verdict\n"
    assert run(*PLAY, typed="1\n! so unclear\n1\n1\n").exit_code == 0
    line = run("packs", "flags", "--pack", "kdrama").stdout
    assert line.startswith("kdrama 2026.")
    assert ": so unclear | " in line
    (flag,) = json.loads(run("packs", "flags", "--json").stdout)
    assert (flag["word"], flag["player"]) == ("so unclear", "Ada")
    assert run("packs", "flags", "--pack", "kfilm").stdout.startswith("No question is flagged.")


def test_works_are_marked_listed_and_unmarked_by_command() -> None:
    none = "Nothing is marked as not yet watched. To mark something: u after a verdict, or quiz unwatched TITLE\n"
    assert run("watched").stdout == none
    assert run("unwatched", "Goblin", "signal").stdout == "Not yet watched: “Goblin” and “Signal”\n"
    assert run("watched", "goblin").stdout == "Not yet watched: “Signal”\n"
    assert run("watched").stdout == "Not yet watched: “Signal”\n"
    assert run("watched", "--all").stdout == none


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("unwatched", "Gobiln"), 'pack "kdrama" has no drama "Gobiln"; did you mean "Goblin"?'),
        (("watched", "Goblin"), "not marked as unwatched: “Goblin”; quiz watched lists what is"),
    ],
)
def test_what_cannot_be_marked_is_refused_in_a_line(arguments: tuple[str, ...], said: str) -> None:
    refused = run(*arguments)
    assert refused.exit_code == 2
    assert refused.stderr == f"quiz: {said}\n"


def test_a_work_marked_in_a_round_is_left_out_of_the_next() -> None:
    run(*PLAY, typed="1\nu\n1\nu\n1\n")
    told = run(*PLAY, typed="1\n1\n1\n").stdout
    assert "--without" in told
