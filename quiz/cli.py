"""Arguments in, exit codes out: the commands, each wired to the rest only when it runs.

Exit codes: 0 done, 1 a bug, 2 wrong usage or a faulty pack, 130 left by the player, 128 + n for a signal.
Imports inside the commands are on purpose: a command pays only for what it uses.
"""

import io
import os
import sys
from typing import Annotated, Any, Literal, NoReturn

import typer
from typer.core import TyperGroup

PACK = "kdrama"
LONGEST = 50

Level = Literal["easy", "medium", "hard"]


class OneLine(TyperGroup):
    """Complaints in one line each on stderr, without usage or a box."""

    def main(self, *args: Any, **extra: Any) -> NoReturn:
        from quiz.play import Left

        extra["standalone_mode"] = False
        try:
            code = super().main(*args, **extra)
        except Left as left:
            code = _end(130, *left.args)
        except Exception as error:
            # Refused has its lines; Click's own errors, which Typer keeps private, word themselves.
            lines = getattr(error, "lines", None) or _worded(error)
            if not lines:
                raise
            code = _end(2, *lines)
        sys.exit(code if isinstance(code, int) else 0)

    def invoke(self, ctx: Any) -> Any:
        """Runs a command; one whose reader has gone (`quiz scores | head -1`) has nothing more to do."""
        try:
            result = super().invoke(ctx)
            if sys.stdout is not None:
                sys.stdout.flush()
        except BrokenPipeError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            return None
        return result


def _worded(error: Exception) -> list[str]:
    message = getattr(error, "format_message", None)
    return [" ".join(message().split())] if message else []


def _end(code: int, *lines: str) -> int:
    for line in lines:
        typer.echo(f"quiz: {line}", err=True)
    return code


app = typer.Typer(
    cls=OneLine,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
packs = typer.Typer(rich_markup_mode=None)
app.add_typer(packs, name="packs")


def main() -> None:
    """The command `quiz`."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    app(prog_name="quiz")


def _seed(said: str) -> int:
    if not (said.isascii() and said.isdigit() and int(said) < 2**63):
        raise typer.BadParameter(f"no seed “{said}”; give a whole number, such as 7")
    return int(said)


def _count(said: str) -> int:
    if not (said.isascii() and said.isdigit() and 1 <= int(said) <= LONGEST):
        raise typer.BadParameter(f"no round of “{said}” questions; give a number from 1 to {LONGEST}")
    return int(said)


def _name(said: str) -> str:
    from quiz.host import NAME_LENGTH, tidy

    name = tidy(said)
    if not name or len(name) < len(" ".join(said.split())):
        raise typer.BadParameter(f"a name has 1 to {NAME_LENGTH} letters, such as Ada")
    return name


LevelOption = Annotated[Level | None, typer.Option(case_sensitive=False, help="How hard.")]


@app.callback(invoke_without_command=True)
def start(
    context: typer.Context,
    version: Annotated[bool, typer.Option("--version", help="Show the version, and those of the packs.")] = False,
) -> None:
    """Trivia about what was not in the script. At a terminal, quiz alone opens a menu."""
    if version:
        typer.echo(_versions())
    elif context.invoked_subcommand is None:
        from quiz import host

        if host.at_terminal():
            _menu()
        else:
            typer.echo(context.get_help())


@app.command()
def play(
    difficulty: LevelOption = None,
    questions: Annotated[int | None, typer.Option(parser=_count, metavar="1-50", help="How many.")] = None,
    seed: Annotated[
        int | None, typer.Option(parser=_seed, metavar="NUMBER", help="The same number, the same questions.")
    ] = None,
    pack: Annotated[str, typer.Option(metavar="NAME_OR_PATH", help="Which pack of facts.")] = PACK,
    name: Annotated[str | None, typer.Option(parser=_name, metavar="PLAYER", help="Who plays.")] = None,
    plain: Annotated[bool, typer.Option("--plain", help="Plain lines, for screen readers and pipes.")] = False,
) -> None:
    """Play a round. At a terminal, what is not said here is asked.

    Example: quiz play --difficulty easy --questions 5 --name Ada
    """
    from quiz import host

    host.heed_signals()
    wish = host.Wish(pack=pack, level=difficulty, count=questions, seed=seed, name=name)
    host.play(wish, host.seat(plain), asks=host.at_terminal())


@app.command()
def scores(
    pack: Annotated[str | None, typer.Option(metavar="NAME", help="Only this pack.")] = None,
    mode: Annotated[str | None, typer.Option(metavar="MODE", help="Only this mode.")] = None,
    difficulty: LevelOption = None,
    player: Annotated[str | None, typer.Option(metavar="PLAYER", help="Only this player.")] = None,
    limit: Annotated[
        int | None, typer.Option(min=1, metavar="N", help="At most this many, best first; else ten a board.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="One array, best first.")] = False,
) -> None:
    """Show the high scores, best first, one board for each pack, mode, level and length.

    Example: quiz scores --difficulty hard --limit 3
    """
    from quiz import boards, host
    from quiz.store import Filters

    store = host.store()
    filters = Filters(pack=pack, mode=mode, difficulty=difficulty, player=player)
    found = boards.find(store, filters, limit)
    if as_json:
        typer.echo(boards.as_json(found))
    elif found:
        boards.show(boards.boards(found, limit), host.me(store), drawn=host.draws())
    else:
        typer.echo(boards.EMPTY if filters == Filters() else boards.NO_MATCH)


@app.command()
def export(
    to: Annotated[str, typer.Option(metavar="FORMAT", help="Which format: jsonl.")] = "jsonl",
    rounds: Annotated[int | None, typer.Option(min=1, metavar="NUMBER", help="So many rounds.")] = None,
    all_: Annotated[bool, typer.Option("--all", help="Every question once, in place of rounds.")] = False,
    difficulty: LevelOption = None,
    questions: Annotated[int | None, typer.Option(parser=_count, metavar="1-50", help="How many a round.")] = None,
    seed: Annotated[
        int | None, typer.Option(parser=_seed, metavar="NUMBER", help="The first round’s; else 0.")
    ] = None,
    pack: Annotated[str, typer.Option(metavar="NAME_OR_PATH", help="Which pack of facts.")] = PACK,
) -> None:
    """Write questions for other tools on standard output.

    Example: quiz export --to jsonl --rounds 3 --seed 7 --difficulty hard
    """
    from quiz import exporting, host

    exporting.check(to, rounds, all_, difficulty)
    facts = host.open_pack(pack)
    dealt = exporting.dealt(
        facts, level=difficulty or host.LEVEL, count=questions or host.COUNT, seed=seed or 0, number=rounds
    )
    for piece in exporting.pieces(to, dealt, progress=sys.stderr.isatty() and not sys.stdout.isatty()):
        sys.stdout.write(piece)


@packs.callback(invoke_without_command=True)
def packs_(context: typer.Context) -> None:
    """List the packs of facts, or check one."""
    if context.invoked_subcommand is None:
        list_()


@packs.command(name="list")
def list_() -> None:
    """List the packs that come with the game."""
    from quiz import shelf

    for line in shelf.listed():
        typer.echo(line)


@packs.command()
def check(
    path: Annotated[str, typer.Argument(metavar="PATH", help="A pack's folder, or the name of a shipped one.")],
) -> None:
    """Check a pack: one line for each fault, with its file and key.

    Example: quiz packs check ./my-pack
    """
    from quiz import shelf

    described, warnings = shelf.check(path)
    for warning in warnings:
        typer.echo(warning, err=True)
    told = f"no faults, {len(warnings)} warnings" if warnings else "no faults"
    typer.echo(f"{described}: {told}")


def _versions() -> str:
    from importlib.metadata import version

    from quiz import shelf

    return f"unscripted {version('unscripted')} ({shelf.versions()})"


def _menu() -> None:
    from quiz import host, menu

    host.heed_signals()
    menu.run(host.seat(plain=False), PACK)
