"""A game that is killed, at moments drawn by lot: no answer is lost, the terminal is as it was, the rest is played.

`QUIZ_KILLS=20 pytest tests/test_kills.py` tries twenty moments for each signal.
"""

import os
import random
import signal
import sqlite3
import time
from pathlib import Path

import pytest
from pseudoterminal import PLAY, Screen

pytestmark = pytest.mark.skipif(os.name == "nt", reason="needs a pseudo-terminal")
MOMENTS = range(int(os.environ.get("QUIZ_KILLS", "2")))
LONGEST = 2.5
"""Seconds within which the signal comes, counted from the first question: a few questions are answered in them."""


class Hasty:
    """Answers the questions of a screen as fast as they come, until a moment."""

    def __init__(self, screen: Screen) -> None:
        self.screen, self.judged = screen, 0
        screen.wait("1/10", "? keys")

    def play_until(self, end: float) -> None:
        """Plays on; `judged` counts the verdicts that were seen."""
        waits_for_verdict = False
        while time.monotonic() < end:
            self.screen.read()
            if "any key goes on" in self.screen.flat and waits_for_verdict:
                self.judged, waits_for_verdict = self.judged + 1, False
                self.screen.key(" ")
            elif (
                f"{self.judged + 1}/10" in self.screen.flat
                and "? keys" in self.screen.flat
                and not waits_for_verdict
            ):
                self.screen.key("1")
                waits_for_verdict = True


def press_again(screen: Screen) -> None:
    """Sends Ctrl-C once more where Python dropped the first, which it does while it collects what is unused."""
    end = time.monotonic() + 3
    while "exit " not in screen.raw and time.monotonic() < end:
        screen.read()
    if "exit " not in screen.raw:
        screen.kill(signal.SIGINT)


def kept(home: Path) -> list[int]:
    """The positions of the answers that are safe."""
    path = home / "scores.sqlite3"
    if not path.exists():
        return []
    db = sqlite3.connect(path)
    try:
        return [position for (position,) in db.execute("SELECT position FROM answer ORDER BY position")]
    finally:
        db.close()


@pytest.mark.parametrize("moment", MOMENTS)
@pytest.mark.parametrize("how", ["SIGINT", "SIGTERM", "SIGHUP", "SIGKILL"])
def test_no_answer_is_lost_to_a_signal_whenever_it_comes(
    how: str, moment: int, home: Path, closing: list[Screen]
) -> None:
    screen = Screen(PLAY, (80, 24), home)
    closing.append(screen)
    player = Hasty(screen)
    player.play_until(time.monotonic() + random.Random(f"{how} {moment}").uniform(0, LONGEST))  # noqa: S311 - no secret
    number = signal.Signals[how]
    screen.kill(number)
    if number is signal.SIGINT:
        press_again(screen)
    if number is not signal.SIGKILL:
        # A killed program cannot put its terminal right; any other does.
        # Ctrl-C after the last answer leaves a round that is over.
        left = {0, 130} if len(kept(home)) == 10 else {130}
        assert screen.ended() in (left if number is signal.SIGINT else {128 + number})
    else:
        screen.wait("exit 137")
    answers = kept(home)
    assert answers == list(range(len(answers)))
    assert player.judged <= len(answers) <= player.judged + 1
    if 0 < len(answers) < 10:
        again = Screen("play --resume", (80, 24), home)
        closing.append(again)
        again.wait(f"{len(answers) + 1}/10 · ", "? keys")
        again.key("q")
        assert again.ended() == 130
