"""Judge how a learner makes a model: the script, what was logged, the files in it."""

import base64

from lesson_kit.judging.outcomes import Failed

MARKER = "# [USE IN MODEL]"

QUESTION = "What is (123 + 456) * 789?"


def marked(code: str) -> list[str]:
    """Stand for a marked code cell of a notebook."""
    return ["code", f"{MARKER}\n{code}"]


def cells_found(learner, cells: list[list[str]], expected: list[str], meaning: str) -> None:
    """Fail unless `marked_cells` finds exactly this code in a notebook of these cells."""
    shown = ", ".join(f"{kind}: {source!r}" for kind, source in cells)
    outcome = learner.request(
        "logged_models.from_notebook",
        f"marked_cells of a notebook with {shown}",
        function="marked_cells",
        cells=cells,
    )
    found = outcome.obtained(repr(expected))
    if not isinstance(found, list) or not all(isinstance(one, str) for one in found):
        outcome.returns(expected, "It gives a list with one str for each marked cell.")
    if found and all(one.startswith(MARKER) for one in found):
        raise Failed(
            "The marker line itself is still there: return what comes below it.",
            outcome.called,
            repr(expected),
            repr(found),
        )
    if [one.strip("\n") for one in found] != expected:
        if found and len(found) < len(expected):
            meaning = "It does not find them all. Does it return inside the loop?"
        raise Failed(meaning, outcome.called, repr(expected), repr(found))


def script_made(learner, cells: list[str], times: int = 1) -> tuple:
    """Let the learner's function write a script; return what running it led to, and the outcome."""
    again = ", called twice" if times > 1 else ""
    outcome = learner.request(
        "logged_models.script",
        f"generate_model_script('made_script.py', {cells}){again}",
        function="generate_model_script",
        cells=cells,
        times=times,
    )
    if outcome.raised is not None and outcome.raised["type"] != "NotImplementedError":
        outcome.fail("It raised an exception, and so no script is written.", "a script")
    made = outcome.obtained("a script")
    if not made["written"]:
        raise Failed(
            "There is no such file afterwards: write the text to output_path.",
            outcome.called,
            "the file made_script.py",
            "no file",
        )
    return made, outcome


def sets_the_model(made: dict, called: str, expected) -> None:
    """Fail unless the script ran and set this as its model, once."""
    if made["error"]:
        raise Failed(
            "The script does not run. Are the cells in their order, an empty line between them, "
            "and the two lines about the model at the end?",
            called,
            f"a script that sets {expected!r} as the model",
            made["error"],
        )
    if made["models"] != [expected]:
        raise Failed(
            "Without mlflow.models.set_model(agent) at its end MLflow does not know what the "
            "model is."
            if not made["models"]
            else "It sets another model, or more than one: begin the file anew each time.",
            called,
            f"one model: {expected!r}",
            f"the models {made['models']}",
        )


def logged(learner) -> tuple:
    """Return what MLflow has stored about the learner's `model_info`, and the outcome."""
    outcome = learner.request("logged_models.logged", "model_info", name="model_info")
    stored = outcome.obtained("what log_model returns")
    if "name" not in stored:
        raise Failed(
            "Keep what log_model returns: it knows where the model is.",
            "model_info",
            "a ModelInfo",
            f"a {stored['class']}",
        )
    return stored, outcome


def encoded(files: dict) -> dict:
    """Return files, by name and content, as a request can carry them."""
    return {
        name: base64.b64encode(text if isinstance(text, bytes) else text.encode()).decode()
        for name, text in files.items()
    }


def in_folder(learner, function: str, files: dict, *args, uri: bool = False):
    """Call a learner's function on a folder with these files, or on the folder's URI."""
    shown = "".join(f", {value!r}" for value in args)
    what = "the URI of a folder" if uri else "a folder"
    outcome = learner.request(
        "logged_models.from_folder",
        f"{function}({what} with {', '.join(files)}{shown})",
        function=function,
        files=encoded(files),
        args=list(args),
        uri=uri,
    )
    if uri and (outcome.value == [] or (outcome.raised or {}).get("type") == "FileNotFoundError"):
        outcome.fail(
            "A URI is no path: mlflow.artifacts.download_artifacts gives you the folder.",
            "what is in its files",
        )
    return outcome


SMALL = {"settings.json": "{}", "MLmodel": "flavors: {}", "code/kit/llm.py": "x = 1\n"}


def names_are(outcome, expected: list[str]) -> None:
    """Fail unless these are the names of the files."""
    if outcome.raised is not None and outcome.raised["type"] == "UnicodeDecodeError":
        outcome.fail(
            "Not every file is text: compare bytes, or a binary file ends the search.",
            repr(expected),
        )
    if outcome.raised is not None and outcome.raised["type"] == "IsADirectoryError":
        outcome.fail("rglob gives folders too: ask is_file() first.", repr(expected))
    value = outcome.obtained(repr(expected))
    if isinstance(value, list) and value and not isinstance(value[0], str):
        outcome.fail("Those are objects. Make each path relative, then a str.", repr(expected))
    if isinstance(value, list) and value != expected:
        names = [str(one) for one in value]
        if sorted(names) == sorted(one.rpartition("/")[2] for one in expected):
            outcome.fail(
                "The name of a file in a folder begins with the folder: make each path relative.",
                repr(expected),
            )
        if sorted(names) == expected:
            outcome.fail("The names are right; sort them.", repr(expected))
        if any(name.startswith(("/", "\\")) or name[1:2] == ":" for name in names):
            outcome.fail("Those are whole paths: make them relative.", repr(expected))
        if len(names) > len(expected):
            outcome.fail("There is more than files in it: leave folders out.", repr(expected))
        outcome.fail("Not every file is found: look into folders at any depth.", repr(expected))
    outcome.returns(expected, "It gives a list of names.")


def settings(constructor: str) -> dict:
    """Return the files of a model whose settings name this LLM."""
    inside = f'{{"_llm": {{"object_constructor": "{constructor}", "object_kwargs": {{}}}}}}'
    return {**SMALL, "settings.json": inside}
