"""Lesson 5's machinery: traces that checks make stay apart from the learner's, and can be shown."""

import asyncio
import re
import threading
import time
from http.server import BaseHTTPRequestHandler, HTTPServer

import mlflow
import pytest
from lesson_kit import OfflineLLM
from lesson_kit.judging.drawn_traces import drawn_run, drawn_tree, ways
from lesson_kit.judging.learner import InProcess
from lesson_kit.judging.reading_traces import read
from lesson_kit.misbehaving_agents import meet_patients
from lesson_kit.private_names import llm_in_settings, settings_kept
from lesson_kit.probes.made_traces import made_trace
from lesson_kit.show.prompts import (
    NONE,
    Message,
    compared,
    prompts_html,
    prompts_text,
    rounds_of,
)
from lesson_kit.show.traces import MOST_SPANS, trace_html, trace_text
from lesson_kit.tracking import STARTING, NoTracking, use_tracking
from llama_index.core import Settings
from mlflow.entities import Trace
from mlflow.utils import find_free_port

from checks.grading.clean_html import MOST_TAGS, clean_html
from checks.proof.rehearsal import cells

QUESTION = "What is (123 + 456) * 789?"


@pytest.fixture(scope="module")
def learner(tmp_path_factory):
    """A learner who traces into an experiment of a store of their own."""
    folder = tmp_path_factory.mktemp("learner")
    uri = mlflow.get_tracking_uri()
    with pytest.MonkeyPatch.context() as patch, settings_kept():
        patch.delenv("MLFLOW_TRACKING_URI", raising=False)
        patch.delenv("MLFLOW_EXPERIMENT_ID", raising=False)
        patch.chdir(folder)
        use_tracking()
        mlflow.set_experiment("mine")
        mlflow.llama_index.autolog()
        Settings.llm = OfflineLLM()
        namespace = {"seen": lambda trace: [span.name for span in trace.data.spans]}
        exec(cells("05_tracing")["agent-so-far"], namespace)
        yield InProcess(namespace)
        mlflow.llama_index.autolog(disable=True)
        mlflow.flush_trace_async_logging()
        mlflow.set_tracking_uri(uri)


@pytest.fixture(scope="module")
def patients(learner):
    return asyncio.run(meet_patients(learner.namespace["ReActAgent"]))


def own_traces() -> list[Trace]:
    """Return the traces in the learner's own store."""
    mlflow.flush_trace_async_logging()
    experiments = [one.experiment_id for one in mlflow.search_experiments()]
    return mlflow.search_traces(locations=experiments, return_type="list")


def run(learner) -> Trace:
    """Let the learner run the agent and get the trace."""

    async def once():
        await learner.namespace["ReActAgent"](timeout=20).run(input=QUESTION)

    asyncio.run(once())
    mlflow.flush_trace_async_logging()
    return mlflow.get_trace(mlflow.get_last_active_trace_id())


def test_a_check_that_reads_a_trace_leaves_the_learners_tracing_as_it_was(learner):
    mine = run(learner)
    before = len(own_traces()), mlflow.get_tracking_uri(), llm_in_settings()
    traces = [{"scenario": {"question": "What is 2 + 3?"}, "arguments": [[]]}]
    (seen,) = learner.request(
        "traced_runs.read", "seen(trace)", function="seen", traces=traces
    ).obtained()
    assert "FunctionTool.call" in seen["value"] == seen["again"] and seen["unchanged"]
    assert mlflow.get_last_active_trace_id() == mine.info.trace_id
    assert (len(own_traces()), mlflow.get_tracking_uri(), llm_in_settings()) == before
    again = run(learner)
    assert again.info.trace_id != mine.info.trace_id
    assert again.info.experiment_id == mine.info.experiment_id
    assert len(own_traces()) == before[0] + 1


def test_a_check_that_runs_a_workflow_is_not_traced(learner):
    run(learner)
    before = len(own_traces())
    reply = learner.run("ReActAgent", {"input": QUESTION}, llm={}).obtained()
    assert "456831" in reply["runs"][0]["result"]
    assert len(own_traces()) == before
    run(learner)
    assert len(own_traces()) == before + 1


@pytest.mark.parametrize("queued", ["true", "false"])  # the notebook's own; not when graded
def test_a_trace_that_was_not_flushed_is_never_there(learner, queued, monkeypatch):
    monkeypatch.setenv("MLFLOW_ENABLE_ASYNC_TRACE_LOGGING", queued)

    async def hasty(agent, question):
        await agent.run(input=question)
        return mlflow.get_trace(mlflow.get_last_active_trace_id(), silent=True)

    learner.namespace["hasty"] = hasty
    replies = [
        learner.request(
            "traced_runs.returned", "hasty", function="hasty", scenarios=[{"question": QUESTION}]
        ).obtained()
        for _ in range(3)
    ]
    assert replies == [[{"type": "NoneType", "ran": True, "asked": [QUESTION]}]] * 3


def shape(trace: Trace) -> list[tuple]:
    """Return what the lesson reads off each span but numbers and the LLM's name."""
    places = {span.span_id: place for place, span in enumerate(trace.data.spans)}
    return [
        (
            span.name.replace("OfflineLLM", "SomeLLM"),
            places.get(span.parent_id),
            span.span_type,
            span.status.status_code.value,
            [event.attributes["exception.type"] for event in span.events],
            (span.inputs or {}).get("kwargs"),
            ((span.inputs or {}).get("ev") or {}).get("tool_calls"),
            span.attributes.get("name"),
            "usage" in span.attributes,
            span.name.endswith("parse")
            and sorted(set(span.outputs or {}) & {"action", "response"}),
        )
        for span in trace.data.spans
    ]


def test_a_drawn_trace_has_the_shape_of_a_real_one(learner, patients):
    """So what is judged by drawn traces is what the lesson's traces show."""
    tool_calls = {
        "A": [{"tool": "add", "arguments": {"first_number": 2, "second_number": 3}}],
        "B": [{"tool": "add", "arguments": {"x": 2, "y": 3}}],
        "F": [{"tool": "calculator", "arguments": {"x": 2, "y": 3}, "made": False}],
    }
    tool_calls["A"][0]["raises"] = "TypeError"
    rounds = {letter: [{"calls": calls}] for letter, calls in tool_calls.items()}
    rounds["D"] = [{"unparseable": "ValueError"}]
    for letter, begin in rounds.items():
        rest = [] if letter == "B" else rounds["B"]
        drawn = drawn_run(learner, [*begin, *rest, {"answer": "The result is 5."}])
        assert shape(made_trace(drawn)) == shape(patients[letter]), letter


def test_a_run_that_was_begun_and_not_ended_draws_no_trace_away(learner):
    with mlflow.start_run():
        outcome = read(learner, "seen", {"question": QUESTION})
    assert outcome.obtained()[0] == "ReActAgent.run"


def test_a_reader_that_changes_what_a_span_holds_is_noticed(learner):
    learner.namespace["emptied"] = lambda trace: trace.data.spans[0].attributes["usage"].clear()
    spans = [{"name": "one", "parent": None, "attributes": {"usage": {"tokens": 1}}}]
    assert not read(learner, "emptied", {"spans": spans}, run="a span").unchanged
    assert read(learner, "seen", {"spans": spans}, run="a span").unchanged


def test_a_drawn_tree_takes_turns_in_time(learner):
    tree = drawn_tree(learner, size=9, deep=4)
    assert sorted(ways(tree)) != ways(tree)
    assert max(map(len, ways(tree))) > 4


def test_a_traces_tree_folds_and_opens_without_script_or_network(learner):
    trace = run(learner)
    shown = trace_html(trace)
    assert not re.search(r"<script|<link|<iframe|<style|https?:|src=| on\w+=", shown)
    names = re.findall(r"<b>(.+?)</b>", shown)
    assert names[0] == "ReActAgent.run" and names.count("FunctionTool.call") == 2
    assert "x=123, y=456 → 579" in shown
    assert re.search(r"OfflineLLM\.achat</b> <span[^>]*>\d+ ms · 628 tokens in, 34 out", shown)
    below = {span.parent_id for span in trace.data.spans} - {None}
    assert shown.count("<details open>") == len(below)  # what ran inside is there at first
    assert shown.count("<details>") == len(trace.data.spans)  # inputs and outputs are not
    assert shown.count("&emsp;what ran inside ") == len(below)


def test_feedback_keeps_a_trace_whole(learner):
    trace = run(learner)
    kept = clean_html(trace_html(trace))
    assert kept.count("<details open") == trace_html(trace).count("<details open")
    assert kept.count("<pre") == len(trace.data.spans) and "628 tokens in" in kept
    beside = re.findall(r"<details open[^>]*><summary[^>]*>([^<]*)", kept)  # a triangle that folds
    assert beside and all(text.strip().startswith("what ran inside ") for text in beside)


def test_a_traces_text_marks_what_failed_and_fits_the_page(patients):
    text = trace_text(patients["E"])
    assert max(map(len, text.splitlines())) <= 83
    failed = [line.split()[1] for line in text.splitlines() if line.lstrip().startswith("✗")]
    assert failed == ["FunctionTool.__call__", "FunctionTool.call"]
    assert "raised\n" in trace_html(patients["E"])


def hostile_trace():
    """Return a trace of a tool and an LLM that give back markup, and much of it."""
    attack = (
        '"></pre></details><script>alert(1)</script><img src=x onerror=x()>$x^2$' + "z" * 90_000
    )
    messages = [{"role": f"user{attack[:60]}", "blocks": [{"block_type": "text", "text": attack}]}]
    with mlflow.start_span("<img src=x>", span_type="TOOL") as span:
        span.set_inputs({"text": attack})
        span.set_outputs({attack: [attack]})
        with mlflow.start_span("llm", span_type="CHAT_MODEL") as call:
            call.set_inputs({"messages": messages})
            call.set_outputs({"message": messages[0]})
    mlflow.flush_trace_async_logging()
    return mlflow.get_trace(span.trace_id)


def test_what_a_tool_or_an_llm_says_is_cut_and_cannot_break_out(learner):
    trace = hostile_trace()
    for shown in (trace_html(trace), prompts_html(trace)):
        assert "<img" not in shown and "<script" not in shown and '"">' not in shown
        assert shown.count("<pre") == shown.count("</pre>") == 2
        assert 'class="tex2jax_ignore' in shown
        assert len(shown) < 30_000 and re.search(r"9\d,\d{3} characters in all", shown)
    assert len(prompts_text(trace)) < 3_000


def test_a_long_trace_is_cut_so_that_feedback_can_show_it(learner):
    with mlflow.start_span("run") as root:
        for number in range(MOST_SPANS + 50):
            with mlflow.start_span(f"step {number}") as span:
                span.set_outputs("<" * 3_000)
    mlflow.flush_trace_async_logging()
    shown = trace_html(mlflow.get_trace(root.trace_id))
    assert shown.count("<b>") == MOST_SPANS and "and 51 more spans" in shown
    assert shown.count("<") < MOST_TAGS


# --- what the LLM was shown -----------------------------------------------------------------------


def test_each_round_says_what_was_new_and_what_was_replied(learner):
    trace = run(learner)
    rounds = rounds_of(trace)
    assert [len(one.before) for one in rounds] == [0, 2, 4]
    assert [[message.role for message in one.new] for one in rounds] == [
        ["system", "user"],
        ["assistant", "user"],
        ["assistant", "user"],
    ]
    assert rounds[1].new[-1].text == "Observation: 579"
    assert "Action: multiply" in rounds[1].reply and "456831" in rounds[2].reply
    text = prompts_text(trace)
    assert "Round 2 · 4 messages, 2 new · 675 tokens in, 34 out" in text
    assert text.count("as before") == 6 and text.count("→ reply:") == 3
    shown = prompts_html(trace)
    assert not re.search(r"<script|<link|<iframe|<style|https?:|src=", shown)
    assert shown.count("+ new · ") == 6 and "4 messages as before</summary>" in shown


def test_a_message_that_changed_is_new_and_one_that_went_is_counted():
    first, second, third = (Message("user", text) for text in "abc")
    assert compared([first, second], [first, third]) == ([first], [third], 1)
    assert compared([first, second], [second]) == ([second], [], 1)


def test_a_prompt_without_messages_and_a_reply_that_is_an_exception_are_shown_too(learner):
    with mlflow.start_span("run") as root:
        with pytest.raises(ValueError), mlflow.start_span("llm", span_type="LLM") as span:
            span.set_inputs({"prompt": "2 + 3?"})
            raise ValueError("no key")
    mlflow.flush_trace_async_logging()
    trace = mlflow.get_trace(root.trace_id)
    (one,) = rounds_of(trace)
    assert "2 + 3?" in one.new[0].text and one.reply == "ValueError: no key"
    root_only = made_trace([{"name": "run", "parent": None}])
    assert prompts_text(root_only) == NONE and NONE in prompts_html(root_only)


def test_a_server_that_does_not_answer_is_named_with_the_remedy(monkeypatch):
    monkeypatch.setenv("MLFLOW_TRACKING_URI", "http://127.0.0.1:9")
    with pytest.raises(NoTracking, match=r"http://127\.0\.0\.1:9 .*scripts/learn\.py"):
        use_tracking()


def test_a_server_that_still_starts_is_waited_for(tmp_path, monkeypatch, capsys):
    folder = tmp_path / "workspace"
    (folder / STARTING).parent.mkdir(parents=True)
    (folder / STARTING).touch()
    before = mlflow.get_tracking_uri()
    monkeypatch.setenv("LESSON_WORKSPACE", str(folder))
    monkeypatch.delenv("NBGRADER_EXECUTION", raising=False)
    port = find_free_port()
    monkeypatch.setenv("MLFLOW_TRACKING_URI", f"http://127.0.0.1:{port}")

    def answer_later():
        time.sleep(0.6)
        with HTTPServer(("127.0.0.1", port), BaseHTTPRequestHandler) as server:
            server.handle_request()

    thread = threading.Thread(target=answer_later)
    thread.start()
    try:
        assert use_tracking().endswith(f":{port}")
    finally:
        thread.join()
        mlflow.set_tracking_uri(before)
    assert capsys.readouterr().out == "MLflow is still starting: this cell waits for it.\n"
    (folder / STARTING).unlink()
    monkeypatch.setenv("MLFLOW_TRACKING_URI", f"http://127.0.0.1:{port}")  # MLflow sets it, too
    with pytest.raises(NoTracking):
        use_tracking()
