"""Judge the steps of lesson 3 that ask the LLM, and that route what it answers."""

import json

from lesson_kit.judging.drawing import factor, numbers
from lesson_kit.judging.findings import Finding
from lesson_kit.judging.learner import new
from lesson_kit.judging.outcomes import Failed, Outcome, show
from lesson_kit.probes.computed import number_of

REASONING = "llama_index.core.agent.react.types."
REPLY = Finding("3.8/other-reply", "The result should be what the LLM in Settings.llm has replied.")


def run_ask(learner, number: int = 1) -> tuple[Outcome, list[str]]:
    """Run Ask for so many questions together; return the replies that the LLM has for them."""
    questions = [f"What is {x} + {y}?" for x, y in (numbers(learner, 2) for _ in range(number))]
    by = factor(learner)
    outcome = learner.run(
        "Ask",
        *({"input": question} for question in questions),
        together=True,
        llm={"factor": by, "pause": 0.05},
    )
    return outcome, [f"It is {number_of(question, by)}." for question in questions]


def route(learner, field: str, text: str, kind: str, **fields) -> tuple[Outcome, bool]:
    """Ask route_step about a reasoning step; return its event, and if its field has this text."""
    step = new(f"{REASONING}{kind}", thought="I see.", **fields)
    by = factor(learner)
    called = f"route_step({kind}({', '.join(f'{name}={show(fields[name])}' for name in fields)}))"
    outcome = learner.request(
        "made_events.call", called, target="route_step", args=[step], field=field, factor=by
    )
    if outcome.raised and outcome.raised["type"] == "AttributeError":
        meaning = "Only an answer has a response, only an action has an action: ask is_done."
        outcome.fail(Finding("3.9/other-kind", meaning))
    if outcome.raised and outcome.raised["type"] == "ValidationError":
        meaning = (
            "ToolCallEvent takes a list of tool calls, and ToolSelection needs tool_id, tool_name "
            "and tool_kwargs."
        )
        outcome.fail(Finding("3.9/refused", meaning))
    arrived = outcome.obtained("an event")
    event = Outcome(called, arrived["event"], arrived["type"], outcome.printed)
    return event, arrived["number"] == number_of(text, by)


def routes_to_tool(learner, tool: str, arguments: dict) -> None:
    """Fail unless an action becomes an event with one call of this tool with these arguments."""
    text = f"{tool} {json.dumps(arguments, sort_keys=True)}"
    outcome, right = route(
        learner, "tool_calls", text, "ActionReasoningStep", action=tool, action_input=arguments
    )
    if outcome.type != "ToolCallEvent":
        meaning = "An action is not the end: it becomes a ToolCallEvent."
        outcome.fail(Finding("3.9/no-tool-call", meaning), "a ToolCallEvent")
    calls = [(call["tool_name"], call["tool_kwargs"]) for call in outcome.value["tool_calls"]]
    if calls != [(tool, arguments)] or not right:
        raise Failed(
            Finding(
                "3.9/other-call",
                "The tool call has the action as its name and the action input as its arguments.",
            ),
            outcome.called,
            f"one tool call: {tool} with {arguments}",
            "; ".join(f"{name} with {given}" for name, given in calls) or "no tool call",
        )


def routes_to_stop(learner, response: str) -> None:
    """Fail unless an answer becomes a StopEvent with this text."""
    outcome, right = route(learner, "result", response, "ResponseReasoningStep", response=response)
    if outcome.type != "StopEvent":
        meaning = "A step that is done ends the run with a StopEvent."
        outcome.fail(Finding("3.9/no-stop", meaning), "a StopEvent")
    if outcome.value.get("result") != response or not right:
        raise Failed(
            Finding("3.9/other-result", "The result is the text of the answer: step.response."),
            outcome.called,
            f"StopEvent(result={response!r})",
            f"StopEvent(result={outcome.value.get('result')!r})",
        )
