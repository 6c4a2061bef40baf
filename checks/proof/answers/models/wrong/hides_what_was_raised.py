# wrong: says that a tool failed, but not with what
# first: A tool that raises: The LLM never observed what went wrong with “the multiplier is out of order”.
# %% instead of
        return failed(f"{type(error).__name__}: {error}")
# %% write
        return failed("The tool failed.")
