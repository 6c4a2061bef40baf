# wrong: its tools do not take x and y
# first: One sum: at the start your agent called add(a=17, b=25); the reference called add(17, 25).
# %% instead of
def add(x: int, y: int) -> int:
    """Add two integers and return their sum."""
    return x + y
# %% write
def add(a: int, b: int) -> int:
    """Add two integers and return their sum."""
    return a + b
