"""Read an exercise's hints from its lesson, where they are written: three, from a question on.

The first asks, the second points, the third names what to use, short of the answer.
"""

import json
import re
from pathlib import Path

from lesson_kit.manifest import exercise, lesson_of

LESSONS = Path(__file__).resolve().parents[1]
HINT = re.compile(r"<details><summary>Hint (\d+)</summary>(.+?)</details>", re.S)


def hints_of(number: str) -> list[str]:
    """Return the hints of an exercise as HTML; none where the lessons are not beside the kit."""
    folder = lesson_of(number).folder
    try:
        text = (LESSONS / folder / f"{folder}.ipynb").read_text(encoding="utf-8")
        cells = {cell["id"]: "".join(cell["source"]) for cell in json.loads(text)["cells"]}
    except (OSError, ValueError, LookupError, TypeError):
        return []
    return [
        words.strip() for _, words in HINT.findall(cells.get(f"ex-{exercise(number).slug}", ""))
    ]
