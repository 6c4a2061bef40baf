# right: keeps the LLM that it finds when it is made, and calls it without awaiting
# %% instead of
        self.formatter = ReActChatFormatter()
# %% write
        self.llm = Settings.llm
        self.formatter = ReActChatFormatter()
# %% instead of
        return LLMOutputEvent(response=await Settings.llm.achat(ev.input))
# %% write
        return LLMOutputEvent(response=self.llm.chat(ev.input))
