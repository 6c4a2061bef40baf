"""Warnings: what our code does that is deprecated fails; what libraries do shows, but for a few."""

import tomllib
import warnings
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SETTINGS = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
FILTERS = SETTINGS["tool"]["pytest"]["ini_options"]["filterwarnings"]


def warn(text: str, module: str) -> None:
    warnings.warn_explicit(text, DeprecationWarning, "a_file.py", 1, module=module)


@pytest.mark.parametrize("module", ["lesson_kit.probes.agents", "checks.grading.causes", "test_x"])
def test_what_our_code_uses_must_not_be_deprecated(module):
    with pytest.raises(DeprecationWarning, match="is deprecated"):
        warn("something is deprecated", module)


def test_a_new_warning_of_a_library_shows():
    with pytest.warns(DeprecationWarning, match="something new"):
        warn("something new is deprecated", "mlflow.store")


def test_each_warning_that_is_left_out_is_named_by_its_words_and_its_place():
    action, *left_out = [one.split(":") for one in FILTERS]
    assert action[0] == "error"
    for action, message, category, module in left_out:
        assert action == "ignore" and len(message) > 20 and module, (message, category)
