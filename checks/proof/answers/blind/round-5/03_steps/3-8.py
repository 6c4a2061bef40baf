# %% right: all in one line
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


# %% right: a method without @step asks
class Ask(Workflow):
    """Ask the LLM one question, offer it the tools, and give its reply as it is."""

    @step
    async def prepare(self, ev: StartEvent) -> LLMInputEvent:
        question = ChatMessage(role="user", content=ev.input)
        return LLMInputEvent(input=ReActChatFormatter().format(tools, [question]))

    async def _ask(self, messages: list[ChatMessage]):
        chosen = Settings.llm
        return await chosen.achat(messages)

    @step
    async def invoke_llm(self, ev: LLMInputEvent) -> LLMOutputEvent:
        reply = await self._ask(ev.input)
        output = LLMOutputEvent(response=reply)
        return output

    @step
    async def tell(self, ev: LLMOutputEvent) -> StopEvent:
        return StopEvent(result=ev.response.message.content)


# %% right: a task with a copy of the list
class Ask(Workflow):
    """Ask the LLM one question, offer it the tools, and give its reply as it is."""

    @step
    async def prepare(self, ev: StartEvent) -> LLMInputEvent:
        question = ChatMessage(role="user", content=ev.input)
        return LLMInputEvent(input=ReActChatFormatter().format(tools, [question]))

    @step()
    async def invoke_llm(self, ctx: Context, ev: LLMInputEvent) -> LLMOutputEvent:
        """Hand the whole prompt to the chosen LLM."""
        asked = asyncio.create_task(Settings.llm.achat([*ev.input]))
        await asked
        return LLMOutputEvent(response=asked.result())

    @step
    async def tell(self, ev: LLMOutputEvent) -> StopEvent:
        return StopEvent(result=ev.response.message.content)


# %% wrong: the LLM of the notebook
# breaks: The LLM is the one that `Settings.llm` holds when the step runs; another may be chosen between two runs, and the notebook's name `llm` would not know.
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


# %% wrong: chat without the a
# breaks: `chat` without it would make every other step and run wait.
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


# %% wrong: the system message and the last one
# breaks: sends its messages to the LLM in one call, all of them, as they are and in their order
class Ask(Workflow):
    """Ask the LLM one question, offer it the tools, and give its reply as it is."""

    @step
    async def prepare(self, ev: StartEvent) -> LLMInputEvent:
        question = ChatMessage(role="user", content=ev.input)
        return LLMInputEvent(input=ReActChatFormatter().format(tools, [question]))

    @step
    async def invoke_llm(self, ev: LLMInputEvent) -> LLMOutputEvent:
        system, question = ev.input[0], ev.input[-1]
        response = await Settings.llm.achat([system, question])
        return LLMOutputEvent(response=response)

    @step
    async def tell(self, ev: LLMOutputEvent) -> StopEvent:
        return StopEvent(result=ev.response.message.content)


# %% wrong: the reply joins the messages
# breaks: the event stays as it was
class Ask(Workflow):
    """Ask the LLM one question, offer it the tools, and give its reply as it is."""

    @step
    async def prepare(self, ev: StartEvent) -> LLMInputEvent:
        question = ChatMessage(role="user", content=ev.input)
        return LLMInputEvent(input=ReActChatFormatter().format(tools, [question]))

    @step
    async def invoke_llm(self, ev: LLMInputEvent) -> LLMOutputEvent:
        messages = ev.input
        response = await Settings.llm.achat(messages)
        messages.append(response.message)
        return LLMOutputEvent(response=response)

    @step
    async def tell(self, ev: LLMOutputEvent) -> StopEvent:
        return StopEvent(result=ev.response.message.content)


# %% wrong: remembers the replies
# breaks: Each run asks anew, also when the messages are the same as before
class Ask(Workflow):
    """Ask the LLM one question, offer it the tools, and give its reply as it is."""

    @step
    async def prepare(self, ev: StartEvent) -> LLMInputEvent:
        question = ChatMessage(role="user", content=ev.input)
        return LLMInputEvent(input=ReActChatFormatter().format(tools, [question]))

    replies: dict = {}

    @step
    async def invoke_llm(self, ev: LLMInputEvent) -> LLMOutputEvent:
        key = tuple(str(message) for message in ev.input)
        if key not in self.replies:
            self.replies[key] = await Settings.llm.achat(ev.input)
        return LLMOutputEvent(response=self.replies[key])

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
