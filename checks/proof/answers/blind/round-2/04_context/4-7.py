# %% right: new lists in place of append
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
        event = next_event(reasoning=reasoning, rounds=rounds, max_rounds=self.max_rounds)

        # about 2 lines: if the run ends here, its result goes into memory, as the assistant's
        match event:
            case StopEvent(result=result):
                self.memory.put(ChatMessage(role="assistant", content=result))
        return event

    @step
    async def handle_tool_calls(self, ctx: Context, ev: ToolCallEvent) -> PrepEvent:
        """Call each tool safely, and keep what comes back as an observation."""
        for tool_call in ev.tool_calls:
            # about 3 lines: call the tool, `output` is what comes back; append an
            # ObservationReasoningStep with its content to "steps"
            output = call_tool_safely(self.tools, tool_call)
            observation = ObservationReasoningStep(observation=output.content)
            async with ctx.store.edit_state() as state:
                state["steps"] += [observation]
            ctx.write_event_to_stream(ToolOutputEvent(output=output))  # for whoever watches
        return PrepEvent()


# %% right: a helper method that notes a step
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

    async def _note(self, ctx: Context, reasoning: BaseReasoningStep, replies: int = 0) -> int:
        """Append to the reasoning of this run, and return its rounds so far."""
        async with ctx.store.edit_state() as state:
            state["steps"].append(reasoning)
            state["rounds"] += replies
            return state["rounds"]

    def _remember_answer(self, answer: str) -> None:
        self.memory.put(ChatMessage(role="assistant", content=answer))

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
        rounds = await self._note(ctx, reasoning, replies=1)
        event = next_event(reasoning, rounds, self.max_rounds)

        # about 2 lines: if the run ends here, its result goes into memory, as the assistant's
        if type(event) is StopEvent:
            self._remember_answer(event.result)
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


# %% right: rounds read back, and set for the observations
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
        event = next_event(reasoning, await ctx.store.get("rounds"), self.max_rounds)

        # about 2 lines: if the run ends here, its result goes into memory, as the assistant's
        ends = isinstance(event, StopEvent)
        if ends:
            answer = ChatMessage(role="assistant", content=event.result)
            self.memory.put(answer)
        return event

    @step
    async def handle_tool_calls(self, ctx: Context, ev: ToolCallEvent) -> PrepEvent:
        """Call each tool safely, and keep what comes back as an observation."""
        for tool_call in ev.tool_calls:
            # about 3 lines: call the tool, `output` is what comes back; append an
            # ObservationReasoningStep with its content to "steps"
            output = call_tool_safely(tools=self.tools, tool_call=tool_call)
            seen = ObservationReasoningStep(observation=output.content)
            steps = await ctx.store.get("steps")
            await ctx.store.set("steps", steps + [seen])
            ctx.write_event_to_stream(ToolOutputEvent(output=output))  # for whoever watches
        return PrepEvent()


# %% wrong: only true answers are remembered
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


# %% wrong: the answer is no step
# breaks: the reasoning step of each reply, the answer's and the unreadable one's, too, and the observation of each tool call, in their order.
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


# %% wrong: unreadable replies are no rounds
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


# %% wrong: the tools of the notebook
# breaks: `tools` is what it may call; `max_rounds` is how many replies of the LLM one run may take.
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


# %% wrong: an error is announced as such
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
            text = f"Error: {output.content}" if output.is_error else output.content
            async with ctx.store.edit_state() as state:
                state["steps"].append(ObservationReasoningStep(observation=text))
            ctx.write_event_to_stream(ToolOutputEvent(output=output))  # for whoever watches
        return PrepEvent()


# %% wrong: a call that came before is not made again
# breaks: One `ToolCallEvent` may hold several tool calls: each is called.
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
        self.outputs = {}

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
            key = (tool_call.tool_name, repr(tool_call.tool_kwargs))
            if key not in self.outputs:
                self.outputs[key] = call_tool_safely(self.tools, tool_call)
            output = self.outputs[key]
            async with ctx.store.edit_state() as state:
                state["steps"].append(ObservationReasoningStep(observation=output.content))
            ctx.write_event_to_stream(ToolOutputEvent(output=output))  # for whoever watches
        return PrepEvent()


# %% wrong: the rounds on self
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
        self.rounds = 1 if len(state["steps"]) == 1 else self.rounds + 1
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
