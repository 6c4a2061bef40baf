"""Lesson 6: what learners check of the model script, the logged model and what is in it."""

from lesson_kit.agent_script.logged_model import EXAMPLE, RUN_NAME
from lesson_kit.agent_script.marked_cells import MARKER
from lesson_kit.judging.checking import check
from lesson_kit.judging.drawing import numbers, words
from lesson_kit.judging.findings import Finding
from lesson_kit.judging.model_files import (
    folder_files,
    lists_artifacts,
    lists_secret_files,
    llm_is_named,
)
from lesson_kit.judging.model_scripts import cells_found, marked, script_sets
from lesson_kit.judging.outcomes import Failed
from lesson_kit.judging.stored_models import is_logged_as_taught, logged, model_answers


@check("6.1")
def finds_the_marked_cells(learner):
    """finds every marked cell, in the order of the notebook"""
    a, b, c = numbers(learner, 3)
    near = ["code", f"{MARKER} later\nprint({a})"]
    first = f"z = {a}\n\nif z:\n    y = 'ä'"
    cells = [near, marked(first), ["code", ""], marked(""), marked(f"b = {b}\nc = {c}")]
    cells_found(learner, cells, [first, "", f"b = {b}\nc = {c}"])


@check("6.1")
def takes_only_code_cells(learner):
    """leaves text cells alone"""
    (a,) = numbers(learner, 1)
    cells = [["markdown", f"{MARKER}\nmarks a cell"], marked(f"a = {a}")]
    cells_found(learner, cells, [f"a = {a}"])


@check("6.2")
def script_sets_the_agent(learner):
    """writes a script of the cells that sets the agent as the model"""
    a, b, c = numbers(learner, 3)
    cells = [f"number = {a}", f"agent = number * {b}", f"agent += {c}  # 'ä'"]
    script_sets(learner, cells, a * b + c)


@check("6.2")
def script_replaces_an_older_one(learner):
    """replaces a script that is there already"""
    a, b, c = numbers(learner, 3)
    older = [f"agent = {c}", "more = " + repr(words(learner, 9))]
    script_sets(learner, [f"agent = {a} + {b}"], a + b, before=older)


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
    """belongs to a run named react-agent-workflow, which has finished"""
    stored = logged(learner)
    if stored["run"] != RUN_NAME:
        no_run = Finding(
            "6.3/no-run",
            "The model belongs to no run: log_model has to be called inside the `with` block of "
            "start_run.",
        )
        other = Finding(
            "6.3/other-run-name",
            "Lesson 7 finds the model by its run. Without a name MLflow makes one up: "
            "start_run(run_name=…).",
        )
        raise Failed(
            no_run if stored["run"] is None else other,
            "the run of model_info",
            repr(RUN_NAME),
            repr(stored["run"]),
        )
    if stored["status"] != "FINISHED":
        close = " First close this one: run `mlflow.end_run()` in a cell of your own."
        raise Failed(
            Finding(
                "6.3/not-finished",
                f"The run is {stored['status']}, and lesson 7 looks for one that has finished: log "
                f"inside a `with` block.{close if stored['status'] == 'RUNNING' else ''}",
            ),
            "the run of model_info",
            "status FINISHED",
            f"status {stored['status']}",
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
                "The agent reads ev.input, so the example is a dict with that one key, and its "
                "value is the question of the text.",
            ),
            "the input example of model_info",
            str(EXAMPLE),
            str(stored["example"]),
        )
    if stored["inputs"] != list(EXAMPLE):
        raise Failed(
            Finding(
                "6.3/other-signature",
                "The signature is not that of the input example: leave it to log_model.",
            ),
            "the inputs in the signature of model_info",
            str(list(EXAMPLE)),
            str(stored["inputs"]),
        )
    model_answers(stored)


@check("6.3")
def takes_along_what_it_needs(learner):
    """is the script react_agent.py, with its packages and its LLM's code"""
    stored = logged(learner)
    is_logged_as_taught(stored)
    model_answers(stored)


@check("6.4")
def names_every_file(learner):
    """names every file of a logged model, in folders too"""
    name, other = words(learner, 2)
    files = folder_files(learner) | {f"{name}/{name}.txt": "", f"{name}-{other}.txt": ""}
    lists_artifacts(learner, files, uri=True)


@check("6.5")
def reads_the_logged_llm(learner):
    """names the LLM that settings.json of a logged model holds"""
    library, module, name = words(learner, 3)
    llm_is_named(learner, f"{library}.{module}.{name.title()}LLM")


@check("6.6")
def finds_a_planted_secret(learner):
    """finds each file that holds a secret, whatever kind of file it is"""
    place, name, inside = words(learner, 3)
    secret = f"sk-{inside}-{numbers(learner, 1)[0]}"
    lists_secret_files(
        learner,
        secret,
        {
            f"{name}.pkl": b"\x80\xff " + secret.encode() + b" \xff",
            f"code/{place}/{name}.txt": f"{secret}\n{secret}!",
        },
    )


@check("6.6")
def finds_nothing_in_a_clean_folder(learner):
    """finds nothing where the secret is not"""
    secret, name, other = words(learner, 3)
    secret = f"sk-{secret}"
    near = {f"{secret}.txt": f"key = {secret[:-1]}", f"{other}.txt": secret.upper()}
    lists_secret_files(learner, secret, {}, near)
    lists_secret_files(learner, secret, {f"{name}.py": f"key = '{secret}'"}, near)
