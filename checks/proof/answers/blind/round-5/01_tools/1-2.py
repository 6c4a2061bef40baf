# %% right: says product, result in a variable
# [USE IN MODEL]
def multiply(x: int, y: int) -> int:
    """Return the product of two integers."""
    product = x * y
    return product


# %% right: Google-style docstring and math.prod
# [USE IN MODEL]
from math import prod


def multiply(x: int, y: int) -> int:
    """Multiply one integer by another.

    Args:
        x: The first factor.
        y: The second factor.

    Returns:
        The product of both.
    """
    return prod([x, y])


# %% right: operator.mul, single-quoted docstring
# [USE IN MODEL]
import operator


def multiply(x: int, y: int) -> int:
    'Multiplies x by y.'
    return operator.mul(x, y)


# %% wrong: docstring of two words
# breaks: a docstring: a sentence of three words or more that tells the LLM that it multiplies, and names no other operation.
# [USE IN MODEL]
def multiply(x: int, y: int) -> int:
    """Multiply integers."""
    return x * y


# %% wrong: docstring explains it by adding
# breaks: a docstring: a sentence of three words or more that tells the LLM that it multiplies, and names no other operation.
# [USE IN MODEL]
def multiply(x: int, y: int) -> int:
    """Multiply two integers by adding x to itself y times."""
    return x * y


# %% wrong: docstring does not say what it does
# breaks: a docstring: a sentence of three words or more that tells the LLM that it multiplies, and names no other operation.
# [USE IN MODEL]
def multiply(x: int, y: int) -> int:
    """Take two integers and return the resulting integer."""
    return x * y


# %% wrong: no hint for the result
# breaks: Give it type hints like those of `add`
# [USE IN MODEL]
def multiply(x: int, y: int):
    """Multiply two integers and return their product."""
    return x * y


# %% wrong: sums up in a loop, negative y gives 0
# breaks: `multiply` takes two integers `x` and `y` and returns their product
# [USE IN MODEL]
def multiply(x: int, y: int) -> int:
    """Multiply two integers and return their product."""
    product = 0
    for _ in range(y):
        product += x
    return product


# %% wrong: string is not the first thing in the body
# breaks: a docstring: a sentence of three words or more that tells the LLM that it multiplies, and names no other operation.
# [USE IN MODEL]
def multiply(x: int, y: int) -> int:
    product = x * y
    """Multiply two integers and return their product."""
    return product
