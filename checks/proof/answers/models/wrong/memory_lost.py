# wrong: begins each run with an empty memory
# first: Follow-up questions 2: the LLM was shown 1 message; the reference showed it 3, of which yours lacks the user's 'What is 2 + 3?'.
# %% instead of
        self.memory.put(ChatMessage(role="user", content=ev.input))
# %% write
        self.memory.reset()
        self.memory.put(ChatMessage(role="user", content=ev.input))
