"""The game's files live where such files belong."""

from pathlib import Path

import platformdirs
import pytest

from quiz import config


@pytest.mark.parametrize("said", [None, "", "  ", "/somewhere/else", "~/here", "not/absolute"])
@pytest.mark.parametrize("kind", ["data", "cache", "config"])
def test_a_folder_is_where_platformdirs_has_it(
    kind: str, said: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    variable, _ = config.XDG[kind]
    monkeypatch.delenv(variable, raising=False)
    if said is not None:
        monkeypatch.setenv(variable, said)
    expected = {
        "data": platformdirs.user_data_path,
        "cache": platformdirs.user_cache_path,
        "config": platformdirs.user_config_path,
    }[kind]
    assert config.user_folder(kind) == expected("unscripted", appauthor=False)


def test_one_name_moves_all_of_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QUIZ_HOME", "~/elsewhere")
    home = Path.home() / "elsewhere"
    assert (config.data_folder(), config.cache_folder()) == (home, home / "cache")
    assert config.scores_file() == home / "scores.sqlite3"
