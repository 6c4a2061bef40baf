# wrong: its tools have no description, so a real LLM knows only their names
# first: One sum: the tool add was offered to the LLM without a description
# %% instead of
    """Add two integers and return their sum."""
# %% write
# %% instead of
    """Multiply two integers and return their product."""
# %% write
