"""Errors of the libraries themselves, as a beginner's mistakes raise them, are told in our words.

The libraries are the real ones: where a new release says it otherwise, this fails.
"""

import asyncio
import json
import warnings
from pathlib import Path

import mlflow
import pytest
from IPython.core.interactiveshell import InteractiveShell
from lesson_kit.judging import watched_cells
from lesson_kit.judging.outcomes import Failed, Outcome
from lesson_kit.judging.raised_cells import MOST_TOLD, failure, raised_before, shorten_error
from lesson_kit.judging.run_findings import explain
from lesson_kit.probes import describe_error
from lesson_kit.probes.traced_runs import apart
from llama_index.core.agent.react.types import ObservationReasoningStep
from llama_index.core.workflow import Context, Event, StartEvent, StopEvent, Workflow, step
from pydantic import ValidationError


class Silent(Workflow):
    @step
    async def end(self, ev: StartEvent) -> StopEvent:
        return StopEvent(result="")


@pytest.fixture(scope="module", autouse=True)
def a_store_of_its_own():
    with apart():
        yield


@pytest.fixture
def shell(monkeypatch):
    monkeypatch.setattr(warnings, "showwarning", warnings.showwarning)
    monkeypatch.setattr(watched_cells, "_runs", {})
    made = InteractiveShell()
    watched_cells.watch(made)
    yield made
    made.events.unregister("post_run_cell", watched_cells.note)
    while mlflow.active_run():
        mlflow.end_run()


def told(exercise: str) -> list[str]:
    return [one.sentence for one in raised_before(watched_cells.runs(), exercise)]


def test_a_run_that_an_earlier_try_left_open_is_told_with_its_remedy(shell):
    shell.run_cell("import mlflow\nmlflow.start_run()\nmodel_info = [][0]", cell_id="answer-6-3")
    (sentence,) = told("6.3")
    assert (
        "raised IndexError in line 3: list index out of range. It has left a run open" in sentence
    )
    assert "`mlflow.end_run()` in a cell of your own before you run it again" in sentence

    right = "with mlflow.start_run():\n    model_info = 1"
    shell.run_cell(right, cell_id="answer-6-3")
    (sentence,) = told("6.3")
    assert "is already active. An earlier try left a run open: run `mlflow.end_run()`" in sentence
    assert "nested" not in sentence and "It has left" not in sentence

    shell.run_cell("mlflow.end_run()")
    shell.run_cell(right, cell_id="answer-6-3")
    assert told("6.3") == []
    shell.run_cell("model_info = [][0]", cell_id="answer-6-3")
    assert "run open" not in told("6.3")[0]


@pytest.mark.parametrize(
    "source, says",
    [
        ("    return x + y", "select its pieces and choose Edit > Merge Selected Cells"),
        ("def add(x):\n    await x", "begins with `async def`"),
    ],
)
def test_a_cell_that_is_no_python_is_told_how_to_mend_it(shell, source, says):
    shell.run_cell(source, cell_id="answer-1-1")
    (sentence,) = told("1.1")
    assert "raised SyntaxError in line" in sentence and says in sentence


def declare():
    class MyEvent(Event):
        input = list[str]


def log_an_agent():
    mlflow.llama_index.log_model(Silent(), name="model", pip_requirements=[])


def search(filter_string: str):
    return lambda: mlflow.search_runs(filter_string=filter_string)


MISTAKES = [
    (declare, "`input: …` in place of `input = …`"),
    (log_an_agent, "Give log_model the path of the script"),
    (search("attributes.run_name = react-agent-workflow"), "in quotation marks"),
    (search("attributes.status = FINISHED"), "in quotation marks"),
    (search("attributes.status == 'FINISHED'"), "a single `=`"),
    (search("run_name = 'a', status = 'FINISHED'"), "with `and` between two"),
]


@pytest.mark.parametrize(("code", "means"), MISTAKES)
def test_what_a_library_says_is_told_in_words_for_a_learner(code, means):
    with pytest.raises(Exception) as raised:
        code()
    cell = failure(type(raised.value).__name__, str(raised.value), 5)
    assert "in line 5" in cell and means in cell and len(cell) < 400
    call = meaning_of(raised.value, "f(x)")
    assert means in call and call.startswith("It raised an exception in line 3, `f(x)`,")


@pytest.mark.parametrize("name", ["/tmp/x/settings.json", Path("settings.json")])
@pytest.mark.parametrize("read", [json.loads, json.load])
def test_a_files_name_that_is_taken_for_its_text_is_told(read, name):
    with pytest.raises(Exception) as raised:
        read(name)
    assert "read the file first" in meaning_of(raised.value, "read(name)")


def meaning_of(error: Exception, source: str, called: str = "f()") -> str:
    with pytest.raises(Failed) as failed:
        raised = describe_error(error) | {"line": 3, "source": source}
        Outcome(called, raised=raised).obtained("5")
    return failed.value.meaning


async def look_in_an_empty_store():
    class Looks(Workflow):
        @step
        async def look(self, ctx: Context, ev: StartEvent) -> StopEvent:
            return StopEvent(result=await ctx.store.get("counter"))

    return await Looks().run()


def test_a_name_that_the_store_does_not_have_is_told():
    with pytest.raises(ValueError) as raised:
        asyncio.run(look_in_an_empty_store())
    assert "The store has nothing under that name" in meaning_of(raised.value, "ctx.store.get()")


def test_what_refuses_a_value_is_named():
    with pytest.raises(ValidationError) as raised:
        ObservationReasoningStep(observation=5)
    with pytest.raises(Failed) as failed:
        explain(Outcome("f()", raised=describe_error(raised.value)))
    assert failed.value.meaning.startswith("ObservationReasoningStep refuses what was put into")


def test_none_is_put_down_to_what_can_give_it_there():
    outputs = None
    with pytest.raises(TypeError) as raised:
        outputs["response"]
    run = meaning_of(raised.value, "x", "Agent().run(input='a')")
    trace = meaning_of(raised.value, "x", "diagnose(trace) on the trace of a run")
    other = meaning_of(raised.value, "x")
    assert "collect_events" in run and "collect_events" not in trace + other
    assert "no outputs" in trace and "no outputs" not in run + other


def test_a_long_text_is_cut_at_a_word_and_keeps_the_sentence_that_helps():
    words = "Nothing of this kind can be kept by a saving mode of the past. " * 4
    helps = "Please hand over the other thing instead."
    said = shorten_error(f"{words}{helps} {words}")
    assert said.endswith(f" … {helps}") and len(said) <= MOST_TOLD + 2
    whole = shorten_error(words)
    assert whole.endswith(" …") and words.startswith(whole.removesuffix(" …") + " ")
    assert shorten_error("short. Please.") == "short. Please."
    assert len(shorten_error("x" * 10_000)) <= MOST_TOLD
