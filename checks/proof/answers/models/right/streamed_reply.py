# right: lets the LLM stream its reply
# %% instead of
        return LLMOutputEvent(response=await Settings.llm.achat(ev.input))
# %% write
        async for chunk in await Settings.llm.astream_chat(ev.input):
            response = chunk
        return LLMOutputEvent(response=response)
