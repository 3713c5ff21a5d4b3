"""The packs that ship with the game."""

import pytest

from questions.reading import find_pack, read_pack, shipped


def test_the_game_ships_two_packs() -> None:
    assert shipped() == ("kdrama", "kfilm")


@pytest.mark.parametrize("name", shipped())
def test_shipped_pack_is_read(name: str) -> None:
    pack = read_pack(find_pack(name))
    assert pack.name == name
    assert list(pack.works) == sorted(pack.works)
