# %% right: gather over a generator
async def ask_together(agent: ReActAgent, questions: list[str]) -> list[str]:
    """Put all questions to one agent at once; return the answers in the order of the questions."""
    return await asyncio.gather(*(agent.run(input=question) for question in questions))


# %% right: handlers begun, then awaited one by one
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


# %% wrong: one after the other
# breaks: it puts all questions, however many, to the *one* agent that it is given, at the same time
async def ask_together(agent: ReActAgent, questions: list[str]) -> list[str]:
    """Put all questions to one agent at once; return the answers in the order of the questions."""
    return [await agent.run(input=question) for question in questions]


# %% wrong: an agent for each question
# breaks: it puts all questions, however many, to the *one* agent that it is given, at the same time
async def ask_together(agent: ReActAgent, questions: list[str]) -> list[str]:
    """Put all questions to one agent at once; return the answers in the order of the questions."""
    runs = [ReActAgent(timeout=30, tools=agent.tools).run(input=q) for q in questions]
    return list(await asyncio.gather(*runs))


# %% wrong: a question that comes twice is asked once
# breaks: a question that comes twice is asked twice.
async def ask_together(agent: ReActAgent, questions: list[str]) -> list[str]:
    """Put all questions to one agent at once; return the answers in the order of the questions."""
    runs = {question: agent.run(input=question) for question in questions}
    answers = dict(zip(runs, await asyncio.gather(*runs.values())))
    return [answers[question] for question in questions]


# %% wrong: in the order in which they come
# breaks: return the answers in the order of the questions.
async def ask_together(agent: ReActAgent, questions: list[str]) -> list[str]:
    """Put all questions to one agent at once; return the answers in the order of the questions."""
    async def one(question):
        return await agent.run(input=question)

    runs = [one(question) for question in questions]
    return [await run for run in asyncio.as_completed(runs)]


# %% wrong: four at a time
# breaks: it puts all questions, however many, to the *one* agent that it is given, at the same time
async def ask_together(agent: ReActAgent, questions: list[str]) -> list[str]:
    """Put all questions to one agent at once; return the answers in the order of the questions."""
    gate = asyncio.Semaphore(4)

    async def one(question: str) -> str:
        async with gate:
            return await agent.run(input=question)

    return list(await asyncio.gather(*map(one, questions)))


# %% wrong: no question is an error
# breaks: it puts all questions, however many, to the *one* agent that it is given, at the same time
async def ask_together(agent: ReActAgent, questions: list[str]) -> list[str]:
    """Put all questions to one agent at once; return the answers in the order of the questions."""
    async def one(question: str) -> str:
        return await agent.run(input=question)

    tasks = [asyncio.create_task(one(question)) for question in questions]
    await asyncio.wait(tasks)
    return [task.result() for task in tasks]
