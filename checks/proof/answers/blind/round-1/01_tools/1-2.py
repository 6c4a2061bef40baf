# %% right: another sentence
# [USE IN MODEL]
# about 3 lines: the def with its type hints, the docstring, the body
def multiply(x: int, y: int) -> int:
    """Return the product of two integers."""
    return y * x


# %% right: math.prod, and a sentence over two lines
# [USE IN MODEL]
from math import prod


def multiply(x: int, y: int) -> int:
    """
    Multiply the integer x by the integer y,
    and give back the product.
    """
    return prod([x, y])


# %% right: operator.mul and single quotes
# [USE IN MODEL]
import operator

def multiply(x: int, y: int) -> int:
    'This tool multiplies x with y.'
    result = operator.mul(x, y)
    return result


# %% right: repeated doubling, with the sign apart
# [USE IN MODEL]
def multiply(x: int, y: int) -> int:
    """Calculate the product x * y of two integers."""
    negative = (x < 0) != (y < 0)
    left, right = abs(x), abs(y)
    product = 0
    while right:
        if right & 1:
            product += left
        left <<= 1
        right >>= 1
    return -product if negative else product


# %% right: the shortest sentence
# [USE IN MODEL]
def multiply(x: int, y: int) -> int:
    """Multiply two integers."""
    return x * y


# %% wrong: the docstring of add
# breaks: a docstring: a sentence of three words or more that tells the LLM that it multiplies
# [USE IN MODEL]
def multiply(x: int, y: int) -> int:
    """Add two integers and return their sum."""
    return x * y


# %% wrong: a docstring of one word
# breaks: a docstring: a sentence of three words or more
# [USE IN MODEL]
def multiply(x: int, y: int) -> int:
    """Multiply."""
    return x * y


# %% wrong: a docstring of two words
# breaks: a docstring: a sentence of three words or more
# [USE IN MODEL]
def multiply(x: int, y: int) -> int:
    """Multiplies integers."""
    return x * y


# %% wrong: says nothing of multiplying
# breaks: that tells the LLM that it multiplies
# [USE IN MODEL]
def multiply(x: int, y: int) -> int:
    """Take two integers and return the result."""
    return x * y


# %% wrong: tells of adding too
# breaks: and names no other operation
# [USE IN MODEL]
def multiply(x: int, y: int) -> int:
    """Multiply two integers by adding x to itself y times."""
    return x * y


# %% wrong: a comment instead of a docstring
# breaks: Give it type hints like those of `add`, and a docstring
# [USE IN MODEL]
def multiply(x: int, y: int) -> int:
    # Multiply two integers and return their product.
    return x * y


# %% wrong: the docstring stands too late
# breaks: Give it type hints like those of `add`, and a docstring
# [USE IN MODEL]
def multiply(x: int, y: int) -> int:
    product = x * y
    """Multiply two integers and return their product."""
    return product


# %% wrong: an f-string is no docstring
# breaks: Give it type hints like those of `add`, and a docstring
# [USE IN MODEL]
def multiply(x: int, y: int) -> int:
    f"""Multiply two integers and return their product, {x} * {y}."""
    return x * y


# %% wrong: no type for the result
# breaks: Give it type hints like those of `add`
# [USE IN MODEL]
def multiply(x: int, y: int):
    """Multiply two integers and return their product."""
    return x * y


# %% wrong: the second argument has no type
# breaks: Give it type hints like those of `add`
# [USE IN MODEL]
def multiply(x: int, y) -> int:
    """Multiply two integers and return their product."""
    return x * y


# %% wrong: float types
# breaks: Give it type hints like those of `add`
# [USE IN MODEL]
def multiply(x: float, y: float) -> float:
    """Multiply two numbers and return their product."""
    return x * y


# %% wrong: a sum of y copies, nothing for a negative y
# breaks: takes two integers `x` and `y` and returns their product
# [USE IN MODEL]
def multiply(x: int, y: int) -> int:
    """Multiply two integers and return their product."""
    return sum(x for _ in range(y))


# %% wrong: the product of a set
# breaks: takes two integers `x` and `y` and returns their product
# [USE IN MODEL]
def multiply(x: int, y: int) -> int:
    """Multiply two integers and return their product."""
    import math

    return math.prod({x, y})


# %% wrong: by way of float, which rounds big integers
# breaks: takes two integers `x` and `y` and returns their product
# [USE IN MODEL]
def multiply(x: int, y: int) -> int:
    """Multiply two integers and return their product."""
    return round(float(x) * float(y))


# %% wrong: a product of zero becomes None
# breaks: takes two integers `x` and `y` and returns their product
# [USE IN MODEL]
def multiply(x: int, y: int) -> int:
    """Multiply two integers and return their product."""
    if x and y:
        return x * y


# %% wrong: other names for the arguments, taken by any name
# breaks: `multiply` takes two integers `x` and `y`
# [USE IN MODEL]
def multiply(**factors: int) -> int:
    """Multiply two integers and return their product."""
    product = 1
    for factor in factors.values():
        product *= factor
    return product


# %% wrong: prints the product
# breaks: takes two integers `x` and `y` and returns their product
# [USE IN MODEL]
def multiply(x: int, y: int) -> int:
    """Multiply two integers and return their product."""
    print(x * y)
