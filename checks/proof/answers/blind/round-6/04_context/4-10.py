# %% right: begin all, then await one after the other
async def ask_together(agent: ReActAgent, questions: list[str]) -> list[str]:
    """Put all questions to one agent at once; return the answers in the order of the questions."""
    handlers = []
    for question in questions:
        handlers.append(agent.run(input=question))
    return [await handler for handler in handlers]


# %% right: a task group
async def ask_together(agent: ReActAgent, questions: list[str]) -> list[str]:
    """Put all questions to one agent at once; return the answers in the order of the questions."""
    async def answer(question: str) -> str:
        return await agent.run(input=question)

    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(answer(question)) for question in questions]
    return [task.result() for task in tasks]


# %% right: gather over ask of 4.9
async def ask_together(agent: ReActAgent, questions: list[str]) -> list[str]:
    """Put all questions to one agent at once; return the answers in the order of the questions."""
    answers = await asyncio.gather(*(ask(agent, question) for question in questions))
    return [*answers]


# %% wrong: one after the other
# breaks: it puts all questions, however many, to the *one* agent that it is given, at the same time
async def ask_together(agent: ReActAgent, questions: list[str]) -> list[str]:
    """Put all questions to one agent at once; return the answers in the order of the questions."""
    return [await agent.run(input=question) for question in questions]


# %% wrong: runs by question, an equal one is asked once
# breaks: a question that comes twice is asked twice, and each time has the answer of its own run.
async def ask_together(agent: ReActAgent, questions: list[str]) -> list[str]:
    """Put all questions to one agent at once; return the answers in the order of the questions."""
    runs = {question: agent.run(input=question) for question in questions}
    return [await runs[question] for question in questions]


# %% wrong: an agent of its own for each question
# breaks: to the *one* agent that it is given
async def ask_together(agent: ReActAgent, questions: list[str]) -> list[str]:
    """Put all questions to one agent at once; return the answers in the order of the questions."""
    agents = [ReActAgent(timeout=30, tools=agent.tools) for _ in questions]
    runs = [one.run(input=question) for one, question in zip(agents, questions)]
    return list(await asyncio.gather(*runs))


# %% wrong: in the order in which they get ready
# breaks: return the answers in the order of the questions.
async def ask_together(agent: ReActAgent, questions: list[str]) -> list[str]:
    """Put all questions to one agent at once; return the answers in the order of the questions."""
    async def answer(question: str) -> str:
        return await agent.run(input=question)

    coming = asyncio.as_completed([answer(question) for question in questions])
    return [await one for one in coming]


# %% wrong: no more than three at a time
# breaks: it puts all questions, however many, to the *one* agent that it is given, at the same time
async def ask_together(agent: ReActAgent, questions: list[str]) -> list[str]:
    """Put all questions to one agent at once; return the answers in the order of the questions."""
    free = asyncio.Semaphore(3)

    async def answer(question: str) -> str:
        async with free:
            return await agent.run(input=question)

    return list(await asyncio.gather(*[answer(question) for question in questions]))


# %% wrong: two questions
# breaks: it puts all questions, however many, to the *one* agent that it is given, at the same time
async def ask_together(agent: ReActAgent, questions: list[str]) -> list[str]:
    """Put all questions to one agent at once; return the answers in the order of the questions."""
    first, second = questions
    return list(await asyncio.gather(agent.run(input=first), agent.run(input=second)))
