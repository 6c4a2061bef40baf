# %% right: copy into a variable, then three sets
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
        conversation = self.memory.get()
        await ctx.store.set("history", conversation)
        await ctx.store.set("steps", [])
        await ctx.store.set("rounds", 0)
        return PrepEvent()

    @step
    async def prepare_llm_prompt(self, ctx: Context, ev: PrepEvent) -> LLMInputEvent:
        """Write the prompt: the tools, the conversation and the reasoning of this run."""
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
        reply = ChatMessage(role="assistant", content=text)
        self.memory.put(reply)
        return StopEvent(result=reply.content)


# %% right: helper for memory, values in a dict
class ChatAgent(Workflow):
    """Ask the LLM once, give back what it writes, and remember the conversation."""

    def __init__(self, *args, tools: list[FunctionTool] = tools, **kwargs):
        super().__init__(*args, **kwargs)
        self.tools = tools
        self.formatter = ReActChatFormatter()
        self.memory = ChatMemoryBuffer.from_defaults()

    def remember(self, role: str, content: str) -> None:
        """Put one more message into the conversation."""
        self.memory.put(ChatMessage(role=role, content=content))

    @step
    async def new_user_msg(self, ctx: Context, ev: StartEvent) -> PrepEvent:
        """Put the user's message into memory, and begin this run without any reasoning."""
        self.remember("user", ev.input)
        values = {"history": self.memory.get(), "steps": [], "rounds": 0}
        async with ctx.store.edit_state() as state:
            for name, value in values.items():
                state[name] = value
        return PrepEvent()

    @step
    async def prepare_llm_prompt(self, ctx: Context, ev: PrepEvent) -> LLMInputEvent:
        """Write the prompt: the tools, the conversation and the reasoning of this run."""
        steps = await ctx.store.get("steps")
        history = await ctx.store.get("history")
        messages = self.formatter.format(
            tools=self.tools, chat_history=history, current_reasoning=steps
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
        self.remember("assistant", text)
        return StopEvent(result=text)


# %% right: MessageRole, and the whole state at once
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
        question = ChatMessage(role=MessageRole.USER, content=ev.input)
        self.memory.put(question)
        history = list(self.memory.get())
        await ctx.store.set("rounds", 0)
        await ctx.store.set("steps", [])
        await ctx.store.set("history", history)
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
        self.memory.put(ChatMessage(role=MessageRole.ASSISTANT, content=text))
        return StopEvent(result=text)


# %% wrong: sets of the store between put and get
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


# %% wrong: prompt from memory as it is now
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


# %% wrong: history is memory's own list
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
        history = self.memory.get_all()
        await ctx.store.set("history", history)
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


# %% wrong: reply kept under the default role
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
        self.memory.put(ChatMessage(content=text))
        return StopEvent(result=text)


# %% wrong: only what comes after Answer:
# breaks: it asks the LLM once, and what the LLM writes, whatever it is, is the result.
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


# %% wrong: rounds are left out of the store
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
