# %% right: math.prod and a docstring about the product
# [USE IN MODEL]
import math


def multiply(x: int, y: int) -> int:
    """Return the product of two integers."""
    return math.prod([x, y])


# %% right: docstring with a section on the arguments
# [USE IN MODEL]
def multiply(x: int, y: int) -> int:
    """
    Multiply the integer x by the integer y.

    Args:
        x (int): the first factor
        y (int): the second factor
    """
    product = x
    product *= y
    return product


# %% right: operator module, single quotes
# [USE IN MODEL]
from operator import mul


def multiply(x: int, y: int) -> int:
    'Multiplies two whole numbers, x times y, and gives back the result.'
    return mul(x, y)


# %% wrong: repeated addition, negative y gives zero
# breaks: `multiply` takes two integers `x` and `y` and returns their product
# [USE IN MODEL]
def multiply(x: int, y: int) -> int:
    """Multiply two integers and return their product."""
    result = 0
    for _ in range(y):
        result += x
    return result


# %% wrong: docstring half copied from add
# breaks: a sentence of three words or more that tells the LLM that it multiplies, and names no other operation
# [USE IN MODEL]
def multiply(x: int, y: int) -> int:
    """Multiply two integers and return their sum."""
    return x * y


# %% wrong: two words of docstring
# breaks: a sentence of three words or more that tells the LLM that it multiplies
# [USE IN MODEL]
def multiply(x: int, y: int) -> int:
    """Multiply integers."""
    return x * y


# %% wrong: no hint for the result
# breaks: Give it type hints like those of `add`
# [USE IN MODEL]
def multiply(x: int, y: int):
    """Multiply two integers and return their product."""
    return x * y


# %% wrong: an f-string is no docstring
# breaks: and a docstring: a sentence of three words or more
# [USE IN MODEL]
def multiply(x: int, y: int) -> int:
    f"""Multiply two integers and return their product."""
    return x * y


# %% wrong: docstring does not say what it does
# breaks: a sentence of three words or more that tells the LLM that it multiplies
# [USE IN MODEL]
def multiply(x: int, y: int) -> int:
    """Take two integers x and y and return the result."""
    return x * y
