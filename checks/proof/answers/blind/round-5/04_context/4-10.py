# %% right: all begun, then awaited one after the other
async def ask_together(agent: ReActAgent, questions: list[str]) -> list[str]:
    """Put all questions to one agent at once; return the answers in the order of the questions."""
    # about 2 lines
    handlers = []
    for question in questions:
        handlers.append(agent.run(input=question))
    return [await handler for handler in handlers]


# %% right: a task group
async def ask_together(agent: ReActAgent, questions: list[str]) -> list[str]:
    """Put all questions to one agent at once; return the answers in the order of the questions."""
    # about 2 lines
    async def ask_one(question: str) -> str:
        return await agent.run(input=question)

    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(ask_one(question)) for question in questions]
    return [task.result() for task in tasks]


# %% right: gather with failures as text
async def ask_together(agent: ReActAgent, questions: list[str]) -> list[str]:
    """Put all questions to one agent at once; return the answers in the order of the questions."""
    # about 2 lines
    results = await asyncio.gather(
        *(agent.run(input=question) for question in questions), return_exceptions=True
    )
    return [f"Failed: {r}" if isinstance(r, BaseException) else r for r in results]


# %% wrong: one after the other
# breaks: it puts all questions, however many, to the *one* agent that it is given, at the same time
async def ask_together(agent: ReActAgent, questions: list[str]) -> list[str]:
    """Put all questions to one agent at once; return the answers in the order of the questions."""
    # about 2 lines
    answers = []
    for question in questions:
        answers.append(await agent.run(input=question))
    return answers


# %% wrong: an agent for each question
# breaks: it puts all questions, however many, to the *one* agent that it is given, at the same time
async def ask_together(agent: ReActAgent, questions: list[str]) -> list[str]:
    """Put all questions to one agent at once; return the answers in the order of the questions."""
    # about 2 lines
    agents = [
        ReActAgent(timeout=30, tools=agent.tools, max_rounds=agent.max_rounds) for _ in questions
    ]
    runs = [one.run(input=question) for one, question in zip(agents, questions)]
    return list(await asyncio.gather(*runs))


# %% wrong: answers looked up by their question
# breaks: a question that comes twice is asked twice, and each time has the answer of its own run
async def ask_together(agent: ReActAgent, questions: list[str]) -> list[str]:
    """Put all questions to one agent at once; return the answers in the order of the questions."""
    # about 2 lines
    answers = await asyncio.gather(*(agent.run(input=question) for question in questions))
    by_question = dict(zip(questions, answers))
    return [by_question[question] for question in questions]


# %% wrong: each different question asked once
# breaks: a question that comes twice is asked twice, and each time has the answer of its own run
async def ask_together(agent: ReActAgent, questions: list[str]) -> list[str]:
    """Put all questions to one agent at once; return the answers in the order of the questions."""
    # about 2 lines
    runs = {question: agent.run(input=question) for question in dict.fromkeys(questions)}
    answers = dict(zip(runs, await asyncio.gather(*runs.values())))
    return [answers[question] for question in questions]


# %% wrong: in the order in which they end
# breaks: return the answers in the order of the questions
async def ask_together(agent: ReActAgent, questions: list[str]) -> list[str]:
    """Put all questions to one agent at once; return the answers in the order of the questions."""
    # about 2 lines
    async def ask_one(question: str) -> str:
        return await agent.run(input=question)

    tasks = [asyncio.create_task(ask_one(question)) for question in questions]
    return [await done for done in asyncio.as_completed(tasks)]


# %% wrong: two at a time
# breaks: it puts all questions, however many, to the *one* agent that it is given, at the same time
async def ask_together(agent: ReActAgent, questions: list[str]) -> list[str]:
    """Put all questions to one agent at once; return the answers in the order of the questions."""
    # about 2 lines
    answers = []
    for start in range(0, len(questions), 2):
        pair = questions[start : start + 2]
        answers += await asyncio.gather(*(agent.run(input=question) for question in pair))
    return answers
