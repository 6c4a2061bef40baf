"""Judge how a learner makes a model: the script, what was logged, the files in it (lesson 6)."""

import base64
import functools
import io
import zipfile

from lesson_kit.agent_script.marked_cells import MARKER
from lesson_kit.judging.drawing import WORKS_FIRST, numbers, words
from lesson_kit.judging.findings import Finding
from lesson_kit.judging.outcomes import Failed, Outcome
from lesson_kit.probes.model_replies import LoggedModel, WrittenScript

# --- 6.1 marked_cells -----------------------------------------------------------------------------

NO_TEXTS = Finding("6.1/no-texts", "It gives a list with one str for each marked cell.")
MARKER_KEPT = Finding(
    "6.1/marker-kept", "The marker line itself is still there: return what comes below it."
)
NOT_ALL_CELLS = Finding(
    "6.1/not-all-cells", "It does not find them all. Does it return inside the loop?"
)


def marked(code: str) -> list[str]:
    """Stand for a marked code cell of a notebook."""
    return ["code", f"{MARKER}\n{code}"]


def cells_found(learner, cells: list[list[str]], expected: list[str], meaning: Finding) -> None:
    """Fail unless `marked_cells` finds exactly this code in a notebook of these cells."""
    shown = ", ".join(f"{kind}: {source!r}" for kind, source in cells)
    outcome = learner.request(
        "logged_models.from_notebook",
        f"marked_cells of a notebook with {shown}",
        function="marked_cells",
        cells=cells,
    )
    found = outcome.obtained(repr(expected))
    if not isinstance(found, list) or not all(isinstance(code, str) for code in found):
        outcome.returns(expected, NO_TEXTS)
    if found and all(code.startswith(MARKER) for code in found):
        raise Failed(MARKER_KEPT, outcome.called, repr(expected), repr(found))
    if [code.strip("\n") for code in found] != expected:
        if found and len(found) < len(expected):
            meaning = NOT_ALL_CELLS
        raise Failed(meaning, outcome.called, repr(expected), repr(found))


# --- 6.2 generate_model_script --------------------------------------------------------------------

WRITING_RAISES = Finding(
    "6.2/writing-raises", "It raised an exception, and so no script is written."
)
NO_FILE = Finding("6.2/no-file", "There is no such file afterwards: write the text to output_path.")
SCRIPT_RAISES = Finding(
    "6.2/script-raises",
    "The script does not run. Are the cells in their order, an empty line between them, and the "
    "two lines about the model at the end?",
)
NO_MODEL = Finding(
    "6.2/no-model",
    "Without mlflow.models.set_model(agent) at its end MLflow does not know what the model is.",
)
OTHER_MODEL = Finding(
    "6.2/other-model", "It sets another model, or more than one: begin the file anew each time."
)


def script_sets(learner, cells: list[str], model, times: int = 1) -> None:
    """Fail unless the learner's function writes a script that runs and sets this as its model."""
    again = ", called twice" if times > 1 else ""
    outcome = learner.request(
        "logged_models.script",
        f"generate_model_script('made_script.py', {cells}){again}",
        function="generate_model_script",
        cells=cells,
        times=times,
    )
    if outcome.raised is not None and outcome.raised["type"] != "NotImplementedError":
        outcome.fail(WRITING_RAISES, "a script")
    script: WrittenScript = outcome.obtained("a script")
    if not script["written"]:
        raise Failed(NO_FILE, outcome.called, "the file made_script.py", "no file")
    if script["error"]:
        expected = f"a script that sets {model!r} as the model"
        raise Failed(SCRIPT_RAISES, outcome.called, expected, script["error"])
    if script["models"] != [model]:
        meaning = OTHER_MODEL if script["models"] else NO_MODEL
        got = f"the models {script['models']}"
        raise Failed(meaning, outcome.called, f"one model: {model!r}", got)


# --- 6.3 model_info -------------------------------------------------------------------------------

NO_MODEL_INFO = Finding(
    "6.3/no-model-info", "Keep what log_model returns: it knows where the model is."
)
NOT_THE_AGENT = Finding(
    "6.3/not-the-agent",
    "The model that was logged is not the agent. Is react_agent.py the script?",
)


@functools.lru_cache(maxsize=1)  # all checks of 6.3 look at one model, and ask it once
def logged(learner) -> LoggedModel:
    """Return what MLflow has stored about the learner's `model_info`, and what the model answers.

    `result` is what it should have answered.
    """
    x, y, z = numbers(learner, 3)
    question = f"What is ({x} + {y}) * {z}?"
    outcome = learner.request(
        "logged_models.logged", "model_info", name="model_info", question=question
    )
    stored = outcome.obtained("what log_model returns")
    if "name" not in stored:
        raise Failed(NO_MODEL_INFO, "model_info", "a ModelInfo", f"a {stored['type']}")
    return stored | {"question": question, "result": (x + y) * z}


def model_answers(stored: LoggedModel, meaning: Finding = WORKS_FIRST) -> None:
    """Fail unless the logged model, loaded again, has answered the question it was asked."""
    result = str(stored["result"])
    if result not in str(stored["answer"]).replace(",", ""):
        raise Failed(
            meaning,
            f"the logged model, asked {stored['question']!r}",
            f"an answer with {result}",
            repr(stored["answer"])[:240],
        )


# --- 6.4 to 6.6: the files in a model -------------------------------------------------------------

URI_NO_PATH = Finding(
    "6.4/uri-no-path",
    "A URI is no path: mlflow.artifacts.download_artifacts gives you the folder.",
)
NOT_ALL_TEXT = Finding(
    "6.6/not-all-text",
    "Not every file is text: compare bytes, or a binary file ends the search.",
)
FOLDERS_READ = Finding("6.6/folders-read", "rglob gives folders too: ask is_file() first.")
NO_STRINGS = Finding("6.4/no-strings", "Those are objects. Make each path relative, then a str.")
NO_FOLDERS = Finding(
    "6.4/no-folders",
    "The name of a file in a folder begins with the folder: make each path relative.",
)
NOT_SORTED = Finding("6.4/not-sorted", "The names are right; sort them.")
WHOLE_PATHS = Finding("6.4/whole-paths", "Those are whole paths: make them relative.")
FOLDERS_TOO = Finding("6.4/folders-too", "There is more than files in it: leave folders out.")
NOT_ALL_FILES = Finding(
    "6.4/not-all-files", "Not every file is found: look into folders at any depth."
)
NO_NAMES = Finding("6.4/no-names", "It gives a list of names.")


def folder_files(learner) -> dict[str, str | bytes]:
    """Draw the files of a model, by name, with their content."""
    package, module, data = words(learner, 3)
    return {
        "settings.json": "{}",
        "MLmodel": "flavors: {}",
        f"code/{package}/{module}.py": "x = 1\n",
        f"{data}.bin": b"\xff\xfe\x00",
    }


def settings(learner, constructor: str) -> dict[str, str | bytes]:
    """Return the files of a model whose settings name this LLM."""
    inside = f'{{"_llm": {{"object_constructor": "{constructor}", "object_kwargs": {{}}}}}}'
    return folder_files(learner) | {"settings.json": inside}


def packed(files: dict[str, str | bytes]) -> str:
    """Return files as a request can carry them: an archive, so that no name can be read off it."""
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as written:
        for name, content in files.items():
            written.writestr(zipfile.ZipInfo(name), content)
    return base64.b64encode(archive.getvalue()).decode()


def in_folder(learner, function: str, files: dict, *args, uri: bool = False) -> Outcome:
    """Call a learner's function on a folder with these files, or on the folder's URI."""
    shown = "".join(f", {value!r}" for value in args)
    what = "the URI of a folder" if uri else "a folder"
    outcome = learner.request(
        "logged_models.from_folder",
        f"{function}({what} with {', '.join(files)}{shown})",
        function=function,
        archive=packed(files),
        args=list(args),
        uri=uri,
    )
    if uri and (outcome.value == [] or (outcome.raised or {}).get("type") == "FileNotFoundError"):
        outcome.fail(URI_NO_PATH, "what is in its files")
    return outcome


def names_are(outcome: Outcome, expected: list[str]) -> None:
    """Fail unless these are the names of the files."""
    if outcome.raised is not None and outcome.raised["type"] == "UnicodeDecodeError":
        outcome.fail(NOT_ALL_TEXT, repr(expected))
    if outcome.raised is not None and outcome.raised["type"] == "IsADirectoryError":
        outcome.fail(FOLDERS_READ, repr(expected))
    value = outcome.obtained(repr(expected))
    if not isinstance(value, list) or value == expected:
        outcome.returns(expected, NO_NAMES)
        return
    names = [str(name) for name in value]
    if value and not isinstance(value[0], str):
        meaning = NO_STRINGS
    elif sorted(names) == sorted(name.rpartition("/")[2] for name in expected):
        meaning = NO_FOLDERS
    elif sorted(names) == expected:
        meaning = NOT_SORTED
    elif any(name.startswith(("/", "\\")) or name[1:2] == ":" for name in names):
        meaning = WHOLE_PATHS
    elif len(names) > len(expected):
        meaning = FOLDERS_TOO
    else:
        meaning = NOT_ALL_FILES
    outcome.fail(meaning, repr(expected))


def lists_secret_files(learner, secret: str, holders: dict, others: dict | None = None) -> None:
    """Fail unless find_secret finds these files, and none of the others."""
    files = folder_files(learner) | holders | (others or {})
    names_are(in_folder(learner, "find_secret", files, secret), sorted(holders))
