# wrong: its sum is one too high
# first: One sum: after calling add(17, 25) your agent observed 43; the reference observed 42.
# %% instead of
    return x + y
# %% write
    return x + y + 1
