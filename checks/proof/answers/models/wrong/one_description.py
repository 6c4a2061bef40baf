# wrong: one tool is described as the other
# first: One sum: the tools add and multiply were offered to the LLM with one description: 'Add two integers and return their sum.'.
# %% instead of
    """Multiply two integers and return their product."""
# %% write
    """Add two integers and return their sum."""
