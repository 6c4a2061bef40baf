"""Who answers the checks without any learner code, by what a request says, earns next to nothing.

A forger stands in the place of the probes and of the learner's names: it reads each request and
makes up a reply. Each exercise has a value that only computing gives, and structure, such as types,
docstrings or the steps of a run, counts only beside it.
"""

import json

import pytest
from lesson_kit.agent_script.logged_model import EXAMPLE, EXPERIMENT, RUN_NAME, model_requirements
from lesson_kit.judging.learner import InProcess, Learner
from lesson_kit.judging.running_checks import run_checks

from checks.grading.exercises import checks_of, exercises, lesson_folders, title_of
from checks.proof import rehearsal as proof

MOST = 0.05  # of a lesson's points


class Forger(Learner):
    """Reply to each request by what it says, and by what such a reply looks like."""

    def __init__(self, seed: str, way):
        super().__init__(seed)
        self.way = way

    def ask(self, request: str) -> str:
        asked = json.loads(request)
        return json.dumps({"printed": ""} | self.way(asked["op"], asked["args"]))


def shown(value):
    """Return what plain data with placeholders looks like in a reply."""
    if isinstance(value, list):
        return [shown(element) for element in value]
    if not isinstance(value, dict):
        return value
    if "$new" in value:
        fields = shown(value["with"])
        text = next((one for one in fields.values() if isinstance(one, str)), "")
        return {"$type": value["$new"].rpartition(".")[2], "content": text, "text": text} | fields
    return {name: shown(element) for name, element in value.items()}


def leaves(value) -> list:
    """Return the numbers and texts in plain data, in their order."""
    if isinstance(value, dict):
        return [leaf for element in value.values() for leaf in leaves(element)]
    if isinstance(value, list):
        return [leaf for element in value for leaf in leaves(element)]
    return [value]


def structure(name: str) -> dict:
    """Return a description that would please for a function, an event, a list or an agent."""
    return {
        "kind": "class" if name[:1].isupper() else "function",
        "type": {"tools": "list", "agent": "ReActAgent"}.get(name, "function"),
        "doc": "Do what it is asked to do.",
        "bases": ["Event", "Workflow", "object"],
        "fields": {},
        "parameters": {"x": "int", "y": "int"},
        "returns": "int",
    }


def offered_tools() -> list[dict]:
    arguments = {"x": {"type": "integer"}, "y": {"type": "integer"}}
    about = {"type": "FunctionTool", "description": "Compute.", "arguments": arguments}
    return [about | {"name": name} for name in ("add", "multiply")]


EVENTS = ("WordsEvent TrimmedEvent EvenEvent OddEvent PricedEvent TaxedEvent".split()) + (
    ["TrailEvent"] * 30
)
ROUTE = [["step", "StartEvent", EVENTS[0]]] + [["step", event, event] for event in EVENTS]


def run_of(result) -> dict:
    return {"steps": ROUTE, "result": result, "type": type(result).__name__}


def prompts_of(arguments: dict) -> list[list[dict]]:
    """Return prompts in which all that was asked is there, two for each run."""
    texts = [str(leaf) for leaf in leaves(arguments)]
    prompt = [{"role": "system", "content": "Use the tools."}]
    for text in texts:
        prompt.append({"role": "user", "content": text})
        prompt.append({"role": "assistant", "content": f"Action: add\nAnswer: {text}"})
    return [prompt, [*prompt, {"role": "user", "content": f"Observation: {texts}"}]]


def echo(op: str, arguments: dict, picks=lambda given: given) -> dict:
    """Reply with the payload of the request itself, in the shape that the probe has."""
    if op == "describe":
        return {"value": structure(arguments["name"]), "type": "dict"}
    if op == "made_tools.offered":
        return {"value": offered_tools(), "type": "list"}
    if op == "made_tools.use":
        return {"value": str(picks(list(arguments["arguments"].values()))), "type": "str"}
    if op == "made_events.travel":
        return arrived(arguments["name"], shown(arguments["payload"]))
    if op == "made_events.call":
        return arrived(*route(shown(arguments["args"])[0]))
    if op == "agents.give_agent":
        given = arguments["given"]
        value = [given, leaves(given)] if arguments["function"] == "observe" else picks(given)
        reply = {"value": value, "type": "str", "prompts": prompts_of(arguments), "runs": 3}
        return {"value": reply, "type": "dict"}
    if op == "call":
        return call(arguments, picks)
    if op == "kept_arguments.call":
        return watched(call(arguments | {"kwargs": {}}, picks), arguments["args"])
    if op == "made_events.handed":
        return {"value": picks([arguments["payload"], arguments["given"]]), "type": "int"}
    if op.partition(".")[0] in ("traced_runs", "logged_models", "other_llms", "reloaded_models"):
        return {"value": of_model(op, arguments, picks), "type": "dict"}
    inputs = arguments.get("inputs") or [arguments.get("given", {})]
    scripted = [leaf for leaf in leaves(arguments.get("llm") or {}) if isinstance(leaf, str)]
    results = arguments.get("replies") or (scripted[0] if scripted else None)
    values = [results or picks(list(given.values())[0] if given else "") for given in inputs]
    reply = {
        "runs": [run_of(value) for value in values],
        "prompts": prompts_of(arguments),
        "at_once": len(values),
        "calls": [leaf for leaf in leaves(inputs)],
    }
    return {"value": reply, "type": "dict"}


def of_model(op: str, arguments: dict, picks):
    """Reply in the shape of the probes of lessons 5 to 7, with what a learner's notebook shows."""
    question = arguments.get("question", "")
    greeting = arguments.get("greeting", "")
    if op == "traced_runs.after_start":
        asked = [scenario["question"] for scenario in arguments["scenarios"]]
        runs = [{"input": question, "answer": picks([question])} for question in asked]
        traces = [{"experiment": EXPERIMENT, "runs": [run]} for run in runs]
        return {"type": "NoneType", "active": EXPERIMENT, "traces": traces}
    if op == "traced_runs.returned":
        asked = [scenario["question"] for scenario in arguments["scenarios"]]
        runs = [[{"input": question, "answer": picks([question])}] for question in asked]
        about = {"type": "Trace", "ran": True, "root": "ReActAgent.run"}
        return [about | {"runs": run, "asked": asked} for run in runs]
    if op == "traced_runs.read":
        readings = []
        for trace in arguments["traces"]:
            value = READ.get(arguments["function"], picks(trace["scenario"]))
            kind = type(value).__name__
            reading = {"value": value, "type": kind, "again": value, "unchanged": True}
            readings += [reading] * len(trace["arguments"])
        return readings
    if op == "logged_models.script":
        cells = arguments["cells"]
        script = {"text": "\n\n".join(cells), "cells": cells}
        return {"written": True, "models": [picks(cells)], "error": None} | script
    if op == "logged_models.logged":
        return STORED | {"answer": picks([question])}
    answer = picks([greeting + question])
    if op == "reloaded_models.by_run":
        uri = {"uri": "runs:/1/model", "run": 1, "number": 1, "artifact": "model"}
        return [uri for _ in arguments["names"]]
    if op == "reloaded_models.reloaded":
        delay = arguments["delay"]
        return {"type": "ReActAgent", "answer": answer, "llm": "OfflineLLM", "delay": delay}
    if op == "other_llms.with_llm":
        failure = {"type": arguments["kind"], "types": [], "text": arguments["failure"]}
        failed = (
            {"answer": answer}
            if arguments["way"] == "answers"
            else {"raised": failure, "own": True}
        )
        return {"asked": [question], "restored": True, "runs": 1} | failed
    if op == "reloaded_models.predicted":
        times = arguments["times"]
        return {"answer": answer, "predictions": times, "models": times}
    if op == "reloaded_models.compared":
        given = arguments["questions"]
        return {"found": picks(given), "type": "list", "questions": given}
    if op == "reloaded_models.over_http":
        body = json.dumps({"inputs": {"input": question}})
        request = {"path": "/invocations", "type": "application/json", "body": body}
        failure = FAILURE | {"text": f"{arguments['status']} Client Error"}
        failed = {"raised": failure} if arguments["refusal"] else {"answer": answer}
        return {"requests": [request] * arguments["times"]} | failed
    return picks([value for name, value in arguments.items() if name != "function"])


# What each of these gives for the run that the notebook of lesson 5 shows.
READ = {
    "children": [{"$type": "Span", "text": "1 ReActAgent.new_user_msg"}],
    "is_below": True,
    "calls_not_made": 0,
    "span_tree": ["ReActAgent.run", "  ReActAgent.new_user_msg"],
    "first_token_usage": {"prompt_tokens": 628, "completion_tokens": 34, "total_tokens": 662},
    "tool_inputs": [{"x": 123, "y": 456}],
    "failures": ["FunctionTool.call: ValueError"],
    "diagnose": "healthy",
}
STORED = {
    "name": "model",
    "run": RUN_NAME,
    "status": "FINISHED",
    "experiment": EXPERIMENT,
    "flavors": ["llama_index", "python_function"],
    "files": ["MLmodel", "code/lesson_kit/offline_llm.py", "react_agent.py", "settings.json"],
    "example": EXAMPLE,
    "inputs": list(EXAMPLE),
    "requirements": model_requirements(),
}
FAILURE = {"type": "HTTPError", "types": ["HTTPError", "Exception"], "text": "400 Client Error"}


def call(arguments: dict, picks) -> dict:
    """Reply as a class or function might that takes what it is given."""
    target, fields = arguments["target"], shown(arguments["kwargs"])
    given = [*shown(arguments["args"]), *fields.values()]
    if target[:1].isupper():
        elements = [
            one for value in given for one in (value if isinstance(value, list) else [value])
        ]
        if elements and all(isinstance(one, dict) for one in elements) or target == "PrepEvent":
            return {"value": {"$type": target} | fields, "type": target}
        return {"raised": {"type": "ValidationError", "types": ["ValidationError"], "text": ""}}
    if target == "call_tool_safely":
        text = " ".join(str(leaf) for leaf in leaves(given))
        return {"value": {"$type": "ToolOutput", "content": text, "is_error": True}, "type": "x"}
    if target == "route_step":
        kind, event = route(given[0])
        return {"value": event, "type": kind}
    value = picks(given)
    return {"value": value, "type": type(value).__name__}


def watched(reply: dict, given: list) -> dict:
    """Say of a call that it did what it should, and left all as it was."""
    if "raised" in reply:
        return reply
    wish = given[1]["with"] if len(given) > 1 and "$new" in given[1] else {}
    calls = [{"tool": wish.get("tool_name"), "arguments": wish.get("tool_kwargs")}]
    return {"value": reply | {"kept": True, "calls": calls, "as_it_is": True}, "type": "dict"}


def route(step: dict) -> tuple[str, dict]:
    """Repeat what a reasoning step says in the shape of an event."""
    if "action" in step:
        call = {"tool_name": step["action"], "tool_kwargs": step["action_input"]}
        return "ToolCallEvent", {"$type": "ToolCallEvent", "tool_calls": [call]}
    return "StopEvent", {"$type": "StopEvent", "result": step["response"]}


def arrived(name: str, payload: dict) -> dict:
    """Say that an event arrived, with a number that stands in it."""
    number = next((leaf for leaf in leaves(payload) if isinstance(leaf, int)), 0)
    event = {"$type": name} | payload
    about = {"event": event, "type": name, "number": number, "carried": "list"}
    about |= {"carries": sorted(payload)}
    return {"value": about, "type": "dict"}


def first(op: str, arguments: dict) -> dict:
    """Reply with the first thing in the payload."""

    def pick(given):
        found = leaves(given)
        return found[0] if found else ""

    return echo(op, arguments, pick)


def words(op: str, arguments: dict) -> dict:
    """Reply with all that is in the payload, in words."""
    return echo(op, arguments, lambda given: " ".join(str(leaf) for leaf in leaves(given)))


def names(op: str, arguments: dict) -> dict:
    """Reply with the names in the payload, or nothing."""
    return echo(op, arguments, lambda given: sorted(str(leaf) for leaf in leaves(given))[:2])


def nothing(op: str, arguments: dict) -> dict:
    """Reply with empty values of the shape that the probe has."""
    return echo(op, arguments, lambda given: [])


def known(op: str, arguments: dict) -> dict:
    """Reply with the value of the lessons' own example."""
    return echo(op, arguments, lambda given: 456831)


def refusing(op: str, arguments: dict) -> dict:
    """Raise what a check may hope for."""
    kinds = ["ValidationError", "RuntimeError", "ValueError", "Exception"]
    return {"raised": {"type": kinds[0], "types": kinds, "text": str(leaves(arguments))}}


WAYS = (echo, first, words, names, nothing, known, refusing)


@pytest.mark.parametrize("lesson", lesson_folders())
@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__)
def test_a_forger_without_learner_code_earns_next_to_nothing(lesson, way):
    earned = most = 0
    passed = []
    for exercise in exercises(lesson):
        learner = Forger(f"forger:{exercise}", way)
        report = run_checks(learner, exercise, title_of(exercise), checks_of(exercise), ignore)
        earned, most = earned + report.points, most + report.most
        passed += [result.check.name for result in report.results if result.passed]
    assert earned <= MOST * most, passed


def ignore(check, error) -> None:
    """A reply that a check trips over fails it, as in grading."""


def test_the_forger_is_understood_by_the_checks():
    """What it makes up has the right shape: before computed values, it earned a third and more."""
    learner = Forger("forger:2.2", echo)
    event = learner.call(
        "LLMInputEvent", input=[{"$new": "a.ChatMessage", "with": {"content": "Hi"}}]
    )
    assert event.ok and event.type == "LLMInputEvent"
    assert learner.describe("add").obtained()["parameters"] == {"x": "int", "y": "int"}
    assert learner.run("Repeat", {"word": "ha"}).obtained()["runs"][0]["result"] == "ha"


class Recorder(InProcess):
    """Keep what an answer replied to each request: what a learner sees in their own notebook."""

    table: dict[str, dict[str, str]] = {}

    def ask(self, request: str) -> str:
        reply = super().ask(request)
        self.table.setdefault(asked_of(request), {})[request] = reply
        return reply


class FromTable(Learner):
    """Reply to each request as was replied to it before, or to another one like it."""

    def ask(self, request: str) -> str:
        known = Recorder.table.get(asked_of(request), {"": json.dumps({"value": None})})
        return known.get(request, list(known.values())[-1])


def asked_of(request: str) -> str:
    """Return what a request asks, without its inputs: the probe, and the learner's name."""
    asked = json.loads(request)
    names = ("target", "name", "workflow", "function")
    return f"{asked['op']} {[asked['args'].get(name) for name in names]}"


@pytest.mark.parametrize("lesson", lesson_folders())
def test_a_table_of_what_was_asked_before_earns_nothing(lesson, monkeypatch):
    """Whoever has seen all checks of a right answer, hidden ones too, is asked something else."""
    monkeypatch.setattr(proof, "InProcess", Recorder)
    monkeypatch.setattr(Recorder, "table", {})
    rehearsal = proof.Rehearsal(lesson)
    assert all(rehearsal.judge(exercise).passed for exercise in exercises(lesson))
    rehearsal.close()
    passed = []
    for exercise in exercises(lesson):
        learner = FromTable(f"another submission:{exercise}")
        report = run_checks(learner, exercise, title_of(exercise), checks_of(exercise), ignore)
        passed += [result.check.name for result in report.results if result.passed]
    assert passed == []
