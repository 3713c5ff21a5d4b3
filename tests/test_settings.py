"""Settings: what counts over what, what may be set, and what the commands make of it."""

import json
from pathlib import Path

import pytest
from commands import run
from hypothesis import given
from hypothesis import strategies as st

from quiz import seat, settings, themes
from quiz.exits import Refused
from quiz.settings import Settings, changed, load

pytestmark = pytest.mark.usefixtures("home", "signals")


def written(home: Path, text: str) -> Path:
    home.mkdir(exist_ok=True)
    (home / "settings.toml").write_text(text)
    return home / "settings.toml"


def test_where_nothing_is_set_nothing_holds_and_no_file_is_made(home: Path) -> None:
    assert load({}) == Settings()
    assert not home.exists()


def test_the_environment_counts_over_the_file(home: Path) -> None:
    written(home, 'name = "Ada"\nlevel = "hard"\nquestions = 5\nplain = true\n')
    assert load({}) == Settings("Ada", "hard", 5, None, True)
    said = {
        "QUIZ_NAME": "Grace",
        "QUIZ_LEVEL": "EASY",
        "QUIZ_PLAIN": "no",
        "QUIZ_TIMER": "15",
        "QUIZ_QUESTIONS": "",
    }
    assert load(said) == Settings("Grace", "easy", 5, 15, False)


@pytest.mark.parametrize(
    ("key", "value", "said"),
    [
        (
            "level",
            "esay",
            'level: “esay” does not do; give one of easy, medium, hard, adaptive; did you mean "easy"?',
        ),
        ("questions", "51", "questions: “51” does not do; give a number from 1 to 50"),
        ("timer", "2", "timer: “2” does not do; give a number from 5 to 300"),
        (
            "theme",
            "momo",
            f'theme: “momo” does not do; give one of {", ".join(themes.NAMES)}; did you mean "mono"?',
        ),
        (
            "names",
            "natvie",
            'names: “natvie” does not do; give one of romanised, native, both; did you mean "native"?',
        ),
        ("name", "", "name: “” does not do; give 1 to 40 letters, such as Ada"),
        ("plain", "perhaps", "plain: “perhaps” does not do; give yes or no"),
        ("nmae", "Ada", 'no setting "nmae"; did you mean "name"?'),
        (
            "colour",
            "red",
            'no setting "colour"; the settings are name, level, questions, timer, plain, theme, names',
        ),
    ],
)
def test_what_cannot_be_set_is_refused_in_a_line(key: str, value: str, said: str, home: Path) -> None:
    refused = run("config", key, value)
    assert (refused.exit_code, refused.stdout) == (2, "")
    assert refused.stderr == f"quiz: {said}\n"
    assert not home.exists()


def test_every_fault_of_the_file_and_of_the_environment_is_said_with_its_place(home: Path) -> None:
    path = written(home, 'level = "esay"\ncolour = "red"\n')
    with pytest.raises(Refused) as refused:
        load({"QUIZ_TIMER": "soon"})
    assert refused.value.lines == (
        f'{path}: level: “esay” does not do; give one of easy, medium, hard, adaptive; did you mean "easy"?',
        f'{path}: no setting "colour"; the settings are name, level, questions, timer, plain, theme, names',
        "QUIZ_TIMER: timer: “soon” does not do; give a number from 5 to 300",
    )


def test_a_file_that_is_no_toml_is_refused_in_a_line(home: Path) -> None:
    path = written(home, "name = \n")
    refused = run("config")
    assert refused.exit_code == 2
    assert refused.stderr.startswith(f"quiz: {path}: ")
    assert refused.stderr.endswith("; mend or remove that file\n")
    assert refused.stderr.count("\n") == 1


def test_a_setting_is_set_shown_and_taken_back(home: Path) -> None:
    shown = run("config", "name", "Ada").stdout.splitlines()
    assert shown == [
        "name: Ada (who plays)",
        "level: not set (easy, medium, hard or adaptive)",
        "questions: not set (how many a round has)",
        "timer: not set (seconds a question in the timed mode)",
        "plain: not set (plain lines in place of a screen: yes or no)",
        "theme: not set (how it looks: default, mono, high-contrast, colour-blind)",
        "names: not set (how people and titles are written: romanised, native or both)",
        f"kept in {home / 'settings.toml'}",
    ]
    assert "plain: yes" in run("config", "plain", "yes").stdout
    assert load({}) == Settings(name="Ada", plain=True)
    assert "name: not set" in run("config", "name", "--unset").stdout
    assert load({}) == Settings(plain=True)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("config", "name"), "what shall it be? quiz config name VALUE, or quiz config name --unset"),
        (("config", "--unset"), "say which setting to take back: quiz config SETTING --unset"),
        (("config", "nmae", "--unset"), 'no setting "nmae"; did you mean "name"?'),
    ],
)
def test_half_a_command_is_told_its_other_half(arguments: tuple[str, ...], said: str) -> None:
    refused = run(*arguments)
    assert (refused.exit_code, refused.stderr) == (2, f"quiz: {said}\n")


def test_a_folder_that_cannot_be_written_is_said_in_a_line(home: Path) -> None:
    home.write_text("a file where the folder should be")
    refused = run("config", "name", "Ada")
    assert refused.exit_code == 2
    assert refused.stderr.count("\n") == 1


def test_comments_and_other_lines_stay() -> None:
    text = "# mine\nname = 'Ada' # me\n\nlevel = \"hard\"\n"
    assert changed(text, "name", 'name = "Grace"') == '# mine\nname = "Grace"\n\nlevel = "hard"\n'
    assert changed(text, "level", None) == "# mine\nname = 'Ada' # me\n\n"
    assert changed("# no end", "name", 'name = "Ada"') == '# no end\nname = "Ada"\n'


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=40).map(str.strip).filter(bool))
def test_any_name_that_is_set_is_read_again(name: str) -> None:
    from tomllib import loads

    from msgspec import json as strings

    line = f"name = {strings.encode(name).decode()}"
    assert loads(changed("", "name", line))["name"] == name


def test_rounds_take_what_is_set_where_nothing_is_said() -> None:
    for key, value in (("name", "Grace"), ("level", "hard"), ("questions", "3")):
        run("config", key, value)
    assert "1/3 · 0 points" in run("play", typed="1\n" * 3).stdout
    (score,) = json.loads(run("scores", "--json").stdout)
    assert (score["player"], score["difficulty"], score["questions"]) == ("Grace", "hard", 3)
    run("play", "--name", "Ada", "--difficulty", "easy", typed="1\n" * 3)
    assert {each["player"] for each in json.loads(run("scores", "--json").stdout)} == {"Ada", "Grace"}
    assert run("daily", typed="1\n" * 10).exit_code == 0


def test_plain_lines_can_be_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(seat, "at_terminal", lambda: True)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("ACCESSIBLE", raising=False)
    assert seat.draws()
    settings.change("plain", "yes")
    assert not seat.draws()


def test_a_theme_is_a_flag_or_the_environment_or_the_file_or_the_default(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert settings.theme(None) == "default"
    settings.change("theme", "mono")
    assert settings.theme(None) == "mono"
    monkeypatch.setenv("QUIZ_THEME", "Colour-Blind")
    assert settings.theme(None) == "colour-blind"
    assert settings.theme("high-contrast") == "high-contrast"


def test_names_are_a_flag_or_the_environment_or_the_file_or_romanised(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert settings.shown_names(None) == "romanised"
    run("config", "name", "Ada")
    assert "names: both" in run("config", "names", "both").stdout
    assert load({}) == Settings(name="Ada", names="both")
    assert settings.shown_names(None) == "both"
    monkeypatch.setenv("QUIZ_NAMES", "native")
    assert settings.shown_names(None) == "native"
    assert settings.shown_names("romanised") == "romanised"
