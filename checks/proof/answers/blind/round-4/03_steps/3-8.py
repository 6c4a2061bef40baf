# %% right: all in one expression
class Ask(Workflow):
    """Ask the LLM one question, offer it the tools, and give its reply as it is."""

    @step
    async def prepare(self, ev: StartEvent) -> LLMInputEvent:
        question = ChatMessage(role="user", content=ev.input)
        return LLMInputEvent(input=ReActChatFormatter().format(tools, [question]))

    @step
    async def invoke_llm(self, ev: LLMInputEvent) -> LLMOutputEvent:
        """Ask the LLM."""
        return LLMOutputEvent(response=await Settings.llm.achat(messages=ev.input))

    @step
    async def tell(self, ev: LLMOutputEvent) -> StopEvent:
        return StopEvent(result=ev.response.message.content)


# %% right: a helper asks
class Ask(Workflow):
    """Ask the LLM one question, offer it the tools, and give its reply as it is."""

    @step
    async def prepare(self, ev: StartEvent) -> LLMInputEvent:
        question = ChatMessage(role="user", content=ev.input)
        return LLMInputEvent(input=ReActChatFormatter().format(tools, [question]))

    @staticmethod
    async def reply_to(messages: list[ChatMessage]):
        """Wait for the reply of the LLM that is chosen now."""
        chosen = Settings.llm
        return await chosen.achat(messages)

    @step(num_workers=2)
    async def invoke_llm(self, ev: LLMInputEvent) -> LLMOutputEvent:
        reply = await self.reply_to(list(ev.input))
        event = LLMOutputEvent(response=reply)
        return event

    @step
    async def tell(self, ev: LLMOutputEvent) -> StopEvent:
        return StopEvent(result=ev.response.message.content)


# %% right: the context is taken, the call is a task
class Ask(Workflow):
    """Ask the LLM one question, offer it the tools, and give its reply as it is."""

    @step
    async def prepare(self, ev: StartEvent) -> LLMInputEvent:
        question = ChatMessage(role="user", content=ev.input)
        return LLMInputEvent(input=ReActChatFormatter().format(tools, [question]))

    @step
    async def invoke_llm(self, ctx: Context, ev: LLMInputEvent) -> LLMOutputEvent:
        messages = [*ev.input]
        asked = asyncio.create_task(Settings.llm.achat(messages))
        return LLMOutputEvent(**{"response": await asked})

    @step
    async def tell(self, ev: LLMOutputEvent) -> StopEvent:
        return StopEvent(result=ev.response.message.content)


# %% wrong: the LLM of the time when the class was made
# breaks: The LLM is the one that `Settings.llm` holds when the step runs
class Ask(Workflow):
    """Ask the LLM one question, offer it the tools, and give its reply as it is."""

    @step
    async def prepare(self, ev: StartEvent) -> LLMInputEvent:
        question = ChatMessage(role="user", content=ev.input)
        return LLMInputEvent(input=ReActChatFormatter().format(tools, [question]))

    chosen_llm = Settings.llm

    @step
    async def invoke_llm(self, ev: LLMInputEvent) -> LLMOutputEvent:
        response = await self.chosen_llm.achat(ev.input)
        return LLMOutputEvent(response=response)

    @step
    async def tell(self, ev: LLMOutputEvent) -> StopEvent:
        return StopEvent(result=ev.response.message.content)


# %% wrong: chat without a
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


# %% wrong: only the message of the response
# breaks: returns the reply in an `LLMOutputEvent`: the response itself, unchanged, not only its text
class Ask(Workflow):
    """Ask the LLM one question, offer it the tools, and give its reply as it is."""

    @step
    async def prepare(self, ev: StartEvent) -> LLMInputEvent:
        question = ChatMessage(role="user", content=ev.input)
        return LLMInputEvent(input=ReActChatFormatter().format(tools, [question]))

    @step
    async def invoke_llm(self, ev: LLMInputEvent) -> LLMOutputEvent:
        response = await Settings.llm.achat(ev.input)
        return LLMOutputEvent(response=ChatResponse(message=response.message))

    @step
    async def tell(self, ev: LLMOutputEvent) -> StopEvent:
        return StopEvent(result=ev.response.message.content)


# %% wrong: the first and the last message
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


# %% wrong: remembers replies
# breaks: Each run asks anew, also when the messages are the same as before
class Ask(Workflow):
    """Ask the LLM one question, offer it the tools, and give its reply as it is."""

    @step
    async def prepare(self, ev: StartEvent) -> LLMInputEvent:
        question = ChatMessage(role="user", content=ev.input)
        return LLMInputEvent(input=ReActChatFormatter().format(tools, [question]))

    replies: dict[str, ChatResponse] = {}

    @step
    async def invoke_llm(self, ev: LLMInputEvent) -> LLMOutputEvent:
        key = str(ev.input)
        if key not in self.replies:
            self.replies[key] = await Settings.llm.achat(ev.input)
        return LLMOutputEvent(response=self.replies[key])

    @step
    async def tell(self, ev: LLMOutputEvent) -> StopEvent:
        return StopEvent(result=ev.response.message.content)


# %% wrong: the reply goes to the messages
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
