# %% right: put, get, and three times set
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
        question = ChatMessage(role="user", content=ev.input)
        self.memory.put(question)
        conversation = self.memory.get()
        await ctx.store.set("history", conversation)
        await ctx.store.set("steps", [])
        await ctx.store.set("rounds", 0)
        return PrepEvent()

    @step
    async def prepare_llm_prompt(self, ctx: Context, ev: PrepEvent) -> LLMInputEvent:
        """Write the prompt: the tools, the conversation and the reasoning of this run."""
        messages = self.formatter.format(
            tools=self.tools,
            chat_history=await ctx.store.get("history"),
            current_reasoning=await ctx.store.get("steps"),
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
        reply = ChatMessage(role="assistant", content=text)
        self.memory.put(reply)
        return StopEvent(result=reply.content)


# %% right: put and get inside the edit, both values at once
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
        async with ctx.store.edit_state() as state:
            state.rounds = 0
            state.steps = []
            self.memory.put(ChatMessage(content=ev.input, role="user"))
            state.history = list(self.memory.get())
        return PrepEvent()

    @step
    async def prepare_llm_prompt(self, ctx: Context, ev: PrepEvent) -> LLMInputEvent:
        """Write the prompt: the tools, the conversation and the reasoning of this run."""
        history, steps = [await ctx.store.get(name) for name in ("history", "steps")]
        prompt = self.formatter.format(self.tools, history, steps)
        return LLMInputEvent(input=prompt)

    @step
    async def invoke_llm(self, ev: LLMInputEvent) -> LLMOutputEvent:
        """Send the prompt to the LLM and wait for its reply."""
        return LLMOutputEvent(response=await Settings.llm.achat(ev.input))

    @step
    async def handle_llm_response(self, ev: LLMOutputEvent) -> StopEvent:
        """Put the text of the reply into memory, as the assistant's, and stop with it."""
        text = ev.response.message.content or ""
        result = StopEvent(result=text)
        self.memory.put(ChatMessage(content=text, role="assistant"))
        return result


# %% right: a helper for memory, and the state as a whole
class ChatAgent(Workflow):
    """Ask the LLM once, give back what it writes, and remember the conversation."""

    def __init__(self, *args, tools: list[FunctionTool] = tools, **kwargs):
        super().__init__(*args, **kwargs)
        self.tools = tools
        self.formatter = ReActChatFormatter()
        self.memory = ChatMemoryBuffer.from_defaults()

    def _remember(self, role: str, content: str) -> list[ChatMessage]:
        """Put one more message into memory, and return the conversation with it."""
        self.memory.put(ChatMessage(role=role, content=content))
        return self.memory.get()

    @step
    async def new_user_msg(self, ctx: Context, ev: StartEvent) -> PrepEvent:
        """Put the user's message into memory, and begin this run without any reasoning."""
        history = self._remember("user", ev.input)
        for name, value in {"history": history, "steps": list(), "rounds": 0}.items():
            await ctx.store.set(name, value)
        return PrepEvent()

    @step
    async def prepare_llm_prompt(self, ctx: Context, ev: PrepEvent) -> LLMInputEvent:
        """Write the prompt: the tools, the conversation and the reasoning of this run."""
        state = await ctx.store.get_state()
        return LLMInputEvent(
            input=self.formatter.format(self.tools, state["history"], state["steps"])
        )

    @step
    async def invoke_llm(self, ev: LLMInputEvent) -> LLMOutputEvent:
        """Send the prompt to the LLM and wait for its reply."""
        return LLMOutputEvent(response=await Settings.llm.achat(ev.input))

    @step
    async def handle_llm_response(self, ev: LLMOutputEvent) -> StopEvent:
        """Put the text of the reply into memory, as the assistant's, and stop with it."""
        text = ev.response.message.content or ""
        self._remember("assistant", text)
        return StopEvent(result=text)


# %% wrong: the prompt is made of memory itself
# breaks: Each run works with its own copy of the conversation as it is when the run begins, stored as `"history"`.
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
        self.memory.put(ChatMessage(role="user", content=ev.input))
        async with ctx.store.edit_state() as state:
            state["history"] = self.memory.get()
            state["steps"] = []
            state["rounds"] = 0
        return PrepEvent()

    @step
    async def prepare_llm_prompt(self, ctx: Context, ev: PrepEvent) -> LLMInputEvent:
        """Write the prompt: the tools, the conversation and the reasoning of this run."""
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
        self.memory.put(ChatMessage(role="assistant", content=text))
        return StopEvent(result=text)


# %% wrong: history is memory's own list
# breaks: Each run works with its own copy of the conversation as it is when the run begins, stored as `"history"`.
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
        self.memory.put(ChatMessage(role="user", content=ev.input))
        await ctx.store.set("history", self.memory.get_all())
        await ctx.store.set("steps", [])
        await ctx.store.set("rounds", 0)
        return PrepEvent()

    @step
    async def prepare_llm_prompt(self, ctx: Context, ev: PrepEvent) -> LLMInputEvent:
        """Write the prompt: the tools, the conversation and the reasoning of this run."""
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
        self.memory.put(ChatMessage(role="assistant", content=text))
        return StopEvent(result=text)


# %% wrong: no rounds in the store
# breaks: Beside it, 4.7 needs `"steps"`, an empty list, and `"rounds"`, 0.
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
        self.memory.put(ChatMessage(role="user", content=ev.input))
        await ctx.store.set("history", self.memory.get())
        await ctx.store.set("steps", [])
        return PrepEvent()

    @step
    async def prepare_llm_prompt(self, ctx: Context, ev: PrepEvent) -> LLMInputEvent:
        """Write the prompt: the tools, the conversation and the reasoning of this run."""
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
        self.memory.put(ChatMessage(role="assistant", content=text))
        return StopEvent(result=text)


# %% wrong: only what stands behind Answer
# breaks: it asks the LLM once, and what the LLM writes, whatever it is, is the result
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
        self.memory.put(ChatMessage(role="user", content=ev.input))
        async with ctx.store.edit_state() as state:
            state["history"] = self.memory.get()
            state["steps"] = []
            state["rounds"] = 0
        return PrepEvent()

    @step
    async def prepare_llm_prompt(self, ctx: Context, ev: PrepEvent) -> LLMInputEvent:
        """Write the prompt: the tools, the conversation and the reasoning of this run."""
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
        answer = text.split("Answer:")[-1].strip() if "Answer:" in text else text
        self.memory.put(ChatMessage(role="assistant", content=answer))
        return StopEvent(result=answer)


# %% wrong: offers the tools of the notebook
# breaks: `self.formatter.format(self.tools, history, steps)` | the prompt: it offers these tools, and has the conversation and the reasoning of this run
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
        self.memory.put(ChatMessage(role="user", content=ev.input))
        async with ctx.store.edit_state() as state:
            state["history"] = self.memory.get()
            state["steps"] = []
            state["rounds"] = 0
        return PrepEvent()

    @step
    async def prepare_llm_prompt(self, ctx: Context, ev: PrepEvent) -> LLMInputEvent:
        """Write the prompt: the tools, the conversation and the reasoning of this run."""
        history = await ctx.store.get("history")
        steps = await ctx.store.get("steps")
        return LLMInputEvent(input=self.formatter.format(tools, history, steps))

    @step
    async def invoke_llm(self, ev: LLMInputEvent) -> LLMOutputEvent:
        """Send the prompt to the LLM and wait for its reply."""
        return LLMOutputEvent(response=await Settings.llm.achat(ev.input))

    @step
    async def handle_llm_response(self, ev: LLMOutputEvent) -> StopEvent:
        """Put the text of the reply into memory, as the assistant's, and stop with it."""
        text = ev.response.message.content or ""
        self.memory.put(ChatMessage(role="assistant", content=text))
        return StopEvent(result=text)
