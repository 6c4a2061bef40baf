# %% right: new lists, count in a variable
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
        # about 5 lines: append `reasoning` to "steps" and count up "rounds", in a state edit;
        # then make `event` by next_event
        async with ctx.store.edit_state() as state:
            rounds = state["rounds"] + 1
            state["rounds"] = rounds
            state["steps"] = state["steps"] + [reasoning]
        event = next_event(reasoning, rounds=rounds, max_rounds=self.max_rounds)

        # about 2 lines: if the run ends here, its result goes into memory, as the assistant's
        match event:
            case StopEvent(result=answer):
                self.memory.put(ChatMessage(role="assistant", content=answer))
        return event

    @step
    async def handle_tool_calls(self, ctx: Context, ev: ToolCallEvent) -> PrepEvent:
        """Call each tool safely, and keep what comes back as an observation."""
        for tool_call in ev.tool_calls:
            # about 3 lines: call the tool, `output` is what comes back; append an
            # ObservationReasoningStep with its content to "steps"
            output = call_tool_safely(tools=self.tools, tool_call=tool_call)
            seen = ObservationReasoningStep(observation=str(output))
            async with ctx.store.edit_state() as state:
                state["steps"] += [seen]
            ctx.write_event_to_stream(ToolOutputEvent(output=output))  # for whoever watches
        return PrepEvent()


# %% right: a helper that notes a step
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
        # about 5 lines: append `reasoning` to "steps" and count up "rounds", in a state edit;
        # then make `event` by next_event
        rounds = await self._note(ctx, reasoning, rounds=1)
        event = next_event(reasoning, rounds, self.max_rounds)

        # about 2 lines: if the run ends here, its result goes into memory, as the assistant's
        ended = isinstance(event, StopEvent)
        if ended:
            self.memory.put(ChatMessage(content=event.result, role="assistant"))
        return event

    @step
    async def handle_tool_calls(self, ctx: Context, ev: ToolCallEvent) -> PrepEvent:
        """Call each tool safely, and keep what comes back as an observation."""
        for tool_call in ev.tool_calls:
            # about 3 lines: call the tool, `output` is what comes back; append an
            # ObservationReasoningStep with its content to "steps"
            output = call_tool_safely(self.tools, tool_call)
            await self._note(ctx, ObservationReasoningStep(observation=output.content))
            ctx.write_event_to_stream(ToolOutputEvent(output=output))  # for whoever watches
        return PrepEvent()

    async def _note(self, ctx: Context, reasoning: BaseReasoningStep, rounds: int = 0) -> int:
        """Append a reasoning step, count these rounds, and return how many there are."""
        async with ctx.store.edit_state() as state:
            state["steps"].append(reasoning)
            state["rounds"] += rounds
            return state["rounds"]


# %% right: decides inside the edit
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
        # about 5 lines: append `reasoning` to "steps" and count up "rounds", in a state edit;
        # then make `event` by next_event
        async with ctx.store.edit_state() as state:
            state["rounds"] += 1
            state["steps"].append(reasoning)
            event = next_event(reasoning, state["rounds"], self.max_rounds)

        # about 2 lines: if the run ends here, its result goes into memory, as the assistant's
        if not isinstance(event, (ToolCallEvent, PrepEvent)):
            last_words = ChatMessage(role="assistant", content=event.result)
            self.memory.put(last_words)
        return event

    @step
    async def handle_tool_calls(self, ctx: Context, ev: ToolCallEvent) -> PrepEvent:
        """Call each tool safely, and keep what comes back as an observation."""
        for tool_call in ev.tool_calls:
            # about 3 lines: call the tool, `output` is what comes back; append an
            # ObservationReasoningStep with its content to "steps"
            async with ctx.store.edit_state() as state:
                output = call_tool_safely(self.tools, tool_call)
                observation = ObservationReasoningStep(observation=output.content)
                state["steps"].append(observation)
            ctx.write_event_to_stream(ToolOutputEvent(output=output))  # for whoever watches
        return PrepEvent()


# %% wrong: only answers go into memory
# breaks: whatever result a run ends with goes into memory, too.
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
        # about 5 lines: append `reasoning` to "steps" and count up "rounds", in a state edit;
        # then make `event` by next_event
        async with ctx.store.edit_state() as state:
            state["steps"].append(reasoning)
            state["rounds"] += 1
            rounds = state["rounds"]
        event = next_event(reasoning, rounds, self.max_rounds)

        # about 2 lines: if the run ends here, its result goes into memory, as the assistant's
        if reasoning.is_done:
            self.memory.put(ChatMessage(role="assistant", content=event.result))
        return event

    @step
    async def handle_tool_calls(self, ctx: Context, ev: ToolCallEvent) -> PrepEvent:
        """Call each tool safely, and keep what comes back as an observation."""
        for tool_call in ev.tool_calls:
            # about 3 lines: call the tool, `output` is what comes back; append an
            # ObservationReasoningStep with its content to "steps"
            output = call_tool_safely(self.tools, tool_call)
            async with ctx.store.edit_state() as state:
                state["steps"].append(ObservationReasoningStep(observation=output.content))
            ctx.write_event_to_stream(ToolOutputEvent(output=output))  # for whoever watches
        return PrepEvent()


# %% wrong: the whole reply goes into memory
# breaks: if the run ends here, its result goes into memory, as the assistant's
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
        # about 5 lines: append `reasoning` to "steps" and count up "rounds", in a state edit;
        # then make `event` by next_event
        async with ctx.store.edit_state() as state:
            state["steps"].append(reasoning)
            state["rounds"] += 1
            rounds = state["rounds"]
        event = next_event(reasoning, rounds, self.max_rounds)

        # about 2 lines: if the run ends here, its result goes into memory, as the assistant's
        if isinstance(event, StopEvent):
            self.memory.put(ChatMessage(role="assistant", content=ev.response.message.content))
        return event

    @step
    async def handle_tool_calls(self, ctx: Context, ev: ToolCallEvent) -> PrepEvent:
        """Call each tool safely, and keep what comes back as an observation."""
        for tool_call in ev.tool_calls:
            # about 3 lines: call the tool, `output` is what comes back; append an
            # ObservationReasoningStep with its content to "steps"
            output = call_tool_safely(self.tools, tool_call)
            async with ctx.store.edit_state() as state:
                state["steps"].append(ObservationReasoningStep(observation=output.content))
            ctx.write_event_to_stream(ToolOutputEvent(output=output))  # for whoever watches
        return PrepEvent()


# %% wrong: the rounds on self
# breaks: reasoning, rounds so far | one run | `ctx.store`
# [USE IN MODEL]
class ReActAgent(Workflow):
    """Answer a question by thinking and calling tools in turn, and remember the conversation.

    `tools` is what it may call; `max_rounds` is how many replies of the LLM one run may take.
    """

    def __init__(self, *args, tools: list[FunctionTool] = tools, max_rounds: int = 20, **kwargs):
        super().__init__(*args, **kwargs)
        self.tools = tools
        self.max_rounds = max_rounds
        self.rounds = 0
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
        # about 5 lines: append `reasoning` to "steps" and count up "rounds", in a state edit;
        # then make `event` by next_event
        self.rounds += 1
        async with ctx.store.edit_state() as state:
            state["steps"].append(reasoning)
            state["rounds"] = self.rounds
        event = next_event(reasoning, self.rounds, self.max_rounds)

        # about 2 lines: if the run ends here, its result goes into memory, as the assistant's
        if isinstance(event, StopEvent):
            self.memory.put(ChatMessage(role="assistant", content=event.result))
        return event

    @step
    async def handle_tool_calls(self, ctx: Context, ev: ToolCallEvent) -> PrepEvent:
        """Call each tool safely, and keep what comes back as an observation."""
        for tool_call in ev.tool_calls:
            # about 3 lines: call the tool, `output` is what comes back; append an
            # ObservationReasoningStep with its content to "steps"
            output = call_tool_safely(self.tools, tool_call)
            async with ctx.store.edit_state() as state:
                state["steps"].append(ObservationReasoningStep(observation=output.content))
            ctx.write_event_to_stream(ToolOutputEvent(output=output))  # for whoever watches
        return PrepEvent()


# %% wrong: a fixed text for a failed tool
# breaks: append an ObservationReasoningStep with its content to "steps"
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
        # about 5 lines: append `reasoning` to "steps" and count up "rounds", in a state edit;
        # then make `event` by next_event
        async with ctx.store.edit_state() as state:
            state["steps"].append(reasoning)
            state["rounds"] += 1
            rounds = state["rounds"]
        event = next_event(reasoning, rounds, self.max_rounds)

        # about 2 lines: if the run ends here, its result goes into memory, as the assistant's
        if isinstance(event, StopEvent):
            self.memory.put(ChatMessage(role="assistant", content=event.result))
        return event

    @step
    async def handle_tool_calls(self, ctx: Context, ev: ToolCallEvent) -> PrepEvent:
        """Call each tool safely, and keep what comes back as an observation."""
        for tool_call in ev.tool_calls:
            # about 3 lines: call the tool, `output` is what comes back; append an
            # ObservationReasoningStep with its content to "steps"
            output = call_tool_safely(self.tools, tool_call)
            text = "The tool failed. Try again." if output.is_error else output.content
            async with ctx.store.edit_state() as state:
                state["steps"].append(ObservationReasoningStep(observation=text))
            ctx.write_event_to_stream(ToolOutputEvent(output=output))  # for whoever watches
        return PrepEvent()


# %% wrong: calls the tool directly
# breaks: Call each tool safely, and keep what comes back as an observation.
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
        # about 5 lines: append `reasoning` to "steps" and count up "rounds", in a state edit;
        # then make `event` by next_event
        async with ctx.store.edit_state() as state:
            state["steps"].append(reasoning)
            state["rounds"] += 1
            rounds = state["rounds"]
        event = next_event(reasoning, rounds, self.max_rounds)

        # about 2 lines: if the run ends here, its result goes into memory, as the assistant's
        if isinstance(event, StopEvent):
            self.memory.put(ChatMessage(role="assistant", content=event.result))
        return event

    @step
    async def handle_tool_calls(self, ctx: Context, ev: ToolCallEvent) -> PrepEvent:
        """Call each tool safely, and keep what comes back as an observation."""
        for tool_call in ev.tool_calls:
            # about 3 lines: call the tool, `output` is what comes back; append an
            # ObservationReasoningStep with its content to "steps"
            tool = {tool.metadata.name: tool for tool in self.tools}[tool_call.tool_name]
            output = tool(**tool_call.tool_kwargs)
            async with ctx.store.edit_state() as state:
                state["steps"].append(ObservationReasoningStep(observation=output.content))
            ctx.write_event_to_stream(ToolOutputEvent(output=output))  # for whoever watches
        return PrepEvent()


# %% wrong: the tools of the notebook
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
        # about 5 lines: append `reasoning` to "steps" and count up "rounds", in a state edit;
        # then make `event` by next_event
        async with ctx.store.edit_state() as state:
            state["steps"].append(reasoning)
            state["rounds"] += 1
            rounds = state["rounds"]
        event = next_event(reasoning, rounds, self.max_rounds)

        # about 2 lines: if the run ends here, its result goes into memory, as the assistant's
        if isinstance(event, StopEvent):
            self.memory.put(ChatMessage(role="assistant", content=event.result))
        return event

    @step
    async def handle_tool_calls(self, ctx: Context, ev: ToolCallEvent) -> PrepEvent:
        """Call each tool safely, and keep what comes back as an observation."""
        for tool_call in ev.tool_calls:
            # about 3 lines: call the tool, `output` is what comes back; append an
            # ObservationReasoningStep with its content to "steps"
            output = call_tool_safely(tools, tool_call)
            async with ctx.store.edit_state() as state:
                state["steps"].append(ObservationReasoningStep(observation=output.content))
            ctx.write_event_to_stream(ToolOutputEvent(output=output))  # for whoever watches
        return PrepEvent()


# %% wrong: unreadable replies leave no step
# breaks: every reply and every observation, in their order.
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
        # about 5 lines: append `reasoning` to "steps" and count up "rounds", in a state edit;
        # then make `event` by next_event
        async with ctx.store.edit_state() as state:
            if not isinstance(reasoning, ObservationReasoningStep):
                state["steps"].append(reasoning)
            state["rounds"] += 1
            rounds = state["rounds"]
        event = next_event(reasoning, rounds, self.max_rounds)

        # about 2 lines: if the run ends here, its result goes into memory, as the assistant's
        if isinstance(event, StopEvent):
            self.memory.put(ChatMessage(role="assistant", content=event.result))
        return event

    @step
    async def handle_tool_calls(self, ctx: Context, ev: ToolCallEvent) -> PrepEvent:
        """Call each tool safely, and keep what comes back as an observation."""
        for tool_call in ev.tool_calls:
            # about 3 lines: call the tool, `output` is what comes back; append an
            # ObservationReasoningStep with its content to "steps"
            output = call_tool_safely(self.tools, tool_call)
            async with ctx.store.edit_state() as state:
                state["steps"].append(ObservationReasoningStep(observation=output.content))
            ctx.write_event_to_stream(ToolOutputEvent(output=output))  # for whoever watches
        return PrepEvent()


# %% wrong: the answer leaves no step
# breaks: every reply and every observation, in their order.
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
        # about 5 lines: append `reasoning` to "steps" and count up "rounds", in a state edit;
        # then make `event` by next_event
        async with ctx.store.edit_state() as state:
            if not reasoning.is_done:
                state["steps"].append(reasoning)
            state["rounds"] += 1
            rounds = state["rounds"]
        event = next_event(reasoning, rounds, self.max_rounds)

        # about 2 lines: if the run ends here, its result goes into memory, as the assistant's
        if isinstance(event, StopEvent):
            self.memory.put(ChatMessage(role="assistant", content=event.result))
        return event

    @step
    async def handle_tool_calls(self, ctx: Context, ev: ToolCallEvent) -> PrepEvent:
        """Call each tool safely, and keep what comes back as an observation."""
        for tool_call in ev.tool_calls:
            # about 3 lines: call the tool, `output` is what comes back; append an
            # ObservationReasoningStep with its content to "steps"
            output = call_tool_safely(self.tools, tool_call)
            async with ctx.store.edit_state() as state:
                state["steps"].append(ObservationReasoningStep(observation=output.content))
            ctx.write_event_to_stream(ToolOutputEvent(output=output))  # for whoever watches
        return PrepEvent()


# %% wrong: appends to the list that get returned
# breaks: append `reasoning` to "steps" and count up "rounds", in a state edit
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
        # about 5 lines: append `reasoning` to "steps" and count up "rounds", in a state edit;
        # then make `event` by next_event
        steps = await ctx.store.get("steps")
        steps.append(reasoning)
        rounds = await ctx.store.get("rounds") + 1
        await ctx.store.set("rounds", rounds)
        event = next_event(reasoning, rounds, self.max_rounds)

        # about 2 lines: if the run ends here, its result goes into memory, as the assistant's
        if isinstance(event, StopEvent):
            self.memory.put(ChatMessage(role="assistant", content=event.result))
        return event

    @step
    async def handle_tool_calls(self, ctx: Context, ev: ToolCallEvent) -> PrepEvent:
        """Call each tool safely, and keep what comes back as an observation."""
        for tool_call in ev.tool_calls:
            # about 3 lines: call the tool, `output` is what comes back; append an
            # ObservationReasoningStep with its content to "steps"
            output = call_tool_safely(self.tools, tool_call)
            async with ctx.store.edit_state() as state:
                state["steps"].append(ObservationReasoningStep(observation=output.content))
            ctx.write_event_to_stream(ToolOutputEvent(output=output))  # for whoever watches
        return PrepEvent()


# %% wrong: 20 rounds whatever max_rounds says
# breaks: After `max_rounds` replies without an answer it stops and says so.
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
        # about 5 lines: append `reasoning` to "steps" and count up "rounds", in a state edit;
        # then make `event` by next_event
        async with ctx.store.edit_state() as state:
            state["steps"].append(reasoning)
            state["rounds"] += 1
            rounds = state["rounds"]
        event = next_event(reasoning, rounds, 20)

        # about 2 lines: if the run ends here, its result goes into memory, as the assistant's
        if isinstance(event, StopEvent):
            self.memory.put(ChatMessage(role="assistant", content=event.result))
        return event

    @step
    async def handle_tool_calls(self, ctx: Context, ev: ToolCallEvent) -> PrepEvent:
        """Call each tool safely, and keep what comes back as an observation."""
        for tool_call in ev.tool_calls:
            # about 3 lines: call the tool, `output` is what comes back; append an
            # ObservationReasoningStep with its content to "steps"
            output = call_tool_safely(self.tools, tool_call)
            async with ctx.store.edit_state() as state:
                state["steps"].append(ObservationReasoningStep(observation=output.content))
            ctx.write_event_to_stream(ToolOutputEvent(output=output))  # for whoever watches
        return PrepEvent()


# %% wrong: only tool calls count as rounds
# breaks: After `max_rounds` replies without an answer it stops and says so.
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
        # about 5 lines: append `reasoning` to "steps" and count up "rounds", in a state edit;
        # then make `event` by next_event
        async with ctx.store.edit_state() as state:
            state["steps"].append(reasoning)
            if not isinstance(reasoning, ObservationReasoningStep):
                state["rounds"] += 1
            rounds = state["rounds"]
        event = next_event(reasoning, rounds, self.max_rounds)

        # about 2 lines: if the run ends here, its result goes into memory, as the assistant's
        if isinstance(event, StopEvent):
            self.memory.put(ChatMessage(role="assistant", content=event.result))
        return event

    @step
    async def handle_tool_calls(self, ctx: Context, ev: ToolCallEvent) -> PrepEvent:
        """Call each tool safely, and keep what comes back as an observation."""
        for tool_call in ev.tool_calls:
            # about 3 lines: call the tool, `output` is what comes back; append an
            # ObservationReasoningStep with its content to "steps"
            output = call_tool_safely(self.tools, tool_call)
            async with ctx.store.edit_state() as state:
                state["steps"].append(ObservationReasoningStep(observation=output.content))
            ctx.write_event_to_stream(ToolOutputEvent(output=output))  # for whoever watches
        return PrepEvent()


# %% wrong: the result is remembered as the user's
# breaks: its result goes into memory, as the assistant's
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
        # about 5 lines: append `reasoning` to "steps" and count up "rounds", in a state edit;
        # then make `event` by next_event
        async with ctx.store.edit_state() as state:
            state["steps"].append(reasoning)
            state["rounds"] += 1
            rounds = state["rounds"]
        event = next_event(reasoning, rounds, self.max_rounds)

        # about 2 lines: if the run ends here, its result goes into memory, as the assistant's
        if isinstance(event, StopEvent):
            self.memory.put(ChatMessage(role="user", content=event.result))
        return event

    @step
    async def handle_tool_calls(self, ctx: Context, ev: ToolCallEvent) -> PrepEvent:
        """Call each tool safely, and keep what comes back as an observation."""
        for tool_call in ev.tool_calls:
            # about 3 lines: call the tool, `output` is what comes back; append an
            # ObservationReasoningStep with its content to "steps"
            output = call_tool_safely(self.tools, tool_call)
            async with ctx.store.edit_state() as state:
                state["steps"].append(ObservationReasoningStep(observation=output.content))
            ctx.write_event_to_stream(ToolOutputEvent(output=output))  # for whoever watches
        return PrepEvent()


# %% wrong: only the last tool call leaves an observation
# breaks: Call each tool safely, and keep what comes back as an observation.
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
        # about 5 lines: append `reasoning` to "steps" and count up "rounds", in a state edit;
        # then make `event` by next_event
        async with ctx.store.edit_state() as state:
            state["steps"].append(reasoning)
            state["rounds"] += 1
            rounds = state["rounds"]
        event = next_event(reasoning, rounds, self.max_rounds)

        # about 2 lines: if the run ends here, its result goes into memory, as the assistant's
        if isinstance(event, StopEvent):
            self.memory.put(ChatMessage(role="assistant", content=event.result))
        return event

    @step
    async def handle_tool_calls(self, ctx: Context, ev: ToolCallEvent) -> PrepEvent:
        """Call each tool safely, and keep what comes back as an observation."""
        for tool_call in ev.tool_calls:
            # about 3 lines: call the tool, `output` is what comes back; append an
            # ObservationReasoningStep with its content to "steps"
            output = call_tool_safely(self.tools, tool_call)
            ctx.write_event_to_stream(ToolOutputEvent(output=output))  # for whoever watches
        async with ctx.store.edit_state() as state:
            state["steps"].append(ObservationReasoningStep(observation=output.content))
        return PrepEvent()
