# %% right: all handlers first, then await each
async def ask_together(agent: ReActAgent, questions: list[str]) -> list[str]:
    """Put all questions to one agent at once; return the answers in the order of the questions."""
    handlers = []
    for question in questions:
        handlers.append(agent.run(input=question))
    return [await handler for handler in handlers]


# %% right: gather with a generator
async def ask_together(agent: ReActAgent, questions: list[str]) -> list[str]:
    """Put all questions to one agent at once; return the answers in the order of the questions."""
    answers = await asyncio.gather(*(agent.run(input=one) for one in questions))
    return list(answers)


# %% right: a task group
async def ask_together(agent: ReActAgent, questions: list[str]) -> list[str]:
    """Put all questions to one agent at once; return the answers in the order of the questions."""
    async def answer_to(question: str) -> str:
        return await agent.run(input=question)

    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(answer_to(question)) for question in questions]
    return [task.result() for task in tasks]


# %% wrong: one after the other
# breaks: it puts all questions, however many, to the *one* agent that it is given, at the same time.
async def ask_together(agent: ReActAgent, questions: list[str]) -> list[str]:
    """Put all questions to one agent at once; return the answers in the order of the questions."""
    return [await agent.run(input=question) for question in questions]


# %% wrong: an agent for each question
# breaks: to the *one* agent that it is given
async def ask_together(agent: ReActAgent, questions: list[str]) -> list[str]:
    """Put all questions to one agent at once; return the answers in the order of the questions."""
    runs = [ReActAgent(timeout=30, tools=agent.tools).run(input=question) for question in questions]
    return list(await asyncio.gather(*runs))


# %% wrong: the quickest first
# breaks: return the answers in the order of the questions.
async def ask_together(agent: ReActAgent, questions: list[str]) -> list[str]:
    """Put all questions to one agent at once; return the answers in the order of the questions."""
    async def answer_to(question: str) -> str:
        return await agent.run(input=question)

    runs = [answer_to(question) for question in questions]
    return [await done for done in asyncio.as_completed(runs)]


# %% wrong: two questions
# breaks: it puts all questions, however many, to the *one* agent that it is given
async def ask_together(agent: ReActAgent, questions: list[str]) -> list[str]:
    """Put all questions to one agent at once; return the answers in the order of the questions."""
    first, second = agent.run(input=questions[0]), agent.run(input=questions[1])
    return list(await asyncio.gather(first, second))


# %% wrong: a dict by question
# breaks: Put all questions to one agent at once; return the answers in the order of the questions.
async def ask_together(agent: ReActAgent, questions: list[str]) -> list[str]:
    """Put all questions to one agent at once; return the answers in the order of the questions."""
    runs = {question: agent.run(input=question) for question in dict.fromkeys(questions)}
    return list(await asyncio.gather(*runs.values()))


# %% wrong: two at a time
# breaks: it puts all questions, however many, to the *one* agent that it is given, at the same time.
async def ask_together(agent: ReActAgent, questions: list[str]) -> list[str]:
    """Put all questions to one agent at once; return the answers in the order of the questions."""
    answers = []
    for i in range(0, len(questions), 2):
        runs = [agent.run(input=question) for question in questions[i : i + 2]]
        answers += await asyncio.gather(*runs)
    return answers


# %% wrong: no question is an error
# breaks: it puts all questions, however many
async def ask_together(agent: ReActAgent, questions: list[str]) -> list[str]:
    """Put all questions to one agent at once; return the answers in the order of the questions."""
    if not questions:
        raise ValueError("There is no question.")
    return list(await asyncio.gather(*[agent.run(input=question) for question in questions]))


# %% wrong: the first question ahead of the others
# breaks: it puts all questions, however many, to the *one* agent that it is given, at the same time.
async def ask_together(agent: ReActAgent, questions: list[str]) -> list[str]:
    """Put all questions to one agent at once; return the answers in the order of the questions."""
    if not questions:
        return []
    first = await agent.run(input=questions[0])
    rest = await asyncio.gather(*[agent.run(input=question) for question in questions[1:]])
    return [first, *rest]


# %% wrong: an equal question is answered once and the answer repeated
# breaks: it puts all questions, however many, to the *one* agent that it is given
async def ask_together(agent: ReActAgent, questions: list[str]) -> list[str]:
    """Put all questions to one agent at once; return the answers in the order of the questions."""
    different = list(dict.fromkeys(questions))
    answers = await asyncio.gather(*[agent.run(input=question) for question in different])
    by_question = dict(zip(different, answers))
    return [by_question[question] for question in questions]
