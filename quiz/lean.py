"""questionary, without what no prompt of ours needs: a sixth of its memory, and a tenth of the time to load it."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
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
    """questionary, loaded when the first prompt needs it; `text` makes its prompts for a line of text."""
    with without(*OPENSSL):
        import questionary
    from prompt_toolkit.key_binding import KeyBindings

    # Its menus bind what keys they need; 400 more, which edit text, take half a megabyte and ten milliseconds.
    _application().load_key_bindings = KeyBindings
    return questionary


def text(prompt: str, **how: Any) -> Any:
    """questionary's prompt for a line of text, with the keys that edit it."""
    asks = questionary().text
    from prompt_toolkit.key_binding.defaults import load_key_bindings

    application = _application()
    fewer, application.load_key_bindings = application.load_key_bindings, load_key_bindings
    try:
        return asks(prompt, **how)
    finally:
        application.load_key_bindings = fewer


def _application() -> Any:
    return import_module("prompt_toolkit.application.application")
