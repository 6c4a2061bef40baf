"""Judge the steps of lesson 3 that ask the LLM, and that route what it answers."""

import json
import re

from lesson_kit.judging.drawing import WORKS_FIRST, factor, numbers, words
from lesson_kit.judging.findings import Finding
from lesson_kit.judging.learner import new
from lesson_kit.judging.outcomes import Failed, Outcome, same, show, wrong_field
from lesson_kit.judging.run_findings import one_run
from lesson_kit.judging.workflow_runs import (
    has_steps,
    leaves_alone,
    promises_what_it_gives,
    travelled,
)
from lesson_kit.probes.computed import number_of
from lesson_kit.probes.replies import Raised

NO_OTHER_KIND = re.compile(
    "ReasoningStep' object has no attribute '(response|action|action_input)'"
)
TOOL_CALL_FIELDS = {"tool_calls", "tool_id", "tool_name", "tool_kwargs"}
REASONING = "llama_index.core.agent.react.types."
OTHER_PROMPT = Finding(
    "3.8/other-prompt", "Settings.llm gets the whole list ev.input, in a single call."
)
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
        watch=True,
    )
    return outcome, [f"It is {number_of(question, by)}." for question in questions]


OTHER_RESPONSE = Finding(
    "3.8/other-response",
    "LLMOutputEvent carries the LLM's own response to this one call, as it is: not a new one of "
    "its text, nor that of another call.",
)


def carries_response(outcome: Outcome, reply: str, index: int = 0) -> None:
    """Fail unless an LLMOutputEvent carried the whole response with this reply."""
    one_run(outcome, index).returns(reply, WORKS_FIRST)
    number = int(reply.removeprefix("It is ").rstrip("."))
    found = [one.get("response") or {} for one in travelled(outcome, "LLMOutputEvent", index=index)]
    if [one.get("raw") for one in found] != [{"number": number}]:
        raise Failed(
            OTHER_RESPONSE,
            outcome.called,
            f"one response with the text {reply!r} and raw={{'number': {number}}}",
            ", ".join(f"raw={one.get('raw')}" for one in found) or "no LLMOutputEvent",
        )
    has_steps(outcome, "prepare", "invoke_llm", "tell")
    promises_what_it_gives(outcome)


def asks_the_llm_of_the_run(learner) -> None:
    """Fail unless each run asks the LLM in Settings then, with just the given prompt, and anew.

    The replies have blanks, line breaks and nothing in them; what else a response holds is drawn.
    """
    first, second, third, fourth = words(learner, 4)
    long = [("system", first), ("user", second), ("assistant", third), ("user", fourth)]
    mixed = [*long, ("system", f" {second}\n"), ("tool", third), ("assistant", ""), long[2]]
    learner.random.shuffle(mixed)
    twice = [("user", third), ("user", third), ("assistant", "è " + first), ("system", second)]
    prompts = [long, long, long, [("user", fourth)], twice, mixed, [*mixed[::-1], ("user", third)]]
    given = [
        [
            {"role": role, "content": text, "additional_kwargs": {"name": f"{first} {text}"}}
            for role, text in one
        ]
        for one in prompts
    ]
    factors = [factor(learner) for _ in prompts]
    factors[2] = factors[1]  # the same LLM with the same prompt once more
    forms = ["It is {}.", f"Thought: {first}\nAnswer: {{}}", "", f" {second} {{}}\n\n", "{}"]
    forms += ["  \n", "\tIt is {}"]
    outcome = learner.request(
        "llm_steps.ask",
        "Ask().run(…) for several prompts, two of them again, with another LLM in Settings",
        workflow="Ask",
        prompts=given,
        factors=factors,
        forms=forms,
    )
    for index, prompt in enumerate(prompts):
        run, number = one_run(outcome, index), number_of(prompt[-1][1], factors[index])
        run.obtained()
        asked = len(outcome.value["prompts"])
        if asked < len(prompts):
            meaning = (
                "Settings.llm is asked anew in each run, also with the same messages: it may be "
                "another LLM than before."
            )
            raise Failed(
                Finding("3.8/kept-llm", meaning),
                outcome.called,
                "a call of the LLM in each run",
                f"{asked} calls in {len(prompts)} runs",
            )
        run.returns(forms[index].format(number), REPLY)
        found = [one.get("response") for one in travelled(outcome, "LLMOutputEvent", index=index)]
        replied = outcome.value["responses"][index]
        if found != [replied]:
            raise Failed(OTHER_RESPONSE, outcome.called, show(replied), show(found))
    if outcome.value["prompts"] != given:
        raise Failed(OTHER_PROMPT, outcome.called, show(given), show(outcome.value["prompts"]))
    leaves_alone(outcome)


def field_of(raised: Raised) -> str:
    """Return the field that an event refused; "" where the exception is another one."""
    field, *_ = wrong_field(raised) or ("",)
    return field.partition(".")[0]


def route(learner, field: str, text: str, kind: str, **fields) -> tuple[Outcome, bool]:
    """Ask route_step about a reasoning step; return its event, and if its field has this text."""
    thought = learner.random.choice(("", "I need a tool.", "I can answer.", *words(learner, 2)))
    step = new(f"{REASONING}{kind}", **{"thought": thought, **fields})
    by = factor(learner)
    called = f"route_step({kind}({', '.join(f'{name}={show(fields[name])}' for name in fields)}))"
    outcome = learner.request(
        "made_events.call", called, target="route_step", args=[step], field=field, factor=by
    )
    if outcome.raised and NO_OTHER_KIND.search(outcome.raised["text"]):
        meaning = "Only an answer has a response, only an action has an action: ask is_done."
        outcome.fail(Finding("3.9/other-kind", meaning))
    if outcome.raised and field_of(outcome.raised) in TOOL_CALL_FIELDS:
        meaning = (
            "ToolCallEvent takes a list of tool calls, and ToolSelection needs tool_id, tool_name "
            "and tool_kwargs."
        )
        outcome.fail(Finding("3.9/refused", meaning))
    arrived = outcome.obtained("an event")
    if arrived["kept"] is not True:
        meaning = "The step is another one afterwards: route_step reads it, and changes nothing."
        raise Failed(Finding("3.9/changed-step", meaning), called, "the step as it was", "changed")
    event = Outcome(called, arrived["event"], arrived["type"], outcome.printed)
    return event, arrived["number"] == number_of(text, by)


def differing(found: dict, wanted: dict) -> list[str]:
    """Return the keys that one of two dicts lacks, or that have another value, or type, in it."""
    return [
        key
        for key in wanted | found
        if key not in found or key not in wanted or not same(found[key], wanted[key])
    ]


def routes_to_tool(learner, tool: str, arguments: dict, **fields) -> None:
    """Fail unless an action becomes an event with one call of this tool with these arguments.

    More fields of the step, such as its `thought`, are drawn unless given.
    """
    text = f"{tool} {json.dumps(arguments, sort_keys=True)}"
    fields = {"action": tool, "action_input": arguments, **fields}
    outcome, right = route(learner, "tool_calls", text, "ActionReasoningStep", **fields)
    if outcome.type != "ToolCallEvent":
        meaning = "An action is not the end: it becomes a ToolCallEvent."
        outcome.fail(Finding("3.9/no-tool-call", meaning), "a ToolCallEvent")
    calls = [(call["tool_name"], call["tool_kwargs"]) for call in outcome.value["tool_calls"]]
    if calls != [(tool, arguments)] or not right:
        detail, wanted = "", arguments
        if len(calls) == 1 and calls[0][0] == tool and (keys := differing(calls[0][1], arguments)):
            detail = f" Look at {', '.join(map(repr, keys))}."
            wanted = {key: arguments[key] for key in keys if key in arguments}
            calls = [(tool, {key: calls[0][1][key] for key in keys if key in calls[0][1]})]
        among = " among the arguments" if detail else ""
        raise Failed(
            Finding(
                "3.9/other-call",
                "The tool call has the action as its name and the action input as its arguments."
                f"{detail}",
            ),
            outcome.called,
            f"one tool call: {tool} with {wanted}{among}",
            "; ".join(f"{name} with {given}{among}" for name, given in calls) or "no tool call",
        )
    if not outcome.value["tool_calls"][0].get("tool_id"):
        meaning = (
            "A tool call needs a tool_id that is not empty: any text, such as the tool's name."
        )
        outcome.fail(Finding("3.9/empty-id", meaning), "a tool_id")


def routes_to_stop(learner, response: str, **fields) -> None:
    """Fail unless an answer becomes a StopEvent with this text."""
    fields = {"response": response, **fields}
    kind = "ResponseReasoningStep"
    outcome, right = route(learner, "result", response, kind, **fields)
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
