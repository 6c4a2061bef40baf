# %% right: gather over a generator, as a list
async def ask_together(agent, questions):
    return [*await asyncio.gather(*(agent.run(input=one) for one in questions))]


# %% right: begins all runs, then awaits each
async def ask_together(agent, questions):
    handlers = [agent.run(input=question) for question in questions]
    return [await handler for handler in handlers]


# %% wrong: one question after another
# check: asks_at_the_same_time
# says: don't all begin at once
async def ask_together(agent, questions):
    return [await agent.run(input=question) for question in questions]


# %% wrong: does not await the gather
# check: asks_at_the_same_time
# says: await asyncio.gather
async def ask_together(agent, questions):
    return asyncio.gather(*(agent.run(input=question) for question in questions))


# %% wrong: returns the handlers
# check: answers_each_question
# says: That is a handler, not an answer
async def ask_together(agent, questions):
    return [agent.run(input=question) for question in questions]


# %% wrong: begins the runs and does not wait
# check: answers_each_question
# says: one answer for each question
async def ask_together(agent, questions):
    return [str(agent.run(input=question)) for question in questions]


# %% wrong: answers in the order in which they come
# check: answers_several_questions
# says: in the order of the questions
async def ask_together(agent, questions):
    done = asyncio.as_completed([agent.run(input=question) for question in questions])
    return [await one for one in done]


# %% wrong: answers the first question only
# check: answers_each_question
# says: one answer for each question
async def ask_together(agent, questions):
    return [await agent.run(input=questions[0])]


# %% wrong: keeps the reasoning on self, so that two runs mix
# check: answers_several_questions
# says: the reasoning of another run
# cell: agent
class ReActAgent(ReActAgent):
    @step
    async def new_user_msg(self, ctx: Context, ev: StartEvent) -> PrepEvent:
        self.memory.put(ChatMessage(role="user", content=ev.input))
        self.steps = []
        await ctx.store.set("history", self.memory.get())
        await ctx.store.set("rounds", 0)
        return PrepEvent()

    @step
    async def prepare_llm_prompt(self, ctx: Context, ev: PrepEvent) -> LLMInputEvent:
        history = await ctx.store.get("history")
        return LLMInputEvent(input=self.formatter.format(self.tools, history, self.steps))

    @step
    async def handle_llm_response(
        self, ctx: Context, ev: LLMOutputEvent
    ) -> ToolCallEvent | PrepEvent | StopEvent:
        reasoning = ReActOutputParser().parse(ev.response.message.content)
        self.steps.append(reasoning)
        return route_step(reasoning)

    @step
    async def handle_tool_calls(self, ctx: Context, ev: ToolCallEvent) -> PrepEvent:
        for tool_call in ev.tool_calls:
            output = call_tool_safely(self.tools, tool_call)
            self.steps.append(ObservationReasoningStep(observation=output.content))
        return PrepEvent()


# %% wrong: each prompt has the conversation as it is by now
# check: answers_each_question
# says: the history that the run began with
# cell: agent
class ReActAgent(ReActAgent):
    @step
    async def prepare_llm_prompt(self, ctx: Context, ev: PrepEvent) -> LLMInputEvent:
        steps = await ctx.store.get("steps")
        return LLMInputEvent(input=self.formatter.format(self.tools, self.memory.get(), steps))


# %% wrong: a new agent for each question
# check: answers_each_question
# says: The agent that was given has fewer runs
async def ask_together(agent, questions):
    runs = [ReActAgent(timeout=30).run(input=question) for question in questions]
    return list(await asyncio.gather(*runs))


# %% wrong: one run for each different question
# check: asks_equal_questions_again
# says: A question that comes again is asked again
async def ask_together(agent, questions):
    runs = {question: agent.run(input=question) for question in dict.fromkeys(questions)}
    answers = dict(zip(runs, await asyncio.gather(*runs.values())))
    return [answers[question] for question in questions]
