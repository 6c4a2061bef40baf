# %% right: sum of a tuple
# [USE IN MODEL]
def add(x: int, y: int) -> int:
    """Add two integers and return their sum."""
    return sum((x, y))


# %% right: operator module
# [USE IN MODEL]
import operator


def add(x: int, y: int) -> int:
    """Add two integers and return their sum."""
    return operator.add(x, y)


# %% right: minus the opposite, with a local name
# [USE IN MODEL]
def add(x: int, y: int) -> int:
    """Add two integers and return their sum."""
    opposite = -y
    total = x - opposite
    return total


# %% wrong: prints the sum as well as it can
# breaks: it returns the sum of two integers
# [USE IN MODEL]
def add(x: int, y: int) -> int:
    """Add two integers and return their sum."""
    total = x + y
    print(total)


# %% wrong: counts up, for positive y only
# breaks: it returns the sum of two integers
# [USE IN MODEL]
def add(x: int, y: int) -> int:
    """Add two integers and return their sum."""
    total = x
    for _ in range(y):
        total += 1
    return total


# %% wrong: floating-point sum
# breaks: it returns the sum of two integers
# [USE IN MODEL]
import math


def add(x: int, y: int) -> int:
    """Add two integers and return their sum."""
    return int(math.fsum([x, y]))


# %% wrong: a docstring of one's own
# breaks: names, type hints and docstring are what the LLM reads, so keep them.
# [USE IN MODEL]
def add(x: int, y: int) -> int:
    """Add x and y."""
    return x + y


# %% wrong: return hint dropped
# breaks: names, type hints and docstring are what the LLM reads, so keep them.
# [USE IN MODEL]
def add(x: int, y: int):
    """Add two integers and return their sum."""
    return x + y


# %% wrong: float hints for the arguments
# breaks: names, type hints and docstring are what the LLM reads, so keep them.
# [USE IN MODEL]
def add(x: float, y: float) -> int:
    """Add two integers and return their sum."""
    return x + y
