"""What may be said on the command line, and one clear line where it may not."""

import os
import sys
from collections.abc import Sequence
from datetime import date
from typing import Annotated, Any, NoReturn, get_args

import typer
from typer.core import TyperGroup

from questions.question import Names
from quiz import names, themes
from quiz.exits import Left, Refused

LONGEST = 50
"""The most questions in a round."""
SHORTEST, SLOWEST = 3, 600
"""How many seconds a timer may give."""
SEEDS_BELOW = 2**63
"""What the store can keep."""

_YEAR = len("2016")


class OneLine(TyperGroup):
    """Turns whatever ends a command into its exit code; complaints are one line each on stderr, without a box."""

    def main(self, *args: Any, **extra: Any) -> NoReturn:
        extra["standalone_mode"] = False
        try:
            code = super().main(*args, **extra)
        except Left as left:
            code = _end(130, *left.args)
        except Refused as refused:
            code = _end(2, *refused.lines)
        except Exception as error:
            # Click's own errors, which Typer keeps private, are those that know how to word themselves.
            if not hasattr(error, "format_message"):
                raise
            code = _end(2, " ".join(error.format_message().split()))
        finally:
            _flush()
        sys.exit(code if isinstance(code, int) else 0)

    def invoke(self, ctx: Any) -> Any:
        """Runs a command; one whose reader has gone (`quiz scores | head -1`) has nothing more to do."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            return None


def _flush() -> None:
    """Writes out what is left, or drops it where the reader or the window has gone: no exit code of its own."""
    for stream in (sys.stdout, sys.stderr):
        try:
            if stream is not None:
                stream.flush()
        except OSError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _end(code: int, *lines: str) -> int:
    for line in lines:
        typer.echo(f"quiz: {line}", err=True)
    return code


def seed(said: str) -> int:
    if not (_whole(said) and int(said) < SEEDS_BELOW):
        raise typer.BadParameter(f"no seed “{said}”; give a whole number, such as 7")
    return int(said)


def count(said: str) -> int:
    if not (_whole(said) and 1 <= int(said) <= LONGEST):
        raise typer.BadParameter(f"no round of “{said}” questions; give a number from 1 to {LONGEST}")
    return int(said)


def players(said: str) -> tuple[str, ...]:
    """Several names with commas between."""
    if found := names.several(said):
        return found
    raise typer.BadParameter(f"no players “{said}”; give {names.SEVERAL}")


def timer(said: str) -> int:
    if not (_whole(said) and SHORTEST <= int(said) <= SLOWEST):
        raise typer.BadParameter(f"no timer of “{said}” seconds; give a number from {SHORTEST} to {SLOWEST}")
    return int(said)


def day(said: str) -> date:
    """A day that has come, from the first one that had a round."""
    from quiz import days, host

    try:
        found = date.fromisoformat(said)
    except ValueError:
        raise typer.BadParameter(f"no day “{said}”; write it as {host.today()}") from None
    if found < days.FIRST:
        raise typer.BadParameter(f"no round of {said}; the first was that of {days.FIRST}")
    if found > host.today():
        raise typer.BadParameter(f"{said} has not come yet; it is {host.today()} here")
    return found


def mode(said: str) -> str:
    from questions.faults import did_you_mean
    from quiz.modes import MODES

    if said not in MODES:
        hint = did_you_mean(said, MODES) or f"; the modes are {', '.join(MODES)}"
        raise typer.BadParameter(f"no mode “{said}”{hint}")
    return said


def theme(said: str) -> str:
    return _known("theme", said, themes.NAMES)


def shown_names(said: str) -> str:
    return _known("way to write names", said, get_args(Names))


ThemeOption = Annotated[
    Any, typer.Option(parser=theme, metavar="THEME", help=f"How it looks: {', '.join(themes.NAMES)}.")
]
NamesOption = Annotated[
    Any,
    typer.Option(
        parser=shown_names, metavar="HOW", help="How people and titles are written: romanised, native, both."
    ),
]


def _known(what: str, said: str, known: Sequence[str]) -> str:
    from questions.faults import did_you_mean

    if said.casefold() not in known:
        hint = did_you_mean(said.casefold(), known) or f"; give one of {', '.join(known)}"
        raise typer.BadParameter(f"no {what} “{said}”{hint}")
    return said.casefold()


def _whole(said: str) -> bool:
    return said.isascii() and said.isdigit() and len(said) <= len(str(SEEDS_BELOW))


def name(said: str) -> str:
    if not names.tidy(said) or len(names.tidy(said)) < len(" ".join(said.split())):
        raise typer.BadParameter(f"a name has 1 to {names.LENGTH} letters, such as Ada")
    return names.tidy(said)


def years(said: str) -> tuple[int, int]:
    """The first and the last year of `2016-2020`, or of `2016`."""
    first, _, last = said.partition("-")
    last = last or first
    if not all(year.isascii() and year.isdigit() and len(year) == _YEAR for year in (first, last)) or last < first:
        raise typer.BadParameter(f"no years “{said}”; give the first and the last, such as 2016-2020")
    return int(first), int(last)


def mix(said: str) -> str:
    """How many questions of each level, as it was said."""
    from quiz import ability

    if said and not 0 < ability.length(said) <= LONGEST:
        raise typer.BadParameter(f"no mix “{said}”; give how many are easy, medium and hard, such as 3-5-2")
    return said
