# %% right: one expression, the list unpacked
class Ask(Workflow):
    """Ask the LLM one question, offer it the tools, and give its reply as it is."""

    @step
    async def prepare(self, ev: StartEvent) -> LLMInputEvent:
        question = ChatMessage(role="user", content=ev.input)
        return LLMInputEvent(input=ReActChatFormatter().format(tools, [question]))

    # about 4 lines: the step invoke_llm
    @step
    async def invoke_llm(self, ev: LLMInputEvent) -> LLMOutputEvent:
        return LLMOutputEvent(response=await Settings.llm.achat([*ev.input]))

    @step
    async def tell(self, ev: LLMOutputEvent) -> StopEvent:
        return StopEvent(result=ev.response.message.content)


# %% right: messages by keyword, the LLM by a local name
class Ask(Workflow):
    """Ask the LLM one question, offer it the tools, and give its reply as it is."""

    @step
    async def prepare(self, ev: StartEvent) -> LLMInputEvent:
        question = ChatMessage(role="user", content=ev.input)
        return LLMInputEvent(input=ReActChatFormatter().format(tools, [question]))

    # about 4 lines: the step invoke_llm
    @step(num_workers=1)
    async def invoke_llm(self, prompt: LLMInputEvent) -> LLMOutputEvent:
        """Ask the LLM that is chosen now."""
        model = Settings.llm
        reply = await model.achat(messages=prompt.input)
        event = LLMOutputEvent(response=reply)
        return event

    @step
    async def tell(self, ev: LLMOutputEvent) -> StopEvent:
        return StopEvent(result=ev.response.message.content)


# %% right: a helper outside the class
from collections.abc import Sequence


async def reply_to(messages: Sequence[ChatMessage]):
    """Return the response of the LLM of the settings."""
    return await Settings.llm.achat(messages)


class Ask(Workflow):
    """Ask the LLM one question, offer it the tools, and give its reply as it is."""

    @step
    async def prepare(self, ev: StartEvent) -> LLMInputEvent:
        question = ChatMessage(role="user", content=ev.input)
        return LLMInputEvent(input=ReActChatFormatter().format(tools, [question]))

    # about 4 lines: the step invoke_llm
    @step
    async def invoke_llm(self, ev: LLMInputEvent) -> LLMOutputEvent:
        response = await reply_to(ev.input)
        return LLMOutputEvent(response=response)

    @step
    async def tell(self, ev: LLMOutputEvent) -> StopEvent:
        return StopEvent(result=ev.response.message.content)


# %% wrong: the name llm of the notebook
# breaks: The LLM is the one that `Settings.llm` holds when the step runs; another may be chosen between two runs, and the notebook's name `llm` would not know.
class Ask(Workflow):
    """Ask the LLM one question, offer it the tools, and give its reply as it is."""

    @step
    async def prepare(self, ev: StartEvent) -> LLMInputEvent:
        question = ChatMessage(role="user", content=ev.input)
        return LLMInputEvent(input=ReActChatFormatter().format(tools, [question]))

    # about 4 lines: the step invoke_llm
    @step
    async def invoke_llm(self, ev: LLMInputEvent) -> LLMOutputEvent:
        response = await llm.achat(ev.input)
        return LLMOutputEvent(response=response)

    @step
    async def tell(self, ev: LLMOutputEvent) -> StopEvent:
        return StopEvent(result=ev.response.message.content)


# %% wrong: chat without the a
# breaks: `chat` without it would make every other step and run wait.
class Ask(Workflow):
    """Ask the LLM one question, offer it the tools, and give its reply as it is."""

    @step
    async def prepare(self, ev: StartEvent) -> LLMInputEvent:
        question = ChatMessage(role="user", content=ev.input)
        return LLMInputEvent(input=ReActChatFormatter().format(tools, [question]))

    # about 4 lines: the step invoke_llm
    @step
    async def invoke_llm(self, ev: LLMInputEvent) -> LLMOutputEvent:
        response = Settings.llm.chat(ev.input)
        return LLMOutputEvent(response=response)

    @step
    async def tell(self, ev: LLMOutputEvent) -> StopEvent:
        return StopEvent(result=ev.response.message.content)


# %% wrong: a new response around the text
# breaks: returns the reply in an `LLMOutputEvent`: the response itself, unchanged, not only its text
class Ask(Workflow):
    """Ask the LLM one question, offer it the tools, and give its reply as it is."""

    @step
    async def prepare(self, ev: StartEvent) -> LLMInputEvent:
        question = ChatMessage(role="user", content=ev.input)
        return LLMInputEvent(input=ReActChatFormatter().format(tools, [question]))

    # about 4 lines: the step invoke_llm
    @step
    async def invoke_llm(self, ev: LLMInputEvent) -> LLMOutputEvent:
        response = await Settings.llm.achat(ev.input)
        message = ChatMessage(role="assistant", content=response.message.content)
        return LLMOutputEvent(response=type(response)(message=message))

    @step
    async def tell(self, ev: LLMOutputEvent) -> StopEvent:
        return StopEvent(result=ev.response.message.content)


# %% wrong: replies are remembered
# breaks: Each run asks anew, also when the messages are the same as before
class Ask(Workflow):
    """Ask the LLM one question, offer it the tools, and give its reply as it is."""

    @step
    async def prepare(self, ev: StartEvent) -> LLMInputEvent:
        question = ChatMessage(role="user", content=ev.input)
        return LLMInputEvent(input=ReActChatFormatter().format(tools, [question]))

    # about 4 lines: the step invoke_llm
    replies = {}

    @step
    async def invoke_llm(self, ev: LLMInputEvent) -> LLMOutputEvent:
        key = str(ev.input)
        if key not in self.replies:
            self.replies[key] = await Settings.llm.achat(ev.input)
        return LLMOutputEvent(response=self.replies[key])

    @step
    async def tell(self, ev: LLMOutputEvent) -> StopEvent:
        return StopEvent(result=ev.response.message.content)


# %% wrong: the reply is added to the messages
# breaks: the event stays as it was
class Ask(Workflow):
    """Ask the LLM one question, offer it the tools, and give its reply as it is."""

    @step
    async def prepare(self, ev: StartEvent) -> LLMInputEvent:
        question = ChatMessage(role="user", content=ev.input)
        return LLMInputEvent(input=ReActChatFormatter().format(tools, [question]))

    # about 4 lines: the step invoke_llm
    @step
    async def invoke_llm(self, ev: LLMInputEvent) -> LLMOutputEvent:
        response = await Settings.llm.achat(ev.input)
        ev.input.append(response.message)
        return LLMOutputEvent(response=response)

    @step
    async def tell(self, ev: LLMOutputEvent) -> StopEvent:
        return StopEvent(result=ev.response.message.content)


# %% wrong: system prompt and last message only
# breaks: sends its messages to the LLM in one call, all of them, as they are and in their order
class Ask(Workflow):
    """Ask the LLM one question, offer it the tools, and give its reply as it is."""

    @step
    async def prepare(self, ev: StartEvent) -> LLMInputEvent:
        question = ChatMessage(role="user", content=ev.input)
        return LLMInputEvent(input=ReActChatFormatter().format(tools, [question]))

    # about 4 lines: the step invoke_llm
    @step
    async def invoke_llm(self, ev: LLMInputEvent) -> LLMOutputEvent:
        messages = ev.input if len(ev.input) < 3 else [ev.input[0], ev.input[-1]]
        response = await Settings.llm.achat(messages)
        return LLMOutputEvent(response=response)

    @step
    async def tell(self, ev: LLMOutputEvent) -> StopEvent:
        return StopEvent(result=ev.response.message.content)
