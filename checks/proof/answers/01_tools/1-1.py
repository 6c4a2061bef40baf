# %% right: sums a list
# [USE IN MODEL]
def add(x: int, y: int) -> int:
    """Add two integers and return their sum."""
    return sum([x, y])


# %% right: Annotated types and a longer docstring
from typing import Annotated


def add(x: Annotated[int, "the first number"], y: Annotated[int, "the second number"]) -> int:
    """Add two integers and return their sum.

    Use it whenever a question asks for a sum.
    """
    result = x
    result += y
    return result


# %% right: a lambda inside, an async tool outside
import operator


async def add(x: int, y: int) -> int:
    """Add two integers and return their sum."""
    return operator.add(x, y)


# %% wrong: prints instead of returning
# check: adds_two_numbers
# says: A caller gets only what `return` gives back.
def add(x: int, y: int) -> int:
    """Add two integers and return their sum."""
    print(x + y)


# %% wrong: forgets to return
# check: adds_two_numbers
# says: What comes back is None
def add(x: int, y: int) -> int:
    """Add two integers and return their sum."""
    x + y


# %% wrong: strings for integers
# check: adds_two_numbers
# says: it is a str, not an int
def add(x: int, y: int) -> int:
    """Add two integers and return their sum."""
    return str(x + y)


# %% wrong: other argument names
# check: add_takes_x_and_y
# says: The LLM calls a tool by argument names
def add(a: int, b: int) -> int:
    """Add two integers and return their sum."""
    return a + b


# %% wrong: multiplies
# check: adds_two_numbers
# says: That is the product
def add(x: int, y: int) -> int:
    """Add two integers and return their sum."""
    return x * y


# %% wrong: hard-codes the numbers of the visible checks
# check: adds_any_two_numbers
# says: That is another value.
def add(x: int, y: int) -> int:
    """Add two integers and return their sum."""
    return 5 if x == 2 else 42


# %% wrong: takes the absolute value of negative numbers
# check: adds_any_two_numbers
# says: That is another value.
def add(x: int, y: int) -> int:
    """Add two integers and return their sum."""
    return abs(x) + abs(y) if x < 0 or y < 0 or x > 900 else (x + y) + (x > 50)


# %% wrong: drops the type hints
# check: add_keeps_its_schema
# says: The LLM knows add by its type hints
def add(x, y):
    """Add two integers and return their sum."""
    return x + y


# %% wrong: drops the docstring
# check: add_keeps_its_schema
# says: The LLM knows add by its type hints
def add(x: int, y: int) -> int:
    return x + y


# %% wrong: the docstring of multiply
# check: add_keeps_its_schema
# says: The LLM knows add by its type hints
def add(x: int, y: int) -> int:
    """Multiply two integers and return their product."""
    return x + y


# %% wrong: a float's sum
# check: adds_any_two_numbers
# says: That is another value.
def add(x: int, y: int) -> int:
    """Add two integers and return their sum."""
    return int(float(x) + float(y))


# %% wrong: zero counts as nothing given
# check: adds_any_two_numbers
# says: That is another value.
def add(x: int, y: int) -> int:
    """Add two integers and return their sum."""
    return (x or 1) + y


# %% wrong: sums up over all calls
# check: adds_any_two_numbers
# says: That is another value.
seen = set()


def add(x: int, y: int) -> int:
    """Add two integers and return their sum."""
    again = (x, y) in seen
    seen.add((x, y))
    return x + y + again
