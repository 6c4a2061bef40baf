# wrong: its result is the printed reasoning step, which holds the answer
# first: One sum: It answered a printed object,
# %% instead of
        return StopEvent(result=step.response)
# %% write
        return StopEvent(result=str(step))
# %% instead of
            self.memory.put(ChatMessage(role="assistant", content=event.result))
# %% write
            answer = reasoning.response if reasoning.is_done else event.result
            self.memory.put(ChatMessage(role="assistant", content=answer))
