# wrong: prompts with the memory as it is now, which another run has gone on writing in
# first: Two at once 1:
# %% instead of
        history = await ctx.store.get("history")
# %% write
        history = self.memory.get()
