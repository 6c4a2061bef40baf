# %% right: one expression
class Ask(Workflow):
    """Ask the LLM one question, offer it the tools, and give its reply as it is."""

    @step
    async def prepare(self, ev: StartEvent) -> LLMInputEvent:
        question = ChatMessage(role="user", content=ev.input)
        return LLMInputEvent(input=ReActChatFormatter().format(tools, [question]))

    @step
    async def invoke_llm(self, ev: LLMInputEvent) -> LLMOutputEvent:
        return LLMOutputEvent(response=await Settings.llm.achat(ev.input))

    @step
    async def tell(self, ev: LLMOutputEvent) -> StopEvent:
        return StopEvent(result=ev.response.message.content)


# %% right: a copy of the list, with the context
class Ask(Workflow):
    """Ask the LLM one question, offer it the tools, and give its reply as it is."""

    @step
    async def prepare(self, ev: StartEvent) -> LLMInputEvent:
        question = ChatMessage(role="user", content=ev.input)
        return LLMInputEvent(input=ReActChatFormatter().format(tools, [question]))

    @step
    async def invoke_llm(self, ctx: Context, ev: LLMInputEvent) -> LLMOutputEvent:
        chosen = Settings.llm
        messages = list(ev.input)
        reply = await chosen.achat(messages)
        event = LLMOutputEvent(response=reply)
        return event

    @step
    async def tell(self, ev: LLMOutputEvent) -> StopEvent:
        return StopEvent(result=ev.response.message.content)


# %% right: helper function
async def ask_chosen_llm(messages: list[ChatMessage]) -> ChatResponse:
    """Ask the LLM that is chosen now."""
    return await Settings.llm.achat(messages)


class Ask(Workflow):
    """Ask the LLM one question, offer it the tools, and give its reply as it is."""

    @step
    async def prepare(self, ev: StartEvent) -> LLMInputEvent:
        question = ChatMessage(role="user", content=ev.input)
        return LLMInputEvent(input=ReActChatFormatter().format(tools, [question]))

    @step
    async def invoke_llm(self, ev: LLMInputEvent) -> LLMOutputEvent:
        response = await ask_chosen_llm(ev.input)
        return LLMOutputEvent(response=response)

    @step
    async def tell(self, ev: LLMOutputEvent) -> StopEvent:
        return StopEvent(result=ev.response.message.content)


# %% wrong: the LLM of the notebook
# breaks: The LLM is the one that `Settings.llm` holds when the step runs
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


# %% wrong: a new response with the text only
# breaks: the response itself, unchanged, not only its text
class Ask(Workflow):
    """Ask the LLM one question, offer it the tools, and give its reply as it is."""

    @step
    async def prepare(self, ev: StartEvent) -> LLMInputEvent:
        question = ChatMessage(role="user", content=ev.input)
        return LLMInputEvent(input=ReActChatFormatter().format(tools, [question]))

    @step
    async def invoke_llm(self, ev: LLMInputEvent) -> LLMOutputEvent:
        response = await Settings.llm.achat(ev.input)
        message = ChatMessage(role="assistant", content=response.message.content)
        return LLMOutputEvent(response=ChatResponse(message=message))

    @step
    async def tell(self, ev: LLMOutputEvent) -> StopEvent:
        return StopEvent(result=ev.response.message.content)


# %% wrong: asks again after an empty reply
# breaks: sends its messages to the LLM in one call
class Ask(Workflow):
    """Ask the LLM one question, offer it the tools, and give its reply as it is."""

    @step
    async def prepare(self, ev: StartEvent) -> LLMInputEvent:
        question = ChatMessage(role="user", content=ev.input)
        return LLMInputEvent(input=ReActChatFormatter().format(tools, [question]))

    @step
    async def invoke_llm(self, ev: LLMInputEvent) -> LLMOutputEvent:
        response = await Settings.llm.achat(ev.input)
        if not response.message.content:
            response = await Settings.llm.achat(ev.input)
        return LLMOutputEvent(response=response)

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


# %% wrong: system prompt and last message only
# breaks: all of them, as they are and in their order
class Ask(Workflow):
    """Ask the LLM one question, offer it the tools, and give its reply as it is."""

    @step
    async def prepare(self, ev: StartEvent) -> LLMInputEvent:
        question = ChatMessage(role="user", content=ev.input)
        return LLMInputEvent(input=ReActChatFormatter().format(tools, [question]))

    @step
    async def invoke_llm(self, ev: LLMInputEvent) -> LLMOutputEvent:
        messages = ev.input if len(ev.input) < 3 else [ev.input[0], ev.input[-1]]
        response = await Settings.llm.achat(messages)
        return LLMOutputEvent(response=response)

    @step
    async def tell(self, ev: LLMOutputEvent) -> StopEvent:
        return StopEvent(result=ev.response.message.content)


# %% wrong: the reply is added to the event
# breaks: the event stays as it was
class Ask(Workflow):
    """Ask the LLM one question, offer it the tools, and give its reply as it is."""

    @step
    async def prepare(self, ev: StartEvent) -> LLMInputEvent:
        question = ChatMessage(role="user", content=ev.input)
        return LLMInputEvent(input=ReActChatFormatter().format(tools, [question]))

    @step
    async def invoke_llm(self, ev: LLMInputEvent) -> LLMOutputEvent:
        response = await Settings.llm.achat(ev.input)
        ev.input.append(response.message)
        return LLMOutputEvent(response=response)

    @step
    async def tell(self, ev: LLMOutputEvent) -> StopEvent:
        return StopEvent(result=ev.response.message.content)
