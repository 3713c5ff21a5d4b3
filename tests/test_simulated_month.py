"""Over a simulated month, review leaves a player knowing more, at the same number of questions."""

from simulated_month import Ladder, Never, compared, month


def test_with_review_at_least_15_percent_more_is_learnt() -> None:
    figures = compared({"none": Never, "review": Ladder}, range(4))
    assert figures["review"][0] >= 1.15 * figures["none"][0]


def test_a_month_is_a_function_of_its_seed() -> None:
    assert month(Ladder(), 3, days=8) == month(Ladder(), 3, days=8)
