"""What a player has set once and for all: flags count over the environment, that over the file, that over defaults.

The file is flat TOML; a line is changed in place, so that comments stay.
"""

import os
import re
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, get_args

from msgspec import Struct, convert, json

from questions.faults import did_you_mean
from questions.question import Names
from quiz import config, names, themes
from quiz.ability import Level
from quiz.exits import Refused

ENVIRONMENT = "QUIZ_"
LONGEST_ROUND = 50
TIMERS = range(5, 301)
YES, NO = ("1", "true", "yes", "on"), ("0", "false", "no", "off")


class Settings(Struct, frozen=True):
    """None where nothing is set."""

    name: str | None = None
    level: Level | None = None
    questions: int | None = None
    timer: int | None = None
    plain: bool | None = None
    theme: themes.Name | None = None
    names: Names | None = None


def _name(said: str) -> str:
    if not names.tidy(said) or len(names.tidy(said)) < len(" ".join(said.split())):
        raise ValueError(f"1 to {names.LENGTH} letters, such as Ada")
    return names.tidy(said)


def _one_of(known: Sequence[str]) -> Callable[[str], str]:
    def read(said: str) -> str:
        if said.casefold() not in known:
            raise ValueError(f"one of {', '.join(known)}{did_you_mean(said.casefold(), known)}")
        return said.casefold()

    return read


def _between(least: int, most: int) -> Callable[[str], int]:
    def read(said: str) -> int:
        if not (said.isascii() and said.isdigit() and len(said) < 6 and least <= int(said) <= most):
            raise ValueError(f"a number from {least} to {most}")
        return int(said)

    return read


def _switch(said: str) -> bool:
    if said.casefold() not in (*YES, *NO):
        raise ValueError("yes or no")
    return said.casefold() in YES


READERS: Mapping[str, Callable[[str], Any]] = {
    "name": _name,
    "level": _one_of(get_args(Level)),
    "questions": _between(1, LONGEST_ROUND),
    "timer": _between(TIMERS.start, TIMERS.stop - 1),
    "plain": _switch,
    "theme": _one_of(themes.NAMES),
    "names": _one_of(get_args(Names)),
}
ABOUT = {
    "name": "who plays",
    "level": "easy, medium, hard or adaptive",
    "questions": "how many a round has",
    "timer": "seconds a question in the timed mode",
    "plain": "plain lines in place of a screen: yes or no",
    "theme": f"how it looks: {', '.join(themes.NAMES)}",
    "names": "how people and titles are written: romanised, native or both",
}


def file() -> Path:
    """Where the settings are kept; it need not exist."""
    return config.data_folder() / "settings.toml"


def load(environment: Mapping[str, str] = os.environ) -> Settings:
    """What holds here; raises Refused with every fault of the file and of the environment."""
    found, faults = {}, []
    said = {key: (str(file()), value) for key, value in _kept().items()}
    for key in READERS:
        variable = f"{ENVIRONMENT}{key.upper()}"
        if environment.get(variable):
            said[key] = (variable, environment[variable])
    for key, (where, value) in said.items():
        try:
            found[key] = read(key, value)
        except ValueError as error:
            faults.append(f"{where}: {error}")
    if faults:
        raise Refused(*faults)
    return convert(found, Settings)


def theme(said: themes.Name | None) -> themes.Name:
    """How things look: as was said, or set; raises Refused."""
    return said or load().theme or themes.DEFAULT


def shown_names(said: Names | None) -> Names:
    """How people and works are shown: as was said, or set; raises Refused."""
    return said or load().names or "romanised"


def read(key: str, value: object) -> Any:
    """The value of a setting; raises ValueError with a line that says what may be set."""
    reader = _reader(key)
    try:
        return reader(str(value).lower() if isinstance(value, bool) else str(value))
    except ValueError as error:
        raise ValueError(f"{key}: “{value}” does not do; give {error}") from error


def _reader(key: str) -> Callable[[str], Any]:
    if key not in READERS:
        hint = did_you_mean(key, READERS) or f"; the settings are {', '.join(READERS)}"
        raise ValueError(f'no setting "{key}"{hint}')
    return READERS[key]


def _kept() -> dict[str, object]:
    if not file().exists():
        return {}
    import tomllib

    try:
        return tomllib.loads(file().read_text("utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise Refused(f"{file()}: {' '.join(str(error).split())}; mend or remove that file") from error


def change(key: str, value: str | None) -> None:
    """Sets a setting, or takes it back with None; raises Refused for what cannot be set or written."""
    try:
        _reader(key)
        line = None if value is None else f"{key} = {json.encode(read(key, value)).decode()}"
    except ValueError as error:
        raise Refused(str(error)) from error
    # A file that cannot be read is not written over.
    _kept()
    try:
        file().parent.mkdir(parents=True, exist_ok=True)
        old = file().read_text("utf-8") if file().exists() else ""
        file().write_text(changed(old, key, line), "utf-8")
    except OSError as error:
        raise Refused(f"{error.filename or file()}: {(error.strerror or str(error)).lower()}") from error


def changed(text: str, key: str, line: str | None) -> str:
    """The file's text with a line in place of the key's, at the end where it had none, or without it for None."""
    ours = re.compile(rf"^{re.escape(key)}[ \t]*=.*$\n?", re.MULTILINE)
    if line is None:
        return ours.sub("", text)
    if ours.search(text):
        return ours.sub(lambda _: f"{line}\n", text, count=1)
    return f"{text}{'' if not text or text.endswith(chr(10)) else chr(10)}{line}\n"


def shown(settings: Settings) -> list[str]:
    """A line for each setting, and where the file is."""
    lines = []
    for key, about in ABOUT.items():
        value = getattr(settings, key)
        told = "not set" if value is None else ("yes" if value else "no") if isinstance(value, bool) else str(value)
        lines.append(f"{key}: {told} ({about})")
    return [*lines, f"kept in {file()}"]
