"""No question of any pack can be refuted: a few random packs here, 10,000 by `python tests/random_packs.py`."""

from random_packs import law


def test_no_question_of_a_random_pack_can_be_refuted() -> None:
    law(60)
