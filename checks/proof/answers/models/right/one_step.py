# right: does everything in one step, with a loop
# %% script
import re

import mlflow
from llama_index.core import Settings
from llama_index.core.agent.react import ReActChatFormatter
from llama_index.core.agent.react.types import ActionReasoningStep, ObservationReasoningStep
from llama_index.core.llms import ChatMessage
from llama_index.core.tools import FunctionTool
from llama_index.core.workflow import StartEvent, StopEvent, Workflow, step


def add(x: int, y: int) -> int:
    """Add."""
    return x + y


def multiply(x: int, y: int) -> int:
    """Multiply."""
    return x * y


TOOLS = {fn.__name__: FunctionTool.from_defaults(fn=fn) for fn in (add, multiply)}
ACTION = re.compile(r"Action: (\w+)\s+Action Input: (\{.*\})")


class Loop(Workflow):
    history: list = []

    @step
    async def answer(self, ev: StartEvent) -> StopEvent:
        self.history = [*self.history, ChatMessage(role="user", content=ev.input)]
        history, reasoning = self.history, []
        result = "I could not find an answer in ten rounds."
        for _ in range(10):
            prompt = ReActChatFormatter().format(list(TOOLS.values()), history, reasoning)
            text = (await Settings.llm.achat(prompt)).message.content
            if "Answer:" in text:
                result = text.partition("Answer:")[2].strip()
                break
            reasoning.append(self.act(text, reasoning))
        self.history = [*self.history, ChatMessage(role="assistant", content=result)]
        return StopEvent(result=result)

    def act(self, text, reasoning):
        found = ACTION.search(text)
        if not found:
            return ObservationReasoningStep(observation="That is not the format I asked for!")
        name, arguments = found[1], eval(found[2])
        reasoning.append(ActionReasoningStep(thought="…", action=name, action_input=arguments))
        try:
            observed = TOOLS[name].call(**arguments).content
        except Exception as error:
            observed = f"This failed: {error!r}"
        return ObservationReasoningStep(observation=observed)


mlflow.models.set_model(Loop(timeout=60))
