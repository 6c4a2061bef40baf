"""Judge what a learner's functions read off the files of a model (6.4 to 6.6).

It is one file, as all three are asked about the same folder, and go wrong with it in the same ways.
"""

import base64
import functools
import io
import json
import zipfile

from lesson_kit.judging.drawing import words
from lesson_kit.judging.findings import Finding
from lesson_kit.judging.outcomes import OF_BEFORE, Outcome

URI_NO_PATH = Finding(
    "6.4/uri-no-path",
    "A URI is no path: mlflow.artifacts.download_artifacts gives you the folder.",
)
PATH_IN_URI = Finding(
    "6.4/path-in-uri",
    "MLflow takes what follows a model's URI for a version. Download the model by its URI alone, "
    "then look into the folder.",
)
NO_SUCH_FILE = Finding(
    "6.4/no-such-file",
    "It opens a file that is not there. The files are in the folder that it is given, or that "
    "download_artifacts gives.",
)
NOT_ALL_TEXT = Finding(
    "6.6/not-all-text",
    "Not every file is text: compare bytes, or a binary file ends the search.",
)
FOLDERS_READ = Finding(
    "6.6/folders-read", "A folder was read like a file. rglob gives folders too: ask is_file()."
)
NO_STRINGS = Finding("6.4/no-strings", "Those are objects. Make each path relative, then a str.")
NO_FOLDERS = Finding(
    "6.4/no-folders",
    "The name of a file in a folder begins with the folder: make each path relative.",
)
NOT_SORTED = Finding(
    "6.4/not-sorted",
    "The names are right, but their order is not that of `sorted` on texts: capital letters come "
    "first, and - and . before /.",
)
WHOLE_PATHS = Finding("6.4/whole-paths", "Those are whole paths: make them relative.")
FOLDERS_TOO = Finding("6.4/folders-too", "There is more than files in it: leave folders out.")
TWICE = Finding("6.4/twice", "A name comes more than once: give the name of each file once.")
KEPT = Finding(
    "6.4/kept",
    "The list is the one that the call before gave, which was emptied since: look anew at each "
    "call, and keep nothing.",
)
NO_NAMES = Finding("6.4/no-names", "It gives a list of names.")
LONG = 2**20  # bytes of a file that nobody reads by its beginning


def folder_files(learner) -> dict[str, str | bytes]:
    """Draw the files of a model, by name, with their content."""
    package, module, data = words(learner, 3)
    return {
        "settings.json": "{}",
        "MLmodel": "flavors: {}",
        f"code/{package}/{module}.py": "x = 1\n",
        f"{data}.bin": b"\xff\xfe\x00",
        "registered_model_meta": "model_name: null\n",  # a download adds it where it is not
    }


def settings(learner, constructor: str) -> dict[str, str | bytes]:
    """Return the files of a model whose settings name this LLM, among other things."""
    other, module = words(learner, 2)
    inside = {
        "_embed_model": {"object_constructor": f"{other}.{module}.Embedding"},
        "_llm": {
            "object_kwargs": {"mode": "normal", "inner": {"object_constructor": other}},
            "object_constructor": constructor,
        },
        "_prompt_helper": {"object_constructor": f"{other}.{module}.PromptHelper"},
    }
    names = learner.random.sample(sorted(inside), len(inside))
    text = json.dumps({name: inside[name] for name in names})
    return folder_files(learner) | {"settings.json": text}


def packed(files: dict[str, str | bytes]) -> str:
    """Return files as a request can carry them: an archive, so that no name can be read off it."""
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as written:
        for name, content in files.items():
            written.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return base64.b64encode(archive.getvalue()).decode()


def in_folder(
    learner,
    function: str,
    files: dict,
    *args,
    uri: bool = False,
    before: dict | None = None,
    there: bool = False,
) -> Outcome:
    """Call a learner's function on a folder with these files, or on the URI of a logged model.

    With `before` it is called with those files first, which with `there` were in the same folder.
    """
    shown = "".join(f", {value!r}" for value in args)
    what = "the URI of a model" if uri else "a folder"
    after = ", after another one" if before else ""
    after = ", which had other files at the call before" if there else after
    outcome = learner.request(
        "logged_models.from_folder",
        f"{function}({what} with {', '.join(files)}{shown}){after}",
        function=function,
        archive=packed(files),
        args=list(args),
        uri=uri,
        before=packed(before) if before else None,
        there=there,
    )
    raised = outcome.raised or {"type": "", "text": ""}
    if before and outcome.value == [] and any(files):
        outcome.fail(KEPT)
    if uri and (outcome.value == [] or "models:" in raised["text"]):
        outcome.fail(URI_NO_PATH)
    if uri and raised["type"] == "MlflowException" and "egistered" in raised["text"]:
        outcome.fail(PATH_IN_URI)
    if raised["type"] == "FileNotFoundError":
        outcome.fail(NO_SUCH_FILE)
    if raised["type"] == "UnicodeDecodeError":
        outcome.fail(NOT_ALL_TEXT)
    if raised["type"] == "IsADirectoryError":
        outcome.fail(FOLDERS_READ)
    return outcome


def names_are(outcome: Outcome, expected: list[str], why_missing, why_more) -> None:
    """Fail unless these are the names of the files.

    `why_missing` gives the finding for names that are not there, beside those that are; `why_more`
    for one too many.
    """
    value = outcome.obtained(repr(expected))
    if value == expected and outcome.type == "list":
        return
    if not isinstance(value, list):
        outcome.returns(expected, NO_NAMES)
    names = [str(name) for name in value]
    missing = [name for name in expected if name not in names]
    more = [name for name in names if name not in expected]
    if value and not isinstance(value[0], str):
        meaning = NO_STRINGS
    elif value == expected:
        meaning = NO_NAMES
    elif more and sorted(names) == sorted(name.rpartition("/")[2] for name in expected):
        meaning = NO_FOLDERS
    elif sorted(names) == expected:
        meaning = NOT_SORTED
    elif any(name.startswith(("/", "\\")) or name[1:2] == ":" for name in names):
        meaning = WHOLE_PATHS
    elif missing:
        meaning = why_missing(missing, [name for name in expected if name in names])
    elif more:
        meaning = why_more(more[0])
    else:
        meaning = TWICE
    outcome.fail(meaning, repr(expected))


def lists_artifacts(
    learner, files: dict, uri: bool, before: dict | None = None, there: bool = False
) -> None:
    """Fail unless artifact_names gives the names of these files."""

    def why_missing(names: list[str], found: list[str]) -> Finding:
        return Finding(
            "6.4/missing",
            missed(files, names, found)
            + "Each file counts, whatever its name, in a folder at any depth, too.",
        )

    def why_more(name: str) -> Finding:
        if any(file.startswith(f"{name}/") for file in files):
            return FOLDERS_TOO
        return Finding("6.4/no-such-name", f"This model has no file {name}.")

    outcome = in_folder(learner, "artifact_names", files, uri=uri, before=before, there=there)
    value = outcome.value if isinstance(outcome.value, list) else []
    if before and {*map(str, value)} - {"registered_model_meta"} == {*before}:
        outcome.fail(OF_BEFORE, repr(sorted(files)))
    names_are(outcome, sorted(files), why_missing, why_more)


def missed(files: dict, names: list[str], found: list[str]) -> str:
    """Say of the plainest of these files that it is missed, and what is particular about it.

    What is so of a file that was found, too, is not particular.
    """

    def facts(name: str) -> list[str]:
        content = files[name] if isinstance(files[name], bytes) else files[name].encode()
        return [
            fact
            for fact, so in (
                ("in a folder", "/" in name),
                (f"{name.count('/')} folders deep", name.count("/") > 1),
                ("with a dot at its beginning", name.rpartition("/")[2].startswith(".")),
                ("large", len(content) > LONG),
                ("no text", not is_text(content)),
            )
            if so
        ]

    name = min(names, key=lambda name: len(facts(name)))
    usual = {fact for one in found for fact in facts(one)}
    told = [name, *(fact for fact in facts(name) if fact not in usual)]
    return f"{', '.join(told)}, is missed. ".replace(f"{name}, is", f"{name} is")


def lists_secret_files(
    learner,
    secret: str,
    holders: dict,
    others: dict | None = None,
    before: dict | None = None,
    there: bool = False,
) -> None:
    """Fail unless find_secret finds these files, and none of the others."""
    files = folder_files(learner) | holders | (others or {})
    outcome = in_folder(learner, "find_secret", files, secret, before=before, there=there)
    more = functools.partial(why_found, files, secret)
    names_are(outcome, sorted(holders), functools.partial(why_not_found, files), more)


def why_not_found(files: dict, names: list[str], found: list[str]) -> Finding:
    """Say of a file that the secret was not found in it."""
    return Finding(
        "6.6/not-found",
        missed(files, names, found)
        + "Look for the secret's own bytes with `in`, and not for a pattern: in files of any name, "
        "at any depth, in the bytes of each as a whole, across lines and pieces.",
    )


def why_found(files: dict, secret: str, name: str) -> Finding:
    """Say why a name should not be there."""
    if any(file.startswith(f"{name}/") for file in files):
        return FOLDERS_TOO
    if name not in files:
        return Finding("6.6/no-such-name", f"There is no file {name} in the folder.")
    return Finding(
        "6.6/no-secret",
        f"{name} has not got the secret in it: look for the whole of {secret!r}, exactly as it is, "
        "in what the file contains.",
    )


def is_text(content: bytes) -> bool:
    """Tell whether bytes are text in UTF-8."""
    try:
        content.decode()
    except UnicodeDecodeError:
        return False
    return True


def llm_is_named(learner, constructor: str, before: dict | None = None) -> None:
    """Fail unless logged_llm gives this constructor, which the settings of a model name."""
    files = settings(learner, constructor)
    outcome = in_folder(learner, "logged_llm", files, uri=True, before=before)
    if outcome.raised and outcome.raised["type"] == "MlflowException":
        meaning = Finding(
            "6.5/other-model",
            "It asks MLflow for what is not there: use the URI that it is given, and no other.",
        )
        if "flavor" in outcome.raised["text"]:
            meaning = Finding(
                "6.5/loaded",
                "This model cannot be loaded, and need not be: read settings.json in the folder "
                "that download_artifacts gives.",
            )
        outcome.fail(meaning, repr(constructor))
    if isinstance(outcome.value, dict) and "object_constructor" in outcome.value:
        meaning = Finding("6.5/whole-entry", "One key deeper: under object_constructor.")
        outcome.fail(meaning, repr(constructor))
    because = {
        repr(entry["object_constructor"]): Finding(
            "6.5/other-entry", "That is the constructor of something else: the LLM is under _llm."
        )
        for name, entry in json.loads(files["settings.json"]).items()
        if name != "_llm"
    }
    because[repr(constructor.rpartition(".")[2])] = Finding(
        "6.5/no-module", "Give the whole constructor: without its module nobody finds it."
    )
    meaning = Finding(
        "6.5/other-settings",
        "Give the whole name, all that stands between its dots, which settings.json of the model "
        "that it is given has at that time.",
    )
    outcome.returns(constructor, meaning, because)
