# %% right: the built-in sum over a pair
# [USE IN MODEL]
def add(x: int, y: int) -> int:
    """Add two integers and return their sum."""
    return sum((x, y))


# %% right: a local name that grows
# [USE IN MODEL]
def add(x: int, y: int) -> int:
    """Add two integers and return their sum."""
    total = y
    total += x
    return total


# %% right: the operator module
# [USE IN MODEL]
import operator


def add(x: int, y: int) -> int:
    """Add two integers and return their sum."""
    return operator.add(x, y)


# %% wrong: sum over a set
# breaks: it returns the sum of two integers
# [USE IN MODEL]
def add(x: int, y: int) -> int:
    """Add two integers and return their sum."""
    return sum({x, y})


# %% wrong: counts up, so a negative y adds nothing
# breaks: it returns the sum of two integers
# [USE IN MODEL]
def add(x: int, y: int) -> int:
    """Add two integers and return their sum."""
    for _ in range(y):
        x += 1
    return x


# %% wrong: through floats, which round large integers
# breaks: it returns the sum of two integers
# [USE IN MODEL]
def add(x: int, y: int) -> int:
    """Add two integers and return their sum."""
    return int(float(x) + float(y))


# %% wrong: a sum written as text
# breaks: it returns the sum of two integers. `add(x=2, y=3)` gives `5`.
# [USE IN MODEL]
def add(x: int, y: int) -> int:
    """Add two integers and return their sum."""
    return str(x + y)


# %% wrong: the docstring replaced
# breaks: names, type hints and docstring are what the LLM reads, so keep them.
# [USE IN MODEL]
def add(x: int, y: int) -> int:
    """Return x + y."""
    return x + y


# %% wrong: the type hints loosened
# breaks: names, type hints and docstring are what the LLM reads, so keep them.
# [USE IN MODEL]
def add(x: float, y: float) -> float:
    """Add two integers and return their sum."""
    return x + y
