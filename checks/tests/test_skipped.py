"""What was not tested is said at the end, with what brings it."""

from types import SimpleNamespace

from browser import NO_CHROMIUM
from conftest import pytest_terminal_summary


def test_the_last_lines_count_what_was_skipped_and_say_what_brings_it():
    said = []
    skipped = [SimpleNamespace(longrepr=("file", 1, f"Skipped: {NO_CHROMIUM}"))] * 2
    other = SimpleNamespace(longrepr=("file", 2, "Skipped: no keyring"))
    pytest_terminal_summary(
        SimpleNamespace(stats={"skipped": [*skipped, other]}, write_line=said.append)
    )
    assert said == [f"2 tests were skipped: {NO_CHROMIUM}", "1 test was skipped: no keyring"]
    assert "`bash .devcontainer/system-packages.sh` brings it" in NO_CHROMIUM
