# %% right: the rounds are read back from the store
# [USE IN MODEL]
class ReActAgent(Workflow):
    """Answer a question by thinking and calling tools in turn, and remember the conversation.

    `tools` is what it may call; `max_rounds` is how many replies of the LLM one run may take.
    """

    def __init__(self, *args, tools: list[FunctionTool] = tools, max_rounds: int = 20, **kwargs):
        super().__init__(*args, **kwargs)
        self.tools = tools
        self.max_rounds = max_rounds
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
    async def handle_llm_response(
        self, ctx: Context, ev: LLMOutputEvent
    ) -> ToolCallEvent | PrepEvent | StopEvent:
        """Read the reply and decide: call a tool, ask again, or end with an answer."""
        reasoning = read_reply(ev.response.message.content or "")
        async with ctx.store.edit_state() as state:
            state.rounds += 1
            state.steps.append(reasoning)
        event = next_event(
            reasoning=reasoning,
            rounds=await ctx.store.get("rounds"),
            max_rounds=self.max_rounds,
        )

        if type(event) is StopEvent:
            last_words = ChatMessage(content=event.result, role="assistant")
            self.memory.put(last_words)
        return event

    @step
    async def handle_tool_calls(self, ctx: Context, ev: ToolCallEvent) -> PrepEvent:
        """Call each tool safely, and keep what comes back as an observation."""
        for tool_call in ev.tool_calls:
            output = call_tool_safely(tools=self.tools, tool_call=tool_call)
            observation = ObservationReasoningStep(observation=output.content)
            async with ctx.store.edit_state() as state:
                state["steps"] = state["steps"] + [observation]
            ctx.write_event_to_stream(ToolOutputEvent(output=output))  # for whoever watches
        return PrepEvent()


# %% right: a helper method that keeps a step
# [USE IN MODEL]
class ReActAgent(Workflow):
    """Answer a question by thinking and calling tools in turn, and remember the conversation.

    `tools` is what it may call; `max_rounds` is how many replies of the LLM one run may take.
    """

    def __init__(self, *args, tools: list[FunctionTool] = tools, max_rounds: int = 20, **kwargs):
        super().__init__(*args, **kwargs)
        self.tools = tools
        self.max_rounds = max_rounds
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

    async def _keep(self, ctx: Context, reasoning: BaseReasoningStep, replies: int) -> int:
        """Append one step to the run's reasoning; return the rounds of the run so far."""
        async with ctx.store.edit_state() as state:
            state["steps"].append(reasoning)
            state["rounds"] += replies
            return state["rounds"]
    @step
    async def handle_llm_response(
        self, ctx: Context, ev: LLMOutputEvent
    ) -> ToolCallEvent | PrepEvent | StopEvent:
        """Read the reply and decide: call a tool, ask again, or end with an answer."""
        reasoning = read_reply(ev.response.message.content or "")
        rounds = await self._keep(ctx, reasoning, replies=1)
        event = next_event(reasoning, rounds, self.max_rounds)

        match event:
            case StopEvent():
                self.memory.put(ChatMessage(role="assistant", content=event.result))
        return event

    @step
    async def handle_tool_calls(self, ctx: Context, ev: ToolCallEvent) -> PrepEvent:
        """Call each tool safely, and keep what comes back as an observation."""
        for tool_call in ev.tool_calls:
            output = call_tool_safely(self.tools, tool_call)
            await self._keep(ctx, ObservationReasoningStep(observation=output.content), replies=0)
            ctx.write_event_to_stream(ToolOutputEvent(output=output))  # for whoever watches
        return PrepEvent()


# %% right: the tool is called within the edit
# [USE IN MODEL]
class ReActAgent(Workflow):
    """Answer a question by thinking and calling tools in turn, and remember the conversation.

    `tools` is what it may call; `max_rounds` is how many replies of the LLM one run may take.
    """

    def __init__(self, *args, tools: list[FunctionTool] = tools, max_rounds: int = 20, **kwargs):
        super().__init__(*args, **kwargs)
        self.tools = tools
        self.max_rounds = max_rounds
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
    async def handle_llm_response(
        self, ctx: Context, ev: LLMOutputEvent
    ) -> ToolCallEvent | PrepEvent | StopEvent:
        """Read the reply and decide: call a tool, ask again, or end with an answer."""
        reasoning = read_reply(ev.response.message.content or "")
        async with ctx.store.edit_state() as run:
            run["steps"] = [*run["steps"], reasoning]
            rounds = run["rounds"] = run["rounds"] + 1
            event = next_event(reasoning, rounds, self.max_rounds)

        going_on = isinstance(event, (ToolCallEvent, PrepEvent))
        if not going_on:
            self.memory.put(ChatMessage(role="assistant", content=event.result))
        return event

    @step
    async def handle_tool_calls(self, ctx: Context, ev: ToolCallEvent) -> PrepEvent:
        """Call each tool safely, and keep what comes back as an observation."""
        for tool_call in ev.tool_calls:
            async with ctx.store.edit_state() as run:
                output = call_tool_safely(self.tools, tool_call)
                run["steps"].append(ObservationReasoningStep(observation=output.content))
            ctx.write_event_to_stream(ToolOutputEvent(output=output))  # for whoever watches
        return PrepEvent()


# %% wrong: calls the tools of the notebook
# breaks: `tools` is what it may call
# [USE IN MODEL]
class ReActAgent(Workflow):
    """Answer a question by thinking and calling tools in turn, and remember the conversation.

    `tools` is what it may call; `max_rounds` is how many replies of the LLM one run may take.
    """

    def __init__(self, *args, tools: list[FunctionTool] = tools, max_rounds: int = 20, **kwargs):
        super().__init__(*args, **kwargs)
        self.tools = tools
        self.max_rounds = max_rounds
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
    async def handle_llm_response(
        self, ctx: Context, ev: LLMOutputEvent
    ) -> ToolCallEvent | PrepEvent | StopEvent:
        """Read the reply and decide: call a tool, ask again, or end with an answer."""
        reasoning = read_reply(ev.response.message.content or "")
        async with ctx.store.edit_state() as state:
            state["steps"].append(reasoning)
            state["rounds"] += 1
            rounds = state["rounds"]
        event = next_event(reasoning, rounds, self.max_rounds)

        if isinstance(event, StopEvent):
            self.memory.put(ChatMessage(role="assistant", content=event.result))
        return event

    @step
    async def handle_tool_calls(self, ctx: Context, ev: ToolCallEvent) -> PrepEvent:
        """Call each tool safely, and keep what comes back as an observation."""
        for tool_call in ev.tool_calls:
            output = call_tool_safely(tools, tool_call)
            async with ctx.store.edit_state() as state:
                state["steps"].append(ObservationReasoningStep(observation=output.content))
            ctx.write_event_to_stream(ToolOutputEvent(output=output))  # for whoever watches
        return PrepEvent()


# %% wrong: an unreadable reply is no round
# breaks: After `max_rounds` replies without an answer, readable or not, it stops and says so.
# [USE IN MODEL]
class ReActAgent(Workflow):
    """Answer a question by thinking and calling tools in turn, and remember the conversation.

    `tools` is what it may call; `max_rounds` is how many replies of the LLM one run may take.
    """

    def __init__(self, *args, tools: list[FunctionTool] = tools, max_rounds: int = 20, **kwargs):
        super().__init__(*args, **kwargs)
        self.tools = tools
        self.max_rounds = max_rounds
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
    async def handle_llm_response(
        self, ctx: Context, ev: LLMOutputEvent
    ) -> ToolCallEvent | PrepEvent | StopEvent:
        """Read the reply and decide: call a tool, ask again, or end with an answer."""
        reasoning = read_reply(ev.response.message.content or "")
        async with ctx.store.edit_state() as state:
            state["steps"].append(reasoning)
            if not isinstance(reasoning, ObservationReasoningStep):
                state["rounds"] += 1
            rounds = state["rounds"]
        event = next_event(reasoning, rounds, self.max_rounds)

        if isinstance(event, StopEvent):
            self.memory.put(ChatMessage(role="assistant", content=event.result))
        return event

    @step
    async def handle_tool_calls(self, ctx: Context, ev: ToolCallEvent) -> PrepEvent:
        """Call each tool safely, and keep what comes back as an observation."""
        for tool_call in ev.tool_calls:
            output = call_tool_safely(self.tools, tool_call)
            async with ctx.store.edit_state() as state:
                state["steps"].append(ObservationReasoningStep(observation=output.content))
            ctx.write_event_to_stream(ToolOutputEvent(output=output))  # for whoever watches
        return PrepEvent()


# %% wrong: remembers real answers only
# breaks: whatever result a run ends with goes into memory, too, as it is; the sentence of a run without an answer, as well
# [USE IN MODEL]
class ReActAgent(Workflow):
    """Answer a question by thinking and calling tools in turn, and remember the conversation.

    `tools` is what it may call; `max_rounds` is how many replies of the LLM one run may take.
    """

    def __init__(self, *args, tools: list[FunctionTool] = tools, max_rounds: int = 20, **kwargs):
        super().__init__(*args, **kwargs)
        self.tools = tools
        self.max_rounds = max_rounds
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
    async def handle_llm_response(
        self, ctx: Context, ev: LLMOutputEvent
    ) -> ToolCallEvent | PrepEvent | StopEvent:
        """Read the reply and decide: call a tool, ask again, or end with an answer."""
        reasoning = read_reply(ev.response.message.content or "")
        async with ctx.store.edit_state() as state:
            state["steps"].append(reasoning)
            state["rounds"] += 1
            rounds = state["rounds"]
        event = next_event(reasoning, rounds, self.max_rounds)

        if reasoning.is_done:
            self.memory.put(ChatMessage(role="assistant", content=event.result))
        return event

    @step
    async def handle_tool_calls(self, ctx: Context, ev: ToolCallEvent) -> PrepEvent:
        """Call each tool safely, and keep what comes back as an observation."""
        for tool_call in ev.tool_calls:
            output = call_tool_safely(self.tools, tool_call)
            async with ctx.store.edit_state() as state:
                state["steps"].append(ObservationReasoningStep(observation=output.content))
            ctx.write_event_to_stream(ToolOutputEvent(output=output))  # for whoever watches
        return PrepEvent()


# %% wrong: the same call is made once in a run
# breaks: each is called, one that was made before, too
# [USE IN MODEL]
class ReActAgent(Workflow):
    """Answer a question by thinking and calling tools in turn, and remember the conversation.

    `tools` is what it may call; `max_rounds` is how many replies of the LLM one run may take.
    """

    def __init__(self, *args, tools: list[FunctionTool] = tools, max_rounds: int = 20, **kwargs):
        super().__init__(*args, **kwargs)
        self.tools = tools
        self.max_rounds = max_rounds
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
    async def handle_llm_response(
        self, ctx: Context, ev: LLMOutputEvent
    ) -> ToolCallEvent | PrepEvent | StopEvent:
        """Read the reply and decide: call a tool, ask again, or end with an answer."""
        reasoning = read_reply(ev.response.message.content or "")
        async with ctx.store.edit_state() as state:
            state["steps"].append(reasoning)
            state["rounds"] += 1
            rounds = state["rounds"]
        event = next_event(reasoning, rounds, self.max_rounds)

        if isinstance(event, StopEvent):
            self.memory.put(ChatMessage(role="assistant", content=event.result))
        return event

    @step
    async def handle_tool_calls(self, ctx: Context, ev: ToolCallEvent) -> PrepEvent:
        """Call each tool safely, and keep what comes back as an observation."""
        for tool_call in ev.tool_calls:
            key = f"{tool_call.tool_name}{sorted(tool_call.tool_kwargs.items())}"
            made = await ctx.store.get("made", default={})
            output = made[key] if key in made else call_tool_safely(self.tools, tool_call)
            async with ctx.store.edit_state() as state:
                state["made"] = {**made, key: output}
                state["steps"].append(ObservationReasoningStep(observation=output.content))
            ctx.write_event_to_stream(ToolOutputEvent(output=output))  # for whoever watches
        return PrepEvent()


# %% wrong: the answer is not among the steps
# breaks: the reasoning step of each reply, the answer's and the unreadable one's, too, and the observation of each tool call, in their order
# [USE IN MODEL]
class ReActAgent(Workflow):
    """Answer a question by thinking and calling tools in turn, and remember the conversation.

    `tools` is what it may call; `max_rounds` is how many replies of the LLM one run may take.
    """

    def __init__(self, *args, tools: list[FunctionTool] = tools, max_rounds: int = 20, **kwargs):
        super().__init__(*args, **kwargs)
        self.tools = tools
        self.max_rounds = max_rounds
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
    async def handle_llm_response(
        self, ctx: Context, ev: LLMOutputEvent
    ) -> ToolCallEvent | PrepEvent | StopEvent:
        """Read the reply and decide: call a tool, ask again, or end with an answer."""
        reasoning = read_reply(ev.response.message.content or "")
        async with ctx.store.edit_state() as state:
            if not reasoning.is_done:
                state["steps"].append(reasoning)
            state["rounds"] += 1
            rounds = state["rounds"]
        event = next_event(reasoning, rounds, self.max_rounds)

        if isinstance(event, StopEvent):
            self.memory.put(ChatMessage(role="assistant", content=event.result))
        return event

    @step
    async def handle_tool_calls(self, ctx: Context, ev: ToolCallEvent) -> PrepEvent:
        """Call each tool safely, and keep what comes back as an observation."""
        for tool_call in ev.tool_calls:
            output = call_tool_safely(self.tools, tool_call)
            async with ctx.store.edit_state() as state:
                state["steps"].append(ObservationReasoningStep(observation=output.content))
            ctx.write_event_to_stream(ToolOutputEvent(output=output))  # for whoever watches
        return PrepEvent()


# %% wrong: observations are decorated
# breaks: what `read_reply` and `call_tool_safely` say, as it is
# [USE IN MODEL]
class ReActAgent(Workflow):
    """Answer a question by thinking and calling tools in turn, and remember the conversation.

    `tools` is what it may call; `max_rounds` is how many replies of the LLM one run may take.
    """

    def __init__(self, *args, tools: list[FunctionTool] = tools, max_rounds: int = 20, **kwargs):
        super().__init__(*args, **kwargs)
        self.tools = tools
        self.max_rounds = max_rounds
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
    async def handle_llm_response(
        self, ctx: Context, ev: LLMOutputEvent
    ) -> ToolCallEvent | PrepEvent | StopEvent:
        """Read the reply and decide: call a tool, ask again, or end with an answer."""
        reasoning = read_reply(ev.response.message.content or "")
        async with ctx.store.edit_state() as state:
            state["steps"].append(reasoning)
            state["rounds"] += 1
            rounds = state["rounds"]
        event = next_event(reasoning, rounds, self.max_rounds)

        if isinstance(event, StopEvent):
            self.memory.put(ChatMessage(role="assistant", content=event.result))
        return event

    @step
    async def handle_tool_calls(self, ctx: Context, ev: ToolCallEvent) -> PrepEvent:
        """Call each tool safely, and keep what comes back as an observation."""
        for tool_call in ev.tool_calls:
            output = call_tool_safely(self.tools, tool_call)
            text = f"Error: {output.content}" if output.is_error else output.content
            async with ctx.store.edit_state() as state:
                state["steps"].append(ObservationReasoningStep(observation=text))
            ctx.write_event_to_stream(ToolOutputEvent(output=output))  # for whoever watches
        return PrepEvent()
