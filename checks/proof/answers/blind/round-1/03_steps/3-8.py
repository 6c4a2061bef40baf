# %% right: one line
class Ask(Workflow):
    """Ask the LLM one question, offer it the tools, and give its reply as it is."""

    @step
    async def prepare(self, ev: StartEvent) -> LLMInputEvent:
        question = ChatMessage(role="user", content=ev.input)
        return LLMInputEvent(input=ReActChatFormatter().format(tools, [question]))

    @step
    async def invoke_llm(self, ev: LLMInputEvent) -> LLMOutputEvent:
        return LLMOutputEvent(response=await Settings.llm.achat(messages=ev.input))

    @step
    async def tell(self, ev: LLMOutputEvent) -> StopEvent:
        return StopEvent(result=ev.response.message.content)


# %% right: local names and a copied list
class Ask(Workflow):
    """Ask the LLM one question, offer it the tools, and give its reply as it is."""

    @step
    async def prepare(self, ev: StartEvent) -> LLMInputEvent:
        question = ChatMessage(role="user", content=ev.input)
        return LLMInputEvent(input=ReActChatFormatter().format(tools, [question]))

    @step
    async def invoke_llm(self, ev: LLMInputEvent) -> LLMOutputEvent:
        model = Settings.llm
        messages = list(ev.input)
        reply = await model.achat(messages)
        return LLMOutputEvent(response=reply)

    @step
    async def tell(self, ev: LLMOutputEvent) -> StopEvent:
        return StopEvent(result=ev.response.message.content)


# %% right: helper method and an awaited coroutine
class Ask(Workflow):
    """Ask the LLM one question, offer it the tools, and give its reply as it is."""

    @step
    async def prepare(self, ev: StartEvent) -> LLMInputEvent:
        question = ChatMessage(role="user", content=ev.input)
        return LLMInputEvent(input=ReActChatFormatter().format(tools, [question]))

    async def _reply(self, messages: list[ChatMessage]):
        return await Settings.llm.achat([*messages])

    @step
    async def invoke_llm(self, event: LLMInputEvent) -> LLMOutputEvent:
        coming = self._reply(event.input)
        return LLMOutputEvent(response=await coming)

    @step
    async def tell(self, ev: LLMOutputEvent) -> StopEvent:
        return StopEvent(result=ev.response.message.content)


# %% wrong: the LLM of the notebook
# breaks: The LLM is what `Settings.llm` holds at that moment; another may be chosen between two runs, and the notebook's name `llm` would not know.
class Ask(Workflow):
    """Ask the LLM one question, offer it the tools, and give its reply as it is."""

    @step
    async def prepare(self, ev: StartEvent) -> LLMInputEvent:
        question = ChatMessage(role="user", content=ev.input)
        return LLMInputEvent(input=ReActChatFormatter().format(tools, [question]))

    @step
    async def invoke_llm(self, ev: LLMInputEvent) -> LLMOutputEvent:
        response = await llm.achat(ev.input)
        return LLMOutputEvent(response=response)

    @step
    async def tell(self, ev: LLMOutputEvent) -> StopEvent:
        return StopEvent(result=ev.response.message.content)


# %% wrong: without waiting for others
# breaks: The `a` stands for async: `chat` without it would make every other step and run wait.
class Ask(Workflow):
    """Ask the LLM one question, offer it the tools, and give its reply as it is."""

    @step
    async def prepare(self, ev: StartEvent) -> LLMInputEvent:
        question = ChatMessage(role="user", content=ev.input)
        return LLMInputEvent(input=ReActChatFormatter().format(tools, [question]))

    @step
    async def invoke_llm(self, ev: LLMInputEvent) -> LLMOutputEvent:
        response = Settings.llm.chat(ev.input)
        return LLMOutputEvent(response=response)

    @step
    async def tell(self, ev: LLMOutputEvent) -> StopEvent:
        return StopEvent(result=ev.response.message.content)


# %% wrong: LLM is kept when the workflow is built
# breaks: The LLM is what `Settings.llm` holds at that moment; another may be chosen between two runs, and the notebook's name `llm` would not know.
class Ask(Workflow):
    """Ask the LLM one question, offer it the tools, and give its reply as it is."""

    @step
    async def prepare(self, ev: StartEvent) -> LLMInputEvent:
        question = ChatMessage(role="user", content=ev.input)
        return LLMInputEvent(input=ReActChatFormatter().format(tools, [question]))

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.model = Settings.llm

    @step
    async def invoke_llm(self, ev: LLMInputEvent) -> LLMOutputEvent:
        response = await self.model.achat(ev.input)
        return LLMOutputEvent(response=response)

    @step
    async def tell(self, ev: LLMOutputEvent) -> StopEvent:
        return StopEvent(result=ev.response.message.content)


# %% wrong: packs the text anew
# breaks: returns the reply in an `LLMOutputEvent`: the response itself, not only its text
class Ask(Workflow):
    """Ask the LLM one question, offer it the tools, and give its reply as it is."""

    @step
    async def prepare(self, ev: StartEvent) -> LLMInputEvent:
        question = ChatMessage(role="user", content=ev.input)
        return LLMInputEvent(input=ReActChatFormatter().format(tools, [question]))

    @step
    async def invoke_llm(self, ev: LLMInputEvent) -> LLMOutputEvent:
        response = await Settings.llm.achat(ev.input)
        reply = ChatMessage(role="assistant", content=response.message.content)
        return LLMOutputEvent(response=ChatResponse(message=reply))

    @step
    async def tell(self, ev: LLMOutputEvent) -> StopEvent:
        return StopEvent(result=ev.response.message.content)


# %% wrong: first and last message only
# breaks: sends its messages to the LLM in one call, all of them and in their order
class Ask(Workflow):
    """Ask the LLM one question, offer it the tools, and give its reply as it is."""

    @step
    async def prepare(self, ev: StartEvent) -> LLMInputEvent:
        question = ChatMessage(role="user", content=ev.input)
        return LLMInputEvent(input=ReActChatFormatter().format(tools, [question]))

    @step
    async def invoke_llm(self, ev: LLMInputEvent) -> LLMOutputEvent:
        messages = [ev.input[0], ev.input[-1]]
        response = await Settings.llm.achat(messages)
        return LLMOutputEvent(response=response)

    @step
    async def tell(self, ev: LLMOutputEvent) -> StopEvent:
        return StopEvent(result=ev.response.message.content)


# %% wrong: asks again where the reply is short
# breaks: sends its messages to the LLM in one call, all of them and in their order
class Ask(Workflow):
    """Ask the LLM one question, offer it the tools, and give its reply as it is."""

    @step
    async def prepare(self, ev: StartEvent) -> LLMInputEvent:
        question = ChatMessage(role="user", content=ev.input)
        return LLMInputEvent(input=ReActChatFormatter().format(tools, [question]))

    @step
    async def invoke_llm(self, ev: LLMInputEvent) -> LLMOutputEvent:
        response = await Settings.llm.achat(ev.input)
        if "Thought:" not in (response.message.content or ""):
            response = await Settings.llm.achat(ev.input)
        return LLMOutputEvent(response=response)

    @step
    async def tell(self, ev: LLMOutputEvent) -> StopEvent:
        return StopEvent(result=ev.response.message.content)


# %% wrong: cuts blanks off the reply
# breaks: returns the reply in an `LLMOutputEvent`: the response itself, not only its text
class Ask(Workflow):
    """Ask the LLM one question, offer it the tools, and give its reply as it is."""

    @step
    async def prepare(self, ev: StartEvent) -> LLMInputEvent:
        question = ChatMessage(role="user", content=ev.input)
        return LLMInputEvent(input=ReActChatFormatter().format(tools, [question]))

    @step
    async def invoke_llm(self, ev: LLMInputEvent) -> LLMOutputEvent:
        response = await Settings.llm.achat(ev.input)
        response.message.content = (response.message.content or "").strip()
        return LLMOutputEvent(response=response)

    @step
    async def tell(self, ev: LLMOutputEvent) -> StopEvent:
        return StopEvent(result=ev.response.message.content)


# %% wrong: same prompt, same reply
# breaks: sends its messages to the LLM in one call, all of them and in their order
class Ask(Workflow):
    """Ask the LLM one question, offer it the tools, and give its reply as it is."""

    @step
    async def prepare(self, ev: StartEvent) -> LLMInputEvent:
        question = ChatMessage(role="user", content=ev.input)
        return LLMInputEvent(input=ReActChatFormatter().format(tools, [question]))

    replies: dict[str, ChatResponse] = {}

    @step
    async def invoke_llm(self, ev: LLMInputEvent) -> LLMOutputEvent:
        key = "\n".join(str(message) for message in ev.input)
        if key not in self.replies:
            self.replies[key] = await Settings.llm.achat(ev.input)
        return LLMOutputEvent(response=self.replies[key])

    @step
    async def tell(self, ev: LLMOutputEvent) -> StopEvent:
        return StopEvent(result=ev.response.message.content)


# %% wrong: system messages moved to the front
# breaks: sends its messages to the LLM in one call, all of them and in their order
class Ask(Workflow):
    """Ask the LLM one question, offer it the tools, and give its reply as it is."""

    @step
    async def prepare(self, ev: StartEvent) -> LLMInputEvent:
        question = ChatMessage(role="user", content=ev.input)
        return LLMInputEvent(input=ReActChatFormatter().format(tools, [question]))

    @step
    async def invoke_llm(self, ev: LLMInputEvent) -> LLMOutputEvent:
        messages = sorted(ev.input, key=lambda message: message.role != "system")
        response = await Settings.llm.achat(messages)
        return LLMOutputEvent(response=response)

    @step
    async def tell(self, ev: LLMOutputEvent) -> StopEvent:
        return StopEvent(result=ev.response.message.content)
