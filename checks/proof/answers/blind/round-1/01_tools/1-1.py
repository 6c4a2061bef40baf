# %% right: the sum of a tuple
# [USE IN MODEL]
def add(x: int, y: int) -> int:
    """Add two integers and return their sum."""
    # about 1 line
    return sum((x, y))


# %% right: a named result first
# [USE IN MODEL]
def add(x: int, y: int) -> int:
    """Add two integers and return their sum."""
    total = x
    total += y
    return total


# %% right: the operator module, imported in the body
# [USE IN MODEL]
def add(x: int, y: int) -> int:
    """Add two integers and return their sum."""
    from operator import add as plus

    return plus(x, y)


# %% right: a helper in the same cell
# [USE IN MODEL]
def _total(*numbers: int) -> int:
    result = 0
    for number in numbers:
        result += number
    return result


def add(x: int, y: int) -> int:
    """Add two integers and return their sum."""
    # about 1 line
    return _total(x, y)


# %% wrong: prints the sum
# breaks: it returns the sum of two integers
# [USE IN MODEL]
def add(x: int, y: int) -> int:
    """Add two integers and return their sum."""
    # about 1 line
    print(x + y)


# %% wrong: the sum of a set
# breaks: it returns the sum of two integers
# [USE IN MODEL]
def add(x: int, y: int) -> int:
    """Add two integers and return their sum."""
    # about 1 line
    return sum({x, y})


# %% wrong: counts up, so a negative y adds nothing
# breaks: it returns the sum of two integers
# [USE IN MODEL]
def add(x: int, y: int) -> int:
    """Add two integers and return their sum."""
    for _ in range(y):
        x += 1
    return x


# %% wrong: by way of float, which rounds big integers
# breaks: it returns the sum of two integers
# [USE IN MODEL]
def add(x: int, y: int) -> int:
    """Add two integers and return their sum."""
    # about 1 line
    return int(float(x) + float(y))


# %% wrong: a float
# breaks: `add(x=2, y=3)` gives `5`
# [USE IN MODEL]
def add(x: int, y: int) -> int:
    """Add two integers and return their sum."""
    # about 1 line
    return float(x) + y


# %% wrong: a sum of zero becomes None
# breaks: it returns the sum of two integers
# [USE IN MODEL]
def add(x: int, y: int) -> int:
    """Add two integers and return their sum."""
    # about 1 line
    return x + y or None


# %% wrong: the absolute values
# breaks: it returns the sum of two integers
# [USE IN MODEL]
def add(x: int, y: int) -> int:
    """Add two integers and return their sum."""
    # about 1 line
    return abs(x) + abs(y)


# %% wrong: a docstring of one's own
# breaks: The rest is there already: names, type hints and docstring are what the LLM reads, so keep them.
# [USE IN MODEL]
def add(x: int, y: int) -> int:
    """Adds x and y."""
    return x + y


# %% wrong: no type for the result
# breaks: The rest is there already: names, type hints and docstring are what the LLM reads, so keep them.
# [USE IN MODEL]
def add(x: int, y: int):
    """Add two integers and return their sum."""
    return x + y


# %% wrong: float as well as int
# breaks: The rest is there already: names, type hints and docstring are what the LLM reads, so keep them.
# [USE IN MODEL]
def add(x: int | float, y: int | float) -> int | float:
    """Add two integers and return their sum."""
    return x + y


# %% wrong: an import above the marker
# breaks: Leave it where it is, as the first line of the cell that holds `add`
# decided: right, because the text says what the marker is for, and that no check of this lesson looks at it
import operator

# [USE IN MODEL]
def add(x: int, y: int) -> int:
    """Add two integers and return their sum."""
    return operator.add(x, y)


# %% wrong: the marker is gone
# breaks: Leave it where it is, as the first line of the cell that holds `add`
# decided: right, because the text says what the marker is for, and that no check of this lesson looks at it
def add(x: int, y: int) -> int:
    """Add two integers and return their sum."""
    # about 1 line
    return x + y


# %% wrong: remembers sums by x alone
# breaks: it returns the sum of two integers
# [USE IN MODEL]
_sums = {}


def add(x: int, y: int) -> int:
    """Add two integers and return their sum."""
    # about 1 line
    return _sums.setdefault(x, x + y)


# %% wrong: the marker in small letters
# breaks: The first line of the cell, `# [USE IN MODEL]`, marks code that belongs to the agent
# decided: right, because the text says what the marker is for, and that no check of this lesson looks at it
# [use in model]
def add(x: int, y: int) -> int:
    """Add two integers and return their sum."""
    # about 1 line
    return x + y
