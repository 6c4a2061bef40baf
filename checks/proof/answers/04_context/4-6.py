# %% right: set for each value, and all messages as an own list
# cell: try-4-6
class ChatAgent(ChatAgent):
    @step
    async def new_user_msg(self, ctx: Context, ev: StartEvent) -> PrepEvent:
        self.memory.put(ChatMessage(role="user", content=ev.input))
        await ctx.store.set("history", list(self.memory.get_all()))
        await ctx.store.set("steps", [])
        await ctx.store.set("rounds", 0)
        return PrepEvent()


# %% right: the newer Memory class, asked asynchronously, under a lock
# cell: try-4-6
class ChatAgent(ChatAgent):
    @step
    async def new_user_msg(self, ctx: Context, ev: StartEvent) -> PrepEvent:
        async with self.lock:
            await self.memory.aput(ChatMessage(content=ev.input))
            history = await self.memory.aget()
        async with ctx.store.edit_state() as state:
            state.history, state.steps, state.rounds = history, [], 0
        return PrepEvent()

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.lock = asyncio.Lock()


# %% wrong: does not keep the message
# check: gives_the_reply
# says: lacks the question
# cell: try-4-6
class ChatAgent(ChatAgent):
    @step
    async def new_user_msg(self, ctx: Context, ev: StartEvent) -> PrepEvent:
        async with ctx.store.edit_state() as state:
            state["history"], state["steps"], state["rounds"] = self.memory.get(), [], 0
        return PrepEvent()


# %% wrong: takes the copy before the message is there
# check: gives_the_reply
# says: lacks the question
# cell: try-4-6
class ChatAgent(ChatAgent):
    @step
    async def new_user_msg(self, ctx: Context, ev: StartEvent) -> PrepEvent:
        async with ctx.store.edit_state() as state:
            state["history"], state["steps"], state["rounds"] = self.memory.get(), [], 0
        self.memory.put(ChatMessage(role="user", content=ev.input))
        return PrepEvent()


# %% wrong: each prompt has the conversation as it is by now
# check: asks_each_its_own_question
# says: another run's question
# cell: try-4-6
class ChatAgent(ChatAgent):
    @step
    async def prepare_llm_prompt(self, ctx: Context, ev: PrepEvent) -> LLMInputEvent:
        steps = await ctx.store.get("steps")
        return LLMInputEvent(input=self.formatter.format(self.tools, self.memory.get(), steps))


# %% wrong: stores what memory itself holds, and no copy
# check: asks_each_its_own_question
# says: another run's question
# cell: try-4-6
class ChatAgent(ChatAgent):
    @step
    async def new_user_msg(self, ctx: Context, ev: StartEvent) -> PrepEvent:
        self.memory.put(ChatMessage(role="user", content=ev.input))
        async with ctx.store.edit_state() as state:
            state["history"], state["steps"], state["rounds"] = self.memory.get_all(), [], 0
        return PrepEvent()


# %% wrong: awaits between put and get
# check: gives_each_run_its_own_history
# says: another run's question
# cell: try-4-6
class ChatAgent(ChatAgent):
    @step
    async def new_user_msg(self, ctx: Context, ev: StartEvent) -> PrepEvent:
        await self.memory.aput(ChatMessage(role="user", content=ev.input))
        history = await self.memory.aget()
        async with ctx.store.edit_state() as state:
            state["history"], state["steps"], state["rounds"] = history, [], 0
        return PrepEvent()


# %% wrong: keeps the history on self
# check: asks_each_its_own_question
# says: another run's question
# cell: try-4-6
class ChatAgent(ChatAgent):
    @step
    async def new_user_msg(self, ctx: Context, ev: StartEvent) -> PrepEvent:
        self.memory.put(ChatMessage(role="user", content=ev.input))
        self.history = self.memory.get()
        async with ctx.store.edit_state() as state:
            state["steps"], state["rounds"] = [], 0
        return PrepEvent()

    @step
    async def prepare_llm_prompt(self, ctx: Context, ev: PrepEvent) -> LLMInputEvent:
        steps = await ctx.store.get("steps")
        return LLMInputEvent(input=self.formatter.format(self.tools, self.history, steps))


# %% wrong: remembers only what the user said
# check: remembers_both_sides
# says: Put the assistant's message into memory
# cell: try-4-6
class ChatAgent(ChatAgent):
    @step
    async def handle_llm_response(self, ev: LLMOutputEvent) -> StopEvent:
        return StopEvent(result=ev.response.message.content)


# %% wrong: remembers the reply as the user's
# check: remembers_both_sides
# says: but not as the assistant's message
# cell: try-4-6
class ChatAgent(ChatAgent):
    @step
    async def handle_llm_response(self, ev: LLMOutputEvent) -> StopEvent:
        text = ev.response.message.content or ""
        self.memory.put(ChatMessage(role="user", content=text))
        return StopEvent(result=text)


# %% wrong: clears memory in each run
# check: remembers_both_sides
# says: never emptied
# cell: try-4-6
class ChatAgent(ChatAgent):
    @step
    async def new_user_msg(self, ctx: Context, ev: StartEvent) -> PrepEvent:
        self.memory.reset()
        self.memory.put(ChatMessage(role="user", content=ev.input))
        async with ctx.store.edit_state() as state:
            state["history"], state["steps"], state["rounds"] = self.memory.get(), [], 0
        return PrepEvent()


# %% wrong: the run's own question only
# check: remembers_both_sides
# says: does not have the first question
# cell: try-4-6
class ChatAgent(ChatAgent):
    @step
    async def new_user_msg(self, ctx: Context, ev: StartEvent) -> PrepEvent:
        message = ChatMessage(role="user", content=ev.input)
        self.memory.put(message)
        async with ctx.store.edit_state() as state:
            state["history"], state["steps"], state["rounds"] = [message], [], 0
        return PrepEvent()


# %% wrong: puts the message into memory twice
# check: remembers_both_sides
# says: each message once
# cell: try-4-6
class ChatAgent(ChatAgent):
    @step
    async def new_user_msg(self, ctx: Context, ev: StartEvent) -> PrepEvent:
        self.memory.put(ChatMessage(role="user", content=ev.input))
        async with ctx.store.edit_state() as state:
            state["history"] = [*self.memory.get(), ChatMessage(role="user", content=ev.input)]
            state["steps"], state["rounds"] = [], 0
        return PrepEvent()


# %% wrong: does not put a message that is there already
# check: remembers_any_conversation
# says: The
# cell: try-4-6
class ChatAgent(ChatAgent):
    @step
    async def new_user_msg(self, ctx: Context, ev: StartEvent) -> PrepEvent:
        message = ChatMessage(role="user", content=ev.input)
        if message not in self.memory.get():
            self.memory.put(message)
        async with ctx.store.edit_state() as state:
            state["history"], state["steps"], state["rounds"] = self.memory.get(), [], 0
        return PrepEvent()


# %% wrong: keeps the last three messages only
# check: remembers_any_conversation
# says: each message once
# cell: try-4-6
class ChatAgent(ChatAgent):
    @step
    async def new_user_msg(self, ctx: Context, ev: StartEvent) -> PrepEvent:
        self.memory.put(ChatMessage(role="user", content=ev.input))
        async with ctx.store.edit_state() as state:
            state["history"], state["steps"], state["rounds"] = self.memory.get()[-3:], [], 0
        return PrepEvent()


# %% wrong: the reply in place of its text
# check: gives_the_reply
# says: the text of the reply
# cell: try-4-6
class ChatAgent(ChatAgent):
    @step
    async def handle_llm_response(self, ev: LLMOutputEvent) -> StopEvent:
        self.memory.put(ev.response.message)
        return StopEvent(result=ev.response)


# %% wrong: offers the tools of the notebook
# check: chats_with_its_own_tools
# says: self.tools
# cell: try-4-6
class ChatAgent(ChatAgent):
    @step
    async def prepare_llm_prompt(self, ctx: Context, ev: PrepEvent) -> LLMInputEvent:
        history, steps = await ctx.store.get("history"), await ctx.store.get("steps")
        return LLMInputEvent(input=self.formatter.format(tools, history, steps))


# %% wrong: hands on the bare prompt
# check: gives_the_reply
# says: A step returns an event object
# cell: try-4-6
class ChatAgent(ChatAgent):
    @step
    async def prepare_llm_prompt(self, ctx: Context, ev: PrepEvent) -> LLMInputEvent:
        history, steps = await ctx.store.get("history"), await ctx.store.get("steps")
        return self.formatter.format(self.tools, history, steps)


# %% wrong: a history that grows with memory
# check: gives_the_reply
# says: "history" is right when the run begins, and another one at its end.
# cell: try-4-6
class ChatAgent(ChatAgent):
    @step
    async def new_user_msg(self, ctx: Context, ev: StartEvent) -> PrepEvent:
        self.memory.put(ChatMessage(role="user", content=ev.input))
        async with ctx.store.edit_state() as state:
            state["history"], state["steps"], state["rounds"] = self.memory.get_all(), [], 0
        return PrepEvent()


# %% wrong: strips the reply
# check: gives_whatever_it_writes
# says: Only blanks or line breaks of the reply's text are others
# cell: try-4-6
class ChatAgent(ChatAgent):
    @step
    async def handle_llm_response(self, ev: LLMOutputEvent) -> StopEvent:
        text = (ev.response.message.content or "").strip()
        self.memory.put(ChatMessage(role="assistant", content=text))
        return StopEvent(result=text)
