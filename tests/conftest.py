"""What many modules set up alike: a data folder, the handlers of signals, the pack that is opened, screens."""

import signal
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from dealing import bank_of

from questions.bank import Bank
from quiz import host, names
from quiz.exits import Refused

if TYPE_CHECKING:
    from pseudoterminal import Screen


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder of the test's own, which is not there before something is kept."""
    monkeypatch.setenv("QUIZ_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


@pytest.fixture(autouse=True, scope="session")
def heard() -> None:
    """Whoever runs the tests may ignore signals, as nohup does, and so would the games that they start."""
    signal.signal(signal.SIGINT, signal.default_int_handler)
    signal.signal(signal.SIGHUP, signal.SIG_DFL)


@pytest.fixture
def signals() -> Iterator[None]:
    """The handlers that the game takes over are put back as they were."""
    taken = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGALRM)
    before = {number: signal.getsignal(number) for number in taken}
    yield
    signal.setitimer(signal.ITIMER_REAL, 0)
    for number, handler in before.items():
        signal.signal(number, handler)


@pytest.fixture
def dramas(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The pack of dramas, read once for all tests, is the only one there is; whoever gives no name is “login”."""

    def opened(said: str) -> Bank:
        if said != "kdrama":
            raise Refused(f"no {said}")
        return bank_of(said)

    monkeypatch.setattr(names, "login", lambda: "login")
    monkeypatch.setattr(host, "open_bank", opened)


@pytest.fixture
def closing() -> Iterator[list["Screen"]]:
    """Screens that are put in are closed after the test."""
    screens: list[Screen] = []
    yield screens
    for screen in screens:
        screen.child.close(force=True)
