# %% right: in one line
class Ask(Workflow):
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


# %% wrong: another name, with the Context
# check: passes_the_response_on
# says: Its steps are prepare, invoke_llm and tell
class Ask(Workflow):
    @step
    async def prepare(self, ev: StartEvent) -> LLMInputEvent:
        question = ChatMessage(role="user", content=ev.input)
        return LLMInputEvent(input=ReActChatFormatter().format(tools, [question]))

    @step
    async def think(self, ctx: Context, ev: LLMInputEvent) -> LLMOutputEvent:
        llm = Settings.llm
        reply = await llm.achat(messages=ev.input)
        return LLMOutputEvent(response=reply)

    @step
    async def tell(self, ev: LLMOutputEvent) -> StopEvent:
        return StopEvent(result=ev.response.message.content)


# %% right: chat in a thread of its own
class Ask(Workflow):
    @step
    async def prepare(self, ev: StartEvent) -> LLMInputEvent:
        question = ChatMessage(role="user", content=ev.input)
        return LLMInputEvent(input=ReActChatFormatter().format(tools, [question]))

    @step
    async def invoke_llm(self, ev: LLMInputEvent) -> LLMOutputEvent:
        response = await asyncio.to_thread(Settings.llm.chat, ev.input)
        return LLMOutputEvent(response=response)

    @step
    async def tell(self, ev: LLMOutputEvent) -> StopEvent:
        return StopEvent(result=ev.response.message.content)


# %% wrong: chat, which blocks
# check: lets_other_runs_go_on
# says: While chat waits, everything waits
class Ask(Workflow):
    @step
    async def prepare(self, ev: StartEvent) -> LLMInputEvent:
        question = ChatMessage(role="user", content=ev.input)
        return LLMInputEvent(input=ReActChatFormatter().format(tools, [question]))

    @step
    async def invoke_llm(self, ev: LLMInputEvent) -> LLMOutputEvent:
        return LLMOutputEvent(response=Settings.llm.chat(ev.input))

    @step
    async def tell(self, ev: LLMOutputEvent) -> StopEvent:
        return StopEvent(result=ev.response.message.content)


# %% wrong: forgets to await
# check: gives_the_reply
# says: A coroutine is no value yet
class Ask(Workflow):
    @step
    async def prepare(self, ev: StartEvent) -> LLMInputEvent:
        question = ChatMessage(role="user", content=ev.input)
        return LLMInputEvent(input=ReActChatFormatter().format(tools, [question]))

    @step
    async def invoke_llm(self, ev: LLMInputEvent) -> LLMOutputEvent:
        return LLMOutputEvent(response=Settings.llm.achat(ev.input))

    @step
    async def tell(self, ev: LLMOutputEvent) -> StopEvent:
        return StopEvent(result=ev.response.message.content)


# %% wrong: the message instead of the response
# check: gives_the_reply
# says: its field response
class Ask(Workflow):
    @step
    async def prepare(self, ev: StartEvent) -> LLMInputEvent:
        question = ChatMessage(role="user", content=ev.input)
        return LLMInputEvent(input=ReActChatFormatter().format(tools, [question]))

    @step
    async def invoke_llm(self, ev: LLMInputEvent) -> LLMOutputEvent:
        response = await Settings.llm.achat(ev.input)
        return LLMOutputEvent(response=response.message)

    @step
    async def tell(self, ev: LLMOutputEvent) -> StopEvent:
        return StopEvent(result=ev.response.message.content)


# %% wrong: only the last message
# check: asks_with_the_whole_prompt
# says: the whole list
class Ask(Workflow):
    @step
    async def prepare(self, ev: StartEvent) -> LLMInputEvent:
        question = ChatMessage(role="user", content=ev.input)
        return LLMInputEvent(input=ReActChatFormatter().format(tools, [question]))

    @step
    async def invoke_llm(self, ev: LLMInputEvent) -> LLMOutputEvent:
        response = await Settings.llm.achat(ev.input[-1:])
        return LLMOutputEvent(response=response)

    @step
    async def tell(self, ev: LLMOutputEvent) -> StopEvent:
        return StopEvent(result=ev.response.message.content)


# %% wrong: asks twice
# check: asks_with_the_whole_prompt
# says: in a single call
class Ask(Workflow):
    @step
    async def prepare(self, ev: StartEvent) -> LLMInputEvent:
        question = ChatMessage(role="user", content=ev.input)
        return LLMInputEvent(input=ReActChatFormatter().format(tools, [question]))

    @step
    async def invoke_llm(self, ev: LLMInputEvent) -> LLMOutputEvent:
        await Settings.llm.achat(ev.input)
        return LLMOutputEvent(response=await Settings.llm.achat(ev.input))

    @step
    async def tell(self, ev: LLMOutputEvent) -> StopEvent:
        return StopEvent(result=ev.response.message.content)


# %% wrong: returns the bare response
# check: gives_the_reply
# says: A step returns an event object
class Ask(Workflow):
    @step
    async def prepare(self, ev: StartEvent) -> LLMInputEvent:
        question = ChatMessage(role="user", content=ev.input)
        return LLMInputEvent(input=ReActChatFormatter().format(tools, [question]))

    @step
    async def invoke_llm(self, ev: LLMInputEvent) -> LLMOutputEvent:
        return await Settings.llm.achat(ev.input)

    @step
    async def tell(self, ev: LLMOutputEvent) -> StopEvent:
        return StopEvent(result=ev.response.message.content)


# %% wrong: an LLM of its own
# check: gives_the_reply
# says: what the LLM in Settings.llm has replied
class Ask(Workflow):
    @step
    async def prepare(self, ev: StartEvent) -> LLMInputEvent:
        question = ChatMessage(role="user", content=ev.input)
        return LLMInputEvent(input=ReActChatFormatter().format(tools, [question]))

    @step
    async def invoke_llm(self, ev: LLMInputEvent) -> LLMOutputEvent:
        from lesson_kit import OfflineLLM

        return LLMOutputEvent(response=await OfflineLLM().achat(ev.input))

    @step
    async def tell(self, ev: LLMOutputEvent) -> StopEvent:
        return StopEvent(result=ev.response.message.content)


# %% wrong: left out
# check: gives_the_reply
# says: The steps do not fit together
class Ask(Workflow):
    @step
    async def prepare(self, ev: StartEvent) -> LLMInputEvent:
        question = ChatMessage(role="user", content=ev.input)
        return LLMInputEvent(input=ReActChatFormatter().format(tools, [question]))

    @step
    async def tell(self, ev: LLMOutputEvent) -> StopEvent:
        return StopEvent(result=ev.response.message.content)


# %% wrong: the notebook's llm
# check: gives_the_reply
# says: what the LLM in Settings.llm has replied
class Ask(Workflow):

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


# %% wrong: keeps the LLM of the first run
# check: asks_the_llm_of_the_moment
# says: another LLM than before
class Ask(Workflow):
    asked = None


    @step
    async def prepare(self, ev: StartEvent) -> LLMInputEvent:
        question = ChatMessage(role="user", content=ev.input)
        return LLMInputEvent(input=ReActChatFormatter().format(tools, [question]))

    @step
    async def invoke_llm(self, ev: LLMInputEvent) -> LLMOutputEvent:
        self.asked = self.asked or Settings.llm
        response = await self.asked.achat(ev.input)
        return LLMOutputEvent(response=response)

    @step
    async def tell(self, ev: LLMOutputEvent) -> StopEvent:
        return StopEvent(result=ev.response.message.content)


# %% wrong: a response of its own around the text
# check: passes_the_response_on
# says: the LLM's own response
class Ask(Workflow):

    @step
    async def prepare(self, ev: StartEvent) -> LLMInputEvent:
        question = ChatMessage(role="user", content=ev.input)
        return LLMInputEvent(input=ReActChatFormatter().format(tools, [question]))

    @step
    async def invoke_llm(self, ev: LLMInputEvent) -> LLMOutputEvent:
        response = await Settings.llm.achat(ev.input)
        from llama_index.core.llms import ChatResponse

        return LLMOutputEvent(response=ChatResponse(message=response.message))

    @step
    async def tell(self, ev: LLMOutputEvent) -> StopEvent:
        return StopEvent(result=ev.response.message.content)


# %% wrong: the first and the last message
# check: asks_the_llm_of_the_moment
# says: the whole list ev.input
class Ask(Workflow):

    @step
    async def prepare(self, ev: StartEvent) -> LLMInputEvent:
        question = ChatMessage(role="user", content=ev.input)
        return LLMInputEvent(input=ReActChatFormatter().format(tools, [question]))

    @step
    async def invoke_llm(self, ev: LLMInputEvent) -> LLMOutputEvent:
        response = await Settings.llm.achat([ev.input[0], *ev.input[1:][-1:]])
        return LLMOutputEvent(response=response)

    @step
    async def tell(self, ev: LLMOutputEvent) -> StopEvent:
        return StopEvent(result=ev.response.message.content)


# %% wrong: each message once
# check: asks_the_llm_of_the_moment
# says: the whole list ev.input
class Ask(Workflow):

    @step
    async def prepare(self, ev: StartEvent) -> LLMInputEvent:
        question = ChatMessage(role="user", content=ev.input)
        return LLMInputEvent(input=ReActChatFormatter().format(tools, [question]))

    @step
    async def invoke_llm(self, ev: LLMInputEvent) -> LLMOutputEvent:
        messages = []
        for message in ev.input:
            if message not in messages:
                messages.append(message)
        response = await Settings.llm.achat(messages)
        return LLMOutputEvent(response=response)

    @step
    async def tell(self, ev: LLMOutputEvent) -> StopEvent:
        return StopEvent(result=ev.response.message.content)


# %% wrong: new messages of role and text
# check: asks_the_llm_of_the_moment
# says: the whole list ev.input
class Ask(Workflow):
    @step
    async def prepare(self, ev: StartEvent) -> LLMInputEvent:
        question = ChatMessage(role="user", content=ev.input)
        return LLMInputEvent(input=ReActChatFormatter().format(tools, [question]))

    @step
    async def invoke_llm(self, ev: LLMInputEvent) -> LLMOutputEvent:
        messages = [ChatMessage(role=one.role, content=one.content) for one in ev.input]
        return LLMOutputEvent(response=await Settings.llm.achat(messages))

    @step
    async def tell(self, ev: LLMOutputEvent) -> StopEvent:
        return StopEvent(result=ev.response.message.content)


# %% wrong: puts the reply into the prompt
# check: asks_the_llm_of_the_moment
# says: changes the LLMInputEvent that it took
class Ask(Workflow):
    @step
    async def prepare(self, ev: StartEvent) -> LLMInputEvent:
        question = ChatMessage(role="user", content=ev.input)
        return LLMInputEvent(input=ReActChatFormatter().format(tools, [question]))

    @step
    async def invoke_llm(self, ev: LLMInputEvent) -> LLMOutputEvent:
        response = await Settings.llm.achat(list(ev.input))
        ev.input.append(response.message)
        return LLMOutputEvent(response=response)

    @step
    async def tell(self, ev: LLMOutputEvent) -> StopEvent:
        return StopEvent(result=ev.response.message.content)


# %% wrong: a promise of nothing
# check: passes_the_response_on
# says: None where it may return nothing
class Ask(Workflow):
    @step
    async def prepare(self, ev: StartEvent) -> LLMInputEvent:
        question = ChatMessage(role="user", content=ev.input)
        return LLMInputEvent(input=ReActChatFormatter().format(tools, [question]))

    @step
    async def invoke_llm(self, ev: LLMInputEvent) -> LLMOutputEvent | None:
        return LLMOutputEvent(response=await Settings.llm.achat(ev.input))

    @step
    async def tell(self, ev: LLMOutputEvent) -> StopEvent:
        return StopEvent(result=ev.response.message.content)
