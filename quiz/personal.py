"""The commands about one player: what they know, what comes back to them, what they have not watched.

Like those of `quiz.cli`, each imports what it uses only when it runs.
"""

from typing import Annotated

import typer

from quiz import usage
from quiz.config import PACK

PackOption = Annotated[str, typer.Option(metavar="NAME_OR_PATH", help="Which pack of facts.")]
PlayerOption = Annotated[str | None, typer.Option(parser=usage.name, metavar="PLAYER", help="Whose; else yours.")]
PlainOption = Annotated[bool, typer.Option("--plain", help="Plain lines, for screen readers and pipes.")]


def stats(
    player: PlayerOption = None,
    pack: PackOption = PACK,
    as_json: Annotated[bool, typer.Option("--json", help="One object.")] = False,
    plain: PlainOption = False,
    theme: usage.ThemeOption = None,
) -> None:
    """Show what a player knows: right answers by level, question, decade and work, streaks, what is left.

    Example: quiz stats --player Ada
    """
    from quiz import desk, host, reports, seat, settings, themes

    store = host.store()
    whose = desk.Desk(store, player or host.me(store), host.open_bank(pack), host.today())
    told = whose.statistics()
    if as_json:
        typer.echo(desk.as_json(told))
    elif not told.answers:
        typer.echo(reports.EMPTY)
    elif seat.draws() and not plain:
        from rich.console import Console

        console = Console(highlight=False, theme=themes.for_rich(settings.theme(theme)))
        console.print(*reports.drawn(told, whose.review()), sep="\n")
    else:
        for line in reports.plain(told, whose.review()):
            typer.echo(line)


def review(
    questions: Annotated[
        int | None, typer.Option(parser=usage.count, metavar="1-50", help="At most so many.")
    ] = None,
    name: Annotated[str | None, typer.Option(parser=usage.name, metavar="PLAYER", help="Who plays.")] = None,
    pack: PackOption = PACK,
    plain: PlainOption = False,
    theme: usage.ThemeOption = None,
    names: usage.NamesOption = None,
) -> None:
    """Play what you missed and what is due: after a day, then after 3, 7, 14 and 30 days. Nothing is scored.

    Example: quiz review --name Ada
    """
    from quiz import desk, host, reviewing, seat

    seat.heed_signals()
    player, store = seat.take(plain, theme), host.store()
    whose = desk.Desk(store, name or host.me(store), host.open_bank(pack), host.today())
    reviewing.review(whose, store, player, pack, questions, names)


def watched(
    titles: Annotated[
        list[str] | None, typer.Argument(metavar="[TITLE]...", help="What to ask about again.")
    ] = None,
    all_: Annotated[bool, typer.Option("--all", help="Ask about everything again.")] = False,
    player: PlayerOption = None,
    pack: PackOption = PACK,
) -> None:
    """Show what is marked as not yet watched, or ask about it again.

    Examples: quiz watched; quiz watched Goblin; quiz watched --all
    """
    from quiz import marking

    typer.echo(marking.watched(player, pack, titles or [], all_))


def unwatched(
    titles: Annotated[list[str], typer.Argument(metavar="TITLE...", help="What to leave out of later rounds.")],
    player: PlayerOption = None,
    pack: PackOption = PACK,
) -> None:
    """Mark works as not yet watched: nothing is asked or told of them until quiz watched says so.

    Example: quiz unwatched Goblin "My Mister"
    """
    from quiz import marking

    typer.echo(marking.unwatched(player, pack, titles))


def flags(
    pack: Annotated[str | None, typer.Option(metavar="NAME", help="Only this pack.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="One array.")] = False,
) -> None:
    """Show the questions that players flagged as wrong or unclear, for the pack’s author.

    Example: quiz packs flags --pack kdrama
    """
    from quiz import flagged

    for line in flagged.listed(pack, as_json):
        typer.echo(line)


def config(
    key: Annotated[str | None, typer.Argument(metavar="[SETTING]", help="Which.")] = None,
    value: Annotated[str | None, typer.Argument(metavar="[VALUE]", help="What it shall be.")] = None,
    unset: Annotated[bool, typer.Option("--unset", help="Take the setting back.")] = False,
) -> None:
    """Show the settings, or set one. Flags count over QUIZ_NAME and the like, those over the file.

    Examples: quiz config; quiz config name Ada; quiz config level --unset
    """
    from quiz import settings
    from quiz.exits import Refused

    if key is not None and value is None and not unset:
        raise Refused(f"what shall it be? quiz config {key} VALUE, or quiz config {key} --unset")
    if unset and (key is None or value is not None):
        raise Refused("say which setting to take back: quiz config SETTING --unset")
    if key is not None:
        settings.change(key, None if unset else value)
    for line in settings.shown(settings.load()):
        typer.echo(line)


COMMANDS = (config, stats, review, watched, unwatched)
