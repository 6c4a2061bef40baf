"""A rule-based stand-in for an LLM, for practice and grading: it is not a language model.

`OfflineLLM` reads the ReAct prompt it is given (tools, conversation, observations) and answers in
the ReAct format. It plans integer arithmetic and leaves every calculation to the tools on offer.

    Settings.llm = OfflineLLM()                       # or OfflineLLM(mode="unknown_tool")

MLflow carries it with a logged model, so it imports nothing else of the kit, and is one file.
"""

import ast
import asyncio
import json
import os
import re
import time
from collections.abc import Sequence
from functools import lru_cache
from typing import Any, Literal, NamedTuple

import tiktoken
from llama_index.core import utils as llama_index_utils
from llama_index.core.base.llms import generic_utils as convert
from llama_index.core.base.llms.types import (
    ChatMessage,
    ChatResponse,
    ChatResponseAsyncGen,
    ChatResponseGen,
    CompletionResponse,
    CompletionResponseAsyncGen,
    CompletionResponseGen,
    LLMMetadata,
    MessageRole,
)
from llama_index.core.bridge.pydantic import Field
from llama_index.core.llms.callbacks import llm_chat_callback, llm_completion_callback
from llama_index.core.llms.llm import LLM

# ---- Reading a question: text -> tokens -> a plan in postfix, [123, 456, "+", 789, "*"] ----

LEVELS = ({"+", "-"}, {"*", "/"})
VERBS = {"add": "+", "multiply": "*", "subtract": "-", "divide": "/"}
NOUNS = {"sum": "+", "product": "*", "difference": "-"}
SEPARATORS = {"and", "by", "to", "with", "from", ","}
LAST_ANSWER = {"it", "that", "result", "answer"}
MEANINGFUL = {*"+-*/();", *VERBS, *NOUNS, *SEPARATORS, *LAST_ANSWER}
NUMBER_WORDS = "zero one two three four five six seven eight nine ten eleven twelve".split()
FILLERS = set(
    """what whats what's is are does do can could you would will tell me us please the a an of i
    want know calculate compute evaluate work out find give show now so how much many number
    numbers value equal equals make makes get hello hi hey thanks thank use using tool tools your
    my let's between together need like last previous if be " ' `""".split()
)
REWRITES = [
    (r"(?:result|answer|value) (?:of|to|for)\b|(?:like|want|need) to\b", " "),
    (r"\bmultiplied by\b|\btimes\b|×|·|(?<=[\d)])\s*x\s*(?=[\d(-])", " * "),
    (r"\badded to\b|\bplus\b", " + "),
    (r"\bminus\b|[−–]", " - "),
    (r"\bdivided by\b|÷", " / "),
    (r"[.;?!:=]+(?=\s|$)|,?\s*(?:\band )?\bthen\b", " ; "),
    (r",\s*and\b", " and "),
]
TOKEN = re.compile(r"\d+\.\d+|\d{1,3}(?:,\d{3})+(?!\d)|\d+|[^\W\d_]+(?:'[a-z]+)?|\S")


def tokenize(question: str) -> list:
    """Split a question into integers, operators and the words that matter.

    Raises ValueError, with the reason, for anything that is not integer arithmetic.
    """
    text = question.lower().replace("’", "'")
    for pattern, replacement in REWRITES:
        text = re.sub(pattern, replacement, text)
    tokens: list = []
    for word in TOKEN.findall(text):
        if word[0].isdecimal() and "." not in word:
            tokens.append(int(word.replace(",", "")))
        elif word in NUMBER_WORDS:
            tokens.append(NUMBER_WORDS.index(word))
        elif word in MEANINGFUL:
            tokens.append(word)
        elif word not in FILLERS:
            raise ValueError(f'I do not understand "{word[:40]}"')
    return tokens


class QuestionReader:
    """Turn the tokens of a question into a plan, by recursive descent."""

    def __init__(self, tokens: list, last_answer: int | float | None):
        self.tokens = tokens
        self.position = 0
        self.last: list | None = None if last_answer is None else [last_answer]

    def peek(self, ahead: int = 0) -> Any:
        index = self.position + ahead
        return self.tokens[index] if index < len(self.tokens) else None

    def take(self) -> Any:
        self.position += 1
        return self.tokens[self.position - 1]

    def question(self) -> list:
        """Read clauses such as "add 2 and 3, then multiply the result by 4"."""
        plan = None
        while self.peek() is not None:
            if self.peek() in {";", ",", "and"}:
                self.take()
                continue
            if plan is not None:
                if self.peek() not in {*VERBS, *LAST_ANSWER, "*", "/"}:
                    raise ValueError(f'I cannot read on at "{self.peek()}"')
                self.last = plan
            if self.peek() in {"*", "/"}:  # "times 4" goes on from the last answer
                self.tokens.insert(self.position, "it")
            plan = self.expression()
        if plan is None:
            raise ValueError("I see no arithmetic in the question")
        return plan

    def expression(self, level: int = 0) -> list:
        """Read operands joined by the operators of a level or of a tighter one."""
        if level == len(LEVELS):
            return self.operand()
        plan = self.expression(level + 1)
        while self.peek() in LEVELS[level]:
            operator = self.take()
            plan = plan + self.expression(level + 1) + [operator]
        return plan

    def operand(self) -> list:
        token = "the end" if self.peek() is None else self.take()
        if isinstance(token, int):
            return [token]
        if token == "+":
            return self.operand()
        if token == "-":
            plan = self.operand()
            return [-plan[0]] if len(plan) == 1 else [-1, *plan, "*"]
        if token in LAST_ANSWER:
            return self.last_answer()
        if token in VERBS or token in NOUNS:
            return self.command(token)
        if token == "(":
            plan = self.expression()
            if self.peek() == ")":
                self.take()
                return plan
            raise ValueError("a parenthesis is not closed")
        raise ValueError(f'I expected a number, but found "{token}"')

    def last_answer(self) -> list:
        if self.last is None:
            raise ValueError("I know of no earlier answer that this goes on from")
        return self.last

    def command(self, word: str) -> list:
        """Read "add 2 and 3", "multiply by 4" (the last answer), "sum of 1, 2 and 3".

        The list of a noun ends after its "and", so that "the sum of 1 and 2 and 3" has two parts.
        """
        noun, separator = word in NOUNS, None
        if self.peek() == "by":
            self.take()
        operands = [self.expression()]
        while (
            self.peek() in ({"and", ","} if noun else SEPARATORS)
            and self.peek(1) not in {";", *VERBS}
            and not (noun and separator == "and")
        ):
            separator = self.take()
            operands.append(self.expression())
        if len(operands) == 1:
            if noun:
                raise ValueError(f"I need two numbers for a {word}")
            operands.insert(0, self.last_answer())
        if separator == "from":
            operands.reverse()
        operator = NOUNS[word] if noun else VERBS[word]
        return operands[0] + [part for operand in operands[1:] for part in (*operand, operator)]


def read_question(question: str, last_answer: int | float | None) -> list:
    """Return the postfix plan of a question, or raise ValueError with the reason it has none."""
    try:
        return QuestionReader(tokenize(question), last_answer).question()
    except RecursionError:
        raise ValueError("it is nested too deeply") from None


# ---- Reading the prompt: the tools on offer, the conversation, the observations so far ----

VERB_OF = {operator: verb for verb, operator in VERBS.items()}
OPERATOR_OF = {
    word: operator
    for operator, words in {
        "+": "add adds adding addition plus sum sums",
        "*": "multiply multiplies multiplying multiplication mul times product",
        "-": "subtract subtracts subtracting subtraction sub minus difference",
        "/": "divide divides dividing division div quotient",
    }.items()
    for word in words.split()
}
OFFERED = re.compile(
    r"^> Tool Name: (.+)\nTool Description: ([\s\S]*?)\nTool Args: (\{.*\})$", re.MULTILINE
)
ACTION = re.compile(r"Action: *(\S+)[\s\S]*?Action Input:[^{]*(\{[\s\S]*\})")
NUMBER_AT_END = re.compile(r"(?<![\w.,])-?(?:\d{1,3}(?:,\d{3})+|\d{1,4000})(?:\.\d+)?(?=\W*$)")
FAILURE = re.compile(
    r"error|exception|raised|fail|invalid|unknown|unable|cannot|n't|\bnot?\b", re.IGNORECASE
)


class Tool(NamedTuple):
    """A tool on offer that takes two arguments."""

    name: str
    arguments: tuple[str, str]


class ToolCall(NamedTuple):
    """An action taken so far and the observation that followed it."""

    name: str
    arguments: dict
    observation: str


class Prompt(NamedTuple):
    """What a ReAct prompt says."""

    is_react: bool
    tools: dict[str, Tool]  # by the operator that each one applies
    question: str
    last_answer: int | float | None
    calls: list[ToolCall]
    observed: bool  # whether any observation has followed the question


@lru_cache(maxsize=64)
def read_tools(system_prompt: str) -> dict[str, Tool]:
    """Return the tool on offer for each operator, judged by its name, then by its description."""
    tools: dict[str, Tool] = {}
    for name, description, schema_text in OFFERED.findall(system_prompt):
        try:
            schema = json.loads(schema_text)
        except ValueError:  # a prompt written by hand
            continue
        names = [*schema.get("required", []), *schema.get("properties", {})]
        arguments = tuple(dict.fromkeys(names))[:2]
        words = re.findall("[A-Z]?[a-z]+|[A-Z]+", f"{name} {description}")
        operator = next((OPERATOR_OF[w.lower()] for w in words if w.lower() in OPERATOR_OF), None)
        if operator and len(arguments) == 2:
            tools.setdefault(operator, Tool(name, arguments))
    return tools


def read_number(text: str) -> int | float | None:
    """Return the number that a text ends with, or None if it has none or reports a failure."""
    found = NUMBER_AT_END.search(text)
    if not found or FAILURE.search(text):
        return None
    number = found.group().replace(",", "")
    return float(number) if "." in number else int(number)


def read_arguments(text: str) -> dict:
    """Return an action's input, which a prompt repeats as JSON or as a Python dict."""
    try:
        arguments = ast.literal_eval(text)
    except (ValueError, SyntaxError):
        arguments = None
    return arguments if isinstance(arguments, dict) else {}


def speaker(message: ChatMessage) -> str:
    """Return whose message it is: system, user, assistant or observation."""
    if message.role == MessageRole.TOOL or (
        message.role == MessageRole.USER and (message.content or "").startswith("Observation:")
    ):
        return "observation"
    return message.role.value


def read_prompt(messages: Sequence[ChatMessage]) -> Prompt:
    """Read tools, question, earlier answer and tool calls out of the messages of a prompt."""
    turns = [(speaker(message), (message.content or "").strip()) for message in messages]
    system = "\n".join(text for who, text in turns if who == "system")
    asked = [index for index, (who, _) in enumerate(turns) if who == "user"]
    start = asked[-1] if asked else len(turns)
    question = turns[start][1] if asked else ""
    answers = [text for who, text in turns[:start] if who == "assistant" and "Action:" not in text]

    calls, action, observed = [], None, False
    for who, text in turns[start + 1 :]:
        if who == "assistant":
            action = ACTION.search(text)
        elif who == "observation":
            observed = True
            if action:
                observation = text.removeprefix("Observation:").strip()
                calls.append(ToolCall(action[1], read_arguments(action[2]), observation))
            action = None
    last_answer = read_number(answers[-1]) if answers else None
    is_react = "Action Input:" in system
    return Prompt(is_react, read_tools(system), question, last_answer, calls, observed)


# ---- Deciding what to do next ----


class Action(NamedTuple):
    """The next tool call."""

    thought: str
    name: str
    arguments: dict

    def text(self) -> str:
        return (
            f"Thought: {self.thought}\nAction: {self.name}\n"
            f"Action Input: {json.dumps(self.arguments)}"
        )


class Answer(NamedTuple):
    """The final answer."""

    thought: str
    answer: str

    def text(self) -> str:
        return f"Thought: {self.thought}\nAnswer: {self.answer}"


def decide(prompt: Prompt) -> Action | Answer:
    """Return the next tool call of the plan or, when every call has its observation, the answer."""
    stuck = "I cannot answer the question with the provided tools."
    try:
        plan = read_question(prompt.question, prompt.last_answer)
    except ValueError as reason:
        return Answer(
            stuck,
            "I am a rule-based stand-in, not a language model, and can only do integer arithmetic "
            f"with the tools on offer: {reason}.",
        )
    for token in plan:
        if isinstance(token, str) and token not in prompt.tools:
            return Answer(stuck, f"I cannot do this: no tool on offer can {VERB_OF[token]}.")

    calls, values = iter(prompt.calls), []
    for token in plan:
        if not isinstance(token, str):
            values.append(token)
            continue
        right, left = values.pop(), values.pop()
        tool = prompt.tools[token]
        arguments = {tool.arguments[0]: left, tool.arguments[1]: right}
        # Calls come in the order of the plan; one that is not in it was a mishap to pass over.
        done = next((c for c in calls if (c.name, c.arguments) == (tool.name, arguments)), None)
        if done is None:
            thought = f"I need the tool {tool.name} to {VERB_OF[token]} {left} and {right}."
            return Action(thought, tool.name, arguments)
        value = read_number(done.observation)
        if value is None:
            said = " ".join(done.observation.split())[:300]
            return Answer(stuck, f"I cannot go on: the tool {tool.name} gave no number: {said}")
        values.append(value)
    return Answer("I can answer without using any more tools.", f"The result is {values[0]}.")


# ---- The LLM ----


@lru_cache(maxsize=1)
def tokenizer() -> tiktoken.Encoding:
    """Load the tokenizer that llama_index brings as a file, so never from the network."""
    variable = "TIKTOKEN_CACHE_DIR"
    before = os.environ.get(variable)
    bundled = os.path.join(os.path.dirname(llama_index_utils.__file__), "_static/tiktoken_cache")
    os.environ[variable] = bundled
    try:
        return tiktoken.get_encoding("cl100k_base")
    finally:
        del os.environ[variable]
        if before is not None:
            os.environ[variable] = before


@lru_cache(maxsize=1024)
def count_tokens(text: str) -> int:
    """Count the tokens of a text."""
    return len(tokenizer().encode_ordinary(text))


Mode = Literal[
    "normal", "unknown_tool", "wrong_arguments", "unparseable", "endless", "slow", "error"
]


class OfflineLLM(LLM):
    """Stand in for an LLM with rules: read a ReAct prompt, plan integer arithmetic, use the tools.

    It is not a language model. The same prompt always gets the same reply, and what a tool should
    compute it never computes: each value it goes on with, and its answer, is read from an
    observation, so a broken tool gives a broken answer.
    """

    mode: Mode = Field(
        default="normal",
        description=(
            "How to misbehave. unknown_tool, wrong_arguments, unparseable: until an observation "
            "answers the question's first reply; endless: calls tools and never answers; slow: "
            "waits `delay` seconds; error: raises RuntimeError."
        ),
    )
    delay: float = Field(default=2.0, ge=0, description="Seconds that a reply takes in mode slow.")

    @classmethod
    def class_name(cls) -> str:
        return "OfflineLLM"

    @property
    def metadata(self) -> LLMMetadata:
        return LLMMetadata(
            model_name="offline-react",
            context_window=8192,
            is_chat_model=True,
            is_function_calling_model=False,
        )

    def reply(self, messages: Sequence[ChatMessage]) -> str:
        """Return the text of the reply to a prompt."""
        if self.mode == "error":
            raise RuntimeError("OfflineLLM gives no reply: its mode is 'error'.")
        prompt = read_prompt(messages)
        step = decide(prompt)
        if self.mode == "endless" and isinstance(step, Answer) and prompt.calls:
            last = prompt.calls[-1]
            step = Action("I had better check that once more.", last.name, last.arguments)
        if not prompt.observed and self.mode == "unparseable":
            return "Thought: A tool would help me here.\nAction: whichever tool fits, I suppose"
        if not prompt.observed and isinstance(step, Action):
            if self.mode == "unknown_tool":
                step = step._replace(name="calculator")
            elif self.mode == "wrong_arguments":
                left, right = step.arguments.values()
                step = step._replace(arguments={"first_number": left, "second_number": right})
        return step.text() if prompt.is_react or isinstance(step, Action) else step.answer

    def respond(self, messages: Sequence[ChatMessage]) -> ChatResponse:
        """Return the reply with its token usage, in the shape of an OpenAI chat completion."""
        text = self.reply(messages)
        # As OpenAI counts them: 3 tokens frame a message, 3 more begin the reply.
        prompt_tokens = 3 + sum(
            3 + count_tokens(message.role.value) + count_tokens(message.content or "")
            for message in messages
        )
        completion_tokens = count_tokens(text)
        usage = {
            "prompt_tokens": prompt_tokens,
            "completion_tokens": completion_tokens,
            "total_tokens": prompt_tokens + completion_tokens,
        }
        return ChatResponse(
            message=ChatMessage(role=MessageRole.ASSISTANT, content=text),
            raw={"object": "chat.completion", "model": self.metadata.model_name, "usage": usage},
        )

    def chunks(self, messages: Sequence[ChatMessage]) -> ChatResponseGen:
        """Yield the reply word by word; the last chunk carries the token usage."""
        whole = self.respond(messages)
        words = re.findall(r"\s*\S+", whole.message.content or "")
        for count, word in enumerate(words, start=1):
            so_far = ChatMessage(role=MessageRole.ASSISTANT, content="".join(words[:count]))
            raw = whole.raw if count == len(words) else None
            yield ChatResponse(message=so_far, delta=word, raw=raw)

    @property
    def wait(self) -> float:
        return self.delay if self.mode == "slow" else 0

    @llm_chat_callback()
    def chat(self, messages: Sequence[ChatMessage], **kwargs: Any) -> ChatResponse:
        time.sleep(self.wait)
        return self.respond(messages)

    @llm_chat_callback()
    async def achat(self, messages: Sequence[ChatMessage], **kwargs: Any) -> ChatResponse:
        await asyncio.sleep(self.wait)
        return self.respond(messages)

    @llm_chat_callback()
    def stream_chat(self, messages: Sequence[ChatMessage], **kwargs: Any) -> ChatResponseGen:
        time.sleep(self.wait)
        return self.chunks(messages)

    @llm_chat_callback()
    async def astream_chat(
        self, messages: Sequence[ChatMessage], **kwargs: Any
    ) -> ChatResponseAsyncGen:
        await asyncio.sleep(self.wait)

        async def stream() -> ChatResponseAsyncGen:
            for chunk in self.chunks(messages):
                yield chunk

        return stream()

    @llm_completion_callback()
    def complete(self, prompt: str, formatted: bool = False, **kwargs: Any) -> CompletionResponse:
        return convert.chat_to_completion_decorator(self.chat)(prompt)

    @llm_completion_callback()
    async def acomplete(
        self, prompt: str, formatted: bool = False, **kwargs: Any
    ) -> CompletionResponse:
        return await convert.achat_to_completion_decorator(self.achat)(prompt)

    @llm_completion_callback()
    def stream_complete(
        self, prompt: str, formatted: bool = False, **kwargs: Any
    ) -> CompletionResponseGen:
        return convert.stream_chat_to_completion_decorator(self.stream_chat)(prompt)

    @llm_completion_callback()
    async def astream_complete(
        self, prompt: str, formatted: bool = False, **kwargs: Any
    ) -> CompletionResponseAsyncGen:
        return await convert.astream_chat_to_completion_decorator(self.astream_chat)(prompt)
