"""A slice of the golden catalogue; the whole of it is checked by running tests/golden.py on each Python."""

import pytest
from golden import CATALOGUE, dealt, known, rounds

pytestmark = pytest.mark.skipif(not CATALOGUE.exists(), reason="the catalogue is written with a release")


def test_the_catalogue_has_a_thousand_rounds_of_every_pack_and_level() -> None:
    golden = known()
    assert set(golden) == {f"{pack} {level} {seed}" for pack, level, seed in rounds()}
    assert len(golden) >= 1_000
    assert len(set(golden.values())) > 0.99 * len(golden)


def test_the_rounds_of_the_catalogue_are_dealt_to_the_byte() -> None:
    slice_ = iter(list(rounds())[::17])
    golden = known()
    changed = [name for name, found in dealt(slice_) if golden[name] != found]
    assert changed == [], "a seed deals another round than it did: is that meant? Then CHANGELOG.md tells it"
