"""The commands for the modes: what they play, keep and refuse."""

import json
from datetime import date
from typing import Any

import pytest
from commands import run
from guest import Guest

from quiz import host
from quiz.exits import Left
from quiz.host import Wish
from quiz.modes import DAILY, MODES, SURVIVAL
from quiz.play import Ending
from quiz.store import Filters

ONES = "1\n" * 50
pytestmark = pytest.mark.usefixtures("dramas", "signals")


@pytest.fixture(autouse=True)
def today(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every test plays on one day."""
    monkeypatch.setattr(host, "today", lambda: date(2026, 11, 23))


def scores(**filters: str) -> list[dict[str, Any]]:
    flags = [word for name, value in filters.items() for word in (f"--{name}", value)]
    found: list[dict[str, Any]] = json.loads(run("scores", "--json", *flags).stdout)
    return found


def test_todays_round_says_its_day_counts_once_and_tells_of_days_in_a_row() -> None:
    first = run("daily", "--name", "Ada", typed=ONES)
    assert first.exit_code == 0
    assert first.stdout.startswith("Round #327: Monday, 23 November 2026.\n")
    assert "1 day in a row: come back tomorrow." in first.stdout
    assert "The same questions again: quiz daily --date 2026-11-23" in first.stdout
    again = run("daily", "--name", "Ada", typed=ONES)
    assert "Not ranked: a day counts once, and on the day itself." in again.stdout
    assert [score["seed"] for score in scores(mode="daily")] == [20261123]


def test_a_past_day_is_played_for_fun() -> None:
    past = run("daily", "--date", "2026-11-20", "--name", "Ada", typed=ONES)
    assert past.exit_code == 0
    assert "That day is past: this is for fun, and does not count." in past.stdout
    assert scores() == []


def test_everyone_gets_the_same_round_of_a_day() -> None:
    told = [run("daily", "--name", name, typed=ONES).stdout for name in ("Ada", "Grace")]
    asked = [[line for line in each.splitlines() if line[:3] in ("1. ", "2. ", "3. ")] for each in told]
    assert asked[0][:30] == asked[1][:30]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["daily", "--date", "2026-11-24"], "2026-11-24 has not come yet; it is 2026-11-23 here"),
        (["daily", "--date", "2025-12-31"], "no round of 2025-12-31; the first was that of 2026-01-01"),
        (["daily", "--date", "today"], "no day “today”; write it as 2026-11-23"),
        (["play", "--mode", "ladde"], 'no mode “ladde”; did you mean "ladder"?'),
        (["play", "--mode", "bowling"], f"no mode “bowling”; the modes are {', '.join(MODES)}"),
        (["play", "--timer", "1"], "no timer of “1” seconds; give a number from 3 to 600"),
        (["play", "--timer", "soon"], "no timer of “soon” seconds; give a number from 3 to 600"),
        (["play", "--mode", "ladder", "--difficulty", "easy"], "ladder sets that itself: leave out --difficulty"),
        (["play", "--mode", "survival", "--questions", "5"], "survival sets that itself: leave out --questions"),
        (["play", "--mode", "daily", "--seed", "5"], "daily sets that itself: leave out --seed"),
        (["play", "--mode", "ladder", "--timer", "9"], "ladder has no clock: leave out --timer"),
        (
            ["play", "--mode", "timed"],
            "a clock needs a screen to run on: leave out --timer, or --plain and play at a terminal",
        ),
        (["play", "--players", "Ada"], "no players “Ada”; give 2 to 8 different names, such as Ada,Grace,Lin"),
        (["play", "--together"], "--together is for several: say who plays, such as --players Ada,Grace"),
        (["play", "--mode", "turns"], "turns is for several: say who plays, such as --players Ada,Grace"),
    ],
)
def test_what_cannot_be_played_is_refused_in_one_line(arguments: list[str], said: str) -> None:
    refused = run(*arguments, typed=ONES)
    assert refused.exit_code == 2
    assert refused.stdout == ""
    (line,) = refused.stderr.splitlines()
    assert line.endswith(said)


def test_the_modes_are_listed() -> None:
    listed = run("modes").stdout.splitlines()
    assert [line.partition(":")[0] for line in listed] == [*MODES]
    assert "ladder: fifteen rungs, two lifelines, one miss ends it" in listed


def test_players_in_turns_and_together_are_played_and_kept() -> None:
    for flags in ([], ["--together"]):
        played = run("play", "--players", "Ada,Grace", *flags, "--questions", "2", "--seed", "3", typed=ONES)
        assert played.exit_code == 0
        assert "Ada · 1/2 · 0 points" in played.stdout
        assert "Grace · 2/2" in played.stdout
    assert {(score["mode"], score["player"]) for score in scores()} == {
        (mode, player) for mode in ("turns", "together") for player in ("Ada", "Grace")
    }


def test_survival_tells_one_who_leaves_how_many_were_answered() -> None:
    with pytest.raises(Left, match="left after 1 question; your answers are kept"):
        host.play(Wish("kdrama", name="Ada", seed=3), Guest([None]), asks=True, mode=SURVIVAL)


def test_one_who_wants_more_after_the_round_of_the_day_gets_a_like_one_that_counts_apart() -> None:
    guest = Guest([0] * 20, rounds=2)
    host.play(Wish("kdrama", name="Ada"), guest, asks=True, mode=DAILY)
    terms = [news.round.terms for news in guest.news if isinstance(news, Ending)]
    assert [(each.mode, each.level, each.count) for each in terms] == [
        ("daily", "medium", 10),
        ("classic", "medium", 10),
    ]
    assert {score.mode for score in host.store().scores(Filters())} == {"daily", "classic"}


def test_a_round_without_a_level_of_its_own_is_no_default_for_the_next() -> None:
    host.play(Wish("kdrama", "hard", 5, 7, "Ada"), Guest([0] * 5), asks=False)
    host.play(Wish("kdrama", name="Ada", seed=3), Guest([None] * 3), asks=False, mode=SURVIVAL)
    assert host.store().latest() == ("Ada", "hard", 5)
