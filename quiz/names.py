"""What players are called."""

LENGTH = 40
"""The most letters in a name."""


def tidy(said: str) -> str:
    """A name as the boards can show it, or nothing where there is nothing to show."""
    return " ".join("".join(letter for letter in said if letter.isprintable()).split())[:LENGTH].strip()


def login() -> str:
    """The name that the player has on this machine."""
    import getpass

    try:
        return tidy(getpass.getuser()) or "player"
    except (OSError, KeyError, ImportError):
        return "player"
