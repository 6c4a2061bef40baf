# %% right: a loop
# [USE IN MODEL]
def multiply(x: int, y: int) -> int:
    """Return the product of two integers."""
    product = 0
    for _ in range(abs(y)):
        product += x
    return product if y >= 0 else -product


# %% right: Annotated types, imported elsewhere
import math
import typing


def multiply(x: typing.Annotated[int, "a factor"], y: typing.Annotated[int, "a factor"]) -> int:
    """Multiply x by y."""
    return math.prod((x, y))


# %% right: default values
def multiply(x: int = 1, y: int = 1) -> int:
    """Multiply two integers."""
    return x * y


# %% wrong: prints instead of returning
# check: multiplies_two_numbers
# says: A caller gets only what `return` gives back.
def multiply(x: int, y: int) -> int:
    """Multiply two integers and return their product."""
    print(x * y)


# %% wrong: still adds
# check: multiplies_two_numbers
# says: That is the sum; multiply gives the product.
def multiply(x: int, y: int) -> int:
    """Multiply two integers and return their product."""
    return x + y


# %% wrong: no type hints
# check: multiply_is_typed
# says: Without them it has to guess.
def multiply(x, y):
    """Multiply two integers and return their product."""
    return x * y


# %% wrong: no type for the result
# check: multiply_is_typed
# says: become the schema that the LLM reads
def multiply(x: int, y: int):
    """Multiply two integers and return their product."""
    return x * y


# %% wrong: takes strings
# check: multiply_is_typed
# says: become the schema that the LLM reads
def multiply(x: str, y: str) -> int:
    """Multiply two integers and return their product."""
    return int(x) * int(y)


# %% wrong: no docstring
# check: multiply_has_a_docstring
# says: the LLM learns what the tool does
def multiply(x: int, y: int) -> int:
    return x * y


# %% wrong: a comment instead of a docstring
# check: multiply_has_a_docstring
# says: the LLM learns what the tool does
def multiply(x: int, y: int) -> int:
    # Multiply two integers and return their product.
    return x * y


# %% wrong: other argument names
# check: multiplies_two_numbers
# says: so they must be x and y
def multiply(a: int, b: int) -> int:
    """Multiply two integers and return their product."""
    return a * b


# %% wrong: wrong for negative numbers
# check: multiplies_any_two_numbers
# says: That is another value.
def multiply(x: int, y: int) -> int:
    """Multiply two integers and return their product."""
    product = 0
    for _ in range(y):
        product += x
    return product if y > 0 else x


# %% wrong: another name
# check: multiplies_two_numbers
# says: The name multiply is not defined.
def multiplay(x: int, y: int) -> int:
    """Multiply two integers and return their product."""
    return x * y


# %% wrong: the docstring of add
# check: multiply_has_a_docstring
# says: it should name multiplying
def multiply(x: int, y: int) -> int:
    """Add two integers and return their sum."""
    return x * y


# %% wrong: half of add's docstring
# check: multiply_has_a_docstring
# says: no other operation
def multiply(x: int, y: int) -> int:
    """Multiply two integers and return their sum."""
    return x * y


# %% wrong: a float's product
# check: multiplies_any_two_numbers
# says: That is another value.
def multiply(x: int, y: int) -> int:
    """Multiply two integers and return their product."""
    return round(float(x) * y)


# %% wrong: loses one of two signs
# check: multiplies_any_two_numbers
# says: That is another value.
def multiply(x: int, y: int) -> int:
    """Multiply two integers and return their product."""
    return -abs(x * y) if x < 0 or y < 0 else x * y
