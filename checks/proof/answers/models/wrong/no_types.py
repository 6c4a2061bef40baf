# wrong: its tools do not say what type their arguments have
# first: One sum: the argument x of the tool add was offered to the LLM as of any type; the reference's is of type integer.
# %% instead of
def add(x: int, y: int) -> int:
# %% write
def add(x, y):
# %% instead of
def multiply(x: int, y: int) -> int:
# %% write
def multiply(x, y):
