"""A notebook in the published tutorial's shape, all marked cells in one file, for tests.

    path = write_notebook(tmp_path / "tutorial.ipynb", TUTORIAL)

Its agent is smaller than the lessons': the tests must not lean on the solutions.
"""

import json
from pathlib import Path

TUTORIAL = '''
# %% md
# A tool-calling agent

# %% imports
# [USE IN MODEL]
from llama_index.core import Settings
from llama_index.core.agent.react import ReActChatFormatter, ReActOutputParser
from llama_index.core.agent.react.types import ActionReasoningStep, ObservationReasoningStep
from llama_index.core.llms import ChatMessage, ChatResponse
from llama_index.core.llms.llm import ToolSelection
from llama_index.core.memory import ChatMemoryBuffer
from llama_index.core.tools import FunctionTool, ToolOutput

# %% tools
# [USE IN MODEL]
def add(x: int, y: int) -> int:
    """Add two integers."""
    return x + y
def multiply(x: int, y: int) -> int:
    """Multiply two integers."""
    return x * y

tools = [FunctionTool.from_defaults(fn=add), FunctionTool.from_defaults(fn=multiply)]

# %% try-tools
print(add(2, 3))

# %% events
# [USE IN MODEL]
from llama_index.core.workflow import Event, StartEvent, StopEvent

class PrepEvent(Event):
    pass

class LLMInputEvent(Event):
    input: list[ChatMessage]

class LLMOutputEvent(Event):
    response: ChatResponse

class ToolCallEvent(Event):
    tool_calls: list[ToolSelection]

class ToolOutputEvent(Event):
    output: ToolOutput

# %% agent
# [USE IN MODEL]
from llama_index.core.workflow import Context, Workflow, step

class ReActAgent(Workflow):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.tools = tools
        self.memory = ChatMemoryBuffer.from_defaults()

    @step
    async def new_user_msg(self, ctx: Context, ev: StartEvent) -> PrepEvent:
        self.memory.put(ChatMessage(role="user", content=ev.input))
        await ctx.store.set("steps", [])
        return PrepEvent()

    @step
    async def prepare_llm_prompt(self, ctx: Context, ev: PrepEvent) -> LLMInputEvent:
        steps = await ctx.store.get("steps")
        formatter = ReActChatFormatter()
        return LLMInputEvent(input=formatter.format(self.tools, self.memory.get(), steps))

    @step
    async def invoke_llm(self, ev: LLMInputEvent) -> LLMOutputEvent:
        return LLMOutputEvent(response=await Settings.llm.achat(ev.input))

    @step
    async def handle_llm_response(
        self, ctx: Context, ev: LLMOutputEvent
    ) -> ToolCallEvent | PrepEvent | StopEvent:
        found = ReActOutputParser().parse(ev.response.message.content)
        async with ctx.store.edit_state() as state:
            state["steps"] = [*state["steps"], found]
        if found.is_done:
            return StopEvent(result=found.response)
        if isinstance(found, ActionReasoningStep):
            wanted = {"tool_name": found.action, "tool_kwargs": found.action_input}
            return ToolCallEvent(tool_calls=[ToolSelection(tool_id="1", **wanted)])
        return PrepEvent()

    @step
    async def handle_tool_calls(self, ctx: Context, ev: ToolCallEvent) -> PrepEvent:
        by_name = {tool.metadata.name: tool for tool in self.tools}
        for call in ev.tool_calls:
            output = by_name[call.tool_name](**call.tool_kwargs)
            async with ctx.store.edit_state() as state:
                seen = ObservationReasoningStep(observation=output.content)
                state["steps"] = [*state["steps"], seen]
        return PrepEvent()

agent = ReActAgent(timeout=180)

# %% run
await agent.run(input="What is (123 + 456) * 789?")
'''


def make_notebook(text: str) -> dict:
    """Return a notebook whose cells begin at lines `# %% NAME`; `md…` makes a Markdown cell."""
    cells = []
    for piece in text.split("# %% ")[1:]:
        name, _, source = piece.partition("\n")
        kind = "markdown" if name.startswith("md") else "code"
        lines = source.removesuffix("\n\n").removesuffix("\n").splitlines(keepends=True)
        cells.append({"cell_type": kind, "id": name, "metadata": {}, "source": lines})
    return {"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 5}


def write_notebook(path: Path, text: str) -> Path:
    """Write the notebook of a text, and return its path."""
    path.write_text(json.dumps(make_notebook(text)), encoding="utf-8")
    return path
