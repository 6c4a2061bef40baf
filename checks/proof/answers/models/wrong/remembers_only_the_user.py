# wrong: does not remember its own answers
# first: Follow-up questions 2: the LLM was shown 2 messages; the reference showed it 3, of which yours lacks the assistant's 'The result is 5.'.
# %% instead of
        if isinstance(event, StopEvent):
            self.memory.put(ChatMessage(role="assistant", content=event.result))
# %% write
