# %% right: a copy in a variable, then three sets
class ChatAgent(Workflow):
    """Ask the LLM once, give back what it writes, and remember the conversation."""

    def __init__(self, *args, tools: list[FunctionTool] = tools, **kwargs):
        super().__init__(*args, **kwargs)
        self.tools = tools
        self.formatter = ReActChatFormatter()
        self.memory = ChatMemoryBuffer.from_defaults()

    @step
    async def new_user_msg(self, ctx: Context, ev: StartEvent) -> PrepEvent:
        """Put the user's message into memory, and begin this run without any reasoning."""
        # about 5 lines: memory gets the message, ev.input; the store gets "history" (what memory
        # holds now), "steps" (an empty list) and "rounds" (0)
        self.memory.put(ChatMessage(role="user", content=ev.input))
        history = self.memory.get()
        await ctx.store.set("history", history)
        await ctx.store.set("steps", [])
        await ctx.store.set("rounds", 0)
        return PrepEvent()

    @step
    async def prepare_llm_prompt(self, ctx: Context, ev: PrepEvent) -> LLMInputEvent:
        """Write the prompt: the tools, the conversation and the reasoning of this run."""
        # about 3 lines
        prompt = self.formatter.format(
            self.tools, await ctx.store.get("history"), await ctx.store.get("steps")
        )
        return LLMInputEvent(input=prompt)

    @step
    async def invoke_llm(self, ev: LLMInputEvent) -> LLMOutputEvent:
        """Send the prompt to the LLM and wait for its reply."""
        return LLMOutputEvent(response=await Settings.llm.achat(ev.input))

    @step
    async def handle_llm_response(self, ev: LLMOutputEvent) -> StopEvent:
        """Put the text of the reply into memory, as the assistant's, and stop with it."""
        text = ev.response.message.content or ""
        # about 2 lines
        reply = ChatMessage(role="assistant", content=text)
        self.memory.put(reply)
        return StopEvent(result=reply.content)


# %% right: put inside the state edit, the state as a whole in the prompt
class ChatAgent(Workflow):
    """Ask the LLM once, give back what it writes, and remember the conversation."""

    def __init__(self, *args, tools: list[FunctionTool] = tools, **kwargs):
        super().__init__(*args, **kwargs)
        self.tools = tools
        self.formatter = ReActChatFormatter()
        self.memory = ChatMemoryBuffer.from_defaults()

    @step
    async def new_user_msg(self, ctx: Context, ev: StartEvent) -> PrepEvent:
        """Put the user's message into memory, and begin this run without any reasoning."""
        # about 5 lines: memory gets the message, ev.input; the store gets "history" (what memory
        # holds now), "steps" (an empty list) and "rounds" (0)
        async with ctx.store.edit_state() as state:
            state.rounds, state.steps = 0, []
            self.memory.put(ChatMessage(content=ev.input, role="user"))
            state.history = list(self.memory.get())
        return PrepEvent()

    @step
    async def prepare_llm_prompt(self, ctx: Context, ev: PrepEvent) -> LLMInputEvent:
        """Write the prompt: the tools, the conversation and the reasoning of this run."""
        # about 3 lines
        state = await ctx.store.get_state()
        messages = self.formatter.format(
            self.tools, chat_history=state["history"], current_reasoning=state["steps"]
        )
        return LLMInputEvent(input=messages)

    @step
    async def invoke_llm(self, ev: LLMInputEvent) -> LLMOutputEvent:
        """Send the prompt to the LLM and wait for its reply."""
        return LLMOutputEvent(response=await Settings.llm.achat(ev.input))

    @step
    async def handle_llm_response(self, ev: LLMOutputEvent) -> StopEvent:
        """Put the text of the reply into memory, as the assistant's, and stop with it."""
        text = ev.response.message.content or ""
        # about 2 lines
        event = StopEvent(result=text)
        self.memory.put(ChatMessage(role="assistant", content=text))
        return event


# %% right: helper methods, and roles as MessageRole
from llama_index.core.llms import MessageRole


class ChatAgent(Workflow):
    """Ask the LLM once, give back what it writes, and remember the conversation."""

    def __init__(self, *args, tools: list[FunctionTool] = tools, **kwargs):
        super().__init__(*args, **kwargs)
        self.tools = tools
        self.formatter = ReActChatFormatter()
        self.memory = ChatMemoryBuffer.from_defaults()

    @step
    async def new_user_msg(self, ctx: Context, ev: StartEvent) -> PrepEvent:
        """Put the user's message into memory, and begin this run without any reasoning."""
        # about 5 lines: memory gets the message, ev.input; the store gets "history" (what memory
        # holds now), "steps" (an empty list) and "rounds" (0)
        beginning = {"history": self._remember(MessageRole.USER, ev.input), "steps": [], "rounds": 0}
        for name, value in beginning.items():
            await ctx.store.set(name, value)
        return PrepEvent()

    @step
    async def prepare_llm_prompt(self, ctx: Context, ev: PrepEvent) -> LLMInputEvent:
        """Write the prompt: the tools, the conversation and the reasoning of this run."""
        # about 3 lines
        parts = [await ctx.store.get(name) for name in ("history", "steps")]
        return LLMInputEvent(input=self.formatter.format(self.tools, *parts))

    @step
    async def invoke_llm(self, ev: LLMInputEvent) -> LLMOutputEvent:
        """Send the prompt to the LLM and wait for its reply."""
        return LLMOutputEvent(response=await Settings.llm.achat(ev.input))

    @step
    async def handle_llm_response(self, ev: LLMOutputEvent) -> StopEvent:
        """Put the text of the reply into memory, as the assistant's, and stop with it."""
        text = ev.response.message.content or ""
        # about 2 lines
        self._remember(MessageRole.ASSISTANT, text)
        return StopEvent(result=text)

    def _remember(self, role: MessageRole, content: str) -> list[ChatMessage]:
        """Add a message to the conversation; return a copy of it as it is then."""
        self.memory.put(ChatMessage(role=role, content=content))
        return self.memory.get()


# %% wrong: an await between put and get
# breaks: For the same reason nothing is awaited between `put` and `get`: while a step awaits, another run may put *its* question there.
class ChatAgent(Workflow):
    """Ask the LLM once, give back what it writes, and remember the conversation."""

    def __init__(self, *args, tools: list[FunctionTool] = tools, **kwargs):
        super().__init__(*args, **kwargs)
        self.tools = tools
        self.formatter = ReActChatFormatter()
        self.memory = ChatMemoryBuffer.from_defaults()

    @step
    async def new_user_msg(self, ctx: Context, ev: StartEvent) -> PrepEvent:
        """Put the user's message into memory, and begin this run without any reasoning."""
        # about 5 lines: memory gets the message, ev.input; the store gets "history" (what memory
        # holds now), "steps" (an empty list) and "rounds" (0)
        self.memory.put(ChatMessage(role="user", content=ev.input))
        await ctx.store.set("steps", [])
        await ctx.store.set("rounds", 0)
        await ctx.store.set("history", self.memory.get())
        return PrepEvent()

    @step
    async def prepare_llm_prompt(self, ctx: Context, ev: PrepEvent) -> LLMInputEvent:
        """Write the prompt: the tools, the conversation and the reasoning of this run."""
        # about 3 lines
        history = await ctx.store.get("history")
        steps = await ctx.store.get("steps")
        return LLMInputEvent(input=self.formatter.format(self.tools, history, steps))

    @step
    async def invoke_llm(self, ev: LLMInputEvent) -> LLMOutputEvent:
        """Send the prompt to the LLM and wait for its reply."""
        return LLMOutputEvent(response=await Settings.llm.achat(ev.input))

    @step
    async def handle_llm_response(self, ev: LLMOutputEvent) -> StopEvent:
        """Put the text of the reply into memory, as the assistant's, and stop with it."""
        text = ev.response.message.content or ""
        # about 2 lines
        self.memory.put(ChatMessage(role="assistant", content=text))
        return StopEvent(result=text)


# %% wrong: memory's async methods
# breaks: For the same reason nothing is awaited between `put` and `get`: while a step awaits, another run may put *its* question there.
class ChatAgent(Workflow):
    """Ask the LLM once, give back what it writes, and remember the conversation."""

    def __init__(self, *args, tools: list[FunctionTool] = tools, **kwargs):
        super().__init__(*args, **kwargs)
        self.tools = tools
        self.formatter = ReActChatFormatter()
        self.memory = ChatMemoryBuffer.from_defaults()

    @step
    async def new_user_msg(self, ctx: Context, ev: StartEvent) -> PrepEvent:
        """Put the user's message into memory, and begin this run without any reasoning."""
        # about 5 lines: memory gets the message, ev.input; the store gets "history" (what memory
        # holds now), "steps" (an empty list) and "rounds" (0)
        await self.memory.aput(ChatMessage(role="user", content=ev.input))
        history = await self.memory.aget()
        async with ctx.store.edit_state() as state:
            state["history"] = history
            state["steps"] = []
            state["rounds"] = 0
        return PrepEvent()

    @step
    async def prepare_llm_prompt(self, ctx: Context, ev: PrepEvent) -> LLMInputEvent:
        """Write the prompt: the tools, the conversation and the reasoning of this run."""
        # about 3 lines
        history = await ctx.store.get("history")
        steps = await ctx.store.get("steps")
        return LLMInputEvent(input=self.formatter.format(self.tools, history, steps))

    @step
    async def invoke_llm(self, ev: LLMInputEvent) -> LLMOutputEvent:
        """Send the prompt to the LLM and wait for its reply."""
        return LLMOutputEvent(response=await Settings.llm.achat(ev.input))

    @step
    async def handle_llm_response(self, ev: LLMOutputEvent) -> StopEvent:
        """Put the text of the reply into memory, as the assistant's, and stop with it."""
        text = ev.response.message.content or ""
        # about 2 lines
        self.memory.put(ChatMessage(role="assistant", content=text))
        return StopEvent(result=text)


# %% wrong: the list of the memory itself, by get_all
# breaks: Each run works with its own copy of the conversation as it is when the run begins, its own question included, stored as `"history"`.
class ChatAgent(Workflow):
    """Ask the LLM once, give back what it writes, and remember the conversation."""

    def __init__(self, *args, tools: list[FunctionTool] = tools, **kwargs):
        super().__init__(*args, **kwargs)
        self.tools = tools
        self.formatter = ReActChatFormatter()
        self.memory = ChatMemoryBuffer.from_defaults()

    @step
    async def new_user_msg(self, ctx: Context, ev: StartEvent) -> PrepEvent:
        """Put the user's message into memory, and begin this run without any reasoning."""
        # about 5 lines: memory gets the message, ev.input; the store gets "history" (what memory
        # holds now), "steps" (an empty list) and "rounds" (0)
        self.memory.put(ChatMessage(role="user", content=ev.input))
        async with ctx.store.edit_state() as state:
            state["history"] = self.memory.get_all()
            state["steps"] = []
            state["rounds"] = 0
        return PrepEvent()

    @step
    async def prepare_llm_prompt(self, ctx: Context, ev: PrepEvent) -> LLMInputEvent:
        """Write the prompt: the tools, the conversation and the reasoning of this run."""
        # about 3 lines
        history = await ctx.store.get("history")
        steps = await ctx.store.get("steps")
        return LLMInputEvent(input=self.formatter.format(self.tools, history, steps))

    @step
    async def invoke_llm(self, ev: LLMInputEvent) -> LLMOutputEvent:
        """Send the prompt to the LLM and wait for its reply."""
        return LLMOutputEvent(response=await Settings.llm.achat(ev.input))

    @step
    async def handle_llm_response(self, ev: LLMOutputEvent) -> StopEvent:
        """Put the text of the reply into memory, as the assistant's, and stop with it."""
        text = ev.response.message.content or ""
        # about 2 lines
        self.memory.put(ChatMessage(role="assistant", content=text))
        return StopEvent(result=text)


# %% wrong: the prompt from memory in place of the history
# breaks: Without the copy, two runs at once would answer the question of whoever asked last.
class ChatAgent(Workflow):
    """Ask the LLM once, give back what it writes, and remember the conversation."""

    def __init__(self, *args, tools: list[FunctionTool] = tools, **kwargs):
        super().__init__(*args, **kwargs)
        self.tools = tools
        self.formatter = ReActChatFormatter()
        self.memory = ChatMemoryBuffer.from_defaults()

    @step
    async def new_user_msg(self, ctx: Context, ev: StartEvent) -> PrepEvent:
        """Put the user's message into memory, and begin this run without any reasoning."""
        # about 5 lines: memory gets the message, ev.input; the store gets "history" (what memory
        # holds now), "steps" (an empty list) and "rounds" (0)
        self.memory.put(ChatMessage(role="user", content=ev.input))
        async with ctx.store.edit_state() as state:
            state["history"] = self.memory.get()
            state["steps"] = []
            state["rounds"] = 0
        return PrepEvent()

    @step
    async def prepare_llm_prompt(self, ctx: Context, ev: PrepEvent) -> LLMInputEvent:
        """Write the prompt: the tools, the conversation and the reasoning of this run."""
        # about 3 lines
        steps = await ctx.store.get("steps")
        return LLMInputEvent(input=self.formatter.format(self.tools, self.memory.get(), steps))

    @step
    async def invoke_llm(self, ev: LLMInputEvent) -> LLMOutputEvent:
        """Send the prompt to the LLM and wait for its reply."""
        return LLMOutputEvent(response=await Settings.llm.achat(ev.input))

    @step
    async def handle_llm_response(self, ev: LLMOutputEvent) -> StopEvent:
        """Put the text of the reply into memory, as the assistant's, and stop with it."""
        text = ev.response.message.content or ""
        # about 2 lines
        self.memory.put(ChatMessage(role="assistant", content=text))
        return StopEvent(result=text)


# %% wrong: the prompt without the reasoning and with the tools of the notebook
# breaks: the prompt: it offers these tools, and has the conversation and the reasoning of this run
class ChatAgent(Workflow):
    """Ask the LLM once, give back what it writes, and remember the conversation."""

    def __init__(self, *args, tools: list[FunctionTool] = tools, **kwargs):
        super().__init__(*args, **kwargs)
        self.tools = tools
        self.formatter = ReActChatFormatter()
        self.memory = ChatMemoryBuffer.from_defaults()

    @step
    async def new_user_msg(self, ctx: Context, ev: StartEvent) -> PrepEvent:
        """Put the user's message into memory, and begin this run without any reasoning."""
        # about 5 lines: memory gets the message, ev.input; the store gets "history" (what memory
        # holds now), "steps" (an empty list) and "rounds" (0)
        self.memory.put(ChatMessage(role="user", content=ev.input))
        async with ctx.store.edit_state() as state:
            state["history"] = self.memory.get()
            state["steps"] = []
            state["rounds"] = 0
        return PrepEvent()

    @step
    async def prepare_llm_prompt(self, ctx: Context, ev: PrepEvent) -> LLMInputEvent:
        """Write the prompt: the tools, the conversation and the reasoning of this run."""
        # about 3 lines
        history = await ctx.store.get("history")
        return LLMInputEvent(input=self.formatter.format(tools, history, []))

    @step
    async def invoke_llm(self, ev: LLMInputEvent) -> LLMOutputEvent:
        """Send the prompt to the LLM and wait for its reply."""
        return LLMOutputEvent(response=await Settings.llm.achat(ev.input))

    @step
    async def handle_llm_response(self, ev: LLMOutputEvent) -> StopEvent:
        """Put the text of the reply into memory, as the assistant's, and stop with it."""
        text = ev.response.message.content or ""
        # about 2 lines
        self.memory.put(ChatMessage(role="assistant", content=text))
        return StopEvent(result=text)


# %% wrong: an empty reply is not remembered, others lose their margins
# breaks: Put the text of the reply into memory, as the assistant's, and stop with it.
class ChatAgent(Workflow):
    """Ask the LLM once, give back what it writes, and remember the conversation."""

    def __init__(self, *args, tools: list[FunctionTool] = tools, **kwargs):
        super().__init__(*args, **kwargs)
        self.tools = tools
        self.formatter = ReActChatFormatter()
        self.memory = ChatMemoryBuffer.from_defaults()

    @step
    async def new_user_msg(self, ctx: Context, ev: StartEvent) -> PrepEvent:
        """Put the user's message into memory, and begin this run without any reasoning."""
        # about 5 lines: memory gets the message, ev.input; the store gets "history" (what memory
        # holds now), "steps" (an empty list) and "rounds" (0)
        self.memory.put(ChatMessage(role="user", content=ev.input))
        async with ctx.store.edit_state() as state:
            state["history"] = self.memory.get()
            state["steps"] = []
            state["rounds"] = 0
        return PrepEvent()

    @step
    async def prepare_llm_prompt(self, ctx: Context, ev: PrepEvent) -> LLMInputEvent:
        """Write the prompt: the tools, the conversation and the reasoning of this run."""
        # about 3 lines
        history = await ctx.store.get("history")
        steps = await ctx.store.get("steps")
        return LLMInputEvent(input=self.formatter.format(self.tools, history, steps))

    @step
    async def invoke_llm(self, ev: LLMInputEvent) -> LLMOutputEvent:
        """Send the prompt to the LLM and wait for its reply."""
        return LLMOutputEvent(response=await Settings.llm.achat(ev.input))

    @step
    async def handle_llm_response(self, ev: LLMOutputEvent) -> StopEvent:
        """Put the text of the reply into memory, as the assistant's, and stop with it."""
        text = ev.response.message.content or ""
        # about 2 lines
        text = text.strip()
        if text:
            self.memory.put(ChatMessage(role="assistant", content=text))
        return StopEvent(result=text)
