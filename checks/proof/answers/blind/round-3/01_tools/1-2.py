# %% right: math.prod and a multi-line docstring
# [USE IN MODEL]
import math


def multiply(x: int, y: int) -> int:
    """
    Multiply the integer x by the integer y.

    The result is an integer, too.
    """
    return math.prod([x, y])


# %% right: docstring speaks of the product
# [USE IN MODEL]
def multiply(x: int, y: int) -> int:
    """Return the product of two integers."""
    product = x * y
    return product


# %% right: operator.mul, third-person docstring
# [USE IN MODEL]
from operator import mul


def multiply(x: int, y: int) -> int:
    'Multiplies two whole numbers, x and y, and gives back the result.'
    return mul(x, y)


# %% wrong: docstring copied from add
# breaks: a docstring: a sentence of three words or more that tells the LLM that it multiplies, and names no other operation
# [USE IN MODEL]
def multiply(x: int, y: int) -> int:
    """Add two integers and return their sum."""
    return x * y


# %% wrong: no return type
# breaks: Give it type hints like those of `add`
# [USE IN MODEL]
def multiply(x: int, y: int):
    """Multiply two integers and return their product."""
    return x * y


# %% wrong: an f-string is no docstring
# breaks: Give it type hints like those of `add`, and a docstring
# [USE IN MODEL]
def multiply(x: int, y: int) -> int:
    f"""Multiply two integers and return their product."""
    return x * y


# %% wrong: repeated addition, negative numbers lost
# breaks: `multiply` takes two integers `x` and `y` and returns their product
# [USE IN MODEL]
def multiply(x: int, y: int) -> int:
    """Multiply two integers and return their product."""
    result = 0
    for _ in range(y):
        result += x
    return result


# %% wrong: docstring of one word
# breaks: a sentence of three words or more that tells the LLM that it multiplies
# [USE IN MODEL]
def multiply(x: int, y: int) -> int:
    """Multiply."""
    return x * y


# %% wrong: docstring names addition as well
# breaks: tells the LLM that it multiplies, and names no other operation
# [USE IN MODEL]
def multiply(x: int, y: int) -> int:
    """Multiply two integers; to add them, use the other tool."""
    return x * y
