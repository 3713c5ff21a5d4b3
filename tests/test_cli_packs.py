"""The commands on packs: one's own, those that are faulty or small, and what they are said to be."""

import json
import re
import shutil
from pathlib import Path

import pytest
from commands import TEN, run
from packmaking import edit, pack, write_pack

from questions.reading import find_pack, shipped

pytestmark = pytest.mark.usefixtures("home", "signals")


def test_a_pack_of_ones_own_is_played_by_its_path_and_asked_again_by_it(tmp_path: Path) -> None:
    folder = shutil.copytree(find_pack("kfilm"), tmp_path / "my films" / "kfilm")
    played = run("play", "--pack", str(folder), "--questions", "5", "--seed", "1", typed=TEN)
    assert played.exit_code == 0
    assert f"--questions 5 --seed 1 --pack '{folder}'" in played.stdout
    assert [score["pack"] for score in json.loads(run("scores", "--json").stdout)] == ["kfilm"]


def test_a_pack_too_small_for_a_round_says_so(tmp_path: Path) -> None:
    folder = write_pack(pack(name="mine"), tmp_path)
    refused = run("play", "--pack", str(folder), typed=TEN)
    assert refused.exit_code == 2
    assert refused.stderr == 'quiz: pack "mine" has nothing to ask at level medium: choose another level\n'


def test_a_shorter_round_than_wished_says_so() -> None:
    played = run("play", "--pack", "kfilm", "--questions", "50", "--difficulty", "easy", typed="1\n" * 50)
    assert played.exit_code == 0
    assert re.match(r"This round has \d+ questions: the pack has no more that go together\.\n", played.stdout)


def test_a_faulty_pack_is_refused_with_a_line_for_every_fault(tmp_path: Path) -> None:
    folder = write_pack(pack(name="mine"), tmp_path)
    edit(folder, "pack.toml", lambda table: table.update(colour="red"))
    edit(folder, "people.toml", lambda table: table["ada-bell"].update(born="1990"))
    for arguments in (["packs", "check", str(folder)], ["play", "--pack", str(folder)]):
        refused = run(*arguments, typed=TEN)
        assert refused.exit_code == 2
        assert "quiz: pack.toml: colour: " in refused.stderr
        assert "quiz: people.toml: ada-bell.born: " in refused.stderr
        assert refused.stdout == ""


def test_a_fact_that_is_left_out_is_a_warning_and_no_fault(tmp_path: Path) -> None:
    folder = write_pack(pack(name="mine"), tmp_path)
    edit(folder, "works/quiet-harbour.toml", lambda table: table["scenes"][0].update(act="hum to his own tune"))
    checked = run("packs", "check", str(folder))
    assert checked.exit_code == 0
    assert checked.stdout.endswith(": no faults, 1 warning\n")
    assert checked.stderr.startswith("warning: works/quiet-harbour.toml: scenes.")


def test_a_pack_is_checked_by_a_path_without_a_separator_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_pack(pack(name="mine"), tmp_path)
    monkeypatch.chdir(tmp_path)
    assert run("packs", "check", "mine").stdout.startswith("mine ")


def test_a_sound_pack_is_described() -> None:
    checked = run("packs", "check", "kfilm")
    assert checked.exit_code == 0
    assert checked.stdout.startswith("kfilm 2026.11: Korean cinema, unscripted (57 films, 46 scenes): no faults")


@pytest.mark.parametrize("arguments", [["packs"], ["packs", "list"]])
def test_the_packs_are_listed(arguments: list[str]) -> None:
    listed = run(*arguments)
    assert [line.split()[0] for line in listed.stdout.splitlines()] == list(shipped())


def test_the_version_names_those_of_the_packs() -> None:
    assert run("--version").stdout.startswith("unscripted 0.1.0 (kdrama 2026.11, kfilm 2026.11)")
