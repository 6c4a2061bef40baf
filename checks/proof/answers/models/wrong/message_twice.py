# wrong: puts the user's message into memory twice
# first: One sum: the LLM was shown 2 messages; the reference showed it 1, without the user's 'What is 17 + 25?' as message 2.
# %% instead of
        self.memory.put(ChatMessage(role="user", content=ev.input))
# %% write
        self.memory.put(ChatMessage(role="user", content=ev.input))
        self.memory.put(ChatMessage(role="user", content=ev.input))
