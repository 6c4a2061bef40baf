# right: keeps what was said in pairs, and begins its prompt with a system message of its own
# %% instead of
        self.memory = ChatMemoryBuffer.from_defaults()
# %% write
        self.pairs = []
# %% instead of
        self.memory.put(ChatMessage(role="user", content=ev.input))
# %% write
        question = ChatMessage(role="user", content=ev.input.strip())
        earlier = [message for pair in self.pairs for message in pair]
# %% instead of
            state["history"] = self.memory.get()
# %% write
            state["question"] = question
            state["history"] = [
                ChatMessage(role="system", content="Be short, and use tools."), *earlier, question
            ]
# %% instead of
            self.memory.put(ChatMessage(role="assistant", content=event.result))
# %% write
            answer = ChatMessage(role="assistant", content=event.result)
            self.pairs.append((await ctx.store.get("question"), answer))
