"""What a lesson has to look like, in sentences: `build_lessons.py` says those that do not hold.

The manifest, `lessons/lesson_kit/lessons.toml`, is the one list. A solution's cells, the checks,
the answers of the proof and README's table of lessons are compared with it. All problems are
collected before any is said.
"""

import importlib
import importlib.util
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

MANIFEST = "lessons/lesson_kit/lessons.toml"
SO_FAR = "agent-so-far"
HINTS = 3
SHORTEST_HINT = 5  # words
NUMBERED = re.compile(r"^## (\d+\.\d+)\b")
CHECK_CALL = re.compile(r"""\s*check\(\s*["'](\d+\.\d+)["']\s*\)\s*""")
ROW = re.compile(r"^\| \[(.+?)\]\((lessons/.+?)\) \| .*\|$", re.M)


@dataclass(frozen=True)
class Problem:
    """Something that does not fit the manifest: where it is, what it is, and the remedy."""

    file: str
    cell: str
    what: str
    remedy: str

    def __str__(self) -> str:
        where = f"{self.file}, cell {self.cell}" if self.cell else self.file
        return f"{where}: {self.what}. {self.remedy}"


# --- ids ------------------------------------------------------------------------------------------


def name_cells(notebook: dict) -> None:
    """Set the ids that JupyterLab cannot set: by the cell's place and by what stands in it."""
    exercise = ""
    unnamed = True  # whether the exercise's first answer cell is still to come
    for position, cell in enumerate(notebook["cells"]):
        source = "".join(cell["source"])
        told = cell["metadata"].get("nbgrader", {})
        heading = NUMBERED.match(source) if cell["cell_type"] == "markdown" else None
        called = CHECK_CALL.fullmatch(source) if told.get("grade") else None
        if position == 0 and source.startswith("# Lesson "):
            cell["id"] = "title"
        elif heading:
            exercise, unnamed = heading[1].replace(".", "-"), True
            cell["id"] = f"ex-{exercise}"
        elif called:
            told["grade_id"] = f"check-{called[1].replace('.', '-')}"
            cell["metadata"] |= {"deletable": False, "editable": False}
        elif told.get("solution") and not told.get("grade") and exercise and unnamed:
            told["grade_id"], unnamed = f"answer-{exercise}", False
        if told.get("grade_id"):
            cell["id"] = told["grade_id"]
    names = {cell["id"] for cell in notebook["cells"]}
    for before, cell in zip(notebook["cells"], notebook["cells"][1:], strict=False):
        name = cell["id"].replace("check-", "try-")
        tried = before["cell_type"] == "code" and not before["metadata"].get("nbgrader")
        if cell["id"].startswith("check-") and tried and name not in names:
            before["id"] = name


# --- a solution's notebook ------------------------------------------------------------------------


def notebook_problems(lesson, notebook: dict, file: str, first: bool) -> Iterator[Problem]:
    """Yield what in a solution, whose cells have their names, does not fit the manifest."""
    cells = [
        (cell["id"], "".join(cell["source"]), cell["metadata"].get("nbgrader", {}))
        for cell in notebook["cells"]
    ]
    for name, count in Counter(name for name, _, _ in cells).items():
        if count > 1:
            yield Problem(file, name, f"{count} cells have this id", "Give each an id of its own.")
    sources = {name: source for name, source, _ in cells}
    yield from title_problems(lesson, sources, file)
    if not first and SO_FAR not in sources:
        remedy = f"Add a read-only cell with the id {SO_FAR} behind the setup; it may be empty."
        yield Problem(file, "", "there is no cell for the agent so far", remedy)
    numbers = [one.number for one in lesson.exercises]
    for name, source, told in cells:
        if "### BEGIN SOLUTION" in source and not told.get("solution"):
            remedy = "Make it an autograded answer in nbgrader's toolbar, or learners will see it."
            yield Problem(file, name, "it holds a solution and is no answer cell", remedy)
        heading = NUMBERED.match(source)
        if heading and heading[1] not in numbers:
            remedy = f"Add it to {MANIFEST}, or take the cell out."
            yield Problem(file, name, f"the manifest has no exercise {heading[1]}", remedy)
    graded = [name for name, _, told in cells if told.get("grade")]
    wanted = [f"check-{one.slug}" for one in lesson.exercises]
    for name in graded:
        if name not in wanted:
            number = name.removeprefix("check-").replace("-", ".")
            remedy = f'Add it to {MANIFEST}, or write check("…") with a number that is there.'
            yield Problem(file, name, f"the manifest has no exercise {number}", remedy)
    present = [name for name in graded if name in wanted]
    if present != [name for name in wanted if name in present]:
        remedy = f"Put them in the manifest's order: {', '.join(wanted)}."
        yield Problem(file, "", f"the graded cells stand as {', '.join(graded)}", remedy)
    names = [name for name, _, _ in cells]
    for exercise in lesson.exercises:
        yield from exercise_problems(exercise, sources, names, graded, file)


def title_problems(lesson, sources: dict[str, str], file: str) -> Iterator[Problem]:
    """Yield what is wrong with the title cell."""
    lines = sources.get("title", "").splitlines()
    title = f"# Lesson {lesson.number} · {lesson.title}"
    if not lines or lines[0].strip() != title:
        remedy = f"Make '{title}' its first line, or change the title in {MANIFEST}."
        yield Problem(file, "title", "the lesson's title is not the manifest's", remedy)
    minutes = f"**About {lesson.minutes} minutes.**"
    if minutes not in "\n".join(lines):
        remedy = f"Write '{minutes}', or change the minutes in {MANIFEST}."
        yield Problem(file, "title", "the minutes are not the manifest's", remedy)


def exercise_problems(
    exercise, sources: dict[str, str], names: list[str], graded: list[str], file: str
) -> Iterator[Problem]:
    """Yield what one exercise of the manifest lacks in the notebook."""
    text, answer, check = (f"{kind}-{exercise.slug}" for kind in ("ex", "answer", "check"))
    heading = f"## {exercise.number} {exercise.title}"
    if text not in sources:
        remedy = f"Add a text cell that begins with '{heading}'."
        yield Problem(file, text, f"exercise {exercise.number} has no text", remedy)
    else:
        if sources[text].splitlines()[0].rstrip() != heading:
            remedy = f"Begin it with '{heading}', or change the title in {MANIFEST}."
            yield Problem(file, text, "the heading is not the manifest's", remedy)
        yield from hint_problems(sources[text], text, file)
    if answer not in sources:
        remedy = "Add a code cell with the answer between ### BEGIN SOLUTION and ### END SOLUTION, "
        remedy += "and make it an autograded answer in nbgrader's toolbar."
        yield Problem(file, answer, f"exercise {exercise.number} has no answer cell", remedy)
    elif "### BEGIN SOLUTION" not in sources[answer] or "### END SOLUTION" not in sources[answer]:
        remedy = "Put ### BEGIN SOLUTION and ### END SOLUTION around what learners write."
        yield Problem(file, answer, "it does not say what the solution is", remedy)
    if graded.count(check) != 1:
        how_many = graded.count(check) or "no"
        call = f'check("{exercise.number}")'
        remedy = f"Leave one cell {call}, marked as autograder tests in nbgrader's toolbar."
        yield Problem(file, check, f"there is {how_many} graded cell for it", remedy)
    elif sources[check] != f'check("{exercise.number}")':
        remedy = f'Make check("{exercise.number}") all that stands in it.'
        yield Problem(file, check, "a graded cell holds its check and nothing else", remedy)
    places = [names.index(name) for name in (text, answer, check) if name in names]
    if places != sorted(places):
        remedy = f"Put them in this order: {text}, {answer}, {check}."
        yield Problem(file, text, "the exercise's cells are out of order", remedy)


def hint_problems(text: str, cell: str, file: str) -> Iterator[Problem]:
    """Yield what is wrong with an exercise's hints."""
    from lesson_kit.hints import HINT

    hints = HINT.findall(text)
    numbers = [number for number, _ in hints]
    if numbers != [str(number) for number in range(1, HINTS + 1)]:
        remedy = f"Write {HINTS}, each on a line: <details><summary>Hint 1</summary>…</details>."
        yield Problem(file, cell, f"its hints are {', '.join(numbers) or 'none'}", remedy)
    for number, words in hints:
        if len(words.split()) < SHORTEST_HINT:
            remedy = f"Write at least {SHORTEST_HINT} words: first a question, then a pointer."
            yield Problem(file, cell, f"hint {number} says too little ({words.strip()!r})", remedy)


# --- the manifest, the checks, the answers and README ---------------------------------------------


def manifest_problems(lessons) -> Iterator[Problem]:
    """Yield what is wrong with the manifest itself."""
    for place, lesson in enumerate(lessons, 1):
        if not re.fullmatch(rf"{place:02}_[a-z0-9_]+", lesson.folder):
            remedy = f"Name it {place:02}_ and a word in small letters."
            yield Problem(MANIFEST, "", f"lesson {place} has the folder {lesson.folder!r}", remedy)
            continue
        numbers = [one.number for one in lesson.exercises]
        wanted = [f"{place}.{number}" for number in range(1, len(numbers) + 1)]
        if numbers != wanted or not numbers:
            what = f"the exercises of {lesson.folder} are {', '.join(numbers) or 'none'}"
            remedy = f"Number them in order: {', '.join(wanted) or f'{place}.1'}."
            yield Problem(MANIFEST, "", what, remedy)
        for exercise in lesson.exercises:
            earlier = numbers[: numbers.index(exercise.number)]
            for needed in exercise.needs:
                if needed not in earlier:
                    what = f"{exercise.number} needs {needed}, which does not come before it"
                    remedy = "Name exercises that come earlier in the same lesson."
                    yield Problem(MANIFEST, "", what, remedy)


def check_problems(lesson) -> Iterator[Problem]:
    """Yield exercises without checks, and checks without an exercise."""
    from lesson_kit.judging.checking import checks_in

    numbers = [one.number for one in lesson.exercises]
    rooms = (("visible", "lesson_kit.checks", "lessons/"), ("hidden", "checks.hidden", ""))
    for kind, package, above in rooms:
        file = f"{above}{package.replace('.', '/')}/{lesson.module}.py"
        if importlib.util.find_spec(f"{package}.{lesson.module}") is None:
            remedy = f"Write it, with a {kind} check for each exercise of {lesson.folder}."
            yield Problem(file, "", "there is no such file", remedy)
            continue
        checks = checks_in(importlib.import_module(f"{package}.{lesson.module}"))
        for number in numbers:
            if not any(one.exercise == number for one in checks):
                remedy = f'Write one: a function below @check("{number}").'
                yield Problem(file, "", f"exercise {number} has no {kind} check", remedy)
        for one in checks:
            if one.exercise not in numbers:
                what = f"{one.name} checks {one.exercise}, which the manifest does not have"
                yield Problem(file, "", what, f"Add the exercise to {MANIFEST}, or take it out.")


def answer_problems(lessons, root: Path) -> Iterator[Problem]:
    """Yield answers, and solutions, of which the manifest knows nothing."""
    folders = {lesson.folder: {one.slug for one in lesson.exercises} for lesson in lessons}
    for path in sorted((root / "checks/proof/answers").glob("*/*-*.py")):
        if re.match(r"\d\d_", path.parent.name) and re.fullmatch(r"\d+-\d+", path.stem):
            if path.stem not in folders.get(path.parent.name, ()):
                number = path.stem.replace("-", ".")
                what = f"{path.parent.name} has no exercise {number} in the manifest"
                remedy = f"Add it to {MANIFEST}, or remove the answers."
                yield Problem(str(path.relative_to(root)), "", what, remedy)
    for path in sorted((root / "solutions").glob("*/*.ipynb")):
        if path.stem == path.parent.name and path.stem not in folders:
            remedy = f"Add a [[lesson]] with its folder to {MANIFEST}."
            yield Problem(
                str(path.relative_to(root)), "", "the manifest has no such lesson", remedy
            )


def readme_problems(lessons, readme: str) -> Iterator[Problem]:
    """Yield what README's table of lessons says otherwise than the manifest."""
    rows = {match[2]: match[0] for match in ROW.finditer(readme)}
    for lesson in lessons:
        link = f"lessons/{lesson.folder}/{lesson.folder}.ipynb"
        minutes = f"{lesson.minutes}" if lesson.measured else f"~{lesson.minutes}"
        row = f"| [{lesson.number} {lesson.title}]({link}) | {minutes} | {lesson.goal} |"
        if rows.pop(link, "") != row:
            what = f"the table of lessons does not show {lesson.folder} as the manifest does"
            yield Problem("README.md", "", what, f"The row is: {row}")
    for link in rows:
        what = f"the table of lessons shows {link}, which the manifest does not have"
        yield Problem("README.md", "", what, "Remove the row.")
