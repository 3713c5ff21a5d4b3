"""Arguments in, exit codes out: the commands, each wired to the rest only when it runs.

Exit codes: 0 done, 1 a bug, 2 wrong usage or a faulty pack, 130 left by the player, 128 + n for a signal.
Imports inside the commands are on purpose: a command pays only for what it uses.
"""

import io
import sys
from typing import Annotated, Any, Literal

import typer

from quiz import personal, themes, usage
from quiz.config import PACK
from quiz.exits import Refused

Difficulty = Literal["easy", "medium", "hard"]
Level = Literal["easy", "medium", "hard", "adaptive"]

app = typer.Typer(
    cls=usage.OneLine,
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


DifficultyOption = Annotated[Difficulty | None, typer.Option(case_sensitive=False, help="How hard.")]
LevelOption = Annotated[Level | None, typer.Option(case_sensitive=False, help="How hard.")]
PackOption = Annotated[str, typer.Option(metavar="NAME_OR_PATH", help="Which pack of facts.")]
NameOption = Annotated[str | None, typer.Option(parser=usage.name, metavar="PLAYER", help="Who plays.")]
PlainOption = Annotated[bool, typer.Option("--plain", help="Plain lines, for screen readers and pipes.")]


@app.callback(invoke_without_command=True)
def start(
    context: typer.Context,
    version: Annotated[bool, typer.Option("--version", help="Show the version, and those of the packs.")] = False,
    theme: usage.ThemeOption = None,
) -> None:
    """Trivia about what was not in the script. At a terminal, quiz alone opens a menu."""
    if version:
        typer.echo(_versions())
    elif context.invoked_subcommand is None:
        from quiz import seat

        if seat.at_terminal():
            _menu(theme)
        else:
            typer.echo(context.get_help())
    elif theme:
        raise Refused(f"that theme is the menu’s: say --theme after {context.invoked_subcommand}")


@app.command()
def play(
    difficulty: LevelOption = None,
    questions: Annotated[int | None, typer.Option(parser=usage.count, metavar="1-50", help="How many.")] = None,
    seed: Annotated[
        int | None, typer.Option(parser=usage.seed, metavar="NUMBER", help="The same number, the same questions.")
    ] = None,
    pack: PackOption = PACK,
    name: NameOption = None,
    mode: Annotated[
        str | None, typer.Option(parser=usage.mode, metavar="MODE", help="Which game; quiz modes lists them.")
    ] = None,
    timer: Annotated[
        int | None, typer.Option(parser=usage.timer, metavar="SECONDS", help="A clock for each question.")
    ] = None,
    players: Annotated[
        Any, typer.Option(parser=usage.players, metavar="NAMES", help="Several, in turns: Ada,Grace,Lin.")
    ] = None,
    together: Annotated[bool, typer.Option("--together", help="All players on the same questions.")] = False,
    resume: Annotated[
        bool | None, typer.Option("--resume/--new", help="Go on with the round you left, or leave it be.")
    ] = None,
    years: Annotated[
        Any, typer.Option(parser=usage.years, metavar="YEAR-YEAR", help="Only works of these years: 2016-2020.")
    ] = None,
    genre: Annotated[
        list[str] | None, typer.Option(metavar="GENRE", help="Only of this genre; repeatable.")
    ] = None,
    work: Annotated[list[str] | None, typer.Option(metavar="TITLE", help="Only this work; repeatable.")] = None,
    mix: Annotated[
        str, typer.Option(parser=usage.mix, metavar="N-N-N", help="Of an adaptive round: easy, medium, hard.")
    ] = "",
    without: Annotated[list[str] | None, typer.Option(metavar="TITLE", help="Not this work; repeatable.")] = None,
    plain: PlainOption = False,
    theme: usage.ThemeOption = None,
    names: usage.NamesOption = None,
) -> None:
    """Play a round. At a terminal, what is not said here is asked.

    Examples: quiz play --difficulty easy --questions 5 --name Ada; quiz play --mode ladder
    """
    from quiz import host, seat

    seat.heed_signals()
    wish = host.Wish(
        pack=pack,
        level=difficulty,
        count=questions,
        seed=seed,
        name=name,
        timer=timer,
        players=players or (),
        resume=resume,
        years=years,
        genres=tuple(genre or ()),
        works=tuple(work or ()),
        without=tuple(without or ()),
        mix=mix,
        names=names,
    )
    start = host.party if players else host.play
    start(wish, seat.take(plain, theme), asks=seat.at_terminal(), mode=host.mode(mode, wish, together))


@app.command()
def daily(
    date: Annotated[
        Any, typer.Option(parser=usage.day, metavar="YYYY-MM-DD", help="A past day’s, which does not count.")
    ] = None,
    pack: PackOption = PACK,
    name: NameOption = None,
    plain: PlainOption = False,
    theme: usage.ThemeOption = None,
    names: usage.NamesOption = None,
) -> None:
    """Play today’s round: the same ten questions for everyone. The day is that of this machine.

    Example: quiz daily --date 2026-11-20
    """
    from quiz import host, modes, seat

    seat.heed_signals()
    wish = host.Wish(pack=pack, name=name, day=date, names=names)
    host.play(wish, seat.take(plain, theme), asks=seat.at_terminal(), mode=modes.DAILY)


@app.command(name="modes")
def modes_() -> None:
    """List the modes of play.

    Example: quiz play --mode survival
    """
    from quiz.modes import MODES

    for mode in MODES.values():
        typer.echo(f"{mode.name}: {mode.about}")


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
    theme: usage.ThemeOption = None,
) -> None:
    """Show the high scores, best first, one board for each pack, mode, level and length.

    Example: quiz scores --difficulty hard --limit 3
    """
    from quiz import boards, host, seat, settings
    from quiz.store import Filters

    store = host.store()
    filters = Filters(pack=pack, mode=mode, difficulty=difficulty, player=player)
    found = boards.find(store, filters, limit)
    if as_json:
        typer.echo(boards.as_json(found))
    elif found:
        boards.show(boards.boards(found, limit), host.me(store), drawn=seat.draws(), theme=settings.theme(theme))
    else:
        typer.echo(boards.EMPTY if filters == Filters() else boards.NO_MATCH)


@app.command()
def export(
    to: Annotated[str, typer.Option(metavar="FORMAT", help="Which format: jsonl.")] = "jsonl",
    rounds: Annotated[int | None, typer.Option(min=1, metavar="NUMBER", help="So many rounds.")] = None,
    all_: Annotated[bool, typer.Option("--all", help="Every question once, in place of rounds.")] = False,
    difficulty: DifficultyOption = None,
    questions: Annotated[int | None, typer.Option(parser=usage.count, metavar="1-50", help="A round’s.")] = None,
    seed: Annotated[
        int | None, typer.Option(parser=usage.seed, metavar="NUMBER", help="The first round’s; else 0.")
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


@app.command()
def audit(
    pack: Annotated[str, typer.Option(metavar="NAME_OR_PATH", help="Which pack of facts.")] = PACK,
    full: Annotated[
        bool, typer.Option("--full/--quick", help="Every gate on a large sample; some minutes.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="The report as one object.")] = False,
) -> None:
    """Measure a pack's questions: sound, shapeless, levelled, varied. Exit 1 if a gate is missed.

    Example: quiz audit --pack ./my-pack --full
    """
    from quiz import auditing, host

    report = auditing.run(host.open_pack(pack), full=full, progress=sys.stderr.isatty())
    if as_json:
        from msgspec import json

        typer.echo(json.format(json.encode(report)).decode())
    else:
        auditing.show(report)
    if not report.holds:
        raise typer.Exit(1)


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
    from quiz import shelf, wording

    described, warnings = shelf.check(path)
    for warning in warnings:
        typer.echo(warning, err=True)
    told = f", {wording.plural(len(warnings), 'warning')}" if warnings else ""
    typer.echo(f"{described}: no faults{told}")


for command in personal.COMMANDS:
    app.command()(command)
packs.command()(personal.flags)


def _versions() -> str:
    from quiz import __version__, shelf

    return f"unscripted {__version__} ({shelf.versions()})"


def _menu(theme: themes.Name | None) -> None:
    from quiz import menu, seat

    seat.heed_signals()
    menu.run(seat.take(plain=False, theme=theme), PACK)
