"""Whole processes, timed: from their start to their end, to a text that they print, from a key to the next text."""

import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import termios
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import NamedTuple

SIZE = (24, 80)
PATIENCE = 20.0
"""Seconds after which a text that did not come will not come."""
_ESCAPES = re.compile(rb"\x1b(\[[0-9;?<>=]*[a-zA-Z]|[\]P][^\x07\x1b]*(\x07|\x1b\\)|[()][0-9A-B]|.)|[\s\x00-\x1f]+")


class Cost(NamedTuple):
    """What a process took: seconds on the clock, and the most memory it had at once, in bytes."""

    seconds: float
    memory: int


def run(command: Sequence[str], env: Mapping[str, str], worst: int = 0) -> Cost:
    """A process, from start to end, with nothing to read and nobody to read it.

    Raises RuntimeError where its exit code is above `worst`.
    """
    start = time.perf_counter()
    process = subprocess.Popen(
        command, env=env, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    _, status, used = os.wait4(process.pid, 0)
    took = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if not 0 <= process.returncode <= worst:
        raise RuntimeError(f"{' '.join(command)}: exit {process.returncode}")
    return Cost(took, used.ru_maxrss * 1024)


def printed(command: Sequence[str], env: Mapping[str, str], text: str) -> float:
    """Seconds from the start of a process until it has printed a text on a pipe."""
    start, seen = time.perf_counter(), b""
    with subprocess.Popen(
        command, env=env, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as process:
        assert process.stdout is not None
        while text.encode() not in seen:
            more = os.read(process.stdout.fileno(), 65536)
            if not more:
                raise RuntimeError(f"{' '.join(command)}: never printed {text!r}, but {seen!r}")
            seen += more
        took = time.perf_counter() - start
        process.kill()
    return took


class Seated:
    """A process in a terminal of its own."""

    def __init__(self, command: Sequence[str], env: Mapping[str, str], folder: str | None = None) -> None:
        self.start = time.perf_counter()
        self._pid, self._terminal = pty.fork()
        if not self._pid:
            with suppress(OSError):
                fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", *SIZE, 0, 0))
                os.chdir(folder or ".")
                os.execvpe(command[0], list(command), {**env, "TERM": "xterm-256color"})  # noqa: S606
            os._exit(127)
        self._seen = b""

    def until(self, *texts: str, patience: float = PATIENCE) -> float:
        """The moment when the last of these texts came, one after the other; blanks and colours do not count."""
        for text in texts:
            wanted = b"".join(text.encode().split())
            while wanted not in (flat := _ESCAPES.sub(b"", self._seen)):
                self._read(patience, text, flat)
            self._seen = flat[flat.index(wanted) + len(wanted) :]
        return time.perf_counter()

    def _read(self, patience: float, text: str, flat: bytes) -> None:
        ready, _, _ = select.select([self._terminal], [], [], patience)
        more = b""
        with suppress(OSError):
            more = os.read(self._terminal, 65536) if ready else b""
        if not more:
            raise RuntimeError(f"{text!r} never came, but {flat[-600:].decode(errors='replace')!r}")
        if b"\x1b[6n" in more:
            # Some ask where the cursor is, and wait for the answer.
            self.type("\x1b[1;1R")
        self._seen += more

    def settle(self, silence: float = 0.1) -> None:
        """Forgets all that was printed, once nothing more comes."""
        while select.select([self._terminal], [], [], silence)[0] and os.read(self._terminal, 65536):
            pass
        self._seen = b""

    def type(self, keys: str) -> float:
        """Types keys; returns the moment."""
        at = time.perf_counter()
        os.write(self._terminal, keys.encode())
        return at

    def end(self) -> int:
        """Ends the process; returns the most memory that it had at once, in bytes."""
        with suppress(ProcessLookupError):
            os.kill(self._pid, signal.SIGKILL)
        _, _, used = os.wait4(self._pid, 0)
        os.close(self._terminal)
        return used.ru_maxrss * 1024
