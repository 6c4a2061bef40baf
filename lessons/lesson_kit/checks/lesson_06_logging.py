"""Lesson 6: what learners check of the model script, the logged model and what is in it."""

from lesson_kit.agent_script.logged_model import EXAMPLE, RUN_NAME
from lesson_kit.agent_script.marked_cells import MARKER
from lesson_kit.judging.checking import check
from lesson_kit.judging.drawing import numbers, words
from lesson_kit.judging.findings import Finding
from lesson_kit.judging.logging_models import (
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


@check("6.1")
def finds_the_marked_cells(learner):
    """finds every marked cell, in the order of the notebook"""
    a, b, c = numbers(learner, 3)
    near = ["code", f"{MARKER} later\nprint({a})"]
    cells = [near, marked(f"a = {a}"), ["code", ""], marked(f"b = {b}\nc = {c}")]
    meaning = Finding(
        "6.1/first-line", "Those are not the marked cells: compare the whole first line of each."
    )
    cells_found(learner, cells, [f"a = {a}", f"b = {b}\nc = {c}"], meaning)


@check("6.1")
def takes_only_code_cells(learner):
    """leaves text cells alone"""
    (a,) = numbers(learner, 1)
    cells = [["markdown", f"{MARKER}\nmarks a cell"], marked(f"a = {a}")]
    meaning = Finding("6.1/text-cell", "A text cell is no code: look at cell_type too.")
    cells_found(learner, cells, [f"a = {a}"], meaning)


@check("6.2")
def script_sets_the_agent(learner):
    """writes a script that sets the agent as the model"""
    a, b = numbers(learner, 2)
    script_sets(learner, [f"number = {a}", f"agent = number * {b}"], a * b)


@check("6.3")
def model_has_its_name(learner):
    """is a LlamaIndex model with the name model"""
    stored = logged(learner)
    if "llama_index" not in stored["flavors"]:
        raise Failed(
            Finding(
                "6.3/other-flavor",
                "This is another flavor. mlflow.llama_index logs the agent with its Settings.",
            ),
            "the flavors of model_info",
            "llama_index among them",
            str(stored["flavors"]),
        )
    if stored["name"] != "model":
        raise Failed(
            Finding("6.3/other-name", "Give the model its name: log_model(…, name='model')."),
            "the name of the logged model",
            "'model'",
            repr(stored["name"]),
        )
    model_answers(stored)


@check("6.3")
def run_has_its_name(learner):
    """belongs to a run named react-agent-workflow"""
    stored = logged(learner)
    if stored["run"] != RUN_NAME:
        raise Failed(
            Finding(
                "6.3/other-run-name",
                "Lesson 7 finds the model by its run. Without a name MLflow makes one up: "
                "start_run(run_name=…).",
            ),
            "the run of model_info",
            repr(RUN_NAME),
            repr(stored["run"]),
        )
    model_answers(stored)


@check("6.3")
def model_has_an_input_example(learner):
    """has an input example, and so a signature"""
    stored = logged(learner)
    if stored["example"] is None:
        raise Failed(
            Finding(
                "6.3/no-example",
                "Without an input example nobody can see what the model is to be asked: "
                "log_model(…, input_example=…).",
            ),
            "the input example of model_info",
            str(EXAMPLE),
            "none",
        )
    if stored["example"] != EXAMPLE:
        raise Failed(
            Finding(
                "6.3/other-example",
                "The agent reads ev.input, so the example is a dict with that one key.",
            ),
            "the input example of model_info",
            str(EXAMPLE),
            str(stored["example"]),
        )
    model_answers(stored)


@check("6.4")
def names_every_file(learner):
    """names every file, in folders too"""
    files = folder_files(learner)
    names_are(in_folder(learner, "artifact_names", files, uri=True), sorted(files))


@check("6.5")
def reads_the_logged_llm(learner):
    """names the LLM that settings.json holds"""
    library, module, name = words(learner, 3)
    kind = f"{name.title()}LLM"
    constructor = f"{library}.{module}.{kind}"
    outcome = in_folder(learner, "logged_llm", settings(learner, constructor), uri=True)
    if isinstance(outcome.value, dict) and "object_constructor" in outcome.value:
        meaning = Finding("6.5/whole-entry", "One key deeper: under object_constructor.")
        outcome.fail(meaning, repr(constructor))
    without_module = Finding(
        "6.5/no-module", "Give the whole constructor: without its module nobody finds it."
    )
    outcome.returns(
        constructor,
        Finding(
            "6.5/other-settings",
            "Read the settings of the model it is given, not of this notebook.",
        ),
        because={repr(kind): without_module},
    )


@check("6.6")
def finds_a_planted_secret(learner):
    """finds the file that holds a secret"""
    place, name, inside = words(learner, 3)
    secret = f"sk-{inside}-{numbers(learner, 1)[0]}"
    holder = {f"code/{place}/{name}.pkl": b"\x80\xff " + secret.encode() + b" \xff"}
    lists_secret_files(learner, secret, holder)


@check("6.6")
def finds_nothing_in_a_clean_folder(learner):
    """finds nothing where there is nothing"""
    secret, name = words(learner, 2)
    outcome = in_folder(learner, "find_secret", folder_files(learner), f"sk-{secret}")
    outcome.returns([], Finding("6.6/clean", "A clean folder gives the empty list."))
    lists_secret_files(learner, f"sk-{secret}", {f"{name}.txt": f"key = sk-{secret}"})
