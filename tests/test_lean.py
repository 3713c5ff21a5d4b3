"""What prompts need is loaded, and what they do not is not."""

import subprocess
import sys
from importlib import import_module

import pytest
from prompt_toolkit.application import create_app_session
from prompt_toolkit.output import DummyOutput

from quiz import lean


def test_a_module_is_missing_only_meanwhile_and_only_where_it_was_not_loaded(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delitem(sys.modules, "this", raising=False)
    with lean.without("this", "sys"):
        with pytest.raises(ImportError):
            import_module("this")
        import sys as still

        assert still is sys
    assert "this" not in sys.modules


def test_a_prompt_loads_no_cryptography() -> None:
    program = (
        "import sys; from quiz import lean; lean.questionary().select;"
        "print(*{'ssl', '_ssl', '_hashlib'} & set(sys.modules)); import ssl"
    )
    done = subprocess.run([sys.executable, "-P", "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""


def test_a_menu_has_the_keys_that_it_needs_and_a_line_of_text_those_that_edit_it_too() -> None:
    for _ in range(2):
        with create_app_session(output=DummyOutput()):
            menu, line = lean.questionary().select("Which?", ["this", "that"]), lean.text("What?")
        chosen, edited = (len(prompt.application._default_bindings.bindings) for prompt in (menu, line))
        assert (chosen, edited > 300) == (0, True)
