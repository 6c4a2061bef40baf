"""Lesson 4, hidden: other numbers, runs at once, tools never seen before, and every mishap.

The lesson has ten exercises, and their checks stand in one file, in its order.
"""

import json

from lesson_kit.checks.lesson_04_context import (
    NO_ROUNDS_LEFT,
    NOT_ON_RECEIPT,
    a_question,
    all_of,
    an_answer,
    halvings,
    now_is_its_own,
    observes,
)
from lesson_kit.judging.agent_parts import (
    action_step,
    answer_step,
    cannot_read,
    follows,
    is_sentence,
    observation_step,
    reads,
)
from lesson_kit.judging.agent_runs import (
    NOT_HEARD,
    SAME_CALL,
    answers,
    calls_each,
    observations,
    prompts_of,
    question_of,
    remembers,
    says,
    till_keeps,
)
from lesson_kit.judging.agent_stores import (
    action,
    edits_once,
    keeps_count,
    keeps_steps,
    told_by_tool,
    told_unread,
)
from lesson_kit.judging.asking_agents import (
    NO_SENTENCE,
    OTHER_OBSERVATIONS,
    answers_each_run,
    as_it_ended,
    ask_answers,
    ask_gives,
    give_agent,
    lets_through,
    observed,
    recovers,
    stopped,
    together,
)
from lesson_kit.judging.checking import check
from lesson_kit.judging.conversations import chats
from lesson_kit.judging.drawing import numbers, words
from lesson_kit.judging.findings import Finding
from lesson_kit.judging.learner import description_of, made_tool, requested, run_of
from lesson_kit.judging.outcomes import Failed, show
from lesson_kit.judging.run_findings import gives, result_of
from lesson_kit.judging.side_by_side import at_once, each_of, later
from lesson_kit.probes.computed import AGAIN
from llama_index.core.agent.react import ReActOutputParser

TWO_NUMBERS = {"x": "int", "y": "int"}


@check("4.1")
def counts_any_halvings(learner):
    """counts right for any number, and 0 for the number 1"""
    power = learner.random.randint(6, 12)
    half = 2 ** (power - 1)
    # one comes down by 2 to 1, the other one by 3
    starts = 2**power, 2**power + half
    drawn = [*(start + learner.random.randrange(half) for start in starts), 1]
    asked = [run_of("HalvingCounter", {"number": number}) for number in drawn]
    for number, outcome in zip(drawn, learner.request_each(asked), strict=True):
        gives(outcome, 0, halvings(number))


@check("4.1")
def keeps_any_count_in_the_store(learner):
    """keeps the count of any number in the store"""
    power, another = learner.random.sample(range(5, 14), 2)
    drawn = 2**power, 2 ** (another + 1) - 1, 3
    watched = {"watch": True, "stores": 0}
    asked = [run_of("HalvingCounter", {"number": number}, **watched) for number in drawn]
    for number, outcome in zip(drawn, learner.request_each(asked), strict=True):
        keeps_count(outcome, number, halvings(number))


@check("4.2")
def adds_any_prices(learner):
    """adds up any prices"""
    any_prices = numbers(learner, 6), [*numbers(learner, 2, -99, -11), 7], numbers(learner, 1)
    at_once(learner, *(later(till_keeps, "total", prices) for prices in any_prices))


@check("4.2")
def keeps_any_receipt(learner):
    """keeps any receipt, equal prices and what costs nothing included"""
    prices = numbers(learner, 4)
    till_keeps(learner, "receipt", sorted([*prices, prices[0], 0]), NOT_ON_RECEIPT)


@check("4.2")
def adds_any_prices_in_one_edit(learner):
    """adds any price by slow_sum, in one state edit with the receipt"""
    (price,) = numbers(learner, 1)
    edits_once(learner, [price, 0, *numbers(learner, 4, -99, -11), price])


EACH_RUNS_GUESTS = Finding(
    "4.3/each-runs-guests",
    "A book has the guests of each of its runs, also where two have as many, or one has none.",
)
NOW_IS_0 = Finding(
    "4.3/now-is-0",
    "all is right, and now should be 0: this run brought no guests. `or`, for one, takes 0 for "
    "missing.",
)


@check("4.3")
def counts_any_guests(learner):
    """counts on over several runs, each of two books its own guests"""
    first, second = numbers(learner, 2)
    guests = [0, first, first, second, 0, first, 1]
    inputs = [{"guests": number} for number in guests]
    ways: tuple[dict, dict] = {"stores": 0}, {"instances": 2}
    outcomes = learner.request_each([run_of("Guestbook", *inputs, **way) for way in ways])
    outcome = next(outcomes)
    for run, now in enumerate(guests):
        so_far = sum(guests[: run + 1])
        none_came = now == 0 and all_of(result_of(outcome, run)) == so_far
        meaning = NOW_IS_0 if none_came else EACH_RUNS_GUESTS
        gives(outcome, run, {"now": now, "all": so_far}, meaning)
    outcome = next(outcomes)
    meaning = Finding(
        "4.3/shared-by-books",
        "Two books share this number: the number of all guests belongs to one book, so it is an "
        "attribute of self, and neither of the class nor of the notebook.",
    )
    for run, now in enumerate(guests):
        of_this_book = sum(guests[run % 2 : run + 1 : 2])
        gives(outcome, run, {"now": now, "all": of_this_book}, meaning)


@check("4.3")
def counts_overlapping_runs(learner):
    """counts the guests of overlapping runs by the time of each report"""
    guests = numbers(learner, 3)
    inputs = [{"guests": number} for number in guests]
    outcome = learner.run("Guestbook", *inputs, together=True)
    meaning = Finding(
        "4.3/all-too-soon",
        "A report has all guests whom any run has welcomed by then. welcome counts them in one go, "
        "with no await between reading the number and writing it, and report reads it.",
    )
    now_is_its_own(outcome, guests)
    for run, now in enumerate(guests):
        gives(outcome, run, {"now": now, "all": sum(guests)}, meaning)


@check("4.4")
def reads_any_answer(learner):
    """reads an answer of several lines, and one without a thought"""
    answer = f"Żółw {an_answer(learner)}\n- Action, {an_answer(learner)}"
    text = f"Thought: I know.\nAnswer: {answer}"
    fields = {"thought": "I know.", "response": answer}
    kind = "ResponseReasoningStep", "response"
    whole = later(reads, text, *kind, **fields)
    bare = an_answer(learner)
    at_once(learner, whole, later(reads, bare, *kind, response=bare))


@check("4.4")
def reads_as_the_parser(learner):
    """gives the parser's own step, whatever stands in the reply"""
    tool, name, word = words(learner, 3)
    a, b = numbers(learner, 2)
    arguments = json.dumps({name: a, "text": word})
    action = f"Action: {tool}\nAction Input: {arguments}"
    judges = []
    for text in (
        f"Thought: First.\nThen {word}.\n{action}\nObservation: {a}\nThought: I know.\nAnswer: {b}",
        f"Thought: I know.\nAnswer: {word}\nObservation: {a}\nAction: {tool}",
        f"Thought: {word} has no Answer.\n{action}\n",
        f"  {word} {a}\n\n  {word}: 'ß' \"{b}\"  ",
        "Thought: Nothing.\nAnswer: ",
        "",
        " \n",
    ):
        parsed = ReActOutputParser().parse(text)
        fields = json.loads(parsed.model_dump_json())
        carried = "response" if "response" in fields else "action"
        judges.append(later(reads, text, type(parsed).__name__, carried, **fields))
    at_once(learner, *judges)


@check("4.4")
def reads_any_action(learner):
    """reads an action with any arguments, or with none"""
    tool, name, value = words(learner, 3)
    judges = []
    for arguments in ({name: -numbers(learner, 1)[0], "text": f"{value}: ½"}, {}):
        text = f"Thought: Once more.\nAction: {tool}\nAction Input: {json.dumps(arguments)}"
        fields = {"thought": "Once more.", "action": tool, "action_input": arguments}
        judges.append(later(reads, text, "ActionReasoningStep", "action", **fields))
    at_once(learner, *judges)


@check("4.4")
def observes_whatever_it_cannot_read(learner):
    """makes an observation of an action without input, and of an answer without a thought"""
    tool, answer = words(learner, 2)
    action = f"Thought: A tool.\nAction: {tool}"
    answer = f"Answer: {answer}"
    many = " ".join(words(learner, 60))
    strange = f"Thought: 'ß' \"{tool}\" {{x}} %s\n\n  {many}\n\tŻółw Answer"
    told = {
        action: f"Could not extract tool use from input text: {action}",
        answer: f"Could not extract final answer from input text: {answer}",
        strange: f"Could not parse output: {strange}",
    }
    at_once(learner, *(later(cannot_read, text, told[text]) for text in told))


@check("4.5")
def decides_by_the_rounds(learner):
    """goes on up to the last round but one, and then stops, whatever the step"""
    most = learner.random.randint(101, 999)
    tool, text = words(learner, 2)
    arguments = {"texts": words(learner, 2), "x": -numbers(learner, 1)[0]}
    called = f"{tool} {json.dumps(arguments, sort_keys=True)}"
    action, unreadable = action_step(tool, arguments), observation_step(text)
    rows: list[tuple] = []
    for rounds in (1, most - 1):
        rows.append((action, rounds, most, "ToolCallEvent", called))
        rows.append((unreadable, rounds, most, "PrepEvent", "PrepEvent"))
    rows.append((observation_step(""), 1, most, "PrepEvent", "PrepEvent"))
    for step in (action, unreadable, observation_step("")):
        rows.append((step, most, most, "StopEvent", [str(most)]))
    at_once(learner, *(later(follows, *row) for row in rows))


@check("4.5")
def knows_a_single_round(learner):
    """knows what to do with a single round"""
    answer, tool = an_answer(learner), words(learner, 1)[0]
    texts = answer, "", " ", "0", f" {answer}\n\n1 round, no {tool} "
    rows: list[tuple] = [(answer_step(text), 1, 1, "StopEvent", text) for text in texts]
    rows.append((action_step(tool, {}), 1, 1, "StopEvent", ["1"]))
    at_once(learner, *(later(follows, *row) for row in rows))


@check("4.6")
def remembers_any_conversation(learner):
    """remembers a longer conversation, repeated questions included"""
    first, second = a_question(learner), f"¿{a_question(learner)}"
    chats(learner, first, second, first, first)


@check("4.6")
def gives_whatever_it_writes(learner):
    """gives back whatever the LLM writes, as it is"""
    word = words(learner, 1)[0]
    judges = []
    for frame in (
        "Thought: I see.\nAnswer: {}",
        f"Thought: A tool.\nAction: {word}\nAction Input: {{{{'x': {{}}}}}}\nObservation: 5",
        " \n {} ß\n\n ",
        "",
    ):
        questions = a_question(learner), a_question(learner)
        judges.append(later(chats, *questions, frame=frame))
    at_once(learner, *judges)


@check("4.6")
def chats_with_its_own_tools(learner):
    """offers the tools that it was given"""
    name = f"search_{words(learner, 1)[0]}"
    outcome = chats(learner, a_question(learner), tools=[made_tool(name, TWO_NUMBERS)])
    system = outcome.value["prompts"][0][0]["content"]
    if name not in system:
        meaning = Finding("4.6/other-tools", "Give the formatter self.tools.")
        raise Failed(meaning, outcome.called, f"{name} in the prompt", "no such tool")


@check("4.6")
def gives_each_run_its_own_history(learner):
    """gives each of three runs at once its own question, in a conversation that goes on"""
    chats(learner, *(a_question(learner) for _ in range(3)), together=True)


@check("4.7", points=2)
def answers_any_question(learner):
    """answers any arithmetic question, by its tools"""
    a, b, c, d = numbers(learner, 4)
    question = f"What is ({a} + {b}) * {c} + {d}?"
    outcome = learner.run("ReActAgent", {"input": question})
    result_of(outcome, 0, f"an answer with {(a + b) * c + d}")
    last = observations(prompts_of(outcome)[-1])
    values = [str(a + b), str((a + b) * c), str((a + b) * c + d)]
    if last != values:
        raise Failed(
            Finding(
                "4.7/not-by-tools",
                "The answer has to come from the tools: each call gives one observation, and the "
                "steps keep all of them in their order.",
            ),
            outcome.called,
            f"the observations {values}",
            show(last),
        )
    answers(outcome, 0, (a + b) * c + d)


@check("4.7")
def keeps_every_step(learner):
    """keeps the reasoning of a run in the store, whatever went wrong, and remembers its result"""
    x, y, odd = *numbers(learner, 2), learner.random.randint(5000, 9999)
    unknown, unreadable, answer = *words(learner, 2), an_answer(learner)
    hm, said = f"Thought: {unreadable}.", f"no {unreadable}\nhere"
    tools = [
        made_tool("plus", TWO_NUMBERS, adds=odd, counts=True),
        made_tool("stuck", TWO_NUMBERS, adds=odd, raises=said, kind="Unforeseen"),
    ]
    plus, stuck = action("plus", {"x": x, "y": y}), action("stuck", {"x": x, "y": 1})
    lost, raised, unreadable = at_once(
        learner,
        later(told_by_tool, tools, unknown, {}),
        later(told_by_tool, tools, "stuck", {"x": x, "y": 1}),
        later(told_unread, hm),
    )
    stopped_by = f"{said} {x + 1 + odd}"
    unread = f"Could not parse output: {hm}"
    script = [
        (hm, [["Observation", unread, unreadable]]),
        (action(unknown, {}), [["Action", unknown], ["Observation", unknown, lost]]),
        (stuck, [["Action", "stuck"], ["Observation", stopped_by, raised]]),
        (plus, [["Action", "plus"], ["Observation", str(x + y + odd)]]),
    ]
    learner.random.shuffle(script)
    # the same call again is another call, which gives another value
    script.append((plus, [["Action", "plus"], ["Observation", str(x + y + odd + AGAIN)]]))
    replies = [reply for reply, _ in script]
    wanted = [step for _, steps in script for step in steps]
    answered = [*replies, f"Thought: I know.\nAnswer: {answer}"], [*wanted, ["Response", answer]]
    rounds = 20, len(replies) + 1
    at_once(learner, *(later(keeps_steps, *answered, tools, most) for most in rounds))


@check("4.7")
def keeps_to_its_rounds(learner):
    """ends with reply number max_rounds, readable or not, and remembers what it then says"""
    x, y = numbers(learner, 2)
    tools = [made_tool("plus", TWO_NUMBERS, adds=0)]
    plus = action("plus", {"x": x, "y": y}), [["Action", "plus"], ["Observation", str(x + y)]]
    hm = "Thought: Hm.", [["Observation", "Could not parse output: Thought: Hm.", ""]]
    # more than a default of 20 allows, and only some with a tool, as each step takes its time
    many = [hm] * learner.random.randint(18, 20) + [plus] * 3
    learner.random.shuffle(many)
    judges = []
    for script in ([hm, plus, hm, plus], [hm, hm], [plus], many):
        wanted = [step for _, steps in script for step in steps]
        if script[-1] is plus:
            wanted.pop()  # the last action is not carried out any more
        replies = [reply for reply, _ in script]
        judges.append(later(ends_in_a_sentence, replies, wanted, tools))
    at_once(learner, *judges)


def ends_in_a_sentence(learner, replies: list[str], wanted: list, tools: list) -> None:
    """Fail unless a run that is stopped after these replies has these steps, and says something."""
    outcome = keeps_steps(learner, replies, wanted, tools, len(replies))
    result = result_of(outcome)
    if not is_sentence(result, []):
        raise Failed(NO_SENTENCE, outcome.called, "a sentence", show(result))


@check("4.7")
def calls_every_tool(learner):
    """calls each of several tools that one event asks for"""
    calls_each(learner, numbers(learner, 3))


@check("4.7")
def offers_the_tools_it_was_given(learner):
    """offers and calls the tools that it was given"""
    x, y, odd = *numbers(learner, 2), learner.random.randint(5000, 9999)
    meaning = Finding(
        "4.7/other-tools", "Offer and call self.tools: this agent was given a tool of its own."
    )
    # one that only this agent has, and one with the name of a tool that all have
    tools = [made_tool(name, TWO_NUMBERS, adds=odd) for name in ("plus", "add")]
    question = {"input": f"What is {x} + {y}?"}
    asked = [run_of("ReActAgent", question, init={"tools": [tool]}) for tool in tools]
    for outcome in learner.request_each(asked):
        answers(outcome, 0, x + y + odd, meaning)


@check("4.7")
def begins_each_run_without_reasoning(learner):
    """begins each run without the reasoning of the one before"""
    a, b, c, d = numbers(learner, 4)
    inputs = [{"input": f"What is {a} + {b}?"}, {"input": f"What is {c} + {d}?"}]
    new_runs = run_of("ReActAgent", *inputs)
    same_context = requested(
        "agents.run_in_one_context",
        "ReActAgent.run(…, ctx=the context of the run before)",
        workflow="ReActAgent",
        inputs=inputs,
    )
    for outcome in learner.request_each([new_runs, same_context]):
        answers(outcome, 0, a + b)
        answers(outcome, 1, c + d)
        for prompt in outcome.value["prompts"]:
            of_the_second = question_of(prompt) == inputs[1]["input"]
            if of_the_second and not set(observations(prompt)) <= {str(c + d)}:
                still = Finding(
                    "4.7/steps-not-emptied",
                    "The reasoning of the first run is still there in the second. "
                    "new_user_msg empties the steps.",
                )
                raise Failed(
                    still if str(a + b) in observations(prompt) else NOT_HEARD,
                    outcome.called,
                    f"only {c + d} among the observations",
                    show(observations(prompt)),
                )


@check("4.7")
def remembers_the_conversation(learner):
    """remembers both sides of the conversation"""
    a, b, c = numbers(learner, 3)
    first = f"What is {a} * {b}?"
    outcome = learner.run("ReActAgent", {"input": first}, {"input": f"Add {c} to that"})
    answers(outcome, 0, a * b)
    remembers(outcome, first)
    answers(outcome, 1, a * b + c)


@check("4.7")
def new_agent_knows_nothing(learner):
    """begins with an empty memory in a new agent"""
    a, b = numbers(learner, 2)
    first = f"What is {a} + {b}?"
    c, d = numbers(learner, 2)
    inputs = {"input": first}, {"input": f"What is {c} * {d}?"}
    outcomes = learner.request_each(
        [
            *(run_of("ReActAgent", one) for one in inputs),
            run_of("ReActAgent", *inputs, instances=2),
        ]
    )
    answers(next(outcomes), 0, a + b)
    outcome = next(outcomes)
    answers(outcome, 0, c * d)
    by_turns = next(outcomes)
    answers(by_turns, 0, a + b)
    answers(by_turns, 1, c * d)
    prompts = [one for one in by_turns.value["prompts"] if question_of(one) != first]
    prompts += outcome.value["prompts"]
    contents = [message["content"] for prompt in prompts for message in prompt]
    if first in contents:
        raise Failed(
            Finding(
                "4.7/knows-another",
                "This agent knows the conversation of another one: make the memory in __init__.",
            ),
            outcome.called,
            "a new conversation",
            f"{first!r} in its prompts",
        )


@check("4.7")
def counts_rounds_of_each_run(learner):
    """counts the rounds of each run from 0"""
    a, b, c, d = numbers(learner, 4)
    inputs = [{"input": f"What is {x} + {y}?"} for x, y in ((a, b), (c, d))]
    three = (a, b, c), (b, c, d), (c, d, a)
    longer = [{"input": f"What is ({x} + {y}) * {z}?"} for x, y, z in three]
    outcomes = learner.request_each(
        [
            run_of("ReActAgent", *inputs, init={"max_rounds": 2}),
            run_of("ReActAgent", *longer, together=True, init={"max_rounds": 3}),
        ]
    )
    outcome = next(outcomes)
    answers(outcome, 0, a + b)
    answers(outcome, 1, c + d, NO_ROUNDS_LEFT)
    outcome = next(outcomes)
    meaning = (
        "Runs at the same time have max_rounds rounds each: count them in the run's store, not on "
        "self."
    )
    for run, (x, y, z) in enumerate(three):
        answers(outcome, run, (x + y) * z, Finding("4.7/shared-rounds", meaning))


@check("4.7")
def agent_answers(learner):
    """has agent, a ReActAgent that answers"""
    a, b = numbers(learner, 2)
    question = {"input": f"What is {a} * {b}?"}
    outcomes = learner.request_each([description_of("agent"), run_of("agent", question)])
    kind = next(outcomes).obtained("a ReActAgent")["type"]
    if kind != "ReActAgent":
        meaning = Finding("4.7/no-agent", "Give agent = ReActAgent(timeout=180).")
        raise Failed(meaning, "agent", "a ReActAgent", kind)
    answers(next(outcomes), 0, a * b)


@check("4.8")
def observes_any_run(learner):
    """returns the observations of any run, in their order"""
    a, b, c = numbers(learner, 3)
    outcome = give_agent(learner, "observe", f"What is {a} * {b} + {c}?")
    meaning = "Read the steps from the run's store, when the run is over."
    observes(outcome, [a * b, a * b + c], Finding("4.8/not-from-store", meaning))


@check("4.8")
def observes_as_it_is_stored(learner):
    """returns each observation as it is stored: equal, empty and unsorted ones, or none"""
    (x, y), odd = numbers(learner, 2), learner.random.randint(5000, 9999)
    said = f"  {an_answer(learner)}\nObservation: {odd}\n Thought: 'ß' "
    tools = [
        made_tool("plus", TWO_NUMBERS, adds=odd),
        made_tool("silent", {}, gives=""),
        made_tool("chatty", {}, gives=said),
    ]
    big, small = (action("plus", {"x": one, "y": 0}) for one in (max(x, y), min(x, y)))
    known = an_answer(learner)
    end = f"Thought: I know.\nAnswer: {known}"
    silent, chatty, hm = action("silent", {}), action("chatty", {}), "Thought: Hm."
    scripts = (
        ([big, silent, small, hm, chatty, big, big, silent, chatty, end], 20),
        ([hm, small, action(words(learner, 1)[0], {}), big], 4),
        ([end], 20),
    )
    asked = [
        later(
            give_agent,
            "observe",
            "Which?",
            init={"tools": tools, "max_rounds": most},
            llm={"replies": replies},
        )
        for replies, most in scripts
    ]
    for (replies, _), outcome in zip(scripts, each_of(learner, *asked), strict=True):
        answer, texts = observed(outcome, "an answer and observations")
        as_it_ended(outcome, answer)
        steps = outcome.value["ended"][0]["steps"]
        wanted = [one["observation"] for one in steps if "observation" in one]
        sums = [text for text in texts if str(text).isdigit()]
        values = {big: str(max(x, y) + odd), small: str(min(x, y) + odd)}
        # the last reply of a run is an answer, or an action that is not carried out any more
        computed = [values[one] for one in replies[:-1] if one in values]
        told = answer == known or replies[-1] != end
        if texts != wanted or sums != computed or not told:
            raise Failed(OTHER_OBSERVATIONS, outcome.called, show(wanted), show(texts))


@check("4.8")
def recovers_from_wrong_arguments(learner):
    """recovers when the LLM mixes up the arguments"""
    a, b = numbers(learner, 2)
    outcome = give_agent(learner, "observe", f"What is {a} + {b}?", llm={"mode": "wrong_arguments"})
    recovers(outcome, a + b, "first_number")


@check("4.8")
def recovers_from_a_raising_tool(learner):
    """survives a tool that raises, and passes its words on"""
    x, y, odd = *numbers(learner, 2), learner.random.randint(5000, 9999)
    tool = made_tool("add", TWO_NUMBERS, adds=odd, raises="stuck is drawer")
    words = f"stuck is drawer {x + y + odd}"
    outcome = give_agent(learner, "observe", f"What is {x} + {y}?", init={"tools": [tool]})
    if outcome.raised and words in outcome.raised["text"]:
        meaning = "The tool's exception ended the run: call tools with call_tool_safely."
        outcome.fail(Finding("4.8/tool-raises", meaning), f"an observation with {words!r}")
    _, texts = observed(outcome, f"an observation with {words!r}")
    if not any(words in str(text) for text in texts):
        raise Failed(
            Finding(
                "4.8/other-words",
                "The exception's own words are what helps the LLM: they belong into the "
                "observation.",
            ),
            outcome.called,
            f"an observation with {words!r}",
            show(texts),
        )


@check("4.9")
def keeps_to_max_rounds(learner):
    """asks the LLM no more than max_rounds times"""
    most = learner.random.randint(3, 9)
    stopped(learner, SAME_CALL, most=most, max_rounds=most)


@check("4.9")
def stops_after_unreadable_replies(learner):
    """stops an LLM that it can never read, too"""
    stopped(learner, "Thought: Some tool would help.\nAction: whichever fits", most=5, max_rounds=5)


@check("4.9")
def uses_its_last_round(learner):
    """still answers in the last round that it has"""
    a, b, c = numbers(learner, 3)
    outcome = give_agent(
        learner, "ask", f"What is ({a} + {b}) * {c}?", init={"timeout": 4, "max_rounds": 3}
    )
    expected = f"an answer with {(a + b) * c}"
    value = outcome.obtained(expected)["value"]
    if not says(value, (a + b) * c):
        raise Failed(
            Finding(
                "4.9/too-early",
                "This LLM answers in the last of three rounds: an answer is an answer there, too.",
            ),
            outcome.called,
            expected,
            show(value),
        )


@check("4.9")
def lets_other_exceptions_through(learner):
    """lets exceptions other than the timeout through"""
    made = f"{words(learner, 1)[0].capitalize()}TimeoutError"
    kinds = "RuntimeError", "TimeoutError", "ConnectionError", "ValueError", made
    at_once(learner, *(later(lets_through, kind) for kind in kinds), ask_answers)


@check("4.9")
def gives_what_the_run_ends_with(learner):
    """gives whatever the run ends with, as it is, and lets it take its time"""
    answer, (x,) = an_answer(learner), numbers(learner, 1)
    texts = f"{answer}\n\n- timeout: {x} rounds, no time", f" {answer} ", "", "None"
    at_once(
        learner,
        *(later(ask_gives, [f"Thought: I know.\nAnswer: {text}"]) for text in texts),
        later(ask_gives, ["Thought: Hm."], max_rounds=learner.random.randint(2, 9)),
        takes_its_time,
        ask_answers,
    )


def takes_its_time(learner) -> None:
    """Ask an LLM that is slow; fail unless the answer is waited for."""
    slow = {"pause": 600}  # seconds, of which nobody waits for one
    outcome = give_agent(learner, "ask", "What is 2 + 3?", llm=slow, init={"timeout": 9000})
    as_it_ended(outcome, outcome.obtained("an answer with 5")["value"])


@check("4.10")
def answers_several_questions(learner):
    """answers long and short questions at once without mixing them"""
    a, b, c, d = numbers(learner, 4)
    values = {
        f"What is ({a} + {b}) * {c} + 1?": [a + b, (a + b) * c, (a + b) * c + 1],
        f"What is {a} * {d}?": [a * d],
        f"What is ({c} + {d}) * 1000?": [c + d, (c + d) * 1000],
    }
    together(learner, values)


@check("4.10")
def takes_any_number_of_questions(learner):
    """takes any number of questions: three, one or none"""
    a, b, c = numbers(learner, 3)
    three = {f"What is {x} * {x + 1}?": [x * (x + 1)] for x in (a, b, c)}
    one: dict[str, list[int]] = {f"What is {a} * {b}?": [a * b]}
    at_once(learner, *(later(together, values) for values in (three, one, {})))


@check("4.10")
def asks_equal_questions_again(learner):
    """puts each of many questions to the agent, one that comes again, too"""
    a, b = numbers(learner, 2)
    values = {f"What is {a} + {x}?": [a + x] for x in range(b, b + 4)}
    first, *_, last = values
    at_once(
        learner,
        later(together, values, again=(first, last, first)),
        later(answers_each_run, [first, last, first, first]),
    )
