"""Lesson 6, hidden: other notebooks, scripts, questions, folders and secrets."""

from lesson_kit.agent_script.logged_model import EXPERIMENT
from lesson_kit.agent_script.marked_cells import MARKER
from lesson_kit.judging.checking import check
from lesson_kit.judging.drawing import numbers, words
from lesson_kit.judging.findings import Finding
from lesson_kit.judging.logging_models import (
    NOT_THE_AGENT,
    cells_found,
    folder_files,
    in_folder,
    lists_secret_files,
    logged,
    marked,
    model_answers,
    names_are,
    script_sets,
    settings,
)
from lesson_kit.judging.outcomes import Failed

ONLY_MENTIONED = Finding(
    "6.1/only-mentioned",
    "A cell that only mentions the marker is not marked: compare its whole first line.",
)


@check("6.1")
def compares_the_first_line_only(learner):
    """takes the first line, and that line alone, for the marker"""
    n = learner.random.randint(100, 999)
    cells = [
        ["code", f"x = {n}\n{MARKER}"],
        ["code", f"print('{MARKER}')"],
        ["code", f"{MARKER} not\ny = {n}"],
        marked(f"first = {n}"),
        ["raw", f"{MARKER}\nraw = {n}"],
        marked(f"# a comment\nsecond = {n + 1}"),
    ]
    expected = [f"first = {n}", f"# a comment\nsecond = {n + 1}"]
    cells_found(learner, cells, expected, ONLY_MENTIONED)


@check("6.1")
def finds_none_where_none_is(learner):
    """gives an empty list for a notebook without marked cells"""
    n = learner.random.randint(100, 999)
    meaning = Finding("6.1/none", "Nothing is marked here: give an empty list.")
    cells_found(learner, [["code", f"x = {n}"]], [], meaning)
    cells_found(learner, [["code", f"x = {n}"], marked(f"y = {n}")], [f"y = {n}"], ONLY_MENTIONED)


@check("6.2")
def script_keeps_the_order(learner):
    """keeps the order of the cells and what each of them defines"""
    first, second, last = words(learner, 3)
    cells = [
        f"names = [{first!r}]",
        f"names.append({second!r})",
        f"def last():\n    return {last!r}",
        "agent = ' '.join([*names, last()])",
    ]
    script_sets(learner, cells, f"{first} {second} {last}")


@check("6.2")
def script_is_made_anew(learner):
    """replaces an older script"""
    a, b = numbers(learner, 2)
    script_sets(learner, [f"agent = {a} * {b}"], a * b, times=2)


@check("6.3")
def logged_model_answers(learner):
    """answers another question when it is loaded again"""
    model_answers(logged(learner), NOT_THE_AGENT)


@check("6.3")
def logged_in_the_experiment(learner):
    """is kept as code, in the tutorial's experiment"""
    stored = logged(learner)
    if not any(name.endswith(".py") and "/" not in name for name in stored["files"]):
        raise Failed(
            Finding(
                "6.3/no-script", "The model is no code: give log_model the path of the script."
            ),
            "the files of the logged model",
            "react_agent.py among them",
            ", ".join(stored["files"]),
        )
    if stored["experiment"] != EXPERIMENT:
        raise Failed(
            Finding(
                "6.3/other-experiment",
                "The run is in another experiment: leave the one that the setup cell has set.",
            ),
            "the experiment of model_info",
            repr(EXPERIMENT),
            repr(stored["experiment"]),
        )
    model_answers(stored)


@check("6.3")
def llm_travels_with_the_model(learner):
    """takes along the code of its LLM"""
    stored = logged(learner)
    if not any(name.startswith("code/") for name in stored["files"]):
        raise Failed(
            Finding(
                "6.3/no-llm-code",
                "Elsewhere nobody has the offline LLM's class: log_model(…, "
                "code_paths=model_code()).",
            ),
            "the files of the logged model",
            "some in the folder code",
            ", ".join(stored["files"]),
        )
    model_answers(stored)


@check("6.4")
def names_any_files(learner):
    """names the files of any model, sorted, without the folders"""
    outer, inner, name = words(learner, 3)
    files = {f"{outer}/{inner}/{name}.json": "{}", f"{name}.py": "", **folder_files(learner)}
    names_are(in_folder(learner, "artifact_names", files), sorted(files))


@check("6.5")
def reads_any_llm(learner):
    """names whichever LLM was logged"""
    library, module, name = words(learner, 3)
    constructor = f"{library}.{module}{learner.random.randint(2, 99)}.{name.title()}LLM"
    outcome = in_folder(learner, "logged_llm", settings(learner, constructor))
    meaning = Finding("6.5/other-model", "Read settings.json of the model that it is given.")
    outcome.returns(constructor, meaning)


@check("6.6")
def searches_every_kind_of_file(learner):
    """searches files that are no text, at any depth, and gives their names sorted"""
    secret = f"sk-{learner.random.getrandbits(64):016x}"
    near, text, deep = words(learner, 3)
    holders = {
        f"{text}.txt": f"key = {secret}",
        f"code/{deep}/{deep}.pkl": b"\x80\x04\xff\xfe" + secret.encode() + b"\x00\xff",
    }
    lists_secret_files(learner, secret, holders, {f"{near}.txt": secret[:-1]})
