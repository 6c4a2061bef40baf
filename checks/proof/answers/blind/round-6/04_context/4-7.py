# %% right: a helper method keeps a reasoning step
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
        rounds = await self.keep(ctx, reasoning, new_rounds=1)
        event = next_event(reasoning, rounds, self.max_rounds)

        if isinstance(event, StopEvent):
            answer = ChatMessage(role="assistant", content=event.result)
            self.memory.put(answer)
        return event

    @step
    async def handle_tool_calls(self, ctx: Context, ev: ToolCallEvent) -> PrepEvent:
        """Call each tool safely, and keep what comes back as an observation."""
        for tool_call in ev.tool_calls:
            output = call_tool_safely(self.tools, tool_call)
            await self.keep(ctx, ObservationReasoningStep(observation=output.content))
            ctx.write_event_to_stream(ToolOutputEvent(output=output))  # for whoever watches
        return PrepEvent()

    @staticmethod
    async def keep(ctx: Context, reasoning: BaseReasoningStep, new_rounds: int = 0) -> int:
        """Append to the run's reasoning; return how many rounds there were."""
        async with ctx.store.edit_state() as state:
            state["rounds"] += new_rounds
            state["steps"].append(reasoning)
            return state["rounds"]


# %% right: new lists, and the event made within the edit
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
            state["rounds"] = state["rounds"] + 1
            state["steps"] = [*state["steps"], reasoning]
            event = next_event(reasoning, state["rounds"], self.max_rounds)

        match event:
            case StopEvent():
                self.memory.put(ChatMessage(role="assistant", content=event.result))
        return event

    @step
    async def handle_tool_calls(self, ctx: Context, ev: ToolCallEvent) -> PrepEvent:
        """Call each tool safely, and keep what comes back as an observation."""
        for tool_call in ev.tool_calls:
            output = call_tool_safely(tools=self.tools, tool_call=tool_call)
            observation = ObservationReasoningStep(observation=output.content)
            async with ctx.store.edit_state() as state:
                state["steps"] = [*state["steps"], observation]
            ctx.write_event_to_stream(ToolOutputEvent(output=output))  # for whoever watches
        return PrepEvent()


# %% right: goes on or not, asked the other way round
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
            rounds = state["rounds"] = state["rounds"] + 1
            state["steps"] += [reasoning]
        event = next_event(reasoning=reasoning, rounds=rounds, max_rounds=self.max_rounds)

        goes_on = isinstance(event, (ToolCallEvent, PrepEvent))
        if not goes_on:
            self.memory.put(ChatMessage(role="assistant", content=event.result))
        return event

    @step
    async def handle_tool_calls(self, ctx: Context, ev: ToolCallEvent) -> PrepEvent:
        """Call each tool safely, and keep what comes back as an observation."""
        for tool_call in ev.tool_calls:
            output = call_tool_safely(self.tools, tool_call)
            async with ctx.store.edit_state() as state:
                steps = state["steps"]
                steps.append(ObservationReasoningStep(observation=output.content))
                state["steps"] = steps
            ctx.write_event_to_stream(ToolOutputEvent(output=output))  # for whoever watches
        return PrepEvent()


# %% wrong: equal calls are made once
# breaks: One `ToolCallEvent` may hold several tool calls: each is called, one that was made before, too.
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
        outputs = {}
        for tool_call in ev.tool_calls:
            key = (tool_call.tool_name, repr(tool_call.tool_kwargs))
            if key not in outputs:
                outputs[key] = call_tool_safely(self.tools, tool_call)
            output = outputs[key]
            async with ctx.store.edit_state() as state:
                state["steps"].append(ObservationReasoningStep(observation=output.content))
            ctx.write_event_to_stream(ToolOutputEvent(output=output))  # for whoever watches
        return PrepEvent()


# %% wrong: remembers answers only
# breaks: whatever result a run ends with goes into memory, too, as it is; the sentence of a run without an answer, as well.
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
            self.memory.put(ChatMessage(role="assistant", content=reasoning.response))
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


# %% wrong: rounds are counted on self
# breaks: | reasoning, rounds so far | one run | `ctx.store` |
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
        self.rounds = 0

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
        self.rounds += 1
        event = next_event(reasoning, self.rounds, self.max_rounds)

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


# %% wrong: an unreadable reply is no round
# breaks: After `max_rounds` replies without an answer, readable or not, it stops and says so
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


# %% wrong: an error gets a word before it
# breaks: become observations, which the LLM reads: what `read_reply` and `call_tool_safely` say, as it is.
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
            observation = f"Error: {output.content}" if output.is_error else output.content
            async with ctx.store.edit_state() as state:
                state["steps"].append(ObservationReasoningStep(observation=observation))
            ctx.write_event_to_stream(ToolOutputEvent(output=output))  # for whoever watches
        return PrepEvent()


# %% wrong: appends to the list that get returned
# breaks: That this works here is luck: a store may hand out a copy, and what you append is lost.
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
        steps = await ctx.store.get("steps")
        steps.append(reasoning)
        rounds = await ctx.store.get("rounds") + 1
        await ctx.store.set("rounds", rounds)
        event = next_event(reasoning, rounds, self.max_rounds)

        if isinstance(event, StopEvent):
            self.memory.put(ChatMessage(role="assistant", content=event.result))
        return event

    @step
    async def handle_tool_calls(self, ctx: Context, ev: ToolCallEvent) -> PrepEvent:
        """Call each tool safely, and keep what comes back as an observation."""
        for tool_call in ev.tool_calls:
            output = call_tool_safely(self.tools, tool_call)
            steps = await ctx.store.get("steps")
            steps.append(ObservationReasoningStep(observation=output.content))
            ctx.write_event_to_stream(ToolOutputEvent(output=output))  # for whoever watches
        return PrepEvent()
