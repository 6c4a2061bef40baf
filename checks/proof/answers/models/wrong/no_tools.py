# wrong: works it out by itself, without LLM or tools
# first: One sum: at the start your agent answered 'The result is 42.' without calling a tool; the reference called add(17, 25).
# %% instead of
        return PrepEvent()

    @step
    async def prepare_llm_prompt
# %% write
        try:
            result = eval(ev.input.removeprefix("What is ").removesuffix("?"))
        except Exception:
            return PrepEvent()
        return StopEvent(result=f"The result is {result}.")

    @step
    async def prepare_llm_prompt
# %% instead of
ev: StartEvent) -> PrepEvent:
# %% write
ev: StartEvent) -> PrepEvent | StopEvent:
