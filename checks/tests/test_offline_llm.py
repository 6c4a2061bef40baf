"""The offline LLM: right through the tools and only through them, honest, and wrong when told to.

`ask` is the smallest ReAct loop there is: format, chat, parse, call the tool, and round again.
"""

import asyncio
import json
import os
import re
import subprocess
import sys
import time

import mlflow
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lesson_kit.offline_llm import OfflineLLM, count_tokens
from lesson_kit.private_names import settings_kept
from llama_index.core import Settings
from llama_index.core.agent.react import ReActChatFormatter, ReActOutputParser
from llama_index.core.agent.react.types import ObservationReasoningStep
from llama_index.core.agent.workflow import ReActAgent as LlamaIndexReActAgent
from llama_index.core.llms import ChatMessage, MessageRole, MockLLM
from llama_index.core.tools import FunctionTool
from mlflow.entities import SpanType
from mlflow.llama_index.serialize_objects import deserialize_settings, serialize_settings
from pydantic import ValidationError
from workflows import Context, Workflow, step
from workflows.events import Event, StartEvent, StopEvent

QUESTION = "What is (123 + 456) * 789?"
CALLS = [("add", {"x": 123, "y": 456}), ("multiply", {"x": 579, "y": 789})]


@pytest.fixture
def own_settings():
    """Keep what a test puts into Settings from the next one."""
    with settings_kept():
        yield


def add(x: int, y: int) -> int:
    """Add two integers and return their sum."""
    return x + y


def multiply(x: int, y: int) -> int:
    """Multiply two integers and return their product."""
    return x * y


def ask(question, functions=(add, multiply), history=(), llm=None, rounds=200, role="user"):
    """Return the tool calls and the answer of a ReAct loop, or None for want of an answer."""
    llm = llm or OfflineLLM()
    tools = {fn.__name__: FunctionTool.from_defaults(fn=fn) for fn in functions}
    formatter = ReActChatFormatter(observation_role=MessageRole(role))
    messages = [*history, ChatMessage(role="user", content=question)]
    calls, reasoning = [], []
    for _ in range(rounds):
        reply = llm.chat(formatter.format(list(tools.values()), messages, reasoning))
        try:
            parsed = ReActOutputParser().parse(reply.message.content)
        except ValueError as error:
            calls.append("unparseable")
            reasoning.append(ObservationReasoningStep(observation=f"Could not parse: {error}"))
            continue
        if parsed.is_done:
            return calls, parsed.response
        calls.append((parsed.action, dict(parsed.action_input)))
        try:
            observation = tools[parsed.action](**parsed.action_input).content
        except Exception as error:
            observation = f"{type(error).__name__}: {error}"
        reasoning += [parsed, ObservationReasoningStep(observation=observation)]
    return calls, None


def said(*answers):
    """Return a conversation in which the assistant gave these answers."""
    return [
        ChatMessage(role=role, content=text)
        for answer in answers
        for role, text in (("user", "What is it?"), ("assistant", answer))
    ]


# ---- Arithmetic nobody thought of ----

numbers = st.integers(-(10**12), 10**12)
# A number, or (operator, left, right), or ("neg", inside).
expressions = st.recursive(
    numbers,
    lambda inner: st.one_of(
        st.tuples(st.sampled_from("+*"), inner, inner), st.tuples(st.just("neg"), inner)
    ),
    max_leaves=8,
)
thorough = settings(deadline=None, derandomize=True, max_examples=60)


def write(tree, commas=False) -> str:
    """Write an expression; a part is in parentheses only where its operator needs them."""
    if isinstance(tree, int):
        return f"{tree:,}" if commas else str(tree)
    if tree[0] == "neg":
        return f"-({write(tree[1], commas)})"
    operator, left, right = tree
    sides = [write(left, commas), write(right, commas)]
    for index, (side, weak) in enumerate([(left, "+"), (right, "+*")]):
        if isinstance(side, tuple) and side[0] in weak and (operator == "*" or index == 1):
            sides[index] = f"({sides[index]})"
    return f"{sides[0]} {operator} {sides[1]}"


def evaluate(tree, plus, times):
    """Return the value of an expression by the two functions, with the calls it takes."""
    if isinstance(tree, int):
        return tree, []
    if tree[0] == "neg":
        value, calls = evaluate(tree[1], plus, times)
        if not calls:
            return -value, []
        return times(-1, value), [*calls, ("multiply", {"x": -1, "y": value})]
    left, before = evaluate(tree[1], plus, times)
    right, after = evaluate(tree[2], plus, times)
    name, fn = ("add", plus) if tree[0] == "+" else ("multiply", times)
    return fn(left, right), [*before, *after, (name, {"x": left, "y": right})]


@thorough
@given(tree=expressions, commas=st.booleans(), role=st.sampled_from(["user", "tool"]))
def test_any_arithmetic_is_right_and_goes_through_the_tools(tree, commas, role):
    text = write(tree, commas)
    calls, answer = ask(f"What is {text}?", role=role)
    assert answer == f"The result is {eval(text.replace(',', ''))}."
    assert calls == evaluate(tree, add, multiply)[1]


@thorough
@given(tree=expressions, offset=st.integers(-3, 3))
def test_a_broken_tool_gives_a_broken_answer(tree, offset):
    def add(x: int, y: int) -> int:
        """Add two integers."""
        return x + y + offset

    value, calls = evaluate(tree, add, multiply)
    assert ask(write(tree), [add, multiply]) == (calls, f"The result is {value}.")


@thorough
@given(text=st.text(alphabet="0123456789+-*/() ,.andbyitsumof'\"?=\u00b2\u0663{}", max_size=40))
def test_whatever_is_asked_gets_a_reply_that_parses(text):
    calls, answer = ask(text, history=said("The result is 5."))
    assert answer and "unparseable" not in calls


@pytest.mark.parametrize(
    ("question", "calls", "value"),
    [
        (QUESTION, CALLS, 456831),
        ("add 2 and 3", [("add", 2, 3)], 5),
        ("Add 2 to 3.", [("add", 2, 3)], 5),
        ("Add 1, 2, and 3", [("add", 1, 2), ("add", 3, 3)], 6),
        ("1+2+3", [("add", 1, 2), ("add", 3, 3)], 6),
        ("(1+2)+(1+2)", [("add", 1, 2), ("add", 1, 2), ("add", 3, 3)], 6),
        ("what is 3 times 4", [("multiply", 3, 4)], 12),
        ("3 x 4 =", [("multiply", 3, 4)], 12),
        ("2 + 3 × 4", [("multiply", 3, 4), ("add", 2, 12)], 14),
        ("Multiply seven by six, please!", [("multiply", 7, 6)], 42),
        ("What is the sum of 1,234 and -5?", [("add", 1234, -5)], 1229),
        ("product of the sum of 1 and 2 and 4", [("add", 1, 2), ("multiply", 3, 4)], 12),
        ("Multiply the sum of 2 and 3 by 4", [("add", 2, 3), ("multiply", 5, 4)], 20),
        ("Add 2 and 3, then multiply by 4", [("add", 2, 3), ("multiply", 5, 4)], 20),
        ("Add 2 and 3. Multiply the result by 4.", [("add", 2, 3), ("multiply", 5, 4)], 20),
        ("What is 7?", [], 7),
    ],
)
def test_a_question_in_words(question, calls, value):
    calls = [(c[0], {"x": c[1], "y": c[2]}) if len(c) == 3 else c for c in calls]
    assert ask(question) == (calls, f"The result is {value}.")


@pytest.mark.parametrize(
    ("question", "calls", "value"),
    [
        ("multiply that by 4", [("multiply", {"x": 579, "y": 4})], 2316),
        ("add 5 to it", [("add", {"x": 5, "y": 579})], 584),
        ("Now add 5.", [("add", {"x": 579, "y": 5})], 584),
        ("times 2", [("multiply", {"x": 579, "y": 2})], 1158),
        ("What is the last answer plus the result?", [("add", {"x": 579, "y": 579})], 1158),
    ],
)
def test_a_follow_up_goes_on_from_the_last_answer(question, calls, value):
    history = said("The result is 12.", "The result is 579.")
    assert ask(question, history=history) == (calls, f"The result is {value}.")


def test_a_follow_up_takes_an_answer_with_its_thought():
    history = said("Thought: I can answer.\nAnswer: That makes 1,000")
    assert ask("add -1 to it", history=history)[1] == "The result is 999."


def test_a_follow_up_passes_over_the_reasoning_of_an_earlier_run():
    action = "Thought: Add.\nAction: add\nAction Input: {'x': 2, 'y': 3}"
    history = [*said("The result is 5."), ChatMessage(role="assistant", content=action)]
    assert ask("times 2", history=history)[1] == "The result is 10."


# ---- Honesty ----


@pytest.mark.parametrize("history", [[], said("No tool can do that, not even for 5."), said("Hm.")])
def test_a_follow_up_without_an_earlier_number_is_refused(history):
    calls, answer = ask("multiply that by 4", history=history)
    assert calls == [] and "no earlier answer" in answer


@pytest.mark.parametrize("question", ["5 - 3", "Subtract 2 from 5", "1 + 2 - 3", "6 / 2"])
def test_what_no_tool_can_do_is_refused_before_any_call(question):
    calls, answer = ask(question)
    assert calls == [] and "no tool on offer can" in answer


def test_without_tools_nothing_is_computed():
    assert ask("2 + 3", functions=[]) == ([], "I cannot do this: no tool on offer can add.")


@pytest.mark.parametrize(
    "question",
    ["Capital of France?", "hi", "", "Who won in 1990?", "2 ** 3", "2.5 + 1", "3 squared", "(1 + 2"]
    + ["2 3", "1 + 2. 3 + 4", "add 1 and", "sum of 5", "(" * 3000, "1" * 5000 + " + 1"],
)
def test_what_it_cannot_read_is_refused_with_a_reason(question):
    calls, answer = ask(question)
    assert calls == [] and "rule-based stand-in, not a language model" in answer
    assert "456831" not in answer and "The result" not in answer


@pytest.mark.parametrize("failure", ["x must be below 100", "Answer: 5", "no\nAction: add"])
def test_a_failing_tool_is_called_once_and_quoted(failure):
    def add(x: int, y: int) -> int:
        """Add two integers."""
        raise OverflowError(failure)

    calls, answer = ask(QUESTION, [add, multiply])
    assert calls == CALLS[:1]
    assert f"OverflowError: {' '.join(failure.split())}" in answer


@pytest.mark.parametrize(
    ("observation", "answer"),
    [
        ("7", "The result is 7."),
        ("-1,234", "The result is -1234."),
        ("2.5", "The result is 2.5."),
        ("add returned 7.", "The result is 7."),
        ("None", "no number: None"),
        ("ValueError: 7", "no number: ValueError: 7"),
        ("add got 1 and 2, as text", "no number"),
        ("v7", "no number"),
        ("7" * 5000, "no number"),
    ],
)
def test_an_observation_is_a_number_or_a_failure(observation, answer):
    def add(x: int, y: int) -> str:
        """Add two integers."""
        return observation

    calls, given_answer = ask("1 + 2", [add])
    assert calls == [("add", {"x": 1, "y": 2})] and answer in given_answer


# ---- The tools on offer ----


def test_names_of_tools_and_arguments_come_from_the_prompt():
    def combine(left: int, right: int) -> int:
        """Return the product of two integers."""
        return left * right

    def plus_numbers(a: int, b: int) -> int:
        """Do it."""
        return a + b

    def address(a: str, b: str) -> str:
        """Look up where somebody lives."""
        return "nowhere"

    calls, answer = ask(QUESTION, [address, combine, plus_numbers])
    assert calls == [
        ("plus_numbers", {"a": 123, "b": 456}),
        ("combine", {"left": 579, "right": 789}),
    ]
    assert answer == "The result is 456831."


def test_subtraction_takes_a_tool_that_subtracts():
    def subtract(x: int, y: int) -> int:
        """Subtract y from x."""
        return x - y

    assert ask("Subtract 2 from 5, then add 1", [add, subtract])[1] == "The result is 4."
    assert ask("10 - 2 - 3 - -1", [subtract])[1] == "The result is 6."


def test_a_tool_that_the_prompt_describes_badly_is_not_on_offer():
    system = "> Tool Name: add\nTool Description: Add.\nTool Args: {x, y}\n\nAction Input: {}"
    messages = [ChatMessage(role="system", content=system), ChatMessage(content="1 + 2")]
    assert "no tool on offer can add" in OfflineLLM().chat(messages).message.content


# ---- What the agent does wrong shows ----


def test_an_agent_that_drops_observations_gets_the_same_action_again():
    llm, parser, tools = OfflineLLM(), ReActOutputParser(), [FunctionTool.from_defaults(fn=add)]
    question, reasoning = [ChatMessage(role="user", content="1 + 2 + 3")], []
    for _ in range(4):
        reply = llm.chat(ReActChatFormatter().format(tools, question, reasoning))
        reasoning.append(parser.parse(reply.message.content))
    assert [step.action_input for step in reasoning] == [{"x": 1, "y": 2}] * 4


# ---- Misbehaving when told to ----


@pytest.mark.parametrize(
    ("mode", "mishap"),
    [
        ("unknown_tool", ("calculator", {"x": 123, "y": 456})),
        ("wrong_arguments", ("add", {"first_number": 123, "second_number": 456})),
        ("unparseable", "unparseable"),
    ],
)
def test_a_mishap_happens_once_a_question_and_is_made_good(mode, mishap):
    llm = OfflineLLM(mode=mode)
    for history in ([], said("The result is 456831.")):
        assert ask(QUESTION, llm=llm, history=history) == (
            [mishap, *CALLS],
            "The result is 456831.",
        )


def test_endless_never_answers():
    calls, answer = ask(QUESTION, llm=OfflineLLM(mode="endless"), rounds=12)
    assert answer is None
    assert calls == [*CALLS, *CALLS[1:] * 10]


def test_error_raises():
    with pytest.raises(RuntimeError, match="mode is 'error'"):
        ask(QUESTION, llm=OfflineLLM(mode="error"))


def test_slow_waits_without_blocking_the_event_loop():
    llm = OfflineLLM(mode="slow", delay=0.3)

    async def ask_three():
        await asyncio.gather(*(llm.achat([ChatMessage(content="1")]) for _ in range(3)))

    for call in (lambda: llm.complete("1"), lambda: asyncio.run(ask_three())):
        start = time.perf_counter()
        call()
        assert 0.3 <= time.perf_counter() - start < 0.85


def test_an_unknown_mode_is_refused_with_the_modes_there_are():
    with pytest.raises(ValidationError, match="'normal', 'unknown_tool', .*'slow' or 'error'"):
        OfflineLLM(mode="sleepy")


# ---- Being an LLM of LlamaIndex ----


def test_every_way_to_call_it_gives_the_same_reply():
    llm = OfflineLLM()
    tools = [FunctionTool.from_defaults(fn=add)]
    messages = ReActChatFormatter().format(tools, [ChatMessage(content="1 + 2")])
    whole = llm.chat(messages)

    async def collect(stream):
        return [chunk async for chunk in await stream]

    for chunks in (
        list(llm.stream_chat(messages)),
        asyncio.run(collect(llm.astream_chat(messages))),
    ):
        assert "".join(chunk.delta for chunk in chunks) == whole.message.content
        assert chunks[-1].message.content == whole.message.content
        assert chunks[-1].raw == whole.raw and len(chunks) > 3
    assert asyncio.run(llm.achat(messages)) == whole

    for chunks in (list(llm.stream_complete("7")), asyncio.run(collect(llm.astream_complete("7")))):
        assert "".join(chunk.delta for chunk in chunks) == "The result is 7."
    assert llm.complete("7").text == asyncio.run(llm.acomplete("7")).text == "The result is 7."


def test_metadata():
    metadata = OfflineLLM().metadata
    assert metadata.model_name == "offline-react" and metadata.context_window == 8192
    assert metadata.is_chat_model and not metadata.is_function_calling_model


def test_usage_counts_the_prompt_and_the_reply():
    llm, usage = OfflineLLM(), []
    for text in ("7", "7" + " please" * 100):
        usage.append(llm.chat([ChatMessage(content=text)]).raw["usage"])
        assert usage[-1]["total_tokens"] == (
            usage[-1]["prompt_tokens"] + usage[-1]["completion_tokens"]
        )
    assert usage[1]["prompt_tokens"] - usage[0]["prompt_tokens"] == 100
    assert usage[0]["completion_tokens"] == count_tokens("The result is 7.") == 6
    assert count_tokens("<|endoftext|>") > 1


def test_it_needs_no_network_and_nothing_else_of_the_kit(tmp_path):
    code = (
        "import os, socket, sys\n"
        "def refuse(*_): raise SystemExit('opened a connection')\n"
        "socket.socket.connect = socket.getaddrinfo = refuse\n"
        "from lesson_kit.offline_llm import count_tokens\n"
        "print(count_tokens('tokens'), os.environ['TIKTOKEN_CACHE_DIR'])\n"
        "print(*sorted(name for name in sys.modules if name.startswith('lesson_kit')))\n"
    )
    environment = {**os.environ, "TIKTOKEN_CACHE_DIR": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True
    )
    assert done.stderr == ""
    assert done.stdout == f"1 {tmp_path}\nlesson_kit lesson_kit.offline_llm\n"


def test_mlflow_brings_it_back_with_the_same_settings(tmp_path, own_settings):
    Settings.llm = OfflineLLM(mode="slow", delay=0.25)
    path = tmp_path / "settings.json"
    serialize_settings(path)
    assert json.loads(path.read_text())["_llm"]["object_constructor"] == (
        "lesson_kit.offline_llm.OfflineLLM"
    )
    Settings.llm = MockLLM()
    deserialize_settings(path)
    assert type(Settings.llm) is OfflineLLM
    assert (Settings.llm.mode, Settings.llm.delay) == ("slow", 0.25)


def test_mlflow_puts_the_token_usage_on_the_span_of_the_llm(tmp_path):
    before = mlflow.get_tracking_uri()
    mlflow.set_tracking_uri(f"sqlite:///{tmp_path}/mlflow.db")
    experiment = mlflow.create_experiment("offline", artifact_location=tmp_path.as_uri())
    mlflow.set_experiment(experiment_id=experiment)
    mlflow.llama_index.autolog()
    try:
        response = OfflineLLM().chat([ChatMessage(content="7")])
        mlflow.flush_trace_async_logging()
        trace = mlflow.get_trace(mlflow.get_last_active_trace_id())
    finally:
        mlflow.llama_index.autolog(disable=True)
        mlflow.set_tracking_uri(before)
    (span,) = trace.search_spans(span_type=SpanType.CHAT_MODEL)
    assert span.name == "OfflineLLM.chat"
    assert span.attributes["usage"] == response.raw["usage"]
    assert trace.info.token_usage["total_tokens"] == response.raw["usage"]["total_tokens"]


def test_llama_indexs_own_agent_runs_on_it():
    agent = LlamaIndexReActAgent(tools=[add, multiply], llm=OfflineLLM())

    async def run():
        return await agent.run(QUESTION)

    assert str(asyncio.run(run())) == "The result is 456831."


class PrepEvent(Event):
    """Time for the next prompt."""


class TinyAgent(Workflow):
    """Loop as the lessons' agent does, with nothing for what can go wrong."""

    tools = [FunctionTool.from_defaults(fn=add), FunctionTool.from_defaults(fn=multiply)]

    @step
    async def start(self, ctx: Context, ev: StartEvent) -> PrepEvent:
        await ctx.store.set("question", ev.input)
        return PrepEvent()

    @step
    async def turn(self, ctx: Context, ev: PrepEvent) -> PrepEvent | StopEvent:
        reasoning = await ctx.store.get("steps", default=[])
        question = ChatMessage(role="user", content=await ctx.store.get("question"))
        prompt = ReActChatFormatter().format(self.tools, [question], reasoning)
        parsed = ReActOutputParser().parse((await Settings.llm.achat(prompt)).message.content)
        if parsed.is_done:
            return StopEvent(result=parsed.response)
        tool = next(tool for tool in self.tools if tool.metadata.name == parsed.action)
        observation = ObservationReasoningStep(observation=tool(**parsed.action_input).content)
        await ctx.store.set("steps", [*reasoning, parsed, observation])
        return PrepEvent()


def test_a_workflow_agent_answers_two_questions_at_once(own_settings):
    Settings.llm = OfflineLLM()

    async def run():
        agent = TinyAgent(timeout=30)
        return await asyncio.gather(agent.run(input=QUESTION), agent.run(input="-(2 + 3) * 4"))

    answers = asyncio.run(run())
    assert [re.findall(r"-?\d+", answer) for answer in answers] == [["456831"], ["-20"]]
