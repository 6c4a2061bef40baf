"""Give the learner's step that asks the LLM the prompts of a check, each with an LLM of its own."""

from unittest import mock

from llama_index.core.llms import ChatMessage
from llama_index.core.workflow import StartEvent, step

from lesson_kit.probes import find, probe
from lesson_kit.probes.replies import Runs
from lesson_kit.probes.watched_steps import steps_watched
from lesson_kit.probes.workflows import run_once, using_llm


@probe
async def ask(namespace, workflow: str, prompts: list, factors: list, seconds: float = 4) -> Runs:
    """Run a workflow once for each prompt, with another LLM in Settings each time.

    A step `prepare` of ours takes the place of the learner's and hands the prompt on as it is.
    """
    found, input_event = find(namespace, workflow), find(namespace, "LLMInputEvent")

    class Given:
        @step
        async def prepare(self, ev: StartEvent) -> input_event:
            return input_event(input=[ChatMessage(**message) for message in ev.messages])

    reply: Runs = {"runs": [], "prompts": []}
    with mock.patch.object(found, "prepare", Given.prepare), steps_watched():
        instance = found()
        for prompt, factor in zip(prompts, factors, strict=True):
            with using_llm({"factor": factor}) as watched:
                reply["runs"].append(await run_once(instance, {"messages": prompt}, seconds))
            reply["prompts"] += watched.prompts
    return reply
