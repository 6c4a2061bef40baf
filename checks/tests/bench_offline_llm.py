"""Measure what a reply of the offline LLM costs, beside tokenizing the same prompt alone.

python checks/tests/bench_offline_llm.py
"""

from statistics import median
from time import perf_counter

from lesson_kit.offline_llm import OfflineLLM, count_tokens, read_tools, tokenizer
from llama_index.core.agent.react import ReActChatFormatter
from llama_index.core.agent.react.types import ActionReasoningStep, ObservationReasoningStep
from llama_index.core.llms import ChatMessage
from llama_index.core.tools import FunctionTool


def add(x: int, y: int) -> int:
    """Add two integers and return their sum."""
    return x + y


def multiply(x: int, y: int) -> int:
    """Multiply two integers and return their product."""
    return x * y


def milliseconds(call, prepare=lambda: None, times: int = 300) -> float:
    """Return the median time of a call, preparing for each one untimed."""
    taken = []
    for _ in range(times):
        prepare()
        start = perf_counter()
        call()
        taken.append(perf_counter() - start)
    return 1000 * median(taken)


def forget() -> None:
    """Empty what one reply leaves for the next, and keep the tokenizer."""
    count_tokens.cache_clear()
    read_tools.cache_clear()


def main() -> None:
    tools = [FunctionTool.from_defaults(fn=add), FunctionTool.from_defaults(fn=multiply)]
    question = [ChatMessage(role="user", content="What is (123 + 456) * 789?")]
    reasoning = [
        ActionReasoningStep(thought="Add.", action="add", action_input={"x": 123, "y": 456}),
        ObservationReasoningStep(observation="579"),
    ]
    messages = ReActChatFormatter().format(tools, question, reasoning)
    prompt = "\n".join(message.content for message in messages)
    llm = OfflineLLM()

    tokenizing = milliseconds(lambda: tokenizer().encode_ordinary(prompt))
    first = milliseconds(lambda: llm.chat(messages), prepare=forget)
    next_one = milliseconds(lambda: llm.chat(messages))
    print(f"prompt                      {count_tokens(prompt):7d} tokens")
    print(f"tokenizing it alone         {tokenizing:7.3f} ms")
    print(f"a reply, nothing cached     {first:7.3f} ms  {first / tokenizing:5.2f} x")
    print(f"a reply, same system prompt {next_one:7.3f} ms  {next_one / tokenizing:5.2f} x")


if __name__ == "__main__":
    main()
