"""Lesson 6: what learners check of the model script, the logged model and what is in it."""

from lesson_kit.judging.checking import check
from lesson_kit.judging.logging_models import (
    MARKER,
    QUESTION,
    SMALL,
    cells_found,
    in_folder,
    logged,
    marked,
    names_are,
    script_made,
    sets_the_model,
    settings,
)
from lesson_kit.judging.outcomes import Failed


@check("6.1")
def finds_the_marked_cells(learner):
    """finds every marked cell, in the order of the notebook"""
    near = ["code", f"{MARKER} later\nprint(1)"]
    cells = [near, marked("a = 1"), ["code", ""], marked("b = 2\nc = 3")]
    meaning = "Those are not the marked cells: compare the whole first line of each."
    cells_found(learner, cells, ["a = 1", "b = 2\nc = 3"], meaning)


@check("6.1")
def takes_only_code_cells(learner):
    """leaves text cells alone"""
    cells = [["markdown", f"{MARKER}\nmarks a cell"], marked("a = 1")]
    cells_found(learner, cells, ["a = 1"], "A text cell is no code: look at cell_type too.")


@check("6.2")
def script_sets_the_agent(learner):
    """writes a script that sets the agent as the model"""
    made, outcome = script_made(learner, ["number = 20", "agent = number + 1"])
    sets_the_model(made, outcome.called, 21)


@check("6.3")
def model_has_its_name(learner):
    """is a LlamaIndex model with the name model"""
    stored, _ = logged(learner)
    if "llama_index" not in stored["flavors"]:
        raise Failed(
            "This is another flavor. mlflow.llama_index logs the agent with its Settings.",
            "the flavors of model_info",
            "llama_index among them",
            str(stored["flavors"]),
        )
    if stored["name"] != "model":
        raise Failed(
            "Give the model its name: log_model(…, name='model').",
            "the name of the logged model",
            "'model'",
            repr(stored["name"]),
        )


@check("6.3")
def run_has_its_name(learner):
    """belongs to a run named react-agent-workflow"""
    stored, _ = logged(learner)
    if stored["run"] != "react-agent-workflow":
        raise Failed(
            "Lesson 7 finds the model by its run. Without a name MLflow makes one up: "
            "start_run(run_name=…).",
            "the run of model_info",
            "'react-agent-workflow'",
            repr(stored["run"]),
        )


@check("6.3")
def model_has_an_input_example(learner):
    """has an input example, and so a signature"""
    stored, _ = logged(learner)
    if stored["example"] is None:
        raise Failed(
            "Without an input example nobody can see what the model is to be asked: "
            "log_model(…, input_example=…).",
            "the input example of model_info",
            str({"input": QUESTION}),
            "none",
        )
    if stored["example"] != {"input": QUESTION}:
        raise Failed(
            "The agent reads ev.input, so the example is a dict with that one key.",
            "the input example of model_info",
            str({"input": QUESTION}),
            str(stored["example"]),
        )


@check("6.4")
def names_every_file(learner):
    """names every file, in folders too"""
    names_are(in_folder(learner, "artifact_names", SMALL, uri=True), sorted(SMALL))


@check("6.5")
def reads_the_logged_llm(learner):
    """names the LLM that settings.json holds"""
    outcome = in_folder(learner, "logged_llm", settings("some.library.SomeLLM"), uri=True)
    if isinstance(outcome.value, dict) and "object_constructor" in outcome.value:
        outcome.fail("One key deeper: under object_constructor.", "'some.library.SomeLLM'")
    outcome.returns(
        "some.library.SomeLLM",
        "Read the settings of the model it is given, not of this notebook.",
        because={"'SomeLLM'": "Give the whole constructor: without its module nobody finds it."},
    )


@check("6.6")
def finds_a_planted_secret(learner):
    """finds the file that holds a secret"""
    files = {**SMALL, "code/kit/llm.pkl": b"\x80\xff sk-found-me \xff", "settings.json": "{}"}
    names_are(in_folder(learner, "find_secret", files, "sk-found-me"), ["code/kit/llm.pkl"])


@check("6.6")
def finds_nothing_in_a_clean_folder(learner):
    """finds nothing where there is nothing"""
    outcome = in_folder(learner, "find_secret", SMALL, "sk-not-there")
    outcome.returns([], "A clean folder gives the empty list.")
