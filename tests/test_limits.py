"""What a round is limited to: which works are left, how limits are written, and what is refused."""

import pytest
from dealing import bank_of
from hypothesis import given
from hypothesis import strategies as st
from packmaking import pack, work

from quiz.exits import Refused
from quiz.limits import Limits, made, read

FACTS = pack(
    {
        "pier": work("The Pier", year=2016, genres=("Romance", "drama")),
        "tide": work("Low Tide", year=2020, genres=("thriller",), aliases=("The Ebb",)),
        "gull": work("Gulls & Co", year=2021, genres=("romance",)),
        "fog": work("Fog"),
    }
)


@pytest.mark.parametrize(
    ("limits", "left"),
    [
        (Limits(), None),
        (Limits(mix="3-7-0"), None),
        (Limits(years=(2016, 2020)), {"pier", "tide"}),
        (Limits(years=(2016, 2016)), {"pier"}),
        (Limits(genres=("romance",)), {"pier", "gull"}),
        (Limits(genres=("romance", "thriller")), {"pier", "gull", "tide"}),
        (Limits(genres=("romance",), years=(2021, 2030)), {"gull"}),
        (Limits(works=("fog", "tide")), {"fog", "tide"}),
        (Limits(without=("fog", "tide")), {"pier", "gull"}),
        (Limits(works=("fog",), without=("fog",)), set()),
    ],
)
def test_what_is_left(limits: Limits, left: set[str] | None) -> None:
    assert limits.among(FACTS) == left


def test_only_what_the_player_chose_to_be_asked_about_is_narrow() -> None:
    assert [Limits(years=(2016, 2016)).narrow, Limits(genres=("x",)).narrow, Limits(works=("x",)).narrow] == [
        True
    ] * 3
    assert [Limits().narrow, Limits(without=("x",)).narrow, Limits(mix="1-2-3").narrow] == [False] * 3


@pytest.mark.parametrize("said", ["tide", "Low Tide", "low tide", "the ebb", "THE EBB"])
def test_a_work_goes_by_its_slug_its_title_and_its_other_names(said: str) -> None:
    assert made(FACTS, works=[said]).works == ("tide",)


def test_a_title_that_two_works_share_means_both() -> None:
    works = {"tide": work("Low Tide", year=2001), "tide-2020": work("Low Tide", year=2020), "fog": work("Fog")}
    assert made(pack(works), without=["Low Tide"]).without == ("tide", "tide-2020")


def test_limits_are_written_as_flags() -> None:
    limits = Limits((2016, 2020), ("romantic comedy", "drama"), ("tide",), ("pier", "fog"), "3-7-0")
    assert limits.flags == (
        "--mix 3-7-0 --years 2016-2020 --genre drama --genre 'romantic comedy' --work tide"
        " --without fog --without pier"
    )
    assert Limits(years=(2016, 2016)).flags == "--years 2016"
    assert Limits().flags == ""


SLUGS = st.lists(st.from_regex(r"[a-z0-9]+(-[a-z0-9]+)*", fullmatch=True), max_size=3, unique=True)
SORTED = SLUGS.map(lambda slugs: tuple(sorted(slugs)))
GENRES = st.lists(st.text(min_size=1), max_size=3, unique=True).map(lambda said: tuple(sorted(said)))
YEARS = st.none() | st.tuples(st.integers(1900, 2000), st.integers(2000, 2100))


@given(
    st.builds(Limits, years=YEARS, genres=GENRES, works=SORTED, without=SORTED, mix=st.sampled_from(["", "1-2-3"]))
)
def test_what_is_written_is_read_again(limits: Limits) -> None:
    assert read(limits.flags) == limits


@pytest.mark.parametrize(
    ("said", "line"),
    [
        ({"genres": ["romnace"]}, 'pack "made" has no genre "romnace"; did you mean "romance"?'),
        ({"genres": ["horror"]}, 'pack "made" has no genre "horror"; it has drama, romance, thriller'),
        ({"works": ["Low Tied"]}, 'pack "made" has no play "Low Tied"; did you mean "Low Tide"?'),
        ({"without": ["gul"]}, 'pack "made" has no play "gul"; did you mean "gull"?'),
        ({"years": (1990, 1991)}, 'no play of pack "made" passes --years 1990-1991: leave a filter out'),
        (
            {"years": (2016, 2016), "genres": ["thriller"]},
            'no play of pack "made" passes --years 2016 --genre thriller: leave a filter out',
        ),
    ],
)
def test_what_the_pack_does_not_have_is_refused_in_a_line(said: dict[str, object], line: str) -> None:
    with pytest.raises(Refused) as refused:
        made(FACTS, **said)  # type: ignore[arg-type]  # a table of arguments
    assert [text.replace(FACTS.name, "made") for text in refused.value.lines] == [line]


def test_every_genre_of_the_shipped_pack_has_works() -> None:
    facts = bank_of("kdrama").pack
    limits = made(facts, genres=["Romance"], years=(2016, 2020))
    assert limits.among(facts)
