"""The game in a real pseudo-terminal: its screen is read, its keys are pressed, its process is killed."""

import os
import re
import shlex
import signal
import sys
import time
from pathlib import Path

import pyte
import pytest

pexpect = pytest.importorskip("pexpect")

PATIENCE = 30.0
"""Seconds after which what is waited for does not come."""
PLAY = "play --difficulty medium --questions 10 --seed 7 --name Ada"


class Screen:
    """A shell in a terminal of this size, which runs the game and then tells its exit code and modes."""

    def __init__(self, arguments: str, size: tuple[int, int], home: Path, **environment: str) -> None:
        self.width, self.height = size
        self._screen = pyte.Screen(self.width, self.height)
        self._stream = pyte.Stream(self._screen)
        self.raw = ""
        quiz = f"exec {shlex.quote(sys.executable)} -m quiz {arguments}"
        game = f"sh -c {shlex.quote(f'echo pid $$; {quiz}')}"
        script = f'echo "<$(stty -g)>"; {game}; echo "exit $?"; echo "<$(stty -g)>"'
        self.child = pexpect.spawn(
            "/bin/sh",
            ["-c", script],
            dimensions=(self.height, self.width),
            encoding="utf-8",
            timeout=PATIENCE,
            env={"TERM": "xterm-256color", "PATH": "/usr/bin:/bin", "QUIZ_HOME": str(home), **environment},
        )

    def read(self) -> None:
        """Takes in what has been drawn since."""
        try:
            drawn = self.child.read_nonblocking(65536, timeout=0.05)
        except (pexpect.TIMEOUT, pexpect.EOF):
            return
        self.raw += drawn
        self._stream.feed(drawn)

    @property
    def lines(self) -> list[str]:
        return [line.rstrip() for line in self._screen.display]

    @property
    def flat(self) -> str:
        """The screen's words, without the breaks of lines."""
        return " ".join(" ".join(self.lines).split())

    def wait(self, *texts: str) -> str:
        """The screen's words once all these stand on it."""
        end = time.monotonic() + PATIENCE
        while not all(text in self.flat for text in texts):
            assert time.monotonic() < end, f"{texts} not on the screen:\n" + "\n".join(self.lines)
            self.read()
        return self.flat

    def key(self, key: str) -> None:
        self.child.send(key)

    def resize(self, width: int, height: int) -> None:
        """Makes the window another size, on an empty screen."""
        self._screen.resize(height, width)
        self._screen.reset()
        self.width, self.height = width, height
        self.child.setwinsize(height, width)

    def kill(self, number: signal.Signals) -> None:
        """Sends the game a signal."""
        found = re.search(r"pid (\d+)", self.raw)
        assert found
        os.kill(int(found[1]), number)

    def ended(self) -> int:
        """The exit code; the terminal's modes must be what they were."""
        end = time.monotonic() + PATIENCE
        while len(modes := re.findall(r"<([0-9a-f:]+)>", self.raw)) < 2:
            assert time.monotonic() < end, "\n".join(self.lines)
            self.read()
        assert modes[0] == modes[1]
        assert self.raw.rfind("\x1b[?25h") >= self.raw.rfind("\x1b[?25l"), "the cursor stays hidden"
        code = re.search(r"exit (\d+)", self.raw)
        assert code
        return int(code[1])
