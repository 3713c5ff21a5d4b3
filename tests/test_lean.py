"""What prompts need is loaded, and what they do not is not."""

import subprocess
import sys
from importlib import import_module

import pytest

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
        "import sys; from quiz import lean; lean.questionary().press_any_key_to_continue;"
        "print(*{'ssl', '_ssl', '_hashlib'} & set(sys.modules)); import ssl"
    )
    done = subprocess.run([sys.executable, "-P", "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""


def test_prompts_share_their_bindings() -> None:
    lean.questionary()
    application = import_module("prompt_toolkit.application.application")
    assert application.load_key_bindings() is application.load_key_bindings()
