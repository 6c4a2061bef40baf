# %% right: a loop, and a list for both
async def observe(agent, question):
    run = agent.run(input=question)
    answer = await run
    texts = []
    for one in await run.ctx.store.get("steps"):
        if hasattr(one, "observation"):
            texts.append(one.observation)
    return [answer, texts]


# %% right: by the whole state
async def observe(agent, question):
    run = agent.run(input=question)
    answer = str(await run)
    state = await run.ctx.store.get_state()
    return answer, [s.observation for s in state["steps"] if type(s) is ObservationReasoningStep]


# %% wrong: returns the answer only
# check: observes_a_run
# says: returns two things
async def observe(agent, question):
    return await agent.run(input=question)


# %% wrong: reads the steps before the run is over
# check: observes_a_run
# says: Was it read before the run had ended?
async def observe(agent, question):
    handler = agent.run(input=question)
    steps = await handler.ctx.store.get("steps")
    answer = await handler
    return answer, [s.observation for s in steps if isinstance(s, ObservationReasoningStep)]


# %% wrong: looks for the store in the agent
# check: observes_a_run
# says: ctx belongs to the run
async def observe(agent, question):
    answer = await agent.run(input=question)
    steps = await agent.ctx.store.get("steps")
    return answer, [s.observation for s in steps if isinstance(s, ObservationReasoningStep)]


# %% wrong: returns the reasoning steps themselves
# check: recovers_from_an_unknown_tool
# says: the text of each observation
async def observe(agent, question):
    handler = agent.run(input=question)
    answer = await handler
    steps = await handler.ctx.store.get("steps")
    return answer, [s for s in steps if isinstance(s, ObservationReasoningStep)]


# %% wrong: takes every step for an observation
# check: observes_a_run
# says: Take the steps that are ObservationReasoningStep
async def observe(agent, question):
    handler = agent.run(input=question)
    answer = await handler
    return answer, [s.get_content() for s in await handler.ctx.store.get("steps")]


# %% wrong: swallows every failure of a tool
# check: recovers_from_an_unknown_tool
# says: can only mend what it reads
# cell: agent
class ReActAgent(ReActAgent):
    @step
    async def handle_tool_calls(self, ctx: Context, ev: ToolCallEvent) -> PrepEvent:
        by_name = {tool.metadata.name: tool for tool in self.tools}
        for tool_call in ev.tool_calls:
            try:
                text = by_name[tool_call.tool_name](**tool_call.tool_kwargs).content
            except Exception:
                text = ""
            async with ctx.store.edit_state() as state:
                state["steps"].append(ObservationReasoningStep(observation=text))
        return PrepEvent()


# %% wrong: says only that something went wrong
# check: recovers_from_a_raising_tool
# says: The exception's own words
# cell: agent
class ReActAgent(ReActAgent):
    @step
    async def handle_tool_calls(self, ctx: Context, ev: ToolCallEvent) -> PrepEvent:
        for tool_call in ev.tool_calls:
            output = call_tool_safely(self.tools, tool_call)
            text = "Something went wrong." if output.is_error else output.content
            async with ctx.store.edit_state() as state:
                state["steps"].append(ObservationReasoningStep(observation=text))
        return PrepEvent()


# %% wrong: lets a tool's exception end the run
# check: recovers_from_a_raising_tool
# says: call tools with call_tool_safely
# cell: agent
class ReActAgent(ReActAgent):
    @step
    async def handle_tool_calls(self, ctx: Context, ev: ToolCallEvent) -> PrepEvent:
        by_name = {tool.metadata.name: tool for tool in self.tools}
        for tool_call in ev.tool_calls:
            output = by_name[tool_call.tool_name].fn(**tool_call.tool_kwargs)
            async with ctx.store.edit_state() as state:
                state["steps"].append(ObservationReasoningStep(observation=str(output)))
        return PrepEvent()


# %% wrong: parses without a net
# check: recovers_from_an_unreadable_reply
# says: The parser raises ValueError
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


# %% wrong: goes round again without a word about the unreadable reply
# check: recovers_from_an_unreadable_reply
# says: could not be read
# cell: agent
class ReActAgent(ReActAgent):
    @step
    async def handle_llm_response(
        self, ctx: Context, ev: LLMOutputEvent
    ) -> ToolCallEvent | PrepEvent | StopEvent:
        try:
            reasoning = ReActOutputParser().parse(ev.response.message.content)
        except ValueError:
            async with ctx.store.edit_state() as state:
                state["steps"].append(ObservationReasoningStep(observation=""))
            return PrepEvent()
        async with ctx.store.edit_state() as state:
            state["steps"].append(reasoning)
        return route_step(reasoning)


# %% wrong: ends the run at the first mistake
# check: recovers_from_wrong_arguments
# says: the run goes on
# cell: agent
class ReActAgent(ReActAgent):
    @step
    async def handle_tool_calls(
        self, ctx: Context, ev: ToolCallEvent
    ) -> PrepEvent | StopEvent:
        for tool_call in ev.tool_calls:
            output = call_tool_safely(self.tools, tool_call)
            async with ctx.store.edit_state() as state:
                state["steps"].append(ObservationReasoningStep(observation=output.content))
            if output.is_error:
                return StopEvent(result="A tool failed.")
        return PrepEvent()


# %% right: says in two words that a reply could not be read
# cell: answer-4-4
def read_reply(text):
    try:
        return ReActOutputParser().parse(text)
    except ValueError:
        return ObservationReasoningStep(observation="Unreadable reply")


# %% wrong: returns the handler in place of the answer
# check: observes_a_run
# says: That is a handler, not an answer
async def observe(agent, question):
    handler = agent.run(input=question)
    await handler
    steps = await handler.ctx.store.get("steps")
    return handler, [s.observation for s in steps if isinstance(s, ObservationReasoningStep)]
