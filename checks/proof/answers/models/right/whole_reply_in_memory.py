# right: remembers the LLM's whole last reply, with its thought
# %% instead of
            self.memory.put(ChatMessage(role="assistant", content=event.result))
# %% write
            self.memory.put(ChatMessage(role="assistant", content=ev.response.message.content))
