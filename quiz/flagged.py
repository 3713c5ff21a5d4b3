"""The questions that players flagged, for the author of a pack."""

from collections.abc import Iterator

from msgspec import json

from quiz import host, wording
from quiz.desk import unreadable
from quiz.history import flags
from quiz.store import StoreError

NONE = "No question is flagged. To flag one: ! after its verdict"


def listed(pack: str | None, as_json: bool) -> Iterator[str]:
    """A line for each, or one array; raises Refused where the store cannot be read."""
    try:
        found = flags(host.store(), pack)
    except StoreError as error:
        raise unreadable(error) from error
    if as_json:
        yield json.format(json.encode(found), indent=2).decode()
        return
    if not found:
        yield NONE
    for flag in found:
        said = f": {flag.word}" if flag.word else ""
        about = f"{flag.pack} {flag.version} {flag.question}"
        yield f"{about} ({flag.player}, {flag.flagged[:10]}){said} | {wording.unemphasised(flag.stem)}"
