# %% right: math.prod and the word product
# [USE IN MODEL]
import math


def multiply(x: int, y: int) -> int:
    """Calculate the product of two whole numbers."""
    return math.prod((x, y))


# %% right: a docstring over several lines
# [USE IN MODEL]
def multiply(x: int, y: int) -> int:
    """
    Multiply x by y.

    Both are integers, and so is the result.
    """
    result = x * y
    return result


# %% right: the operator module, third person
# [USE IN MODEL]
from operator import mul


def multiply(x: int, y: int) -> int:
    "Multiplies the integer x with the integer y."
    return mul(x, y)


# %% wrong: an f-string instead of a docstring
# breaks: Give it type hints like those of `add`, and a docstring
# [USE IN MODEL]
def multiply(x: int, y: int) -> int:
    f"""Multiply two integers and return their product."""
    return x * y


# %% wrong: the docstring tells of adding too
# breaks: a sentence of three words or more that tells the LLM that it multiplies, and names no other operation
# [USE IN MODEL]
def multiply(x: int, y: int) -> int:
    """Multiply two integers, that is, add x to itself y times."""
    return x * y


# %% wrong: no type behind the arrow
# breaks: Give it type hints like those of `add`
# [USE IN MODEL]
def multiply(x: int, y: int):
    """Multiply two integers and return their product."""
    return x * y


# %% wrong: repeated addition, nothing for a negative y
# breaks: `multiply` takes two integers `x` and `y` and returns their product
# [USE IN MODEL]
def multiply(x: int, y: int) -> int:
    """Multiply two integers and return their product."""
    result = 0
    for _ in range(y):
        result += x
    return result


# %% wrong: a docstring of two words
# breaks: a sentence of three words or more that tells the LLM that it multiplies
# [USE IN MODEL]
def multiply(x: int, y: int) -> int:
    """Multiply integers."""
    return x * y


# %% wrong: a docstring that does not say what is done
# breaks: a sentence of three words or more that tells the LLM that it multiplies
# [USE IN MODEL]
def multiply(x: int, y: int) -> int:
    """Take two integers x and y and return the result."""
    return x * y
