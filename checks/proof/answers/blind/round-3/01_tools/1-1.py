# %% right: named intermediate result
# [USE IN MODEL]
def add(x: int, y: int) -> int:
    """Add two integers and return their sum."""
    total = x + y
    return total


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


# %% wrong: sum of a set
# breaks: it returns the sum of two integers
# [USE IN MODEL]
def add(x: int, y: int) -> int:
    """Add two integers and return their sum."""
    return sum({x, y})


# %% wrong: prints and returns nothing
# breaks: it returns the sum of two integers
# [USE IN MODEL]
def add(x: int, y: int) -> int:
    """Add two integers and return their sum."""
    print(x + y)


# %% wrong: counts up, negative y ignored
# breaks: it returns the sum of two integers
# [USE IN MODEL]
def add(x: int, y: int) -> int:
    """Add two integers and return their sum."""
    for _ in range(y):
        x += 1
    return x


# %% wrong: rewritten docstring
# breaks: names, type hints and docstring are what the LLM reads, so keep them
# [USE IN MODEL]
def add(x: int, y: int) -> int:
    """Add x and y."""
    return x + y


# %% wrong: goes through float
# breaks: it returns the sum of two integers
# [USE IN MODEL]
import math


def add(x: int, y: int) -> int:
    """Add two integers and return their sum."""
    return int(math.fsum([x, y]))
