"""Read the collected answers, the kit's own and those that came blind.

`answers/<lesson>/<exercise>.py` holds the answers that were written together with the checks.
`answers/blind/<round>/<lesson>/<exercise>.py` holds those of people who knew the lessons and their
solutions alone; `blind.py` says what became of them.
"""

import re
from dataclasses import dataclass
from pathlib import Path

from checks.grading.exercises import ROOT

ANSWERS = ROOT / "checks" / "proof" / "answers"
BLIND = ANSWERS / "blind"
KEYS = "check|says|cell|breaks|decided|open"


@dataclass(frozen=True)
class Answer:
    """One answer: right, or wrong with the check that must reject it and the words it must say.

    In the file, a cell begins with `# %% right: title` or `# %% wrong: title`; then come, for a
    wrong one, `# check: name` and `# says: words`, and, where it replaces another cell than the
    exercise's own, `# cell: answer-4-7`. One that came blind has, for a wrong one, `# breaks:` with
    the words of the lesson that it breaks, and any check may reject it; `# decided: right, because
    …` (or `wrong`) stands where the text, read again, says otherwise than its writer, and `# open:`
    with the reason, where it is judged wrongly, as long as it is.
    """

    lesson: str
    exercise: str
    right: bool
    title: str
    source: str
    cell: str
    check: str = ""
    says: str = ""
    breaks: str = ""
    decided: str = ""
    open: str = ""
    round: str = ""  # in which it came blind

    @property
    def kind(self) -> str:
        return "right" if self.right else "wrong"

    @property
    def name(self) -> str:
        came = f" ({self.round})" if self.round else ""
        return f"{self.exercise} {self.kind}: {self.title}{came}"


def answers(lesson: str) -> list[Answer]:
    """Read all answers of a lesson, in the order of its exercises, those that came blind last."""
    found = answers_in(ANSWERS / lesson)
    for name in rounds():
        found += answers_in(BLIND / name / lesson, name)
    return found


def rounds() -> list[str]:
    """Return the names of the blind rounds, the last one last."""
    return sorted(path.name for path in BLIND.glob("round-*"))


def answers_in(folder: Path, blind_round: str = "") -> list[Answer]:
    """Read the answers of a lesson's folder.

    Raises ValueError for text that belongs to no answer, and for an answer that does not say what
    it has to say.
    """
    found = []
    paths = folder.glob("*-*.py")
    for path in sorted(paths, key=lambda one: [*map(int, one.stem.split("-"))]):  # 5-9, then 5-10
        exercise = path.stem.replace("-", ".")
        parts = re.split(r"^# %% (right|wrong): (.+)\n", path.read_text("utf-8"), flags=re.M)
        if parts[0].strip():
            begins = parts[0].strip().splitlines()[0][:60]
            raise ValueError(
                f"{path} begins with {begins!r}: each answer begins with a line "
                "'# %% right: title' or '# %% wrong: title'."
            )
        for verdict, title, source in zip(parts[1::3], parts[2::3], parts[3::3], strict=True):
            told = dict(re.findall(rf"^# ({KEYS}): (.+)$", source, flags=re.M))
            source = re.sub(rf"^# ({KEYS}): .+\n", "", source, flags=re.M)
            needed = {"breaks"} if blind_round else {"check", "says"}
            if verdict == "wrong" and not needed <= told.keys():
                words = " and ".join(f"'# {name}: …'" for name in sorted(needed - told.keys()))
                raise ValueError(f"{path}: the wrong answer '{title}' needs a line {words}")
            told.setdefault("cell", f"answer-{path.stem}")
            right = told.get("decided", verdict).startswith("right")
            found.append(
                Answer(
                    path.parent.name,
                    exercise,
                    right,
                    title.strip(),
                    source,
                    round=blind_round,
                    **told,
                )
            )
    return found
