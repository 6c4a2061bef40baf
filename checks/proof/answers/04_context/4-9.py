# %% right: one result for both ends
async def ask(agent, question):
    answer = "TIME IS UP, without an answer."
    try:
        answer = await agent.run(input=question)
    except WorkflowTimeoutError as error:
        answer += f" {error}"
    return answer


# %% right: the rounds are bounded where the prompt is made
class ReActAgent(ReActAgent):
    @step
    async def prepare_llm_prompt(self, ctx: Context, ev: PrepEvent) -> LLMInputEvent | StopEvent:
        if await ctx.store.get("rounds") == self.max_rounds:
            return StopEvent(result="No answer after so many rounds.")
        history, steps = await ctx.store.get("history"), await ctx.store.get("steps")
        return LLMInputEvent(input=self.formatter.format(self.tools, history, steps))

    @step
    async def handle_llm_response(
        self, ctx: Context, ev: LLMOutputEvent
    ) -> ToolCallEvent | PrepEvent | StopEvent:
        async with ctx.store.edit_state() as state:
            state["rounds"] += 1
            try:
                reasoning = ReActOutputParser().parse(ev.response.message.content)
            except ValueError as error:
                reasoning = ObservationReasoningStep(observation=f"{error}")
            state["steps"].append(reasoning)
        return PrepEvent() if hasattr(reasoning, "observation") else route_step(reasoning)


async def ask(agent: ReActAgent, question: str) -> str:
    try:
        return await agent.run(input=question)
    except WorkflowTimeoutError:
        return "I ran out of time."


# %% wrong: does not catch the timeout
# check: survives_a_timeout
# says: Catch WorkflowTimeoutError
async def ask(agent, question):
    return await agent.run(input=question)


# %% wrong: catches the timeout and returns nothing
# check: survives_a_timeout
# says: Return a sentence after the timeout
async def ask(agent, question):
    try:
        return await agent.run(input=question)
    except WorkflowTimeoutError:
        print("I ran out of time.")


# %% wrong: catches where nothing is awaited
# check: survives_a_timeout
# says: Catch WorkflowTimeoutError
async def ask(agent, question):
    try:
        handler = agent.run(input=question)
    except WorkflowTimeoutError:
        return "I ran out of time."
    return await handler


# %% wrong: returns the handler
# check: survives_a_timeout
# says: That is a handler, not an answer
async def ask(agent, question):
    try:
        return agent.run(input=question)
    except WorkflowTimeoutError:
        return "I ran out of time."


# %% wrong: swallows every exception
# check: lets_other_exceptions_through
# says: Catch that one only
async def ask(agent, question):
    try:
        return await agent.run(input=question)
    except Exception:
        return "I ran out of time."


# %% wrong: loops without end
# check: stops_an_endless_loop
# says: Count the rounds of a run
class ReActAgent(ReActAgent):
    @step
    async def handle_llm_response(
        self, ctx: Context, ev: LLMOutputEvent
    ) -> ToolCallEvent | PrepEvent | StopEvent:
        reasoning = ReActOutputParser().parse(ev.response.message.content)
        async with ctx.store.edit_state() as state:
            state["steps"].append(reasoning)
        return route_step(reasoning)


async def ask(agent: ReActAgent, question: str) -> str:
    try:
        return await agent.run(input=question)
    except WorkflowTimeoutError:
        return "I ran out of time."


# %% wrong: bounds the rounds by a number of its own
# check: keeps_to_max_rounds
# says: self.max_rounds
class ReActAgent(ReActAgent):
    def __init__(self, *args, max_rounds=20, **kwargs):
        super().__init__(*args, max_rounds=20, **kwargs)


async def ask(agent: ReActAgent, question: str) -> str:
    try:
        return await agent.run(input=question)
    except WorkflowTimeoutError:
        return "I ran out of time."


# %% wrong: stops one round too early
# check: uses_its_last_round
# says: in the last of three rounds
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
        return route_step(reasoning)


async def ask(agent: ReActAgent, question: str) -> str:
    try:
        return await agent.run(input=question)
    except WorkflowTimeoutError:
        return "I ran out of time."


# %% wrong: stops without a word
# check: stops_an_endless_loop
# says: Say in a sentence
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
        if rounds >= self.max_rounds and not reasoning.is_done:
            return StopEvent()
        return route_step(reasoning)


async def ask(agent: ReActAgent, question: str) -> str:
    try:
        return await agent.run(input=question)
    except WorkflowTimeoutError:
        return "I ran out of time."


# %% wrong: counts only the rounds with a tool call
# check: stops_after_unreadable_replies
# says: each reply is one
class ReActAgent(ReActAgent):
    @step
    async def handle_llm_response(
        self, ctx: Context, ev: LLMOutputEvent
    ) -> ToolCallEvent | PrepEvent | StopEvent:
        try:
            reasoning = ReActOutputParser().parse(ev.response.message.content)
        except ValueError as error:
            async with ctx.store.edit_state() as state:
                state["steps"].append(ObservationReasoningStep(observation=str(error)))
            return PrepEvent()
        async with ctx.store.edit_state() as state:
            state["steps"].append(reasoning)
            state["rounds"] += 1
            rounds = state["rounds"]
        if rounds >= self.max_rounds and not reasoning.is_done:
            return StopEvent(result="I stopped without an answer.")
        return route_step(reasoning)


async def ask(agent: ReActAgent, question: str) -> str:
    try:
        return await agent.run(input=question)
    except WorkflowTimeoutError:
        return "I ran out of time."


# %% right: few words
async def ask(agent, question):
    try:
        return await agent.run(input=question)
    except WorkflowTimeoutError:
        return "Time ran out."


# %% wrong: gives the question without its name
# check: survives_a_timeout
# says: run takes its values by name
async def ask(agent, question):
    try:
        return await agent.run(question)
    except WorkflowTimeoutError:
        return "I ran out of time."


# %% wrong: a sentence that says something else
# check: survives_a_timeout
# says: a sentence with the word time in it
async def ask(agent, question):
    try:
        return await agent.run(input=question)
    except WorkflowTimeoutError:
        return "I do not know the answer."


# %% wrong: a return in finally
# check: lets_other_exceptions_through
# says: return nothing in a `finally`
async def ask(agent: ReActAgent, question: str) -> str:
    answer = "I ran out of time."
    try:
        answer = await agent.run(input=question)
    except WorkflowTimeoutError:
        print("The workflow took too long.")
    finally:
        return answer
