# %% right: a history variable, then three sets
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
        history = self.memory.get()
        await ctx.store.set("rounds", 0)
        await ctx.store.set("steps", [])
        await ctx.store.set("history", history)
        return PrepEvent()

    @step
    async def prepare_llm_prompt(self, ctx: Context, ev: PrepEvent) -> LLMInputEvent:
        """Write the prompt: the tools, the conversation and the reasoning of this run."""
        prompt = self.formatter.format(
            self.tools,
            chat_history=await ctx.store.get("history"),
            current_reasoning=await ctx.store.get("steps"),
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
        reply = ChatMessage(role="assistant", content=text)
        self.memory.put(reply)
        return StopEvent(result=text)


# %% right: a helper that remembers, and get_state
class ChatAgent(Workflow):
    """Ask the LLM once, give back what it writes, and remember the conversation."""

    def __init__(self, *args, tools: list[FunctionTool] = tools, **kwargs):
        super().__init__(*args, **kwargs)
        self.tools = tools
        self.formatter = ReActChatFormatter()
        self.memory = ChatMemoryBuffer.from_defaults()

    def _remember(self, role: str, content: str) -> None:
        """Append one message to the conversation."""
        self.memory.put(ChatMessage(role=role, content=content))

    @step
    async def new_user_msg(self, ctx: Context, ev: StartEvent) -> PrepEvent:
        """Put the user's message into memory, and begin this run without any reasoning."""
        self._remember("user", ev.input)
        conversation = list(self.memory.get())
        async with ctx.store.edit_state() as state:
            for name, value in {"history": conversation, "steps": [], "rounds": 0}.items():
                state[name] = value
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


# %% right: put and get inside the edit
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
        async with ctx.store.edit_state() as run_state:
            run_state["steps"], run_state["rounds"] = [], 0
            self.memory.put(ChatMessage(content=ev.input, role="user"))
            run_state["history"] = self.memory.get()
        return PrepEvent()

    @step
    async def prepare_llm_prompt(self, ctx: Context, ev: PrepEvent) -> LLMInputEvent:
        """Write the prompt: the tools, the conversation and the reasoning of this run."""
        async with ctx.store.edit_state() as run_state:
            messages = self.formatter.format(self.tools, run_state["history"], run_state["steps"])
        return LLMInputEvent(input=messages)

    @step
    async def invoke_llm(self, ev: LLMInputEvent) -> LLMOutputEvent:
        """Send the prompt to the LLM and wait for its reply."""
        return LLMOutputEvent(response=await Settings.llm.achat(ev.input))

    @step
    async def handle_llm_response(self, ev: LLMOutputEvent) -> StopEvent:
        """Put the text of the reply into memory, as the assistant's, and stop with it."""
        text = ev.response.message.content or ""
        stop = StopEvent(result=text)
        self.memory.put(ChatMessage(content=text, role="assistant"))
        return stop


# %% wrong: memory's async methods
# breaks: nothing is awaited between `put` and `get`
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


# %% wrong: the prompt from memory, not from the copy
# breaks: Each run works with its own copy of the conversation as it is when the run begins
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


# %% wrong: sets awaited between put and get
# breaks: nothing is awaited between `put` and `get`
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
        await ctx.store.set("steps", [])
        await ctx.store.set("rounds", 0)
        await ctx.store.set("history", self.memory.get())
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


# %% wrong: a new memory for each run
# breaks: in a second run the prompt has the first question *and* what was answered.
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
        self.memory = ChatMemoryBuffer.from_defaults()
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
        self.memory.put(ChatMessage(role="assistant", content=text))
        return StopEvent(result=text)


# %% wrong: the live list of memory
# breaks: Each run works with its own copy of the conversation as it is when the run begins
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


# %% wrong: the tools of the notebook
# breaks: it offers these tools, and has the conversation and the reasoning of this run
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


# %% wrong: the reply is remembered as the user's
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
        self.memory.put(ChatMessage(role="user", content=text))
        return StopEvent(result=text)


# %% wrong: no rounds in the store
# breaks: the store gets "history" (what memory holds now), "steps" (an empty list) and "rounds" (0)
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


# %% wrong: what stands behind Answer only
# breaks: what the LLM writes, whatever it is, is the result
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
        text = text.split("Answer:")[-1].strip()
        self.memory.put(ChatMessage(role="assistant", content=text))
        return StopEvent(result=text)


# %% wrong: one memory for all agents
# breaks: the conversation | across runs | `self.memory`
MEMORY = ChatMemoryBuffer.from_defaults()


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
        MEMORY.put(ChatMessage(role="user", content=ev.input))
        self.memory = MEMORY
        async with ctx.store.edit_state() as state:
            state["history"] = MEMORY.get()
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
