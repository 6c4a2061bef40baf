# %% right: new lists in place of append, a match for the end
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
            state["steps"] = [*state["steps"], reasoning]
        event = next_event(reasoning, rounds=rounds, max_rounds=self.max_rounds)

        # about 2 lines: if the run ends here, its result goes into memory, as the assistant's
        match event:
            case StopEvent(result=result):
                self.memory.put(ChatMessage(content=result, role="assistant"))
        return event

    @step
    async def handle_tool_calls(self, ctx: Context, ev: ToolCallEvent) -> PrepEvent:
        """Call each tool safely, and keep what comes back as an observation."""
        for tool_call in ev.tool_calls:
            # about 3 lines: call the tool, `output` is what comes back; append an
            # ObservationReasoningStep with its content to "steps"
            output = call_tool_safely(self.tools, tool_call)
            observed = ObservationReasoningStep(observation=str(output))
            async with ctx.store.edit_state() as run_state:
                run_state["steps"] = run_state["steps"] + [observed]
            ctx.write_event_to_stream(ToolOutputEvent(output=output))  # for whoever watches
        return PrepEvent()


# %% right: helper methods for thinking and remembering
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
        rounds = await self._think(ctx, reasoning, new_rounds=1)
        event = next_event(reasoning, rounds, self.max_rounds)

        # about 2 lines: if the run ends here, its result goes into memory, as the assistant's
        if isinstance(event, StopEvent):
            message = ChatMessage(role="assistant", content=event.result)
            self.memory.put(message)
        return event

    @step
    async def handle_tool_calls(self, ctx: Context, ev: ToolCallEvent) -> PrepEvent:
        """Call each tool safely, and keep what comes back as an observation."""
        for tool_call in ev.tool_calls:
            # about 3 lines: call the tool, `output` is what comes back; append an
            # ObservationReasoningStep with its content to "steps"
            output = call_tool_safely(self.tools, tool_call)
            await self._think(ctx, ObservationReasoningStep(observation=output.content))
            ctx.write_event_to_stream(ToolOutputEvent(output=output))  # for whoever watches
        return PrepEvent()

    async def _think(self, ctx: Context, thought: BaseReasoningStep, new_rounds: int = 0) -> int:
        """Add a reasoning step and perhaps a round to this run; return its rounds so far."""
        async with ctx.store.edit_state() as state:
            state["steps"].append(thought)
            state["rounds"] += new_rounds
            return state["rounds"]


# %% right: the event made inside the edit, all observations in one edit
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
            state.rounds += 1
            state.steps.append(reasoning)
            event = next_event(reasoning, state.rounds, self.max_rounds)

        # about 2 lines: if the run ends here, its result goes into memory, as the assistant's
        ends_here = isinstance(event, StopEvent)
        if ends_here:
            self.memory.put(ChatMessage(role="assistant", content=event.result))
        return event

    @step
    async def handle_tool_calls(self, ctx: Context, ev: ToolCallEvent) -> PrepEvent:
        """Call each tool safely, and keep what comes back as an observation."""
        observations = []
        for tool_call in ev.tool_calls:
            # about 3 lines: call the tool, `output` is what comes back; append an
            # ObservationReasoningStep with its content to "steps"
            output = call_tool_safely(self.tools, tool_call)
            observations.append(ObservationReasoningStep(observation=output.content))
            ctx.write_event_to_stream(ToolOutputEvent(output=output))  # for whoever watches
        async with ctx.store.edit_state() as state:
            state["steps"].extend(observations)
        return PrepEvent()


# %% wrong: only an answer goes into memory
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


# %% wrong: an action that was made before is not called again
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
            key = f"{tool_call.tool_name} {tool_call.tool_kwargs}"
            async with ctx.store.edit_state() as state:
                known = state.get("known", {})
                if key not in known:
                    known[key] = call_tool_safely(self.tools, tool_call)
                output = known[key]
                state["known"] = known
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


# %% wrong: a word before the failure of a tool
# breaks: become observations, which the LLM reads: what `read_reply` and `call_tool_safely` say, as it is
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
            observation = f"Error: {output.content}" if output.is_error else output.content
            async with ctx.store.edit_state() as state:
                state["steps"].append(ObservationReasoningStep(observation=observation))
            ctx.write_event_to_stream(ToolOutputEvent(output=output))  # for whoever watches
        return PrepEvent()


# %% wrong: the rounds counted by the steps
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
        # about 5 lines: append `reasoning` to "steps" and count up "rounds", in a state edit;
        # then make `event` by next_event
        async with ctx.store.edit_state() as state:
            state["steps"].append(reasoning)
            state["rounds"] = rounds = len(state["steps"])
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
