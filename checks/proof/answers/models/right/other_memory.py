# right: remembers the conversation in a list of its own
# %% instead of
        self.memory = ChatMemoryBuffer.from_defaults()
# %% write
        self.conversation = []
# %% instead of
        self.memory.put(ChatMessage(role="user", content=ev.input))
# %% write
        self.conversation.append(ChatMessage(role="user", content=ev.input))
# %% instead of
            state["history"] = self.memory.get()
# %% write
            state["history"] = list(self.conversation)
# %% instead of
            self.memory.put(ChatMessage(role="assistant", content=event.result))
# %% write
            self.conversation.append(ChatMessage(role="assistant", content=event.result))
