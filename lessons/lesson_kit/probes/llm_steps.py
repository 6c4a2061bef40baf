"""Give the learner's step that asks the LLM the prompts of a check, each with an LLM of its own."""

from unittest import mock

from llama_index.core import Settings
from llama_index.core.llms import ChatMessage
from llama_index.core.workflow import StartEvent, step

from lesson_kit.private_names import settings_kept
from lesson_kit.probes import find, probe
from lesson_kit.probes.llms import FullLLM
from lesson_kit.probes.replies import Runs
from lesson_kit.probes.watched_steps import steps_watched
from lesson_kit.probes.workflows import run_once


@probe
async def ask(
    namespace, workflow: str, prompts: list, factors: list, forms: list, seconds: float = 4
) -> Runs:
    """Run a workflow once for each prompt, with an LLM of this factor and form in Settings.

    The same factor twice is the same LLM, with another form. The `responses` are the LLMs' own.
    A step `prepare` of ours takes the place of the learner's and hands the prompt on as it is.
    """
    found, input_event = find(namespace, workflow), find(namespace, "LLMInputEvent")

    class Given:
        @step
        async def prepare(self, ev: StartEvent) -> input_event:
            return input_event(input=[ChatMessage(**message) for message in ev.messages])

    reply: Runs = {"runs": [], "prompts": [], "responses": []}
    llms = {factor: FullLLM(factor=factor, form="") for factor in factors}
    with mock.patch.object(found, "prepare", Given.prepare), steps_watched():
        instance = found()
        for prompt, factor, form in zip(prompts, factors, forms, strict=True):
            llm = llms[factor]
            llm.form = form
            with settings_kept():
                Settings.llm = llm
                reply["runs"].append(await run_once(instance, {"messages": prompt}, seconds))
            asked, replied = llm.take()
            reply["prompts"] += asked
            reply["responses"] += replied
    return reply
