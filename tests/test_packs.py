"""The packs that ship with the game."""

import pytest

from questions.reading import check_pack, find_pack, read_pack, shipped


def test_the_game_ships_two_packs() -> None:
    assert shipped() == ("kdrama", "kfilm")


@pytest.mark.parametrize("name", shipped())
def test_shipped_pack_is_read(name: str) -> None:
    pack = read_pack(find_pack(name))
    assert pack.name == name
    assert list(pack.works) == sorted(pack.works)


@pytest.mark.parametrize("name", shipped())
def test_shipped_pack_has_no_faults_and_loses_no_fact(name: str) -> None:
    assert check_pack(find_pack(name)) == ()
