# %% right: sum of a pair
# [USE IN MODEL]
def add(x: int, y: int) -> int:
    """Add two integers and return their sum."""
    return sum((x, y))


# %% right: running total
# [USE IN MODEL]
def add(x: int, y: int) -> int:
    """Add two integers and return their sum."""
    total = x
    total += y
    return total


# %% right: operator module, imported in the cell
# [USE IN MODEL]
import operator


def add(x: int, y: int) -> int:
    """Add two integers and return their sum."""
    result: int = operator.add(y, x)
    return result


# %% wrong: a set swallows equal numbers
# breaks: it returns the sum of two integers
# [USE IN MODEL]
def add(x: int, y: int) -> int:
    """Add two integers and return their sum."""
    return sum({x, y})


# %% wrong: counts up, no negative y
# breaks: it returns the sum of two integers
# [USE IN MODEL]
def add(x: int, y: int) -> int:
    """Add two integers and return their sum."""
    total = x
    for _ in range(y):
        total += 1
    return total


# %% wrong: through floats, large numbers lose digits
# breaks: it returns the sum of two integers
# [USE IN MODEL]
def add(x: int, y: int) -> int:
    """Add two integers and return their sum."""
    return int(float(x) + float(y))


# %% wrong: docstring rewritten
# breaks: names, type hints and docstring are what the LLM reads, so keep them.
# [USE IN MODEL]
def add(x: int, y: int) -> int:
    """Compute x + y."""
    return x + y


# %% wrong: type hints widened to float
# breaks: names, type hints and docstring are what the LLM reads, so keep them.
# [USE IN MODEL]
def add(x: float, y: float) -> float:
    """Add two integers and return their sum."""
    return x + y


# %% wrong: sum as text
# breaks: `add(x=2, y=3)` gives `5`.
# [USE IN MODEL]
def add(x: int, y: int) -> int:
    """Add two integers and return their sum."""
    return f"{x + y}"
