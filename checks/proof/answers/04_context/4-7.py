# %% right: set instead of edit_state, an own list as memory, steps in other words
class ReActAgent(Workflow):
    def __init__(self, *args, tools=tools, max_rounds=20, **kwargs):
        super().__init__(*args, **kwargs)
        self.tools, self.max_rounds = tools, max_rounds
        self.conversation = []

    @step
    async def new_user_msg(self, ctx: Context, ev: StartEvent) -> PrepEvent:
        self.conversation.append(ChatMessage(role="user", content=ev.input))
        await ctx.store.set("history", list(self.conversation))
        await ctx.store.set("steps", [])
        await ctx.store.set("rounds", 0)
        return PrepEvent()

    @step
    async def prepare_llm_prompt(self, ctx: Context, ev: PrepEvent) -> LLMInputEvent:
        prompt = ReActChatFormatter().format(
            tools=self.tools,
            chat_history=await ctx.store.get("history"),
            current_reasoning=await ctx.store.get("steps"),
        )
        return LLMInputEvent(input=prompt)

    @step
    async def invoke_llm(self, ev: LLMInputEvent) -> LLMOutputEvent:
        return LLMOutputEvent(response=await Settings.llm.achat(ev.input))

    @step
    async def handle_llm_response(
        self, ctx: Context, ev: LLMOutputEvent
    ) -> ToolCallEvent | PrepEvent | StopEvent:
        rounds = await ctx.store.get("rounds") + 1
        await ctx.store.set("rounds", rounds)
        failed = False
        try:
            thought = ReActOutputParser().parse(ev.response.message.content)
        except Exception as error:
            failed, thought = True, ObservationReasoningStep(observation=f"Unreadable: {error}")
        await ctx.store.set("steps", [*await ctx.store.get("steps"), thought])
        if thought.is_done:
            self.conversation.append(ChatMessage(role="assistant", content=thought.response))
            return StopEvent(result=thought.response)
        if rounds == self.max_rounds:
            sorry = "Sorry, I could not find out."
            self.conversation.append(ChatMessage(role="assistant", content=sorry))
            return StopEvent(result=sorry)
        return PrepEvent() if failed else route_step(thought)

    @step
    async def handle_tool_calls(self, ctx: Context, ev: ToolCallEvent) -> PrepEvent:
        outputs = [call_tool_safely(self.tools, tool_call) for tool_call in ev.tool_calls]
        steps = [ObservationReasoningStep(observation=str(output)) for output in outputs]
        await ctx.store.set("steps", await ctx.store.get("steps") + steps)
        return PrepEvent()


agent = ReActAgent(timeout=180)


# %% right: the newer Memory class, and its messages asked for asynchronously, under a lock
# cell: agent
from llama_index.core.memory import Memory


class ReActAgent(ReActAgent):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.memory = Memory.from_defaults()
        self.lock = asyncio.Lock()

    @step
    async def new_user_msg(self, ctx: Context, ev: StartEvent) -> PrepEvent:
        async with self.lock:
            await self.memory.aput(ChatMessage(role="user", content=ev.input))
            history = await self.memory.aget()
        async with ctx.store.edit_state() as state:
            state.history, state.steps, state.rounds = history, [], 0
        return PrepEvent()

    @step
    async def handle_llm_response(
        self, ctx: Context, ev: LLMOutputEvent
    ) -> ToolCallEvent | PrepEvent | StopEvent:
        try:
            reasoning = ReActOutputParser().parse(ev.response.message.content)
        except ValueError as error:
            reasoning = ObservationReasoningStep(observation=str(error))
        async with ctx.store.edit_state() as state:
            state.steps.append(reasoning)
            state.rounds += 1
            rounds = state.rounds
        if not reasoning.is_done and rounds >= self.max_rounds:
            event = StopEvent(result="That took too many rounds.")
        elif isinstance(reasoning, ObservationReasoningStep):
            return PrepEvent()
        else:
            event = route_step(reasoning)
        if isinstance(event, StopEvent):
            async with self.lock:  # else it may come between another run's question and its history
                await self.memory.aput(ChatMessage(role="assistant", content=event.result))
        return event


agent = ReActAgent(timeout=180)


# %% right: an extra step with an event of its own, for all tool calls
# cell: agent
class ObserveEvent(Event):
    outputs: list[ToolOutput]


class ReActAgent(ReActAgent):
    @step
    async def handle_tool_calls(self, ctx: Context, ev: ToolCallEvent) -> ObserveEvent:
        calls = [asyncio.to_thread(call_tool_safely, self.tools, one) for one in ev.tool_calls]
        return ObserveEvent(outputs=await asyncio.gather(*calls))

    @step
    async def note(self, ctx: Context, ev: ObserveEvent) -> PrepEvent:
        async with ctx.store.edit_state() as state:
            for output in ev.outputs:
                state["steps"].append(ObservationReasoningStep(observation=output.content))
        return PrepEvent()


agent = ReActAgent(timeout=180)


# %% right: free helper functions, and steps that come from a mixin
# cell: agent
async def note(ctx, text):
    async with ctx.store.edit_state() as state:
        state["steps"] = state["steps"] + [ObservationReasoningStep(observation=text)]


class CallsTools:
    @step
    async def handle_tool_calls(self, ctx: Context, ev: ToolCallEvent) -> PrepEvent:
        for chosen in ev.tool_calls:
            await note(ctx, call_tool_safely(self.tools, chosen).content)
        return PrepEvent()


class ReActAgent(CallsTools, ReActAgent):
    pass


agent = ReActAgent(timeout=180)


# %% right: tools awaited, steps merged: the prompt is made where the LLM is asked
# cell: agent
class ReActAgent(Workflow):
    def __init__(self, *args, tools=tools, max_rounds=20, **kwargs):
        super().__init__(*args, **kwargs)
        self.tools, self.max_rounds = {tool.metadata.name: tool for tool in tools}, max_rounds
        self.memory = ChatMemoryBuffer.from_defaults(token_limit=8000)

    @step
    async def new_user_msg(self, ctx: Context, ev: StartEvent) -> PrepEvent:
        self.memory.put(ChatMessage(role="user", content=ev.input))
        await ctx.store.set("history", self.memory.get_all().copy())
        await ctx.store.set("steps", [])
        await ctx.store.set("left", self.max_rounds)
        return PrepEvent()

    @step
    async def ask(self, ctx: Context, ev: PrepEvent) -> LLMOutputEvent | StopEvent:
        left = await ctx.store.get("left")
        if left == 0:
            return self.end("There is no answer yet, and I have to stop.")
        await ctx.store.set("left", left - 1)
        prompt = ReActChatFormatter().format(
            list(self.tools.values()), await ctx.store.get("history"), await ctx.store.get("steps")
        )
        return LLMOutputEvent(response=await Settings.llm.achat(prompt))

    def end(self, text: str) -> StopEvent:
        self.memory.put(ChatMessage(role="assistant", content=text))
        return StopEvent(result=text)

    @step
    async def read(self, ctx: Context, ev: LLMOutputEvent) -> PrepEvent | StopEvent:
        found = []
        try:
            found.append(ReActOutputParser().parse(ev.response.message.content))
        except ValueError as error:
            found.append(ObservationReasoningStep(observation=f"Please keep to the format: {error}"))
        else:
            if found[0].is_done or await ctx.store.get("left") == 0:
                async with ctx.store.edit_state() as state:
                    state["steps"] += found
                if found[0].is_done:
                    return self.end(found[0].response)
                return PrepEvent()
            try:
                output = await self.tools[found[0].action].acall(**found[0].action_input)
                text = output.content
            except Exception as error:
                text = f"{type(error).__name__}: {error}"
            found.append(ObservationReasoningStep(observation=text))
        async with ctx.store.edit_state() as state:
            state["steps"] += found
        return PrepEvent()


agent = ReActAgent(timeout=180)


# %% wrong: drops the observation
# check: shows_the_llm_what_the_tool_gave
# says: is not in the next prompt
# cell: agent
class ReActAgent(ReActAgent):
    @step
    async def handle_tool_calls(self, ctx: Context, ev: ToolCallEvent) -> PrepEvent:
        for tool_call in ev.tool_calls:
            call_tool_safely(self.tools, tool_call)
        return PrepEvent()


agent = ReActAgent(timeout=180)


# %% wrong: gives the formatter no reasoning
# check: shows_the_llm_what_the_tool_gave
# says: is not in the next prompt
# cell: agent
class ReActAgent(ReActAgent):
    @step
    async def prepare_llm_prompt(self, ctx: Context, ev: PrepEvent) -> LLMInputEvent:
        history = await ctx.store.get("history")
        return LLMInputEvent(input=self.formatter.format(self.tools, history))


agent = ReActAgent(timeout=180)


# %% wrong: keeps the latest observation only
# check: answers_any_question
# says: keep all of them in their order
# cell: agent
class ReActAgent(ReActAgent):
    @step
    async def handle_tool_calls(self, ctx: Context, ev: ToolCallEvent) -> PrepEvent:
        output = call_tool_safely(self.tools, ev.tool_calls[0])
        async with ctx.store.edit_state() as state:
            state["steps"] = [
                state["steps"][-1], ObservationReasoningStep(observation=output.content)
            ]
        return PrepEvent()


agent = ReActAgent(timeout=180, max_rounds=6)


# %% wrong: emits the wrong event after the tool call
# check: shows_the_llm_what_the_tool_gave
# says: a PrepEvent leads back
# cell: agent
class ReActAgent(ReActAgent):
    @step
    async def handle_tool_calls(self, ctx: Context, ev: ToolCallEvent) -> StopEvent:
        output = call_tool_safely(self.tools, ev.tool_calls[0])
        return StopEvent(result=output.content)


agent = ReActAgent(timeout=180)


# %% wrong: a PrepEvent where the answer should end the run
# check: answers_the_question
# says: another answer
# cell: agent
class ReActAgent(ReActAgent):
    @step
    async def handle_llm_response(
        self, ctx: Context, ev: LLMOutputEvent
    ) -> ToolCallEvent | PrepEvent | StopEvent:
        reasoning = ReActOutputParser().parse(ev.response.message.content)
        async with ctx.store.edit_state() as state:
            state["steps"].append(reasoning)
            state["rounds"] += 1
            rounds = state["rounds"]
        if rounds >= self.max_rounds:
            return StopEvent(result="I stopped without an answer.")
        return PrepEvent() if reasoning.is_done else route_step(reasoning)


agent = ReActAgent(timeout=180)


# %% wrong: forgets a return annotation
# check: answers_the_question
# says: not defined
class ReActAgent(Workflow):
    def __init__(self, *args, tools=tools, max_rounds=20, **kwargs):
        super().__init__(*args, **kwargs)

    @step
    async def new_user_msg(self, ctx: Context, ev: StartEvent):
        return PrepEvent()


# %% wrong: forgets an event in a return annotation
# check: answers_the_question
# says: The steps do not fit together
# cell: agent
class ReActAgent(ReActAgent):
    @step
    async def handle_llm_response(
        self, ctx: Context, ev: LLMOutputEvent
    ) -> ToolCallEvent | PrepEvent:
        return route_step(ReActOutputParser().parse(ev.response.message.content))


# %% wrong: hard-codes 456831
# check: answers_any_question
# says: The answer has to come from the tools
# cell: agent
class ReActAgent(ReActAgent):
    @step
    async def handle_llm_response(
        self, ctx: Context, ev: LLMOutputEvent
    ) -> ToolCallEvent | PrepEvent | StopEvent:
        return StopEvent(result="The result is 456831.")


agent = ReActAgent(timeout=180)


# %% wrong: computes the answer without its tools
# check: offers_the_tools_it_was_given
# says: this agent was given a tool of its own
# cell: agent
import re


class ReActAgent(ReActAgent):
    @step
    async def new_user_msg(self, ctx: Context, ev: StartEvent) -> PrepEvent | StopEvent:
        return StopEvent(result=str(eval(re.sub(r"[^\d+*()]", "", ev.input) or "0")))


agent = ReActAgent(timeout=180)


# %% wrong: offers the tools of the notebook, not its own
# check: offers_the_tools_it_was_given
# says: self.tools
# cell: agent
notebook_tools = tools


class ReActAgent(ReActAgent):
    def __init__(self, *args, tools=None, **kwargs):
        super().__init__(*args, tools=notebook_tools, **kwargs)


agent = ReActAgent(timeout=180)


# %% wrong: remembers only what the user said
# check: follows_up
# says: assistant's message into memory
# cell: agent
class ReActAgent(ReActAgent):
    @step
    async def handle_llm_response(
        self, ctx: Context, ev: LLMOutputEvent
    ) -> ToolCallEvent | PrepEvent | StopEvent:
        reasoning = ReActOutputParser().parse(ev.response.message.content)
        async with ctx.store.edit_state() as state:
            state["steps"].append(reasoning)
        return route_step(reasoning)


agent = ReActAgent(timeout=180)


# %% wrong: clears memory in each run
# check: remembers_the_conversation
# says: never emptied
# cell: agent
class ReActAgent(ReActAgent):
    @step
    async def new_user_msg(self, ctx: Context, ev: StartEvent) -> PrepEvent:
        self.memory.reset()
        self.memory.put(ChatMessage(role="user", content=ev.input))
        async with ctx.store.edit_state() as state:
            state["history"] = self.memory.get()
            state["steps"] = []
            state["rounds"] = 0
        return PrepEvent()


agent = ReActAgent(timeout=180)


# %% wrong: keeps the conversation in the store of the run
# check: follows_up
# says: does not have the first question
# cell: agent
class ReActAgent(ReActAgent):
    @step
    async def new_user_msg(self, ctx: Context, ev: StartEvent) -> PrepEvent:
        async with ctx.store.edit_state() as state:
            state["history"] = [ChatMessage(role="user", content=ev.input)]
            state["steps"] = []
            state["rounds"] = 0
        return PrepEvent()


agent = ReActAgent(timeout=180)


# %% wrong: one memory for all agents
# check: new_agent_knows_nothing
# says: make the memory in __init__
# cell: agent
shared_memory = ChatMemoryBuffer.from_defaults()


class ReActAgent(ReActAgent):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.memory = shared_memory


agent = ReActAgent(timeout=180)


# %% wrong: keeps the reasoning on self and never empties it
# check: begins_each_run_without_reasoning
# says: new_user_msg empties the steps
# cell: agent
class ReActAgent(ReActAgent):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.steps = []

    @step
    async def prepare_llm_prompt(self, ctx: Context, ev: PrepEvent) -> LLMInputEvent:
        history = await ctx.store.get("history")
        self.steps += await ctx.store.get("steps")
        await ctx.store.set("steps", [])
        return LLMInputEvent(input=self.formatter.format(self.tools, history, self.steps))


agent = ReActAgent(timeout=180)


# %% wrong: does not empty the reasoning at the beginning of a run
# check: begins_each_run_without_reasoning
# says: new_user_msg empties the steps
# cell: agent
class ReActAgent(ReActAgent):
    @step
    async def new_user_msg(self, ctx: Context, ev: StartEvent) -> PrepEvent:
        self.memory.put(ChatMessage(role="user", content=ev.input))
        async with ctx.store.edit_state() as state:
            state["history"] = self.memory.get()
            state["steps"] = state.get("steps", [])
            state["rounds"] = 0
        return PrepEvent()


agent = ReActAgent(timeout=180)


# %% wrong: counts the rounds on self, and goes on with them in the next run
# check: follows_up
# says: Each run has max_rounds rounds of its own
# cell: agent
class ReActAgent(ReActAgent):
    @step
    async def handle_llm_response(
        self, ctx: Context, ev: LLMOutputEvent
    ) -> ToolCallEvent | PrepEvent | StopEvent:
        reasoning = read_reply(ev.response.message.content or "")
        self.rounds = getattr(self, "rounds", 0) + 1
        async with ctx.store.edit_state() as state:
            state["steps"].append(reasoning)
        event = next_event(reasoning, self.rounds, self.max_rounds)
        if isinstance(event, StopEvent):
            self.memory.put(ChatMessage(role="assistant", content=event.result))
        return event


agent = ReActAgent(timeout=180)

# %% wrong: counts the rounds of all runs together
# check: counts_rounds_of_each_run
# says: count them in the run's store
# cell: agent
class ReActAgent(ReActAgent):
    used = 0

    @step
    async def new_user_msg(self, ctx: Context, ev: StartEvent) -> PrepEvent:
        self.memory.put(ChatMessage(role="user", content=ev.input))
        await ctx.store.set("history", self.memory.get())
        await ctx.store.set("steps", [])
        await ctx.store.set("rounds", self.used)
        return PrepEvent()

    @step
    async def prepare_llm_prompt(self, ctx: Context, ev: PrepEvent) -> LLMInputEvent:
        self.used += 1
        history, steps = await ctx.store.get("history"), await ctx.store.get("steps")
        return LLMInputEvent(input=self.formatter.format(self.tools, history, steps))


agent = ReActAgent(timeout=180)


# %% wrong: agent is the class
# check: agent_answers
# says: agent = ReActAgent(timeout=180)
# cell: agent
agent = ReActAgent


# %% wrong: the result is the reasoning step, not its text
# check: answers_the_question
# says: the answer as text
# cell: agent
class ReActAgent(ReActAgent):
    @step
    async def handle_llm_response(
        self, ctx: Context, ev: LLMOutputEvent
    ) -> ToolCallEvent | PrepEvent | StopEvent:
        reasoning = ReActOutputParser().parse(ev.response.message.content)
        async with ctx.store.edit_state() as state:
            state["steps"].append(reasoning)
        return StopEvent(result=reasoning) if reasoning.is_done else route_step(reasoning)


agent = ReActAgent(timeout=180)


# %% wrong: does not keep the message
# check: answers_the_question
# says: lacks the question
# cell: agent
class ReActAgent(ReActAgent):
    @step
    async def new_user_msg(self, ctx: Context, ev: StartEvent) -> PrepEvent:
        async with ctx.store.edit_state() as state:
            state["history"], state["steps"], state["rounds"] = self.memory.get(), [], 0
        return PrepEvent()


agent = ReActAgent(timeout=180)


# %% wrong: does not keep the reply among the steps
# check: answers_the_question
# says: not what it did
# cell: agent
class ReActAgent(ReActAgent):
    @step
    async def handle_llm_response(
        self, ctx: Context, ev: LLMOutputEvent
    ) -> ToolCallEvent | PrepEvent | StopEvent:
        reasoning = ReActOutputParser().parse(ev.response.message.content)
        rounds = await ctx.store.get("rounds") + 1
        await ctx.store.set("rounds", rounds)
        if rounds >= self.max_rounds:
            return StopEvent(result="I stopped without an answer.")
        return route_step(reasoning)


agent = ReActAgent(timeout=180)


# %% wrong: hands on the bare prompt
# check: answers_the_question
# says: A step returns an event object
# cell: agent
class ReActAgent(ReActAgent):
    @step
    async def prepare_llm_prompt(self, ctx: Context, ev: PrepEvent) -> LLMInputEvent:
        history, steps = await ctx.store.get("history"), await ctx.store.get("steps")
        return self.formatter.format(self.tools, history, steps)


agent = ReActAgent(timeout=180)


# %% wrong: forgets to return the prompt
# check: answers_the_question
# says: The run does not end
# cell: agent
class ReActAgent(ReActAgent):
    @step
    async def prepare_llm_prompt(self, ctx: Context, ev: PrepEvent) -> LLMInputEvent:
        history, steps = await ctx.store.get("history"), await ctx.store.get("steps")
        LLMInputEvent(input=self.formatter.format(self.tools, history, steps))


agent = ReActAgent(timeout=180)


# %% wrong: offers the tools of the notebook
# check: offers_the_tools_it_was_given
# says: this agent was given a tool of its own
# cell: agent
class ReActAgent(ReActAgent):
    @step
    async def prepare_llm_prompt(self, ctx: Context, ev: PrepEvent) -> LLMInputEvent:
        history, steps = await ctx.store.get("history"), await ctx.store.get("steps")
        return LLMInputEvent(input=self.formatter.format(tools, history, steps))


agent = ReActAgent(timeout=180)
