"""Whole games by a script, at a terminal and on plain lines, on a small pack of another world.

A script is a mark for each key: ✓ the right option, ✗ a wrong one, 0 don't know; ?, f and s are themselves.
"""

import os
import re
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

from dealing import bank_of
from pseudoterminal import Screen

from quiz import hotseat, modes
from quiz.modes import MODES
from quiz.round import Round
from quiz.sitting import Choice, Sitting

HERE = Path(__file__).parent
PACK = "./otherworld/skerries"
SETTLED = 0.15
"""Seconds without anything drawn after which a screen stands."""
COUNTDOWN = re.compile(r"^ +\d+ s ░+$")


@dataclass(frozen=True)
class Game:
    """A game to play: `flags` after `quiz`, and its script."""

    mode: str
    flags: str
    script: str
    seed: int = 7
    count: int = 10
    players: tuple[str, ...] = ("Ada",)
    timer: int | None = None
    level: str = "easy"
    pack: str = PACK

    @property
    def arguments(self) -> str:
        who = f"--players {','.join(self.players)}" if len(self.players) > 1 else f"--name {self.players[0]}"
        pack = "" if self.pack == "kdrama" else f" --pack {self.pack}"
        return f"{self.flags} {who}{pack}"

    def rounds(self) -> tuple[Round, ...]:
        """The rounds as they are dealt."""
        mode = MODES[self.mode]
        choice = Choice(
            mode=mode,
            pack=self.pack,
            level=mode.level or self.level,
            count=mode.count or self.count,
            name=self.players[0],
            timer=self.timer,
        )
        table = Sitting(bank_of(str(HERE / PACK) if self.pack == PACK else self.pack), lambda: 0.0)
        if mode.party:
            return hotseat.deal(table, choice, self.players, self.seed)
        return (table.deal(choice, self.seed),)


GAMES = (
    Game("classic", "play --difficulty easy --questions 3 --seed 7", "✓✗0", count=3),
    Game("daily", "daily --date 2026-11-20", "✓✗✓✓✗✓✓0✓✓", seed=20261120),
    Game("survival", "play --mode survival --seed 7", "✓✓✗✓✗✓0"),
    Game("ladder", "play --mode ladder --seed 7", "?✓✓✓✓✓f✓✗"),
    Game("timed", "play --timer 600 --difficulty easy --questions 2 --seed 7", "✓✗", count=2, timer=600),
    Game(
        *("turns", "play --difficulty easy --questions 2 --seed 7", "✓✗✓✓"),
        count=2,
        players=("Ada", "Grace"),
    ),
    Game(
        *("together", "play --together --difficulty easy --questions 2 --seed 7", "✓✗✓0"),
        count=2,
        players=("Ada", "Grace"),
    ),
)


@dataclass
class Course:
    """Where a game stands: whose turn it is, and which key a mark is."""

    rounds: list[Round]
    at: int = 0
    keys: list[str] = field(default_factory=list)

    @property
    def now(self) -> Round:
        return self.rounds[self.at]

    def press(self, mark: str) -> bool:
        """Notes the key of a mark; whether it is an answer."""
        lines = modes.offered(self.now)
        if mark in lines:
            self.rounds[self.at] = modes.use(self.now, lines[mark].name)
        if mark in (*lines, "?"):
            self.keys.append(mark)
            return False
        key = self.now.question.answer
        chosen = {"✓": key, "✗": next(i for i in self.now.shown if i != key), "0": None}[mark]
        self.keys.append("0" if chosen is None else str(chosen + 1))
        self.rounds[self.at] = modes.answer(self.now, chosen, 0.0)
        self.at = (self.at + 1) % len(self.rounds)
        return True

    @property
    def judged(self) -> bool:
        """Whether the answer just given is followed by a verdict."""
        return self.rounds[0].terms.mode != "together" or self.at == 0


def transcript(game: Game, home: Path) -> str:
    """All that the plain player says."""
    course = Course(list(game.rounds()))
    for mark in game.script:
        course.press(mark)
    played = subprocess.run(
        [sys.executable, "-m", "quiz", *game.arguments.split()],
        input="\n".join([*course.keys, ""]),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
        cwd=HERE,
        env={**os.environ, "QUIZ_HOME": str(home)},
    )
    assert played.stderr == ""
    return played.stdout


def screens(game: Game, screen: Screen) -> list[tuple[str, list[str]]]:
    """Every screen of a game, each with what it is; leaves the game at its end."""
    course, seen = Course(list(game.rounds())), []

    def keep(name: str, *awaited: str) -> None:
        seen.append((name, settled(screen, *awaited)))

    for mark in game.script:
        keep(f"before {mark}", *_signs(course, seen))
        answers = course.press(mark)
        screen.key(course.keys[-1])
        if answers and course.judged:
            keep(f"after {mark}", "any key goes on")
            screen.key(" ")
    keep("the end", "another round")
    screen.key("x")
    assert screen.ended() == 0
    return seen


def _signs(course: Course, seen: list[tuple[str, list[str]]]) -> list[str]:
    """What tells the screen of the open question from that before it."""
    round_ = course.now
    signs = ["? keys", round_.question.options[round_.shown[-1]].text.split()[0]]
    if seen and seen[-1][0] == "before ?":
        signs.append("show these keys")
    if round_.hidden:
        signs.append(" or ".join(str(i + 1) for i in round_.shown))
    if len(course.rounds) > 1:
        signs.append(f"{round_.terms.player} · ")
    return signs


def settled(screen: Screen, *awaited: str) -> list[str]:
    """The screen once what is awaited stands on it, and nothing but a clock moves."""
    screen.wait(*awaited)
    lines, since = [""], time.monotonic()
    while time.monotonic() - since < SETTLED:
        screen.read()
        now = [COUNTDOWN.sub("  (the time that is left)", line) for line in screen.lines]
        if now != lines:
            lines, since = now, time.monotonic()
    return lines
