# wrong: an exception of a tool becomes an empty observation
# first: Wrong argument names: The LLM never observed what went wrong.
# %% instead of
        return failed(f"{type(error).__name__}: {error}")
# %% write
        return failed("")
