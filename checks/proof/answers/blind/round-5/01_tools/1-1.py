# %% right: built-in sum of a pair
# [USE IN MODEL]
def add(x: int, y: int) -> int:
    """Add two integers and return their sum."""
    # about 1 line
    return sum((x, y))


# %% right: running total
# [USE IN MODEL]
def add(x: int, y: int) -> int:
    """Add two integers and return their sum."""
    # about 1 line
    total = x
    total += y
    return total


# %% right: operator.add inside the body
# [USE IN MODEL]
def add(x: int, y: int) -> int:
    """Add two integers and return their sum."""
    import operator

    return operator.add(x, y)


# %% wrong: sum of a set, equal arguments count once
# breaks: it returns the sum of two integers
# [USE IN MODEL]
def add(x: int, y: int) -> int:
    """Add two integers and return their sum."""
    # about 1 line
    return sum({x, y})


# %% wrong: prints the sum instead of returning it
# breaks: it returns the sum of two integers
# [USE IN MODEL]
def add(x: int, y: int) -> int:
    """Add two integers and return their sum."""
    # about 1 line
    print(x + y)


# %% wrong: counts up, so a negative y is ignored
# breaks: it returns the sum of two integers
# [USE IN MODEL]
def add(x: int, y: int) -> int:
    """Add two integers and return their sum."""
    # about 1 line
    for _ in range(y):
        x += 1
    return x


# %% wrong: sums as floats, big integers lose digits
# breaks: it returns the sum of two integers
# [USE IN MODEL]
def add(x: int, y: int) -> int:
    """Add two integers and return their sum."""
    # about 1 line
    return int(float(x) + float(y))


# %% wrong: docstring rewritten
# breaks: names, type hints and docstring are what the LLM reads, so keep them.
# [USE IN MODEL]
def add(x: int, y: int) -> int:
    """Return x plus y."""
    return x + y


# %% wrong: type hints widened to float
# breaks: names, type hints and docstring are what the LLM reads, so keep them.
# [USE IN MODEL]
def add(x: float, y: float) -> float:
    """Add two integers and return their sum."""
    return x + y
