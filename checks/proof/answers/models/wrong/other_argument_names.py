# wrong: its tools do not take x and y
# first: One sum: the tool add was offered with the arguments a, b; the reference's are x, y.
# %% instead of
def add(x: int, y: int) -> int:
    """Add two integers and return their sum."""
    return x + y
# %% write
def add(a: int, b: int) -> int:
    """Add two integers and return their sum."""
    return a + b
