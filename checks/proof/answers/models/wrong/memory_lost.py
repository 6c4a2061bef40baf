# wrong: begins each run with an empty memory
# first: Follow-up questions 2: at the start your agent answered 'I am a rule-based stand-in
# %% instead of
        self.memory.put(ChatMessage(role="user", content=ev.input))
# %% write
        self.memory.reset()
        self.memory.put(ChatMessage(role="user", content=ev.input))
