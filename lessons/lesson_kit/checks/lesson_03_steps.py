"""Lesson 3: what learners check of steps, and of the graphs that their signatures make."""

from lesson_kit.judging.checking import check
from lesson_kit.judging.learner import new
from lesson_kit.judging.outcomes import Failed, Outcome
from lesson_kit.judging.workflow_runs import (
    goes_by,
    look_up_weather,
    looks_up_at_once,
    one_run,
    sends_all,
)

SECONDS = 3  # a run takes milliseconds: what takes this long never ends
REASONING = "llama_index.core.agent.react.types."


@check("3.1")
def tidies_a_text(learner):
    """removes the blanks around a text and capitalises its words"""
    outcome = learner.run("Tidy", {"text": "  ada lovelace "}, seconds=SECONDS)
    one_run(outcome).returns(
        "Ada Lovelace",
        because={
            "'ada lovelace'": "The second step does not capitalise: title() gives a new string.",
            "'  Ada Lovelace '": "The blanks are still there: the first step removes them.",
        },
    )


@check("3.1")
def goes_by_trimmed_event(learner):
    """goes from step to step by a TrimmedEvent"""
    outcome = learner.run("Tidy", {"text": " alan turing"}, seconds=SECONDS)
    goes_by(
        outcome,
        "TrimmedEvent",
        meaning="Two steps, and an event between them: trim returns a TrimmedEvent.",
    )


@check("3.2")
def finds_the_next_number(learner):
    """halves an even number, and triples an odd one and adds 1"""
    outcome = learner.run("NextNumber", {"number": 6}, {"number": 7}, seconds=SECONDS)
    one_run(outcome).returns(
        3, because={"19": "6 took the branch for odd numbers: number % 2 == 0 means even."}
    )
    one_run(outcome, 1).returns(
        22, because={"3": "7 took the branch for even numbers: number % 2 == 0 means even."}
    )


@check("3.2")
def takes_both_branches(learner):
    """sends an EvenEvent or an OddEvent"""
    outcome = learner.run("NextNumber", {"number": 8}, {"number": 9}, seconds=SECONDS)
    why = "The type of the event is the branch: send an EvenEvent or an OddEvent to another step."
    goes_by(outcome, "EvenEvent", meaning=why)
    goes_by(outcome, "OddEvent", meaning=why, index=1)


@check("3.3")
def follows_a_number(learner):
    """follows a number until it reaches 1"""
    outcome = learner.run("Trail", {"number": 6}, seconds=SECONDS)
    trail = [6, 3, 10, 5, 16, 8, 4, 2, 1]
    one_run(outcome).returns(
        trail,
        because={
            str(trail[:-1]): "The 1 belongs to the trail: stop when the last number is 1.",
            str(trail[:2]): "That is one round. grow returns a TrailEvent to go round again.",
            "1": "That is the last number; the result is the whole list.",
        },
    )


@check("3.3")
def goes_round_by_events(learner):
    """goes round by its TrailEvent"""
    outcome = learner.run("Trail", {"number": 5}, seconds=SECONDS)
    why = "The loop runs inside a step. Do one round, and send a TrailEvent for the next one."
    goes_by(outcome, *["TrailEvent"] * 4, meaning=why)


@check("3.4")
def collects_the_weather(learner):
    """gives the weather of every city"""
    weather = {"Rome": "sun", "Cork": "rain", "Oslo": "snow"}
    outcome = look_up_weather(learner, weather)
    sends_all(outcome, len(weather))
    run = one_run(outcome)
    if isinstance(run.value, dict) and len(run.value) == 1:
        run.fail("That is the first city to come. Wait until collect_events gives all.", weather)
    run.returns(weather, "The result is a dict from each city to its weather.")


@check("3.4")
def works_side_by_side(learner):
    """looks up all cities at the same time"""
    looks_up_at_once(look_up_weather(learner, {"Lima": "fog", "Rome": "sun", "Cork": "wind"}), 3)


@check("3.5")
def is_mended(learner):
    """runs, and computes the price with tax"""
    outcome = learner.run("Mended", {"pieces": 4}, seconds=SECONDS)
    one_run(outcome).returns(
        1200, because={"1000": "The tax is missing: 4 pieces cost 1000 cents without it."}
    )


@check("3.5")
def keeps_the_three_steps(learner):
    """keeps the three steps and the events between them"""
    goes_by(
        learner.run("Mended", {"pieces": 1}, seconds=SECONDS),
        "PricedEvent",
        "TaxedEvent",
        meaning="Mend the signatures, and keep the steps: price, then tax, then receipt.",
    )


def ask(learner, *questions: str, reply: str) -> Outcome:
    """Run Ask for each question, all together, with an LLM that always gives the same reply."""
    inputs = [{"input": question} for question in questions]
    llm = {"replies": [reply], "pause": 0.05}
    return learner.run("Ask", *inputs, together=True, llm=llm, seconds=SECONDS)


@check("3.6")
def gives_the_reply(learner):
    """gives the LLM's reply"""
    run = one_run(ask(learner, "What is 2 + 3?", reply="It is 5."))
    if run.ok and run.value is None:
        run.fail("The reply is lost on the way: LLMOutputEvent carries the response.", "'It is 5.'")
    run.returns("It is 5.", "The result should be what the LLM in Settings.llm has replied.")


@check("3.6")
def asks_with_the_whole_prompt(learner):
    """sends every message of the event to the LLM, once"""
    outcome = ask(learner, "Is it late?", reply="No.")
    one_run(outcome).obtained()
    prompts = [[one["role"] for one in prompt] for prompt in outcome.value["prompts"]]
    if prompts != [["system", "user"]]:
        raise Failed(
            "Settings.llm gets the whole list ev.input, in a single call.",
            outcome.called,
            "one call with the messages system, user",
            "; ".join(", ".join(prompt) for prompt in prompts) or "no call of Settings.llm",
        )


@check("3.6")
def lets_other_runs_go_on(learner):
    """lets other runs go on while it waits for the LLM"""
    outcome = ask(learner, "What is 2 + 3?", "What is 3 + 4?", "What is 4 + 5?", reply="A number.")
    for index in range(3):
        one_run(outcome, index).obtained()
    at_once = outcome.value["at_once"]
    if at_once == 0:
        raise Failed(
            "Settings.llm was not asked. Another LLM, or the one that a name still holds from "
            "before, is not the one that was chosen.",
            outcome.called,
            "calls of Settings.llm",
            "no call of Settings.llm",
        )
    if at_once < 2:
        raise Failed(
            "While chat waits, everything waits. Use await Settings.llm.achat(…).",
            f"{outcome.called}, all together",
            "3 calls under way at the same time",
            f"{at_once} at most",
        )


@check("3.7")
def routes_an_action(learner):
    """turns an action into a ToolCallEvent"""
    routes_to_tool(learner, "add", {"x": 123, "y": 456})


@check("3.7")
def routes_an_answer(learner):
    """turns an answer into a StopEvent with its text"""
    routes_to_stop(learner, "It is 579.")


def route(learner, kind: str, **fields) -> Outcome:
    """Ask route_step about a reasoning step of this kind."""
    outcome = learner.call("route_step", new(f"{REASONING}{kind}", thought="I see.", **fields))
    if outcome.raised and outcome.raised["type"] == "AttributeError":
        outcome.fail("Only an answer has a response, only an action has an action: ask is_done.")
    if outcome.raised and outcome.raised["type"] == "ValidationError":
        outcome.fail(
            "ToolCallEvent takes a list of tool calls, and ToolSelection needs tool_id, tool_name "
            "and tool_kwargs."
        )
    return outcome


def routes_to_tool(learner, tool: str, arguments: dict) -> None:
    """Fail unless an action becomes an event with one call of this tool with these arguments."""
    outcome = route(learner, "ActionReasoningStep", action=tool, action_input=arguments)
    event = outcome.obtained("a ToolCallEvent")
    if outcome.type != "ToolCallEvent":
        outcome.fail("An action is not the end: it becomes a ToolCallEvent.", "a ToolCallEvent")
    calls = [(one["tool_name"], one["tool_kwargs"]) for one in event["tool_calls"]]
    if calls != [(tool, arguments)]:
        raise Failed(
            "The tool call has the action as its name and the action input as its arguments.",
            outcome.called,
            f"one tool call: {tool} with {arguments}",
            "; ".join(f"{name} with {given}" for name, given in calls) or "no tool call",
        )


def routes_to_stop(learner, response: str) -> None:
    """Fail unless an answer becomes a StopEvent with this text."""
    outcome = route(learner, "ResponseReasoningStep", response=response)
    event = outcome.obtained("a StopEvent")
    if outcome.type != "StopEvent":
        outcome.fail("A step that is done ends the run with a StopEvent.", "a StopEvent")
    if event.get("result") != response:
        raise Failed(
            "The result is the text of the answer: step.response.",
            outcome.called,
            f"StopEvent(result={response!r})",
            f"StopEvent(result={event.get('result')!r})",
        )
