# wrong: keeps every conversation in one file, in which another agent goes on writing
# first: One product: the LLM was shown 3 messages; the reference showed it 1, without the user's 'What is 17 + 25?' as message 1.
# %% instead of
        self.memory.put(ChatMessage(role="user", content=ev.input))
# %% write
        import json
        import os

        self.memory = ChatMemoryBuffer.from_defaults()
        if os.path.exists("conversation.json"):
            with open("conversation.json") as file:
                for role, text in json.load(file):
                    self.memory.put(ChatMessage(role=role, content=text))
        self.memory.put(ChatMessage(role="user", content=ev.input))
# %% instead of
            self.memory.put(ChatMessage(role="assistant", content=event.result))
# %% write
            self.memory.put(ChatMessage(role="assistant", content=event.result))
            import json

            with open("conversation.json", "w") as file:
                told = [(one.role.value, one.content) for one in self.memory.get_all()]
                json.dump(told, file)
