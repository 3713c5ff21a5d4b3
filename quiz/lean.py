"""questionary, without what no prompt of ours needs: a sixth of its memory, and a tenth of the time to load it."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache
from importlib import import_module
from types import ModuleType
from typing import Any

OPENSSL = ("ssl", "_hashlib")
"""What the event loop would load for connections, and a helper of a helper for passwords."""


@contextmanager
def without(*modules: str) -> Iterator[None]:
    """To whoever asks for these modules meanwhile they are not installed, unless they are loaded already."""
    missing = [name for name in modules if name not in sys.modules]
    # None in its place is the import system’s own way to say so.
    sys.modules.update(dict.fromkeys(missing))  # type: ignore[arg-type]  # None is its sign for it
    try:
        yield
    finally:
        for name in missing:
            sys.modules.pop(name, None)


@cache
def questionary() -> ModuleType:
    """questionary, loaded when the first prompt needs it."""
    with without(*OPENSSL):
        import questionary

    # Each prompt would make some 400 bindings anew, which its caches keep for good: a megabyte a prompt.
    application: Any = import_module("prompt_toolkit.application.application")
    with suppress(AttributeError):
        application.load_key_bindings = cache(application.load_key_bindings)
    return questionary
