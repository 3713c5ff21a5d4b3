"""What players are called."""

LENGTH = 40
"""The most letters in a name."""


def tidy(said: str) -> str:
    """A name as the boards can show it, or nothing where there is nothing to show."""
    return " ".join("".join(letter for letter in said if letter.isprintable()).split())[:LENGTH].strip()


MOST = 8
"""The most players at one keyboard."""
SEVERAL = f"2 to {MOST} different names, such as Ada,Grace,Lin"


def several(said: str) -> tuple[str, ...] | None:
    """The names between commas, or None where there are too few, too many, two alike or one that is no name."""
    found = tuple(tidy(each) for each in said.split(","))
    apart = len({each.casefold() for each in found}) == len(found)
    return found if apart and all(found) and 2 <= len(found) <= MOST else None


def login() -> str:
    """The name that the player has on this machine."""
    import getpass

    try:
        return tidy(getpass.getuser()) or "player"
    except (OSError, KeyError, ImportError):
        return "player"
