# wrong: does not remember its own answers
# first: Follow-up questions 2: at the start your agent answered 'I am a rule-based stand-in
# %% instead of
        if isinstance(event, StopEvent):
            self.memory.put(ChatMessage(role="assistant", content=event.result))
# %% write
