# wrong: asks the LLM each question twice
# first: One sum: at the start your agent let the LLM ask for add(17, 25), and called nothing; the reference called add(17, 25).
# %% instead of
        return LLMOutputEvent(response=await Settings.llm.achat(ev.input))
# %% write
        await Settings.llm.achat(ev.input)
        return LLMOutputEvent(response=await Settings.llm.achat(ev.input))
