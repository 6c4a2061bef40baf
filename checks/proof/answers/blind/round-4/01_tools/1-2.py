# %% right: math.prod and a docstring that speaks of the product
# [USE IN MODEL]
import math


def multiply(x: int, y: int) -> int:
    """Calculate the product of two integers, which may be negative."""
    return math.prod([x, y])


# %% right: short docstring, local name
# [USE IN MODEL]
def multiply(x: int, y: int) -> int:
    "Multiplies x by y."
    product = x
    product *= y
    return product


# %% right: operator.mul, docstring over two lines
# [USE IN MODEL]
from operator import mul


def multiply(x: int, y: int) -> int:
    """
    Use this tool for the multiplication of two whole numbers:
    it returns x times y.
    """
    return mul(x, y)


# %% wrong: docstring copied from add, half changed
# breaks: a sentence of three words or more that tells the LLM that it multiplies, and names no other operation.
# [USE IN MODEL]
def multiply(x: int, y: int) -> int:
    """Multiply two integers and return their sum."""
    return x * y


# %% wrong: docstring of two words
# breaks: a docstring: a sentence of three words or more
# [USE IN MODEL]
def multiply(x: int, y: int) -> int:
    """Multiplies integers."""
    return x * y


# %% wrong: an f-string is no docstring
# breaks: a docstring: a sentence of three words or more that tells the LLM that it multiplies
# [USE IN MODEL]
def multiply(x: int, y: int) -> int:
    f"""Multiply {"two"} integers and return their product."""
    return x * y


# %% wrong: no hint for what it returns
# breaks: Give it type hints like those of `add`
# [USE IN MODEL]
def multiply(x: int, y: int):
    """Multiply two integers and return their product."""
    return x * y


# %% wrong: repeated summing, for positive y only
# breaks: `multiply` takes two integers `x` and `y` and returns their product
# [USE IN MODEL]
def multiply(x: int, y: int) -> int:
    """Multiply two integers and return their product."""
    product = 0
    for _ in range(y):
        product += x
    return product


# %% wrong: docstring that does not say which operation
# breaks: a sentence of three words or more that tells the LLM that it multiplies
# [USE IN MODEL]
def multiply(x: int, y: int) -> int:
    """Take two integers and return the result."""
    return x * y
