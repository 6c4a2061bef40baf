# %% right: begin all, await one after the other
async def ask_together(agent: ReActAgent, questions: list[str]) -> list[str]:
    """Put all questions to one agent at once; return the answers in the order of the questions."""
    handlers = []
    for question in questions:
        handlers.append(agent.run(input=question))
    return [await handler for handler in handlers]


# %% right: a task group
async def ask_together(agent: ReActAgent, questions: list[str]) -> list[str]:
    """Put all questions to one agent at once; return the answers in the order of the questions."""
    async def one(question: str) -> str:
        return await agent.run(input=question)

    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(one(question)) for question in questions]
    return [task.result() for task in tasks]


# %% right: gather of coroutines
async def ask_together(agent: ReActAgent, questions: list[str]) -> list[str]:
    """Put all questions to one agent at once; return the answers in the order of the questions."""
    async def answer(question: str) -> str:
        return await agent.run(input=question)

    answers = await asyncio.gather(*map(answer, questions))
    return [*answers]


# %% wrong: one after the other
# breaks: it puts all questions, however many, to the *one* agent that it is given, at the same time
async def ask_together(agent: ReActAgent, questions: list[str]) -> list[str]:
    """Put all questions to one agent at once; return the answers in the order of the questions."""
    return [await agent.run(input=question) for question in questions]


# %% wrong: each question once
# breaks: a question that comes twice is asked twice.
async def ask_together(agent: ReActAgent, questions: list[str]) -> list[str]:
    """Put all questions to one agent at once; return the answers in the order of the questions."""
    runs = {question: agent.run(input=question) for question in questions}
    answers = dict(zip(runs, await asyncio.gather(*runs.values())))
    return [answers[question] for question in questions]


# %% wrong: in the order in which they are ready
# breaks: return the answers in the order of the questions.
async def ask_together(agent: ReActAgent, questions: list[str]) -> list[str]:
    """Put all questions to one agent at once; return the answers in the order of the questions."""
    async def one(question: str) -> str:
        return await agent.run(input=question)

    waiting = asyncio.as_completed([one(question) for question in questions])
    return [await ready for ready in waiting]


# %% wrong: an agent for each question
# breaks: it puts all questions, however many, to the *one* agent that it is given
async def ask_together(agent: ReActAgent, questions: list[str]) -> list[str]:
    """Put all questions to one agent at once; return the answers in the order of the questions."""
    runs = [
        ReActAgent(tools=agent.tools, max_rounds=agent.max_rounds, timeout=30).run(input=question)
        for question in questions
    ]
    return list(await asyncio.gather(*runs))


# %% wrong: two at a time
# breaks: it puts all questions, however many, to the *one* agent that it is given, at the same time
async def ask_together(agent: ReActAgent, questions: list[str]) -> list[str]:
    """Put all questions to one agent at once; return the answers in the order of the questions."""
    gate = asyncio.Semaphore(2)

    async def one(question: str) -> str:
        async with gate:
            return await agent.run(input=question)

    return list(await asyncio.gather(*[one(question) for question in questions]))


# %% wrong: waits for a set that may be empty
# breaks: it puts all questions, however many, to the *one* agent that it is given
async def ask_together(agent: ReActAgent, questions: list[str]) -> list[str]:
    """Put all questions to one agent at once; return the answers in the order of the questions."""
    async def one(question: str) -> str:
        return await agent.run(input=question)

    tasks = [asyncio.create_task(one(question)) for question in questions]
    await asyncio.wait(tasks)
    return [task.result() for task in tasks]
