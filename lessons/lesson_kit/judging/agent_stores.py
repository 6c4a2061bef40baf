"""Judge what the runs of lesson 4 keep in their stores, and how it came there."""

import json

from lesson_kit.judging.agent_runs import NOT_CALLED_AGAIN
from lesson_kit.judging.drawing import beside_its_value
from lesson_kit.judging.event_payloads import tool_call
from lesson_kit.judging.findings import Finding
from lesson_kit.judging.outcomes import Failed, Outcome, show
from lesson_kit.judging.run_findings import gives, result_of
from lesson_kit.judging.workflow_runs import notes

NOT_IN_STORE = Finding(
    "4.1/not-in-store",
    "The count is kept in the store: the first count is 0, and each halving, the last one too, "
    "puts there one more.",
)
NOT_IN_EVENT = Finding(
    "4.1/not-in-event", "The number travels in the event: HalvingEvent(number=ev.number // 2)."
)
STOPS_BEFORE_1 = Finding(
    "4.1/stops-before-1",
    "The 1 travels in an event, too: the run stops when the number that comes in is 1.",
)
NO_SLOW_SUM = Finding(
    "4.2/no-slow-sum", "What slow_sum gives for the total so far and the price is the new total."
)
NOT_ONE_EDIT = Finding(
    "4.2/not-one-edit",
    "For each price there is one state edit, and both the total and the receipt change in it.",
)
NOT_KEPT = Finding(
    "4.6/not-kept",
    'When a run begins, the store gets "history", the conversation with the run\'s own question; '
    '"steps", an empty list; and "rounds", which is 0.',
)
GROWS = Finding(
    "4.6/grows",
    '"history" is right when the run begins, and another one at its end. It is a copy that stays '
    "as it is: memory.get() gives a new list, memory.get_all() gives memory's own, which grows.",
)
OTHER_STEPS = Finding(
    "4.7/other-steps",
    'The list "steps" in the store gets the reasoning step of each reply, an answer or an '
    "unreadable one, too, and an observation for each tool call, in their order.",
)
NOT_IN_EDITS = OTHER_STEPS.after("An append is lost where it is not in a state edit.")
OTHER_WORDS = Finding(
    "4.7/other-words",
    "An observation is what read_reply gives, or the content that call_tool_safely gives for one "
    "of the agent's own tools, self.tools, as it is: nothing before it, nothing after it.",
)
NOT_SO_MANY = Finding(
    "4.7/not-so-many-rounds",
    "Each reply of the LLM is a round, an unreadable one, too: the run ends with reply number "
    "self.max_rounds.",
)
NOT_REMEMBERED = Finding(
    "4.7/not-remembered",
    "Whatever result a run ends with goes into memory as the assistant's message, just as it is: "
    "ChatMessage(role='assistant', content=event.result).",
)


def keeps_count(outcome: Outcome, number: int, count: int) -> None:
    """Fail unless the count grew in the store from round to round, and the number in the event."""
    result_of(outcome, 0, show(count))
    written: dict[str, list] = {}
    for write in outcome.value["runs"][0]["writes"]:
        for name, value in write["changed"].items():
            written.setdefault(name, []).append(value)
    # the first 0 may be a default, and who counts before looking at the 1 counts once more
    right = [[*range(least, most + 1)] for least in (0, 1) for most in (count, count + 1)]
    if count and not any(values in right for values in written.values()):
        expected = f"a value that is set to {show(right[2])}, one after the other"
        raise Failed(NOT_IN_STORE, outcome.called, expected, show(written) if written else "none")
    trail = [number >> halved for halved in range(count + 1)]
    takes = [one["takes"] for one in notes(outcome)]
    events = [one for one in takes if one["$type"] != "StartEvent"]  # whatever their class is
    carried = [[one.get(name) for one in events] for name in (events[0] if events else {})]
    if trail not in carried:
        meaning = STOPS_BEFORE_1 if trail[:-1] in carried else NOT_IN_EVENT
        found = " and ".join(map(show, carried[1:])) or "nothing"
        expected = f"in the events {show(trail)}"
        raise Failed(meaning, outcome.called, expected, f"in the events {found}")
    with beside_its_value():
        gives(outcome, 0, count)


def edits_once(learner, prices: list[int]) -> None:
    """Fail unless each price is added by the sum that there is, in one edit with its receipt."""
    adds = learner.random.randint(1000, 9999)
    called = f"Till().run(prices={prices!r}), with a slow_sum that gives {adds} more"
    outcome = learner.request(
        "stand_ins.run_with_odd_sum",
        called,
        workflow="Till",
        inputs=[{"prices": prices}],
        helper="slow_sum",
        adds=adds,
    )
    total = sum(prices) + adds * len(prices)
    result = result_of(outcome, 0, f"total {total}")
    so_far, left = 0, list(prices)
    for call in outcome.value["calls"]:
        price = next((one for one in left if sorted([one, so_far]) == sorted(call)), None)
        if price is None:
            break
        left.remove(price)
        so_far += price + adds
    if left or len(outcome.value["calls"]) != len(prices):
        told = f"slow_sum of {show(outcome.value['calls'])}"
        expected = f"a call with the total so far and the price, for each of {prices}"
        raise Failed(NO_SLOW_SUM, called, expected, told)
    writes = [
        write
        for write in outcome.value["runs"][0]["writes"]
        if write["by"] != "set" or any(write["changed"].get(one) for one in ("total", "receipt"))
    ]
    for write in writes:
        if write["by"] != "edit_state" or not {"total", "receipt"} <= write["changed"].keys():
            told = f"{write['by']} of {' and '.join(write['changed']) or 'nothing'}"
            raise Failed(NOT_ONE_EDIT, called, "edit_state of total and receipt", told)
    if len(writes) != len(prices):
        raise Failed(NOT_ONE_EDIT, called, f"{len(prices)} state edits", f"{len(writes)}")
    with beside_its_value():
        wanted = {"total": total, "receipt": sorted(prices)}
        if result != wanted:
            raise Failed(NO_SLOW_SUM, called, show(wanted), show(result))


def keeps_its_start(outcome: Outcome, run: int, said: list[list[str]]) -> None:
    """Fail unless a run's store has the conversation that it began with, and no reasoning."""
    kept = outcome.value["runs"][run].get("store", {})
    found = {
        "history": told_by(kept.get("history")),
        **{name: kept[name] for name in ("steps", "rounds") if name in kept},
    }
    wanted = {"history": said, "steps": [], "rounds": 0}
    if found != wanted or type(found["rounds"]) is not int:  # False == 0
        written = [one["changed"] for one in outcome.value["runs"][run].get("writes", [])]
        began = [told_by(one["history"]) for one in written if "history" in one]
        grows = began[:1] == [said] != [found["history"]]
        raise Failed(GROWS if grows else NOT_KEPT, outcome.called, show(wanted), show(found))


def told_by(history):
    """Return role and text of each message of a history; what is no list as it is."""
    if not isinstance(history, list):
        return history
    return [[role_of(one), one.get("content")] for one in history if is_message(one)]


def is_message(value) -> bool:
    return isinstance(value, dict) and isinstance(value.get("role"), dict)


def role_of(message: dict) -> str:
    """Return `user` for the role that is shown as `MessageRole.USER`."""
    return str(message["role"].get("text")).rpartition(".")[2].lower()


def action(tool: str, arguments: dict) -> str:
    """Return a reply that asks for a tool."""
    return f"Thought: A tool.\nAction: {tool}\nAction Input: {json.dumps(arguments)}"


def told_unread(learner, reply: str) -> str:
    """Return the observation that the learner's read_reply makes of an unreadable reply."""
    outcome = learner.request(
        "kept_arguments.call", f"read_reply({reply!r})", target="read_reply", args=[reply]
    )
    step = outcome.obtained("an ObservationReasoningStep")["value"]
    return str(step.get("observation")) if isinstance(step, dict) else ""


def told_by_tool(learner, tools: list, name: str, arguments: dict) -> str:
    """Return the content that the learner's call_tool_safely gives for a call that fails."""
    outcome = learner.request(
        "kept_arguments.call",
        f"call_tool_safely(…, {name}({show(arguments)}))",
        target="call_tool_safely",
        args=[tools, tool_call(name, **arguments)],
    )
    output = outcome.obtained("a ToolOutput")["value"]
    return str(output.get("content")) if isinstance(output, dict) else ""


def keeps_steps(
    learner, replies: list[str], wanted: list[list[str]], tools: list, most: int
) -> Outcome:
    """Fail unless the store of a run with these replies has these steps: their kind, their words.

    An observation has just these words, another step has them among its own. Of a failure there is
    also what the learner's own function says: an agent may use other words, but add none to those.
    """
    question = f"What is number {learner.random.randint(1000, 9999)}?"
    outcome = learner.run(
        "ReActAgent",
        {"input": question},
        {"input": "And now?"},
        llm={"replies": [*replies, "Thought: At last.\nAnswer: I went on for too long."]},
        init={"tools": tools, "max_rounds": most},
        stores=0,
    )
    result = result_of(outcome, 0, "a result")
    result_of(outcome, 1, "a result of the second run")
    run = outcome.value["runs"][0]
    asked = [prompt for prompt in outcome.value["prompts"] if prompt[-1:] and not ends(prompt)]
    if len(asked) != len(replies):
        expected = f"{len(replies)} replies in the first run"
        raise Failed(NOT_SO_MANY, outcome.called, expected, f"{len(asked)}")
    steps = run["store"].get("steps")
    steps = [one for one in steps if isinstance(one, dict)] if isinstance(steps, list) else []
    kinds = [one["$type"].removesuffix("ReasoningStep") for one in steps]
    if kinds != [kind for kind, *_ in wanted]:
        edits = [one["by"] for one in run["writes"] if "steps" in one["changed"]]
        in_edits = 0 < len(kinds) <= edits.count("edit_state")
        meaning = OTHER_STEPS if in_edits else NOT_IN_EDITS
        raise Failed(meaning, outcome.called, show([kind for kind, *_ in wanted]), show(kinds))
    for step, (kind, words, *own) in zip(steps, wanted, strict=True):
        said = step.get({"Observation": "observation", "Action": "action"}.get(kind, "response"))
        exact = kind == "Observation" and not own
        if (said != words) if exact else (words not in str(said)):
            meaning = NOT_CALLED_AGAIN if exact and words.isdigit() else OTHER_WORDS
            expected = repr(words) if exact else f"{words!r} in it"
            raise Failed(meaning, outcome.called, expected, show(said))
        if any(one and one in str(said) and said != one for one in own):
            raise Failed(OTHER_WORDS, outcome.called, repr(own[0]), show(said))
    conversation = [["user", question], ["assistant", result], ["user", "And now?"]]
    found = [[one["role"], one["content"]] for one in outcome.value["prompts"][len(asked)][1:]]
    if found != conversation:
        raise Failed(NOT_REMEMBERED, outcome.called, show(conversation), show(found))
    return outcome


def ends(prompt: list) -> bool:
    """Tell whether a prompt is one of the second run: its question is there."""
    return any(message["content"] == "And now?" for message in prompt)
