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


# %% right: gather with map, failures among the answers
async def ask_together(agent: ReActAgent, questions: list[str]) -> list[str]:
    """Put all questions to one agent at once; return the answers in the order of the questions."""
    runs = map(lambda question: agent.run(input=question), questions)
    answers = await asyncio.gather(*runs, return_exceptions=True)
    return answers


# %% wrong: one after the other
# breaks: it puts all questions, however many, to the *one* agent that it is given, at the same time
async def ask_together(agent: ReActAgent, questions: list[str]) -> list[str]:
    """Put all questions to one agent at once; return the answers in the order of the questions."""
    answers = []
    for question in questions:
        handler = agent.run(input=question)
        answers.append(await handler)
    return answers


# %% wrong: answers looked up by question
# breaks: a question that comes twice is asked twice, and each time has the answer of its own run
async def ask_together(agent: ReActAgent, questions: list[str]) -> list[str]:
    """Put all questions to one agent at once; return the answers in the order of the questions."""
    answers = await asyncio.gather(*(agent.run(input=question) for question in questions))
    by_question = dict(zip(questions, answers))
    return [by_question[question] for question in questions]


# %% wrong: equal questions share a run
# breaks: a question that comes twice is asked twice
async def ask_together(agent: ReActAgent, questions: list[str]) -> list[str]:
    """Put all questions to one agent at once; return the answers in the order of the questions."""
    runs = {question: agent.run(input=question) for question in questions}
    return [await runs[question] for question in questions]


# %% wrong: an agent for each question
# breaks: to the *one* agent that it is given
async def ask_together(agent: ReActAgent, questions: list[str]) -> list[str]:
    """Put all questions to one agent at once; return the answers in the order of the questions."""
    agents = [
        ReActAgent(timeout=30, tools=agent.tools, max_rounds=agent.max_rounds) for _ in questions
    ]
    runs = [one.run(input=question) for one, question in zip(agents, questions)]
    return list(await asyncio.gather(*runs))


# %% wrong: at most four at once
# breaks: it puts all questions, however many, to the *one* agent that it is given, at the same time
async def ask_together(agent: ReActAgent, questions: list[str]) -> list[str]:
    """Put all questions to one agent at once; return the answers in the order of the questions."""
    slots = asyncio.Semaphore(4)

    async def answer(question: str) -> str:
        async with slots:
            return await agent.run(input=question)

    return list(await asyncio.gather(*map(answer, questions)))


# %% wrong: asyncio.wait fails without questions
# breaks: it puts all questions, however many, to the *one* agent that it is given
async def ask_together(agent: ReActAgent, questions: list[str]) -> list[str]:
    """Put all questions to one agent at once; return the answers in the order of the questions."""
    async def answer(question: str) -> str:
        return await agent.run(input=question)

    tasks = [asyncio.create_task(answer(question)) for question in questions]
    await asyncio.wait(tasks)
    return [task.result() for task in tasks]
