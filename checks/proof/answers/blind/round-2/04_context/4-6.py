# %% right: one set after the other
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
        await ctx.store.set("history", self.memory.get())
        await ctx.store.set("steps", [])
        await ctx.store.set("rounds", 0)
        return PrepEvent()

    @step
    async def prepare_llm_prompt(self, ctx: Context, ev: PrepEvent) -> LLMInputEvent:
        """Write the prompt: the tools, the conversation and the reasoning of this run."""
        return LLMInputEvent(
            input=self.formatter.format(
                tools=self.tools,
                chat_history=await ctx.store.get("history"),
                current_reasoning=await ctx.store.get("steps"),
            )
        )

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


# %% right: a helper method and MessageRole
from llama_index.core.llms import MessageRole


class ChatAgent(Workflow):
    """Ask the LLM once, give back what it writes, and remember the conversation."""

    def __init__(self, *args, tools: list[FunctionTool] = tools, **kwargs):
        super().__init__(*args, **kwargs)
        self.tools = tools
        self.formatter = ReActChatFormatter()
        self.memory = ChatMemoryBuffer.from_defaults()

    def _remember(self, role, content):
        """Put a message into memory, and return all that memory holds now."""
        self.memory.put(ChatMessage(role=role, content=content))
        return self.memory.get()

    @step
    async def new_user_msg(self, ctx: Context, ev: StartEvent) -> PrepEvent:
        """Put the user's message into memory, and begin this run without any reasoning."""
        # about 5 lines: memory gets the message, ev.input; the store gets "history" (what memory
        # holds now), "steps" (an empty list) and "rounds" (0)
        history = self._remember(MessageRole.USER, ev.input)
        for name, value in {"history": history, "steps": [], "rounds": 0}.items():
            await ctx.store.set(name, value)
        return PrepEvent()

    @step
    async def prepare_llm_prompt(self, ctx: Context, ev: PrepEvent) -> LLMInputEvent:
        """Write the prompt: the tools, the conversation and the reasoning of this run."""
        state = await ctx.store.get_state()
        prompt = self.formatter.format(self.tools, state["history"], state["steps"])
        return LLMInputEvent(input=prompt)

    @step
    async def invoke_llm(self, ev: LLMInputEvent) -> LLMOutputEvent:
        """Send the prompt to the LLM and wait for its reply."""
        return LLMOutputEvent(response=await Settings.llm.achat(ev.input))

    @step
    async def handle_llm_response(self, ev: LLMOutputEvent) -> StopEvent:
        """Put the text of the reply into memory, as the assistant's, and stop with it."""
        text = ev.response.message.content or ""
        self._remember(MessageRole.ASSISTANT, text)
        return StopEvent(result=text)


# %% right: put and get inside the state edit
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
        message = ChatMessage(role="user", content=ev.input)
        async with ctx.store.edit_state() as state:
            state.steps = []
            state.rounds = 0
            self.memory.put(message)
            state.history = list(self.memory.get())
        return PrepEvent()

    @step
    async def prepare_llm_prompt(self, ctx: Context, ev: PrepEvent) -> LLMInputEvent:
        """Write the prompt: the tools, the conversation and the reasoning of this run."""
        steps, history = await ctx.store.get("steps"), await ctx.store.get("history")
        messages = self.formatter.format(self.tools, history, current_reasoning=steps)
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
# breaks: For the same reason nothing is awaited between `put` and `get`
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
        await ctx.store.set("history", await self.memory.aget())
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


# %% wrong: the prompt from memory as it is by then
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
        # about 5 lines: memory gets the message, ev.input; the store gets "history" (what memory
        # holds now), "steps" (an empty list) and "rounds" (0)
        self.memory.put(ChatMessage(role="user", content=ev.input))
        await ctx.store.set("history", self.memory.get())
        await ctx.store.set("steps", [])
        await ctx.store.set("rounds", 0)
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


# %% wrong: memory's own list in place of a copy
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
        # about 5 lines: memory gets the message, ev.input; the store gets "history" (what memory
        # holds now), "steps" (an empty list) and "rounds" (0)
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
        # about 5 lines: memory gets the message, ev.input; the store gets "history" (what memory
        # holds now), "steps" (an empty list) and "rounds" (0)
        self.memory.put(ChatMessage(role="user", content=ev.input))
        await ctx.store.set("history", self.memory.get())
        await ctx.store.set("steps", [])
        await ctx.store.set("rounds", 0)
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
        # about 5 lines: memory gets the message, ev.input; the store gets "history" (what memory
        # holds now), "steps" (an empty list) and "rounds" (0)
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


# %% wrong: an empty reply is not remembered
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
        await ctx.store.set("history", self.memory.get())
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
        if text:
            self.memory.put(ChatMessage(role="assistant", content=text))
        return StopEvent(result=text)


# %% wrong: the reply without the space around it
# breaks: what the LLM writes, whatever it is, is the result.
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
        await ctx.store.set("history", self.memory.get())
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
        text = text.strip()
        self.memory.put(ChatMessage(role="assistant", content=text))
        return StopEvent(result=text)
